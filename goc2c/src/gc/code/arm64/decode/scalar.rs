//! Owns the Advanced SIMD instructions on one element: "Data processing, scalar floating-point
//! and Advanced SIMD" (C4.1.96) where it begins 01. None writes a general register.
//!
//! `u` chooses unsigned or another operation, `zz` the size of the element.

use super::row::{Row, none, unallocated};

/// Scalars.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Three of the same.
    none("01 u 11110 zz 1 mmmmm 00o01 1 nnnnn ddddd"),                // sqadd, sqsub
    none("01 u 11110 zz 1 mmmmm 010o1 1 nnnnn ddddd"),                // sqshl, sqrshl
    none("01 u 11110 11 1 mmmmm 0011o 1 nnnnn ddddd"),                // cmgt, cmge, cmhi, cmhs
    none("01 u 11110 11 1 mmmmm 010o0 1 nnnnn ddddd"),                // sshl, srshl
    none("01 u 11110 11 1 mmmmm 1000o 1 nnnnn ddddd"),                // add, sub, cmtst, cmeq
    none("01 u 11110 01 1 mmmmm 10110 1 nnnnn ddddd"),                // sqdmulh, sqrdmulh
    none("01 u 11110 10 1 mmmmm 10110 1 nnnnn ddddd"),
    none("01 0 11110 0z 1 mmmmm 11011 1 nnnnn ddddd"),                // fmulx
    none("01 1 11110 1z 1 mmmmm 11010 1 nnnnn ddddd"),                // fabd
    none("01 u 11110 0z 1 mmmmm 11100 1 nnnnn ddddd"),                // fcmeq, fcmge
    none("01 1 11110 az 1 mmmmm 1110o 1 nnnnn ddddd"),                // fcmge, fcmgt, facge, facgt
    none("01 0 11110 az 1 mmmmm 11111 1 nnnnn ddddd"),                // frecps, frsqrts
    // Three of the same, half precision and extra.
    none("01 0 11110 010 mmmmm 00011 1 nnnnn ddddd"),                 // fmulx
    none("01 1 11110 110 mmmmm 00010 1 nnnnn ddddd"),                 // fabd
    none("01 u 11110 010 mmmmm 00100 1 nnnnn ddddd"),                 // fcmeq, fcmge
    none("01 1 11110 a10 mmmmm 0010o 1 nnnnn ddddd"),                 // fcmge, fcmgt, facge, facgt
    none("01 0 11110 a10 mmmmm 00111 1 nnnnn ddddd"),                 // frecps, frsqrts
    none("01 1 11110 010 mmmmm 1000o 1 nnnnn ddddd"),                 // sqrdmlah, sqrdmlsh
    none("01 1 11110 100 mmmmm 1000o 1 nnnnn ddddd"),
    // Three of different widths.
    none("01 0 11110 011 mmmmm 10o1 00 nnnnn ddddd"),                 // sqdmlal, sqdmlsl
    none("01 0 11110 101 mmmmm 10o1 00 nnnnn ddddd"),
    none("01 0 11110 011 mmmmm 1101 00 nnnnn ddddd"),                 // sqdmull
    none("01 0 11110 101 mmmmm 1101 00 nnnnn ddddd"),
    // Two registers.
    none("01 u 11110 zz 10000 00o11 10 nnnnn ddddd"),                 // suqadd, usqadd, sqabs, sqneg
    none("01 u 11110 11 10000 0100o 10 nnnnn ddddd"),                 // cmgt, cmeq, cmge, cmle with zero
    none("01 0 11110 11 10000 01010 10 nnnnn ddddd"),                 // cmlt with zero
    none("01 u 11110 11 10000 01011 10 nnnnn ddddd"),                 // abs, neg
    none("01 1 11110 01 10000 10110 10 nnnnn ddddd"),                 // fcvtxn
    none("01 u 11110 1z 10000 0110o 10 nnnnn ddddd"),                 // fcmgt, fcmeq, fcmge, fcmle with zero
    none("01 0 11110 1z 10000 01110 10 nnnnn ddddd"),                 // fcmlt with zero
    none("01 u 11110 az 10000 1101o 10 nnnnn ddddd"),                 // fcvtns, fcvtms, fcvtps, fcvtzs, …
    none("01 u 11110 0z 10000 1110o 10 nnnnn ddddd"),                 // fcvtas, fcvtau, scvtf, ucvtf
    none("01 u 11110 1z 10000 11101 10 nnnnn ddddd"),                 // frecpe, frsqrte
    none("01 0 11110 1z 10000 11111 10 nnnnn ddddd"),                 // frecpx
    unallocated("01 u 11110 11 10000 10ooo 10 nnnnn ddddd"),
    none("01 1 11110 zz 10000 10010 10 nnnnn ddddd"),                 // sqxtun
    none("01 u 11110 zz 10000 10100 10 nnnnn ddddd"),                 // sqxtn, uqxtn
    // Two registers, half precision.
    none("01 u 11110 1111100 0110o 10 nnnnn ddddd"),                  // fcmgt, fcmeq, fcmge, fcmle with zero
    none("01 0 11110 1111100 01110 10 nnnnn ddddd"),                  // fcmlt with zero
    none("01 u 11110 a111100 1101o 10 nnnnn ddddd"),                  // fcvtns, fcvtms, fcvtps, fcvtzs, …
    none("01 u 11110 0111100 1110o 10 nnnnn ddddd"),                  // fcvtas, fcvtau, scvtf, ucvtf
    none("01 u 11110 1111100 11101 10 nnnnn ddddd"),                  // frecpe, frsqrte
    none("01 0 11110 1111100 11111 10 nnnnn ddddd"),                  // frecpx
    // Pairs.
    none("01 0 11110 11 11000 11011 10 nnnnn ddddd"),                 // addp
    none("01 1 11110 az 11000 01100 10 nnnnn ddddd"),                 // fmaxnmp, fminnmp
    none("01 1 11110 0z 11000 01101 10 nnnnn ddddd"),                 // faddp
    none("01 1 11110 az 11000 01111 10 nnnnn ddddd"),                 // fmaxp, fminp
    none("01 0 11110 a0 11000 01100 10 nnnnn ddddd"),                 // fmaxnmp, fminnmp of halves
    none("01 0 11110 00 11000 01101 10 nnnnn ddddd"),                 // faddp of halves
    none("01 0 11110 a0 11000 01111 10 nnnnn ddddd"),                 // fmaxp, fminp of halves
    // Copy.
    unallocated("01 0 11110000 i0000 0 0000 1 nnnnn ddddd"),
    none("01 0 11110000 iiiii 0 0000 1 nnnnn ddddd"),                 // dup, element
    // Shift by immediate.
    unallocated("01 u 111110 0000 iii ooooo 1 nnnnn ddddd"),
    none("01 u 111110 1iii iii 00oo0 1 nnnnn ddddd"),                 // sshr, ssra, srshr, srsra
    none("01 1 111110 1iii iii 01000 1 nnnnn ddddd"),                 // sri
    none("01 u 111110 1iii iii 01010 1 nnnnn ddddd"),                 // shl, sli
    none("01 1 111110 iiii iii 01100 1 nnnnn ddddd"),                 // sqshlu
    none("01 u 111110 iiii iii 01110 1 nnnnn ddddd"),                 // sqshl, uqshl
    none("01 1 111110 0iii iii 1000o 1 nnnnn ddddd"),                 // sqshrun, sqrshrun
    none("01 u 111110 0iii iii 1001o 1 nnnnn ddddd"),                 // sqshrn, sqrshrn, uqshrn, uqrshrn
    unallocated("01 u 111110 0001 iii ooooo 1 nnnnn ddddd"),
    none("01 u 111110 iiii iii 11100 1 nnnnn ddddd"),                 // scvtf, ucvtf
    none("01 u 111110 iiii iii 11111 1 nnnnn ddddd"),                 // fcvtzs, fcvtzu
    // By element.
    none("01 0 11111 00 lm mmmm 0o01 h 0 nnnnn ddddd"),               // fmla, fmls of halves
    none("01 u 11111 00 lm mmmm 1001 h 0 nnnnn ddddd"),               // fmul, fmulx of halves
    none("01 0 11111 10 lm mmmm 0o01 h 0 nnnnn ddddd"),               // fmla, fmls of singles
    none("01 u 11111 10 lm mmmm 1001 h 0 nnnnn ddddd"),               // fmul, fmulx of singles
    none("01 0 11111 11 0m mmmm 0o01 h 0 nnnnn ddddd"),               // fmla, fmls of doubles
    none("01 u 11111 11 0m mmmm 1001 h 0 nnnnn ddddd"),               // fmul, fmulx of doubles
    unallocated("01 u 11111 00 lm mmmm oooo h 0 nnnnn ddddd"),
    unallocated("01 u 11111 11 lm mmmm oooo h 0 nnnnn ddddd"),
    none("01 0 11111 zz lm mmmm 0o11 h 0 nnnnn ddddd"),               // sqdmlal, sqdmlsl
    none("01 0 11111 zz lm mmmm 1011 h 0 nnnnn ddddd"),               // sqdmull
    none("01 0 11111 zz lm mmmm 1100 h 0 nnnnn ddddd"),               // sqdmulh
    none("01 u 11111 zz lm mmmm 1101 h 0 nnnnn ddddd"),               // sqrdmulh, sqrdmlah
    none("01 1 11111 zz lm mmmm 1111 h 0 nnnnn ddddd"),               // sqrdmlsh
];
