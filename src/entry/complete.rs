//! Completion of the word at the cursor.

use super::fold::fold;
use super::words::{Piece, floor, key, push, split};
use super::{Context, EntryErrorKind, Lexicon, parse};
use crate::domain::{Activity, CATCH_ALL};
use crate::i18n::Lang;
use std::ops::Range;

/// An activity that the word at the cursor may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What to put in place of the word; read alone it means this activity.
    pub insert: String,
    /// What the activity is called; its category's name for the catch-all.
    pub name: String,
    /// The shortest way to type it.
    pub short: String,
    /// Which activity.
    pub activity: Activity,
    /// The bytes of the text that it replaces; empty where there is no word yet.
    pub range: Range<usize>,
}

/// The activities that fit the part of the word before the cursor: those it spells out first, then those it begins,
/// in the order of the list; all activities of a category that it spells out. What stands there word for word comes
/// last. Words before it that begin a longer name with it count too (`lesson p`).
///
/// All of them where there is no word yet; none where the entry has said what before, in a time, a rating, or
/// after `--`. `cursor` is in bytes; one past the end or inside a character is taken back to the place before.
#[must_use]
pub fn complete(text: &str, cursor: usize, context: &Context<'_>, lang: Lang) -> Vec<Completion> {
    let cursor = floor(text, cursor);
    let words = split(text);
    if words.escape.is_some_and(|escape| cursor >= escape.start) {
        return Vec::new();
    }
    let at_cursor = |p: &Piece| p.range.start <= cursor && cursor <= p.range.end;
    let (places, range) = match words.pieces.iter().position(at_cursor) {
        Some(at) => at_word(text, cursor, &words.pieces[..=at], context),
        None if says_what(text, context) => return Vec::new(),
        None => (all(context.lexicon), cursor..cursor),
    };
    let mut offers: Vec<Completion> = places
        .into_iter()
        .map(|place| offer(place, range.clone(), context, lang))
        .collect();
    if offers.first().is_some_and(|first| first.insert == text[range]) {
        offers.rotate_left(1); // what stands there already is no step forward
    }
    offers
}

/// What the word at the cursor, the last of the pieces, may become, and what that replaces.
fn at_word(text: &str, cursor: usize, pieces: &[Piece], context: &Context<'_>) -> (Vec<usize>, Range<usize>) {
    let Some((last, before)) = pieces.split_last() else {
        return (Vec::new(), cursor..cursor);
    };
    let typed = Piece {
        folded: fold(&text[last.range.start..cursor]),
        ..last.clone()
    };
    let nothing = (Vec::new(), last.range.clone());
    let other_part = |word: &str| parse(word, context).is_ok_and(|entry| entry.activity.is_none());
    if other_part(&last.folded) {
        return nothing;
    }
    let most = before.len().min(context.lexicon.most_words().saturating_sub(1));
    for first in (before.len() - most..before.len()).filter(|_| !typed.folded.is_empty()) {
        let mut key = before[first].folded.clone();
        let rest = before[first + 1..].iter().chain([&typed]);
        rest.for_each(|piece| push(&mut key, piece));
        let mut places = context.lexicon.begun(&key);
        if !places.is_empty() {
            sort(&mut places, context.lexicon);
            return (places, before[first].range.start..last.range.end);
        }
    }
    if says_what(&text[..last.range.start], context) {
        return nothing;
    }
    (matching(&typed.folded, context.lexicon), last.range.clone())
}

/// Whether a text says what already, or tries to.
fn says_what(text: &str, context: &Context<'_>) -> bool {
    match parse(text, context) {
        Ok(entry) => entry.activity.is_some(),
        Err(error) => matches!(error.kind, EntryErrorKind::Ambiguous { .. }),
    }
}

/// Every activity, each category before its activities.
pub(super) fn all(lexicon: &Lexicon) -> Vec<usize> {
    let mut places: Vec<usize> = (0..lexicon.taxonomy().activities().len()).collect();
    sort(&mut places, lexicon);
    places
}

fn matching(prefix: &str, lexicon: &Lexicon) -> Vec<usize> {
    if prefix.is_empty() {
        return all(lexicon);
    }
    if let Some(category) = prefix.strip_suffix('/') {
        let (categories, _) = lexicon.categories(category);
        let mut places = all(lexicon);
        places.retain(|place| categories.contains(&lexicon.info(*place).activity.category));
        return places;
    }
    if let Some((mut places, _)) = lexicon.slash(prefix) {
        sort(&mut places, lexicon);
        return places;
    }
    let mut places = lexicon.exact(prefix);
    // a category spelled out may become any of its activities
    let (categories, spelled_out) = lexicon.categories(prefix);
    if spelled_out {
        let mut inside = all(lexicon);
        inside.retain(|place| {
            categories.contains(&lexicon.info(*place).activity.category) && !places.contains(place)
        });
        places.append(&mut inside);
    }
    let mut longer = lexicon.begun(prefix);
    sort(&mut longer, lexicon);
    longer.retain(|place| !places.contains(place));
    places.append(&mut longer);
    places
}

/// The catch-all stands last in the list of activities but means the category, which comes first.
fn sort(places: &mut [usize], lexicon: &Lexicon) {
    places.sort_by_key(|place| {
        let activity = &lexicon.info(*place).activity;
        (activity.category, activity.code.as_str() != CATCH_ALL, *place)
    });
}

pub(super) fn offer(place: usize, range: Range<usize>, context: &Context<'_>, lang: Lang) -> Completion {
    let candidate = context.lexicon.candidate(place);
    let name = candidate.name(lang).to_owned();
    let is_one_word = key(&name).is_some_and(|key| !key.contains(' '));
    let code = if candidate.activity.code.as_str() == CATCH_ALL {
        candidate.activity.category.code()
    } else {
        candidate.activity.code.as_str()
    };
    let means_it = |text: &&str| {
        parse(text, context).is_ok_and(|entry| {
            entry.activity.as_ref() == Some(&candidate.activity)
                && entry.note.is_none()
                && entry.when.is_none()
        })
    };
    let insert = [Some(name.as_str()).filter(|_| is_one_word), Some(code)]
        .into_iter()
        .flatten()
        .find(means_it)
        .map_or_else(|| candidate.activity.to_string(), str::to_owned);
    Completion {
        insert,
        short: candidate.short().to_owned(),
        name,
        activity: candidate.activity,
        range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BellSchedule, Category, Names, Taxonomy};

    /// Completes at the `|` and lists what would be inserted.
    fn inserts(text: &str, lang: Lang) -> String {
        let own = (
            Activity::new(Category::Reports, "p3").unwrap(),
            Names::same("8:00", "wk"),
        );
        let lexicon = Lexicon::new(&Taxonomy::with_own([own]));
        let bells = BellSchedule::usual();
        let cursor = text.find('|').unwrap();
        let text = text.replace('|', "");
        let offers = complete(&text, cursor, &Context::new(&lexicon, &bells), lang);
        let inserts: Vec<String> = offers.into_iter().map(|o| o.insert).collect();
        inserts.join(" ")
    }

    #[test]
    fn the_word_before_the_cursor() {
        for (text, lang, expected) in [
            ("8:00-8:45 q|", Lang::ZhHans, "全校会议"),
            ("8:00-8:45 Q|x 三班", Lang::ZhHant, "全校會議"),
            ("8:00-8:45 les|", Lang::En, "lesson preparation observation"),
            ("8:00-8:45 lesson p|x 7B", Lang::En, "preparation"),
            ("parent m|", Lang::En, "parent_messages"),
            ("三班 sk|", Lang::ZhHans, "上课"),
            ("q| sk", Lang::ZhHans, "全校会议"),
            ("值|", Lang::ZhHans, "值班 值班值周"),
            ("开|", Lang::ZhHans, "全校会议 组室会议"),
            ("开会|", Lang::ZhHans, "全校会议 组室会议"),
            (
                "8:00-8:45 jz|",
                Lang::ZhHans,
                "家长沟通 家长消息 电话 家访 家长会 纠纷投诉",
            ),
            (
                "值班|",
                Lang::ZhHans,
                "值班值周 护学岗 课后服务 午休与自习看护 社会实践 安全与应急 社会事务 上街执勤 抽调借用 值班",
            ),
            ("lesson|", Lang::En, "preparation observation lesson"),
            ("值班值周|", Lang::ZhHans, "值班值周"),
            (
                "bb/|",
                Lang::ZhHans,
                "报表材料 填报表 总结材料 迎检 留痕台账 平台录入与打卡 调研问卷 reports/p3",
            ),
            ("bb/t|", Lang::ZhHans, "填报表"),
            ("wk|", Lang::ZhHans, "reports/p3"),
        ] {
            assert_eq!(inserts(text, lang), expected, "{text}");
        }
    }

    #[test]
    fn nothing_where_nothing_fits() {
        for text in [
            "8:0|0-8:45",
            "sk *4|",
            "8:00-8:45 zzz|",
            "sk |",
            "sk 三班 备|",
            "45m 家 备|",
            "sk -- s|",
            "8:00-8:45 sk |-- x",
        ] {
            assert_eq!(inserts(text, Lang::En), "", "{text}");
        }
    }

    #[test]
    fn everything_before_the_first_word() {
        let all = inserts("8:00-8:45 |", Lang::ZhHans);
        assert!(all.starts_with("教学 上课 备课"), "{all}");
        assert_eq!(all.split(' ').count(), 40);
        assert_eq!(inserts("|", Lang::ZhHans), all);
    }
}
