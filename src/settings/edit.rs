//! Changing one value of the configuration file and nothing else in it.

use super::{Config, ConfigError};
use std::path::Path;

/// The keys of the configuration file.
pub const KEYS: [&str; 4] = ["language", "theme", "borders", "data_dir"];

/// The file's text with one value changed; comments and everything else stay as they are.
///
/// # Errors
/// [`ConfigError`] where the text is not well-formed, the key is unknown or the value does not fit it.
pub fn set_value(text: &str, path: &Path, key: &str, value: &str) -> Result<String, ConfigError> {
    let error = |why: String| ConfigError {
        path: path.to_owned(),
        line: None,
        why,
    };
    if !KEYS.contains(&key) {
        return Err(error(format!("no key {key:?}: there are {}", KEYS.join(", "))));
    }
    let mut document: toml_edit::DocumentMut = text
        .parse()
        .map_err(|e: toml_edit::TomlError| error(e.to_string()))?;
    let mut item = toml_edit::value(value);
    if let (Some(old), Some(new)) = (document.get(key).and_then(|i| i.as_value()), item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    document[key] = item;
    let text = document.to_string();
    Config::parse(&text, path)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_value_changes() {
        let text = "# mine\ntheme = \"x\" # nice\nlanguage = \"en\"\n";
        let new = set_value(text, Path::new("c"), "theme", "mono").unwrap();
        assert_eq!(new, "# mine\ntheme = \"mono\" # nice\nlanguage = \"en\"\n");
        assert_eq!(
            set_value("", Path::new("c"), "borders", "ascii").unwrap(),
            "borders = \"ascii\"\n"
        );
        assert!(set_value(text, Path::new("c"), "color", "x").is_err());
        assert!(set_value(text, Path::new("c"), "language", "fr").is_err());
    }
}
