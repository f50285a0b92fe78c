//! Owns the instructions which raise exceptions, hint, order memory, or touch system registers:
//! "Exception generation", "Hints", "Barriers", "PSTATE", "System instructions" and "System register move"
//! (C4.1.93), with the names of D24 for the registers that may be read. TME is not known.

use super::row::{Row, Write, find, writes};
use super::{Flow, Instruction, Registers};

/// A row of this file: what it writes, how it goes on, and the mnemonic where no function may hold it.
struct System {
    row: Row,
    stops: bool,
    forbidden: Option<&'static str>,
}

/// A word that a function may hold.
const fn allowed(pattern: &str, fields: &'static [Write]) -> System {
    System { row: writes(pattern, fields), stops: false, forbidden: None }
}

/// A word that no function may hold; it goes on to the next.
const fn forbidden(pattern: &str, mnemonic: &'static str, fields: &'static [Write]) -> System {
    System { row: writes(pattern, fields), stops: false, forbidden: Some(mnemonic) }
}

/// A word that no function may hold and that never goes on.
const fn stops(pattern: &str, mnemonic: &'static str) -> System {
    System { row: writes(pattern, &[]), stops: true, forbidden: Some(mnemonic) }
}

/// X30, which the hints that sign a return address write.
const LINK: &[Write] = &[Write::Fixed(30)];
/// X17, which the hints that sign another address write.
const X17: &[Write] = &[Write::Fixed(17)];

/// The first row that holds a word is right. `C` is CRm, `o` op2, `p` op1.
#[rustfmt::skip]
const ROWS: &[System] = &[
    // Exception generation. What the handler of svc, hvc or smc writes is not told here.
    forbidden("11010100 000 iiiiiiiiiiiiiiii 000 01", "svc", &[]),
    forbidden("11010100 000 iiiiiiiiiiiiiiii 000 10", "hvc", &[]),
    forbidden("11010100 000 iiiiiiiiiiiiiiii 000 11", "smc", &[]),
    stops("11010100 001 iiiiiiiiiiiiiiii 000 00", "brk"),
    stops("11010100 010 iiiiiiiiiiiiiiii 000 00", "hlt"),
    stops("11010100 101 iiiiiiiiiiiiiiii 000 01", "dcps1"),
    stops("11010100 101 iiiiiiiiiiiiiiii 000 10", "dcps2"),
    stops("11010100 101 iiiiiiiiiiiiiiii 000 11", "dcps3"),
    // System instructions with a register.
    forbidden("11010101000000110001 0000 000 ttttt", "wfet", &[]),
    forbidden("11010101000000110001 0000 001 ttttt", "wfit", &[]),
    // Hints, by their number. One without a name does nothing today, and is not known.
    allowed("11010101000000110010 0000 00o 11111", &[]),      // nop, yield
    forbidden("11010101000000110010 0000 010 11111", "wfe", &[]),
    forbidden("11010101000000110010 0000 011 11111", "wfi", &[]),
    allowed("11010101000000110010 0000 10o 11111", &[]),      // sev, sevl
    allowed("11010101000000110010 0000 110 11111", &[]),      // dgh
    allowed("11010101000000110010 0000 111 11111", LINK),     // xpaclri
    allowed("11010101000000110010 0001 oo0 11111", X17),      // pacia1716, pacib1716, autia1716, autib1716
    allowed("11010101000000110010 0010 0oo 11111", &[]),      // esb, psb csync, tsb csync, gcsb dsync
    allowed("11010101000000110010 0010 1o0 11111", &[]),      // csdb, clrbhb
    allowed("11010101000000110010 0011 ooo 11111", LINK),     // paciaz, paciasp, … autibsp
    allowed("11010101000000110010 0100 oo0 11111", &[]),      // bti
    allowed("11010101000000110010 0101 000 11111", &[Write::Fixed(16)]), // chkfeat
    // Barriers.
    allowed("11010101000000110011 CCCC 010 11111", &[]),      // clrex
    allowed("11010101000000110011 CCCC 10o 11111", &[]),      // dsb, dmb
    allowed("11010101000000110011 CC10 001 11111", &[]),      // dsb …nXS
    allowed("11010101000000110011 CCCC 110 11111", &[]),      // isb
    allowed("11010101000000110011 0000 111 11111", &[]),      // sb
    // PSTATE.
    allowed("1101010100000 000 0100 0000 000 11111", &[]),    // cfinv
    allowed("1101010100000 000 0100 0000 001 11111", &[]),    // xaflag
    allowed("1101010100000 000 0100 0000 010 11111", &[]),    // axflag
    forbidden("1101010100000 ppp 0100 CCCC ooo 11111", "msr", &[]),
    // System instructions.
    allowed("1101010100001 011 0111 0101 001 ttttt", &[]),    // ic ivau
    allowed("1101010100001 011 0111 0100 001 ttttt", &[]),    // dc zva
    allowed("1101010100001 011 0111 0100 011 ttttt", &[]),    // dc gva
    allowed("1101010100001 011 0111 0100 100 ttttt", &[]),    // dc gzva
    allowed("1101010100001 011 0111 1010 001 ttttt", &[]),    // dc cvac
    allowed("1101010100001 011 0111 1011 001 ttttt", &[]),    // dc cvau
    allowed("1101010100001 011 0111 1100 001 ttttt", &[]),    // dc cvap
    allowed("1101010100001 011 0111 1101 001 ttttt", &[]),    // dc cvadp
    allowed("1101010100001 011 0111 1110 001 ttttt", &[]),    // dc civac
    forbidden("1101010100001 ppp nnnn CCCC ooo ttttt", "sys", &[]),
    forbidden("1101010100101 ppp nnnn CCCC ooo ttttt", "sysl", &[Write::D]),
    // System register move, writes.
    allowed("110101010001 1 011 0100 0010 000 ttttt", &[]),   // nzcv
    allowed("110101010001 1 011 0100 0100 001 ttttt", &[]),   // fpsr
    forbidden("110101010001 r ppp nnnn CCCC ooo ttttt", "msr", &[]),
    // System register move, reads.
    allowed("110101010011 1 011 0100 0010 000 ttttt", &[Write::D]), // nzcv
    allowed("110101010011 1 011 0100 0100 00o ttttt", &[Write::D]), // fpcr, fpsr
    allowed("110101010011 1 011 0000 0000 001 ttttt", &[Write::D]), // ctr_el0
    allowed("110101010011 1 011 0000 0000 111 ttttt", &[Write::D]), // dczid_el0
    allowed("110101010011 1 011 0010 0100 00o ttttt", &[Write::D]), // rndr, rndrrs
    allowed("110101010011 1 011 1110 0000 0o0 ttttt", &[Write::D]), // cntfrq_el0, cntvct_el0
    allowed("110101010011 1 011 1110 0000 110 ttttt", &[Write::D]), // cntvctss_el0
    allowed("110101010011 1 000 0000 0CCC ooo ttttt", &[Write::D]), // midr_el1, id_aa64…_el1
    forbidden("110101010011 r ppp nnnn CCCC ooo ttttt", "mrs", &[Write::D]),
];

/// Facts of such an instruction; none where the word is none.
pub(super) fn decode(word: u32) -> Option<Instruction> {
    ROWS.iter().find_map(|system| {
        let writes = find(&[std::slice::from_ref(&system.row)], word)?;
        let flow = if system.stops { Flow::Stop } else { Flow::Next };
        Some(Instruction { flow, writes, forbidden: system.forbidden })
    })
}

/// Facts of `udf`, the only instruction of the reserved group.
pub(super) fn reserved(word: u32) -> Option<Instruction> {
    let udf = Instruction { flow: Flow::Stop, writes: Registers::NONE, forbidden: Some("udf") };
    (word >> 16 == 0).then_some(udf)
}
