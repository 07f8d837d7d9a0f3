//! What lies over a screen: boxes with questions, lists and lines to type into.

mod ask;
mod backups;
mod baseline;
mod calendar;
mod close_days;
mod day_kind;
mod export;
mod frame;
mod help;
mod import;
mod mark_days;
mod open_days;
mod overlap;
mod palette;
mod prompt;
mod repeat_day;
mod repeat_week;
mod rules;
mod search;
mod setting_menu;
mod setup;
mod survey;
mod timetable;
mod worth;

pub(super) use frame::{below, row};

use crate::app::Over;
use crate::tui::paint::Canvas;
use crate::tui::view::View;

/// Draws it over the screen, and sets the cursor where text is typed.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &Over) {
    match over {
        Over::Help(scroll) => help::draw(view, canvas, scroll),
        Over::Ask(question) => ask::draw(view, canvas, question),
        Over::Overlap(overlap) => overlap::draw(view, canvas, overlap),
        Over::Worth(question) => worth::draw(view, canvas, question),
        Over::DayKind(menu) => day_kind::draw(view, canvas, menu),
        Over::RepeatDay(days) => repeat_day::draw(view, canvas, days),
        Over::RepeatWeek(week) => repeat_week::draw(view, canvas, week),
        Over::MarkDays(menu) => mark_days::draw(view, canvas, menu),
        Over::OpenDays(days) => open_days::draw(view, canvas, days),
        Over::CloseDays(question) => close_days::draw(view, canvas, question),
        Over::Calendar(calendar) => calendar::draw(view, canvas, calendar),
        Over::Search(search) => search::draw(view, canvas, search),
        Over::Palette(palette) => palette::draw(view, canvas, palette),
        Over::Baseline(chooser) => baseline::draw(view, canvas, chooser),
        Over::Backups(backups) => backups::draw(view, canvas, backups),
        Over::Prompt(prompt) => prompt::draw(view, canvas, prompt),
        Over::Setting(menu) => setting_menu::draw(view, canvas, menu),
        Over::Rules(list) => rules::draw(view, canvas, list),
        Over::Terms(terms) => timetable::draw_terms(view, canvas, terms),
        Over::Bells(bells) => timetable::draw_bells(view, canvas, bells),
        Over::Cell(menu) => timetable::draw_cell(view, canvas, menu),
        Over::ImportFile(file) => import::draw_file(view, canvas, file),
        Over::Import(over) => import::draw(view, canvas, over),
        Over::Words(rules) => import::draw_words(view, canvas, rules),
        Over::Export(export) => export::draw(view, canvas, export),
        Over::JoinSurvey(over) => survey::draw_join(view, canvas, over),
        Over::SurveyGroup(menu) => survey::draw_group(view, canvas, menu),
        Over::SurveyRespond(over) => survey::draw_respond(view, canvas, over),
        Over::SurveyDone(done) => survey::draw_done(view, canvas, done),
        Over::Sent(sent) => survey::draw_sent(view, canvas, sent),
        Over::Setup(setup) => setup::draw(view, canvas, setup),
    }
}
