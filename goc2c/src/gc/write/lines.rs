//! The lines of an assembly file, and which line of the `.goc` file they stand for.
//!
//! Go's assembler counts from one line too late after `#line N` (1.19 to 1.27), so N + 1 is written; and it goes on
//! counting, so all instructions of one line of C stand on one line.

/// Lines so far.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// The line of C that the next instruction belongs to.
    told: Option<u32>,
    /// Whether the last line can take another instruction.
    is_open: bool,
}

impl Lines {
    /// Writes a line as it is.
    pub(super) fn put(&mut self, line: &str) {
        self.close();
        self.text += line;
        self.text.push('\n');
    }

    /// Writes a blank line; what follows belongs to no line of C.
    pub(super) fn blank(&mut self) {
        self.close();
        self.text.push('\n');
        self.told = None;
    }

    /// What follows belongs to that line of the file.
    pub(super) fn at(&mut self, line: u32, file: &str) {
        if self.told == Some(line) {
            return;
        }
        self.close();
        self.text += &format!("#line {} \"{}\"\n", line + 1, file.escape_default());
        self.told = Some(line);
    }

    /// What follows is told a line anew.
    pub(super) fn forget(&mut self) {
        self.told = None;
    }

    /// Writes an instruction; several of one line of C stand on one line.
    pub(super) fn instruction(&mut self, text: &str) {
        if self.is_open && self.told.is_some() {
            self.text += "; ";
        } else {
            self.close();
            self.text.push('\t');
        }
        self.text += text;
        self.is_open = true;
    }

    /// Ends the last line. vet takes a line that ends in `, BP` for one that breaks the frame pointer.
    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            if self.text.ends_with(", BP") {
                self.text.push(';');
            }
            self.text.push('\n');
        }
    }

    /// All of them.
    pub(super) fn finish(mut self) -> String {
        self.close();
        self.text
    }
}
