//! What the go command is called with: the user's arguments, and what is added to them. The one place where these words
//! are put together.

use std::ffi::OsString;
use std::path::PathBuf;

use super::flags::{Command, Flags};

/// What is added to the user's arguments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Additions {
    /// The file that says what is laid over what, the user's own among it.
    pub overlay: Option<PathBuf>,
    /// Whether `go test` leaves vet out.
    pub without_vet: bool,
    /// Flags about the compiler. The last one counts for a package, so that they come after the user's.
    pub compiling: Vec<OsString>,
}

/// The words after the go command's name. Without additions they are the user's as they are; with them, `-C` stays
/// first, and the user's `-overlay` gives way to one that has what it has.
pub fn words(command: Command, args: &[OsString], flags: &Flags, additions: &Additions) -> Vec<OsString> {
    let mut words = vec![OsString::from(command.name())];
    if *additions == Additions::default() {
        words.extend_from_slice(args);
        return words;
    }
    if let Some(folder) = &flags.folder {
        words.extend(["-C".into(), folder.clone()]);
    }
    if let Some(overlay) = &additions.overlay {
        let mut flag = OsString::from("-overlay=");
        flag.push(overlay);
        words.push(flag);
    }
    if additions.without_vet {
        words.push("-vet=off".into());
    }
    let mut gone = Vec::new();
    if additions.overlay.is_some() {
        gone.extend_from_slice(&flags.taken);
    } else if let (Some(_), Some(first)) = (&flags.folder, flags.taken.first()) {
        // The folder has come first.
        let is_apart = args.first().is_some_and(|arg| !arg.as_encoded_bytes().contains(&b'='));
        gone.extend(*first..*first + 1 + usize::from(is_apart));
    }
    if !additions.compiling.is_empty() {
        words.extend(flags.compiling.iter().filter_map(|&at| args.get(at)).cloned());
        words.extend_from_slice(&additions.compiling);
        gone.extend_from_slice(&flags.compiling);
    }
    let rest = args.iter().enumerate().filter(|(at, _)| !gone.contains(at));
    words.extend(rest.map(|(_, arg)| arg.clone()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_comes_first_but_for_the_folder() {
        let told = |command, args: &str, additions: &Additions| {
            let args: Vec<OsString> = args.split_whitespace().map(OsString::from).collect();
            let flags = Flags::of(command, &args);
            words(command, &args, &flags, additions).join(" ".as_ref()).into_string().unwrap()
        };
        let args = "-C d -v ./... -overlay a -run X -args -overlay b";
        assert_eq!(told(Command::Test, args, &Additions::default()), format!("test {args}"));
        let additions = Additions { overlay: Some("/o".into()), without_vet: true, ..Additions::default() };
        assert_eq!(
            told(Command::Test, args, &additions),
            "test -C d -overlay=/o -vet=off -v ./... -run X -args -overlay b"
        );
        let compiling = vec!["-gcflags=m/a=-x".into()];
        let additions = Additions { compiling, ..Additions::default() };
        assert_eq!(
            told(Command::Build, "-C d -gcflags -N -v -overlay a ./... -toolexec=t", &additions),
            "build -C d -gcflags -N -toolexec=t -gcflags=m/a=-x -v -overlay a ./..."
        );
        let additions = Additions { overlay: Some("/o".into()), ..Additions::default() };
        assert_eq!(
            told(Command::Run, "-race . -overlay b", &additions),
            "run -overlay=/o -race . -overlay b"
        );
    }
}
