//! What the commands beside a translation are asked for: check, verify, bind and init, resolved as [`crate::request`] has it.

use std::path::{Path, PathBuf};

use goc2c::command::file::display;
use goc2c::gc::Machine;
use goc2c::gc::Terms;
use goc2c::gc::files::Stem;
use goc2c::gotypes::make::Choice;
use goc2c::gotypes::sizes::{Sizes, sizes_of};
use goc2c::step::{Binder, Step, origin_of, split_cflags};
use goc2c::{Dialect, Options, Target};

use crate::bind::Binding;
use crate::cli::{BindArgs, CheckArgs, InitArgs, VerifyArgs};
use crate::init::{Compiler, Start};
use crate::request::{architecture, extension, is_c, system};

/// The files of a package to compare.
pub(crate) struct Comparison {
    pub(crate) options: Options,
    pub(crate) sizes: &'static Sizes,
    pub(crate) choice: Choice,
    pub(crate) goc: Vec<PathBuf>,
    /// The Go files, where they are named.
    pub(crate) go: Option<Vec<PathBuf>>,
    /// Whether Go's declarations are mended.
    pub(crate) fix: bool,
}

/// A program to compare with the `.goc` files of a package.
pub(crate) struct Verification {
    pub(crate) step: Step,
    pub(crate) program: PathBuf,
}

impl Comparison {
    pub(crate) fn of(args: CheckArgs) -> Result<Comparison, String> {
        let options = Options {
            dialect: args.dialect.unwrap_or_else(|| dialect_of(&args.inputs)),
            target: Target::Gcc,
            max_faults: args.messages.most(),
            ..Options::default()
        };
        options.check_go_side().map_err(|error| error.to_string())?;
        Ok(Comparison {
            // Where sizes are not known, those of the usual machine tell nearly as much.
            sizes: sizes_of(&architecture(None))
                .or_else(|_| sizes_of("amd64"))
                .map_err(|unknown| unknown.to_string())?,
            choice: Choice::of(options.dialect, &system(None)),
            options,
            goc: args.inputs,
            go: Some(args.go_files).filter(|files| !files.is_empty()),
            fix: args.fix,
        })
    }
}

/// Whose package some `.goc` files are of: gc's where goc2c has written assembly of them, or Go files say that it is to.
fn dialect_of(inputs: &[PathBuf]) -> Dialect {
    let is_made = |path: &PathBuf| {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
        Machine::ALL.iter().any(|machine| {
            let made = Stem::of(name).assembly(*machine);
            origin_of(&path.with_file_name(&made), &made).as_deref() == Some(name)
        })
    };
    if inputs.iter().any(is_made) || inputs.first().is_some_and(|path| is_generated_beside(path)) {
        Dialect::Gc
    } else {
        Dialect::Gccgo11
    }
}

/// Whether a Go file beside a file has a line by which `go generate` calls goc2c for dialect gc.
fn is_generated_beside(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    let go_files = entries.flatten().map(|entry| entry.path()).filter(|path| extension(path) == "go");
    let is_line = |line: &[u8]| {
        let line = line.strip_prefix(b"//go:generate ").map(String::from_utf8_lossy).unwrap_or_default();
        let words: Vec<_> = line.split_whitespace().collect();
        let calls = words.iter().any(|word| Path::new(word).file_stem() == Some("goc2c".as_ref()));
        calls && (line.contains("--dialect gc ") || line.contains("--dialect=gc "))
    };
    go_files.filter_map(|path| std::fs::read(path).ok()).any(|text| text.split(|b| *b == b'\n').any(is_line))
}

impl Binding {
    pub(crate) fn of(args: BindArgs) -> Result<Binding, String> {
        if let Some(other) = args.inputs.iter().find(|file| !is_c(file)) {
            let what = match extension(other) {
                "cpp" | "cc" | "cxx" | "C" => "is C++: if it is C as well, give it a name that ends in `.c`",
                _ => "is no file of C: of a library that is a header alone, write a file that includes it",
            };
            return Err(format!("`{}` {what}", display(other)));
        }
        let stem = || Some(args.inputs.first()?.file_stem()?.to_str()?.to_ascii_lowercase());
        let package = args.package.or_else(stem).unwrap_or_default();
        if !is_package_name(&package) {
            return Err(no_package_name(&package));
        }
        let binder = Binder {
            sources: args.inputs,
            package,
            functions: args.functions,
            headers: args.headers,
            compilers: args.cc,
            cflags: split_cflags(&args.cflags)?.into_iter().map(|(_, flag)| flag).collect(),
        };
        Ok(Binding { binder, folder: args.output.unwrap_or_default() })
    }
}

impl Start {
    pub(crate) fn of(args: InitArgs) -> Result<Start, String> {
        let folder = args.folder.unwrap_or_default();
        let named = || {
            let whole =
                std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { &folder });
            let name = whole.ok()?.file_name()?.to_str()?.to_ascii_lowercase();
            Some(name.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        };
        let package = args.package.clone().or_else(named).unwrap_or_default();
        // Others are to import it.
        if !is_package_name(&package) || package == "main" {
            return Err(no_package_name(&package));
        }
        let compiler = if args.gccgo { Compiler::Gccgo } else { Compiler::Gc };
        Ok(Start { compiler, folder, package })
    }
}

/// Whether a package can have the name.
fn is_package_name(name: &str) -> bool {
    let is_word = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    is_word && !goc2c::model::go::is_go_keyword(name.as_bytes())
}

fn no_package_name(name: &str) -> String {
    format!("`{name}` is no name for a package: choose one by `--package`")
}

impl Verification {
    pub(crate) fn of(mut args: VerifyArgs) -> Result<Verification, String> {
        let program = args.files.pop().unwrap_or_default();
        if let Some(other) = args.files.iter().find(|file| !is_source(file)) {
            return Err(format!(
                "`{}` is no .goc file or file of C: the program stands last",
                display(other)
            ));
        }
        if is_source(&program) {
            return Err("the program stands behind the .goc files: `goc2c verify sum.goc sum.test`".into());
        }
        let step = Step {
            inputs: args.files,
            machines: Vec::new(),
            compilers: args.cc,
            found: Vec::new(),
            cflags: split_cflags(&args.cflags)?,
            tag: String::new(),
            fallback: false,
            terms: Terms::default(),
            arena: false,
            choice: Choice::of(Dialect::Gc, &system(None)),
            most_faults: args.messages.most(),
        };
        Ok(Verification { step, program })
    }
}

fn is_source(path: &Path) -> bool {
    is_c(path) || path.extension().is_some_and(|end| end == "goc")
}
