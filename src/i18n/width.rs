//! Full-width forms of ASCII, as an input method in Chinese mode types them.

/// The ASCII form of a full-width character; any other character as it is.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_printed_ascii_character_has_a_full_width_form() {
        for ascii in '!'..='~' {
            let wide = char::from_u32(u32::from(ascii) + 0xfee0).unwrap();
            assert_eq!(half_width(wide), ascii);
            assert_eq!(half_width(ascii), ascii);
        }
        assert_eq!(
            ["％", "　", "课", "。"].map(|c| c.chars().map(half_width).collect::<String>()),
            ["%", " ", "课", "。"]
        );
    }
}
