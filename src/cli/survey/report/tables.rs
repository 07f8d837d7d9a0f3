//! Which of the tables are wanted: the list of them is fixed.

use crate::cli::CliError;
use crate::i18n::{I18n, Lang, quoted};
use crate::survey::Group;
use crate::survey::collector::Frame;
use crate::tr;

/// The groups that were asked for.
pub(super) struct Chosen {
    /// Their places, in the order of the survey.
    pub(super) groups: Vec<usize>,
    /// Their codes, in the order in which they were asked for; none where nothing was said.
    codes: Vec<String>,
}

impl Chosen {
    /// The groups of `--by`, by their codes or by their names in any language, or all.
    ///
    /// # Errors
    /// A group that the survey does not ask, or one that is there twice.
    pub(super) fn of(frame: &Frame, by: &[String], i18n: &I18n) -> Result<Self, CliError> {
        let (mut groups, mut codes) = (Vec::new(), Vec::new());
        for text in by {
            let named = || quoted(text, 40);
            let Some(place) = place(text, frame) else {
                let known = frame.groups.iter().map(|group| known(group, i18n.lang()));
                let known: Vec<String> = known.collect();
                let known = known.join(&tr!(i18n, "report-comma"));
                let text = tr!(i18n, "cli-survey-report-group", code = named(), known = known);
                return Err(CliError::Usage(text));
            };
            if groups.contains(&place) {
                let text = tr!(i18n, "cli-survey-report-twice", code = named());
                return Err(CliError::Usage(text));
            }
            groups.push(place);
            codes.push(frame.groups[place].code.to_string());
        }
        if by.is_empty() {
            groups = (0..frame.groups.len()).collect();
        }
        groups.sort_unstable();
        Ok(Self { groups, codes })
    }

    /// The two groups that are to be shown at once: where just two were asked for.
    pub(super) fn two_groups(&self) -> Option<[String; 2]> {
        self.codes.clone().try_into().ok()
    }
}

/// The place of a group by its code, else by its name in any language.
fn place(text: &str, frame: &Frame) -> Option<usize> {
    let text = text.trim();
    let is_named = |group: &Group| {
        let mut names = Lang::ALL.into_iter().map(|lang| group.name.get(lang));
        names.any(|name| name.trim().to_lowercase() == text.to_lowercase())
    };
    let by_code = frame.groups.iter().position(|g| g.code.as_str() == text);
    by_code.or_else(|| frame.groups.iter().position(is_named))
}

/// A group as somebody can ask for it.
fn known(group: &Group, lang: Lang) -> String {
    let (code, name) = (group.code.as_str(), group.name.get(lang));
    if name == code {
        return code.to_owned();
    }
    format!("{code} ({name})")
}

/// The places of two groups, the first for the rows.
pub(super) fn places([rows, columns]: &[String; 2], frame: &Frame) -> Option<[usize; 2]> {
    let place = |code: &str| frame.groups.iter().position(|g| g.code.as_str() == code);
    Some([place(rows)?, place(columns)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::Simulation;

    #[test]
    fn groups_are_asked_for_by_code_or_by_name_in_any_language() {
        let weeks = "2026-W45".parse().unwrap()..="2026-W45".parse().unwrap();
        let simulation = Simulation::new(7, 10, weeks, false).unwrap();
        let frame = Frame::of(&simulation.definition);
        let i18n = I18n::english();
        for (place, group) in frame.groups.iter().enumerate() {
            let names = Lang::ALL.map(|lang| group.name.get(lang).to_owned());
            for asked in names.into_iter().chain([group.code.to_string()]) {
                let chosen = Chosen::of(&frame, std::slice::from_ref(&asked), i18n).unwrap();
                assert_eq!(chosen.groups, [place], "{asked}");
                let twice = [asked, group.code.to_string()];
                let Err(CliError::Usage(said)) = Chosen::of(&frame, &twice, i18n) else {
                    panic!("{twice:?}");
                };
                assert!(said.contains("is there twice"), "{said}");
            }
        }
        let Err(CliError::Usage(said)) = Chosen::of(&frame, &["colour".to_owned()], i18n) else {
            panic!("there is no such group");
        };
        assert!(said.contains("colour") && said.contains("stage"), "{said}");
    }
}
