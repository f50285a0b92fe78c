//! `zasm_$GOOS_$GOARCH.h`: offsets and constants as `#define`s for assembly.

use goc2c::back::CodeWriter;

use super::{BANNER, is_windows, put_build_line};
use crate::facts::Fact;
use crate::facts::wanted::CONSTANT;
use crate::options::Options;
use crate::release::CALLBACKS;

/// All that stands before the facts; `tls` is the platform's way to thread-local storage.
pub(crate) fn write_head(out: &mut CodeWriter<'_>, options: &Options, tls: &str) {
    out.put(BANNER);
    put_build_line(out, options);
    out.put(tls.as_bytes());
}

/// A fact.
pub(crate) fn write_fact(out: &mut CodeWriter<'_>, options: &Options, fact: &Fact<'_>) {
    match fact {
        Fact::Constant { name, value, .. } if options.traits().constants => {
            put_define(out, CONSTANT, name, value)
        }
        Fact::Constant { .. } => {}
        Fact::Struct(item) => {
            if let Some(size) = item.size.filter(|_| options.sizes) {
                put_define(out, item.prefix, b"_size", size);
            }
            for field in item.fields {
                put_define(out, item.prefix, field.name, field.offset);
            }
        }
    }
}

/// All that stands after the facts.
pub(crate) fn write_tail(out: &mut CodeWriter<'_>, options: &Options) {
    if !options.traits().constants {
        return;
    }
    if is_windows(options) {
        out.put(format!("#define cb_max {CALLBACKS}\n").as_bytes());
    }
    super::small::put_experiment(out, options);
}

#[inline]
fn put_define(out: &mut CodeWriter<'_>, prefix: &str, name: &[u8], value: &[u8]) {
    out.put_all([b"#define ", prefix.as_bytes(), b"_", name, b" ", value, b"\n"]);
}
