//! Objects after the members of an archive, in the common `ar` format, as go1.3 and go1.4 added them. Bytes in,
//! bytes out.

/// What an archive starts with.
pub const MAGIC: &[u8] = b"!<arch>\n";
/// Bytes of a name; longer ones are cut.
const NAME: usize = 16;

/// Adds an object to the text of an archive.
pub fn append(archive: &mut Vec<u8>, name: &[u8], object: &[u8]) {
    let name = &name[..name.len().min(NAME)];
    archive.extend_from_slice(name);
    archive.resize(archive.len() + NAME - name.len(), b' ');
    let (time, user, group, mode) = (0, 0, 0, 0o644);
    let numbers = format!("{time:<12}{user:<6}{group:<6}{mode:<8o}{:<10}`\n", object.len());
    archive.extend_from_slice(numbers.as_bytes());
    archive.extend_from_slice(object);
    if object.len() % 2 == 1 {
        archive.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_60_bytes_and_members_even_length() {
        let mut archive = MAGIC.to_vec();
        append(&mut archive, b"zstring_linux_amd64.o", b"abc");
        let header = "zstring_linux_am0           0     0     644     3         `\n";
        assert_eq!(header.len(), 60);
        assert_eq!(archive, [MAGIC, header.as_bytes(), b"abc\0"].concat());
    }
}
