//! The terminal taken over and given back clean, whatever happens in between.

use super::job;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, queue, style};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Once, OnceLock};

/// Whether the terminal is ours now; the panic hook must know, whichever thread it runs in.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal, so that its signals are not meant for us.
static HANDED_OVER: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal now.
pub(crate) fn is_handed_over() -> bool {
    HANDED_OVER.load(Ordering::SeqCst)
}

/// Standard output without its lock: whoever holds that, a panic in another thread must still get through.
static OUTPUT: OnceLock<File> = OnceLock::new();

fn output() -> Box<dyn Write> {
    match OUTPUT.get() {
        Some(file) => Box::new(file),
        None => Box::new(io::stdout()),
    }
}

#[cfg(unix)]
fn open_output() {
    use std::os::fd::AsFd;
    if OUTPUT.get().is_none()
        && let Ok(fd) = io::stdout().as_fd().try_clone_to_owned()
    {
        let _ = OUTPUT.set(File::from(fd)); // set by another thread meanwhile: the same
    }
}

#[cfg(not(unix))]
fn open_output() {}

/// What is written for one frame, sent to the terminal at once when the frame is done.
#[derive(Clone, Default)]
pub(crate) struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(()) // the drawing library flushes several times a frame; Screen::present does it once
    }
}

/// The terminal while it is ours. Dropping it gives it back.
pub(crate) struct Screen {
    mouse: bool,
    frame: Frame,
    terminal: Terminal<CrosstermBackend<Frame>>,
}

impl Screen {
    /// Takes the terminal over, with or without its mouse.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub(crate) fn take(mouse: bool) -> io::Result<Self> {
        open_output();
        hook_panics();
        enter(mouse)?;
        let frame = Frame::default();
        let backend = CrosstermBackend::new(frame.clone());
        // A fixed area: the size is asked for when a signal says that it changed, not for every frame.
        let made = area().and_then(|area| {
            let viewport = Viewport::Fixed(area);
            Terminal::with_options(backend, TerminalOptions { viewport })
        });
        if made.is_err() {
            leave();
        }
        let terminal = made?;
        Ok(Self {
            mouse,
            frame,
            terminal,
        })
    }

    /// Draws one frame and sends it in one piece.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub(crate) fn present(
        &mut self,
        draw: impl FnOnce(&mut Terminal<CrosstermBackend<Frame>>) -> io::Result<()>,
    ) -> io::Result<()> {
        draw(&mut self.terminal)?;
        let mut bytes = self.frame.0.borrow_mut();
        let mut out = output();
        out.write_all(&bytes)?;
        out.flush()?;
        bytes.clear();
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame draws all of it.
    ///
    /// # Errors
    /// When the size of the terminal is unknown.
    pub(crate) fn forget(&mut self) -> io::Result<()> {
        self.terminal.resize(area()?)
    }

    /// Takes the terminal back if somebody else has had it since: the shell while we were stopped, or a panic that was
    /// caught further up. The next frame draws all of it.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub(crate) fn retake(&mut self) -> io::Result<()> {
        enter(self.mouse)?;
        self.forget()
    }

    /// Listens to the mouse from now on, or leaves it to the terminal.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub(crate) fn listen_to_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if mouse == self.mouse {
            return Ok(());
        }
        self.mouse = mouse;
        send(|out| {
            if mouse {
                listen(out)
            } else {
                queue!(out, DisableMouseCapture)
            }
        })
    }

    /// Whether a panic has given the terminal back behind our back.
    #[must_use]
    pub(crate) fn is_lost() -> bool {
        !TAKEN.load(Ordering::SeqCst)
    }

    /// Gives the terminal to another program for as long as `meanwhile` takes.
    ///
    /// # Errors
    /// When the terminal refuses to be taken back.
    pub(crate) fn hand_over(&mut self, meanwhile: impl FnOnce()) -> io::Result<()> {
        leave();
        HANDED_OVER.store(true, Ordering::SeqCst);
        meanwhile();
        HANDED_OVER.store(false, Ordering::SeqCst);
        self.retake()
    }

    /// Stops the program as the shell's Ctrl-Z does, with the terminal clean and a word on the way back; returns when it
    /// goes on. Does nothing where nobody could let it go on.
    ///
    /// # Errors
    /// When the terminal refuses to be taken back.
    pub(crate) fn suspend(&mut self, words: &str) -> io::Result<()> {
        if !job::is_watched() {
            return Ok(());
        }
        leave();
        let _ = send(|out| writeln!(out, "{words}"));
        job::stop();
        self.retake()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// The whole window. One that does not know its size, as a bare pseudo-terminal, is taken for the usual one.
fn area() -> io::Result<Rect> {
    let usual = |n, usual| if n == 0 { usual } else { n };
    let (width, height) = crossterm::terminal::size()?;
    Ok(Rect::new(0, 0, usual(width, 80), usual(height, 24)))
}

/// How many cells wide the window is.
pub(super) fn columns() -> Option<usize> {
    area().ok().map(|area| area.width.into())
}

fn enter(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    // What raw mode was told to return to is what the shell has set by now, not what it was before a stop.
    disable_raw_mode()?;
    enable_raw_mode()?;
    let entered = send(|out| {
        queue!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange,
            cursor::Hide
        )?;
        if mouse { listen(out) } else { Ok(()) }
    });
    if entered.is_err() {
        leave();
    }
    entered
}

/// Asks for buttons, wheel and dragging, but not for every movement of the mouse, which would wake us for nothing.
#[cfg(not(windows))]
fn listen(out: &mut Vec<u8>) -> io::Result<()> {
    out.write_all(b"\x1b[?1000h\x1b[?1002h\x1b[?1006h")
}

#[cfg(windows)]
fn listen(out: &mut Vec<u8>) -> io::Result<()> {
    queue!(out, crossterm::event::EnableMouseCapture)
}

/// Writes commands in one piece.
fn send(commands: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<()> {
    let mut bytes = Vec::new();
    commands(&mut bytes)?;
    let mut out = output();
    out.write_all(&bytes)?;
    out.flush()
}

/// Gives the terminal back; does nothing if it is not ours. Errors have nowhere to go.
fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = send(|out| {
        queue!(
            out,
            style::ResetColor,
            DisableMouseCapture,
            DisableFocusChange,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            cursor::Show
        )
    });
    let _ = disable_raw_mode();
}

/// A panic gives the terminal back before its message is printed, or the message would be lost on the other screen.
/// A panic that the store catches and mends is nothing to show.
fn hook_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !crate::store::is_guarded() {
                leave();
                before(info);
            }
        }));
    });
}
