//! The front end: the text of a compiler, an assembler or a header, taken apart.
//!
//! Each reader goes through its text once, hands out a piece at a time, and puts what the format does not
//! allow into a [`Collector`](crate::fault::Collector), from which it goes on at the next line that can start
//! something.

pub mod acid;
pub mod anames;
pub mod godefs;
pub mod opnames;
pub mod symabis;
pub(crate) mod text;

/// For tests of the readers of opcodes: what one finds in a text, and the codes of its faults.
#[cfg(test)]
fn names_and_faults(
    text: &str,
    read: impl FnOnce(&[u8], &mut crate::fault::Collector, &mut dyn FnMut(&[u8])),
) -> (String, Vec<&'static str>) {
    use goc2c::diagnostic::Explain;
    let mut faults = crate::fault::Collector::new(usize::MAX);
    let mut names = Vec::new();
    read(text.as_bytes(), &mut faults, &mut |name| names.push(String::from_utf8_lossy(name).into_owned()));
    let found = faults.finish().err().unwrap_or_default();
    (names.join(" "), found.list.iter().map(|found| found.fault.code()).collect())
}
