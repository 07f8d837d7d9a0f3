//! The file of a private key, as [`KeyPair::file`] or `age-keygen` wrote it.

use super::KeyPair;
use crate::i18n::{I18n, Say, quoted};
use crate::tr;
use age::DecryptError;
use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::x25519::Identity;
use std::fs::{File, metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A private key as it lies in its file: as it is, or locked with a passphrase.
#[derive(Debug)]
pub struct KeyFile(Content);

enum Content {
    Plain(KeyPair),
    Locked(Vec<u8>),
}

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no file, or there is not one private key of age in it.
    #[error("no file with one private key of age")]
    NotAKey,
    /// It is locked, and there is no passphrase.
    #[error("the key is locked with a passphrase")]
    Locked,
    /// It is locked with another passphrase.
    #[error("this is not the passphrase of the key")]
    Passphrase,
    /// It was locked so thoroughly that this machine would need very long to open it.
    #[error("opening the key would take too long here")]
    TooMuchWork,
}

/// Why the file of a key cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct KeyFileError {
    /// The file.
    pub path: PathBuf,
    /// What is the matter with it.
    #[source]
    pub why: KeyFault,
}

impl KeyFile {
    /// The most bytes of the file of a key.
    pub const MOST_BYTES: usize = 16 * 1024;

    /// Reads the file of a key. What is no regular file is not even opened, since a pipe would be waited for.
    ///
    /// # Errors
    /// [`KeyFileError`].
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        let named = |why| KeyFileError {
            path: path.to_owned(),
            why,
        };
        let bytes = bytes(path).map_err(named)?;
        Self::of(&bytes).map_err(named)
    }

    /// What is in such a file.
    ///
    /// # Errors
    /// [`KeyFault::NotAKey`].
    pub fn of(bytes: &[u8]) -> Result<Self, KeyFault> {
        if bytes.len() > Self::MOST_BYTES {
            return Err(KeyFault::NotAKey);
        }
        if let Some(pair) = only_key(bytes) {
            return Ok(Self(Content::Plain(pair)));
        }
        match age::Decryptor::new(ArmoredReader::new(bytes)) {
            Ok(sealed) if sealed.is_scrypt() => Ok(Self(Content::Locked(bytes.to_owned()))),
            _ => Err(KeyFault::NotAKey),
        }
    }

    /// Whether a passphrase is needed.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        matches!(self.0, Content::Locked(_))
    }

    /// The key. A passphrase that is not needed is not looked at. With one, this takes about a second on purpose.
    ///
    /// # Errors
    /// [`KeyFault`].
    pub fn open(self, passphrase: Option<&str>) -> Result<KeyPair, KeyFault> {
        let locked = match self.0 {
            Content::Plain(pair) => return Ok(pair),
            Content::Locked(bytes) => bytes,
        };
        let passphrase = SecretString::from(passphrase.ok_or(KeyFault::Locked)?.to_owned());
        let sealed = age::Decryptor::new(ArmoredReader::new(locked.as_slice())).map_err(fault)?;
        let unlock = age::scrypt::Identity::new(passphrase);
        let opened = sealed.decrypt(std::iter::once(&unlock as &dyn age::Identity));
        let mut bytes = Vec::new();
        let most = Self::MOST_BYTES as u64;
        opened.map_err(fault)?.take(most).read_to_end(&mut bytes)?;
        only_key(&bytes).ok_or(KeyFault::NotAKey)
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, KeyFault> {
    if !metadata(path)?.is_file() {
        return Err(KeyFault::NotAKey);
    }
    let mut bytes = Vec::new();
    let most = KeyFile::MOST_BYTES as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The only private key among lines and comments.
fn only_key(bytes: &[u8]) -> Option<KeyPair> {
    let lines = std::str::from_utf8(bytes).ok()?.lines().map(str::trim);
    let mut keys = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let key: Identity = keys.next()?.parse().ok()?;
    keys.next().is_none().then_some(KeyPair(key))
}

fn fault(why: DecryptError) -> KeyFault {
    match why {
        DecryptError::Io(why) => KeyFault::Io(why),
        DecryptError::ExcessiveWork { .. } => KeyFault::TooMuchWork,
        // What it says of a wrong passphrase.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            KeyFault::Passphrase
        }
        _ => KeyFault::NotAKey,
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plain(pair) => pair.fmt(f),
            Self::Locked(_) => f.write_str("Locked"),
        }
    }
}

impl Say for KeyFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Io(why) => why.say(i18n),
            Self::NotAKey => tr!(i18n, "key-not-a-key"),
            Self::Locked => tr!(i18n, "key-locked"),
            Self::Passphrase => tr!(i18n, "key-passphrase"),
            Self::TooMuchWork => tr!(i18n, "key-too-much-work"),
        }
    }
}

impl Say for KeyFileError {
    fn say(&self, i18n: &I18n) -> String {
        const LONGEST_PATH: usize = 400;
        let path = quoted(&self.path.display().to_string(), LONGEST_PATH);
        tr!(i18n, "survey-file-fault", path = path, why = self.why.say(i18n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_from_its_file() {
        let pair = KeyPair::generate();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.key");
        std::fs::write(&path, pair.file(None).unwrap()).unwrap();
        let file = KeyFile::read(&path).unwrap();
        assert!(!file.is_locked());
        assert_eq!(file.open(None).unwrap().recipient(), pair.recipient());
        let windows = String::from_utf8(pair.file(None).unwrap()).unwrap();
        let windows = format!("# created: 2026\n\n{windows}").replace('\n', "\r\n");
        let file = KeyFile::of(windows.as_bytes()).unwrap();
        assert_eq!(
            file.open(Some("not needed")).unwrap().recipient(),
            pair.recipient()
        );
    }

    #[test]
    fn a_locked_key_opens_with_its_passphrase_only() {
        let pair = KeyPair::generate();
        let bytes = pair.file(Some("correct horse")).unwrap();
        let read = || KeyFile::of(&bytes).unwrap();
        assert!(read().is_locked());
        assert!(matches!(read().open(None), Err(KeyFault::Locked)));
        assert!(matches!(read().open(Some("wrong")), Err(KeyFault::Passphrase)));
        let opened = read().open(Some("correct horse")).unwrap();
        assert_eq!(opened.recipient(), pair.recipient());
        assert!(!format!("{:?} {opened:?}", read()).contains("SECRET"));
    }

    #[test]
    fn what_is_not_one_key_is_refused_in_words() {
        let pair = KeyPair::generate();
        let plain = pair.file(None).unwrap();
        let sealed = age::encrypt(pair.recipient().key(), b"week").unwrap();
        let two = [plain.as_slice(), &plain].concat();
        let large = [plain.as_slice(), &vec![b'\n'; KeyFile::MOST_BYTES]].concat();
        let public = pair.recipient().to_string();
        for bytes in [b"".as_slice(), b"\xff", public.as_bytes(), &sealed, &two, &large] {
            assert!(matches!(KeyFile::of(bytes), Err(KeyFault::NotAKey)));
        }
        let folder = tempfile::tempdir().unwrap();
        let said = |name: &str| {
            let refused = KeyFile::read(&folder.path().join(name)).unwrap_err();
            refused.say(I18n::english())
        };
        assert!(said("").contains("private key"), "{}", said(""));
        assert!(
            said("no\u{202e}ne").contains("no\u{fffd}ne: "),
            "{}",
            said("no\u{202e}ne")
        );
    }
}
