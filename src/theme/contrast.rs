//! Themes with exact colours are readable: contrast by the Web Content Accessibility Guidelines 2.2, level AA, 4.5 : 1
//! for text and 3 : 1 for what is no text, each piece on its own ground.

use super::{Category, Colour, Role, Style, Theme};

/// Relative luminance of an exact colour, 0 to 1, as the guidelines define it.
fn luminance(colour: Colour) -> f64 {
    let Colour::Rgb(r, g, b) = colour else {
        panic!("{colour:?} is not exact")
    };
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn is_exact(theme: &Theme) -> bool {
    matches!(theme.role(Role::Text).bg, Some(Colour::Rgb(..)))
}

#[test]
fn contrast_is_measured_as_the_guidelines_say() {
    let (black, white) = (Colour::Rgb(0, 0, 0), Colour::Rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!(
        (contrast(Colour::Rgb(0x77, 0x77, 0x77), white) - 4.48).abs() < 0.01,
        "the well-known grey just below AA"
    );
}

#[test]
fn every_piece_of_every_exact_theme_is_readable() {
    let mut exact = 0;
    for name in Theme::names() {
        let theme = Theme::shipped(name).unwrap();
        if !is_exact(&theme) {
            continue;
        }
        exact += 1;
        let pieces = Role::ALL.map(|r| (r.name().to_owned(), theme.role(r)));
        let categories = Category::ALL.map(|c| (c.code().to_owned(), theme.category(c)));
        for (piece, style) in pieces.into_iter().chain(categories) {
            let Style {
                fg: Some(fg),
                bg: Some(bg),
                dim: false,
                ..
            } = style
            else {
                panic!("{name}: {piece} leaves its colours to the terminal");
            };
            let least = if piece == "border" || piece == "gauge-rest" {
                3.0
            } else {
                4.5
            };
            assert!(
                contrast(fg, bg) >= least,
                "{name}: {piece} has {:.2} : 1",
                contrast(fg, bg)
            );
        }
    }
    assert_eq!(exact, 4, "default and mono leave the colours to the terminal");
}

#[test]
fn categories_differ_from_one_another_in_every_coloured_theme() {
    for name in Theme::names().filter(|n| *n != "mono") {
        let theme = Theme::shipped(name).unwrap();
        let mut colours = Category::ALL
            .map(|c| format!("{:?}", theme.category(c).fg))
            .to_vec();
        colours.sort();
        colours.dedup();
        assert_eq!(colours.len(), 5, "{name}");
    }
}
