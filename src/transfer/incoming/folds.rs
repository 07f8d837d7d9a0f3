//! Calendar files whose long lines are folded in the middle of a character.
//!
//! A line of a calendar is folded after 75 bytes, and some programs count bytes and not characters (RFC 5545, 3.1, says
//! that they may). Such a file is no valid UTF-8 as it stands, and all too often valid GB18030 of no sense.

/// The file with each such fold moved behind the character that it parts, so that no line changes its number; none where
/// it is no calendar.
pub(super) fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = bytes.get(..15)?;
    if !start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR") {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let fold = fold(rest);
        let behind = rest.get(fold..).unwrap_or_default();
        let parted = behind.iter().take_while(|b| (0x80..0xc0).contains(*b)).count();
        if fold > 0 && parted > 0 {
            out.extend_from_slice(behind.get(..parted).unwrap_or_default());
            out.extend_from_slice(rest.get(..fold).unwrap_or_default());
            rest = behind.get(parted..).unwrap_or_default();
        } else {
            out.push(*first);
            rest = after;
        }
    }
    Some(out)
}

/// The length of the fold that the bytes begin with; 0 for none.
fn fold(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', b' ' | b'\t', ..] => 3,
        [b'\n', b' ' | b'\t', ..] => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::transfer::incoming::decode;

    #[test]
    fn characters_that_a_fold_parts_are_whole_again() {
        let text = "BEGIN:VCALENDAR\r\nSUMMARY:期中考试质量分析会\r\nEND:VCALENDAR\r\n";
        for at in 24..text.len() - 16 {
            for fold in ["\r\n ", "\n\t"] {
                let mut bytes = text.as_bytes().to_vec();
                bytes.splice(at..at, fold.bytes());
                let read = decode(&bytes, None).unwrap();
                assert_eq!(read.replacen(fold, "", 1), text, "{at}");
            }
        }
    }
}
