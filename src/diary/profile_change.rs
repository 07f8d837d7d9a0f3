//! What else changes when settings do.

use super::{Profile, Setting};
use chrono::NaiveDate;

impl Profile {
    /// The settings to be saved when these are asked for: other bells ring from today on, so that what was planned for
    /// days gone by goes on by the old ones.
    #[must_use]
    pub fn change(&self, mut settings: Vec<Setting>, today: NaiveDate) -> Vec<Setting> {
        let other_bells = settings
            .iter()
            .any(|s| matches!(s, Setting::Bells(new) if *new != self.bells));
        let is_new = self.timetable.on(today).is_none_or(|held| held.made == today);
        if !other_bells || is_new {
            return settings;
        }
        let timetable = settings.iter_mut().find_map(|s| match s {
            Setting::Timetable(timetable) => Some(timetable),
            _ => None,
        });
        match timetable {
            Some(timetable) => *timetable = timetable.keeping_bells(&self.bells, today),
            None => settings.push(Setting::Timetable(
                self.timetable.keeping_bells(&self.bells, today),
            )),
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, BellSchedule, Category, Day, Note};
    use crate::timetable::{Bells, Recurring, Slot};
    use chrono::Weekday;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn set(profile: &mut Profile, setting: Setting, day: u32) {
        let all = profile.change(vec![setting], date(day));
        for setting in all {
            profile.set(setting);
        }
    }

    fn planned(profile: &Profile, day: u32) -> Vec<String> {
        let planned = profile.planned(&Day::empty(date(day)));
        planned.iter().map(|p| p.span.to_string()).collect()
    }

    #[test]
    fn other_bells_leave_the_days_before_them_alone() {
        let first = Slot::Periods {
            first: "1".to_owned(),
            last: "1".to_owned(),
        };
        let lesson = Activity::new(Category::Teaching, "lesson").unwrap();
        let entry = Recurring::weekly(Weekday::Fri, first, lesson, Note::default());
        let mut profile = Profile::default();
        let entered = profile.timetable.with_entries(vec![entry], date(12), date(12));
        set(&mut profile, Setting::Timetable(entered), 12);
        set(
            &mut profile,
            Setting::Bells(vec![Bells::all_year(BellSchedule::primary())]),
            12,
        );
        assert_eq!(
            planned(&profile, 6),
            ["08:20-09:00"],
            "mended with the timetable, on the same date"
        );
        set(&mut profile, Setting::Bells(Vec::new()), 16);
        assert_eq!(planned(&profile, 13), ["08:20-09:00"], "as it was");
        assert_eq!(planned(&profile, 20), ["08:00-08:45"]);
        set(
            &mut profile,
            Setting::Bells(vec![Bells::all_year(BellSchedule::primary())]),
            24,
        );
        assert_eq!(
            (
                planned(&profile, 13)[0].as_str(),
                planned(&profile, 20)[0].as_str()
            ),
            ("08:20-09:00", "08:00-08:45")
        );
        assert_eq!(planned(&profile, 27), ["08:20-09:00"]);
        assert_eq!(profile.bells_on(date(20)), BellSchedule::usual());
    }
}
