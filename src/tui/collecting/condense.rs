//! What happens while an inbox is looked at, condensed: the screen hears of it a few times a second at most, and not at all
//! where nothing is new.

use crate::app::collecting::{News, Refused, Step};
use crate::survey::collector::{Collected, Event, Tally, Total};
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// How long a step stands at least.
const STANDS: Duration = Duration::from_millis(100);
/// How long a look takes before it is told of at all.
const QUICK: Duration = Duration::from_millis(300);
/// The most of what is not taken that is told apart.
const MOST_KNOWN: usize = 65_536;

/// What is known of the looks so far.
#[derive(Default)]
pub(super) struct Condenser {
    /// Where the inbox is, to be left out of the names in it.
    prefixes: Vec<String>,
    /// What the look before did not take.
    before: HashSet<Refused>,
    /// What the last look told came to.
    told: Option<Collected>,
}

/// One look.
pub(super) struct Look<'a> {
    condenser: &'a mut Condenser,
    began: Instant,
    last: Option<Instant>,
    step: Step,
    refused: HashSet<Refused>,
    out: &'a dyn Fn(News),
}

impl Condenser {
    /// One that leaves the folders of an inbox out of the names in them.
    pub(super) fn new(prefixes: Vec<String>) -> Self {
        Self {
            prefixes,
            ..Self::default()
        }
    }

    /// Begins a look at so much.
    pub(super) fn look<'a>(&'a mut self, total: Option<Total>, out: &'a dyn Fn(News)) -> Look<'a> {
        Look {
            condenser: self,
            began: Instant::now(),
            last: None,
            step: Step {
                total,
                ..Step::default()
            },
            refused: HashSet::new(),
            out,
        }
    }

    /// The next look is told of whatever it comes to.
    pub(super) fn tell_again(&mut self) {
        self.told = None;
    }

    fn name(&self, file: &str) -> String {
        let inside = |prefix: &String| file.strip_prefix(prefix.as_str());
        let name = self.prefixes.iter().find_map(inside).unwrap_or(file);
        name.trim_start_matches(std::path::MAIN_SEPARATOR).to_owned()
    }
}

impl Look<'_> {
    /// Takes in what happened.
    pub(super) fn observe(&mut self, event: &Event<'_>) {
        match event {
            Event::Progress(tally, _) => {
                self.step.tally = *tally;
                self.tell_step();
            }
            Event::Taken(week, _) => *self.step.came.entry(*week).or_default() += 1,
            Event::NotTaken(file, why) => {
                let refused = Refused {
                    file: self.condenser.name(file),
                    why: (*why).to_owned(),
                };
                if self.refused.len() < MOST_KNOWN && !self.refused.contains(&refused) {
                    if !self.condenser.before.contains(&refused) {
                        self.step.refused.push(refused.clone());
                    }
                    self.refused.insert(refused);
                }
            }
        }
    }

    /// Tells how far it is, where that is worth it.
    fn tell_step(&mut self) {
        let now = Instant::now();
        self.step.took = now - self.began;
        let stands = self.last.map_or(QUICK, |_| STANDS);
        let is_new = self.condenser.told.is_none() || finds_something(&self.step.tally);
        if !is_new || now - self.last.unwrap_or(self.began) < stands {
            return;
        }
        self.last = Some(now);
        let rest = Step {
            tally: self.step.tally,
            total: self.step.total,
            ..Step::default()
        };
        (self.out)(News::Reading(Box::new(std::mem::replace(&mut self.step, rest))));
    }

    /// Ends one that failed half way: what it put into the dataset before came all the same.
    pub(super) fn break_off(self) {
        if !self.step.came.is_empty() {
            (self.out)(News::Reading(Box::new(self.step)));
        }
    }

    /// Ends it, and tells what it came to unless that is what the one before came to.
    pub(super) fn end(mut self, collected: &Collected) {
        self.step.tally = collected.tally;
        self.step.took = self.began.elapsed();
        let condenser = self.condenser;
        let gone: Vec<Refused> = if collected.is_cut_short {
            Vec::new() // the rest was not looked at, and may still be there
        } else {
            condenser.before.difference(&self.refused).cloned().collect()
        };
        if collected.is_cut_short {
            condenser.before.extend(self.refused);
        } else {
            condenser.before = self.refused;
        }
        let same = condenser.told.as_ref().is_some_and(|told| {
            let standing = |c: &Collected| (c.reasons, c.is_cut_short);
            standing(told) == standing(collected) && told.coverage == collected.coverage
        });
        let nothing = gone.is_empty() && self.step.refused.is_empty() && self.step.came.is_empty();
        if same && nothing && self.last.is_none() && !finds_something(&collected.tally) {
            return;
        }
        condenser.told = Some(collected.clone());
        (self.out)(News::Looked(
            Box::new(self.step),
            Box::new(collected.clone()),
            gone,
        ));
    }
}

/// Whether a look found more than what was there before.
const fn finds_something(tally: &Tally) -> bool {
    tally.taken + tally.corrected + tally.older + tally.copies + tally.withdrawals > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn what_came_before_a_look_failed_is_told() {
        let heard = RefCell::new(Vec::new());
        let out = |news| heard.borrow_mut().push(news);
        let mut condenser = Condenser::default();
        condenser.look(None, &out).break_off();
        assert!(heard.borrow().is_empty());
        let mut look = condenser.look(None, &out);
        let week = "2026-W47".parse().unwrap();
        look.observe(&Event::Taken(week, &[]));
        look.break_off();
        match heard.borrow().as_slice() {
            [News::Reading(step)] => assert_eq!(step.came[&week], 1),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_as_before_is_not_told_again() {
        let heard = RefCell::new(Vec::new());
        let out = |news| heard.borrow_mut().push(news);
        let mut condenser = Condenser::new(vec!["in".into()]);
        let mut look = |refused: &[&str]| {
            let mut look = condenser.look(None, &out);
            for file in refused {
                look.observe(&Event::NotTaken(file, "damaged"));
            }
            let mut collected = Collected::default();
            collected.tally.not_taken = refused.len() as u64;
            collected.reasons[2] = refused.len() as u64;
            look.end(&collected);
            heard.borrow_mut().drain(..).collect::<Vec<_>>()
        };
        let names = |news: &[News]| match news {
            [News::Looked(step, _, gone)] => (
                step.refused.iter().map(|r| r.file.clone()).collect::<Vec<_>>(),
                gone.iter().map(|r| r.file.clone()).collect::<Vec<_>>(),
            ),
            other => panic!("{other:?}"),
        };
        let none: [String; 0] = [];
        let separator = std::path::MAIN_SEPARATOR;
        let file = format!("in{separator}a");
        assert_eq!(
            names(&look(&[])),
            (none.to_vec(), none.to_vec()),
            "the first is told"
        );
        assert_eq!(look(&[]), []);
        assert_eq!(names(&look(&[&file])), (vec!["a".to_owned()], none.to_vec()));
        assert_eq!(look(&[&file]), []);
        assert_eq!(
            names(&look(&["b"])),
            (vec!["b".to_owned()], vec!["a".to_owned()]),
            "as many as before, and another"
        );
        assert_eq!(names(&look(&[])), (none.to_vec(), vec!["b".to_owned()]));
    }
}
