//! stand-in until the branch of goc2c is merged
use std::io;
use std::io::Read;
use std::path::Path;
pub fn new_name() -> String {
    use std::hash::{BuildHasher, RandomState};
    format!(".goc2c-{:016x}", RandomState::new().hash_one(1))
}
pub fn hold<F>(_f: &F) -> io::Result<()> {
    Ok(())
}
pub fn sweep(_f: &Path) {}
pub fn same_bytes(mut a: impl Read, mut b: impl Read) -> io::Result<bool> {
    let (mut x, mut y) = (Vec::new(), Vec::new());
    a.read_to_end(&mut x)?;
    b.read_to_end(&mut y)?;
    Ok(x == y)
}
