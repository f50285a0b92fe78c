//! What is laid over what, as the go command's `-overlay` has it: a JSON object of paths. Text in, text out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use goc2c::command::output::display;
use serde_json::Value;

use crate::driver::paths::clean;

/// Files by the paths that they are laid over; none hides what is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overlay {
    files: BTreeMap<PathBuf, Option<PathBuf>>,
}

/// What is wrong with an overlay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OverlayError {
    /// The text is not that of one.
    #[error("expected a JSON object as `{{\"Replace\": {{\"PATH\": \"FILE\"}}}}`: {0}")]
    Text(String),
    /// A path that two would lay a file over.
    #[error("it lays a file over `{}`, which goc2c makes: take it out", display(.0))]
    Both(PathBuf),
    /// A file that is read before the go command is run.
    #[error("it lays a file over `{}`, which goc2c reads from its folder: take it out", display(.0))]
    Source(PathBuf),
    /// A path that JSON cannot have.
    #[error("`{}` is not UTF-8, as paths are that the go command is told of: rename it", display(.0))]
    NotText(PathBuf),
}

impl Overlay {
    /// Lays a file over a path.
    pub fn put(&mut self, path: PathBuf, file: PathBuf) {
        self.files.insert(path, Some(file));
    }

    /// Hides what is at a path.
    pub fn hide(&mut self, path: PathBuf) {
        self.files.insert(path, None);
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Reads one. Its paths may be relative to a folder.
    ///
    /// # Errors
    /// It is no such object.
    pub fn parse(text: &[u8], folder: &Path) -> Result<Overlay, OverlayError> {
        let value: Value =
            serde_json::from_slice(text).map_err(|error| OverlayError::Text(error.to_string()))?;
        let wrong = |why: &str| OverlayError::Text(why.into());
        let object = value.as_object().ok_or_else(|| wrong("it is no object"))?;
        let mut overlay = Overlay::default();
        // The go command takes such a name in any case, and an object without it for an empty one.
        let replace = object.iter().find(|(name, _)| name.eq_ignore_ascii_case("replace"));
        let Some((_, replace)) = replace.filter(|(_, value)| !value.is_null()) else { return Ok(overlay) };
        for (path, file) in replace.as_object().ok_or_else(|| wrong("`Replace` is no object"))? {
            let file = file.as_str().ok_or_else(|| wrong("a file's name is no string"))?;
            let file = (!file.is_empty()).then(|| clean(&folder.join(file)));
            overlay.files.insert(clean(&folder.join(path)), file);
        }
        Ok(overlay)
    }

    /// Adds the user's.
    ///
    /// # Errors
    /// Both have a path, or the user's has one of the files that are read here.
    pub fn add(&mut self, users: Overlay, sources: &[PathBuf]) -> Result<(), OverlayError> {
        for (path, file) in users.files {
            if self.files.contains_key(&path) {
                return Err(OverlayError::Both(path));
            }
            if sources.contains(&path) {
                return Err(OverlayError::Source(path));
            }
            self.files.insert(path, file);
        }
        Ok(())
    }

    /// Its text.
    ///
    /// # Errors
    /// A path that JSON cannot have.
    pub fn render(&self) -> Result<String, OverlayError> {
        let text = |path: &Path| {
            path.to_str().map(str::to_owned).ok_or_else(|| OverlayError::NotText(path.to_owned()))
        };
        let mut replace = serde_json::Map::new();
        for (path, file) in &self.files {
            let file = file.as_deref().map_or(Ok(String::new()), text)?;
            replace.insert(text(path)?, Value::String(file));
        }
        Ok(format!("{:#}\n", serde_json::json!({ "Replace": replace })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_is_added_to_ours() {
        let mut ours = Overlay::default();
        ours.put("/m/c/x_amd64.s".into(), "/m/.gen-runtime/x_amd64.s".into());
        ours.hide("/m/c/old_decl.go".into());
        let text = br#"{"replace": {"c/../d/a.go": "../t/a.go", "/m/d/b.go": ""}, "Other": 1}"#;
        ours.add(Overlay::parse(text, Path::new("/m")).unwrap(), &[]).unwrap();
        let expected = r#"{
  "Replace": {
    "/m/c/old_decl.go": "",
    "/m/c/x_amd64.s": "/m/.gen-runtime/x_amd64.s",
    "/m/d/a.go": "/t/a.go",
    "/m/d/b.go": ""
  }
}
"#;
        assert_eq!(ours.render().unwrap(), expected);
        for text in ["{}", "{\"Replace\": null}"] {
            assert!(Overlay::parse(text.as_bytes(), Path::new("/m")).unwrap().is_empty());
        }
    }

    #[test]
    fn what_both_have_is_refused() {
        let mut ours = Overlay::default();
        ours.put("/m/c/x_amd64.s".into(), "/x".into());
        let users = |path: &str| {
            Overlay::parse(format!("{{\"Replace\": {{\"{path}\": \"y\"}}}}").as_bytes(), Path::new("/m"))
        };
        let both = ours.add(users("c/./x_amd64.s").unwrap(), &[]);
        assert_eq!(both, Err(OverlayError::Both("/m/c/x_amd64.s".into())));
        let source = ours.add(users("c/x.goc").unwrap(), &["/m/c/x.goc".into()]);
        assert_eq!(source, Err(OverlayError::Source("/m/c/x.goc".into())));
    }

    #[test]
    fn what_is_no_overlay_is_refused() {
        for text in ["", "[]", "{\"Replace\": 1}", "{\"Replace\": {\"a\": 1}}"] {
            assert!(Overlay::parse(text.as_bytes(), Path::new("/m")).is_err(), "{text}");
        }
    }
}
