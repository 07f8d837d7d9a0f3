//! The `jianfu` command.
fn main() {}
