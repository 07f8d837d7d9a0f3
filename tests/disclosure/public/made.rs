//! The public-use file of a survey, as anybody reads it.

use crate::surveys::Survey;
use chrono::NaiveDate;
use jianfu::i18n::I18n;
use jianfu::survey::collector::{Candidates, Cells, Format, PublicFiles, Visible, publish};
use std::collections::BTreeMap;

/// What the rows of a file say of the groups: the places of the answers, 0 where none is said.
pub(super) type Rows = Vec<Vec<u16>>;

/// What a row says.
pub(super) struct Row {
    /// The places of the answers.
    pub(super) groups: Vec<u16>,
    /// Minutes of teaching.
    pub(super) teaching: i32,
}

/// The rows of the file that is made of everybody, beside reports that show these two groups at once.
pub(super) fn rows(survey: &Survey, cells: &Cells, two_groups: [usize; 2]) -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.csv");
    let definition = &survey.frame.surveys[0];
    let day = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let files = PublicFiles::new(
        &path,
        Format::Csv,
        definition,
        I18n::new(jianfu::i18n::Lang::En),
        day,
    );
    let candidates = |week| {
        let mut out = Candidates::default();
        for person in &survey.people {
            out.add(&person.groups, &person.values);
        }
        Ok((out, Visible::of(cells, week, Some(two_groups))))
    };
    let prepared = publish(
        definition,
        [survey.week],
        candidates,
        files.unwrap(),
        &BTreeMap::new(),
        Vec::new(),
    );
    prepared.unwrap().finish().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let groups = &survey.frame.groups;
    let mut lines = text.lines();
    let mut names = lines.next().unwrap().split(',');
    let teaching = names.position(|name| name == "teaching_min").unwrap();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let codes = fields[1..].iter().zip(groups); // the week is first
        let place = |(code, group): (&&str, &jianfu::survey::Group)| {
            let found = (1..).zip(&group.answers).find(|(_, a)| a.code.as_str() == *code);
            found.map_or(0, |(place, _)| place)
        };
        Row {
            groups: codes.map(place).collect(),
            teaching: fields[teaching].parse().unwrap(),
        }
    };
    lines.map(row).collect()
}
