//! Charts of a report for a terminal: signs that differ without colour. What stands left of a chart takes its cells in
//! every terminal; the signs themselves stand last on their lines.

use super::line_text::{broken, fitted, plain};
use super::{Chart, Document, LineBar, SpreadOf, SpreadWeek, Spreads};
use crate::domain::Category;
use crate::i18n::I18n;
use crate::tr;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The most cells that names take.
const NAMES: usize = 26;
/// What several categories together are drawn with.
const TOGETHER: &str = "&";
/// Signs that are higher and higher.
const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// A chart as lines of at most this many cells; empty for the charts that only pages draw.
#[must_use]
pub(super) fn chart_text(document: &Document, chart: &Chart, width: usize) -> String {
    match chart {
        Chart::Lines(lines) => bars(document, lines, width),
        Chart::Spreads(spreads) => match &spreads.lines[..] {
            [_] => ranges(document, spreads, width),
            _ => heights(spreads, width),
        },
        Chart::Days(_) | Chart::Weeks(_) | Chart::Calendar(_) => String::new(),
    }
}

/// What a category is drawn with, here as on the time line of the terminal.
const fn sign(category: Category) -> &'static str {
    match category {
        Category::Teaching => "=",
        Category::Meetings => "#",
        Category::Reports => "%",
        Category::ParentMessages => "@",
        Category::Duty => "+",
    }
}

/// Lines as bars: a sign for each category.
fn bars(document: &Document, lines: &[LineBar], width: usize) -> String {
    let mut sets: Vec<&[Category]> = Vec::new();
    for (set, _) in lines.iter().flat_map(|line| &line.parts) {
        if !sets.contains(&&**set) {
            sets.push(set);
        }
    }
    let key = |set: &&[Category]| {
        let names: Vec<&str> = set.iter().map(|c| document.categories[*c].as_str()).collect();
        format!("{}\u{a0}{}", sign_of(set), names.join(" + ")) // a line ends between two, not within one
    };
    let key: Vec<String> = sets.iter().map(key).collect();
    let names: Vec<String> = lines.iter().map(|l| named(&l.label, l.depth)).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let room = width.saturating_sub(widest + 2).max(1);
    let most = lines.iter().map(total).max().unwrap_or(0);
    let mut out = String::new();
    for line in broken(&key.join("  "), width) {
        let _ = writeln!(out, "  {line}"); // writing to a String does not fail
    }
    for (line, name) in lines.iter().zip(&names) {
        let (mut bar, mut sum) = (String::new(), 0);
        for (set, minutes) in &line.parts {
            // Where each part ends is rounded, so that the length of the bar is right.
            let from = scaled(sum, most, room);
            sum += minutes;
            bar += &sign_of(set).repeat(scaled(sum, most, room) - from);
        }
        let _ = writeln!(out, "  {}  {bar}", fitted(name, widest)); // writing to a String does not fail
    }
    out
}

fn sign_of(set: &[Category]) -> &'static str {
    match set {
        [category] => sign(*category),
        _ => TOGETHER,
    }
}

fn total(line: &LineBar) -> u32 {
    line.parts.iter().map(|(_, minutes)| minutes).sum()
}

/// Where a value lies in a room of so many cells.
fn scaled(value: u32, most: u32, room: usize) -> usize {
    let room = u64::try_from(room).unwrap_or(0);
    let place = (2 * u64::from(value) * room + u64::from(most)) / (2 * u64::from(most.max(1)));
    usize::try_from(place.min(room)).unwrap_or(0)
}

/// A name in a few cells, set in by what holds it.
fn named(label: &str, depth: usize) -> String {
    let name = format!("{}{}", " ".repeat(2 * depth), plain(label));
    if name.width() <= NAMES {
        return name;
    }
    let mut out = String::new();
    for c in name.chars() {
        if out.width() + c.to_string().width() >= NAMES {
            break;
        }
        out.push(c);
    }
    out + "…"
}

/// A value in words.
fn words(of: SpreadOf, value: u32) -> String {
    match of {
        SpreadOf::Minutes => format!("{}:{:02}", value / 60, value % 60),
        SpreadOf::Share => format!("{value} %"),
    }
}

/// Of one line each week: from the first quartile to the third, with the median, or only where its mean lies.
fn ranges(document: &Document, spreads: &Spreads, width: usize) -> String {
    let Some(line) = spreads.lines.first() else {
        return String::new();
    };
    let ends = |week: &SpreadWeek| {
        [
            week.quartiles.map(|q| q[0]),
            week.quartiles.map(|q| q[1]),
            week.middle(),
        ]
    };
    let values = || line.weeks.iter().flat_map(ends).flatten();
    let (Some(least), Some(most)) = (values().min(), values().max()) else {
        return String::new();
    };
    let names: Vec<String> = line.weeks.iter().map(|week| week.monday.to_string()).collect();
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0) + 2;
    let room = width.saturating_sub(left).max(3);
    let place = |value: u32| scaled(value - least, most - least, room - 1);
    let mut out = String::new();
    for line in broken(&plain(&spreads.title), width)
        .into_iter()
        .chain(broken(&key(document, &line.weeks), width))
    {
        let _ = writeln!(out, "  {line}"); // writing to a String does not fail
    }
    let (low, high) = (words(spreads.of, least), words(spreads.of, most));
    let gap = room.saturating_sub(low.width() + high.width());
    let _ = writeln!(out, "  {}{low}{}{high}", " ".repeat(left), " ".repeat(gap));
    for (week, name) in line.weeks.iter().zip(names) {
        let mut signs = vec![' '; room];
        if let Some([first, third]) = week.quartiles {
            let (from, to) = (place(first), place(third));
            signs[from..=to].fill('=');
            (signs[from], signs[to]) = ('[', ']');
        }
        if let Some(middle) = week.middle() {
            signs[place(middle)] = if week.median.is_some() { '|' } else { 'o' };
        }
        let signs: String = signs.into_iter().collect();
        let _ = writeln!(out, "  {}{}", fitted(&name, left), signs.trim_end());
    }
    out
}

/// What the signs of a range mean, of those that there are.
fn key(document: &Document, weeks: &[SpreadWeek]) -> String {
    let i18n = I18n::new(document.lang);
    let signs = [
        (
            weeks.iter().any(|w| w.median.is_some()),
            "|",
            tr!(i18n, "report-median"),
        ),
        (
            weeks.iter().any(|w| w.quartiles.is_some()),
            "[=]",
            tr!(i18n, "report-chart-band"),
        ),
        (
            weeks.iter().any(|w| w.median.is_none()),
            "o",
            tr!(i18n, "report-chart-mean"),
        ),
    ];
    let signs = signs.into_iter().filter(|(is_there, ..)| *is_there);
    let signs: Vec<String> = signs.map(|(_, sign, words)| format!("{sign} {words}")).collect();
    signs.join("  ")
}

/// Of several lines one below the other: how high their middle is in each week.
fn heights(spreads: &Spreads, width: usize) -> String {
    let values = || {
        let weeks = spreads.lines.iter().flat_map(|line| &line.weeks);
        weeks.filter_map(|week| week.middle())
    };
    let (Some(least), Some(most)) = (values().min(), values().max()) else {
        return String::new();
    };
    let mondays = spreads.mondays();
    let names: Vec<String> = spreads.lines.iter().map(|l| named(&l.label, 0)).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let room = width.saturating_sub(widest + 2);
    let shown = &mondays[mondays.len().saturating_sub(room)..]; // of more, the last
    let (low, high) = (HEIGHTS[0], HEIGHTS[HEIGHTS.len() - 1]);
    let (title, of) = (plain(&spreads.title), spreads.of);
    let head = format!("{title}  {low} {}  {high} {}", words(of, least), words(of, most));
    let mut out = String::new();
    for line in broken(&head, width) {
        let _ = writeln!(out, "  {line}");
    }
    for (line, name) in spreads.lines.iter().zip(&names) {
        let sign = |monday: &chrono::NaiveDate| {
            let middle = line.week(*monday).and_then(SpreadWeek::middle);
            middle.map_or(" ", |middle| {
                HEIGHTS[scaled(middle - least, most - least, HEIGHTS.len() - 1)]
            })
        };
        let signs: String = shown.iter().map(sign).collect();
        let _ = writeln!(out, "  {}  {}", fitted(name, widest), signs.trim_end());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::SpreadLine;

    fn week(monday: &str, median: u32, quartiles: Option<[u32; 2]>) -> SpreadWeek {
        SpreadWeek {
            monday: monday.parse().unwrap(),
            mean: Some(median),
            median: quartiles.map(|_| median),
            quartiles,
        }
    }

    fn document() -> Document {
        Document::of_sections(Vec::new())
    }

    #[test]
    fn bars_stand_by_cells_and_are_as_long_as_their_minutes() {
        let bar = |label: &str, depth, teaching, duty| LineBar {
            label: label.to_owned(),
            depth,
            parts: vec![
                (vec![Category::Teaching], teaching),
                (vec![Category::Meetings, Category::Duty], duty),
            ],
        };
        let lines = [bar("小学", 0, 600, 200), bar("school", 1, 300, 100)];
        let text = bars(&document(), &lines, 30);
        let expected = [
            "  =\u{a0}teaching  &\u{a0}meetings + duty",
            "  小学      ===============&&&&&",
            "    school  ========&&",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_range_shows_quartiles_and_median_and_a_lonely_mean() {
        let spreads = Spreads {
            title: "time".to_owned(),
            of: SpreadOf::Minutes,
            lines: vec![SpreadLine {
                label: "all".to_owned(),
                weeks: vec![
                    week("2026-11-02", 120, Some([60, 240])),
                    week("2026-11-09", 180, None),
                ],
            }],
        };
        let expected = [
            "  time",
            "              1:00   4:00",
            "  2026-11-02  [===|======]",
            "  2026-11-09         o",
        ];
        let text = ranges(&document(), &spreads, 24);
        let (title, drawn) = text.split_once("  | ").unwrap();
        assert_eq!(title.trim_end(), expected[0]);
        let at = drawn.lines().position(|line| line.contains("4:00")).unwrap();
        assert!(drawn.contains("[=]") && drawn.contains("o mean"), "{text}");
        let lines: Vec<&str> = [""].into_iter().chain(drawn.lines().skip(at)).collect();
        assert_eq!(lines[1].trim_start(), "1:00    4:00");
        assert!(
            lines[2].ends_with(']') && lines[2].contains('[') && lines[2].contains('|'),
            "{text}"
        );
        assert!(
            lines[3].ends_with('o') && lines[3].width() < lines[2].width(),
            "{text}"
        );
    }

    #[test]
    fn heights_leave_a_week_out_that_is_not_shown() {
        let line = |label: &str, weeks: Vec<SpreadWeek>| SpreadLine {
            label: label.to_owned(),
            weeks,
        };
        let spreads = Spreads {
            title: "share".to_owned(),
            of: SpreadOf::Share,
            lines: vec![
                line(
                    "一",
                    vec![week("2026-11-02", 20, None), week("2026-11-16", 34, None)],
                ),
                line("two", vec![week("2026-11-09", 27, None)]),
            ],
        };
        let expected = ["  share  ▁ 20 %  █ 34 %", "  一   ▁ █", "  two   ▅"];
        assert_eq!(heights(&spreads, 78).lines().collect::<Vec<_>>(), expected);
    }
}
