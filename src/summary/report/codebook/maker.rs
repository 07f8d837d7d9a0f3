//! How columns are made: of the row itself, and of a number of its figures.

use super::{Column, Entry};
use crate::i18n::I18n;
use crate::survey::codebook::{Kind, Labels, Languages, Missing, Unit, Universe, Variable};
use crate::survey::collector::report::{Figures, Portion, fraction};
use crate::tr;

/// What columns are made with.
pub(super) struct Of<'a> {
    pub(super) languages: &'a Languages,
}

impl Of<'_> {
    pub(super) fn say(&self, words: impl Fn(&I18n) -> String) -> Labels {
        self.languages.say(words)
    }

    pub(super) fn column(
        &self,
        name: impl Into<String>,
        (source, kind): (&str, Kind),
        label: impl Fn(&I18n) -> String,
        cell: impl Fn(&Entry<'_>) -> Option<String> + 'static,
    ) -> Column {
        let missing = match kind {
            Kind::Text | Kind::Code => Missing::NotOfRow,
            Kind::Boolean | Kind::Integer | Kind::Decimal => Missing::NotShown,
        };
        Column {
            variable: Variable {
                name: name.into(),
                source: source.to_owned(),
                label: self.say(label),
                kind,
                unit: None,
                range: None,
                step: None,
                codes: Vec::new(),
                missing: vec![missing],
                universe: Universe::All,
            },
            cell: Box::new(move |entry| cell(entry).unwrap_or_default()),
        }
    }

    /// A column of a number of the figures.
    pub(super) fn number<T: ToString>(
        &self,
        name: &str,
        (source, kind): (&str, Kind),
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<T> + 'static,
    ) -> Column {
        let source = format!("/figures{source}");
        self.column(name, (&source, kind), label, move |entry| {
            Some(value(entry.figures?)?.to_string())
        })
    }

    pub(super) fn whole_minutes(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<u32> + 'static,
    ) -> Column {
        self.number(name, (source, Kind::Integer), label, value)
            .unit(Unit::Minutes)
    }

    pub(super) fn tenths(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: impl Fn(&Figures) -> Option<u32> + 'static,
    ) -> Column {
        self.number(name, (source, Kind::Decimal), label, move |f| {
            value(f).map(|tenths| f64::from(tenths) / 10.0)
        })
    }

    /// Two columns: the part of a whole, and whether it is that or only less or more than that.
    pub(super) fn portion(
        &self,
        name: &str,
        source: &str,
        label: impl Fn(&I18n) -> String,
        value: fn(&Figures) -> Option<Portion>,
    ) -> [Column; 2] {
        let percent = |portion: Portion| match portion {
            Portion::Percent(percent) | Portion::Below(percent) | Portion::Above(percent) => percent,
        };
        let how = |portion: Portion| match portion {
            Portion::Percent(_) => "exact",
            Portion::Below(_) => "below",
            Portion::Above(_) => "above",
        };
        let sign = self.column(
            format!("{name}_is"),
            (&format!("/figures{source}"), Kind::Code),
            |i18n| tr!(i18n, "report-var-is", what = label(i18n)),
            move |entry| value(entry.figures?).map(|portion| how(portion).to_owned()),
        );
        let codes = vec![
            ("exact", self.say(|i18n| tr!(i18n, "report-var-exact"))),
            ("below", self.say(|i18n| tr!(i18n, "report-var-below"))),
            ("above", self.say(|i18n| tr!(i18n, "report-var-above"))),
        ];
        [
            self.number(name, (source, Kind::Decimal), &label, move |f| {
                value(f).map(|portion| fraction(percent(portion)))
            }),
            sign.codes(codes),
        ]
    }

    /// Sets that are shown as one number each: `meetings+duty:120 …`.
    pub(super) fn together(
        &self,
        name: &str,
        source: &str,
        sets: fn(&Figures) -> Vec<(String, u32)>,
    ) -> Column {
        let source = format!("/figures{source}");
        let label = |i: &I18n| tr!(i, "report-var-together");
        self.column(name, (&source, Kind::Text), label, move |entry| {
            let sets = sets(entry.figures?).into_iter();
            let words: Vec<String> = sets.map(|(set, minutes)| format!("{set}:{minutes}")).collect();
            Some(words.join(" "))
        })
    }

    /// A column of codes of the definition.
    pub(super) fn code(
        &self,
        name: &str,
        label: impl Fn(&I18n) -> String,
        cell: impl Fn(&Entry<'_>) -> Option<String> + 'static,
    ) -> Column {
        self.column(name, ("/groups", Kind::Code), label, cell)
    }
}
