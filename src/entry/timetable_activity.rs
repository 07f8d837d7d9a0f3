//! The activity that an entry of a timetable's text names.

use super::Lexicon;
use crate::domain::Activity;
use crate::i18n::{I18n, Say};
use crate::timetable::Timetable;
use crate::tr;

/// Why a text names no activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoActivity {
    /// None is called so.
    Unknown(String),
    /// Several are.
    Several(String, Vec<Activity>),
}

/// The activity of a code, a long form, initials or a name in any language. What the timetable has already is known by its
/// long form, even if its definition is gone.
///
/// # Errors
/// [`NoActivity`].
pub fn timetable_activity(
    text: &str,
    lexicon: &Lexicon,
    timetable: &Timetable,
) -> Result<Activity, NoActivity> {
    let mut found = lexicon.whole(text);
    match (found.pop(), found.is_empty()) {
        (Some(one), true) => Ok(one),
        (None, _) => {
            let held = timetable.activity(text).cloned();
            held.ok_or_else(|| NoActivity::Unknown(text.to_owned()))
        }
        (Some(last), false) => {
            found.push(last);
            Err(NoActivity::Several(text.to_owned(), found))
        }
    }
}

impl Say for NoActivity {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Unknown(text) => tr!(i18n, "timetable-no-activity", text = text.as_str()),
            Self::Several(name, fits) => {
                let fits: Vec<String> = fits.iter().map(ToString::to_string).collect();
                tr!(
                    i18n,
                    "timetable-ambiguous",
                    name = name.as_str(),
                    fits = fits.join(", ")
                )
            }
        }
    }
}
