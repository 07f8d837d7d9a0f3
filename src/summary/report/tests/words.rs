//! What reports say, in three languages.

use super::*;
use crate::summary::{Cell, Part, SectionId};
use crate::survey::collector::noise::noisy_report;
use unicode_width::UnicodeWidthStr;

const TEXT: ReportFormat = ReportFormat::Text;

#[test]
fn the_text_of_a_report_is_known() {
    for lang in Lang::ALL {
        let name = |report: &str| format!("{report}-{}", lang.tag());
        insta::assert_snapshot!(name("district"), text(reports::district(), TEXT, lang));
        insta::assert_snapshot!(name("school"), text(reports::school(), TEXT, lang));
    }
}

#[test]
fn text_fits_into_80_cells_in_every_language() {
    for (name, report) in reports::all() {
        for lang in Lang::ALL {
            let text = text(report, TEXT, lang);
            for line in text.lines() {
                assert!(line.width() <= 80, "{name}-{}: {line}", lang.tag());
                assert_eq!(line, line.trim_end(), "{name}");
            }
        }
    }
}

#[test]
fn what_is_not_shown_is_named_and_what_is_made_up_says_so() {
    let school = text(reports::school(), TEXT, Lang::ZhHans);
    for words in [
        "纯属虚构",
        "不显示的合计",
        "不单独显示（人数少，或为保护人数更少的一项）：",
        "应答太少而不显示的周：2026-W46",
    ] {
        assert!(school.contains(words), "{words}: {school}");
    }
    let published = text(reports::published(), TEXT, Lang::ZhHant);
    for words in ["首次發布", "沒有變化", "已增加", "暫不計入"] {
        assert!(published.contains(words), "{words}");
    }
    let empty = text(reports::empty(), TEXT, Lang::En);
    assert!(empty.contains("nothing can be shown"), "{empty}");
    let two = text(reports::two(), TEXT, Lang::En);
    assert!(
        two.contains("; Teachers' \"time\"") && two.contains("2 surveys"),
        "{two}"
    );
}

#[test]
fn noise_is_named_with_its_size_in_every_format() {
    let cells = reports::two_weeks();
    let (weeks, budget) = (cells.weeks(), "1".parse().unwrap());
    let report = noisy_report(&cells, &weeks, &[0], budget).unwrap();
    for (lang, title, size) in [
        (
            Lang::En,
            "with noise on its numbers",
            "is off by 12 at most; the mean of 100 responses is off by up to 8 h 24 min",
        ),
        (Lang::ZhHans, "数字加噪声", "应答数的误差不超过 12"),
        (Lang::ZhHant, "數字加雜訊", "應答數的誤差不超過 12"),
    ] {
        for format in [FileFormat::Markdown, FileFormat::Html] {
            let text = text(&report, ReportFormat::File(format), lang);
            assert!(text.contains(title) && text.contains(size), "{text}");
        }
        let text = text(&report, TEXT, lang);
        assert!(text.lines().all(|line| line.width() <= 80), "{text}");
        for words in ["too few", "first issue", "太少", "首次发布", "首次發布"] {
            assert!(!text.contains(words), "{words}: {text}");
        }
        let text: String = text.split_whitespace().collect();
        let has = |words: &str| text.contains(&words.replace(' ', ""));
        assert!(has(title) && has(size), "{text}");
    }
    let csv = text(&report, ReportFormat::File(FileFormat::Csv), Lang::En);
    assert!(csv.lines().skip(1).all(|line| line.contains(",noisy,")), "{csv}");
    let document = report_document(&report, I18n::english());
    let group = document
        .sections
        .iter()
        .find(|s| s.id == SectionId::Group(0))
        .unwrap();
    let tables = group.parts.iter().filter(|part| matches!(part, Part::Table(_)));
    assert_eq!(tables.count(), 2, "one a week");
    let json = report.json();
    assert_eq!(
        (&json["noise"]["levels"], &json["noise"]["responses_off"]),
        (&2.into(), &12.into())
    );
    assert_eq!(json["weeks"][0]["standing"], "noisy");
}

#[test]
fn nothing_that_is_not_asked_is_spoken_of() {
    let plain = text(
        reports::plain(),
        ReportFormat::File(FileFormat::Markdown),
        Lang::En,
    );
    for words in [
        "meetings a week",
        "met the goal",
        "parents outside",
        "## Activities",
    ] {
        assert!(!plain.contains(words), "{words}: {plain}");
    }
}

#[test]
fn the_columns_of_the_table_are_those_of_the_codebook_and_fit_every_program() {
    let csv = file(reports::school(), ReportFormat::File(FileFormat::Csv), Lang::En);
    let mut reader = ::csv::Reader::from_reader(csv.strip_prefix(b"\xef\xbb\xbf").unwrap());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let book = codebook_csv();
    let mut reader = ::csv::Reader::from_reader(book.strip_prefix(b"\xef\xbb\xbf").unwrap());
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let named = rows
        .iter()
        .filter(|row| &row[0] == "variable")
        .map(|row| row[1].to_owned());
    assert_eq!(named.collect::<Vec<_>>(), heads);
    let mut seen = std::collections::BTreeSet::new();
    for name in &heads {
        let is_word = name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(is_word && name.len() <= 32 && seen.insert(name), "{name}");
        assert!(name.starts_with(|c: char| c.is_ascii_lowercase()), "{name}");
    }
    for row in &rows {
        for label in [&row[3], &row[4], &row[5]] {
            assert!((1..=80).contains(&label.chars().count()), "{label}");
        }
    }
}

#[test]
fn chinese_tables_are_written_in_the_mainlands_encoding_too() {
    let i18n = I18n::new(Lang::ZhHans);
    let format = ReportFormat::File(FileFormat::Csv);
    let legacy = render_report(reports::school(), format, TextEncoding::Gb18030, &i18n).unwrap();
    let (text, _, had_errors) = encoding_rs::GB18030.decode(&legacy);
    assert!(!had_errors);
    let utf8 = file(reports::school(), format, Lang::ZhHans);
    assert_eq!(text, std::str::from_utf8(&utf8[3..]).unwrap());
    assert!(text.contains("\r\n") && text.contains("全部应答者"));
}

#[test]
fn a_report_says_first_what_was_found_and_nothing_that_is_not_shown() {
    for (name, report) in reports::all() {
        let Some(period) = &report.period else {
            continue;
        };
        let of_week = report.weeks.iter().filter_map(|week| week.tables.all.responses);
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            let lead = report_document(report, &i18n).lead;
            let all = &period.all;
            let time = i18n.duration(all.non_teaching.mean.unwrap());
            let at = lead.find(&time).unwrap_or_else(|| panic!("{name}: {lead}"));
            let contact = report.frame.surveys[0].contact.get(lang);
            assert!(at < lead.find(contact).unwrap(), "{name}: {lead}");
            let share = format!("{} %", all.share.mean.unwrap());
            assert!(lead.contains(&share), "{name}: {lead}");
            assert!(
                lead.contains(&all.responses.unwrap().to_string()),
                "{name}: {lead}"
            );
            let people = of_week.clone().max().unwrap().to_string();
            let weeks = report.weeks.len();
            assert!(weeks == 1 || lead.contains(&people), "{name}: {lead}");
            let coverage = all.coverage(report.frame.staff());
            assert!(
                coverage.is_none_or(|percent| lead.contains(&format!("{percent} %"))),
                "{name}: {lead}"
            );
            let made_on = report.made_on.map(|day| day.to_string());
            assert!(made_on.is_none_or(|day| lead.contains(&day)), "{name}: {lead}");
        }
    }
    assert!(reports::district().made_on.is_some());
}

#[test]
fn two_groups_at_once_stand_over_all_weeks_and_each_week_in_the_workbook() {
    let document = report_document(reports::district(), I18n::english());
    let tables = |id: SectionId| {
        let section = document.sections.iter().find(|s| s.id == id).unwrap();
        let tables = section.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table.caption.as_str()),
            _ => None,
        });
        tables.collect::<Vec<_>>()
    };
    let over_weeks = [
        "all weeks · responses",
        "all weeks · non-teaching time a week (mean)",
        "all weeks · non-teaching share (mean)",
    ];
    assert_eq!(tables(SectionId::Cross), over_weeks);
    assert_eq!(
        tables(SectionId::CrossWeeks).len(),
        3 * reports::district().weeks.len()
    );
    let mut some = reports::district().clone();
    some.weeks[2].cross = None;
    let document = report_document(&some, I18n::english());
    let has = |id| document.sections.iter().any(|section| section.id == id);
    assert!(has(SectionId::Cross) && !has(SectionId::CrossWeeks));
}

#[test]
fn text_fits_into_narrow_and_wide_terminals_without_a_cut_word() {
    for (name, report) in reports::all() {
        for lang in Lang::ALL {
            let i18n = I18n::new(lang);
            let words = |text: &str| {
                let heads = text.split_whitespace();
                heads
                    .filter(|w| w.chars().all(char::is_alphabetic))
                    .map(str::to_owned)
                    .collect::<std::collections::BTreeSet<_>>()
            };
            let usual = report_text(report, &i18n, None);
            for cells in [60, 48, 100] {
                let text = report_text(report, &i18n, Some(cells));
                for line in text.lines() {
                    assert!(line.width() <= cells, "{name}-{}-{cells}: {line}", lang.tag());
                }
                if lang == Lang::En {
                    let missing: Vec<String> = words(&usual).difference(&words(&text)).cloned().collect();
                    assert_eq!(missing, [""; 0], "{name}-{cells}");
                }
            }
        }
    }
}

#[test]
fn a_line_of_what_is_not_shown_has_a_number_in_every_table_of_a_group() {
    let mut seen = 0;
    for (name, report) in reports::all() {
        let i18n = I18n::english();
        let document = report_document(report, i18n);
        let groups = document
            .sections
            .iter()
            .filter(|s| matches!(s.id, SectionId::Group(_)));
        for part in groups.flat_map(|section| &section.parts) {
            let Part::Table(table) = part else {
                continue;
            };
            if table.is_tree() {
                continue;
            }
            let rest = Cell::Text(tr!(i18n, "report-rest"));
            for row in table.rows.iter().filter(|row| row.cells[0] == rest) {
                let says = |cell: &Cell| cell.is_number() && *cell != Cell::Hidden;
                assert!(row.cells[1..].iter().any(says), "{name}: {}", table.caption);
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen}");
}
