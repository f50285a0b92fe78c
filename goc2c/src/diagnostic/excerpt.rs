//! The lines that a report shows, as codespan-reporting wants a file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::files::{Error, Files, Location};

use super::escape::escape;
use super::place::Place;
use crate::source::Position;

/// The lines that a report shows, as text: what codespan-reporting takes for the file.
pub(super) struct Excerpt<'r> {
    file: &'r str,
    text: String,
    /// By line number from 0: where the line's text is, and the place whose excerpt it is.
    lines: BTreeMap<usize, (Range<usize>, &'r Place)>,
    primary: Position,
}

impl<'r> Excerpt<'r> {
    /// The lines of a file that hold the places.
    pub(super) fn of(file: &'r str, primary: &'r Place, related: &'r [Place]) -> Self {
        let mut excerpt =
            Excerpt { file, text: String::new(), lines: BTreeMap::new(), primary: primary.start };
        // Of several places on one line, the text around the primary one serves all.
        let mut shown: BTreeMap<usize, &Place> = BTreeMap::new();
        for place in std::iter::once(primary).chain(related) {
            shown.entry(place.start.line as usize - 1).or_insert(place);
        }
        for (line, place) in shown {
            let start = excerpt.text.len();
            excerpt.text += &escape(&place.excerpt);
            excerpt.text.push('\n');
            excerpt.lines.insert(line, (start..excerpt.text.len(), place));
        }
        excerpt
    }

    /// Where a place's text is; none where it is not shown.
    pub(super) fn range(&self, place: &Place) -> Option<Range<usize>> {
        let (line, shown) = self.lines.get(&(place.start.line as usize - 1))?;
        let start = place.span.start.checked_sub(shown.excerpt_start)?;
        let before = shown.excerpt.get(..start)?;
        let text = &shown.excerpt[start..(start + place.span.len()).min(shown.excerpt.len())];
        let start = line.start + escape(before).len();
        Some(start..start + escape(text).len())
    }
}

impl<'f> Files<'f> for Excerpt<'_> {
    type FileId = ();
    type Name = &'f str;
    type Source = Cow<'f, str>;

    fn name(&'f self, (): ()) -> Result<&'f str, Error> {
        Ok(self.file)
    }

    fn source(&'f self, (): ()) -> Result<Cow<'f, str>, Error> {
        Ok(Cow::Borrowed(&self.text))
    }

    fn line_index(&'f self, (): (), at: usize) -> Result<usize, Error> {
        let line = self.lines.iter().take_while(|(_, (range, _))| range.start <= at).last();
        Ok(line.map_or(0, |(&line, _)| line))
    }

    fn line_range(&'f self, (): (), line: usize) -> Result<Range<usize>, Error> {
        let end = self.text.len();
        Ok(self.lines.get(&line).map_or(end..end, |(range, _)| range.clone()))
    }

    fn location(&'f self, (): (), _at: usize) -> Result<Location, Error> {
        // Asked for the header line only, which names the primary label's place.
        Ok(Location { line_number: self.primary.line as usize, column_number: self.primary.column })
    }
}
