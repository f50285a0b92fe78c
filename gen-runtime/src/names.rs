//! The names that have been seen, each remembered in a few bytes: where it is, and in which group of names.
//!
//! A million names need no copy of their text. What the text at a place is, and what of two places is the
//! same name, the owner of the text says.
//!
//! A place in a large table is far away in memory, and waiting for one name's place after the other takes
//! longer than all the rest. So names come in batches: [`NameTable::look_ahead`] reads the places of a batch at
//! once, and the processor waits for all of them together.

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
    /// Its hash.
    pub(crate) hash: u32,
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

/// The start of a name's hash: of bytes that come in pieces, and it does not matter where a piece ends.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NameHasher {
    mixed: u64,
    /// Bytes that do not make eight yet.
    word: u64,
    bits: u32,
}

impl NameHasher {
    /// Takes the bytes that follow.
    #[inline]
    pub(crate) fn then(mut self, bytes: &[u8]) -> Self {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            let word = u64::from_le_bytes(*word);
            self.mixed = mix(self.mixed ^ (self.word | word << self.bits));
            self.word = word >> 1 >> (63 - self.bits);
        }
        let last = rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let bits = 8 * rest.len() as u32;
        self.word |= last << self.bits;
        self.bits += bits;
        if self.bits >= 64 {
            self.mixed = mix(self.mixed ^ self.word);
            self.bits -= 64;
            self.word = last >> (bits - self.bits);
        }
        self
    }

    /// The hash of what came; no hash is 0.
    #[inline]
    pub(crate) fn finish(self) -> u32 {
        (mix(self.mixed ^ self.word ^ u64::from(self.bits)) >> 32) as u32 | 1
    }
}

/// Both halves of a product: each bit of it depends on nearly all of the word.
#[inline]
fn mix(word: u64) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    const START: u64 = 0x2436_a099_6b5d_1c7b;
    let product = u128::from(word ^ START) * u128::from(FACTOR);
    product as u64 ^ (product >> 64) as u64
}

/// A place of the table: a name's hash, 0 where the slot is free, and the halves of its packed place. Twelve bytes
/// that lie together are one wait for memory.
type Slot = [u32; 3];

/// The names that have been seen: a hash table, where a name that finds its slot taken goes to the next one.
#[derive(Debug)]
pub(crate) struct NameTable {
    /// A hash's slot is as far from the table's start, in proportion, as the hash is from 0, so that a growing table
    /// is gone through from front to back.
    slots: Vec<Slot>,
    names: usize,
}

/// The slots of a new table.
const SLOTS: usize = 1 << 10;

impl Default for NameTable {
    fn default() -> Self {
        NameTable { slots: vec![[0; 3]; SLOTS], names: 0 }
    }
}

impl NameTable {
    /// Makes room for a batch of names, the last of them `read` bytes into `total`. It is taken that the rest has as
    /// many as what has been read, so that a large table need not grow often.
    pub(crate) fn make_room(&mut self, batch: usize, read: usize, total: usize) {
        // A fifth stays free.
        let full = |names: usize| names + names / 4;
        let least = self.names + batch;
        if full(least) <= self.slots.len() {
            return;
        }
        let expected = least as f64 * (total as f64 / read.max(1) as f64);
        let some_more = self.slots.len() + self.slots.len() / 4;
        let slots = full((expected as usize).max(least) + batch).max(some_more);
        let old = std::mem::replace(&mut self.slots, vec![[0; 3]; slots]);
        for slot in old.into_iter().filter(|slot| slot[0] != 0) {
            if let Err(free) = self.find(slot[0], |_| false) {
                self.slots[free] = slot;
            }
        }
    }

    /// Reads the slots that names will need.
    pub(crate) fn look_ahead(&self, names: &[Name]) {
        std::hint::black_box(names.iter().fold(0, |all, name| all ^ self.slots[self.slot(name.hash)][0]));
    }

    /// Remembers a name, unless it has been seen: then the place at which it was.
    #[inline]
    pub(crate) fn insert(&mut self, name: Name, same: impl Fn(Place) -> bool) -> Option<Place> {
        match self.find(name.hash, same) {
            Ok(place) => Some(place),
            Err(free) => {
                let packed = name.place.pack();
                self.slots[free] = [name.hash, packed as u32, (packed >> 32) as u32];
                self.names += 1;
                None
            }
        }
    }

    /// The place of a name that has been seen, or the free slot that it can have.
    #[inline]
    fn find(&self, hash: u32, same: impl Fn(Place) -> bool) -> Result<Place, usize> {
        let mut at = self.slot(hash);
        loop {
            let [other, low, high] = self.slots[at];
            if other == 0 {
                return Err(at);
            }
            let place = Place::unpack(u64::from(high) << 32 | u64::from(low));
            if other == hash && same(place) {
                return Ok(place);
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }

    #[inline]
    fn slot(&self, hash: u32) -> usize {
        (u64::from(hash) * self.slots.len() as u64 >> 32) as usize
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

    fn hash(pieces: &[&[u8]]) -> u32 {
        pieces.iter().fold(NameHasher::default(), |hasher, piece| hasher.then(piece)).finish()
    }

    #[test]
    fn a_hash_does_not_depend_on_where_its_pieces_end() {
        let text = b"some_name_of_twenty_six_bs";
        for one in 0..text.len() {
            for two in one..text.len() {
                let pieces = [&text[..one], &text[one..two], &text[two..]];
                assert_eq!(hash(&pieces), hash(&[text]), "{one} {two}");
            }
        }
        assert_ne!(hash(&[b"a"]), hash(&[b"a\0"]));
    }

    #[test]
    fn names_are_found_again_in_a_table_that_has_grown() {
        let mut table = NameTable::default();
        let place = |name: usize| Place { group: name % 7, at: name };
        let hash = |name: usize| hash(&[name.to_string().as_bytes()]);
        for name in 0..20_000 {
            table.make_room(1, name, 1000);
            assert_eq!(
                table.insert(Name { hash: hash(name), place: place(name) }, |other| other == place(name)),
                None
            );
        }
        for name in 0..20_000 {
            let again = Name { hash: hash(name), place: place(50_000) };
            assert_eq!(table.insert(again, |other| other == place(name)), Some(place(name)));
        }
    }

    #[test]
    fn names_of_one_hash_are_told_apart() {
        let mut table = NameTable::default();
        let name = |at| Name { hash: u32::MAX, place: Place { group: 0, at } };
        for at in 0..100 {
            assert_eq!(table.insert(name(at), |_| false), None);
        }
        assert_eq!(table.insert(name(200), |other| other.at == 99), Some(name(99).place));
    }
}
