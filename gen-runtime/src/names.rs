//! The names that have been seen, each remembered in eight bytes: where it is, and in which group of names.
//!
//! A million names need no copy of their text. What the text at a place is, and what of two places is the
//! same name, the owner of the text says.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::{BuildHasher, Hasher};

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
    hasher: DefaultHashBuilder,
}

impl NameTable {
    /// Remembers a name, unless it has been seen: then the place at which it was.
    pub(crate) fn insert(&mut self, place: Place, texts: &impl NameText) -> Option<Place> {
        let text = texts.text(place);
        let hash = hash(&self.hasher, text);
        let same = |&other: &u64| same_text(texts.text(Place::unpack(other)), text);
        if let Some(&other) = self.places.find(hash, same) {
            return Some(Place::unpack(other));
        }
        let rehash = |&other: &u64| self::hash(&self.hasher, texts.text(Place::unpack(other)));
        self.places.insert_unique(hash, place.pack(), rehash);
        None
    }
}

fn hash(hasher: &DefaultHashBuilder, (head, tail): (&[u8], &[u8])) -> u64 {
    let mut state = hasher.build_hasher();
    // Where the head ends must not matter, so both are hashed in one go.
    let mut joined = [0; 64];
    let length = head.len() + tail.len();
    if let Some(joined) = joined.get_mut(..length) {
        joined[..head.len()].copy_from_slice(head);
        joined[head.len()..].copy_from_slice(tail);
        state.write(joined);
    } else {
        state.write(&[head, tail].concat());
    }
    state.finish()
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
