//! Objects after the members of an archive, in the common `ar` format, as go1.3 and go1.4 added them. Bytes in,
//! bytes out.

/// What an archive starts with.
pub const MAGIC: &[u8] = b"!<arch>\n";
/// Bytes of a name; longer ones are cut.
const NAME: usize = 16;

/// What the common format puts after a member of odd length, so that headers stand at even places.
const PADDING: u8 = b'\n';

/// Adds an object to the text of an archive. Some archivers leave out the padding after the last member, which it gets.
pub fn append(archive: &mut Vec<u8>, name: &[u8], object: &[u8]) {
    if archive.len() % 2 == 1 {
        archive.push(PADDING);
    }
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

    #[test]
    fn the_padding_that_the_last_member_lacks_is_put_in() {
        let mut whole = MAGIC.to_vec();
        append(&mut whole, b"one.o", b"abc");
        let mut lacking = whole[..whole.len() - 1].to_vec();
        append(&mut whole, b"four.o", b"four");
        append(&mut lacking, b"four.o", b"four");
        let padding = MAGIC.len() + 60 + 3;
        assert_eq!((whole[padding], lacking[padding]), (0, b'\n'));
        assert_eq!(lacking[padding + 1..], whole[padding + 1..]);
    }
}
