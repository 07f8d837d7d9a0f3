//! Reads cells from a file that somebody sent, and believes nothing.

use super::check::check;
use super::lines::{AnyHead, CellLine, Head, SurveyLine, measures, names};
use super::{CellsError, CellsFault, MOST_BYTES, MOST_INSIDE, MOST_LINE, TYPE, VERSION};
use crate::i18n::quoted;
use crate::survey::KeyPair;
use crate::survey::collector::cells::{BadCells, Cells, Frame, Measure};
use crate::survey::definition::Definition;
use age::DecryptError;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::fs::{File, metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// What every file of age begins with.
const AGE: &[u8] = b"age-encryption.org/v1\n";
/// What everything that Zstandard compressed begins with.
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

impl Cells {
    /// Reads the cells of a file; the key opens a sealed one. What is no regular file is not even opened, since a pipe would
    /// be waited for.
    ///
    /// # Errors
    /// [`CellsError`] for the first thing that is wrong with it.
    pub fn read_file(path: &Path, key: Option<&KeyPair>) -> Result<Self, CellsError> {
        read(path, key).map_err(|why| CellsError {
            path: path.to_owned(),
            why,
        })
    }

    /// Reads what such a file holds.
    ///
    /// # Errors
    /// [`CellsFault`] for the first thing that is wrong with it.
    pub fn of_bytes(bytes: &[u8], key: Option<&KeyPair>) -> Result<Self, CellsFault> {
        if bytes.starts_with(AGE) {
            let key = key.ok_or(CellsFault::Sealed)?;
            let sealed = age::Decryptor::new(bytes).map_err(|why| not_opened(&why))?;
            if sealed.is_scrypt() {
                return Err(CellsFault::SealedWithPassphrase);
            }
            let key: &dyn age::Identity = key.identity();
            let opened = sealed
                .decrypt(std::iter::once(key))
                .map_err(|why| not_opened(&why))?;
            return unpacked(BufReader::new(opened));
        }
        unpacked(bytes)
    }
}

fn read(path: &Path, key: Option<&KeyPair>) -> Result<Cells, CellsFault> {
    let about = metadata(path)?;
    if !about.is_file() {
        return Err(CellsFault::NotCells);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(CellsFault::TooLarge);
    }
    Cells::of_bytes(&bytes, key)
}

fn not_opened(why: &DecryptError) -> CellsFault {
    match why {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            CellsFault::OtherKey
        }
        _ => CellsFault::Damaged,
    }
}

fn unpacked(mut packed: impl BufRead) -> Result<Cells, CellsFault> {
    if !packed
        .fill_buf()
        .map_err(|_| CellsFault::Damaged)?
        .starts_with(ZSTD)
    {
        return Err(CellsFault::NotCells);
    }
    let inside = zstd::Decoder::with_buffer(packed)?.take(MOST_INSIDE + 1);
    let mut lines = Lines {
        inside: BufReader::new(inside),
        line: Vec::new(),
        number: 0,
    };
    let head = lines.head()?;
    let frame = lines.frame(&head)?;
    let mut cells = Cells::new(frame);
    lines.cells(&head, &mut cells)?;
    if lines.next()? {
        return Err(lines.shape("there are more lines than the first one says"));
    }
    Ok(cells)
}

struct Lines<R> {
    inside: BufReader<io::Take<R>>,
    line: Vec<u8>,
    number: usize,
}

impl<R: Read> Lines<R> {
    /// Goes to the next line; false at the end.
    fn next(&mut self) -> Result<bool, CellsFault> {
        self.line.clear();
        let most = MOST_LINE.min(self.inside.get_ref().limit() + self.inside.buffer().len() as u64);
        let read = (&mut self.inside).take(most).read_until(b'\n', &mut self.line);
        if read.map_err(|_| CellsFault::Damaged)? == 0 {
            let is_all = self.inside.get_ref().limit() > 0;
            return if is_all {
                Ok(false)
            } else {
                Err(CellsFault::TooLarge)
            };
        }
        self.number += 1;
        match self.line.last() {
            Some(b'\n') => Ok(true),
            _ if self.line.len() as u64 == MOST_LINE => Err(CellsFault::TooLarge),
            _ => Err(CellsFault::Damaged),
        }
    }

    fn shape(&self, why: &str) -> CellsFault {
        CellsFault::Shape {
            line: self.number,
            why: why.to_owned(),
        }
    }

    fn parsed<T: DeserializeOwned>(&self) -> Result<T, CellsFault> {
        const QUOTED: usize = 200;
        serde_json::from_slice(&self.line).map_err(|e| self.shape(&quoted(&e.to_string(), QUOTED)))
    }

    /// The next line, which must be there.
    fn get<T: DeserializeOwned>(&mut self) -> Result<T, CellsFault> {
        if self.next()? {
            self.parsed()
        } else {
            Err(CellsFault::Damaged)
        }
    }

    fn head(&mut self) -> Result<Head, CellsFault> {
        if !self.next()? {
            return Err(CellsFault::NotCells);
        }
        let any: AnyHead = self.parsed().map_err(|_| CellsFault::NotCells)?;
        if any.kind != TYPE {
            return Err(CellsFault::NotCells);
        }
        if any.version != VERSION {
            return Err(CellsFault::Newer(any.version));
        }
        self.parsed()
    }

    fn frame(&mut self, head: &Head) -> Result<Frame, CellsFault> {
        if head.surveys > Frame::MOST_SURVEYS {
            return Err(BadCells::TooManySurveys.into());
        }
        let mut surveys = Vec::new();
        for _ in 0..head.surveys {
            let text: SurveyLine = self.get()?;
            let line = self.number;
            let read = Definition::read(text.definition.as_bytes());
            let survey = read.map_err(|why| CellsFault::Definition { line, why })?;
            if survey.text() != text.definition {
                return Err(self.shape("the definition is not as its hash is taken of it"));
            }
            surveys.push(survey);
        }
        let measures = surveys.first().map(names).unwrap_or_default();
        let frame = Frame::of_all(surveys)?;
        let groups = frame.groups.iter().map(|g| g.code.as_str());
        if !groups.eq(head.groups.iter().map(String::as_str)) {
            return Err(self.shape("the groups are not those of the surveys"));
        }
        if measures != head.measures {
            return Err(self.shape("the measures are not those of the surveys"));
        }
        Ok(frame)
    }

    fn cells(&mut self, head: &Head, cells: &mut Cells) -> Result<(), CellsFault> {
        let measures: Vec<Measure> = measures(cells.frame.asks());
        let places: Vec<HashMap<String, u16>> = cells
            .frame
            .groups
            .iter()
            .map(|group| {
                let places = group.answers.iter().zip(1_u16..);
                let open: std::collections::HashSet<&str> = group.open().map(|a| a.code.as_str()).collect();
                let places = places.filter(|(answer, _)| open.contains(answer.code.as_str()));
                places
                    .map(|(answer, place)| (answer.code.to_string(), place))
                    .collect()
            })
            .collect();
        let mut respondents = 0_u64;
        for _ in 0..head.cells {
            let text: CellLine = self.get()?;
            let line = self.number;
            let (key, cell) = check(text, &cells.frame, &measures, &places)
                .map_err(|why| CellsFault::Cell { line, why })?;
            respondents += u64::from(cell.respondents);
            if respondents > Cells::MOST_RESPONDENTS {
                return Err(BadCells::TooManyRespondents.into());
            }
            if cells.cells.last_key_value().is_some_and(|(last, _)| *last >= key) {
                return Err(self.shape("the cell is there twice or out of order"));
            }
            cells.cells.insert(key, cell);
        }
        Ok(())
    }
}
