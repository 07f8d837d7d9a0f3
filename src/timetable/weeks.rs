//! The weeks of a term in which something recurs.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Odd or even weeks of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parity {
    /// The first week, the third, and so on (单周).
    Odd,
    /// The second week, the fourth, and so on (双周).
    Even,
}

/// Weeks of a term, by their numbers from 1; all of them unless something is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weeks {
    parity: Option<Parity>,
    /// In order and apart; none for all numbers.
    ranges: Vec<RangeInclusive<u8>>,
}

/// No list of weeks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no list of weeks: write all, odd, even, 1-8,10 or 1-16 odd; the last week is 60")]
pub struct BadWeeks(pub String);

impl Weeks {
    /// The highest number of a week.
    pub const LAST: u8 = 60;

    /// Every week.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            parity: None,
            ranges: Vec::new(),
        }
    }

    /// These weeks, the odd or even ones of them if so asked. Ranges that touch become one; none means all numbers.
    ///
    /// # Errors
    /// [`BadWeeks`] where a range is empty, or a number is not 1 to [`Weeks::LAST`].
    pub fn new(parity: Option<Parity>, mut ranges: Vec<RangeInclusive<u8>>) -> Result<Self, BadWeeks> {
        let is_good =
            |r: &RangeInclusive<u8>| *r.start() >= 1 && r.start() <= r.end() && *r.end() <= Self::LAST;
        if let Some(bad) = ranges.iter().find(|r| !is_good(r)) {
            return Err(BadWeeks(range_text(bad)));
        }
        ranges.sort_by_key(|r| *r.start());
        let mut joined: Vec<RangeInclusive<u8>> = Vec::new();
        for range in ranges {
            match joined.last_mut() {
                Some(last) if *range.start() <= last.end() + 1 => {
                    *last = *last.start()..=*last.end().max(range.end());
                }
                _ => joined.push(range),
            }
        }
        Ok(Self {
            parity,
            ranges: joined,
        })
    }

    /// Whether it is every week, so that no term has to be known.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::all()
    }

    /// Odd or even, if only those.
    #[must_use]
    pub const fn parity(&self) -> Option<Parity> {
        self.parity
    }

    /// The numbers they are among, in order and apart; none for all.
    #[must_use]
    pub fn ranges(&self) -> &[RangeInclusive<u8>] {
        &self.ranges
    }

    /// Whether a week of the term, counted from 1, is one of them.
    #[must_use]
    pub fn contains(&self, number: u32) -> bool {
        let fits = match self.parity {
            None => true,
            Some(Parity::Odd) => !number.is_multiple_of(2),
            Some(Parity::Even) => number.is_multiple_of(2),
        };
        let is_in = |r: &RangeInclusive<u8>| u8::try_from(number).is_ok_and(|n| r.contains(&n));
        fits && (self.ranges.is_empty() || self.ranges.iter().any(is_in))
    }

    /// Whether there is a week that is one of both.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        (1..=u32::from(Self::LAST)).any(|n| self.contains(n) && other.contains(n))
    }
}

fn range_text(range: &RangeInclusive<u8>) -> String {
    if range.start() == range.end() {
        range.start().to_string()
    } else {
        format!("{}-{}", range.start(), range.end())
    }
}

impl fmt::Display for Weeks {
    /// `all`, `odd`, `1-8,10`, `1-16 odd`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ranges: Vec<String> = self.ranges.iter().map(range_text).collect();
        let parity = self.parity.map(|p| match p {
            Parity::Odd => "odd",
            Parity::Even => "even",
        });
        f.write_str(&match (ranges.is_empty(), parity) {
            (true, None) => "all".to_owned(),
            (true, Some(parity)) => parity.to_owned(),
            (false, None) => ranges.join(","),
            (false, Some(parity)) => format!("{} {parity}", ranges.join(",")),
        })
    }
}

impl FromStr for Weeks {
    type Err = BadWeeks;
    /// Reads what `Display` prints, with more spaces and in any order.
    fn from_str(text: &str) -> Result<Self, BadWeeks> {
        let bad = || BadWeeks(text.to_owned());
        let (mut parity, mut ranges, mut all) = (None, Vec::new(), false);
        for word in text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|w| !w.is_empty())
        {
            match word {
                "all" if !all => all = true,
                "odd" if parity.is_none() => parity = Some(Parity::Odd),
                "even" if parity.is_none() => parity = Some(Parity::Even),
                _ => {
                    let (first, last) = word.split_once('-').unwrap_or((word, word));
                    let number = |s: &str| s.parse::<u8>().map_err(|_| bad());
                    ranges.push(number(first)?..=number(last)?);
                }
            }
        }
        let says_nothing = !all && parity.is_none() && ranges.is_empty();
        if says_nothing || all && !ranges.is_empty() {
            return Err(bad());
        }
        Self::new(parity, ranges).map_err(|_| bad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn weeks_are_read_and_counted() {
        for (text, printed, first) in [
            ("all", "all", vec![1, 2, 3, 4]),
            ("odd", "odd", vec![1, 3]),
            ("even", "even", vec![2, 4]),
            ("2-3", "2-3", vec![2, 3]),
            ("1-8, 2-4 odd", "1-8 odd", vec![1, 3]),
            ("4,1,2", "1-2,4", vec![1, 2, 4]),
            ("even 3-60", "3-60 even", vec![4]),
        ] {
            let weeks: Weeks = text.parse().unwrap();
            assert_eq!(weeks.to_string(), printed);
            let counted: Vec<u32> = (1..=4).filter(|n| weeks.contains(*n)).collect();
            assert_eq!(counted, first, "{text}");
        }
        for bad in [
            "", "0", "61", "3-2", "odd even", "all 1-3", "x", "1-", "-3", "1-2-3",
        ] {
            assert!(bad.parse::<Weeks>().is_err(), "{bad}");
        }
        let weeks = |text: &str| text.parse::<Weeks>().unwrap();
        assert!(!weeks("odd").meets(&weeks("even")) && weeks("1-8").meets(&weeks("8-9 even")));
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(parity in 0u8..3, ranges in prop::collection::vec((1u8..=60, 0u8..20), 0..5)) {
            let parity = [None, Some(Parity::Odd), Some(Parity::Even)][usize::from(parity)];
            let ranges = ranges.into_iter().map(|(first, more)| first..=(first + more).min(60)).collect();
            let weeks = Weeks::new(parity, ranges).unwrap();
            prop_assert_eq!(weeks.to_string().parse(), Ok(weeks));
        }
    }
}
