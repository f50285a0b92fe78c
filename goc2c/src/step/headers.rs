//! The headers that C of a package may include without a C library: goc's own, so that a package is made the same anywhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::front::include::TYPES_HEADER;
use crate::prelude;

/// By name. What they declare and [`super::library`] does not have is refused by its name where it is called.
const HEADERS: [(&str, &str); 11] = [
    ("goc.h", prelude::TEXT),
    ("assert.h", include_str!("../prelude/include/assert.h")),
    ("goc_arena.h", include_str!("../prelude/include/goc_arena.h")),
    ("goc_libc.h", include_str!("../prelude/include/goc_libc.h")),
    ("ctype.h", include_str!("../prelude/include/ctype.h")),
    ("limits.h", include_str!("../prelude/include/limits.h")),
    ("stdint.h", include_str!("../prelude/include/stdint.h")),
    ("stdio.h", include_str!("../prelude/include/stdio.h")),
    ("stdlib.h", include_str!("../prelude/include/stdlib.h")),
    ("string.h", include_str!("../prelude/include/string.h")),
    ("strings.h", include_str!("../prelude/include/strings.h")),
];

/// The file of C that has malloc and its kin.
pub(super) const ARENA: &str = "goc_arena.c";
pub(super) const ARENA_TEXT: &str = include_str!("../prelude/include/goc_arena.c");

/// Writes them into a new folder below another, with that of the package's own types where there is one: its path.
///
/// # Errors
/// A file that cannot be written.
pub(super) fn write_below(folder: &Path, types: Option<&str>) -> io::Result<PathBuf> {
    let own = folder.join("include");
    fs::create_dir(&own)?;
    let types = types.map(|text| (TYPES_HEADER, text));
    HEADERS.iter().copied().chain(types).try_for_each(|(name, text)| fs::write(own.join(name), text))?;
    Ok(own)
}
