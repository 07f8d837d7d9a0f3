//! One form for the many ways to write the same character, so that the grammar knows each word in one spelling only.

use crate::i18n::half_width;
use std::sync::LazyLock;

/// Traditional characters that school words are written with; [`SIMPLIFIED`] holds their simplified forms in the
/// same order. Folding both scripts to one lets a teacher mix them (`課后`) and type an activity of their own in either.
/// Only characters with one simplified form are here. A missing one costs nothing but that convenience.
const TRADITIONAL: &str = "個備傳儀優兩劃劇動務勞勵區參員問單國園圖團執報場學實審寫專對導層崗師帶庫廣廳後從慶應掃據數時書\
                           會東業樂樓標樣檔檢檯櫃權歷測準溝灣營獎獲現環畢當發監種競節簽紅級紛組結統經綠網線編練縣總繳續習聖\
                           聯聽臺與興處術衛補觀計訊訓記訪設訴評試話誕語說課調談請論講證議護讀讓責費貼資賽踐輔輪辦這連週進運\
                           選鄉錄鎮鐘長門開間閱關隊際隨險難電項預領頭題類顧風飯養館驗體黃點黨糾\
                           雙禮復陽婦親訂畫歲藝創腦機綜氣轉職車產離鍛彈適傷義靈擇緊殘軍愛榮寶稱陸華\
                           詢遊歡範颱萬農陰曆僑彙匯濟憲衝樹飛馬鳳嶺廟憶緬銷緒諮戶紀殺擔輸繪聲詩詞釋鍵";
const SIMPLIFIED: &str = "个备传仪优两划剧动务劳励区参员问单国园图团执报场学实审写专对导层岗师带库广厅后从庆应扫据数时书\
                          会东业乐楼标样档检台柜权历测准沟湾营奖获现环毕当发监种竞节签红级纷组结统经绿网线编练县总缴续习圣\
                          联听台与兴处术卫补观计讯训记访设诉评试话诞语说课调谈请论讲证议护读让责费贴资赛践辅轮办这连周进运\
                          选乡录镇钟长门开间阅关队际随险难电项预领头题类顾风饭养馆验体黄点党纠\
                          双礼复阳妇亲订画岁艺创脑机综气转职车产离锻弹适伤义灵择紧残军爱荣宝称陆华\
                          询游欢范台万农阴历侨汇汇济宪冲树飞马凤岭庙忆缅销绪谘户纪杀担输绘声诗词释键";

/// Pairs of a traditional and a simplified character, sorted by the first.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<_> = TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect();
    pairs.sort_unstable();
    pairs
});

/// The form in which the grammar reads a character: full-width as ASCII, small letters, one dash, one tilde, one
/// apostrophe, simplified Chinese.
pub(super) fn fold_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        '\u{ff01}'..='\u{ff5e}' => half_width(c).to_ascii_lowercase(),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '〜' | '∼' => '~',
        '‘' | '’' => '\'',
        '帳' | '賬' | '帐' => '账',
        '\u{4e00}'..='\u{9fff}' => PAIRS
            .binary_search_by_key(&c, |pair| pair.0)
            .map_or(c, |at| PAIRS[at].1),
        _ => c,
    }
}

/// A text as the grammar reads it: full-width as ASCII, small letters, simplified Chinese; as many characters as before.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// What separates words: white space (the ideographic space too) and control characters, which no note keeps.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// The comma of either width, which separates words beside a recognised part.
pub(super) const fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Taxonomy;

    #[test]
    fn one_form_for_many() {
        assert_eq!(fold("８：００－８：４５"), "8:00-8:45");
        assert_eq!(fold("８：００—８：４５～〜"), "8:00-8:45~~");
        assert_eq!(fold("ＳＫ Lesson ＊４ ＆ ＋"), "sk lesson *4 & +");
        assert_eq!(fold("parents’"), "parents'");
        assert_eq!(fold("課後服務"), "课后服务");
        assert_eq!(fold("分鐘 個半小時 兩點 第3節"), "分钟 个半小时 两点 第3节");
        assert_eq!(fold("é👩‍🏫"), "é👩‍🏫");
    }

    #[test]
    fn the_two_lists_match_and_the_fold_settles_at_once() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        for c in TRADITIONAL.chars().chain(SIMPLIFIED.chars()) {
            assert_eq!(fold_char(fold_char(c)), fold_char(c), "{c}");
        }
    }

    #[test]
    fn built_in_names_of_the_same_words_fold_to_the_same() {
        let taxonomy = Taxonomy::built_in();
        let other_words = ["pastoral", "group-meeting", "platforms", "messages"]; // said otherwise in Taiwan
        for info in taxonomy.activities() {
            if !other_words.contains(&info.activity.code.as_str()) {
                let names = &info.names;
                assert_eq!(fold(&names.zh_hant), fold(&names.zh_hans));
            }
        }
        for info in taxonomy.categories() {
            assert_eq!(fold(&info.names.zh_hant), fold(&info.names.zh_hans));
        }
    }
}
