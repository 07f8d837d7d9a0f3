//! An entry of the timetable as it is typed: `三(2)班语文`, `bk 单周`.
//!
//! First perhaps what it is, as in quick entry; last perhaps in which weeks; the rest is the note, and a lesson is meant
//! where nothing says otherwise. All after a word `--` is note as it stands.

use super::LineFault;
use crate::app::Knowledge;
use crate::domain::{Activity, CATCH_ALL, Category, Note};
use crate::entry::Lexicon;
use crate::i18n::{Lang, half_width};
use crate::timetable::{LESSON, Recurring, Weeks};

/// What a line says of an entry, without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub activity: Activity,
    /// The note, perhaps empty.
    pub note: Note,
    /// In which weeks.
    pub weeks: Weeks,
}

impl Said {
    /// What an entry says.
    #[must_use]
    pub fn of(entry: &Recurring) -> Self {
        Self {
            activity: entry.activity.clone(),
            note: entry.note.clone(),
            weeks: entry.weeks.clone(),
        }
    }
}

/// What an entry is unless it says otherwise.
pub(super) fn lesson(lexicon: &Lexicon) -> Activity {
    let lesson = lexicon.whole(LESSON).into_iter().next();
    lesson.unwrap_or_else(|| Activity::catch_all(Category::Teaching))
}

/// Reads what stands in a cell.
///
/// # Errors
/// [`LineFault`] where a word means several activities, or the note is too long.
pub(super) fn read(text: &str, lexicon: &Lexicon) -> Result<Said, LineFault> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let escape = words.iter().position(|w| matches!(*w, "--" | "－－"));
    let said = &words[..escape.unwrap_or(words.len())];
    let (said, weeks) = split_weeks(said);
    let (activity, rest) = split_activity(said, lexicon)?;
    let escaped = escape.map_or(&[][..], |at| &words[at + 1..]);
    let note: Vec<&str> = rest.iter().chain(escaped).copied().collect();
    Ok(Said {
        activity: activity.unwrap_or_else(|| lesson(lexicon)),
        note: Note::new(&note.join(" ")).map_err(|bad| LineFault::Note(bad.0))?,
        weeks,
    })
}

/// The activity that the first words name, the most words that do, and the words of the note. An ordinary word that
/// also means an activity does so only where it stands alone, as 考试 before something else may be of the note; and then
/// it is the note too: 晚自习 says more than that it is supervision.
fn split_activity<'a, 'b>(
    words: &'a [&'b str],
    lexicon: &Lexicon,
) -> Result<(Option<Activity>, &'a [&'b str]), LineFault> {
    for count in (1..=words.len().min(6)).rev() {
        let name = words[..count].join(" ");
        let is_named = lexicon.is_named(&name);
        if count < words.len() && !is_named {
            continue;
        }
        let mut found = lexicon.whole(&name);
        match found.len() {
            0 => {}
            1 => return Ok((found.pop(), if is_named { &words[count..] } else { words })),
            _ => return Err(LineFault::Ambiguous(name, found)),
        }
    }
    Ok((None, words))
}

/// The weeks that the last words say, and the words before them.
fn split_weeks<'a, 'b>(words: &'a [&'b str]) -> (&'a [&'b str], Weeks) {
    for count in (1..=words.len().min(4)).rev() {
        let (before, last) = words.split_at(words.len() - count);
        if let Some(weeks) = read_weeks(last) {
            return (before, weeks);
        }
    }
    (words, Weeks::all())
}

/// Reads `单周`, `odd`, `1-8`, `1-16 odd`, `第 3,5 周`. A number alone is none: it may end a note.
fn read_weeks(words: &[&str]) -> Option<Weeks> {
    let (mut out, mut is_marked) = (String::new(), false);
    for word in words {
        let mut word: String = word.chars().map(half_width).collect::<String>().to_lowercase();
        word = word
            .replace(['–', '—', '~', '至', '到'], "-")
            .replace(['、', '，'], ",");
        for (said, meaning) in [
            ("单周", "odd"),
            ("單週", "odd"),
            ("單周", "odd"),
            ("双周", "even"),
            ("雙週", "even"),
            ("雙周", "even"),
            ("每周", "all"),
            ("每週", "all"),
            ("单", "odd"),
            ("單", "odd"),
            ("双", "even"),
            ("雙", "even"),
        ] {
            word = word.replace(said, &format!(" {meaning} "));
        }
        is_marked |= word.contains(['第', '周', '週', '-', ',']);
        let word = word.replace(['第', '周', '週'], " ");
        let is_weeks = |part: &str| {
            matches!(part, "odd" | "even" | "all")
                || part.chars().all(|c| c.is_ascii_digit() || c == '-' || c == ',')
        };
        if !word.split_whitespace().all(is_weeks) {
            return None;
        }
        is_marked |= word.contains(char::is_alphabetic);
        out.push_str(&word);
        out.push(' ');
    }
    out.parse().ok().filter(|_| is_marked)
}

/// Writes what [`read`] reads back.
pub(super) fn print(said: &Said, known: &Knowledge, lang: Lang) -> String {
    let lexicon = known.lexicon();
    let weeks = if said.weeks.is_all() {
        String::new()
    } else {
        marked(&said.weeks)
    };
    let what = name(&said.activity, known, lang);
    let is_lesson = said.activity == lesson(lexicon);
    let short = if is_lesson && !said.note.is_empty() {
        ""
    } else {
        what.as_str()
    };
    let note = said.note.as_str();
    let ways = [
        [short, note, weeks.as_str(), ""],
        [what.as_str(), note, weeks.as_str(), ""],
        [what.as_str(), weeks.as_str(), "--", note],
    ];
    let join = |way: &[&str; 4]| {
        let words = way.iter().copied().filter(|w| !w.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let is_same = |text: &String| read(text, lexicon).as_ref() == Ok(said);
    let found = ways.iter().map(join).find(is_same);
    found.unwrap_or_else(|| join(&ways[2]))
}

/// Weeks as they are typed; one alone with a sign that it is one.
fn marked(weeks: &Weeks) -> String {
    let text = weeks.to_string();
    if text.chars().all(|c| c.is_ascii_digit()) {
        return format!("{text}-{text}");
    }
    text
}

/// What an activity is typed as: its name where that is one word and means nothing else, else its long form.
fn name(activity: &Activity, known: &Knowledge, lang: Lang) -> String {
    let code = if activity.code.as_str() == CATCH_ALL {
        known.category_name(activity.category, lang)
    } else {
        known.activity_name(activity, lang)
    };
    let is_it = known.lexicon().whole(code) == [activity.clone()] && !code.contains(char::is_whitespace);
    if is_it {
        code.to_owned()
    } else {
        activity.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Profile;
    use proptest::prelude::*;

    fn known() -> Knowledge {
        Knowledge::new(Profile::default())
    }

    #[test]
    fn what_is_typed_is_a_lesson_unless_it_says_otherwise() {
        let known = known();
        for (text, activity, note, weeks) in [
            ("三(2)班语文", "teaching/lesson", "三(2)班语文", "all"),
            ("7B English odd", "teaching/lesson", "7B English", "odd"),
            ("语文 单周", "teaching/lesson", "语文", "odd"),
            ("语文 1-16双周", "teaching/lesson", "语文", "1-16 even"),
            ("语文 第1－8周", "teaching/lesson", "语文", "1-8"),
            ("语文 1-16 odd", "teaching/lesson", "语文", "1-16 odd"),
            ("class 7", "teaching/lesson", "class 7", "all"),
            ("bk", "teaching/preparation", "", "all"),
            ("bk 教研组 双", "teaching/preparation", "教研组", "even"),
            ("语文课", "teaching/lesson", "语文课", "all"),
            ("duty/supervision", "duty/supervision", "", "all"),
            ("odd -- bk 1-8", "teaching/lesson", "bk 1-8", "odd"),
        ] {
            let said = read(text, known.lexicon()).unwrap();
            let said = (
                said.activity.to_string(),
                said.note.as_str().to_owned(),
                said.weeks.to_string(),
            );
            assert_eq!(said, (activity.into(), note.into(), weeks.into()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn read_is_the_inverse_of_print(
            place in 0usize..40,
            note in prop::sample::select(vec!["", "语文", "bk", "odd", "7 1-8", "a -- b", "考试 双", "7B"]),
            weeks in prop::sample::select(vec!["all", "odd", "1-8", "3,5-7 even", "4"]),
            lang in prop::sample::select(Lang::ALL.to_vec()),
        ) {
            let known = known();
            let all = known.taxonomy().activities();
            let said = Said {
                activity: all[place % all.len()].activity.clone(),
                note: Note::new(note).unwrap(),
                weeks: weeks.parse().unwrap(),
            };
            let printed = print(&said, &known, lang);
            prop_assert_eq!(read(&printed, known.lexicon()), Ok(said), "{}", printed);
        }
    }
}
