//! What was not taken of files that nobody touched since: the next look at the same inbox does not open them again. So much
//! is kept and no more, whatever lies in the inbox; what is not kept is looked at again.

use super::open::Mark;
use super::rejected::Line;
use std::collections::HashMap;

/// The most bytes that are kept, about.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The lines of what was not taken, by the file or archive that they are of.
#[derive(Debug, Default)]
pub(super) struct NotTaken {
    lines: HashMap<Mark, Vec<Line>>,
    bytes: usize,
    /// The archive that is being read: one at a time.
    reading: Option<(Mark, Vec<Line>)>,
}

impl NotTaken {
    /// Whether it is known what was not taken of a file.
    pub(super) fn has(&self, file: &Mark) -> bool {
        self.lines.contains_key(file)
    }

    /// What was not taken of a file.
    pub(super) fn of(&self, file: &Mark) -> &[Line] {
        self.lines.get(file).map_or(&[], Vec::as_slice)
    }

    /// Keeps what was not taken of a file.
    pub(super) fn keep(&mut self, file: Mark, lines: Vec<Line>) {
        let bytes = lines.iter().map(Line::size).sum::<usize>();
        if self.bytes + bytes <= MOST_BYTES {
            self.bytes += bytes;
            self.lines.insert(file, lines);
        }
    }

    /// An entry of the archive that is being read. What comes of it counts once it was read to its end.
    pub(super) fn entry(&mut self, archive: Mark, line: Line) {
        let lines = match &mut self.reading {
            Some((reading, lines)) if *reading == archive => lines,
            other => &mut other.insert((archive, Vec::new())).1,
        };
        // One more than can be kept, so that they are not.
        if lines.len() <= MOST_BYTES / size_of::<Line>() {
            lines.push(line);
        }
    }

    /// An archive was read to its end; whether all of it was taken.
    pub(super) fn end(&mut self, archive: Mark) -> bool {
        match self.reading.take_if(|(reading, _)| *reading == archive) {
            Some((_, lines)) => {
                self.keep(archive, lines);
                false
            }
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(bytes: usize) -> Line {
        Line {
            file: "x".repeat(bytes),
            code: "damaged",
            words: String::new(),
        }
    }

    #[test]
    fn no_more_than_so_much_is_kept() {
        let mut kept = NotTaken::default();
        kept.keep([1; 16], vec![line(MOST_BYTES / 2)]);
        kept.keep([2; 16], vec![line(MOST_BYTES)]);
        kept.keep([3; 16], vec![line(10), line(20)]);
        let known = [1, 2, 3, 4].map(|n| kept.has(&[n; 16]));
        assert_eq!(known, [true, false, true, false]);
        assert_eq!(kept.of(&[3; 16]), [line(10), line(20)]);
        assert!(kept.of(&[2; 16]).is_empty());
    }

    #[test]
    fn an_archive_is_known_once_it_is_read_to_its_end() {
        let mut kept = NotTaken::default();
        assert!(kept.end([1; 16]));
        kept.entry([1; 16], line(1));
        kept.entry([2; 16], line(2)); // the first was never read to its end
        kept.entry([2; 16], line(3));
        assert!(!kept.has(&[2; 16]) && !kept.end([2; 16]));
        assert_eq!(kept.of(&[2; 16]), [line(2), line(3)]);
        assert!(kept.end([1; 16]) && !kept.has(&[1; 16]));
        for _ in 0..=MOST_BYTES / size_of::<Line>() + 9 {
            kept.entry([3; 16], line(0));
        }
        assert!(!kept.end([3; 16]) && !kept.has(&[3; 16]), "too many of them");
    }
}
