//! goc2c among build systems: output files, dependencies, checks.
