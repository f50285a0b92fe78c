//! What an object's tables tell of its functions, by section, gathered in one pass.

use std::collections::HashMap;

use crate::gc::object::{Line, Object, Place, Row};

/// What an object's tables tell, by section.
pub(super) struct Tables {
    pub rows: HashMap<usize, Vec<Row>>,
    pub lines: HashMap<usize, Vec<(usize, Option<Line>)>>,
    pub regions: HashMap<usize, Vec<(usize, bool)>>,
}

impl Tables {
    pub(super) fn of(object: &Object) -> Tables {
        let mut tables = Tables { rows: HashMap::new(), lines: HashMap::new(), regions: HashMap::new() };
        for frame in object.unwind.iter().filter(|frame| frame.start == 0) {
            tables.rows.insert(frame.section, frame.rows.clone());
        }
        for mark in &object.lines {
            tables.lines.entry(mark.section).or_default().push((mark.at, mark.line.clone()));
        }
        for lines in tables.lines.values_mut() {
            // Of several lines for one place the last counts.
            lines.sort_by_key(|(at, _)| *at);
            lines.reverse();
            lines.dedup_by_key(|(at, _)| *at);
            lines.reverse();
        }
        // The mapping symbols of ELF for the Arm 64-bit Architecture, section 5.5.4.
        for symbol in &object.symbols {
            let Place::Section(section, offset) = symbol.place else { continue };
            let is_data = match symbol.name.split('.').next() {
                Some("$d") => true,
                Some("$x") => false,
                _ => continue,
            };
            let offset = usize::try_from(offset).unwrap_or(usize::MAX);
            tables.regions.entry(section).or_default().push((offset, is_data));
        }
        tables.regions.values_mut().for_each(|regions| regions.sort_unstable());
        tables
    }
}
