//! What holds in every dialect: the improvements on the historical programs, by their numbers in the language's page,
//! the others that README.md lists, and that gcc takes any type.

use goc2c::diagnostic::Report;
use goc2c::{Dialect, Failure, Headers, Options, Source, Target, transpile};

use crate::support::NamedTests;

/// Functions with their names.
macro_rules! named {
    ($($check:ident)*) => { [$((stringify!($check), $check)),*] };
}

/// A check of a dialect, and its name.
type Check = (&'static str, fn(Dialect));

pub fn add(tests: &mut NamedTests) {
    const EVERYWHERE: [Check; 9] = named![
        improvement_1_a_quote_after_a_lone_slash_starts_a_literal
        improvement_2_the_last_line_needs_no_newline
        improvement_3_byte_ff_is_ordinary_and_nul_is_named
        improvement_4_tokens_names_and_lines_have_any_length
        improvement_5_file_names_in_line_directives_are_escaped
        improvement_7_what_never_closes_is_shown_where_it_opened
        a_brace_after_a_lone_slash_counts
        what_is_no_name_and_no_type_is_refused_where_one_belongs
        gcc_takes_any_type_name
    ];
    // Where headers and file scope are read as the historical programs read them.
    const HISTORICAL: [Check; 1] = named![improvement_8_all_errors_of_a_file_are_reported];
    for dialect in Dialect::ALL {
        let historical = HISTORICAL.iter().filter(|_| dialect.traits().headers == Headers::Words);
        for (name, check) in EVERYWHERE.iter().chain(historical) {
            tests.add(format!("{name}/{dialect}"), move || check(dialect));
        }
    }
    tests.add("improvement_6_go13_writes_for_gcc_too", improvement_6_go13_writes_for_gcc_too);
}

fn options(dialect: Dialect) -> Options {
    let target = if dialect.is_gccgo() { Target::Gcc } else { Target::Plan9 };
    Options { dialect, target, os: "linux".into(), arch: "amd64".into(), ..Options::default() }
}

fn translate_named(name: &str, text: &[u8], options: &Options) -> Vec<u8> {
    let mut c = Vec::new();
    transpile(&mut Source::from_bytes(name, text), options, &mut c)
        .unwrap_or_else(|failure| panic!("{}: {failure:?}", options.dialect));
    c
}

fn translate(text: &[u8], options: &Options) -> Vec<u8> {
    translate_named("x.goc", text, options)
}

/// The faults in their short form, without the file's name.
fn faults(text: &[u8], dialect: Dialect) -> Vec<String> {
    let mut source = Source::from_bytes("x.goc", text);
    match transpile(&mut source, &options(dialect), &mut Vec::new()) {
        Err(Failure::Faults(faults)) => {
            let short = faults.list.iter().map(|fault| Report::new(&source, fault).render_short());
            short.map(|line| line.trim_start_matches("x.goc:").trim_end().to_owned()).collect()
        }
        other => panic!("{dialect}: no faults but {other:?}"),
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(haystack, needle).is_some()
}

fn improvement_1_a_quote_after_a_lone_slash_starts_a_literal(dialect: Dialect) {
    let c = translate(b"package p\nfunc F() {\n\ta/'}'; b/\"}\";\n}\nint32 z;\n", &options(dialect));
    assert!(contains(&c, b"\n\ta/'}'; b/\"}\";\n"));
    assert!(contains(&c, b"int32 z;"));
}

fn improvement_2_the_last_line_needs_no_newline(dialect: Dialect) {
    let options = options(dialect);
    assert!(translate(b"package p\n#define X", &options).ends_with(b"#define X\n"));
    let last = b"package p\nfunc F() {\n\tx;\n}";
    assert_eq!(translate(last, &options), translate(&[last, &b"\n"[..]].concat(), &options));
    let end: &[u8] = match dialect.traits().headers {
        Headers::Words => b"int32 x; \nint32 yy; ",
        Headers::Go => b"int32 x;\nint32 yy;\n",
    };
    assert!(translate(b"package p\nint32 x;\nint32 yy;", &options).ends_with(end));
}

fn improvement_3_byte_ff_is_ordinary_and_nul_is_named(dialect: Dialect) {
    let c = translate(b"package p\n// \xff\nint32 a\xffb;\nfunc F() {\n\t\"\xff}\";\n}\n", &options(dialect));
    assert!(contains(&c, b"a\xffb;") && contains(&c, b"\t\"\xff}\";\n"));
    assert_eq!(faults(b"package p\nx\0y;\n", dialect), ["2:2: error: a NUL byte"]);
    assert_eq!(
        faults(b"package p\n// \0\nfunc F() {\n\0\n}\n", dialect),
        ["2:4: error: a NUL byte", "4:1: error: a NUL byte"]
    );
}

fn improvement_4_tokens_names_and_lines_have_any_length(dialect: Dialect) {
    let long = vec![b'n'; 100_000];
    let text = [
        b"package p\n",
        &long[..],
        b" \"",
        &long,
        b"\";\nfunc ",
        &long,
        b"(",
        &long,
        b" *",
        &long,
        b") {\n}\n",
    ]
    .concat();
    let c = translate(&text, &options(dialect));
    assert!(contains(&c, &[&long[..], b"* ", &long].concat()));
    let mark = if dialect.is_gccgo() { "_" } else { "·" };
    assert!(contains(&c, &[b"p", mark.as_bytes(), &long].concat()));
}

fn improvement_5_file_names_in_line_directives_are_escaped(dialect: Dialect) {
    let c = translate_named("a\"b\\c.goc", b"package p\nfunc F() {\n}\n", &options(dialect));
    assert!(contains(&c, b"#line 2 \"a\\\"b\\\\c.goc\"\n"));
}

fn improvement_6_go13_writes_for_gcc_too() {
    let text = b"package p\n#pragma a\nfunc F(a int, ...) (s String) {\n}\n";
    let gcc = |dialect| Options { target: Target::Gcc, ..options(dialect) };
    let c = translate(text, &gcc(Dialect::Go13));
    let expect = b"// auto generated by go tool dist\n// goos=linux goarch=amd64\n\n\n#pragma a\n\
        String p_F(intgo a, ...) asm (\"p.F\");\nString p_F(intgo a, ...)\n{\n  String s;\n#line 3 \"x.goc\"\n\nreturn s;\n}\n";
    assert_eq!(String::from_utf8_lossy(&c), String::from_utf8_lossy(expect));
    let plain = b"package p\nfunc F(a uint8) (s String) {\n}\n";
    assert_eq!(translate(plain, &gcc(Dialect::Go13)), translate(plain, &gcc(Dialect::Go12)));
}

fn improvement_7_what_never_closes_is_shown_where_it_opened(dialect: Dialect) {
    let first = |text: &str| faults(text.as_bytes(), dialect).remove(0);
    assert_eq!(first("package p\nx /* y\n"), "2:3: error: this comment never closes");
    assert_eq!(first("package p\nx/* y\n"), "2:2: error: this comment never closes");
    assert_eq!(first("package p\nfunc F() {\n /*\n"), "3:2: error: this comment never closes");
    assert_eq!(first("package p\nfunc F() {\n \"\n"), "3:2: error: this literal never closes");
    assert_eq!(first("package p\nfunc F() {\n {}\n"), "2:10: error: this function body never closes");
    assert_eq!(first("package p\n/"), "2:1: error: a lone `/` at the end of the file");
    let list = "2:7: error: this list never closes: expected `,` or `)` at the end of the file";
    assert_eq!(first("package p\nfunc F(a b"), list);
    if dialect.traits().literals {
        assert_eq!(first("package p\nx \"y\n"), "2:3: error: this literal never closes");
    }
}

fn improvement_8_all_errors_of_a_file_are_reported(dialect: Dialect) {
    let text = b"package p\nfunc A(a int32,) {\n}\nfunc (B) {\n}\nfunc C() int32 {\n\"}\n}\nfunc D() {\n";
    let lines: Vec<_> =
        faults(text, dialect).iter().map(|line| line.split(" error").next().unwrap().to_owned()).collect();
    assert_eq!(lines, ["2:16:", "4:6:", "6:10:", "9:10:"]);
}

fn a_brace_after_a_lone_slash_counts(dialect: Dialect) {
    let c = translate(b"package p\nfunc F() {\n\ta/{;} b/{/};\n}\nint32 z;\n", &options(dialect));
    assert!(contains(&c, b"\n\ta/{;} b/{/};\n}\n"));
    assert!(contains(&c, b"#line 5 \"x.goc\"\n"));
}

fn what_is_no_name_and_no_type_is_refused_where_one_belongs(dialect: Dialect) {
    let first = |text: &str| faults(text.as_bytes(), dialect).remove(0);
    for delimiter in [",", "(", ")", "{", "}"] {
        let package = format!("1:9: error: expected a package name, found `{delimiter}`");
        assert_eq!(first(&format!("package {delimiter}\nfunc F() {{\n}}\n")), package);
        // In a header of Go a method's receiver stands there, and has errors of its own.
        if delimiter != "(" || dialect.traits().headers == Headers::Words {
            let function = format!("2:6: error: expected a function name, found `{delimiter}`");
            assert_eq!(first(&format!("package p\nfunc {delimiter}() {{\n}}\n")), function);
        }
    }
    assert_eq!(first("package func F() {\n}\n"), "1:9: error: expected a package name, found `func`");
    assert_eq!(first("package p\nfunc F(,) {\n}\n"), "2:8: error: expected a parameter, found `,`");
    if dialect.traits().literals {
        assert_eq!(first("package \"p\"\n"), "1:9: error: expected a package name, found `\"p\"`");
        assert_eq!(
            first("package p\nfunc 'F'() {\n}\n"),
            "2:6: error: expected a function name, found `'F'`"
        );
    }
    // Headers of Go have types of more than one token.
    let stars = match dialect.traits().headers {
        Headers::Words => "2:10: error: expected a type after `*`, found `)`",
        Headers::Go => "2:12: error: expected a type, found `)`",
    };
    assert_eq!(first("package p\nfunc F(a **) {\n}\n"), stars);
    assert_eq!(first("package p\nfunc F() {\n}\n/"), "4:1: error: a lone `/` at the end of the file");
}

fn gcc_takes_any_type_name(dialect: Dialect) {
    let text = b"package demo\nfunc F(a Widget, b *Foo) (c rune) {\n}\n";
    translate(text, &Options { target: Target::Gcc, ..options(dialect) });
}
