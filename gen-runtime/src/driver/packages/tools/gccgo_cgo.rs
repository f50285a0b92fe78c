//! gccgo's cgo: which program it is, and what it and gcc are called with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::{Depfile, Run, Word};
use goc2c::command::output::{display, path_from_bytes};
use goc2c::mangle_gccgo;

use super::gccgo::{COMPILING, Gccgo, STACK};
use super::{CgoTools, Compiled};
use crate::Platform;
use crate::driver::cgo::settings::Settings;
use crate::driver::dist::words::texts;

/// Flags by which gcc makes code for an architecture, as gccgo does.
const MACHINE: [(&str, &str); 4] = [("386", "-m32"), ("amd64", "-m64"), ("arm", "-marm"), ("s390x", "-m64")];

/// A flag of newer cgo: it declares a type for gccgo.
const DEFINES: &str = "gccgo_define_cgoincomplete";

/// What cgo makes for gccgo.
const MAKES: &[&str] = &["_cgo_gotypes.go", "_cgo_export.h", "_cgo_export.c", "_cgo_defun.c"];

impl Gccgo {
    /// Flags for gcc that C needs beside gccgo's Go.
    pub(super) fn stack(&self) -> &'static [&'static str] {
        STACK.iter().find(|(known, _)| *known == self.platform.arch).map_or(&[][..], |(_, flags)| flags)
    }

    pub(super) fn cgo_tools(
        &self,
        it: &Compiled<'_>,
        path: &str,
        settings: &Settings,
    ) -> Result<CgoTools, String> {
        let Platform { os, arch } = &self.platform;
        let program = match &settings.tool {
            Some(tool) => tool.clone(),
            None => self.own_cgo(it.folder, settings)?,
        };
        let mut flags: Vec<OsString> = vec!["-importpath".into(), path.into(), "-gccgo".into()];
        flags.push(format!("-gccgopkgpath={}", it.symbol).into());
        // A newer one uses a type that gccgo's library lacks, unless it is told to declare that itself.
        if let Some(tool) = &settings.tool {
            let told = settings.asks.ask(it.folder, &[tool.into(), "-h".into()]);
            let told = told.map_or_else(|said| said, |text| String::from_utf8_lossy(&text).into_owned());
            flags.extend(told.contains(DEFINES).then(|| format!("-{DEFINES}").into()));
        }
        // What it writes names files as gccgo is given others.
        let below = it.folder.strip_prefix(&self.home).ok();
        if let Some(below) = below {
            let name = if below.as_os_str().is_empty() { ".".into() } else { Path::new(".").join(below) };
            let mut trim = OsString::from("-trimpath=");
            [it.folder.as_os_str(), "=>".as_ref(), name.as_os_str()].iter().for_each(|part| trim.push(part));
            flags.push(trim);
        }
        let before =
            [OsString::from("-I"), it.folder.into(), "-fPIC".into()].into_iter().chain(machine(arch));
        let all = ["-pthread", "-fmessage-length=0", "-funwind-tables"].map(OsString::from);
        Ok(CgoTools {
            program,
            flags,
            environment: vec![
                ("GOOS", os.into()),
                ("GOARCH", arch.into()),
                ("GCCGO", self.go.first().cloned().unwrap_or_default()),
            ],
            names_from: below.map(|_| self.home.clone()),
            makes: MAKES,
            cc: self.c.clone(),
            before: before.chain(all).chain(self.map_words()).collect(),
            after: self.stack().iter().map(OsString::from).collect(),
            old: None,
        })
    }

    /// Compiles what names Go's functions for C.
    pub(super) fn cgo_defun(&self, it: &Compiled<'_>, cgo: &CgoTools, launcher: &[OsString]) -> Run {
        let Platform { os, arch } = &self.platform;
        let mut words: Vec<Word> =
            texts(launcher).chain(texts(&cgo.cc)).chain(texts(["-Wall", "-g", "-I"])).collect();
        words.push(Word::from(it.work));
        words.extend(texts(["-D", &format!("GOOS_{os}"), "-D", &format!("GOARCH_{arch}"), "-D"]));
        words.push(Word::from(format!("GOPKGPATH=\"{}\"", mangle_gccgo(it.symbol))));
        words.extend(texts(machine(arch)).chain(self.placeless()).chain(texts(&cgo.after)));
        words.extend([Word::from("-MD"), Word::from("-MF"), Word::Depfile]);
        words.extend([Word::from("-c"), Word::from("-o"), Word::Made(0), Word::from(it.file)]);
        let depfile = Some(Depfile { path: it.object.with_extension("d"), made: false });
        Run { depfile, heeds: COMPILING, ..Run::new(words, it.folder) }
    }

    fn map_words(&self) -> impl Iterator<Item = OsString> {
        self.placeless().filter_map(|word| match word {
            Word::Text(text) => Some(text),
            _ => None,
        })
    }

    /// The cgo that gccgo names. Where there is none, that is a name without a folder.
    fn own_cgo(&self, folder: &Path, settings: &Settings) -> Result<PathBuf, String> {
        let words = [&self.go[..], &["-print-prog-name=cgo".into()]].concat();
        let told = settings.asks.ask(folder, &words)?;
        let program = path_from_bytes(told.trim_ascii());
        match program.is_absolute() {
            true => Ok(program),
            false => {
                let go = self.go.first().map(PathBuf::from).unwrap_or_default();
                Err(format!("`{}` has no cgo: `--cgo PROG` names another's", display(&go)))
            }
        }
    }
}

/// The flag by which gcc makes code for an architecture, where it has one.
fn machine(arch: &str) -> Option<OsString> {
    MACHINE.iter().find(|(known, _)| *known == arch).map(|(_, flag)| OsString::from(*flag))
}
