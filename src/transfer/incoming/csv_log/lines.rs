//! The lines of a table: their numbers, and what parts their cells.

/// The numbers of lines. The library's own are those of the line before a row where lines are empty.
pub(super) struct Count<'a> {
    text: &'a str,
    /// Up to here, lines are counted.
    at: usize,
    line: usize,
}

impl<'a> Count<'a> {
    /// Before the first row of a text.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of the row that begins at a byte or at line ends there; rows come in order.
    pub(super) fn line(&mut self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(byte..).unwrap_or_default();
        let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let passed = self.text.get(self.at..byte + ends).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.at = self.at.max(byte + ends);
        self.line
    }
}

/// What stands between the cells: what the first line says as Excel has it (`sep=;`), in which case that line is to be
/// skipped, else what it has most of.
pub(super) fn delimiter(text: &str) -> (u8, bool) {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    if let Some([sep]) = first
        .trim_end_matches(['\r', '\n'])
        .strip_prefix("sep=")
        .map(str::as_bytes)
        && text.starts_with("sep=")
        && sep.is_ascii()
        && !matches!(sep, b'"' | b'\r' | b'\n')
    {
        return (*sep, true);
    }
    let count = |c: &u8| first.bytes().filter(|b| b == c).count();
    // Of those alike, the last is taken, which is the comma.
    (b"\t;,".iter().copied().max_by_key(count).unwrap_or(b','), false)
}
