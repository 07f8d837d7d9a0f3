//! Messages in three languages, from the Fluent files in `locales/`.
//!
//! Every message stands in every language with the same variables, and every id that the code names exists:
//! tests below prove both, so a missing translation is a failed build and not something a teacher meets.

mod io;
mod lang;
mod message;
mod phrases;
mod shown;
mod spreadsheet_text;
mod width;

pub use lang::{BadLang, Lang};
pub(crate) use shown::{can_be_shown, disturbs, quoted};
pub use spreadsheet_text::{is_formula, neutral};
pub use width::half_width;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use message::Message;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The messages of one language.
pub struct I18n {
    lang: Lang,
    messages: HashMap<&'static str, Message>,
    /// Fills variables in, by the rules of the language. It holds no message: none refers to another.
    bundle: FluentBundle<FluentResource>,
}

/// A message of the program with its variables; what [`tr!`](crate::tr) makes.
pub type Args<'a> = [(&'static str, FluentValue<'a>)];

/// Something that can be told to the user in their language.
pub trait Say {
    /// One sentence, without a full stop at the end where it is an error.
    fn say(&self, i18n: &I18n) -> String;
}

/// The files of a language, by room of the house.
fn sources(lang: Lang) -> [&'static str; 11] {
    macro_rules! files {
        ($dir:literal) => {
            [
                include_str!(concat!("../../locales/", $dir, "/common.ftl")),
                include_str!(concat!("../../locales/", $dir, "/diary.ftl")),
                include_str!(concat!("../../locales/", $dir, "/entry.ftl")),
                include_str!(concat!("../../locales/", $dir, "/store.ftl")),
                include_str!(concat!("../../locales/", $dir, "/import.ftl")),
                include_str!(concat!("../../locales/", $dir, "/cli.ftl")),
                include_str!(concat!("../../locales/", $dir, "/tui.ftl")),
                include_str!(concat!("../../locales/", $dir, "/timetable.ftl")),
                include_str!(concat!("../../locales/", $dir, "/summary.ftl")),
                include_str!(concat!("../../locales/", $dir, "/survey.ftl")),
                include_str!(concat!("../../locales/", $dir, "/collector.ftl")),
            ]
        };
    }
    match lang {
        Lang::ZhHans => files!("zh-Hans"),
        Lang::ZhHant => files!("zh-Hant"),
        Lang::En => files!("en"),
    }
}

impl I18n {
    /// The messages of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false); // a terminal shows the isolation marks as rubbish
        Self {
            lang,
            messages: sources(lang).into_iter().flat_map(Message::all).collect(),
            bundle,
        }
    }

    /// The English messages, which errors print when nobody says in which language.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<I18n> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::new(Lang::En))
    }

    /// Which language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// What a message says besides itself under a name, such as how it is pronounced; none where it says nothing.
    #[must_use]
    pub fn attribute(&self, id: &str, name: &str) -> Option<String> {
        let pattern = self.messages.get(id)?.attribute(name)?;
        let text = self.bundle.format_pattern(pattern, None, &mut Vec::new());
        Some(text.into_owned())
    }

    /// A message with its variables filled in. Prefer [`tr!`](crate::tr), whose ids a test checks.
    #[must_use]
    pub fn format(&self, id: &str, args: &Args<'_>) -> String {
        let Some(pattern) = self.messages.get(id).and_then(Message::value) else {
            debug_assert!(false, "no message {id}");
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text
    }
}

/// A message in the user's language: `tr!(i18n, "diary-no-last-block", date = date.to_string())`.
#[macro_export]
macro_rules! tr {
    ($i18n:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $i18n.format($id, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),*])
    };
}

#[cfg(test)]
mod tests;
