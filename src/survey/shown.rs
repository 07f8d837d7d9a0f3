//! Text of others that ends up on a screen.

pub(super) use crate::i18n::{disturbs, quoted};
