//! A bell schedule: which periods a school day has.

use super::{BadSpan, Span};

/// A stretch of the school day between two bells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its name, such as 早读; a period without one is a lesson and has a number.
    pub name: Option<String>,
    /// From bell to bell; clocked.
    pub span: Span,
}

/// The periods of a school day in their order. Those without a name are numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BellSchedule {
    periods: Vec<Period>,
}

/// Why periods make no schedule; holds the index (from 0) of the one that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadBells {
    /// It has no times, or begins before the one before it ends.
    Order(usize),
    /// Its name is empty, longer than [`BellSchedule::LONGEST_NAME`], only a number, holds two points, or has been given before.
    Name(usize),
}

impl BellSchedule {
    /// The most characters of a period's name.
    pub const LONGEST_NAME: usize = 20;

    /// A schedule of clocked periods.
    ///
    /// # Errors
    /// [`BadBells`] for the first period that does not fit.
    pub fn new(periods: Vec<Period>) -> Result<Self, BadBells> {
        let mut last_end = 0;
        for (i, period) in periods.iter().enumerate() {
            match period.span.clock_times() {
                Some((start, end)) if start >= last_end => last_end = end,
                _ => return Err(BadBells::Order(i)),
            }
            if let Some(name) = &period.name {
                let is_number = name.chars().all(|c| c.is_ascii_digit() || c == '-');
                let is_short = name.chars().count() <= Self::LONGEST_NAME;
                let is_clean =
                    name.trim() == name && !name.contains(char::is_control) && !name.contains("..");
                let is_new = periods[..i].iter().all(|p| p.name.as_ref() != Some(name));
                if is_number || !is_short || !is_clean || !is_new {
                    return Err(BadBells::Name(i));
                }
            }
        }
        Ok(Self { periods })
    }

    /// A schedule of numbered lessons.
    ///
    /// # Errors
    /// [`BadBells::Order`] for the first that does not fit.
    pub fn of_lessons(lessons: impl IntoIterator<Item = Span>) -> Result<Self, BadBells> {
        let period = |span| Period { name: None, span };
        Self::new(lessons.into_iter().map(period).collect())
    }

    /// The seven lessons of a usual secondary school day; what counts until a school's own bells are set.
    #[must_use]
    pub fn usual() -> Self {
        let times = [
            (480, 525),
            (535, 580),
            (610, 655),
            (665, 710),
            (840, 885),
            (895, 940),
            (950, 995),
        ];
        Self::fixed(times.into_iter())
    }

    /// The six lessons of 40 minutes of a usual primary school day.
    #[must_use]
    pub fn primary() -> Self {
        Self::fixed([500, 550, 620, 670, 840, 890].into_iter().map(|s| (s, s + 40)))
    }

    fn fixed(times: impl Iterator<Item = (u32, u32)>) -> Self {
        let period = |(start, end)| {
            let span = Span::clocked(start, end).ok()?;
            Some(Period { name: None, span })
        };
        Self {
            periods: times.filter_map(period).collect(),
        }
    }

    /// The periods in order, named ones too.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// The numbered periods in order: the lessons.
    #[must_use]
    pub fn lessons(&self) -> impl DoubleEndedIterator<Item = Span> {
        self.periods.iter().filter(|p| p.name.is_none()).map(|p| p.span)
    }

    /// The periods in order, each with what it is called by: its name, or its number.
    pub fn called(&self) -> impl Iterator<Item = (String, Span)> {
        let mut number = 0;
        self.periods.iter().map(move |period| {
            let called = period.name.clone().unwrap_or_else(|| {
                number += 1;
                number.to_string()
            });
            (called, period.span)
        })
    }

    /// From the start of the first to the end of the last of the lessons `first..=last`, numbered from 1.
    ///
    /// None where the schedule lacks one of them or `last` is before `first`.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Option<Result<Span, BadSpan>> {
        self.between(&first.to_string(), &last.to_string())
    }

    /// From the start of one period to the end of another, each called by its name or its number.
    ///
    /// None where the schedule lacks one of them or the last is before the first.
    #[must_use]
    pub fn between(&self, first: &str, last: &str) -> Option<Result<Span, BadSpan>> {
        let at = |called: &str| self.called().position(|(c, _)| c == called);
        let (from, to) = (at(first)?, at(last)?);
        let times = |i: usize| self.periods[i].span.clock_times();
        let ((start, _), (_, end)) = (times(from)?, times(to)?);
        (from <= to).then(|| Span::clocked(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, start: u32, end: u32) -> Period {
        Period {
            name: Some(name.to_owned()),
            span: Span::clocked(start, end).unwrap(),
        }
    }

    #[test]
    fn periods_by_number() {
        let bells = BellSchedule::usual();
        assert_eq!(bells.lessons().count(), 7);
        assert_eq!(bells.span(3, 4).unwrap().unwrap().to_string(), "10:10-11:50");
        assert_eq!(bells.span(0, 1), None);
        assert_eq!(bells.span(4, 3), None);
        assert_eq!(bells.span(7, 8), None);
        assert_eq!(BellSchedule::new(bells.periods().to_vec()), Ok(bells));
    }

    #[test]
    fn periods_by_name_take_no_number() {
        let mut periods = vec![named("早读", 450, 475)];
        periods.extend(BellSchedule::usual().periods().to_vec());
        periods.push(named("课后服务", 1005, 1065));
        let bells = BellSchedule::new(periods).unwrap();
        assert_eq!(bells.span(1, 1).unwrap().unwrap().to_string(), "08:00-08:45");
        let between = |first, last| bells.between(first, last).map(|s| s.unwrap().to_string());
        assert_eq!(between("早读", "早读").as_deref(), Some("07:30-07:55"));
        assert_eq!(between("7", "课后服务").as_deref(), Some("15:50-17:45"));
        assert_eq!(between("晚自习", "晚自习"), None);
        assert_eq!(bells.called().nth(1).unwrap().0, "1");
    }

    #[test]
    fn primary_school_has_shorter_lessons() {
        let bells = BellSchedule::primary();
        let shown: Vec<String> = bells.lessons().map(|s| s.to_string()).collect();
        assert_eq!(
            (shown[0].as_str(), shown[5].as_str()),
            ("08:20-09:00", "14:50-15:30")
        );
        assert!(bells.lessons().all(|p| p.minutes() == 40));
        assert_eq!(BellSchedule::new(bells.periods().to_vec()), Ok(bells));
    }

    #[test]
    fn periods_that_do_not_fit_are_refused() {
        let span = |s, e| Span::clocked(s, e).unwrap();
        let lessons = |spans: &[Span]| BellSchedule::of_lessons(spans.iter().copied());
        assert_eq!(
            lessons(&[span(480, 525), span(520, 560)]),
            Err(BadBells::Order(1))
        );
        assert_eq!(lessons(&[Span::amount(40).unwrap()]), Err(BadBells::Order(0)));
        for bad in [
            "",
            "3",
            "3-4",
            " 早读",
            "很长很长很长很长很长很长很长很长很长很长很长",
        ] {
            let periods = vec![named(bad, 450, 475)];
            assert_eq!(BellSchedule::new(periods), Err(BadBells::Name(0)), "{bad}");
        }
        let twice = vec![named("早读", 450, 475), named("早读", 480, 500)];
        assert_eq!(BellSchedule::new(twice), Err(BadBells::Name(1)));
    }
}
