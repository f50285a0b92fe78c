//! Owns the instructions that compute in general registers: "Data processing, immediate" (C4.1.92) and
//! "Data processing, register" (C4.1.95), with the extensions for pointer authentication, memory tags,
//! flags (FlagM) and CSSC. CPA and PAuth_LR are not known.

use super::row::{Row, Write, none, unallocated, writes};

/// Rd, where 31 is the zero register.
const D: &[Write] = &[Write::D];
/// Rd, where 31 is SP.
const SP: &[Write] = &[Write::DOrSp];

/// "Data processing, immediate".
#[rustfmt::skip]
pub(super) const IMMEDIATE: &[Row] = &[
    writes("o ii 10000 iiiiiiiiiiiiiiiiiii ddddd", D),            // adr, adrp
    // Add and subtract.
    writes("s o 0 100010 h iiiiiiiiiiii nnnnn ddddd", SP),        // add, sub
    writes("s o 1 100010 h iiiiiiiiiiii nnnnn ddddd", D),         // adds, subs
    writes("1 o 0 1000110 iiiiii 00 iiii nnnnn ddddd", SP),       // addg, subg
    writes("s 0 0 1000111 00oo iiiiiiii nnnnn ddddd", D),         // smax, umax, smin, umin
    // Logical. An element of ones alone cannot be written, nor one of more than 32 bits in a W register.
    unallocated("0 oo 100100 1 rrrrrr ssssss nnnnn ddddd"),
    unallocated("s oo 100100 1 rrrrrr 111111 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 011111 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 101111 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 110111 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 111011 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 111101 nnnnn ddddd"),
    unallocated("s oo 100100 0 rrrrrr 11111s nnnnn ddddd"),
    writes("s 11 100100 N rrrrrr ssssss nnnnn ddddd", D),         // ands
    writes("s oo 100100 N rrrrrr ssssss nnnnn ddddd", SP),        // and, orr, eor
    // Move wide.
    unallocated("s 01 100101 hh iiiiiiiiiiiiiiii ddddd"),
    writes("0 oo 100101 0h iiiiiiiiiiiiiiii ddddd", D),           // movn, movz, movk
    writes("1 oo 100101 hh iiiiiiiiiiiiiiii ddddd", D),
    // Bit fields.
    unallocated("s 11 100110 N rrrrrr ssssss nnnnn ddddd"),
    writes("0 oo 100110 0 0rrrrr 0sssss nnnnn ddddd", D),         // sbfm, bfm, ubfm
    writes("1 oo 100110 1 rrrrrr ssssss nnnnn ddddd", D),
    writes("0 00 100111 00 mmmmm 0sssss nnnnn ddddd", D),         // extr
    writes("1 00 100111 10 mmmmm ssssss nnnnn ddddd", D),
];

/// "Data processing, register".
#[rustfmt::skip]
pub(super) const REGISTER: &[Row] = &[
    // Two sources.
    writes("s 00 11010110 mmmmm 00001o nnnnn ddddd", D),          // udiv, sdiv
    writes("s 00 11010110 mmmmm 0010oo nnnnn ddddd", D),          // lslv, lsrv, asrv, rorv
    writes("0 00 11010110 mmmmm 010c00 nnnnn ddddd", D),          // crc32b, crc32cb
    writes("0 00 11010110 mmmmm 010c01 nnnnn ddddd", D),          // crc32h, crc32ch
    writes("0 00 11010110 mmmmm 010c10 nnnnn ddddd", D),          // crc32w, crc32cw
    writes("1 00 11010110 mmmmm 010c11 nnnnn ddddd", D),          // crc32x, crc32cx
    writes("s 00 11010110 mmmmm 0110oo nnnnn ddddd", D),          // smax, umax, smin, umin
    writes("1 0f 11010110 mmmmm 000000 nnnnn ddddd", D),          // subp, subps
    writes("1 00 11010110 mmmmm 000100 nnnnn ddddd", SP),         // irg
    writes("1 00 11010110 mmmmm 000101 nnnnn ddddd", D),          // gmi
    writes("1 00 11010110 mmmmm 001100 nnnnn ddddd", D),          // pacga
    // One source.
    unallocated("0 10 11010110 00000 000011 nnnnn ddddd"),
    writes("s 10 11010110 00000 0000oo nnnnn ddddd", D),          // rbit, rev16, rev32, rev
    writes("s 10 11010110 00000 0001oo nnnnn ddddd", D),          // clz, cls, ctz, cnt
    writes("s 10 11010110 00000 001000 nnnnn ddddd", D),          // abs
    writes("1 10 11010110 00001 000ooo nnnnn ddddd", D),          // pacia … autdb
    writes("1 10 11010110 00001 001ooo 11111 ddddd", D),          // paciza … autdzb
    writes("1 10 11010110 00001 01000o 11111 ddddd", D),          // xpaci, xpacd
    // Logical, shifted register.
    unallocated("0 oo 01010 hh N mmmmm 1iiiii nnnnn ddddd"),
    writes("s oo 01010 hh N mmmmm iiiiii nnnnn ddddd", D),        // and, bic, orr, orn, eor, eon, ands, bics
    // Add and subtract, shifted and extended register.
    unallocated("0 o f 01011 hh 0 mmmmm 1iiiii nnnnn ddddd"),
    unallocated("s o f 01011 11 0 mmmmm iiiiii nnnnn ddddd"),
    writes("s o f 01011 hh 0 mmmmm iiiiii nnnnn ddddd", D),       // add, adds, sub, subs
    writes("s o 0 01011 001 mmmmm eee 0ii nnnnn ddddd", SP),      // add, sub
    writes("s o 0 01011 001 mmmmm eee 100 nnnnn ddddd", SP),
    writes("s o 1 01011 001 mmmmm eee 0ii nnnnn ddddd", D),       // adds, subs
    writes("s o 1 01011 001 mmmmm eee 100 nnnnn ddddd", D),
    // With carry, and flags.
    writes("s o f 11010000 mmmmm 000000 nnnnn ddddd", D),         // adc, adcs, sbc, sbcs
    none("1 0 1 11010000 iiiiii 00001 nnnnn 0 kkkk"),             // rmif
    none("0 0 1 11010000 000000 z 0010 nnnnn 0 1101"),            // setf8, setf16
    // Conditional.
    none("s o 1 11010010 mmmmm cccc i 0 nnnnn 0 vvvv"),           // ccmn, ccmp
    writes("s o 0 11010100 mmmmm cccc 0 o nnnnn ddddd", D),       // csel, csinc, csinv, csneg
    // Three sources.
    writes("s 00 11011 000 mmmmm o aaaaa nnnnn ddddd", D),        // madd, msub
    writes("1 00 11011 u01 mmmmm o aaaaa nnnnn ddddd", D),        // smaddl, smsubl, umaddl, umsubl
    writes("1 00 11011 u10 mmmmm 0 11111 nnnnn ddddd", D),        // smulh, umulh
];
