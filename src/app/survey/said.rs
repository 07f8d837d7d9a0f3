//! What was read for the survey screen, put into words once, so that drawing only places them.

use super::SurveyReading;
use crate::diary::Sent;
use crate::i18n::{I18n, Lang, Say};
use crate::survey::{BadDefinition, FieldLine, Joined, Prepared, Warning, is_withdrawal, response_lines};
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
    /// What the survey is called.
    pub title: String,
}

impl SurveySaid {
    pub(super) fn of(
        reading: Option<&SurveyReading>,
        joined: Option<&Result<Joined, BadDefinition>>,
        i18n: &I18n,
    ) -> Self {
        let mut out = Self {
            lang: Some(i18n.lang()),
            ..Self::default()
        };
        if let Some(Err(bad)) = joined {
            out.why = Some(tr!(i18n, "survey-screen-unreadable", why = bad.say(i18n)));
        }
        let Some(reading) = reading else { return out };
        out.sent = reading.sent.iter().map(|sent| line(sent, i18n)).collect();
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
        let warnings = prepared.warnings.iter();
        let is_said = warnings.clone().any(|w| matches!(w, Warning::FewAlike { .. }));
        let audience = prepared.audience.as_ref().filter(|_| !is_said);
        self.audience = audience.map(|a| a.words(i18n));
        self.warnings = warnings.map(|w| w.words(&prepared.joined, i18n)).collect();
    }
}

fn line(sent: &Sent, i18n: &I18n) -> SentLine {
    let revision = sent.revision;
    SentLine {
        at: sent.at.format("%Y-%m-%d %H:%M").to_string(),
        week: sent.week.to_string(),
        what: if is_withdrawal(sent) {
            tr!(i18n, "survey-screen-sent-withdrawal", revision = revision)
        } else {
            tr!(i18n, "survey-screen-sent-response", revision = revision)
        },
        title: sent.title.clone(),
    }
}
