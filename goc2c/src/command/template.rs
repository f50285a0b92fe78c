//! Templates such as `z{stem}_{os}.c`: text with names in braces, and what each stands for.

/// A template that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A name in braces that means nothing, and those that do.
    #[error("unknown name `{{{0}}}`: a template takes {known}", known = in_braces(.1))]
    UnknownName(String, Vec<String>),
    /// A `{` without its `}`.
    #[error("a `{{` without its `}}`")]
    OpenBrace,
}

/// Names as a template has them, for a message.
pub(super) fn in_braces(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    names.join(", ")
}

/// A template's text with each name in braces replaced by its value. A value is taken as it is: braces in it mean
/// nothing.
///
/// # Errors
/// A name that is not among the values, or a brace that does not close.
pub fn expand(template: &str, values: &[(&str, &[u8])]) -> Result<Vec<u8>, TemplateError> {
    let mut text = Vec::with_capacity(2 * template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(TemplateError::OpenBrace)?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            let known = values.iter().map(|(known, _)| (*known).to_owned()).collect();
            return Err(TemplateError::UnknownName(name.to_owned(), known));
        };
        text.extend_from_slice(before.as_bytes());
        text.extend_from_slice(value);
        rest = after;
    }
    text.extend_from_slice(rest.as_bytes());
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_what_means_nothing_is_refused() {
        let expand = |template| expand(template, &[("a", b"1\xff"), ("b", b"{a}")]);
        assert_eq!(expand("x{a}y{b}{a}}").unwrap(), b"x1\xffy{a}1\xff}");
        assert_eq!(expand("").unwrap(), b"");
        let unknown = expand("{a}{c}").unwrap_err();
        assert_eq!(unknown, TemplateError::UnknownName("c".into(), vec!["a".into(), "b".into()]));
        assert_eq!(unknown.to_string(), "unknown name `{c}`: a template takes `{a}`, `{b}`");
        assert_eq!(expand("{a}{b"), Err(TemplateError::OpenBrace));
    }
}
