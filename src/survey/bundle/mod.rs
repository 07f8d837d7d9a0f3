//! Many sealed responses in one file, so that a school passes on what it cannot read, and nobody can tell who handed in
//! which or when.

mod say;
mod source;

pub use source::{NotTaken, WhyNot};

use super::random::NoRandom;
use super::sealed::{SAME_TIME, file_name, same_time};
use crate::files::write_fresh;
use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// The most bytes of all responses of a bundle together: some 25,000 responses.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// The file.
    pub path: PathBuf,
    /// How many responses are in it.
    pub responses: usize,
    /// How many files were left out because they are copies of another one.
    pub copies: usize,
    /// What lay in the folders given and is not, nor claims to be, a sealed response.
    pub others: Vec<PathBuf>,
}

/// Why there is no bundle.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// Not one response is among what was given.
    #[error("there is no sealed response among the files")]
    Nothing,
    /// These files cannot be put into it; all of them are told.
    #[error("{} files are not sealed responses, the first of them {}", .0.len(), .0[0].path.display())]
    NotTaken(Vec<NotTaken>),
    /// Together they are too large for one bundle.
    #[error("more than {MOST_BYTES} bytes")]
    TooMuch,
    /// The system gives no random numbers for the names.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// The bundle could not be written.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}

/// Packs sealed responses into one new tar file. A folder stands for the responses that lie in it, not for those in folders
/// inside it. Each response gets a new random name, and they are in the order of these names; owners, permissions and times
/// are the same for all, so that the bundle says nothing but what the responses say. What is given twice is in it once.
///
/// # Errors
/// [`BundleError`]; nothing is written then, and whatever is at `out` already stays.
pub fn bundle(inputs: &[PathBuf], out: &Path) -> Result<Bundled, BundleError> {
    let io = |e| BundleError::Io(out.to_owned(), e);
    if out.symlink_metadata().is_ok() {
        return Err(io(io::ErrorKind::AlreadyExists.into()));
    }
    let (mut responses, mut others) = (HashSet::new(), Vec::new());
    let (mut not_taken, mut copies, mut bytes) = (Vec::new(), 0, 0);
    for file in source::files(inputs, &mut others, &mut not_taken) {
        match source::read(&file) {
            Ok(content) => {
                let length = content.len();
                if responses.insert(content) {
                    bytes += length;
                } else {
                    copies += 1;
                }
            }
            Err(why) => not_taken.push(NotTaken { path: file, why }),
        }
        if bytes > MOST_BYTES {
            return Err(BundleError::TooMuch);
        }
    }
    if !not_taken.is_empty() {
        return Err(BundleError::NotTaken(not_taken));
    }
    if responses.is_empty() {
        return Err(BundleError::Nothing);
    }
    let count = responses.len();
    let tar = packed(named(responses)?).map_err(io)?;
    let fresh = write_fresh(out, &tar, same_time()).map_err(io)?;
    Ok(Bundled {
        path: fresh.publish().map_err(io)?,
        responses: count,
        copies,
        others,
    })
}

/// Each under a name of its own, in the order of the names.
fn named(responses: HashSet<Vec<u8>>) -> Result<BTreeMap<String, Vec<u8>>, NoRandom> {
    let named = responses.into_iter().map(|content| Ok((file_name()?, content)));
    named.collect()
}

fn packed(entries: BTreeMap<String, Vec<u8>>) -> io::Result<Vec<u8>> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, content) in entries {
        let mut header = tar::Header::new_ustar();
        header.set_path(&name)?;
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(SAME_TIME);
        header.set_entry_type(tar::EntryType::Regular);
        header.set_cksum();
        tar.append(&header, content.as_slice())?;
    }
    tar.into_inner()
}

#[cfg(test)]
mod tests;
