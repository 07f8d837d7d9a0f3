//! What the diary keeps about surveys and no undo takes back: the installation's secret, and what was sent. Here stand the
//! names under which store and exports keep it beside the settings, and its JSON.

use super::{Sent, SurveySecret};
use crate::domain::{DefinitionHash, WeekId};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

/// Which record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactName {
    /// The installation's secret: `survey_secret`.
    Secret,
    /// What was sent to a survey for a week: `sent-<hash of the definition>-2026-W47`.
    Sent(DefinitionHash, WeekId),
}

impl FactName {
    /// The name of the secret.
    pub const SECRET: &'static str = "survey_secret";
    /// What the names of what was sent begin with.
    pub const SENT: &'static str = "sent-";

    /// Reads what `Display` prints; none for the name of anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::SECRET {
            return Some(Self::Secret);
        }
        let (survey, week) = text.strip_prefix(Self::SENT)?.split_once('-')?;
        Some(Self::Sent(survey.parse().ok()?, week.parse().ok()?))
    }
}

impl fmt::Display for FactName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret => f.write_str(Self::SECRET),
            Self::Sent(survey, week) => write!(f, "{}{survey}-{week}", Self::SENT),
        }
    }
}

/// The secret, and everything that was sent; of a whole diary, or as much of one as is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveyFacts {
    /// The installation's secret; none until it was needed.
    pub secret: Option<SurveySecret>,
    sent: BTreeMap<(DefinitionHash, WeekId), BTreeMap<u32, Sent>>,
}

/// One of what was sent; survey and week are in the name.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SentJson {
    revision: u32,
    at: NaiveDateTime,
    title: String,
    file: String,
    content: String,
}

impl SurveyFacts {
    /// What was sent, by survey, week and revision.
    pub fn sent(&self) -> impl DoubleEndedIterator<Item = &Sent> {
        self.sent.values().flat_map(BTreeMap::values)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.secret.is_none() && self.sent.is_empty()
    }

    /// Adds one that was sent, unless its revision is there already.
    pub fn add(&mut self, sent: Sent) {
        let list = self.sent.entry((sent.survey, sent.week)).or_default();
        list.entry(sent.revision).or_insert(sent);
    }

    /// Takes out one that was sent.
    pub fn remove(&mut self, sent: &Sent) {
        if let Entry::Occupied(mut list) = self.sent.entry((sent.survey, sent.week)) {
            list.get_mut().remove(&sent.revision);
            if list.get().is_empty() {
                list.remove();
            }
        }
    }

    /// Takes in what others know: their secret, if they have one, and whatever was sent; where they say something else of
    /// one revision, it stays as it is here.
    pub fn unite(&mut self, theirs: Self) {
        self.secret = theirs.secret.or(self.secret.take());
        for sent in theirs.sent.into_values().flat_map(BTreeMap::into_values) {
            self.add(sent);
        }
    }

    /// The records that there are, in the order in which exports list them.
    pub fn names(&self) -> impl Iterator<Item = FactName> {
        let secret = self.secret.as_ref().map(|_| FactName::Secret);
        let sent = self
            .sent
            .keys()
            .map(|(survey, week)| FactName::Sent(*survey, *week));
        secret.into_iter().chain(sent)
    }

    /// A record as JSON; none where there is none.
    #[must_use]
    pub fn value(&self, name: FactName) -> Option<Value> {
        let json = match name {
            FactName::Secret => serde_json::to_value(self.secret.as_ref()?),
            FactName::Sent(survey, week) => {
                let line = |sent: &Sent| SentJson {
                    revision: sent.revision,
                    at: sent.at,
                    title: sent.title.clone(),
                    file: sent.file.clone(),
                    content: sent.content.clone(),
                };
                let lines = self.sent.get(&(survey, week))?.values().map(line);
                serde_json::to_value(lines.collect::<Vec<_>>())
            }
        };
        Some(json.unwrap_or(Value::Null)) // strings and numbers always fit
    }

    /// Takes in a record as JSON, in the place of what was known of it.
    ///
    /// # Errors
    /// What is wrong with it, in English: also where one that was sent is not as [`Sent::check`] asks. It may repeat words
    /// of the record.
    pub fn set(&mut self, name: FactName, value: &Value) -> Result<(), String> {
        let english = |e: serde_json::Error| e.to_string();
        match name {
            FactName::Secret => self.secret = Some(SurveySecret::deserialize(value).map_err(english)?),
            FactName::Sent(survey, week) => {
                let lines = Vec::<SentJson>::deserialize(value).map_err(english)?;
                let rising = lines.windows(2).all(|two| two[0].revision < two[1].revision);
                if !rising || lines.is_empty() {
                    return Err("its revisions must rise".to_owned());
                }
                let sent = |line: SentJson| Sent {
                    survey,
                    week,
                    revision: line.revision,
                    at: line.at,
                    title: line.title,
                    file: line.file,
                    content: line.content,
                };
                let list = lines.into_iter().map(|line| {
                    let sent = sent(line);
                    sent.check().map(|()| (sent.revision, sent))
                });
                let list = list.collect::<Result<_, _>>()?;
                self.sent.insert((survey, week), list);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::to_hex;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// One that was sent; what is in it follows from `by`, and what it is from the rest.
    fn sent((survey, week, revision): (u8, u8, u32), by: &str) -> Sent {
        let first: WeekId = "2026-W47".parse().unwrap();
        let (hash, week) = (
            DefinitionHash::new([survey; 32]),
            first.offset(week.into()).unwrap(),
        );
        Sent {
            survey: hash,
            week,
            revision,
            at: "2026-11-20T17:30:00".parse().unwrap(),
            title: "减负 \"2026\"".to_owned(),
            file: format!("{}.age", to_hex(&[by.len().try_into().unwrap(); 16])),
            content: format!(
                "{{\"definition\":\"{hash}\",\"week\":\"{week}\",\"revision\":{revision},\"by\":\"{by}\"}}"
            ),
        }
    }

    type Keys = BTreeSet<(u8, u8, u32)>;

    fn keys() -> impl Strategy<Value = Keys> {
        prop::collection::btree_set((0u8..3, 0u8..3, 1u32..5), 0..20)
    }

    fn facts(keys: &Keys, by: &str) -> SurveyFacts {
        let mut out = SurveyFacts::default();
        for key in keys {
            out.add(sent(*key, by));
        }
        out
    }

    fn united(all: [&SurveyFacts; 3]) -> SurveyFacts {
        all.into_iter().fold(SurveyFacts::default(), |mut out, next| {
            out.unite(next.clone());
            out
        })
    }

    proptest! {
        #[test]
        fn what_was_sent_is_the_same_in_whatever_order_it_comes_together(a in keys(), b in keys(), c in keys()) {
            let (one, two, three) = (facts(&a, "x"), facts(&b, "x"), facts(&c, "x"));
            let whole = united([&one, &two, &three]);
            prop_assert_eq!(&united([&three, &two, &one]), &whole);
            prop_assert_eq!(&united([&two, &three, &one]), &whole);
            prop_assert_eq!(&united([&whole, &one, &whole]), &whole, "nothing comes twice");
            let all: Keys = a.into_iter().chain(b).chain(c).collect();
            prop_assert_eq!(whole, facts(&all, "x"), "nothing is lost and nothing added");
        }

        #[test]
        fn where_both_have_a_revision_the_own_one_stays(a in keys(), b in keys()) {
            let mut ours = facts(&a, "ours");
            ours.unite(facts(&b, "theirs"));
            let all: Keys = a.iter().chain(&b).copied().collect();
            let expected = all.iter().map(|key| sent(*key, if a.contains(key) { "ours" } else { "theirs" }));
            prop_assert_eq!(ours.sent().cloned().collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }

        #[test]
        fn records_read_back_by_their_names(a in keys(), secret in prop::option::of(any::<[u8; 32]>())) {
            let mut whole = facts(&a, "x");
            whole.secret = secret.map(SurveySecret::new);
            let mut back = SurveyFacts::default();
            for name in whole.names() {
                prop_assert_eq!(FactName::parse(&name.to_string()), Some(name));
                let text = whole.value(name).unwrap().to_string();
                back.set(name, &serde_json::from_str(&text).unwrap()).unwrap();
            }
            prop_assert_eq!(&back, &whole);
            for one in whole.sent() {
                back.remove(one);
            }
            prop_assert_eq!(back.names().count(), usize::from(secret.is_some()));
        }
    }

    #[test]
    fn a_secret_gives_way_only_to_another() {
        let with = |byte: Option<u8>| SurveyFacts {
            secret: byte.map(|b| SurveySecret::new([b; 32])),
            ..SurveyFacts::default()
        };
        for (ours, theirs, after) in [
            (Some(1), None, Some(1)),
            (None, Some(2), Some(2)),
            (Some(1), Some(2), Some(2)),
        ] {
            let mut facts = with(ours);
            facts.unite(with(theirs));
            assert_eq!(facts, with(after));
        }
    }

    #[test]
    fn names_have_one_spelling_and_lists_an_order() {
        let hash = "5a".repeat(32);
        for name in [
            "survey_secret2".to_owned(),
            "surveys".to_owned(),
            "sent-".to_owned(),
            format!("sent-{hash}"),
            format!("sent-{hash}-2026-W54"),
            format!("sent-{}-2026-W47", hash.to_uppercase()),
        ] {
            assert_eq!(FactName::parse(&name), None, "{name}");
        }
        let name = FactName::parse(&format!("sent-{hash}-2026-W47")).unwrap();
        let line = |revision: u32| {
            let content = serde_json::json!({"definition": hash, "week": "2026-W47", "revision": revision});
            serde_json::json!({
                "revision": revision, "at": "2026-11-20T17:30:00", "title": "t",
                "file": format!("{}.age", "0f".repeat(16)), "content": content.to_string(),
            })
        };
        let mut facts = SurveyFacts::default();
        for wrong in [
            vec![],
            vec![line(0)],
            vec![line(2), line(1)],
            vec![line(1), line(1)],
            vec![line(1), line(u32::MAX)],
        ] {
            assert!(facts.set(name, &wrong.into()).is_err());
        }
        facts.set(name, &vec![line(1), line(3)].into()).unwrap();
        assert_eq!(facts.sent().count(), 2);
    }
}
