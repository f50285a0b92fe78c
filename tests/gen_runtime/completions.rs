//! What shells complete, asked of the real ones: bash and zsh at a terminal, and fish, with the scripts in
//! `doc/completions`, which are compared with what the programs generate elsewhere.

use std::fs;
use std::path::Path;
use std::process::Command;

use gen_runtime::Release;
use goc2c::Dialect;
use pretty_assertions::assert_eq;

use crate::support::{is_installed, root, run, run_with_input};

/// What must be offered after a line.
enum Offered {
    /// These and nothing else.
    Exactly(Vec<&'static str>),
    /// These among others.
    Among(&'static [&'static str]),
}

/// The lines, in a folder with `file.goc` and `folder`.
fn cases() -> Vec<(&'static str, Offered)> {
    use Offered::{Among, Exactly};
    let releases = || Exactly(Release::ALL.map(Release::name).to_vec());
    let dialects = || Exactly(Dialect::ALL.map(Dialect::name).to_vec());
    vec![
        ("gen-runtime ", Among(&["zasm", "zruntime-defs", "symabis", "all", "dist", "build", "clean"])),
        ("gen-runtime zasm --", Among(&["--arch", "--dialect", "--struct", "--emit-asserts", "--output"])),
        ("./gen-runtime zasm --str", Exactly(vec!["--strict", "--struct"])),
        ("gen-runtime zruntime-defs --exp", Exactly(vec!["--experiment"])),
        ("gen-runtime zasm --dialect ", releases()),
        ("gen-runtime zasm --arch ", Exactly(vec![])),
        ("gen-runtime zasm fi", Exactly(vec!["file.goc"])),
        ("gen-runtime dist ", Among(&["install", "clean", "env", "banner", "version"])),
        ("gen-runtime dist install --", Among(&["--cross", "--goroot", "--dialect", "--launcher"])),
        ("gen-runtime dist install --cross ", Exactly(vec!["generate", "build"])),
        ("gen-runtime dist install --goroot fo", Exactly(vec!["folder"])),
        ("gen-runtime symabis --from fi", Exactly(vec!["file.goc"])),
        ("gen-runtime build --toolchain ", Exactly(vec!["gccgo", "plan9"])),
        ("gen-runtime help ", Among(&["zasm", "dist", "build"])),
        ("gen-runtime help dist ", Among(&["install", "clean", "env", "banner", "version"])),
        ("goc2c fi", Exactly(vec!["file.goc"])),
        ("goc2c che", Exactly(vec!["check"])),
        ("goc2c --dialect ", dialects()),
        ("goc2c --dialect go1.", Exactly(vec!["go1.0", "go1.1", "go1.2", "go1.3"])),
        ("goc2c --dialect=go1.", Exactly(vec!["go1.0", "go1.1", "go1.2", "go1.3"])),
        ("goc2c --6g --arch 386 --dialect ", dialects()),
        ("goc2c file.goc file.goc --dialect ", dialects()),
        ("goc2c file.goc --dia", Exactly(vec!["--dialect"])),
        ("goc2c file.goc fi", Exactly(vec!["file.goc"])),
        ("goc2c --emit ", Exactly(vec!["c", "layout", "prelude", "go", "header", "types", "stack"])),
        ("goc2c --arch ", Exactly(vec![])),
        ("goc2c --out-name ", Exactly(vec![])),
        ("goc2c --output ", Exactly(vec!["file.goc", "folder"])),
        ("goc2c --out-dir ", Exactly(vec!["folder"])),
        (
            "goc2c check --",
            Exactly(vec![
                "--go-files",
                "--dialect",
                "--fix",
                "--message-format",
                "--color",
                "--max-errors",
                "--help",
            ]),
        ),
        ("goc2c check fi", Exactly(vec!["file.goc"])),
    ]
}

/// Asks a shell about every line; it answers in a folder of its own, each line with the words that it offers.
fn check(shell: &str, ask: impl Fn(&Path, &[&str]) -> Vec<Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    let work = folder.path().join("work");
    fs::create_dir_all(work.join("folder")).unwrap();
    fs::write(work.join("file.goc"), "").unwrap();
    let cases = cases();
    let lines: Vec<_> = cases.iter().map(|(line, _)| *line).collect();
    let answers = ask(folder.path(), &lines);
    assert_eq!(answers.len(), cases.len(), "{shell}: {answers:?}");
    for ((line, offered), mut found) in cases.into_iter().zip(answers) {
        // Some offer the flag with its value, and say by the slash what a folder is.
        for word in &mut found {
            let value = word.split_once('=').map_or(&word[..], |(_, value)| value);
            *word = value.trim_end_matches('/').to_owned();
        }
        found.sort();
        // zsh looks for folders in more than one way.
        found.dedup();
        match offered {
            Offered::Exactly(mut words) => {
                words.sort();
                assert_eq!(words, found, "{shell}: {line}");
            }
            Offered::Among(words) => {
                let missing: Vec<_> =
                    words.iter().filter(|word| !found.contains(&word.to_string())).collect();
                assert!(missing.is_empty(), "{shell}: `{line}` lacks {missing:?}: {found:?}");
            }
        }
    }
}

/// Where the scripts are.
fn scripts() -> String {
    root().join("doc/completions").into_os_string().into_string().unwrap()
}

/// Has a shell at a terminal read the lines, each before the key that asks. The answers are in the file `answers`, which
/// its start-up file writes.
fn ask_at_a_terminal(folder: &Path, shell: &str, keys: &[String]) -> String {
    let mut command = Command::new("script");
    command.args(["-qec", shell, "/dev/null"]).current_dir(folder.join("work"));
    command.env("ZDOTDIR", folder).env("HOME", folder).env("TERM", "xterm");
    let ran = run_with_input(&mut command, (keys.concat() + "exit\n").as_bytes());
    fs::read_to_string(folder.join("answers")).unwrap_or_else(|error| panic!("{error}: {}", ran.stdout))
}

#[test]
fn bash_completes() {
    if !is_installed("bash") || !is_installed("script") {
        return;
    }
    check("bash", |folder, lines| {
        let start = format!(
            "PS1=\nbind 'set enable-bracketed-paste off'\nbind '\"\\ec\": insert-completions'\n\
             told() {{ printf '%s\\n' \"$READLINE_LINE\" >>../answers; READLINE_LINE=; READLINE_POINT=0; }}\n\
             bind -x '\"\\eq\": told'\nfor program in goc2c gen-runtime; do . '{}'/$program.bash; done\n",
            scripts()
        );
        fs::write(folder.join("start"), start).unwrap();
        // All that is offered is put into the line in place of the word.
        let keys: Vec<_> = lines.iter().map(|line| format!("{line}\x1bc\x1bq")).collect();
        let answers = ask_at_a_terminal(folder, "bash --noprofile --rcfile ../start -i", &keys);
        let offered = |(line, answer): (&&str, &str)| {
            let (before, word) = line.rsplit_once(' ').unwrap();
            let words = answer.strip_prefix(before).unwrap_or(answer).split_whitespace();
            // A word that nothing is offered for stays.
            words.filter(|&offered| offered != word).map(str::to_owned).collect()
        };
        lines.iter().zip(answers.lines()).map(offered).collect()
    });
}

#[test]
fn zsh_completes() {
    if !is_installed("zsh") || !is_installed("script") {
        return;
    }
    check("zsh", |folder, lines| {
        // What only looks for matches, for the completion's own use, offers none.
        let start = format!(
            "PS1=\nfpath=('{}' $fpath)\nautoload -Uz compinit && compinit -u -D\n\
             compadd() {{\n\
               if [[ \" $* \" != *' -'[OAD]' '* ]]; then\n\
                 local -a found\n\
                 builtin compadd -O found \"$@\"\n\
                 (( $#found )) && print -rl -- $found >>../answers\n\
               fi\n\
               builtin compadd \"$@\"\n\
             }}\n\
             ask() {{ print '?' >>../answers; zle complete-word; BUFFER= }}\n\
             zle -N ask\nbindkey '\\eq' ask\n",
            scripts()
        );
        fs::write(folder.join(".zshrc"), start).unwrap();
        let keys: Vec<_> = lines.iter().map(|line| format!("{line}\x1bq")).collect();
        let answers = ask_at_a_terminal(folder, "zsh -d -i", &keys);
        answers.split("?\n").skip(1).map(|words| words.lines().map(str::to_owned).collect()).collect()
    });
}

#[test]
fn fish_completes() {
    if !is_installed("fish") {
        return;
    }
    check("fish", |folder, lines| {
        let mut start: String =
            ["goc2c", "gen-runtime"].map(|it| format!("source '{}/{it}.fish'\n", scripts())).concat();
        start.extend(lines.iter().map(|line| format!("echo '?'\ncomplete -C'{line}'\n")));
        let ran = run(Command::new("fish")
            .args(["--no-config", "-c", &start])
            .env("HOME", folder)
            .current_dir(folder.join("work")));
        let word = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
        ran.stdout.split("?\n").skip(1).map(|words| words.lines().map(word).collect()).collect()
    });
}

#[test]
fn fish_shows_variables_by_their_names() {
    if !is_installed("fish") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let ask =
        format!("source '{}/gen-runtime.fish'\ncomplete -C'gen-runtime build --toolchain g'\n", scripts());
    let ran = run(Command::new("fish").args(["--no-config", "-c", &ask]).env("HOME", folder.path()));
    assert!(ran.stdout.contains("gccgo for Go ($GCCGO, $GCCGOFLAGS)"), "{}", ran.stdout);
}
