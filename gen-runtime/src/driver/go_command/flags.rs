//! What the user's arguments for the go command say of the packages' folders: of all its flags, those that matter to
//! what is laid over. Arguments in, facts out.

use std::ffi::{OsStr, OsString};

/// A command of the go command's that is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// `go build`
    Build,
    /// `go install`
    Install,
    /// `go list`
    List,
    /// `go run`
    Run,
    /// `go test`
    Test,
    /// `go vet`
    Vet,
}

impl Command {
    /// All of them.
    pub const ALL: [Command; 6] =
        [Command::Build, Command::Install, Command::List, Command::Run, Command::Test, Command::Vet];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Command::Build => "build",
            Command::Install => "install",
            Command::List => "list",
            Command::Run => "run",
            Command::Test => "test",
            Command::Vet => "vet",
        }
    }

    /// Whether it links programs.
    pub const fn links(self) -> bool {
        matches!(self, Command::Build | Command::Install | Command::Run | Command::Test)
    }

    /// The command of that name.
    pub fn from_name(name: &OsStr) -> Option<Command> {
        Command::ALL.into_iter().find(|command| command.name() == name)
    }
}

/// The build flags that take no value of their own: after any other the next word is one.
const BOOLEAN: [&str; 16] = [
    "a",
    "asan",
    "buildvcs",
    "cover",
    "h",
    "help",
    "i",
    "json",
    "linkshared",
    "modcacherw",
    "msan",
    "n",
    "race",
    "trimpath",
    "v",
    "work",
];

/// Build flags after which the next word is a value, but for those that matter here.
const VALUED: [&str; 17] = [
    "asmflags",
    "bench",
    "buildmode",
    "compiler",
    "count",
    "gccgoflags",
    "installsuffix",
    "ldflags",
    "mod",
    "modfile",
    "o",
    "p",
    "parallel",
    "pgo",
    "pkgdir",
    "run",
    "timeout",
];

/// What the flags say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-C DIR`, which must come first.
    pub folder: Option<OsString>,
    /// The last `-overlay FILE`.
    pub overlay: Option<OsString>,
    /// The last `-tags LIST`.
    pub tags: Option<OsString>,
    /// Whether there is a `-vet`.
    pub has_vet: bool,
    /// All `-gcflags LIST`, in order.
    pub gcflags: Vec<OsString>,
    /// The last `-toolexec COMMAND`.
    pub toolexec: Option<OsString>,
    /// What is no flag, as far as that can be told: packages.
    pub named: Vec<OsString>,
    /// The places of the words that say `-C` and `-overlay`.
    pub(super) taken: Vec<usize>,
    /// Those of the words that say `-gcflags` and `-toolexec`.
    pub(super) compiling: Vec<usize>,
}

impl Flags {
    /// Those among the arguments of a command. What comes after the package of `go run`, and after `-args`, is the
    /// program's.
    pub fn of(command: Command, args: &[OsString]) -> Flags {
        let mut flags = Flags::default();
        let mut at = 0;
        while let Some(arg) = args.get(at) {
            let Some((name, value)) = split(arg) else {
                flags.named.push(arg.clone());
                if command == Command::Run {
                    break;
                }
                at += 1;
                continue;
            };
            if name.is_empty() || name == "args" {
                break;
            }
            let is_whole = value.is_some() || name == "x" || BOOLEAN.contains(&name);
            let value = value.map(OsStr::to_owned).or_else(|| args.get(at + 1).cloned());
            let length = if is_whole { 1 } else { 2 };
            match name {
                "C" if at == 0 => flags.folder = value,
                "overlay" => flags.overlay = value,
                "tags" => flags.tags = value,
                "gcflags" => flags.gcflags.extend(value),
                "toolexec" => flags.toolexec = value,
                "vet" => flags.has_vet = true,
                _ => {}
            }
            if matches!(name, "C" if at == 0) || name == "overlay" {
                flags.taken.extend(at..(at + length).min(args.len()));
            }
            if matches!(name, "gcflags" | "toolexec") {
                flags.compiling.extend(at..(at + length).min(args.len()));
            }
            // What is no flag of `go build` may take a value or not: a value does not look like a flag.
            let is_known = matches!(name, "C" | "overlay" | "tags" | "vet" | "gcflags" | "toolexec")
                || VALUED.contains(&name)
                || command == Command::Run;
            at += if is_known { length } else { 1 };
        }
        flags
    }

    /// Those of `$GOFLAGS`, where every word is `-NAME` or `-NAME=VALUE`.
    pub fn of_variable(text: &str) -> Flags {
        let words: Vec<OsString> = text.split_whitespace().map(OsString::from).collect();
        let all = words.iter().map(|word| Flags::of(Command::Build, std::slice::from_ref(word)));
        all.fold(Flags::default(), |flags, later| later.or(flags))
    }

    /// These, and of others what these do not say.
    pub fn or(self, others: Flags) -> Flags {
        Flags {
            overlay: self.overlay.or(others.overlay),
            gcflags: [others.gcflags, self.gcflags].concat(),
            toolexec: self.toolexec.or(others.toolexec),
            tags: self.tags.or(others.tags),
            has_vet: self.has_vet || others.has_vet,
            ..self
        }
    }
}

/// The name of a flag, with one dash or two, and the value behind its `=`.
fn split(arg: &OsStr) -> Option<(&str, Option<&OsStr>)> {
    let bytes = arg.as_encoded_bytes();
    let text = bytes.strip_prefix(b"--").or_else(|| bytes.strip_prefix(b"-"))?;
    if text.is_empty() && bytes == b"-" {
        return None;
    }
    let dashes = bytes.len() - text.len();
    match memchr::memchr(b'=', text) {
        Some(end) => {
            let name = std::str::from_utf8(&text[..end]).unwrap_or("?");
            // After an ASCII sign the rest is whole, too.
            Some((name, Some(tail(arg, dashes + end + 1))))
        }
        None => Some((std::str::from_utf8(text).unwrap_or("?"), None)),
    }
}

fn tail(arg: &OsStr, from: usize) -> &OsStr {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(&arg.as_bytes()[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(command: Command, args: &str) -> Flags {
        let args: Vec<OsString> = args.split_whitespace().map(OsString::from).collect();
        Flags::of(command, &args)
    }

    #[test]
    fn flags_are_found_in_both_spellings() {
        let found = flags(Command::Build, "-C d -o x -overlay=a -tags t,u --overlay b ./...");
        assert_eq!((found.folder, found.overlay), (Some("d".into()), Some("b".into())));
        assert_eq!((found.tags, found.taken), (Some("t,u".into()), vec![0, 1, 4, 7, 8]));
        assert_eq!(flags(Command::Build, "-o x -C d").folder, None, "go refuses that");
        assert_eq!(flags(Command::Build, "-overlay").taken, [0]);
    }

    #[test]
    fn flags_for_compilers_are_found_with_their_places() {
        let found = flags(Command::Test, "-gcflags=all=-N -run X ./... -toolexec t --gcflags -l -short ./b");
        assert_eq!((found.gcflags, found.toolexec), (vec!["all=-N".into(), "-l".into()], Some("t".into())));
        assert_eq!((found.compiling, found.named), (vec![0, 4, 5, 6, 7], vec!["./...".into(), "./b".into()]));
    }

    #[test]
    fn what_is_the_programs_is_none_of_ours() {
        assert_eq!(flags(Command::Run, "-race -mod mod . -overlay=a").overlay, None);
        assert_eq!(flags(Command::Run, "-race -mod mod -overlay a . -overlay b").overlay, Some("a".into()));
        assert_eq!(flags(Command::Test, "./... -v -overlay a -args -overlay b").overlay, Some("a".into()));
        assert!(flags(Command::Test, "./... -vet=all").has_vet);
        assert!(!flags(Command::Test, "./... -args -vet=all").has_vet);
    }

    #[test]
    fn the_variable_counts_where_the_arguments_say_nothing() {
        let variable = Flags::of_variable("-overlay=a  -mod=vendor -tags=x -overlay=b");
        assert_eq!((variable.overlay.clone(), variable.tags.clone()), (Some("b".into()), Some("x".into())));
        let both = flags(Command::Test, "-tags y").or(variable);
        assert_eq!((both.overlay, both.tags, both.taken), (Some("b".into()), Some("y".into()), vec![]));
    }
}
