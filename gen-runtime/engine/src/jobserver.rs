//! How many programs may run at once: so many, or as many as make's job server has tokens for.
//!
//! One program may always run. Each more needs a byte that is read from the server's pipe, or fifo, and written
//! back when it has ended. The pipe is opened anew by its number, so that reading need not wait; where that
//! cannot be done, or nobody made it, there is one job.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::OFlags;

/// How often the server is asked while there is more to do than may be done.
pub const ASK: Duration = Duration::from_millis(20);

/// What limits the programs that run at once.
#[derive(Debug)]
pub enum Slots {
    /// So many.
    Fixed(usize),
    /// A job server's tokens.
    Server(Server),
}

impl Slots {
    /// Whether one more may start beside `busy` others; a token may be taken for it.
    pub fn may_start(&mut self, busy: usize) -> bool {
        match self {
            Slots::Fixed(most) => busy < *most,
            Slots::Server(server) => busy <= server.tokens.len() || server.take(),
        }
    }

    /// Gives back what `busy` programs do not need.
    pub fn settle(&mut self, busy: usize) {
        if let Slots::Server(server) = self {
            while server.tokens.len() > busy.saturating_sub(1) {
                server.give();
            }
        }
    }

    /// How long to wait for a program to end before asking for a token again.
    pub fn patience(&self) -> Option<Duration> {
        matches!(self, Slots::Server(_)).then_some(ASK)
    }
}

/// A job server, and the tokens that were taken from it.
#[derive(Debug)]
pub struct Server {
    input: File,
    output: File,
    tokens: Vec<u8>,
}

impl Server {
    /// The server that the value of `MAKEFLAGS` names; nothing if it names none.
    ///
    /// # Errors
    /// Why it is of no use.
    pub fn named(flags: &str) -> Option<Result<Server, String>> {
        // The last one counts; what is after `--` are variables.
        let flags = flags.split(" -- ").next()?;
        let mut values = flags.split_whitespace().filter_map(|flag| {
            flag.strip_prefix("--jobserver-auth=").or_else(|| flag.strip_prefix("--jobserver-fds="))
        });
        let value = values.next_back()?;
        let paths = match value.strip_prefix("fifo:") {
            Some(path) => [PathBuf::from(path), PathBuf::from(path)],
            None => {
                let (read, write) = value.split_once(',')?;
                // make says so when it has closed the pipe.
                if read.starts_with('-') {
                    return Some(Err("make kept its job server from this command".into()));
                }
                [read, write].map(|number| PathBuf::from(format!("/dev/fd/{number}")))
            }
        };
        Some(Server::open(&paths))
    }

    fn open([input, output]: &[PathBuf; 2]) -> Result<Server, String> {
        let open = |path: &Path, options: &mut OpenOptions| {
            let trouble =
                |why: String| format!("make's job server `{}` cannot be used: {why}", path.display());
            // Another file may have got the number; it must not be read from.
            let about = std::fs::metadata(path).map_err(|error| trouble(error.to_string()))?;
            if !about.file_type().is_fifo() {
                return Err(trouble("it is no pipe".into()));
            }
            options.open(path).map_err(|error| trouble(error.to_string()))
        };
        // Reading returns at once.
        let do_not_wait = OFlags::NONBLOCK.bits().cast_signed();
        Ok(Server {
            input: open(input, OpenOptions::new().read(true).custom_flags(do_not_wait))?,
            output: open(output, OpenOptions::new().write(true))?,
            tokens: Vec::new(),
        })
    }

    fn take(&mut self) -> bool {
        let mut token = [0];
        let taken = matches!(self.input.read(&mut token), Ok(1));
        self.tokens.extend(token.into_iter().filter(|_| taken));
        taken
    }

    fn give(&mut self) {
        if let Some(token) = self.tokens.pop() {
            // A server that is gone needs none back.
            let _ = self.output.write_all(&[token]);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        while !self.tokens.is_empty() {
            self.give();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_name_no_server_or_one_that_may_be_of_no_use() {
        assert!(Server::named("").is_none());
        assert!(Server::named("rk -j4 -- A=--jobserver-auth=3,4").is_none());
        let why = |flags| Server::named(flags).unwrap().unwrap_err();
        assert!(why("w --jobserver-auth=-2,-2").contains("kept"));
        assert!(why("--jobserver-auth=fifo:/no/such/file").contains("`/no/such/file`"));
        assert!(why("--jobserver-auth=fifo:/dev/null").contains("no pipe"));
        assert!(why("--jobserver-fds=987,988").contains("/dev/fd/987"));
    }
}
