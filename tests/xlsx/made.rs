//! Documents of the demo's made-up term.

use chrono::NaiveDate;
use jianfu::diary::{Diary, Profile};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::{Baseline, Past, WeekFigures};
use jianfu::i18n::{I18n, Lang};
use jianfu::summary::{Document, TrendSummary, WeekSummary};

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term(lang: Lang) -> (Diary, Profile, Option<Baseline>) {
    let (diary, profile) = jianfu::demo::term(date("2026-11-20"), lang);
    let baseline = Baseline::auto(WeekFigures::each(diary.days()));
    (diary, profile, baseline)
}

/// A week with these days.
pub(crate) fn week_of(monday: NaiveDate, days: &[Day], lang: Lang) -> Document {
    let profile = Profile::default();
    let week = WeekSummary::of(WeekId::of(monday), days, &profile, None, Past::default());
    Document::of_week(&week, &profile, &I18n::new(lang))
}

/// A week of the made-up term.
pub(crate) fn week(monday: &str, lang: Lang) -> Document {
    let (diary, profile, baseline) = term(lang);
    let week = WeekId::of(date(monday));
    let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
    let week = WeekSummary::of(week, &days, &profile, baseline, Past::default());
    Document::of_week(&week, &profile, &I18n::new(lang))
}

/// The made-up term, a week of it not recorded.
pub(crate) fn trend(lang: Lang) -> Document {
    let (diary, ..) = term(lang);
    let missing = WeekId::of(date("2026-10-26"));
    let days = diary.days().filter(|d| WeekId::of(d.date) != missing);
    trend_of(&days.cloned().collect::<Vec<_>>(), lang)
}

/// The weeks of these days, which lie in the made-up term.
pub(crate) fn trend_of(days: &[Day], lang: Lang) -> Document {
    let (_, profile, baseline) = term(lang);
    let range = WeekId::of(date("2026-08-31"))..=WeekId::of(date("2026-11-20"));
    let trend = TrendSummary::of(range, days, &profile, baseline.as_ref(), Past::default());
    Document::of_trend(&trend, &profile, &I18n::new(lang))
}
