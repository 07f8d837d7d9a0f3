//! Summaries as workbooks, read back by another's library.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod made;
mod read;

use jianfu::domain::{Activity, Block, Category, Day, Note, Span};
use jianfu::i18n::Lang;
use jianfu::summary::{Cell, Document, Part, Section, SectionId, Table, xlsx};
use read::{Book, number, text};

const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

fn book(document: &Document) -> Book {
    Book::new(xlsx(document).unwrap())
}

fn tables(document: &Document) -> Vec<&Table> {
    let parts = document.sections.iter().flat_map(|s| &s.parts);
    parts
        .filter_map(|p| {
            if let Part::Table(table) = p {
                Some(table)
            } else {
                None
            }
        })
        .collect()
}

/// Whether a heading says so, in whichever language.
fn is_in_hours(heading: &str) -> bool {
    [" (h)", " (小时)", " (小時)"]
        .iter()
        .any(|unit| heading.ends_with(unit))
}

/// What a workbook holds for a cell under a heading: a text or a number.
#[expect(clippy::cast_precision_loss, reason = "minutes")]
fn expected(cell: &Cell, heading: &str) -> Result<f64, String> {
    Ok(match cell {
        Cell::Empty => return Err(String::new()),
        Cell::Text(words) => return Err(words.clone()),
        Cell::Minutes(minutes) if *minutes < 0 || is_in_hours(heading) => *minutes as f64 / 60.0,
        Cell::Minutes(minutes) => *minutes as f64 / 1440.0,
        Cell::Clock(minutes) => f64::from(*minutes) / 1440.0,
        Cell::Count(count) => f64::from(*count),
        Cell::MeanMinutes(x) | Cell::Number(x) | Cell::Share(x) | Cell::Change(x) => *x,
        Cell::Part { share, .. } => *share,
        Cell::Tenths(tenths) => f64::from(*tenths) / 10.0,
        Cell::Percent(percent) => f64::from(*percent) / 100.0,
        Cell::WholeChange(percent) => f64::from(*percent) / 100.0,
        Cell::Limit { .. } | Cell::Hidden => return Err("not in a summary of one's own".to_owned()),
        Cell::Date(date) => (*date - made::date("1899-12-30")).num_days() as f64,
    })
}

/// The workbook has every cell of the document, and the minutes a second time in hours.
#[expect(clippy::float_cmp, reason = "the same division")]
fn assert_same(document: &Document) {
    let book = book(document);
    for table in tables(document) {
        let (range, head) = book.table(&table.columns);
        for (row, at) in table.rows.iter().zip(head + 1..) {
            for (column, cell) in row.cells.iter().enumerate() {
                let (name, heading) = (&table.columns[column], text(range, head, column));
                match expected(cell, &heading) {
                    Err(words) => assert_eq!(text(range, at, column), words, "{name}"),
                    Ok(value) => assert_eq!(number(range, at, column), value, "{name}: {:?}", row.cells),
                }
                if let Cell::Minutes(_) = cell
                    && heading == *name
                {
                    let hours = format!("{name} ({})", document.hours_unit);
                    let width = table.columns.len();
                    let beside = (width..2 * width).find(|c| text(range, head, *c) == hours);
                    let value = expected(cell, &hours).unwrap();
                    assert_eq!(
                        number(range, at, beside.unwrap()),
                        value,
                        "{hours}: {:?}",
                        row.cells
                    );
                }
            }
        }
    }
    let texts = book.texts();
    let sentences = document.sections.iter().flat_map(|s| &s.parts);
    let sentences = sentences.filter_map(|p| {
        if let Part::Sentence(words) = p {
            Some(words)
        } else {
            None
        }
    });
    for words in sentences.chain([&document.title, &document.lead]) {
        assert!(texts.contains(words), "{words}");
    }
    assert!(!book.xml("xl/worksheets/").contains("<f>"), "no formula");
}

#[test]
fn a_week_is_in_it_to_the_minute() {
    for lang in LANGS {
        let week = made::week("2026-11-09", lang);
        assert!(tables(&week).len() > 6, "enough to compare");
        assert_same(&week);
    }
}

#[test]
fn a_trend_is_in_it_to_the_minute() {
    for lang in LANGS {
        assert_same(&made::trend(lang));
    }
}

#[test]
fn sheets_are_named_in_the_language() {
    let names = |document: &Document| book(document).names().join(" | ");
    let week = |lang| names(&made::week("2026-11-09", lang));
    assert_eq!(
        week(Lang::En),
        "Summary | Days | Activities | Blocks | Notes on the figures"
    );
    assert_eq!(week(Lang::ZhHans), "概要 | 每日 | 活动 | 时段 | 数字说明");
    assert_eq!(
        names(&made::trend(Lang::ZhHant)),
        "概要 | 各週 | 日曆 | 活動 | 數字說明"
    );
}

#[test]
fn lists_are_filtered_and_printed_under_their_headings() {
    let week = book(&made::week("2026-11-09", Lang::En));
    let sheets = week.xml("xl/worksheets/sheet");
    assert_eq!(
        sheets.matches("<autoFilter ref=").count(),
        3,
        "days, activities, blocks"
    );
    assert!(sheets.contains("<autoFilter ref=\"A1:S8\"/>"), "without the sum");
    assert_eq!(sheets.matches("state=\"frozen\"").count(), 3);
    assert_eq!(sheets.matches("fitToHeight=\"0\"").count(), 5, "one page wide");
    let workbook = week.xml("xl/workbook.xml");
    assert!(workbook.contains(">Days!$1:$1<"), "{workbook}");
    assert!(workbook.contains(">Days!$A$1:$L$9<"), "{workbook}");
    let styles = week.xml("xl/styles.xml");
    for format in ["[h]:mm", "yyyy-mm-dd", "+0.0%;-0.0%"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{styles}");
    }
}

#[test]
fn charts_draw_cells_and_say_what_they_show() {
    let week = made::week("2026-11-09", Lang::En);
    let days = book(&week);
    let chart = days.xml("xl/charts/chart");
    for cells in ["Days!$B$2:$B$8", "Days!$E$1", "Days!$E$2:$E$8", "Days!$I$2:$I$8"] {
        assert!(chart.contains(&format!("<c:f>{cells}</c:f>")), "{cells}: {chart}");
    }
    let mut named_like_a_heading = week.clone();
    named_like_a_heading.categories[Category::Teaching] = "day".to_owned();
    let renamed = book(&named_like_a_heading).xml("xl/charts/chart");
    assert!(renamed.contains("<c:f>Days!$E$2:$E$8</c:f>"), "{renamed}");
    let drawing = days.xml("xl/drawings/drawing");
    let words = format!("descr=\"{} · {}\"", week.title, week.lead);
    assert!(drawing.contains(&words), "{drawing}");

    let trend = book(&made::trend(Lang::En));
    let (calendar, head) = trend.table(&["week".to_owned(), "date".to_owned(), "Mon".to_owned()]);
    assert_eq!(head, 0);
    let rows = calendar.height();
    let chart = trend.xml("xl/charts/chart");
    assert!(chart.contains("<c:lineChart>"), "baseline and target");
    for column in ["J", "M", "N", "O"] {
        let cells = format!("<c:f>Calendar!${column}$2:${column}${rows}</c:f>");
        assert!(chart.contains(&cells), "{cells}: {chart}");
    }
    let missing = made::date("2026-10-26") - made::date("1899-12-30");
    let serial = f64::from(i32::try_from(missing.num_days()).unwrap());
    let rows = 1..u32::try_from(rows).unwrap();
    let row = rows
        .into_iter()
        .find(|row| (number(calendar, *row, 1) - serial).abs() < 0.5)
        .unwrap();
    assert_eq!(text(calendar, row, 9), "", "its place stays free");
}

/// Texts that spreadsheets take for something else.
fn traps() -> Vec<String> {
    let mut traps: Vec<String> = [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "3-1",
        "11-22",
        "1e5",
        "007",
        "TRUE",
        "\t=x",
        "＝1+1",
        "'=1",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "<f>1</f> & \"q\" ]]>",
        "_x0041_",
        "http://example.org",
        " kept  spaces ",
        "a\nb",
        "👩‍🏫 family 👨‍👩‍👧",
        "家长群回复：明早交表",
    ]
    .map(str::to_owned)
    .to_vec();
    traps.push("字".repeat(500));
    traps
}

fn with_texts(texts: &[String]) -> Document {
    let mut document = made::week_of(made::date("2026-11-16"), &[], Lang::En);
    for id in [SectionId::Blocks, SectionId::Goals] {
        let mut table = Table::new([format!("{id:?}"), "=no".to_owned()]);
        for text in texts {
            table.row([Cell::Text(text.clone()), Cell::Text(text.clone())]);
        }
        let (heading, parts) = (format!("{id:?}"), table.part().into_iter().collect());
        document.sections.push(Section { id, heading, parts });
    }
    document
}

#[test]
fn text_stays_the_text_it_is() {
    let mut document = with_texts(&traps());
    document.title = "=title".to_owned();
    document.lead = "@lead".to_owned();
    assert_same(&document);
    let styles = book(&document).xml("xl/styles.xml");
    assert!(styles.contains("quotePrefix=\"1\""), "editing keeps it a text");
}

#[test]
fn a_formula_behind_a_blank_is_a_text_too() {
    let is_kept = |text: &str| {
        let mut document = with_texts(&[]);
        document.title = text.to_owned();
        book(&document).xml("xl/styles.xml").contains("quotePrefix=\"1\"")
    };
    for text in ["=1+1", " =1+1", "\u{3000}＝1", "\u{feff}@x"] {
        assert!(is_kept(text), "{text:?}");
    }
    assert!(!is_kept("3-1"), "a text anyway");
}

#[test]
fn control_characters_are_shown() {
    let book = book(&with_texts(&["\u{1}=1\u{b}\r".to_owned()]));
    assert!(book.texts().contains(&"␁=1␋␍".to_owned()), "{:?}", book.texts());
}

#[test]
fn the_same_document_makes_the_same_bytes() {
    let week = made::week("2026-11-09", Lang::ZhHans);
    let first = xlsx(&week).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == xlsx(&week).unwrap());
    let properties = Book::new(first).xml("docProps/");
    assert!(properties.contains("<dc:creator></dc:creator>"), "{properties}");
    assert!(properties.contains("2000-01-01T00:00:00Z"), "{properties}");
}

#[test]
fn an_empty_week_is_a_workbook_too() {
    for lang in LANGS {
        let empty = made::week_of(made::date("2026-11-16"), &[], lang);
        assert_same(&empty);
        assert!(book(&empty).xml("xl/charts/").is_empty(), "nothing to draw");
        assert_same(&made::trend_of(&[], lang));
    }
}

#[test]
fn a_block_may_end_after_midnight() {
    let mut day = Day::empty(made::date("2026-11-18"));
    let id = day.new_id();
    day.put(Block {
        id,
        span: Span::clocked(22 * 60, 24 * 60 + 30).unwrap(),
        activity: Activity::catch_all(Category::Reports),
        note: Note::new("3-1").unwrap(),
        rating: None,
        parallel: false,
    });
    let document = made::week_of(day.date, &[day], Lang::En);
    assert_same(&document);
    let cells = tables(&document)
        .into_iter()
        .flat_map(|t| &t.rows)
        .flat_map(|r| &r.cells);
    assert_eq!(cells.filter(|c| **c == Cell::Clock(1470)).count(), 1);
}

/// Writes workbooks to look at: `cargo test --test xlsx -- --ignored --nocapture`.
#[test]
#[ignore = "for eyes"]
#[expect(clippy::print_stdout, reason = "says where they are")]
fn samples() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    for lang in LANGS {
        for (name, document) in [
            ("week", made::week("2026-11-09", lang)),
            ("trend", made::trend(lang)),
        ] {
            let start = std::time::Instant::now();
            let bytes = xlsx(&document).unwrap();
            let path = dir.join(format!("{name}-{lang:?}.xlsx"));
            println!("{} in {:?}", path.display(), start.elapsed());
            std::fs::write(path, bytes).unwrap();
        }
    }
}
