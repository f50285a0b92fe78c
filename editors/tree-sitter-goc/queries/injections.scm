; C of file scope is one text, with its directives. A body is a text of its own: statements.

((directive) @injection.content
  (#set! injection.language "c")
  (#set! injection.combined))

((c_text) @injection.content
  (#set! injection.language "c")
  (#set! injection.combined))

((body) @injection.content
  (#set! injection.language "c"))
