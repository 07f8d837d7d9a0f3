//! What can be told of a sealed file without the key. All of it is looked at before any public-key work, so that a file made
//! to cost much costs nothing.

use super::reason::Reason;
use crate::survey::Plaintext;

/// What every file of age begins with.
pub(super) const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// What an armoured file of age begins with.
pub(super) const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// The most bytes of a sealed response, with room for whatever another age tool puts into its head.
pub(super) const MOST_SEALED: usize = 64 * 1024;
/// The most bytes of what is sealed: a response is padded to [`Plaintext::SIZE`]; another program may pad a little more.
pub(super) const MOST_OPENED: usize = 2 * Plaintext::SIZE;
/// The most bytes of a head: a recipient takes some 100, and a response has one and a meaningless one.
const MOST_HEAD: usize = 8 * 1024;
/// The most recipients of a file; each of our kind costs a multiplication on the curve.
const MOST_STANZAS: usize = 8;
/// What stands between the head and what is sealed, and behind it: a nonce and a tag of 16 bytes each.
const AROUND: usize = 32;

/// Checks the head of a sealed file.
pub(super) fn check(sealed: &[u8]) -> Result<(), Reason> {
    let mut rest = sealed.strip_prefix(MAGIC).ok_or(Reason::NotAResponse)?;
    let (mut stanzas, mut ours) = (0, false);
    loop {
        let end = rest.iter().take(MOST_HEAD).position(|b| *b == b'\n');
        let end = end.ok_or(if rest.len() > MOST_HEAD {
            Reason::TooLarge
        } else {
            Reason::Damaged
        })?;
        let (line, after) = rest.split_at(end);
        rest = &after[1..];
        if sealed.len() - rest.len() > MOST_HEAD {
            return Err(Reason::TooLarge);
        }
        if line.starts_with(b"---") {
            break;
        }
        if let Some(stanza) = line.strip_prefix(b"-> ") {
            stanzas += 1;
            match stanza.split(|b| *b == b' ').next() {
                Some(b"X25519") => ours = true,
                Some(b"scrypt") => return Err(Reason::Passphrase),
                _ => {}
            }
        }
        if stanzas > MOST_STANZAS {
            return Err(Reason::TooLarge);
        }
    }
    match rest.len().checked_sub(AROUND) {
        None => Err(Reason::Damaged),
        Some(length) if length > MOST_OPENED => Err(Reason::TooLarge),
        Some(_) if !ours => Err(Reason::WrongKey),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(head: &str, length: usize) -> &'static str {
        let file = [head.as_bytes(), &vec![b'x'; length]].concat();
        check(&file).map_or_else(|why| why.code(), |()| "ok")
    }

    #[test]
    fn a_head_is_judged_before_the_key_is_used() {
        let ours = "-> X25519 abc\nbody\n";
        let magic = "age-encryption.org/v1\n";
        let head = |inner: &str| format!("{magic}{inner}--- mac\n");
        for (text, length, expected) in [
            (head(ours), 4096 + 32, "ok"),
            (head(&format!("{ours}-> x-grease y\n\n")), 4128, "ok"),
            (head(ours), MOST_OPENED + 33, "too_large"),
            (head(ours), 31, "damaged"),
            (head("-> scrypt salt 18\nbody\n"), 4128, "passphrase"),
            (head("-> mlkem768x25519 a\nbody\n"), 4128, "wrong_key"),
            (head(&ours.repeat(8)), 4128, "ok"),
            (head(&ours.repeat(9)), 4128, "too_large"),
            (
                head(&format!("{ours}{}", "body\n".repeat(4000))),
                4128,
                "too_large",
            ),
            (format!("{magic}-> X25519 {}", "a".repeat(9000)), 0, "too_large"),
            (format!("{magic}{ours}"), 0, "damaged"),
            ("age-encryption.org/v2\n".to_owned(), 4128, "not_a_response"),
            (String::new(), 0, "not_a_response"),
        ] {
            assert_eq!(code(&text, length), expected, "{text:.60}");
        }
    }
}
