//! The `jianfu` command: hands the outside world in and exits with the status that comes back.

use jianfu::cli::{self, Environment};
use jianfu::settings::Places;
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    let places = directories::ProjectDirs::from("", "", "jianfu").map(|dirs| Places {
        config_dir: dirs.config_dir().to_owned(),
        data_dir: dirs.data_dir().to_owned(),
    });
    ExitCode::from(cli::run(Environment {
        args: std::env::args_os().collect(),
        clock: || chrono::Local::now().naive_local(),
        zone: |utc| utc.with_timezone(&chrono::Local).naive_local(),
        locale: sys_locale::get_locale(),
        places,
        interactive: stdin().is_terminal() && stderr().is_terminal(),
        terminal: stdin().is_terminal() && stdout().is_terminal() && !dumb,
        no_color: std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
        out: &mut BufWriter::new(stdout().lock()),
        err: &mut stderr(),
        out_is_terminal: stdout().is_terminal(),
        err_is_terminal: stderr().is_terminal(),
    }))
}
