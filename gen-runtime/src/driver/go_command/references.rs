//! References of assembly to other packages, which the go command does not collect: which packages' assembly has some,
//! what the compiler is told of it, and what that means for the user's own flags. Reads folders; runs nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::output::FileError;
use goc2c::gopkg::files::Context;
use goc2c::gopkg::package::{Kind, kind_of};

use crate::driver::packages::patterns::{folders, matches};
use crate::facts::symabis::References;
use crate::front::symabis::{SymbolAbi, read_symabis};

/// The packages of some modules, by their paths.
#[derive(Debug, Default)]
pub struct Assembled {
    /// Each package's folder, and its assembly.
    pub packages: BTreeMap<String, (PathBuf, Vec<PathBuf>)>,
}

/// A reference that the user tells of: assembly of the second refers to the first.
pub type Told = [String; 2];

impl Assembled {
    /// Takes in the packages of a module, by its folder and its path.
    ///
    /// # Errors
    /// What the system reports.
    pub fn add(&mut self, folder: &Path, path: &str, context: &Context) -> Result<(), FileError> {
        for below in folders(folder)? {
            let rest = below.strip_prefix(folder).unwrap_or(&below).to_string_lossy().into_owned();
            let package = if rest.is_empty() { path.to_owned() } else { format!("{path}/{rest}") };
            let entries = fs::read_dir(&below).map_err(FileError::new("read", &below))?;
            let files = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
            let mut assembly: Vec<_> = files.filter(|file| belongs(file, context)).collect();
            assembly.sort();
            self.packages.insert(package, (below, assembly));
        }
        Ok(())
    }

    /// The packages that refer to others, and to which, as far as their text tells, or the user.
    pub fn referring(&self, told: &[Told]) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (path, (folder, assembly)) in
            self.packages.iter().filter(|(_, (_, assembly))| !assembly.is_empty())
        {
            let headers = headers(folder);
            let texts = assembly.iter().chain(&headers).filter_map(|file| fs::read(file).ok());
            let named: BTreeSet<String> =
                texts.flat_map(|text| mentioned(&text).collect::<Vec<_>>()).collect();
            let by_text = named.iter().filter_map(|name| Some(self.packages.get_key_value(name)?.0));
            let told = told.iter().filter(|[_, from]| from == path);
            let by_user = told.filter_map(|[to, _]| Some(self.packages.get_key_value(to)?.0));
            let others: BTreeSet<&str> =
                by_text.chain(by_user).map(String::as_str).filter(|other| other != path).collect();
            if !others.is_empty() {
                found.insert(path, others);
            }
        }
        found
    }

    /// Whether a package has assembly of its own: then the go command tells the compiler of that, too.
    pub fn has_assembly(&self, package: &str) -> bool {
        self.packages.get(package).is_some_and(|(_, assembly)| !assembly.is_empty())
    }
}

/// The headers of a folder, which may name what assembly refers to.
fn headers(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    entries.filter(|file| kind_of(file) == Some(Kind::Header)).collect()
}

fn belongs(file: &Path, context: &Context) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let is_assembly = kind_of(file) == Some(Kind::Assembly) && name.ends_with(".s");
    is_assembly
        && context.takes_name(&name)
        && fs::read(file).is_ok_and(|text| context.takes_text(&text).unwrap_or(false))
}

/// The packages whose symbols the text of assembly names, as its macros leave it: `a∕b·F` is of package `a/b`.
fn mentioned(text: &[u8]) -> impl Iterator<Item = String> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.%~".contains(byte) || *byte >= 0x80;
    let words = text.split(move |byte| !is_part(byte)).filter_map(|word| std::str::from_utf8(word).ok());
    let packages = words.filter_map(|word| Some(word.rsplit_once('·')?.0));
    packages.filter(|path| !path.is_empty()).map(|path| path.replace('·', ".").replace('∕', "/"))
}

/// The lines about a package in what the assembler printed for another one: what the compiler of the first is told.
pub fn lines_about(package: &str, from: &str, printed: &[u8]) -> BTreeSet<String> {
    let references = References::new(Some(from), Some(package));
    let lines = read_symabis(printed).filter_map(|(at, said)| match said {
        SymbolAbi::Ref(symbol) if references.want(symbol) => Some(&printed[at.start..at.end]),
        _ => None,
    });
    lines.map(|line| String::from_utf8_lossy(line).trim().to_owned()).collect()
}

/// The flag that has a package compiled with a file of references. Of all that fit a package the go command takes the
/// last, so that the user's flags for it, `kept`, are in it.
pub fn flag(package: &str, kept: &str, more: &str) -> String {
    let quoted = match (more.contains(char::is_whitespace), more.contains('\'')) {
        (false, false) => more.to_owned(),
        (_, true) => format!("\"{more}\""),
        (true, false) => format!("'{more}'"),
    };
    let space = if kept.is_empty() { "" } else { " " };
    format!("-gcflags={package}={kept}{space}{quoted}")
}

/// The user's flags for a package: of those whose pattern fits it the last. Without a pattern they are for what is
/// `named`.
pub fn kept<'f>(flags: &[&'f str], package: &str, folder: &Path, current: &Path, named: bool) -> &'f str {
    let fits = |flag: &&'f str| -> Option<&'f str> {
        let flag = flag.trim();
        let (pattern, rest) = match flag.split_once('=').filter(|_| !flag.starts_with('-')) {
            Some((pattern, rest)) => (pattern.trim(), rest.trim()),
            None => return named.then_some(flag),
        };
        let is_local =
            pattern == "." || pattern == ".." || pattern.starts_with("./") || pattern.starts_with("../");
        let fits = match is_local {
            true => {
                let pattern = crate::driver::paths::clean(&current.join(pattern));
                matches(&pattern.to_string_lossy(), &folder.to_string_lossy())
            }
            false => pattern == "all" || matches(pattern, package),
        };
        fits.then_some(rest)
    };
    flags.iter().rev().find_map(fits).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_read_from_the_names_in_assembly() {
        let text = "TEXT ·Own(SB),4,$0\n\tCALL\truntime·f(SB)\n\tMOVQ $a·b∕c·D+8(SB), AX // x·Y";
        assert_eq!(mentioned(text.as_bytes()).collect::<Vec<_>>(), ["runtime", "a.b/c", "x"]);
    }

    #[test]
    fn the_lines_about_a_package_are_those_of_its_symbols() {
        let printed =
            b"def \"\".F ABI0\nref m/a.Hook ABI0\nref m/a.Hook ABI0\nref m/ab.X ABI0\nref m/b.F ABI0\n";
        assert_eq!(lines_about("m/a", "m/b", printed), BTreeSet::from(["ref m/a.Hook ABI0".to_owned()]));
    }

    #[test]
    fn the_users_flags_stay() {
        let kept =
            |flags: &[&'static str], named| kept(flags, "m/a", Path::new("/m/a"), Path::new("/m"), named);
        assert_eq!(kept(&["all=-N", "m/b=-l", "m/a=-l -N", "std=-x"], false), "-l -N");
        assert_eq!(kept(&["./...=-l"], false), "-l");
        assert_eq!((kept(&["-N"], false), kept(&["all=-l", "-N -x"], true)), ("", "-N -x"));
        assert_eq!(flag("m/a", "-N", "-symabis=/a b/f"), "-gcflags=m/a=-N '-symabis=/a b/f'");
        assert_eq!(flag("m/a", "", "-symabis=/f"), "-gcflags=m/a=-symabis=/f");
    }
}
