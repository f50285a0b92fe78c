//! What may stand behind a flag: a row of [`super::table`] is a start, and one of these. A word is matched whole, and what
//! a linker or a preprocessor would take apart at commas has none in a value.

/// A flag that is known to be harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// How it starts.
    pub start: &'static str,
    /// What may come behind that.
    pub behind: Behind,
}

/// What comes behind the start of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Nothing.
    Nothing,
    /// A value, joined.
    Joined(Value),
    /// The same, or nothing.
    MaybeJoined(Value),
    /// `=` and a value.
    Equals(Value),
    /// The next word, which is a name.
    NextWord,
    /// The next word: these signs, and a value.
    NextWordAfter(&'static str, Value),
}

/// What a value may be. None starts with `-` or `@`: it would be another flag, or a file with more of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Digits.
    Digits,
    /// Letters and digits.
    Plain,
    /// Small letters and digits.
    Low,
    /// The same, with commas and `+` between them; no program takes these apart to flags.
    Lows,
    /// A path, `=`, and what is written for it, without a comma.
    Map,
    /// Letters, digits, `.`, `_`, `+` and `-`.
    Word,
    /// Such words with commas between them; no program takes these apart to flags.
    Words,
    /// `NAME` or `NAME=VALUE`, without a comma.
    Definition,
    /// The same, and commas in the value: for a flag that no program takes apart.
    Definitions,
    /// A word, or two with `=` between them.
    Setting,
    /// A name of C.
    Name,
    /// Anything without a comma: what is behind one could be a flag.
    NoComma,
    /// Anything: the program takes it for one name.
    Any,
    /// A name of a library: anything but what the linker of macOS takes for the flag that loads code.
    Library,
}

/// Whether a word may be what the word before it is about: a name, which no program takes for a flag.
pub fn is_name(word: &[u8]) -> bool {
    word.first().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"._/".contains(byte) || *byte >= 0x80)
}

impl Value {
    fn takes(self, text: &[u8]) -> bool {
        if text.is_empty() || text.starts_with(b"-") || text.starts_with(b"@") {
            return false;
        }
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"._+-".contains(byte);
        let is_low = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        match self {
            Value::Digits => text.iter().all(u8::is_ascii_digit),
            Value::Low => text.iter().all(is_low),
            Value::Lows => {
                text.split(|byte| b",+".contains(byte)).all(|it| !it.is_empty() && it.iter().all(is_low))
            }
            Value::Map => {
                let mut parts = text.splitn(2, |&byte| byte == b'=');
                let (from, to) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                !from.is_empty() && !to.is_empty() && !text.iter().any(|byte| b",@".contains(byte))
            }
            Value::Plain => text.iter().all(u8::is_ascii_alphanumeric),
            Value::Word => text.iter().all(is_word),
            Value::Words => text.split(|&byte| byte == b',').all(|part| {
                part.first().is_some_and(u8::is_ascii_alphanumeric)
                    && part.iter().all(|byte| is_word(byte) || *byte == b'=' || *byte == b':')
            }),
            Value::Name => is_c_name(text),
            Value::Definition => is_definition(text, b"-@,"),
            Value::Definitions => is_definition(text, b"-@"),
            Value::Setting => text.splitn(2, |&byte| byte == b'=').all(|it| Value::Word.takes(it)),
            Value::NoComma => !text.contains(&b','),
            Value::Any => true,
            Value::Library => text != b"to_library",
        }
    }
}

/// `NAME` or `NAME=VALUE`, whose value has none of some signs.
fn is_definition(text: &[u8], without: &[u8]) -> bool {
    let mut parts = text.splitn(2, |&byte| byte == b'=');
    let value = |mut value: std::slice::Iter<'_, u8>| !value.any(|byte| without.contains(byte));
    parts.next().is_some_and(is_c_name) && parts.next().is_none_or(|it| value(it.iter()))
}

fn is_c_name(text: &[u8]) -> bool {
    text.first().is_some_and(|first| !first.is_ascii_digit())
        && text.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

impl Flag {
    /// How many words from the first on it takes, if it is this flag: 1 or 2.
    pub fn takes(&self, words: &[&[u8]]) -> Option<usize> {
        let (first, next) = (words.first()?, words.get(1).copied());
        let rest = first.strip_prefix(self.start.as_bytes())?;
        let equals = || rest.strip_prefix(b"=");
        match self.behind {
            Behind::Nothing => rest.is_empty().then_some(1),
            Behind::Joined(value) => value.takes(rest).then_some(1),
            Behind::MaybeJoined(value) => (rest.is_empty() || value.takes(rest)).then_some(1),
            Behind::Equals(value) => value.takes(equals()?).then_some(1),
            Behind::NextWord => (rest.is_empty() && is_name(next?)).then_some(2),
            Behind::NextWordAfter(signs, value) => {
                (rest.is_empty() && value.takes(next?.strip_prefix(signs.as_bytes())?)).then_some(2)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_matched_whole() {
        let takes = |behind, words: &[&str]| {
            let words: Vec<_> = words.iter().map(|word| word.as_bytes()).collect();
            Flag { start: "-f", behind }.takes(&words)
        };
        assert_eq!(takes(Behind::Nothing, &["-f"]), Some(1));
        assert_eq!(takes(Behind::Nothing, &["-fx"]), None);
        assert_eq!(takes(Behind::Joined(Value::Plain), &["-f"]), None);
        assert_eq!(takes(Behind::Joined(Value::Plain), &["-fa1"]), Some(1));
        assert_eq!(takes(Behind::Joined(Value::Plain), &["-fa.1"]), None);
        assert_eq!(takes(Behind::Equals(Value::Word), &["-f=a.b-c"]), Some(1));
        assert_eq!(takes(Behind::Equals(Value::Word), &["-f=-c"]), None);
        assert_eq!(takes(Behind::NextWord, &["-f", "x"]), Some(2));
        for next in ["", "-x", "@x", "=x", "$x", "~x", "+x"] {
            assert_eq!(takes(Behind::NextWord, &["-f", next]), None, "{next}");
        }
        assert_eq!(takes(Behind::NextWord, &["-f"]), None);
    }

    #[test]
    fn values_hold_no_flag() {
        let all = [
            Value::Digits,
            Value::Low,
            Value::Lows,
            Value::Map,
            Value::Plain,
            Value::Word,
            Value::Words,
            Value::Definition,
            Value::Name,
        ];
        for value in all.into_iter().chain([
            Value::Definitions,
            Value::Setting,
            Value::NoComma,
            Value::Any,
            Value::Library,
        ]) {
            for text in ["", "-x", "@x"] {
                assert!(!value.takes(text.as_bytes()), "{value:?} {text}");
            }
            let takes_commas = matches!(value, Value::Any | Value::Library);
            assert_eq!(value.takes(b"a,-T"), takes_commas, "{value:?}");
        }
        assert!(Value::Words.takes(b"address,undefined") && !Value::Words.takes(b"address,,x"));
        assert!(
            Value::Definition.takes(b"A")
                && Value::Definition.takes(b"A=")
                && Value::Definition.takes(b"_A1=x:y")
        );
        for text in ["A=-1", "A=a@b", "A=a,b", "1", "A-B"] {
            assert!(!Value::Definition.takes(text.as_bytes()), "{text}");
        }
        assert!(!Value::Library.takes(b"to_library") && Value::Library.takes(b":libx.a"));
    }
}
