//! The pages that are looked at: a week, a term and a school year of the made-up diaries.

use chrono::NaiveDate;
use jianfu::demo;
use jianfu::diary::{Diary, Profile};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::{Baseline, Past, WeekFigures};
use jianfu::i18n::{I18n, Lang};
use jianfu::summary::{Document, TrendSummary, WeekSummary};

/// A Friday in November.
pub(crate) fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

/// The last week of a term but one, of which all is known.
pub(crate) fn week(lang: Lang) -> Document {
    let (diary, profile) = demo::term(today(), lang);
    week_of(&diary, &profile, today() - chrono::Days::new(7), lang)
}

/// The week that a date lies in.
pub(crate) fn week_of(diary: &Diary, profile: &Profile, date: NaiveDate, lang: Lang) -> Document {
    let week = WeekId::of(date);
    let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
    let summary = WeekSummary::of(week, &days, profile, baseline(diary), Past::default());
    Document::of_week(&summary, profile, &I18n::new(lang))
}

/// A term as far as it went.
pub(crate) fn trend(lang: Lang) -> Document {
    let (diary, profile) = demo::term(today(), lang);
    trend_of(&diary, &profile, lang)
}

/// A whole year.
pub(crate) fn year(lang: Lang) -> Document {
    trend_of(&demo::years(1, today()), &Profile::default(), lang)
}

fn trend_of(diary: &Diary, profile: &Profile, lang: Lang) -> Document {
    let days: Vec<Day> = diary.days().cloned().collect();
    let range = WeekId::of(days[0].date)..=WeekId::of(days[days.len() - 1].date);
    let trend = TrendSummary::of(range, &days, profile, baseline(diary).as_ref(), Past::default());
    Document::of_trend(&trend, profile, &I18n::new(lang))
}

fn baseline(diary: &Diary) -> Option<Baseline> {
    Baseline::auto(WeekFigures::each(diary.days()))
}
