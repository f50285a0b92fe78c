//! The names that have been seen, each remembered in a few bytes: where it is, and in which group of names.
//!
//! A million names need no copy of their text. What the name at a place is, the owner of the text says, in pieces: a
//! name may have something in front that is not in the text.
//!
//! A place in a large table is far away in memory. Names come in batches, hashed beforehand: while only the table is
//! looked at, the processor waits for several names' places at once, which it cannot do with the taking apart of lines
//! in between.

use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

/// Where a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its group, which says what the name is a part of.
    pub(crate) group: usize,
    /// Its offset.
    pub(crate) at: usize,
}

/// A name as the table wants it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    hash: u64,
    /// Where it is.
    pub(crate) place: Place,
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

/// The names that have been seen.
#[derive(Debug, Default)]
pub(crate) struct NameTable {
    seen: HashTable<Seen>,
    hashes: DefaultHashBuilder,
    /// Where a name's pieces are joined.
    joined: Vec<u8>,
}

/// A name that has been seen. With the hash beside the place, a table that grows need not read it again.
#[derive(Debug, Clone, Copy)]
struct Seen {
    hash: u64,
    packed: u64,
}

/// What part of the text tells how many names there will be in all.
const KNOWN: usize = 16;

impl NameTable {
    /// A name as the table wants it, from its pieces.
    #[inline]
    pub(crate) fn name<const N: usize>(&mut self, pieces: [&[u8]; N], place: Place) -> Name {
        self.joined.clear();
        pieces.into_iter().for_each(|piece| self.joined.extend_from_slice(piece));
        Name { hash: self.hashes.hash_one(&self.joined[..]), place }
    }

    /// Remembers a batch of names, the last of them `read` bytes into `total`; of each the place at which it was seen
    /// before.
    pub(crate) fn insert_all<'t, const N: usize>(
        &mut self,
        names: &[Name],
        (read, total): (usize, usize),
        pieces_at: impl Fn(Place) -> [&'t [u8]; N],
    ) -> Vec<Option<Place>> {
        self.make_room(names.len(), read, total);
        names.iter().map(|name| self.insert(*name, &pieces_at)).collect()
    }

    /// Makes room for a batch. Once a sixteenth of the text has been read, it is taken that the rest has as many names,
    /// so that a large table need not grow again.
    fn make_room(&mut self, batch: usize, read: usize, total: usize) {
        let names = self.seen.len() + batch;
        if names > self.seen.capacity() {
            let known = read > total / KNOWN;
            let rest =
                if known { names as f64 * total.saturating_sub(read) as f64 / read as f64 } else { 0.0 };
            self.seen.reserve(batch + rest as usize, |seen| seen.hash);
        }
    }

    /// Remembers a name, unless it has been seen: then the place at which it was.
    fn insert<'t, const N: usize>(
        &mut self,
        name: Name,
        pieces_at: impl Fn(Place) -> [&'t [u8]; N],
    ) -> Option<Place> {
        let bytes = |place| pieces_at(place).into_iter().flatten();
        let same =
            |seen: &Seen| seen.hash == name.hash && bytes(Place::unpack(seen.packed)).eq(bytes(name.place));
        match self.seen.entry(name.hash, same, |seen| seen.hash) {
            Entry::Occupied(earlier) => Some(Place::unpack(earlier.get().packed)),
            Entry::Vacant(free) => {
                free.insert(Seen { hash: name.hash, packed: name.place.pack() });
                None
            }
        }
    }
}

/// The name at the start of a text: all up to a blank or to what ends a name in acid text.
pub(crate) fn name_at(text: &[u8]) -> &[u8] {
    let ends = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b';' | b'=' | b'{' | b'}');
    &text[..text.iter().position(ends).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_again_in_a_table_that_has_grown() {
        let names: Vec<_> = (0..20_000).map(|name| name.to_string()).collect();
        let pieces_at = |place: Place| [names[place.at].as_bytes()];
        for total in [0, 1000, 20_000] {
            let mut table = NameTable::default();
            let mut insert = |group, at| {
                let place = Place { group, at };
                let name = table.name(pieces_at(place), place);
                table.insert_all(&[name], (at, total), pieces_at)[0]
            };
            assert!((0..names.len()).all(|at| insert(at % 7, at).is_none()));
            assert!((0..names.len()).all(|at| insert(9, at) == Some(Place { group: at % 7, at })));
        }
    }

    #[test]
    fn it_does_not_matter_where_a_piece_of_a_name_ends() {
        let pieces: [[&[u8]; 2]; 4] = [[b"a_b", b"_c"], [b"a", b"_b_c"], [b"", b"a_b"], [b"a_b", b"_cd"]];
        let mut table = NameTable::default();
        let mut insert = |at| {
            let name = table.name(pieces[at], Place { group: at, at });
            table.insert(name, |place| pieces[place.at])
        };
        assert_eq!([0, 1, 2, 3].map(&mut insert), [None, Some(Place { group: 0, at: 0 }), None, None]);
    }

    #[test]
    fn names_of_one_hash_are_told_apart() {
        let texts: Vec<_> = (0..100).map(|name| name.to_string()).collect();
        let mut table = NameTable::default();
        let pieces_at = |place: Place| [texts[place.at % 100].as_bytes()];
        let name = |at| Name { hash: 1, place: Place { group: 0, at } };
        assert!((0..100).all(|at| table.insert(name(at), pieces_at).is_none()));
        assert_eq!(table.insert(name(199), pieces_at), Some(name(99).place));
    }
}
