//! The files that a platform's runtime is given, and what they are called.

use std::fmt;

use crate::platform::Platform;
use crate::release::Release;

/// A file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Product {
    /// Offsets and constants for assembly.
    Zasm,
    /// Declarations for Go.
    ZruntimeDefs,
    /// The architecture.
    Zgoarch,
    /// The system.
    Zgoos,
    /// The version and where it is installed.
    Zversion,
    /// Assembly that the platform needs.
    Zsys,
    /// The experiments.
    Zexperiment,
}

impl Product {
    /// All of them, in the order in which they are made.
    pub const ALL: [Product; 7] = [
        Product::Zasm,
        Product::ZruntimeDefs,
        Product::Zgoarch,
        Product::Zgoos,
        Product::Zversion,
        Product::Zsys,
        Product::Zexperiment,
    ];

    /// Those that a release has.
    pub fn of(release: Release) -> impl Iterator<Item = Product> {
        Self::ALL.into_iter().filter(move |product| product.since().is_none_or(|since| since <= release))
    }

    /// The command that makes it.
    pub const fn name(self) -> &'static str {
        match self {
            Product::Zasm => "zasm",
            Product::ZruntimeDefs => "zruntime-defs",
            Product::Zgoarch => "zgoarch",
            Product::Zgoos => "zgoos",
            Product::Zversion => "zversion",
            Product::Zsys => "zsys",
            Product::Zexperiment => "zexperiment",
        }
    }

    /// The first release that has it, where not all have.
    pub fn since(self) -> Option<Release> {
        match self {
            Product::Zsys | Product::Zexperiment => {
                Release::ALL.into_iter().find(|release| release.traits().small_assembly)
            }
            _ => None,
        }
    }

    /// The file's name for a platform.
    pub fn file_name(self, platform: &Platform) -> String {
        let Platform { os, arch } = platform;
        match self {
            Product::Zasm => format!("zasm_{os}_{arch}.h"),
            Product::ZruntimeDefs => format!("zruntime_defs_{os}_{arch}.go"),
            Product::Zgoarch => format!("zgoarch_{arch}.go"),
            Product::Zgoos => format!("zgoos_{os}.go"),
            Product::Zversion => "zversion.go".into(),
            Product::Zsys => format!("zsys_{os}_{arch}.s"),
            Product::Zexperiment => "zaexperiment.h".into(),
        }
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_the_files_that_it_had() {
        let names = |release| {
            let platform = Platform::new("linux", "arm");
            Product::of(release).map(|product| product.file_name(&platform)).collect::<Vec<_>>().join(" ")
        };
        let weekly = "zasm_linux_arm.h zruntime_defs_linux_arm.go zgoarch_arm.go zgoos_linux.go zversion.go";
        assert_eq!(names(Release::Weekly), weekly);
        assert_eq!(names(Release::Go12), format!("{weekly} zsys_linux_arm.s zaexperiment.h"));
    }
}
