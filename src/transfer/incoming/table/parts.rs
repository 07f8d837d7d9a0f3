//! Looks through an XLSX file before it is read: how large it is unpacked, and what sizes it claims.

use crate::transfer::incoming::{BadFile, FileFault};
use std::io::{Cursor, Read};

/// The most bytes that all parts have together when unpacked; a timetable has a few hundred thousand.
const MOST_UNPACKED: u64 = 64 << 20;
/// The most of anything that a part may claim to hold.
const MOST_COUNTED: u64 = 1_000_000;

/// Refuses a file that would take much memory. Compressed parts may unpack to a thousand times their size; and the library
/// that reads them makes room for as many texts as the file says there are, which would end the program.
///
/// # Errors
/// [`FileFault::NotThis`] for anything that is no such file, [`FileFault::TooLarge`] for one that is too large.
pub(super) fn check(bytes: &[u8]) -> Result<(), BadFile> {
    check_within(bytes, MOST_UNPACKED)
}

fn check_within(bytes: &[u8], most_unpacked: u64) -> Result<(), BadFile> {
    let not_this = || refused(FileFault::NotThis("XLSX"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| not_this())?;
    let mut left = most_unpacked;
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(|_| not_this())?;
        let mut content = Vec::new();
        let read = part
            .take(left + 1)
            .read_to_end(&mut content)
            .map_err(|_| not_this())?;
        left = left
            .checked_sub(read as u64)
            .ok_or_else(|| refused(FileFault::TooLarge))?;
        if !is_plain(&content) || claims_too_much(&content) {
            return Err(refused(FileFault::TooLarge));
        }
    }
    Ok(())
}

fn refused(fault: FileFault) -> BadFile {
    BadFile { place: None, fault }
}

/// Whether an XML part is in UTF-8, so that what it claims can be seen; other parts are pictures and the like.
fn is_plain(content: &[u8]) -> bool {
    let begin = content.get(..200.min(content.len())).unwrap_or_default();
    if begin.starts_with(&[0xff, 0xfe])
        || begin.starts_with(&[0xfe, 0xff])
        || begin.starts_with(&[b'<', 0])
        || begin.starts_with(&[0, b'<'])
    {
        return false;
    }
    let begin = String::from_utf8_lossy(begin).to_ascii_lowercase();
    let is_xml = begin
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with("<?xml");
    let told = begin
        .split("encoding")
        .nth(1)
        .map(|rest| rest.trim_start_matches([' ', '=', '"', '\'']));
    !is_xml || told.is_none_or(|name| name.starts_with("utf-8") || name.starts_with("us-ascii"))
}

/// Whether an attribute such as `uniqueCount="…"` is larger than anything that fits in a timetable.
fn claims_too_much(content: &[u8]) -> bool {
    let claims = content.windows(6).enumerate().filter(|(_, w)| *w == b"eCount");
    claims.into_iter().any(|(at, _)| {
        let rest = content.get(at + 6..).unwrap_or_default().iter();
        let digits: String = rest
            .skip_while(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\''))
            .take_while(|b| b.is_ascii_digit() || **b == b'+')
            .map(|b| char::from(*b))
            .collect();
        !digits.is_empty() && digits.parse::<u64>().is_ok_and(|n| n > MOST_COUNTED) || digits.len() > 18
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_seen() {
        for bad in [
            "<sst uniqueCount=\"99999999\">",
            "<sst uniqueCount = '999999999999999999999999'>",
        ] {
            assert!(claims_too_much(bad.as_bytes()), "{bad}");
        }
        for good in ["<sst uniqueCount=\"40\">", "<sst>", "uniqueCount"] {
            assert!(!claims_too_much(good.as_bytes()), "{good}");
        }
        assert!(
            is_plain(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                && is_plain(b"\x89PNG\0")
                && is_plain(b"")
        );
        assert!(!is_plain(b"<?xml version=\"1.0\" encoding=\"UTF-16\"?>") && !is_plain(b"\xff\xfe<\0"));
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a", "b"] {
            archive
                .start_file(name, zip::write::SimpleFileOptions::default())
                .unwrap();
            archive.write_all(&vec![0; 6_000]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1_000 && check_within(&bytes, 12_000).is_ok());
        assert!(matches!(
            check_within(&bytes, 11_999).unwrap_err().fault,
            FileFault::TooLarge
        ));
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK", b"PK\x03\x04", b"a,b"] {
            assert_eq!(check(bytes), Err(refused(FileFault::NotThis("XLSX"))));
        }
    }
}
