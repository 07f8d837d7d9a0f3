//! Judging a week by the rules.

use super::super::known::Known;
use super::super::{Baseline, GoalSubject, WeekFigures, late_minutes};
use super::past::{has_secondment, inspections};
use super::reports::Reports;
use super::{Past, Rule, RuleValue, Rules};
use crate::domain::{Block, BlockId, Category, Day, ReplyWindow};
use crate::timetable::Planned;
use chrono::{Datelike, NaiveDate};

/// A block beyond a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The rule.
    pub rule: Rule,
    /// The date of the block.
    pub date: NaiveDate,
    /// The minutes that the rule is about: those outside the window, those in the time of a lesson, or else those of the
    /// block.
    pub minutes: u32,
    /// What is held against the limit: minutes, days, or how many meetings, reports or inspections with this one.
    pub value: u32,
    /// The most that is no burden; none for a rule that allows nothing.
    pub limit: Option<u32>,
    /// The block.
    pub block: BlockId,
}

/// A week with all that the rules judge it by.
#[derive(Clone, Copy)]
pub struct BurdenWeek<'a> {
    /// Its sums.
    pub figures: &'a WeekFigures,
    /// Its days, in order of date; others are passed over.
    pub days: &'a [Day],
    /// The rules.
    pub rules: &'a Rules,
    /// When parents can expect a reply.
    pub window: ReplyWindow,
    /// What the timetable has for a day.
    pub planned: &'a dyn Fn(&Day) -> Vec<Planned>,
    /// What lies before the week.
    pub past: Past,
    /// The first day of the term that the week lies in.
    pub term: NaiveDate,
    /// What weeks are compared with.
    pub baseline: Option<&'a Baseline>,
}

impl BurdenWeek<'_> {
    /// Whether judging the week needs to know of the term, and of secondments, before it.
    #[must_use]
    pub fn needs_past(figures: &WeekFigures, days: &[Day], rules: &Rules) -> (bool, bool) {
        let term = rules.is_on(Rule::InspectionCount) && inspections(figures) > 0;
        let secondment = rules.is_on(Rule::SecondmentLength) && days.iter().any(has_secondment);
        (term, secondment)
    }

    /// The blocks beyond a limit, in order of date and time; one block can be beyond several.
    #[must_use]
    pub fn flags(&self) -> Vec<Flag> {
        let on = Rule::ALL.into_iter().filter(|rule| self.rules.is_on(*rule));
        let on: Vec<(Rule, Option<u32>)> = on.map(|rule| (rule, self.rules.limit(rule))).collect();
        let mut found = Vec::new();
        let mut seen = Seen::of(self);
        // No rule is about teaching, which most blocks are.
        let burdens = self
            .blocks()
            .filter(|(.., block)| block.activity.category != Category::Teaching);
        for (at, day, block) in burdens {
            for (rule, limit) in &on {
                if let Some(beyond) = self.judge(*rule, *limit, day, block, &mut seen) {
                    found.push((at, beyond.flag(*rule, day, block)));
                }
            }
        }
        found.extend(self.secondment());
        found.sort_by_key(|(at, flag)| (*at, flag.rule));
        found.into_iter().map(|(_, flag)| flag).collect()
    }

    /// What makes a block a burden by a rule that looks at one after the other.
    fn judge<'a>(
        &self,
        rule: Rule,
        limit: Option<u32>,
        day: &'a Day,
        block: &'a Block,
        seen: &mut Seen<'a>,
    ) -> Option<Beyond> {
        let minutes = block.span.minutes();
        let more = |minutes, value, limit: Option<u32>| {
            let limit = limit.filter(|limit| value > *limit);
            limit.map(|_| Beyond {
                minutes,
                value,
                limit,
            })
        };
        let any = |minutes| {
            (minutes > 0).then_some(Beyond {
                minutes,
                value: minutes,
                limit: None,
            })
        };
        match rule {
            Rule::StaffMeetingCount if is(block, Known::STAFF_MEETING) => {
                seen.staff_meetings += 1;
                more(minutes, seen.staff_meetings, limit)
            }
            Rule::StaffMeetingLength if is(block, Known::STAFF_MEETING) => more(minutes, minutes, limit),
            Rule::GroupMeetingLength if is(block, Known::GROUP_MEETING) => more(minutes, minutes, limit),
            Rule::NoMeetingDay if is_meeting(block) => {
                let is_free = self.rules.get(rule) == RuleValue::Day(day.date.weekday());
                any(minutes).filter(|_| is_free)
            }
            Rule::MeetingInLessons if is_meeting(block) => any(self.lesson_minutes(day, block)),
            Rule::RepeatedReport => {
                let (times, minutes) = seen.reports.fill(day, block)?;
                more(minutes, times, limit)
            }
            Rule::LateParentMessages => any(late_minutes(day, block, self.window)),
            Rule::OutsideMeeting if is(block, Known::OUTSIDE_MEETING) => any(minutes),
            Rule::StreetDuty if is(block, Known::STREET_DUTY) || is(block, Known::COMMUNITY) => any(minutes),
            Rule::InspectionCount if is(block, Known::INSPECTION) => {
                seen.inspections += 1;
                more(minutes, seen.inspections, seen.most_inspections)
            }
            _ => None,
        }
    }

    /// The non-parallel blocks of the week, numbered.
    fn blocks(&self) -> impl Iterator<Item = (usize, &Day, &Block)> {
        let own = |day: &&Day| crate::domain::WeekId::of(day.date) == self.figures.week;
        let all = self.days.iter().filter(own);
        let all = all.flat_map(|day| day.blocks().iter().map(move |block| (day, block)));
        let counted = all.filter(|(_, block)| !block.parallel);
        counted.enumerate().map(|(at, (day, block))| (at, day, block))
    }

    /// The minutes of a block that lie in the time of the day's lessons as planned.
    fn lesson_minutes(&self, day: &Day, block: &Block) -> u32 {
        let Some((mut from, to)) = block.exclusive_times() else {
            return 0;
        };
        let mut taken = 0;
        for planned in (self.planned)(day) {
            let Some((start, end)) = planned
                .span
                .clock_times()
                .filter(|_| Known::LESSON.is(&planned.activity))
            else {
                continue;
            };
            let (start, end) = (start.max(from), end.min(to));
            if start < end {
                taken += end - start;
                from = end; // two plans for one time take it once
            }
        }
        taken
    }

    /// The week's last secondment block, where the secondment has gone on for longer than the limit by then.
    fn secondment(&self) -> Option<(usize, Flag)> {
        let rule = Rule::SecondmentLength;
        let limit = self.rules.limit(rule)?;
        let mut past = self.past;
        let mut last = None;
        for (at, day, block) in self.blocks().filter(|(.., block)| is(block, Known::SECONDMENT)) {
            past.take_day(day);
            last = Some((at, day, block));
        }
        let (at, day, block) = last?;
        let (first, _) = past.secondment?;
        let days = u32::try_from((day.date - first).num_days() + 1).unwrap_or(u32::MAX);
        let beyond = Beyond {
            minutes: block.span.minutes(),
            value: days,
            limit: Some(limit),
        };
        (days > limit).then(|| (at, beyond.flag(rule, day, block)))
    }

    /// The most inspections that the term can have had by the end of this week with the cut that is asked for, against
    /// as many weeks of the baseline; none where the baseline has none to cut, and in a week it rests on.
    fn most_inspections(&self) -> Option<u32> {
        let cut = self.rules.limit(Rule::InspectionCount)?;
        let baseline = self.baseline.filter(|b| !b.contains(self.figures.week))?;
        let inspections = GoalSubject::Count(Known::INSPECTION.activity()?);
        let before = baseline.rate(&inspections)?.amount;
        let baseline_weeks = u64::try_from(baseline.weeks().count()).ok()?;
        let weeks = u64::from(self.term_so_far().weeks) + 1;
        let most = before * weeks * u64::from(100 - cut) / (baseline_weeks * 100);
        (before > 0).then(|| u32::try_from(most).ok()).flatten()
    }

    /// What of the past is of this week's term.
    fn term_so_far(&self) -> Past {
        if self.past.term == Some(self.term) {
            self.past
        } else {
            Past::default()
        }
    }
}

/// How far a block is beyond a rule; what the fields mean stands at [`Flag`].
struct Beyond {
    minutes: u32,
    value: u32,
    limit: Option<u32>,
}

impl Beyond {
    fn flag(self, rule: Rule, day: &Day, block: &Block) -> Flag {
        Flag {
            rule,
            date: day.date,
            minutes: self.minutes,
            value: self.value,
            limit: self.limit,
            block: block.id.clone(),
        }
    }
}

/// What of a week has been seen already.
struct Seen<'a> {
    staff_meetings: u32,
    reports: Reports<'a>,
    inspections: u32,
    most_inspections: Option<u32>,
}

impl Seen<'_> {
    fn of(week: &BurdenWeek<'_>) -> Self {
        Self {
            staff_meetings: 0,
            reports: Reports::default(),
            inspections: week.term_so_far().inspections,
            most_inspections: week.most_inspections(),
        }
    }
}

fn is(block: &Block, known: Known) -> bool {
    known.is(&block.activity)
}

fn is_meeting(block: &Block) -> bool {
    block.activity.category == Category::Meetings
}

#[cfg(test)]
mod tests;
