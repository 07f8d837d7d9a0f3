//! A session's dumps and what they are good for: a backup a day, and the way back to one.

use super::journal::{Change, Op};
use super::records::read_all;
use super::session::{Session, closed};
use super::survey::check_facts;
use super::{Notice, StoreError, backup};

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The backup that everything is like now.
    pub name: backup::BackupName,
    /// The backup of how everything was before; not always the newest, because a large change makes one of its own.
    pub before: backup::BackupName,
}

impl Session {
    /// On a day's first change, dumps what was there before it.
    pub(super) fn daily_dump(&mut self) {
        let today = backup::made_on(&self.layout, self.now.date()).unwrap_or(false);
        if self.seq > 0 && !today {
            self.dump_or_tell();
        }
    }

    /// Dumps, beside the dump of the day, what must not wait for the next one. A failure is told and does not keep a change
    /// out.
    pub fn dump_or_tell(&mut self) {
        if let Err(why) = self.dump() {
            self.notices.push(Notice::BackupFailed(why.to_string()));
        }
    }

    /// Writes a dump now; returns its name.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn dump(&mut self) -> Result<backup::BackupName, StoreError> {
        let engine = self.engine.as_ref().ok_or_else(closed)?;
        let name = match backup::make(&self.layout, engine, self.seq, self.now) {
            // A damaged record that nothing else reads would keep every backup out.
            Err(StoreError::Database(_)) => {
                self.rebuild()?;
                let engine = self.engine.as_ref().ok_or_else(closed)?;
                backup::make(&self.layout, engine, self.seq, self.now)?
            }
            made => made?,
        };
        backup::after_dump(&self.layout, self.seq)?;
        Ok(name)
    }

    /// The backups, newest change first.
    ///
    /// # Errors
    /// Why the folder cannot be read.
    pub fn backups(&self) -> Result<Vec<backup::BackupInfo>, StoreError> {
        backup::by_age(&self.layout)
    }

    /// Makes everything as a backup has it, after a dump of what is there, which is named beside it. Can be undone.
    ///
    /// But for what no undo takes back: of surveys, what was sent is what either knows, and where they differ in one
    /// revision, as it is now. A secret that the backup has takes the place of another one, since what that backup's diary
    /// sent is known to its surveys by it; one that it lacks stays. Undoing the restore leaves these as they are then. They
    /// are united first: where only the rest fails, that is done.
    ///
    /// # Errors
    /// [`StoreError::NoBackup`], [`StoreError::BadBackup`], or why it could not be made durable.
    pub fn restore(&mut self, name: &str) -> Result<Restored, StoreError> {
        let name = backup::named(&self.layout, name)?;
        self.verify()?; // the dump before it must not fail on a damaged record
        let read = backup::read(&self.layout, &name);
        let read = read.and_then(|(_, wanted)| check_facts(&wanted).map(|()| wanted));
        let mut wanted = read.map_err(|why| StoreError::BadBackup(name.clone(), why))?;
        let before = self.dump()?;
        let mut there = self.read(read_all)?;
        // First, and by themselves: what is sent after the restore must not stand in the way of undoing it.
        self.unite_records(&mut there, &mut wanted)?;
        let mut changes = Vec::new();
        for (key, before) in there {
            let after = wanted.remove(&key);
            changes.push(Change {
                key,
                before: Some(before),
                after,
            });
        }
        changes.extend(wanted.into_iter().map(|(key, after)| Change {
            key,
            before: None,
            after: Some(after),
        }));
        self.commit(Op::Do, changes)?;
        Ok(Restored { name, before })
    }
}
