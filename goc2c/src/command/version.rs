//! How the workspace's programs were built, as `--version --verbose` says it. `build.rs` finds it out.

/// One line each: the commit, if it is known, the target and the compiler.
pub fn build() -> String {
    let lines = [
        ("commit", option_env!("GOC2C_BUILT_OF")),
        ("target", option_env!("GOC2C_BUILT_FOR")),
        ("rustc", option_env!("GOC2C_BUILT_BY")),
    ];
    let line = |(name, said): (&str, Option<&str>)| said.map(|said| format!("{name}: {said}\n"));
    lines.into_iter().filter_map(line).collect()
}
