//! The constants of a function: they stand behind its code, so that their distance is known.

use std::collections::HashMap;

use crate::gc::code::Scan;
use crate::gc::fault::ObjectFault;
use crate::gc::layout::MOST;
use crate::gc::package::{FunctionId, Package, SectionId, Target};

/// Constants behind a function.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// What stands behind the code, distances filled in; the code's own length may be rounded up before it.
    pub bytes: Vec<u8>,
    /// Where each section starts, from the function's start.
    starts: HashMap<SectionId, usize>,
}

impl Pool {
    /// Lays out the constants of a function behind `length` bytes of code.
    ///
    /// # Errors
    /// A table that leads out of its function.
    pub(super) fn new(
        package: &Package<'_>,
        id: FunctionId,
        scan: &Scan,
        length: usize,
    ) -> Result<Pool, ObjectFault> {
        let mut pool = Pool::default();
        for &section in &scan.constants {
            if pool.starts.contains_key(&section) {
                continue;
            }
            let constants = package.section(section);
            // A function is aligned no more than that, so its constants cannot be either.
            if constants.align > MOST {
                return Err(outside());
            }
            let start = (length + pool.bytes.len()).next_multiple_of(constants.align as usize);
            pool.bytes.resize(start - length, 0);
            pool.bytes.extend_from_slice(&constants.bytes);
            pool.starts.insert(section, start);
            for relocation in &constants.relocations {
                let Target::Function(to, offset) = package.target(section.0, relocation, 0, false) else {
                    return Err(outside());
                };
                let at = start + relocation.at;
                let distance = i32::try_from(offset - at as i64).map_err(|_| outside())?;
                let field = pool.bytes.get_mut(at - length..at - length + 4);
                match field {
                    Some(field) if to == id => field.copy_from_slice(&distance.to_le_bytes()),
                    _ => return Err(outside()),
                }
            }
        }
        Ok(pool)
    }

    /// The place of a constant, from the function's start; it may be the end of its section.
    ///
    /// # Errors
    /// A place that is not in the pool.
    pub(super) fn place(
        &self,
        package: &Package<'_>,
        section: SectionId,
        offset: i64,
    ) -> Result<i64, ObjectFault> {
        let size = package.section(section).size as i64;
        let start = self.starts.get(&section).copied().ok_or_else(outside)?;
        // Compilers count from before a table or behind it, where an index makes up for it.
        let far = 1 << 20;
        if offset < -far || offset > size + far { Err(outside()) } else { Ok(start as i64 + offset) }
    }
}

fn outside() -> ObjectFault {
    ObjectFault::Contradiction("a reference to a constant leads elsewhere".into())
}
