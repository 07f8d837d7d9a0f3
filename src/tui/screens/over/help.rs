//! The help page: what can be typed, the letters of the categories, and the keys, made from the keymap.

use crate::app::{Screen, Scroll};
use crate::domain::{ActivityInfo, CATCH_ALL, Category};
use crate::keymap::{Action, Context};
use crate::theme::Role;
use crate::tr;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::page;

/// Draws the page from a line on, no further than its end.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, scroll: &Scroll) {
    let lines = lines(view, canvas);
    page::draw(canvas, &tr!(view.i18n, "help-title"), &lines, scroll);
}

/// The sections of the page: on the day what can be typed comes first, on another screen its keys. Where
/// nothing is logged, what can be typed and its signs are left out.
fn lines(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Vec<Piece>> {
    let here = match view.app.screen() {
        Screen::Day => None,
        Screen::Week(_) => Some(Context::Week),
        Screen::Trend(_) => Some(Context::Trend),
        Screen::Timetable(_) => Some(Context::Timetable),
        Screen::Survey(_) => Some(Context::Survey),
        Screen::Settings(_) => Some(Context::Settings),
    };
    let places = [
        Context::Day,
        Context::Entry,
        Context::Week,
        Context::Trend,
        Context::Timetable,
        Context::Survey,
        Context::Settings,
    ];
    let others = places.into_iter().filter(|place| Some(*place) != here);
    let mut sections: Vec<_> = here
        .map(|place| key_lines(view, canvas, place))
        .into_iter()
        .collect();
    let types_nothing = here == Some(Context::Survey);
    if !types_nothing {
        sections.extend([entry_lines(view, canvas), sign_lines(view, canvas)]);
    }
    sections.extend(others.map(|place| key_lines(view, canvas, place)));
    if !types_nothing {
        sections.push(activity_lines(view, canvas));
    }
    sections.join(&Vec::new())
}

/// What the letters, patterns and signs of the time line mean.
fn sign_lines(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Vec<Piece>> {
    let mut out = vec![vec![canvas.piece(Role::Title, tr!(view.i18n, "help-marks"))]];
    for some in Category::ALL.chunks(3) {
        let mut line = vec![canvas.piece(Role::Text, " ")];
        for category in some.iter().copied() {
            let mark = format!(" {}{}", view.mark(category), glyphs::pattern(category).repeat(2));
            line.push(canvas.mark(category, mark));
            let name = view.app.known().category_name(category, view.i18n.lang());
            line.push(canvas.piece(Role::Text, format!(" {name} ")));
        }
        out.push(line);
    }
    let waits = format!("{} {}", glyphs::WAITS, glyphs::PLANNED);
    let more = [
        (glyphs::GAP, tr!(view.i18n, "help-map-gap")),
        (glyphs::TYPED, tr!(view.i18n, "help-map-typed")),
        (waits.as_str(), tr!(view.i18n, "help-map-planned")),
        (glyphs::FROM_BEFORE, tr!(view.i18n, "help-map-before")),
    ];
    for some in more.chunks(2) {
        let mut line = vec![canvas.piece(Role::Text, " ")];
        for (sign, meaning) in some {
            line.push(canvas.piece(Role::Key, format!(" {sign}")));
            line.push(canvas.piece(Role::Text, format!(" {meaning} ")));
        }
        out.push(line);
    }
    out
}

/// Every activity that can be logged, by category: its name, and the initials it is typed with.
fn activity_lines(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Vec<Piece>> {
    let lang = view.i18n.lang();
    let taxonomy = view.app.known().taxonomy();
    let mut out = vec![vec![canvas.piece(Role::Title, tr!(view.i18n, "help-activities"))]];
    for category in taxonomy.categories() {
        let name = format!(" {} ", category.names.get(lang));
        let initials = canvas.piece(Role::Key, category.names.py.clone());
        out.push(vec![
            canvas.mark(category.category, format!("  {}", view.mark(category.category))),
            canvas.piece(Role::Text, name),
            initials,
        ]);
        let own = |a: &&ActivityInfo| {
            a.activity.category == category.category && a.activity.code.as_str() != CATCH_ALL
        };
        for activity in taxonomy.activities().iter().filter(own) {
            let short = if activity.names.py.is_empty() {
                activity.activity.code.as_str()
            } else {
                &activity.names.py
            };
            out.push(vec![
                canvas.piece(Role::Key, format!("    {}", text::pad(short, 20, ""))),
                canvas.piece(Role::Text, format!("  {}", activity.names.get(lang))),
            ]);
        }
    }
    out
}

/// One line an example: what is typed, and what it means.
fn entry_lines(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Vec<Piece>> {
    let i18n = view.i18n;
    let examples = [
        tr!(i18n, "help-entry-clock"),
        tr!(i18n, "help-entry-length"),
        tr!(i18n, "help-entry-next"),
        tr!(i18n, "help-entry-period"),
        tr!(i18n, "help-entry-rating"),
        tr!(i18n, "help-entry-parallel"),
    ];
    let mut out = vec![vec![canvas.piece(Role::Title, tr!(i18n, "help-entry"))]];
    for example in &examples {
        let (typed, meaning) = example.split_once(" | ").unwrap_or((example, ""));
        out.push(page::entry(canvas, typed, meaning));
    }
    let key = view.app.keymap().keys(Context::Entry, Action::Complete);
    let key = key.first().map(|k| k.label()).unwrap_or_default();
    let what = tr!(i18n, "help-entry-what", key = key);
    out.push(vec![canvas.piece(Role::Text, format!("  {what}"))]);
    out
}

fn key_lines(view: &View<'_>, canvas: &Canvas<'_>, context: Context) -> Vec<Vec<Piece>> {
    let bindings = view.app.keymap().bindings(context);
    let line = |(action, keys)| page::keys(canvas, keys, &view.action_in(context, action));
    let title = view.i18n.format(&format!("context-{}", context.name()), &[]);
    let mut out = vec![vec![canvas.piece(Role::Title, title)]];
    out.extend(bindings.map(line));
    out
}

#[cfg(test)]
mod tests {
    use crate::i18n::{I18n, Lang};
    use crate::keymap::Context;

    #[test]
    fn every_place_has_a_heading_in_every_language() {
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            for context in Context::ALL {
                assert!(i18n.has(&format!("context-{}", context.name())));
            }
        }
    }
}
