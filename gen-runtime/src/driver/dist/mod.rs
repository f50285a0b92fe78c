//! A tree of old Go: what its own program `dist` did with it.
//!
//! What is known of the releases is in [`facts`], what their compilers are called with in [`words`], which files belong
//! in [`files`]; [`install`] plans a package of the tree, [`mod@env`] tells its variables.

pub mod archive;
pub mod env;
pub mod facts;
pub mod files;
#[cfg(unix)]
pub mod install;
#[cfg(unix)]
pub mod words;
