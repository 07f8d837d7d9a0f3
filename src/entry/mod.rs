//! The quick-entry grammar.
