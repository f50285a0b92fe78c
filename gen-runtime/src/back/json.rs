//! Offsets and constants as one JSON object.
//!
//! Constants and structs mix in the input and stand apart here, so the structs wait in a buffer.

use goc2c::back::CodeWriter;

use super::is_windows;
use crate::facts::Fact;
use crate::model::plain_name;
use crate::options::Options;
use crate::release::CALLBACKS;

/// The parts of the object.
#[derive(Debug, Default)]
pub(crate) struct JsonWriter {
    constants: String,
    structs: String,
}

impl JsonWriter {
    /// A fact. A name that was written before is left out.
    pub(crate) fn write_fact(&mut self, options: &Options, fact: &Fact<'_>) {
        match fact {
            Fact::Constant { name, value, repeated: false } if options.traits().constants => {
                put_comma(&mut self.constants);
                self.constants += &format!("{}: {}", string(name), number(value));
            }
            Fact::Constant { .. } => {}
            Fact::Struct(item) => {
                let size = item.size.filter(|_| options.sizes);
                let size = size.map_or(String::new(), |size| format!(", \"size\": {}", number(size)));
                put_comma(&mut self.structs);
                self.structs += &format!(
                    "{{\"name\": {}, \"prefix\": {}{size}, \"fields\": [",
                    string(item.name),
                    string(item.prefix.as_bytes())
                );
                for (count, field) in item.fields.iter().enumerate() {
                    self.structs += if count > 0 { ",\n      " } else { "\n      " };
                    self.structs += &format!(
                        "{{\"name\": {}, \"offset\": {}, \"type\": {}}}",
                        string(field.name),
                        number(field.offset),
                        string(field.ty)
                    );
                }
                self.structs += "]}";
            }
        }
    }

    /// The object.
    pub(crate) fn finish(self, out: &mut CodeWriter<'_>, options: &Options) {
        let text = |text: &str| string(text.as_bytes());
        let mut object = format!(
            "{{\n  \"os\": {}, \"arch\": {}, \"dialect\": {},\n",
            text(&options.platform.os),
            text(&options.platform.arch),
            text(options.release.name())
        );
        if options.traits().constants {
            object += &format!("  \"experiment\": {},\n", text(&options.experiment));
            if is_windows(options) {
                object += &format!("  \"cb_max\": {CALLBACKS},\n");
            }
        }
        out.put_all([object.as_bytes(), b"  \"constants\": {", self.constants.as_bytes(), b"},\n"]);
        out.put_all([b"  \"structs\": [", self.structs.as_bytes(), b"]\n}\n"]);
    }
}

fn put_comma(list: &mut String) {
    *list += if list.is_empty() { "\n    " } else { ",\n    " };
}

fn string(bytes: &[u8]) -> String {
    serde_json::Value::from(String::from_utf8_lossy(plain_name(bytes))).to_string()
}

/// A number is ASCII.
fn number(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
