//! The test binaries of the samples have the bytes that their objects had; a changed byte is found.

use std::fs;

use super::tools::{SAMPLES, build_test, goc2c, gos, machines, sample};

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
