//! Reading a definition. It comes from somebody else, by mail perhaps: whatever is in it is either understood whole or
//! refused with its place.

use super::fault::{BadDefinition, Fault};
use super::table::{Item, Source, Table};
use super::{Asks, Code, Definition, Group, GroupAnswer};
use crate::domain::{DefinitionHash, WeekId, from_hex};
use crate::files::Site;
use crate::i18n::quoted;
use crate::survey::Recipient;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::DeTable;

const KEYS: &[&str] = &[
    "jianfu_survey",
    "id",
    "title",
    "contact",
    "weeks",
    "closes",
    "recipient",
    "rounding",
    "min_group",
    "panel",
    "asks",
    "staff",
    "groups",
];
const WEEKS: &[&str] = &["from", "to"];
const GROUP: &[&str] = &["code", "name", "answers"];
const ANSWER: &[&str] = &["code", "name", "within", "staff"];
/// What no group can be called: the fields of a response, and days, which stands for three of them.
const FIELDS: &[&str] = &[
    "type",
    "version",
    "definition",
    "week",
    "respondent",
    "revision",
    "groups",
    "school_days",
    "closed_days",
    "complete",
    "days",
    "minutes",
    "activities",
    "meetings",
    "late_parent_minutes",
    "goal",
    "ratings",
];
/// The most characters that are quoted of what the reader of TOML says.
const QUOTED: usize = 200;

impl Definition {
    /// The hash of the text of a definition, whatever it says.
    pub(in crate::survey) fn hash_of(text: &str) -> DefinitionHash {
        DefinitionHash::new(Sha256::digest(text.as_bytes()).into())
    }

    /// Reads the bytes of a definition's file.
    ///
    /// # Errors
    /// [`BadDefinition`] with line and key of the first fault.
    pub fn read(bytes: &[u8]) -> Result<Self, BadDefinition> {
        if bytes.len() > Self::MOST_BYTES {
            return Err(BadDefinition::whole(Fault::TooLarge));
        }
        if let Some(fault) = another_file(bytes) {
            return Err(BadDefinition::whole(fault));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| BadDefinition::whole(Fault::NotUtf8))?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        // What is left of them would be taken for line ends when the text is read again, and be another survey.
        if let Some(at) = text.find('\r') {
            return Err(BadDefinition {
                line: Some(Source(&text).line(at)),
                site: Site::default(),
                fault: Fault::CarriageReturn,
            });
        }
        parse(&text)
    }
}

/// What is wrong with a file that is easily taken for a definition: the key that was made with one, with or without a
/// passphrase, and whatever else age seals.
fn another_file(bytes: &[u8]) -> Option<Fault> {
    let has_line = |start: &[u8]| bytes.split(|b| *b == b'\n').any(|line| line.starts_with(start));
    if has_line(b"AGE-SECRET-KEY-") || has_line(b"-----BEGIN AGE ENCRYPTED FILE-----") {
        return Some(Fault::SecretKey);
    }
    bytes
        .starts_with(b"age-encryption.org/")
        .then_some(Fault::NotADefinition)
}

/// The groups of a text that says nothing else.
pub(super) fn groups_of(text: &str) -> Result<Vec<Group>, BadDefinition> {
    let source = Source(text);
    let root = well_formed(source)?;
    groups(&Table::root(source, root.get_ref(), &["groups"])?)
}

fn well_formed(source: Source<'_>) -> Result<Spanned<DeTable<'_>>, BadDefinition> {
    DeTable::parse(source.0).map_err(|e| BadDefinition {
        line: Some(source.line(e.span().map_or(0, |s| s.start))),
        site: Site::default(),
        fault: Fault::Syntax(quoted(e.message(), QUOTED)),
    })
}

fn parse(text: &str) -> Result<Definition, BadDefinition> {
    let source = Source(text);
    // Any other text is not even a damaged definition.
    let root = well_formed(source).map_err(|bad| {
        let is_one = text.contains("jianfu_survey");
        if is_one {
            bad
        } else {
            BadDefinition::whole(Fault::NotADefinition)
        }
    })?;
    check_version(root.get_ref())?;
    let table = Table::root(source, root.get_ref(), KEYS)?;
    let id = table.get("id")?;
    if from_hex::<16>(id.raw()?).is_none() {
        return Err(id.fault(Fault::Id));
    }
    let weeks = weeks(&table)?;
    let closes = table.get("closes")?;
    if closes.date()? < weeks.start().sunday() {
        return Err(closes.fault(Fault::ClosesEarly));
    }
    let recipient = table.get("recipient")?;
    let key: Result<Recipient, _> = recipient.raw()?.parse();
    let optional = |key: &str, range, usual| table.find(key).map_or(Ok(usual), |item| item.number(range));
    let staff = table
        .find("staff")
        .map(|item| item.number(1..=Definition::MOST_STAFF));
    Ok(Definition {
        id: id.raw()?.to_owned(),
        title: table.get("title")?.wording(Definition::LONGEST_TITLE)?,
        contact: table.get("contact")?.wording(Definition::LONGEST_CONTACT)?,
        weeks,
        closes: closes.date()?,
        recipient: key.map_err(|_| recipient.fault(Fault::Recipient))?,
        rounding: optional("rounding", Definition::ROUNDING, Definition::USUAL_ROUNDING)?,
        min_group: optional("min_group", Definition::MIN_GROUP, Definition::USUAL_MIN_GROUP)?,
        panel: table.flag("panel")?,
        asks: asks(&table)?,
        staff: staff.transpose()?,
        groups: groups(&table)?,
        hash: Definition::hash_of(text),
        text: text.to_owned(),
    })
}

/// A later version may have anything else in it: it is told apart before that is looked at.
fn check_version(root: &DeTable<'_>) -> Result<(), BadDefinition> {
    let version = root.get("jianfu_survey").and_then(|v| v.get_ref().as_integer());
    let version = version.filter(|v| v.radix() == 10);
    let version = version.and_then(|v| v.as_str().parse::<u64>().ok());
    match version {
        Some(version) if version == u64::from(Definition::VERSION) => Ok(()),
        Some(newer) if newer > u64::from(Definition::VERSION) => {
            Err(BadDefinition::whole(Fault::Newer(newer)))
        }
        _ => Err(BadDefinition::whole(Fault::NotADefinition)),
    }
}

fn weeks(table: &Table<'_>) -> Result<RangeInclusive<WeekId>, BadDefinition> {
    let item = table.get("weeks")?;
    let weeks = item.table(WEEKS)?;
    let (from, to) = (weeks.get("from")?.week()?, weeks.get("to")?.week()?);
    let length = (to.monday() - from.monday()).num_weeks() + 1;
    if (1..=i64::from(Definition::MOST_WEEKS)).contains(&length) {
        Ok(from..=to)
    } else {
        Err(item.fault(Fault::Weeks(Definition::MOST_WEEKS)))
    }
}

fn asks(table: &Table<'_>) -> Result<Asks, BadDefinition> {
    let Some(item) = table.find("asks") else {
        return Ok(Asks::default());
    };
    let table = item.table(&Asks::NAMES)?;
    let mut flags = [false; Asks::NAMES.len()];
    for (flag, name) in flags.iter_mut().zip(Asks::NAMES) {
        *flag = table.flag(name)?;
    }
    Ok(Asks::from_flags(flags))
}

fn groups(table: &Table<'_>) -> Result<Vec<Group>, BadDefinition> {
    let Some(item) = table.find("groups") else {
        return Ok(Vec::new());
    };
    let mut groups: Vec<Group> = Vec::new();
    for item in item.list(0..=Definition::MOST_GROUPS)? {
        let table = item.table(GROUP)?;
        let group = Group {
            code: group_code(&table.get("code")?, &groups)?,
            name: table.get("name")?.wording(Definition::LONGEST_NAME)?,
            answers: answers(&table.get("answers")?)?,
        };
        groups.push(group);
    }
    Ok(groups)
}

fn answers(list: &Item<'_>) -> Result<Vec<GroupAnswer>, BadDefinition> {
    let mut answers: Vec<GroupAnswer> = Vec::new();
    let items = list.list(2..=Definition::MOST_ANSWERS)?;
    let mut seen = HashSet::new();
    for item in &items {
        let table = item.table(ANSWER)?;
        let code = table.get("code")?;
        let new = code.code()?;
        if !seen.insert(new.clone()) {
            return Err(code.fault(Fault::Twice(new)));
        }
        answers.push(GroupAnswer {
            code: new,
            name: table.get("name")?.wording(Definition::LONGEST_NAME)?,
            within: table.find("within").map(|item| item.code()).transpose()?,
            staff: table
                .find("staff")
                .map(|item| item.number(0..=Definition::MOST_STAFF))
                .transpose()?,
        });
    }
    check_tree(&answers).map_err(|(at, fault)| items[at].fault(fault))?;
    Ok(answers)
}

/// A code that no group before it has, nor a field of the response: `--withhold goal` has one meaning, and a table of the
/// responses one column of a name.
fn group_code(item: &Item<'_>, before: &[Group]) -> Result<Code, BadDefinition> {
    let code = item.code()?;
    if FIELDS.contains(&code.as_str()) {
        return Err(item.fault(Fault::Code));
    }
    if before.iter().any(|group| group.code == code) {
        return Err(item.fault(Fault::Twice(code)));
    }
    Ok(code)
}

/// Whether every answer is within none or within one of the others, and none within itself.
fn check_tree(answers: &[GroupAnswer]) -> Result<(), (usize, Fault)> {
    let places: HashMap<&Code, usize> = answers.iter().enumerate().map(|(i, a)| (&a.code, i)).collect();
    let mut above: Vec<Option<usize>> = Vec::with_capacity(answers.len());
    for (at, answer) in answers.iter().enumerate() {
        let place = |code: &Code| {
            let missing = || (at, Fault::NoSuchAnswer(code.to_string()));
            places.get(code).copied().ok_or_else(missing)
        };
        above.push(answer.within.as_ref().map(place).transpose()?);
    }
    for start in 0..answers.len() {
        let mut walked = vec![start];
        while let Some(here) = above[walked[walked.len() - 1]] {
            if walked.contains(&here) {
                return Err((here, Fault::Circle));
            }
            walked.push(here);
            if walked.len() > Definition::DEEPEST {
                return Err((start, Fault::TooDeep(Definition::DEEPEST)));
            }
        }
    }
    Ok(())
}
