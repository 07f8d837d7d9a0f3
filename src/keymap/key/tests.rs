use super::*;
use proptest::prelude::*;

#[test]
fn text_forms() {
    for text in [
        "q",
        "Q",
        "?",
        "-",
        "enter",
        "ctrl-r",
        "f5",
        "f12",
        "shift-left",
        "ctrl-alt-x",
        "space",
        "alt--",
        "课",
    ] {
        let key: Key = text.parse().unwrap();
        assert_eq!(key.to_string(), text);
    }
    for bad in [
        "",
        "f0",
        "f13",
        "f05",
        "qq",
        "shift-q",
        "ctrl-",
        "ctrl-ctrl-x",
        "ctrl-R",
        " ",
        "hyper-x",
    ] {
        assert!(bad.parse::<Key>().is_err(), "{bad:?}");
    }
}

#[test]
fn labels() {
    for (text, label) in [
        ("q", "q"),
        ("enter", "Enter"),
        ("ctrl-r", "Ctrl-R"),
        ("shift-left", "Shift-Left"),
        ("f5", "F5"),
        ("delete", "Del"),
        ("pageup", "PgUp"),
        ("space", "Space"),
    ] {
        assert_eq!(text.parse::<Key>().unwrap().label(), label);
    }
}

#[test]
fn full_width_keys_mean_their_ascii_forms() {
    assert_eq!(Key::char('？').half_width(), Key::char('?'));
    assert_eq!(Key::char('【').half_width(), Key::char('['));
    assert_eq!(Key::char('课').half_width(), Key::char('课'));
}

proptest! {
    #[test]
    fn print_and_parse_agree(index in 0usize..NAMED.len(), c in "\\PC", f in 1u8..=12, which in 0..3, ctrl: bool, alt: bool, shift: bool) {
        let c = c.chars().next().unwrap();
        let code = match which { 0 => NAMED[index].0, 1 => KeyCode::F(f), _ => KeyCode::Char(c) };
        let letter = matches!(code, KeyCode::Char(_));
        prop_assume!(!(ctrl && matches!(code, KeyCode::Char(c) if c.is_ascii_uppercase())));
        let key = Key { code, ctrl, alt, shift: shift && !letter };
        prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
    }

    #[test]
    fn any_text_is_a_key_or_refused(text in "\\PC{0,12}") {
        if let Ok(key) = text.parse::<Key>() {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        }
    }
}
