//! Names that may be given only once: readers of JSON differ in which of two they take, and a response has one meaning.

use super::Answered;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A map in which every name is there once.
struct Once<K, V>(BTreeMap<K, V>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Once<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Names(PhantomData)).map(Self)
    }
}

struct Names<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Names<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut names: A) -> Result<Self::Value, A::Error> {
        let mut out = BTreeMap::new();
        while let Some((name, value)) = names.next_entry()? {
            if out.insert(name, value).is_some() {
                return Err(A::Error::custom("a name is there twice"));
            }
        }
        Ok(out)
    }
}

/// A map, each name once.
pub(super) fn names<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    Once::deserialize(deserializer).map(|Once(map)| map)
}

/// A map that may be withheld.
pub(super) fn answered<'de, D, K, V>(deserializer: D) -> Result<Answered<BTreeMap<K, V>>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    let map = Answered::deserialize(deserializer)?;
    Ok(map.map(|Once(map)| map))
}

/// A map of maps that may be withheld.
pub(super) fn nested<'de, D, K, L, V>(
    deserializer: D,
) -> Result<Answered<BTreeMap<K, BTreeMap<L, V>>>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    L: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    let map = Answered::deserialize(deserializer)?;
    let open =
        |Once(map): Once<K, Once<L, V>>| map.into_iter().map(|(name, Once(map))| (name, map)).collect();
    Ok(map.map(open))
}
