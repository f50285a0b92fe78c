//! The command gen-runtime.

fn main() {}
