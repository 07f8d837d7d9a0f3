//! Random numbers of the system.

/// The system gives no random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoRandom;

/// Bytes that nobody can guess.
///
/// # Errors
/// [`NoRandom`] where the system has none.
pub(super) fn random<const N: usize>() -> Result<[u8; N], NoRandom> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|_| NoRandom)?;
    Ok(out)
}
