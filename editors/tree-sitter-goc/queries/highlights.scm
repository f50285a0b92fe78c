; Headers and what surrounds C; C itself is coloured by its own grammar (injections.scm).

(comment) @comment
(directive) @keyword.directive
(string) @string
(array_length) @number

["package" "import" "func" "map" "chan" "struct" "interface"] @keyword

(package_clause name: (name) @module)
(import_spec name: (identifier) @module)
(header name: (name) @function)
(parameter name: (identifier) @variable.parameter)
(type_name package: (identifier) @module)
(type_name name: (identifier) @type)

["*" "..." "<-"] @operator
["(" ")" "{" "}" "[" "]"] @punctuation.bracket
["," "." ";"] @punctuation.delimiter
