//! Dialect `gccgo11` end to end: what goc2c writes, compiled by gcc, called by Go that gccgo compiled, and
//! run. On four architectures: amd64 and 386 natively, arm and arm64 under qemu-user.
//!
//! Where the tools are missing a test says so and passes, unless `CI` or `GOC2C_REQUIRE_GCCGO` is set.

mod support;

mod gccgo {
    mod calls;
    mod compiled;
    mod example;
    mod machine;
    mod paths;
    mod returns;
    mod types;
    mod types_header;
}
