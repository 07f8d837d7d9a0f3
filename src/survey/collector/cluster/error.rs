//! Why a cluster did not compute the cells, or does not run.

use crate::i18n::{I18n, Say};
use crate::survey::collector::dataset::DatasetError;
use crate::tr;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Why there are no cells, or no part of a cluster runs. Where a cluster fails, the same cells can be had without it.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// It is not the address of a cluster.
    #[error("{0} is no address of a cluster, such as df://127.0.0.1:50050")]
    Address(String),
    /// The dataset cannot be read.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// No scheduler answers there.
    #[error("no scheduler answers at {0}: {1}; run it again embedded, without --cluster")]
    Nobody(String, #[source] io::Error),
    /// It took too long.
    #[error("the cluster was not done after {} s; run it again embedded, without --cluster", .0.as_secs())]
    Deadline(Duration),
    /// It gave up; what it says of it.
    #[error("the cluster failed ({0}); run it again embedded, without --cluster")]
    Failed(String),
    /// What it computed is not of this dataset: of what, in one word.
    #[error(
        "what the cluster computed is not of this dataset ({0}); run it again embedded, without --cluster"
    )]
    OtherData(&'static str),
    /// The address can be reached from other machines, and nobody said that they may.
    #[error("{0} can be reached from other machines")]
    Open(SocketAddr),
    /// The work folder has other things in it.
    #[error("{} has other things in it", .0.display())]
    NotOurs(PathBuf),
    /// Another executor works in the folder.
    #[error("another executor works in {}", .0.display())]
    InUse(PathBuf),
    /// The work folder cannot be used.
    #[error("{}: {}", .0.display(), .1)]
    Folder(PathBuf, #[source] io::Error),
    /// A scheduler or executor cannot start, or stopped by itself.
    #[error("it stopped: {0}")]
    Stopped(String),
}

impl ClusterError {
    /// What a cluster says of a failure, short enough for one line and without anything a terminal would obey.
    pub(super) fn words(why: &(impl ToString + ?Sized)) -> String {
        const LONGEST: usize = 300;
        let why = why.to_string();
        let line: String = why.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let harmless = line.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
        let mut text: String = harmless.clone().take(LONGEST).collect();
        if harmless.count() > LONGEST {
            text.push('…');
        }
        text
    }
}

impl ClusterError {
    /// That the signals that end a program cannot be waited for.
    pub(super) fn signals(why: &io::Error) -> Self {
        Self::Stopped(why.to_string())
    }
}

impl Say for ClusterError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Address(text) => tr!(i18n, "cluster-address", text = ClusterError::words(text)),
            Self::Dataset(why) => ClusterError::words(why),
            Self::Nobody(address, why) => {
                let why = why.say(i18n);
                tr!(
                    i18n,
                    "cluster-nobody",
                    address = ClusterError::words(address),
                    why = why
                )
            }
            Self::Deadline(after) => tr!(i18n, "cluster-deadline", seconds = after.as_secs()),
            Self::Failed(why) => tr!(i18n, "cluster-failed", why = why.clone()),
            Self::OtherData(what) => tr!(i18n, "cluster-other-data", what = (*what).to_owned()),
            Self::Open(address) => tr!(i18n, "cluster-open", address = address.to_string()),
            Self::NotOurs(folder) => tr!(i18n, "cluster-not-ours", folder = shown(folder)),
            Self::InUse(folder) => tr!(i18n, "cluster-in-use", folder = shown(folder)),
            Self::Folder(folder, why) => {
                let why = why.say(i18n);
                tr!(i18n, "cluster-folder", folder = shown(folder), why = why)
            }
            Self::Stopped(why) => tr!(i18n, "cluster-stopped", why = why.clone()),
        }
    }
}

fn shown(folder: &std::path::Path) -> String {
    ClusterError::words(&folder.display())
}
