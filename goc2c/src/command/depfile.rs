//! Dependency files, as make and Ninja read them.

use std::path::{Path, PathBuf};

use super::file::bytes_of;

/// A path that a depfile cannot hold.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a depfile cannot hold a path with a newline: {0:?}")]
pub struct NewlineInPath(PathBuf);

/// The text of a depfile: one rule for all outputs, and a rule without prerequisites for everything that was read
/// but the first input, so that make goes on when one of them is deleted.
///
/// # Errors
/// A newline in a path has no spelling.
pub fn render_depfile<'p>(
    outputs: impl IntoIterator<Item = &'p Path>,
    inputs: impl IntoIterator<Item = &'p Path>,
    others: &'p [PathBuf],
) -> Result<Vec<u8>, NewlineInPath> {
    let mut text = Vec::new();
    for (count, output) in outputs.into_iter().enumerate() {
        if count > 0 {
            text.push(b' ');
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
    for other in read.iter().skip(1) {
        text.push(b'\n');
        escape(other, &mut text)?;
        text.extend_from_slice(b":\n");
    }
    Ok(text)
}

fn escape(path: &Path, text: &mut Vec<u8>) -> Result<(), NewlineInPath> {
    let bytes = bytes_of(path.as_os_str());
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => return Err(NewlineInPath(path.to_owned())),
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
    fn a_newline_is_refused_and_backslashes_before_escapes_double() {
        assert!(render_depfile([Path::new("a\nb")], [], &[]).is_err());
        let text = render_depfile([Path::new("a\\ b\\c\\:d:e")], [], &[]).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), "a\\\\\\ b\\c\\\\\\:d\\:e:\n");
    }
}
