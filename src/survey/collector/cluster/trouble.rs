//! What the crates of a cluster tell of trouble, on standard error: without it, an executor that fails would say nothing.

use super::ClusterError;
use log::{LevelFilter, Log, Metadata, Record};
use std::io::{Write, stderr};

struct Trouble;

static TROUBLE: Trouble = Trouble;

/// From now on, warnings and errors are told.
pub(super) fn tell() {
    if log::set_logger(&TROUBLE).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}

impl Log for Trouble {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= LevelFilter::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let words = ClusterError::words(record.args());
            let _ = writeln!(stderr(), "{}: {words}", record.target()); // nobody listening is no error
        }
    }

    fn flush(&self) {}
}
