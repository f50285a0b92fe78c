//! Where the parts of a type lie: sizes, alignments, offsets, by Go's rules.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::packages::{DeclId, Fails, Packages};
use super::resolve::{Field, Ty};
use super::sizes::Sizes;
use super::values::Const;
use crate::dialect::Dialect;

/// Types within types and values within values, at the deepest: a guard for the stack.
const DEEPEST: usize = 300;
/// The largest type that is taken: what Go's compilers refuse too.
const LARGEST: u64 = 1 << 40;

/// Bytes, and what its place is a multiple of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Bytes.
    pub size: u64,
    /// The alignment.
    pub align: u64,
}

/// A struct, laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructLayout {
    /// Where each field lies.
    pub offsets: Vec<u64>,
    /// The whole.
    pub layout: Layout,
    /// Whether Go has a byte behind the last field, which has no size: its address must be inside.
    pub has_end: bool,
}

/// Packages for an architecture, and what is known of their types.
pub struct World<'w> {
    /// The packages.
    pub packages: &'w Packages<'w>,
    /// The architecture's sizes.
    pub sizes: &'static Sizes,
    /// Whether a blank field without a size ends a struct as any other does: not with gccgo, since nobody has its address.
    blanks_end: bool,
    pub(super) aliases: Cell<usize>,
    pub(super) values: RefCell<HashMap<DeclId, Option<Const>>>,
    layouts: RefCell<HashMap<DeclId, Option<Layout>>>,
    depth: Cell<usize>,
}

impl<'w> World<'w> {
    /// A world in which nothing is known yet, for a dialect's compiler.
    pub fn new(packages: &'w Packages<'w>, sizes: &'static Sizes, dialect: Dialect) -> World<'w> {
        World {
            packages,
            sizes,
            blanks_end: dialect.traits().frames,
            aliases: Cell::new(0),
            values: RefCell::default(),
            layouts: RefCell::default(),
            depth: Cell::new(0),
        }
    }

    /// How a type is laid out.
    pub fn layout(&self, ty: &Ty) -> Fails<Layout> {
        let word = self.sizes.word;
        let words = |count: u64| Layout { size: count * word, align: word };
        Ok(match ty {
            Ty::Basic(basic) => {
                let (size, align) = basic.layout(self.sizes);
                Layout { size, align }
            }
            Ty::Slice => words(3),
            Ty::Eface | Ty::Iface => words(2),
            Ty::Func | Ty::Opaque | Ty::Pointer(..) => words(1),
            Ty::Array(length, of) => {
                let of = self.layout(of)?;
                Layout { size: of.size.saturating_mul(*length).min(LARGEST), align: of.align }
            }
            Ty::Struct(fields) => self.struct_layout(fields)?.layout,
            Ty::Named(id) => return self.named_layout(*id),
        })
    }

    fn named_layout(&self, id: DeclId) -> Fails<Layout> {
        match self.layouts.borrow().get(&id) {
            Some(Some(known)) => return Ok(*known),
            Some(None) => return Err(self.endless(id)),
            None => {}
        }
        self.layouts.borrow_mut().insert(id, None);
        let found = self.deeper(|| self.endless(id), || self.declared(id).and_then(|ty| self.layout(&ty)));
        match &found {
            Ok(layout) => self.layouts.borrow_mut().insert(id, Some(*layout)),
            Err(_) => self.layouts.borrow_mut().remove(&id),
        };
        found
    }

    /// Does what may lead to more of its kind, as long as that is not too deep.
    pub(super) fn deeper<T, E>(
        &self,
        too_deep: impl FnOnce() -> E,
        act: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if self.depth.get() == DEEPEST {
            return Err(too_deep());
        }
        self.depth.set(self.depth.get() + 1);
        let done = act();
        self.depth.set(self.depth.get() - 1);
        done
    }

    /// How a struct is laid out.
    pub fn struct_layout(&self, fields: &[Field]) -> Fails<StructLayout> {
        let (mut at, mut align) = (0u64, 1);
        let mut offsets = Vec::with_capacity(fields.len());
        // Whether the fields at the end have no size, and one of them an address.
        let mut has_end = false;
        for field in fields {
            let layout = self.layout(&field.ty)?;
            at = at.next_multiple_of(layout.align).min(LARGEST);
            offsets.push(at);
            at = (at + layout.size).min(LARGEST);
            align = align.max(layout.align);
            has_end = layout.size == 0 && (has_end || self.blanks_end || field.name != "_");
        }
        has_end &= at > 0;
        let size = (at + u64::from(has_end)).next_multiple_of(align);
        Ok(StructLayout { offsets, layout: Layout { size, align }, has_end })
    }
}
