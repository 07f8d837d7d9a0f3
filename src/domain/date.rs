//! Civil dates that a diary can hold.

use chrono::NaiveDate;

/// The first date a diary takes.
pub const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(d) => d,
    None => panic!("a civil date"),
};
/// The last date a diary takes.
pub const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(2399, 12, 31) {
    Some(d) => d,
    None => panic!("a civil date"),
};

/// Not a date that a diary takes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date: write it like 2026-11-20, from 1970 to 2399")]
pub struct BadDate(pub String);

/// Passes on a date inside [`FIRST_DATE`]..=[`LAST_DATE`].
///
/// # Errors
/// [`BadDate`] outside.
pub fn check_date(date: NaiveDate) -> Result<NaiveDate, BadDate> {
    if (FIRST_DATE..=LAST_DATE).contains(&date) {
        Ok(date)
    } else {
        Err(BadDate(date.to_string()))
    }
}

/// Reads `2026-11-20`, four, two and two digits.
///
/// # Errors
/// [`BadDate`] for anything else and for dates outside the range.
pub fn parse_date(text: &str) -> Result<NaiveDate, BadDate> {
    let bad = || BadDate(text.to_owned());
    let civil = || {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let year = i32::try_from(number_of([y1, y2, y3, y4])?).ok()?;
        NaiveDate::from_ymd_opt(year, number_of([m1, m2])?, number_of([d1, d2])?)
    };
    check_date(civil().ok_or_else(bad)?).map_err(|_| bad())
}

/// The number that a few ASCII digits say; none where one of them is no digit.
pub(super) fn number_of<const N: usize>(digits: [u8; N]) -> Option<u32> {
    digits.into_iter().try_fold(0, |number, digit| {
        let digit = char::from(digit).to_digit(10)?;
        Some(number * 10 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(parse_date("2026-11-20").unwrap().to_string(), "2026-11-20");
        for bad in [
            "2026-1-2",
            "2026-02-30",
            "1969-12-31",
            "2400-01-01",
            "20261120",
            "+026-11-20",
            "",
        ] {
            assert!(parse_date(bad).is_err(), "{bad}");
        }
    }
}
