//! Timetables as tables: one lesson a row, or a grid of periods and weekdays.

mod class;
mod clock;
mod cursor;
mod lesson;
mod period;
mod week_words;
mod weekday;
