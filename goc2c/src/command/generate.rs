//! Man pages and shell completions, made from the definition of a command line.

use std::path::Path;

use clap::{Command, ValueEnum};
use clap_complete::Shell;

use super::Exit;
use super::completions::completions;
use super::destination::{Destination, Habit};
use super::ending::{print_text, tell_file_error, tell_finished};
use super::messages::Messages;
use super::output::write_output;

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Generate {
    /// A man page; with --out-dir one for each command, too
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

/// A file that is made: its name and what is in it.
type Page = (String, Vec<u8>);

impl Generate {
    /// Prints the text for a command, or writes its files to a folder under the names by which they are installed.
    pub fn run(self, command: Command, folder: Option<&Path>, habit: Habit, messages: &mut Messages) -> Exit {
        let pages = self.pages(command);
        let Some(folder) = folder else {
            return pages.first().map_or(Exit::Internal, |(_, text)| print_text(text, messages));
        };
        let mut exit = Exit::Success;
        for (name, text) in pages {
            let output = Destination::File(folder.join(name));
            exit = exit.max(match write_output(&output, &text, habit) {
                Ok(finished) => tell_finished(finished, &output, messages),
                Err(error) => tell_file_error(&error, messages),
            });
        }
        exit
    }

    /// The files for a command; that of the whole program comes first.
    fn pages(self, mut command: Command) -> Vec<Page> {
        let name = command.get_name().to_owned();
        let (shell, file) = match self {
            Generate::Man => {
                // Subcommands are described when they are asked for.
                command.build();
                let program = format!("{name} {}", command.get_version().unwrap_or_default());
                let mut pages = Vec::new();
                add_man_pages(command, &program, &mut pages);
                return pages;
            }
            Generate::Bash => (Shell::Bash, format!("{name}.bash")),
            Generate::Zsh => (Shell::Zsh, format!("_{name}")),
            Generate::Fish => (Shell::Fish, format!("{name}.fish")),
            Generate::Powershell => (Shell::PowerShell, format!("_{name}.ps1")),
            Generate::Elvish => (Shell::Elvish, format!("{name}.elv")),
        };
        vec![(file, completions(shell, command))]
    }
}

/// Adds the page of a command and those of its commands. What `help` explains has pages of its own.
fn add_man_pages(command: Command, program: &str, pages: &mut Vec<Page>) {
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    let commands: Vec<_> = command
        .get_subcommands()
        .filter(|it| !it.is_hide_set() && it.get_name() != "help")
        .cloned()
        .collect();
    let mut text = Vec::new();
    // No date: the same page on every day.
    let page = clap_mangen::Man::new(command).date("").source(program);
    if let Err(error) = page.render(&mut text) {
        text = error.to_string().into_bytes();
    }
    pages.push((format!("{name}.1"), text));
    for command in commands {
        add_man_pages(command, program, pages);
    }
}
