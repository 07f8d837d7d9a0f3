//! A Chromium without a window and without a network.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A browser.
pub(crate) struct Chromium {
    path: PathBuf,
}

/// A printed page.
pub(crate) struct Pdf(Vec<u8>);

impl Chromium {
    /// The browser that `CHROMIUM` names, or one on the path. Fails without one: a test that is asked for has to run.
    pub(crate) fn find() -> Self {
        if let Some(path) = env::var_os("CHROMIUM") {
            return Self { path: path.into() };
        }
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let path = env::var_os("PATH").unwrap_or_default();
        let found = env::split_paths(&path)
            .flat_map(|dir| names.map(|name| dir.join(name)))
            .find(|path| path.is_file());
        let path = found.expect("no Chromium: install one, or name it in CHROMIUM");
        Self { path }
    }

    /// The markup of a page after its scripts have run.
    pub(crate) fn dom(&self, page: &str, is_dark: bool) -> String {
        let dir = tempfile::tempdir().unwrap();
        let scheme = u8::from(!is_dark);
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        let options = ["--dump-dom", "--virtual-time-budget=20000", &scheme];
        String::from_utf8(self.run(dir.path(), page, options.map(OsStr::new))).unwrap()
    }

    /// A page as it is printed.
    pub(crate) fn pdf(&self, page: &str) -> Pdf {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("page.pdf");
        let mut print = OsStr::new("--print-to-pdf=").to_owned();
        print.push(&file);
        self.run(dir.path(), page, [OsStr::new("--no-pdf-header-footer"), &print]);
        Pdf(fs::read(file).unwrap())
    }

    /// What the browser writes when it opens a page.
    fn run<const N: usize>(&self, dir: &Path, page: &str, options: [&OsStr; N]) -> Vec<u8> {
        let file = dir.join("page.html");
        fs::write(&file, page).unwrap();
        let mut profile = OsStr::new("--user-data-dir=").to_owned();
        profile.push(dir.join("profile"));
        let mut command = Command::new(&self.path);
        command
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-extensions",
                "--no-first-run",
            ])
            .args([
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--disable-background-networking",
            ])
            .arg(profile)
            .args(options)
            .arg(file);
        let mut out = command.output().unwrap();
        if out.status.code().is_none() {
            out = command.output().unwrap(); // a browser crashes at times, and no page of ours can make that certain
        }
        let errors = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "{errors}");
        out.stdout
    }
}

impl Pdf {
    /// Width and height of each page, in points.
    pub(crate) fn sheets(&self) -> Vec<(f64, f64)> {
        let text = String::from_utf8_lossy(&self.0);
        // `/Pages` is the list of them.
        let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
        let boxes = text.split("/MediaBox [").skip(1).map(|after| {
            let numbers = after.split(']').next().unwrap().split_whitespace();
            let numbers: Vec<f64> = numbers.map(|n| n.parse().unwrap()).collect();
            (numbers[2] - numbers[0], numbers[3] - numbers[1])
        });
        let boxes: Vec<(f64, f64)> = boxes.collect();
        assert_eq!(boxes.len(), pages, "a size for every page");
        boxes
    }
}
