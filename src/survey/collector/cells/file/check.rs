//! Whether the numbers of a cell can be those of respondents.

use super::lines::CellLine;
use crate::domain::{Category, WeekId};
use crate::survey::collector::cells::{Basis, Cell, Cells, Frame, Histogram, Measure, Moments};
use std::collections::HashMap;

/// What about a cell cannot be. A measure is named as in the first line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFault {
    /// Its week is not one that the surveys ask about.
    #[error("the surveys do not ask about the week {0}")]
    Week(WeekId),
    /// It has not an answer to each group, or one that cannot be given.
    #[error("its answers are not those of the groups")]
    Answers,
    /// Nobody is in it, or more than there are anywhere.
    #[error("{0} respondents cannot be")]
    Respondents(u32),
    /// It has not all measures, or more.
    #[error("its measures are not those of the first line")]
    Measures,
    /// A measure is known of another number of respondents than there are, or than what is given together with it.
    #[error("{0:?} is known of a wrong number of respondents")]
    Known(Measure),
    /// Sum, squares and largest cannot be those of so many values.
    #[error("{0:?} cannot have this sum, these squares or these largest values")]
    Moments(Measure),
    /// The values do not come to the sum, the squares, the largest or the number of them.
    #[error("the values of {0:?} are not those of its sum")]
    Values(Measure),
    /// The minutes of the categories do not come to those of all of them.
    #[error("the minutes of the categories do not come to the total")]
    Total,
}

type Checked<T> = Result<T, CellFault>;
/// A cell with its week and its answers.
type Keyed = ((WeekId, Box<[u16]>), Cell);

/// Makes a cell of its line.
pub(super) fn check(
    line: CellLine,
    frame: &Frame,
    measures: &[Measure],
    places: &[HashMap<String, u16>],
) -> Checked<Keyed> {
    if !frame.surveys.iter().any(|s| s.weeks.contains(&line.week)) {
        return Err(CellFault::Week(line.week));
    }
    let groups = answers(&line.groups, places).ok_or(CellFault::Answers)?;
    if line.respondents == 0 || u64::from(line.respondents) > Cells::MOST_RESPONDENTS {
        return Err(CellFault::Respondents(line.respondents));
    }
    if line.measures.len() != measures.len() {
        return Err(CellFault::Measures);
    }
    let mut cell = Cell {
        respondents: line.respondents,
        ..Cell::default()
    };
    for (measure, (n, sum, squares, largest, second)) in measures.iter().zip(line.measures) {
        let moments = Moments {
            n,
            sum,
            squares,
            largest: [largest, second],
        };
        if !can_be(&moments, *measure) {
            return Err(CellFault::Moments(*measure));
        }
        *cell.of_mut(*measure) = moments;
    }
    known(&cell, measures)?;
    total(&cell)?;
    cell.share = histogram(&line.share, &cell, Measure::Share)?;
    cell.non_teaching = histogram(&line.non_teaching, &cell, Measure::NonTeaching)?;
    Ok(((line.week, groups), cell))
}

fn answers(codes: &[Option<String>], places: &[HashMap<String, u16>]) -> Option<Box<[u16]>> {
    if codes.len() != places.len() {
        return None;
    }
    let place = |(code, places): (&Option<String>, &HashMap<String, u16>)| match code {
        None => Some(0),
        Some(code) => places.get(code).copied(),
    };
    codes.iter().zip(places).map(place).collect()
}

/// Whether there can be values with these moments.
fn can_be(moments: &Moments, measure: Measure) -> bool {
    let range = measure.range();
    let (least, most) = (i128::from(*range.start()), i128::from(*range.end()));
    let (n, sum) = (i128::from(moments.n), i128::from(moments.sum));
    let squares = i128::from(moments.squares);
    let [first, second] = moments.largest.map(i128::from);
    if n == 0 {
        return sum == 0 && squares == 0 && first == 0 && second == 0;
    }
    let others = n - 1;
    let in_range = sum >= n * least && sum <= n * most && first <= most && second <= first;
    // No value but the largest is above the second; what is below 0 counts as 0 there.
    let below = sum <= first + others * second && (n > 1 || second == 0);
    let is_only_positive = least >= 0;
    let above = !is_only_positive || (sum >= first + second && squares >= first * first + second * second);
    let furthest = most.max(-least);
    let spread = squares * n >= sum * sum
        && squares >= sum.abs()
        && squares <= n * furthest * furthest
        && (!is_only_positive || squares <= first * sum)
        && (squares - sum) % 2 == 0;
    in_range && below && above && spread
}

/// Whether what is given as one is known of as many.
fn known(cell: &Cell, measures: &[Measure]) -> Checked<()> {
    for measure in measures {
        let n = cell.of(*measure).n;
        let basis = measure.basis();
        let fits = match basis {
            Basis::All => n == cell.respondents,
            Basis::Change => n <= cell.of(Basis::Goal.measure()).n,
            _ => n <= cell.respondents && n == cell.of(basis.measure()).n,
        };
        if !fits {
            return Err(CellFault::Known(*measure));
        }
    }
    Ok(())
}

fn total(cell: &Cell) -> Checked<()> {
    let sum = |category: &Category| cell.of(Measure::category(*category)).sum;
    let all: i64 = Category::ALL.iter().map(sum).sum();
    let non_teaching: i64 = Category::ALL[1..].iter().map(sum).sum();
    if cell.of(Measure::Total).sum == all && cell.of(Measure::NonTeaching).sum == non_teaching {
        Ok(())
    } else {
        Err(CellFault::Total)
    }
}

/// The values of a measure, which say all that its moments say.
fn histogram(values: &[(i16, u32)], cell: &Cell, measure: Measure) -> Checked<Histogram> {
    let is_sorted = values.is_sorted_by(|a, b| a.0 < b.0);
    let range = measure.range();
    let mut fits = values
        .iter()
        .all(|(value, times)| range.contains(value) && *times > 0);
    fits &= is_sorted;
    let (mut n, mut sum, mut squares) = (0_u64, 0_i64, 0_u64);
    let mut largest = [0, 0];
    for (value, times) in values {
        if !fits {
            break; // before anything is too large to be counted
        }
        let magnitude = u64::from(value.unsigned_abs());
        n += u64::from(*times);
        fits &= n <= u64::from(cell.respondents);
        sum += i64::from(*value) * i64::from(*times);
        squares += magnitude * magnitude * u64::from(*times);
        let before = if *times > 1 {
            value.unsigned_abs()
        } else {
            largest[0]
        };
        largest = [value.unsigned_abs(), before];
    }
    let of = cell.of(measure);
    let told = (u64::from(of.n), of.sum, of.squares, of.largest);
    if fits && told == (n, sum, squares, largest) {
        Ok(values.iter().copied().collect())
    } else {
        Err(CellFault::Values(measure))
    }
}
