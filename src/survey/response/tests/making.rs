//! Made-up surveys, answers and weeks.

use crate::diary::{Profile, SurveySecret};
use crate::domain::{Activity, Block, Category, Day, DayKind, Note, Rating, Span, Taxonomy, WeekId};
use crate::figures::{Baseline, WeekFigures};
use crate::survey::definition::tests::WHOLE;
use crate::survey::response::{Heading, WEEK};
use crate::survey::{Definition, Field, Joined, Respondent, WeekReading};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

pub(crate) fn week() -> WeekId {
    "2026-W47".parse().unwrap()
}

pub(crate) fn heading(survey: &Joined, secret: u8) -> Heading {
    Heading {
        version: Heading::VERSION,
        definition: survey.hash(),
        week: week(),
        respondent: Respondent::of(&SurveySecret::new([secret; 32]), &survey.definition, week()),
        revision: 1,
    }
}

pub(crate) fn block(activity: Activity, span: Span) -> Block {
    Block {
        id: Day::empty(week().monday()).new_id(),
        activity,
        span,
        note: Note::default(),
        rating: None,
        parallel: false,
    }
}

/// The days of the week with these blocks, on the weekday of each.
pub(crate) fn days(blocks: &[(usize, Block)]) -> Vec<Day> {
    let mut days: Vec<Day> = week().days().map(Day::empty).collect();
    for (day, block) in blocks {
        let day = &mut days[*day];
        let id = day.new_id();
        day.put(Block { id, ..block.clone() });
    }
    days
}

pub(crate) fn reading(blocks: &[(usize, Block)]) -> WeekReading {
    WeekReading::of(week(), &days(blocks), &Profile::default(), None)
}

/// Surveys that ask for anything, with any answers, and anything withheld.
pub(crate) fn surveys() -> impl Strategy<Value = Joined> {
    let asks = any::<[bool; 5]>();
    let answers = vec(prop::option::of(any::<Index>()), 2);
    let withheld = prop::sample::subsequence(Field::ALL.to_vec(), 0..=6);
    (asks, Definition::ROUNDING, any::<bool>(), answers, withheld).prop_map(
        |(asks, rounding, panel, answers, withheld)| {
            let mut text = WHOLE.replace("rounding = 15", &format!("rounding = {rounding}"));
            text = text.replace("panel = false", &format!("panel = {panel}"));
            for (name, asked) in [
                "activities",
                "meetings",
                "late_parent_messages",
                "goal",
                "ratings",
            ]
            .iter()
            .zip(asks)
            {
                text = text.replace(&format!("{name} = true"), &format!("{name} = {asked}"));
            }
            let mut survey = Joined::new(Definition::read(text.as_bytes()).unwrap());
            for (group, answer) in survey.definition.groups.clone().iter().zip(answers) {
                let open: Vec<_> = group.open().collect();
                let answer = answer.map(|at| open[at.index(open.len())].code.as_str());
                survey.answer(group.code.as_str(), answer).unwrap();
            }
            for field in withheld {
                survey.withhold(field, true);
            }
            survey
        },
    )
}

/// Blocks of any activity, the teacher's own among them.
fn blocks() -> impl Strategy<Value = Block> {
    let built_in: Vec<Activity> = Taxonomy::built_in()
        .activities()
        .iter()
        .map(|a| a.activity.clone())
        .collect();
    let own = ["my-own", "lesson", "canary"].into_iter();
    let own = own.flat_map(|code| Category::ALL.map(|c| Activity::new(c, code).unwrap()));
    let activity = prop::sample::select(built_in.into_iter().chain(own).collect::<Vec<_>>());
    let span = prop_oneof![
        (1u32..=1440).prop_map(Span::amount),
        (0u32..1440, 1u32..=720).prop_map(|(start, length)| Span::clocked(start, start + length)),
    ];
    (
        activity,
        span,
        prop::option::of(1u32..=5),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(activity, span, rating, parallel)| Block {
            rating: rating.map(|r| Rating::new(r).unwrap()),
            parallel,
            ..block(activity, span.unwrap())
        })
}

/// Weeks of any length up to 168 hours, complete or not, with any baseline or none.
pub(crate) fn readings() -> impl Strategy<Value = WeekReading> {
    let blocks = vec((0usize..7, blocks()), 0..40);
    let marks = vec(
        (
            prop::option::weighted(0.2, any::<bool>()),
            prop::bool::weighted(0.5),
        ),
        7,
    );
    let baseline = prop::option::of(prop_oneof![Just(None), (1u32..7200).prop_map(Some)]);
    (blocks, marks, any::<bool>(), baseline).prop_map(|(mut blocks, marks, all_closed, baseline)| {
        let mut left = WEEK;
        blocks.retain(|(_, block)| {
            let minutes = if block.parallel { 0 } else { block.span.minutes() };
            let fits = minutes <= left;
            left -= if fits { minutes } else { 0 };
            fits
        });
        let mut days = days(&blocks);
        for (day, (mark, closed)) in days.iter_mut().zip(marks) {
            day.closed = closed || all_closed;
            if let Some(school) = mark {
                day.mark(if school {
                    DayKind::School
                } else {
                    DayKind::Off(None)
                });
            }
        }
        let baseline = baseline.and_then(|typed| match typed {
            Some(minutes) => Some(Baseline::typed(minutes)),
            None => Baseline::of_weeks([week(), week().offset(-1).unwrap()].map(closed_week)),
        });
        WeekReading::of(week(), &days, &Profile::default(), baseline.as_ref())
    })
}

/// A complete week of an hour of reports a day.
pub(crate) fn closed_week(week: WeekId) -> WeekFigures {
    let day = |date| {
        let mut day = Day::empty(date);
        let id = day.new_id();
        let reports = Activity::catch_all(Category::Reports);
        day.put(Block {
            id,
            ..block(reports, Span::amount(60).unwrap())
        });
        day.closed = true;
        day
    };
    let days: Vec<Day> = week.days().take(5).map(day).collect();
    WeekFigures::of(week, &days)
}
