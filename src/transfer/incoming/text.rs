//! The bytes of a file as text: UTF-8, UTF-16 with its mark, GB18030 or Big5.
//!
//! Chinese tables and calendars come in the encodings that Windows wrote for decades. Which of the two it is stands
//! nowhere in the file, and most text of one decodes under the other too, into characters that nobody writes. So the
//! characters decide: the decoding with more of the commonest ones wins.

use super::folds::mended;
use super::likeness::the_better;
use super::{BadFile, FileFault};
use encoding_rs::{BIG5, GB18030, UTF_16BE, UTF_16LE};
use std::fmt;
use std::str::FromStr;

/// How a file's characters are written, if the user says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode, with a byte order mark or without.
    Utf8,
    /// The mainland's standard, which holds GBK and GB 2312.
    Gb18030,
    /// That of Taiwan and Hong Kong.
    Big5,
}

/// Not the name of an encoding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no encoding: utf8, gb18030 (also gbk) or big5")]
pub struct BadEncoding(pub String);

impl FromStr for Encoding {
    type Err = BadEncoding;
    fn from_str(text: &str) -> Result<Self, BadEncoding> {
        match text.to_ascii_lowercase().as_str() {
            "utf8" | "utf-8" => Ok(Self::Utf8),
            "gb18030" | "gbk" => Ok(Self::Gb18030),
            "big5" => Ok(Self::Big5),
            _ => Err(BadEncoding(text.to_owned())),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Utf8 => "utf8",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        })
    }
}

/// The text of a file, in the encoding that is asked for, else in the one it is most likely written in: UTF-16 or UTF-8
/// if marked so, UTF-8 if it is that, else GB18030 or Big5, whichever reads better. The byte order mark is dropped.
///
/// # Errors
/// [`FileFault::Encoding`] where the bytes are no text in the encoding asked for, or in any.
pub fn decode(bytes: &[u8], asked: Option<Encoding>) -> Result<String, BadFile> {
    let found = match asked {
        Some(Encoding::Utf8) => utf8(bytes),
        Some(Encoding::Gb18030) => legacy(GB18030, bytes),
        Some(Encoding::Big5) => legacy(BIG5, bytes),
        None => utf16(bytes)
            .or_else(|| utf8(bytes))
            .or_else(|| utf8(&mended(bytes)?))
            .or_else(|| {
                let others = !is_broken_utf8(bytes);
                others.then(|| the_better(legacy(GB18030, bytes), legacy(BIG5, bytes)))?
            }),
    };
    // No text has the zero byte; pictures and archives do.
    found.filter(|text| !text.contains('\0')).ok_or(BadFile {
        place: None,
        fault: FileFault::Encoding,
    })
}

fn utf8(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// Whether it begins as UTF-8 and has gone wrong later, cut off or mixed: under another encoding it would often be
/// characters, and never the right ones. Three characters of three bytes each in a row are no chance.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let Err(error) = std::str::from_utf8(bytes) else {
        return false;
    };
    let begin = bytes
        .get(..error.valid_up_to())
        .and_then(|b| std::str::from_utf8(b).ok());
    begin.is_some_and(|text| {
        text.chars()
            .filter(|c| c.len_utf8() > 1)
            .take_while(|c| c.len_utf8() == 3)
            .count()
            >= 3
    })
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let little = bytes.strip_prefix(b"\xff\xfe").map(|rest| (UTF_16LE, rest));
    let (encoding, rest) = little.or_else(|| bytes.strip_prefix(b"\xfe\xff").map(|rest| (UTF_16BE, rest)))?;
    legacy(encoding, rest)
}

fn legacy(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::likeness::{SIMPLIFIED, TRADITIONAL};
    use proptest::prelude::*;

    const MAINLAND: [&str; 6] = [
        "日期,开始,结束,类别,活动,备注\n2026-11-16,8:00,8:45,教学,上课,三(2)班语文\n",
        "期末监考安排：第一考场 数学 8:30—10:00，请各位老师提前二十分钟到考务室领卷。",
        "课程,周一,周二\n语文,1-16周,单周\n",
        "批改作业",
        "国庆节（休）",
        "家长会",
    ];
    const TAIWAN: [&str; 6] = [
        "日期,開始,結束,類別,活動,備註\n2026-11-16,8:00,8:45,教學,上課,三年二班國語\n",
        "段考監考：第一試場 數學 8:30—10:00，請各位老師提前二十分鐘到教務處領卷。",
        "課程,週一,週二\n國語,1-16週,單週\n",
        "批改聯絡簿",
        "校慶補假",
        "親師會",
    ];

    #[test]
    fn each_encoding_is_recognised_by_what_it_says() {
        for text in MAINLAND {
            let (bytes, _, lossy) = GB18030.encode(text);
            assert!(!lossy);
            assert_eq!(decode(&bytes, None).unwrap(), text);
            assert_eq!(decode(&bytes, Some(Encoding::Gb18030)).unwrap(), text);
        }
        for text in TAIWAN {
            let (bytes, _, lossy) = BIG5.encode(text);
            assert!(!lossy, "{text}");
            assert_eq!(decode(&bytes, None).unwrap(), text);
            assert_eq!(decode(&bytes, Some(Encoding::Big5)).unwrap(), text);
        }
        for text in MAINLAND.iter().chain(&TAIWAN) {
            let utf16: Vec<u8> = "\u{feff}"
                .chars()
                .chain(text.chars())
                .collect::<String>()
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
            assert_eq!(decode(&utf16, None).unwrap(), *text);
            assert_eq!(decode(text.as_bytes(), None).unwrap(), *text);
            assert_eq!(
                decode(format!("\u{feff}{text}").as_bytes(), Some(Encoding::Utf8)).unwrap(),
                *text
            );
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let bad = Err(BadFile {
            place: None,
            fault: FileFault::Encoding,
        });
        assert_eq!(decode(b"\xff\xff\xff", None), bad);
        assert_eq!(decode(b"PK\x03\x04\x00\x00", None), bad);
        let cut = "日期,开始,结束".as_bytes();
        assert_eq!(decode(cut.get(..cut.len() - 1).unwrap(), None), bad);
        assert_eq!(decode(b"\xbf\xce", Some(Encoding::Utf8)), bad);
        assert_eq!(decode(b"a\xff", Some(Encoding::Big5)), bad);
        assert_eq!(decode(b"", None).unwrap(), "");
    }

    #[test]
    fn encodings_have_names() {
        for (name, encoding) in [
            ("utf8", Encoding::Utf8),
            ("GBK", Encoding::Gb18030),
            ("gb18030", Encoding::Gb18030),
            ("big5", Encoding::Big5),
        ] {
            assert_eq!(name.parse(), Ok(encoding));
            assert_eq!(encoding.to_string().parse(), Ok(encoding));
        }
        assert!("latin1".parse::<Encoding>().is_err());
    }

    /// Any words of common characters, not only the sentences above: eight characters are enough to tell.
    fn sentence(of: &'static str) -> impl Strategy<Value = String> {
        let common: Vec<char> = of
            .chars()
            .filter(|c| BIG5.encode(&c.to_string()).2 == (of == SIMPLIFIED))
            .collect();
        prop::collection::vec(prop::sample::select(common), 8..60).prop_map(|c| c.into_iter().collect())
    }

    proptest! {
        #[test]
        fn common_characters_tell_the_encoding(simplified in "[ -~]{0,20}", mainland in sentence(SIMPLIFIED), taiwan in sentence(TRADITIONAL)) {
            let mainland = format!("{simplified}{mainland}");
            prop_assert_eq!(decode(&GB18030.encode(&mainland).0, None).unwrap(), mainland);
            prop_assert_eq!(decode(&BIG5.encode(&taiwan).0, None).unwrap(), taiwan);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = decode(&bytes, None);
        }
    }
}
