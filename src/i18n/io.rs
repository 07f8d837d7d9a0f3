//! What the system says when it cannot read or write, in the user's language.

use super::{I18n, Say};
use crate::tr;
use std::io::{Error, ErrorKind};

impl Say for Error {
    /// The usual reasons in our words; of the rare ones what the system itself says.
    fn say(&self, i18n: &I18n) -> String {
        match self.kind() {
            ErrorKind::NotFound => tr!(i18n, "io-not-found"),
            ErrorKind::NotADirectory => tr!(i18n, "io-no-folder"),
            ErrorKind::IsADirectory => tr!(i18n, "io-folder"),
            ErrorKind::AlreadyExists => tr!(i18n, "io-exists"),
            ErrorKind::PermissionDenied => tr!(i18n, "io-no-permission"),
            ErrorKind::ReadOnlyFilesystem => tr!(i18n, "io-read-only"),
            ErrorKind::StorageFull => tr!(i18n, "io-full"),
            ErrorKind::QuotaExceeded => tr!(i18n, "io-quota"),
            ErrorKind::FileTooLarge => tr!(i18n, "io-too-large"),
            ErrorKind::InvalidFilename => tr!(i18n, "io-bad-name"),
            _ => self.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn usual_reasons_are_said_in_the_users_language() {
        let i18n = I18n::new(Lang::ZhHans);
        for (kind, words) in [
            (ErrorKind::NotFound, "没有这个文件或文件夹"),
            (ErrorKind::StorageFull, "磁盘已满"),
            (ErrorKind::IsADirectory, "这是一个文件夹"),
        ] {
            assert_eq!(Error::from(kind).say(&i18n), words);
        }
        let rare = Error::other("a rare one");
        assert_eq!(rare.say(&i18n), "a rare one");
    }
}
