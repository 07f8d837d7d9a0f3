//! Colours by role. A theme is a TOML file; the ones shipped are the files users copy and edit.

#[cfg(test)]
mod contrast;
mod parse;
mod style;

pub use parse::{ThemeError, ThemeFault};
pub use style::{Colour, Style};

use crate::domain::{Category, PerCategory};

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a piece of the screen is for; a theme says how it looks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $($(#[$doc])* $variant,)*
        }

        impl Role {
            /// All of them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// The name in a theme file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

roles! {
    /// Plain text, and the ground of the screen.
    Text = "text",
    /// What matters less: hints, empty places.
    Muted = "muted",
    /// Lines between the parts.
    Border = "border",
    /// Date and headings.
    Title = "title",
    /// The selected block.
    Selected = "selected",
    /// What is typed into a field.
    Field = "field",
    /// A key in footer and help.
    Key = "key",
    /// Good news: on track, met, closed.
    Good = "good",
    /// Something to look at: at risk, an overlap.
    Warning = "warning",
    /// Something refused or missed, and the place of a mistake.
    Error = "error",
    /// The used part of a gauge.
    Gauge = "gauge",
    /// The rest of a gauge.
    GaugeRest = "gauge-rest",
    /// A short message about what was just done.
    Toast = "toast",
    /// A question or page over the screen.
    Dialog = "dialog",
}

macro_rules! shipped {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../themes/", $name, ".toml")))),*]
    };
}

/// The themes that come with the program, the one it starts with first.
const SHIPPED: [(&str, &str); 6] = shipped![
    "default",
    "blackboard",
    "whiteboard",
    "high-contrast",
    "colour-blind",
    "mono"
];

/// How everything looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    roles: [Style; Role::ALL.len()],
    categories: PerCategory<Style>,
}

impl Theme {
    /// The theme that the program starts with: ANSI colours only, so that light and dark terminals both read well.
    #[must_use]
    pub fn built_in() -> Self {
        Self::embedded("themes/default.toml", SHIPPED[0].1)
    }

    /// No colours at all: reverse, bold and underline only.
    #[must_use]
    pub fn mono() -> Self {
        Self::embedded("themes/mono.toml", SHIPPED[SHIPPED.len() - 1].1)
    }

    /// A theme that comes with the program.
    #[must_use]
    pub fn shipped(name: &str) -> Option<Self> {
        let (name, text) = SHIPPED.iter().find(|(shipped, _)| *shipped == name)?;
        Some(Self::embedded(&format!("themes/{name}.toml"), text))
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(name, _)| *name)
    }

    #[expect(clippy::expect_used, reason = "the embedded files are checked by a test")]
    fn embedded(file: &str, text: &str) -> Self {
        Self::parse(file, text).expect("the embedded theme is well-formed")
    }

    /// How a role looks.
    #[must_use]
    pub const fn role(&self, role: Role) -> Style {
        self.roles[role as usize]
    }

    /// How a category's mark looks.
    #[must_use]
    pub fn category(&self, category: Category) -> Style {
        self.categories[category]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(theme: &Theme) -> Vec<Style> {
        let categories = Category::ALL.map(|c| theme.category(c));
        Role::ALL
            .map(|r| theme.role(r))
            .into_iter()
            .chain(categories)
            .collect()
    }

    #[test]
    fn the_default_theme_uses_ansi_colours_only() {
        for style in styles(&Theme::built_in()) {
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(matches!(colour, Colour::Ansi(_)), "{colour:?}");
            }
        }
    }

    #[test]
    fn the_monochrome_theme_has_no_colour_and_still_tells_things_apart() {
        let theme = Theme::mono();
        assert!(styles(&theme).iter().all(|s| s.fg.is_none() && s.bg.is_none()));
        for role in [
            Role::Selected,
            Role::Error,
            Role::Gauge,
            Role::Title,
            Role::Warning,
        ] {
            assert_ne!(theme.role(role), theme.role(Role::Text), "{role:?}");
        }
    }
}
