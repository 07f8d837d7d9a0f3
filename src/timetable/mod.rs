//! The timetable: what is known of a teacher's week before it happens.

mod weeks;

pub use weeks::{BadWeeks, Parity, Weeks};
