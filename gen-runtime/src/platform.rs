//! What follows from the name of an architecture alone: the digit of its compilers.
//!
//! Which platforms a release knows is a fact of the release: [`Traits::tls`](crate::Traits::tls).

pub use goc2c::Platform;

/// The digits of the architectures: in the names of their programs, as `6c`, and of their files, as `anames6.c`.
/// Architectures that share a compiler share its digit.
const DIGITS: [(&str, char); 4] = [("386", '8'), ("amd64", '6'), ("amd64p32", '6'), ("arm", '5')];

/// The digit of an architecture, if it has one: those that came after go1.4 have none.
pub fn digit(arch: &str) -> Option<char> {
    DIGITS.iter().find(|(name, _)| *name == arch).map(|&(_, digit)| digit)
}

/// The architecture that compilers of a digit were made for.
pub fn arch_of(digit: char) -> Option<&'static str> {
    DIGITS.iter().find(|(_, known)| *known == digit).map(|&(arch, _)| arch)
}

/// The architectures that have a digit.
pub fn arches_with_digit() -> impl Iterator<Item = &'static str> {
    DIGITS.iter().map(|&(arch, _)| arch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_architecture_has_its_compilers_digit() {
        let digits: Vec<_> = arches_with_digit().map(digit).collect();
        assert_eq!(digits, [Some('8'), Some('6'), Some('6'), Some('5')]);
        assert_eq!(digit("arm64"), None);
    }
}
