//! What lies over the survey screen.

mod done;
mod group;
mod join;
mod respond;
mod sent;

pub(super) use done::draw as draw_done;
pub(super) use group::draw as draw_group;
pub(super) use join::draw as draw_join;
pub(super) use respond::draw as draw_respond;
pub(super) use sent::draw as draw_sent;
