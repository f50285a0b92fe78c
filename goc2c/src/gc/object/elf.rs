//! Reads an ELF file that a C compiler made: `-c`, not linked.

use object::elf::{
    SHF_ALLOC, SHF_TLS, SHF_WRITE, SHT_INIT_ARRAY, SHT_NOBITS, SHT_NOTE, SHT_PREINIT_ARRAY, SHT_PROGBITS,
    SHT_REL, SHT_RELA, SHT_X86_64_UNWIND, STB_LOCAL, STB_WEAK, STT_FUNC, STT_GNU_IFUNC, STT_TLS,
};
use object::read::elf::{ElfFile64, FileHeader, SectionHeader as _};
use object::{Endianness, SectionIndex, SymbolFlags, SymbolSection};
use object::{Object as _, ObjectSection, ObjectSymbol, RelocationFlags, RelocationTarget, SectionFlags};

use super::{Object, Place, Relocation, Section, SectionKind, Symbol, lines, places, unwind};
use crate::gc::fault::ObjectFault;
use crate::gc::machine::Machine;

/// The most bytes that the sections of an object may take: an object that claims more is no compiler's.
const MOST: u64 = 1 << 30;

/// Sections that have no bytes in the file.
const ZEROS: [&str; 3] = [".bss", ".lbss", ".tbss"];

/// How the names of sections start in which gcc leaves code for link time.
const LINK_TIME: &[u8] = b".gnu.lto_";

/// Bytes of a relocation.
const RELA: u64 = 24;

/// What sections hold, by the start of their names; the first row that fits counts.
const KINDS: [(&str, SectionKind); 24] = [
    (".text", SectionKind::Code),
    (".rodata", SectionKind::Constants),
    (".lrodata", SectionKind::ReadOnly),
    (".data.rel.ro", SectionKind::ReadOnly),
    (".ldata.rel.ro", SectionKind::ReadOnly),
    (".data", SectionKind::Variables),
    (".ldata", SectionKind::Variables),
    (".bss", SectionKind::Variables),
    (".lbss", SectionKind::Variables),
    (".eh_frame", SectionKind::Unwind),
    (".debug_", SectionKind::Debug),
    (".goc.facts", SectionKind::Facts),
    (".goc.results", SectionKind::Results),
    (".comment", SectionKind::Ignored),
    (".note", SectionKind::Ignored),
    (".llvm", SectionKind::Ignored),
    (".tdata", SectionKind::ThreadLocal),
    (".tbss", SectionKind::ThreadLocal),
    (".init_array", SectionKind::Startup),
    (".fini_array", SectionKind::Startup),
    (".preinit_array", SectionKind::Startup),
    (".ctors", SectionKind::Startup),
    (".dtors", SectionKind::Startup),
    (".init", SectionKind::Startup),
];

/// Reads an object for a machine.
///
/// # Errors
/// Bytes that are no such object.
pub(in crate::gc) fn read_object(bytes: &[u8], machine: Machine) -> Result<Object, ObjectFault> {
    let file = ElfFile64::<Endianness>::parse(bytes).map_err(|_| ObjectFault::NotAnObject)?;
    let endian = file.endian();
    let header = file.elf_header();
    if header.e_machine(endian) != machine.elf_machine() || endian != Endianness::Little {
        return Err(ObjectFault::OtherMachine);
    }
    if header.e_type(endian) != object::elf::ET_REL {
        return Err(ObjectFault::Linked);
    }
    check_headers(&file)?;
    if file.sections().any(|section| section.name_bytes().is_ok_and(|name| name.starts_with(LINK_TIME))) {
        return Err(ObjectFault::LinkTime);
    }
    let sections = read_sections(&file)?;
    let symbols = read_symbols(&file, &sections)?;
    check_relocations(&sections, &symbols)?;
    let mut object = Object { sections, symbols, unwind: Vec::new(), lines: Vec::new() };
    let placed = places::place(&object, machine)?;
    let (unwind, lines) = (unwind::read_frames(&placed, machine)?, lines::read_marks(&placed)?);
    (object.unwind, object.lines) = (unwind, lines);
    Ok(object)
}

/// What a section's header says must be what a compiler says: a table of relocations that is passed over would leave its
/// places empty.
fn check_headers(file: &ElfFile64<'_>) -> Result<(), ObjectFault> {
    let endian = file.endian();
    let symbols = file.elf_symbol_table().section().0 as u32;
    for section in file.sections() {
        let name = section.name().map_err(|_| ObjectFault::NotAnObject)?;
        let header = section.elf_section_header();
        let size = header.sh_size(endian);
        let is_table = name.starts_with(".rela") || name.starts_with(".rel.");
        let is_zeros = ZEROS.iter().any(|zeros| name.starts_with(zeros));
        let is_loaded = header.sh_flags(endian) & u64::from(SHF_ALLOC) != 0;
        let fits = match header.sh_type(endian) {
            SHT_RELA => {
                let of = SectionIndex(header.sh_info(endian) as usize);
                let of = file.section_by_index(of).ok().and_then(|of| of.name().ok());
                name.strip_prefix(".rela") == of
                    && header.sh_entsize(endian) == RELA
                    && size % RELA == 0
                    && header.sh_link(endian) == symbols
            }
            SHT_REL => false,
            SHT_NOBITS => is_zeros,
            SHT_PROGBITS | SHT_NOTE | SHT_X86_64_UNWIND | SHT_INIT_ARRAY..=SHT_PREINIT_ARRAY => {
                !is_table && !is_zeros
            }
            _ => !is_table && !is_loaded,
        };
        if !fits {
            return Err(ObjectFault::Unreadable(name.to_owned()));
        }
    }
    Ok(())
}

fn read_sections(file: &ElfFile64<'_>) -> Result<Vec<Section>, ObjectFault> {
    let mut sections: Vec<Section> = Vec::new();
    let mut total = 0u64;
    for section in file.sections() {
        let SectionFlags::Elf { sh_flags } = section.flags() else { return Err(ObjectFault::NotAnObject) };
        total = total.saturating_add(section.size());
        if total > MOST {
            return Err(ObjectFault::NotAnObject);
        }
        let name = section.name().map_err(|_| ObjectFault::NotAnObject)?.to_owned();
        let index = section.index().0;
        while sections.len() < index {
            sections.push(empty());
        }
        let bytes = section.data().map_err(|_| ObjectFault::NotAnObject)?.to_vec();
        let size = if bytes.is_empty() { section.size() as usize } else { bytes.len() };
        let mut relocations = Vec::new();
        for (at, relocation) in section.relocations() {
            let RelocationFlags::Elf { r_type } = relocation.flags() else {
                return Err(ObjectFault::NotAnObject);
            };
            let RelocationTarget::Symbol(symbol) = relocation.target() else {
                return Err(ObjectFault::NotAnObject);
            };
            let at = usize::try_from(at).map_err(|_| ObjectFault::NotAnObject)?;
            let addend = relocation.addend();
            relocations.push(Relocation { at, kind: r_type, symbol: symbol.0, addend });
        }
        relocations.sort_by_key(|relocation| relocation.at);
        let align = section.align().max(1);
        let kind = kind_of(&name, sh_flags);
        sections.push(Section { name, kind, align, size, bytes, relocations });
    }
    Ok(sections)
}

fn empty() -> Section {
    Section {
        name: String::new(),
        kind: SectionKind::Ignored,
        align: 1,
        size: 0,
        bytes: Vec::new(),
        relocations: Vec::new(),
    }
}

fn kind_of(name: &str, flags: u64) -> SectionKind {
    let is_name = |start: &str| {
        name.strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || start.ends_with('_'))
    };
    let row = KINDS.iter().find(|(start, _)| is_name(start));
    match row.map(|(_, kind)| *kind) {
        _ if flags & u64::from(SHF_TLS) != 0 => SectionKind::ThreadLocal,
        // What the name says must be what the program would be given.
        Some(SectionKind::Constants | SectionKind::Code) if flags & u64::from(SHF_WRITE) != 0 => {
            SectionKind::Unknown
        }
        Some(kind) => kind,
        None if flags & u64::from(SHF_ALLOC) != 0 => SectionKind::Unknown,
        None => SectionKind::Ignored,
    }
}

fn read_symbols(file: &ElfFile64<'_>, sections: &[Section]) -> Result<Vec<Symbol>, ObjectFault> {
    // The first symbol of a file is none.
    let mut symbols = vec![nobody()];
    for symbol in file.symbols() {
        let SymbolFlags::Elf { st_info, .. } = symbol.flags() else { return Err(ObjectFault::NotAnObject) };
        let (kind, binding) = (st_info & 15, st_info >> 4);
        let place = match symbol.section() {
            SymbolSection::Undefined => Place::Undefined,
            SymbolSection::Section(index) if index.0 < sections.len() => {
                Place::Section(index.0, symbol.address())
            }
            SymbolSection::Section(_) => return Err(ObjectFault::NotAnObject),
            _ => Place::Absolute,
        };
        let oddity = match kind {
            STT_GNU_IFUNC => Some("a function that is chosen at start-up (ifunc)"),
            _ if symbol.is_common() => Some("a common symbol"),
            _ => None,
        };
        while symbols.len() < symbol.index().0 {
            symbols.push(nobody());
        }
        symbols.push(Symbol {
            name: String::from_utf8_lossy(symbol.name_bytes().map_err(|_| ObjectFault::NotAnObject)?)
                .into_owned(),
            place,
            is_function: matches!(kind, STT_FUNC | STT_GNU_IFUNC),
            is_global: binding != STB_LOCAL,
            is_weak: binding == STB_WEAK,
            size: symbol.size(),
            is_thread_local: kind == STT_TLS,
            oddity,
        });
    }
    Ok(symbols)
}

fn nobody() -> Symbol {
    Symbol {
        name: String::new(),
        place: Place::Absolute,
        is_function: false,
        is_global: false,
        is_weak: false,
        size: 0,
        is_thread_local: false,
        oddity: None,
    }
}

/// Every relocation must lie in its section and name a symbol that is there.
fn check_relocations(sections: &[Section], symbols: &[Symbol]) -> Result<(), ObjectFault> {
    let fits = |section: &Section, relocation: &Relocation| {
        relocation.at < section.size && relocation.symbol < symbols.len()
    };
    let all = |section: &Section| section.relocations.iter().all(|relocation| fits(section, relocation));
    if sections.iter().all(all) { Ok(()) } else { Err(ObjectFault::NotAnObject) }
}
