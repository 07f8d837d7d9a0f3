//! The files that a bundle is made of: whether each is a sealed response, as far as that can be told without the key.

use crate::survey::Plaintext;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// What every file of age begins with.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// What the size of a sealed response can be: larger than what is sealed, with room for whatever another age tool puts into
/// its head.
const SIZE: RangeInclusive<u64> = (Plaintext::SIZE as u64)..=64 * 1024;

/// A file that cannot be put into a bundle.
#[derive(Debug)]
pub struct NotTaken {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub why: WhyNot,
}

/// Why a file cannot be put into a bundle.
#[derive(Debug)]
pub enum WhyNot {
    /// It is not sealed by age.
    NotSealed,
    /// It is sealed, but is too short or too long for a response.
    Size,
    /// It is what a response that was never finished left behind, to go by its name: nobody knows of it.
    Leftover,
    /// It is neither a file nor a folder.
    NotAFile,
    /// It cannot be read.
    Io(io::Error),
}

/// The files that are meant, those of a folder in the order of their names. What lies in a folder and is hidden, or
/// neither begins nor ends as a response does, goes into `others`; a folder that cannot be read into `not_taken`.
pub(super) fn files(
    inputs: &[PathBuf],
    others: &mut Vec<PathBuf>,
    not_taken: &mut Vec<NotTaken>,
) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for input in inputs {
        if !input.is_dir() {
            out.push(input.clone());
            continue;
        }
        match inside(input) {
            Ok(paths) => {
                let (meant, other): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| is_meant(p));
                out.extend(meant);
                others.extend(other);
            }
            Err(e) => not_taken.push(NotTaken {
                path: input.clone(),
                why: WhyNot::Io(e),
            }),
        }
    }
    out
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// What the name of a file begins with that is being written, and of one that was not finished.
const UNFINISHED: &str = ".new-";

fn begins_with(path: &Path, start: &str) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(start.as_bytes())
}

/// Whether something in a folder is a response or claims to be one: mail programs change names, and a damaged response must
/// not be passed over in silence. Hidden files are none: a response that was never finished is one, and the history of its
/// teacher does not know it.
fn is_meant(path: &Path) -> bool {
    if begins_with(path, ".") {
        return false;
    }
    let is_named = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("age"));
    path.is_file() && (is_named || begins_as_one(path).unwrap_or(true))
}

fn begins_as_one(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?
        .take(MAGIC.len() as u64)
        .read_to_end(&mut start)?;
    Ok(start == MAGIC)
}

/// The content of a sealed response.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, WhyNot> {
    if begins_with(path, UNFINISHED) {
        return Err(WhyNot::Leftover);
    }
    if !fs::metadata(path).map_err(WhyNot::Io)?.is_file() {
        return Err(WhyNot::NotAFile); // a pipe would be waited for
    }
    let mut content = Vec::new();
    let file = File::open(path).map_err(WhyNot::Io)?;
    file.take(SIZE.end() + 1)
        .read_to_end(&mut content)
        .map_err(WhyNot::Io)?;
    if !content.starts_with(MAGIC) {
        return Err(WhyNot::NotSealed);
    }
    if !SIZE.contains(&(content.len() as u64)) {
        return Err(WhyNot::Size);
    }
    Ok(content)
}
