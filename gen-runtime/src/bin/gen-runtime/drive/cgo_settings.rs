//! What the environment says of cgo: whether it is on, its compilers and flags, and what is allowed beyond the table.

use std::ffi::OsString;
use std::path::Path;

use engine::process::find;
use gen_runtime::Platform;
use gen_runtime::driver::cgo::allow::{Permits, whole};
use gen_runtime::driver::cgo::settings::{Asks, Settings};
use goc2c::command::args::environment;
use goc2c::gopkg::cgo::Verb;

use super::build::tools::variable;
use super::perform::{absolute, program};
use crate::process::{self, Listen};
use crate::trouble::Trouble;

/// Flags for compilers and links where the user has none.
const USUAL: [&str; 2] = ["-g", "-O2"];

/// What the user has set; `tool` is the program cgo, if it is named.
pub(super) fn settings(tool: Option<&Path>) -> Result<Settings, Trouble> {
    let mut flags = Vec::new();
    let mut permits = Vec::new();
    for (verb, name) in Verb::ALL.into_iter().filter(|(verb, _)| *verb != Verb::PkgConfig) {
        let name_of = format!("CGO_{name}");
        let usual = if verb == Verb::CppFlags { Vec::new() } else { USUAL.map(OsString::from).to_vec() };
        let own = std::env::var_os(&name_of).filter(|text| !text.is_empty());
        flags.push((verb, if own.is_some() { variable(&name_of, None)? } else { usual }));
        permits.push((verb, permits_of(verb)?));
    }
    Ok(Settings {
        cxx: program(variable("CXX", Some("g++"))?)?,
        fortran: program(variable("FC", Some("gfortran"))?)?,
        pkg_config: program(variable("PKG_CONFIG", Some("pkg-config"))?)?,
        flags,
        permits,
        tool: tool.map(absolute).transpose()?,
        asks: Box::new(Programs),
    })
}

/// What the user allows and forbids for a kind of flags.
pub(super) fn permits_of(verb: Verb) -> Result<Permits, Trouble> {
    let expression = |what: &str| {
        let name = format!("CGO_{}_{what}", verb.name());
        let text = environment(&name).unwrap_or_default();
        whole(&text).map_err(|error| Trouble::Usage(format!("`${name}` is no expression: {error}")))
    };
    Ok(Permits { allow: expression("ALLOW")?, disallow: expression("DISALLOW")? })
}

/// Whether cgo is on. Unless the user says, it is where programs are built for this machine and there is a C compiler,
/// or one is named: that it is missing is told then.
pub(super) fn is_on(platform: &Platform) -> bool {
    match environment("CGO_ENABLED").as_deref() {
        Some("1") => true,
        Some("0") => false,
        _ => {
            let is_own = platform.os == goc2c::host_os() && platform.arch == goc2c::host_arch();
            is_own && (environment("CC").is_some() || find(Path::new("gcc")).is_some())
        }
    }
}

/// Runs programs that are asked.
#[derive(Debug)]
struct Programs;

impl Asks for Programs {
    fn ask(&self, folder: &Path, words: &[OsString]) -> Result<Vec<u8>, String> {
        let Some((program, args)) = words.split_first() else { return Err("no program is named".into()) };
        process::run_with(folder, program, args, &[], Listen::Told).map_err(|error| error.to_string())
    }
}
