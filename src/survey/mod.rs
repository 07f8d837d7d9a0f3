//! Surveys: a coordinator learns how teachers' time is spent, and nobody learns how one teacher's is.
//!
//! Everything goes by files. The coordinator makes a [`Definition`] and a key; a teacher joins, sees every byte that
//! would be sent, and writes a response for a week, sealed to that key; whoever passes it on cannot read it.

mod audience;
mod bundle;
mod change;
pub mod codebook;
pub mod collector;
mod definition;
mod field;
mod joined;
mod key;
mod plaintext;
mod pseudonym;
mod random;
mod reading;
mod respond;
mod response;
mod say;
mod sealed;
mod sheet;
mod words;

pub use audience::Audience;
pub use bundle::{BundleError, Bundled, NotTaken, WhyNot, bundle};
pub use change::{ChangeError, SurveyChange, can_join, change_surveys};
pub use codebook::Codebook;
pub use definition::{
    Asks, BadDefinition, BadDraft, Code, Definition, Draft, Fault, Fingerprint, Group, GroupAnswer,
    LoadError, LoadFault, NOT_SAID, Wording, load, preset, presets,
};
pub use field::Field;
pub use joined::{BadAnswer, Joined};
pub use key::{BadRecipient, KeyFault, KeyFile, KeyFileError, KeyPair, Recipient};
pub use plaintext::Plaintext;
pub use pseudonym::Respondent;
pub use random::NoRandom;
pub use reading::{LONG_MEETING, WeekReading};
pub use respond::{
    Prepared, RespondError, Warning, Written, can_withdraw, check_week, is_withdrawal, usual_week, withdraw,
};
pub use response::{
    Answered, BadResponse, Doubt, GoalGiven, Heading, MeetingsGiven, Message, RESPONSE_SCHEMA, Response,
    Withdrawal,
};
pub use sealed::{SealError, Sealed};
pub use sheet::{SheetLine, asked_words, sheet};
pub use words::{FieldLine, LineOf, band_words, field_words, response_lines};

use random::random;
