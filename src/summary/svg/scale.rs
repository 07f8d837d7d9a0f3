//! Minutes as heights, with lines at whole hours.

use super::canvas::{Anchor, Canvas};
use crate::i18n::I18n;
use crate::tr;

/// Steps between two lines, in hours.
const STEPS: [u32; 12] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 40, 100];
/// The most lines that a chart has above its ground.
const LINES: u32 = 5;

/// The axis of minutes.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    step: u32,
    lines: u32,
    ground: f64,
    height: f64,
}

impl Scale {
    /// An axis that reaches `most` minutes, `height` high, on the line `ground`.
    pub(super) fn new(most: u32, ground: f64, height: f64) -> Self {
        let hours = most.div_ceil(60).max(1);
        let step = STEPS.into_iter().find(|step| hours.div_ceil(*step) <= LINES);
        let step = step.unwrap_or(hours.div_ceil(LINES));
        Self {
            step,
            lines: hours.div_ceil(step),
            ground,
            height,
        }
    }

    /// The minutes of the lines, from 0.
    pub(super) fn ticks(self) -> impl Iterator<Item = u32> {
        (0..=self.lines).map(move |line| line * self.step * 60)
    }

    /// How high these minutes are.
    pub(super) fn height(self, minutes: u32) -> f64 {
        f64::from(minutes) / f64::from(self.step * self.lines * 60) * self.height
    }

    /// Where these minutes end.
    pub(super) fn y(self, minutes: u32) -> f64 {
        self.ground - self.height(minutes)
    }

    /// Draws the lines and, left of them, their hours.
    pub(super) fn draw(self, canvas: &mut Canvas, left: f64, right: f64, i18n: &I18n) {
        for line in 0..=self.lines {
            let hours = line * self.step;
            let y = self.y(hours * 60);
            canvas.level(if line == 0 { "ground" } else { "grid" }, left, right, y);
            let words = match line {
                0 => "0".to_owned(),
                _ => tr!(i18n, "chart-hours", hours = hours.to_string()),
            };
            canvas.text("soft", left - 6.0, y + 3.5, Anchor::End, &words);
        }
    }
}

/// `7:30`.
pub(super) fn hours(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_reaches_the_most_in_at_most_five_even_steps() {
        for most in [0, 1, 60, 61, 299, 300, 301, 615, 1440, 5000, 100_000] {
            let scale = Scale::new(most, 100.0, 90.0);
            assert!((1..=LINES).contains(&scale.lines), "{most}");
            assert!(scale.step * scale.lines * 60 >= most, "{most}");
            assert!(scale.y(most) >= 10.0 - 1e-9, "{most}");
        }
        assert_eq!(Scale::new(615, 0.0, 1.0).step, 3);
        assert!((Scale::new(300, 100.0, 90.0).y(300) - 10.0).abs() < 1e-9);
    }
}
