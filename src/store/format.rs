//! The file FORMAT: what kind of store this is, checked before anything else.

use super::files::{self, Layout};
use super::{StoreError, journal, moved};

/// The version of the store that this program writes.
const VERSION: u32 = 1;
const LINE: &str = "jianfu store 1, sled 0.34\n";

/// Whether a FORMAT file that claims a newer version is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Yes: the store is refused.
    Format,
    /// The other files are asked first; for a FORMAT that was damaged.
    Evidence,
}

/// What the folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing yet, or a creation that was cut off before anything was in it.
    Empty,
    /// A store of ours.
    Ours,
    /// A store of ours whose FORMAT is gone or damaged.
    OursWithoutFormat,
}

/// Looks at the folder and changes nothing. `trust` says whether a well-formed claim of a newer version is believed.
///
/// # Errors
/// [`StoreError::Moved`], [`StoreError::Newer`] or [`StoreError::Foreign`].
pub(super) fn look(layout: &Layout, trust: Trust) -> Result<Found, StoreError> {
    if let Some(to) = moved::read(layout)? {
        let dir = layout.dir().to_owned();
        return Err(StoreError::Moved { dir, to });
    }
    let names = files::names_in(layout.dir())?;
    let text = match std::fs::read(layout.format()) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
        Err(e) => return Err(files::at(&layout.format())(e)),
    };
    if text.as_deref() == Some(LINE) {
        return Ok(Found::Ours);
    }
    let evidence = || journal::Journal::new(layout.journal()).is_ours() || super::backup::any_is_ours(layout);
    match text.as_deref().and_then(claimed_version) {
        Some(version) if version > VERSION && (trust == Trust::Format || !one_byte_off(text.as_deref())) => {
            return Err(StoreError::Newer {
                found: text.unwrap_or_default().trim().to_owned(),
            });
        }
        _ if evidence() => return Ok(Found::OursWithoutFormat),
        _ => {}
    }
    // A creation that was cut off: the lock, an unfinished FORMAT, folders with nothing in them.
    let harmless = |name: &String| {
        name == "lock"
            || name == "FORMAT"
            || name.starts_with(".new-")
            || is_empty_dir(&layout.dir().join(name))
    };
    if names.iter().all(harmless) && text.as_deref().is_none_or(|t| LINE.starts_with(t)) {
        Ok(Found::Empty)
    } else {
        Err(StoreError::Foreign {
            dir: layout.dir().to_owned(),
        })
    }
}

/// Whether the text differs from ours in a single byte: then it is damaged, and no other version's.
fn one_byte_off(text: Option<&str>) -> bool {
    let differ = |t: &str| t.bytes().zip(LINE.bytes()).filter(|(a, b)| a != b).count();
    text.is_some_and(|t| t.len() == LINE.len() && differ(t) == 1)
}

fn is_empty_dir(path: &std::path::Path) -> bool {
    std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// The version in a line that begins `jianfu store N`, whatever follows.
fn claimed_version(text: &str) -> Option<u32> {
    let rest = text.strip_prefix("jianfu store ")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..digits].parse().ok()
}

/// Writes the file.
pub(super) fn write(layout: &Layout) -> Result<(), StoreError> {
    files::replace_file(&layout.format(), LINE.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Trust;
    use super::*;

    #[test]
    fn what_a_folder_is() {
        let dir = tempfile::tempdir().unwrap();
        let layout = Layout::new(dir.path().to_owned());
        let look = |trust| look(&layout, trust);
        assert_eq!(look(Trust::Format).unwrap(), Found::Empty);
        write(&layout).unwrap();
        assert_eq!(look(Trust::Format).unwrap(), Found::Ours);
        std::fs::write(layout.format(), "jianfu store 2, sled 1.0\n").unwrap();
        assert!(matches!(look(Trust::Format), Err(StoreError::Newer { found }) if found.contains("store 2")));
        std::fs::write(layout.format(), "jianfu store 12").unwrap();
        assert!(
            matches!(look(Trust::Evidence), Err(StoreError::Newer { .. })),
            "more than a byte off"
        );
        std::fs::write(layout.format(), "jianfu st").unwrap();
        assert_eq!(
            look(Trust::Format).unwrap(),
            Found::Empty,
            "a creation that was cut off"
        );
        std::fs::write(dir.path().join("thesis.txt"), "precious").unwrap();
        assert!(matches!(look(Trust::Evidence), Err(StoreError::Foreign { .. })));
    }

    #[test]
    fn a_foreign_sled_folder_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("db"), "x").unwrap();
        std::fs::write(dir.path().join("conf"), "x").unwrap();
        let found = look(&Layout::new(dir.path().to_owned()), Trust::Format);
        assert!(matches!(found, Err(StoreError::Foreign { .. })));
    }
}
