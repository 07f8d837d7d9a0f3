//! A screen as an SVG picture: a rectangle for each run of ground, a text for each run of letters.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Size of a cell in the picture's units.
const CELL: (u32, u32) = (9, 19);
/// Space around the screen.
const MARGIN: u32 = 8;
/// Where the letters stand in a cell.
const BASELINE: u32 = 14;

/// The colours of a usual dark terminal, for themes that leave them to the terminal.
const PALETTE: [&str; 16] = [
    "#1e1e1e", "#f26d6d", "#7ec87e", "#e0c060", "#6fa8f5", "#cf8ff0", "#5cc8d8", "#d8d8d8", "#8a8a8a",
    "#ff9090", "#a0e8a0", "#fff090", "#90c0ff", "#e8b0ff", "#90e8f0", "#ffffff",
];
const GROUND: &str = "#1e1e1e";
const LETTERS: &str = "#d8d8d8";

/// Letters, ground, and how the letters are drawn.
#[derive(PartialEq, Clone)]
struct Look {
    fg: String,
    bg: String,
    bold: bool,
    dim: bool,
    underline: bool,
}

fn colour(colour: Color, usual: &str) -> String {
    let named = |n: usize| PALETTE[n].to_owned();
    match colour {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(n) if n < 16 => named(usize::from(n)),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        _ => usual.to_owned(),
    }
}

fn look(cell: &Cell) -> Look {
    let (mut fg, mut bg) = (colour(cell.fg, LETTERS), colour(cell.bg, GROUND));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut fg, &mut bg);
    }
    Look {
        fg,
        bg,
        bold: cell.modifier.contains(Modifier::BOLD),
        dim: cell.modifier.contains(Modifier::DIM),
        underline: cell.modifier.contains(Modifier::UNDERLINED),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Draws a screen, and the cursor if there is one.
pub(crate) fn draw(buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let area = buffer.area;
    let width = u32::from(area.width) * CELL.0 + 2 * MARGIN;
    let height = u32::from(area.height) * CELL.1 + 2 * MARGIN;
    let ground = look(&buffer[(0, 0)]).bg;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC','DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"15\">\n<rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{ground}\"/>\n"
    );
    for y in 0..area.height {
        for run in runs(buffer, y) {
            draw_run(&mut out, &run, y, &ground);
        }
    }
    if let Some((x, y)) = cursor {
        let (left, top) = (MARGIN + u32::from(x) * CELL.0, MARGIN + u32::from(y) * CELL.1);
        let fg = look(&buffer[(0, 0)]).fg;
        writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"2\" height=\"{}\" fill=\"{fg}\"/>",
            CELL.1
        )
        .unwrap();
    }
    out + "</svg>\n"
}

/// Neighbouring cells that look the same.
struct Run {
    x: u32,
    cells: u32,
    look: Look,
    /// Each piece of text with the cell it starts in: wide letters stand alone, so that every machine's font keeps the
    /// columns.
    texts: Vec<(u32, String)>,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let symbol = cell.symbol();
        let wide = u32::from(!symbol.is_ascii() && unicode_width::UnicodeWidthStr::width(symbol) > 1);
        let (at, look) = (u32::from(x), look(cell));
        match runs.last_mut() {
            Some(run) if run.look == look => {
                run.cells += 1 + wide;
                match run.texts.last_mut() {
                    Some((_, text)) if joins(text, symbol) => text.push_str(symbol),
                    _ => run.texts.push((at, symbol.to_owned())),
                }
            }
            _ => runs.push(Run {
                x: at,
                cells: 1 + wide,
                look,
                texts: vec![(at, symbol.to_owned())],
            }),
        }
        x += 1 + u16::try_from(wide).unwrap();
    }
    runs
}

/// Whether a letter goes on with a word. Words stand apart, because viewers fold the spaces between them.
fn joins(text: &str, symbol: &str) -> bool {
    symbol.is_ascii() && text.is_ascii() && symbol != " " && !text.ends_with(' ')
}

fn draw_run(out: &mut String, run: &Run, y: u16, ground: &str) {
    let top = MARGIN + u32::from(y) * CELL.1;
    if run.look.bg != ground {
        let (left, width) = (MARGIN + run.x * CELL.0, run.cells * CELL.0);
        writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1, run.look.bg
        )
        .unwrap();
    }
    let mut style = format!("fill=\"{}\"", run.look.fg);
    if run.look.bold {
        style += " font-weight=\"bold\"";
    }
    if run.look.dim {
        style += " opacity=\"0.65\"";
    }
    if run.look.underline {
        style += " text-decoration=\"underline\"";
    }
    for (x, text) in run.texts.iter().filter(|(_, t)| !t.trim().is_empty()) {
        let left = MARGIN + x * CELL.0;
        let cells = u32::try_from(unicode_width::UnicodeWidthStr::width(text.as_str())).unwrap();
        writeln!(
            out,
            "<text x=\"{left}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" {style}>{}</text>",
            top + BASELINE,
            cells * CELL.0,
            escape(text)
        )
        .unwrap();
    }
}
