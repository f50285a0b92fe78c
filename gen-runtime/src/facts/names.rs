//! The names that have been seen, each remembered in sixteen bytes: where it is, where its value is, and in which group
//! of names.
//!
//! A million names need no copy of their text. What the name at a place is, the owner of the text says, in pieces: a
//! name may have a prefix that is not in the text. Unaware of how a name and its value are written.
//!
//! A place in a large table is far away in memory. Names come in batches, hashed beforehand: while only the table is
//! looked at, the processor waits for several names' places at once, which it cannot do with the taking apart of lines
//! in between.

use std::hash::BuildHasher;

use goc2c::Span;
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

/// Where a name is, and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its group, which says what the name is a part of.
    pub(crate) group: usize,
    /// The name.
    pub(crate) name: Span,
    /// What it stands for, if that has a value.
    pub(crate) value: Option<Span>,
}

/// A name as the table has it: its hash and its place, in two words. With the hash beside the place, a table that grows
/// need not read the name again.
///
/// A value is nearly always a few bytes away from its name, and both are short. So the place is the group (24 bits) and
/// the name's start (40 bits), and beside the hash (32 bits) the way from there to the value's start (16 bits) and the
/// lengths of value and name (seven bits each). A place that does not fit is kept in [`NameTable::far`], and `start` is
/// its index there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    /// The hash, and the lower half of the place.
    hash_and_shape: u64,
    start: u64,
}

/// The length of a name whose place did not fit.
const FAR: u8 = u8::MAX;
/// The length of a value that is not there.
const NO_VALUE: u8 = u8::MAX;

/// Odd, so that no two hashes become one, and with bits all over (2^64 over the golden ratio).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Bits of a name's start; its group has the rest.
const START_BITS: u32 = 40;
/// Bits of the way from a name's start to its value's.
const WAY_BITS: u32 = 16;
/// Bits of a length, which has a byte, so that [`FAR`] and [`NO_VALUE`] are none.
const LENGTH_BITS: u32 = 7;

impl Place {
    /// The place in a shape and a start, if it fits.
    #[inline]
    fn pack(self) -> Option<(u32, u64)> {
        let Place { group, name, value } = self;
        let (group, start) = (group as u64, name.start as u64);
        let way = value.map_or(0, |value| value.start.wrapping_sub(name.start).cast_signed()) as u64;
        let lengths = (name.len() | value.map_or(0, Span::len)) as u64;
        let rest = lengths >> LENGTH_BITS
            | way.wrapping_add(1 << (WAY_BITS - 1)) >> WAY_BITS
            | start >> START_BITS
            | group >> (u64::BITS - START_BITS);
        let value_length = value.map_or(u32::from(NO_VALUE), |value| value.len() as u32);
        let shape = (way as u32) << WAY_BITS | value_length << 8 | name.len() as u32;
        (rest == 0).then_some((shape, group << START_BITS | start))
    }

    fn unpack(shape: u32, packed: u64) -> Place {
        let [name_length, value_length, way @ ..] = shape.to_le_bytes();
        let start = (packed & ((1 << START_BITS) - 1)) as usize;
        let value = start.wrapping_add_signed(i16::from_le_bytes(way).into());
        let span = |start, length| Span::new(start, start + usize::from(length));
        Place {
            group: (packed >> START_BITS) as usize,
            name: span(start, name_length),
            value: (value_length != NO_VALUE).then(|| span(value, value_length)),
        }
    }
}

impl Name {
    #[inline]
    fn new(hash: u32, shape: u32, start: u64) -> Self {
        Name { hash_and_shape: u64::from(hash) << u32::BITS | u64::from(shape), start }
    }

    #[inline]
    fn hash(self) -> u32 {
        (self.hash_and_shape >> u32::BITS) as u32
    }

    /// The hash as the table takes it, which looks at both ends of 64 bits.
    #[inline]
    fn spread(&self) -> u64 {
        u64::from(self.hash()).wrapping_mul(SPREAD)
    }

    /// Its place, which may be among the far ones.
    #[inline]
    fn place(self, far: &[Place]) -> Place {
        let shape = self.hash_and_shape as u32;
        if shape as u8 == FAR { far[self.start as usize] } else { Place::unpack(shape, self.start) }
    }
}

/// The names that have been seen.
#[derive(Debug, Default)]
pub(crate) struct NameTable {
    seen: HashTable<Name>,
    /// The places that do not fit into a name.
    far: Vec<Place>,
    hashes: DefaultHashBuilder,
    /// Where a name's pieces are joined.
    joined: Vec<u8>,
}

/// What part of the text tells how many names there will be in all.
const KNOWN: usize = 16;

impl NameTable {
    /// A name as the table wants it, from its pieces.
    #[inline]
    pub(crate) fn name<const N: usize>(&mut self, pieces: [&[u8]; N], place: Place) -> Name {
        self.joined.clear();
        pieces.into_iter().for_each(|piece| self.joined.extend_from_slice(piece));
        let hash = self.hashes.hash_one(&self.joined[..]);
        self.name_of_hash((hash ^ hash >> u32::BITS) as u32, place)
    }

    #[inline]
    fn name_of_hash(&mut self, hash: u32, place: Place) -> Name {
        match place.pack() {
            Some((shape, start)) => Name::new(hash, shape, start),
            None => {
                self.far.push(place);
                Name::new(hash, FAR.into(), self.far.len() as u64 - 1)
            }
        }
    }

    /// The place of a name that this table made.
    #[inline]
    pub(crate) fn place(&self, name: Name) -> Place {
        name.place(&self.far)
    }

    /// Remembers a batch of names, the last of them `read` bytes into `total`; gives the index of each that was seen
    /// before, and the name that was.
    pub(crate) fn insert_all<'t, const N: usize>(
        &mut self,
        names: &[Name],
        (read, total): (usize, usize),
        pieces_at: impl Fn(Place) -> [&'t [u8]; N],
    ) -> Vec<(usize, Name)> {
        self.make_room(names.len(), read, total);
        let mut repeated = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if let Some(earlier) = self.insert(*name, &pieces_at) {
                repeated.push((index, earlier));
            }
        }
        repeated
    }

    /// Makes room for a batch. Once a sixteenth of the text has been read, it is taken that the rest has as many names,
    /// so that a large table need not grow again.
    fn make_room(&mut self, batch: usize, read: usize, total: usize) {
        let names = self.seen.len() + batch;
        if names > self.seen.capacity() {
            let known = read > total / KNOWN;
            let rest =
                if known { names as f64 * total.saturating_sub(read) as f64 / read as f64 } else { 0.0 };
            self.seen.reserve(batch + rest as usize, Name::spread);
        }
    }

    /// Remembers a name, unless it has been seen: then the name that was.
    #[inline]
    fn insert<'t, const N: usize>(
        &mut self,
        name: Name,
        pieces_at: &impl Fn(Place) -> [&'t [u8]; N],
    ) -> Option<Name> {
        let same = |seen: &Name| seen.hash() == name.hash() && is_same(&self.far, [*seen, name], pieces_at);
        match self.seen.entry(name.spread(), same, Name::spread) {
            Entry::Occupied(earlier) => Some(*earlier.get()),
            Entry::Vacant(free) => {
                free.insert(name);
                None
            }
        }
    }
}

/// Whether two names of one hash are one. Not a part of the loop that asks: the less is in there, the more names'
/// places does the processor wait for at once.
#[inline(never)]
fn is_same<'t, const N: usize>(
    far: &[Place],
    names: [Name; 2],
    pieces_at: &impl Fn(Place) -> [&'t [u8]; N],
) -> bool {
    let [a, b] = names.map(|name| pieces_at(name.place(far)));
    // Mostly they are of one group, so that their pieces are the same ones.
    a == b || a.into_iter().flatten().eq(b.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(group: usize, at: usize) -> Place {
        Place { group, name: Span::at(at), value: None }
    }

    #[test]
    fn names_are_found_again_in_a_table_that_has_grown() {
        let names: Vec<_> = (0..20_000).map(|name| name.to_string()).collect();
        let pieces_at = |place: Place| [names[place.name.start].as_bytes()];
        for total in [0, 1000, 20_000] {
            let mut table = NameTable::default();
            let mut insert = |group, at| {
                let place = place(group, at);
                let name = table.name(pieces_at(place), place);
                let seen = table.insert_all(&[name], (at, total), pieces_at);
                seen.first().map(|&(_, seen)| table.place(seen))
            };
            assert!((0..names.len()).all(|at| insert(at % 7, at).is_none()));
            assert!((0..names.len()).all(|at| insert(9, at) == Some(place(at % 7, at))));
        }
    }

    #[test]
    fn it_does_not_matter_where_a_piece_of_a_name_ends() {
        let pieces: [[&[u8]; 2]; 4] = [[b"a_b", b"_c"], [b"a", b"_b_c"], [b"", b"a_b"], [b"a_b", b"_cd"]];
        let mut table = NameTable::default();
        let mut insert = |at| {
            let name = table.name(pieces[at], place(at, at));
            let seen = table.insert(name, &|place: Place| pieces[place.name.start]);
            seen.map(|seen| table.place(seen))
        };
        assert_eq!([0, 1, 2, 3].map(&mut insert), [None, Some(place(0, 0)), None, None]);
    }

    #[test]
    fn names_of_one_hash_are_told_apart() {
        let texts: Vec<_> = (0..100).map(|name| name.to_string()).collect();
        let mut table = NameTable::default();
        let pieces_at = |place: Place| [texts[place.name.start % 100].as_bytes()];
        let mut insert = |at| {
            let name = table.name_of_hash(1, place(0, at));
            table.insert(name, &pieces_at).map(|seen| table.place(seen))
        };
        assert!((0..100).all(|at| insert(at).is_none()));
        assert_eq!(insert(199), Some(place(0, 99)));
    }

    #[test]
    fn a_place_comes_out_as_it_went_in() {
        let span = |start, length| Span::new(start, start + length);
        let mut table = NameTable::default();
        let mut far = 0;
        let starts = [0, 1, 40_000, (1 << 40) - 1, 1 << 40, usize::MAX / 2];
        for (group, name_at) in [0, 7, (1 << 24) - 1, 1 << 24]
            .into_iter()
            .zip(starts.into_iter().cycle())
            .chain(starts.map(|start| (1, start)))
        {
            for length in [0, 1, 127, 128, 255, 256, 70_000] {
                let name = span(name_at, length);
                let ways = [-32_769, -32_768, -1, 0, 1, 32_767, 32_768];
                let starts = ways.into_iter().filter_map(|way| name_at.checked_add_signed(way));
                let values =
                    starts.flat_map(|start| [0, 127, 128, 255, 256].map(|length| Some(span(start, length))));
                for value in values.chain([None]) {
                    let place = Place { group, name, value };
                    let name = table.name_of_hash(0, place);
                    assert_eq!(table.place(name), place);
                    far += 1;
                }
            }
        }
        assert!((1..far).contains(&table.far.len()), "some fit, and some do not");
    }

    #[test]
    fn a_name_takes_sixteen_bytes() {
        assert_eq!(size_of::<Name>(), 16);
    }
}
