//! The back end: checked units to C, through one writer.
//!
//! [`Backend`] writes what every target has in common: the leading comment, directive lines, the tokens
//! at file scope, and the order in which a function's parts come. `plan9`, `gcc` and `go::gccgo` write what
//! stands around a body; [`go::decls`] and [`go::header`] write what others see of the functions.

pub(crate) mod banner;
mod code;
mod fields;
mod gcc;
pub mod go;
mod plan9;

use crate::check::CheckedFunc;
use crate::check::go::CheckedGoFunc;
use crate::dialect::{Directives, Traits};
use crate::model::Token;
use crate::options::Options;
use crate::source::Source;
use crate::target::{Arch, Target};
use crate::units::Take;
use code::line_tail;
use go::frame;
use go::gccgo::{self, Pragmas};

pub use code::CodeWriter;

/// Writes the units of one file.
pub struct Backend<'w> {
    code: CodeWriter<'w>,
    traits: &'static Traits,
    options: &'w Options,
    arch: Option<&'static Arch>,
    /// What stands after the number of a `#line`; none where `#line` is left out.
    line_tail: Option<Vec<u8>>,
    /// The line of the token before, at file scope; none before the first since the last function.
    last_line: Option<u32>,
    /// Whether the unit before was a directive line.
    in_directives: bool,
    /// Where file scope is kept: the line of input that the output's last line stands for.
    kept_line: Option<u32>,
    /// Where headers are Go's: the package's part of every symbol.
    symbol_package: String,
}

/// Lines left out in a row that come out as blank ones; for more, `#line` is shorter.
const BLANK_LINES: u32 = 2;

impl<'w> Backend<'w> {
    /// A back end that writes the C of `source` to `out`.
    pub fn new(source: &Source<'_>, options: &'w Options, out: &'w mut dyn std::io::Write) -> Self {
        Backend {
            code: CodeWriter::new(out),
            traits: options.dialect.traits(),
            options,
            arch: options.frame_arch(),
            line_tail: options.line_directives.then(|| line_tail(&options.file_name(source.name()))),
            last_line: None,
            in_directives: false,
            kept_line: None,
            symbol_package: String::new(),
        }
    }

    /// The leading comment, and what the dialect puts in front of every file.
    pub fn write_banner(&mut self, source: &Source<'_>) {
        banner::write_banner(&mut self.code, self.traits.banner, self.options, source);
        if self.traits.frames {
            self.code.put(frame::START.as_bytes());
        }
    }

    /// Starts a line of C at file scope; where it does not follow the line before, with a blank line and a `#line`.
    fn start_line(&mut self, line: u32) {
        self.code.put(b"\n");
        if self.last_line.is_none_or(|last| last + 1 != line) {
            self.write_line(line);
        }
        self.last_line = Some(line);
    }

    /// Ends the last line of a file scope that is kept.
    fn end_kept(&mut self) {
        if self.kept_line.take().is_some() {
            self.code.put(b"\n");
        }
    }

    fn write_body(&mut self, func: &CheckedFunc<'_>) {
        self.write_line(func.body_line);
        self.code.put(func.body);
    }

    fn write_line(&mut self, line: u32) {
        if let Some(tail) = &self.line_tail {
            self.code.put_line_directive(line, tail);
        }
    }

    /// Hands the rest to the writer.
    ///
    /// # Errors
    /// The first thing that the writer reported, whenever that was.
    pub fn finish(mut self) -> std::io::Result<()> {
        self.end_kept();
        self.code.finish()
    }
}

impl Take for Backend<'_> {
    /// A directive line, as it is in the input.
    fn take_directive(&mut self, source: &Source<'_>, directive: &Token) {
        if self.traits.directives == Directives::Anywhere && !self.in_directives {
            self.code.put(b"\n");
        }
        self.in_directives = true;
        let line = source.slice(directive.span);
        self.code.put(line);
        if !line.ends_with(b"\n") {
            self.code.put(b"\n");
        }
    }

    /// A token at file scope, on a line of its own if it starts one in the input.
    #[inline(always)]
    fn take_text(&mut self, token: &Token, ahead: &[u8]) {
        self.in_directives = false;
        if self.last_line != Some(token.line) {
            self.start_line(token.line);
        }
        let length = token.span.len();
        if token.spliced {
            self.code.put(&token.text_of(&ahead[..length]));
            self.code.put(b" ");
        } else {
            self.code.put_spaced(ahead, length);
        }
    }

    /// A function.
    fn take_func(&mut self, func: &CheckedFunc<'_>) {
        self.in_directives = false;
        if self.last_line.take().is_some() {
            self.code.put(b"\n");
        }
        match (self.options.target, self.arch) {
            (Target::Plan9, Some(arch)) => {
                plan9::write_head(&mut self.code, self.traits, arch, self.options.pkgpath.as_deref(), func);
                self.write_body(func);
                plan9::write_tail(&mut self.code, func);
            }
            _ => {
                gcc::write_head(&mut self.code, self.traits, self.options, func);
                self.write_body(func);
                gcc::write_tail(&mut self.code, func);
            }
        }
    }

    fn take_package(&mut self, name: &[u8]) {
        self.symbol_package = gccgo::symbol_package(self.options, name);
    }

    /// What a line holds outside comments, on a line that the compiler takes for the same.
    fn take_raw(&mut self, source: &Source<'_>, piece: &Token) {
        let mut text = source.slice(piece.span);
        match self.kept_line {
            Some(line) if line == piece.line => {
                self.code.put(b" ");
                text = text.trim_ascii_start();
            }
            Some(line) if piece.line - line <= 1 + BLANK_LINES => {
                (line..piece.line).for_each(|_| self.code.put(b"\n"));
            }
            before => {
                self.code.put(if before.is_some() { b"\n\n" } else { b"\n" });
                self.write_line(piece.line);
            }
        }
        self.code.put(match text.trim_ascii_end() {
            // A blank after a backslash may be what it escapes.
            trimmed if trimmed.ends_with(b"\\") => text,
            trimmed => trimmed,
        });
        self.kept_line = Some(piece.line + bytecount::count(text, b'\n') as u32);
    }

    /// A function whose header is Go's.
    fn take_go_func(&mut self, _source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.end_kept();
        self.code.put(b"\n");
        gccgo::write_pragmas(&mut self.code, func, Pragmas::Before);
        self.write_line(func.func.line);
        gccgo::write_declaration(&mut self.code, &self.symbol_package, func);
        self.write_line(func.func.line);
        gccgo::write_head(&mut self.code, func);
        self.write_line(func.body_line);
        gccgo::write_body(&mut self.code, func);
        gccgo::write_tail(&mut self.code, func);
        gccgo::write_pragmas(&mut self.code, func, Pragmas::After);
        if self.traits.frames {
            frame::write_frame(&mut self.code, func);
            self.write_line(func.func.line);
            frame::write_wrapper(&mut self.code, func);
        }
    }
}
