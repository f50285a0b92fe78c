//! Dialect `gc` end to end: what goc2c writes, built by the go command and run, on amd64 and on arm64 under qemu-user; and
//! what it refuses to write. With every Go release that is here.
//!
//! Where the tools are missing a test says so and passes, unless `CI` or `GOC2C_REQUIRE_GO` is set.

mod support;

mod gc {
    mod bind;
    mod check;
    mod clib;
    mod conformance;
    mod faults;
    mod init;
    mod libraries;
    mod limits;
    mod modes;
    mod packages;
    mod profile;
    mod refuse;
    mod stale;
    mod stress;
    mod systems;
    mod tools;
    mod units;
    mod workshop;
}
