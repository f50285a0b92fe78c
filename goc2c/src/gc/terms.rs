//! What the author of a package grants, since nothing in its C could prove that it is enough.

use super::reserve::Reserve;

/// What is granted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Stack for what has no bound before it runs.
    pub reserve: Reserve,
    /// Whether data that C aligns to more than 32 bytes, which are the most that Go has, may lie at 32: its alignment is
    /// for speed alone.
    pub is_less_aligned: bool,
}

impl Terms {
    /// The lines of a file that say it: names and values.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let stack = self.reserve.is_some().then(|| (STACK, self.reserve.to_string()));
        let align = self.is_less_aligned.then(|| (ALIGN, LEAST.to_owned()));
        stack.into_iter().chain(align).collect()
    }

    /// What such lines say. `line` gives a line's value by its name.
    ///
    /// # Errors
    /// A value that no run writes, in words.
    pub fn of_lines<'l>(line: impl Fn(&str) -> Option<&'l str>) -> Result<Terms, String> {
        let mut terms = Terms { is_less_aligned: line(ALIGN) == Some(LEAST), ..Terms::default() };
        let stack = line(STACK).into_iter().flat_map(|all| all.split(' '));
        stack.into_iter().try_for_each(|text| terms.reserve.add(text))?;
        Ok(terms)
    }
}

const STACK: &str = "stack";
const ALIGN: &str = "align-data";

/// The value of `--align-data`.
pub const LEAST: &str = "32";
