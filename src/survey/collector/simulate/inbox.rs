//! Made-up responses as sealed files, such as `respond` writes.

use super::cores::on_all_cores;
use super::response::{response, withdrawal};
use super::{Name, Said, SimulateError, Simulated, Simulation};
use crate::domain::{WeekId, to_hex};
use crate::survey::collector::row::Row;
use crate::survey::key::KeyPair;
use crate::survey::plaintext::Plaintext;
use crate::survey::response::Message;
use crate::survey::sealed::{Sealed, same_time};
use std::fs::{self, File, FileTimes};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many teachers are one piece of work.
const STEP: usize = 64;

/// The files of a simulation beside its responses.
const DEFINITION: &str = "made-up.survey.toml";
const KEY: &str = "made-up.key";
/// The folder of the responses.
const INBOX: &str = "inbox";

impl Simulation {
    /// Writes the definition, the key and a folder `inbox` of sealed responses into a new or empty folder. Names, times and
    /// what is sealed are the same for the same seed; what sealing adds is not.
    ///
    /// # Errors
    /// [`SimulateError`]: the folder has something in it, or cannot be written to.
    pub fn write_inbox(&self, folder: &Path) -> Result<Simulated, SimulateError> {
        check_empty(folder)?;
        let inbox = folder.join(INBOX);
        fs::create_dir_all(&inbox).map_err(io(&inbox))?;
        let key = KeyPair::made_up().file(None).map_err(io(&folder.join(KEY)))?;
        for (name, content) in [
            (KEY, key.as_slice()),
            (DEFINITION, self.definition.text().as_bytes()),
        ] {
            let path = folder.join(name);
            crate::files::write_new(&path, content).map_err(io(&path))?;
        }
        let mut work: Vec<(WeekId, u64)> = Vec::new();
        for week in self.weeks() {
            work.extend((0..self.teachers).step_by(STEP).map(|first| (week, first)));
        }
        on_all_cores(&work, |(week, first)| {
            let (sort, last) = (self.sort(*week), self.teachers.min(first + STEP as u64));
            let mut done = Simulated::default();
            for number in *first..last {
                let Some(said) = self.said(number, *week, sort) else {
                    continue;
                };
                done.responses += u64::from(!said.withdrawn);
                let mut names = self.dice(Name::File, number, Some(*week));
                for message in self.messages(&said, *week) {
                    let path = inbox.join(format!("{}.age", to_hex(&names.bytes())));
                    self.write_one(&message, &path)?;
                    done.files += 1;
                }
            }
            Ok(done)
        })
    }

    /// What comes in from one teacher for one week, the earliest first.
    pub(super) fn messages(&self, said: &Said, week: WeekId) -> Vec<Message> {
        let of = |row: &Row| response(row, week, &self.definition);
        let mut out: Vec<Message> = said.first.iter().map(of).collect();
        out.push(of(&said.last));
        if said.withdrawn {
            let revision = said.last.revision + 1;
            out.push(withdrawal(
                &Row {
                    revision,
                    ..said.last.clone()
                },
                week,
                &self.definition,
            ));
        }
        let again = out.last().filter(|_| said.twice).cloned();
        out.extend(again);
        out
    }

    /// Not synced one by one: what is made up can be made again.
    fn write_one(&self, message: &Message, path: &Path) -> Result<(), SimulateError> {
        let sealed = Sealed::new(&Plaintext::of(message), &self.definition.recipient)?;
        let write = || {
            let mut file = File::create_new(path)?;
            file.write_all(sealed.bytes())?;
            file.set_times(
                FileTimes::new()
                    .set_modified(same_time())
                    .set_accessed(same_time()),
            )
        };
        write().map_err(io(path))
    }
}

/// Refuses a folder with anything in it.
pub(super) fn check_empty(folder: &Path) -> Result<(), SimulateError> {
    match fs::read_dir(folder).map(|mut inside| inside.next()) {
        Ok(Some(_)) => Err(SimulateError::NotEmpty(folder.to_owned())),
        Ok(None) => Ok(()),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
        Err(why) => Err(SimulateError::Io(folder.to_owned(), why)),
    }
}

fn io(path: &Path) -> impl Fn(io::Error) -> SimulateError + use<> {
    let path = PathBuf::from(path);
    move |why| SimulateError::Io(path.clone(), why)
}
