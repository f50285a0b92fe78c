//! Owns floating point: "Data processing, scalar floating-point and Advanced SIMD" (C4.1.96) where it
//! begins 000 or 100. Conversions to integers and `fmov` write general registers.
//!
//! `pp` is the precision: single, double, none, half.

use super::row::{Row, Write, none, unallocated, writes};

/// Rd as a general register.
const D: &[Write] = &[Write::D];

/// Floating point.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // fmov of a half of a vector, before the precision that nothing else has.
    writes("1 00 11110 10 1 01 110 000000 nnnnn ddddd", D),
    none("1 00 11110 10 1 01 111 000000 nnnnn ddddd"),
    unallocated("s 00 1111o 10 o mmmmm oooooo nnnnn ddddd"),
    // Fixed-point numbers.
    writes("0 00 11110 pp 0 11 00o 1fffff nnnnn ddddd", D),           // fcvtzs, fcvtzu
    writes("1 00 11110 pp 0 11 00o ffffff nnnnn ddddd", D),
    none("0 00 11110 pp 0 00 01o 1fffff nnnnn ddddd"),                // scvtf, ucvtf
    none("1 00 11110 pp 0 00 01o ffffff nnnnn ddddd"),
    // Integers.
    writes("s 00 11110 pp 1 rr 00o 000000 nnnnn ddddd", D),           // fcvtns, fcvtps, fcvtms, fcvtzs, …
    writes("s 00 11110 pp 1 00 10o 000000 nnnnn ddddd", D),           // fcvtas, fcvtau
    none("s 00 11110 pp 1 00 01o 000000 nnnnn ddddd"),                // scvtf, ucvtf
    writes("0 00 11110 01 1 11 110 000000 nnnnn ddddd", D),           // fjcvtzs
    writes("0 00 11110 00 1 00 110 000000 nnnnn ddddd", D),           // fmov to a general register
    writes("1 00 11110 01 1 00 110 000000 nnnnn ddddd", D),
    writes("s 00 11110 11 1 00 110 000000 nnnnn ddddd", D),
    none("0 00 11110 00 1 00 111 000000 nnnnn ddddd"),                // fmov from a general register
    none("1 00 11110 01 1 00 111 000000 nnnnn ddddd"),
    none("s 00 11110 11 1 00 111 000000 nnnnn ddddd"),
    // One source.
    none("0 00 11110 pp 1 0000 oo 10000 nnnnn ddddd"),                // fmov, fabs, fneg, fsqrt
    none("0 00 11110 00 1 0001 01 10000 nnnnn ddddd"),                // fcvt
    none("0 00 11110 00 1 0001 11 10000 nnnnn ddddd"),
    none("0 00 11110 01 1 0001 00 10000 nnnnn ddddd"),
    none("0 00 11110 01 1 0001 1o 10000 nnnnn ddddd"),                // bfcvt, fcvt
    none("0 00 11110 11 1 0001 0o 10000 nnnnn ddddd"),
    unallocated("0 00 11110 pp 1 0011 01 10000 nnnnn ddddd"),
    none("0 00 11110 pp 1 001o oo 10000 nnnnn ddddd"),                // frintn, frintp, … frinti
    none("0 00 11110 0p 1 0100 oo 10000 nnnnn ddddd"),                // frint32z, frint32x, frint64z, frint64x
    // Compare, immediate, two and three sources.
    none("0 00 11110 pp 1 mmmmm 00 1000 nnnnn oo000"),                // fcmp, fcmpe
    none("0 00 11110 pp 1 iiiiiiii 100 00000 ddddd"),                 // fmov
    none("0 00 11110 pp 1 mmmmm cccc 01 nnnnn o vvvv"),               // fccmp, fccmpe
    none("0 00 11110 pp 1 mmmmm 0ooo 10 nnnnn ddddd"),                // fmul, fdiv, fadd, fsub, fmax, … fminnm
    none("0 00 11110 pp 1 mmmmm 1000 10 nnnnn ddddd"),                // fnmul
    none("0 00 11110 pp 1 mmmmm cccc 11 nnnnn ddddd"),                // fcsel
    none("0 00 11111 pp o mmmmm o aaaaa nnnnn ddddd"),                // fmadd, fmsub, fnmadd, fnmsub
];
