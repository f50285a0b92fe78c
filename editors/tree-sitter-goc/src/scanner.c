// What a grammar of words cannot tell: where C ends, at file scope and in bodies, and what starts a function there.
//
// The rules are those of goc2c (`front/raw.rs`, `front/body.rs`): a comment or a literal hides braces and words, `func`
// and `import` count where a line starts with them.

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tree_sitter/parser.h"

// In the order of `externals` in grammar.js.
enum Token { C_TEXT, DIRECTIVE, FUNC, IMPORT, COMMENT, BODY, ERROR };

// Where at file scope the scanner is.
typedef struct {
  // Braces that are open.
  uint32_t depth;
  // Whether nothing but blanks and comments stands before it on its line.
  bool fresh;
} Scope;

static int32_t ahead(TSLexer *lexer) { return lexer->lookahead; }
static bool at_end(TSLexer *lexer) { return lexer->eof(lexer); }
static void pass(TSLexer *lexer) { lexer->advance(lexer, false); }

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

static bool is_delimiter(int32_t c) { return c == '(' || c == ')' || c == ',' || c == '{' || c == '}'; }

static bool is_alphanumeric(int32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Whether a word goes on with it that a quote or a slash might not interrupt.
static bool is_plain(int32_t c) {
  return c > ' ' && !is_delimiter(c) && c != '"' && c != '\'' && c != '/' && c != '#';
}

// Whether a quote behind it is a part of a word, as in `don't`, and not the start of a literal.
static bool hides_quote(int32_t c) { return is_alphanumeric(c) && c != 'L' && c != 'u' && c != 'U'; }

// To the newline that ends the line; one behind a backslash, with blanks between them or not, does not.
static void pass_line(TSLexer *lexer) {
  bool hidden = false;
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    if (c == '\n' && !hidden) return;
    if (c == '\n') {
      hidden = false;
    } else if (!is_blank(c)) {
      hidden = c == '\\';
    }
    pass(lexer);
  }
}

// A `/* */` comment behind its first two characters; one that does not end goes to the file's end.
static void pass_block_comment(TSLexer *lexer) {
  bool star = false;
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    pass(lexer);
    if (star && c == '/') return;
    star = c == '*';
  }
}

// A literal with its quotes; a backslash hides the character behind it.
static void pass_literal(TSLexer *lexer) {
  int32_t quote = ahead(lexer);
  pass(lexer);
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    pass(lexer);
    if (c == quote) return;
    if (c == '\\' && !at_end(lexer)) pass(lexer);
  }
}

// What follows a slash that has been passed, if that makes a comment of it.
static bool pass_comment(TSLexer *lexer) {
  if (ahead(lexer) == '/') {
    pass_line(lexer);
    return true;
  }
  if (ahead(lexer) == '*') {
    pass(lexer);
    pass_block_comment(lexer);
    return true;
  }
  return false;
}

// A body up to the brace that closes it.
static bool scan_body(TSLexer *lexer) {
  uint32_t depth = 0;
  bool any = false;
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    if (c == '}' && depth == 0) break;
    any = true;
    if (c == '"' || c == '\'') {
      pass_literal(lexer);
      continue;
    }
    pass(lexer);
    if (c == '/') {
      pass_comment(lexer);
    } else if (c == '{') {
      depth++;
    } else if (c == '}') {
      depth--;
    }
  }
  lexer->mark_end(lexer);
  lexer->result_symbol = BODY;
  return any;
}

// A directive with its continuations and the comments inside, and its newline.
static void scan_directive(TSLexer *lexer) {
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    pass(lexer);
    if (c == '\n') break;
    if (c == '\\') {
      while (is_blank(ahead(lexer))) pass(lexer);
      if (ahead(lexer) == '\n') pass(lexer);
    } else if (c == '/' && ahead(lexer) == '/') {
      pass_line(lexer);
    } else if (c == '/' && ahead(lexer) == '*') {
      pass(lexer);
      pass_block_comment(lexer);
    } else if (c == '"' || c == '\'') {
      // A lone quote, as in `#error don't`, hides nothing but what looks like a comment.
      while (!at_end(lexer) && ahead(lexer) != c && ahead(lexer) != '\n') {
        bool hides = ahead(lexer) == '\\';
        pass(lexer);
        if (hides && !at_end(lexer)) pass(lexer);
      }
      if (ahead(lexer) == c) pass(lexer);
    }
  }
  lexer->mark_end(lexer);
  lexer->result_symbol = DIRECTIVE;
}

// Passes a word as far as it is there.
static bool pass_word(TSLexer *lexer, const char *word) {
  for (; *word; word++) {
    if (ahead(lexer) != *word) return false;
    pass(lexer);
  }
  return true;
}

// Whether what has been passed is a word of Go's, by what follows it.
static bool ends_keyword(TSLexer *lexer) {
  int32_t c = ahead(lexer);
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '(' || c == '/' || c == '"' || c == '`';
}

// Whether a name and a parenthesis follow, which in the middle of a line tells a function from C. Passes nothing that
// means more than itself.
static bool pass_name(TSLexer *lexer) {
  if (!is_blank(ahead(lexer))) return false;
  while (is_blank(ahead(lexer))) pass(lexer);
  while (is_plain(ahead(lexer))) pass(lexer);
  while (is_blank(ahead(lexer))) pass(lexer);
  return ahead(lexer) == '(';
}

// Whether a word starts Go. Passes what it looks at, and marks the word's end where `marks` says so.
static bool is_keyword(TSLexer *lexer, const Scope *scope, bool starts_line, bool marks) {
  bool is_import = ahead(lexer) == 'i';
  bool counts = scope->fresh && (starts_line || scope->depth == 0);
  if (!counts && (is_import || scope->fresh || scope->depth > 0)) return false;
  if (!pass_word(lexer, is_import ? "import" : "func")) return false;
  if (marks) lexer->mark_end(lexer);
  lexer->result_symbol = is_import ? IMPORT : FUNC;
  return counts ? ends_keyword(lexer) : pass_name(lexer);
}

// C at file scope, up to a comment, a directive or a word of Go's; blanks at its end are left out. `any` is whether some
// of it has been passed already.
static bool scan_c_text(TSLexer *lexer, Scope *scope, bool starts_line, bool any) {
  Scope end = *scope;
  bool starts_word = !any;
  // The last character of a word.
  int32_t before = 0;
  while (!at_end(lexer)) {
    int32_t c = ahead(lexer);
    if (is_blank(c) || c == '\n') {
      starts_line = c == '\n';
      scope->fresh |= starts_line;
      starts_word = true;
      before = c;
      pass(lexer);
      continue;
    }
    if (c == '#' && scope->fresh) break;
    if ((c == 'f' || c == 'i') && starts_word) {
      if (is_keyword(lexer, scope, starts_line, false)) break;
      // Of what has been passed, a blank is the last that could start a word.
      if (ahead(lexer) == c) pass(lexer);
    } else if (c == '/') {
      pass(lexer);
      if (ahead(lexer) == '/' || ahead(lexer) == '*') break;
    } else if ((c == '"' || c == '\'') && !hides_quote(before)) {
      pass_literal(lexer);
    } else {
      if (c == '{') scope->depth++;
      if (c == '}' && scope->depth > 0) scope->depth--;
      pass(lexer);
    }
    before = c;
    starts_word = is_delimiter(c);
    starts_line = scope->fresh = false;
    any = true;
    end = *scope;
    lexer->mark_end(lexer);
  }
  *scope = end;
  lexer->result_symbol = C_TEXT;
  return any;
}

// Passes blanks; whether nothing else stands before what follows on its line, not even blanks.
static bool skip_blanks(TSLexer *lexer, Scope *scope) {
  bool starts_line = lexer->get_column(lexer) == 0;
  while (is_blank(ahead(lexer)) || ahead(lexer) == '\n') {
    starts_line = ahead(lexer) == '\n';
    scope->fresh |= starts_line;
    lexer->advance(lexer, true);
  }
  return starts_line;
}

static bool scan_comment(TSLexer *lexer) {
  pass(lexer);
  if (!pass_comment(lexer)) return false;
  lexer->mark_end(lexer);
  lexer->result_symbol = COMMENT;
  return true;
}

static bool scan_file_scope(TSLexer *lexer, Scope *scope) {
  bool starts_line = skip_blanks(lexer, scope);
  bool any = false;
  if (at_end(lexer)) return false;
  int32_t c = ahead(lexer);
  if (c == '#' && scope->fresh) {
    scan_directive(lexer);
    return true;
  }
  if (c == '/') {
    if (scan_comment(lexer)) return true;
    any = true;
  } else if (c == 'f' || c == 'i') {
    bool is_go = is_keyword(lexer, scope, starts_line, true);
    any = true;
    if (is_go) {
      scope->fresh = false;
      return true;
    }
    if (ahead(lexer) == c) pass(lexer);
  }
  if (any) {
    lexer->mark_end(lexer);
    starts_line = scope->fresh = false;
  }
  return scan_c_text(lexer, scope, starts_line, any);
}

void *tree_sitter_goc_external_scanner_create(void) { return calloc(1, sizeof(Scope)); }

void tree_sitter_goc_external_scanner_destroy(void *payload) { free(payload); }

unsigned tree_sitter_goc_external_scanner_serialize(void *payload, char *buffer) {
  memcpy(buffer, payload, sizeof(Scope));
  return sizeof(Scope);
}

void tree_sitter_goc_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  memset(payload, 0, sizeof(Scope));
  if (length == sizeof(Scope)) memcpy(payload, buffer, length);
}

bool tree_sitter_goc_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  Scope *scope = payload;
  if (valid[ERROR]) {
    // Where the parser is lost, the next line that starts with `func` is a place to go on from.
    bool starts_line = skip_blanks(lexer, scope);
    if (!starts_line || ahead(lexer) != 'f') return false;
    *scope = (Scope){.depth = 0, .fresh = true};
    return is_keyword(lexer, scope, true, true);
  }
  if (valid[BODY]) {
    scope->fresh = false;
    return scan_body(lexer);
  }
  if (valid[FUNC]) return scan_file_scope(lexer, scope);
  if (!valid[COMMENT]) return false;
  skip_blanks(lexer, scope);
  return ahead(lexer) == '/' && scan_comment(lexer);
}
