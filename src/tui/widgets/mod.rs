//! The parts that screens are put together from.

pub(crate) mod entry;
pub(crate) mod field;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod list;
pub(crate) mod message;
pub(crate) mod page;
pub(crate) mod timeline;
pub(crate) mod toast;
