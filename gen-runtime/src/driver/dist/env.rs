//! What `env` and `banner` say of a tree, in the form of each release.

use std::path::{Path, PathBuf};

use goc2c::command::output::bytes_of;

use super::facts::Facts;
use crate::platform::{Platform, digit};

/// What a tree's variables are made of.
#[derive(Debug, Clone)]
pub struct Variables {
    /// Its folder.
    pub goroot: PathBuf,
    /// Where it will be in the end.
    pub goroot_final: PathBuf,
    /// Where its commands are.
    pub gobin: PathBuf,
    /// The platform that it is for.
    pub platform: Platform,
    /// The one that its tools run on.
    pub host: Platform,
    /// The C compiler, and the one for the target.
    pub cc: [String; 2],
    /// Which kinds of arm and of 386 are meant.
    pub kinds: [String; 2],
    /// The search path for programs.
    pub path: Vec<u8>,
}

impl Variables {
    /// The variables of a release, and with `path` the search path that finds its commands.
    pub fn render_env(&self, facts: &Facts, path: bool) -> Vec<u8> {
        let mut out = Vec::new();
        let mut put = |name: &str, value: &[u8]| {
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"=\"");
            out.extend_from_slice(value);
            out.extend_from_slice(b"\"");
            out.extend_from_slice(facts.variable_end.as_bytes());
        };
        for name in facts.variables {
            put(name, &self.value(name, facts));
        }
        for (_, name) in facts.kinds.iter().filter(|(arch, _)| *arch == self.platform.arch) {
            put(name, &self.value(name, facts));
        }
        if path {
            put("PATH", &[self.bin(), b":", &self.path].concat());
        }
        out
    }

    fn value(&self, name: &str, facts: &Facts) -> Vec<u8> {
        let owned = |path: &Path| bytes_of(path.as_os_str()).to_vec();
        match name {
            "CC" => self.cc[0].clone().into_bytes(),
            "CC_FOR_TARGET" => self.cc[1].clone().into_bytes(),
            "GOROOT" => owned(&self.goroot),
            "GOBIN" => self.bin().to_vec(),
            "GOARCH" => self.platform.arch.clone().into_bytes(),
            "GOOS" => self.platform.os.clone().into_bytes(),
            "GOHOSTARCH" => self.host.arch.clone().into_bytes(),
            "GOHOSTOS" => self.host.os.clone().into_bytes(),
            "GOTOOLDIR" => owned(&facts.tools_of(&self.goroot, &self.host)),
            "GOARM" => self.kinds[0].clone().into_bytes(),
            "GO386" => self.kinds[1].clone().into_bytes(),
            "GOCHAR" => digit(&self.platform.arch).map(String::from).unwrap_or_default().into_bytes(),
            _ => Vec::new(),
        }
    }

    fn bin(&self) -> &[u8] {
        bytes_of(self.gobin.as_os_str())
    }

    /// What is said at the end of an installation.
    pub fn render_banner(&self, facts: &Facts) -> Vec<u8> {
        let (root, bin) = (self.goroot.display(), self.gobin.display());
        let moved = self.goroot != self.goroot_final;
        let mut out =
            format!("\n---\nInstalled Go for {} in {root}\nInstalled commands in {bin}\n", self.platform);
        let found = self.path.split(|&byte| byte == b':').any(|folder| folder == self.bin());
        if !(found || moved && facts.moved_is_fine) {
            out += &format!("*** You need to add {bin} to your PATH.\n");
        }
        if moved {
            let to = self.goroot_final.display();
            out += &format!("\nThe binaries expect {root} to be copied or moved to {to}\n");
        }
        out.into_bytes()
    }
}
