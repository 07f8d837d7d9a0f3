//! Places in files that people write.

use std::fmt;

/// A place in a file that people write: `week.mon[2].weeks`, items counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Site(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Item(usize),
}

impl Site {
    /// The value of a key here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// An item here, its index from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index + 1))
    }

    /// What this stands in; none for the whole.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, steps) = self.0.split_last()?;
        Some(Self(steps.to_vec()))
    }

    /// The same in the item that this begins with: what a user who typed only that would call it.
    #[must_use]
    pub fn inside(&self) -> Self {
        Self(self.0.iter().skip(1).cloned().collect())
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if i == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(n) => write!(f, "[{n}]")?,
            }
        }
        Ok(())
    }
}
