//! goc2c as a whole, against `cp` and, where `BENCH_REF` names one, another goc2c: time and memory.
//!
//! `make bench` runs it. `BENCH_MB` sets the size of the inputs, `BENCH_ROUNDS` how often each is run.

mod inputs;

fn main() {
    let folder = std::path::PathBuf::from("/dev/shm/goc2c-bench");
    std::fs::create_dir_all(&folder).unwrap();
    for shape in inputs::Shape::ALL {
        std::fs::write(folder.join(format!("{}.goc", shape.name())), inputs::input(shape, 200 << 20))
            .unwrap();
    }
}
