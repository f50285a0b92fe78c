//! Owns what a word looks like in a message: the mnemonic and operands, near to what objdump writes.
//! The words come from the crate yaxpeax-arm; nothing is proved from them.

use yaxpeax_arch::{Decoder, U8Reader};
use yaxpeax_arm::armv8::a64::InstDecoder;

/// The instructions whose numbers objdump writes in hexadecimal. Elsewhere they are offsets and shifts.
const HEXADECIMAL: &[&str] = &[
    "add", "adds", "and", "ands", "bic", "brk", "ccmn", "ccmp", "cmn", "cmp", "eor", "fccmp", "fccmpe",
    "hlt", "hvc", "mov", "movi", "movk", "mvni", "orr", "smc", "sub", "subs", "svc", "tst", "udf",
];

/// What the crate writes in a mnemonic, and what objdump does.
const CONDITIONS: &[(&str, &str)] = &[("b.hs", "b.cs"), ("b.lo", "b.cc")];
/// What the crate writes in operands, and what objdump does. Operands end in a line feed.
const OPERANDS: &[(&str, &str)] = &[
    ("$", "."),
    ("xtw #0]", "xtw]"),
    (" hs\n", " cs\n"),
    (" lo\n", " cc\n"),
    ("s3_3_c13_c0_3", "tpidrro_el0"),
    ("s3_3_c13_c0_5", "tpidr2_el0"),
    ("s3_3_c4_c2_0", "nzcv"),
    ("s3_3_c4_c4_0", "fpcr"),
    ("s3_3_c4_c4_1", "fpsr"),
    ("s3_3_c0_c0_1", "ctr_el0"),
    ("s3_3_c0_c0_7", "dczid_el0"),
];

/// The instruction as objdump would write it, with the target of a branch as a distance from `.`; else
/// the word.
pub(crate) fn text(word: u32) -> String {
    if word >> 16 == 0 {
        return format!("udf #{word}");
    }
    let bytes = word.to_le_bytes();
    let instruction = InstDecoder::default().decode(&mut U8Reader::new(&bytes));
    match instruction.map(|instruction| instruction.to_string()) {
        // The crate drops a bit of the register of `msr`.
        Ok(text) if word & 0xfff0_0000 == 0xd510_0000 => match text.rsplit_once(' ') {
            Some((start, _)) if word & 31 != 31 => tidy(&format!("{start} x{}", word & 31)),
            Some((start, _)) => tidy(&format!("{start} xzr")),
            None => text,
        },
        Ok(text) if !text.starts_with("invalid") => tidy(&text),
        _ => format!(".inst {word:#010x}"),
    }
}

/// The numbers as objdump writes them, and `.` for the address of the instruction.
fn tidy(text: &str) -> String {
    let (mnemonic, operands) = text.split_once(' ').unwrap_or((text, ""));
    if operands.is_empty() {
        return mnemonic.to_owned();
    }
    let mnemonic =
        CONDITIONS.iter().fold(mnemonic.to_owned(), |name, (theirs, ours)| name.replace(theirs, ours));
    let operands =
        OPERANDS.iter().fold(format!("{operands}\n"), |text, (theirs, ours)| text.replace(theirs, ours));
    let mut parts = operands.split('#');
    let mut tidied = format!("{mnemonic} {}", parts.next().unwrap_or_default());
    for part in parts {
        let decimal =
            tidied.ends_with("lsl ") || tidied.ends_with("msl ") || !HEXADECIMAL.contains(&mnemonic.as_str());
        let end = part.find([',', ']', ' ', '\n']).unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        tidied.push('#');
        match number.trim_start_matches('-').strip_prefix("0x").map(|digits| u64::from_str_radix(digits, 16))
        {
            Some(Ok(value)) if decimal => {
                let sign = if number.starts_with('-') { "-" } else { "" };
                tidied.push_str(&format!("{sign}{value}"));
            }
            _ => tidied.push_str(number),
        }
        tidied.push_str(rest);
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}
