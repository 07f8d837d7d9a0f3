//! What was read for the survey screen, put into words once, so that drawing only places them.

use super::{SurveyEntry, SurveyReading};
use crate::diary::Sent;
use crate::i18n::{I18n, Lang, Say};
use crate::survey::{
    Definition, FieldLine, Fingerprint, Prepared, SheetLine, Warning, is_withdrawal, response_lines, sheet,
};
use crate::tr;

/// The words of what was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveySaid {
    /// The language; none before anything was read.
    pub lang: Option<Lang>,
    /// Every field of the response.
    pub lines: Vec<FieldLine>,
    /// Why there is none.
    pub why: Option<String>,
    /// How many people the answers fit, as far as that is known, and where no warning says it.
    pub audience: Option<String>,
    /// What should be known before it is sent.
    pub warnings: Vec<String>,
    /// What is good to know, and nothing to be warned of.
    pub notes: Vec<String>,
    /// What the survey asks and how it protects.
    pub sheet: Vec<SheetLine>,
    /// What was sent, newest first.
    pub sent: Vec<SentLine>,
}

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLine {
    /// When it was written.
    pub at: String,
    /// The week it is about.
    pub week: String,
    /// A response or a withdrawal, and the how manieth of its week.
    pub what: String,
    /// What the survey is called; where another one in the history is called the same, after the first group of its
    /// fingerprint.
    pub title: String,
    /// The same with the whole fingerprint, and whether the survey was left.
    pub survey: String,
    /// What it says, field by field; nothing where its survey was left.
    pub lines: Vec<FieldLine>,
}

impl SurveySaid {
    /// The words of what was read for the survey at this place.
    pub(super) fn of(
        reading: Option<&SurveyReading>,
        surveys: &[SurveyEntry],
        at: usize,
        i18n: &I18n,
    ) -> Self {
        let mut out = Self {
            lang: Some(i18n.lang()),
            ..Self::default()
        };
        match surveys.get(at).map(|entry| &entry.joined) {
            Some(Ok(joined)) => out.sheet = sheet(&joined.definition, i18n),
            Some(Err(bad)) => out.why = Some(tr!(i18n, "survey-screen-unreadable", why = bad.say(i18n))),
            None => {}
        }
        let Some(reading) = reading else { return out };
        let lines = reading
            .sent
            .iter()
            .map(|sent| line(sent, &reading.sent, surveys, i18n));
        out.sent = lines.collect();
        match &reading.prepared {
            Some(Ok(prepared)) => out.take(prepared, i18n),
            Some(Err(why)) => out.why = Some(why.clone()),
            None => {}
        }
        out
    }

    fn take(&mut self, prepared: &Prepared, i18n: &I18n) {
        let bytes = prepared.plaintext.bytes();
        match response_lines(bytes, &prepared.joined.definition, i18n) {
            Ok(lines) => self.lines = lines,
            Err(bad) => self.why = Some(bad.to_string()),
        }
        let is_said = prepared
            .warnings
            .iter()
            .any(|w| matches!(w, Warning::FewAlike { .. }));
        let audience = prepared.audience.as_ref().filter(|_| !is_said);
        self.audience = audience.map(|a| a.words(i18n));
        for warning in &prepared.warnings {
            match warning {
                Warning::Unchanged => self.notes.push(tr!(i18n, "survey-screen-unchanged")),
                Warning::BaselineWeek => self.notes.push(warning.words(&prepared.joined, i18n)),
                _ => self.warnings.push(warning.words(&prepared.joined, i18n)),
            }
        }
    }
}

fn line(sent: &Sent, all: &[Sent], surveys: &[SurveyEntry], i18n: &I18n) -> SentLine {
    let revision = sent.revision;
    let fingerprint = Fingerprint::of(sent.survey).to_string();
    let joined = surveys.iter().filter_map(|entry| entry.joined.as_ref().ok());
    let mut joined = joined.filter(|joined| joined.hash() == sent.survey);
    let definition = joined.next().map(|joined| &joined.definition);
    let is_alone = all
        .iter()
        .all(|s| s.survey == sent.survey || s.title != sent.title);
    let group = fingerprint.split(' ').next().unwrap_or_default();
    let title = sent.title.as_str();
    SentLine {
        at: sent.at.format("%Y-%m-%d %H:%M").to_string(),
        week: sent.week.to_string(),
        what: if is_withdrawal(sent) {
            tr!(i18n, "survey-screen-sent-withdrawal", revision = revision)
        } else {
            tr!(i18n, "survey-screen-sent-response", revision = revision)
        },
        title: if is_alone {
            title.to_owned()
        } else {
            format!("{group} {title}")
        },
        lines: definition.map(|of| words(sent, of, i18n)).unwrap_or_default(),
        survey: if definition.is_some() {
            tr!(i18n, "survey-screen-of", title = title, fingerprint = fingerprint)
        } else {
            tr!(
                i18n,
                "survey-screen-of-left",
                title = title,
                fingerprint = fingerprint
            )
        },
    }
}

/// What was sent, field by field.
fn words(sent: &Sent, definition: &Definition, i18n: &I18n) -> Vec<FieldLine> {
    response_lines(sent.content.as_bytes(), definition, i18n).unwrap_or_default()
}
