//! Noise, as the library makes it: exact, on whole numbers, so that no last digit of a floating-point number gives anything
//! away.

use opendp::domains::AtomDomain;
use opendp::measurements::make_laplace;
use opendp::measures::MaxDivergence;
use opendp::metrics::AbsoluteDistance;

/// No noise could be made, and so nothing is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no noise could be made: {0}")]
pub struct NoNoise(pub String);

/// A number with discrete Laplace noise. `sensitivity` is how much one response changes it at most; `scale` the scale of the
/// noise for a sensitivity of 1.
pub(super) fn laplace(number: i64, sensitivity: u32, scale: f64) -> Result<i64, NoNoise> {
    let failed = |why: opendp::error::Error| NoNoise(why.to_string());
    let scale = scale * f64::from(sensitivity);
    let space = (AtomDomain::<i64>::default(), AbsoluteDistance::<i64>::default());
    let mechanism = make_laplace::<_, _, MaxDivergence>(space.0, space.1, scale, None).map_err(failed)?;
    mechanism.invoke(&number).map_err(failed)
}

/// What the library proves that such a number costs.
#[cfg(test)]
pub(super) fn cost(sensitivity: u32, scale: f64) -> f64 {
    let scale = scale * f64::from(sensitivity);
    let space = (AtomDomain::<i64>::default(), AbsoluteDistance::<i64>::default());
    let mechanism = make_laplace::<_, _, MaxDivergence>(space.0, space.1, scale, None).unwrap();
    mechanism.map(&i64::from(sensitivity)).unwrap()
}
