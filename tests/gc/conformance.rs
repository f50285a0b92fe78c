//! Real C libraries, which stay outside of this repository: how many of their public functions dialect gc takes, compared
//! with a table, and packages that use them, run.
//!
//! `GOC2C_LIBRARIES` is the folder that has them, each under its name as the table has it; what is not there is told and
//! skipped. `INSTA_UPDATE=always` writes the rows of those that are there anew. The versions are those that were here when it was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::tools::{MACHINES, done, gos, have, have_compilers, one_build};
use super::workshop::{Module, goc2c, program};
use crate::support::{root, run, stored_below};

/// A library.
struct Library {
    name: &'static str,
    version: &'static str,
    /// Its files of C.
    sources: &'static [&'static str],
    /// A file of C that includes a library which is a header alone.
    own: &'static str,
    /// The headers that declare what is public.
    headers: &'static [&'static str],
    /// Its folders of headers; `.` is its own.
    includes: &'static [&'static str],
    /// What the compilers are told besides, each as `--cflags` has it.
    flags: &'static [&'static str],
}

const LIBRARIES: [Library; 13] = [
    Library {
        name: "monocypher",
        version: "4.0.3",
        sources: &["src/monocypher.c", "src/optional/monocypher-ed25519.c"],
        own: "",
        headers: &["monocypher.h", "monocypher-ed25519.h"],
        includes: &["src", "src/optional"],
        flags: &[],
    },
    Library {
        name: "picohttpparser",
        version: "f832609",
        sources: &["picohttpparser.c"],
        own: "",
        headers: &["picohttpparser.h"],
        includes: &["."],
        flags: &[],
    },
    Library {
        name: "minimp3",
        version: "7b590fd",
        sources: &[],
        own: "#define MINIMP3_IMPLEMENTATION\n#include \"minimp3.h\"\n",
        headers: &["minimp3.h"],
        includes: &["."],
        flags: &[],
    },
    Library {
        name: "libdeflate",
        version: "1.25",
        sources: &[
            "lib/adler32.c",
            "lib/crc32.c",
            "lib/deflate_compress.c",
            "lib/deflate_decompress.c",
            "lib/gzip_compress.c",
            "lib/gzip_decompress.c",
            "lib/utils.c",
            "lib/zlib_compress.c",
            "lib/zlib_decompress.c",
            "lib/x86/cpu_features.c",
            "lib/arm/cpu_features.c",
        ],
        own: "",
        headers: &["libdeflate.h"],
        includes: &["."],
        // What it asks the system for by a file is left out so; on amd64 it asks the processor.
        flags: &["arm64=-DFREESTANDING"],
    },
    Library {
        name: "yyjson",
        version: "0.12.0",
        sources: &["src/yyjson.c"],
        own: "",
        headers: &["yyjson.h"],
        includes: &["src"],
        flags: &[],
    },
    Library {
        name: "blake3",
        version: "1.8.6",
        sources: &["c/blake3.c", "c/blake3_dispatch.c", "c/blake3_portable.c"],
        own: "",
        headers: &["c/blake3.h", "blake3.h"],
        includes: &["c"],
        flags: &[
            "-DBLAKE3_NO_SSE2 -DBLAKE3_NO_SSE41 -DBLAKE3_NO_AVX2 -DBLAKE3_NO_AVX512 -DBLAKE3_USE_NEON=0",
        ],
    },
    Library {
        name: "xxhash",
        version: "0.8.3",
        sources: &["xxhash.c"],
        own: "",
        headers: &["xxhash.h"],
        includes: &["."],
        flags: &[],
    },
    Library {
        name: "lz4",
        version: "1.10.0",
        sources: &["lib/lz4.c", "lib/lz4hc.c", "lib/lz4frame.c", "lib/xxhash.c"],
        own: "",
        headers: &["lz4.h", "lz4hc.h", "lz4frame.h"],
        includes: &["lib"],
        flags: &[],
    },
    Library {
        name: "miniz",
        version: "3.1.1",
        sources: &["miniz.c", "miniz_tdef.c", "miniz_tinfl.c", "miniz_zip.c"],
        own: "",
        headers: &["miniz.h", "miniz_tdef.h", "miniz_tinfl.h", "miniz_zip.h"],
        includes: &["."],
        flags: &["-DMINIZ_NO_TIME"],
    },
    Library {
        name: "jsmn",
        version: "1.1.0",
        sources: &[],
        own: "#include \"jsmn.h\"\n",
        headers: &["jsmn.h"],
        includes: &["."],
        flags: &[],
    },
    Library {
        name: "utf8proc",
        version: "2.11.3",
        sources: &["utf8proc.c"],
        own: "",
        headers: &["utf8proc.h"],
        includes: &["."],
        flags: &[],
    },
    Library {
        name: "tinf",
        version: "1.2.1",
        sources: &["src/adler32.c", "src/crc32.c", "src/tinfgzip.c", "src/tinflate.c", "src/tinfzlib.c"],
        own: "",
        headers: &["tinf.h"],
        includes: &["src"],
        flags: &[],
    },
    Library {
        name: "qoi",
        version: "e084ec0",
        sources: &[],
        own: "#define QOI_IMPLEMENTATION\n#include \"qoi.h\"\n",
        headers: &["qoi.h"],
        includes: &["."],
        flags: &[],
    },
];

/// A family of compilers: for each machine the program, and what is asked for besides.
struct Family {
    name: &'static str,
    programs: [&'static str; 2],
    options: [&'static [&'static str]; 2],
}

/// clang on amd64 has no register for panics, so it has neither an arena nor a limit of the stack.
const FAMILIES: [Family; 2] = [
    Family { name: "gcc", programs: ["gcc", "aarch64-linux-gnu-gcc"], options: [&LIMITED; 2] },
    Family { name: "clang", programs: ["clang-19", "clang-19"], options: [&[], &LIMITED] },
];
const LIMITED: [&str; 3] = ["--arena", "--stack", "64K"];

/// The folder of the libraries.
fn libraries(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("GOC2C_LIBRARIES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: {what}: GOC2C_LIBRARIES is not set");
    }
    folder
}

/// A library's functions as `goc2c bind` writes them.
struct Bound {
    folder: tempfile::TempDir,
    /// The files of C, by their paths.
    sources: Vec<PathBuf>,
    /// What the compilers are told, an option each.
    cflags: Vec<String>,
    /// What stands before the functions.
    head: String,
    /// Names and texts.
    functions: Vec<(String, String)>,
    /// How many more there are, which have no place in Go.
    left_out: usize,
}

impl Bound {
    fn of(library: &Library, root: &Path) -> Bound {
        let folder = tempfile::tempdir().unwrap();
        let at = root.join(library.name);
        let mut sources: Vec<_> = library.sources.iter().map(|source| at.join(source)).collect();
        if !library.own.is_empty() {
            let own = folder.path().join("own.c");
            fs::write(&own, library.own).unwrap();
            sources.push(own);
        }
        let includes = library.includes.iter().map(|folder| format!("-I{}", at.join(folder).display()));
        let all = includes.chain(library.flags.iter().map(|flags| (*flags).to_owned()));
        let cflags: Vec<_> = all.map(|flags| format!("--cflags={flags}")).collect();
        let mut bind = program();
        bind.current_dir(&folder).args(["bind", "--package", "x"]);
        bind.args(
            cflags
                .iter()
                .filter(|flags| !MACHINES.iter().any(|machine| flags.contains(&format!("={machine}=")))),
        );
        library.headers.iter().for_each(|header| {
            bind.args(["--header", header]);
        });
        done(bind.args(&sources));
        let text = fs::read_to_string(folder.path().join("x.goc")).unwrap();
        let (text, left_out) = text.split_once("\n// Left out:\n").unwrap_or((&text, ""));
        // Each starts with a line that says what it calls.
        let is_first = |at: &usize| text[*at..].lines().next().unwrap_or_default().contains(" calls ");
        let starts: Vec<_> = text.match_indices("\n// ").map(|(at, _)| at + 1).filter(is_first).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let cut = |(start, end): (&usize, usize)| {
            let text = text[*start..end].to_owned();
            let name = text.split(' ').nth(1).unwrap().to_owned();
            (name, text)
        };
        let functions = starts.iter().zip(ends).map(cut).collect();
        let head = text[..starts[0]].to_owned();
        // What is not to be called, or not seen by users, is not public.
        let is_public = |line: &&str| {
            !line.contains("deprecated") && !line.contains("the library's own files include it")
        };
        let left_out = left_out.lines().filter(is_public).count();
        Bound { sources, cflags, head, functions, left_out, folder }
    }

    /// Which functions a compiler's code is taken of, and why others are not, by reason.
    fn judge(&self, machine: &str, options: &[String]) -> (usize, BTreeMap<String, usize>) {
        self.judge_some(self.functions.iter().collect(), machine, options)
    }

    /// The same of some functions.
    fn judge_some(
        &self,
        mut left: Vec<&(String, String)>,
        machine: &str,
        options: &[String],
    ) -> (usize, BTreeMap<String, usize>) {
        let mut reasons = BTreeMap::new();
        loop {
            let text: String = left.iter().map(|(_, text)| &**text).collect();
            fs::write(self.folder.path().join("x.goc"), self.head.clone() + &text).unwrap();
            let mut command = goc2c(self.folder.path());
            command.args(["--arch", machine, "-o", "out", "--align-data", "32", "--message-format", "json"]);
            command.args(options).arg("--cflags=-w").args(&self.cflags);
            let ran = run(command.arg("x.goc").args(&self.sources));
            if ran.code == Some(0) {
                return (left.len(), reasons);
            }
            let mut refused: BTreeMap<String, String> = BTreeMap::new();
            for line in ran.stderr.lines() {
                let Ok(fault) = serde_json::from_str::<Value>(line) else { continue };
                let message = fault["message"].as_str().unwrap_or_default();
                let notes = fault["notes"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let way =
                    notes.filter_map(|note| note.strip_prefix("reached by ")?.split(" -> ").next()).next();
                let name = way.or(message.split(':').next()).unwrap_or_default();
                let reason = match message.split_once("calls `").and_then(|(_, rest)| rest.split_once('`')) {
                    Some((callee, _)) => callee.to_owned(),
                    None => fault["code"].as_str().unwrap_or_default().to_owned(),
                };
                refused.entry(name.to_owned()).or_insert(reason);
            }
            // Where a function's address is all that leads to it, no way is told: then each is tried alone.
            if !left.iter().any(|(name, _)| refused.contains_key(name)) {
                assert!(left.len() > 1 || !refused.is_empty(), "{}", ran.stderr);
                let first = refused.into_values().next().unwrap_or_default();
                if left.len() == 1 {
                    *reasons.entry(first).or_default() += 1;
                    return (0, reasons);
                }
                let (mut accepted, all) = (0, std::mem::take(&mut left));
                for one in all {
                    let (own, why) = self.judge_some(vec![one], machine, options);
                    accepted += own;
                    why.into_iter().for_each(|(reason, count)| *reasons.entry(reason).or_default() += count);
                }
                return (accepted, reasons);
            }
            left.retain(|(name, _)| match refused.get(name) {
                Some(reason) => {
                    *reasons.entry(reason.clone()).or_default() += 1;
                    false
                }
                None => true,
            });
        }
    }
}

#[test]
fn public_functions_of_real_libraries_are_taken() {
    let what = "real libraries";
    let Some(root_of_libraries) = libraries(what) else { return };
    if !have_compilers(what) || !have(what, &["clang-19"]) {
        return;
    }
    let table = root().join("tests/conformance-c.tsv");
    let wanted = fs::read_to_string(&table).unwrap();
    let (head, wanted) = wanted.split_once('\n').unwrap();
    let mut found = format!("{head}\n");
    // What is no longer so, of the libraries that are there.
    let mut lost = Vec::new();
    for library in &LIBRARIES {
        let old = wanted.lines().filter(|row| row.split('\t').next() == Some(library.name));
        if !root_of_libraries.join(library.name).is_dir() {
            println!("{}: skipped, not in the folder of libraries", library.name);
            old.for_each(|row| found += &format!("{row}\n"));
            continue;
        }
        let rows = rows_of(library, &root_of_libraries);
        rows.iter().for_each(|row| found += &format!("{row}\n"));
        lost.extend(old.filter(|row| !rows.iter().any(|new| new == row)));
    }
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(table, found).unwrap();
        return;
    }
    // Libraries that the table does not have yet are told alone.
    assert!(lost.is_empty(), "no longer so:\n{}\nbut:\n{found}", lost.join("\n"));
}

/// The rows of a library, one for each machine and compiler.
fn rows_of(library: &Library, root_of_libraries: &Path) -> Vec<String> {
    let bound = Bound::of(library, root_of_libraries);
    let mut rows = Vec::new();
    for (place, family) in (0..2).flat_map(|place| FAMILIES.iter().map(move |family| (place, family))) {
        let (machine, program) = (MACHINES[place], family.programs[place]);
        let mut options = vec![format!("--cc={machine}={program}")];
        options.extend(family.options[place].iter().map(|word| (*word).to_owned()));
        let (accepted, mut reasons) = bound.judge(machine, &options);
        if bound.left_out > 0 {
            reasons.insert("no place in Go".into(), bound.left_out);
        }
        let public = bound.functions.len() + bound.left_out;
        let reasons: Vec<_> = reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
        let (name, version, reasons) = (library.name, library.version, reasons.join(", "));
        let family = family.name;
        let row = format!("{name}\t{version}\t{machine}\t{family}\t{public}\t{accepted}\t{reasons}");
        println!("{row}");
        rows.push(row);
    }
    rows
}

/// The packages of `tests/libraries`, each with what goc2c is told in `flags`, where `$LIB` is the library's folder.
#[test]
fn real_libraries_give_right_results_through_go() {
    let what = "real libraries through Go";
    let Some(libraries) = libraries(what) else { return };
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    let module = Module::empty();
    let stored = root().join("tests/libraries");
    let mut packages = Vec::new();
    for (key, path) in stored_below(&stored) {
        if key.contains("/cgo/") {
            continue;
        }
        module.write(&key, &fs::read(path).unwrap());
        packages.extend(key.strip_suffix("/flags").map(str::to_owned));
    }
    assert!(packages.len() >= 10, "{packages:?}");
    for package in &packages {
        let folder = module.path().join(package);
        let flags = fs::read_to_string(folder.join("flags")).unwrap();
        let library = libraries.join(package.trim_end_matches("simd"));
        let words = flags.split_whitespace().map(|word| word.replace("$LIB", library.to_str().unwrap()));
        done(goc2c(&folder).args(words));
        for go in gos(what) {
            for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
                let _one = one_build();
                let path = format!("./{package}");
                done(module.go(go, &["vet", &path]).env("GOARCH", machine));
                done(module.go(go, &["test", "-exec", runner, &path]).env("GOARCH", machine));
                println!("{package}: {machine}, {}", go.version);
            }
        }
    }
}
