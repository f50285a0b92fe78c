//! The command goc2c.
fn main() {}
