//! What the made-up teacher writes beside a block. No names of people.

use super::template::What;
use crate::i18n::Lang;
use crate::survey::collector::Dice;

/// The same words in Simplified Chinese, Traditional Chinese and English.
pub(super) type Text = [&'static str; 3];

pub(super) const SUMMER: Text = ["暑假", "暑假", "summer holiday"];
pub(super) const NATIONAL_DAY: Text = ["国庆节", "國慶節", "National Day"];
pub(super) const LABOUR_DAY: Text = ["劳动节", "勞動節", "Labour Day"];
pub(super) const NEW_YEAR: Text = ["元旦", "元旦", "New Year's Day"];

const CLASSES: [Text; 3] = [
    ["七(2)班", "七(2)班", "7B"],
    ["七(5)班", "七(5)班", "7E"],
    ["七(6)班", "七(6)班", "7F"],
];

/// The course of the term, about five lessons each.
const TOPICS: [Text; 15] = [
    ["《春》", "《春》", "a spring essay"],
    ["《济南的冬天》", "《濟南的冬天》", "describing winter"],
    ["古代诗歌四首", "古代詩歌四首", "four old poems"],
    ["作文：热爱生活", "作文：熱愛生活", "writing: everyday life"],
    ["《秋天的怀念》", "《秋天的懷念》", "a memoir of autumn"],
    ["《散步》", "《散步》", "a family walk"],
    ["散文诗两首", "散文詩兩首", "two prose poems"],
    ["作文：学会记事", "作文：學會記事", "writing: telling a story"],
    ["《论语》十二章", "《論語》十二章", "the Analects, extracts"],
    ["期中复习", "期中複習", "mid-term revision"],
    [
        "《植树的牧羊人》",
        "《植樹的牧羊人》",
        "the shepherd who planted trees",
    ],
    [
        "《走一步，再走一步》",
        "《走一步，再走一步》",
        "one step at a time",
    ],
    ["《诫子书》", "《誡子書》", "a letter to a son"],
    ["《猫》", "《貓》", "the cat"],
    ["《狼》", "《狼》", "the wolf"],
];

const PREPARATION: [Text; 5] = [
    ["教案", "教案", "lesson plan"],
    ["课件", "課件", "slides"],
    ["单元测验卷", "單元測驗卷", "unit test"],
    ["朗读材料", "朗讀材料", "reading material"],
    ["学案", "學案", "worksheet"],
];

const MARKING: [Text; 5] = [
    ["作文", "作文", "essays"],
    ["练习册", "練習冊", "workbooks"],
    ["默写", "默寫", "dictation"],
    ["周记", "週記", "weekly journals"],
    ["测验卷", "測驗卷", "test papers"],
];

const FORMS: [Text; 4] = [
    ["学生信息核对表", "學生資訊核對表", "pupil data check"],
    ["午餐人数统计", "午餐人數統計", "lunch numbers"],
    ["出勤周报表", "出勤週報表", "weekly attendance report"],
    ["资助申请汇总", "資助申請彙總", "summary of grant applications"],
];

const PLATFORMS: [Text; 3] = [
    ["安全教育平台打卡", "安全教育平台打卡", "safety course check-in"],
    ["健康上报", "健康上報", "health report"],
    ["研修平台签到", "研修平台簽到", "training site sign-in"],
];

const EVIDENCE: [Text; 3] = [
    [
        "防溺水教育照片",
        "防溺水教育照片",
        "photos of the water safety lesson",
    ],
    ["班会记录台账", "班會記錄台帳", "ledger of class meetings"],
    ["家访记录整理", "家訪記錄整理", "home visit records"],
];

const WRITING: [Text; 2] = [
    ["班级工作小结", "班級工作小結", "class report"],
    ["社团活动方案", "社團活動方案", "plan for the clubs"],
];

const SURVEYS: [Text; 2] = [
    ["校服满意度问卷", "校服滿意度問卷", "school uniform survey"],
    ["课业负担调查", "課業負擔調查", "homework survey"],
];

const INSPECTION: [Text; 3] = [
    ["督导材料归档", "督導材料歸檔", "files for the inspectors"],
    ["卫生检查准备", "衛生檢查準備", "hygiene inspection"],
    ["教学常规检查", "教學常規檢查", "inspection of lesson plans"],
];

const MESSAGES: [Text; 4] = [
    ["作业答疑", "作業答疑", "homework questions"],
    ["请假与考勤", "請假與考勤", "absences"],
    ["群通知回复", "群通知回覆", "replies to notices"],
    ["", "", ""],
];

const CALLS: [Text; 2] = [
    ["缺勤跟进", "缺勤跟進", "following up absences"],
    ["学习情况沟通", "學習情況溝通", "how a pupil is doing"],
];

const TALKS: [Text; 2] = [
    ["个别谈话", "個別談話", "talk with a pupil"],
    ["同学纠纷调解", "同學糾紛調解", "settling a quarrel"],
];

const STAFF: [Text; 3] = [
    ["教职工例会", "教職工例會", "regular staff meeting"],
    ["期中工作布置", "期中工作佈置", "mid-term arrangements"],
    ["安全工作会", "安全工作會", "safety meeting"],
];

/// The words in one language.
pub(super) const fn in_language(text: Text, lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => text[0],
        Lang::ZhHant => text[1],
        Lang::En => text[2],
    }
}

/// Class and topic; `lesson` counts the lessons of that class from the start of term.
pub(super) fn lesson(class: usize, lesson: u32, lang: Lang) -> String {
    let topic = TOPICS[(lesson / 5) as usize % TOPICS.len()];
    format!(
        "{} {}",
        in_language(CLASSES[class], lang),
        in_language(topic, lang)
    )
}

/// Class and subject, as a timetable has it.
pub(super) fn class_and_subject(class: usize, lang: Lang) -> String {
    let class = in_language(CLASSES[class], lang);
    match lang {
        Lang::ZhHans => format!("{class}语文"),
        Lang::ZhHant => format!("{class}國文"),
        Lang::En => format!("{class} Chinese"),
    }
}

/// A note that goes with an activity's code; empty where a teacher would write none.
pub(super) fn of_activity(code: &str, dice: &mut Dice, lang: Lang) -> String {
    let class = in_language(dice.pick(&CLASSES), lang);
    let text = match code {
        "marking" => return format!("{class} {}", in_language(dice.pick(&MARKING), lang)),
        "preparation" => dice.pick(&PREPARATION),
        "forms" => dice.pick(&FORMS),
        "platforms" => dice.pick(&PLATFORMS),
        "evidence" => dice.pick(&EVIDENCE),
        "writing" => dice.pick(&WRITING),
        "surveys" => dice.pick(&SURVEYS),
        "inspection" => dice.pick(&INSPECTION),
        "messages" => dice.pick(&MESSAGES),
        "calls" => dice.pick(&CALLS),
        "pastoral" => dice.pick(&TALKS),
        "staff-meeting" => dice.pick(&STAFF),
        _ => return String::new(),
    };
    in_language(text, lang).to_owned()
}

/// A note that goes with a planned stretch; empty where its activity says it all.
pub(super) const fn of_plan(what: What, lang: Lang) -> &'static str {
    let text = match what {
        What::Reading => ["早读", "早讀", "morning reading"],
        What::ClassHour => ["班会", "班會", "class hour"],
        What::Research => ["备课组集体备课", "備課組集體備課", "planning together"],
        What::GroupMeeting => ["年级组会", "年級組會", "year group"],
        What::EveningStudy => ["晚自习", "晚自習", "evening study"],
        _ => ["", "", ""],
    };
    in_language(text, lang)
}
