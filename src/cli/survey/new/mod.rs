//! `survey new`: the coordinator's first step. Makes a definition and the key that opens what is sent.

mod ask;
mod asked;
mod checks;
mod flags;
mod groups;
mod passphrase;

use super::file::{check_folder, no_folder, shown};
use super::lines::{labelled, paragraph};
use crate::cli::CliError;
use crate::cli::args::SurveyNewArgs;
use crate::cli::context::Context;
use crate::files::write_new;
use crate::i18n::{I18n, Say};
use crate::survey::{Definition, KeyPair};
use crate::tr;
pub(super) use flags::week_range;

use flags::Flags;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyNewArgs) -> Result<(), CliError> {
    let name = args.name.as_deref();
    let name = name.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-survey-new-name")))?;
    let files = Files::of(&args.to, name, &cx.i18n)?;
    files.check()?;
    let flags = Flags::read(args, cx)?;
    let draft = if cx.interactive {
        ask::complete(cx, flags)?
    } else {
        flags.complete(&cx.i18n)?
    };
    checks::check_sizes(&draft.groups, draft.staff, &cx.i18n)?;
    let pair = KeyPair::generate();
    let definition = draft.write(&pair.recipient(), &cx.i18n);
    let definition = definition.map_err(|bad| CliError::Usage(bad.say(&cx.i18n)))?;
    let passphrase = args.passphrase.then(|| passphrase::read(cx)).transpose()?;
    files.write(&definition, &pair, passphrase.as_deref(), &cx.i18n)?;
    let text = next_steps(&definition, &files, &cx.i18n);
    cx.print(&text)?;
    cx.out.flush()?;
    for warning in checks::warnings(&draft, &cx.i18n) {
        cx.say(paragraph("! ", &warning).trim_end());
    }
    Ok(())
}

/// The files that are made: never over anything.
struct Files {
    key: PathBuf,
    definition: PathBuf,
}

impl Files {
    /// Those of a name, in a folder.
    fn of(folder: &Path, name: &str, i18n: &I18n) -> Result<Self, CliError> {
        if !is_name(name) {
            return Err(CliError::Usage(tr!(i18n, "cli-survey-bad-name", name = name)));
        }
        check_folder(folder, i18n)?;
        Ok(Self {
            key: folder.join(format!("{name}.key")),
            definition: folder.join(format!("{name}.survey.toml")),
        })
    }

    /// Whether neither is there, before anybody is asked anything.
    fn check(&self) -> Result<(), CliError> {
        for path in [&self.key, &self.definition] {
            if path.symlink_metadata().is_ok() {
                return Err(CliError::File(path.clone(), ErrorKind::AlreadyExists.into()));
            }
        }
        Ok(())
    }

    /// Writes both or none.
    fn write(
        &self,
        definition: &Definition,
        pair: &KeyPair,
        passphrase: Option<&str>,
        i18n: &I18n,
    ) -> Result<(), CliError> {
        let key = pair.file(passphrase).map_err(CliError::file(&self.key))?;
        write_new(&self.key, &key).map_err(|why| not_written(&self.key, why, i18n))?;
        let written = write_new(&self.definition, definition.text().as_bytes());
        written.map_err(|why| {
            let _ = std::fs::remove_file(&self.key); // a key to nothing
            not_written(&self.definition, why, i18n)
        })
    }
}

/// Why a file was not written: the folder takes none, or it is about the file itself.
fn not_written(file: &Path, why: io::Error, i18n: &I18n) -> CliError {
    match (why.kind(), file.parent()) {
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, Some(folder)) => {
            no_folder(folder, why, i18n)
        }
        _ => CliError::File(file.to_owned(), why),
    }
}

/// Whether a name is that of a file on any system, and of nothing else.
fn is_name(name: &str) -> bool {
    let strange = |c: char| c.is_control() || "/\\<>:\"|?*".contains(c);
    let ends = |c: char| c == '.' || c == '-' || c.is_whitespace();
    (1..=100).contains(&name.len())
        && !name.contains(strange)
        && !name.starts_with(ends)
        && !name.ends_with(['.', ' '])
}

/// What was made, and what to send to whom.
fn next_steps(definition: &Definition, files: &Files, i18n: &I18n) -> String {
    let (public, key) = (shown(&files.definition), shown(&files.key));
    let fingerprint = definition.fingerprint().to_string();
    let lines = [
        (
            tr!(i18n, "sheet-title"),
            definition.title.get(i18n.lang()).to_owned(),
        ),
        (tr!(i18n, "cli-survey-new-definition"), public),
        (tr!(i18n, "cli-survey-new-key"), key),
        (tr!(i18n, "sheet-fingerprint"), fingerprint),
    ];
    let mut text = labelled(&lines, 0);
    text.push('\n');
    for (n, step) in [
        tr!(i18n, "cli-survey-new-send"),
        tr!(i18n, "cli-survey-new-tell"),
        tr!(i18n, "cli-survey-new-keep"),
    ]
    .iter()
    .enumerate()
    {
        text += &paragraph(&format!("{}. ", n + 1), step);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_a_file() {
        for name in ["time", "2026 秋季", "a.b", "调查"] {
            assert!(is_name(name), "{name}");
        }
        let long = "a".repeat(101);
        for name in [
            "", ".", "..", ".x", "-x", "a/b", "a\\b", "a:b", "a\nb", "a.", " a", "a ", &long,
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn both_files_are_made_or_none() {
        let dir = tempfile::tempdir().unwrap();
        let files = Files::of(dir.path(), "time", I18n::english()).unwrap();
        let pair = KeyPair::generate();
        let week: crate::domain::WeekId = "2026-W48".parse().unwrap();
        let draft = crate::survey::Draft {
            title: crate::survey::Wording::same("Time"),
            contact: crate::survey::Wording::same("the office"),
            weeks: week..=week,
            closes: week.sunday(),
            rounding: Definition::USUAL_ROUNDING,
            min_group: Definition::USUAL_MIN_GROUP,
            panel: false,
            asks: crate::survey::Asks::default(),
            staff: None,
            groups: Vec::new(),
        };
        let definition = draft.write(&pair.recipient(), I18n::english()).unwrap();
        std::fs::write(&files.definition, "somebody else's").unwrap();
        assert!(files.check().is_err());
        assert!(files.write(&definition, &pair, None, I18n::english()).is_err());
        assert!(!files.key.exists(), "a key to nothing");
        std::fs::remove_file(&files.definition).unwrap();
        std::fs::write(&files.key, "somebody else's").unwrap();
        assert!(files.check().is_err());
        assert!(files.write(&definition, &pair, None, I18n::english()).is_err());
        assert_eq!(std::fs::read_to_string(&files.key).unwrap(), "somebody else's");
        assert!(!files.definition.exists());
        std::fs::remove_file(&files.key).unwrap();
        files.write(&definition, &pair, None, I18n::english()).unwrap();
        assert_eq!(
            std::fs::read_to_string(&files.definition).unwrap(),
            definition.text()
        );
    }
}
