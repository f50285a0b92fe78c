//! The flags about dialect gc's step, which several commands have, and what they stand for.

use std::ffi::OsString;

use clap::Args;

use crate::gc::{LEAST, Machine, Terms};

/// The flags about the step.
#[derive(Debug, Clone, Args)]
pub struct StepArgs {
    /// gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]
    #[arg(long, value_name = "ARCH=PROGRAM", value_parser = parse_compiler, help_heading = "Dialect gc")]
    pub cc: Vec<(Machine, OsString)>,
    /// gc: what the C compiler is told besides, split as a shell does: `--cflags='-O3 -Iinclude'`,
    /// `--cflags=amd64=-mavx2`
    #[arg(long, value_name = "[ARCH=]FLAGS", allow_hyphen_values = true, help_heading = "Dialect gc")]
    pub cflags: Vec<String>,
    /// gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one:
    /// `--stack 64K --stack Sort=1M`
    #[arg(long, value_name = "[FUNCTION=]BYTES", help_heading = "Dialect gc")]
    pub stack: Vec<String>,
    /// gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment
    /// is for speed
    #[arg(long, value_name = "BYTES", value_parser = [LEAST], help_heading = "Dialect gc")]
    pub align_data: Option<String>,
    /// gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin
    #[arg(long, help_heading = "Dialect gc")]
    pub arena: bool,
    /// gc: the build tag that takes the assembly away in favour of Go
    #[arg(long, value_name = "TAG", default_value = "noasm", help_heading = "Dialect gc")]
    pub tag: String,
}

impl StepArgs {
    /// What is added to the C compiler's flags.
    ///
    /// # Errors
    /// A quote that never closes, or a tag that is none, in words.
    pub fn cflags(&self) -> Result<Vec<(Option<Machine>, String)>, String> {
        if !is_word(&self.tag) {
            return Err(format!("`--tag` takes a word of letters, digits, `_` and `.`, not `{}`", self.tag));
        }
        split_cflags(&self.cflags)
    }

    /// What is granted.
    ///
    /// # Errors
    /// What is no size, in words.
    pub fn terms(&self) -> Result<Terms, String> {
        let mut terms = Terms { is_less_aligned: self.align_data.is_some(), ..Terms::default() };
        for text in &self.stack {
            terms.reserve.add(text).map_err(|error| format!("`--stack`: {error}"))?;
        }
        Ok(terms)
    }
}

/// The words of all `--cflags`, each with the machine that it is for; `amd64=-mavx2` is for one, others are for all.
///
/// # Errors
/// A quote that never closes, in words.
pub fn split_cflags(all: &[String]) -> Result<Vec<(Option<Machine>, String)>, String> {
    let mut cflags = Vec::new();
    for flags in all {
        let named = flags.split_once('=').and_then(|(name, rest)| Some((name.parse().ok()?, rest)));
        let (machine, words) = named.map_or((None, &**flags), |(machine, rest)| (Some(machine), rest));
        let words = shlex::split(words);
        let words = words.ok_or_else(|| format!("`--cflags` has a quote that never closes: `{flags}`"))?;
        cflags.extend(words.into_iter().map(|word| (machine, word)));
    }
    Ok(cflags)
}

fn is_word(tag: &str) -> bool {
    !tag.is_empty() && tag.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'))
}

/// Reads the value of `--cc`.
///
/// # Errors
/// What is no `ARCH=PROGRAM`, in words.
pub fn parse_compiler(text: &str) -> Result<(Machine, OsString), String> {
    match text.split_once('=') {
        Some((arch, program)) if !program.is_empty() => match arch.parse() {
            Ok(machine) => Ok((machine, program.into())),
            Err(unknown) => Err(format!("{unknown}")),
        },
        _ => Err(format!(
            "expected {}",
            Machine::ALL.map(|machine| format!("`{machine}=PROGRAM`")).join(" or ")
        )),
    }
}
