//! What is wrong with bad input, and how that reads.

use gen_runtime::symabis::Assembled;
use gen_runtime::{Failure, Form, Options, Platform, Release};
use goc2c::Source;

use super::captures::{Made, made, reports, zasm};
use crate::support::snapshot;

fn options(release: Release) -> Options {
    Options { release, platform: Platform::new("linux", "amd64"), usual_structs: false, ..Options::default() }
}

fn acid(text: &str, options: &Options) -> String {
    let source = Source::from_bytes("proc.acid", text.as_bytes());
    let result = zasm(&source, options);
    reports(&result, &[&source]).iter().map(|report| report.render_human(false)).collect()
}

#[test]
fn bad_acid_text_reads_well() {
    let text = "sizeofG = 24;\naggr G\n{\n\t'W' x12 sp;\n\tpc;\n\t'Y' 16 g\n\t'W' 99999999999999999999 far;\n};\n\
                hello, world\nGidle = 1;\nGidle = 2;\nGrunnable = one;\naggr M\n{\n\t{\n\t'W' 0 tls;\n};\n\
                defn\nM(addr) {\n\tx;\naggr P\n{\n\t'W' 8 m;\n";
    snapshot("runtime-acid", &acid(text, &options(Release::Go12)));
}

#[test]
fn a_missing_struct_is_a_warning_and_an_error_if_strict() {
    let wanted = Options { usual_structs: true, ..options(Release::Weekly) };
    let strict = Options { strict: true, ..wanted.clone() };
    let text = "aggr G\n{\n\t'W' 0 sp;\n};\naggr M\n{\n};\naggr Gobuf\n{\n};\n";
    snapshot("runtime-missing-struct", &(acid(text, &wanted) + &acid(text, &strict)));
    let source = Source::from_bytes("proc.acid", text.as_bytes());
    assert!(zasm(&source, &wanted).is_ok());
    assert!(zasm(&source, &strict).is_err());
}

#[test]
fn bad_names_for_go_read_well() {
    let options = Options { form: Form::Go, ..options(Release::Go12) };
    snapshot("runtime-go-name", &acid("runtime·x = 1;\n$head = 2;\n", &options));
}

#[test]
fn bad_declarations_read_well() {
    let texts = [
        "proc.c:7 6c: No such file or directory: x.h\nconst Gidle = 0\nvar hook\t weird<FUNC>\n",
        "const Gidle = 1\nconst Max = 0x10\ntype g struct {\n\tsp\tuint64\n\tpc\nvar x\n",
    ];
    let sources = [("proc.godefs", texts[0]), ("iface.godefs", texts[1])]
        .map(|(name, text)| Source::from_bytes(name, text.as_bytes()));
    let result = made(|out| gen_runtime::zruntime_defs(&sources, &options(Release::Go14), out));
    let shown = reports(&result, &[&sources[0], &sources[1]]);
    snapshot("runtime-defs", &shown.iter().map(|report| report.render_human(false)).collect::<String>());
}

#[test]
fn names_in_lower_case_do_not_conflict() {
    // Before go1.4 the compiler writes `SigKill` and `SIGKILL` alike; both are left out.
    let source = [Source::from_bytes("x", b"const sigkill = 2\nconst sigkill = 9\n")];
    let made = |release| made(|out| gen_runtime::zruntime_defs(&source, &options(release), out));
    assert!(made(Release::Go12).is_ok());
    assert!(made(Release::Go14).is_err());
}

#[test]
fn bad_headers_read_well() {
    let text = "enum {\n\tOXXX,\n\tOADD = 3,\n};\n";
    let source = Source::from_bytes("go.h", text.as_bytes());
    let shown = reports(&made(|out| gen_runtime::opnames(&source, &options(Release::Go12), out)), &[&source]);
    let source = Source::from_bytes("6.out.h", b"enum as\n{\n\tAXXX = 1,\n\tAADD, /* x\n");
    let more = reports(&made(|out| gen_runtime::anames(&source, &options(Release::Go12), out)), &[&source]);
    let shown = shown.iter().chain(&more).map(|report| report.render_human(false));
    snapshot("runtime-headers", &shown.collect::<String>());
}

#[test]
fn stray_lines_of_symbol_abis_are_told() {
    let text = b"ref runtime.x ABI0\nref\nhello world\n";
    let from = || [Assembled { package: None, source: Source::from_bytes("a.symabis", text) }];
    let symabis = |options: &Options| made(|out| gen_runtime::symabis(b"", &from(), None, options, out));
    let made = symabis(&options(Release::Weekly));
    let source = Source::from_bytes("a.symabis", text);
    let shown = reports(&made, &[&source]);
    assert_eq!(made.unwrap().text, b"ref runtime.x ABI0\n");
    snapshot("runtime-symabis", &shown.iter().map(|report| report.render_human(false)).collect::<String>());
    let strict = Options { strict: true, ..options(Release::Weekly) };
    assert!(symabis(&strict).is_err());
}

/// A compiler that fails leaves an empty file where its output was sent.
#[test]
fn an_empty_input_is_a_warning_and_an_error_if_strict() {
    let full = || Source::from_bytes("proc.godefs", b"var x\tint32\n");
    let empty = || Source::from_bytes("iface.godefs", b"\n");
    let lenient = options(Release::Go11);
    let strict = Options { strict: true, ..lenient.clone() };
    let defs = |options| made(|out| gen_runtime::zruntime_defs(&[full(), empty()], options, out));
    let warned = defs(&lenient);
    let shown = reports(&warned, &[&full(), &empty()]);
    assert!(String::from_utf8(warned.unwrap().text).unwrap().ends_with("\nvar x\tint32\n\n"));
    snapshot("runtime-empty", &shown.iter().map(|report| report.render_human(false)).collect::<String>());
    let errors = [defs(&strict), zasm(&empty(), &strict)];
    assert!(errors.iter().all(Result::is_err));
    assert_eq!(zasm(&empty(), &lenient).unwrap().warnings.list.len(), 1);
}

#[test]
fn what_is_no_plain_text_is_told_in_one_fault() {
    let options = options(Release::Go12);
    let elf = b"\x7fELF\x02\x01\x01\0\n\0\n\0\n";
    let marked = "\u{feff}sizeofG = 16;\naggr G\n{\n\t'W' 0 sp;\n};\n".as_bytes();
    let mut shown = String::new();
    for (name, text) in [("proc.6", &elf[..]), ("proc.acid", marked)] {
        let source = || Source::from_bytes(name, text);
        let assembled = [Assembled { package: None, source: source() }];
        let results = [
            zasm(&source(), &options),
            made(|out| gen_runtime::zruntime_defs(&[source()], &options, out)),
            made(|out| gen_runtime::opnames(&source(), &options, out)),
            made(|out| gen_runtime::anames(&source(), &options, out)),
            made(|out| gen_runtime::symabis(b"", &assembled, None, &options, out)),
        ];
        for result in &results {
            assert!(result.is_err());
            let reports = reports(result, &[&source()]);
            assert_eq!(reports.len(), 1);
            assert_eq!(reports[0].render_short(), reports_short(&results[0], &source()));
        }
        shown += &reports(&results[0], &[&source()])[0].render_human(false);
    }
    snapshot("runtime-not-text", &shown);
}

/// The faults of a result, each in a line.
fn reports_short(result: &Result<Made, Failure>, source: &Source<'_>) -> String {
    reports(result, &[source]).iter().map(|report| report.render_short()).collect()
}
