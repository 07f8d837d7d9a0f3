//! Files of other programs, told to the user.

use super::{BadFile, FileFault, LeftOut, Place, Why};
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;

impl Say for Place {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Line(n) => tr!(i18n, "import-file-line", number = n.to_string()),
            Self::Entry(n) => tr!(i18n, "import-file-entry", number = n.to_string()),
            Self::Cell(name) => tr!(i18n, "import-file-cell", name = name.as_str()),
        }
    }
}

impl Say for BadFile {
    fn say(&self, i18n: &I18n) -> String {
        let why = self.fault.say(i18n);
        match &self.place {
            Some(place) => tr!(i18n, "import-file-at", place = place.say(i18n), why = why),
            None => tr!(i18n, "import-file-whole", why = why),
        }
    }
}

impl Say for FileFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NotThis(format) => tr!(i18n, "import-file-not-this", format = *format),
            Self::Encoding => tr!(i18n, "import-file-encoding"),
            Self::NoColumn(names) => tr!(i18n, "import-file-no-column", names = *names),
            Self::Value { field, text } if text.is_empty() => {
                tr!(i18n, "import-file-no-value", field = field.as_str())
            }
            Self::Value { field, text } => {
                tr!(
                    i18n,
                    "import-file-value",
                    field = field.as_str(),
                    text = text.as_str()
                )
            }
            Self::Zone(name) => tr!(i18n, "import-file-zone", name = name.as_str()),
            Self::Damaged => tr!(i18n, "import-file-damaged"),
            Self::CutOff(name) => tr!(i18n, "import-file-cut-off", name = name.as_str()),
            Self::TooLarge => tr!(i18n, "import-file-too-large"),
            Self::SheetTooLarge => tr!(i18n, "import-file-sheet-too-large"),
            Self::TooManyEvents(most) => tr!(i18n, "import-file-too-many-events", most = *most),
            Self::TooManyDates => tr!(i18n, "import-file-too-many-dates"),
            Self::OldRule => tr!(i18n, "import-file-old-rule"),
            Self::Other(why) => tr!(i18n, "import-file-other", why = why.as_str()),
        }
    }
}

impl Say for LeftOut {
    fn say(&self, i18n: &I18n) -> String {
        let (place, why) = (self.place.say(i18n), self.why.say(i18n));
        if self.label.is_empty() {
            tr!(i18n, "import-file-left-out-nameless", place = place, why = why)
        } else {
            tr!(
                i18n,
                "import-file-left-out",
                place = place,
                label = self.label.as_str(),
                why = why
            )
        }
    }
}

impl Say for Why {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Length => tr!(i18n, "import-file-why-length"),
            Self::Cancelled => tr!(i18n, "import-file-why-cancelled"),
            Self::Open => tr!(i18n, "import-file-why-open"),
            Self::Outside => tr!(i18n, "import-file-why-outside"),
            Self::TooOften => tr!(i18n, "import-file-why-too-often"),
            Self::NotWeekly => tr!(i18n, "import-file-why-not-weekly"),
            Self::NoEvent => tr!(i18n, "import-file-why-no-event"),
        }
    }
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for BadFile {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn everything_is_said_in_every_language() {
        let faults = [
            FileFault::NotThis("CSV"),
            FileFault::Encoding,
            FileFault::NoColumn("date / 日期"),
            FileFault::Value {
                field: "start".into(),
                text: String::new(),
            },
            FileFault::Value {
                field: "start".into(),
                text: "8".into(),
            },
            FileFault::Zone("Mars/Base".into()),
            FileFault::Damaged,
            FileFault::CutOff("VEVENT".into()),
            FileFault::TooLarge,
            FileFault::SheetTooLarge,
            FileFault::TooManyEvents(5),
            FileFault::TooManyDates,
            FileFault::OldRule,
            FileFault::Other("why".into()),
        ];
        let places = [
            None,
            Some(Place::Line(1)),
            Some(Place::Entry(2)),
            Some(Place::Cell("A1".into())),
        ];
        let whys = [
            Why::Length,
            Why::Cancelled,
            Why::Open,
            Why::Outside,
            Why::TooOften,
            Why::NotWeekly,
            Why::NoEvent,
        ];
        for i18n in Lang::ALL.map(I18n::new) {
            let files = faults.iter().zip(places.iter().cycle());
            let said = files.map(|(fault, place)| {
                BadFile {
                    place: place.clone(),
                    fault: fault.clone(),
                }
                .say(&i18n)
            });
            let left_out = whys.map(|why| {
                LeftOut {
                    place: Place::Line(3),
                    label: String::new(),
                    why,
                }
                .say(&i18n)
            });
            let all: Vec<String> = said.chain(left_out).collect();
            assert!(
                all.iter()
                    .all(|text| !text.contains("import-file") && !text.ends_with(['.', '。'])),
                "{all:?}"
            );
        }
    }

    #[test]
    fn it_is_said_where_what_is_wrong_and_what_to_do() {
        let bad = BadFile {
            place: Some(Place::Line(3)),
            fault: FileFault::Value {
                field: "date".into(),
                text: "03/04/2026".into(),
            },
        };
        assert_eq!(
            bad.to_string(),
            "line 3: \"03/04/2026\" is not a value of date that can be read: correct it in the file; nothing was imported"
        );
        let left_out = LeftOut {
            place: Place::Entry(2),
            label: "开会".into(),
            why: Why::Open,
        };
        assert_eq!(
            left_out.say(&I18n::new(Lang::ZhHans)),
            "第 2 项“开会”：仍在进行，结束后再导入"
        );
    }
}
