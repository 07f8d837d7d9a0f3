//! The screen and the thread that feeds it, on a real inbox.

use super::*;
use crate::app::collecting::{News, Standing};
use crate::i18n::{I18n, Lang};
use crate::keymap::Keymap;
use crate::settings::Borders;
use crate::survey::KeyFile;
use crate::survey::collector::{Collector, Simulation};
use crate::theme::Theme;
use ratatui::layout::Rect;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// A screen over an inbox into which made-up responses can be put.
struct Watched {
    dir: tempfile::TempDir,
    files: Vec<PathBuf>,
    live: Live,
    news: Receiver<News>,
    worker: Option<Worker>,
}

impl Watched {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let weeks = "2026-W45".parse().unwrap()..="2026-W46".parse().unwrap();
        let simulation = Simulation::new(1, 20, weeks, false).unwrap();
        let made = dir.path().join("made");
        simulation.write_inbox(&made).unwrap();
        let entries = fs::read_dir(made.join("inbox")).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let key = KeyFile::read(&made.join("made-up.key"))
            .unwrap()
            .open(None)
            .unwrap();
        let (inbox, dataset) = (dir.path().join("in"), dir.path().join("dataset"));
        fs::create_dir(&inbox).unwrap();
        let definition = simulation.definition.clone();
        let collector = Collector::open(&dataset, Some(definition.clone()), &key).unwrap();
        let state = Collecting::new(
            Keymap::built_in(),
            definition,
            vec!["in".into()],
            "dataset".into(),
        );
        let look = Look {
            i18n: I18n::new(Lang::En).into(),
            theme: Theme::mono(),
            borders: Borders::Ascii,
        };
        let now = "2026-11-20T17:30:00".parse().unwrap();
        let (sender, news) = channel();
        let out = move |news| drop(sender.send(news));
        Self {
            worker: Some(Worker::start(collector, vec![inbox], Lang::En, out).unwrap()),
            live: Live::new(state, look, Box::new(move || now)),
            dir,
            files,
            news,
        }
    }

    fn inbox(&self) -> PathBuf {
        self.dir.path().join("in")
    }

    /// Puts so many responses into the inbox.
    fn arrive(&mut self, count: usize) {
        for file in self.files.drain(..count) {
            fs::rename(&file, self.dir.path().join("in").join(file.file_name().unwrap())).unwrap();
        }
    }

    fn screen(&self) -> String {
        let area = Rect::new(0, 0, 100, 30);
        let mut buffer = Buffer::empty(area);
        self.live.draw_on(&mut buffer);
        let row = |y| {
            (0..area.width)
                .map(|x| buffer[(x, y)].symbol())
                .collect::<String>()
        };
        (0..area.height).map(row).collect::<Vec<_>>().join("\n")
    }

    /// Takes in what comes until the screen shows something.
    fn until(&mut self, part: &str) {
        let start = Instant::now();
        while !self.screen().contains(part) {
            assert!(start.elapsed() < PATIENCE, "no {part:?}:\n{}", self.screen());
            if let Ok(news) = self.news.recv_timeout(Duration::from_millis(50)) {
                self.live.take(CollectingInput::News(news));
            }
        }
    }

    /// Nothing is told for some time, in which the inbox is looked at again and again.
    fn is_quiet(&mut self) -> bool {
        while let Ok(news) = self.news.try_recv() {
            self.live.take(CollectingInput::News(news));
        }
        self.news.recv_timeout(Duration::from_millis(400)).is_err()
    }
}

#[test]
fn what_arrives_shows_and_nothing_is_told_while_nothing_comes() {
    let mut watched = Watched::new();
    watched.until("0 in the dataset");
    watched.until("Waiting for files");
    assert!(watched.is_quiet());
    watched.arrive(5);
    watched.until("5 in the dataset - 5 taken");
    assert!(watched.is_quiet());
    fs::write(watched.inbox().join("photo.jpg"), "no response").unwrap();
    watched.until("photo.jpg");
    watched.until("1 not taken");
    assert!(watched.is_quiet(), "what is not taken is not told again");
    fs::remove_file(watched.inbox().join("photo.jpg")).unwrap();
    watched.until("Everything was taken so far.");
    watched.arrive(3);
    watched.until("8 in the dataset - 8 taken");
    let (collector, collected) = watched.worker.take().unwrap().end().unwrap();
    assert_eq!(collected.unwrap().coverage, watched.live.state().coverage);
    assert!(collector.dataset().parts().is_ok());
    watched
        .news
        .iter()
        .last()
        .map_or_else(|| panic!("the end is told"), |news| assert_eq!(news, News::Ended));
}

#[test]
fn an_inbox_that_goes_away_is_told_of_and_collecting_goes_on_when_it_is_back() {
    let mut watched = Watched::new();
    watched.arrive(2);
    fs::write(watched.inbox().join("photo.jpg"), "no response").unwrap();
    watched.until("2 in the dataset - 2 taken - 1 not taken");
    let away = watched.dir.path().join("away");
    fs::rename(watched.inbox(), &away).unwrap();
    watched.until("It goes on when it is back");
    watched.until("photo.jpg"); // what is known of it stays
    assert!(watched.is_quiet());
    fs::rename(&away, watched.inbox()).unwrap();
    watched.until("Waiting for files");
    watched.arrive(1);
    watched.until("3 in the dataset - 3 taken - 1 not taken");
    assert_eq!(watched.live.state().refused.len(), 1);
}

#[test]
fn a_dataset_that_cannot_be_written_is_told_of_and_is_whole_afterwards() {
    let mut watched = Watched::new();
    watched.arrive(1);
    watched.until("1 in the dataset");
    // A file where the folder of a week belongs, whichever week the next response is of.
    let dataset = watched.dir.path().join("dataset");
    let hidden = watched.dir.path().join("hidden");
    fs::rename(&dataset, &hidden).unwrap();
    watched.arrive(2);
    watched.until(" dataset");
    let is_trouble = |watched: &mut Watched| {
        let start = Instant::now();
        while !matches!(watched.live.state().standing, Standing::Trouble(_)) {
            assert!(start.elapsed() < PATIENCE, "{}", watched.screen());
            if let Ok(news) = watched.news.recv_timeout(Duration::from_millis(50)) {
                watched.live.take(CollectingInput::News(news));
            }
        }
    };
    is_trouble(&mut watched);
    restore(&hidden, &dataset);
    watched.until("Waiting for files");
    watched.until("3 in the dataset");
}

fn restore(hidden: &Path, dataset: &Path) {
    let start = Instant::now();
    loop {
        let _ = fs::remove_dir_all(dataset); // what was made of it meanwhile
        if fs::rename(hidden, dataset).is_ok() {
            return;
        }
        assert!(start.elapsed() < PATIENCE);
    }
}
