//! The figures of one line of a table, as they are shown.

use super::rounded::{
    Portion, doubled_minutes, doubled_percent, mean_minutes, mean_of_bands, mean_percent, people, tenths,
};
use crate::domain::Category;
use crate::survey::collector::cells::{Cell, Histogram, Measure};
use crate::survey::collector::disclosure::{ActivitySets, Families, Item, Rules};
use crate::survey::collector::values::Value;

/// How many points a band of the change is wide.
const BAND: u32 = 5;

/// The figures of one line. What is none is hidden, not asked, or of too few respondents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How many weeks they are of.
    pub weeks: u32,
    /// How many responses, to the nearest 5.
    pub responses: Option<u32>,
    /// How many of the weeks are complete, of the responses that say so.
    pub complete: Option<Portion>,
    /// Minutes of all work, the mean.
    pub total: Option<u32>,
    /// Non-teaching minutes.
    pub non_teaching: Spread,
    /// Non-teaching work as a part of all, in per cent; the mean of the respondents' shares.
    pub share: Spread,
    /// The mean minutes of each category or of several together.
    pub categories: Vec<(Vec<Category>, u32)>,
    /// The mean minutes of each activity or of several of a category together, by their places among the built-in ones.
    pub activities: Vec<(Vec<usize>, u32)>,
    /// Meetings per respondent, in tenths.
    pub meetings: Option<u32>,
    /// The mean minutes of a meeting.
    pub meeting_minutes: Option<u32>,
    /// All-staff meetings per respondent, in tenths.
    pub staff_meetings: Option<u32>,
    /// How many of the meetings last more than 90 minutes.
    pub long_meetings: Option<Portion>,
    /// The mean minutes with parents outside the reply window.
    pub late_parents: Option<u32>,
    /// How many met the 15 % goal, of those who can be compared with a baseline.
    pub goal_met: Option<Portion>,
    /// The mean change against the baseline, in per cent, by the middles of bands of 5 points; the outermost ones, which
    /// have no other end, by what would be their middles: ±52.5.
    pub change: Option<i32>,
    /// What meetings were worth, 1 to 5, the mean in tenths.
    pub rating: Option<u32>,
}

/// Where a quantity lies, with as much of it as its number of respondents allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spread {
    /// The mean.
    pub mean: Option<u32>,
    /// The median, of 10 respondents and more; of a period, of so many in each week.
    pub median: Option<u32>,
    /// The first and the third quartile, of 40 and more.
    pub quartiles: Option<[u32; 2]>,
    /// The first and the ninth decile, of 100 and more.
    pub deciles: Option<[u32; 2]>,
}

impl Spread {
    /// Of some weeks; nobody is known to be in only one of them, so that each is counted as often.
    fn of(mean: Option<u32>, values: &Histogram, weeks: u32, show: impl Fn(i32) -> Option<u32>) -> Self {
        let n = values.total();
        let at = |part, of| show(values.doubled_quantile(part, of)?);
        let both = |low, high, of| Some([at(low, of)?, at(high, of)?]);
        let allowed = |least: u32| n >= u64::from(least) * u64::from(weeks);
        Self {
            mean,
            median: allowed(Rules::MEDIAN).then(|| at(1, 2)).flatten(),
            quartiles: allowed(Rules::QUARTILES).then(|| both(1, 3, 4)).flatten(),
            deciles: allowed(Rules::DECILES).then(|| both(1, 9, 10)).flatten(),
        }
    }
}

/// Which numbers of a line may be shown together, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sets<'a> {
    pub(super) families: &'a Families,
    pub(super) activities: &'a ActivitySets,
    pub(super) rules: Rules,
    /// How many weeks they are of.
    pub(super) weeks: u32,
}

impl Figures {
    /// Adds what an item says of a cell.
    pub(super) fn show(&mut self, item: Item, cell: &Cell, sets: Sets<'_>) {
        let value = |value: Value| cell.of(Measure::Value(value));
        let step = sets.rules.rounding;
        let mean = |measure: Measure| mean_minutes(cell.of(measure).sum, cell.of(measure).n, step);
        let per_head = |v: Value| tenths(value(v).sum, value(v).n.into());
        let portion = |part: i64, whole: i64| {
            Portion::of_weeks(part.try_into().ok()?, whole.try_into().ok()?, sets.weeks)
        };
        match item {
            Item::Time => {
                self.responses = Some(people(cell.respondents));
                self.total = mean(Measure::Total);
                let mean = mean(Measure::NonTeaching);
                self.non_teaching =
                    Spread::of(mean, &cell.non_teaching, sets.weeks, |m| doubled_minutes(m, step));
                self.categories = Self::categories_of(cell, sets);
            }
            Item::Share => {
                let share = cell.of(Measure::Share);
                self.share = Spread::of(
                    mean_percent(share.sum, share.n),
                    &cell.share,
                    sets.weeks,
                    doubled_percent,
                );
            }
            Item::Complete => {
                let complete = value(Value::Complete);
                self.complete = portion(complete.sum, complete.n.into());
            }
            Item::Activities => self.activities = Self::activities_of(cell, sets),
            Item::Meetings => {
                self.meetings = per_head(Value::Meetings);
                let meetings = u32::try_from(value(Value::Meetings).sum).ok();
                let minutes = value(Value::MeetingMinutes).sum;
                self.meeting_minutes = meetings.and_then(|n| mean_minutes(minutes, n, step));
            }
            Item::StaffMeetings => self.staff_meetings = per_head(Value::StaffMeetings),
            Item::LongMeetings => {
                self.long_meetings = portion(value(Value::LongMeetings).sum, value(Value::Meetings).sum);
            }
            Item::LateParents => self.late_parents = mean(Measure::Value(Value::LateParents)),
            Item::Goal => {
                let met = value(Value::GoalMet);
                self.goal_met = portion(met.sum, met.n.into());
            }
            Item::Change => {
                let change = value(Value::ChangeBand);
                self.change = mean_of_bands(change.sum, change.n, BAND);
            }
            Item::Ratings => {
                let of = |rating: u8| (i64::from(rating), value(Value::Rating(rating)).sum);
                let ratings = [1, 2, 3, 4, 5].map(of);
                let sum = ratings.iter().map(|(rating, n)| rating * n).sum();
                self.rating = tenths(sum, ratings.iter().map(|(_, n)| n).sum());
            }
        }
    }

    fn categories_of(cell: &Cell, sets: Sets<'_>) -> Vec<(Vec<Category>, u32)> {
        let mean = |family: &[Category]| {
            let sum = family.iter().map(|c| cell.of(Measure::category(*c)).sum).sum();
            Some((
                family.to_vec(),
                mean_minutes(sum, cell.respondents, sets.rules.rounding)?,
            ))
        };
        sets.families.iter().filter_map(mean).collect()
    }

    fn activities_of(cell: &Cell, sets: Sets<'_>) -> Vec<(Vec<usize>, u32)> {
        let mean = |set: &[usize]| {
            let moments = set.iter().map(|p| cell.of(Measure::Value(Value::Activity(*p))));
            let n = moments.clone().map(|m| m.n).max()?;
            let sum = moments.map(|m| m.sum).sum();
            Some((set.to_vec(), mean_minutes(sum, n, sets.rules.rounding)?))
        };
        sets.activities.iter(sets.families).filter_map(mean).collect()
    }
}
