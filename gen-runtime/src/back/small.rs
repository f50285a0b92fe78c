//! The small files: one value of the platform or of the installation each, and the assembly of callbacks.

use super::literal::{c_string, go_string};
use super::{BANNER, is_windows, put_all, put_build_line};
use crate::options::Options;
use crate::release::CALLBACKS;

/// `zgoarch_$GOARCH.go`
pub(crate) fn write_zgoarch(out: &mut Vec<u8>, options: &Options) {
    out.extend_from_slice(BANNER);
    put_package(out);
    put_const(out, "theGoarch", options.arch.as_bytes());
}

/// `zgoos_$GOOS.go`
pub(crate) fn write_zgoos(out: &mut Vec<u8>, options: &Options) {
    out.extend_from_slice(BANNER);
    put_build_line(out, options);
    put_package(out);
    put_const(out, "theGoos", options.os.as_bytes());
}

/// `zversion.go`
pub(crate) fn write_zversion(out: &mut Vec<u8>, options: &Options, goroot: &[u8], version: &[u8]) {
    out.extend_from_slice(BANNER);
    put_package(out);
    put_const(out, "defaultGoroot", goroot);
    put_const(out, "theVersion", version);
    if options.traits().build_version {
        out.extend_from_slice(b"var buildVersion = theVersion\n");
    }
}

/// `zaexperiment.h`
pub(crate) fn write_zexperiment(out: &mut Vec<u8>, options: &Options) {
    out.extend_from_slice(BANNER);
    put_experiment(out, options);
}

/// What stands in front of the callbacks.
const CALLBACKS_HEAD: &str = "\
// runtime·callbackasm is called by external code to
// execute Go implemented callback function. It is not
// called from the start, instead runtime·compilecallback
// always returns address into runtime·callbackasm offset
// appropriately so different callbacks start with different
// CALL instruction in runtime·callbackasm. This determines
// which Go callback function is executed later on.
TEXT runtime·callbackasm(SB),7,$0
";

/// `zsys_$GOOS_$GOARCH.s`
pub(crate) fn write_zsys(out: &mut Vec<u8>, options: &Options) {
    out.extend_from_slice(BANNER);
    put_build_line(out, options);
    if is_windows(options) {
        out.extend_from_slice(CALLBACKS_HEAD.as_bytes());
        out.extend_from_slice("\tCALL\truntime·callbackasm1(SB)\n".repeat(CALLBACKS).as_bytes());
        out.extend_from_slice(b"\tRET\n");
    }
}

pub(super) fn put_experiment(out: &mut Vec<u8>, options: &Options) {
    put_all(out, [b"#define GOEXPERIMENT ", &c_string(options.experiment.as_bytes()), b"\n"]);
}

fn put_package(out: &mut Vec<u8>) {
    out.extend_from_slice(b"package runtime\n\n");
}

fn put_const(out: &mut Vec<u8>, name: &str, value: &[u8]) {
    put_all(out, [b"const ", name.as_bytes(), b" = ", go_string(value).as_bytes(), b"\n"]);
}
