//! One day of the made-up term: the plan, and what comes between.

use super::calendar::{Term, TermWeek};
use super::notes;
use super::template::{What, planned};
use crate::domain::{Activity, Block, Category, Day, Note, Rating, Span, WeekId};
use crate::i18n::Lang;
use crate::survey::collector::Dice;
use chrono::{Datelike, Weekday};

/// When today's log ends: blocks that are over by then are in it.
const NOW: u32 = 17 * 60 + 30;

/// Something for the desk that is neither preparing nor marking.
struct Errand {
    category: Category,
    code: &'static str,
    minutes: u32,
}

struct Filler<'a> {
    day: &'a mut Day,
    week: TermWeek,
    dice: Dice,
    lang: Lang,
    /// Today's log ends at [`NOW`] and has no amounts yet.
    unfinished: bool,
}

/// Books the blocks of a day that is no holiday.
pub(super) fn fill(day: &mut Day, term: &Term, lang: Lang) {
    let date = day.date;
    let plan = planned(date, day.is_school());
    let mut filler = Filler {
        week: term.week(date),
        dice: Term::dice(date),
        lang,
        unfinished: date == term.today,
        day,
    };
    let mut errands = filler.errands();
    let mut lessons = [0; 3];
    for (start, end, what) in plan {
        match what {
            What::Desk => filler.desk(*start, *end, &mut errands),
            What::Lesson(class) => {
                let before = filler.lessons_before(*class);
                let note = notes::lesson(*class, before + lessons[*class], lang);
                lessons[*class] += 1;
                filler.clocked(*start, *end, Category::Teaching, "lesson", &note);
            }
            _ => filler.planned(*start, *end, *what),
        }
    }
    if !plan.is_empty() {
        filler.after_hours();
    }
}

impl Filler<'_> {
    /// Minutes with the week's relief taken off, in steps of five; less than ten are not worth logging.
    fn relieved(&self, minutes: u32) -> Option<u32> {
        let left = (minutes * (100 - self.week.relief) / 100 + 2) / 5 * 5;
        (left >= 10).then_some(left)
    }

    /// The paperwork, calls and talks of a school day.
    fn errands(&mut self) -> Vec<Errand> {
        let mut out = Vec::new();
        if !self.day.is_school() {
            return out;
        }
        let platform = self.dice.minutes(10, 20);
        let second = self
            .dice
            .pick(&["forms", "forms", "evidence", "writing", "surveys"]);
        let minutes = self.dice.minutes(15, 25);
        for (code, minutes) in [("platforms", platform), (second, minutes)] {
            if let Some(minutes) = self.relieved(minutes) {
                out.push(Errand {
                    category: Category::Reports,
                    code,
                    minutes,
                });
            }
        }
        let talk = match self.dice.between(1, 10) {
            1..=3 => Some((Category::ParentMessages, "calls")),
            4..=6 => Some((Category::Teaching, "pastoral")),
            _ => None,
        };
        out.extend(talk.map(|(category, code)| Errand {
            category,
            code,
            minutes: 15,
        }));
        out
    }

    /// How many lessons the class had since the first Monday, had no holiday come between.
    fn lessons_before(&self, class: usize) -> u32 {
        let days = WeekId::of(self.day.date).days();
        let slots = days
            .take_while(|d| *d < self.day.date)
            .flat_map(|d| planned(d, true));
        let this_week = slots
            .filter(|(.., what)| *what == What::Lesson(class))
            .map(|_| 1)
            .sum::<u32>();
        self.week.number * 6 + this_week
    }

    /// Time at the desk: at most two errands, then preparing or marking.
    fn desk(&mut self, start: u32, end: u32, errands: &mut Vec<Errand>) {
        let mut at = start;
        for _ in 0..2 {
            let fits = |e: &Errand| at + e.minutes == end || at + e.minutes + 15 <= end;
            let Some(i) = errands.iter().position(fits).filter(|_| self.dice.chance(70)) else {
                break;
            };
            let Errand {
                category,
                code,
                minutes,
            } = errands.remove(i);
            let note = notes::of_activity(code, &mut self.dice, self.lang);
            self.clocked(at, at + minutes, category, code, &note);
            at += minutes;
        }
        if at < end {
            let code = self.dice.pick(&["preparation", "marking"]);
            let note = notes::of_activity(code, &mut self.dice, self.lang);
            self.clocked(at, end, Category::Teaching, code, &note);
        }
    }

    fn planned(&mut self, start: u32, end: u32, what: What) {
        use Category::{Duty, Teaching};
        let note = notes::of_plan(what, self.lang);
        match what {
            What::Reading => self.clocked(start, end, Teaching, "tutoring", note),
            What::Research => self.clocked(start, end, Teaching, "research", note),
            What::Observation => self.clocked(start, end, Teaching, "observation", note),
            What::ClassHour => self.clocked(start, end, Teaching, "pastoral", note),
            What::Gate => self.clocked(start, end, Duty, "gate", note),
            What::AfterSchool => self.clocked(start, end, Duty, "after-school", note),
            What::EveningStudy => self.clocked(start, end, Duty, "supervision", note),
            What::Supervision => {
                self.clocked(start, end, Duty, "supervision", note);
                if end - start >= 40 && self.dice.chance(40) {
                    self.answer_parents_meanwhile(start + 10, end - 10);
                }
            }
            What::StaffMeeting => {
                let shorter = self.week.relief / 15 * 5;
                let minutes = self.dice.minutes(75, 105) - shorter;
                let note = notes::of_activity("staff-meeting", &mut self.dice, self.lang);
                self.meeting(start, start + minutes, "staff-meeting", &note);
            }
            What::GroupMeeting => {
                let minutes = self.dice.minutes(35, 50);
                self.meeting(start, start + minutes, "group-meeting", note);
            }
            What::Lesson(_) | What::Desk => {}
        }
    }

    /// What is not in the plan: inspections, and messages some time that day.
    fn after_hours(&mut self) {
        if self.week.inspection && self.day.is_school() && self.day.date.weekday() != Weekday::Fri {
            let note = notes::of_activity("inspection", &mut self.dice, self.lang);
            let minutes = self.dice.minutes(15, 20);
            self.clocked(1070, 1070 + minutes, Category::Reports, "inspection", &note);
        }
        let (from, to) = if self.day.is_school() { (20, 35) } else { (10, 20) };
        let minutes = self.dice.minutes(from, to);
        if let (false, Some(minutes)) = (self.unfinished, self.relieved(minutes)) {
            let note = notes::of_activity("messages", &mut self.dice, self.lang);
            self.book(
                Span::amount(minutes).ok(),
                Category::ParentMessages,
                "messages",
                &note,
                None,
                false,
            );
        }
    }

    fn meeting(&mut self, start: u32, end: u32, code: &'static str, note: &str) {
        // The longer a meeting, the less it was worth.
        let worth = self.dice.between(1, 4) + u32::from(end - start < 60);
        let rating = Rating::new(worth).ok();
        self.book(
            Span::clocked(start, end).ok(),
            Category::Meetings,
            code,
            note,
            rating,
            false,
        );
    }

    fn answer_parents_meanwhile(&mut self, start: u32, end: u32) {
        let note = notes::of_activity("messages", &mut self.dice, self.lang);
        self.book(
            Span::clocked(start, end).ok(),
            Category::ParentMessages,
            "messages",
            &note,
            None,
            true,
        );
    }

    fn clocked(&mut self, start: u32, end: u32, category: Category, code: &str, note: &str) {
        self.book(Span::clocked(start, end).ok(), category, code, note, None, false);
    }

    /// Puts a block on the day if it is over by now. Spans, codes and notes here are all well-formed; tests count them.
    fn book(
        &mut self,
        span: Option<Span>,
        category: Category,
        code: &str,
        note: &str,
        rating: Option<Rating>,
        parallel: bool,
    ) {
        let (Some(span), Ok(activity), Ok(note)) = (span, Activity::new(category, code), Note::new(note))
        else {
            return;
        };
        if self.unfinished && span.clock_times().is_none_or(|(_, end)| end > NOW) {
            return;
        }
        let id = self.day.new_id();
        self.day.put(Block {
            id,
            activity,
            span,
            note,
            rating,
            parallel,
        });
    }
}
