//! The codebook as JSON, for programs.

use super::labels::{Labels, Languages};
use super::variable::{Coded, Missing, Variable};
use super::words::{missing_words, universe_words};
use super::{Codebook, Unit};
use serde_json::{Map, Value, json};

impl Codebook {
    /// As JSON, indented, with a line end after it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let languages = Languages::new();
        let variables = self.variables.iter().map(|v| variable(v, &languages));
        let value = json!({
            "type": "jianfu codebook",
            "version": 1,
            "title": labels(&Labels::from(&self.title)),
            "definition": self.definition.to_string(),
            "variables": variables.collect::<Vec<_>>(),
        });
        format!("{value:#}\n")
    }
}

fn variable(variable: &Variable, languages: &Languages) -> Value {
    let range = variable.range.as_ref();
    json!({
        "name": variable.name,
        "label": labels(&variable.label),
        "type": variable.kind.code(),
        "measure": variable.measure().code(),
        "unit": variable.unit.map(Unit::code),
        "least": range.map(|r| *r.start()),
        "most": range.map(|r| *r.end()),
        "step": variable.step,
        "codes": variable.codes.iter().map(coded).collect::<Vec<_>>(),
        "missing": variable.missing.iter().map(|m| missing(*m, languages)).collect::<Vec<_>>(),
        "universe": {
            "code": variable.universe.code(),
            "label": labels(&languages.say(|i18n| universe_words(variable.universe, i18n))),
        },
        "source": variable.source,
    })
}

fn coded(coded: &Coded) -> Value {
    json!({
        "code": coded.code,
        "label": labels(&coded.label),
        "within": coded.within,
        "occurs": coded.occurs,
    })
}

fn missing(missing: Missing, languages: &Languages) -> Value {
    let label = languages.say(|i18n| missing_words(missing, i18n));
    json!({ "code": missing.code(), "label": labels(&label) })
}

fn labels(labels: &Labels) -> Value {
    let each = labels.each();
    let each = each.map(|(lang, text)| (lang.tag().to_owned(), Value::from(text)));
    Value::Object(each.collect::<Map<_, _>>())
}
