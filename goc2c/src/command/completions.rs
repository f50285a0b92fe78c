//! Shell completions: the scripts that clap_complete makes, told what each flag's value is, and mended where a real
//! shell would offer nothing. Knows no program's flags.

use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

/// What a list of values starts after in a script for fish.
const LIST: &str = " -a \"";

/// The script by which a shell completes a command.
pub(super) fn completions(shell: Shell, mut command: Command) -> Vec<u8> {
    let name = command.get_name().to_owned();
    // Subcommands are described when they are asked for.
    command.build();
    let mut command = with_hints(command);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, &name, &mut script);
    match (shell, String::from_utf8(script)) {
        (Shell::Bash, Ok(script)) => mended_bash(&script, &name).into_bytes(),
        (Shell::Zsh, Ok(script)) => mended_zsh(&script, &command).into_bytes(),
        (Shell::Fish, Ok(script)) => mended_fish(&script, &command).into_bytes(),
        (_, Ok(script)) => script.into_bytes(),
        (_, Err(error)) => error.into_bytes(),
    }
}

fn subcommand_names(command: &Command) -> Vec<&str> {
    command.get_subcommands().flat_map(Command::get_name_and_visible_aliases).collect()
}

fn with_hints(command: Command) -> Command {
    command.mut_args(with_hint).mut_subcommands(with_hints)
}

/// An argument with what its value is, so that shells offer no files for free text and folders alone for a folder.
/// A flag's value goes by its name in the help; what stands without a flag is a path or is not.
fn with_hint(arg: Arg) -> Arg {
    if !arg.get_num_args().is_some_and(|values| values.takes_values()) {
        return arg;
    }
    let name = arg.get_value_names().and_then(<[_]>::last).map(|name| name.to_string()).unwrap_or_default();
    let hint = match (arg.get_value_hint(), &name[..]) {
        (ValueHint::AnyPath, _) if arg.is_positional() => ValueHint::AnyPath,
        (ValueHint::AnyPath, "DIR") => ValueHint::DirPath,
        (ValueHint::AnyPath, _) => ValueHint::FilePath,
        // Such as `PKG=FILE`.
        (ValueHint::Unknown, name) if name.contains("FILE") => ValueHint::FilePath,
        (ValueHint::Unknown, "PROG") => ValueHint::CommandName,
        (ValueHint::Unknown, _) => ValueHint::Other,
        (hint, _) => hint,
    };
    arg.value_hint(hint)
}

/// Where a program's name has a dash, clap_complete's script calls its subcommands one name while it reads the words,
/// and another where it answers. And bash takes `--flag=value` for three words.
fn mended_bash(script: &str, name: &str) -> String {
    let read = name.replace('-', "__");
    let answered = name.replace('-', "__subcmd__");
    let previous = "    prev=\"$3\"\n";
    let previous_of_three = format!(
        "{previous}    if [[ \"${{prev}}\" == = ]]; then prev=\"${{COMP_WORDS[COMP_CWORD-2]}}\"; fi\n"
    );
    script.replace(&answered, &read).replacen(previous, &previous_of_three, 1)
}

/// clap_complete's script lets fish's argparse find the subcommand among the words before the cursor. It fails where
/// the last of them is a flag whose value is asked for, so it is given one; and a file is no subcommand. What `help`
/// explains is offered although `help` is on the line. A dollar in a list of values stands for itself.
fn mended_fish(script: &str, command: &Command) -> String {
    let specs = format!("argparse -s (__fish_{}_global_optspecs) --", command.get_name().replace('-', "_"));
    let reading = format!("    {specs} $cmd 2>/dev/null\n");
    let reading_with_value = format!("{reading}    or {specs} $cmd '' 2>/dev/null\n");
    let found = "    if set -q argv[1]\n";
    let found_subcommand =
        format!("    if contains -- \"$argv[1]\" {}\n", subcommand_names(command).join(" "));
    let mut script = script.replacen(&reading, &reading_with_value, 1).replacen(found, &found_subcommand, 1);
    if let Some(help) = command.find_subcommand("help") {
        let asked = format!("help; and not __fish_seen_subcommand_from {}", subcommand_names(help).join(" "));
        script = script.replace(&asked, asked.trim_end_matches(" help"));
    }
    let mut parts = script.split(LIST);
    let mut mended = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (values, rest) = part.split_at(part.find('"').unwrap_or(0));
        mended.extend([LIST, &values.replace('$', "\\$"), rest]);
    }
    mended
}

/// Where a program takes files or a subcommand, clap_complete's script for zsh takes one file and then a subcommand. It
/// is a subcommand that stands first, else any number of files.
fn mended_zsh(script: &str, command: &Command) -> String {
    let Some(file) = command.get_positionals().next().filter(|_| command.has_subcommands()) else {
        return script.to_owned();
    };
    let name = command.get_name();
    let reading = "    _arguments \"${_arguments_options[@]}\" : \\\n";
    let [one, rest] = [format!("'::{} -- ", file.get_id()), format!("\"*::: :->{name}\"")];
    let places = script.find(&one).zip(script.find(&rest).map(|at| at + rest.len()));
    let (Some(start), Some((first, after))) = (script.find(reading), places) else {
        return script.to_owned();
    };
    let choice = format!(
        "    local -a places\n    \
         if (( CURRENT > 2 )) && [[ $words[2] == ({}) ]]; then\n        \
         places=(': :_{name}_commands' '*::: :->{name}')\n    \
         else\n        \
         places=(':: :_{name}_commands' '*:FILE:_files')\n    \
         fi\n",
        subcommand_names(command).join("|")
    );
    let [before, flags, after] = [&script[..start], &script[start..first], &script[after..]];
    [before, &choice, flags, "\"${places[@]}\"", &after.replace("$line[2]", "$line[1]")].concat()
}
