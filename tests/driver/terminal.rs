//! What a terminal shows of a run.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use gen_runtime::Release;
use pretty_assertions::assert_eq;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::support::*;

/// What a command writes to a terminal that is its standard error and has so many columns; of 0 it does not tell.
fn shown_within(columns: u16, command: &mut Command) -> String {
    let mut terminal = File::from(openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap());
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap().into_string().unwrap();
    // This end is open until all is read, lest the text be lost with the last writer.
    let other = File::options().read(true).write(true).open(name).unwrap();
    let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&other, size).unwrap();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(other.try_clone().unwrap());
    let ended = command.status().unwrap();
    assert!(ended.success());
    let mut text = vec![0; 4000];
    let count = terminal.read(&mut text).unwrap();
    drop(other);
    String::from_utf8(text[..count].to_vec()).unwrap()
}

#[test]
fn a_line_tells_how_far_a_run_is_and_makes_room_for_text() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(&folder, &[("go.mod", "module m\n"), ("p.go", "package p\n"), ("warn.c", "\n"), ("y.s", "\n")]);
    let build_within = |columns: u16, terminal: &str, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
        command.current_dir(&folder).env("RECORD", &tree.record).env("TERM", terminal);
        command.args(["build", "--toolchain=plan9", "--tool-dir"]).arg(tree.tools());
        command.args(["--dialect=go1.2", "--os=linux", "--arch=amd64", "-a", "-p", "1"]).args(args);
        shown_within(columns, &mut command)
    };
    let build = |terminal: &str, args: &[&str]| build_within(0, terminal, args);
    // A terminal turns a newline into a return and a newline.
    let expected = "[0/4] m warn.o\r\x1b[K# m\r\nwarn.c:1 mind this\r\n[1/4] m y.o\r\x1b[K[2/4] m _go_.6\
                    \r\x1b[K[3/4] m m.a\r\x1b[K";
    assert_eq!(build("xterm", &[]), expected);
    let text = "# m\r\nwarn.c:1 mind this\r\n";
    assert_eq!(build("dumb", &[]), text);
    assert_eq!(build("xterm", &["-v"]), format!("m\r\n{text}"));
    // One column less than the terminal has, or it would wrap.
    let narrow = build_within(12, "xterm", &[]);
    let drawn: Vec<_> =
        narrow.split(['\r', '\n']).filter_map(|line| line.find('[').map(|at| &line[at..])).collect();
    assert!(drawn.contains(&"[0/4] m war"), "{drawn:?}");
    assert!(
        narrow.split(['\r', '\n']).filter(|line| line.starts_with('[')).all(|line| line.len() < 12),
        "{narrow:?}"
    );
}

#[test]
fn a_program_that_asks_the_terminal_is_ended() {
    if !is_installed("script") {
        return;
    }
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    std::fs::write(tree.source().join("ask.c"), "int32 x;\n").unwrap();
    let install = tree.command("dist install pkg/runtime -v");
    let words = [install.get_program()].into_iter().chain(install.get_args());
    let words: Vec<_> = words.map(|word| word.to_str().unwrap()).collect();
    let mut command = Command::new("script");
    command.args(["-qec", &words.join(" "), "/dev/null"]).env("RECORD", &tree.record);
    let ran = run(&mut command);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("it was ended when it asked for the terminal"), "{}", ran.stdout);
}
