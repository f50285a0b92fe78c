//! The test binaries of the samples have the bytes that their objects had; a changed byte is found.

use std::fs;

use goc2c::gc::verify::verify;
use goc2c::gc::{Piece, Terms, translate};

use super::tools::{SAMPLES, build_test, compile, compiler, goc2c, gos, machines, sample, unit};

#[test]
fn the_samples_are_linked_as_they_were_compiled() {
    let machines = machines("samples");
    let folder = tempfile::tempdir().unwrap();
    let arch = machines.iter().map(|machine| machine.name()).collect::<Vec<_>>().join(",");
    for name in SAMPLES {
        let path = folder.path().join(name);
        fs::create_dir(&path).unwrap();
        for entry in fs::read_dir(sample(name)).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), path.join(entry.file_name())).unwrap();
        }
        fs::write(path.join("go.mod"), "module example.com/goc\n\ngo 1.19\n").unwrap();
        let file = format!("{name}.goc");
        let ran = goc2c(&path, &["--dialect", "gc", "--arch", &arch, &file]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
        for machine in &machines {
            for (number, go) in gos("samples").iter().enumerate() {
                let program = path.join(format!("{name}-{}-{number}", machine.name()));
                build_test(go, &path, *machine, &program);
                let program = program.to_str().unwrap();
                let ran = goc2c(&path, &["verify", &file, program]);
                assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
                assert!(ran.stderr.contains(" equal in "), "{}", ran.stderr);
                println!("{}", ran.stderr.trim());
            }
        }
    }
}

#[test]
fn a_changed_byte_is_found() {
    let Some(machine) = machines("a changed byte").first().copied() else { return };
    let gos = gos("a changed byte");
    let Some(go) = gos.first() else { return };
    let folder = tempfile::tempdir().unwrap();
    let goc = "package odd\n\n#include \"goc.h\"\n\n\
               func Odd(x float64) (v float64) {\n\tv = x * 3.25;\n}\n";
    let test = "package odd\n\nimport \"testing\"\n\n\
                func TestOdd(t *testing.T) {\n\tif Odd(2) != 6.5 {\n\t\tt.Fatal(Odd(2))\n\t}\n}\n";
    fs::write(folder.path().join("go.mod"), "module example.com/odd\n\ngo 1.19\n").unwrap();
    fs::write(folder.path().join("odd.goc"), goc).unwrap();
    fs::write(folder.path().join("odd_test.go"), test).unwrap();
    let ran = goc2c(folder.path(), &["--dialect", "gc", "--arch", machine.name(), "odd.goc"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let program = folder.path().join("odd.test");
    build_test(go, folder.path(), machine, &program);

    // By the library, as a test in Rust has it.
    let (unit, compiler) = (unit("odd.goc", goc), compiler(machine).unwrap());
    let compiled = compile(&unit, &compiler, folder.path(), &[]);
    let made = translate(&[&unit], &[compiled], machine, compiler.family, &Terms::default()).unwrap();
    let bytes = fs::read(&program).unwrap();
    let compare = |bytes: &[u8]| verify(&[&unit], &made.assembly, machine, bytes).unwrap().remove(0);
    let found = compare(&bytes);
    assert_eq!((found.functions, found.equal, found.differences.len()), (1, 1, 0), "{found:?}");

    let number = 3.25_f64.to_le_bytes();
    let Piece::Bytes(code) = &made.assembly[0].functions[0].pieces[0] else { panic!("no bytes") };
    let within = find(code, &number).expect("the constant stands behind the code");
    let start = find(&bytes, code).expect("the function is in the program");
    for place in [0, within, within + 7] {
        let mut bytes = bytes.clone();
        bytes[start + place] ^= 0x10;
        let found = compare(&bytes);
        assert_eq!(found.differences.len(), 1, "{found:?}");
        assert_eq!(found.differences[0].at, place, "{found:?}");
    }
    let mut bytes = bytes;
    bytes[start] ^= 1;
    fs::write(&program, bytes).unwrap();
    let ran = goc2c(folder.path(), &["verify", "odd.goc", "odd.test"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(ran.stderr.contains("odd.goc: `odd.test` differs: Odd+0x0: "), "{}", ran.stderr);
    let ends = "odd.goc: 0 functions equal in odd.test (amd64), 1 different\n\
                goc2c: note: `goc2c explain different-code` says more\n";
    assert!(ran.stderr.ends_with(ends), "{}", ran.stderr);
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
