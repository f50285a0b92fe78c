//! What a command says on standard error: faults in the form that was asked for, and its own troubles.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::Path;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::Exit;
use super::args::environment;
use super::file::display;
use crate::diagnostic::{Remark, Report, Severity, escape_lines};

/// The form of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// With an excerpt of the source.
    Human,
    /// `file:line:col: error: text`.
    Short,
    /// A JSON object a line.
    Json,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// As the environment and the terminal have it.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The variable that has the form of messages where no flag is given.
pub const FORMAT_VARIABLE: &str = "GOC2C_MESSAGE_FORMAT";

/// The flags about messages.
#[derive(Debug, Clone, Args)]
pub struct MessageArgs {
    /// Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]
    #[arg(long, value_enum, value_name = "FORM", help_heading = "Messages")]
    pub message_format: Option<MessageFormat>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto", help_heading = "Messages")]
    pub color: ColorWhen,
    /// How many errors to show; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20, help_heading = "Messages")]
    pub max_errors: usize,
}

impl Default for MessageArgs {
    /// What counts where no flag is given.
    fn default() -> Self {
        MessageArgs { message_format: None, color: ColorWhen::Auto, max_errors: 20 }
    }
}

impl MessageArgs {
    /// How many faults of one file are worth keeping.
    pub fn most(&self) -> usize {
        if self.max_errors == 0 { usize::MAX } else { self.max_errors }
    }

    /// The form of messages: the flag's, else the variable's, else that for people.
    ///
    /// # Errors
    /// What is wrong with the variable.
    fn format(&self, variable: Option<OsString>) -> Result<MessageFormat, String> {
        let Some(value) = variable.filter(|value| self.message_format.is_none() && !value.is_empty()) else {
            return Ok(self.message_format.unwrap_or(MessageFormat::Human));
        };
        let form = value.to_str().and_then(|value| MessageFormat::from_str(value, false).ok());
        form.ok_or_else(|| {
            let value = display(Path::new(&value));
            format!("`${FORMAT_VARIABLE}` is `{value}`: write `human`, `short` or `json`")
        })
    }
}

/// Codes of messages that leave nothing to explain.
const SAY_ALL: [&str; 6] =
    ["usage", "file", "missing-output", "stale-output", "program-failed", "program-not-run"];

/// How many codes are named at the end of a run.
const MOST_CODES: usize = 4;

/// Prints messages, in the order in which it gets them.
#[derive(Debug)]
pub struct Messages {
    program: &'static str,
    format: MessageFormat,
    color: bool,
    left: usize,
    hidden: usize,
    /// The codes of what was shown, which [`super::explain`] says more about.
    codes: Vec<&'static str>,
    /// What is kept instead of being printed.
    kept: Option<Vec<u8>>,
    /// Whether warnings are left out.
    pub errors_only: bool,
}

impl Messages {
    /// A printer for the program of that name.
    ///
    /// # Errors
    /// How the run ends where the form of messages is none: that has been told.
    pub fn new(program: &'static str, args: &MessageArgs) -> Result<Self, Exit> {
        let terminal = std::io::stderr().is_terminal();
        let color = wants_color(args.color, terminal, |name| environment(name));
        let format = args.format(std::env::var_os(FORMAT_VARIABLE));
        let mut messages = Messages {
            program,
            format: *format.as_ref().unwrap_or(&MessageFormat::Human),
            color,
            left: args.most(),
            hidden: 0,
            codes: Vec::new(),
            kept: None,
            errors_only: false,
        };
        match format {
            Ok(_) => Ok(messages),
            Err(error) => {
                messages.error("usage", &error);
                Err(Exit::Usage)
            }
        }
    }

    /// One of the same form that keeps what it gets: for what is done beside others. [`Messages::take_in`] prints it.
    pub fn aside(&self) -> Messages {
        Messages { hidden: 0, codes: Vec::new(), kept: Some(Vec::new()), ..*self }
    }

    /// Prints what another kept.
    pub fn take_in(&mut self, other: Messages) {
        self.hidden += other.hidden;
        other.codes.iter().for_each(|code| self.keep_code(code));
        self.print_bytes(&other.kept.unwrap_or_default());
    }

    /// Shows a fault, or counts it once enough have been shown.
    pub fn show(&mut self, report: &Report) {
        if self.errors_only && report.severity() != Severity::Error {
            return;
        }
        if report.severity() == Severity::Error {
            if self.left == 0 {
                self.hidden += 1;
                return;
            }
            self.left -= 1;
        }
        self.keep_code(report.code());
        self.print(&match self.format {
            MessageFormat::Human => report.render_human(self.color),
            MessageFormat::Short => report.render_short(),
            MessageFormat::Json => report.render_json(),
        });
    }

    /// Counts faults that nobody kept.
    pub fn hide(&mut self, more: usize) {
        self.hidden += more;
    }

    /// Says something, at a place of a file or at none. Warnings are left out where they are not wanted.
    pub fn say(&mut self, remark: &Remark) {
        if self.errors_only && remark.severity == Severity::Warning {
            return;
        }
        self.print(&match self.format {
            MessageFormat::Human => remark.render_human(self.program),
            MessageFormat::Short => remark.render_short(self.program),
            MessageFormat::Json => remark.render_json(),
        });
    }

    /// Says that something went wrong that has no place in a file.
    pub fn trouble(&mut self, trouble: &dyn Display) {
        self.say(&Remark::new(Severity::Error, trouble));
    }

    /// As [`Messages::trouble`], with a name for programs.
    pub fn error(&mut self, code: &'static str, text: &dyn Display) {
        self.keep_code(code);
        self.say(&Remark::new(Severity::Error, text).with_code(code));
    }

    /// Says a line that is no trouble: as it is, and to programs as a note.
    pub fn plain(&mut self, text: &str) {
        match self.format {
            MessageFormat::Json => self.say(&Remark::new(Severity::Note, text)),
            _ => self.print(&format!("{}\n", escape_lines(text.as_bytes()))),
        }
    }

    /// Says what another program printed: as it is but for control characters, and to programs as a note.
    pub fn text(&mut self, text: &[u8]) {
        let is_plain = |&byte: &u8| byte >= b' ' && byte != 0x7f || matches!(byte, b'\n' | b'\t');
        match self.format {
            MessageFormat::Json => self.plain(String::from_utf8_lossy(text).trim_end_matches('\n')),
            _ if text.iter().all(is_plain) && std::str::from_utf8(text).is_ok() => self.print_bytes(text),
            _ => self.print(&escape_lines(text)),
        }
    }

    /// Keeps the code of what was said, for the end of the run.
    pub fn keep_code(&mut self, code: &'static str) {
        if !SAY_ALL.contains(&code) && !self.codes.contains(&code) {
            self.codes.push(code);
        }
    }

    /// Says how many faults were not shown, and to people where there is more about the others.
    pub fn finish(&mut self) {
        let mut codes = std::mem::take(&mut self.codes);
        if self.format == MessageFormat::Human && !codes.is_empty() {
            codes.truncate(MOST_CODES);
            let more = format!("`{} explain {}` says more", self.program, codes.join(" "));
            self.say(&Remark::new(Severity::Note, more));
        }
        self.finish_count();
    }

    fn finish_count(&mut self) {
        if self.hidden == 0 {
            return;
        }
        let errors = if self.hidden == 1 { "error" } else { "errors" };
        let more = format!("{} more {errors} not shown; `--max-errors 0` shows all", self.hidden);
        match self.format {
            MessageFormat::Json => {
                self.object(&json!({ "severity": "note", "message": more, "more": self.hidden }));
            }
            _ => self.say(&Remark::new(Severity::Note, more)),
        }
    }

    /// The form of messages.
    pub fn format(&self) -> MessageFormat {
        self.format
    }

    /// Writes what moves a terminal's cursor.
    pub fn control(&mut self, text: &str) {
        self.print(text);
    }

    /// Says something to programs.
    pub fn object(&mut self, object: &serde_json::Value) {
        self.print(&format!("{object}\n"));
    }

    fn print(&mut self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    fn print_bytes(&mut self, text: &[u8]) {
        if let Some(kept) = &mut self.kept {
            return kept.extend_from_slice(text);
        }
        // Nobody is left to tell when standard error cannot be written.
        let _ = std::io::stderr().write_all(text);
    }
}

/// Flag, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, then the terminal.
fn wants_color(when: ColorWhen, terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if variable("NO_COLOR").is_some() => false,
        ColorWhen::Auto if variable("CLICOLOR_FORCE").is_some_and(|force| force != "0") => true,
        ColorWhen::Auto if variable("CLICOLOR").as_deref() == Some("0") => false,
        ColorWhen::Auto => terminal && variable("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_the_flags_then_the_variables_then_that_for_people() {
        let form = |flag, variable: &str| {
            let args = MessageArgs { message_format: flag, ..MessageArgs::default() };
            args.format(Some(variable.into()))
        };
        assert_eq!(MessageArgs::default().format(None), Ok(MessageFormat::Human));
        assert_eq!(form(None, ""), Ok(MessageFormat::Human));
        assert_eq!(form(None, "json"), Ok(MessageFormat::Json));
        assert_eq!(form(Some(MessageFormat::Short), "json"), Ok(MessageFormat::Short));
        assert_eq!(form(Some(MessageFormat::Short), "x"), Ok(MessageFormat::Short));
        let wrong = "`$GOC2C_MESSAGE_FORMAT` is `x\\x1b`: write `human`, `short` or `json`";
        assert_eq!(form(None, "x\x1b"), Err(wrong.into()));
    }

    #[test]
    fn colour_follows_the_flag_then_the_variables_then_the_terminal() {
        let auto = |variables: &[(&str, &str)], terminal| {
            wants_color(ColorWhen::Auto, terminal, |name| {
                variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
            })
        };
        assert!(wants_color(ColorWhen::Always, false, |_| Some("1".into())));
        assert!(!wants_color(ColorWhen::Never, true, |_| Some("1".into())));
        assert!(auto(&[], true));
        assert!(!auto(&[], false));
        assert!(!auto(&[("TERM", "dumb")], true));
        assert!(!auto(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
        assert!(auto(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], false));
        assert!(!auto(&[("CLICOLOR_FORCE", "0")], false));
        assert!(!auto(&[("CLICOLOR", "0")], true));
    }
}
