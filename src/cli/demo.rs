//! `demo`: the terminal UI on a made-up term, in a folder that is thrown away.

use super::context::Context;
use super::{CliError, ui};
use crate::demo;
use crate::diary::SETTING_NAMES;
use crate::store::Store;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>) -> Result<u8, CliError> {
    if !cx.terminal {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-no-terminal")));
    }
    let folder = tempfile::Builder::new()
        .prefix("jianfu-demo-")
        .tempdir()
        .map_err(CliError::Output)?;
    cx.store = Store::at(folder.path().join("data"));
    let (diary, mut profile) = demo::term(cx.today(), cx.i18n.lang());
    profile.surveys = vec![demo::survey(cx.today())];
    let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
    {
        let mut session = cx.session()?;
        session.replace(diary.days().cloned().collect(), settings)?;
        session.keep_survey_secret(&demo::secret())?;
        session.begin_here()?;
    }
    ui::run(cx, ui::Keep::Nothing(folder.path()))
}
