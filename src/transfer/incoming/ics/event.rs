//! One `VEVENT`.

use super::component::Component;
use super::length::Length;
use super::moment::{Kind, Moment, ToLocal};
use super::rule::Rule;
use super::zone::Zones;
use super::{bad, bad_value};
use crate::transfer::incoming::notes::{self, one_line};
use crate::transfer::incoming::{BadFile, FileFault, LeftOut, Place, Why};
use chrono::NaiveTime;

/// An event, perhaps one that recurs, perhaps one that stands for one occurrence of another.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// The line of its `BEGIN`.
    pub(super) line: usize,
    /// Its identifier; made from its title and start where it has none.
    pub(super) uid: String,
    /// Title, categories, and what Apple says of a special day.
    pub(super) words: Vec<String>,
    /// Title and place.
    pub(super) note: String,
    /// Cancelled, or only tentative.
    pub(super) is_off: bool,
    /// When it starts first.
    pub(super) start: Moment,
    /// How long it lasts.
    pub(super) length: Length,
    /// How it recurs.
    pub(super) rule: Option<Rule>,
    /// Starts besides those of the rule, in the form of `start`, some with a length of their own.
    pub(super) more: Vec<(Moment, Option<Length>)>,
    /// Starts that are not, in the form of `start`; a date stands for all of that date.
    pub(super) except: Vec<Moment>,
    /// Of which occurrence it takes the place.
    pub(super) replaces: Option<Moment>,
}

impl Event {
    /// Reads an event.
    pub(super) fn read(from: &Component, zones: &Zones, to_local: ToLocal<'_>) -> Result<Self, BadFile> {
        if let Some(old) = from.prop("EXRULE") {
            return Err(bad(old.line, FileFault::OldRule));
        }
        let start = from
            .prop("DTSTART")
            .ok_or_else(|| bad_value(from.line, "DTSTART", ""))?;
        let written = Moment::read(start, zones)?;
        let start = if start
            .param("VALUE")
            .is_some_and(|v| v.eq_ignore_ascii_case("DATE"))
        {
            Moment::day(written.wall.date())
        } else {
            written
        };
        let (start, length) = whole_days(from, start, length(from, start, zones, to_local)?);
        let words = words(from);
        Ok(Self {
            line: from.line,
            uid: uid(from, &words, start),
            note: note(from),
            words,
            is_off: from.prop("STATUS").is_some_and(|s| {
                let status = s.value.trim();
                status.eq_ignore_ascii_case("CANCELLED") || status.eq_ignore_ascii_case("TENTATIVE")
            }),
            start,
            length,
            rule: from
                .prop("RRULE")
                .map(|p| Rule::read(p, start, to_local))
                .transpose()?,
            more: more(from, start, zones, to_local)?,
            except: except(from, start, zones, to_local)?,
            replaces: replaces(from, zones)?,
        })
    }

    /// Whether it gives, or may give, several occurrences.
    pub(super) const fn recurs(&self) -> bool {
        self.rule.is_some() || !self.more.is_empty()
    }

    /// It is not taken.
    pub(super) fn left_out(&self, why: Why) -> LeftOut {
        LeftOut {
            place: Place::Line(self.line),
            label: label(&self.words),
            why,
        }
    }
}

/// What something is called; empty if nothing says so.
pub(super) fn label(words: &[String]) -> String {
    words.first().cloned().unwrap_or_default()
}

/// The words of an event, a to-do or the like: its title, then its categories.
pub(super) fn words(from: &Component) -> Vec<String> {
    let title = from.prop("SUMMARY").map(|p| p.value.clone());
    let categories = from
        .props
        .iter()
        .filter(|p| p.name == "CATEGORIES")
        .flat_map(super::property::Prop::list);
    let special = from.prop("X-APPLE-SPECIAL-DAY").map(|p| p.value.clone());
    let all = title.into_iter().chain(categories).chain(special);
    all.map(|text| one_line(&text))
        .filter(|text| !text.is_empty())
        .collect()
}

fn uid(from: &Component, words: &[String], start: Moment) -> String {
    let given = from
        .prop("UID")
        .map(|p| p.value.trim())
        .filter(|uid| !uid.is_empty());
    given.map_or_else(|| format!("{}@{}", label(words), start.id()), str::to_owned)
}

/// The title, and the place in brackets, as much as a note takes.
fn note(from: &Component) -> String {
    let text = |name: &str| from.prop(name).map(|p| one_line(&p.value)).unwrap_or_default();
    let (title, place) = (text("SUMMARY"), text("LOCATION"));
    notes::note(&match (title.is_empty(), place.is_empty()) {
        (_, true) => title,
        (true, false) => place,
        (false, false) => format!("{title} ({place})"),
    })
}

fn length(from: &Component, start: Moment, zones: &Zones, to_local: ToLocal<'_>) -> Result<Length, BadFile> {
    match (from.prop("DTEND"), from.prop("DURATION")) {
        (Some(end), _) => Ok(Length::between(start, Moment::read(end, zones)?, to_local)),
        (None, Some(length)) => Length::parse(&length.value).ok_or_else(|| length.bad()),
        (None, None) if start.kind == Kind::Day => Ok(Length::days(1)),
        (None, None) => Ok(Length::NOTHING),
    }
}

/// Exchange writes whole days as times from midnight to midnight, and says so beside.
fn whole_days(from: &Component, start: Moment, length: Length) -> (Moment, Length) {
    let says_so = from
        .prop("X-MICROSOFT-CDO-ALLDAYEVENT")
        .is_some_and(|p| p.value.trim().eq_ignore_ascii_case("TRUE"));
    let days = length
        .days
        .saturating_add((length.time + chrono::TimeDelta::hours(1)).num_days());
    if says_so && start.kind != Kind::Day && start.wall.time() == NaiveTime::MIN {
        (Moment::day(start.wall.date()), Length::days(days))
    } else {
        (start, length)
    }
}

fn more(
    from: &Component,
    start: Moment,
    zones: &Zones,
    to_local: ToLocal<'_>,
) -> Result<Vec<(Moment, Option<Length>)>, BadFile> {
    let mut out = Vec::new();
    for prop in from.props.iter().filter(|p| p.name == "RDATE") {
        for (moment, end) in Moment::read_list(prop, zones)? {
            let zone = moment.zone();
            let until = |text| Moment::parse(text, zone).map(|end| Length::between(moment, end, to_local));
            let length = match end {
                Some(text) => Some(
                    Length::parse(text)
                        .or_else(|| until(text))
                        .ok_or_else(|| prop.bad())?,
                ),
                None => None,
            };
            let fitted = moment.like(start, to_local);
            // A bare date beside a series of times is meant at the time of the series.
            let wall = if fitted.kind == start.kind {
                fitted.wall
            } else {
                fitted.wall.date().and_time(start.wall.time())
            };
            out.push((Moment { wall, ..start }, length));
        }
    }
    Ok(out)
}

fn except(
    from: &Component,
    start: Moment,
    zones: &Zones,
    to_local: ToLocal<'_>,
) -> Result<Vec<Moment>, BadFile> {
    let mut out = Vec::new();
    for prop in from.props.iter().filter(|p| p.name == "EXDATE") {
        let list = Moment::read_list(prop, zones)?;
        out.extend(list.into_iter().map(|(moment, _)| moment.like(start, to_local)));
    }
    Ok(out)
}

fn replaces(from: &Component, zones: &Zones) -> Result<Option<Moment>, BadFile> {
    let Some(prop) = from.prop("RECURRENCE-ID") else {
        return Ok(None);
    };
    // It would change all later occurrences as well; to read it as one would be wrong without a word.
    if prop.param("RANGE").is_some() {
        return Err(bad_value(prop.line, "RECURRENCE-ID;RANGE", &prop.value));
    }
    Moment::read(prop, zones).map(Some)
}
