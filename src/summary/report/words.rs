//! What the surveys, answers and weeks of a report are called, and what it says first.

use super::Maker;
use crate::domain::{Activity, CATCH_ALL, Category, Taxonomy, WeekId};
use crate::i18n::{I18n, Lang};
use crate::summary::Cell;
use crate::survey::collector::Value;
use crate::survey::collector::report::{NoiseSize, Portion, Standing};
use crate::survey::{Group, Wording};
use crate::tr;

impl Maker<'_> {
    /// What stands over everything: all titles.
    pub(super) fn title(self) -> String {
        let titles = self.report.frame.surveys.iter().map(|survey| &survey.title);
        let titles = self.all_once(titles);
        let title = match self.report.noise {
            Some(_) => tr!(self.i18n, "report-title-noise", titles = titles),
            None => tr!(self.i18n, "report-title", titles = titles),
        };
        if self.report.is_draft {
            return tr!(self.i18n, "report-title-draft", title = title);
        }
        title
    }

    /// What it is to be taken for, what it found, who asks, and when it was made.
    pub(super) fn lead(self) -> String {
        let (report, i18n) = (self.report, self.i18n);
        let mut out = Vec::new();
        if report.is_draft {
            out.push(tr!(i18n, "report-draft"));
        }
        if report.is_made_up() {
            out.push(tr!(i18n, "report-made-up"));
        }
        let contacts = report.frame.surveys.iter().map(|survey| &survey.contact);
        match (&report.period, report.noise) {
            (_, Some(size)) => out.push(self.noise(size)),
            (Some(period), None) => out.extend(self.findings(period)),
            (None, None) => out.push(tr!(i18n, "report-nothing")),
        }
        out.push(tr!(i18n, "report-what", contact = self.all_once(contacts)));
        out.extend(self.made_on());
        self.sentences(&out)
    }

    /// How much noise is on the numbers, and where they are too few for it.
    fn noise(self, size: NoiseSize) -> String {
        let i18n = self.i18n;
        let off = size.minutes(100);
        let noise = tr!(
            i18n,
            "report-noise",
            epsilon = size.epsilon.to_string(),
            responses = size.responses(),
            hours = off / 60,
            minutes = off % 60,
            from = size.usable_from()
        );
        if self.report.weeks.is_empty() {
            return self.sentences(&[noise, tr!(i18n, "report-noise-nothing")]);
        }
        noise
    }

    /// Each text once, in order.
    fn all_once<'w>(self, texts: impl Iterator<Item = &'w Wording>) -> String {
        let mut out: Vec<&str> = Vec::new();
        for text in texts.map(|text| text.get(self.i18n.lang())) {
            if !out.contains(&text) {
                out.push(text);
            }
        }
        out.join(&tr!(self.i18n, "report-and"))
    }

    /// Sentences one after another.
    fn sentences(self, sentences: &[String]) -> String {
        sentences.join(match self.i18n.lang() {
            Lang::En => " ",
            Lang::ZhHans | Lang::ZhHant => "",
        })
    }

    /// What an answer is called.
    pub(super) fn answer(self, group: &Group, answer: u16) -> String {
        let place = usize::from(answer).checked_sub(1);
        let named = place.and_then(|place| group.answers.get(place));
        named.map_or_else(
            || tr!(self.i18n, "response-not-said"),
            |answer| answer.name.get(self.i18n.lang()).to_owned(),
        )
    }

    /// Answers one after another.
    pub(super) fn answers(self, group: &Group, answers: &[u16]) -> String {
        let names: Vec<String> = answers.iter().map(|a| self.answer(group, *a)).collect();
        names.join(&tr!(self.i18n, "report-comma"))
    }

    /// What a group is called.
    pub(super) fn group_name(self, group: &Group) -> String {
        group.name.get(self.i18n.lang()).to_owned()
    }

    /// What a category is called, or several together.
    pub(super) fn categories(self, categories: &[Category]) -> String {
        let name = |c: &Category| self.taxonomy.category_name(*c, self.i18n.lang());
        let names: Vec<&str> = categories.iter().map(name).collect();
        names.join(" + ")
    }

    /// What an activity is called, or several together.
    pub(super) fn activity_names(self, places: &[usize]) -> String {
        let activities = places.iter().filter_map(|place| Value::activity(*place));
        let names: Vec<String> = activities
            .map(|a| activity_words(a, self.taxonomy, self.i18n))
            .collect();
        names.join(" + ")
    }

    /// Weeks one after another.
    pub(super) fn weeks(self, weeks: &[WeekId]) -> String {
        let names: Vec<String> = weeks.iter().map(ToString::to_string).collect();
        names.join(&tr!(self.i18n, "report-comma"))
    }
}

/// What an activity is called; what of a category has no name of its own is called the rest of it.
pub(super) fn activity_words(activity: &Activity, taxonomy: &Taxonomy, i18n: &I18n) -> String {
    let lang = i18n.lang();
    if activity.code.as_str() == CATCH_ALL {
        let category = taxonomy.category_name(activity.category, lang);
        return tr!(i18n, "report-other", category = category);
    }
    taxonomy.activity_name(activity, lang).to_owned()
}

/// How a week stands to what was published of it before.
pub(super) fn standing_words(standing: Standing, i18n: &I18n) -> String {
    match standing {
        Standing::New => tr!(i18n, "report-standing-new"),
        Standing::Same => tr!(i18n, "report-standing-same"),
        Standing::Grown => tr!(i18n, "report-standing-grown"),
        Standing::Waiting => tr!(i18n, "report-standing-waiting"),
        Standing::Noisy => tr!(i18n, "report-standing-noisy"),
    }
}

/// A part of a whole as a cell.
pub(super) const fn portion_cell(portion: Portion) -> Cell {
    match portion {
        Portion::Percent(percent) => Cell::Percent(percent),
        Portion::Below(percent) => Cell::Limit {
            percent,
            is_below: true,
        },
        Portion::Above(percent) => Cell::Limit {
            percent,
            is_below: false,
        },
    }
}

/// A part of a whole in words.
pub(super) fn portion_words(portion: Portion) -> String {
    match portion {
        Portion::Percent(percent) => format!("{percent} %"),
        Portion::Below(percent) => format!("< {percent} %"),
        Portion::Above(percent) => format!("> {percent} %"),
    }
}
