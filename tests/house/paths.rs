//! The paths that a source names, from the root of the crate where they lead there.

use super::rooms::Source;
use super::tokens::{Kind, Token, tokens};

/// A path as it stands in the source, `super` and `self` resolved: `["crate", "figures", "Goal"]`, `["std", "fs"]`.
///
/// `*` at the end stands for everything in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) parts: Vec<String>,
    pub(crate) line: usize,
    /// Whether it was imported with `use`, which also binds a path of one part.
    pub(crate) imported: bool,
    /// Whether a `!` follows: a macro is called.
    pub(crate) called_as_macro: bool,
    /// Whether it stands in a module called `tests`.
    pub(crate) in_tests: bool,
}

impl Path {
    /// The parts behind `crate`; none for a path into another crate or of local names.
    pub(crate) fn in_crate(&self) -> Option<&[String]> {
        (self.parts[0] == "crate").then(|| &self.parts[1..])
    }

    /// Whether the path begins so.
    pub(crate) fn starts_with(&self, start: &[&str]) -> bool {
        self.parts.len() >= start.len() && self.parts.iter().zip(start).all(|(a, b)| a == b)
    }
}

/// All paths of a source.
pub(crate) fn paths(source: &Source) -> Vec<Path> {
    let tokens = tokens(&source.text);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        module: source.module.clone(),
        inline: Vec::new(),
        depth: 0,
        out: Vec::new(),
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    reader.out
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// The module that the reader is in.
    module: Vec<String>,
    /// The brace depths at which inline modules began.
    inline: Vec<usize>,
    depth: usize,
    out: Vec<Path>,
}

impl Reader<'_> {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn is(&self, ahead: usize, sign: char) -> bool {
        self.token(ahead).is_some_and(|t| t.is(sign))
    }

    fn colons(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|t| t.kind == Kind::Colons)
    }

    fn step(&mut self) {
        let token = &self.tokens[self.at];
        match &token.kind {
            Kind::Sign('{') => self.depth += 1,
            Kind::Sign('}') => {
                self.depth = self.depth.saturating_sub(1);
                if self.inline.last() == Some(&self.depth) {
                    self.inline.pop();
                    self.module.pop();
                }
            }
            Kind::Word(w) if w == "mod" && self.is(2, '{') => {
                self.module
                    .extend(self.token(1).and_then(Token::word).map(str::to_owned));
                self.inline.push(self.depth);
                self.at += 1;
            }
            // `use<'a>` in a type captures lifetimes and imports nothing.
            Kind::Word(w) if w == "use" && !self.is(1, '<') => {
                self.at += 1;
                self.tree(&[]);
                return;
            }
            Kind::Word(_) => {
                self.path();
                return;
            }
            _ => {}
        }
        self.at += 1;
    }

    /// A path in running code.
    fn path(&mut self) {
        let line = self.tokens[self.at].line;
        let mut parts = Vec::new();
        while let Some(word) = self.token(0).and_then(Token::word) {
            parts.push(word.to_owned());
            self.at += 1;
            if !(self.colons(0) && self.token(1).is_some_and(|t| t.word().is_some())) {
                break;
            }
            self.at += 1;
        }
        let called_as_macro = self.is(0, '!') && !self.is(1, '=');
        if parts.len() > 1 || called_as_macro {
            self.push(parts, line, false, called_as_macro);
        }
    }

    /// A tree of `use`: `a::b`, `a::{b, c::*}`, `a as b`.
    fn tree(&mut self, stem: &[String]) {
        let mut parts = stem.to_vec();
        let line = self.token(0).map_or(0, |t| t.line);
        loop {
            if self.colons(0) {
                self.at += 1;
            } else if self.is(0, '{') {
                self.at += 1;
                while !self.is(0, '}') && self.token(0).is_some() {
                    self.tree(&parts);
                    self.at += usize::from(self.is(0, ','));
                }
                self.at += 1;
                return;
            } else if self.is(0, '*') {
                self.at += 1;
                parts.push("*".into());
            } else if self.token(0).is_some_and(|t| t.is_word("as")) {
                self.at += 2;
            } else if self.is(0, '$') {
                self.at += 1; // `$crate`
            } else if let Some(word) = self.token(0).and_then(Token::word) {
                let word = word.to_owned();
                self.at += 1;
                // `a::{self}` is `a`
                if word != "self" || parts.is_empty() {
                    parts.push(word);
                }
            } else {
                break;
            }
        }
        // Whatever else stands here is no `use`; step over it, or `{` without end would loop.
        if self
            .token(0)
            .is_some_and(|t| !matches!(t.kind, Kind::Sign(',' | '}' | ';')))
        {
            self.at += 1;
        }
        if !parts.is_empty() {
            self.push(parts, line, true, false);
        }
    }

    fn push(&mut self, parts: Vec<String>, line: usize, imported: bool, called_as_macro: bool) {
        let parts = self.resolved(parts);
        let in_tests = self.module.iter().any(|m| m == "tests");
        self.out.push(Path {
            parts,
            line,
            imported,
            called_as_macro,
            in_tests,
        });
    }

    /// `super` and `self` followed from the module the reader is in; the library's own name is its root.
    fn resolved(&self, parts: Vec<String>) -> Vec<String> {
        let ups = parts
            .iter()
            .skip(usize::from(parts[0] == "self"))
            .take_while(|p| *p == "super")
            .count();
        let relative = usize::from(parts[0] == "self") + ups;
        let stem: Vec<String> = match parts[0].as_str() {
            "self" | "super" => self.module[..self.module.len().saturating_sub(ups)].to_vec(),
            "crate" | "jianfu" => return [vec!["crate".to_owned()], parts[1..].to_vec()].concat(),
            _ => return parts,
        };
        [vec!["crate".to_owned()], stem, parts[relative..].to_vec()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        paths(&Source::new(path, text))
            .into_iter()
            .map(|p| p.parts.join("::"))
            .collect()
    }

    #[test]
    fn trees_are_spread_out() {
        assert_eq!(
            found(
                "a/b.rs",
                "pub use crate::{self, x, y::{z as w, v::*, self}}; use ::std::fs; use q;"
            ),
            [
                "crate",
                "crate::x",
                "crate::y::z",
                "crate::y::v::*",
                "crate::y",
                "std::fs",
                "q"
            ]
        );
    }

    #[test]
    fn paths_in_code_and_macros_are_found() {
        assert_eq!(
            found(
                "a/b.rs",
                "fn f(x: crate::c::D<'_>) -> impl I + use<'_> { vec![crate::e::g::<u8>()]; $crate::h!(); k!(l); m != n }"
            ),
            ["crate::c::D", "vec", "crate::e::g", "crate::h", "k"]
        );
    }

    #[test]
    fn super_and_self_are_followed_also_out_of_inline_modules() {
        let text = "use super::x; mod t { use super::y; use super::super::z; fn f() { super::super::super::w() } } use self::v; use super::super::u;";
        assert_eq!(
            found("a/b.rs", text),
            [
                "crate::a::x",
                "crate::a::b::y",
                "crate::a::z",
                "crate::w",
                "crate::a::b::v",
                "crate::u"
            ]
        );
        assert_eq!(
            found("a/mod.rs", "use super::{b::C, *}; use self::super::d;"),
            ["crate::b::C", "crate::*", "crate::d"]
        );
        assert_eq!(found("main.rs", "use jianfu::cli;"), ["crate::cli"]);
    }
}
