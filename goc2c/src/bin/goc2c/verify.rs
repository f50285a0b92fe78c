//! `goc2c verify`: compares the C functions in a linked Go program with what a package's `.goc` files give.

use goc2c::command::Exit;
use goc2c::command::file::display;
use goc2c::command::messages::{MessageFormat, Messages};
use goc2c::gc::verify::Finding;
use serde_json::json;

use crate::commands::Verification;

/// Runs the command.
pub(crate) fn run(verification: &Verification, messages: &mut Messages) -> Exit {
    let verified = match verification.step.verify(&verification.program, messages) {
        Ok(verified) => verified,
        Err(exit) => return exit,
    };
    let program = display(&verification.program).to_string();
    let arch = verified.machine.name();
    let mut exit = Exit::Success;
    for finding in &verified.findings {
        for difference in &finding.differences {
            messages.error("different-code", &format!("{}: `{program}` differs: {difference}", finding.file));
        }
        tell(finding, &program, arch, messages);
        if !finding.differences.is_empty() {
            exit = Exit::Faults;
        }
    }
    let has_any =
        verified.findings.iter().any(|finding| finding.equal > 0 || !finding.differences.is_empty());
    if !has_any {
        messages.error("not-linked", &format!("`{program}` has no function of these files"));
        return Exit::Faults;
    }
    exit
}

/// Says how many functions are equal.
fn tell(finding: &Finding, program: &str, arch: &str, messages: &mut Messages) {
    let Finding { file, functions, equal, not_linked, data, .. } = finding;
    let differ = finding.differences.iter().filter(|difference| difference.function != "data").count();
    let noun = if *equal == 1 { "function" } else { "functions" };
    let mut line = format!("{file}: {equal} {noun} equal in {program} ({arch})");
    if differ > 0 {
        line += &format!(", {differ} different");
    }
    if !not_linked.is_empty() {
        line += &format!(", {} not linked: {}", not_linked.len(), not_linked.join(", "));
    }
    match messages.format() {
        MessageFormat::Json => messages.object(&json!({
            "severity": "note", "code": "verified", "message": line, "file": file, "arch": arch,
            "program": program, "functions": functions, "equal": equal, "different": differ,
            "not_linked": not_linked, "data": data,
        })),
        _ => messages.plain(&line),
    }
}
