//! One column of the dataset.

use super::Labels;
use std::ops::RangeInclusive;

/// One column of the dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name: at most 32 ASCII letters, digits and `_`, a letter first, no two alike even where small and large letters
    /// are the same, and no word of SPSS, Stata, R or SQL.
    pub name: String,
    /// Where it stands in a response: a JSON pointer.
    pub source: String,
    /// What it means; at most 80 characters, as Stata has it, but for the name of a group.
    pub label: Labels,
    /// What its values are.
    pub kind: Kind,
    /// What it is counted in; none where it is not a quantity.
    pub unit: Option<Unit>,
    /// The least and the most that it can be, of numbers.
    pub range: Option<RangeInclusive<i64>>,
    /// What its values are multiples of, of numbers.
    pub step: Option<u32>,
    /// Its values with what they mean, where there is a list of them.
    pub codes: Vec<Coded>,
    /// What it can mean that there is no value.
    pub missing: Vec<Missing>,
    /// Which responses it applies to.
    pub universe: Universe,
}

/// What the values of a variable are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, each its own.
    Text,
    /// One of a list of texts.
    Code,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Decimal,
}

/// What can be computed with a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Values are equal or not.
    Nominal,
    /// They have an order.
    Ordinal,
    /// They can be added.
    Scale,
}

/// What a quantity is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Days.
    Days,
    /// Meetings.
    Meetings,
    /// Per cent of the baseline.
    Percent,
    /// Per cent of all time.
    PercentOfTime,
}

/// One value of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The value as it stands in the dataset.
    pub code: String,
    /// What it means.
    pub label: Labels,
    /// The answer that holds this one, of groups that form a tree.
    pub within: Option<String>,
    /// Whether it occurs in the dataset; an answer that only holds others does not.
    pub occurs: bool,
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The respondent leaves the question about themselves open.
    NotSaid,
    /// The respondent does not give it.
    Withheld,
    /// The survey does not ask for it.
    NotAsked,
    /// It cannot be known of this week.
    NotKnown,
    /// No time is logged of which it could be a part.
    NoTime,
    /// It is taken away, so that nobody can be found by it; of public-use files.
    Suppressed,
    /// It may not be seen, or it is not asked.
    NotShown,
    /// It is not a matter of this row.
    NotOfRow,
}

/// Which responses a variable applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Universe {
    /// All of them.
    All,
    /// Those whose week is complete and can be compared with a baseline.
    Comparable,
    /// None: the survey does not ask.
    Nobody,
}

impl Variable {
    /// What can be computed with it.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        match self.kind {
            Kind::Decimal => Measure::Scale,
            Kind::Integer if self.codes.is_empty() => Measure::Scale,
            Kind::Integer => Measure::Ordinal,
            Kind::Text | Kind::Code | Kind::Boolean => Measure::Nominal,
        }
    }
}

impl Kind {
    /// Its word in codebooks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Code => "code",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
        }
    }
}

impl Measure {
    /// Its word in codebooks, that of SPSS.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Ordinal => "ordinal",
            Self::Scale => "scale",
        }
    }
}

impl Unit {
    /// Its word in codebooks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Days => "days",
            Self::Meetings => "meetings",
            Self::Percent | Self::PercentOfTime => "percent",
        }
    }
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::NotSaid,
        Self::Withheld,
        Self::NotAsked,
        Self::NotKnown,
        Self::NoTime,
        Self::Suppressed,
        Self::NotShown,
        Self::NotOfRow,
    ];

    /// Its word in codebooks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotSaid => "not_said",
            Self::Withheld => "withheld",
            Self::NotAsked => "not_asked",
            Self::NotKnown => "not_known",
            Self::NoTime => "no_time",
            Self::Suppressed => "suppressed",
            Self::NotShown => "not_shown",
            Self::NotOfRow => "not_of_row",
        }
    }
}

impl Universe {
    /// Its word in codebooks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Comparable => "comparable",
            Self::Nobody => "nobody",
        }
    }
}
