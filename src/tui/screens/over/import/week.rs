//! The entries of a timetable file.

use super::{key, meaning_pieces};
use crate::app::{Import, WeekFate, WeekImport, WeekLine};
use crate::domain::WordMeaning;
use crate::i18n::Say;
use crate::keymap::Action;
use crate::theme::Role;
use crate::timetable::{Recurring, Slot};
use crate::tr;
use crate::transfer::incoming::{BadWeekly, Weekly, WeeklyWhen};
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::over::frame;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The counts, and what stands in the way.
pub(super) fn head(view: &View<'_>, week: &WeekImport) -> Vec<(Role, String)> {
    let i18n = view.i18n;
    let count = |is: &dyn Fn(&WeekFate) -> bool| week.fates.iter().filter(|f| is(f)).count();
    let taken = count(&|f| matches!(f, WeekFate::Taken(_)));
    let known = count(&|f| matches!(f, WeekFate::Known(_)));
    let asked = count(&|f| matches!(f, WeekFate::Asked(_)));
    let skipped = count(&|f| matches!(f, WeekFate::Skipped));
    let stuck = count(&|f| matches!(f, WeekFate::Stuck(_)));
    let mut parts = Vec::new();
    for (count, said) in [
        (asked, tr!(i18n, "import-count-asked", count = asked)),
        (taken, tr!(i18n, "import-count-entries", count = taken)),
        (stuck, tr!(i18n, "import-count-stuck", count = stuck)),
        (known, tr!(i18n, "import-count-known", count = known)),
        (skipped, tr!(i18n, "import-count-skipped", count = skipped)),
    ] {
        if count > 0 {
            parts.push(said);
        }
    }
    parts.extend(super::left_out(view, week.file.left_out.len()));
    if parts.is_empty() {
        parts.push(tr!(i18n, "import-empty"));
    }
    let mut out = vec![(Role::Text, parts.join(&tr!(i18n, "import-comma")))];
    out.extend(trouble(view, week).map(|words| (Role::Warning, words)));
    out
}

/// Why the timetable cannot be as it would be.
fn trouble(view: &View<'_>, week: &WeekImport) -> Option<String> {
    let i18n = view.i18n;
    let (take, skip, toggle) = (
        key(view, Action::Accept),
        key(view, Action::SkipAsked),
        key(view, Action::Toggle),
    );
    if let Some(lost) = &week.lost {
        return Some(tr!(i18n, "timetable-bells-lost", entry = entry(view, lost)));
    }
    Some(match week.result.as_ref().err()? {
        BadWeekly::Asked(asked) => {
            tr!(i18n, "import-asked", count = asked.len(), key = take, skip = skip)
        }
        BadWeekly::NoTerm(place) => tr!(i18n, "import-no-term", place = place.say(i18n)),
        BadWeekly::NoPeriod(place, period) => tr!(
            i18n,
            "import-no-period",
            place = place.say(i18n),
            period = period.as_str(),
            key = toggle
        ),
        BadWeekly::Clash(place, other) => tr!(
            i18n,
            "import-clash",
            place = place.say(i18n),
            other = entry(view, other),
            key = toggle
        ),
    })
}

/// An entry of the timetable in words.
fn entry(view: &View<'_>, entry: &Recurring) -> String {
    let when = match &entry.slot {
        Slot::Clock(span) => span.to_string(),
        Slot::Periods { first, last } => period(view, first, last),
    };
    let day = weekday(view, entry.weekday);
    format!(
        "{day} {when} {} {}",
        view.activity(&entry.activity),
        entry.note.as_str()
    )
    .trim_end()
    .to_owned()
}

fn weekday(view: &View<'_>, day: chrono::Weekday) -> String {
    let monday = chrono::NaiveDate::from_isoywd_opt(2026, 1, day);
    monday.map(|date| view.i18n.weekday(date)).unwrap_or_default()
}

fn period(view: &View<'_>, first: &str, last: &str) -> String {
    let name = if first == last {
        first.to_owned()
    } else {
        format!("{first}-{last}")
    };
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        tr!(view.i18n, "import-period", name = name)
    } else {
        name
    }
}

/// Draws the list.
pub(super) fn list(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, import: &Import, week: &WeekImport) {
    let room = usize::from(area.width.saturating_sub(2));
    let i18n = view.i18n;
    frame::list(
        canvas,
        area,
        &import.list,
        week.lines.len(),
        |canvas, n| match week.lines.get(n).copied() {
            Some(WeekLine::Entry(at)) => {
                let found = week.file.weekly.get(at).zip(week.fates.get(at));
                found.map_or_else(Vec::new, |(item, fate)| {
                    entry_line(view, canvas, item, fate, room)
                })
            }
            Some(WeekLine::Term) => {
                let term = week.terms.as_ref().and_then(|terms| terms.last());
                vec![match term {
                    Some(term) => canvas.piece(
                        Role::Text,
                        tr!(
                            i18n,
                            "import-term",
                            first = term.days.start().to_string(),
                            last = term.days.end().to_string()
                        ),
                    ),
                    None => canvas.piece(Role::Warning, tr!(i18n, "import-term-missing")),
                }]
            }
            Some(WeekLine::Bells) => {
                let words = match (week.takes_bells, week.replaces_bells()) {
                    (true, false) => tr!(i18n, "import-bells-taken"),
                    (true, true) => tr!(i18n, "import-bells-replace"),
                    (false, _) => tr!(i18n, "import-bells-kept", key = key(view, Action::Toggle)),
                };
                vec![canvas.piece(Role::Text, words)]
            }
            _ => vec![take_line(view, canvas, week)],
        },
    );
}

fn take_line(view: &View<'_>, canvas: &Canvas<'_>, week: &WeekImport) -> Piece {
    let i18n = view.i18n;
    let taken = week
        .fates
        .iter()
        .filter(|f| matches!(f, WeekFate::Taken(_)))
        .count();
    if taken == 0 {
        return canvas.piece(Role::Muted, tr!(i18n, "import-nothing-new"));
    }
    let what = tr!(i18n, "import-some-entries", count = taken);
    let role = if week.result.is_ok() {
        Role::Title
    } else {
        Role::Muted
    };
    canvas.piece(role, tr!(i18n, "import-take", what = what))
}

fn entry_line(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    item: &Weekly,
    fate: &WeekFate,
    room: usize,
) -> Vec<Piece> {
    let (i18n, more) = (view.i18n, canvas.glyphs.more);
    let (role, sign, words) = match fate {
        WeekFate::Taken(_) => (Role::Good, "+", None),
        WeekFate::Known(_) => (Role::Muted, "=", Some(tr!(i18n, "import-known"))),
        WeekFate::Asked(_) => (Role::Warning, "?", Some(tr!(i18n, "import-unknown"))),
        WeekFate::Stuck(_) => (Role::Error, "!", Some(tr!(i18n, "import-stuck"))),
        WeekFate::Skipped => (Role::Muted, "x", Some(tr!(i18n, "import-skip"))),
    };
    let when = match &item.when {
        WeeklyWhen::Clock(span) => span.to_string(),
        WeeklyWhen::Periods { first, last } => period(view, first, last),
    };
    let label = if item.class.is_empty() || item.class == item.label {
        item.label.clone()
    } else {
        format!("{} {}", item.label, item.class)
    };
    let day = weekday(view, item.weekday);
    let mut out = vec![
        canvas.piece(role, format!("{sign} ")),
        canvas.piece(Role::Text, text::pad(&format!("{day} {when}"), 16, more)),
        canvas.piece(Role::Text, format!(" {}", text::pad(&label, room / 4, more))),
    ];
    if let WeekFate::Taken(activity) | WeekFate::Known(activity) | WeekFate::Stuck(activity) = fate {
        let meaning = WordMeaning::Activity(activity.clone());
        out.push(canvas.piece(Role::Muted, " -> "));
        out.extend(meaning_pieces(view, canvas, Some(&meaning), room / 5));
    }
    if !item.weeks.is_all() {
        let weeks = weeks(view, &item.weeks.to_string());
        out.push(canvas.piece(Role::Text, format!(" {weeks}")));
    }
    out.extend(words.map(|words| canvas.piece(role, format!(" {words}"))));
    out
}

/// The weeks in words: the text form has the numbers, and whether they are odd or even.
fn weeks(view: &View<'_>, text: &str) -> String {
    let i18n = view.i18n;
    let words = text.split(' ').map(|part| match part {
        "odd" => tr!(i18n, "import-weeks-odd"),
        "even" => tr!(i18n, "import-weeks-even"),
        numbers => tr!(i18n, "import-weeks", numbers = numbers),
    });
    words.collect::<Vec<_>>().join(" ")
}
