//! The user's go command, prepared: packages with `.goc` files get the assembly and declarations of dialect gc, which
//! lie in the driver's own folder and are laid over the packages' folders.
//!
//! [`packages`] tells which packages that are and what each is to get, [`references`] what assembly refers to, [`flags`] what the user's arguments say of it,
//! [`overlay`] is what is laid over what, [`releases`] what each go command makes of that, and [`words`] puts together
//! what it is called with. Reads folders; runs nothing and writes nothing.

pub mod fault;
pub mod flags;
pub mod overlay;
pub mod packages;
pub mod references;
pub mod releases;
pub mod words;
