//! `completions` and `man`, made from the command line's own description.

use super::CliError;
use super::args::{CompletionsArgs, command};
use super::context::Context;

pub(super) fn completions(cx: &mut Context<'_>, args: &CompletionsArgs) -> Result<(), CliError> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut command(&cx.i18n), "jianfu", &mut text);
    Ok(cx.out.write_all(&text)?)
}

/// One manual page: the program, then every command.
pub(super) fn man(cx: &mut Context<'_>) -> Result<(), CliError> {
    let mut text = Vec::new();
    let command = command(&cx.i18n);
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    for sub in command.get_subcommands() {
        let name = format!("jianfu {}", sub.get_name());
        let page = clap_mangen::Man::new(sub.clone().bin_name(&name).display_name(&name));
        page.render_name_section(&mut text)?;
        page.render_synopsis_section(&mut text)?;
        page.render_options_section(&mut text)?;
    }
    Ok(cx.out.write_all(&text)?)
}
