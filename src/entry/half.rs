//! Halves of the day beside a time: `下午2点`, `晚上7:30`, `2:30pm`.

use crate::domain::DAY;

/// A half of the day, which says what an hour up to twelve means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// 凌晨
    Night,
    /// 早上
    Early,
    /// 上午
    Morning,
    /// 中午
    Noon,
    /// 下午
    Afternoon,
    /// 晚上
    Evening,
    /// `am`
    Am,
    /// `pm`
    Pm,
}

const BEFORE: [(&str, Half); 9] = [
    ("凌晨", Half::Night),
    ("早上", Half::Early),
    ("早晨", Half::Early),
    ("上午", Half::Morning),
    ("中午", Half::Noon),
    ("下午", Half::Afternoon),
    ("傍晚", Half::Evening),
    ("晚上", Half::Evening),
    ("晚", Half::Evening),
];

/// Splits off the half of the day that stands before a time.
pub(super) fn before(text: &str) -> (Option<Half>, &str) {
    let found = BEFORE
        .iter()
        .find_map(|(word, half)| Some((Some(*half), text.strip_prefix(word)?)));
    found.unwrap_or((None, text))
}

/// Splits off the half of the day that stands after a time.
pub(super) fn after(text: &str) -> (Option<Half>, &str) {
    if let Some(rest) = text.strip_prefix("am") {
        return (Some(Half::Am), rest);
    }
    text.strip_prefix("pm")
        .map_or((None, text), |rest| (Some(Half::Pm), rest))
}

impl Half {
    /// The minutes since midnight that a time means in this half; none where it can't be in it, or where that would
    /// be a guess (`晚上1点`, `早上12点`).
    pub(super) fn place(self, minutes: u32) -> Option<u32> {
        let (same, later) = (Some(minutes), Some(minutes + DAY / 2));
        match (self, minutes / 60) {
            (Self::Night, 0..=6)
            | (Self::Early | Self::Am, 0..=11)
            | (Self::Morning, 0..=12)
            | (Self::Noon, 11..=14)
            | (Self::Afternoon | Self::Pm, 12..=23)
            | (Self::Evening, 16..) => same,
            (Self::Noon, 1..=2) | (Self::Afternoon | Self::Pm, 1..=11) | (Self::Evening, 4..=12) => later,
            (Self::Am | Self::Night, 12) => Some(minutes - DAY / 2),
            _ => None,
        }
    }

    /// Whether it is written after the time, and so may hold for the start before it too: `2-3:30pm`.
    pub(super) const fn is_after(self) -> bool {
        matches!(self, Self::Am | Self::Pm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_in_their_half() {
        for (half, hour, placed) in [
            (Half::Night, 12, Some(0)),
            (Half::Night, 0, Some(0)),
            (Half::Night, 6, Some(6)),
            (Half::Night, 7, None),
            (Half::Night, 13, None),
            (Half::Night, 24, None),
            (Half::Early, 7, Some(7)),
            (Half::Early, 12, None),
            (Half::Early, 13, None),
            (Half::Morning, 8, Some(8)),
            (Half::Morning, 12, Some(12)),
            (Half::Morning, 14, None),
            (Half::Noon, 11, Some(11)),
            (Half::Noon, 12, Some(12)),
            (Half::Noon, 1, Some(13)),
            (Half::Noon, 5, None),
            (Half::Afternoon, 2, Some(14)),
            (Half::Afternoon, 12, Some(12)),
            (Half::Afternoon, 14, Some(14)),
            (Half::Evening, 7, Some(19)),
            (Half::Evening, 12, Some(24)),
            (Half::Evening, 1, None),
            (Half::Evening, 19, Some(19)),
            (Half::Am, 12, Some(0)),
            (Half::Pm, 12, Some(12)),
            (Half::Pm, 3, Some(15)),
        ] {
            assert_eq!(half.place(hour * 60), placed.map(|h| h * 60), "{half:?} {hour}");
        }
    }
}
