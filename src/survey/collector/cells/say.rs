//! Why cells cannot be put together or read, in words.

use super::file::{CellFault, CellsError, CellsFault};
use super::{BadCells, Cells, Frame, Measure};
use crate::i18n::{I18n, Say, quoted};
use crate::survey::collector::values::Value;
use crate::tr;
use std::io::ErrorKind;

/// The most characters of a path in a message.
const LONGEST_PATH: usize = 400;

impl Say for BadCells {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Nothing => tr!(i18n, "cells-nothing"),
            Self::Rounding(one, other) => tr!(i18n, "cells-rounding", one = *one, other = *other),
            Self::Asks => tr!(i18n, "cells-asks"),
            Self::Group(code) => tr!(i18n, "cells-group", group = code.as_str()),
            Self::Answer(group, answer) => {
                tr!(
                    i18n,
                    "cells-answer",
                    group = group.as_str(),
                    answer = answer.as_str()
                )
            }
            Self::Heading(group, answer) => {
                tr!(
                    i18n,
                    "cells-heading",
                    group = group.as_str(),
                    answer = answer.as_str()
                )
            }
            Self::Twice(title) => tr!(i18n, "cells-twice", title = title.get(i18n.lang())),
            Self::TooMany(code) => tr!(
                i18n,
                "cells-too-many-answers",
                group = code.as_str(),
                most = Frame::MOST_ANSWERS.to_string()
            ),
            Self::TooManySurveys => {
                tr!(
                    i18n,
                    "cells-too-many-surveys",
                    most = Frame::MOST_SURVEYS.to_string()
                )
            }
            Self::TooManyRespondents => tr!(
                i18n,
                "cells-too-many-respondents",
                most = Cells::MOST_RESPONDENTS.to_string()
            ),
        }
    }
}

impl Say for CellFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Week(week) => tr!(i18n, "cell-week", week = week.to_string()),
            Self::Answers => tr!(i18n, "cell-answers"),
            Self::Respondents(number) => tr!(i18n, "cell-respondents", number = number.to_string()),
            Self::Measures => tr!(i18n, "cell-measures"),
            Self::Known(measure) => tr!(i18n, "cell-known", measure = name(*measure)),
            Self::Moments(measure) => tr!(i18n, "cell-moments", measure = name(*measure)),
            Self::Values(measure) => tr!(i18n, "cell-values", measure = name(*measure)),
            Self::Total => tr!(i18n, "cell-total"),
        }
    }
}

/// A measure, so that it can be found in the file.
fn name(measure: Measure) -> String {
    match measure {
        Measure::Value(Value::Activity(place)) => {
            let activity =
                Value::activity(place).map(|a| format!("{}/{}", a.category.code(), a.code.as_str()));
            activity.unwrap_or_default()
        }
        Measure::Value(Value::Category(category)) => category.code().to_owned(),
        other => format!("{other:?}"),
    }
}

impl Say for CellsFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Io(why) if why.kind() == ErrorKind::NotFound => tr!(i18n, "survey-no-such-file"),
            Self::Io(why) => why.say(i18n),
            Self::Seal(why) => why.say(i18n),
            Self::NoRandom(why) => why.say(i18n),
            Self::NotCells => tr!(i18n, "cells-not-cells"),
            Self::Sealed => tr!(i18n, "cells-sealed"),
            Self::OtherKey => tr!(i18n, "cells-other-key"),
            Self::SealedWithPassphrase => tr!(i18n, "cells-sealed-with-passphrase"),
            Self::TooLarge => tr!(i18n, "cells-too-large"),
            Self::Damaged => tr!(i18n, "cells-damaged"),
            Self::Newer(version) => tr!(i18n, "cells-newer", version = version.to_string()),
            Self::Shape { line, why } => at(*line, why.clone(), i18n),
            Self::Definition { line, why } => at(*line, why.say(i18n), i18n),
            Self::Together(why) => why.say(i18n),
            Self::Cell { line, why } => at(*line, why.say(i18n), i18n),
        }
    }
}

fn at(line: usize, why: String, i18n: &I18n) -> String {
    tr!(i18n, "survey-at-line", line = line, why = why)
}

impl Say for CellsError {
    fn say(&self, i18n: &I18n) -> String {
        let path = quoted(&self.path.display().to_string(), LONGEST_PATH);
        tr!(i18n, "survey-file-fault", path = path, why = self.why.say(i18n))
    }
}
