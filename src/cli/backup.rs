//! `backup`: makes, lists and restores dumps.

use super::CliError;
use super::args::BackupAction;
use super::context::Context;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, action: Option<BackupAction>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let text = match action.unwrap_or(BackupAction::List) {
        BackupAction::Now => tr!(cx.i18n, "cli-backup-made", name = session.dump()?.to_string()) + "\n",
        BackupAction::Restore { name } => {
            tr!(
                cx.i18n,
                "cli-backup-restored",
                name = session.restore(&name)?.name.to_string()
            ) + "\n"
        }
        BackupAction::List => {
            let mut text = String::new();
            for info in session.backups()? {
                let (days, blocks) = (info.days.to_string(), info.blocks.to_string());
                let name = info.name.to_string();
                text += &tr!(
                    cx.i18n,
                    "cli-backup-row",
                    name = name,
                    at = info.at,
                    days = days,
                    blocks = blocks
                );
                text.push('\n');
            }
            text
        }
    };
    cx.tell(&session);
    cx.print(&text)
}
