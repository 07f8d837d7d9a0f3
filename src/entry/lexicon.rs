//! Finds activities by their spellings: the index that entries are read with.

mod whole_text;

use super::Candidate;
use super::words::key;
use crate::domain::{ActivityInfo, CATCH_ALL, Category, Names, Taxonomy};

/// All spellings of all activities, sorted. Made once for a taxonomy; reading an entry only searches it.
#[derive(Debug, Clone)]
pub struct Lexicon {
    taxonomy: Taxonomy,
    spellings: Vec<Spelling>,
    most_words: usize,
}

/// One spelling, folded, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spelling {
    pub(super) key: String,
    pub(super) target: Target,
}

/// What a spelling means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    /// Place in the taxonomy's activities; the catch-all for a category.
    pub(super) place: usize,
    pub(super) by: By,
}

/// Whose spelling it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The category's own.
    Category,
    /// The activity's own: its code, name or pinyin initials.
    Activity,
    /// An ordinary word for the activity, which gives way to every name.
    Also,
    /// `other`, which every category has: no one means it with a prefix.
    CatchAll,
}

/// More words than any name needs; bounds the work on one entry.
const MOST_WORDS: usize = 8;

impl Lexicon {
    /// Indexes a taxonomy.
    #[must_use]
    pub fn new(taxonomy: &Taxonomy) -> Self {
        let mut spellings = Vec::with_capacity(taxonomy.activities().len() * 5);
        let mut add = |code: &str, names: &Names, target: Target| {
            let own = [code, &names.zh_hans, &names.zh_hant, &names.en, &names.py];
            let keys = own.into_iter().filter_map(key);
            spellings.extend(keys.map(|key| Spelling { key, target }));
            let also = Target {
                by: By::Also,
                ..target
            };
            let keys = names.also.iter().filter_map(|word| key(word));
            spellings.extend(keys.map(|key| Spelling { key, target: also }));
        };
        for (place, info) in taxonomy.activities().iter().enumerate() {
            let catch_all = info.activity.code.as_str() == CATCH_ALL;
            let by = if catch_all { By::CatchAll } else { By::Activity };
            add(info.activity.code.as_str(), &info.names, Target { place, by });
            if catch_all {
                let category = info.activity.category;
                let names = &taxonomy.categories()[category.index()].names;
                let by = By::Category;
                add(category.code(), names, Target { place, by });
            }
        }
        spellings.sort_unstable();
        spellings.dedup();
        let words = |s: &Spelling| s.key.bytes().filter(|b| *b == b' ').count() + 1;
        let most_words = spellings.iter().map(words).max().unwrap_or(1).min(MOST_WORDS);
        Self {
            taxonomy: taxonomy.clone(),
            spellings,
            most_words,
        }
    }

    /// The taxonomy it was made of.
    #[must_use]
    pub const fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// The number of words in the longest name.
    pub(super) const fn most_words(&self) -> usize {
        self.most_words
    }

    pub(super) fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    pub(super) fn info(&self, place: usize) -> &ActivityInfo {
        &self.taxonomy.activities()[place]
    }

    fn beginning_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Spelling> {
        let from = self.spellings.partition_point(|s| s.key.as_str() < prefix);
        self.spellings[from..]
            .iter()
            .take_while(move |s| s.key.starts_with(prefix))
    }

    /// What a folded spelling means: the places in the list, each once.
    ///
    /// An activity that bears the name of its own category is meant by that name, for who made it so knows why,
    /// and the figures are the same.
    pub(super) fn exact(&self, word: &str) -> Vec<usize> {
        let equal = || {
            self.beginning_with(word)
                .take_while(|s| s.key.len() == word.len())
                .map(|s| s.target)
        };
        let category = |target: Target| self.info(target.place).activity.category;
        let shadowed = |c: Target| {
            c.by == By::Category && equal().any(|a| a.by == By::Activity && category(a) == category(c))
        };
        let is_name = |t: &Target| t.by != By::Also;
        let any_name = equal().any(|t| is_name(&t));
        places(equal().filter(|t| !shadowed(*t) && (!any_name || is_name(t))))
    }

    /// The same without ordinary words, which stand in notes too often to be looked for anywhere in an entry; those of
    /// several words (`lunch duty`) are sure enough.
    pub(super) fn named(&self, word: &str) -> Vec<usize> {
        let mut equal = self
            .beginning_with(word)
            .take_while(|s| s.key.len() == word.len());
        if word.contains(' ') || equal.any(|s| s.target.by != By::Also) {
            return self.exact(word);
        }
        Vec::new()
    }

    /// What a folded prefix of a name may mean.
    pub(super) fn prefix(&self, word: &str) -> Vec<usize> {
        let targets = self.beginning_with(word).map(|s| s.target);
        places(targets.filter(|t| !matches!(t.by, By::CatchAll | By::Also)))
    }

    /// What a word means that is spelled out or, failing that, begins a name.
    pub(super) fn meant(&self, word: &str) -> Vec<usize> {
        let places = self.exact(word);
        if places.is_empty() {
            return self.prefix(word);
        }
        places
    }

    /// What the beginning of a word may become: a name or, failing that, an ordinary word. This is for offers only;
    /// 午餐 is no more than the beginning of 午餐看护, and a meal is not work.
    pub(super) fn begun(&self, word: &str) -> Vec<usize> {
        let names = self.prefix(word);
        if names.is_empty() {
            let targets = self.beginning_with(word).map(|s| s.target);
            return places(targets.filter(|t| t.by == By::Also));
        }
        names
    }

    /// What `category/activity` may mean, and whether one side is spelled out; none if it is not of that form.
    pub(super) fn slash(&self, word: &str) -> Option<(Vec<usize>, bool)> {
        let (left, right) = word.split_once('/')?;
        if left.is_empty() || right.is_empty() {
            return None;
        }
        if let Some(place) = self.coded(left, right) {
            return Some((vec![place], true));
        }
        let (categories, left_exact) = self.categories(left);
        let inside = |s: &&Spelling| {
            s.target.by != By::Category
                && categories.contains(&self.info(s.target.place).activity.category)
                && s.key.starts_with(right)
        };
        let fits: Vec<&Spelling> = self.spellings.iter().filter(inside).collect();
        let whole = places(fits.iter().filter(|s| s.key == right).map(|s| s.target));
        if whole.is_empty() {
            Some((places(fits.iter().map(|s| s.target)), left_exact))
        } else {
            Some((whole, true))
        }
    }

    /// The long form that every activity prints in, which means it and nothing else.
    fn coded(&self, category: &str, code: &str) -> Option<usize> {
        let category = Category::from_code(category)?;
        let same = |a: &ActivityInfo| a.activity.is(category, code);
        self.taxonomy.activities().iter().position(same)
    }

    /// The categories of a spelling or, failing that, of a prefix; and whether it is spelled out.
    pub(super) fn categories(&self, word: &str) -> (Vec<Category>, bool) {
        let of = |spelling: &Spelling| self.info(spelling.target.place).activity.category;
        let begin = || self.beginning_with(word).filter(|s| s.target.by == By::Category);
        let mut found: Vec<Category> = begin().filter(|s| s.key == word).map(of).collect();
        let exact = !found.is_empty();
        if !exact {
            found = begin().map(of).collect();
        }
        found.sort_unstable();
        found.dedup();
        (found, exact)
    }

    /// The catch-all activity of a category, as a place in the list.
    pub(super) fn catch_all(&self, category: Category) -> Option<usize> {
        self.coded(category.code(), CATCH_ALL)
    }

    /// An activity to offer to the user.
    pub(super) fn candidate(&self, place: usize) -> Candidate {
        let info = self.info(place);
        let activity = info.activity.clone();
        let names = if activity.code.as_str() == CATCH_ALL {
            self.taxonomy.categories()[activity.category.index()]
                .names
                .clone()
        } else {
            info.names.clone()
        };
        Candidate { activity, names }
    }
}

/// The places, each once, in the order of the list.
fn places(targets: impl Iterator<Item = Target>) -> Vec<usize> {
    let mut places: Vec<usize> = targets.map(|t| t.place).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Activity;

    fn codes(lexicon: &Lexicon, places: &[usize]) -> Vec<String> {
        let code = |p: &usize| lexicon.info(*p).activity.to_string();
        places.iter().map(code).collect()
    }

    #[test]
    fn spellings_of_every_kind() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        for (word, expected) in [
            ("sk", "teaching/lesson"),
            ("上课", "teaching/lesson"),
            ("lesson preparation", "teaching/preparation"),
            ("evidence, photos, ledgers", "reports/evidence"),
            ("值班", "duty/other"),
            ("parent_messages", "parent_messages/other"),
            ("messages", "parent_messages/messages"),
        ] {
            assert_eq!(codes(&lexicon, &lexicon.exact(word)), [expected], "{word}");
        }
        assert_eq!(lexicon.exact("other").len(), 5);
        assert_eq!(lexicon.exact("yej").len(), 0);
        assert_eq!(lexicon.most_words(), 5);
    }

    #[test]
    fn prefixes_pass_over_the_catch_alls() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        assert_eq!(codes(&lexicon, &lexicon.prefix("q")), ["meetings/staff-meeting"]);
        assert_eq!(codes(&lexicon, &lexicon.prefix("报表")), ["reports/other"]);
        assert_eq!(
            codes(&lexicon, &lexicon.prefix("值")),
            ["duty/on-duty", "duty/other"]
        );
    }

    #[test]
    fn ordinary_words_give_way_to_names() {
        let own = |category, code, name| (Activity::new(category, code).unwrap(), Names::same(name, ""));
        let built_in = Lexicon::new(&Taxonomy::built_in());
        let with_own = Lexicon::new(&Taxonomy::with_own([own(Category::Reports, "daily", "开会")]));
        assert_eq!(built_in.exact("开会").len(), 2);
        assert_eq!(codes(&with_own, &with_own.exact("开会")), ["reports/daily"]);
        assert_eq!(built_in.named("开会"), [0; 0]);
        assert_eq!(built_in.named("lunch duty").len(), 1);
        assert_eq!(built_in.begun("开").len(), 2);
        assert_eq!(built_in.prefix("开"), [0; 0]);
        for (prefix, expected) in [
            ("les", "teaching/lesson teaching/preparation teaching/observation"),
            ("mark", "teaching/marking"),
            ("prep", "teaching/preparation"),
            (
                "p",
                "teaching/preparation teaching/marking teaching/pastoral meetings/training reports/platforms duty/practice \
                   parent_messages/parents-evening parent_messages/other",
            ),
            (
                "c",
                "reports/writing parent_messages/calls parent_messages/complaints duty/community",
            ),
            ("备", "teaching/preparation"),
            ("批", "teaching/marking"),
            ("家访", "parent_messages/home-visit"),
            ("报", "reports/other"),
            ("教研", "teaching/research"),
            ("课", "duty/after-school"),
            ("校外", "meetings/outside-meeting"),
            ("总", "reports/writing"),
            ("值班", "duty/on-duty duty/other"),
        ] {
            let mut found = codes(&built_in, &built_in.prefix(prefix));
            let mut expected: Vec<_> = expected.split_whitespace().map(str::to_owned).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{prefix}");
        }
    }

    #[test]
    fn no_ordinary_word_is_the_name_of_another_activity_or_repeats_its_own() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        for spelling in lexicon.spellings().iter().filter(|s| s.target.by == By::Also) {
            assert_eq!(
                lexicon.named(&spelling.key).len(),
                usize::from(spelling.key.contains(' ')),
                "{}",
                spelling.key
            );
        }
        let words = |info: &ActivityInfo| info.names.also.iter().filter_map(|w| key(w)).collect::<Vec<_>>();
        for info in lexicon.taxonomy().activities() {
            let mut words = words(info);
            let count = words.len();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), count, "{}", info.activity);
        }
    }

    #[test]
    fn categories_with_a_slash() {
        let lexicon = Lexicon::new(&Taxonomy::built_in());
        for (word, expected, exact) in [
            ("reports/tb", "reports/forms", true),
            ("报表/other", "reports/other", true),
            ("bb/其他", "reports/other", true),
            ("duty/sa", "duty/safety", true),
            ("报/填", "reports/forms", false),
        ] {
            let (places, is_exact) = lexicon.slash(word).unwrap();
            assert_eq!(
                (codes(&lexicon, &places).join(" ").as_str(), is_exact),
                (expected, exact),
                "{word}"
            );
        }
        assert_eq!(lexicon.slash("语文/数学"), Some((vec![], false)));
        assert_eq!(lexicon.slash("reports/"), None);
    }

    #[test]
    fn an_activity_named_like_its_category_is_meant_by_the_name() {
        let own = |category, code| (Activity::new(category, code).unwrap(), Names::same("值班", ""));
        let lexicon = Lexicon::new(&Taxonomy::with_own([own(Category::Duty, "night")]));
        assert_eq!(codes(&lexicon, &lexicon.exact("值班")), ["duty/night"]);
        assert_eq!(codes(&lexicon, &lexicon.exact("zb")), ["duty/other"]);
        let lexicon = Lexicon::new(&Taxonomy::with_own([own(Category::Meetings, "night")]));
        assert_eq!(
            lexicon.exact("值班").len(),
            2,
            "in another category it is asked about"
        );
    }
}
