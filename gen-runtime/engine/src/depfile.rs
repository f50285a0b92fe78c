//! Which paths a depfile can name for Ninja. Depfiles themselves are written and read in `goc2c::command::depfile`.

use std::path::Path;

use goc2c::command::output::bytes_of;

/// Whether Ninja finds a path in a depfile: it takes some signs for the end of one.
pub fn is_plain(path: &Path) -> bool {
    let is_plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"+,/_:.~(){}[]%=@!-# $".contains(byte) || *byte >= 0x80;
    bytes_of(path.as_os_str()).iter().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ninja_takes_some_signs_for_the_end_of_a_path() {
        assert!(is_plain(Path::new("/a b/$c#.h")) && !is_plain(Path::new("it's")));
    }
}
