//! Properties of dialect `gc` that hold for all C, tried with random C: results, the bound of the stack, the bytes of a
//! linked program; and objects that are not as a compiler makes them.
//!
//! Each test prints its seed, which `GOC2C_SEED` sets. In CI each takes some seconds; `GOC2C_STRESS=SECONDS` has them go on
//! for that long. Where the tools are missing a test says so and passes, unless `CI` or `GOC2C_REQUIRE_GO` is set.

mod support;

mod gc_properties {
    mod calls;
    mod changes;
    mod elf;
    mod functions;
    mod mutated;
    mod results;
    mod stack;
    mod tools;
    mod trees;
    mod verified;
}
