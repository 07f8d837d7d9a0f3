//! Making a definition.

use super::{Asks, BadDefinition, Definition, Group, GroupAnswer, Wording};
use crate::domain::{WeekId, to_hex};
use crate::i18n::I18n;
use crate::survey::{NoRandom, Recipient, random};
use crate::tr;
use chrono::NaiveDate;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// What a coordinator decides on; the rest of a definition is made.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is called.
    pub title: Wording,
    /// Who asks, and how to reach them.
    pub contact: Wording,
    /// The weeks it asks about.
    pub weeks: RangeInclusive<WeekId>,
    /// The last day on which responses are taken.
    pub closes: NaiveDate,
    /// Minutes that times are rounded to.
    pub rounding: u32,
    /// The fewest respondents of which anything is reported.
    pub min_group: u32,
    /// Whether the weeks of one respondent can be told to belong together.
    pub panel: bool,
    /// What is asked beside the categories.
    pub asks: Asks,
    /// How many people are asked to take part.
    pub staff: Option<u32>,
    /// What respondents say of themselves.
    pub groups: Vec<Group>,
}

/// Why a draft makes no definition.
#[derive(Debug, thiserror::Error)]
pub enum BadDraft {
    /// What it says makes no sense, at the place where the definition would say it.
    #[error(transparent)]
    Definition(#[from] BadDefinition),
    /// The system gives no random numbers for its id.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
}

impl Draft {
    /// Makes the definition, with a new random id. Its text explains itself in the coordinator's language.
    ///
    /// # Errors
    /// [`BadDraft`], naming what makes no sense.
    pub fn write(&self, recipient: &Recipient, i18n: &I18n) -> Result<Definition, BadDraft> {
        let id = to_hex(&random::<16>()?);
        Ok(self.write_as(&id, recipient, i18n)?)
    }

    /// As [`Draft::write`], with an id of 32 hexadecimal digits.
    pub(in crate::survey) fn write_as(
        &self,
        id: &str,
        recipient: &Recipient,
        i18n: &I18n,
    ) -> Result<Definition, BadDefinition> {
        Definition::read(self.text(id, recipient, i18n).as_bytes())
    }

    fn text(&self, id: &str, recipient: &Recipient, i18n: &I18n) -> String {
        let mut out = String::new();
        out += &comment(&tr!(i18n, "survey-file-head"));
        let mut line = |text: std::fmt::Arguments<'_>| {
            let _ = writeln!(out, "{text}"); // writing to a string cannot fail
        };
        line(format_args!("jianfu_survey = {}", Definition::VERSION));
        line(format_args!("id = \"{id}\""));
        line(format_args!("title = {}", wording(&self.title)));
        line(format_args!("contact = {}", wording(&self.contact)));
        let (from, to) = (self.weeks.start(), self.weeks.end());
        line(format_args!("weeks = {{ from = \"{from}\", to = \"{to}\" }}"));
        line(format_args!("closes = {}", self.closes));
        line(format_args!("recipient = \"{recipient}\""));
        line(format_args!(
            "rounding = {} {}",
            self.rounding,
            comment(&tr!(i18n, "survey-file-rounding")).trim_end()
        ));
        line(format_args!(
            "min_group = {} {}",
            self.min_group,
            comment(&tr!(i18n, "survey-file-min-group")).trim_end()
        ));
        line(format_args!(
            "panel = {} {}",
            self.panel,
            comment(&tr!(i18n, "survey-file-panel")).trim_end()
        ));
        if let Some(staff) = self.staff {
            line(format_args!("staff = {staff}"));
        }
        line(format_args!("\n[asks]"));
        for (name, is) in Asks::NAMES.iter().zip(self.asks.flags()) {
            line(format_args!("{name} = {is}"));
        }
        for group in &self.groups {
            line(format_args!("\n[[groups]]"));
            line(format_args!("code = \"{}\"", group.code));
            line(format_args!("name = {}", wording(&group.name)));
            line(format_args!("answers = ["));
            for item in &group.answers {
                line(format_args!("    {{ {} }},", answer(item)));
            }
            line(format_args!("]"));
        }
        out
    }
}

/// A text as comments, line by line.
fn comment(text: &str) -> String {
    text.lines()
        .fold(String::new(), |out, line| out + "# " + line + "\n")
}

fn answer(answer: &GroupAnswer) -> String {
    let mut out = format!("code = \"{}\", name = {}", answer.code, wording(&answer.name));
    if let Some(within) = &answer.within {
        let _ = write!(out, ", within = \"{within}\"");
    }
    if let Some(staff) = answer.staff {
        let _ = write!(out, ", staff = {staff}");
    }
    out
}

fn wording(wording: &Wording) -> String {
    let texts: Vec<String> = wording
        .languages()
        .map(|(lang, text)| format!("{} = {}", lang.tag(), quoted(text)))
        .collect();
    if texts.is_empty() {
        quoted(wording.get(crate::i18n::Lang::En))
    } else {
        format!("{{ {} }}", texts.join(", "))
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
