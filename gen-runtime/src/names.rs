//! The names that have been seen, each remembered in eight bytes: where it is, and in which group of names.
//!
//! A million names need no copy of their text. What the text at a place is, and what of two places is the
//! same name, the owner of the text says.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Where a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its group, which says what the name is a part of.
    pub(crate) group: usize,
    /// Its offset.
    pub(crate) at: usize,
}

/// Bits of an offset; the group has the rest.
const OFFSET_BITS: u32 = 40;

impl Place {
    fn pack(self) -> u64 {
        (self.group as u64) << OFFSET_BITS | self.at as u64
    }

    fn unpack(packed: u64) -> Place {
        Place { group: (packed >> OFFSET_BITS) as usize, at: (packed & ((1 << OFFSET_BITS) - 1)) as usize }
    }
}

/// What a name's text is: a head and a tail, which read as one.
pub(crate) trait NameText {
    /// The text at a place.
    fn text(&self, place: Place) -> (&[u8], &[u8]);
}

/// The names that have been seen.
#[derive(Debug, Default)]
pub(crate) struct NameTable {
    places: HashTable<u64>,
}

impl NameTable {
    /// A table with room for that many names, so that it need not grow, which means to read them all again.
    pub(crate) fn with_room(names: usize) -> Self {
        NameTable { places: HashTable::with_capacity(names) }
    }

    /// Remembers a name, unless it has been seen: then the place at which it was.
    pub(crate) fn insert(&mut self, place: Place, texts: &impl NameText) -> Option<Place> {
        let text = texts.text(place);
        let same = |&other: &u64| same_text(texts.text(Place::unpack(other)), text);
        let rehash = |&other: &u64| hash(texts.text(Place::unpack(other)));
        match self.places.entry(hash(text), same, rehash) {
            Entry::Occupied(other) => return Some(Place::unpack(*other.get())),
            Entry::Vacant(free) => free.insert(place.pack()),
        };
        None
    }
}

/// FNV-1a, which takes the bytes one by one: where the head ends does not matter. Its high bits, by which the
/// table tells names apart, change least, so they are mixed in the end.
fn hash((head, tail): (&[u8], &[u8])) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let take = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
    let hash = tail.iter().fold(head.iter().fold(OFFSET_BASIS, take), take);
    (hash ^ hash >> 32).wrapping_mul(OFFSET_BASIS)
}

fn same_text((head, tail): (&[u8], &[u8]), (other_head, other_tail): (&[u8], &[u8])) -> bool {
    if head.len() == other_head.len() {
        return tail == other_tail && head == other_head;
    }
    head.len() + tail.len() == other_head.len() + other_tail.len()
        && head.iter().chain(tail).eq(other_head.iter().chain(other_tail))
}

/// The name at the start of a text: all up to a blank or to what ends a name in acid text.
pub(crate) fn name_at(text: &[u8]) -> &[u8] {
    let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b';' | b'=' | b'{' | b'}');
    &text[..text.iter().position(ends).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words(&'static [u8]);

    impl NameText for Words {
        fn text(&self, place: Place) -> (&[u8], &[u8]) {
            ([b"".as_slice(), b"a_", b"a_b_"][place.group], name_at(&self.0[place.at..]))
        }
    }

    #[test]
    fn a_name_is_found_wherever_its_head_ends() {
        let words = Words(b"a_b_c b_c;c x");
        let mut table = NameTable::default();
        assert_eq!(table.insert(Place { group: 0, at: 0 }, &words), None);
        assert_eq!(table.insert(Place { group: 1, at: 6 }, &words), Some(Place { group: 0, at: 0 }));
        assert_eq!(table.insert(Place { group: 2, at: 10 }, &words), Some(Place { group: 0, at: 0 }));
        assert_eq!(table.insert(Place { group: 2, at: 12 }, &words), None);
        assert_eq!(table.insert(Place { group: 1, at: 12 }, &words), None);
    }
}
