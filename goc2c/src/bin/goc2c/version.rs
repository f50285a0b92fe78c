//! What the program says of itself.

use goc2c::command::version::build;

/// The version; with `verbose`, how the program was built and what it knows.
pub(crate) fn version(verbose: bool) -> String {
    let mut text = format!("goc2c {}\n", env!("CARGO_PKG_VERSION"));
    if verbose {
        text += &build();
        let dialects = goc2c::Dialect::ALL.map(|dialect| {
            let aliases = dialect.traits().aliases.join(", ");
            if aliases.is_empty() { dialect.to_string() } else { format!("{dialect} ({aliases})") }
        });
        text += &format!("dialects: {}\n", dialects.join(", "));
        text += &format!("architectures: {}\n", goc2c::ARCHES.each_ref().map(|arch| arch.name).join(", "));
        text += &format!("host: {} {}\n", goc2c::host_os(), goc2c::host_arch());
    }
    text
}
