//! How assembly gets at a thread's `g` and `m`: the lines that open `zasm_$GOOS_$GOARCH.h`.
//!
//! The table of each release is looked through from the top, and the first row that fits is taken. The lines
//! were read off the headers of the releases (`fixtures/runtime`), comments included. Knows nothing of what
//! follows them in the header.

/// A row of a release's table.
#[derive(Debug, PartialEq, Eq)]
pub struct TlsHeader {
    /// The architecture.
    pub arch: &'static str,
    /// The system; none where the row is for all that no row above names.
    pub os: Option<&'static str>,
    /// The lines.
    pub text: &'static str,
}

const fn on(os: &'static str, arch: &'static str, text: &'static str) -> TlsHeader {
    TlsHeader { arch, os: Some(os), text }
}

const fn any(arch: &'static str, text: &'static str) -> TlsHeader {
    TlsHeader { arch, os: None, text }
}

/// weekly.2012-02-07 and go1.0.
pub(crate) const GO10: &[TlsHeader] = &[
    on("windows", "386", WINDOWS_386),
    on("plan9", "386", PLAN9_386),
    on("linux", "386", LINUX_386),
    any("386", ANY_386),
    on("windows", "amd64", WINDOWS_AMD64),
    any("amd64", KNOWN_AMD64),
    any("arm", ARM),
];

/// go1.1.
pub(crate) const GO11: &[TlsHeader] = &[
    on("windows", "386", WINDOWS_386),
    on("plan9", "386", PLAN9_386_PROCID),
    on("linux", "386", LINUX_386_ELF),
    any("386", ANY_386),
    on("windows", "amd64", WINDOWS_AMD64),
    on("plan9", "amd64", PLAN9_AMD64),
    any("amd64", KNOWN_AMD64),
    any("arm", ARM),
];

/// go1.2.
pub(crate) const GO12: &[TlsHeader] = &[
    on("windows", "386", WINDOWS_386),
    on("plan9", "386", PLAN9_386_PROCID),
    on("linux", "386", LINUX_386_ELF),
    any("386", ANY_386),
    on("windows", "amd64", WINDOWS_AMD64),
    on("plan9", "amd64", PLAN9_AMD64),
    on("linux", "amd64", LINUX_AMD64),
    any("amd64", ANY_AMD64),
    any("arm", ARM_LR),
];

/// go1.3.
pub(crate) const GO13: &[TlsHeader] =
    &[any("386", TLS_386), any("amd64p32", TLS_386), any("amd64", TLS_AMD64), any("arm", ARM_LR)];

/// go1.4.
pub(crate) const GO14: &[TlsHeader] =
    &[any("386", TLS_386_G), any("amd64p32", TLS_386_G), any("amd64", TLS_AMD64_G), any("arm", ARM_LR)];

/// A slot at a fixed offset in the thread environment block.
const WINDOWS_386: &str = "#define\tget_tls(r)\tMOVL 0x14(FS), r\n\
    #define\tg(r)\t0(r)\n\
    #define\tm(r)\t4(r)\n";

/// After the process's TOS struct.
const PLAN9_386: &str = "#define\tget_tls(r)\tMOVL _tos(SB), r \n\
    #define\tg(r)\t-8(r)\n\
    #define\tm(r)\t-4(r)\n";

/// The same, with the process ID.
const PLAN9_386_PROCID: &str = "// Plan 9 does not have per-process segment descriptors with\n\
    // which to do thread-local storage. Instead, we will use a\n\
    // fixed offset from the per-process TOS struct address for\n\
    // the local storage. Since the process ID is contained in the\n\
    // TOS struct, we specify an offset for that here as well.\n\
    #define\tget_tls(r)\tMOVL _tos(SB), r \n\
    #define\tg(r)\t-8(r)\n\
    #define\tm(r)\t-4(r)\n\
    #define\tprocid(r)\t48(r)\n";

/// Through a temporary register, for Xen.
const LINUX_386: &str = "// On Linux systems, what we call 0(GS) and 4(GS) for g and m\n\
    // turn into %gs:-8 and %gs:-4 (using gcc syntax to denote\n\
    // what the machine sees as opposed to 8l input).\n\
    // 8l rewrites 0(GS) and 4(GS) into these.\n\
    //\n\
    // On Linux Xen, it is not allowed to use %gs:-8 and %gs:-4\n\
    // directly.  Instead, we have to store %gs:0 into a temporary\n\
    // register and then use -8(%reg) and -4(%reg).  This kind\n\
    // of addressing is correct even when not running Xen.\n\
    //\n\
    // 8l can rewrite MOVL 0(GS), CX into the appropriate pair\n\
    // of mov instructions, using CX as the intermediate register\n\
    // (safe because CX is about to be written to anyway).\n\
    // But 8l cannot handle other instructions, like storing into 0(GS),\n\
    // which is where these macros come into play.\n\
    // get_tls sets up the temporary and then g and r use it.\n\
    //\n\
    // The final wrinkle is that get_tls needs to read from %gs:0,\n\
    // but in 8l input it's called 8(GS), because 8l is going to\n\
    // subtract 8 from all the offsets, as described above.\n\
    #define\tget_tls(r)\tMOVL 8(GS), r\n\
    #define\tg(r)\t-8(r)\n\
    #define\tm(r)\t-4(r)\n";

/// The same, with offsets that an ELF relocation can find.
const LINUX_386_ELF: &str = "// On Linux systems, what we call 0(GS) and 4(GS) for g and m\n\
    // turn into %gs:-8 and %gs:-4 (using gcc syntax to denote\n\
    // what the machine sees as opposed to 8l input).\n\
    // 8l rewrites 0(GS) and 4(GS) into these.\n\
    //\n\
    // On Linux Xen, it is not allowed to use %gs:-8 and %gs:-4\n\
    // directly.  Instead, we have to store %gs:0 into a temporary\n\
    // register and then use -8(%reg) and -4(%reg).  This kind\n\
    // of addressing is correct even when not running Xen.\n\
    //\n\
    // 8l can rewrite MOVL 0(GS), CX into the appropriate pair\n\
    // of mov instructions, using CX as the intermediate register\n\
    // (safe because CX is about to be written to anyway).\n\
    // But 8l cannot handle other instructions, like storing into 0(GS),\n\
    // which is where these macros come into play.\n\
    // get_tls sets up the temporary and then g and r use it.\n\
    //\n\
    // Another wrinkle is that get_tls needs to read from %gs:0,\n\
    // but in 8l input it's called 8(GS), because 8l is going to\n\
    // subtract 8 from all the offsets, as described above.\n\
    //\n\
    // The final wrinkle is that when generating an ELF .o file for\n\
    // external linking mode, we need to be able to relocate the\n\
    // -8(r) and -4(r) instructions. Tag them with an extra (GS*1)\n\
    // that is ignored by the linker except for that identification.\n\
    #define\tget_tls(r)\tMOVL 8(GS), r\n\
    #define\tg(r)\t-8(r)(GS*1)\n\
    #define\tm(r)\t-4(r)(GS*1)\n";

/// Straight from the segment register.
const ANY_386: &str = "#define\tget_tls(r)\n\
    #define\tg(r)\t0(GS)\n\
    #define\tm(r)\t4(GS)\n";

/// A slot at a fixed offset in the thread environment block.
const WINDOWS_AMD64: &str = "#define\tget_tls(r) MOVQ 0x28(GS), r\n\
    #define\tg(r) 0(r)\n\
    #define\tm(r) 8(r)\n";

/// With the process ID.
const PLAN9_AMD64: &str = "#define\tget_tls(r)\n\
    #define\tg(r) 0(GS)\n\
    #define\tm(r) 8(GS)\n\
    #define\tprocid(r) 16(GS)\n";

/// The initial exec model, for external linking.
const LINUX_AMD64: &str = "#define\tget_tls(r) MOVQ runtime·tlsgm(SB), r\n\
    #define\tg(r) 0(r)(GS*1)\n\
    #define\tm(r) 8(r)(GS*1)\n";

/// Offsets that other programs of the release know.
const KNOWN_AMD64: &str = "// The offsets 0 and 8 are known to:\n\
    //\t../../cmd/6l/pass.c:/D_GS\n\
    //\tcgo/gcc_linux_amd64.c:/^threadentry\n\
    //\tcgo/gcc_darwin_amd64.c:/^threadentry\n\
    //\n\
    #define\tget_tls(r)\n\
    #define\tg(r) 0(GS)\n\
    #define\tm(r) 8(GS)\n";

/// Straight from the segment register.
const ANY_AMD64: &str = "#define get_tls(r)\n\
    #define g(r) 0(GS)\n\
    #define m(r) 8(GS)\n";

/// Registers.
const ARM: &str = "#define\tg\tR10\n\
    #define\tm\tR9\n\
    #define\tLR\tR14\n";

/// The link register only: the assembler knows `g` and `m`.
const ARM_LR: &str = "#define\tLR\tR14\n";

/// The assembler's own `TLS`; amd64p32 has the same.
const TLS_386: &str = "#define\tget_tls(r)\tMOVL TLS, r\n\
    #define\tg(r)\t0(r)(TLS*1)\n\
    #define\tm(r)\t4(r)(TLS*1)\n";

/// The assembler's own `TLS`.
const TLS_AMD64: &str = "#define\tget_tls(r)\tMOVQ TLS, r\n\
    #define\tg(r)\t0(r)(TLS*1)\n\
    #define\tm(r)\t8(r)(TLS*1)\n";

/// The same without `m(r)`.
const TLS_386_G: &str = "#define\tget_tls(r)\tMOVL TLS, r\n\
    #define\tg(r)\t0(r)(TLS*1)\n";

/// The same without `m(r)`.
const TLS_AMD64_G: &str = "#define\tget_tls(r)\tMOVQ TLS, r\n\
    #define\tg(r)\t0(r)(TLS*1)\n";
