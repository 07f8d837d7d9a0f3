//! Entry text -> what is stored, or the part that is wrong and why; through the public interface.
//!
//! A row's right side is `when category/activity`, then `*4` and `&` if given, then `| note`; or `[part] message`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use jianfu::diary::{Draft, When};
use jianfu::domain::{Activity, BellSchedule, Category, Names, Taxonomy};
use jianfu::entry::{Context, Entry, EntryErrorKind, Lexicon, parse, print};
use std::fmt::Write;

fn show(draft: &Draft) -> String {
    let when = match draft.when {
        When::Span(span) => span.to_string(),
        When::AfterLast(minutes) => format!("+{minutes}m"),
    };
    let rating = draft
        .rating
        .map_or_else(String::new, |r| format!(" *{}", r.get()));
    let parallel = if draft.parallel { " &" } else { "" };
    let bar = if draft.note.is_empty() { "" } else { " | " };
    let (activity, note) = (&draft.activity, draft.note.as_str());
    format!("{when} {activity}{rating}{parallel}{bar}{note}")
}

fn check(rows: &[(&str, &str)]) {
    let own = |category, code, name, py| (Activity::new(category, code).unwrap(), Names::same(name, py));
    let taxonomy = Taxonomy::with_own([
        own(Category::Reports, "weekly", "周报", "zhb"),
        own(Category::Meetings, "moral", "德育 例会", "dylh"),
    ]);
    let lexicon = Lexicon::new(&taxonomy);
    let bells = BellSchedule::usual();
    let context = Context::new(&lexicon, &bells);
    let mut wrong = String::new();
    for (entry, expected) in rows {
        let read = |text: &str| parse(text, &context).and_then(Entry::into_draft);
        let got = match read(entry) {
            Ok(draft) => {
                assert_eq!(read(&print(&draft, &context)).as_ref(), Ok(&draft), "{entry}");
                show(&draft)
            }
            Err(error) => format!("[{}] {error}", &entry[error.span.clone()]),
        };
        if got != *expected {
            write!(wrong, "\n{entry}\n  expected {expected}\n  got      {got}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_examples_of_the_design() {
    check(&[
        (
            "8:00-8:45 sk 三(2)班语文",
            "08:00-08:45 teaching/lesson | 三(2)班语文",
        ),
        ("p1-2 lesson 7B", "08:00-09:40 teaching/lesson | 7B"),
        ("14:00-15:30 qx *2", "14:00-15:30 meetings/staff-meeting *2"),
        ("40m jz", "40m parent_messages/other"),
        ("& 20m 家长消息", "20m parent_messages/messages &"),
        (
            "16:00-17:00 yej",
            r#"[yej] no activity "yej": did you mean inspections and evaluations (yj, reports)?"#,
        ),
        (
            "８：００－８：４５，sk，三班",
            "08:00-08:45 teaching/lesson | 三班",
        ),
        ("0800-0845 sk", "08:00-08:45 teaching/lesson"),
        ("8-8:45 sk", "08:00-08:45 teaching/lesson"),
        ("8:00 45m sk", "08:00-08:45 teaching/lesson"),
        ("1h30m bk", "90m teaching/preparation"),
        ("1.5h bk", "90m teaching/preparation"),
        ("90分 bk", "90m teaching/preparation"),
        ("90分钟 bk", "90m teaching/preparation"),
        ("90min bk", "90m teaching/preparation"),
        ("1小时30分 bk", "90m teaching/preparation"),
        ("半小时 bk", "30m teaching/preparation"),
        ("p3 sk", "10:10-10:55 teaching/lesson"),
        ("第3节 sk", "10:10-10:55 teaching/lesson"),
        ("+40m pg", "+40m teaching/marking"),
        ("22:00-24:30 cl", "22:00-24:30 reports/writing"),
    ]);
}

#[test]
fn a_day_in_simplified_chinese() {
    check(&[
        ("7:30-7:55 护学岗 校门口", "07:30-07:55 duty/gate | 校门口"),
        (
            "第1节 上课 三(2)班 语文 《秋天》",
            "08:00-08:45 teaching/lesson | 三(2)班 语文 《秋天》",
        ),
        (
            "第三到四节 听课 李老师 公开课",
            "10:10-11:50 teaching/observation | 李老师 公开课",
        ),
        ("8点-8点45 上课", "08:00-08:45 teaching/lesson"),
        (
            "8点半-9点 备课 第三单元",
            "08:30-09:00 teaching/preparation | 第三单元",
        ),
        ("8点 45分钟 上课", "08:00-08:45 teaching/lesson"),
        (
            "从14:00到15:30 教研活动 集体备课",
            "14:00-15:30 teaching/research | 集体备课",
        ),
        (
            "14：00～15：30 全校会议 ＊２",
            "14:00-15:30 meetings/staff-meeting *2",
        ),
        ("14:00——14:20 填报表 学籍", "14:00-14:20 reports/forms | 学籍"),
        ("40分钟 批改作业，作文32本", "40m teaching/marking | 作文32本"),
        ("批改作业 四十五分钟", "45m teaching/marking"),
        (
            "一个半小时 迎检 资料，照片",
            "90m reports/inspection | 资料，照片",
        ),
        ("下午2点-3点半 教研活动", "14:00-15:30 teaching/research"),
        ("晚上 7:00-8:30 值班值周", "19:00-20:30 duty/on-duty"),
        ("半个小时 家访", "30m parent_messages/home-visit"),
        ("一刻钟 电话 小明妈妈", "15m parent_messages/calls | 小明妈妈"),
        ("16:45-17:45 课后 *4", "16:45-17:45 duty/after-school *4"),
        ("19:00-20:30 值班 晚自习", "19:00-20:30 duty/other | 晚自习"),
        ("19:00-20:30 值班值周", "19:00-20:30 duty/on-duty"),
        ("20m 报表 通知：交3张表", "20m reports/other | 通知：交3张表"),
        ("20m 报表/填报表", "20m reports/forms"),
        ("20m bb/tb", "20m reports/forms"),
        ("10m 平台 青骄第二课堂", "10m reports/platforms | 青骄第二课堂"),
        (
            "35m 留痕 & 边看自习边整理",
            "35m reports/evidence & | 边看自习边整理",
        ),
        ("12:10-13:00 kg 午休", "12:10-13:00 duty/supervision | 午休"),
        ("20m 周报", "20m reports/weekly"),
        ("20m 周", "20m reports/weekly"),
        ("1小时 德育 例会 *1", "60m meetings/moral *1"),
        ("教研 p5 二年级组", "14:00-14:45 teaching/research | 二年级组"),
        (
            "三班 8:00-8:45 sk 语文",
            "08:00-08:45 teaching/lesson | 三班 语文",
        ),
        (
            "8:00-8:45　sk　三班　语文",
            "08:00-08:45 teaching/lesson | 三班　语文",
        ),
        ("25m 1", "25m teaching/other"),
        ("25m 5 楼道", "25m duty/other | 楼道"),
        ("50m 家长会 3", "50m parent_messages/parents-evening | 3"),
        (
            "30m cl 2026-2027学年 2026-2027",
            "30m reports/writing | 2026-2027学年 2026-2027",
        ),
        (
            "8:00-8:45 sk -- p3 的内容 *9 &",
            "08:00-08:45 teaching/lesson | p3 的内容 *9 &",
        ),
        (
            "8:00-8:45 sk 讲评 -- 90 分以上 3 人",
            "08:00-08:45 teaching/lesson | 讲评 90 分以上 3 人",
        ),
    ]);
}

#[test]
fn a_day_in_traditional_chinese() {
    check(&[
        ("第１節 上課 七年三班", "08:00-08:45 teaching/lesson | 七年三班"),
        ("8點-8點45 上課 數學", "08:00-08:45 teaching/lesson | 數學"),
        ("8點半到9點 備課", "08:30-09:00 teaching/preparation"),
        ("40分鐘 批改作業 週記", "40m teaching/marking | 週記"),
        ("1個半小時 家長會", "90m parent_messages/parents-evening"),
        ("兩小時 學生輔導與班級經營", "120m teaching/pastoral"),
        (
            "15:00-16:00 處室組會議 教務處 *3",
            "15:00-16:00 meetings/group-meeting *3 | 教務處",
        ),
        ("20分 家長訊息 LINE", "20m parent_messages/messages | LINE"),
        ("16:00-17:00 課後服務", "16:00-17:00 duty/after-school"),
        ("16:00-17:00 課后服務", "16:00-17:00 duty/after-school"),
        ("7:20-7:50 護學崗，北側門", "07:20-07:50 duty/gate | 北側門"),
        ("1小時 留痕台帳", "60m reports/evidence"),
        ("20m 週報", "20m reports/weekly"),
        ("30m 報表材料/其他", "30m reports/other"),
    ]);
}

#[test]
fn a_day_in_english() {
    check(&[
        (
            "8:00-8:45 lesson 7B fractions",
            "08:00-08:45 teaching/lesson | 7B fractions",
        ),
        ("8:00 - 8:45 Lesson", "08:00-08:45 teaching/lesson"),
        ("8:00 to 8:45 LESSON", "08:00-08:45 teaching/lesson"),
        (
            "45 min lesson preparation for 7B",
            "45m teaching/preparation | for 7B",
        ),
        ("45min lesson prep 7B", "45m teaching/preparation | 7B"),
        ("1 hour 30 minutes marking", "90m teaching/marking"),
        (
            "1h 30m marking, mock papers",
            "90m teaching/marking | mock papers",
        ),
        ("pastoral care 30m Sam", "30m teaching/pastoral | Sam"),
        ("insp 2h", "120m reports/inspection"),
        ("evidence, photos, ledgers 30m", "30m reports/evidence"),
        ("on duty 7:30-8:00 yard", "07:30-08:00 duty/on-duty | yard"),
        ("duty 7:30-8:00", "07:30-08:00 duty/other"),
        ("15m calls Ann’s mum", "15m parent_messages/calls | Ann’s mum"),
        (
            "parents’ meeting 18:00-19:30",
            "18:00-19:30 parent_messages/parents-evening",
        ),
        ("parent messages 20m &", "20m parent_messages/other &"),
        ("meetings/other 30m *1", "30m meetings/other *1"),
        ("p3-p4 exams year 9", "10:10-11:50 teaching/exams | year 9"),
        ("2:30-3:15pm lesson 7B", "14:30-15:15 teaching/lesson | 7B"),
        ("+ 40m marking", "+40m teaching/marking"),
        (
            "45m marking p. 3, nos 4-9",
            "45m teaching/marking | p. 3, nos 4-9",
        ),
    ]);
}

#[test]
fn what_is_wrong_with_the_time() {
    check(&[
        (
            "23:00-1:00 zb",
            "[23:00-1:00] it ends at 01:00 but starts at 23:00: if it ran past midnight, write 23:00-25:00",
        ),
        (
            "8:00-2:00 zb",
            "[8:00-2:00] it ends at 02:00 but starts at 08:00: write 08:00-14:00 for the afternoon, or 08:00-26:00 if it \
             ran past midnight",
        ),
        (
            "8:00-8:00 zb",
            "[8:00-8:00] it ends at 08:00 but starts at 08:00: for the afternoon write 08:00-20:00",
        ),
        (
            "8:00-8:75 sk",
            "[8:00-8:75] \"8:75\" is not a time of day: write it like 8:05, or like 24:30 past midnight",
        ),
        (
            "8:00 sk",
            "[8:00] 08:00 is only a start: write 08:00-08:45 or 08:00 45m",
        ),
        (
            "8:00 8:45 sk",
            "[8:45] two clock times: for the time between them write 08:00-08:45",
        ),
        (
            "8:00-8:45 sk 40m",
            "[40m] two times, \"8:00-8:45\" and \"40m\": leave one out, or write -- before a note that holds a time",
        ),
        (
            "20m sk 1小时",
            "[1小时] two times, \"20m\" and \"1小时\": leave one out, or write -- before a note that holds a time",
        ),
        ("p9 sk", "[p9] no period 9: the bell schedule has p1 to p7"),
        (
            "第4-3节 sk",
            "[第4-3节] period 3 does not come after period 4: write p3-4",
        ),
        ("0m sk", "[0m] a block lasts 1 minute at least"),
        ("25h sk", "[25h] 1500 minutes: a block lasts 24 hours at most"),
        (
            "24:00-25:00 sk",
            "[24:00-25:00] it starts at 24:00: a block starts before 24:00 of its date",
        ),
        (
            "sk 三班",
            "[] when was it? Write for example 8:00-8:45 lesson, or 45m lesson if only the length matters",
        ),
        ("sk 8-9", "[8-9] \"8-9\" may be a time: write 8:00-9:00"),
        ("sk 3-4", "[3-4] \"3-4\" may be a time: write 3:00-4:00 or p3-4"),
        (
            "40 yej",
            "[yej] no activity \"yej\": did you mean inspections and evaluations (yj, reports)?",
        ),
        (
            "8:00-8:45语文",
            "[8:00-8:45语文] \"8:00-8:45语文\" may be a time: write 8:00-8:45 语文",
        ),
        ("40 sk", "[40] \"40\" may be a time: write 40m"),
    ]);
}

#[test]
fn what_is_wrong_with_the_rest() {
    check(&[
        (
            "",
            "[] nothing said yet: write when and what, for example 8:00-8:45 lesson",
        ),
        (
            "45m",
            "[] what was it? Write for example 45m lesson, then the note; Tab or \"jianfu activity\" lists the activities",
        ),
        (
            "8:00-8:45 -- 三班",
            "[] what was it? Write for example 08:00-08:45 lesson, then the note; Tab or \"jianfu activity\" lists the activities",
        ),
        (
            "45m zzzzzz",
            "[zzzzzz] no activity \"zzzzzz\": write a name, a code or pinyin initials, then the note; Tab or \"jianfu activity\" lists them",
        ),
        (
            "45m 家",
            "[家] \"家\" fits messages (xx, parent_messages), home visit (jf, parent_messages), parents' meeting (jzh, \
             parent_messages), parent messages (jz, parent_messages): write more of it, or category/activity",
        ),
        (
            "45m 其他",
            "[其他] \"其他\" fits teaching (jx, teaching), meetings (hy, meetings), reports (bb, reports), parent messages \
             (jz, parent_messages), duty (zb, duty): write more of it, or category/activity",
        ),
        (
            "45m reports/fomrs",
            "[reports/fomrs] no activity \"reports/fomrs\": did you mean forms and statistics (tb, reports)?",
        ),
        (
            "45m sk *6",
            "[*6] \"*6\" is not a rating: *1 (worth nothing) to *5 (worth much)",
        ),
        ("45m sk *2 *2", "[*2] a second rating: leave one out"),
        ("45m & sk ＆", "[＆] a second &: one is enough"),
    ]);
}

#[test]
fn a_single_character_never_turns_a_misspelt_activity_into_another() {
    let yej = r#"[yej] no activity "yej": did you mean inspections and evaluations (yj, reports)?"#;
    check(&[
        ("8:00-8:45 yej 3", yej),
        ("9:00-9:45 yej 课", yej),
        (
            "45m 二班 5 课",
            r#"[二班] no activity "二班": did you mean duty (zb, duty)?"#,
        ),
        ("8:00-8:45 3", "08:00-08:45 reports/other"),
        ("8:00-8:45 课", "08:00-08:45 duty/after-school"),
        (
            "8:00-8:45 q *2 期中",
            "08:00-08:45 meetings/staff-meeting *2 | 期中",
        ),
        ("40 3", "[40] \"40\" may be a time: write 40m"),
    ]);
}

#[test]
fn minutes_without_their_unit_are_never_dropped() {
    check(&[
        ("1h 30 sk", "[1h 30] \"1h 30\" may be a time: write 1h30m"),
        ("2 h 5 sk", "[2 h 5] \"2 h 5\" may be a time: write 2h05m"),
        (
            "sk 1小时 30",
            "[1小时 30] \"1小时 30\" may be a time: write 1h30m",
        ),
        ("+1h 20 sk", "[+1h 20] \"+1h 20\" may be a time: write +1h20m"),
        ("8:00 1h 30 sk", "[1h 30] \"1h 30\" may be a time: write 1h30m"),
        ("1h 3", "60m reports/other"),
        ("1h 3 三班", "60m reports/other | 三班"),
        ("1h, 30 sk", "60m teaching/lesson | 30"),
        ("1h sk 30", "60m teaching/lesson | 30"),
        ("1h 30 min sk", "90m teaching/lesson"),
    ]);
}

#[test]
fn the_small_hours_and_the_morning() {
    let no_time = |text: &str| {
        format!("\"{text}\" is not a time of day: write it like 8:05, or like 24:30 past midnight")
    };
    check(&[
        ("凌晨12:30 30m zb", "00:30-01:00 duty/other"),
        ("凌晨12点半 30m zb", "00:30-01:00 duty/other"),
        ("凌晨5:40-6:30 zb", "05:40-06:30 duty/other"),
        ("早上7:30-8:00 zb", "07:30-08:00 duty/other"),
        ("早上11:00-12:30 zb", "11:00-12:30 duty/other"),
        ("凌晨8:00 30m zb", &format!("[凌晨8:00] {}", no_time("凌晨8:00"))),
        (
            "早上12:30 30m zb",
            &format!("[早上12:30] {}", no_time("早上12:30")),
        ),
        ("早晨12点 30m zb", &format!("[早晨12点] {}", no_time("早晨12点"))),
        (
            "晚上11:30-凌晨12:30 zb",
            "[晚上11:30-凌晨12:30] it ends at 00:30 but starts at 23:30: if it ran past midnight, write 23:30-24:30",
        ),
    ]);
}

#[test]
fn an_activity_stuck_to_the_time() {
    check(&[
        ("8:00-8:45上课", "08:00-08:45 teaching/lesson"),
        ("8:00-8:45上课 三班", "08:00-08:45 teaching/lesson | 三班"),
        ("9：45－10：00上課，三班", "09:45-10:00 teaching/lesson | 三班"),
        ("40m家长消息", "40m parent_messages/messages"),
        ("p3上课 *4", "10:10-10:55 teaching/lesson *4"),
        ("第3节上课", "10:10-10:55 teaching/lesson"),
        ("三班 半小时家访", "30m parent_messages/home-visit | 三班"),
        ("p9上课", "[p9] no period 9: the bell schedule has p1 to p7"),
        (
            "8:00-8:45 sk -- 8:00-8:45上课",
            "08:00-08:45 teaching/lesson | 8:00-8:45上课",
        ),
        // a note may say how long, if the entry says when
        (
            "8:00-8:45 sk 40m家访 40分以上",
            "08:00-08:45 teaching/lesson | 40m家访 40分以上",
        ),
        (
            "sk 1小时后 十分满意 p3课",
            "[1小时后] \"1小时后\" may be a time: write 1小时 后",
        ),
        (
            "8:00-8:45上课 9:00-9:45备课",
            "[8:00-8:45上课] \"8:00-8:45上课\" may be a time: write 8:00-8:45 上课",
        ),
    ]);
}

#[test]
fn times_without_colons_and_full_stops_after_names() {
    check(&[
        ("800-845 sk", "08:00-08:45 teaching/lesson"),
        ("800-0845 sk", "08:00-08:45 teaching/lesson"),
        ("855-1005 sk", "08:55-10:05 teaching/lesson"),
        ("17.40-18.20 sk", "17:40-18:20 teaching/lesson"),
        ("8.00 - 8.45 sk", "08:00-08:45 teaching/lesson"),
        (
            "11.16-11.20 sk",
            "[11.16-11.20] \"11.16-11.20\" may be a time: write 11:16-11:20",
        ),
        (
            "45m sk 11.16-11.20 100-200",
            "45m teaching/lesson | 11.16-11.20 100-200",
        ),
        ("12-13 kg", "[12-13] \"12-13\" may be a time: write 12:00-13:00"),
        ("8:00-8:45 上课。", "08:00-08:45 teaching/lesson"),
        ("8:00-8:45 lesson.", "08:00-08:45 teaching/lesson"),
        ("8:00-8:45 三班 上课。", "08:00-08:45 teaching/lesson | 三班"),
        ("8:00-8:45 on duty.", "08:00-08:45 duty/on-duty"),
        ("8:00-8:45上课。", "08:00-08:45 teaching/lesson"),
        ("8:00-8:45 上课 三班。", "08:00-08:45 teaching/lesson | 三班。"),
        ("8:00-8:45 上课 备课。", "08:00-08:45 teaching/lesson | 备课。"),
    ]);
}

/// What an entry books, or the codes it asks about.
fn booked(entry: &str) -> String {
    let lexicon = Lexicon::new(&Taxonomy::built_in());
    let bells = BellSchedule::usual();
    match parse(entry, &Context::new(&lexicon, &bells)).and_then(Entry::into_draft) {
        Ok(draft) => draft.activity.code.as_str().to_owned(),
        Err(error) => match error.kind {
            EntryErrorKind::Ambiguous { fits, .. } => {
                let codes: Vec<String> = fits.iter().map(|c| c.activity.code.as_str().to_owned()).collect();
                codes.join(" or ")
            }
            other => format!("{other:?}"),
        },
    }
}

#[test]
fn ordinary_words_for_activities() {
    for (words, expected) in [
        ("开会 開會", "staff-meeting or group-meeting"),
        ("meeting", "staff-meeting or group-meeting or outside-meeting"),
        ("早读 早讀", "lesson or supervision"),
        ("公开课 公開課", "lesson or observation"),
        ("導護 导护", "on-duty or gate"),
        ("例会 例會", "group-meeting"),
        (
            "看护 看護 午餐看护 午休看护 午饭看护 看自习 看自習 playground",
            "supervision",
        ),
        ("考勤 出勤 填表 统计 統計 報表資料 register attendance", "forms"),
        ("监考 監考 阅卷 命题 改卷", "exams"),
        ("班会 班主任 谈话 談話", "pastoral"),
        ("改作业 批作业 grading correcting", "marking"),
        ("写教案 教案 prep", "preparation"),
        ("检查 檢查 訪視 評鑑 訪視評鑑", "inspection"),
        ("总结 计划 計劃 計畫 總結報告", "writing"),
        ("台账 台帳 留痕 佐證資料", "evidence"),
        ("打卡 平台", "platforms"),
        ("问卷 問卷調查", "surveys"),
        ("微信 群消息 回消息 email emails", "messages"),
        ("phone", "calls"),
        ("值日", "on-duty"),
        ("护校 门岗 門崗", "gate"),
        ("晚托 延时服务 課後照顧 課后服务 课后服務", "after-school"),
        ("安全 应急", "safety"),
        ("抽调 借調", "secondment"),
        ("研習", "training"),
        ("校外教學", "practice"),
        ("共同備課", "research"),
        ("家長日 親師座談", "parents-evening"),
        ("class cover", "lesson"),
    ] {
        for word in words.split(' ') {
            assert_eq!(booked(&format!("8:00-8:45 {word} x")), expected, "{word}");
        }
    }
    for (entry, expected) in [
        ("30m lunch duty", "supervision"),
        ("30m break duty 7B", "supervision"),
        ("30m staff meeting", "staff-meeting"),
        ("30m 午餐 看护", "supervision"),
        ("30m开会", "staff-meeting or group-meeting"),
        ("16:45-17:45 课后 安全", "after-school"),
        ("30m 教研 总结", "research"),
        ("30m 安全 家访", "home-visit"),
    ] {
        assert_eq!(booked(entry), expected, "{entry}");
    }
}

#[test]
fn a_part_of_a_name_is_suggested() {
    check(&[
        (
            "30m 自习",
            r#"[自习] no activity "自习": did you mean break and study supervision (kg, duty)?"#,
        ),
        (
            "12:00-13:00 午餐",
            r#"[午餐] no activity "午餐": did you mean break and study supervision (kg, duty)?"#,
        ),
    ]);
}
