//! Samples to look at, and how long they take to make.

use super::*;
use std::fs;
use std::path::Path;

#[test]
#[ignore = "writes reports into the folder that JIANFU_SAMPLES names"]
fn write_samples() {
    let folder = std::env::var_os("JIANFU_SAMPLES").expect("a folder in JIANFU_SAMPLES");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    for (name, report) in reports::all().into_iter().chain([("large", reports::large())]) {
        for lang in Lang::ALL {
            for format in ReportFormat::ALL {
                let bytes = file(report, format, lang);
                let file = format!("{name}-{}.{}", lang.tag(), format.name());
                fs::write(folder.join(file), bytes).unwrap();
            }
        }
    }
    fs::write(folder.join("codebook.csv"), codebook_csv()).unwrap();
}
