//! The codebook of a public-use file: fewer variables, and coarser ones.

use super::labels::Languages;
use super::variable::{Kind, Missing, Unit, Variable};
use super::{Codebook, Universe};
use crate::domain::Category;
use crate::survey::definition::Definition;
use crate::tr;

/// Minutes of a public-use file are multiples of this.
pub const PUBLIC_STEP: u8 = 60;
/// The width of its bands of the share of what is not teaching, in percentage points.
pub const PUBLIC_BAND: u8 = 10;

impl Codebook {
    /// The codebook of a public-use file of the responses to a survey.
    #[must_use]
    pub fn public_use(definition: &Definition) -> Self {
        let mut whole = Self::of(definition);
        let languages = Languages::new();
        let groups = definition.groups.iter().map(|g| format!("g_{}", g.code));
        let names = std::iter::once("week".to_owned()).chain(groups);
        let rest = ["school_days", "complete"].map(str::to_owned);
        let minutes = Category::ALL.map(|c| whole.name_of_minutes(c));
        let names = names.chain(rest).chain(minutes.clone());
        let names = names.chain(["goal_met", "meetings_count"].map(str::to_owned));
        let mut variables: Vec<Variable> = Vec::new();
        for name in names {
            if name == "goal_met" {
                variables.push(share(&languages));
            }
            let at = whole.variables.iter().position(|v| v.name == name);
            let Some(mut variable) = at.map(|at| whole.variables.swap_remove(at)) else {
                continue;
            };
            variable.coarsen(minutes.contains(&name));
            variables.push(variable);
        }
        whole.variables = variables;
        whole
    }

    fn name_of_minutes(&self, category: Category) -> String {
        let source = format!("/minutes/{}", category.code());
        let mut variables = self.variables.iter();
        variables
            .find(|v| v.source == source)
            .map_or_else(String::new, |v| v.name.clone())
    }
}

impl Variable {
    /// As it is in a public-use file.
    fn coarsen(&mut self, is_minutes: bool) {
        if is_minutes {
            self.step = Some(PUBLIC_STEP.into());
            if let Some(range) = &mut self.range {
                let step = i64::from(PUBLIC_STEP);
                *range = 0..=(range.end() + step - 1) / step * step;
            }
        } else if self.name != "week" && self.universe != Universe::Nobody {
            self.missing.push(Missing::Suppressed);
        }
        if self.kind == Kind::Code {
            self.codes.iter_mut().for_each(|code| code.occurs = true); // also what holds others
        }
    }
}

fn share(languages: &Languages) -> Variable {
    Variable {
        name: "non_teaching_share_band".to_owned(),
        source: "/minutes".to_owned(),
        label: languages.say(|i18n| tr!(i18n, "codebook-share-band")),
        kind: Kind::Integer,
        unit: Some(Unit::PercentOfTime),
        range: Some(0..=90),
        step: Some(PUBLIC_BAND.into()),
        codes: Vec::new(),
        missing: vec![Missing::NoTime, Missing::Suppressed],
        universe: Universe::All,
    }
}
