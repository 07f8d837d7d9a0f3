//! The attacker: whoever has all reports on a survey and a solver of linear programs. It knows all that reports show, and more:
//! the exact numbers in place of the rounded ones, so that what is hidden is hidden without any help of rounding.
//!
//! What it tries to find are the respondents behind what is not shown. Between any two trees of lines of different groups
//! nothing is linked but the number of everybody: whatever one tree leaves possible, there are respondents that fit all the
//! others, too. So each tree is a linear program of its own, with a variable for each answer; and so is the table of two groups,
//! with a variable for each cell.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::needless_range_loop,
    clippy::needless_for_each,
    reason = "a test fails by panicking, tells what it measured, and walks through rows and columns by their numbers"
)]

mod chance;
mod counts;
mod cross;
mod issues;
mod nation;
mod people;
mod period;
mod program;
mod public;
mod self_test;
mod shown;
mod sums;
mod surveys;
mod weeks;
