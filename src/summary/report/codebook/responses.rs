//! How many respond, and what they say besides their time: meetings, the goal, the worth of meetings.

use super::Column;
use super::maker::Of;
use crate::i18n::I18n;
use crate::survey::codebook::Kind;
use crate::survey::collector::report::fraction;
use crate::tr;

impl Of<'_> {
    /// How many respond, of how many, and how complete.
    pub(super) fn responses(&self) -> Vec<Column> {
        let mut out = vec![
            self.number(
                "weeks_n",
                ("/weeks", Kind::Integer),
                |i| tr!(i, "report-var-weeks"),
                |f| Some(f.weeks),
            ),
            self.number(
                "responses",
                ("/responses", Kind::Integer),
                |i| tr!(i, "report-var-responses"),
                |f| f.responses,
            ),
            self.column(
                "coverage",
                ("/figures/coverage", Kind::Decimal),
                |i| tr!(i, "report-var-coverage"),
                |e| Some(fraction(e.figures?.coverage(e.staff)?).to_string()),
            ),
        ];
        out.extend(self.portion(
            "complete",
            "/complete",
            |i| tr!(i, "report-var-complete"),
            |f| f.complete,
        ));
        out
    }

    /// Meetings, messages from parents, the goal, and what meetings were worth.
    pub(super) fn others(&self) -> Vec<Column> {
        let mut out = vec![
            self.tenths(
                "meetings_mean",
                "/meetings",
                |i| tr!(i, "report-meetings"),
                |f| f.meetings,
            ),
            self.whole_minutes(
                "meeting_length_min",
                "/meeting_minutes",
                |i| tr!(i, "report-var-length"),
                |f| f.meeting_minutes,
            ),
        ];
        let long = |i: &I18n| tr!(i, "report-var-long");
        out.extend(self.portion("meetings_long", "/long_meetings", long, |f| f.long_meetings));
        out.push(self.tenths(
            "meetings_staff_mean",
            "/staff_meetings",
            |i| tr!(i, "report-staff-meetings"),
            |f| f.staff_meetings,
        ));
        out.push(self.whole_minutes(
            "late_parents_min",
            "/late_parents",
            |i| tr!(i, "report-var-late"),
            |f| f.late_parents,
        ));
        out.extend(self.portion(
            "goal_met",
            "/goal_met",
            |i| tr!(i, "report-var-met"),
            |f| f.goal_met,
        ));
        out.push(self.number(
            "goal_change",
            ("/change", Kind::Decimal),
            |i| tr!(i, "report-var-change"),
            |f| f.change.map(|percent| f64::from(percent) / 100.0),
        ));
        out.push(self.tenths("worth_mean", "/rating", |i| tr!(i, "report-worth"), |f| f.rating));
        out
    }
}
