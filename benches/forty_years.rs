//! Fills a folder with 40 years, to measure whole commands on: `cargo bench --bench forty_years -- FOLDER [YEARS]`.

use chrono::{NaiveDate, NaiveTime};
use jianfu::store::Store;
use std::io::Write;
use std::path::Path;

/// The last day, a Friday; measure with `JIANFU_NOW=2026-11-20T17:30`.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout();
    // Cargo adds `--bench`.
    let mut args = std::env::args().skip(1).filter(|a| !a.starts_with("--"));
    let Some(folder) = args.next() else {
        writeln!(out, "forty_years: give a folder to fill, after `--`")?;
        return Ok(());
    };
    if Path::new(&folder).exists() {
        return Err(format!("{folder} exists already: name a new folder").into());
    }
    let years = args.next().map_or(Ok(40), |n| n.parse())?;
    let diary = jianfu::demo::years(years, LAST);
    let days: Vec<_> = diary.days().cloned().collect();
    let blocks: usize = days.iter().map(|d| d.blocks().len()).sum();
    Store::at(&folder)
        .session(LAST.and_time(NaiveTime::MIN))?
        .replace(days, Vec::new())?;
    writeln!(out, "{folder}: {blocks} blocks, the last on {LAST}")?;
    Ok(())
}
