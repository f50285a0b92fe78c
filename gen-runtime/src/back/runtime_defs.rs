//! `zruntime_defs_$GOOS_$GOARCH.go`: the declarations of several C files, each name once.

use goc2c::{Source, Span};

use super::{BANNER, is_windows, put_all, put_build_line};
use crate::fault::{Collector, Earlier, Fault};
use crate::front::godefs::GoDefsReader;
use crate::model::{GoDecl, GoItem};
use crate::names::{NameTable, NameText, Place, name_at};
use crate::options::Options;
use crate::release::{CALLBACKS, GoConstants, UNWANTED};

/// The whole file.
pub(crate) fn write_runtime_defs(
    out: &mut Vec<u8>,
    sources: &[Source<'_>],
    options: &Options,
    faults: &mut Collector,
) {
    out.extend_from_slice(BANNER);
    put_build_line(out, options);
    out.extend_from_slice(b"package runtime\nimport \"unsafe\"\nvar _ unsafe.Pointer\n\n");
    let mut writer = Writer {
        out,
        texts: Texts(sources.iter().map(|source| source.from(0)).collect()),
        names: NameTable::default(),
        constants: options.traits().go_constants,
    };
    for (input, source) in sources.iter().enumerate() {
        faults.input = input;
        let mut reader = GoDefsReader::new(source.from(0));
        while let Some(item) = reader.next(faults) {
            writer.write_item(input, &item, sources, faults);
        }
        // The next input starts a line.
        if !writer.out.ends_with(b"\n") {
            writer.out.push(b'\n');
        }
    }
    if is_windows(options) && options.traits().go_constants == GoConstants::Kept {
        out.extend_from_slice(format!("const cb_max = {CALLBACKS}\n").as_bytes());
    }
}

struct Writer<'w, 's> {
    out: &'w mut Vec<u8>,
    texts: Texts<'s>,
    names: NameTable,
    constants: GoConstants,
}

/// The inputs' texts; a name's group is its input.
struct Texts<'s>(Vec<&'s [u8]>);

impl NameText for Texts<'_> {
    fn text(&self, place: Place) -> (&[u8], &[u8]) {
        (b"", name_at(&self.0[place.group][place.at..]))
    }
}

impl Writer<'_, '_> {
    fn write_item(&mut self, input: usize, item: &GoItem, sources: &[Source<'_>], faults: &mut Collector) {
        let text = self.texts.0[input];
        let lines = &text[item.lines.start..item.lines.end];
        match &item.decl {
            GoDecl::Comment if lines.starts_with(b"//") => {}
            GoDecl::Func => {}
            GoDecl::Blank | GoDecl::Comment => self.out.extend_from_slice(lines),
            GoDecl::Type { name, .. } | GoDecl::Var { name, .. } => {
                if self.earlier(input, *name).is_none() {
                    self.out.extend_from_slice(lines);
                }
            }
            GoDecl::Const(_) if self.constants == GoConstants::Dropped => {}
            GoDecl::Const(constant) => match self.earlier(input, constant.name) {
                None => {
                    let hide: &[u8] = if text[constant.name.start].is_ascii_uppercase() { b"_" } else { b"" };
                    put_all(self.out, [b"const ", hide, &text[constant.name.start..item.lines.end]]);
                }
                Some(earlier) => {
                    let value = &text[constant.value.start..constant.value.end];
                    faults.add_all(self.conflict(earlier, constant.value, value, sources, input));
                }
            },
        }
    }

    /// Where the name was declared before; what is unwanted was, somewhere.
    fn earlier(&mut self, input: usize, name: Span) -> Option<Place> {
        let place = Place { group: input, at: name.start };
        if self.constants == GoConstants::Kept
            && UNWANTED.iter().any(|it| it.as_bytes() == self.texts.text(place).1)
        {
            return Some(place);
        }
        self.names.insert(place, &self.texts)
    }

    /// The fault of a constant whose name was a constant of another value before.
    fn conflict(
        &self,
        earlier: Place,
        at: Span,
        value: &[u8],
        sources: &[Source<'_>],
        input: usize,
    ) -> Option<Fault> {
        let text = self.texts.0[earlier.group];
        let name = name_at(&text[earlier.at..]);
        let line = text[earlier.at + name.len()..].split(|&byte| byte == b'\n').next().unwrap_or_default();
        let first = line.trim_ascii().strip_prefix(b"=")?.trim_ascii();
        if first == value {
            return None;
        }
        Some(Fault::Conflict {
            at,
            name: name.to_vec(),
            value: value.to_vec(),
            first: first.to_vec(),
            earlier: if earlier.group == input {
                Earlier::Here(Span::new(earlier.at, earlier.at + name.len()))
            } else {
                Earlier::In(sources[earlier.group].name().to_vec())
            },
        })
    }
}
