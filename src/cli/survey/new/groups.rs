//! The groups of a new survey, as flags name them.

use crate::cli::CliError;
use crate::cli::survey::answer::means;
use crate::cli::survey::ask::fold;
use crate::i18n::I18n;
use crate::survey::{Code, Definition, Group, GroupAnswer, Wording, presets};
use crate::tr;

/// Reads `stage`, `stage:primary=120,lower_secondary=80`, or a group of one's own: `region=海淀:120,朝阳:90`. `before`
/// are those that there are already.
///
/// # Errors
/// What makes no sense, with what would.
pub(super) fn group(text: &str, before: &[Group], i18n: &I18n) -> Result<Group, CliError> {
    let text: String = text.chars().map(separator).collect();
    let at = text.find([':', '=']).unwrap_or(text.len());
    let (name, rest) = text.split_at(at);
    let group = match rest.strip_prefix('=') {
        Some(answers) => own(name.trim(), answers, before, i18n)?,
        None => usual(name.trim(), rest.trim_start_matches(':'), i18n)?,
    };
    if before.iter().any(|g| g.code == group.code) {
        let code = group.code.as_str();
        return Err(CliError::Usage(tr!(i18n, "survey-twice", code = code)));
    }
    Ok(group)
}

/// Full-width separators mean the plain ones.
const fn separator(c: char) -> char {
    match c {
        '，' => ',',
        '：' => ':',
        '＝' => '=',
        _ => c,
    }
}

/// A preset, with the staff behind its answers: `primary=120,lower_secondary=80`.
fn usual(name: &str, staff: &str, i18n: &I18n) -> Result<Group, CliError> {
    let Some(mut group) = presets().into_iter().find(|g| means(name, &g.code, &g.name)) else {
        let known = |g: &Group| {
            let (code, name) = (g.code.as_str(), g.name.get(i18n.lang()));
            tr!(i18n, "cli-survey-code-name", code = code, name = name)
        };
        let known: Vec<String> = presets().iter().map(known).collect();
        let known = known.join(&tr!(i18n, "sheet-and"));
        return Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-no-preset",
            name = name,
            known = known
        )));
    };
    for part in staff.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let (code, number) = part.split_once('=').unwrap_or((part, ""));
        let number = people(part, number, i18n)?;
        let mut answers = group.answers.iter_mut();
        let answer = answers.find(|a| means(code.trim(), &a.code, &a.name));
        let Some(answer) = answer else {
            let known: Vec<&str> = group.answers.iter().map(|a| a.code.as_str()).collect();
            let (known, answer) = (known.join(", "), code.trim());
            return Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-no-answer",
                group = name,
                answer = answer,
                known = known
            )));
        };
        answer.staff = Some(number);
    }
    Ok(group)
}

/// A group of one's own, whose answers are names with the staff behind them, if that is known. Each name can have a code
/// before it: `region[片区]=haidian[海淀]:120,…`.
fn own(text: &str, answers: &str, before: &[Group], i18n: &I18n) -> Result<Group, CliError> {
    let taken: Vec<&Code> = before.iter().map(|g| &g.code).collect();
    let (code, name) = named(text, 'g', &taken, i18n)?;
    let mut group = Group {
        code,
        name: Wording::same(name),
        answers: Vec::new(),
    };
    for part in answers.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let (text, staff) = match part.rsplit_once(':') {
            Some((text, number)) => (text.trim(), Some(people(part, number, i18n)?)),
            None => (part, None),
        };
        let taken: Vec<&Code> = group.answers.iter().map(|a| &a.code).collect();
        let (code, answer) = named(text, 'a', &taken, i18n)?;
        let is_there = |a: &GroupAnswer| fold(a.name.get(i18n.lang())) == fold(answer);
        if group.answers.iter().any(is_there) {
            return Err(CliError::Usage(tr!(
                i18n,
                "cli-survey-answer-twice",
                group = name,
                answer = answer
            )));
        }
        group.answers.push(GroupAnswer {
            code,
            name: Wording::same(answer),
            within: None,
            staff,
        });
    }
    if group.answers.len() < 2 || name.is_empty() {
        return Err(CliError::Usage(tr!(i18n, "cli-survey-bad-group", name = name)));
    }
    Ok(group)
}

/// A code and a name: `code[name]`, or a name that a code is made for.
fn named<'a>(text: &'a str, letter: char, taken: &[&Code], i18n: &I18n) -> Result<(Code, &'a str), CliError> {
    let Some((given, name)) = text.strip_suffix(']').and_then(|t| t.split_once('[')) else {
        return Ok((code(text, letter, taken), text));
    };
    let (given, name) = (given.trim(), name.trim());
    let Some(code) = Code::new(given) else {
        let most = Code::LONGEST;
        return Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-bad-code",
            code = given,
            why = tr!(i18n, "survey-code", most = most)
        )));
    };
    if taken.contains(&&code) {
        return Err(CliError::Usage(tr!(i18n, "survey-twice", code = given)));
    }
    Ok((code, name))
}

/// How many people are behind an answer.
fn people(part: &str, number: &str, i18n: &I18n) -> Result<u32, CliError> {
    let number = number.trim().parse::<u32>().ok();
    let bad = || CliError::Usage(tr!(i18n, "cli-survey-bad-staff", part = part));
    number.filter(|n| *n <= Definition::MOST_STAFF).ok_or_else(bad)
}

/// A code for a name: the name itself in small letters where it can be one, else a letter and a number that is free.
fn code(name: &str, letter: char, taken: &[&Code]) -> Code {
    let is_free = |code: &Code| !taken.contains(&code);
    let plain = |c: char| match c {
        ' ' | '-' => '_',
        c => c.to_ascii_lowercase(),
    };
    let itself = Code::new(&name.chars().map(plain).collect::<String>());
    let numbered = (1_usize..).filter_map(|n| Code::new(&format!("{letter}{n}")));
    let mut all = itself.into_iter().chain(numbered);
    // Endless, so that one is free; a letter and a number is always a code.
    all.find(is_free)
        .unwrap_or_else(|| unreachable!("there is always another number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Group, u8> {
        group(text, &[], I18n::english()).map_err(|e| e.status())
    }

    fn shown(text: &str) -> Vec<String> {
        let group = read(text).unwrap();
        let lang = crate::i18n::Lang::ZhHans;
        let each = group
            .answers
            .iter()
            .map(|a| format!("{} {} {:?}", a.code, a.name.get(lang), a.staff));
        std::iter::once(format!("{} {}", group.code, group.name.get(lang)))
            .chain(each)
            .collect()
    }

    #[test]
    fn a_preset_takes_the_staff_behind_its_answers() {
        assert_eq!(shown("role")[..2], ["role 岗位", "subject_teacher 任课教师 None"]);
        let stage = shown("stage:primary=120，lower_secondary = 80");
        assert_eq!(
            stage[1..4],
            [
                "primary 小学 Some(120)",
                "lower_secondary 初中 Some(80)",
                "upper_secondary 高中 None"
            ]
        );
        assert_eq!(
            shown("学段：小学=120, 國中=80"),
            shown("stage:primary=120,lower_secondary=80")
        );
        for wrong in [
            "",
            "stages",
            "stage:primary",
            "stage:primary=x",
            "stage:p=1",
            "stage:primary=-1",
        ] {
            assert_eq!(read(wrong), Err(2), "{wrong}");
        }
    }

    #[test]
    fn a_group_of_ones_own_gets_codes() {
        assert_eq!(
            shown("region=海淀:120,朝阳：90"),
            ["region region", "a1 海淀 Some(120)", "a2 朝阳 Some(90)"]
        );
        assert_eq!(
            shown("片区=North East, north-east:5,A1,南"),
            [
                "g1 片区",
                "north_east North East None",
                "a1 north-east Some(5)",
                "a2 A1 None",
                "a3 南 None"
            ]
        );
        assert_eq!(
            shown("region[片区]=haidian[海淀]:120,朝阳"),
            ["region 片区", "haidian 海淀 Some(120)", "a1 朝阳 None"]
        );
        for wrong in [
            "x=",
            "x=one",
            "=one,two",
            "x=one:many,two",
            "x=one,two,one",
            "x=one,ＯＮＥ:3",
            "x=a[one],a[two]",
            "X y[片区]=one,two",
        ] {
            assert_eq!(read(wrong), Err(2), "{wrong}");
        }
        let there = vec![read("stage").unwrap()];
        assert!(group("stage", &there, I18n::english()).is_err());
    }
}
