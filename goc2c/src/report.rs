//! The frame report: where a call's arguments and results lie, for people and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::check::CheckedFunc;
use crate::check::layout::{self, Slot, SlotKind};
use crate::failure::Failure;
use crate::options::{Options, OptionsError};
use crate::source::Source;
use crate::target::{Arch, Target};
use crate::units::{Take, take_units};

/// How a frame report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportForm {
    /// A table for each function.
    Table,
    /// A JSON object for each function, one a line.
    Json,
}

/// Reports the frame of every function of a file, on the architecture of the options.
///
/// # Errors
/// As [`crate::transpile`]; also for gcc, whose C has no frame of its own.
pub fn report_layout(
    source: &mut Source<'_>,
    options: &Options,
    form: ReportForm,
) -> Result<String, Failure> {
    options.check().map_err(Failure::Options)?;
    let arch = match (options.target, options.frame_arch()) {
        (Target::Plan9, Some(arch)) => arch,
        _ => return Err(Failure::Options(OptionsError::NoFrame)),
    };
    let mut report = Report { text: String::new(), form, arch };
    take_units(source, options, &mut report)?;
    Ok(report.text)
}

/// The report as far as it has been written.
struct Report {
    text: String,
    form: ReportForm,
    arch: &'static Arch,
}

impl Take for Report {
    fn take_func(&mut self, func: &CheckedFunc<'_>) {
        let slots = layout::frame(func, self.arch);
        match self.form {
            ReportForm::Table => write_table(&mut self.text, func, &slots),
            ReportForm::Json => self.text += &format!("{}\n", json_of(func, &slots, self.arch.name)),
        }
    }
}

fn symbol(func: &CheckedFunc<'_>) -> String {
    format!("{}·{}", String::from_utf8_lossy(&func.package), String::from_utf8_lossy(&func.name))
}

fn role(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Param => "parameter",
        SlotKind::Padding => "padding",
        SlotKind::Result => "result",
    }
}

fn frame_size(slots: &[Slot<'_>]) -> usize {
    slots.last().map_or(0, |slot| slot.offset + slot.size)
}

fn write_table(text: &mut String, func: &CheckedFunc<'_>, slots: &[Slot<'_>]) {
    if !text.is_empty() {
        text.push('\n');
    }
    let bytes = frame_size(slots);
    let _ = writeln!(text, "{}: {bytes} {}", symbol(func), if bytes == 1 { "byte" } else { "bytes" });
    if slots.is_empty() {
        return;
    }
    let rows = slots.iter().map(|slot| {
        let lossy = |bytes| String::from_utf8_lossy(bytes).into_owned();
        (
            slot.offset.to_string(),
            slot.size.to_string(),
            slot.align.to_string(),
            role(slot.kind),
            lossy(slot.ty),
            lossy(slot.name),
        )
    });
    let rows: Vec<_> = rows.collect();
    let width = rows.iter().map(|row| row.4.chars().count()).max().unwrap_or(0).max("type".len());
    let _ = writeln!(text, "  offset  size  align  {:<9}  {:<width$}  name", "what", "type");
    for (offset, size, align, role, ty, name) in rows {
        let row = format!("  {offset:>6}  {size:>4}  {align:>5}  {role:<9}  {ty:<width$}  {name}");
        let _ = writeln!(text, "{}", row.trim_end());
    }
}

fn json_of(func: &CheckedFunc<'_>, slots: &[Slot<'_>], arch: &str) -> Value {
    let size = frame_size(slots);
    let slots: Vec<_> = slots
        .iter()
        .map(|slot| {
            json!({
                "what": role(slot.kind),
                "name": String::from_utf8_lossy(slot.name),
                "type": String::from_utf8_lossy(slot.ty),
                "offset": slot.offset,
                "size": slot.size,
                "align": slot.align,
            })
        })
        .collect();
    json!({
        "package": String::from_utf8_lossy(&func.package),
        "function": String::from_utf8_lossy(&func.name),
        "line": func.body_line,
        "arch": arch,
        "size": size,
        "slots": slots,
    })
}
