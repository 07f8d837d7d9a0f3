//! The columns of a part: those of the codebook but for the week, which stands in the name of the folder.

use crate::survey::codebook::{Codebook, Kind};
use crate::survey::collector::values::Value;
use crate::survey::definition::Definition;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// The columns that every part of a survey has, in order: the survey, the respondent, the revision, the groups, the numbers.
#[derive(Debug, Clone)]
pub struct Columns {
    /// How many groups there are.
    pub groups: usize,
    schema: TypePtr,
}

impl Columns {
    /// The survey.
    pub const SURVEY: usize = 0;
    /// The respondent.
    pub const RESPONDENT: usize = 1;
    /// The revision.
    pub const REVISION: usize = 2;
    /// The first group.
    pub const FIRST_GROUP: usize = 3;

    /// The columns of a survey.
    ///
    /// # Errors
    /// Never: every name of a codebook can be that of a column.
    pub fn of(definition: &Definition) -> Result<Self, ParquetError> {
        let codebook = Codebook::of(definition);
        let variables = codebook.variables.iter().filter(|v| v.name != "week");
        let groups = definition.groups.len();
        let first_value = Self::FIRST_GROUP + groups;
        let values: Vec<Value> = Value::all().collect();
        let field = |(place, (name, kind)): (usize, (&str, Kind))| {
            let is_required = match place.checked_sub(first_value) {
                Some(value) => values.get(value).is_some_and(|v| v.is_required()),
                None => place < Self::FIRST_GROUP,
            };
            field(name, kind, place == Self::REVISION, is_required)
        };
        let fields = variables.map(|v| (v.name.as_str(), v.kind)).enumerate();
        let fields = fields.map(field).collect::<Result<Vec<_>, _>>()?;
        let schema = Type::group_type_builder("response").with_fields(fields).build()?;
        Ok(Self {
            groups,
            schema: Arc::new(schema),
        })
    }

    /// The schema of a part.
    #[must_use]
    pub fn schema(&self) -> TypePtr {
        Arc::clone(&self.schema)
    }

    /// The column of a group, by its place in the definition.
    #[must_use]
    pub const fn group(&self, place: usize) -> usize {
        Self::FIRST_GROUP + place
    }

    /// The column of a number.
    #[must_use]
    pub const fn value(&self, value: Value) -> usize {
        Self::FIRST_GROUP + self.groups + value.index()
    }
}

/// A column.
pub(in crate::survey::collector) fn field(
    name: &str,
    kind: Kind,
    is_long: bool,
    is_required: bool,
) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match kind {
        Kind::Text | Kind::Code => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Boolean => (Physical::BOOLEAN, None),
        Kind::Integer if is_long => (Physical::INT64, None),
        Kind::Integer => (Physical::INT32, None),
        Kind::Decimal => (Physical::DOUBLE, None),
    };
    let repetition = if is_required {
        Repetition::REQUIRED
    } else {
        Repetition::OPTIONAL
    };
    let field = Type::primitive_type_builder(name, physical)
        .with_logical_type(logical)
        .with_repetition(repetition)
        .build()?;
    Ok(Arc::new(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::definition::tests::sample;

    #[test]
    fn the_columns_are_those_of_the_codebook_and_the_numbers_stand_in_their_order() {
        let (definition, _) = sample();
        let columns = Columns::of(&definition).unwrap();
        let codebook = Codebook::of(&definition);
        let names: Vec<&str> = columns.schema.get_fields().iter().map(|f| f.name()).collect();
        let variables: Vec<&str> = codebook.variables.iter().map(|v| v.name.as_str()).collect();
        assert_eq!(names.len() + 1, variables.len());
        assert_eq!(
            variables.iter().filter(|v| **v != "week").collect::<Vec<_>>(),
            names.iter().collect::<Vec<_>>()
        );
        let name = |column: usize| names[column];
        assert_eq!(name(Columns::RESPONDENT), "respondent");
        assert_eq!(name(Columns::REVISION), "revision");
        assert_eq!(name(columns.value(Value::Complete)), "complete");
        for (value, expected) in [
            (Value::SchoolDays, "school_days"),
            (Value::Category(crate::domain::Category::Duty), "duty_min"),
            (Value::Meetings, "meetings_count"),
            (Value::MeetingMinutes, "meetings_total_min"),
            (Value::LongMeetings, "meetings_over_90_count"),
            (Value::LateParents, "late_parent_min"),
            (Value::GoalMet, "goal_met"),
            (Value::ChangeBand, "goal_change_band"),
            (Value::Rating(5), "rating_5"),
        ] {
            assert_eq!(name(columns.value(value)), expected);
        }
        assert_eq!(names.len(), columns.value(Value::Rating(5)) + 1);
    }
}
