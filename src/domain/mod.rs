//! The values a time-use diary is made of, each with its invariants. No I/O, no clock.

mod activity;
mod bells;
mod block;
mod block_id;
mod category;
mod date;
mod day;
mod definition_hash;
mod hex;
mod note_search;
mod reply_window;
mod school_days;
mod short;
mod span;
mod taxonomy;
mod week;
mod word_rule;

pub use activity::{Activity, ActivityCode, BadCode, CATCH_ALL};
pub use bells::{BadBells, BellSchedule, Period};
pub use block::{BadNote, BadRating, Block, Note, Rating};
pub use block_id::BlockId;
pub use category::{Category, PerCategory};
pub use date::{BadDate, FIRST_DATE, LAST_DATE, check_date, parse_date};
pub use day::{BadReason, Day, DayKind};
pub use definition_hash::{BadHash, DefinitionHash};
pub use hex::{from_hex, to_hex};
pub use note_search::NoteSearch;
pub use reply_window::{BadReplyWindow, ReplyWindow};
pub use school_days::{BadSchoolDays, SchoolDays};
pub use span::{BadSpan, DAY, LATEST_END, Span, clock, parse_clock};
pub use taxonomy::{ActivityInfo, CategoryInfo, Names, Taxonomy};
pub use week::{BadWeek, WEEKDAYS, WeekId};
pub use word_rule::{BadMeaning, BadWord, WordMeaning, WordRule};
