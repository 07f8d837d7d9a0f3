//! A value as it is typed: `config set school_days mon,tue` and `config set goals non_teaching=15,reports=30`.

use super::goals::percent;
use super::rules;
use super::{Config, Key, WEEKDAYS};
use std::fmt::Write;
use toml_edit::{Array, InlineTable, Value};

/// The value in the file's own form. What does not fit stays a text, which reading it then refuses by name.
pub(super) fn value(key: Key, text: &str) -> Value {
    let text = text.trim();
    let parts = || text.split(',').map(str::trim).filter(|p| !p.is_empty());
    match key {
        Key::Language | Key::Theme | Key::Borders | Key::DataDir | Key::ReplyWindow => text.into(),
        Key::Mouse | Key::AskWorth => text.parse::<bool>().map_or_else(|_| text.into(), Value::from),
        Key::Baseline => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
        Key::SchoolDays => Value::Array(parts().collect::<Array>()),
        Key::Backups => {
            let numbers: Result<Array, _> = parts().map(str::parse::<i64>).collect();
            numbers.map_or_else(|_| text.into(), Value::Array)
        }
        Key::Rules => {
            let rule = |part: &str| {
                let (code, value) = part.split_once('=')?;
                Some((code.trim().to_owned(), rules::value(value.trim())))
            };
            let rules: Option<InlineTable> = parts().map(rule).collect();
            rules.map_or_else(|| text.into(), Value::InlineTable)
        }
        Key::Goals => {
            let goal = |part: &str| {
                let (what, percent) = part.split_once('=')?;
                let percent = percent.trim().trim_end_matches('%').trim_end();
                let number = percent.parse::<i64>().map(Value::from);
                let number = number.or_else(|_| percent.parse::<f64>().map(Value::from));
                Some((what.trim().to_owned(), number.ok()?))
            };
            let goals: Option<InlineTable> = parts().map(goal).collect();
            goals.map_or_else(|| text.into(), Value::InlineTable)
        }
    }
}

impl Config {
    /// A value as [`super::set_value`] takes it: `mon,tue,wed,thu,fri`, `non_teaching=15`.
    #[must_use]
    pub fn typed(&self, key: Key) -> String {
        match key {
            Key::Language => self.language.map_or_else(|| "auto".to_owned(), |l| l.to_string()),
            Key::Theme => self.theme.clone(),
            Key::Borders => self.borders.name().to_owned(),
            Key::Mouse => self.mouse.to_string(),
            Key::DataDir => self
                .data_dir
                .as_ref()
                .map_or_else(String::new, |d| d.display().to_string()),
            Key::SchoolDays => {
                let days = WEEKDAYS.iter().zip(self.school_days).filter(|(_, on)| *on);
                days.map(|(name, _)| *name).collect::<Vec<_>>().join(",")
            }
            Key::ReplyWindow => {
                let (start, end) = self.reply_window;
                let clock = |m: u32| format!("{:02}:{:02}", m / 60, m % 60);
                format!("{}-{}", clock(start), clock(end))
            }
            Key::Goals => {
                let mut out = String::new();
                for (what, hundredths) in &self.goals {
                    let comma = if out.is_empty() { "" } else { "," };
                    let _ = write!(out, "{comma}{what}={}", percent(*hundredths));
                }
                out
            }
            Key::Rules => {
                let rule = |(code, value): &(String, String)| format!("{code}={value}");
                self.rules.iter().map(rule).collect::<Vec<_>>().join(",")
            }
            Key::AskWorth => self.ask_worth.to_string(),
            Key::Baseline => self.baseline.map_or_else(|| "auto".to_owned(), |m| m.to_string()),
            Key::Backups => {
                let kept = self.backups;
                format!("{},{},{}", kept.daily, kept.weekly, kept.monthly)
            }
        }
    }

    /// All values in the file's own form, a line each.
    #[must_use]
    pub fn to_toml(&self) -> String {
        self.to_toml_without(None)
    }

    /// The same without one of them.
    #[must_use]
    pub fn to_toml_without(&self, left_out: Option<Key>) -> String {
        let line = |key: Key| format!("{} = {}\n", key.name(), value(key, &self.typed(key)));
        let keys = Key::ALL.into_iter().filter(|k| Some(*k) != left_out);
        keys.map(line).collect()
    }
}
