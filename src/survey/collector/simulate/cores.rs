//! Work on all cores.

use super::{SimulateError, Simulated};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does every piece of work, some at a time, and adds up what comes of it. The first that fails ends it.
pub(super) fn on_all_cores<T: Sync>(
    work: &[T],
    one: impl Fn(&T) -> Result<Simulated, SimulateError> + Sync,
) -> Result<Simulated, SimulateError> {
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Ok(Simulated::default())));
    let cores = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(work.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(piece) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let done = one(piece);
                    let Ok(mut all) = all.lock() else { return };
                    match (&mut *all, done) {
                        (Ok(sum), Ok(done)) => {
                            sum.responses += done.responses;
                            sum.files += done.files;
                        }
                        (Ok(_), Err(why)) => {
                            *all = Err(why);
                            return;
                        }
                        (Err(_), _) => return,
                    }
                }
            });
        }
    });
    all.into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
