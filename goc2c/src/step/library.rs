//! goc's own part of a C library: which file has which function. A file becomes one of the package's where that calls a
//! function of it which no file of the package has.

/// A file of C.
pub(super) struct Part {
    /// Its name.
    pub name: &'static str,
    pub text: &'static str,
    /// Whether its functions allocate.
    needs_arena: bool,
}

impl Part {
    const fn new(name: &'static str, text: &'static str) -> Part {
        Part { name, text, needs_arena: false }
    }
}

/// All files. They call each other.
const PARTS: [Part; 9] = [
    Part::new("goc_float.c", include_str!("../prelude/include/goc_float.c")),
    Part::new("goc_math.c", include_str!("../prelude/include/goc_math.c")),
    Part::new("goc_printf.c", include_str!("../prelude/include/goc_printf.c")),
    Part::new("goc_qsort.c", include_str!("../prelude/include/goc_qsort.c")),
    Part::new("goc_scanf.c", include_str!("../prelude/include/goc_scanf.c")),
    Part::new("goc_stdlib.c", include_str!("../prelude/include/goc_stdlib.c")),
    Part { name: "goc_strdup.c", text: include_str!("../prelude/include/goc_strdup.c"), needs_arena: true },
    Part::new("goc_string.c", include_str!("../prelude/include/goc_string.c")),
    Part::new("goc_strtod.c", include_str!("../prelude/include/goc_strtod.c")),
];

/// What stands before each function that other files may call.
const MARK: &str = "GOC_LIBC ";

/// The functions of a file that other files may call.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    let heads = text.lines().filter_map(|line| line.strip_prefix(MARK)?.split('(').next());
    heads.filter_map(|head| head.rsplit([' ', '*']).next())
}

/// The file that has a function of that name, if a package with or without an arena may have it.
pub(super) fn part_with(function: &str, has_arena: bool) -> Option<&'static Part> {
    let may_have = |part: &&Part| has_arena || !part.needs_arena;
    PARTS.iter().filter(may_have).find(|part| functions(part.text).any(|name| name == function))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_function_is_in_one_file() {
        let all: Vec<_> = PARTS.iter().flat_map(|part| functions(part.text)).collect();
        let once: BTreeSet<_> = all.iter().collect();
        assert_eq!(once.len(), all.len(), "{all:?}");
        assert_eq!(part_with("qsort", false).map(|part| part.name), Some("goc_qsort.c"));
        assert_eq!(part_with("floorf", false).map(|part| part.name), Some("goc_math.c"));
        assert_eq!(part_with("stpcpy", false).map(|part| part.name), Some("goc_string.c"));
        assert!(part_with("strdup", false).is_none() && part_with("strdup", true).is_some());
        assert!(part_with("fopen", true).is_none() && part_with("", true).is_none());
    }
}
