//! What the user has set for cgo: variables of the environment, and how programs are asked.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use goc2c::gopkg::cgo::Verb;

use super::allow::Permits;

/// What the user has set. Nothing of it is judged: it is the user's own.
#[derive(Debug)]
pub struct Settings {
    /// The compiler for C++, and its flags.
    pub cxx: Vec<OsString>,
    /// The compiler for Fortran, and its flags.
    pub fortran: Vec<OsString>,
    /// pkg-config.
    pub pkg_config: Vec<OsString>,
    /// Flags, by what they are for.
    pub flags: Vec<(Verb, Vec<OsString>)>,
    /// What is allowed and forbidden, by what it is for.
    pub permits: Vec<(Verb, Permits)>,
    /// The program cgo, if one is named.
    pub tool: Option<PathBuf>,
    /// How programs are asked.
    pub asks: Box<dyn Asks>,
}

/// What runs a program that is asked something while a build is planned.
pub trait Asks: fmt::Debug {
    /// What it prints when it is run in a folder.
    ///
    /// # Errors
    /// It could not be run, or failed; and what it said.
    fn ask(&self, folder: &Path, words: &[OsString]) -> Result<Vec<u8>, String>;
}

impl Settings {
    /// The user's flags for something.
    pub fn flags(&self, verb: Verb) -> &[OsString] {
        self.flags.iter().find(|(known, _)| *known == verb).map_or(&[], |(_, flags)| flags)
    }

    /// The user's flags for links. Those that are for compilers are passed to cgo alone.
    pub fn link_flags(&self) -> Vec<OsString> {
        let flags = self.flags(Verb::LdFlags).iter();
        let for_compilers = |flag: &&OsString| {
            let text = flag.to_string_lossy();
            text == "-g" || text.starts_with("-O")
        };
        flags.filter(|flag| !for_compilers(flag)).cloned().collect()
    }

    /// What is allowed and forbidden for something.
    pub fn permits(&self, verb: Verb) -> Permits {
        self.permits.iter().find(|(known, _)| *known == verb).map(|(_, it)| it.clone()).unwrap_or_default()
    }
}
