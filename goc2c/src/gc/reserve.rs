//! Stack that is reserved for C whose need is known only when it runs: recursion, `alloca`, arrays of variable length.

use std::fmt;

/// How many bytes are reserved for what a Go function calls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reserve {
    /// For all Go functions; none where nothing is reserved.
    pub all: Option<u64>,
    /// For some by name, as `Meter.Add`, in place of that.
    pub of: Vec<(String, u64)>,
}

impl Reserve {
    /// Whether anything is reserved.
    pub fn is_some(&self) -> bool {
        *self != Reserve::default()
    }

    /// What is reserved for a Go function.
    pub fn of(&self, function: &str) -> Option<u64> {
        let own = self.of.iter().rev().find(|(name, _)| name == function);
        own.map(|(_, bytes)| *bytes).or(self.all)
    }

    /// The size where it is the same for all.
    pub fn same(&self) -> Option<u64> {
        self.all.filter(|all| self.of.iter().all(|(_, bytes)| bytes == all))
    }

    /// Adds a value of `--stack`: `64K`, `F=1M`.
    ///
    /// # Errors
    /// What is no size, in words.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        let (name, size) = match text.split_once('=') {
            Some((name, size)) => (Some(name), size),
            None => (None, text),
        };
        let bytes = bytes_of(size).filter(|_| name != Some("")).ok_or_else(|| {
            format!("expected BYTES or FUNCTION=BYTES, as `64K`, of at most 256M, not `{text}`")
        })?;
        match name {
            Some(name) => self.of.push((name.to_owned(), bytes)),
            None => self.all = Some(bytes),
        }
        Ok(())
    }
}

/// As a list of values of `--stack`.
impl fmt::Display for Reserve {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.all.map(|bytes| bytes.to_string());
        let of = self.of.iter().map(|(name, bytes)| format!("{name}={bytes}"));
        let words: Vec<_> = all.into_iter().chain(of).collect();
        out.write_str(&words.join(" "))
    }
}

/// Bytes of a size such as `64K` or `1M`; a multiple of 16, which frames are.
fn bytes_of(text: &str) -> Option<u64> {
    let (digits, unit) = match text.as_bytes().last()? {
        b'K' | b'k' => (&text[..text.len() - 1], 1 << 10),
        b'M' | b'm' => (&text[..text.len() - 1], 1 << 20),
        _ => (text, 1),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bytes = digits.parse::<u64>().ok()?.checked_mul(unit)?;
    (bytes > 0 && bytes <= 1 << 28).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_told() {
        let mut reserve = Reserve::default();
        for text in ["64K", "F=1M", "T.M=1000"] {
            reserve.add(text).unwrap();
        }
        assert_eq!(
            (reserve.of("G"), reserve.of("F"), reserve.of("T.M")),
            (Some(65536), Some(1 << 20), Some(1000))
        );
        assert_eq!(reserve.to_string(), "65536 F=1048576 T.M=1000");
        for wrong in ["", "K", "0", "64Q", "=64K", "F=", "-1", "1G", "99999999999999999999", "300M", "ä"] {
            assert!(Reserve::default().add(wrong).is_err(), "{wrong}");
        }
    }
}
