//! cgo: which flags a package adds, and which of them may be passed on. Plans nothing and runs nothing: what pkg-config
//! prints is asked for through [`settings::Asks`].
//!
//! [`table`] has the flags that are known to be harmless as rows, [`pattern`] says what each may have behind it,
//! [`allow`] judges words by them; [`flags`] collects a package's, [`libraries`] finds what they name, and [`backstop`]
//! looks at what cgo wrote.

pub mod allow;
pub mod backstop;
pub mod fault;
pub mod flags;
pub mod libraries;
pub mod pattern;
pub mod pkg_config;
pub mod settings;
pub mod table;
