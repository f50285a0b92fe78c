//! The old releases' cgo, and what gcc is called with for it.

use std::ffi::OsString;

use goc2c::command::output::path_from_bytes;

use super::plan9::Plan9;
use super::{CgoTools, Compiled, OldCgo};
use crate::Release;
use crate::driver::cgo::settings::Settings;
use crate::driver::dist::cures::{Step, flags, without_cgo};

/// What cgo makes.
const MAKES: &[&str] = &["_cgo_gotypes.go", "_cgo_export.h", "_cgo_export.c", "_cgo_defun.c", "_cgo_main.c"];

/// Flags by which gcc makes code for an architecture.
const MACHINE: [(&str, &str); 3] = [("386", "-m32"), ("amd64", "-m64"), ("arm", "-marm")];

impl Plan9 {
    pub(super) fn cgo_tools(&self, it: &Compiled<'_>, settings: &Settings) -> Result<CgoTools, String> {
        if let Some(why) = without_cgo(self.release) {
            return Err(format!(
                "that of {} does not work: {why}; `CGO_ENABLED=0` leaves such files out",
                self.release
            ));
        }
        if !self.installed.join("runtime/cgo.a").is_file() {
            return Err(
                "the tree has no package `runtime/cgo`: `gen-runtime dist bootstrap --std --cgo` builds it"
                    .into(),
            );
        }
        let machine = MACHINE.iter().find(|(known, _)| *known == self.platform.arch);
        let machine: Vec<OsString> = ["-fPIC"]
            .into_iter()
            .chain(machine.map(|(_, flag)| *flag))
            .chain(["-pthread"])
            .map(OsString::from)
            .collect();
        let after: Vec<OsString> = flags(Step::Cgo).map(OsString::from).collect();
        let libgcc = [&self.cc[..], &machine, &["-print-libgcc-file-name".into()]].concat();
        let libgcc = settings.asks.ask(it.folder, &libgcc)?;
        let mut one: Vec<OsString> = ["-Wl,-r", "-nostdlib"].map(OsString::from).to_vec();
        one.push(path_from_bytes(libgcc.trim_ascii()).into());
        if self.release >= Release::Go14 {
            one.push("-Wl,--build-id=none".into());
        }
        Ok(CgoTools {
            program: settings.tool.clone().unwrap_or_else(|| self.compilers.folder().join("cgo")),
            flags: Vec::new(),
            environment: Vec::new(),
            names_from: None,
            makes: MAKES,
            cc: self.cc.clone(),
            before: [OsString::from("-I"), it.folder.into()]
                .into_iter()
                .chain(machine.iter().cloned())
                .collect(),
            old: Some(OldCgo { link: [&machine[..], &after].concat(), one }),
            after,
        })
    }

    /// What the linker has the C compiler do, where gcc made a part of a program.
    pub(super) fn external(&self) -> Vec<OsString> {
        let Some((program, rest)) = self.cc.split_first() else { return Vec::new() };
        let mut more = OsString::new();
        for word in rest.iter().cloned().chain(flags(Step::Cgo).map(OsString::from)) {
            if !more.is_empty() {
                more.push(" ");
            }
            more.push(word);
        }
        vec!["-extld".into(), program.clone(), "-extldflags".into(), more]
    }
}
