//! The modules that folders are in, each read once.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use goc2c::gopkg::fault::ReadError;
use goc2c::gopkg::module::Module;
use hashbrown::HashMap;

/// Modules by the folders of their packages.
#[derive(Debug, Default)]
pub struct Modules {
    known: HashMap<PathBuf, Option<Rc<Module>>>,
}

impl Modules {
    /// The module that a folder is in; `current` is the folder that file names in errors are relative to.
    ///
    /// # Errors
    /// A `go.mod` that cannot be read.
    pub fn around(&mut self, folder: &Path, current: &Path) -> Result<Option<Rc<Module>>, ReadError> {
        let mut passed = Vec::new();
        let mut found = None;
        for above in folder.ancestors() {
            if let Some(known) = self.known.get(above) {
                found.clone_from(known);
                break;
            }
            passed.push(above.to_owned());
            if above.join("go.mod").is_file() {
                found = Module::around(above, current)?.map(Rc::new);
                break;
            }
        }
        passed.into_iter().for_each(|folder| drop(self.known.insert(folder, found.clone())));
        Ok(found)
    }
}
