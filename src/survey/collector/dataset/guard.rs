//! Keeps the panics of the Parquet library from damaged files.

use parquet::errors::{ParquetError, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Calls into the library: it panics at some damage, which is an error here like any other. What was half read is dropped.
pub(super) fn guarded<T>(call: impl FnOnce() -> Result<T>) -> Result<T> {
    let damaged = || ParquetError::General("it is damaged".to_owned());
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(damaged()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        assert!(guarded::<()>(|| panic!("a page that nobody wrote")).is_err());
        assert_eq!(guarded(|| Ok(7)).unwrap(), 7);
    }
}
