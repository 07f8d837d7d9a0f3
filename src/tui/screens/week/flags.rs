//! The flags of the burden list, a line each: when, which activity, with what note, by which rule, and how far
//! beyond.

use super::table;
use crate::app::{List, Target};
use crate::domain::{Block, Span, clock};
use crate::figures::{Flag, Rule};
use crate::i18n::I18n;
use crate::summary::{flag_words, rule_words};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use chrono::NaiveDate;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// How much of a line is spelt out.
#[derive(Debug, Clone, Copy)]
struct Form {
    when: When,
    /// How far beyond in words, not only as numbers.
    words: bool,
    /// What the activity is called, beside the letter of its category.
    name: bool,
}

/// How much is said of when a block was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// The date with its month, and both times.
    Whole,
    /// The date without its month.
    Day,
    /// And only the time at which it began.
    Start,
}

/// The forms, that for the widest window first.
const FORMS: [Form; 9] = [
    form(When::Whole, true, true),
    form(When::Day, true, true),
    form(When::Start, true, true),
    form(When::Day, false, true),
    form(When::Start, false, true),
    form(When::Day, true, false),
    form(When::Start, true, false),
    form(When::Day, false, false),
    form(When::Start, false, false),
];

const fn form(when: When, words: bool, name: bool) -> Form {
    Form { when, words, name }
}

/// Pointer, and the gaps behind date and time.
const FIXED: usize = 2 + 1 + 1;

/// The cells that most notes need.
const NOTE: usize = 12;

/// The cells that at least some of a note must have.
const LEAST_NOTE: usize = 6;

/// The gap behind a note.
const NOTE_GAP: usize = 2;

/// Draws as many as there are rows for, the selected one among them, and over the rule above which ones those are.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, rule: Rect, area: Rect) {
    let flags = &view.week().flags;
    let Some(table) = Table::of(view, usize::from(area.width)) else {
        return;
    };
    let (selected, rows) = (view.flag(), usize::from(area.height));
    let first = List::on(selected.unwrap_or(0)).first(flags.len(), rows);
    let heading = heading(view, flags.len(), flags.len() - (first + rows).min(flags.len()));
    let beside = Rect {
        x: rule.x + rule.width.min(1),
        width: rule.width.saturating_sub(1),
        ..rule
    };
    canvas.text(beside, Role::Title, &format!(" {heading} "));
    for (y, at) in (area.top()..area.bottom()).zip(first..flags.len()) {
        let row = Rect { y, height: 1, ..area };
        let is_selected = selected == Some(at);
        let pieces = table.line(view, canvas, &table.lines[at], is_selected);
        canvas.line(row, &pieces);
        if is_selected {
            canvas.wash(row, Role::Selected);
        }
        canvas.stands_for(row, Target::Row(at));
    }
}

/// How many there are, which one is selected, and how many there is no room for.
fn heading(view: &View<'_>, count: usize, below: usize) -> String {
    match (view.flag(), below) {
        (Some(at), _) => tr!(view.i18n, "tui-week-flag-at", at = at + 1, count = count),
        (None, 0) => tr!(view.i18n, "tui-week-flags", count = count),
        (None, below) => tr!(view.i18n, "tui-week-flags-below", count = count, below = below),
    }
}

/// A flag, and the block it is about.
struct Line<'a> {
    flag: &'a Flag,
    block: &'a Block,
    /// How far beyond.
    beyond: String,
}

/// The lines with the cells that each column takes.
struct Table<'a> {
    form: Form,
    lines: Vec<Line<'a>>,
    /// What the rules that occur are called.
    rules: BTreeMap<Rule, String>,
    date: usize,
    time: usize,
    mark: usize,
    name: usize,
    /// The note with the gap behind it; none where there is no room.
    note: usize,
    rule: usize,
    beyond: usize,
}

impl<'a> Table<'a> {
    /// The most spelt out form that fits; none where there is no flag.
    fn of(view: &'a View<'_>, room: usize) -> Option<Self> {
        let flags = &view.week().flags;
        let mut rules = BTreeMap::new();
        for flag in flags {
            rules
                .entry(flag.rule)
                .or_insert_with(|| rule_words(flag.rule, view.i18n));
        }
        let mut out = Self {
            form: FORMS[0],
            lines: Vec::with_capacity(flags.len()),
            rule: widest(rules.values()),
            rules,
            date: 0,
            time: 0,
            mark: 0,
            name: 0,
            note: 0,
            beyond: 0,
        };
        for flag in flags {
            out.lines.push(Line {
                flag,
                block: view.week().flagged(flag)?,
                beyond: flag_words(flag, view.i18n),
            });
        }
        out.mark = widest(out.lines.iter().map(|l| view.mark(l.block.activity.category)));
        let notes = widest(out.lines.iter().map(|l| l.block.note.as_str()));
        let least = |cells: usize| {
            if notes == 0 {
                0
            } else {
                notes.min(cells) + NOTE_GAP
            }
        };
        // What was noted says more than the month and when it ended.
        let has_room = [NOTE, LEAST_NOTE].into_iter().any(|cells| {
            let mut spelt_out = FORMS.into_iter().filter(|form| form.words && form.name);
            spelt_out.any(|form| {
                out.measure(view, form);
                out.width() + least(cells) < room // the last cell stays free
            })
        });
        for form in FORMS.into_iter().filter(|_| !has_room) {
            out.measure(view, form);
            if out.width() < room {
                break;
            }
        }
        let free = room.saturating_sub(out.width() + 1 + NOTE_GAP);
        if free >= notes.min(LEAST_NOTE) && notes > 0 {
            out.note = notes.min(free) + NOTE_GAP;
        }
        let others = out.width() - out.rule;
        out.rule = out.rule.min(room.saturating_sub(others));
        (!out.lines.is_empty()).then_some(out)
    }

    /// Measures the columns of a form.
    fn measure(&mut self, view: &View<'_>, form: Form) {
        if self.form.words != form.words {
            for line in &mut self.lines {
                line.beyond = if form.words {
                    flag_words(line.flag, view.i18n)
                } else {
                    short(line.flag, view.i18n)
                };
            }
        }
        self.form = form;
        let dates = view.week().days.iter().map(|d| d.day.date);
        self.date = widest(dates.map(|on| date(view, on, form.when)));
        self.time = widest(self.lines.iter().map(|l| time(l.block.span, form.when)));
        let names = self.lines.iter().map(|l| view.activity(&l.block.activity));
        self.name = if form.name { widest(names) + 1 } else { 0 };
        self.beyond = widest(self.lines.iter().map(|l| &l.beyond));
    }

    fn width(&self) -> usize {
        FIXED
            + self.date
            + self.time
            + self.mark
            + self.name
            + self.gap()
            + self.note
            + self.rule
            + 2
            + self.beyond
    }

    /// The cells before the rule.
    const fn gap(&self) -> usize {
        if self.form.name { 2 } else { 1 }
    }

    fn line(&self, view: &View<'_>, canvas: &Canvas<'_>, line: &Line<'_>, is_selected: bool) -> Vec<Piece> {
        let more = canvas.glyphs.more;
        let pad = |text: &str, cells| text::pad(text, cells, more);
        let (flag, block) = (line.flag, line.block);
        let on = date(view, flag.date, self.form.when);
        let when = format!(
            "{} {} {} ",
            if is_selected { ">" } else { " " },
            pad(&on, self.date),
            pad(&time(block.span, self.form.when), self.time)
        );
        let category = block.activity.category;
        let name = match self.name {
            0 => String::new(),
            cells => format!(" {}", pad(view.activity(&block.activity), cells - 1)),
        };
        let note = match self.note {
            0 => String::new(),
            cells => pad(block.note.as_str(), cells - NOTE_GAP) + &" ".repeat(NOTE_GAP),
        };
        let rule = self.rules.get(&flag.rule).map_or("", String::as_str);
        vec![
            canvas.piece(Role::Text, when),
            canvas.mark(category, pad(&view.mark(category), self.mark)),
            canvas.piece(Role::Text, format!("{name}{}", " ".repeat(self.gap()))),
            canvas.piece(Role::Muted, note),
            canvas.piece(Role::Text, format!("{}  ", pad(rule, self.rule))),
            canvas.piece(Role::Warning, line.beyond.as_str()),
        ]
    }
}

fn date(view: &View<'_>, date: NaiveDate, when: When) -> String {
    table::date(view.i18n, date, when == When::Whole)
}

/// When a block was: its times or only its start; an amount as it is typed.
fn time(span: Span, when: When) -> String {
    match span.clock_times() {
        Some((start, _)) if when == When::Start => clock(start),
        _ => span.to_string(),
    }
}

/// How far beyond, in the fewest cells.
fn short(flag: &Flag, i18n: &I18n) -> String {
    let value = flag.value;
    match (flag.rule, flag.limit) {
        (_, None) => tr!(i18n, "flag-minutes", value = value),
        (Rule::StaffMeetingLength | Rule::GroupMeetingLength, Some(limit)) => {
            tr!(i18n, "tui-week-flag-minutes", value = value, limit = limit)
        }
        (Rule::SecondmentLength, Some(limit)) => {
            tr!(i18n, "tui-week-flag-days", value = value, limit = limit)
        }
        (_, Some(limit)) => format!("{value} > {limit}"),
    }
}

fn widest(texts: impl IntoIterator<Item = impl AsRef<str>>) -> usize {
    let widths = texts.into_iter().map(|t| text::width(t.as_ref()));
    widths.max().unwrap_or(0)
}
