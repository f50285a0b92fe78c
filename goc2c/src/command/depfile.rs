//! Dependency files, in make's language, of which Ninja reads a part. Paths in, text out.

use std::path::{Path, PathBuf};

use super::file::bytes_of;

/// A path that a depfile cannot hold.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a depfile cannot hold the path {0:?}: make would not read it as one name; a path of letters, digits, `-`, `.`, `_` \
     and blanks has a spelling"
)]
pub struct NoSpelling(PathBuf);

/// Bytes that make takes for something else than a part of a name, with or without a backslash. Tried with GNU make 4.3.
const NOWHERE: &[u8] = b"\n\r;|=*?[";
/// Those that it takes so in a target.
const NOT_IN_TARGETS: &[u8] = b"\t%";

/// The text of a depfile: one rule for all outputs, and a rule without prerequisites for everything that was read
/// but the first input, so that make goes on when one of them is deleted.
///
/// # Errors
/// See [`NoSpelling`].
pub fn render_depfile<'p>(
    outputs: impl IntoIterator<Item = &'p Path>,
    inputs: impl IntoIterator<Item = &'p Path>,
    others: &'p [PathBuf],
) -> Result<Vec<u8>, NoSpelling> {
    let mut text = Vec::new();
    for (count, output) in outputs.into_iter().enumerate() {
        if count > 0 {
            text.push(b' ');
        }
        if !can_be_target(bytes_of(output.as_os_str())) {
            return Err(NoSpelling(output.to_owned()));
        }
        escape(output, &mut text)?;
    }
    text.push(b':');
    let read: Vec<_> = inputs.into_iter().chain(others.iter().map(PathBuf::as_path)).collect();
    for input in &read {
        text.push(b' ');
        escape(input, &mut text)?;
    }
    text.push(b'\n');
    for other in read.iter().skip(1).filter(|other| can_be_target(bytes_of(other.as_os_str()))) {
        text.push(b'\n');
        escape(other, &mut text)?;
        text.extend_from_slice(b":\n");
    }
    Ok(text)
}

/// Whether make can read a name as that of a target: `&:` would make a group of them.
fn can_be_target(name: &[u8]) -> bool {
    !name.iter().any(|byte| NOT_IN_TARGETS.contains(byte)) && !name.ends_with(b"&")
}

/// Whether make can read a name at all: `~` is a home, `A(B)` a member of an archive, a backslash at the end would make
/// what follows a part of the name, and a blank at the end is cut off.
fn has_spelling(name: &[u8]) -> bool {
    let ends_badly = name.last().is_none_or(|byte| b"\\ \t".contains(byte));
    let is_member = name.ends_with(b")") && name.iter().skip(1).any(|&byte| byte == b'(');
    let is_bad = ends_badly || name.starts_with(b"~") || is_member;
    !is_bad && !name.iter().any(|byte| NOWHERE.contains(byte))
}

/// Writes a name as make reads it.
fn escape(path: &Path, text: &mut Vec<u8>) -> Result<(), NoSpelling> {
    let bytes = bytes_of(path.as_os_str());
    if !has_spelling(bytes) {
        return Err(NoSpelling(path.to_owned()));
    }
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b' ' | b'\t' | b'#' | b':' => {
                // make takes backslashes before these for escapes of each other, so they double.
                let before = bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
                text.extend(std::iter::repeat_n(b'\\', before));
                text.extend_from_slice(&[b'\\', byte]);
            }
            b'$' => text.extend_from_slice(b"$$"),
            _ => text.push(byte),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_depfile_names_outputs_then_inputs_and_ends_in_a_newline() {
        let others = ["args.rsp".into()];
        let text = render_depfile([Path::new("a.c"), Path::new("b c.c")], [Path::new("$a#.goc")], &others);
        assert_eq!(
            String::from_utf8(text.unwrap()).unwrap(),
            "a.c b\\ c.c: $$a\\#.goc args.rsp\n\nargs.rsp:\n"
        );
    }

    #[test]
    fn what_make_would_misread_is_refused_by_its_name() {
        for name in ["a\nb", "a\rb", "a;b", "a|b", "a=b", "a*", "a?", "a[b]", "~a", "a(b)", "a\\", "a ", ""] {
            let error = render_depfile([Path::new("x")], [Path::new(name)], &[]).unwrap_err();
            assert!(error.to_string().contains(&format!("{name:?}")), "{error}");
        }
        for name in ["a%b", "a\tb", "a&"] {
            assert!(render_depfile([Path::new(name)], [], &[]).is_err(), "{name:?}");
            // As an input it has a spelling, though no rule of its own.
            let text = render_depfile([Path::new("x")], [Path::new("y"), Path::new(name)], &[]).unwrap();
            assert_eq!(text.iter().filter(|&&byte| byte == b'\n').count(), 1, "{name:?}");
        }
        for name in ["a~", "(a)", "a(", "&a", "a)", "it's"] {
            assert!(render_depfile([Path::new(name)], [Path::new(name)], &[]).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn backslashes_before_escapes_double() {
        let text = render_depfile([Path::new("a\\ b\\c\\:d:e")], [], &[]).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), "a\\\\\\ b\\c\\\\\\:d\\:e:\n");
    }
}
