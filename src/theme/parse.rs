//! Reading a theme file. An error names file, line and key, so that it can be mended without a search.

use super::{Colour, Role, Style, Theme};
use crate::domain::{Category, PerCategory};
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;
use toml::de::{DeTable, DeValue};

/// What is wrong with a theme file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeError {
    /// The file, as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: ThemeFault,
}

/// What can be wrong with a theme file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFault {
    /// Not TOML; the parser's own words.
    Syntax(String),
    /// A key that means nothing there.
    Unknown(String),
    /// A role or category that the theme leaves out.
    Missing(String),
    /// A value of the wrong form; the key it was given for.
    Value(String),
}

impl Theme {
    /// Reads a theme; `file` is only named in errors.
    ///
    /// # Errors
    /// [`ThemeError`] for the first thing that is wrong.
    pub fn parse(file: &str, text: &str) -> Result<Self, ThemeError> {
        let fail = |(at, fault): (usize, ThemeFault)| ThemeError {
            file: file.to_owned(),
            line: text.get(..at).unwrap_or(text).matches('\n').count() + 1,
            fault,
        };
        let root = DeTable::parse(text).map_err(|e| {
            let at = e.span().map_or(0, |s| s.start);
            fail((at, ThemeFault::Syntax(e.message().to_owned())))
        })?;
        read(root.get_ref(), text.len()).map_err(fail)
    }
}

type Found<T> = Result<T, (usize, ThemeFault)>;

fn read(root: &DeTable<'_>, end: usize) -> Found<Theme> {
    let (mut roles, mut categories) = (None, None);
    for (key, value) in root {
        let slot = match key.get_ref().as_ref() {
            "roles" => &mut roles,
            "categories" => &mut categories,
            other => return Err((key.span().start, ThemeFault::Unknown(other.to_owned()))),
        };
        let table = value.get_ref().as_table();
        *slot = Some(table.ok_or_else(|| (key.span().start, ThemeFault::Value(key.get_ref().to_string())))?);
    }
    let given =
        |table: Option<_>, name: &str| table.ok_or_else(|| (end, ThemeFault::Missing(name.to_owned())));
    let names = Role::ALL.map(Role::name);
    let found = styles(given(roles, "roles")?, &names, end)?;
    let mut roles = [Style::default(); Role::ALL.len()];
    roles.copy_from_slice(&found);
    let names = Category::ALL.map(Category::code);
    let found = styles(given(categories, "categories")?, &names, end)?;
    Ok(Theme {
        roles,
        categories: PerCategory::from_fn(|c| found[c.index()]),
    })
}

/// The styles of `names`, in their order; each must be there and nothing else may.
fn styles(table: &DeTable<'_>, names: &[&str], end: usize) -> Found<Vec<Style>> {
    let mut found = vec![None; names.len()];
    for (key, value) in table {
        let at = names.iter().position(|n| *n == key.get_ref().as_ref());
        let at = at.ok_or_else(|| (key.span().start, ThemeFault::Unknown(key.get_ref().to_string())))?;
        let parts = value.get_ref().as_table();
        let parts = parts.ok_or_else(|| (key.span().start, ThemeFault::Value(key.get_ref().to_string())))?;
        found[at] = Some(style(parts)?);
    }
    let missing = |name: &str| (end, ThemeFault::Missing(name.to_owned()));
    found
        .into_iter()
        .zip(names)
        .map(|(s, name)| s.ok_or_else(|| missing(name)))
        .collect()
}

fn style(table: &DeTable<'_>) -> Found<Style> {
    let mut out = Style::default();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let wrong = || (key.span().start, ThemeFault::Value(name.to_owned()));
        let colour = |v: &DeValue<'_>| v.as_str().and_then(Colour::parse).ok_or_else(wrong);
        let flag = |v: &DeValue<'_>| v.as_bool().ok_or_else(wrong);
        let value = value.get_ref();
        match name {
            "fg" => out.fg = Some(colour(value)?),
            "bg" => out.bg = Some(colour(value)?),
            "bold" => out.bold = flag(value)?,
            "dim" => out.dim = flag(value)?,
            "italic" => out.italic = flag(value)?,
            "underline" => out.underline = flag(value)?,
            "reverse" => out.reverse = flag(value)?,
            _ => return Err((key.span().start, ThemeFault::Unknown(name.to_owned()))),
        }
    }
    Ok(out)
}

impl Say for ThemeError {
    fn say(&self, i18n: &I18n) -> String {
        let what = match &self.fault {
            ThemeFault::Syntax(words) => words.clone(),
            ThemeFault::Unknown(key) => tr!(i18n, "theme-unknown", key = key.as_str()),
            ThemeFault::Missing(key) => tr!(i18n, "theme-missing", key = key.as_str()),
            ThemeFault::Value(key) => tr!(i18n, "theme-value", key = key.as_str()),
        };
        i18n.file_line(&self.file, self.line, what)
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for ThemeError {}

#[cfg(test)]
mod tests {
    use super::*;

    const MONO: &str = include_str!("../../themes/mono.toml");

    fn line_of(text: &str, part: &str) -> usize {
        text.lines().position(|l| l.contains(part)).unwrap() + 1
    }

    #[test]
    fn an_error_names_file_line_and_key() {
        let with = |from: &str, to: &str| MONO.replacen(from, to, 1);
        let line = line_of(MONO, "title =");
        for (text, line, fault) in [
            (
                with("title =", "titel ="),
                line,
                ThemeFault::Unknown("titel".into()),
            ),
            (
                with("title = { bold = true", "title = { fg = \"rosa\""),
                line,
                ThemeFault::Value("fg".into()),
            ),
            (
                with("title = { bold = true", "title = { bold = 1"),
                line,
                ThemeFault::Value("bold".into()),
            ),
            (
                with("title = { bold", "title = { fat"),
                line,
                ThemeFault::Unknown("fat".into()),
            ),
            (
                with("[roles]", "[rolls]"),
                line_of(MONO, "[roles]"),
                ThemeFault::Unknown("rolls".into()),
            ),
        ] {
            let e = Theme::parse("my.toml", &text).unwrap_err();
            assert_eq!((e.line, &e.fault), (line, &fault));
            assert!(e.to_string().contains("my.toml"), "{e}");
        }
        let e = Theme::parse("my.toml", &with("duty =", "# ")).unwrap_err();
        assert_eq!(e.fault, ThemeFault::Missing("duty".into()));
        assert!(matches!(
            Theme::parse("my.toml", "[roles\n").unwrap_err().fault,
            ThemeFault::Syntax(_)
        ));
    }
}
