//! The small files: one value of the platform or of the installation each, and the assembly of callbacks.

use goc2c::back::CodeWriter;

use super::literal::{c_string, go_string};
use super::{BANNER, is_windows, put_build_line};
use crate::options::Options;
use crate::release::CALLBACKS;

/// `zgoarch_$GOARCH.go`
pub(crate) fn write_zgoarch(out: &mut CodeWriter<'_>, options: &Options) {
    out.put(BANNER);
    put_package(out);
    put_const(out, "theGoarch", options.platform.arch.as_bytes());
}

/// `zgoos_$GOOS.go`
pub(crate) fn write_zgoos(out: &mut CodeWriter<'_>, options: &Options) {
    out.put(BANNER);
    put_build_line(out, options);
    put_package(out);
    put_const(out, "theGoos", options.platform.os.as_bytes());
}

/// `zversion.go`
pub(crate) fn write_zversion(out: &mut CodeWriter<'_>, options: &Options, goroot: &[u8], version: &[u8]) {
    out.put(BANNER);
    put_package(out);
    put_const(out, "defaultGoroot", goroot);
    put_const(out, "theVersion", version);
    if options.traits().build_version {
        out.put(b"var buildVersion = theVersion\n");
    }
}

/// `zaexperiment.h`
pub(crate) fn write_zexperiment(out: &mut CodeWriter<'_>, options: &Options) {
    out.put(BANNER);
    put_experiment(out, options);
}

/// `zdefaultcc.go` of the go command and of cgo: the C and the C++ compiler.
pub(crate) fn write_zdefaultcc(out: &mut CodeWriter<'_>, cc: &[u8], cxx: &[u8]) {
    out.put(BANNER);
    out.put(b"package main\n\n");
    put_const(out, "defaultCC", cc);
    put_const(out, "defaultCXX", cxx);
}

/// What stands before the callbacks.
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
pub(crate) fn write_zsys(out: &mut CodeWriter<'_>, options: &Options) {
    out.put(BANNER);
    put_build_line(out, options);
    if is_windows(options) {
        out.put(CALLBACKS_HEAD.as_bytes());
        out.put("\tCALL\truntime·callbackasm1(SB)\n".repeat(CALLBACKS).as_bytes());
        out.put(b"\tRET\n");
    }
}

pub(super) fn put_experiment(out: &mut CodeWriter<'_>, options: &Options) {
    out.put_all([b"#define GOEXPERIMENT ", &c_string(options.experiment.as_bytes()), b"\n"]);
}

fn put_package(out: &mut CodeWriter<'_>) {
    out.put(b"package runtime\n\n");
}

fn put_const(out: &mut CodeWriter<'_>, name: &str, value: &[u8]) {
    out.put_all([b"const ", name.as_bytes(), b" = ", go_string(value).as_bytes(), b"\n"]);
}
