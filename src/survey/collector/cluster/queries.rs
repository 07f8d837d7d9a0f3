//! What the cluster is asked, in SQL with built-in functions only.
//!
//! Three queries and not one, because they group by different things: the sums by cell; the histograms by cell and value;
//! the two largest values by cell, measure and value first and by cell and measure then. Each sum is one of BIGINT, cast
//! before anything is added or multiplied, because `DataFusion` wraps smaller integers around without a word.

use super::column::quoted;
use super::place::Places;
use crate::domain::Category;
use crate::survey::collector::cells::Measure;
use crate::survey::collector::dataset::Columns;
use crate::survey::collector::values::Value;
use crate::survey::definition::Definition;

/// The name of the table.
pub(super) const RESPONSES: &str = "responses";
/// What the place of a measure is multiplied with before a value is added to it: more than the largest value.
pub(super) const STEP: i64 = 1 << 16;
/// What a value is multiplied with before its count is added to it: more than the largest count.
pub(super) const COUNTS: i64 = 1 << 32;
/// How many bits the largest value has.
pub(super) const BITS: usize = 15;
/// How many columns [`Queries::sums`] has for each measure.
pub(super) const SUMS: usize = 4;

/// The queries of one dataset.
pub(super) struct Queries<'a> {
    pub(super) definition: &'a Definition,
    pub(super) columns: &'a Columns,
    pub(super) places: &'a Places,
}

impl Queries<'_> {
    /// Per cell: the numbers of the cell, the rows, how many of them are of another survey, and of each measure how many
    /// have it, their sum, the sum of their squares and the sum of those above 0.
    pub(super) fn sums(&self) -> String {
        let measures = Measure::all().map(|measure| {
            let m = name(measure);
            format!(
                ", COUNT({m}), COALESCE(SUM({m}), 0), COALESCE(SUM({m} * {m}), 0), {}",
                above(measure)
            )
        });
        let measures: String = measures.collect();
        let values = Measure::all().map(|m| format!("{} AS {}", self.expression(m), name(m)));
        let values = values.collect::<Vec<_>>().join(", ");
        let survey = self.definition.hash();
        let (names, cell) = (self.places.names(), self.places.expressions());
        format!(
            "SELECT {names}, COUNT(*), SUM(CASE WHEN survey = '{survey}' THEN 0 ELSE 1 END){measures} \
             FROM (SELECT {cell}, survey, {values} FROM {RESPONSES}) GROUP BY {names}"
        )
    }

    /// Per cell and value: the numbers of the cell, twice the value (of the share one more), how many.
    pub(super) fn histograms(&self) -> String {
        let names = self.places.names();
        let minutes = self.expression(Measure::NonTeaching);
        let share = self.expression(Measure::Share);
        let minutes = self.values(&format!("{minutes} * 2"));
        let share = format!(
            "{} WHERE {share} IS NOT NULL",
            self.values(&format!("{share} * 2 + 1"))
        );
        format!("SELECT {names}, v, COUNT(*) FROM ({minutes} UNION ALL {share}) GROUP BY {names}, v")
    }

    /// Per cell and measure, of values above 0 alone: the numbers of the cell, the place of the measure, the sum, the
    /// largest value × [`COUNTS`] + how many have it, and for each bit of a value the largest one without it and with it.
    ///
    /// The second largest of different values is the largest that stands opposite to the largest one under some bit: two
    /// numbers differ in one. It takes no second look at the rows, no sorting and no join. The rows are read once for each
    /// measure, a few columns at a time, because stock executors do not know the functions that make arrays.
    pub(super) fn largest(&self, measures: &[Measure]) -> String {
        let rows = measures.iter().map(|measure| {
            let place = i64::try_from(measure.index()).unwrap_or(0) * STEP;
            let value = self.expression(*measure);
            let rows = self.values(&format!("{value} + {place}"));
            format!("{rows} WHERE {value} > 0")
        });
        let rows: Vec<String> = rows.collect();
        let sides = (0..BITS).map(|bit| {
            let bit = 1_i64 << bit;
            format!(", MAX(CASE WHEN v & {bit} = 0 THEN v END), MAX(CASE WHEN v & {bit} <> 0 THEN v END)")
        });
        let sides: String = sides.collect();
        let names = self.places.names();
        format!(
            "SELECT {names}, m, SUM(v * n), MAX(v * {COUNTS} + n){sides} FROM \
             (SELECT {names}, mv / {STEP} AS m, mv % {STEP} AS v, n FROM \
             (SELECT {names}, v AS mv, COUNT(*) AS n FROM ({}) GROUP BY {names}, v)) GROUP BY {names}, m",
            rows.join(" UNION ALL ")
        )
    }

    /// The rows with the numbers of their cells and one value.
    fn values(&self, value: &str) -> String {
        let cell = self.places.expressions();
        format!("SELECT {cell}, {value} AS v FROM {RESPONSES}")
    }

    /// A measure of a row; NULL where it is not known.
    fn expression(&self, measure: Measure) -> String {
        let sum = |categories: &[Category]| {
            let minutes = categories.iter().map(|c| self.number(Value::Category(*c)));
            format!("({})", minutes.collect::<Vec<_>>().join(" + "))
        };
        let (total, others) = (sum(&Category::ALL), sum(&Category::ALL[1..]));
        match measure {
            Measure::Total => total,
            Measure::NonTeaching => others,
            // Nothing in it is below 0, so that the division rounds down.
            Measure::Share => {
                format!("CASE WHEN {total} > 0 THEN (2000 * {others} + {total}) / (2 * {total}) END")
            }
            Measure::Value(value) => self.number(value),
        }
    }

    fn number(&self, value: Value) -> String {
        let column = quoted(self.columns, self.columns.value(value));
        format!("CAST({column} AS BIGINT)")
    }
}

/// The sum of the values above 0; of what is never below, that of all.
fn above(measure: Measure) -> String {
    let m = name(measure);
    let values = match measure {
        Measure::Value(Value::ChangeBand) => format!("CASE WHEN {m} > 0 THEN {m} END"),
        _ => m.clone(),
    };
    format!("COALESCE(SUM({values}), 0) AS above_{m}")
}

/// The name of a measure in the queries.
fn name(measure: Measure) -> String {
    format!("m{}", measure.index())
}
