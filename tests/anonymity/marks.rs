//! Marks, and looking for them.

/// What every mark has in it: no text of the program's own, and nothing that chance would write.
const STEM: &str = "Zq9canary";

/// A mark for a place.
pub(crate) fn mark(place: &str) -> String {
    format!("{STEM}{place}")
}

/// What a byte string must not hold: the marks in any usual encoding, and what is told apart by its shape.
pub(crate) fn assert_unmarked(what: &str, bytes: &[u8], also: &[String]) {
    let mut needles: Vec<(String, Vec<u8>)> = vec![
        ("a mark".to_owned(), STEM.to_lowercase().into_bytes()),
        ("a mark in Chinese".to_owned(), "金丝雀".as_bytes().to_vec()),
        ("a mark in UTF-16".to_owned(), utf16(STEM)),
        (
            "a mark in UTF-16, the other way round".to_owned(),
            swapped(&utf16(STEM)),
        ),
        ("a mark in hexadecimal".to_owned(), hex(STEM)),
    ];
    needles.extend(
        also.iter()
            .map(|text| (text.clone(), text.to_lowercase().into_bytes())),
    );
    let lower = bytes.to_ascii_lowercase();
    for (name, needle) in needles {
        assert!(!needle.is_empty());
        let found = lower
            .windows(needle.len())
            .any(|w| w == needle.to_ascii_lowercase());
        assert!(!found, "{what} holds {name}");
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn swapped(bytes: &[u8]) -> Vec<u8> {
    bytes.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect()
}

fn hex(text: &str) -> Vec<u8> {
    text.bytes()
        .flat_map(|b| format!("{b:02x}").into_bytes())
        .collect()
}

#[test]
fn marks_are_found_in_any_encoding() {
    let found = |bytes: Vec<u8>| std::panic::catch_unwind(|| assert_unmarked("x", &bytes, &[])).is_err();
    let around = |middle: Vec<u8>| [b"abc".to_vec(), middle, b"def".to_vec()].concat();
    let mark = mark("note");
    for bytes in [
        mark.clone().into_bytes(),
        mark.to_uppercase().into_bytes(),
        utf16(&mark),
        swapped(&utf16(&mark)),
        hex(&mark),
        "一只金丝雀".as_bytes().to_vec(),
    ] {
        assert!(found(around(bytes)));
    }
    assert!(!found(b"nothing of the kind".to_vec()));
}
