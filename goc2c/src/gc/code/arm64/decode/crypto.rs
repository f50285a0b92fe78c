//! Owns cryptography: "Data processing, scalar floating-point and Advanced SIMD" (C4.1.96), its groups
//! for AES, SHA, SM3 and SM4. None writes a general register.

use super::row::{Row, none, unallocated};

/// Cryptography, of two groups of the whole encoding.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    none("01 0 01110 00 10100 001oo 10 nnnnn ddddd"),                 // aese, aesd, aesmc, aesimc
    // SHA-1 and SHA-256.
    unallocated("01 0 11110 000 mmmmm 0111 00 nnnnn ddddd"),
    none("01 0 11110 000 mmmmm 0ooo 00 nnnnn ddddd"),                 // sha1c, … sha256su1
    none("01 0 11110 00 10100 0000o 10 nnnnn ddddd"),                 // sha1h, sha1su1
    none("01 0 11110 00 10100 00010 10 nnnnn ddddd"),                 // sha256su0
    // SHA-512, SHA-3, SM3, SM4.
    none("1 10 01110 0 00 mmmmm 0 aaaaa nnnnn ddddd"),                // eor3
    none("1 10 01110 0 01 mmmmm 0 aaaaa nnnnn ddddd"),                // bcax
    none("1 10 01110 0 10 mmmmm 0 aaaaa nnnnn ddddd"),                // sm3ss1
    none("1 10 01110 0 10 mmmmm 10 ii oo nnnnn ddddd"),               // sm3tt1a, sm3tt1b, sm3tt2a, sm3tt2b
    none("1 10 01110 1 00 mmmmm iiiiii nnnnn ddddd"),                 // xar
    none("1 10 01110 0 11 mmmmm 1000 oo nnnnn ddddd"),                // sha512h, sha512h2, sha512su1, rax1
    none("1 10 01110 0 11 mmmmm 1100 0o nnnnn ddddd"),                // sm3partw1, sm3partw2
    none("1 10 01110 0 11 mmmmm 1100 10 nnnnn ddddd"),                // sm4ekey
    none("1 10 01110 1 10 00000 1000 0o nnnnn ddddd"),                // sha512su0, sm4e
];
