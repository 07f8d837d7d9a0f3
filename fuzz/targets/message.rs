//! Any bytes as what was sealed: a message of this survey that can be sealed again, or refused with words that can be shown.
#![no_main]

use jianfu::survey::{Definition, Message, Plaintext};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// Its hash stands in the seeds of messages: with another text, they are made anew.
static DEFINITION: LazyLock<Definition> = LazyLock::new(|| {
    Definition::read(include_bytes!("../seeds/definition/whole.survey.toml")).expect("the seed is a definition")
});

fuzz_target!(|bytes: &[u8]| match Message::read(bytes, &DEFINITION) {
    Ok(message) => {
        let sealed = Plaintext::of(&message);
        assert_eq!(Message::read(sealed.bytes(), &DEFINITION), Ok(message), "it is read again");
    }
    Err(bad) => {
        let said = bad.to_string();
        assert!(!said.chars().any(char::is_control), "{said:?}");
    }
});
