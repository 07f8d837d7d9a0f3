//! How a quantity lies week by week: a small drawing for each line, all on the same scale, so that they can be compared.
//! The median as a line, from the first quartile to the third as a band.

use super::canvas::{Anchor, Canvas, Escaped, Name, count, cut, text_width};
use super::key::Key;
use super::scale::{Scale, hours};
use super::{Drawing, Pen};
use crate::summary::{SpreadLine, SpreadOf, SpreadWeek, Spreads};
use crate::tr;
use chrono::{Datelike, NaiveDate};

const WIDTH: f64 = 720.0;
/// The room between two drawings.
const GAP: f64 = 16.0;
/// Room above a drawing for its name, and below it for its weeks.
const ABOVE: f64 = 20.0;
const BELOW: f64 = 20.0;
/// The size of a drawing that stands alone, and the height of one among others.
const ALONE: f64 = 190.0;
const AMONG: f64 = 92.0;
/// How many stand side by side.
const ABREAST: usize = 3;
/// What a step of the share may be, in per cent, and how many of them there are at most.
const STEPS: [u32; 4] = [5, 10, 20, 25];
const MOST_STEPS: u32 = 4;

/// Where a drawing stands, and what its ends are.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    first: NaiveDate,
    /// How many weeks from the first to the last.
    weeks: f64,
    axis: Axis,
}

/// From 0 to the most.
#[derive(Clone, Copy)]
enum Axis {
    Minutes(Scale),
    Share { step: u32, steps: u32 },
}

pub(super) fn draw(spreads: &Spreads, pen: Pen<'_>) -> Option<Drawing> {
    let mondays = spreads.mondays();
    let (first, last) = (*mondays.first()?, *mondays.last()?);
    let abreast = spreads.lines.len().min(ABREAST);
    let height = if abreast == 1 { ALONE } else { AMONG };
    let pitch = ABOVE + height + BELOW;
    let words: Vec<String> = spreads.lines.iter().map(|line| words(line, spreads.of)).collect();
    let name = Name {
        id: pen.id,
        title: &spreads.title,
        words: &words.join("\n"),
    };
    let rows = spreads.lines.len().div_ceil(abreast);
    let mut canvas = Canvas::new(name, WIDTH, pitch * count(rows));
    let axis = Axis::new(spreads, height);
    let labels = axis
        .ticks(pen)
        .into_iter()
        .map(|(_, words)| text_width(&words) + 6.0);
    let room = labels.fold(0.0, f64::max);
    let cell = (WIDTH - GAP * count(abreast - 1)) / count(abreast);
    for (at, line) in spreads.lines.iter().enumerate() {
        let frame = Frame {
            left: (cell + GAP) * count(at % abreast) + room,
            top: pitch * count(at / abreast) + ABOVE,
            width: cell - room,
            height,
            first,
            weeks: f64::from(i32::try_from((last - first).num_days() / 7).unwrap_or(0)),
            axis,
        };
        frame.draw(&mut canvas, line, &mondays, pen);
    }
    let mut keys = vec![Key::line(tr!(pen.i18n, "report-median"), "median")];
    if spreads
        .lines
        .iter()
        .flat_map(|l| &l.weeks)
        .any(|w| w.quartiles.is_some())
    {
        keys.push(Key::area(tr!(pen.i18n, "report-chart-band"), "band"));
    }
    if spreads
        .lines
        .iter()
        .flat_map(|l| &l.weeks)
        .any(|w| w.median.is_none())
    {
        let dot = r#"<circle class="hollow" cx="9" cy="6" r="3"/>"#;
        keys.push(Key::drawn(tr!(pen.i18n, "report-chart-mean"), dot));
    }
    Some(Drawing {
        title: spreads.title.clone(),
        svg: canvas.finish(),
        keys,
    })
}

impl Axis {
    fn new(spreads: &Spreads, height: f64) -> Self {
        let weeks = spreads.lines.iter().flat_map(|line| &line.weeks);
        let most = weeks
            .flat_map(|w| [w.quartiles.map(|q| q[1]), w.middle()])
            .flatten();
        let most = most.max().unwrap_or(0);
        match spreads.of {
            SpreadOf::Minutes => Self::Minutes(Scale::new(most, 0.0, height)),
            SpreadOf::Share => {
                let step = STEPS
                    .into_iter()
                    .find(|step| most <= step * MOST_STEPS)
                    .unwrap_or(25);
                Self::Share {
                    step,
                    steps: most.div_ceil(step).max(1),
                }
            }
        }
    }

    /// How high a value is.
    fn height(self, value: u32, height: f64) -> f64 {
        match self {
            Self::Minutes(scale) => scale.height(value),
            Self::Share { step, steps } => f64::from(value) / f64::from(step * steps) * height,
        }
    }

    /// The values that have a line, in words.
    fn ticks(self, pen: Pen<'_>) -> Vec<(u32, String)> {
        match self {
            Self::Minutes(scale) => {
                let hours = |minutes: u32| tr!(pen.i18n, "chart-hours", hours = (minutes / 60).to_string());
                scale.ticks().map(|minutes| (minutes, hours(minutes))).collect()
            }
            Self::Share { step, steps } => (0..=steps)
                .map(|at| (at * step, format!("{} %", at * step)))
                .collect(),
        }
    }
}

impl Frame {
    fn x(self, monday: NaiveDate) -> f64 {
        let week = f64::from(i32::try_from((monday - self.first).num_days() / 7).unwrap_or(0));
        self.left + self.width * (week + 0.5) / (self.weeks + 1.0)
    }

    fn y(self, value: u32) -> f64 {
        self.top + self.height - self.axis.height(value, self.height)
    }

    fn draw(self, canvas: &mut Canvas, line: &SpreadLine, mondays: &[NaiveDate], pen: Pen<'_>) {
        let right = self.left + self.width;
        canvas.put(format_args!("<g><title>{}</title>", Escaped(&line.label)));
        canvas.text(
            "",
            self.left,
            self.top - 7.0,
            Anchor::Start,
            &cut(&line.label, self.width),
        );
        for (value, words) in self.axis.ticks(pen) {
            let class = if value == 0 { "ground" } else { "grid" };
            canvas.level(class, self.left, right, self.y(value));
            if value > 0 {
                canvas.text("soft", self.left - 4.0, self.y(value) + 3.5, Anchor::End, &words);
            }
        }
        for run in runs(&line.weeks) {
            self.run(canvas, run);
        }
        self.names(canvas, mondays);
        canvas.put(format_args!("</g>"));
    }

    /// Weeks without a gap between them.
    fn run(self, canvas: &mut Canvas, run: &[SpreadWeek]) {
        for banded in run.chunk_by(|a, b| a.quartiles.is_some() == b.quartiles.is_some()) {
            self.band(canvas, banded);
        }
        let points: Vec<(f64, f64, bool)> = run
            .iter()
            .filter_map(|w| Some((self.x(w.monday), self.y(w.middle()?), w.median.is_some())))
            .collect();
        for line in points.chunk_by(|a, b| a.2 && b.2).filter(|line| line.len() > 1) {
            let path: Vec<String> = line.iter().map(|(x, y, _)| format!("{x:.1} {y:.1}")).collect();
            canvas.path("median", &format!("M{}", path.join("L")));
        }
        for (x, y, is_median) in points {
            let class = if is_median { "dot" } else { "hollow" };
            canvas.put(format_args!(
                r#"<circle class="{class}" cx="{x:.1}" cy="{y:.1}" r="2.4"/>"#
            ));
        }
    }

    /// From quartile to quartile; of a week alone as wide as its place has room for.
    fn band(self, canvas: &mut Canvas, weeks: &[SpreadWeek]) {
        let ends = |week: &SpreadWeek| Some((self.x(week.monday), week.quartiles?));
        let ends: Vec<(f64, [u32; 2])> = weeks.iter().filter_map(ends).collect();
        let half = (self.width / (self.weeks + 1.0) / 2.0).min(6.0);
        let wide = match ends[..] {
            [(x, quartiles)] => vec![(x - half, quartiles), (x + half, quartiles)],
            _ => ends,
        };
        let above = wide.iter().map(|(x, q)| format!("{x:.1} {:.1}", self.y(q[1])));
        let below = wide
            .iter()
            .rev()
            .map(|(x, q)| format!("{x:.1} {:.1}", self.y(q[0])));
        let path: Vec<String> = above.chain(below).collect();
        if !path.is_empty() {
            canvas.path("band", &format!("M{}Z", path.join("L")));
        }
    }

    /// The numbers of the weeks, as many as there is room for.
    fn names(self, canvas: &mut Canvas, mondays: &[NaiveDate]) {
        let mut free = f64::MIN;
        for monday in mondays {
            let x = self.x(*monday);
            if x >= free {
                let week = monday.iso_week().week().to_string();
                let y = self.top + self.height + 13.0;
                canvas.text("soft", x, y, Anchor::Middle, &week);
                free = x + 20.0;
            }
        }
    }
}

/// Weeks that follow one upon the other.
fn runs(weeks: &[SpreadWeek]) -> impl Iterator<Item = &[SpreadWeek]> {
    weeks.chunk_by(|a, b| (b.monday - a.monday).num_days() == 7)
}

/// A line in words: `primary: 2026-11-02 12:30 (10:15–15:00), …`.
fn words(line: &SpreadLine, of: SpreadOf) -> String {
    let value = |value: u32| match of {
        SpreadOf::Minutes => hours(value),
        SpreadOf::Share => format!("{value} %"),
    };
    let week = |week: &SpreadWeek| {
        let middle = format!("{} {}", week.monday, value(week.middle()?));
        Some(match week.quartiles {
            Some([first, third]) => format!("{middle} ({}–{})", value(first), value(third)),
            None => middle,
        })
    };
    let weeks: Vec<String> = line.weeks.iter().filter_map(week).collect();
    format!("{}: {}", line.label, weeks.join(", "))
}
