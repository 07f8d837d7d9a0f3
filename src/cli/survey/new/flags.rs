//! What the flags say of a new survey.

use super::asked::asks;
use super::groups::group;
use crate::cli::args::SurveyNewArgs;
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::domain::WeekId;
use crate::i18n::{I18n, Lang};
use crate::survey::{Asks, Definition, Draft, Group, Wording};
use crate::tr;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// What was said of a draft so far.
pub(super) struct Flags {
    pub(super) title: Option<Wording>,
    pub(super) contact: Option<Wording>,
    pub(super) weeks: Option<RangeInclusive<WeekId>>,
    pub(super) closes: Option<NaiveDate>,
    pub(super) asks: Option<Asks>,
    pub(super) groups: Option<Vec<Group>>,
    pub(super) staff: Option<u32>,
    rounding: u32,
    min_group: u32,
    panel: bool,
}

impl Flags {
    pub(super) fn read(args: &SurveyNewArgs, cx: &Context<'_>) -> Result<Self, CliError> {
        let (i18n, today) = (&cx.i18n, cx.today());
        let weeks = args.weeks.as_deref();
        let closes = args.closes.as_deref();
        let mut all: Vec<Group> = Vec::new();
        for text in &args.group {
            let group = group(text, &all, i18n)?;
            all.push(group);
        }
        Ok(Self {
            title: wording("--title", &args.title, i18n)?,
            contact: wording("--contact", &args.contact, i18n)?,
            weeks: weeks.map(|text| week_range(text, today, i18n)).transpose()?,
            closes: closes.map(|text| closing(text, today, i18n)).transpose()?,
            asks: (!args.ask.is_empty())
                .then(|| asks(&args.ask, i18n))
                .transpose()?,
            groups: (!all.is_empty()).then_some(all),
            staff: args.staff,
            rounding: args.rounding.unwrap_or(Definition::USUAL_ROUNDING),
            min_group: args.min_group.unwrap_or(Definition::USUAL_MIN_GROUP),
            panel: args.panel,
        })
    }

    /// The draft, where nothing that is needed is missing.
    ///
    /// # Errors
    /// The names of the flags that are.
    pub(super) fn complete(self, i18n: &I18n) -> Result<Draft, CliError> {
        let missing = [
            ("--title", self.title.is_none()),
            ("--contact", self.contact.is_none()),
            ("--weeks", self.weeks.is_none()),
            ("--closes", self.closes.is_none()),
        ];
        let missing: Vec<&str> = missing
            .iter()
            .filter(|(_, is)| *is)
            .map(|(flag, _)| *flag)
            .collect();
        let (Some(title), Some(contact), Some(weeks), Some(closes)) =
            (self.title, self.contact, self.weeks, self.closes)
        else {
            let flags = missing.join(", ");
            return Err(CliError::Usage(tr!(i18n, "cli-survey-missing", flags = flags)));
        };
        Ok(Draft {
            title,
            contact,
            weeks,
            closes,
            rounding: self.rounding,
            min_group: self.min_group,
            panel: self.panel,
            asks: self.asks.unwrap_or_default(),
            staff: self.staff,
            groups: self.groups.unwrap_or_default(),
        })
    }
}

/// A text for all languages, or one for each of some: `zh-Hans=…`.
fn wording(flag: &str, texts: &[String], i18n: &I18n) -> Result<Option<Wording>, CliError> {
    let tagged = |text: &str| {
        let (tag, rest) = text.split_once('=')?;
        let lang = Lang::ALL
            .into_iter()
            .find(|l| l.tag().eq_ignore_ascii_case(tag.trim()))?;
        Some((lang, rest.trim().to_owned()))
    };
    if let [text] = texts
        && tagged(text).is_none()
    {
        return Ok(Some(Wording::same(text.trim())));
    }
    let mut in_languages: Vec<(Lang, String)> = Vec::new();
    for text in texts {
        match tagged(text) {
            Some((lang, text)) if in_languages.iter().all(|(l, _)| *l != lang) => {
                in_languages.push((lang, text));
            }
            _ => return Err(CliError::Usage(tr!(i18n, "cli-survey-languages", flag = flag))),
        }
    }
    Ok(Wording::in_languages(in_languages))
}

/// `2026-W48..2027-W03`, or one week.
pub(in crate::cli::survey) fn week_range(
    text: &str,
    today: NaiveDate,
    i18n: &I18n,
) -> Result<RangeInclusive<WeekId>, CliError> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let week = |text: &str| dates::week(Some(text), today, i18n);
    let as_a_range = |why: CliError| {
        let why = why.message(i18n).unwrap_or_default();
        CliError::Usage(tr!(i18n, "cli-survey-bad-weeks", why = why))
    };
    let (first, last) = (week(first).map_err(as_a_range)?, week(last).map_err(as_a_range)?);
    if first > last {
        let most = Definition::MOST_WEEKS.to_string();
        return Err(CliError::Usage(tr!(i18n, "survey-weeks", most = most)));
    }
    Ok(first..=last)
}

/// The last day on which responses are taken: today or later.
pub(super) fn closing(text: &str, today: NaiveDate, i18n: &I18n) -> Result<NaiveDate, CliError> {
    let date = dates::date(Some(text), today, i18n)?;
    if date < today {
        let date = date.to_string();
        return Err(CliError::Usage(tr!(i18n, "cli-survey-closes-past", date = date)));
    }
    Ok(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_for_all_languages_or_for_each() {
        let of = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
            wording("--title", &texts, I18n::english()).map_err(|e| e.status())
        };
        assert_eq!(of(&[]), Ok(None));
        assert_eq!(of(&["a = b"]), Ok(Some(Wording::same("a = b"))));
        let both = Wording::in_languages([(Lang::ZhHans, "调查".to_owned()), (Lang::En, "x".to_owned())]);
        assert_eq!(of(&["zh-Hans=调查", "en=x"]), Ok(both));
        assert_eq!(of(&["one", "two"]), Err(2));
        assert_eq!(of(&["en=one", "en=two"]), Err(2));
        assert_eq!(of(&["en=one", "two"]), Err(2));
    }
}
