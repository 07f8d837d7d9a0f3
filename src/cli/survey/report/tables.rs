//! Which of the tables are wanted: the list of them is fixed.

use crate::cli::CliError;
use crate::i18n::I18n;
use crate::survey::collector::Frame;
use crate::tr;

/// The groups that were asked for.
pub(super) struct Chosen {
    /// Their places, in the order of the survey.
    pub(super) groups: Vec<usize>,
    /// Their codes, as they were asked for; none where nothing was said.
    codes: Vec<String>,
}

impl Chosen {
    /// The groups of `--by`, or all.
    ///
    /// # Errors
    /// A group that the survey does not ask, or one that is there twice.
    pub(super) fn of(frame: &Frame, by: &[String], i18n: &I18n) -> Result<Self, CliError> {
        let known: Vec<String> = frame.groups.iter().map(|g| g.code.to_string()).collect();
        let mut groups = Vec::new();
        for code in by {
            let place = known.iter().position(|k| k == code);
            let Some(place) = place.filter(|place| !groups.contains(place)) else {
                let code = crate::i18n::quoted(code, 40);
                let known = known.join(", ");
                let text = tr!(i18n, "cli-survey-report-group", code = code, known = known);
                return Err(CliError::Usage(text));
            };
            groups.push(place);
        }
        if by.is_empty() {
            groups = (0..known.len()).collect();
        }
        groups.sort_unstable();
        Ok(Self {
            groups,
            codes: by.to_vec(),
        })
    }

    /// The two groups that are to be shown at once: where just two were asked for.
    pub(super) fn two_groups(&self) -> Option<[String; 2]> {
        self.codes.clone().try_into().ok()
    }
}

/// The places of two groups, the first for the rows.
pub(super) fn places([rows, columns]: &[String; 2], frame: &Frame) -> Option<[usize; 2]> {
    let place = |code: &str| frame.groups.iter().position(|g| g.code.as_str() == code);
    Some([place(rows)?, place(columns)?])
}
