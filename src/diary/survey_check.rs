//! What an entry of the history of surveys may be like: it may come from a file that anybody wrote, is shown on the
//! terminal, and the next response goes on from it.

use super::Sent;
use crate::domain::from_hex;
use crate::i18n::{can_be_shown, disturbs};
use serde_json::Value;

impl Sent {
    /// The highest revision. Far more than anybody writes, and far from where counting on would fail.
    pub const LAST_REVISION: u32 = 1_000_000;
    /// The most characters of a title, which a definition may give it.
    pub const LONGEST_TITLE: usize = 80;
    /// The most bytes of a content: as many as are sealed of any.
    pub const MOST_BYTES: usize = 4096;

    /// Whether it is as this program writes it: a title that can be shown, a file name of our own form, a revision that
    /// can be counted on from, and a content that is of the same survey, week and revision.
    ///
    /// # Errors
    /// What is wrong with it, in English; none of its own words is repeated.
    pub fn check(&self) -> Result<(), String> {
        if !(1..=Self::LAST_REVISION).contains(&self.revision) {
            return Err(format!("a revision is from 1 to {}", Self::LAST_REVISION));
        }
        if self.title.chars().count() > Self::LONGEST_TITLE || !can_be_shown(&self.title) {
            let most = Self::LONGEST_TITLE;
            return Err(format!(
                "a title is one line of at most {most} characters that can be seen"
            ));
        }
        let stem = self.file.strip_suffix(".age");
        if stem.and_then(from_hex::<16>).is_none() {
            return Err("a file is named by 32 hexadecimal digits and .age".to_owned());
        }
        self.check_content()
    }

    fn check_content(&self) -> Result<(), String> {
        if self.content.len() > Self::MOST_BYTES || self.content.contains(disturbs) {
            let most = Self::MOST_BYTES;
            return Err(format!(
                "a content is one line of at most {most} bytes that can be seen"
            ));
        }
        let Ok(Value::Object(content)) = serde_json::from_str(&self.content) else {
            return Err("a content is a JSON object".to_owned());
        };
        let says = |name: &str, value: Value| content.get(name) == Some(&value);
        if says("definition", self.survey.to_string().into())
            && says("week", self.week.to_string().into())
            && says("revision", self.revision.into())
        {
            Ok(())
        } else {
            Err("a content says the definition, week and revision of its entry".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DefinitionHash;

    /// An entry of this revision that is as it should be.
    fn good(revision: u32) -> Sent {
        let survey = DefinitionHash::new([0x5a; 32]);
        Sent {
            survey,
            week: "2026-W47".parse().unwrap(),
            revision,
            at: "2026-11-20T17:30:00".parse().unwrap(),
            title: "减负 \"2026\"".to_owned(),
            file: format!("{}.age", "0a".repeat(16)),
            content: format!(
                "{{\"definition\":\"{survey}\",\"week\":\"2026-W47\",\"revision\":{revision},\"more\":[null]}}"
            ),
        }
    }

    #[test]
    fn what_we_write_is_taken() {
        for revision in [1, 2, Sent::LAST_REVISION] {
            good(revision).check().unwrap();
        }
        let title = "课".repeat(Sent::LONGEST_TITLE);
        Sent { title, ..good(1) }.check().unwrap();
        let content = format!("{:<4096}", good(1).content);
        Sent { content, ..good(1) }.check().unwrap();
    }

    #[test]
    fn what_nobody_writes_is_told_without_repeating_it() {
        let title = |title: &str| Sent {
            title: title.to_owned(),
            ..good(1)
        };
        let file = |file: &str| Sent {
            file: file.to_owned(),
            ..good(1)
        };
        let content = |content: String| Sent { content, ..good(1) };
        let digits = "0a".repeat(16);
        let said = |from: &str, to: &str| content(good(1).content.replace(from, to));
        for (wrong, part) in [
            (good(0), "revision"),
            (good(Sent::LAST_REVISION + 1), "revision"),
            (good(u32::MAX), "revision"),
            (title("a\u{1b}[31mb"), "title"),
            (title("a\nb"), "title"),
            (title(&format!("a{}", "\u{301}".repeat(9))), "title"),
            (title("a\u{202e}b"), "title"),
            (title(&"课".repeat(81)), "title"),
            (file("1.age"), "file"),
            (file(&digits), "file"),
            (file(&format!("../{digits}.age")), "file"),
            (file(&format!("{}.age", digits.to_uppercase())), "file"),
            (file(&format!("{digits}.age\u{1b}[2J")), "file"),
            (content("no JSON".to_owned()), "content"),
            (content("[]".to_owned()), "content"),
            (content("{}".to_owned()), "content"),
            (content(format!("{:<4097}", good(1).content)), "content"),
            (content(good(2).content), "content"),
            (said("W47", "W46"), "content"),
            (said("5a", "5b"), "content"),
            (said("null", "\"\u{9b}31m\""), "content"),
            (said("\"revision\":1", "\"revision\":\"1\""), "content"),
        ] {
            let why = wrong.check().unwrap_err();
            assert!(why.contains(part) && !why.contains(disturbs), "{why}: {wrong:?}");
        }
    }
}
