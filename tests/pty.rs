//! The program in a real pseudo-terminal: what a terminal shows, and that it is clean afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]
#![cfg(unix)]

mod common;

use common::{Memory, setup};
use jianfu::i18n::Lang;
use jianfu::tui::run::{Exit, run_on};
use jianfu::tui::{Backing, Trouble};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A program in a terminal.
struct Tty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    bytes: usize,
}

fn cells(n: u16, usual: u16) -> NonZeroU16 {
    NonZeroU16::new(n).or(NonZeroU16::new(usual)).unwrap()
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Tty {
    fn open(command: CommandBuilder, rows: u16, cols: u16) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(cells(rows, 24), cells(cols, 80), 0),
            bytes: 0,
        }
    }

    /// The real program on a folder of its own.
    fn jianfu(dir: &std::path::Path, args: &[&str]) -> Self {
        Self::open(jianfu(dir, args), 24, 80)
    }

    /// This test binary as a program of its own, running [`in_a_terminal_of_its_own`].
    fn own() -> Self {
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "in_a_terminal_of_its_own",
            "--nocapture",
            "--test-threads=1",
        ]);
        command.env("JIANFU_TEST_TERMINAL", "1");
        command.env("TERM", "xterm-256color");
        Self::open(command, 24, 80)
    }

    fn send(&mut self, text: &str) -> &mut Self {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Takes in output until the screen is as wanted.
    fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let start = Instant::now();
        while !wanted(self.screen.screen()) {
            assert!(
                start.elapsed() < PATIENCE,
                "no {what}; the screen:\n{}",
                self.text()
            );
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.bytes += bytes.len();
                self.screen.process(&bytes);
            }
        }
        self
    }

    fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |s| s.contents().contains(text))
    }

    /// Takes in output until none comes any more.
    fn settle(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.bytes += bytes.len();
            self.screen.process(&bytes);
        }
    }

    fn is_raw(&self) -> bool {
        let termios = self.master.get_termios().unwrap();
        // Raw mode clears ICANON and ECHO; the names need no import this way.
        let flags = format!("{:?}", termios.local_flags);
        !(flags.contains("ICANON") && flags.contains("ECHO"))
    }

    /// Waits until what is typed is not shown by the terminal itself.
    fn until_raw(&self) {
        let start = Instant::now();
        while !self.is_raw() {
            assert!(start.elapsed() < PATIENCE, "it is shown:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Nothing of ours is left on the terminal.
    fn is_clean(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && !self.is_raw()
    }

    fn wait_clean(&mut self) {
        let start = Instant::now();
        while !self.is_clean() {
            assert!(
                start.elapsed() < PATIENCE,
                "the terminal is not clean:\n{}",
                self.text()
            );
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
            }
        }
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        let status = std::process::Command::new("kill").args([name, &pid]).status();
        assert!(status.unwrap().success());
    }

    /// The state of the process, as the system has it: `S` sleeping, `T` stopped.
    fn state(&self) -> char {
        let pid = self.child.process_id().unwrap().to_string();
        let out = std::process::Command::new("ps")
            .args(["-o", "state=", "-p", &pid])
            .output();
        String::from_utf8(out.unwrap().stdout)
            .unwrap()
            .trim()
            .chars()
            .next()
            .unwrap_or('-')
    }

    fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "it goes on:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn jianfu(dir: &std::path::Path, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianfu"));
    command.arg("--data-dir");
    command.arg(dir);
    command.args(["--lang", "zh-Hans", "--now", "2026-11-20T17:30"]);
    command.args(args);
    command.env("JIANFU_CONFIG", "/dev/null"); // there and empty: no first start
    command.env("TERM", "xterm-256color");
    command
}

/// Memory, until it is told to panic: editing a block while the store breaks is as bad as it gets.
struct Panicking(Memory);

impl Backing for Panicking {
    fn known(
        &mut self,
        _: &jianfu::transfer::incoming::Incoming,
        _: chrono::NaiveDateTime,
        _: &jianfu::i18n::I18n,
    ) -> Result<jianfu::transfer::incoming::Known, Trouble> {
        panic!("on purpose")
    }

    fn load(
        &mut self,
        date: chrono::NaiveDate,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<jianfu::app::Loaded, Trouble> {
        self.0.load(date, now, i18n)
    }

    fn apply(
        &mut self,
        _: &jianfu::diary::Operation,
        _: &[jianfu::diary::Setting],
        _: chrono::NaiveDate,
        _: chrono::NaiveDateTime,
        _: &jianfu::i18n::I18n,
    ) -> Result<(jianfu::diary::Outcome, jianfu::app::Reread), Trouble> {
        panic!("the test wants a panic");
    }

    fn revert(
        &mut self,
        redo: bool,
        date: chrono::NaiveDate,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<(Option<jianfu::store::Undone>, jianfu::app::Reread), Trouble> {
        self.0.revert(redo, date, now, i18n)
    }

    fn set(
        &mut self,
        setting: &jianfu::diary::Setting,
        date: chrono::NaiveDate,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<jianfu::app::Reread, Trouble> {
        self.0.set(setting, date, now, i18n)
    }

    fn read(
        &mut self,
        query: jianfu::app::Query,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<jianfu::app::Answer, Trouble> {
        self.0.read(query, now, i18n)
    }

    fn respond(
        &mut self,
        responding: &jianfu::app::Responding,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<jianfu::app::Responded, Trouble> {
        self.0.respond(responding, now, i18n)
    }

    fn maintain(
        &mut self,
        task: &jianfu::app::Task,
        date: chrono::NaiveDate,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
    ) -> Result<(String, jianfu::app::Reread), Trouble> {
        self.0.maintain(task, date, now, i18n)
    }

    fn move_to(
        &mut self,
        dir: &str,
        date: chrono::NaiveDate,
        now: chrono::NaiveDateTime,
        i18n: &jianfu::i18n::I18n,
        configure: &mut dyn FnMut() -> Result<(), String>,
    ) -> Result<(String, jianfu::app::Reread), Trouble> {
        self.0.move_to(dir, date, now, i18n, configure)
    }
}

/// Not a test of its own: what [`Tty::own`] starts.
#[test]
fn in_a_terminal_of_its_own() {
    if std::env::var_os("JIANFU_TEST_TERMINAL").is_some() {
        let exit = run_on(setup(Panicking(Memory::default()), Lang::En));
        assert_eq!(exit.unwrap(), Exit::Done);
    }
}

#[test]
fn chinese_is_typed_saved_and_there_again_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    assert!(tty.is_raw() && tty.screen.screen().alternate_screen());
    tty.send("上课 8:00-8:45 三(2)班")
        .shows("45 分钟")
        .send("\r")
        .shows("已保存");
    let (_, column) = tty.screen.screen().cursor_position();
    assert!(
        !tty.screen.screen().hide_cursor() && column > 0,
        "the cursor stands in the line"
    );
    tty.send("\x1b")
        .until("a hidden cursor", vt100::Screen::hide_cursor);
    tty.send("q");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();

    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("08:00-08:45").shows("三(2)班");
    tty.send("\x11");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();
}

/// The editor has the terminal and all that is typed in it, and then the terminal is ours again.
#[test]
fn a_timetable_is_edited_as_a_text_in_the_user_s_editor() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let editor = dir.path().join("editor");
    let script = "#!/bin/sh\necho 'YOUR EDITOR'\nread -r line\nprintf '%s\\n' \"$line\" >> \"$1\"\n";
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = jianfu(&dir.path().join("data"), &[]);
    command.env("EDITOR", &editor);
    command.env_remove("VISUAL");
    let mut tty = Tty::open(command, 24, 80);
    tty.shows("这一天还没有记录")
        .send("T")
        .shows("未设学期")
        .send("E")
        .shows("YOUR EDITOR");
    assert!(!tty.screen.screen().alternate_screen() && !tty.is_raw());
    tty.send("mon = [{ period = 1, note = \"三(2)班语文\" }]\r")
        .shows("已保存")
        .shows("三(2)班");
    assert!(tty.is_raw() && tty.screen.screen().alternate_screen());
    tty.send("E")
        .until("the editor again", |s| {
            s.contents().matches("YOUR EDITOR").count() == 2
        })
        .send("nonsense\r")
        .shows("文本不能采用");
    tty.send("\x1b").shows("文本保存在");
    let kept = tty
        .text()
        .split("文本保存在")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned();
    assert!(std::fs::read_to_string(&kept).unwrap().ends_with("nonsense\n"));
    std::fs::remove_file(kept).unwrap();
    tty.send("u").shows("已撤销").send("q");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();
}

#[test]
fn what_the_screen_shows_is_what_was_drawn_after_wide_and_narrow_text_change_places() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    tty.send("8:00-8:45 sk 三班语文数学\r").shows("已保存");
    tty.send("\x1b[200~9:00-9:40 sk abc\r\nxyz\x1b[201~")
        .shows("abc  xyz");
    tty.send("\r").shows("已保存：09:00-09:40");
    tty.send("\x1b[A\x1b[A").send("x").shows("已删除：08:00-08:45");
    tty.settle();
    let row = tty
        .text()
        .lines()
        .find(|l| l.contains("09:00-09:40") && l.contains("abc"))
        .unwrap()
        .to_owned();
    assert!(!row.contains('三') && !row.contains('班'), "{row}");
}

#[test]
fn a_resize_draws_all_of_it_anew() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    for (rows, cols, text) in [
        (40, 120, "这一天还没有记录"),
        (10, 30, "60x18"),
        (18, 60, "这一天还没有记录"),
    ] {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        tty.screen.screen_mut().set_size(cells(rows, 24), cells(cols, 80));
        tty.screen.process(b"\x1b[2J");
        tty.master.resize(size).unwrap();
        tty.shows(text);
    }
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_the_usual_one() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::open(jianfu(dir.path(), &[]), 0, 0);
    tty.shows("这一天还没有记录").shows("退出");
}

/// The program as a job of a shell with job control, as a user has; `line` is what is typed to start it, with `{}` for
/// the program and its arguments.
fn as_a_job(dir: &std::path::Path, line: &str) -> Tty {
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    command.env("PS1", "shell> ");
    command.env("JIANFU_CONFIG", "/dev/null");
    command.env("TERM", "xterm-256color");
    let mut tty = Tty::open(command, 24, 80);
    tty.shows("shell>");
    let program = env!("CARGO_BIN_EXE_jianfu");
    let dir = dir.display();
    let program = format!("{program} --data-dir {dir} --lang en --now 2026-11-20T17:30");
    tty.send(&format!("{}\r", line.replace("{}", &program)));
    tty.shows("Nothing logged");
    tty
}

/// The shell has the terminal, and gives it back: from the stop to the line that was being typed.
fn stopped_and_back(tty: &mut Tty, round: usize) {
    tty.until("the shell's word that it is stopped", |s| {
        s.contents().matches("Stopped").count() == round
    });
    let screen = tty.screen.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor()); // bracketed paste is the shell's own by now
    tty.send(&format!("echo sum-$((20+{round}))\r"))
        .shows(&format!("sum-{}", 20 + round));
    tty.send("fg\r")
        .until("the screen again", vt100::Screen::alternate_screen);
    tty.shows("log> 8:00-8:45 sk");
}

#[test]
fn ctrl_z_stops_it_with_a_clean_terminal_and_it_goes_on() {
    // A wrapper is what the shell sees, and it waits: it must be stopped too.
    for line in ["{}", "sh -c '{}; true'"] {
        let dir = tempfile::tempdir().unwrap();
        let mut tty = as_a_job(dir.path(), line);
        tty.send("8:00-8:45 sk").shows("45 min");
        for round in 1..=2 {
            tty.send("\x1a");
            stopped_and_back(&mut tty, round);
        }
        tty.send("\r").shows("Saved: 08:00-08:45 lesson");
        tty.send("\x11").until("the shell", |s| !s.alternate_screen());
        tty.settle(); // what is typed before the program is gone is still its own
        tty.send("echo sum-$((20+4))\r").shows("sum-24");
    }
}

#[test]
fn a_request_to_stop_from_outside_leaves_the_terminal_clean() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = as_a_job(dir.path(), "{}");
    tty.send("8:00-8:45 sk").shows("45 min");
    let pid = tty.master.process_group_leader().unwrap().to_string();
    for round in 1..=2 {
        let sent = std::process::Command::new("kill").args(["-TSTP", &pid]).status();
        assert!(sent.unwrap().success());
        stopped_and_back(&mut tty, round);
    }
}

#[test]
fn without_a_shell_that_watches_ctrl_z_does_not_hang_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    tty.send("\x1a");
    tty.settle();
    tty.signal("-TSTP");
    tty.settle();
    if tty.state() == 'T' {
        tty.signal("-CONT"); // the pseudo-terminal's parent counts as a watcher on this system
    }
    tty.until("the screen again", vt100::Screen::alternate_screen);
    tty.send("8:00-8:45 sk").shows("45 分钟");
}

#[test]
fn signals_end_it_with_a_clean_terminal() {
    for (name, code) in [("-TERM", 143), ("-HUP", 129), ("-INT", 130), ("-QUIT", 131)] {
        let dir = tempfile::tempdir().unwrap();
        let mut tty = Tty::jianfu(dir.path(), &[]);
        tty.shows("这一天还没有记录").send("8:00").shows("8:00");
        tty.signal(name);
        assert_eq!(tty.exit_code(), code, "{name}");
        tty.wait_clean();
    }
}

#[test]
fn a_stop_from_outside_ends_in_a_whole_screen() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    tty.signal("-STOP");
    tty.settle();
    tty.screen.process(b"\x1b[2J"); // the shell's output over it
    tty.signal("-CONT");
    tty.shows("这一天还没有记录");
}

#[test]
fn a_panic_leaves_the_terminal_clean_and_its_message_readable() {
    let mut tty = Tty::own();
    tty.shows("Nothing logged");
    assert!(tty.is_raw());
    tty.send("8:00-8:45 sk\r").shows("the test wants a panic");
    tty.wait_clean();
    assert_ne!(tty.exit_code(), 0);
}

#[test]
fn commands_work_while_it_is_open_and_are_seen_on_coming_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    let mut add = Tty::jianfu(dir.path(), &["add", "8:00-8:45 sk"]);
    assert_eq!(add.exit_code(), 0);
    tty.send("\x1b[I").shows("08:00-08:45");
}

/// Not every terminal tells that it has the focus again.
#[test]
fn what_commands_change_is_seen_at_the_first_key_after_a_pause() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    let mut add = Tty::jianfu(dir.path(), &["add", "8:00-8:45 sk"]);
    assert_eq!(add.exit_code(), 0);
    std::thread::sleep(Duration::from_millis(1100));
    tty.send("k").shows("08:00-08:45");
}

#[test]
fn a_flood_of_keys_is_taken_before_drawing() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    tty.settle();
    tty.bytes = 0;
    let keys = format!("{}the end", &"8:00-8:45 sk abcdefgh".repeat(10)[..193]);
    tty.send(&keys).shows("the end");
    assert!(tty.bytes < 15_000, "{} bytes for 200 keys", tty.bytes);
    // The end of the last frame may come late; who draws all the time is never quiet.
    let quiet = (0..10).any(|_| {
        tty.settle();
        tty.bytes = 0;
        tty.settle();
        tty.bytes == 0
    });
    assert!(quiet, "nothing is drawn when nothing happens");
}

#[test]
fn an_arrow_key_held_down_reads_and_draws_little() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &[]);
    tty.shows("这一天还没有记录");
    tty.settle();
    tty.bytes = 0;
    let start = Instant::now();
    tty.send(&"\x1b[D".repeat(200)).shows("2026年05月04日");
    let took = start.elapsed();
    assert!(tty.bytes < 15_000, "{} bytes for 200 keys", tty.bytes);
    assert!(took < Duration::from_secs(2), "{took:?}"); // 40 ms on a machine that does nothing else
}

#[test]
fn without_a_terminal_it_names_the_commands_and_exits_with_2() {
    let dir = tempfile::tempdir().unwrap();
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_jianfu"))
        .args(["--lang", "en", "--data-dir"])
        .arg(dir.path())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
    let text = String::from_utf8(out.stderr).unwrap();
    assert!(
        text.contains("jianfu add") && text.trim_end().lines().count() == 1,
        "{text}"
    );
    let mut command = jianfu(dir.path(), &[]);
    command.env("TERM", "dumb");
    let mut tty = Tty::open(command, 24, 80);
    assert_eq!(tty.exit_code(), 2);
    tty.shows("jianfu add");
}

#[test]
fn a_workbook_is_not_written_to_a_terminal() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::jianfu(dir.path(), &["week", "--format", "xlsx"]);
    tty.shows("-o jianfu-2026-W47.xlsx");
    assert_eq!(tty.exit_code(), 1);
    let mut tty = Tty::jianfu(dir.path(), &["week", "--format", "md"]);
    tty.shows("## 数字说明");
    assert_eq!(tty.exit_code(), 0);
}

#[test]
fn keys_of_the_user_s_own_hold_and_a_bad_keymap_leaves_the_built_in_ones() {
    let dir = tempfile::tempdir().unwrap();
    let (config, keymap) = (dir.path().join("config.toml"), dir.path().join("keymap.toml"));
    let start = || Tty::jianfu(&dir.path().join("data"), &["--config", config.to_str().unwrap()]);
    std::fs::write(&config, "").unwrap();
    std::fs::write(&keymap, "[day]\nquit = [\"f10\"]\n").unwrap();
    let mut tty = start();
    tty.shows("这一天还没有记录").send("\x1b[21~");
    assert_eq!(tty.exit_code(), 0);
    std::fs::write(&keymap, "[day]\nquit = []\n").unwrap();
    let mut tty = start();
    tty.shows("这一天还没有记录").send("\x11");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();
    tty.settle();
    let told = tty.text().replace('\n', "");
    assert!(
        told.contains("keymap.toml") && told.contains("改用内置按键"),
        "{told}"
    );
}

/// The program with its configuration in a file, in a language of nobody's saying.
fn configured(dir: &std::path::Path, locale: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianfu"));
    command.args(["--now", "2026-11-20T17:30", "--data-dir"]);
    command.arg(dir.join("data"));
    command.env("JIANFU_CONFIG", dir.join("config.toml"));
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", locale);
    command
}

#[test]
fn a_changed_setting_is_in_the_file_and_outlives_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("config.toml");
    std::fs::write(&file, "# mine\ntheme = \"default\" # calm\n").unwrap();
    let mut tty = Tty::open(configured(dir.path(), "zh_CN.UTF-8"), 24, 80);
    tty.shows("这一天还没有记录").send("\x13").shows("设置");
    tty.send("\x1b[C\x1b[C\x1b[C").shows("Saved"); // the system's, 简体中文, 繁體中文, English
    tty.send("j\x1b[C").shows("< blackboard >").send("q");
    tty.wait_clean();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.starts_with("# mine\ntheme = \"blackboard\" # calm\n"),
        "{text}"
    );
    assert!(text.contains("language = \"en\""), "{text}");
    let mut tty = Tty::open(configured(dir.path(), "zh_CN.UTF-8"), 24, 80);
    tty.shows("Nothing logged")
        .send("\x13")
        .shows("blackboard")
        .send("q");
    tty.wait_clean();
}

#[test]
fn the_first_start_asks_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut tty = Tty::open(configured(dir.path(), "zh_TW.UTF-8"), 24, 80);
    tty.shows("第 1 步")
        .shows("> 繁體中文")
        .send("\r")
        .shows("第 2 步");
    tty.send("\x1b[C")
        .shows("第 3 步")
        .send("\r")
        .shows("這一天還沒有紀錄");
    tty.send("q");
    tty.wait_clean();
    let text = std::fs::read_to_string(dir.path().join("config.toml")).unwrap();
    assert!(
        text.contains("language = \"zh-Hant\"") && text.contains("# auto"),
        "{text}"
    );
    let mut tty = Tty::open(configured(dir.path(), "C"), 24, 80);
    tty.shows("這一天還沒有紀錄").send("q");
    tty.wait_clean();
}

#[test]
fn a_first_start_that_is_typed_over_is_remembered_and_the_demo_asks_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut demo = configured(dir.path(), "C");
    demo.arg("demo");
    let mut tty = Tty::open(demo, 24, 80);
    tty.shows("2026-11-20 Today")
        .send("\x13\x1b[C")
        .shows("已保存")
        .send("q");
    tty.wait_clean();
    assert!(!dir.path().join("config.toml").exists(), "the demo keeps nothing");
    let mut tty = Tty::open(configured(dir.path(), "C"), 24, 80);
    tty.shows("Step 1 of 3").send("8:00").shows("> 8:00");
    tty.send("\x11").shows("not saved yet").send("\x11");
    tty.wait_clean();
    assert!(dir.path().join("config.toml").exists());
    let mut tty = Tty::open(configured(dir.path(), "C"), 24, 80);
    tty.shows("Nothing logged").send("q");
    tty.wait_clean();
}

#[test]
fn the_demo_leaves_its_data_where_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let mut demo = CommandBuilder::new(env!("CARGO_BIN_EXE_jianfu"));
    demo.args(["--now", "2026-11-20T17:30", "--lang", "en", "demo"]);
    demo.env("JIANFU_CONFIG", dir.path().join("config.toml"));
    demo.env("TERM", "xterm-256color");
    let mut tty = Tty::open(demo, 24, 80);
    tty.shows("2026-11-20 Today").send("\x13").shows("Settings");
    for _ in 0..30 {
        if tty.text().lines().any(|l| l.starts_with(" > Data folder")) {
            break;
        }
        tty.send("j").settle();
    }
    tty.shows("> Data folder")
        .send("\r")
        .shows("leave it out there")
        .send("q");
    tty.wait_clean();
}

/// What the screen hides is said before it starts.
#[test]
fn the_screen_does_not_start_where_nobody_knows_which_data_it_is_about() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("config.toml"), "mouse = true\ndata_dir = 3\n").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianfu"));
    command.env("JIANFU_CONFIG", dir.path().join("config.toml"));
    command.env("HOME", dir.path());
    command.env("LC_ALL", "C");
    command.env("TERM", "xterm-256color");
    let mut tty = Tty::open(command, 24, 80);
    assert_eq!(tty.exit_code(), 1);
    tty.settle();
    let told = tty.text().replace('\n', "");
    assert!(told.contains("line 2") && told.contains("--data-dir"), "{told}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_configuration_that_cannot_be_written_is_said_and_the_screen_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("locked/config.toml");
    std::fs::create_dir(dir.path().join("locked")).unwrap();
    std::fs::write(&file, "mouse = true\n").unwrap();
    let lock = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(dir.path().join("locked"), mode).unwrap();
    };
    lock(0o555);
    if std::fs::write(dir.path().join("locked/x"), "").is_ok() {
        return lock(0o755); // the super-user writes everywhere
    }
    let mut command = configured(dir.path(), "C");
    command.env("JIANFU_CONFIG", &file);
    let mut tty = Tty::open(command, 24, 80);
    tty.shows("Nothing logged")
        .send("\x13jjj\x1b[C")
        .shows("locked/config.toml");
    tty.send("\x1b")
        .shows("Nothing logged")
        .send("8:00-8:45 sk\r")
        .shows("Saved:");
    lock(0o755);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mouse = true\n");
}

/// A folder with a configuration that asks for the worth of meetings.
fn asking(dir: &std::path::Path, args: &[&str]) -> CommandBuilder {
    let config = dir.join("config.toml");
    std::fs::write(&config, "ask_worth = true\n").unwrap();
    let mut command = jianfu(&dir.join("data"), args);
    command.env("JIANFU_CONFIG", config);
    command
}

/// What is logged on the day, by a command.
fn logged(dir: &std::path::Path) -> String {
    let mut day = Tty::open(asking(dir, &["day"]), 24, 80);
    assert_eq!(day.exit_code(), 0);
    day.settle();
    day.text()
}

#[test]
fn who_adds_meetings_on_a_terminal_is_asked_what_they_were_worth() {
    let dir = tempfile::tempdir().unwrap();
    let entries = [
        "add",
        "14:00-15:30 全校会议 安全",
        "15:40-16:00 jz",
        "16:00-16:30 qx *2",
        "+40m 全校会议",
    ];
    let mut tty = Tty::open(asking(dir.path(), &entries), 24, 80);
    tty.shows("2026-11-20 14:00-15:30 全校会议 安全：有多大价值？")
        .send("7\r")
        .until("the question again", |s| {
            s.contents().matches("14:00-15:30").count() == 2
        })
        .send("４\r")
        .shows("+40m 全校会议：有多大价值？");
    // Other commands get their turn meanwhile, and nothing is saved yet.
    assert!(!logged(dir.path()).contains("14:00-15:30"));
    tty.send("\r").shows("16:30-17:10");
    assert_eq!(tty.exit_code(), 0);
    let day = logged(dir.path());
    let ends = |start: &str, end: &str| day.lines().any(|l| l.contains(start) && l.ends_with(end));
    assert!(
        ends("14:00-15:30", "安全  *4") && ends("16:00-16:30", "*2"),
        "{day}"
    );
    assert!(ends("16:30-17:10", "全校会议"), "{day}");

    // Nothing is asked for what is refused anyway; the end of input is no answer.
    let mut tty = Tty::open(asking(dir.path(), &["add", "15:00-15:10 全校会议"]), 24, 80);
    assert_eq!(tty.exit_code(), 1);
    let mut tty = Tty::open(
        asking(dir.path(), &["add", "18:00-18:10 qx", "18:20-18:30 qx"]),
        24,
        80,
    );
    tty.shows("18:00-18:10 全校会议：")
        .send("\x04")
        .shows("18:20-18:30");
    assert_eq!(tty.exit_code(), 0);
    let mut tty = Tty::open(asking(dir.path(), &["undo"]), 24, 80);
    assert_eq!(tty.exit_code(), 0);
    assert!(!logged(dir.path()).contains("18:00"), "one change");
}

#[test]
fn who_fills_a_day_on_a_terminal_is_asked_what_its_meetings_were_worth() {
    let dir = tempfile::tempdir().unwrap();
    let week = dir.path().join("week.toml");
    let text = "[week]\nfri = [{ period = 1 }, { time = \"14:00-15:30\", what = \"staff-meeting\" }]\n";
    std::fs::write(&week, text).unwrap();
    let import = ["timetable", "import", week.to_str().unwrap()];
    assert_eq!(Tty::open(asking(dir.path(), &import), 24, 80).exit_code(), 0);
    let mut tty = Tty::open(asking(dir.path(), &["day", "--fill", "--close"]), 24, 80);
    tty.shows("14:00-15:30 全校会议：有多大价值？")
        .send("5\r")
        .shows("*5");
    assert_eq!(tty.exit_code(), 0);
    // What is copied is booked as it was.
    let copy = ["day", "2026-11-27", "--copy-from", "2026-11-20"];
    assert_eq!(Tty::open(asking(dir.path(), &copy), 24, 80).exit_code(), 0);
}

/// The names of the files in a folder that end so.
fn ending(dir: &std::path::Path, ending: &str) -> Vec<String> {
    let names = std::fs::read_dir(dir).unwrap();
    let names = names.map(|f| f.unwrap().file_name().into_string().unwrap());
    names.filter(|n| n.ends_with(ending)).collect()
}

/// A coordinator who types what is asked; `last` is the passphrase's second time, and again where it is another one.
fn new_survey(dir: &std::path::Path, last: &str) -> (u32, String) {
    let to = dir.to_str().unwrap();
    let args = [
        "survey",
        "new",
        "time",
        "--passphrase",
        "--ask",
        "all",
        "--to",
        to,
    ];
    let mut tty = Tty::open(jianfu(&dir.join("nowhere"), &args), 40, 80);
    tty.shows("调查名称？").send("教师时间\r");
    tty.shows("如何联系？").send("区教研室\r");
    tty.shows("调查哪些周").send("2026-W46..2026-W45\r");
    tty.shows("最后一周不早于第一周").send("2026-W45..2026-W48\r");
    tty.shows("接收应答到哪一天").send("2027-01-15\r");
    tty.shows("请输入编号").send("1\r");
    tty.shows("每项各有多少人")
        .send("primary=40，lower_secondary=60\r");
    tty.shows("自定义分组").send("片区=东:70,西:30\r");
    tty.until("the question again", |s| {
        s.contents().matches("自定义分组").count() == 2
    });
    tty.send("\r").shows("邀请多少人参加").send("100\r");
    let tries = if last == "correct horse" { 1 } else { 3 };
    for time in 1..=tries {
        for (question, answer) in [("密钥的口令", "correct horse"), ("请再输一遍", last)] {
            tty.until(question, |s| s.contents().matches(question).count() == time);
            tty.until_raw(); // what is typed before the question has hidden it would be seen
            tty.send(&format!("{answer}\r"));
        }
    }
    let status = tty.exit_code();
    tty.settle();
    (status, tty.text())
}

#[test]
fn a_coordinator_is_asked_for_what_is_missing_and_the_passphrase_is_not_seen() {
    let dir = tempfile::tempdir().unwrap();
    let (status, text) = new_survey(dir.path(), "wrong horse");
    assert_eq!(status, 1, "{text}");
    assert_eq!(text.matches("两次口令不同").count(), 3, "{text}");
    assert!(
        text.contains("什么也没有生成") && !text.contains("horse"),
        "{text}"
    );
    assert!(ending(dir.path(), ".key").is_empty() && ending(dir.path(), ".toml").is_empty());
    let (status, text) = new_survey(dir.path(), "correct horse");
    assert!(
        status == 0 && text.contains("指纹") && !text.contains("horse"),
        "{text}"
    );
    let key = std::fs::read_to_string(dir.path().join("time.key")).unwrap();
    assert!(key.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "{key}");
    let definition = std::fs::read_to_string(dir.path().join("time.survey.toml")).unwrap();
    for part in [
        "code = \"stage\"",
        "staff = 60",
        "name = \"片区\"",
        "staff = 100",
        "ratings = true",
    ] {
        assert!(definition.contains(part), "{part}\n{definition}");
    }
}

#[test]
fn a_teacher_is_asked_before_joining_and_before_anything_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let (out, data) = (dir.path().join("out"), dir.path().join("data"));
    std::fs::create_dir(&out).unwrap();
    let to = dir.path().to_str().unwrap();
    let new = [
        "survey",
        "new",
        "time",
        "--title",
        "教师时间",
        "--contact",
        "区教研室",
        "--weeks",
        "2026-W45..2026-W48",
        "--closes",
        "2027-01-15",
        "--ask",
        "none",
        "--group",
        "stage",
        "--group",
        "region=东:70,西:30",
        "--staff",
        "100",
        "--to",
        to,
    ];
    assert_eq!(
        Tty::open(jianfu(&data, &new), 40, 80).exit_code(),
        0,
        "nothing is missing"
    );
    let file = dir.path().join("time.survey.toml");
    let join = ["survey", "join", file.to_str().unwrap()];
    let mut tty = Tty::open(jianfu(&data, &join), 40, 80);
    tty.shows("请输入编号").send("2\r");
    tty.until("the second group", |s| {
        s.contents().matches("请输入编号").count() == 2
    });
    tty.send("\u{4}"); // nobody answers any more
    assert_eq!(tty.exit_code(), 1);
    tty.shows("没有参加");
    let mut tty = Tty::open(jianfu(&data, &join), 60, 80);
    // The sheet stands before the question.
    tty.until("the sheet", |s| {
        let text = s.contents();
        text.find("其中绝没有")
            .is_some_and(|sheet| text.find("请输入编号").is_some_and(|asked| sheet < asked))
    });
    // The reason has the words of the question in it, too.
    tty.send("9\r").until("the question again", |s| {
        s.contents().matches("请输入编号").count() == 3
    });
    tty.send("初\r").until("the second group", |s| {
        s.contents().matches("请输入编号").count() == 4
    });
    assert!(tty.text().contains("不是其中的选项"), "{}", tty.text());
    tty.send("\r").shows("[Y/n]").send("\r").shows("已参加");
    assert_eq!(tty.exit_code(), 0);
    let respond = ["survey", "respond", "--to", out.to_str().unwrap()];
    for (answer, status, files) in [("\r", 1, 0), ("n\r", 1, 0), ("y\r", 0, 1)] {
        let mut tty = Tty::open(jianfu(&data, &respond), 60, 80);
        tty.shows("[y/N]");
        assert!(
            tty.text().contains("初中") && ending(&out, ".age").is_empty(),
            "{}",
            tty.text()
        );
        tty.send(answer);
        assert_eq!(tty.exit_code(), status);
        assert_eq!(ending(&out, ".age").len(), files);
    }
    let withdraw = ["survey", "withdraw", "last", "--to", out.to_str().unwrap()];
    for (answer, files) in [("\r", 1), ("是\r", 2)] {
        let mut tty = Tty::open(jianfu(&data, &withdraw), 60, 80);
        tty.shows("[y/N]").send(answer);
        tty.exit_code();
        assert_eq!(ending(&out, ".age").len(), files);
    }
}

#[test]
fn collecting_shows_what_arrives_and_ends_with_the_dataset_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_jianfu"));
        command.env("JIANFU_CONFIG", "/dev/null").args(args);
        let out = command.output().unwrap();
        assert!(out.status.success(), "{out:?}");
        String::from_utf8(out.stdout).unwrap()
    };
    let made = path("made");
    run(&[
        "survey",
        "simulate",
        "--teachers",
        "20",
        "--weeks",
        "2026-W45..2026-W46",
        "--to",
        &made,
    ]);
    let files = std::fs::read_dir(dir.path().join("made/inbox")).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let (inbox, data) = (dir.path().join("in"), dir.path().join("data"));
    std::fs::create_dir(&inbox).unwrap();
    let (inbox_shown, key, to) = (path("in"), path("made/made-up.key"), path("dataset"));
    let collect = ["survey", "collect", &inbox_shown, "--key", &key, "--to", &to];
    let mut tty = Tty::jianfu(&data, &[&collect[..], &["--watch"]].concat());
    tty.shows("等待文件").until_raw();
    for file in &files[..5] {
        std::fs::rename(file, inbox.join(file.file_name().unwrap())).unwrap();
    }
    std::fs::write(inbox.join("\u{1b}[31mphoto.jpg"), "no response").unwrap();
    tty.shows("数据集共 5 份 · 收下 5 · 未收下 1")
        .shows("[31mphoto.jpg");
    tty.settle();
    let before = tty.bytes;
    std::thread::sleep(Duration::from_secs(5));
    tty.settle();
    assert_eq!(tty.bytes, before, "it writes while nothing comes");
    tty.send("q");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();
    tty.shows("完整，共 5 份应答");
    assert!(!data.exists(), "nobody's own data were touched");
    let json: serde_json::Value = serde_json::from_str(&run(&[&collect[..], &["--json"]].concat())).unwrap();
    assert_eq!((&json["files"], &json["taken"]), (&6.into(), &0.into()), "{json}");
}

#[test]
fn collecting_ends_whole_when_the_system_asks_for_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let made = path("made");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_jianfu"));
    command.env("JIANFU_CONFIG", "/dev/null");
    command.args([
        "survey",
        "simulate",
        "--teachers",
        "20",
        "--weeks",
        "1",
        "--to",
        &made,
    ]);
    assert!(command.output().unwrap().status.success());
    let (inbox, key, to) = (path("made/inbox"), path("made/made-up.key"), path("dataset"));
    let args = ["survey", "collect", &inbox, "--key", &key, "--to", &to, "--watch"];
    let mut tty = Tty::jianfu(&dir.path().join("data"), &args);
    tty.shows("等待文件").until_raw();
    tty.signal("-TERM");
    assert_eq!(tty.exit_code(), 0);
    tty.wait_clean();
    tty.shows("完整");
}
