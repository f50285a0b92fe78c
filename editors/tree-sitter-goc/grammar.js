/**
 * Grammar of .goc files: Go function headers with C bodies, the historical headers and those in Go's own spelling.
 *
 * C is text here, found by src/scanner.c: at file scope up to the next function, in a body up to the brace that closes
 * it. queries/injections.scm hands it to a grammar of C. One grammar serves all dialects; where two of them read a file
 * differently, it takes the side of Go's headers.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// What a word of a header may hold; a comment inside it does not end it.
const LETTER = "[^\\s(),{}\\[\\];*.\"'`/<]";
const BROAD = "[^\\s(),{}/]";
const COMMENT = "\\/\\*([^*]|\\*+[^*/])*\\*+\\/";

/** Letters, with comments between them. */
const joined = (letter) => new RegExp(`${letter}+(${COMMENT}${letter}+)*`);

/** One or more, with commas between them and perhaps behind. */
const list = (rule) => seq(rule, repeat(seq(",", rule)), optional(","));

export default grammar({
  name: "goc",

  externals: ($) => [
    $.c_text,
    $.directive,
    $._func,
    $._import,
    $.comment,
    $.body,
    $._error,
  ],

  extras: ($) => [/[\s\v\f]/, $.comment],

  word: ($) => $.identifier,

  rules: {
    source_file: ($) => seq(
      $.package_clause,
      repeat(choice($.directive, $.c_text, $.import_declaration, $.function)),
    ),

    package_clause: ($) => seq("package", field("name", $.name)),

    import_declaration: ($) => seq(
      alias($._import, "import"),
      choice($.import_spec, seq("(", repeat(seq($.import_spec, optional(";"))), ")")),
    ),

    import_spec: ($) => seq(optional(field("name", $.identifier)), field("path", $.string)),

    function: ($) => seq(
      field("header", $.header),
      "{",
      optional(field("body", $.body)),
      "}",
    ),

    header: ($) => seq(
      alias($._func, "func"),
      optional(field("receiver", $.parameters)),
      field("name", $.name),
      field("parameters", $.parameters),
      optional(field("result", choice($.parameters, $._plain_type))),
    ),

    parameters: ($) => seq("(", optional(list($.parameter)), ")"),

    parameter: ($) => choice(
      field("type", $._type),
      field("type", $.variadic_type),
      seq(field("name", $.identifier), field("type", choice($._type, $.variadic_type))),
    ),

    // Alone it is a parameter of dialect go1.3.
    variadic_type: ($) => seq("...", optional($._type)),

    _type: ($) => choice($._plain_type, $.parenthesized_type),

    // What a result can be without parentheses.
    _plain_type: ($) => choice(
      $.type_name,
      $.pointer_type,
      $.slice_type,
      $.array_type,
      $.map_type,
      $.channel_type,
      $.function_type,
      $.struct_type,
      $.interface_type,
    ),

    type_name: ($) => seq(optional(seq(field("package", $.identifier), ".")), field("name", $.identifier)),
    pointer_type: ($) => seq("*", $._type),
    slice_type: ($) => seq("[", "]", $._type),
    array_type: ($) => seq("[", field("length", $.array_length), "]", $._type),
    array_length: (_) => /[^\s\[\]]([^\[\]]*[^\s\[\]])?/,
    map_type: ($) => seq("map", "[", field("key", $._type), "]", field("value", $._type)),
    channel_type: ($) => choice(
      prec.right(1, seq("chan", optional("<-"), $._type)),
      prec.right(seq("<-", "chan", $._type)),
    ),
    function_type: ($) => prec.right(seq(
      "func",
      field("parameters", $.parameters),
      optional(field("result", choice($.parameters, $._plain_type))),
    )),
    struct_type: ($) => seq("struct", $.members),
    interface_type: ($) => seq("interface", $.members),
    parenthesized_type: ($) => seq("(", $._type, ")"),

    // Fields and methods: goc2c does not look into them either, beyond their sizes.
    members: ($) => seq("{", repeat(choice($._member_text, $.string, $.members)), "}"),
    _member_text: (_) => /[^\s{}"`\/]+/,

    string: (_) => choice(/"([^"\\\n]|\\.)*"/, /`[^`]*`/),

    identifier: (_) => token(joined(LETTER)),
    name: (_) => token(joined(BROAD)),
  },
});
