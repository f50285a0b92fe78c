//! `goc2c check`: reads a package's `.goc` and Go files and says where they differ: functions, and what C declares that
//! Go has too.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::Exit;
use goc2c::command::ending::tell_file_error;
use goc2c::command::file::{FileError, bytes_of, display};
use goc2c::command::messages::Messages;
use goc2c::command::output::{Habit, write_file};
use goc2c::diagnostic::Report;
use goc2c::drift::{Fix, GoSide, Unread, find_drift, find_fixes};
use goc2c::gotypes::compare::{compare, headers_of};
use goc2c::gotypes::layout::World;
use goc2c::gotypes::make::{Wanted, go_files_beside, includes_types, read_files, read_named, with_home};
use goc2c::gotypes::packages::NoPackage;
use goc2c::step::find_old_types;
use goc2c::{Failure, Source};

use crate::commands::Comparison;

/// Runs the command.
pub(crate) fn run(comparison: &Comparison, messages: &mut Messages) -> Exit {
    run_to_the_end(comparison, messages).unwrap_or_else(|exit| exit)
}

fn run_to_the_end(comparison: &Comparison, messages: &mut Messages) -> Result<Exit, Exit> {
    let goc = read_files(&comparison.goc, messages)?;
    let wanted = Wanted {
        dialect: comparison.options.dialect,
        sizes: &[comparison.sizes],
        choice: &comparison.choice,
        go_files: comparison.go.as_deref(),
        most_faults: comparison.options.max_faults,
    };
    let found = match &comparison.go {
        Some(named) => named.clone(),
        None => go_files_beside(&goc, &wanted).map_err(|error| tell_no_package(error, messages))?,
    };
    let go = read_files(&found, messages)?;
    let functions = compare_functions(comparison, &goc, &go, messages)?;
    let wanted = Wanted { go_files: Some(&found), ..wanted };
    let declarations = compare_declarations(comparison, &goc, &wanted, messages)?;
    let types = compare_types(&goc, &wanted, messages)?;
    Ok(functions.max(declarations).max(types))
}

/// A file and its text.
type File = (PathBuf, Vec<u8>);

/// Compares functions. Those of dialect gc are declared by goc2c.
fn compare_functions(
    comparison: &Comparison,
    goc_files: &[File],
    go_files: &[File],
    messages: &mut Messages,
) -> Result<Exit, Exit> {
    let mut exit = Exit::Success;
    let (mut goc, mut go) = (Vec::new(), Vec::new());
    for (path, text) in goc_files {
        match GoSide::read_goc(Source::from_bytes(bytes_of(path.as_os_str()), text), &comparison.options) {
            Ok(side) => goc.push(side),
            Err(unread) => exit = exit.max(show_failure(*unread, messages)),
        }
    }
    for (path, text) in go_files {
        match GoSide::read_go(Source::from_bytes(bytes_of(path.as_os_str()), text)) {
            Ok(side) => go.push(side),
            Err(unread) => exit = exit.max(show_failure(*unread, messages)),
        }
    }
    if exit != Exit::Success {
        // Without all files, what is missing cannot be told from what was not read.
        return Err(exit);
    }
    if comparison.options.dialect.traits().frames {
        return Ok(Exit::Success);
    }
    if comparison.go.is_none() {
        // The build declares the functions of a file of which none is declared.
        let declared: HashSet<String> = go.iter().flat_map(|side| side.names().collect::<Vec<_>>()).collect();
        goc.retain(|side| side.names().any(|name| declared.contains(&name)));
    }
    if comparison.fix {
        fix(go_files, &find_fixes(&goc, &go), messages)?;
    }
    let drift = find_drift(&goc, &go);
    let left = drift.iter().filter(|drift| !(comparison.fix && drift.is_fixed()));
    let mut count = 0;
    for drift in left {
        messages.show(&Report::new(drift.source, &drift.fault));
        count += 1;
    }
    Ok(if count == 0 { Exit::Success } else { Exit::Faults })
}

/// Writes Go's declarations anew that are otherwise than the headers, and says which.
fn fix(go_files: &[File], fixes: &[Fix], messages: &mut Messages) -> Result<(), Exit> {
    let mut by_file: BTreeMap<&[u8], Vec<&Fix>> = BTreeMap::new();
    for fix in fixes {
        by_file.entry(&fix.file).or_default().push(fix);
    }
    for (path, text) in go_files {
        let Some(fixes) = by_file.get_mut(bytes_of(path.as_os_str())) else { continue };
        fixes.sort_by_key(|fix| fix.at.start);
        let (mut made, mut at) = (Vec::with_capacity(text.len()), 0);
        for fix in fixes.iter() {
            made.extend_from_slice(&text[at..fix.at.start]);
            made.extend_from_slice(fix.text.as_bytes());
            at = fix.at.end;
        }
        made.extend_from_slice(&text[at..]);
        write_file(path, &made, Habit::Changed).map_err(|error| tell_file_error(&error, messages))?;
        for fix in fixes.iter() {
            let old = String::from_utf8_lossy(&text[fix.at.start..fix.at.end]);
            let old = old.split_whitespace().collect::<Vec<_>>().join(" ");
            messages.plain(&format!("{}:{}: `{old}` is now `{}`", display(path), fix.line, fix.text));
        }
    }
    Ok(())
}

/// Compares structs, constants and functions that C calls: of the `.goc` files, and of headers beside them.
fn compare_declarations(
    comparison: &Comparison,
    goc: &[File],
    wanted: &Wanted<'_>,
    messages: &mut Messages,
) -> Result<Exit, Exit> {
    let files = read_named(goc, wanted, messages)?;
    let package = files.first().map(|file| file.named.package.clone()).unwrap_or_default();
    let mut headers: Vec<File> = Vec::new();
    for (path, text) in goc {
        let folder = path.parent().unwrap_or(Path::new(""));
        for name in headers_of(text) {
            let header = folder.join(name);
            if headers.iter().any(|(known, _)| *known == header) || !header.is_file() {
                continue;
            }
            let text = fs::read(&header).map_err(FileError::new("read", &header));
            headers.push((header, text.map_err(|error| tell_file_error(&error, messages))?));
        }
    }
    let reports = with_home(goc, wanted, comparison.sizes, &package, |_, packages| {
        let world = World::new(packages, comparison.sizes, wanted.dialect);
        let mut reports = Vec::new();
        for (path, text) in goc.iter().chain(&headers) {
            reports.extend(compare(&world, &Source::from_bytes(bytes_of(path.as_os_str()), text)));
        }
        reports
    });
    let reports = reports.map_err(|error| tell_no_package(error, messages))?;
    reports.iter().for_each(|report| messages.show(report));
    Ok(if reports.is_empty() { Exit::Success } else { Exit::Faults })
}

/// Compares what was made of Go's types before, where C includes their header.
fn compare_types(goc: &[File], wanted: &Wanted<'_>, messages: &mut Messages) -> Result<Exit, Exit> {
    if !goc.iter().any(|(_, text)| includes_types(text)) {
        return Ok(Exit::Success);
    }
    let stale = find_old_types(goc, wanted, messages)?;
    for path in &stale {
        let text =
            format!("`{}` is out of date: the Go types of which it was made have changed", display(path));
        messages.error("stale-types", &text);
    }
    Ok(if stale.is_empty() { Exit::Success } else { Exit::Faults })
}

fn tell_no_package(error: NoPackage, messages: &mut Messages) -> Exit {
    match error {
        NoPackage::Fault(report) => {
            messages.show(&report);
            Exit::Faults
        }
        NoPackage::Missing(why) => {
            messages.error("file", &why);
            Exit::Io
        }
    }
}

fn show_failure(unread: Unread<'_>, messages: &mut Messages) -> Exit {
    match unread.failure {
        Failure::Faults(faults) => {
            faults.list.iter().for_each(|fault| messages.show(&Report::new(&unread.source, fault)));
            messages.hide(faults.more);
        }
        other => messages.trouble(&other),
    }
    Exit::Faults
}
