//! What the go command of each release makes of files that are laid over folders: facts that are looked up, one row
//! each.

/// What a go command makes of `-overlay FILE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlays {
    /// It has no such flag.
    Unknown,
    /// All of its tools see what is laid over, but for vet.
    NotInVet,
    /// All of its tools see it.
    Seen,
}

/// From which release on, newest first.
const ROWS: [(u32, Overlays); 3] = [(VET, Overlays::Seen), (16, Overlays::NotInVet), (0, Overlays::Unknown)];

/// The first release whose vet sees what is laid over.
pub const VET: u32 = 24;

/// What a release's go command makes of it: 19 is go1.19.8. One that does not tell its release is taken for a new one.
pub fn overlays(minor: Option<u32>) -> Overlays {
    let row = minor.and_then(|minor| ROWS.into_iter().find(|(since, _)| minor >= *since));
    row.map_or(Overlays::Seen, |(_, overlays)| overlays)
}

/// The release in what a go command says of itself, `go1.19.8`: 19. Those before go1.16 do not say it.
pub fn minor(version: &str) -> Option<u32> {
    if version.is_empty() {
        return Some(0);
    }
    let (_, rest) = version.split_once("go1.")?;
    rest.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_told_apart() {
        let of = |version| overlays(minor(version));
        assert_eq!(of(""), Overlays::Unknown);
        assert_eq!(of("go1.16beta1"), Overlays::NotInVet);
        assert_eq!(of("go1.23.9"), Overlays::NotInVet);
        assert_eq!(of("go1.24.3"), Overlays::Seen);
        assert_eq!(of("devel go1.28-abc"), Overlays::Seen);
        assert_eq!(of("devel"), Overlays::Seen);
    }
}
