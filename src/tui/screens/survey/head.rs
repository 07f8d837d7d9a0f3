//! The head: which survey and week, who asks until when, and how far one can be told from others.

use crate::app::SurveyScreen;
use crate::i18n::Say;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::week::flow::Fact;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws what the survey is called, and on the right the week.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    let i18n = view.i18n;
    let mut used = 0;
    if let (Some(week), Some(joined)) = (screen.week(), screen.joined()) {
        let (first, last) = (joined.definition.weeks.start(), joined.definition.weeks.end());
        let place = |week: &crate::domain::WeekId| (week.monday() - first.monday()).num_weeks() + 1;
        let words = tr!(
            i18n,
            "survey-screen-week",
            week = week.to_string(),
            at = place(&week),
            all = place(last)
        );
        let piece = canvas.piece(Role::Title, format!(" {words} "));
        used = canvas.line_right(area, &[piece]);
    }
    let left = Rect {
        width: area.width - used.min(area.width),
        ..area
    };
    let name = match (screen.entry(), screen.joined()) {
        (_, Some(joined)) => joined.definition.title.get(i18n.lang()).to_owned(),
        (Some(_), None) => tr!(i18n, "survey-screen-later"),
        (None, _) => tr!(i18n, "survey-screen-none-joined"),
    };
    let count = screen.entries().len();
    let words = if count > 1 {
        tr!(
            i18n,
            "survey-screen-title-of",
            at = screen.at() + 1,
            all = count,
            title = name
        )
    } else {
        tr!(i18n, "survey-screen-title", title = name)
    };
    let words = text::cut(
        &words,
        usize::from(left.width.saturating_sub(1)),
        canvas.glyphs.more,
    );
    canvas.text(left, Role::Title, &format!(" {words}"));
}

/// What is to be known of the survey, in a few facts.
pub(super) fn facts(view: &View<'_>, canvas: &Canvas<'_>, screen: &SurveyScreen) -> Vec<Fact> {
    let i18n = view.i18n;
    let Some(entry) = screen.entry() else {
        return Vec::new();
    };
    // What is too long for a line goes on on the next one.
    let room = usize::from(canvas.area().width.saturating_sub(4)).max(1);
    let said = |role, words: String| {
        let parts = text::wrap(&words, room).into_iter();
        parts.map(|part| canvas.piece(role, part)).collect::<Fact>()
    };
    let joined = match &entry.joined {
        Ok(joined) => joined,
        Err(bad) => return vec![said(Role::Error, bad.say(i18n))],
    };
    let definition = &joined.definition;
    let closes = definition.closes;
    let until = if view.app.today() > closes {
        said(
            Role::Warning,
            tr!(i18n, "survey-screen-closed", date = closes.to_string()),
        )
    } else {
        said(
            Role::Text,
            tr!(i18n, "survey-screen-until", date = closes.to_string()),
        )
    };
    let mut out = vec![until];
    if let Some(audience) = &screen.said.audience {
        out.push(said(Role::Text, audience.clone()));
    }
    out.push(said(
        Role::Muted,
        if definition.panel {
            tr!(i18n, "survey-screen-panel")
        } else {
            tr!(i18n, "survey-screen-no-panel")
        },
    ));
    let contact = definition.contact.get(i18n.lang());
    let contact = tr!(i18n, "survey-screen-contact", contact = contact);
    out.push(said(Role::Text, contact));
    let fingerprint = definition.fingerprint().to_string();
    let fingerprint = tr!(i18n, "survey-screen-fingerprint", fingerprint = fingerprint);
    out.push(said(Role::Muted, fingerprint));
    out
}
