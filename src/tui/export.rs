//! Summaries written into files.

use crate::app::{Exported, Wanting};
use crate::files::write_whole;
use crate::i18n::{I18n, Say};
use crate::summary::render;
use crate::tr;
use std::path::Path;

/// Writes a summary, whole or not at all.
pub(super) fn write(wanting: &Wanting, i18n: &I18n) -> Result<Exported, String> {
    let path = Path::new(&wanting.path);
    let failed = |why: String| tr!(i18n, "export-failed", path = wanting.path.as_str(), why = why);
    if !wanting.replace && path.symlink_metadata().is_ok() {
        return Ok(Exported::Exists);
    }
    let (format, encoding) = wanting.kind;
    let review = &wanting.review;
    let bytes = render(review.reviewed(), format, encoding, &review.profile, i18n);
    let bytes = bytes.map_err(|e| failed(e.say(i18n)))?;
    write_whole(path, &bytes).map_err(|e| failed(e.to_string()))?;
    let shown = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Ok(Exported::Saved(shown.display().to_string()))
}
