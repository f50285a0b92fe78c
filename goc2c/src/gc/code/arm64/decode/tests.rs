//! Words of every group with what they must be: text, flow, written registers, and whether forbidden. The
//! words are an assembler's; registers and flow are read from the manual, not from the tables.

use super::row::bits;
use super::{Flow, decode, text};

/// Bit 31 of a set.
const SP: u32 = 31;

/// Word, text, flow, registers written, mnemonic where forbidden.
type Expected = (u32, &'static str, Flow, &'static [u32], Option<&'static str>);

#[rustfmt::skip]
const ROWS: &[Expected] = &[
    // Integer, immediate.
    (0x1000_00b2, "adr x18, .+0x14", Flow::Next, &[18], None),
    (0x9000_0000, "adrp x0, .+0x0", Flow::Next, &[0], None),
    (0x9100_43fd, "add x29, sp, #0x10", Flow::Next, &[29], None),
    (0xd100_83ff, "sub sp, sp, #0x20", Flow::Next, &[SP], None),
    (0x9100_03bf, "mov sp, x29", Flow::Next, &[SP], None),
    (0x1100_043f, "add wsp, w1, #0x1", Flow::Next, &[SP], None),
    (0xf100_041c, "subs x28, x0, #0x1", Flow::Next, &[28], None),
    (0xf100_07ff, "cmp sp, #0x1", Flow::Next, &[], None),
    (0x9181_0441, ".inst 0x91810441", Flow::Next, &[1], None),
    (0x9240_1c3f, "and sp, x1, #0xff", Flow::Next, &[SP], None),
    (0x321c_0c12, "orr w18, w0, #0xf0", Flow::Next, &[18], None),
    (0xf240_1c7f, "tst x3, #0xff", Flow::Next, &[], None),
    (0xf240_1c79, "ands x25, x3, #0xff", Flow::Next, &[25], None),
    (0xd282_469a, "mov x26, #0x1234", Flow::Next, &[26], None),
    (0xf2e2_469c, "movk x28, #0x1234, lsl #48", Flow::Next, &[28], None),
    (0x1280_003f, "mov wzr, #0xfffffffe", Flow::Next, &[], None),
    (0xd344_2c72, "ubfx x18, x3, #4, #8", Flow::Next, &[18], None),
    (0x331c_1c62, "bfi w2, w3, #4, #8", Flow::Next, &[2], None),
    (0x1381_143c, "ror w28, w1, #5", Flow::Next, &[28], None),
    // Integer, register.
    (0xaa1f_03fc, "mov x28, xzr", Flow::Next, &[28], None),
    (0xaa1c_03ff, "mov xzr, x28", Flow::Next, &[], None),
    (0xca22_1c32, "eon x18, x1, x2, lsl #7", Flow::Next, &[18], None),
    (0xea22_003f, "bics xzr, x1, x2", Flow::Next, &[], None),
    (0x8b02_0c3c, "add x28, x1, x2, lsl #3", Flow::Next, &[28], None),
    (0x8b22_c3ff, "add sp, sp, w2, sxtw", Flow::Next, &[SP], None),
    (0xab22_803f, "cmn x1, w2, sxtb", Flow::Next, &[], None),
    (0xba02_0032, "adcs x18, x1, x2", Flow::Next, &[18], None),
    (0xba01_8785, "rmif x28, #3, #5", Flow::Next, &[], None),
    (0x3a00_0a4d, "setf8 w18", Flow::Next, &[], None),
    (0xfa5c_1240, "ccmp x18, x28, #0x0, ne", Flow::Next, &[], None),
    (0x9a82_a439, "csinc x25, x1, x2, ge", Flow::Next, &[25], None),
    (0x1ac2_0832, "udiv w18, w1, w2", Flow::Next, &[18], None),
    (0x9ac2_203c, "lsl x28, x1, x2", Flow::Next, &[28], None),
    (0x9ac2_5c32, "crc32cx w18, w1, x2", Flow::Next, &[18], None),
    (0x9ac2_103f, "irg sp, x1, x2", Flow::Next, &[SP], None),
    (0xbac2_003f, "subps xzr, x1, x2", Flow::Next, &[], None),
    (0xdac0_0c3c, "rev x28, x1", Flow::Next, &[28], None),
    (0xdac1_03f2, "pacia x18, sp", Flow::Next, &[18], None),
    (0xdac1_47fc, "xpacd x28", Flow::Next, &[28], None),
    (0x9b02_0c32, "madd x18, x1, x2, x3", Flow::Next, &[18], None),
    (0x9bc2_7c3c, "umulh x28, x1, x2", Flow::Next, &[28], None),
    // Branches.
    (0x1600_0000, "b .-0x8000000", Flow::Jump(-0x8000000), &[], None),
    (0x15ff_ffff, "b .+0x7fffffc", Flow::Jump(0x7fffffc), &[], None),
    (0x9400_0040, "bl .+0x100", Flow::Call(0x100), &[30], None),
    (0x5480_0001, "b.ne .-0x100000", Flow::Branch(-0x100000), &[], None),
    (0xb57f_fffc, "cbnz x28, .+0xffffc", Flow::Branch(0xffffc), &[], None),
    (0xb6fc_0012, "tbz x18, #63, .-0x8000", Flow::Branch(-0x8000), &[], None),
    (0x3703_fffc, "tbnz w28, #0, .+0x7ffc", Flow::Branch(0x7ffc), &[], None),
    (0xd61f_0200, "br x16", Flow::IndirectJump, &[], None),
    (0xd71f_0a5f, "braa x18, sp", Flow::IndirectJump, &[], None),
    (0xd63f_0380, "blr x28", Flow::IndirectCall, &[30], None),
    (0xd63f_087f, "blraaz x3", Flow::IndirectCall, &[30], None),
    (0xd65f_03c0, "ret", Flow::Return, &[], None),
    (0xd65f_0fff, "retab", Flow::Return, &[], None),
    (0xd69f_03e0, "eret", Flow::Stop, &[], Some("eret")),
    // System.
    (0xd400_0001, "svc #0x0", Flow::Next, &[], Some("svc")),
    (0xd400_0022, "hvc #0x1", Flow::Next, &[], Some("hvc")),
    (0xd400_0043, "smc #0x2", Flow::Next, &[], Some("smc")),
    (0xd420_7d00, "brk #0x3e8", Flow::Stop, &[], Some("brk")),
    (0xd440_0020, "hlt #0x1", Flow::Stop, &[], Some("hlt")),
    (0x0000_0007, "udf #7", Flow::Stop, &[], Some("udf")),
    (0xd503_205f, "wfe", Flow::Next, &[], Some("wfe")),
    (0xd503_207f, "wfi", Flow::Next, &[], Some("wfi")),
    (0xd503_201f, "nop", Flow::Next, &[], None),
    (0xd503_233f, "paciasp", Flow::Next, &[30], None),
    (0xd503_21df, "autib1716", Flow::Next, &[17], None),
    (0xd503_3bbf, "dmb ish", Flow::Next, &[], None),
    (0xd503_3fdf, "isb", Flow::Next, &[], None),
    (0xd53b_d052, "mrs x18, tpidr_el0", Flow::Next, &[18], Some("mrs")),
    (0xd53b_d060, "mrs x0, tpidrro_el0", Flow::Next, &[0], Some("mrs")),
    (0xd53b_441c, "mrs x28, fpcr", Flow::Next, &[28], None),
    (0xd53b_4200, "mrs x0, nzcv", Flow::Next, &[0], None),
    (0xd51b_443c, "msr fpsr, x28", Flow::Next, &[], None),
    (0xd51b_421c, "msr nzcv, x28", Flow::Next, &[], None),
    (0xd51b_441c, "msr fpcr, x28", Flow::Next, &[], Some("msr")),
    (0xd51b_d05c, "msr tpidr_el0, x28", Flow::Next, &[], Some("msr")),
    (0xd50b_7432, "sys #3, c7, c4, #1, x18", Flow::Next, &[], None),
    (0xd508_871f, "sys #0, c8, c7, #0, xzr", Flow::Next, &[], Some("sys")),
    (0xd52b_7732, "sysl x18, #3, c7, c7, #1", Flow::Next, &[18], Some("sysl")),
    // Memory.
    (0x5800_005c, "ldr x28, .+0x8", Flow::Next, &[28], None),
    (0xf940_0792, "ldr x18, [x28, #8]", Flow::Next, &[18], None),
    (0xb880_465c, "ldrsw x28, [x18], #4", Flow::Next, &[18, 28], None),
    (0x3840_1e5f, "ldrb wzr, [x18, #1]!", Flow::Next, &[18], None),
    (0xf900_0a5c, "str x28, [x18, #16]", Flow::Next, &[], None),
    (0xf81f_0ffc, "str x28, [sp, #-16]!", Flow::Next, &[SP], None),
    (0x7800_2792, "strh w18, [x28], #2", Flow::Next, &[28], None),
    (0x3cc1_0780, "ldr q0, [x28], #16", Flow::Next, &[28], None),
    (0xfc79_7a5c, "ldr d28, [x18, x25, lsl #3]", Flow::Next, &[], None),
    (0x78f9_cb92, "ldrsh w18, [x28, w25, sxtw]", Flow::Next, &[18], None),
    (0xf800_0a5c, "sttr x28, [x18]", Flow::Next, &[], None),
    (0xf840_0a5c, "ldtr x28, [x18]", Flow::Next, &[28], None),
    (0xf980_0380, "prfm pldl1keep, [x28]", Flow::Next, &[], None),
    (0xa900_4b3c, "stp x28, x18, [x25]", Flow::Next, &[], None),
    (0xa9bf_7bfd, "stp x29, x30, [sp, #-16]!", Flow::Next, &[SP], None),
    (0xa8c1_7bfd, "ldp x29, x30, [sp], #16", Flow::Next, &[29, 30, SP], None),
    (0xa940_7f92, "ldp x18, xzr, [x28]", Flow::Next, &[18], None),
    (0x2840_7332, "ldnp w18, w28, [x25]", Flow::Next, &[18, 28], None),
    (0x69c1_7332, "ldpsw x18, x28, [x25, #8]!", Flow::Next, &[18, 25, 28], None),
    (0x6cc1_7332, "ldp d18, d28, [x25], #16", Flow::Next, &[25], None),
    (0xc812_7f3c, "stxr w18, x28, [x25]", Flow::Next, &[18], None),
    (0xc83c_8440, "stlxp w28, x0, x1, [x2]", Flow::Next, &[28], None),
    (0xc85f_fe5c, "ldaxr x28, [x18]", Flow::Next, &[28], None),
    (0xc87f_7332, "ldxp x18, x28, [x25]", Flow::Next, &[18, 28], None),
    (0xc89f_ff92, "stlr x18, [x28]", Flow::Next, &[], None),
    (0x88df_ff92, "ldar w18, [x28]", Flow::Next, &[18], None),
    (0xd940_825c, "ldapur x28, [x18, #8]", Flow::Next, &[28], None),
    (0xc8b2_7f3c, "cas x18, x28, [x25]", Flow::Next, &[18], None),
    (0x483c_7e40, "casp x28, x29, x0, x1, [x18]", Flow::Next, &[28, 29], None),
    (0xf8f2_033c, "ldaddal x18, x28, [x25]", Flow::Next, &[28], None),
    (0xf832_033f, "stadd x18, [x25]", Flow::Next, &[], None),
    (0xb832_833c, "swp w18, w28, [x25]", Flow::Next, &[28], None),
    (0xf820_1e5c, "ldraa x28, [x18, #8]!", Flow::Next, &[18, 28], None),
    (0xd920_1792, "stg x18, [x28], #16", Flow::Next, &[28], None),
    (0xd960_025c, "ldg x28, [x18]", Flow::Next, &[28], None),
    (0xf83f_d380, ".inst 0xf83fd380", Flow::Next, &[0, 1, 2, 3, 4, 5, 6, 7], None),
    (0x1d19_0792, ".inst 0x1d190792", Flow::Next, &[18, 25, 28], None),
    (0x19d9_0792, ".inst 0x19d90792", Flow::Next, &[18, 28], None),
    (0x4cdf_7380, "ld1 {v0.16b}, [x28], #16", Flow::Next, &[28], None),
    (0x4cd2_8b80, "ld2 {v0.4s, v1.4s}, [x28], x18", Flow::Next, &[28], None),
    (0x0d9f_0fe0, "st1 {v0.b}[3], [sp], #1", Flow::Next, &[SP], None),
    (0x4d40_cb80, "ld1r {v0.4s}, [x28]", Flow::Next, &[], None),
    (0x4c00_7f80, "st1 {v0.2d}, [x28]", Flow::Next, &[], None),
    // Vectors and floating point.
    (0x0e07_3c1c, "umov w28, v0.b[3]", Flow::Next, &[28], None),
    (0x4e06_2c12, "smov x18, v0.h[1]", Flow::Next, &[18], None),
    (0x4e0c_1f80, "mov v0.s[1], w28", Flow::Next, &[], None),
    (0x4e04_0e5c, "dup v28.4s, w18", Flow::Next, &[], None),
    (0x4eb9_865c, "add v28.4s, v18.4s, v25.4s", Flow::Next, &[], None),
    (0x4fd9_1a5c, "fmla v28.2d, v18.2d, v25.d[1]", Flow::Next, &[], None),
    (0x4e82_943c, "sdot v28.4s, v1.16b, v2.16b", Flow::Next, &[], None),
    (0x4e02_003c, "tbl v28.16b, {v1.16b}, v2.16b", Flow::Next, &[], None),
    (0x4eb1_ba5c, "addv s28, v18.4s", Flow::Next, &[], None),
    (0x6f07_e7fc, "movi v28.2d, #0xffffffffffffffff", Flow::Next, &[], None),
    (0x5f7d_065c, "sshr d28, d18, #3", Flow::Next, &[], None),
    (0x9e78_001c, "fcvtzs x28, d0", Flow::Next, &[28], None),
    (0x1e19_f412, "fcvtzu w18, s0, #3", Flow::Next, &[18], None),
    (0x9e64_025f, "fcvtas xzr, d18", Flow::Next, &[], None),
    (0x9e66_001c, "fmov x28, d0", Flow::Next, &[28], None),
    (0x9eae_0012, "fmov x18, v0.d[1]", Flow::Next, &[18], None),
    (0x9e67_025c, "fmov d28, x18", Flow::Next, &[], None),
    (0x9e62_025c, "scvtf d28, x18", Flow::Next, &[], None),
    (0x1f59_025c, "fmadd d28, d18, d25, d0", Flow::Next, &[], None),
    (0x1e60_2388, "fcmp d28, #0.0", Flow::Next, &[], None),
    (0x4e28_4a5c, "aese v28.16b, v18.16b", Flow::Next, &[], None),
    (0x5e19_425c, "sha256h q28, q18, v25.4s", Flow::Next, &[], None),
    (0xce19_025c, "eor3 v28.16b, v18.16b, v25.16b, v0.16b", Flow::Next, &[], None),
];

#[test]
fn every_row_is_as_expected() {
    for (word, expected, flow, writes, forbidden) in ROWS {
        let facts = decode(*word).unwrap_or_else(|| panic!("{word:#010x} {expected} is not known"));
        assert_eq!(text(*word), *expected, "{word:#010x}");
        assert_eq!(facts.flow, *flow, "{expected}");
        assert_eq!(facts.forbidden, *forbidden, "{expected}");
        let set = writes.iter().fold(0, |set, n| set | 1 << n);
        assert_eq!(facts.writes.0, set, "{expected}");
    }
}

#[test]
fn what_is_no_instruction_is_not_known() {
    let words = [
        0x0001_0000,           // above udf
        0x9180_8000,           // add of a tag with bits that must be zero
        0x1240_0000,           // and of a W register with a 64-bit element
        0x9200_f400,           // and with an element of ones
        0x52c0_0000,           // movz of a W register, shifted by 32
        0x0b00_8000,           // add of a W register, shifted by 32
        0x8b20_1400,           // add, extended and shifted by 5
        0x0b00_0000 | 3 << 22, // add, rotated
        0xd503_213f,           // hint 9
        0xd460_0000,           // tcancel
        0xd523_3060,           // tstart
        0xc800_0000,           // stxr with zeros for a second register
        0x4821_7c00,           // casp of an odd register
        0xf83f_d001,           // ld64b into an odd register
        0xb8c0_0000 | 1 << 30, // ldursw of 64 bits
        0x0c00_0c00,           // st4 of one double to each
        0x19df_0400 | 31,      // setp to the zero register
        0x0e20_0400 | 3 << 22, // shadd of one double
        0x1ea0_c000,           // fabs without a precision
        0x0400_0000,           // SVE
        0x8080_0000,           // SME
        0xffff_ffff,
    ];
    for word in words {
        assert_eq!(decode(word), None, "{word:#010x} {}", text(word));
    }
}

/// Of all words with four choices of Rn and Rd, and all of the system instructions: how many each group of
/// bits 25 to 28 has that are known, and a sum over which they are, what they write and how they go on.
/// Taken when every word of them had been compared with objdump 2.40 and LLVM 18.
#[rustfmt::skip]
const CHECKED: [(u32, u32); 16] = [
    (256, 0xfd81_4fec), (0, 0), (0, 0), (0, 0),
    (380768, 0x63ce_a6a6), (581632, 0x1acf_2370), (443128, 0xaee0_58df), (193852, 0xc8b9_f7e3),
    (802816, 0xe376_7f60), (402432, 0xfb98_6e1c), (3757297, 0x2372_aece), (524321, 0x6869_c9af),
    (707060, 0x1960_d414), (63096, 0x9316_1750), (454480, 0xb3a0_b0e6), (102916, 0x5c7e_6f66),
];

#[test]
fn each_group_has_the_instructions_that_were_checked() {
    let registers = [1 << 5 | 2, 31 << 5 | 31, 31 << 5, 31];
    let all = (0..1u32 << 22).flat_map(|high| registers.map(|low| high << 10 | low));
    let system = (0..1u32 << 22).map(|low| 0xd500_0000 | low);
    let exceptions = (0..1u32 << 8).map(|bits| 0xd400_0000 | (bits & 0xe0) << 16 | bits & 31);
    let mut sums = [(0, 0); 16];
    for word in all.chain(system).chain(exceptions) {
        let Some(facts) = decode(word) else { continue };
        let sum: &mut (u32, u32) = &mut sums[(word >> 25 & 15) as usize];
        let goes_on = u32::from(facts.flow == Flow::Next) << 1 | u32::from(facts.forbidden.is_some());
        let mixed = (word ^ word >> 15).wrapping_mul(0x9e37_79b1) ^ facts.writes.0.rotate_left(7) ^ goes_on;
        *sum = (sum.0 + 1, sum.1.wrapping_add((mixed ^ mixed >> 13).wrapping_mul(0x85eb_ca6b)));
    }
    assert_eq!(sums, CHECKED);
}

#[test]
fn a_pattern_is_its_fixed_bits() {
    assert_eq!(bits("10 xx 0000 ffffffff 11111111 dddd 0110"), (0xcf00_ff0f, 0x8000_ff06));
}

#[test]
fn any_word_has_text_and_facts_without_panic() {
    let mut word = 1u32;
    let mut known = 0;
    for _ in 0..400_000 {
        word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mixed = word ^ word >> 15;
        known += u32::from(decode(mixed).is_some());
        assert!(!text(mixed).is_empty());
    }
    assert!((100_000..200_000).contains(&known), "{known}");
}

#[test]
fn a_register_beyond_thirty_is_in_no_set_but_sp() {
    let facts = decode(0x910003ff).expect("mov sp, sp");
    assert!(facts.writes.has(SP) && !facts.writes.has(30) && !facts.writes.has(32) && facts.writes.0 != 0);
}
