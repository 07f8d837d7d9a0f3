//! What things are called on the screen, for every screen that names them. No drawing.

pub(super) mod settings;
pub(super) mod timetable;
