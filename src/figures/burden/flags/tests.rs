use super::super::{Rule, RuleValue};
use super::*;
use crate::domain::{Activity, DayKind, Note, Span, WeekId, parse_clock};

const LESSONS: [(u32, u32); 2] = [(480, 525), (535, 580)];

/// A week's blocks, one a line: `fri 14:00-15:30 meetings/staff-meeting` and perhaps a note; `45m` for an amount, `&`
/// before it for a parallel one.
struct Log {
    week: WeekId,
    days: Vec<Day>,
    rules: Rules,
    past: Past,
    baseline: Option<Baseline>,
}

impl Log {
    fn of(text: &str) -> Self {
        Self::in_week("2026-W47", text)
    }

    fn in_week(week: &str, text: &str) -> Self {
        let week: WeekId = week.parse().unwrap();
        let mut days: Vec<Day> = week.days().map(Day::empty).collect();
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let (parallel, line) = line.strip_prefix("& ").map_or((false, line), |rest| (true, rest));
            let mut parts = line.splitn(4, ' ');
            let (day, when, what) = (
                parts.next().unwrap(),
                parts.next().unwrap(),
                parts.next().unwrap(),
            );
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let day = &mut days[names.iter().position(|n| *n == day).unwrap()];
            let span = match when.split_once('-') {
                Some((from, to)) => Span::clocked(parse_clock(from).unwrap(), parse_clock(to).unwrap()),
                None => Span::amount(when.trim_end_matches('m').parse().unwrap()),
            };
            let (category, code) = what.split_once('/').unwrap();
            let block = Block {
                id: day.new_id(),
                activity: Activity::new(Category::from_code(category).unwrap(), code).unwrap(),
                span: span.unwrap(),
                note: Note::new(parts.next().unwrap_or_default()).unwrap(),
                rating: None,
                parallel,
            };
            day.put(block);
        }
        Self {
            week,
            days,
            rules: Rules::default(),
            past: Past::default(),
            baseline: None,
        }
    }

    fn rule(mut self, rule: Rule, text: &str) -> Self {
        self.rules
            .set(rule, RuleValue::read(rule, text).unwrap())
            .unwrap();
        self
    }

    fn all(&self) -> Vec<Flag> {
        let figures = WeekFigures::of(self.week, &self.days);
        let lesson = |(start, end)| Planned {
            span: Span::clocked(start, end).unwrap(),
            activity: Activity::new(Category::Teaching, "lesson").unwrap(),
            note: Note::default(),
        };
        let week = BurdenWeek {
            figures: &figures,
            days: &self.days,
            rules: &self.rules,
            window: ReplyWindow::USUAL,
            planned: &|day| {
                if day.is_school() {
                    LESSONS.map(lesson).to_vec()
                } else {
                    Vec::new()
                }
            },
            past: self.past,
            term: term(),
            baseline: self.baseline.as_ref(),
        };
        week.flags()
    }

    /// `rule day minutes value/limit`.
    fn flags(&self) -> Vec<String> {
        let limit = |flag: &Flag| {
            flag.limit
                .map_or_else(|| "-".to_owned(), |limit| limit.to_string())
        };
        let say = |flag: &Flag| {
            let day = flag.date.weekday().to_string().to_lowercase();
            format!(
                "{} {day} {} {}/{}",
                flag.rule.code(),
                flag.minutes,
                flag.value,
                limit(flag)
            )
        };
        self.all().iter().map(say).collect()
    }
}

fn term() -> NaiveDate {
    "2026-09-01".parse().unwrap()
}

#[test]
fn each_all_staff_meeting_beyond_the_first_and_every_long_one() {
    let log = "mon 14:00-15:30 meetings/staff-meeting
        wed 14:00-15:31 meetings/staff-meeting
        & thu 14:00-16:00 meetings/staff-meeting
        fri 60m meetings/staff-meeting
        fri 15:00-15:45 meetings/group-meeting
        fri 16:00-16:46 meetings/group-meeting";
    let flags = [
        "staff-meeting-count wed 91 2/1",
        "staff-meeting-length wed 91 91/90",
        "group-meeting-length fri 46 46/45",
        "staff-meeting-count fri 60 3/1",
    ];
    assert_eq!(Log::of(log).flags(), flags);
    let log = Log::of(log)
        .rule(Rule::StaffMeetingCount, "2")
        .rule(Rule::StaffMeetingLength, "off");
    let log = log.rule(Rule::GroupMeetingLength, "60");
    assert_eq!(log.flags(), ["staff-meeting-count fri 60 3/2"]);
}

#[test]
fn a_day_without_meetings_is_off_until_it_is_chosen() {
    let log = "wed 14:00-14:30 meetings/group-meeting\nthu 14:00-14:30 meetings/training\nwed 9:00-9:10 reports/forms";
    let log = log.replace("9:00-9:10", "16:00-16:10");
    assert_eq!(Log::of(&log).flags(), [""; 0]);
    let log = Log::of(&log).rule(Rule::NoMeetingDay, "wed");
    assert_eq!(log.flags(), ["no-meeting-day wed 30 30/-"]);
}

#[test]
fn a_meeting_in_the_time_of_lessons() {
    let log = Log::of(
        "mon 08:30-09:00 meetings/training
        tue 08:00-09:40 meetings/other
        wed 08:45-08:55 meetings/group-meeting
        thu 08:00-08:45 reports/forms
        & fri 08:00-08:45 meetings/training
        sat 08:00-08:45 meetings/training",
    );
    assert_eq!(
        log.flags(),
        ["meeting-in-lessons mon 20 20/-", "meeting-in-lessons tue 90 90/-"]
    );
}

#[test]
fn the_same_report_again() {
    let log = "mon 10:00-10:30 reports/forms 考勤表 A
        tue 10:00-10:30 reports/forms 考勤表 a
        tue 11:00-11:30 reports/platforms 考勤表 A
        wed 10:00-10:20 reports/forms
        thu 10:00-10:20 reports/forms
        thu 40m reports/forms 考勤表 A";
    let flags = ["repeated-report tue 30 2/1", "repeated-report thu 40 3/1"];
    assert_eq!(
        Log::of(log).flags(),
        flags,
        "by activity and note; one without a note may be any"
    );
    assert_eq!(Log::of(log).rule(Rule::RepeatedReport, "0").flags().len(), 4);
}

#[test]
fn a_report_that_was_interrupted_is_one() {
    let split = "mon 10:00-10:30 reports/forms 表\nmon 10:30-10:50 parent_messages/calls\nmon 10:50-11:10 reports/forms 表";
    assert_eq!(Log::of(split).flags(), [""; 0]);
    let again = format!("{split}\ntue 10:00-10:05 reports/forms 表");
    assert_eq!(Log::of(&again).flags(), ["repeated-report tue 5 2/1"]);
    let later = Log::of(&split.replace("10:50-11:10", "10:55-11:10"));
    assert_eq!(
        later.flags(),
        ["repeated-report mon 15 2/1"],
        "a break lies between them"
    );
    let first = Log::of(split).rule(Rule::RepeatedReport, "0");
    assert_eq!(
        first.flags(),
        ["repeated-report mon 50 1/0"],
        "both parts are its time"
    );
}

#[test]
fn parents_outside_the_window() {
    let mut log = Log::of(
        "mon 19:30-20:40 parent_messages/messages
        tue 12:00-12:30 parent_messages/messages
        wed 30m parent_messages/messages
        fri 12:00-12:30 parent_messages/messages
        sun 30m parent_messages/calls",
    );
    log.days[4].mark(DayKind::Off(None));
    let flags = [
        "late-parent-messages mon 40 40/-",
        "late-parent-messages fri 30 30/-",
        "late-parent-messages sun 30 30/-",
    ];
    assert_eq!(log.flags(), flags);
    assert_eq!(log.rule(Rule::LateParentMessages, "off").flags(), [""; 0]);
}

#[test]
fn what_others_ask_of_a_school() {
    let log = Log::of(
        "mon 15:00-16:00 meetings/outside-meeting
        tue 15:00-16:00 duty/street-duty
        wed 15:00-16:00 duty/community
        thu 15:00-16:00 duty/gate",
    );
    let flags = [
        "outside-meeting mon 60 60/-",
        "street-duty tue 60 60/-",
        "street-duty wed 60 60/-",
    ];
    assert_eq!(log.flags(), flags);
}

#[test]
fn a_secondment_is_flagged_once_a_week_when_it_has_gone_on_too_long() {
    let text = "mon 08:00-12:00 duty/secondment\ntue 08:00-12:00 duty/secondment";
    assert_eq!(Log::of(text).flags(), [""; 0]);
    let since = |first: &str, last: &str| {
        let mut log = Log::of(text);
        log.past.secondment = Some((first.parse().unwrap(), last.parse().unwrap()));
        log.flags()
    };
    assert_eq!(
        since("2026-05-18", "2026-11-13"),
        ["secondment-length tue 240 184/183"]
    );
    assert_eq!(
        since("2026-05-19", "2026-11-13"),
        [""; 0],
        "183 days with this one"
    );
    assert_eq!(
        since("2026-05-18", "2026-09-15").len(),
        1,
        "62 days before Monday"
    );
    assert_eq!(since("2026-05-18", "2026-08-30"), [""; 0], "that one has ended");
}

#[test]
fn inspections_are_held_against_as_many_weeks_of_the_baseline() {
    let closed = |week: &str, text: &str| {
        let mut log = Log::in_week(week, text);
        for day in &mut log.days {
            day.closed = true;
        }
        WeekFigures::of(log.week, &log.days)
    };
    let three = "mon 30m reports/inspection\ntue 30m reports/inspection\nwed 30m reports/inspection";
    let baseline = || {
        Baseline::of_weeks([
            closed("2026-W36", three),
            closed("2026-W37", "mon 30m reports/inspection"),
        ])
    };
    let mut log = Log::of("mon 30m reports/inspection\ntue 45m reports/inspection");
    log.baseline = baseline();
    assert_eq!(
        log.flags(),
        ["inspection-count tue 45 2/1"],
        "2 a week before, so 1 by now"
    );
    log.past.term = Some(term());
    (log.past.weeks, log.past.inspections) = (3, 3);
    assert_eq!(log.flags(), ["inspection-count tue 45 5/4"]);
    (log.past.weeks, log.past.inspections) = (9, 3);
    assert_eq!(log.flags(), [""; 0]);
    log.past = Past {
        term: Some("2026-02-01".parse().unwrap()),
        weeks: 9,
        inspections: 90,
        ..Past::default()
    };
    assert_eq!(log.flags(), ["inspection-count tue 45 2/1"], "another term");
    let mut log = log.rule(Rule::InspectionCount, "0");
    assert_eq!(log.flags(), [""; 0], "as many as before are no burden");
    log.baseline = Baseline::of_weeks([closed("2026-W36", ""), closed("2026-W37", "")]);
    assert_eq!(log.flags(), [""; 0], "there was none to cut");
    log.baseline = Some(Baseline::typed(900));
    assert_eq!(log.flags(), [""; 0]);
    let mut own = Log::in_week("2026-W36", three);
    own.baseline = baseline();
    assert_eq!(own.flags(), [""; 0], "a week of the baseline");
}

#[test]
fn one_block_can_be_a_burden_by_several_rules() {
    let log = Log::of("mon 08:00-10:00 meetings/staff-meeting").rule(Rule::NoMeetingDay, "mon");
    let flags = [
        "staff-meeting-length mon 120 120/90",
        "no-meeting-day mon 120 120/-",
        "meeting-in-lessons mon 90 90/-",
    ];
    assert_eq!(log.flags(), flags);
    let id = log.days[0].blocks()[0].id.clone();
    assert!(
        log.all()
            .iter()
            .all(|flag| flag.block == id && flag.date == log.days[0].date)
    );
}

#[test]
fn the_past_is_counted_week_by_week() {
    let week = |id: &str, text: &str| Log::in_week(id, text);
    let mut past = Past::default();
    let mut take = |log: &Log, closed: bool, is_baseline| {
        let mut days = log.days.clone();
        for day in &mut days {
            day.closed = closed;
            past.take_day(day);
        }
        past.take_week(&WeekFigures::of(log.week, &days), term(), is_baseline);
        past
    };
    let inspection = "mon 30m reports/inspection\nfri 60m duty/secondment";
    assert_eq!(
        take(&week("2026-W38", inspection), true, true).weeks,
        0,
        "a baseline week"
    );
    let one = take(&week("2026-W39", inspection), true, false);
    assert_eq!((one.weeks, one.inspections), (1, 1));
    assert_eq!(
        take(&week("2026-W40", inspection), false, false).weeks,
        2,
        "complete or not"
    );
    let empty = take(&week("2026-W41", ""), false, false);
    assert_eq!((empty.weeks, empty.inspections), (2, 2), "nothing logged");
    let dates = past
        .secondment
        .map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(dates, Some(("2026-09-18".into(), "2026-10-02".into())));
}
