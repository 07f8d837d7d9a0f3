//! What comes from outside, in one queue: keys from one thread, signals from another. Nothing here ticks.

use super::terminal::is_handed_over;
use crate::app::collecting::News;
use crate::app::{Input, Mouse};
use crate::keymap::{Key, KeyCode};
use crossterm::event::{
    self, Event, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::cell::Cell;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// For the app.
    Input(Input),
    /// The mouse did something in a cell: column and row, from 0.
    Mouse(Mouse, u16, u16),
    /// The window has another size, or the screen was overwritten: draw all of it.
    Redraw,
    /// The program was stopped and goes on; the terminal may have been changed.
    Resumed,
    /// Somebody asks the program to stop, as Ctrl-Z does.
    Stop,
    /// The system asks the program to end; the signal's number.
    End(i32),
    /// The terminal cannot be read any more.
    Broken(io::Error),
    /// Whoever collects has something to tell.
    News(News),
}

/// The queue.
pub(crate) struct Events {
    sender: Sender<Sent>,
    receiver: Receiver<Sent>,
    gate: Arc<Gate>,
    /// How many messages of the terminal were given out.
    given: Cell<u64>,
}

/// A message, and whether the terminal sent it.
type Sent = (Message, bool);

/// Lets the terminal be read only while nobody else may have it: all that it sent before must be dealt with, or an
/// editor that one of these messages opens would have to share its keys with us.
#[derive(Default)]
struct Gate {
    /// How many messages of the terminal are dealt with.
    done: Mutex<u64>,
    opened: Condvar,
}

impl Gate {
    fn open(&self, done: u64) {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = done;
        self.opened.notify_one();
    }

    /// Waits until so many messages are dealt with.
    fn wait(&self, sent: u64) {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.opened.wait_while(done, |done| *done < sent));
    }
}

impl Events {
    /// Starts catching signals. Before the terminal is taken over, so that none leaves it unclean.
    ///
    /// # Errors
    /// When the signals cannot be caught.
    pub(crate) fn catch_signals() -> io::Result<Self> {
        let (sender, receiver) = channel();
        #[cfg(unix)]
        signals(sender.clone())?;
        Ok(Self {
            sender,
            receiver,
            gate: Arc::default(),
            given: Cell::new(0),
        })
    }

    /// Starts reading the terminal. After the first frame, which needs no keys.
    pub(crate) fn read_keys(&self) {
        let (sender, gate) = (self.sender.clone(), Arc::clone(&self.gate));
        thread::spawn(move || keys(&sender, &gate));
    }

    /// What puts news into the queue from another thread.
    pub(crate) fn teller(&self) -> impl Fn(News) + Send + 'static {
        let sender = self.sender.clone();
        move |news| {
            let _ = sender.send((Message::News(news), false)); // nobody listening is no error
        }
    }

    /// Waits for the next message, then gives all that are waiting; gives none where nothing comes within `pause`.
    ///
    /// What was given before is taken to be dealt with.
    pub(crate) fn wait(&self, pause: Option<Duration>) -> impl Iterator<Item = Message> {
        self.gate.open(self.given.get());
        // Never fails but by the time: `self` keeps a sender.
        let first = match pause {
            None => self.receiver.recv().ok(),
            Some(pause) => self.receiver.recv_timeout(pause).ok(),
        };
        first
            .into_iter()
            .chain(self.receiver.try_iter())
            .map(|(message, is_typed)| {
                self.given.set(self.given.get() + u64::from(is_typed));
                message
            })
    }
}

/// Reads the terminal until it breaks or nobody listens.
fn keys(sender: &Sender<Sent>, gate: &Gate) {
    let mut sent = 0;
    loop {
        // What is there already goes with what was sent before; only for more the others come first.
        if !matches!(event::poll(Duration::ZERO), Ok(true)) {
            gate.wait(sent);
        }
        let message = match event::read() {
            Ok(event) => match translate(event) {
                Some(message) => message,
                None => continue,
            },
            Err(e) => Message::Broken(e),
        };
        let broken = matches!(message, Message::Broken(_));
        sent += 1;
        if sender.send((message, true)).is_err() || broken {
            return;
        }
    }
}

#[cfg(unix)]
fn signals(sender: Sender<Sent>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let caught = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(caught)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if is_handed_over() {
                match signal {
                    // They go to all in the terminal, and are meant for the program that has it.
                    SIGINT | SIGQUIT | SIGWINCH => continue,
                    SIGTSTP => {
                        let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
                        continue;
                    }
                    _ => {}
                }
            }
            let message = match signal {
                SIGCONT => Message::Resumed,
                SIGTSTP => Message::Stop,
                SIGWINCH => Message::Redraw,
                other => Message::End(other),
            };
            if sender.send((message, false)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

fn translate(event: Event) -> Option<Message> {
    Some(match event {
        Event::Key(key) => Message::Input(Input::Key(translate_key(key)?)),
        Event::Paste(text) => Message::Input(Input::Paste(text)),
        Event::FocusGained => Message::Input(Input::Back),
        // Elsewhere the signal says so, which is caught before the first frame; the library catches it only later.
        Event::Resize(..) if cfg!(windows) => Message::Redraw,
        Event::Mouse(event) => translate_mouse(event)?,
        Event::FocusLost | Event::Resize(..) => return None,
    })
}

/// What a mouse does that we listen to: the left button and the wheel.
fn translate_mouse(event: MouseEvent) -> Option<Message> {
    let mouse = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
        MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
        MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
        MouseEventKind::ScrollUp => Mouse::WheelUp,
        MouseEventKind::ScrollDown => Mouse::WheelDown,
        _ => return None,
    };
    Some(Message::Mouse(mouse, event.column, event.row))
}

/// Our key for the library's; none for what no key of ours is, and for releases.
fn translate_key(event: KeyEvent) -> Option<Key> {
    use crossterm::event::KeyCode as Theirs;
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |m| event.modifiers.contains(m);
    let mut key = Key {
        code: KeyCode::Enter,
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT),
    };
    key.code = match event.code {
        Theirs::Char(c) => {
            key.shift = false; // the character carries it
            KeyCode::Char(if key.ctrl { c.to_ascii_lowercase() } else { c })
        }
        Theirs::F(n) => KeyCode::F(n),
        Theirs::Enter => KeyCode::Enter,
        Theirs::Esc => KeyCode::Esc,
        Theirs::Tab => KeyCode::Tab,
        Theirs::BackTab => {
            key.shift = true;
            KeyCode::Tab
        }
        Theirs::Backspace => KeyCode::Backspace,
        Theirs::Delete => KeyCode::Delete,
        Theirs::Insert => KeyCode::Insert,
        Theirs::Left => KeyCode::Left,
        Theirs::Right => KeyCode::Right,
        Theirs::Up => KeyCode::Up,
        Theirs::Down => KeyCode::Down,
        Theirs::Home => KeyCode::Home,
        Theirs::End => KeyCode::End,
        Theirs::PageUp => KeyCode::PageUp,
        Theirs::PageDown => KeyCode::PageDown,
        _ => return None,
    };
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyCode as Theirs;

    fn key(code: Theirs, modifiers: KeyModifiers) -> Option<String> {
        translate_key(KeyEvent::new(code, modifiers)).map(|k| k.to_string())
    }

    #[test]
    fn keys_are_translated() {
        let none = KeyModifiers::NONE;
        assert_eq!(key(Theirs::Char('课'), none).unwrap(), "课");
        assert_eq!(key(Theirs::Char('G'), KeyModifiers::SHIFT).unwrap(), "G");
        assert_eq!(key(Theirs::Char('R'), KeyModifiers::CONTROL).unwrap(), "ctrl-r");
        assert_eq!(key(Theirs::BackTab, KeyModifiers::SHIFT).unwrap(), "shift-tab");
        assert_eq!(key(Theirs::Left, KeyModifiers::SHIFT).unwrap(), "shift-left");
        assert_eq!(key(Theirs::CapsLock, none), None);
    }

    #[test]
    fn a_release_is_no_key() {
        let mut event = KeyEvent::new(Theirs::Char('x'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(translate_key(event), None);
        event.kind = KeyEventKind::Repeat;
        assert!(translate_key(event).is_some(), "a key held down goes on");
    }
}
