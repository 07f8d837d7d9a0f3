//! What the numbers of a report mean, how they are rounded and hidden, and what cannot be said of them.

use super::Maker;
use crate::summary::document::section;
use crate::summary::{Part, Section, SectionId};
use crate::survey::collector::disclosure::Rules;
use crate::survey::collector::report::{Block, Figures, MOST_MINUTES, NoiseSize};
use crate::tr;

impl Maker<'_> {
    pub(super) fn notes(self) -> Option<Section> {
        let notes = self.sentences_of_notes().into_iter();
        let parts = notes.map(|note| Some(Part::Sentence(note)));
        section(SectionId::Notes, tr!(self.i18n, "doc-notes"), parts)
    }

    fn sentences_of_notes(self) -> Vec<String> {
        let (report, i18n) = (self.report, self.i18n);
        let (rules, asks) = (report.rules, report.frame.asks());
        if let Some(size) = report.noise {
            return self.sentences_of_noise(size);
        }
        let mut out = vec![
            tr!(i18n, "note-share"),
            tr!(i18n, "report-note-share"),
            tr!(i18n, "report-note-rounding", step = rules.rounding),
            tr!(i18n, "report-note-hidden", least = rules.min_group),
            tr!(i18n, "report-note-protect"),
            tr!(
                i18n,
                "report-note-spread",
                median = Rules::MEDIAN,
                quartiles = Rules::QUARTILES,
                deciles = Rules::DECILES
            ),
            tr!(i18n, "report-note-limits", side = Rules::SIDE),
            tr!(i18n, "report-note-means"),
            tr!(i18n, "report-note-choose"),
        ];
        if report.frame.staff().is_some() {
            out.push(tr!(i18n, "report-note-coverage"));
        }
        if report.weeks.len() > 1 {
            out.push(tr!(i18n, "report-note-period"));
        }
        if report.weeks.iter().any(|week| has_together(&week.tables)) {
            out.push(tr!(i18n, "report-note-together"));
        }
        if asks.goal {
            out.push(tr!(i18n, "report-note-goal"));
        }
        if asks.meetings || asks.ratings {
            out.push(tr!(i18n, "report-note-meetings"));
        }
        out.push(tr!(i18n, "report-note-issues", least = rules.min_group));
        let surveys = &report.frame.surveys;
        if surveys.len() > 1 {
            out.push(tr!(i18n, "report-note-surveys", surveys = surveys.len()));
        }
        let prints: Vec<String> = surveys.iter().map(|s| s.fingerprint().to_string()).collect();
        let prints = prints.join(&tr!(i18n, "report-comma"));
        out.push(tr!(i18n, "report-note-definition", fingerprint = prints));
        out
    }
}

impl Maker<'_> {
    fn sentences_of_noise(self, size: NoiseSize) -> Vec<String> {
        let (report, i18n) = (self.report, self.i18n);
        let epsilon = size.epsilon.to_string();
        let hours = MOST_MINUTES / 60;
        vec![
            tr!(i18n, "note-share"),
            tr!(i18n, "report-note-noise", epsilon = epsilon, hours = hours),
            tr!(
                i18n,
                "report-note-noise-size",
                levels = size.levels,
                responses = size.responses(),
                from = size.usable_from(),
                hours = hours
            ),
            tr!(i18n, "report-note-noise-limits", least = report.rules.min_group),
            tr!(i18n, "report-note-noise-exact"),
            tr!(i18n, "report-note-choose"),
        ]
    }
}

/// Whether some categories or activities are shown only together.
fn has_together(block: &Block<Figures>) -> bool {
    let all = &block.all;
    all.categories.iter().any(|(set, _)| set.len() > 1) || all.activities.iter().any(|(set, _)| set.len() > 1)
}
