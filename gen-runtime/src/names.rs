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

    /// The hash of what came, which is even.
    #[inline]
    pub(crate) fn finish(self) -> u32 {
        (mix(self.mixed ^ self.word ^ u64::from(self.bits)) >> 32) as u32 & !1
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

/// Names of a bucket.
const BUCKET: usize = 5;

/// What no hash is.
const FREE: u32 = 1;

/// Names whose hashes lie together, with room for some more: one line of a processor's cache, and so one wait for memory.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Bucket {
    /// The packed places.
    places: [u64; BUCKET],
    hashes: [u32; BUCKET],
    names: u32,
}

const EMPTY: Bucket = Bucket { places: [0; BUCKET], hashes: [FREE; BUCKET], names: 0 };

/// The names that have been seen: a hash table, where a name that finds its bucket full goes to the next one.
#[derive(Debug)]
pub(crate) struct NameTable {
    /// A hash's bucket is as far from the table's start, in proportion, as the hash is from 0, so that a growing table
    /// is gone through from front to back.
    buckets: Vec<Bucket>,
    names: usize,
}

/// The buckets of a new table.
const BUCKETS: usize = 1 << 8;

/// What part of the text tells how many names there will be in all.
const KNOWN: usize = 16;

impl Default for NameTable {
    fn default() -> Self {
        NameTable { buckets: vec![EMPTY; BUCKETS], names: 0 }
    }
}

impl NameTable {
    /// Makes room for a batch of names, the last of them `read` bytes into `total`. Once a sixteenth has been read, it is
    /// taken that the rest has as many, so that a large table need not grow again.
    pub(crate) fn make_room(&mut self, batch: usize, read: usize, total: usize) {
        // A quarter stays free.
        let needed = |names: usize| (names + names / 3) / BUCKET + 1;
        let least = self.names + batch;
        if needed(least) <= self.buckets.len() {
            return;
        }
        let expected = match total / read.max(1) {
            parts if parts < KNOWN => (least as f64 * (total as f64 / read as f64)) as usize,
            _ => 4 * least,
        };
        let some_more = self.buckets.len() + self.buckets.len() / 4;
        let buckets = needed(expected.max(least) + batch).max(some_more);
        let old = std::mem::replace(&mut self.buckets, vec![EMPTY; buckets]);
        self.names = 0;
        for bucket in old {
            let names = bucket.hashes.into_iter().zip(bucket.places).take(bucket.names as usize);
            for (hash, packed) in names {
                let place = Place::unpack(packed);
                self.insert(Name { hash, place }, |_| false);
            }
        }
    }

    /// Reads the buckets that names will need.
    pub(crate) fn look_ahead(&self, names: &[Name]) {
        let read = names.iter().fold(0, |all, name| all ^ self.buckets[self.bucket(name.hash)].names);
        std::hint::black_box(read);
    }

    /// Remembers a name, unless it has been seen: then the place at which it was.
    #[inline]
    pub(crate) fn insert(&mut self, name: Name, same: impl Fn(Place) -> bool) -> Option<Place> {
        let mut at = self.bucket(name.hash);
        loop {
            let bucket = &mut self.buckets[at];
            // Nearly every name is new, so all hashes are compared before one is looked at.
            if bucket.hashes.iter().fold(false, |any, hash| any | (*hash == name.hash)) {
                let alike = bucket.hashes.iter().zip(bucket.places).filter(|(hash, _)| **hash == name.hash);
                let known = alike.map(|(_, packed)| Place::unpack(packed)).find(|place| same(*place));
                if known.is_some() {
                    return known;
                }
            }
            let used = bucket.names as usize;
            if used < BUCKET {
                (bucket.hashes[used], bucket.places[used]) = (name.hash, name.place.pack());
                bucket.names += 1;
                self.names += 1;
                return None;
            }
            at = if at + 1 == self.buckets.len() { 0 } else { at + 1 };
        }
    }

    #[inline]
    fn bucket(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.buckets.len() as u64) >> 32) as usize
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
        let name = |at| Name { hash: u32::MAX - 1, place: Place { group: 0, at } };
        for at in 0..100 {
            assert_eq!(table.insert(name(at), |_| false), None);
        }
        assert_eq!(table.insert(name(200), |other| other.at == 99), Some(name(99).place));
    }
}
