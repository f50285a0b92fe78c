//! Owns the loads and stores: "Loads and stores" (C4.1.94), with the extensions for atomics (LSE, LSE128),
//! acquire (RCPC to RCPC3), memory tags, authenticated loads, 64-byte accesses (LS64) and memory copies
//! (MOPS). THE, LSUI and LSFE are not known.
//!
//! Three tables, read one after another: what takes its address without an offset, what takes one, and
//! the vectors by structure.

use super::row::{Row, Write, none, unallocated, writes};

/// A load into Rt.
const T: &[Write] = &[Write::D];
/// A load into Rt with a base that is written back.
const T_BASE: &[Write] = &[Write::D, Write::Base];
/// A load into Rt and Rt2.
const PAIR: &[Write] = &[Write::D, Write::T2];
/// A load into Rt and Rt2 with a base that is written back.
const PAIR_BASE: &[Write] = &[Write::D, Write::T2, Write::Base];
/// A load into Rt and the register at bit 16.
const T_S: &[Write] = &[Write::D, Write::S];
/// A load into Rt and the register at bit 16 with a base that is written back.
const T_S_BASE: &[Write] = &[Write::D, Write::S, Write::Base];
/// Rs alone: a status, or the value that a compare found.
const S: &[Write] = &[Write::S];
/// A store with a base that is written back.
const BASE: &[Write] = &[Write::Base];
/// A copy, which moves both addresses on and counts down.
const COPY: &[Write] = &[Write::D, Write::S, Write::N];
/// A fill, which moves its address on and counts down.
const FILL: &[Write] = &[Write::D, Write::N];

/// Exclusive, ordered and atomic accesses, tags, copies. `z` is the size, `A` acquire, `R` release.
#[rustfmt::skip]
pub(super) const EXCLUSIVE: &[Row] = &[
    // Exclusive.
    writes("zz 001000 000 sssss R 11111 nnnnn ttttt", S),             // stxr, stlxr
    writes("zz 001000 010 11111 A 11111 nnnnn ttttt", T),             // ldxr, ldaxr
    writes("1z 001000 001 sssss R uuuuu nnnnn ttttt", S),             // stxp, stlxp
    writes("1z 001000 011 11111 A uuuuu nnnnn ttttt", PAIR),          // ldxp, ldaxp
    // Ordered.
    none("zz 001000 100 11111 R 11111 nnnnn ttttt"),                  // stllr, stlr
    writes("zz 001000 110 11111 A 11111 nnnnn ttttt", T),             // ldlar, ldar
    none("zz 011001 000 iiiiiiiii 00 nnnnn ttttt"),                   // stlur
    unallocated("11 011001 1o0 iiiiiiiii 00 nnnnn ttttt"),
    unallocated("10 011001 110 iiiiiiiii 00 nnnnn ttttt"),
    writes("zz 011001 oo0 iiiiiiiii 00 nnnnn ttttt", T),              // ldapur, ldapurs…
    none("zz 011101 0o0 iiiiiiiii 10 nnnnn ttttt"),                   // stlur, ldapur of vectors
    none("00 011101 1o0 iiiiiiiii 10 nnnnn ttttt"),
    writes("1z 011001 000 uuuuu 0000 10 nnnnn ttttt", BASE),          // stilp, pre-index
    none("1z 011001 000 uuuuu 0001 10 nnnnn ttttt"),                  // stilp
    writes("1z 011001 010 sssss 0000 10 nnnnn ttttt", T_S_BASE),      // ldiapp, post-index
    writes("1z 011001 010 sssss 0001 10 nnnnn ttttt", T_S),           // ldiapp
    writes("1z 011001 100 00000 0000 10 nnnnn ttttt", BASE),          // stlr, pre-index
    writes("1z 011001 110 00000 0000 10 nnnnn ttttt", T_BASE),        // ldapr, post-index
    none("0Q 001101 0o0 00001 100 001 nnnnn ttttt"),                  // stl1, ldap1
    // Atomic.
    writes("zz 001000 1A1 sssss R 11111 nnnnn ttttt", S),             // cas
    writes("0z 001000 0A1 ssss0 R 11111 nnnnn tttt0", &[Write::SPair]), // casp
    writes("zz 111000 AR1 sssss 0 ooo 00 nnnnn ttttt", T),            // ldadd, ldclr, … ldumin
    writes("zz 111000 AR1 sssss 1 000 00 nnnnn ttttt", T),            // swp
    writes("zz 111000 101 11111 1 100 00 nnnnn ttttt", T),            // ldapr
    writes("00 011001 AR1 sssss 0 001 00 nnnnn ttttt", T_S),          // ldclrp
    writes("00 011001 AR1 sssss 0 011 00 nnnnn ttttt", T_S),          // ldsetp
    writes("00 011001 AR1 sssss 1 000 00 nnnnn ttttt", T_S),          // swpp
    none("11 111000 001 11111 1 001 00 nnnnn 0ttt0"),                 // st64b
    none("11 111000 001 11111 1 001 00 nnnnn 10tt0"),
    writes("11 111000 001 sssss 1 01o 00 nnnnn 0ttt0", S),            // st64bv0, st64bv
    writes("11 111000 001 sssss 1 01o 00 nnnnn 10tt0", S),
    writes("11 111000 001 11111 1 101 00 nnnnn 0ttt0", &[Write::Eight]), // ld64b
    writes("11 111000 001 11111 1 101 00 nnnnn 10tt0", &[Write::Eight]),
    // Authenticated.
    writes("11 111000 k i1 iiiiiiiii 01 nnnnn ttttt", T),             // ldraa, ldrab
    writes("11 111000 k i1 iiiiiiiii 11 nnnnn ttttt", T_BASE),
    // Tags.
    writes("11011001 oo1 iiiiiiiii 01 nnnnn ttttt", BASE),            // stg, stzg, st2g, stz2g
    none("11011001 oo1 iiiiiiiii 10 nnnnn ttttt"),
    writes("11011001 oo1 iiiiiiiii 11 nnnnn ttttt", BASE),
    writes("11011001 011 iiiiiiiii 00 nnnnn ttttt", T),               // ldg
    // Copies. No register may be the zero register, save the value of a fill.
    unallocated("00 011 o 01 oo0 sssss oooo 01 nnnnn 11111"),
    unallocated("00 011 o 01 oo0 sssss oooo 01 11111 ddddd"),
    unallocated("00 011 o 01 110 sssss 11oo 01 nnnnn ddddd"),
    writes("00 011 o 01 110 sssss oooo 01 nnnnn ddddd", FILL),        // setp, setm, sete, setgp, …
    unallocated("00 011 o 01 oo0 11111 oooo 01 nnnnn ddddd"),
    writes("00 011 o 01 oo0 sssss oooo 01 nnnnn ddddd", COPY),        // cpyfp, cpyfm, cpyfe, cpyp, …
];

/// Accesses with an offset: literals, pairs, registers. Bit 26 tells vectors, which write no general one.
#[rustfmt::skip]
pub(super) const REGISTER: &[Row] = &[
    // Literals.
    none("11 011000 iiiiiiiiiiiiiiiiiii ttttt"),                      // prfm
    writes("oo 011000 iiiiiiiiiiiiiiiiiii ttttt", T),                 // ldr, ldrsw
    unallocated("11 011100 iiiiiiiiiiiiiiiiiii ttttt"),
    none("oo 011100 iiiiiiiiiiiiiiiiiii ttttt"),                      // ldr of a vector
    // Pairs. The second mode, with bit 23 alone, is post-index; the fourth is pre-index.
    unallocated("11 101v0 oo o iiiiiii uuuuu nnnnn ttttt"),
    unallocated("01 10100 00 o iiiiiii uuuuu nnnnn ttttt"),
    none("oo 10100 00 0 iiiiiii uuuuu nnnnn ttttt"),                  // stnp
    writes("oo 10100 00 1 iiiiiii uuuuu nnnnn ttttt", PAIR),          // ldnp
    writes("oo 10100 o1 0 iiiiiii uuuuu nnnnn ttttt", BASE),          // stp, stgp, pre- and post-index
    writes("oo 10100 o1 1 iiiiiii uuuuu nnnnn ttttt", PAIR_BASE),     // ldp, ldpsw, pre- and post-index
    none("oo 10100 10 0 iiiiiii uuuuu nnnnn ttttt"),                  // stp, stgp
    writes("oo 10100 10 1 iiiiiii uuuuu nnnnn ttttt", PAIR),          // ldp, ldpsw
    writes("oo 10110 o1 o iiiiiii uuuuu nnnnn ttttt", BASE),          // stp, ldp of vectors, pre- and post-index
    none("oo 10110 o0 o iiiiiii uuuuu nnnnn ttttt"),                  // stp, ldp, stnp, ldnp of vectors
    // Registers: what size and opcode do not allow, in every form.
    unallocated("1z 11100o 11 iiiiiiiiii oo nnnnn ttttt"),
    unallocated("1z 111101 1o iiiiiiiiii oo nnnnn ttttt"),
    unallocated("z1 111101 1o iiiiiiiiii oo nnnnn ttttt"),
    unallocated("1z 111100 1o iiiiiiiiii oo nnnnn ttttt"),
    unallocated("z1 111100 1o iiiiiiiiii oo nnnnn ttttt"),
    // Registers: an unsigned offset.
    none("11 111001 10 iiiiiiiiiiii nnnnn ttttt"),                    // prfm
    none("zz 111001 00 iiiiiiiiiiii nnnnn ttttt"),                    // str
    writes("zz 111001 oo iiiiiiiiiiii nnnnn ttttt", T),               // ldr, ldrs…
    none("zz 111101 oo iiiiiiiiiiii nnnnn ttttt"),                    // str, ldr of a vector
    // Registers: an unscaled offset.
    none("11 111000 10 0 iiiiiiiii 00 nnnnn ttttt"),                  // prfum
    none("zz 111000 00 0 iiiiiiiii 00 nnnnn ttttt"),                  // stur
    writes("zz 111000 oo 0 iiiiiiiii 00 nnnnn ttttt", T),             // ldur, ldurs…
    none("zz 111100 oo 0 iiiiiiiii 00 nnnnn ttttt"),                  // stur, ldur of a vector
    // Registers: an offset in a register, whose extension has bit 14.
    none("11 111000 10 1 mmmmm e1e i 10 nnnnn ttttt"),                // prfm, rprfm
    none("zz 111000 00 1 mmmmm e1e i 10 nnnnn ttttt"),                // str
    writes("zz 111000 oo 1 mmmmm e1e i 10 nnnnn ttttt", T),           // ldr, ldrs…
    none("zz 111100 oo 1 mmmmm e1e i 10 nnnnn ttttt"),                // str, ldr of a vector
    // Registers: unprivileged, post-index, pre-index.
    unallocated("11 111000 10 0 iiiiiiiii oo nnnnn ttttt"),
    none("zz 111000 00 0 iiiiiiiii 10 nnnnn ttttt"),                  // sttr
    writes("zz 111000 oo 0 iiiiiiiii 10 nnnnn ttttt", T),             // ldtr, ldtrs…
    writes("zz 111000 00 0 iiiiiiiii o1 nnnnn ttttt", BASE),          // str
    writes("zz 111000 oo 0 iiiiiiiii o1 nnnnn ttttt", T_BASE),        // ldr, ldrs…
    writes("zz 111100 oo 0 iiiiiiiii o1 nnnnn ttttt", BASE),          // str, ldr of a vector
];

/// Vectors by structure: ld1 to ld4, st1 to st4. `Q` is the width, `L` a load.
#[rustfmt::skip]
pub(super) const STRUCTURE: &[Row] = &[
    // Multiple structures: 0010, 0110, 0111, 1010 are ld1; 1000 ld2, 0100 ld3, 0000 ld4.
    none("0Q 001100 0L 000000 0010 zz nnnnn ttttt"),
    none("0Q 001100 0L 000000 011o zz nnnnn ttttt"),
    none("0Q 001100 0L 000000 1010 zz nnnnn ttttt"),
    writes("0Q 001100 1L 0mmmmm 0010 zz nnnnn ttttt", BASE),
    writes("0Q 001100 1L 0mmmmm 011o zz nnnnn ttttt", BASE),
    writes("0Q 001100 1L 0mmmmm 1010 zz nnnnn ttttt", BASE),
    unallocated("00 001100 oL 0mmmmm oooo 11 nnnnn ttttt"),
    none("0Q 001100 0L 000000 1000 zz nnnnn ttttt"),
    none("0Q 001100 0L 000000 0o00 zz nnnnn ttttt"),
    writes("0Q 001100 1L 0mmmmm 1000 zz nnnnn ttttt", BASE),
    writes("0Q 001100 1L 0mmmmm 0o00 zz nnnnn ttttt", BASE),
    // One lane: of 8, 16, 32 and 64 bits; then one to every lane.
    none("0Q 001101 0Lo 00000 00o izz nnnnn ttttt"),
    none("0Q 001101 0Lo 00000 01o iz0 nnnnn ttttt"),
    none("0Q 001101 0Lo 00000 10o i00 nnnnn ttttt"),
    none("0Q 001101 0Lo 00000 10o 001 nnnnn ttttt"),
    none("0Q 001101 01o 00000 11o 0zz nnnnn ttttt"),
    writes("0Q 001101 1Lo mmmmm 00o izz nnnnn ttttt", BASE),
    writes("0Q 001101 1Lo mmmmm 01o iz0 nnnnn ttttt", BASE),
    writes("0Q 001101 1Lo mmmmm 10o i00 nnnnn ttttt", BASE),
    writes("0Q 001101 1Lo mmmmm 10o 001 nnnnn ttttt", BASE),
    writes("0Q 001101 11o mmmmm 11o 0zz nnnnn ttttt", BASE),
];
