//! Small numbers as Parquet packs them: runs of one number, and groups of 8 in as many bits each as the largest needs.

use parquet::errors::{ParquetError, Result};

/// Packed numbers.
#[derive(Clone)]
pub(super) struct Runs<'a> {
    rest: &'a [u8],
    width: u8,
}

/// Some of them that stand together.
enum Run<'a> {
    /// One number, so many times.
    Same(u32, usize),
    /// Groups of 8 numbers, each of as many bytes as a number has bits.
    Packed(&'a [u8]),
}

impl<'a> Runs<'a> {
    /// Numbers of so many bits each.
    pub(super) const fn new(bytes: &'a [u8], width: u8) -> Self {
        Self { rest: bytes, width }
    }

    /// How many of the first `count` numbers are 1, where each has 1 bit.
    pub(super) fn ones(self, count: usize) -> Result<usize> {
        let mut ones = 0;
        each_run(self.rest, count, |is_one, times| {
            ones += if is_one { times } else { 0 };
            Ok(())
        })?;
        Ok(ones)
    }

    /// What the first `count` numbers stand for.
    pub(super) fn look_up(mut self, count: usize, entries: &[i16], out: &mut Vec<i16>) -> Result<()> {
        let until = out.len() + count;
        while out.len() < until {
            let left = until - out.len();
            match self.next()? {
                Run::Same(number, times) => {
                    let entry = usize::try_from(number).ok().and_then(|n| entries.get(n));
                    let entry = *entry.ok_or_else(damaged)?;
                    out.resize(out.len() + times.min(left), entry);
                }
                Run::Packed(bytes) => look_up(bytes, self.width, left, entries, out)?,
            }
        }
        Ok(())
    }

    /// The next run, which is not empty.
    fn next(&mut self) -> Result<Run<'a>> {
        let header = self.header()?;
        let length = usize::try_from(header >> 1).map_err(|_| damaged())?;
        if length == 0 {
            return Err(damaged());
        }
        let width = usize::from(self.width);
        if header & 1 == 1 {
            let bytes = length.checked_mul(width).ok_or_else(damaged)?;
            // The last group may be cut off behind the last number.
            let (bytes, rest) = self.rest.split_at(bytes.min(self.rest.len()));
            if bytes.is_empty() && width > 0 {
                return Err(damaged());
            }
            self.rest = rest;
            return Ok(if width == 0 {
                Run::Same(0, length.saturating_mul(8))
            } else {
                Run::Packed(bytes)
            });
        }
        let (bytes, rest) = self
            .rest
            .split_at_checked(width.div_ceil(8))
            .ok_or_else(damaged)?;
        self.rest = rest;
        let mut number = [0; 4];
        number
            .get_mut(..bytes.len())
            .ok_or_else(damaged)?
            .copy_from_slice(bytes);
        Ok(Run::Same(u32::from_le_bytes(number), length))
    }

    /// A number of 7 bits a byte, the lowest first.
    fn header(&mut self) -> Result<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.rest.split_first().ok_or_else(damaged)?;
            self.rest = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(damaged())
    }
}

/// Calls with each run of bits that are alike among the first `count` numbers of 1 bit.
pub(super) fn each_run(
    bytes: &[u8],
    count: usize,
    mut call: impl FnMut(bool, usize) -> Result<()>,
) -> Result<()> {
    let mut runs = Runs::new(bytes, 1);
    let mut left = count;
    while left > 0 {
        match runs.next()? {
            Run::Same(number, times) => {
                let times = times.min(left);
                call(number == 1, times)?;
                left -= times;
            }
            Run::Packed(bytes) => {
                for byte in bytes {
                    let bits = left.min(8);
                    each_bits(*byte, bits, &mut call)?;
                    left -= bits;
                }
            }
        }
    }
    Ok(())
}

/// The same of the lowest bits of one byte.
fn each_bits(byte: u8, bits: usize, call: &mut impl FnMut(bool, usize) -> Result<()>) -> Result<()> {
    let (mut byte, mut left) = (byte, bits);
    while left > 0 {
        let is_one = byte & 1 == 1;
        let alike = if is_one {
            byte.trailing_ones()
        } else {
            byte.trailing_zeros()
        };
        let times = usize::try_from(alike).unwrap_or(8).min(left);
        call(is_one, times)?;
        byte = byte.checked_shr(alike).unwrap_or(0);
        left -= times;
    }
    Ok(())
}

/// What packed numbers of so many bits stand for, `most` of them at most.
fn look_up(bytes: &[u8], width: u8, most: usize, entries: &[i16], out: &mut Vec<i16>) -> Result<()> {
    match width {
        1 => groups::<1>(bytes, most, entries, out),
        2 => groups::<2>(bytes, most, entries, out),
        3 => groups::<3>(bytes, most, entries, out),
        4 => groups::<4>(bytes, most, entries, out),
        5 => groups::<5>(bytes, most, entries, out),
        6 => groups::<6>(bytes, most, entries, out),
        7 => groups::<7>(bytes, most, entries, out),
        8 => groups::<8>(bytes, most, entries, out),
        9 => groups::<9>(bytes, most, entries, out),
        10 => groups::<10>(bytes, most, entries, out),
        11 => groups::<11>(bytes, most, entries, out),
        12 => groups::<12>(bytes, most, entries, out),
        13 => groups::<13>(bytes, most, entries, out),
        14 => groups::<14>(bytes, most, entries, out),
        15 => groups::<15>(bytes, most, entries, out),
        16 => groups::<16>(bytes, most, entries, out),
        _ => Err(damaged()), // no column here has so many different values
    }
}

fn groups<const WIDTH: usize>(bytes: &[u8], most: usize, entries: &[i16], out: &mut Vec<i16>) -> Result<()> {
    let mut left = most;
    for group in bytes.chunks(WIDTH) {
        let mut packed = [0; 16];
        packed[..group.len()].copy_from_slice(group);
        let packed = u128::from_le_bytes(packed);
        let numbers: [usize; 8] = std::array::from_fn(|place| number::<WIDTH>(packed, place));
        let there = left.min(8).min(group.len() * 8 / WIDTH);
        if there == 8 {
            let mut found = [0; 8];
            for (found, number) in found.iter_mut().zip(numbers) {
                *found = *entries.get(number).ok_or_else(damaged)?;
            }
            out.extend_from_slice(&found);
        } else {
            for number in &numbers[..there] {
                out.push(*entries.get(*number).ok_or_else(damaged)?);
            }
        }
        left -= there;
        if left == 0 {
            break;
        }
    }
    Ok(())
}

const fn number<const WIDTH: usize>(packed: u128, place: usize) -> usize {
    let number = (packed >> (place * WIDTH)) as usize;
    number & ((1 << WIDTH) - 1)
}

/// That a page cannot be read.
pub(super) fn damaged() -> ParquetError {
    ParquetError::General("a page is damaged".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked_up(bytes: &[u8], width: u8, count: usize) -> Option<Vec<i16>> {
        let entries: Vec<i16> = (0..10).collect();
        let mut out = Vec::new();
        Runs::new(bytes, width).look_up(count, &entries, &mut out).ok()?;
        Some(out)
    }

    #[test]
    fn numbers_are_unpacked_as_the_specification_says() {
        // Its own example: 0 to 7 in 3 bits each.
        let packed = [0b11, 0b1000_1000, 0b1100_0110, 0b1111_1010];
        assert_eq!(looked_up(&packed, 3, 8), Some((0..8).collect()));
        assert_eq!(looked_up(&packed, 3, 5), Some((0..5).collect()));
        assert_eq!(looked_up(&[200, 1, 4], 3, 100), Some(vec![4; 100]));
        assert_eq!(looked_up(&[200, 1, 4, 0, 0, 0], 3, 101), None);
        assert_eq!(looked_up(&[4], 0, 2), Some(vec![0; 2]));
    }

    #[test]
    fn damaged_numbers_are_an_error_and_no_more() {
        for (bytes, width) in [
            (&[][..], 3),
            (&[0, 0], 3),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 3),
            (&[3], 3),
            (&[4], 3),
            (&[4, 10], 4),
            (&[3, 0xff, 0xff, 0xff, 0xff], 4),
            (&[3, 0, 0, 0], 17),
            (&[3, 0, 0, 0], 255),
            (&[4, 0, 0, 0, 0, 0, 0], 40),
        ] {
            assert_eq!(looked_up(bytes, width, 8), None, "{bytes:?}");
        }
    }

    #[test]
    fn levels_are_runs() {
        let mut runs = Vec::new();
        // 5 times 1, then 0b1110_0110 of which 6 bits count
        each_run(&[10, 1, 3, 0b1110_0110], 11, |is, times| {
            runs.push((is, times));
            Ok(())
        })
        .unwrap();
        assert_eq!(runs, [(true, 5), (false, 1), (true, 2), (false, 2), (true, 1)]);
        assert_eq!(Runs::new(&[10, 1, 3, 0b1110_0110], 1).ones(11).unwrap(), 8);
    }
}
