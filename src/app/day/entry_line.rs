//! The quick-entry line: what is typed, what it would book, and the completions offered.

use super::Preview;
use crate::app::Knowledge;
use crate::app::line::Line;
use crate::diary::{Diary, Draft, Mend, OnOverlap, Operation};
use crate::domain::{Activity, Block, Rating, Span};
use crate::entry::{self, Completion};
use crate::i18n::Lang;
use chrono::NaiveDate;

/// What an entry line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A new block.
    New,
    /// A block that is being changed, on its date.
    Block(NaiveDate, Block),
    /// Something planned that is confirmed as the line has it.
    Planned {
        /// Its date.
        date: NaiveDate,
        /// The planned stretch.
        span: Span,
        /// The planned activity.
        activity: Activity,
    },
}

/// The quick-entry line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// What is typed.
    pub line: Line,
    /// What it is about.
    pub subject: Subject,
    /// What it would do.
    pub preview: Preview,
    /// Enter was pressed on what cannot be booked, and nothing was changed since.
    pub insisted: bool,
    /// What is not understood stays so whatever is typed on: the time is there, and no activity begins like the word.
    pub hopeless: bool,
    /// What fits the word at the cursor.
    pub offers: Vec<Completion>,
    /// What was answered when it was asked what the meeting is worth; gone when the line is read again.
    worth: Option<Rating>,
    /// The offer that is put in, and the line before the first was.
    picked: Option<(usize, Line)>,
}

impl EntryLine {
    /// A line with some text for a new block.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            line: Line::new(text),
            subject: Subject::New,
            preview: Preview::Nothing,
            insisted: false,
            hopeless: false,
            offers: Vec::new(),
            worth: None,
            picked: None,
        }
    }

    /// A line with a block to change; the cursor stands behind its time, the part that is mended most.
    #[must_use]
    pub fn edit(date: NaiveDate, block: Block, known: &Knowledge, lang: Lang) -> Self {
        let draft = Draft::of(&block);
        Self::about(Subject::Block(date, block), &draft, known, lang)
    }

    /// A line with what would book a draft, about something that is there already; the cursor stands behind its time.
    #[must_use]
    pub fn about(subject: Subject, draft: &Draft, known: &Knowledge, lang: Lang) -> Self {
        let mut out = match &subject {
            Subject::New => return Self::new(""),
            Subject::Block(date, _) | Subject::Planned { date, .. } => Self::of(*date, draft, known, lang),
        };
        let time = out.line.text().find(' ').unwrap_or(out.line.text().len());
        out.line.move_to(time);
        out.subject = subject;
        out
    }

    /// The block being changed, with its date.
    #[must_use]
    pub const fn editing(&self) -> Option<(NaiveDate, &Block)> {
        match &self.subject {
            Subject::Block(date, block) => Some((*date, block)),
            Subject::New | Subject::Planned { .. } => None,
        }
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
        self.worth = None;
        let (text, cursor) = (self.line.text(), self.line.cursor());
        self.offers = entry::complete(text, cursor, &self.context(date, known), lang);
        self.look(date, diary, known);
    }

    /// What the line is read with: an activity whose definition is gone may stay in a block that has
    /// it, or in the timetable.
    fn context<'a>(&'a self, date: NaiveDate, known: &'a Knowledge) -> entry::Context<'a> {
        match &self.subject {
            Subject::Block(_, Block { activity, .. }) | Subject::Planned { activity, .. } => {
                known.context(date).keeping(activity)
            }
            Subject::New => known.context(date),
        }
    }

    fn look(&mut self, date: NaiveDate, diary: &Diary, known: &Knowledge) {
        let edited = self.editing().map(|(_, block)| block);
        self.preview = Preview::of(self.line.text(), date, diary, &self.context(date, known), edited);
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
        let asked = || Draft {
            rating: draft.rating.or(self.worth),
            ..draft.clone()
        };
        Some(match &self.subject {
            Subject::Block(date, block) => Operation::Edit {
                date: *date,
                id: block.id.clone(),
                mend: difference(block, draft),
                on_overlap,
            },
            Subject::Planned { date, span, .. } => Operation::Confirm {
                date: *date,
                planned: vec![(*span, asked())],
                on_overlap,
            },
            Subject::New => Operation::Add {
                date,
                drafts: vec![asked()],
                on_overlap,
            },
        })
    }

    /// Takes what the meeting it asks for was worth, as an answer.
    pub(in crate::app) fn answer(&mut self, worth: Option<Rating>) {
        self.worth = worth;
    }

    /// The time it asks for, as far as it is understood.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match &self.preview {
            Preview::Block { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// Whether something would be lost if it were gone: a text, or what is being changed.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        !self.line.is_empty() || self.subject != Subject::New
    }

    /// Whether the line is about a block that it leaves as it is.
    #[must_use]
    pub fn changes_nothing(&self) -> bool {
        match (&self.preview, self.editing()) {
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
