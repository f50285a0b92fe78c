//! Owns the Advanced SIMD instructions on vectors: the groups of "Data processing, scalar floating-point
//! and Advanced SIMD" (C4.1.96) which begin 0 and Q. Only `smov` and `umov` write a general register.
//! FAMINMAX, LUT and FP8 are not known. The scalar forms are in `scalar`.
//!
//! `Q` is the width, `u` chooses unsigned or another operation, `zz` the size of an element.

use super::row::{Row, Write, none, unallocated, writes};

/// Rd as a general register.
const D: &[Write] = &[Write::D];

/// All but what has an element or an immediate for its last operand.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Three of the same. Two halves of 64 bits do not fit a narrow vector.
    none("0 Q u 01110 zz 1 mmmmm 00011 1 nnnnn ddddd"),               // and, bic, orr, orn, eor, bsl, bit, bif
    none("0 Q 0 01110 00 1 mmmmm 11101 1 nnnnn ddddd"),               // fmlal
    none("0 Q 0 01110 10 1 mmmmm 11101 1 nnnnn ddddd"),               // fmlsl
    none("0 Q 1 01110 a0 1 mmmmm 11001 1 nnnnn ddddd"),               // fmlal2, fmlsl2
    unallocated("0 0 u 01110 11 1 mmmmm ooooo 1 nnnnn ddddd"),
    none("0 Q u 01110 zz 1 mmmmm 00o01 1 nnnnn ddddd"),               // sqadd, sqsub
    none("0 Q u 01110 zz 1 mmmmm 0011o 1 nnnnn ddddd"),               // cmgt, cmge, cmhi, cmhs
    none("0 Q u 01110 zz 1 mmmmm 010oo 1 nnnnn ddddd"),               // sshl, sqshl, srshl, sqrshl
    none("0 Q u 01110 zz 1 mmmmm 1000o 1 nnnnn ddddd"),               // add, sub, cmtst, cmeq
    none("0 Q 0 01110 zz 1 mmmmm 10111 1 nnnnn ddddd"),               // addp
    unallocated("0 0 u 01110 z1 1 mmmmm 11ooo 1 nnnnn ddddd"),
    none("0 Q u 01110 az 1 mmmmm 11000 1 nnnnn ddddd"),               // fmaxnm, fminnm, fmaxnmp, fminnmp
    none("0 Q 0 01110 az 1 mmmmm 11001 1 nnnnn ddddd"),               // fmla, fmls
    none("0 Q u 01110 az 1 mmmmm 11010 1 nnnnn ddddd"),               // fadd, fsub, faddp, fabd
    none("0 Q u 01110 0z 1 mmmmm 11011 1 nnnnn ddddd"),               // fmulx, fmul
    none("0 Q u 01110 0z 1 mmmmm 11100 1 nnnnn ddddd"),               // fcmeq, fcmge
    none("0 Q 1 01110 az 1 mmmmm 1110o 1 nnnnn ddddd"),               // fcmge, fcmgt, facge, facgt
    none("0 Q u 01110 az 1 mmmmm 11110 1 nnnnn ddddd"),               // fmax, fmin, fmaxp, fminp
    none("0 Q 0 01110 az 1 mmmmm 11111 1 nnnnn ddddd"),               // frecps, frsqrts
    none("0 Q 1 01110 0z 1 mmmmm 11111 1 nnnnn ddddd"),               // fdiv
    unallocated("0 Q u 01110 11 1 mmmmm ooooo 1 nnnnn ddddd"),
    none("0 Q u 01110 zz 1 mmmmm 00oo0 1 nnnnn ddddd"),               // shadd, srhadd, shsub
    none("0 Q u 01110 zz 1 mmmmm 011oo 1 nnnnn ddddd"),               // smax, smin, sabd, saba
    none("0 Q u 01110 zz 1 mmmmm 10010 1 nnnnn ddddd"),               // mla, mls
    none("0 Q 0 01110 zz 1 mmmmm 10011 1 nnnnn ddddd"),               // mul
    none("0 Q 1 01110 00 1 mmmmm 10011 1 nnnnn ddddd"),               // pmul
    none("0 Q u 01110 zz 1 mmmmm 1010o 1 nnnnn ddddd"),               // smaxp, sminp
    none("0 Q u 01110 01 1 mmmmm 10110 1 nnnnn ddddd"),               // sqdmulh, sqrdmulh
    none("0 Q u 01110 10 1 mmmmm 10110 1 nnnnn ddddd"),
    // Three of the same, half precision.
    none("0 Q u 01110 a10 mmmmm 00000 1 nnnnn ddddd"),                // fmaxnm, fminnm, fmaxnmp, fminnmp
    none("0 Q 0 01110 a10 mmmmm 00001 1 nnnnn ddddd"),                // fmla, fmls
    none("0 Q u 01110 a10 mmmmm 00010 1 nnnnn ddddd"),                // fadd, fsub, faddp, fabd
    none("0 Q u 01110 010 mmmmm 00011 1 nnnnn ddddd"),                // fmulx, fmul
    none("0 Q 0 01110 010 mmmmm 00100 1 nnnnn ddddd"),                // fcmeq
    none("0 Q 1 01110 a10 mmmmm 0010o 1 nnnnn ddddd"),                // fcmge, fcmgt, facge, facgt
    none("0 Q u 01110 a10 mmmmm 00110 1 nnnnn ddddd"),                // fmax, fmin, fmaxp, fminp
    none("0 Q 0 01110 a10 mmmmm 00111 1 nnnnn ddddd"),                // frecps, frsqrts
    none("0 Q 1 01110 010 mmmmm 00111 1 nnnnn ddddd"),                // fdiv
    // Three of the same, extra.
    none("0 Q 1 01110 010 mmmmm 1000o 1 nnnnn ddddd"),                // sqrdmlah, sqrdmlsh
    none("0 Q 1 01110 100 mmmmm 1000o 1 nnnnn ddddd"),
    none("0 Q u 01110 100 mmmmm 10010 1 nnnnn ddddd"),                // sdot, udot
    none("0 Q 0 01110 100 mmmmm 10011 1 nnnnn ddddd"),                // usdot
    none("0 1 u 01110 100 mmmmm 10100 1 nnnnn ddddd"),                // smmla, ummla
    none("0 1 0 01110 100 mmmmm 10101 1 nnnnn ddddd"),                // usmmla
    none("0 1 1 01110 010 mmmmm 11101 1 nnnnn ddddd"),                // bfmmla
    none("0 Q 1 01110 z10 mmmmm 11111 1 nnnnn ddddd"),                // bfdot, bfmlalb, bfmlalt
    none("0 Q 1 01110 010 mmmmm 110rr 1 nnnnn ddddd"),                // fcmla
    none("0 Q 1 01110 100 mmmmm 110rr 1 nnnnn ddddd"),
    none("0 1 1 01110 110 mmmmm 110rr 1 nnnnn ddddd"),
    none("0 Q 1 01110 010 mmmmm 111r0 1 nnnnn ddddd"),                // fcadd
    none("0 Q 1 01110 100 mmmmm 111r0 1 nnnnn ddddd"),
    none("0 1 1 01110 110 mmmmm 111r0 1 nnnnn ddddd"),
    // Three of different widths.
    none("0 Q 0 01110 001 mmmmm 1110 00 nnnnn ddddd"),                // pmull
    none("0 Q 0 01110 111 mmmmm 1110 00 nnnnn ddddd"),
    unallocated("0 Q u 01110 111 mmmmm oooo 00 nnnnn ddddd"),
    none("0 Q u 01110 zz1 mmmmm 0ooo 00 nnnnn ddddd"),                // saddl, saddw, ssubl, addhn, sabal, sabdl, …
    none("0 Q u 01110 zz1 mmmmm 10o0 00 nnnnn ddddd"),                // smlal, smlsl
    none("0 Q u 01110 zz1 mmmmm 1100 00 nnnnn ddddd"),                // smull
    none("0 Q 0 01110 011 mmmmm 10o1 00 nnnnn ddddd"),                // sqdmlal, sqdmlsl
    none("0 Q 0 01110 101 mmmmm 10o1 00 nnnnn ddddd"),
    none("0 Q 0 01110 011 mmmmm 1101 00 nnnnn ddddd"),                // sqdmull
    none("0 Q 0 01110 101 mmmmm 1101 00 nnnnn ddddd"),
    // Two registers.
    none("0 Q 0 01110 0z 10000 1011o 10 nnnnn ddddd"),                // fcvtn, fcvtl
    none("0 Q 0 01110 10 10000 10110 10 nnnnn ddddd"),                // bfcvtn
    none("0 Q 1 01110 01 10000 10110 10 nnnnn ddddd"),                // fcvtxn
    unallocated("0 0 u 01110 11 10000 ooooo 10 nnnnn ddddd"),
    none("0 Q u 01110 zz 10000 00011 10 nnnnn ddddd"),                // suqadd, usqadd
    none("0 Q u 01110 zz 10000 00111 10 nnnnn ddddd"),                // sqabs, sqneg
    none("0 Q u 01110 zz 10000 0100o 10 nnnnn ddddd"),                // cmgt, cmeq, cmge, cmle with zero
    none("0 Q 0 01110 zz 10000 01010 10 nnnnn ddddd"),                // cmlt with zero
    none("0 Q u 01110 zz 10000 01011 10 nnnnn ddddd"),                // abs, neg
    unallocated("0 0 u 01110 z1 10000 011oo 10 nnnnn ddddd"),
    unallocated("0 0 u 01110 z1 10000 11ooo 10 nnnnn ddddd"),
    none("0 Q u 01110 1z 10000 0110o 10 nnnnn ddddd"),                // fcmgt, fcmeq, fcmge, fcmle with zero
    none("0 Q 0 01110 1z 10000 01110 10 nnnnn ddddd"),                // fcmlt with zero
    none("0 Q u 01110 1z 10000 01111 10 nnnnn ddddd"),                // fabs, fneg
    none("0 Q 0 01110 az 10000 1100o 10 nnnnn ddddd"),                // frintn, frintm, frintp, frintz
    none("0 Q 1 01110 0z 10000 11000 10 nnnnn ddddd"),                // frinta
    none("0 Q 1 01110 az 10000 11001 10 nnnnn ddddd"),                // frintx, frinti
    none("0 Q u 01110 az 10000 1101o 10 nnnnn ddddd"),                // fcvtns, fcvtms, fcvtps, fcvtzs, …
    none("0 Q u 01110 0z 10000 111oo 10 nnnnn ddddd"),                // fcvtas, scvtf, frint32z, frint64z, …
    none("0 Q u 01110 10 10000 11100 10 nnnnn ddddd"),                // urecpe, ursqrte
    none("0 Q u 01110 1z 10000 11101 10 nnnnn ddddd"),                // frecpe, frsqrte
    none("0 Q 1 01110 1z 10000 11111 10 nnnnn ddddd"),                // fsqrt
    none("0 Q 0 01110 00 10000 00001 10 nnnnn ddddd"),                // rev16
    none("0 Q 0 01110 00 10000 00101 10 nnnnn ddddd"),                // cnt
    none("0 Q 1 01110 0z 10000 00101 10 nnnnn ddddd"),                // not, rbit
    none("0 Q 1 01110 0z 10000 00000 10 nnnnn ddddd"),                // rev32
    unallocated("0 Q u 01110 11 10000 ooooo 10 nnnnn ddddd"),
    none("0 Q 0 01110 zz 10000 00000 10 nnnnn ddddd"),                // rev64
    none("0 Q u 01110 zz 10000 00o10 10 nnnnn ddddd"),                // saddlp, sadalp
    none("0 Q u 01110 zz 10000 00100 10 nnnnn ddddd"),                // cls, clz
    none("0 Q u 01110 zz 10000 10010 10 nnnnn ddddd"),                // xtn, sqxtun
    none("0 Q 1 01110 zz 10000 10011 10 nnnnn ddddd"),                // shll
    none("0 Q u 01110 zz 10000 10100 10 nnnnn ddddd"),                // sqxtn, uqxtn
    // Two registers, half precision.
    none("0 Q u 01110 1111100 0110o 10 nnnnn ddddd"),                 // fcmgt, fcmeq, fcmge, fcmle with zero
    none("0 Q 0 01110 1111100 01110 10 nnnnn ddddd"),                 // fcmlt with zero
    none("0 Q u 01110 1111100 01111 10 nnnnn ddddd"),                 // fabs, fneg
    none("0 Q 0 01110 a111100 1100o 10 nnnnn ddddd"),                 // frintn, frintm, frintp, frintz
    none("0 Q 1 01110 0111100 11000 10 nnnnn ddddd"),                 // frinta
    none("0 Q 1 01110 a111100 11001 10 nnnnn ddddd"),                 // frintx, frinti
    none("0 Q u 01110 a111100 1101o 10 nnnnn ddddd"),                 // fcvtns, fcvtms, fcvtps, fcvtzs, …
    none("0 Q u 01110 0111100 1110o 10 nnnnn ddddd"),                 // fcvtas, fcvtau, scvtf, ucvtf
    none("0 Q u 01110 1111100 11101 10 nnnnn ddddd"),                 // frecpe, frsqrte
    none("0 Q 1 01110 1111100 11111 10 nnnnn ddddd"),                 // fsqrt
    // Across lanes.
    none("0 Q 0 01110 a0 11000 01100 10 nnnnn ddddd"),                // fmaxnmv, fminnmv of halves
    none("0 Q 0 01110 a0 11000 01111 10 nnnnn ddddd"),                // fmaxv, fminv of halves
    none("0 1 1 01110 a0 11000 01100 10 nnnnn ddddd"),                // fmaxnmv, fminnmv
    none("0 1 1 01110 a0 11000 01111 10 nnnnn ddddd"),                // fmaxv, fminv
    unallocated("0 Q u 01110 11 11000 ooooo 10 nnnnn ddddd"),
    unallocated("0 0 u 01110 10 11000 ooooo 10 nnnnn ddddd"),
    none("0 Q u 01110 zz 11000 00011 10 nnnnn ddddd"),                // saddlv
    none("0 Q u 01110 zz 11000 01010 10 nnnnn ddddd"),                // smaxv
    none("0 Q u 01110 zz 11000 11010 10 nnnnn ddddd"),                // sminv
    none("0 Q 0 01110 zz 11000 11011 10 nnnnn ddddd"),                // addv
    // Moves between lanes and tables.
    unallocated("0 0 0 01110 110 mmmmm 0ooo 10 nnnnn ddddd"),
    none("0 Q 0 01110 zz0 mmmmm 0o01 10 nnnnn ddddd"),                // uzp1, uzp2
    none("0 Q 0 01110 zz0 mmmmm 0o10 10 nnnnn ddddd"),                // trn1, trn2
    none("0 Q 0 01110 zz0 mmmmm 0o11 10 nnnnn ddddd"),                // zip1, zip2
    none("0 0 1 01110 000 mmmmm 00iii 0 nnnnn ddddd"),                // ext
    none("0 1 1 01110 000 mmmmm 0iiii 0 nnnnn ddddd"),
    none("0 Q 0 01110 000 mmmmm 0ll o 00 nnnnn ddddd"),               // tbl, tbx
    // Copies. The lowest bit set of the five tells the size.
    writes("0 Q 0 01110000 iiii1 0 0101 1 nnnnn ddddd", D),           // smov
    writes("0 Q 0 01110000 iii10 0 0101 1 nnnnn ddddd", D),
    writes("0 1 0 01110000 ii100 0 0101 1 nnnnn ddddd", D),
    writes("0 0 0 01110000 iiii1 0 0111 1 nnnnn ddddd", D),           // umov
    writes("0 0 0 01110000 iii10 0 0111 1 nnnnn ddddd", D),
    writes("0 0 0 01110000 ii100 0 0111 1 nnnnn ddddd", D),
    writes("0 1 0 01110000 i1000 0 0111 1 nnnnn ddddd", D),
    unallocated("0 Q o 01110000 i0000 0 oooo 1 nnnnn ddddd"),
    unallocated("0 0 0 01110000 i1000 0 0oo0 1 nnnnn ddddd"),
    unallocated("0 0 0 01110000 i1000 0 0001 1 nnnnn ddddd"),
    none("0 Q 0 01110000 iiiii 0 000o 1 nnnnn ddddd"),                // dup
    none("0 1 0 01110000 iiiii 0 0011 1 nnnnn ddddd"),                // ins, general
    none("0 1 1 01110000 iiiii 0 jjjj 1 nnnnn ddddd"),                // ins, element
];

/// What has an element or an immediate for its last operand.
#[rustfmt::skip]
pub(super) const ELEMENT: &[Row] = &[
    // Modified immediate.
    unallocated("0 0 1 0111100000 iii 1111 01 iiiii ddddd"),
    none("0 Q o 0111100000 iii cccc 01 iiiii ddddd"),                 // movi, mvni, orr, bic, fmov
    none("0 Q 0 0111100000 iii 1111 11 iiiii ddddd"),                 // fmov of halves
    unallocated("0 Q u 011110 0000 iii ooooo 1 nnnnn ddddd"),
    // Shift by immediate: narrowing and widening, then what keeps the width.
    none("0 Q u 011110 0iii iii 100oo 1 nnnnn ddddd"),                // shrn, rshrn, sqshrn, sqshrun, …
    none("0 Q u 011110 0iii iii 10100 1 nnnnn ddddd"),                // sshll, ushll
    unallocated("0 0 u 011110 1iii iii ooooo 1 nnnnn ddddd"),
    none("0 Q u 011110 iiii iii 00oo0 1 nnnnn ddddd"),                // sshr, ssra, srshr, srsra
    none("0 Q 1 011110 iiii iii 01000 1 nnnnn ddddd"),                // sri
    none("0 Q u 011110 iiii iii 01010 1 nnnnn ddddd"),                // shl, sli
    none("0 Q 1 011110 iiii iii 01100 1 nnnnn ddddd"),                // sqshlu
    none("0 Q u 011110 iiii iii 01110 1 nnnnn ddddd"),                // sqshl, uqshl
    unallocated("0 Q u 011110 0001 iii ooooo 1 nnnnn ddddd"),
    none("0 Q u 011110 iiii iii 11100 1 nnnnn ddddd"),                // scvtf, ucvtf
    none("0 Q u 011110 iiii iii 11111 1 nnnnn ddddd"),                // fcvtzs, fcvtzu
    // By element: what has one size, then doubles, halves and complex numbers.
    none("0 Q 0 01111 10 lm mmmm 0o00 h 0 nnnnn ddddd"),              // fmlal, fmlsl
    none("0 Q 1 01111 10 lm mmmm 1o00 h 0 nnnnn ddddd"),              // fmlal2, fmlsl2
    none("0 Q u 01111 10 lm mmmm 1110 h 0 nnnnn ddddd"),              // sdot, udot
    none("0 Q 0 01111 zz lm mmmm 1111 h 0 nnnnn ddddd"),              // sudot, bfdot, usdot, bfmlal
    none("0 Q 0 01111 00 lm mmmm 0o01 h 0 nnnnn ddddd"),              // fmla, fmls of halves
    none("0 Q u 01111 00 lm mmmm 1001 h 0 nnnnn ddddd"),              // fmul, fmulx of halves
    none("0 Q 0 01111 10 lm mmmm 0o01 h 0 nnnnn ddddd"),              // fmla, fmls of singles
    none("0 Q u 01111 10 lm mmmm 1001 h 0 nnnnn ddddd"),              // fmul, fmulx of singles
    none("0 1 0 01111 11 0m mmmm 0o01 h 0 nnnnn ddddd"),              // fmla, fmls of doubles
    none("0 1 u 01111 11 0m mmmm 1001 h 0 nnnnn ddddd"),              // fmul, fmulx of doubles
    none("0 0 1 01111 01 lm mmmm 0rr1 0 0 nnnnn ddddd"),              // fcmla
    none("0 1 1 01111 01 lm mmmm 0rr1 h 0 nnnnn ddddd"),
    none("0 1 1 01111 10 0m mmmm 0rr1 h 0 nnnnn ddddd"),
    // By element: integers of 16 and 32 bits.
    unallocated("0 Q u 01111 00 lm mmmm oooo h 0 nnnnn ddddd"),
    unallocated("0 Q u 01111 11 lm mmmm oooo h 0 nnnnn ddddd"),
    none("0 Q 1 01111 zz lm mmmm 0o00 h 0 nnnnn ddddd"),              // mla, mls
    none("0 Q u 01111 zz lm mmmm 0o10 h 0 nnnnn ddddd"),              // smlal, smlsl
    none("0 Q u 01111 zz lm mmmm 1010 h 0 nnnnn ddddd"),              // smull
    none("0 Q 0 01111 zz lm mmmm 1000 h 0 nnnnn ddddd"),              // mul
    none("0 Q 0 01111 zz lm mmmm 0o11 h 0 nnnnn ddddd"),              // sqdmlal, sqdmlsl
    none("0 Q 0 01111 zz lm mmmm 1011 h 0 nnnnn ddddd"),              // sqdmull
    none("0 Q u 01111 zz lm mmmm 1101 h 0 nnnnn ddddd"),              // sqrdmulh, sqrdmlah
    none("0 Q 0 01111 zz lm mmmm 1100 h 0 nnnnn ddddd"),              // sqdmulh
    none("0 Q 1 01111 zz lm mmmm 1111 h 0 nnnnn ddddd"),              // sqrdmlsh
];
