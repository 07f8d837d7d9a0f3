//! `#tags` in a summary.

use crate::transfer::incoming::notes::one_line;

/// The words of a summary: its tags, those with a value first with it and then without, and at last the text without
/// tags. `#class=7B` gives `class=7B` and `class`.
pub(super) fn words(summary: &str) -> Vec<String> {
    let (mut out, mut text, mut rest) = (Vec::new(), String::new(), summary);
    while let Some((before, after)) = rest.split_once('#') {
        text.push_str(before);
        let name_end = after.find(|c| !is_of_tag(c)).unwrap_or(after.len());
        let (name, behind) = after.split_at(name_end);
        if name.is_empty() {
            text.push('#');
            rest = after;
            continue;
        }
        let (value, behind) = value(behind);
        if let Some(value) = value {
            out.push(format!("{name}={value}"));
        }
        out.push(name.to_owned());
        rest = behind;
    }
    text.push_str(rest);
    out.push(text);
    out.iter()
        .map(|word| one_line(word))
        .filter(|word| !word.is_empty())
        .collect()
}

const fn is_value_quote(c: char) -> bool {
    matches!(c, '"' | '\'')
}

fn is_of_tag(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// The value of a tag, if it has one, and what follows it.
fn value(text: &str) -> (Option<&str>, &str) {
    let Some(after) = text.strip_prefix('=') else {
        return (None, text);
    };
    if let Some(quote) = after.chars().next().filter(|c| is_value_quote(*c)) {
        let inner = after.get(1..).unwrap_or_default();
        return match inner.split_once(quote) {
            Some((value, rest)) => (Some(value).filter(|v| !v.is_empty()), rest),
            None => (None, text),
        };
    }
    let end = after.find(|c| !is_of_tag(c)).unwrap_or(after.len());
    let (value, rest) = after.split_at(end);
    if value.is_empty() {
        (None, text)
    } else {
        (Some(value), rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_first() {
        for (summary, expected) in [
            ("plain text", vec!["plain text"]),
            ("#备课 三(2)班 #语文", vec!["备课", "语文", "三(2)班"]),
            ("a #b=c d", vec!["b=c", "b", "a d"]),
            ("#x=\"y z\", more", vec!["x=y z", "x", ", more"]),
            ("no. # 5 #= #", vec!["no. # 5 #= #"]),
            ("#a=\"open", vec!["a", "=\"open"]),
            ("", vec![]),
        ] {
            assert_eq!(words(summary), expected, "{summary}");
        }
    }
}
