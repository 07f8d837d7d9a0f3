mod anything;
mod archives;
mod hostile;
mod merging;
mod runs;

use super::*;
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::survey::definition::tests::sample;
use crate::survey::response::tests::making::{block, reading};
use crate::survey::{Joined, KeyPair, Message, Plaintext, Respondent, Response, Sealed, Withdrawal};
use std::collections::BTreeMap;

/// A survey with an inbox and a place for a dataset.
pub(super) struct Survey {
    pub(super) dir: tempfile::TempDir,
    pub(super) key: KeyPair,
    pub(super) joined: Joined,
}

/// A response, or that it is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sent {
    /// From whom.
    pub(super) who: u8,
    /// The number of the week after the first.
    pub(super) week: u8,
    pub(super) revision: u32,
    /// Something that it says; none where it is a withdrawal.
    pub(super) says: Option<u8>,
}

pub(super) fn sent(who: u8, week: u8, revision: u32, says: impl Into<Option<u8>>) -> Sent {
    Sent {
        who,
        week,
        revision,
        says: says.into(),
    }
}

impl Survey {
    pub(super) fn new() -> Self {
        let (definition, key) = sample();
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("in")).unwrap();
        Self {
            dir,
            key,
            joined: Joined::new(definition),
        }
    }

    pub(super) fn inbox(&self) -> PathBuf {
        self.dir.path().join("in")
    }

    pub(super) fn week(&self, number: u8) -> WeekId {
        self.joined
            .definition
            .weeks
            .start()
            .offset(number.into())
            .unwrap()
    }

    pub(super) fn message(&self, sent: Sent) -> Message {
        use crate::domain::{Activity, Category, Span};
        let heading = crate::survey::Heading {
            version: 1,
            definition: self.joined.hash(),
            week: self.week(sent.week),
            respondent: Respondent::try_from(format!("{:032x}", u32::from(sent.who) * 7919)).unwrap(),
            revision: sent.revision,
        };
        let Some(says) = sent.says else {
            return Message::Withdrawal(Withdrawal { heading });
        };
        let span = Span::amount(u32::from(says) * 15 + 15).unwrap();
        let reading = reading(&[(0, block(Activity::catch_all(Category::Reports), span))]);
        let mut joined = self.joined.clone();
        let answer = if says % 2 == 0 {
            "primary"
        } else {
            "lower_secondary"
        };
        joined.answer("stage", Some(answer)).unwrap();
        Message::Response(Response::of(&joined, heading, &reading))
    }

    pub(super) fn sealed(&self, sent: Sent) -> Vec<u8> {
        let plaintext = Plaintext::of(&self.message(sent));
        let sealed = Sealed::new(&plaintext, &self.joined.definition.recipient).unwrap();
        sealed.bytes().to_vec()
    }

    /// Puts something into the inbox.
    pub(super) fn put(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.inbox().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub(super) fn collector(&self, to: &str) -> Collector {
        let definition = self.joined.definition.clone();
        Collector::open(&self.dir.path().join(to), Some(definition), &self.key).unwrap()
    }

    /// Collects the inbox, and what it said.
    pub(super) fn collect(&self, to: &str) -> Collected {
        self.collect_of(to, &[self.inbox()])
    }

    pub(super) fn collect_of(&self, to: &str, inbox: &[PathBuf]) -> Collected {
        let mut collector = self.collector(to);
        collector.pass(inbox, None, I18n::english(), &mut |_| {}).unwrap()
    }

    /// What is not taken, by the end of its name.
    pub(super) fn rejected(&self, to: &str) -> BTreeMap<String, String> {
        let text = fs::read_to_string(self.dir.path().join(to).join("rejected.csv")).unwrap();
        let mut csv = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let lines = csv.records().map(|line| {
            let line = line.unwrap();
            assert!(!line[2].is_empty() && !line.iter().any(|t| t.contains(crate::i18n::disturbs)));
            let name = line[0]
                .rsplit(std::path::MAIN_SEPARATOR)
                .next()
                .unwrap()
                .to_owned();
            let name = line[0]
                .rsplit_once(" › ")
                .map_or(name, |(_, entry)| entry.to_owned());
            (name, line[1].to_owned())
        });
        lines.collect()
    }

    /// The parts of a dataset and what was withdrawn, byte by byte.
    pub(super) fn parts(&self, to: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let folder = self.dir.path().join(to);
        let dataset = Dataset::open(&folder).unwrap();
        let parts = dataset.parts().unwrap();
        let mut paths: Vec<PathBuf> = parts.into_values().flatten().map(|p| p.path).collect();
        paths.push(folder.join("collected/withdrawn.csv"));
        paths.retain(|path| path.exists());
        let parts = paths.into_iter().map(|path| {
            let name = path.strip_prefix(&folder).unwrap().to_owned();
            (name, fs::read(path).unwrap())
        });
        parts.collect()
    }

    /// Who is in the dataset with which revision, by week; nobody is there twice.
    pub(super) fn revisions(&self, to: &str) -> BTreeMap<(WeekId, Respondent), u32> {
        let dataset = Dataset::open(&self.dir.path().join(to)).unwrap();
        let mut out = BTreeMap::new();
        for (week, parts) in dataset.parts().unwrap() {
            for row in parts.iter().flat_map(|part| dataset.read(part).unwrap()) {
                assert!(out.insert((week, row.respondent), row.revision).is_none());
            }
        }
        out
    }
}
