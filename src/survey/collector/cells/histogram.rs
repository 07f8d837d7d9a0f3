//! Exact counts of whole numbers: quantiles without keeping the responses, and without an error when they are added.

/// How many respondents have each value: the values that occur, the smallest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Histogram(Vec<(i16, u32)>);

impl Histogram {
    /// Counts a value so many times.
    pub fn add(&mut self, value: i16, times: u32) {
        match self.0.binary_search_by_key(&value, |(value, _)| *value) {
            _ if times == 0 => {}
            Ok(place) => self.0[place].1 += times,
            Err(place) => self.0.insert(place, (value, times)),
        }
    }

    /// Counts each of the values once; they are sorted in passing.
    pub fn add_all(&mut self, values: &mut [i16]) {
        values.sort_unstable();
        let count = |same: &[i16]| (same[0], u32::try_from(same.len()).unwrap_or(u32::MAX));
        let more = values.chunk_by(|a, b| a == b).map(count);
        self.merge(&Self(more.collect()));
    }

    /// Adds the counts of another one.
    pub fn merge(&mut self, other: &Self) {
        if other.0.is_empty() {
            return;
        }
        let mut out = Vec::with_capacity(self.0.len().max(other.0.len()));
        let mut theirs = other.0.iter().copied().peekable();
        for (value, times) in self.0.drain(..) {
            out.extend(std::iter::from_fn(|| theirs.next_if(|t| t.0 < value)));
            let same = theirs.next_if(|t| t.0 == value);
            out.push((value, times + same.map_or(0, |t| t.1)));
        }
        out.extend(theirs);
        self.0 = out;
    }

    /// The values that occur, the smallest first, with how often.
    pub fn iter(&self) -> impl Iterator<Item = (i16, u32)> {
        self.0.iter().copied()
    }

    /// How many values it counts.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().map(|(_, times)| u64::from(*times)).sum()
    }

    /// The value below or at which `part` out of `of` of all lie: the lower median is (1, 2). Between two values, halfway,
    /// doubled so that it stays whole: the median of 1 and 2 is 3. None of nothing.
    #[must_use]
    pub fn doubled_quantile(&self, part: u64, of: u64) -> Option<i32> {
        let total = self.total();
        if total == 0 || of == 0 {
            return None;
        }
        let (whole, rest) = (total * part / of, total * part % of);
        // The values at both sides of the cut, counted from 0; the same one where the cut is inside of a value.
        let (below, above) = if rest == 0 && whole > 0 && whole < total {
            (whole - 1, whole)
        } else {
            (whole.min(total - 1), whole.min(total - 1))
        };
        Some(i32::from(self.at(below)?) + i32::from(self.at(above)?))
    }

    /// The value of a place in the order of all of them.
    fn at(&self, place: u64) -> Option<i16> {
        let mut seen = 0;
        self.iter()
            .find(|(_, times)| {
                seen += u64::from(*times);
                place < seen
            })
            .map(|(value, _)| value)
    }
}

impl FromIterator<(i16, u32)> for Histogram {
    fn from_iter<I: IntoIterator<Item = (i16, u32)>>(values: I) -> Self {
        let mut out = Self::default();
        for (value, times) in values {
            out.add(value, times);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook's quantile: averaged where the cut falls between two.
    fn of_list(values: &mut [i16], part: usize, of: usize) -> i32 {
        values.sort_unstable();
        let n = values.len();
        let (whole, rest) = (n * part / of, n * part % of);
        if rest == 0 && whole > 0 && whole < n {
            i32::from(values[whole - 1]) + i32::from(values[whole])
        } else {
            2 * i32::from(values[whole.min(n - 1)])
        }
    }

    proptest! {
        #[test]
        fn values_are_counted_however_they_come(
            lists in prop::collection::vec(prop::collection::vec(-50_i16..50, 0..40), 0..5),
        ) {
            let one_by_one: Histogram = lists.iter().flatten().map(|v| (*v, 1)).collect();
            let (mut at_once, mut merged) = (Histogram::default(), Histogram::default());
            for list in &lists {
                at_once.add_all(&mut list.clone());
                merged.merge(&list.iter().map(|v| (*v, 1)).collect());
            }
            prop_assert_eq!(&at_once, &one_by_one);
            prop_assert_eq!(&merged, &one_by_one);
            prop_assert!(one_by_one.iter().is_sorted_by(|a, b| a.0 < b.0));
        }

        #[test]
        fn quantiles_are_those_of_the_list(mut values in prop::collection::vec(-50_i16..50, 1..80)) {
            let histogram: Histogram = values.iter().map(|v| (*v, 1)).collect();
            for (part, of) in [(1, 2), (1, 4), (3, 4), (1, 10), (9, 10)] {
                let expected = of_list(&mut values, part, of);
                let (part, of) = (u64::try_from(part).unwrap(), u64::try_from(of).unwrap());
                prop_assert_eq!(histogram.doubled_quantile(part, of), Some(expected));
            }
        }
    }

    #[test]
    fn nothing_has_no_median() {
        assert_eq!(Histogram::default().doubled_quantile(1, 2), None);
    }
}
