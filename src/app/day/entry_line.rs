//! The quick-entry line: what is typed, what it would book, and the completions offered.

use crate::app::Knowledge;
use crate::app::line::Line;
use crate::diary::{Diary, Draft, Mend, OnOverlap, Operation, Refusal, conflicts};
use crate::domain::{Block, Span};
use crate::entry::{self, Completion, Entry, EntryError};
use crate::i18n::Lang;
use chrono::NaiveDate;

/// What the line would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// Nothing is typed.
    Nothing,
    /// It would book this.
    Block {
        /// What would be booked.
        draft: Draft,
        /// When, on the date shown.
        span: Span,
        /// Blocks in the way.
        conflicts: Vec<(NaiveDate, Block)>,
    },
    /// Understood so far, but something is missing yet; with what is said about that.
    Part(Entry, EntryError),
    /// Not understood.
    Bad(EntryError),
    /// Understood, but it cannot be booked.
    Refused(Refusal),
}

/// The quick-entry line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// What is typed.
    pub line: Line,
    /// The block being changed; none for a new one.
    pub editing: Option<(NaiveDate, Block)>,
    /// What it would do.
    pub preview: Preview,
    /// Enter was pressed on what cannot be booked, and nothing was changed since.
    pub insisted: bool,
    /// What is not understood stays so whatever is typed on: the time is there, and no activity begins like the word.
    pub hopeless: bool,
    /// What fits the word at the cursor.
    pub offers: Vec<Completion>,
    /// The offer that is put in, and the line before the first was.
    picked: Option<(usize, Line)>,
}

impl EntryLine {
    /// A line with some text for a new block.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            line: Line::new(text),
            editing: None,
            preview: Preview::Nothing,
            insisted: false,
            hopeless: false,
            offers: Vec::new(),
            picked: None,
        }
    }

    /// A line with a block to change; the cursor stands behind its time, the part that is mended most.
    #[must_use]
    pub fn edit(date: NaiveDate, block: Block, known: &Knowledge, lang: Lang) -> Self {
        let mut out = Self::of(date, &Draft::of(&block), known, lang);
        let time = out.line.text().find(' ').unwrap_or(out.line.text().len());
        out.line.move_to(time);
        out.editing = Some((date, block));
        out
    }

    /// A line with what would book a draft.
    #[must_use]
    pub fn of(date: NaiveDate, draft: &Draft, known: &Knowledge, lang: Lang) -> Self {
        Self::new(&print(date, draft, known, lang))
    }

    /// Which offer is put in.
    #[must_use]
    pub fn picked(&self) -> Option<usize> {
        self.picked.as_ref().map(|(at, _)| *at)
    }

    /// Reads the line again after it or the diary has changed.
    pub fn read(&mut self, date: NaiveDate, diary: &Diary, known: &Knowledge, lang: Lang) {
        self.picked = None;
        self.insisted = false;
        let (text, cursor) = (self.line.text(), self.line.cursor());
        self.offers = entry::complete(text, cursor, &self.context(date, known), lang);
        self.look(date, diary, known);
    }

    /// What the line is read with: an activity whose definition is gone may stay in a block that has it.
    fn context<'a>(&'a self, date: NaiveDate, known: &'a Knowledge) -> entry::Context<'a> {
        match &self.editing {
            Some((_, block)) => known.context(date).keeping(&block.activity),
            None => known.context(date),
        }
    }

    fn look(&mut self, date: NaiveDate, diary: &Diary, known: &Knowledge) {
        let edited = self.editing.as_ref().map(|(_, block)| block);
        self.preview = preview(self.line.text(), date, diary, &self.context(date, known), edited);
        self.hopeless = self.is_hopeless(date, known);
    }

    fn is_hopeless(&self, date: NaiveDate, known: &Knowledge) -> bool {
        let Preview::Bad(error) = &self.preview else {
            return false;
        };
        let mut rest = self.line.text().to_owned();
        if !self.offers.is_empty() || rest.get(error.span.clone()).is_none() {
            return false;
        }
        rest.replace_range(error.span.clone(), "");
        entry::parse(&rest, &self.context(date, known)).is_ok_and(|entry| entry.when.is_some())
    }

    /// Puts the next offer in, or the one before; after the last one what was typed comes back.
    /// Where nothing fits the word, anything may go before it.
    pub fn complete(&mut self, back: bool, date: NaiveDate, diary: &Diary, known: &Knowledge, lang: Lang) {
        if self.offers.is_empty() {
            self.offers = entry::rescue(self.line.text(), &self.context(date, known), lang);
        }
        let count = self.offers.len();
        if count == 0 {
            return;
        }
        let (at, typed) = match self.picked.take() {
            Some((at, typed)) if back => (at.checked_sub(1), typed),
            Some((at, typed)) => ((at + 1 < count).then_some(at + 1), typed),
            None => (Some(if back { count - 1 } else { 0 }), self.line.clone()),
        };
        self.line = typed.clone();
        if let Some(at) = at {
            let offer = &self.offers[at];
            self.line.replace(offer.range.clone(), &offer.insert);
            if self.line.cursor() == self.line.text().len() {
                self.line.insert(" "); // ready for the note
            }
            self.picked = Some((at, typed));
        }
        self.look(date, diary, known);
    }

    /// The change that the line asks for; none while it is not understood.
    #[must_use]
    pub fn operation(&self, date: NaiveDate, on_overlap: OnOverlap) -> Option<Operation> {
        let Preview::Block { draft, .. } = &self.preview else {
            return None;
        };
        Some(match &self.editing {
            Some((date, block)) => Operation::Edit {
                date: *date,
                id: block.id.clone(),
                mend: difference(block, draft),
                on_overlap,
            },
            None => Operation::Add {
                date,
                drafts: vec![draft.clone()],
                on_overlap,
            },
        })
    }

    /// The time it asks for, as far as it is understood.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match &self.preview {
            Preview::Block { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// Whether something would be lost if it were gone: a text, or the block that is being changed.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        !self.line.is_empty() || self.editing.is_some()
    }

    /// Whether the line is about a block that it leaves as it is.
    #[must_use]
    pub fn changes_nothing(&self) -> bool {
        match (&self.preview, &self.editing) {
            (Preview::Block { draft, .. }, Some((_, block))) => difference(block, draft) == Mend::default(),
            _ => false,
        }
    }

    /// Whether there are blocks in the way of what it would book.
    #[must_use]
    pub fn is_in_conflict(&self) -> bool {
        matches!(&self.preview, Preview::Block { conflicts, .. } if !conflicts.is_empty())
    }
}

/// A draft as an entry, with the activity's name in the user's language where that reads back to the same block.
fn print(date: NaiveDate, draft: &Draft, known: &Knowledge, lang: Lang) -> String {
    let context = known.context(date).keeping(&draft.activity);
    let plain = entry::print(draft, &context);
    let code = format!(" {}", draft.activity.code.as_str());
    let name = format!(" {}", known.activity_name(&draft.activity, lang));
    let named = plain.replacen(&code, &name, 1);
    let read = entry::parse(&named, &context).and_then(entry::Entry::into_draft);
    if read.is_ok_and(|read| read == *draft) {
        named
    } else {
        plain
    }
}

/// What a line changes in the block that it began with. The rest stays out of it: another process may have changed
/// that since the line was opened.
fn difference(block: &Block, draft: &Draft) -> Mend {
    let old = Draft::of(block);
    Mend {
        when: (draft.when != old.when).then_some(draft.when),
        activity: (draft.activity != old.activity).then(|| draft.activity.clone()),
        note: (draft.note != old.note).then(|| draft.note.clone()),
        rating: (draft.rating != old.rating).then_some(draft.rating),
        parallel: (draft.parallel != old.parallel).then_some(draft.parallel),
    }
}

fn preview(
    text: &str,
    date: NaiveDate,
    diary: &Diary,
    context: &entry::Context<'_>,
    edited: Option<&Block>,
) -> Preview {
    if text.trim().is_empty() {
        return Preview::Nothing;
    }
    let entry = match entry::parse(text, context) {
        Ok(entry) => entry,
        Err(error) => return Preview::Bad(error),
    };
    let draft = match entry.clone().into_draft() {
        Ok(draft) => draft,
        Err(missing) => return Preview::Part(entry, missing),
    };
    let mut day = diary.day(date).into_owned();
    if let Some(block) = edited {
        day.remove(&block.id); // the block being changed does not count as the last one
    }
    match draft.when.resolve(&day) {
        Ok(span) => {
            let conflicts = if draft.parallel {
                Vec::new()
            } else {
                conflicts(diary, date, span, edited.map(|b| &b.id))
            };
            Preview::Block {
                draft,
                span,
                conflicts,
            }
        }
        Err(refusal) => Preview::Refused(refusal),
    }
}
