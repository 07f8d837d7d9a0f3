//! The timetable: what is known of a teacher's week before it happens. Bells say when periods are, terms how weeks are
//! counted, and the timetable which lessons and duties come back; together they say what is planned for a date.
//!
//! Nothing here is diary: a plan becomes a block when the teacher confirms it.

mod bells;
mod dates;
mod editions;
mod fault;
mod plain;
mod plan;
mod recurring;
mod term;
mod text;
mod typed;
mod weekday;
mod weeks;

pub use bells::{Bells, bells_on};
pub use dates::{BadDates, Dates, MonthDay};
pub use editions::{Edition, Timetable};
pub use fault::{BadText, Fault};
pub use plain::LESSON;
pub use plain::{
    add_term, bells_json, read_bells_json, read_schedule, read_terms_json, read_timetable_json, terms_json,
    timetable_json,
};
pub use plan::{Plan, Planned};
pub use recurring::{Recurring, Slot};
pub use term::{LONGEST_BREAK, Term, term_on};
pub use text::{Parts, parse, parse_over, print};
pub use typed::{
    BadPeriods, BadTerm, plain_time, print_periods, print_term, read_day, read_periods, read_span, read_term,
};
pub use weekday::{read_weekday, weekday_word};
pub use weeks::{BadWeeks, Parity, Weeks};
