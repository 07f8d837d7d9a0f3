//! Plain values of the configuration, and how the file writes them.

use toml_edit::Item;

/// The weekdays as the file writes them, Monday first.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// How many dumps are kept: the newest of so many days, weeks and months. Yearly ones all stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupsKept {
    /// Days, 1 to 366.
    pub daily: u16,
    /// Weeks, 1 to 366.
    pub weekly: u16,
    /// Months, 1 to 366.
    pub monthly: u16,
}

impl BackupsKept {
    /// The most of each kind that can be kept.
    pub const MOST: u16 = 366;
}

impl Default for BackupsKept {
    fn default() -> Self {
        Self {
            daily: 7,
            weekly: 5,
            monthly: 12,
        }
    }
}

/// Which weekdays, Monday first; at least one, none twice.
pub(super) fn weekdays(item: &Item) -> Option<[bool; 7]> {
    let mut out = [false; 7];
    for name in item.as_array()? {
        let name = name.as_str()?;
        let at = WEEKDAYS.iter().position(|w| *w == name)?;
        if std::mem::replace(&mut out[at], true) {
            return None;
        }
    }
    out.contains(&true).then_some(out)
}

/// `07:00-20:00`, in minutes since midnight; it starts before it ends, by 24:00.
pub(super) fn window(item: &Item) -> Option<(u32, u32)> {
    let (start, end) = item.as_str()?.split_once('-')?;
    let (start, end) = (clock(start)?, clock(end)?);
    (start < end && end <= 24 * 60).then_some((start, end))
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |s: &str| {
        (s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit()))
            .then(|| s.parse::<u32>().ok())
            .flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (minutes < 60).then_some(hours * 60 + minutes)
}

/// Minutes of a five-day week.
pub(super) fn minutes(item: &Item) -> Option<u32> {
    let minutes = u32::try_from(item.as_integer()?).ok()?;
    (1..=5 * 24 * 60).contains(&minutes).then_some(minutes)
}

/// Three numbers.
pub(super) fn backups(item: &Item) -> Option<BackupsKept> {
    let number = |v: &toml_edit::Value| {
        let number = u16::try_from(v.as_integer()?).ok()?;
        (1..=BackupsKept::MOST).contains(&number).then_some(number)
    };
    let numbers: Option<Vec<u16>> = item.as_array()?.iter().map(number).collect();
    match numbers?.as_slice() {
        [daily, weekly, monthly] => Some(BackupsKept {
            daily: *daily,
            weekly: *weekly,
            monthly: *monthly,
        }),
        _ => None,
    }
}
