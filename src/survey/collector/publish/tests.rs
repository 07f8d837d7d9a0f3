use super::known::{Known, recode};
use super::ladders::Ladders;
use super::visible::Visible;
use super::week::PublicWeek;
use super::*;
use crate::i18n::{I18n, Lang};
use crate::survey::codebook::Codebook;
use crate::survey::collector::cells::{Cells, Frame};
use crate::survey::collector::report::{Report, Table as ReportTable};
use crate::survey::collector::simulate::Simulation;
use crate::survey::collector::values::Values;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Stage, role, years, and regions in two areas; at least ten.
fn simulation(teachers: u64) -> Simulation {
    let weeks = "2026-W45".parse().unwrap()..="2026-W47".parse().unwrap();
    Simulation::new(1, teachers, weeks, false).unwrap()
}

const LEAST: u32 = 10;

/// What can be known: few answers, so that some of it is common.
fn counts() -> impl Strategy<Value = BTreeMap<Known, u32>> {
    let region = prop_oneof![Just(0_u16), Just(2), Just(3), Just(5), Just(7), Just(8)];
    let known = (
        0..=2_u16,
        0..=3_u16,
        0..=2_u16,
        region,
        prop_oneof![5 => Just(6_u16), 1 => 0..=6_u16],
    );
    let known = known.prop_map(|(a, b, c, d, e)| Known::from([a, b, c, d, e]));
    prop::collection::btree_map(known, prop_oneof![3 => 1..4_u32, 1 => 5..40_u32], 0..60)
}

proptest! {
    #[test]
    fn whatever_occurs_occurs_often_enough_and_nothing_is_taken_away_without_need(counts in counts()) {
        let ladders = Ladders::of(&simulation(10).definition);
        let recoded = recode(&counts, &ladders, LEAST);
        let mut published: HashMap<&Known, u32> = HashMap::new();
        let mut left_out = 0;
        for (from, n) in &counts {
            match &recoded[from] {
                None => left_out += n,
                Some(to) => *published.entry(to).or_default() += n,
            }
        }
        prop_assert!(published.values().all(|n| *n >= LEAST), "{published:?}");
        prop_assert!(left_out < LEAST);
        let ways = ladders.ways();
        for (from, to) in &recoded {
            let Some(to) = to else { continue };
            if counts[from] >= LEAST {
                prop_assert_eq!(from, to, "enough were like it");
            }
            // Only what holds it or nothing stands for an answer; and no milder way leads to the same place.
            let way = ways.iter().find(|way| ladders.climb(from, way) == *to);
            prop_assert!(way.is_some(), "{:?} {:?}", from, to);
            // No change of one thing by one step less would have left it among enough: they would be there.
            if from != to {
                prop_assert!(published.get(from).is_none_or(|_| counts[from] < LEAST));
            }
        }
        // What is left out could not have gone to what holds nothing at all, where there is that.
        if left_out > 0 {
            prop_assert!(!published.contains_key(&Known::from([0; 5])));
        }
    }
}

fn of(counts: &[([u16; 5], u32)]) -> BTreeMap<Known, u32> {
    counts
        .iter()
        .map(|(known, n)| (Known::from(*known), *n))
        .collect()
}

fn recoded(counts: &[([u16; 5], u32)]) -> Vec<Option<Vec<u16>>> {
    let ladders = Ladders::of(&simulation(10).definition);
    let recoded = recode(&of(counts), &ladders, LEAST);
    counts
        .iter()
        .map(|(known, _)| recoded[&Known::from(*known)].as_deref().map(<[u16]>::to_vec))
        .collect()
}

#[test]
fn the_smallest_change_that_helps_is_made() {
    // One district with nine, beside one of the same area with enough: both are left as districts or joined in the area?
    // Only the nine are too few, and alone in the area they still are, so what is least important after it goes.
    let school_of_nine = [([1, 1, 1, 2, 6], 30), ([1, 1, 1, 3, 6], 9)];
    assert_eq!(recoded(&school_of_nine), [Some(vec![1, 1, 1, 2, 6]), None]);
    // Two districts of nine become their area, and nothing else is lost.
    let two_of_nine = [([1, 1, 1, 2, 6], 9), ([1, 1, 1, 3, 6], 9), ([2, 1, 1, 3, 6], 12)];
    let area = Some(vec![1, 1, 1, 1, 6]);
    assert_eq!(
        recoded(&two_of_nine),
        [area.clone(), area, Some(vec![2, 1, 1, 3, 6])]
    );
    // Short weeks of a few: the days go before any answer does.
    let short = [([1, 1, 1, 2, 6], 20), ([1, 1, 1, 2, 4], 6), ([1, 1, 1, 2, 3], 5)];
    let without = Some(vec![1, 1, 1, 2, 0]);
    assert_eq!(
        recoded(&short),
        [Some(vec![1, 1, 1, 2, 6]), without.clone(), without]
    );
    // Groups that differ by one person: the one joins those that did not say it.
    let one_more = [([1, 1, 1, 2, 6], 10), ([1, 1, 2, 2, 6], 1), ([1, 1, 0, 2, 6], 10)];
    let not_said = Some(vec![1, 1, 0, 2, 6]);
    assert_eq!(
        recoded(&one_more),
        [Some(vec![1, 1, 1, 2, 6]), not_said.clone(), not_said]
    );
    // Too few of anything.
    assert_eq!(recoded(&[([1, 1, 1, 2, 6], 9)]), [None]);
}

fn week() -> WeekId {
    "2026-W45".parse().unwrap()
}

/// Ordinary numbers of a response.
fn ordinary(teaching: i16) -> Values {
    let mut values: Values = [MISSING; VALUES];
    for value in READ {
        values[value.index()] = 0;
    }
    for category in Category::ALL {
        values[Value::Category(category).index()] = 300;
    }
    values[Value::Category(Category::Teaching).index()] = teaching;
    values
}

/// A week with these responses, as reports and as the file have it; none where reports show nothing of it.
fn both(counts: &BTreeMap<Known, u32>) -> Option<(Cells, PublicWeek)> {
    let definition = simulation(10).definition;
    let mut cells = Cells::new(Frame::of(&definition));
    let mut candidates = Candidates::default();
    for (known, n) in counts {
        let (groups, days) = known.split_at(4);
        let mut values = ordinary(900);
        values[Value::SchoolDays.index()] = days[0].cast_signed() - 1;
        if days[0] == 0 {
            values[Value::SchoolDays.index()] = MISSING;
        }
        for _ in 0..*n {
            cells.cell(week(), groups).add(&values);
            candidates.add(groups, &values);
        }
    }
    let visible = Visible::of(&cells, week());
    let mut account = Account::default();
    let public = PublicWeek::of(week(), candidates, &visible, &definition, &mut account)?;
    Some((cells, public))
}

/// Of every line of a table of the report, how many rows it has, and how many the file has under its answer or under one
/// within it. `rows` says what holds an answer, from itself upwards.
fn lines(table: &ReportTable<impl Sized>, rows: &impl Fn(u16) -> (u32, u32), out: &mut Vec<(u16, u32, u32)>) {
    for line in &table.lines {
        if line.answer > 0 {
            let (all, there) = rows(line.answer);
            out.push((line.answer, all, there));
        }
        if let Some(within) = &line.within {
            lines(within, rows, out);
        }
    }
}

proptest! {
    #[test]
    fn taken_from_the_report_the_rows_leave_nobody_or_enough(counts in counts()) {
        let definition = simulation(10).definition;
        let total: u32 = counts.values().sum();
        let Some((cells, public)) = both(&counts) else {
            let report = Report::of(&cells_of(&counts), &BTreeMap::new(), None).unwrap();
            prop_assert!(report.weeks.is_empty());
            return Ok(());
        };
        let mut file: BTreeMap<Known, u32> = BTreeMap::new();
        for (known, _) in public.rows() {
            *file.entry(known.clone()).or_default() += 1;
        }
        prop_assert_eq!(file.values().sum::<u32>(), total, "all rows are there");
        prop_assert!(file.values().all(|n| *n >= LEAST), "{file:?}");
        let report = Report::of(&cells, &BTreeMap::new(), None).unwrap();
        for (place, group) in definition.groups.iter().enumerate() {
            let holds = |line: u16, answer: u16| {
                let given = usize::from(answer).checked_sub(1).map(|at| &group.answers[at]);
                let line = &group.answers[usize::from(line) - 1];
                given.is_some_and(|given| group.above(given).any(|a| a.code == line.code))
            };
            let sum = |of: &BTreeMap<Known, u32>, line: u16| -> u32 {
                of.iter().filter(|(known, _)| holds(line, known[place])).map(|(_, n)| n).sum()
            };
            let mut found = Vec::new();
            let table = &report.weeks[0].tables.groups[place];
            lines(table, &|line| (sum(&counts, line), sum(&file, line)), &mut found);
            for (line, all, there) in &found {
                let away = all.checked_sub(*there);
                prop_assert!(away.is_some_and(|away| away == 0 || away >= LEAST), "{line}: {there} of {all}");
            }
            // Nothing stands in the file under an answer that has no line.
            for known in file.keys().filter(|known| known[place] > 0) {
                prop_assert!(found.iter().any(|(line, ..)| *line == known[place]), "{:?}", known);
            }
        }
    }
}

/// The same week, as cells.
fn cells_of(counts: &BTreeMap<Known, u32>) -> Cells {
    let mut cells = Cells::new(Frame::of(&simulation(10).definition));
    for (known, n) in counts {
        for _ in 0..*n {
            cells.cell(week(), &known[..4]).add(&ordinary(900));
        }
    }
    cells
}

#[test]
fn an_answer_that_the_report_hides_for_another_is_not_in_the_file() {
    // Three of the third answer are hidden, and the twelve of the second with them: or the three were what is left.
    let counts = of(&[([1, 1, 1, 2, 6], 40), ([1, 1, 2, 2, 6], 12), ([1, 1, 3, 2, 6], 3)]);
    let (_, public) = both(&counts).unwrap();
    let mut years: BTreeMap<u16, u32> = BTreeMap::new();
    for (known, _) in public.rows() {
        *years.entry(known[2]).or_default() += 1;
    }
    assert_eq!(years, BTreeMap::from([(0, 15), (1, 40)]));
}

#[test]
fn of_a_line_that_is_shown_not_a_few_are_missing() {
    // Of the 24 of the second answer, 4 had a short week in a small place: with them, 20 others lose the answer.
    let counts = of(&[
        ([1, 1, 1, 2, 6], 40),
        ([1, 1, 1, 3, 6], 40),
        ([1, 1, 2, 2, 6], 20),
        ([1, 1, 2, 3, 6], 4),
    ]);
    let (_, public) = both(&counts).unwrap();
    let under = |answer: u16| public.rows().filter(|(known, _)| known[2] == answer).count();
    assert!(under(2) == 24 || under(2) <= 14, "{}", under(2));
    assert!(under(1) == 80 || under(1) <= 70, "{}", under(1));
    assert_eq!(public.rows().count(), 104);
}

/// A table that was read: names, and rows as text, an empty one where nothing stands.
type Table = (Vec<String>, Vec<Vec<String>>);

fn read_csv(path: &Path) -> Table {
    let bytes = std::fs::read(path).unwrap();
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap()).unwrap();
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader
        .records()
        .map(|r| r.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (names, rows)
}

fn read_parquet(path: &Path) -> Table {
    let reader = SerializedFileReader::new(std::fs::File::open(path).unwrap()).unwrap();
    let schema = reader.metadata().file_metadata().schema();
    let names = schema.get_fields().iter().map(|f| f.name().to_owned()).collect();
    let text = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    };
    let rows = reader.get_row_iter(None).unwrap();
    let rows = rows.map(|row| {
        row.unwrap()
            .get_column_iter()
            .map(|(_, field)| text(field))
            .collect()
    });
    (names, rows.collect())
}

fn published(teachers: u64, name: &str) -> (tempfile::TempDir, Dataset, Account) {
    let dir = tempfile::tempdir().unwrap();
    simulation(teachers).write_dataset(&dir.path().join("d")).unwrap();
    let dataset = Dataset::open(&dir.path().join("d")).unwrap();
    let account = publish_to(&dataset, &dir.path().join(name)).unwrap();
    (dir, dataset, account)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 20).unwrap()
}

/// The dataset as it is, as the second issue of its last week and the first of the others.
fn sources(dataset: &Dataset) -> BTreeMap<WeekId, PublicSource> {
    let cells = Cells::of_dataset(dataset, None).unwrap();
    let parts = dataset.parts().unwrap();
    let last = parts.keys().next_back().copied();
    let source = |(week, parts): (WeekId, Vec<Part>)| {
        let source = PublicSource {
            issue: 1 + u32::from(Some(week) == last),
            parts,
            visible: Visible::of(&cells, week),
        };
        (week, source)
    };
    parts.into_iter().map(source).collect()
}

fn publish_to(dataset: &Dataset, path: &Path) -> Result<Account, PublishError> {
    let format = if path.extension().unwrap() == "csv" {
        Format::Csv
    } else {
        Format::Parquet
    };
    let files = PublicFiles::new(path, format, &dataset.definition, I18n::new(Lang::En), today())?;
    publish_parts(dataset, &sources(dataset), files)
}

#[test]
fn in_the_file_nobody_stands_alone() {
    let (dir, dataset, account) = published(700, "open.csv");
    let (names, rows) = read_csv(&dir.path().join("open.csv"));
    let codebook = Codebook::public_use(&dataset.definition);
    let expected: Vec<&str> = codebook.variables.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, expected);
    assert!(rows.len() > 1500 && account.rows == rows.len() as u64);
    for name in [
        "respondent",
        "revision",
        "teaching_lesson_min",
        "late_parent_min",
        "rating_1",
        "closed_days",
    ] {
        assert!(!names.iter().any(|n| n == name), "{name}");
    }
    let days = names.iter().position(|n| n == "school_days").unwrap();
    let mut combinations: BTreeMap<&[String], u32> = BTreeMap::new();
    for row in &rows {
        *combinations.entry(&row[..=days]).or_default() += 1; // the week, the groups, the days
    }
    assert!(combinations.values().all(|n| *n >= LEAST));
    assert!(
        combinations.len() > 40,
        "{} combinations are left",
        combinations.len()
    );

    // At both ends of every number in every week there are enough, and of yes and no.
    let weeks: BTreeSet<&String> = rows.iter().map(|r| &r[0]).collect();
    assert_eq!(weeks.len(), 3);
    for week in weeks {
        for column in days + 1..names.len() {
            let values: Vec<&str> = rows
                .iter()
                .filter(|r| r[0] == *week)
                .map(|r| r[column].as_str())
                .collect();
            let ends: Vec<&str> = if values.iter().any(|v| v.parse::<i64>().is_ok()) {
                let numbers = || values.iter().filter(|v| !v.is_empty());
                let by = |v: &&&str| v.parse::<i64>().unwrap();
                vec![
                    numbers().min_by_key(by).unwrap(),
                    numbers().max_by_key(by).unwrap(),
                ]
            } else {
                vec!["true", "false"]
            };
            for end in ends {
                let n = values.iter().filter(|v| **v == end).count();
                assert!(
                    n >= 10 || values.iter().all(|v| v.is_empty()),
                    "{} {end}: {n}",
                    names[column]
                );
            }
        }
    }
    // The order says nothing: it is that of what the rows say, and a dataset in another order makes the same file.
    let text = std::fs::read(dir.path().join("open.csv")).unwrap();
    let parts: Vec<_> = dataset.parts().unwrap().into_values().flatten().collect();
    for part in parts {
        let mut turned = dataset.read(&part).unwrap();
        turned.reverse();
        dataset.write(&part.path, &turned).unwrap();
    }
    publish_to(&dataset, &dir.path().join("again.csv")).unwrap();
    assert_eq!(std::fs::read(dir.path().join("again.csv")).unwrap(), text);
}

#[test]
fn parquet_says_the_same_as_csv_and_the_codebook_says_what() {
    let (dir, dataset, _) = published(120, "open.parquet");
    publish_to(&dataset, &dir.path().join("table.csv")).unwrap();
    let (parquet, csv) = (
        read_parquet(&dir.path().join("open.parquet")),
        read_csv(&dir.path().join("table.csv")),
    );
    assert_eq!(parquet, csv);
    let codebook = Codebook::public_use(&dataset.definition);
    for row in &csv.1 {
        for (variable, value) in codebook.variables.iter().zip(row) {
            let is_code = variable.codes.is_empty() || variable.codes.iter().any(|c| c.code == *value);
            let in_range = |n: i64| variable.range.as_ref().is_none_or(|r| r.contains(&n));
            let in_step = |n: i64| variable.step.is_none_or(|s| n % i64::from(s) == 0);
            let fits = value.is_empty() && !variable.missing.is_empty()
                || !value.is_empty() && is_code && value.parse().map_or(true, |n| in_range(n) && in_step(n));
            assert!(fits, "{}: {value:?}", variable.name);
        }
    }
    let csv_codebook = std::fs::read(dir.path().join("open.codebook.csv")).unwrap();
    assert_eq!(csv_codebook, codebook.to_csv());
    let json = std::fs::read_to_string(dir.path().join("open.codebook.json")).unwrap();
    assert_eq!(json, codebook.to_json());
}

#[test]
fn the_sheet_is_written_in_every_language() {
    let (dir, dataset, account) = published(120, "open.csv");
    let sheet = std::fs::read_to_string(dir.path().join("open.sheet.md")).unwrap();
    assert!(
        sheet.contains("MADE UP") && sheet.contains("at least 10 rows"),
        "{sheet}"
    );
    assert!(
        sheet.contains("| g\\_region |") && sheet.contains("| 2026-W47 |"),
        "{sheet}"
    );
    let data = std::fs::read(dir.path().join("open.csv")).unwrap();
    let hash = crate::domain::to_hex(&<sha2::Sha256 as sha2::Digest>::digest(&data));
    for fact in [
        dataset.definition.contact.get(Lang::En),
        "2027-01-20",
        &hash,
        &format!("with {} rows", account.rows),
        "as issue 1 of the report: 2026-W45, 2026-W46",
        "as issue 2 of the report: 2026-W47",
        "Terms:",
    ] {
        assert!(sheet.replace('\\', "").contains(fact), "{fact}: {sheet}");
    }
    let most = account.coarser.iter().map(|(_, emptied)| emptied).max().unwrap();
    assert!(*most > 0);
    for line in sheet
        .lines()
        .filter(|l| l.starts_with("| g") || l.starts_with("| school"))
    {
        let numbers = line.split('|').filter_map(|cell| cell.trim().parse::<u64>().ok());
        let numbers: Vec<u64> = numbers.collect();
        assert!(numbers.len() == 2 && numbers.iter().all(|n| n % 5 == 0), "{line}");
    }
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let path = dir.path().join(format!("{}.csv", lang.tag()));
        let files =
            PublicFiles::new(&path, Format::Csv, &dataset.definition, I18n::new(lang), today()).unwrap();
        publish_parts(&dataset, &sources(&dataset), files).unwrap();
        let text = std::fs::read_to_string(PublicFiles::sheet_of(&path)).unwrap();
        assert_eq!(text.lines().count(), sheet.lines().count(), "{text}");
    }
}

#[test]
fn too_few_are_not_published_and_nothing_is_left_behind() {
    let dir = tempfile::tempdir().unwrap();
    simulation(9).write_dataset(&dir.path().join("d")).unwrap();
    let dataset = Dataset::open(&dir.path().join("d")).unwrap();
    let path = dir.path().join("open.csv");
    assert!(matches!(
        publish_to(&dataset, &path),
        Err(PublishError::TooFew(10))
    ));
    let names: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(names, ["d"]);
    std::fs::write(dir.path().join("open.sheet.md"), "mine").unwrap();
    assert!(matches!(
        publish_to(&dataset, &path),
        Err(PublishError::Exists(_))
    ));
}

#[test]
fn a_week_of_too_few_is_left_out_and_named() {
    let (definition, dir) = (simulation(10).definition, tempfile::tempdir().unwrap());
    let weeks: Vec<WeekId> = ["2026-W45", "2026-W46"].map(|w| w.parse().unwrap()).into();
    let candidates = |week: WeekId| {
        let mut out = Candidates::default();
        let mut cells = Cells::new(Frame::of(&definition));
        let n = if week == weeks[0] { 9 } else { 40 };
        for minutes in 0..n {
            let values = ordinary(15 * minutes);
            out.add(&[1, 1, 1, 2], &values);
            cells.cell(week, &[1, 1, 1, 2]).add(&values);
        }
        Ok((out, Visible::of(&cells, week)))
    };
    let path = dir.path().join("open.csv");
    let files = PublicFiles::new(&path, Format::Csv, &definition, I18n::new(Lang::En), today()).unwrap();
    let account = publish(&definition, weeks.clone(), candidates, files, &BTreeMap::new()).unwrap();
    assert_eq!((account.rows, account.weeks_left_out), (40, vec![weeks[0]]));
    let sheet = std::fs::read_to_string(dir.path().join("open.sheet.md")).unwrap();
    assert!(
        sheet.contains("fewer than 10 responses, or one of them makes up most of the time: 2026-W45"),
        "{sheet}"
    );
    // Nobody met the goal and no week is complete: neither is said.
    let (names, rows) = read_csv(&path);
    for name in ["goal_met", "complete"] {
        let at = names.iter().position(|n| n == name).unwrap();
        assert!(rows.iter().all(|r| r[at].is_empty()));
    }
}
