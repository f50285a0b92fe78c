//! `zruntime_defs_$GOOS_$GOARCH.go`: the declarations of several C files.

use goc2c::back::CodeWriter;

use super::{BANNER, is_windows, put_build_line};
use crate::facts::defs::Def;
use crate::options::Options;
use crate::release::{CALLBACKS, GoConstants};

/// Writes the file.
#[derive(Debug, Default)]
pub(crate) struct DefsWriter {
    /// Whether the last line written has no newline: it is its input's last.
    in_line: bool,
}

impl DefsWriter {
    /// All that stands before the declarations.
    pub(crate) fn write_head(&self, out: &mut CodeWriter<'_>, options: &Options) {
        out.put(BANNER);
        put_build_line(out, options);
        out.put(b"package runtime\nimport \"unsafe\"\nvar _ unsafe.Pointer\n\n");
    }

    /// A declaration.
    pub(crate) fn write_def(&mut self, out: &mut CodeWriter<'_>, def: Def<'_>) {
        let (Def::Lines(text) | Def::Constant { rest: text, .. }) = def;
        match def {
            Def::Constant { exported: true, rest } => out.put_all([b"const _", rest]),
            Def::Constant { exported: false, rest } => out.put_all([b"const ", rest]),
            Def::Lines(lines) => out.put(lines),
        }
        self.in_line = !text.ends_with(b"\n");
    }

    /// What comes after an input's declarations: the next input starts a line.
    pub(crate) fn finish_input(&mut self, out: &mut CodeWriter<'_>) {
        if std::mem::take(&mut self.in_line) {
            out.put(b"\n");
        }
    }

    /// All that stands after the declarations.
    pub(crate) fn write_tail(&self, out: &mut CodeWriter<'_>, options: &Options) {
        if is_windows(options) && options.traits().go_constants == GoConstants::Kept {
            out.put(format!("const cb_max = {CALLBACKS}\n").as_bytes());
        }
    }
}
