//! Which packages of a module get files from `.goc` files, and which: names, constraints and first lines are looked at,
//! `.goc` files are not read.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engine::told::relative;
use goc2c::Source;
use goc2c::command::output::{FileError, bytes_of};
use goc2c::diagnostic::Report;
use goc2c::gc::Machine;
use goc2c::gc::files::{PANIC_FILE, Stem};
use goc2c::gopkg::files::Context;
use goc2c::gopkg::head::read_head;
use goc2c::step::origin_of;
use memchr::memmem;

use super::fault::{GoError, UsesCgo};

/// Folders that hold no packages of a module.
const PASSED: [&str; 2] = ["testdata", "vendor"];
/// What assembly has that needs [`PANIC_FILE`].
const PANICS: &[u8] = b"goc_panicked";

/// A folder with `.goc` files. All names are without folders, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path.
    pub path: PathBuf,
    /// Its `.goc` files.
    pub goc: Vec<String>,
    /// Its Go files and its assembly.
    pub others: Vec<String>,
}

/// What a package is to get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The package's folder.
    pub folder: PathBuf,
    /// The `.goc` files that belong.
    pub inputs: Vec<String>,
    /// The files that are made. The last may turn out to be needless: that is how the file for panics is.
    pub outputs: Vec<String>,
    /// Files that goc2c made of `.goc` files that are gone.
    pub old: Vec<String>,
}

/// What is built for whom.
pub struct Selection<'s> {
    /// The machine.
    pub machine: Machine,
    /// What files are chosen for.
    pub context: &'s Context,
    /// The folder that files in messages are relative to.
    pub current: &'s Path,
}

/// Finds the folders of a module that have `.goc` files. Links are not followed, and what another module has, or
/// the go command passes over in `./...`, is none of it. Nor is a folder below that may not be read.
///
/// # Errors
/// What the system reports.
pub fn find_folders(module: &Path) -> Result<Vec<Folder>, FileError> {
    let mut found = Vec::new();
    let mut waiting = vec![module.to_owned()];
    while let Some(path) = waiting.pop() {
        let mut folder = Folder { path, ..Folder::default() };
        let mut below = Vec::new();
        let trouble = |error| FileError { verb: "read", path: folder.path.clone(), error };
        let mut is_module = false;
        let entries = match fs::read_dir(&folder.path) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && folder.path != module => {
                continue;
            }
            entries => entries.map_err(trouble)?,
        };
        for entry in entries {
            let entry = entry.map_err(trouble)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            is_module |= name == "go.mod";
            if name.starts_with(['.', '_']) {
                continue;
            }
            if entry.file_type().map_err(trouble)?.is_dir() {
                if !PASSED.contains(&&*name) {
                    below.push(entry.path());
                }
            } else if name.ends_with(".goc") {
                folder.goc.push(name);
            } else if name.ends_with(".go") || name.ends_with(".s") {
                folder.others.push(name);
            }
        }
        if is_module && folder.path != module {
            continue;
        }
        waiting.append(&mut below);
        if !folder.goc.is_empty() {
            folder.goc.sort();
            folder.others.sort();
            found.push(folder);
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

impl Selection<'_> {
    /// What a package is to get; nothing where no `.goc` file is for the platform, or all that is made of them is there.
    ///
    /// # Errors
    /// See [`GoError`].
    pub fn task(&self, folder: &Folder) -> Result<Option<Task>, GoError> {
        let inputs: Vec<&String> = folder.goc.iter().filter(|name| self.takes(name)).collect();
        let Some(first) = inputs.first() else { return Ok(None) };
        let mut outputs: Vec<(String, &String)> = Vec::new();
        for name in &inputs {
            let stem = Stem::of(name);
            for output in [stem.assembly(self.machine), stem.declarations()] {
                if let Some((_, other)) = outputs.iter().find(|(made, _)| *made == output) {
                    let (one, two) = ((*other).clone(), (*name).clone());
                    return Err(GoError::Twice(self.shown(&folder.path.join(output)), one, two));
                }
                outputs.push((output, name));
            }
        }
        let origin = |name: &String| origin_of(&folder.path.join(name), name);
        let is_made = |(output, goc): &(String, &String)| {
            folder.others.contains(output) && origin(output).as_ref() == Some(*goc)
        };
        if outputs.iter().all(is_made) && self.can_panic(folder, &outputs)? {
            return Ok(None);
        }
        outputs.push((PANIC_FILE.into(), first));
        self.check_cgo(folder, first)?;
        let mut old = Vec::new();
        for name in &folder.others {
            match (outputs.iter().find(|(output, _)| output == name), origin(name)) {
                (Some((_, goc)), None) => {
                    let goc = (*goc).clone();
                    return Err(GoError::Taken { path: self.shown(&folder.path.join(name)), goc });
                }
                (None, Some(goc)) if goc.ends_with(".goc") && !folder.goc.contains(&goc) => {
                    old.push(name.clone());
                }
                _ => {}
            }
        }
        Ok(Some(Task {
            folder: folder.path.clone(),
            inputs: inputs.into_iter().cloned().collect(),
            outputs: outputs.into_iter().map(|(output, _)| output).collect(),
            old,
        }))
    }

    /// Whether a `.goc` file of that name is for the platform.
    fn takes(&self, name: &str) -> bool {
        let stem = Stem::of(name);
        let takes_system = |system: &String| self.context.takes_name(&format!("x_{system}.go"));
        !stem.machines(&[self.machine]).is_empty() && stem.system.as_ref().is_none_or(takes_system)
    }

    /// Whether the file for panics is there, if the assembly needs it.
    fn can_panic(&self, folder: &Folder, outputs: &[(String, &String)]) -> Result<bool, GoError> {
        if folder.others.iter().any(|name| name == PANIC_FILE) {
            return Ok(true);
        }
        for (output, _) in outputs.iter().filter(|(output, _)| output.ends_with(".s")) {
            let path = folder.path.join(output);
            let text = fs::read(&path).map_err(FileError::new("read", &path))?;
            if memmem::find(&text, PANICS).is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Refuses a package with a Go file that belongs and uses cgo.
    fn check_cgo(&self, folder: &Folder, goc: &str) -> Result<(), GoError> {
        if !self.context.cgo {
            return Ok(());
        }
        let is_go = |name: &&String| name.ends_with(".go") && self.context.takes_name(name);
        for name in folder.others.iter().filter(is_go) {
            let path = folder.path.join(name);
            let text = fs::read(&path).map_err(FileError::new("read", &path))?;
            // What cannot be read the go command tells of.
            if memmem::find(&text, b"\"C\"").is_none() || !self.context.takes_text(&text).unwrap_or(false) {
                continue;
            }
            let imports = read_head(&text).map(|head| head.imports).unwrap_or_default();
            if let Some(import) = imports.iter().find(|import| import.path == "C") {
                let shown = self.shown(&path);
                let source = Source::from_bytes(bytes_of(shown.as_os_str()), &text);
                let fault = UsesCgo { at: import.at, goc: goc.to_owned() };
                return Err(GoError::Cgo(Box::new(Report::new(&source, &fault))));
            }
        }
        Ok(())
    }

    fn shown(&self, path: &Path) -> PathBuf {
        relative(path, self.current)
    }
}

/// All that a package's task reads and that lies in its folder.
pub fn sources(tasks: &[Task]) -> Vec<PathBuf> {
    let all = tasks.iter().flat_map(|task| task.inputs.iter().map(|name| task.folder.join(name)));
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    fn task(folder: &Path) -> Result<Option<Task>, GoError> {
        let platform = Platform { os: "linux".into(), arch: "amd64".into() };
        let context = Context { platform, tags: Vec::new(), cgo: true };
        let selection = Selection { machine: Machine::Amd64, context: &context, current: folder };
        let found = find_folders(folder).unwrap();
        found.first().map_or(Ok(None), |found| selection.task(found))
    }

    #[test]
    fn folders_are_those_of_the_module() {
        let module = tempfile::tempdir().unwrap();
        let names = [
            "x.goc",
            "b/y.goc",
            "a/c/z.goc",
            "vendor/v/x.goc",
            "testdata/x.goc",
            ".h/x.goc",
            "_u/x.goc",
            "n/x.goc",
            "n/o/x.goc",
            "a/_x.goc",
            "g/g.go",
        ];
        write(module.path(), &names.map(|name| (name, "")));
        write(module.path(), &[("go.mod", ""), ("n/go.mod", "")]);
        let found = find_folders(module.path()).unwrap();
        let shown: Vec<_> = found.iter().map(|it| relative(&it.path, module.path())).collect();
        assert_eq!(shown, ["", "a/c", "b"].map(PathBuf::from));
    }

    #[test]
    fn only_what_is_for_the_platform_is_made() {
        let module = tempfile::tempdir().unwrap();
        write(
            module.path(),
            &["x.goc", "y_windows.goc", "z_arm64.goc", "w_linux_amd64.goc"].map(|it| (it, "")),
        );
        let task = task(module.path()).unwrap().unwrap();
        assert_eq!(task.inputs, ["w_linux_amd64.goc", "x.goc"]);
        let made =
            ["w_linux_amd64.s", "w_linux_amd64_decl.go", "x_amd64.s", "x_decl.go", "goc_panic_decl.go"];
        assert_eq!(task.outputs, made);
    }

    #[test]
    fn what_is_committed_as_a_whole_is_left_alone() {
        let module = tempfile::tempdir().unwrap();
        let made = "// Code generated by goc2c from x.goc. DO NOT EDIT.\n";
        write(module.path(), &[("x.goc", ""), ("x_amd64.s", made)]);
        assert!(task(module.path()).unwrap().is_some());
        write(module.path(), &[("x_decl.go", made)]);
        assert_eq!(task(module.path()).unwrap(), None);
        write(module.path(), &[("x_amd64.s", &format!("{made}CALL ·goc_panicked(SB)\n"))]);
        assert!(task(module.path()).unwrap().is_some(), "what it calls is not there");
        write(module.path(), &[("y.goc", ""), ("old_decl.go", &made.replace("x.goc", "old.goc"))]);
        let task = task(module.path()).unwrap().unwrap();
        assert_eq!((task.inputs.len(), task.outputs.len(), task.old), (2, 5, vec!["old_decl.go".to_owned()]));
    }

    #[test]
    fn a_file_in_the_way_is_refused() {
        let module = tempfile::tempdir().unwrap();
        write(module.path(), &[("x.goc", ""), ("x_decl.go", "package x\n")]);
        let error = task(module.path()).unwrap_err().to_string();
        assert!(error.starts_with("`x_decl.go` is there and was not made by goc2c"), "{error}");
        write(module.path(), &[("x_decl.go", "// Code generated by goc2c from x.goc. DO NOT EDIT.\n")]);
        write(module.path(), &[("x_amd64.goc", "")]);
        let error = task(module.path()).unwrap_err().to_string();
        assert!(error.contains("from `x.goc` and from `x_amd64.goc`"), "{error}");
    }

    #[test]
    fn cgo_counts_where_it_belongs() {
        let module = tempfile::tempdir().unwrap();
        let go = "package x\n\nimport \"C\"\n";
        write(
            module.path(),
            &[("x.goc", ""), ("a_windows.go", go), ("b.go", &format!("//go:build !cgo\n\n{go}"))],
        );
        assert!(task(module.path()).unwrap().is_some());
        write(module.path(), &[("c.go", go)]);
        let Err(GoError::Cgo(report)) = task(module.path()) else { panic!() };
        assert!(report.render_short().starts_with("c.go:3:8: error: this package uses cgo and has `x.goc`"));
    }
}
