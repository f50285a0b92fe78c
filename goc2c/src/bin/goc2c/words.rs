//! What people type and mean: `help`, options about messages before a command, a command with a letter wrong.

use std::ffi::OsString;
use std::path::Path;

/// The commands.
const COMMANDS: [&str; 5] = ["check", "verify", "bind", "init", "explain"];

/// The options that all commands have, each with a value.
const OF_ALL: [&str; 3] = ["--message-format", "--color", "--max-errors"];

/// The arguments as they are meant: options about messages come after the command.
///
/// # Errors
/// A word that is no file and much like a command.
pub(crate) fn meant(mut args: Vec<OsString>) -> Result<Vec<OsString>, String> {
    let place = place_of_word(&args);
    let Some(word) = args.get(place).and_then(|word| word.to_str()).map(str::to_owned) else {
        return Ok(args);
    };
    if COMMANDS.contains(&&*word) {
        args[1..=place].rotate_right(1);
        return Ok(args);
    }
    // A file of that name is a file.
    if !is_word(&word) || Path::new(&word).exists() {
        return Ok(args);
    }
    if let Some(option) =
        [("help", "--help"), ("version", "--version")].iter().find(|(name, _)| *name == word)
    {
        args[place] = option.1.into();
        let command = args.get(place + 1).and_then(|next| next.to_str());
        if command.is_some_and(|next| COMMANDS.contains(&next)) {
            args.swap(place, place + 1);
            args[1..=place].rotate_right(1);
        }
        return Ok(args);
    }
    let near = COMMANDS.into_iter().chain(["help"]).find(|known| strsim::osa_distance(known, &word) <= 2);
    match near {
        Some(near) => Err(format!("`{word}` is no file and no command: `goc2c {near}`?")),
        None => Ok(args),
    }
}

/// The number of the first argument that is none of the options that all commands have.
fn place_of_word(args: &[OsString]) -> usize {
    let mut place = 1;
    while let Some(arg) = args.get(place).and_then(|arg| arg.to_str()) {
        let (name, value) = arg.split_once('=').map_or((arg, None), |(name, value)| (name, Some(value)));
        if !OF_ALL.contains(&name) {
            break;
        }
        place += if value.is_some() { 1 } else { 2 };
    }
    place
}

/// Whether it may be a command with a letter wrong: files have an ending.
fn is_word(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    fn words(line: &str) -> Result<String, String> {
        let args = line.split(' ').map(OsString::from).collect();
        meant(args).map(|args| args.join(OsStr::new(" ")).into_string().unwrap_or_default())
    }

    #[test]
    fn the_commands_are_those_of_the_command_line() {
        let command = Cli::command();
        let names: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, COMMANDS);
        let messages: Vec<_> = command
            .get_arguments()
            .filter(|arg| arg.get_help_heading() == Some("Messages"))
            .filter_map(|arg| arg.get_long().map(|long| format!("--{long}")))
            .collect();
        assert_eq!(messages, OF_ALL);
    }

    #[test]
    fn words_are_put_right() {
        for (typed, meant) in [
            ("goc2c --message-format short check a.goc", "goc2c check --message-format short a.goc"),
            ("goc2c --color=never --max-errors 3 bind a.c", "goc2c bind --color=never --max-errors 3 a.c"),
            ("goc2c help", "goc2c --help"),
            ("goc2c help verify", "goc2c verify --help"),
            ("goc2c --color never help bind", "goc2c bind --color never --help"),
            ("goc2c version", "goc2c --version"),
            ("goc2c a.goc check", "goc2c a.goc check"),
            ("goc2c chan", "goc2c chan"),
            ("goc2c --arch amd64 a.goc", "goc2c --arch amd64 a.goc"),
            ("goc2c --color", "goc2c --color"),
        ] {
            assert_eq!(words(typed).as_deref(), Ok(meant), "{typed}");
        }
        for (typed, meant) in [("chek", "check"), ("bnd", "bind"), ("verfiy", "verify"), ("hepl", "help")] {
            let said = format!("`{typed}` is no file and no command: `goc2c {meant}`?");
            assert_eq!(words(&format!("goc2c {typed} a.goc")), Err(said));
        }
    }
}
