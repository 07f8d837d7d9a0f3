//! Any bytes as the file of a definition: understood whole, or refused with words that can be shown.
#![no_main]

use jianfu::survey::Definition;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match Definition::read(bytes) {
    Ok(definition) => {
        let again = Definition::read(definition.text().as_bytes());
        assert_eq!(again.as_ref(), Ok(&definition), "its own text is read as itself");
    }
    Err(bad) => {
        let said = bad.to_string();
        assert!(!said.chars().any(disturbs), "{said:?}");
        let lines = bytes.iter().filter(|b| **b == b'\n').count() + 1;
        assert!(bad.line.is_none_or(|line| (1..=lines).contains(&line)), "{bad:?}");
    }
});

/// Whether a character moves the cursor, changes the direction, or is not seen.
fn disturbs(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}
