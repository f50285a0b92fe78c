//! Whether JSON is as a schema has it: those words of JSON Schema that ours are written in, and no others.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{read, root};

/// The words that only tell people something.
const FOR_PEOPLE: [&str; 3] = ["$schema", "title", "description"];

/// A schema with names for its parts.
pub struct Schema(Value);

impl Schema {
    /// What goc2c and gen-runtime say with `--message-format json`.
    pub fn of_messages() -> Schema {
        Schema(serde_json::from_slice(&read(&root().join("editors/message.schema.json"))).unwrap())
    }

    /// The kinds of the messages in a text, of which each line must be one.
    pub fn kinds(&self, text: &str) -> BTreeSet<String> {
        text.lines()
            .map(|line| self.kind(&parsed(line)).unwrap_or_else(|why| panic!("{line}: {why}")))
            .collect()
    }

    /// Checks that each line of a text is what a part of the schema has.
    pub fn check_lines(&self, part: &str, text: &str) {
        for line in text.lines() {
            self.check(&self.0["$defs"][part], &parsed(line)).unwrap_or_else(|why| panic!("{line}: {why}"));
        }
    }

    /// The part of the schema that a message is; no other may be it, too.
    fn kind(&self, message: &Value) -> Result<String, String> {
        let parts = self.0["oneOf"].as_array().unwrap().iter();
        let names = parts.map(|part| part["$ref"].as_str().unwrap().strip_prefix("#/$defs/").unwrap());
        let judged: Vec<_> = names.map(|name| (name, self.check(&self.0["$defs"][name], message))).collect();
        match judged.iter().filter(|(_, found)| found.is_ok()).map(|(name, _)| *name).collect::<Vec<_>>()[..]
        {
            [name] => Ok(name.to_owned()),
            _ => Err(format!("not one kind of message: {judged:?}")),
        }
    }

    fn check(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let schema = schema.as_object().ok_or("the schema has no such part")?;
        for (word, meaning) in schema {
            let fits = match &**word {
                word if FOR_PEOPLE.contains(&word) => true,
                "$ref" => {
                    let part = meaning.as_str().unwrap().trim_start_matches('#');
                    self.check(self.0.pointer(part).ok_or("a reference to nothing")?, value)?;
                    true
                }
                "type" => match meaning {
                    Value::Array(types) => types.iter().any(|ty| is_of(ty, value)),
                    ty => is_of(ty, value),
                },
                "const" => value == meaning,
                "enum" => meaning.as_array().unwrap().contains(value),
                "minimum" => value.is_null() || value.as_i64() >= meaning.as_i64(),
                "items" => {
                    let mut items = value.as_array().into_iter().flatten();
                    items.try_for_each(|item| self.check(meaning, item))?;
                    true
                }
                "required" => {
                    let names = meaning.as_array().unwrap();
                    names.iter().all(|name| value.get(name.as_str().unwrap()).is_some())
                }
                "properties" => self.check_members(meaning.as_object().unwrap(), value)?,
                "additionalProperties" if *meaning == Value::Bool(false) => {
                    let known = schema["properties"].as_object().unwrap();
                    value
                        .as_object()
                        .is_none_or(|members| members.keys().all(|name| known.contains_key(name)))
                }
                _ => return Err(format!("the schema has the word `{word}`, which is not known here")),
            };
            if !fits {
                return Err(format!("{value} does not fit `{word}`: {meaning}"));
            }
        }
        Ok(())
    }

    fn check_members(&self, schemas: &Map<String, Value>, value: &Value) -> Result<bool, String> {
        for (name, schema) in schemas {
            if let Some(member) = value.get(name) {
                self.check(schema, member)?;
            }
        }
        Ok(true)
    }
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

fn is_of(ty: &Value, value: &Value) -> bool {
    match ty.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema has the type `{other}`, which is not known here"),
    }
}

#[test]
fn what_a_message_has_too_much_or_too_little_of_is_found() {
    let schema = Schema::of_messages();
    let kind = |line: &str| schema.kind(&parsed(line));
    assert_eq!(kind(r#"{"severity":"note","message":"x"}"#), Ok("remark".into()));
    assert_eq!(kind(r#"{"severity":"note","message":"x","more":1}"#), Ok("more".into()));
    for wrong in [
        r#"{"severity":"note"}"#,
        r#"{"severity":"note","message":"x","else":1}"#,
        r#"{"severity":"bad","message":"x"}"#,
        r#"{"severity":"note","message":"x","line":0}"#,
        r#"{"severity":"note","message":"x","line":"1"}"#,
        r#"{"severity":"note","message":"x","notes":[1]}"#,
        r#"{"severity":"note","message":"x","more":0}"#,
    ] {
        assert!(kind(wrong).is_err(), "{wrong}");
    }
}
