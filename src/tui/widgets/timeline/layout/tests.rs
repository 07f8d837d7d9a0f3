use super::*;
use crate::domain::{Category, Span};
use proptest::prelude::*;

fn stretch(who: Who, start: u32, end: u32, parallel: bool) -> Stretch {
    let span = Span::clocked(start, end).unwrap();
    Stretch::of(who, Category::Duty, span, parallel).unwrap()
}

fn block(place: usize, start: u32, end: u32) -> Stretch {
    stretch(Who::Block(place), start, end, false)
}

/// The rows as text: the hour, then a digit for each stretch, a dot for a gap.
fn picture(layout: &Layout) -> Vec<String> {
    let sign = |seen| match seen {
        Seen::Stretch(i) => char::from_digit(u32::try_from(i).unwrap(), 10).unwrap(),
        Seen::Gap => '.',
        Seen::Outside => ' ',
    };
    let row = |(row, hour)| {
        let cells: String = (0..layout.columns())
            .map(|column| sign(layout.seen(column, row)))
            .collect();
        format!("{hour:02} {}", cells.trim_end()).trim_end().to_owned()
    };
    layout.hours().enumerate().map(row).collect()
}

#[test]
fn a_lesson_takes_nine_cells_and_a_break_two() {
    let day = vec![block(0, 480, 525), block(1, 535, 580), block(2, 580, 585)];
    assert_eq!(
        picture(&Layout::of(day, 15, 1)),
        [
            "07",
            "08 000000000..1",
            "09 111111112",
            "10",
            "11",
            "12",
            "13",
            "14",
            "15",
            "16",
            "17"
        ]
    );
}

#[test]
fn a_long_day_takes_coarser_cells_and_begins_at_even_hours() {
    let day = vec![block(0, 480, 525), block(1, 535, 580), block(2, 1200, 1240)];
    assert_eq!(
        picture(&Layout::of(day.clone(), 9, 1)),
        [
            "06",
            "08 0000011111..",
            "10 ............",
            "12 ............",
            "14 ............",
            "16 ............",
            "18 ............",
            "20 2222"
        ]
    );
    assert_eq!(
        picture(&Layout::of(day, 1, 1)),
        ["00   01..2"],
        "short ones keep a cell each"
    );
}

#[test]
fn the_night_has_hours_of_its_own_and_empty_rows_after_it_are_left_out() {
    let mut over = stretch(Who::Before, 0, 35, false);
    over.end = 35;
    let day = vec![over, block(0, 420, 430), block(1, 1320, 1510)];
    let picture = picture(&Layout::of(day, 40, 1));
    assert_eq!(picture[..3], ["00 0000000", "07 11..........", "08 ............"]);
    let last = picture.len();
    assert_eq!(
        picture[last - 3..],
        ["23 222222222222", "24 222222222222", "25 22"]
    );
}

#[test]
fn what_is_parallel_is_hatched_and_what_is_typed_lies_over_all() {
    let day = vec![
        block(0, 480, 525),
        stretch(Who::Block(1), 510, 540, true),
        stretch(Who::Typed { conflict: true }, 495, 505, false),
        block(3, 600, 605),
    ];
    let layout = Layout::of(day, 15, 1);
    assert_eq!(
        picture(&layout)[1..=3],
        ["08 000220101.1.", "09 ............", "10 3"]
    );
}

#[test]
fn what_is_planned_lies_below_what_is_booked() {
    let planned = stretch(Who::Planned(1), 480, 525, false);
    let day = vec![block(0, 495, 510), planned];
    let layout = Layout::of(day, 15, 1);
    assert_eq!(picture(&layout)[1], "08 111000111");
    let line = |column| layout.hit(column, 1).and_then(|spot| spot.line);
    assert_eq!([line(0), line(3), line(11)], [Some(1), Some(0), None]);
}

#[test]
fn a_hit_tells_the_minute_and_the_line() {
    let day = vec![stretch(Who::Before, 0, 10, false), block(4, 480, 525)];
    let layout = Layout::of(day, 15, 2);
    let hit = |minute, line| {
        Some(Spot {
            minute,
            minutes: 5,
            line,
        })
    };
    let hours: Vec<u32> = layout.hours().collect();
    assert_eq!(hours[..3], [0, 7, 8]);
    assert_eq!(
        layout.hit(0, 0),
        hit(0, None),
        "the day before's is not in the list"
    );
    assert_eq!(layout.hit(17, 2), hit(520, Some(4)));
    assert_eq!(layout.hit(18, 2), hit(525, None));
    assert_eq!(layout.hit(23, 11), hit(1075, None));
    assert_eq!(layout.hit(24, 2), None);
    assert_eq!(layout.hit(0, 12), None);
    assert_eq!(Layout::of(Vec::new(), 0, 1).hit(0, 0), None);
}

fn any_span() -> impl Strategy<Value = (u32, u32)> {
    (0u32..1440, 1u32..=1440).prop_map(|(start, length)| (start, (start + length).min(2160)))
}

/// Stretches of all kinds; those of the day before lie in the morning.
fn any_stretches() -> impl Strategy<Value = Vec<Stretch>> {
    let any = (any_span(), 0..8u8, any::<bool>()).prop_map(|((start, end), kind, parallel)| match kind {
        0 => stretch(Who::Before, 0, end.min(720), parallel),
        1 => stretch(Who::Typed { conflict: parallel }, start, end, parallel),
        _ => stretch(Who::Block(0), start, end, parallel),
    });
    prop::collection::vec(any, 0..14)
}

proptest! {
    /// Whatever is on the day and however small the window: nothing panics, the rows fit, and they hold the whole day.
    #[test]
    fn the_rows_fit_and_nothing_is_lost(stretches in any_stretches(), rows in 0usize..50, wide in 0usize..4) {
        let layout = Layout::of(stretches.clone(), rows, wide);
        prop_assert!(layout.hours().count() <= rows);
        for row in 0..rows + 2 {
            for column in 0..layout.columns() + 2 {
                let on_it = row < layout.hours().count() && column < layout.columns();
                prop_assert_eq!(layout.hit(column, row).is_some(), on_it);
                let _ = layout.seen(column, row);
            }
        }
        if rows > 0 {
            for (stretch, place) in stretches.iter().zip(&layout.places) {
                let first = layout.hit(place.start % CELLS * layout.wide, place.start / CELLS).unwrap();
                let end = place.end - 1;
                let last = layout.hit(end % CELLS * layout.wide, end / CELLS).unwrap();
                prop_assert!((first.minute..first.minute + first.minutes).contains(&stretch.start));
                prop_assert!((last.minute..last.minute + last.minutes).contains(&(stretch.end - 1)));
            }
        }
    }

    /// A block alone on its layer takes exactly the cells that its minutes touch, at any scale.
    #[test]
    fn a_block_takes_the_cells_its_minutes_touch(
        span in any_span(), ghost: bool, rows in 1usize..50, wide in 1usize..4,
    ) {
        let who = if ghost { Who::Typed { conflict: false } } else { Who::Block(3) };
        let layout = Layout::of(vec![stretch(who, span.0, span.1, false)], rows, wide);
        for row in 0..layout.hours().count() {
            for column in 0..layout.columns() {
                let Spot { minute, minutes, line } = layout.hit(column, row).unwrap();
                let touched = minute < span.1 && span.0 < minute + minutes;
                let seen = layout.seen(column, row);
                prop_assert_eq!(seen, if touched { Seen::Stretch(0) } else { Seen::Outside });
                prop_assert_eq!(line, (touched && !ghost).then_some(3));
            }
        }
    }

    /// Blocks that follow one another at any minutes, with gaps or without: each takes only cells that it touches, all
    /// of those that no other touches, and at five minutes a cell one at least if it is no shorter than that.
    #[test]
    fn blocks_in_a_row_share_cells_fairly(
        lengths in prop::collection::vec((5u32..90, 0u32..60), 1..14), rows in 1usize..50,
    ) {
        let mut at = 0;
        let mut day = Vec::new();
        for (length, gap) in lengths {
            if at + gap < 1440 {
                day.push(block(day.len(), at + gap, at + gap + length));
                at += gap + length;
            }
        }
        let layout = Layout::of(day.clone(), rows, 1);
        let mut seen = vec![0; day.len()];
        for row in 0..layout.hours().count() {
            for column in 0..CELLS {
                let Spot { minute, minutes, line } = layout.hit(column, row).unwrap();
                let touches = |s: &Stretch| minute < s.end && s.start < minute + minutes;
                if let Some(line) = line {
                    prop_assert!(touches(&day[line]));
                    seen[line] += 1;
                }
                prop_assert_eq!(line.is_some(), day.iter().any(touches));
            }
        }
        if layout.scale == 5 {
            prop_assert!(seen.iter().all(|cells| *cells > 0), "{:?}", seen);
        }
    }
}
