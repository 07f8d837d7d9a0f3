//! Rust text as tokens: enough of the language to find paths in it, also inside macros.

/// A token and the line it stands on, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword, `r#` dropped.
    Word(String),
    /// `::`
    Colons,
    /// Any other sign.
    Sign(char),
    /// A string, character, number or lifetime; what it says does not matter.
    Literal,
}

impl Token {
    /// The name, if it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(w) => Some(w),
            _ => None,
        }
    }

    /// Whether it is this name or keyword.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    /// Whether it is this sign.
    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Cuts a source into tokens, without comments.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut scanner = Scanner {
        chars: text.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut out = Vec::new();
    while let Some(c) = scanner.peek(0) {
        let line = scanner.line;
        if let Some(kind) = scanner.token(c) {
            out.push(Token { kind, line });
        }
    }
    out
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl Scanner {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    /// The next token; none for white space and comments.
    fn token(&mut self, c: char) -> Option<Kind> {
        match (c, self.peek(1)) {
            ('/', Some('/')) => {
                while self.peek(0).is_some_and(|c| c != '\n') {
                    self.next();
                }
                None
            }
            ('/', Some('*')) => {
                self.block_comment();
                None
            }
            ('"', _) => Some(self.string()),
            ('\'', _) => Some(self.quote()),
            (':', Some(':')) => {
                self.at += 2;
                Some(Kind::Colons)
            }
            _ if is_name(c) => Some(self.word()),
            _ => {
                self.next();
                (!c.is_whitespace()).then_some(Kind::Sign(c))
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => {
                    self.next();
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
    }

    /// A name, a keyword, a number, or a string with a prefix.
    fn word(&mut self) -> Kind {
        let mut word = String::new();
        while let Some(c) = self.peek(0).filter(|c| is_name(*c)) {
            word.push(c);
            self.next();
        }
        if matches!(word.as_str(), "r" | "br" | "cr") {
            let hashes = self.chars[self.at..].iter().take_while(|c| **c == '#').count();
            if self.peek(hashes) == Some('"') {
                self.at += hashes;
                return self.raw_string(hashes);
            }
            if word == "r" && hashes == 1 {
                self.next();
                return self.word();
            }
        }
        match (word.as_str(), self.peek(0)) {
            ("b" | "c", Some('"')) => self.string(),
            ("b", Some('\'')) => self.quote(),
            _ if word.starts_with(|c: char| c.is_ascii_digit()) => Kind::Literal,
            _ => Kind::Word(word),
        }
    }

    /// A string from its opening quote on.
    fn string(&mut self) -> Kind {
        self.next();
        while let Some(c) = self.next() {
            match c {
                '\\' => drop(self.next()),
                '"' => break,
                _ => {}
            }
        }
        Kind::Literal
    }

    fn raw_string(&mut self, hashes: usize) -> Kind {
        self.next();
        while let Some(c) = self.next() {
            if c == '"' && (0..hashes).all(|n| self.peek(n) == Some('#')) {
                self.at += hashes;
                break;
            }
        }
        Kind::Literal
    }

    /// A character or a lifetime.
    fn quote(&mut self) -> Kind {
        self.next();
        if self.peek(0) == Some('\\') {
            self.at += 2;
            while self.next().is_some_and(|c| c != '\'') {}
        } else if self.peek(1) == Some('\'') {
            self.next();
            self.next();
        } else {
            while self.peek(0).is_some_and(is_name) {
                self.next();
            }
        }
        Kind::Literal
    }
}

#[test]
fn comments_and_literals_hide_their_text_and_lines_are_counted() {
    let text = "a /* x /* y */ z */ b // crate::c\n\"crate::\\\"d\" 'e' '\\'' '\\u{1F600}' 'life r#\"crate::f\"# r#\"\n\"# b\"g\" b'h' 1u32 r#type\nlast";
    let tokens = tokens(text);
    let words: Vec<_> = tokens.iter().filter_map(Token::word).collect();
    assert_eq!(words, ["a", "b", "type", "last"]);
    assert_eq!(tokens.iter().filter(|t| t.kind == Kind::Literal).count(), 10);
    assert_eq!(tokens.last().unwrap().line, 4);
}

#[test]
fn signs_and_paths() {
    let kinds: Vec<_> = tokens("x::<'_>(y:z)").into_iter().map(|t| t.kind).collect();
    let word = |w: &str| Kind::Word(w.to_owned());
    assert_eq!(
        kinds,
        [
            word("x"),
            Kind::Colons,
            Kind::Sign('<'),
            Kind::Literal,
            Kind::Sign('>'),
            Kind::Sign('('),
            word("y"),
            Kind::Sign(':'),
            word("z"),
            Kind::Sign(')')
        ]
    );
}
