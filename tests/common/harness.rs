//! The whole app, driven with real keys on a screen in memory.

use super::{Memory, setup};
use jianfu::app::{App, Input, Mouse};
use jianfu::i18n::Lang;
use jianfu::keymap::Key;
use jianfu::tui::{Next, Shell};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

pub struct Harness {
    shell: Shell,
    buffer: Buffer,
    cursor: Option<(u16, u16)>,
    pub last: Next,
}

impl Harness {
    pub fn new(memory: &Memory) -> Self {
        Self::sized(memory, Lang::En, 80, 24)
    }

    pub fn sized(memory: &Memory, lang: Lang, width: u16, height: u16) -> Self {
        Self::with(setup(memory.clone(), lang), width, height)
    }

    pub fn with(setup: jianfu::tui::Setup, width: u16, height: u16) -> Self {
        let mut out = Self {
            shell: Shell::new(setup),
            buffer: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
            last: Next::Go,
        };
        out.draw();
        out
    }

    fn draw(&mut self) {
        self.buffer.reset();
        self.cursor = self.shell.draw_on(&mut self.buffer);
    }

    pub fn app(&self) -> &App {
        self.shell.app()
    }

    pub fn input(&mut self, input: Input) -> &mut Self {
        self.last = self.shell.handle(input);
        if self.last == Next::Edit {
            self.shell.edit();
        }
        self.draw();
        self
    }

    /// Types text, a key a character.
    pub fn write(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.last = self.shell.handle(Input::Key(Key::char(c)));
        }
        self.draw();
        self
    }

    /// Presses keys by name, with spaces between.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.input(Input::Key(key.parse().unwrap()));
        }
        self
    }

    /// The cell at which a text begins; the first from the top.
    pub fn find(&self, part: &str) -> (u16, u16) {
        for (y, row) in cells(self.buffer()).into_iter().enumerate() {
            let line: String = row.iter().map(|(_, cell)| cell.symbol()).collect();
            if let Some(at) = line.find(part) {
                let x = line[..at].width();
                return (x.try_into().unwrap(), y.try_into().unwrap());
            }
        }
        panic!("{part:?} is not on the screen:\n{}", self.screen());
    }

    /// Does something with the mouse in a cell.
    pub fn mouse(&mut self, mouse: Mouse, (x, y): (u16, u16)) -> &mut Self {
        self.last = self.shell.take_mouse(mouse, x, y);
        self.shell.settle();
        self.draw();
        self
    }

    /// Clicks on a text.
    pub fn click(&mut self, part: &str) -> &mut Self {
        let at = self.find(part);
        self.mouse(Mouse::Press, at).mouse(Mouse::Release, at)
    }

    /// Presses keys that arrive all at once: nothing is drawn between them.
    pub fn flood(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.last = self.shell.take(Input::Key(key.parse().unwrap()));
        }
        self.shell.settle();
        self.draw();
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.draw();
        self
    }

    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// The lines of the screen as they read, without the spaces at their ends.
    pub fn lines(&self) -> Vec<String> {
        lines(self.buffer())
    }

    pub fn screen(&self) -> String {
        self.lines().join("\n")
    }

    /// Where the cursor stands, column and row; none if it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.cursor
    }

    /// What stands before the cursor on its line.
    pub fn before_cursor(&self) -> String {
        let (x, y) = self.cursor().expect("a cursor");
        let row = &cells(self.buffer())[usize::from(y)];
        row.iter()
            .take_while(|(at, _)| *at < x)
            .map(|(_, cell)| cell.symbol())
            .collect()
    }

    pub fn assert_shows(&mut self, part: &str) -> &mut Self {
        assert!(
            self.screen().contains(part),
            "{part:?} is not on the screen:\n{}",
            self.screen()
        );
        self
    }

    pub fn assert_hides(&mut self, part: &str) -> &mut Self {
        assert!(
            !self.screen().contains(part),
            "{part:?} is on the screen:\n{}",
            self.screen()
        );
        self
    }

    /// The whole screen with its styles: the text lines, then for each line the styled runs.
    pub fn picture(&self) -> String {
        picture(self.buffer(), self.cursor())
    }
}

/// The lines of a screen as they read, without the spaces at their ends.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let rows = cells(buffer).into_iter();
    rows.map(|row| {
        let text: String = row.into_iter().map(|(_, cell)| cell.symbol()).collect();
        text.trim_end().to_owned()
    })
    .collect()
}

/// A screen with its styles: the text lines, then for each line the styled runs.
pub fn picture(buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let mut out = String::new();
    for line in lines(buffer) {
        writeln!(out, "|{line}").unwrap();
    }
    match cursor {
        Some((x, y)) => writeln!(out, "cursor {x},{y}").unwrap(),
        None => writeln!(out, "no cursor").unwrap(),
    }
    for (y, row) in cells(buffer).into_iter().enumerate() {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for (x, cell) in row {
            let style = style(cell);
            let end = x + u16::try_from(cell.symbol().width()).unwrap();
            match runs.last_mut() {
                Some((_, last, same)) if *same == style => *last = end,
                _ => runs.push((x, end, style)),
            }
        }
        runs.retain(|(.., style)| !style.is_empty());
        let runs: Vec<String> = runs.iter().map(|(a, b, s)| format!("{a}-{b} {s}")).collect();
        if !runs.is_empty() {
            writeln!(out, "{y}: {}", runs.join(", ")).unwrap();
        }
    }
    out
}

/// The cells of each line with their columns, those hidden under a wide character left out.
fn cells(buffer: &Buffer) -> Vec<Vec<(u16, &Cell)>> {
    let area = buffer.area;
    let row = |y| {
        let mut out = Vec::new();
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            out.push((x, cell));
            x += u16::try_from(cell.symbol().width().max(1)).unwrap();
        }
        out
    };
    (0..area.height).map(row).collect()
}

fn style(cell: &Cell) -> String {
    let mut out = Vec::new();
    if cell.fg != ratatui::style::Color::Reset {
        out.push(cell.fg.to_string());
    }
    if cell.bg != ratatui::style::Color::Reset {
        out.push(format!("on {}", cell.bg));
    }
    let modifiers = format!("{:?}", cell.modifier);
    if !cell.modifier.is_empty() {
        out.push(modifiers.replace("Modifier(", "").replace(')', ""));
    }
    out.join(" ")
}
