//! The one table of what stands in the dataset, in the order of its columns.

use super::labels::{Labels, Languages};
use super::variable::{Coded, Kind, Missing, Unit, Universe, Variable};
use crate::domain::{Activity, CATCH_ALL, Category, Taxonomy};
use crate::i18n::I18n;
use crate::survey::LONG_MEETING;
use crate::survey::definition::{Definition, Group};
use crate::survey::field::Field;
use crate::survey::response::{BAND, BANDS, WEEK, built_in_activities};
use crate::survey::words::band_words;
use crate::tr;
use std::ops::RangeInclusive;

/// The columns of the dataset of a survey.
pub(super) fn variables(definition: &Definition) -> Vec<Variable> {
    let mut table = Table {
        out: Vec::new(),
        definition,
        languages: Languages::new(),
        taxonomy: Taxonomy::built_in(),
    };
    table.identification();
    for group in &definition.groups {
        table.group(group);
    }
    table.days();
    table.categories();
    table.activities();
    table.meetings();
    table.goal();
    table.ratings();
    table.out
}

struct Table<'a> {
    out: Vec<Variable>,
    definition: &'a Definition,
    languages: Languages,
    taxonomy: Taxonomy,
}

impl Table<'_> {
    /// Adds a variable that every response has; the caller says what is different about it.
    fn put(&mut self, name: impl Into<String>, source: impl Into<String>, label: Labels) -> &mut Variable {
        self.out.push(Variable {
            name: name.into(),
            source: source.into(),
            label,
            kind: Kind::Text,
            unit: None,
            range: None,
            step: None,
            codes: Vec::new(),
            missing: Vec::new(),
            universe: Universe::All,
        });
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    /// Adds a variable that belongs to something that can be withheld, or may not be asked.
    fn field(&mut self, field: Field, name: &str, source: &str, label: Labels) -> &mut Variable {
        let is_asked = field.is_asked(self.definition.asks);
        let variable = self.put(name, source, label);
        if is_asked {
            variable.missing = vec![Missing::Withheld];
        } else {
            variable.missing = vec![Missing::NotAsked];
            variable.universe = Universe::Nobody;
        }
        variable
    }

    fn say(&self, words: impl Fn(&I18n) -> String) -> Labels {
        self.languages.say(words)
    }

    fn identification(&mut self) {
        let label = self.say(|i18n| tr!(i18n, "codebook-survey"));
        self.put("survey", "/definition", label);
        let label = self.say(|i18n| tr!(i18n, "codebook-week"));
        self.put("week", "/week", label);
        let label = if self.definition.panel {
            self.say(|i18n| tr!(i18n, "codebook-respondent-panel"))
        } else {
            self.say(|i18n| tr!(i18n, "codebook-respondent"))
        };
        self.put("respondent", "/respondent", label);
        let label = self.say(|i18n| tr!(i18n, "codebook-revision"));
        self.put("revision", "/revision", label)
            .whole(None, 1..=u32::MAX.into(), 1);
    }

    fn group(&mut self, group: &Group) {
        let codes = group.answers.iter().map(|a| Coded {
            code: a.code.to_string(),
            label: Labels::from(&a.name),
            within: a.within.as_ref().map(ToString::to_string),
            occurs: group.is_open(a),
        });
        let codes = codes.collect();
        // With its own beginning, no code that somebody thinks of is the name of anything else.
        let (name, source) = (format!("g_{}", group.code), format!("/groups/{}", group.code));
        let variable = self.put(name, source, Labels::from(&group.name));
        variable.kind = Kind::Code;
        variable.codes = codes;
        variable.missing = vec![Missing::NotSaid];
    }

    fn days(&mut self) {
        let label = self.say(|i18n| tr!(i18n, "codebook-school-days"));
        self.field(Field::Days, "school_days", "/school_days", label)
            .whole(Some(Unit::Days), 0..=7, 1);
        let label = self.say(|i18n| tr!(i18n, "codebook-closed-days"));
        self.field(Field::Days, "closed_days", "/closed_days", label)
            .whole(Some(Unit::Days), 0..=7, 1);
        let label = self.say(|i18n| tr!(i18n, "codebook-complete"));
        let codes = vec![
            coded("false", self.say(|i18n| tr!(i18n, "response-not-complete"))),
            coded("true", self.say(|i18n| tr!(i18n, "response-complete"))),
        ];
        let complete = self.field(Field::Days, "complete", "/complete", label);
        (complete.kind, complete.codes) = (Kind::Boolean, codes);
    }

    fn categories(&mut self) {
        for category in Category::ALL {
            let label = self.say(|i18n| {
                let name = self.taxonomy.category_name(category, i18n.lang());
                tr!(i18n, "codebook-time", of = name)
            });
            let source = format!("/minutes/{}", category.code());
            let step = self.definition.rounding;
            self.put(category_name(category), source, label).minutes(step);
        }
    }

    fn activities(&mut self) {
        for activity in built_in_activities() {
            let label = self.say(|i18n| self.activity(activity, i18n));
            let (category, code) = (activity.category, activity.code.as_str());
            let name = activity_name(activity);
            let source = format!("/activities/{}/{code}", category.code());
            let step = self.definition.rounding;
            self.field(Field::Activities, &name, &source, label).minutes(step);
        }
    }

    fn activity(&self, activity: &Activity, i18n: &I18n) -> String {
        let category = self.taxonomy.category_name(activity.category, i18n.lang());
        if activity.code.as_str() == CATCH_ALL {
            return tr!(i18n, "codebook-time-other", of = category);
        }
        let name = self.taxonomy.activity_name(activity, i18n.lang());
        tr!(i18n, "codebook-time-activity", of = category, what = name)
    }

    fn meetings(&mut self) {
        let most = 0..=WEEK.into();
        let label = self.say(|i18n| tr!(i18n, "codebook-meetings"));
        self.field(Field::Meetings, "meetings_count", "/meetings/count", label)
            .whole(Some(Unit::Meetings), most.clone(), 1);
        let label = self.say(|i18n| tr!(i18n, "codebook-meetings-time"));
        let step = self.definition.rounding;
        self.field(Field::Meetings, "meetings_total_min", "/meetings/minutes", label)
            .minutes(step);
        let label = self.say(|i18n| tr!(i18n, "codebook-meetings-staff"));
        self.field(
            Field::Meetings,
            "meetings_staff_count",
            "/meetings/staff_count",
            label,
        )
        .whole(Some(Unit::Meetings), most.clone(), 1);
        let label = self.say(|i18n| tr!(i18n, "codebook-meetings-long", limit = LONG_MEETING));
        self.field(
            Field::Meetings,
            "meetings_over_90_count",
            "/meetings/over_90",
            label,
        )
        .whole(Some(Unit::Meetings), most, 1);
        let label = self.say(|i18n| tr!(i18n, "codebook-late-parents"));
        self.field(
            Field::LateParentMinutes,
            "late_parent_min",
            "/late_parent_minutes",
            label,
        )
        .minutes(step);
    }

    fn goal(&mut self) {
        let label = self.say(|i18n| tr!(i18n, "codebook-goal-met"));
        let codes = vec![
            coded("false", self.say(|i18n| tr!(i18n, "response-goal-missed"))),
            coded("true", self.say(|i18n| tr!(i18n, "response-goal-met"))),
        ];
        let met = self.field(Field::Goal, "goal_met", "/goal/met", label);
        (met.kind, met.codes) = (Kind::Boolean, codes);
        met.only_comparable();
        let label = self.say(|i18n| tr!(i18n, "codebook-goal-change"));
        let bands = BANDS.filter(|band| band % BAND == 0);
        let codes = bands.map(|band| coded(&band.to_string(), self.say(|i18n| band_words(band, i18n))));
        let codes = codes.collect();
        let change = self.field(Field::Goal, "goal_change_band", "/goal/change_band", label);
        change.whole(
            Some(Unit::Percent),
            i64::from(*BANDS.start())..=i64::from(*BANDS.end()),
            BAND.cast_unsigned(),
        );
        change.codes = codes;
        change.only_comparable();
    }

    fn ratings(&mut self) {
        for rating in 1..=5 {
            let label = self.say(|i18n| tr!(i18n, "codebook-rating", rating = rating));
            let (name, source) = (format!("rating_{rating}"), format!("/ratings/{rating}"));
            self.field(Field::Ratings, &name, &source, label)
                .whole(Some(Unit::Meetings), 0..=WEEK.into(), 1);
        }
    }
}

impl Variable {
    fn whole(&mut self, unit: Option<Unit>, range: RangeInclusive<i64>, step: u32) {
        (self.kind, self.unit, self.range, self.step) = (Kind::Integer, unit, Some(range), Some(step));
    }

    /// Minutes of a week, rounded.
    fn minutes(&mut self, step: u32) {
        let most = WEEK.next_multiple_of(step);
        self.whole(Some(Unit::Minutes), 0..=i64::from(most), step);
    }

    /// Of what is not known of every week.
    fn only_comparable(&mut self) {
        if self.universe == Universe::All {
            self.universe = Universe::Comparable;
            self.missing.push(Missing::NotKnown);
        }
    }
}

fn coded(code: &str, label: Labels) -> Coded {
    Coded {
        code: code.to_owned(),
        label,
        within: None,
        occurs: true,
    }
}

/// The name of the minutes of a category.
#[must_use]
pub fn category_name(category: Category) -> String {
    format!("{}_min", stem(category))
}

/// The name of the minutes of an activity.
#[must_use]
pub fn activity_name(activity: &Activity) -> String {
    let code = activity.code.as_str().replace('-', "_");
    format!("{}_{code}_min", stem(activity.category))
}

/// What the names of a category's variables begin with: short enough for its longest activity.
const fn stem(category: Category) -> &'static str {
    match category {
        Category::ParentMessages => "parents",
        other => other.code(),
    }
}
