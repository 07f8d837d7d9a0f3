//! What the file of each kind will show, each made when it is first looked at: of a year they take a while.

use super::Review;
use crate::i18n::I18n;
use crate::summary::{Document, FileFormat, preview};
use std::cell::OnceCell;

/// The previews that were looked at so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Previews {
    /// What every format but JSON writes.
    document: OnceCell<Document>,
    /// The lines of each format; the encoding of a file makes no difference to them.
    lines: [OnceCell<Vec<String>>; FileFormat::ALL.len()],
}

impl Previews {
    fn place(&self, format: FileFormat) -> &OnceCell<Vec<String>> {
        &self.lines[format as usize]
    }

    /// What the file will show, line by line.
    pub(super) fn of(&self, review: &Review, format: FileFormat, i18n: &I18n) -> &[String] {
        self.place(format).get_or_init(|| {
            let reviewed = review.reviewed();
            let document = self
                .document
                .get_or_init(|| reviewed.document(&review.profile, i18n));
            preview(reviewed, document, format)
        })
    }

    /// The lines that were made for looking at them.
    pub(super) fn made(&self, format: FileFormat) -> &[String] {
        self.place(format).get().map_or(&[], Vec::as_slice)
    }
}
