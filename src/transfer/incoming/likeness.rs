//! How much a text looks like Chinese that somebody wrote.

use std::collections::HashSet;
use std::sync::OnceLock;

/// The one that is written in commoner characters; the mainland's where they are alike.
pub(super) fn the_better(mainland: Option<String>, taiwan: Option<String>) -> Option<String> {
    match (mainland, taiwan) {
        (Some(mainland), Some(taiwan)) if likeness(&taiwan) > likeness(&mainland) => Some(taiwan),
        (Some(mainland), _) => Some(mainland),
        (None, taiwan) => taiwan,
    }
}

/// How much a text looks like Chinese that somebody wrote: two for each of the commonest characters, nothing for other
/// letters, less one for characters that a wrong decoding brings up.
fn likeness(text: &str) -> i64 {
    static COMMON: OnceLock<HashSet<char>> = OnceLock::new();
    let common = COMMON.get_or_init(|| SIMPLIFIED.chars().chain(TRADITIONAL.chars()).collect());
    text.chars()
        .map(|c| match c {
            '\0'..='\u{7f}' => 0,
            c if common.contains(&c) => 2,
            c if is_odd(c) => -1,
            _ => 0,
        })
        .sum()
}

/// Characters that Chinese school files do not have: other scripts, private use, rare ideographs.
const fn is_odd(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{b6}' | '\u{b8}'..='\u{1fff}' | '\u{2500}'..='\u{259f}' | '\u{3040}'..='\u{312f}')
        || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{e000}'..='\u{faff}' | '\u{20000}'..)
}

/// The commonest characters of simplified script, then those of school tables; order does not matter.
pub(super) const SIMPLIFIED: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说\
产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合\
还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月\
公无系很情者最立代想已通并提直题程展五果料象员位入常文总次品式活设及管特件长求老头基资边流路级少图统接知较将组见计别手期根论\
运指几九区强放决西被做必先回则任取据处队南给色光门即保治北造百规领七口东导器志世金增思术交受联什认六共权收证改清己美再采转\
更单风打白教速花带安场身车例真务具万每目至达走示议声报完类八离华名确才科张信节话整空元今集传许步记需段研界且究观影算音书\
周午课班语英师考试卷批备早读晚休假节庆操访室评间始束时长注动类别姓星期体育班会值勤培训听讲练习答疑检查谈";

/// The same of traditional script.
pub(super) const TRADITIONAL: &str = "這為個國時來們於對會發動過說產種後學經進著電裡現實兩體機當點從業應開還義樣與關線內數麼質氣變條\
沒結問無並題員總設長頭資邊統較將組見計別論運幾區強決則據處隊給門規領東導術聯認權證採轉單風帶場車務萬達議聲報類離華確張\
節話傳許記觀書週課語師試閱備讀晚節慶訪評間動類別會體練習訓聽講檢談備註開結束時分教學導師輔作業改批學務校園親聯絡簿";
