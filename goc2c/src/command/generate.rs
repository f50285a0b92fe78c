//! Man pages and shell completions, made from the definition of a command line.

use clap::{Command, ValueEnum};
use clap_complete::Shell;

use super::completions::completions;

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Generate {
    /// A man page
    Man,
    /// Completions for bash
    Bash,
    /// Completions for zsh
    Zsh,
    /// Completions for fish
    Fish,
    /// Completions for PowerShell
    Powershell,
    /// Completions for elvish
    Elvish,
}

impl Generate {
    /// The text for a command.
    pub fn text(self, command: Command) -> Vec<u8> {
        let shell = match self {
            Generate::Man => return man_page(command),
            Generate::Bash => Shell::Bash,
            Generate::Zsh => Shell::Zsh,
            Generate::Fish => Shell::Fish,
            Generate::Powershell => Shell::PowerShell,
            Generate::Elvish => Shell::Elvish,
        };
        completions(shell, command)
    }
}

fn man_page(command: Command) -> Vec<u8> {
    let mut text = Vec::new();
    // No date: the same page on every day.
    let page = clap_mangen::Man::new(command).date("");
    match page.render(&mut text) {
        Ok(()) => text,
        Err(error) => error.to_string().into_bytes(),
    }
}
