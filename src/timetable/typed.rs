//! Bells and terms as they are typed into one line, also with an input method on.

use super::Term;
use crate::domain::{BadBells, BellSchedule, Period, Span, check_date, parse_clock};
use crate::i18n::half_width;
use chrono::NaiveDate;

/// Why typed periods make no bell schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPeriods {
    /// This is no time like 08:00-08:45.
    Time(String),
    /// This period, from 1, begins before the one before it ends.
    Order(usize),
    /// This period, from 1, has a name that cannot be one.
    Name(usize),
}

/// Why a typed line is no term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadTerm {
    /// It does not begin with two dates.
    Dates,
    /// It ends before it begins.
    Backwards,
    /// Its name is longer than 40 characters.
    Name,
}

/// A time or a span as an input method may leave it, in plain characters and two digits an hour.
#[must_use]
pub fn plain_time(text: &str) -> String {
    let narrow = |c: char| match half_width(c) {
        '–' | '—' | '~' | '至' | '到' => '-',
        other => other,
    };
    let text: String = text.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
    let two = |clock: &str| match clock.find(':') {
        Some(1) => format!("0{clock}"),
        _ => clock.to_owned(),
    };
    text.split('-').map(two).collect::<Vec<_>>().join("-")
}

/// Reads `8:00-8:45`; none for anything else.
#[must_use]
pub fn read_span(text: &str) -> Option<Span> {
    let plain = plain_time(text);
    let (start, end) = plain.split_once('-')?;
    Span::clocked(parse_clock(start)?, parse_clock(end)?).ok()
}

/// Reads `早读 7:30-7:55, 8:00-8:45`: each time a lesson, or with a name before it a period of that name. None, which is
/// the usual bells, where nothing is typed.
///
/// # Errors
/// [`BadPeriods`] for the first that cannot be taken.
pub fn read_periods(text: &str) -> Result<Option<BellSchedule>, BadPeriods> {
    let mut periods: Vec<Period> = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    for part in text.split(|c| ",;，；、\n".contains(c)) {
        for word in part.split_whitespace() {
            let digit = word.find(|c| half_width(c).is_ascii_digit());
            let stuck = digit.and_then(|at| Some((at, read_span(&word[at..])?)));
            let Some((at, span)) = stuck else {
                if digit == Some(0) {
                    return Err(BadPeriods::Time(word.to_owned()));
                }
                name.push(word);
                continue;
            };
            name.extend(Some(&word[..at]).filter(|n| !n.is_empty()));
            let said = std::mem::take(&mut name).join(" ");
            periods.push(Period {
                name: Some(said).filter(|n| !n.is_empty()),
                span,
            });
        }
        if !name.is_empty() {
            return Err(BadPeriods::Time(name.join(" ")));
        }
    }
    if periods.is_empty() {
        return Ok(None);
    }
    BellSchedule::new(periods).map(Some).map_err(|bad| match bad {
        BadBells::Order(at) => BadPeriods::Order(at + 1),
        BadBells::Name(at) => BadPeriods::Name(at + 1),
    })
}

/// Writes what [`read_periods`] reads.
#[must_use]
pub fn print_periods(bells: &BellSchedule) -> String {
    let is_plain = bells.periods().iter().all(|p| p.name.is_none());
    let period = |p: &Period| match &p.name {
        Some(name) => format!("{name} {}", p.span),
        None => p.span.to_string(),
    };
    let all: Vec<String> = bells.periods().iter().map(period).collect();
    all.join(if is_plain { " " } else { ", " })
}

/// Reads a date as it is typed, `2026-08-31`, `2026/8/31` or `2026年8月31日`, and what stands behind it.
#[must_use]
pub fn read_day(text: &str) -> Option<(NaiveDate, &str)> {
    let text = text.trim_start();
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix(['-', '/', '.', '年', '－', '／'])?, 2)?;
    let (day, rest) = number(rest.strip_prefix(['-', '/', '.', '月', '－', '／'])?, 2)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let date = check_date(date).ok()?;
    Some((date, rest.strip_prefix(['日', '号', '號']).unwrap_or(rest)))
}

/// A number of at most so many digits at the beginning, and the rest.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits: String = text
        .chars()
        .map(half_width)
        .take(most)
        .take_while(char::is_ascii_digit)
        .collect();
    let end = text
        .char_indices()
        .nth(digits.len())
        .map_or(text.len(), |(at, _)| at);
    Some((digits.parse().ok()?, &text[end..]))
}

/// Reads `2026-08-31 2027-01-22 autumn`, with `..`, `~` or 至 between the dates if one likes; the name may be missing.
///
/// # Errors
/// [`BadTerm`].
pub fn read_term(text: &str) -> Result<Term, BadTerm> {
    let (first, rest) = read_day(text).ok_or(BadTerm::Dates)?;
    let between = |c: char| c.is_whitespace() || ".~～〜至到-–—－".contains(c);
    let (last, rest) = read_day(rest.trim_start_matches(between)).ok_or(BadTerm::Dates)?;
    if last < first {
        return Err(BadTerm::Backwards);
    }
    let name = rest.trim_matches(|c: char| c.is_whitespace() || ",，".contains(c));
    if name.chars().count() > 40 || name.contains(char::is_control) {
        return Err(BadTerm::Name);
    }
    Ok(Term {
        name: name.to_owned(),
        days: first..=last,
        holidays: Vec::new(),
    })
}

/// Writes what [`read_term`] reads; the holidays are left out.
#[must_use]
pub fn print_term(term: &Term) -> String {
    let (first, last) = (term.days.start(), term.days.end());
    format!("{first} {last} {}", term.name).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bells_are_read_as_they_are_shown_and_as_an_input_method_leaves_them() {
        let usual = BellSchedule::usual();
        assert_eq!(read_periods(&print_periods(&usual)), Ok(Some(usual)));
        let chinese = read_periods("早读7:30－7:55，8:00－8:45，８：５５—9：40、课后 服务 16:00-17:00")
            .unwrap()
            .unwrap();
        assert_eq!(
            print_periods(&chinese),
            "早读 07:30-07:55, 08:00-08:45, 08:55-09:40, 课后 服务 16:00-17:00"
        );
        assert_eq!(read_periods("  "), Ok(None), "the usual ones again");
    }

    #[test]
    fn what_is_no_schedule_is_named() {
        for bad in [
            "8-9",
            "08:00",
            "08:45-08:00",
            "08:00-08:45-09:00",
            "99:00-99:30",
            "早读",
        ] {
            assert_eq!(read_periods(bad), Err(BadPeriods::Time(bad.to_owned())), "{bad}");
        }
        assert_eq!(
            read_periods("08:00-08:45 08:40-09:20"),
            Err(BadPeriods::Order(2)),
            "the second begins too early"
        );
        assert_eq!(
            read_periods("早读 07:00-07:30, 早读 08:00-08:45"),
            Err(BadPeriods::Name(2))
        );
    }

    #[test]
    fn a_term_is_typed_in_many_ways() {
        let autumn = read_term("2026-08-31 2027-01-22 autumn").unwrap();
        for same in [
            "2026-08-31..2027-01-22 autumn",
            "2026/8/31 ~ 2027/1/22, autumn",
            "2026年8月31日至2027年1月22日 autumn",
            "２０２６－０８－３１　2027-01-22　autumn",
        ] {
            assert_eq!(read_term(same), Ok(autumn.clone()), "{same}");
        }
        assert_eq!(print_term(&autumn), "2026-08-31 2027-01-22 autumn");
        assert_eq!(read_term("2026-08-31 2027-01-22").unwrap().name, "");
        assert_eq!(read_term("2026-08-31"), Err(BadTerm::Dates));
        assert_eq!(read_term("2027-01-22 2026-08-31"), Err(BadTerm::Backwards));
        assert_eq!(
            read_term(&format!("2026-08-31 2027-01-22 {}", "x".repeat(41))),
            Err(BadTerm::Name)
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            let _ = (read_periods(&text), read_term(&text), read_span(&text));
        }
    }
}
