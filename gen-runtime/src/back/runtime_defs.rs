//! `zruntime_defs_$GOOS_$GOARCH.go`: the declarations of several C files, each name once.

use goc2c::back::CodeWriter;
use goc2c::{Source, Span};

use super::{BANNER, is_windows, put_build_line};
use crate::facts::names::{Name, NameTable, Place, name_at};
use crate::fault::{Collector, Earlier, Fault};
use crate::front::godefs::GoDefsReader;
use crate::model::{Constant, GoDecl, GoItem};
use crate::options::Options;
use crate::release::{CALLBACKS, GoConstants, UNWANTED};

/// The whole file.
pub(crate) fn write_runtime_defs(
    out: &mut CodeWriter<'_>,
    sources: &[Source<'_>],
    options: &Options,
    faults: &mut Collector,
) {
    out.put(BANNER);
    put_build_line(out, options);
    out.put(b"package runtime\nimport \"unsafe\"\nvar _ unsafe.Pointer\n\n");
    let mut writer = Writer {
        out,
        sources,
        texts: sources.iter().map(|source| source.from(0)).collect(),
        constants: options.traits().go_constants,
        table: NameTable::default(),
        items: Vec::with_capacity(BATCH),
        names: Vec::with_capacity(BATCH),
        in_line: false,
    };
    for (input, source) in sources.iter().enumerate() {
        faults.input = input;
        let mut reader = GoDefsReader::new(source.from(0));
        while let Some(item) = reader.next(faults) {
            writer.add(input, item);
            if writer.items.len() == BATCH {
                writer.write_items(input, faults);
            }
        }
        writer.write_items(input, faults);
        // The next input starts a line.
        if std::mem::take(&mut writer.in_line) {
            writer.out.put(b"\n");
        }
    }
    if is_windows(options) && options.traits().go_constants == GoConstants::Kept {
        out.put(format!("const cb_max = {CALLBACKS}\n").as_bytes());
    }
}

/// Declarations whose names are looked up in one go: [`crate::facts::names`] says why.
const BATCH: usize = 256;

struct Writer<'w, 'o, 's> {
    out: &'w mut CodeWriter<'o>,
    sources: &'w [Source<'s>],
    /// The inputs' texts; a name's group is its input.
    texts: Vec<&'w [u8]>,
    constants: GoConstants,
    table: NameTable,
    /// What is to be written unless its name was declared before.
    items: Vec<GoItem>,
    /// The names of those that have one.
    names: Vec<Name>,
    /// Whether the last line written has no newline: it is its input's last.
    in_line: bool,
}

impl Writer<'_, '_, '_> {
    /// Takes what may have to be written.
    fn add(&mut self, input: usize, item: GoItem) {
        let text = self.texts[input];
        match item.decl {
            GoDecl::Comment if text[item.lines.start..].starts_with(b"//") => return,
            GoDecl::Func => return,
            GoDecl::Const(_) if self.constants == GoConstants::Dropped => return,
            _ => {}
        }
        if let Some(name) = name_of(&item) {
            let word = &text[name.start..name.end];
            if self.constants == GoConstants::Kept && UNWANTED.iter().any(|it| it.as_bytes() == word) {
                return;
            }
            self.names.push(self.table.name([word], Place { group: input, at: name.start }));
        }
        self.items.push(item);
    }

    /// Writes what was taken, all from one input.
    fn write_items(&mut self, input: usize, faults: &mut Collector) {
        let text = self.texts[input];
        let before: usize = self.texts[..input].iter().map(|text| text.len()).sum();
        let read = before + self.names.last().map_or(0, |last| last.place.at);
        let total = self.texts.iter().map(|text| text.len()).sum();
        let seen = self.table.insert_all(&self.names, (read, total), |place| [name_in(&self.texts, place)]);
        let mut seen = seen.into_iter();
        for item in &self.items {
            let earlier = name_of(item).and_then(|_| seen.next()).flatten();
            let lines = &text[item.lines.start..item.lines.end];
            match (item.decl, earlier) {
                (GoDecl::Const(constant), None) => {
                    let hide: &[u8] = if text[constant.name.start].is_ascii_uppercase() { b"_" } else { b"" };
                    self.out.put_all([b"const ", hide, &text[constant.name.start..item.lines.end]]);
                }
                (_, None) => self.out.put(lines),
                (GoDecl::Const(constant), Some(earlier)) => {
                    faults.add_all(self.conflict(earlier, constant.value, input));
                    continue;
                }
                (_, Some(_)) => continue,
            }
            self.in_line = !lines.ends_with(b"\n");
        }
        self.items.clear();
        self.names.clear();
    }

    /// The fault of a constant whose name was a constant of another value before.
    fn conflict(&self, earlier: Place, at: Span, input: usize) -> Option<Fault> {
        let text = self.texts[earlier.group];
        let name = name_in(&self.texts, earlier);
        let line = text[earlier.at + name.len()..].split(|&byte| byte == b'\n').next().unwrap_or_default();
        let first = line.trim_ascii().strip_prefix(b"=")?.trim_ascii();
        let value = &self.texts[input][at.start..at.end];
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
                Earlier::In(self.sources[earlier.group].name().to_vec())
            },
        })
    }
}

/// The name that a declaration gives a meaning.
fn name_of(item: &GoItem) -> Option<Span> {
    match item.decl {
        GoDecl::Const(Constant { name, .. }) | GoDecl::Var { name, .. } | GoDecl::Type { name } => Some(name),
        GoDecl::Blank | GoDecl::Comment | GoDecl::Func => None,
    }
}

/// The name at a place, whose group is its input.
fn name_in<'t>(texts: &[&'t [u8]], place: Place) -> &'t [u8] {
    name_at(&texts[place.group][place.at..])
}
