//! What a report shows of a tree of lines: of which answers together each number is, and which answers have none of their own.

use crate::people::Person;
use crate::surveys::Survey;
use jianfu::survey::Group;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Figures, Table};

/// The answers that a line stands for, by their places; only those that can be given.
pub(crate) type Answers = Vec<u16>;

/// What is shown of an item in the table of a group.
#[derive(Default)]
pub(crate) struct Shown<'a> {
    /// The lines and rests that show it.
    pub(crate) known: Vec<(Answers, &'a Figures)>,
    /// The lines that do not.
    pub(crate) hidden: Vec<Answers>,
    /// The answers of which it is told that nobody gave them.
    pub(crate) silent: Answers,
}

impl<'a> Shown<'a> {
    pub(crate) fn of(survey: &Survey, group: usize, block: &'a Block<Figures>, item: Item) -> Self {
        let mut out = Self::default();
        let answers = &survey.frame.groups[group];
        if shows(&block.all, item) {
            out.known.push((givable(answers), &block.all));
        }
        out.table(answers, &block.groups[group], item);
        out
    }

    fn table(&mut self, group: &Group, table: &'a Table<Figures>, item: Item) {
        let mut rest = Answers::new();
        for line in &table.lines {
            let answers = within(group, line.answer);
            if shows(&line.figures, item) {
                self.known.push((answers, &line.figures));
            } else {
                rest.extend(&answers);
                self.hidden.push(answers);
            }
            if let Some(table) = &line.within {
                self.table(group, table, item);
            }
        }
        for hidden in &table.hidden {
            let answers = within(group, *hidden);
            rest.extend(&answers);
            self.hidden.push(answers);
        }
        self.silent
            .extend(table.silent.iter().flat_map(|s| within(group, *s)));
        if let Some(figures) = table.rest.as_ref().filter(|figures| shows(figures, item)) {
            self.known.push((rest, figures));
        }
    }
}

/// Whether figures say something of an item.
pub(crate) fn shows(figures: &Figures, item: Item) -> bool {
    match item {
        Item::Time => figures.responses.is_some(),
        Item::Share => figures.share.mean.is_some(),
        Item::Complete => figures.complete.is_some(),
        Item::Activities => !figures.activities.is_empty(),
        Item::Meetings => figures.meetings.is_some() || figures.meeting_minutes.is_some(),
        Item::StaffMeetings => figures.staff_meetings.is_some(),
        Item::LongMeetings => figures.long_meetings.is_some(),
        Item::LateParents => figures.late_parents.is_some(),
        Item::Goal => figures.goal_met.is_some(),
        Item::Change => figures.change.is_some(),
        Item::Ratings => figures.rating.is_some(),
    }
}

/// The answers of a group that can be given, not said among them.
pub(crate) fn givable(group: &Group) -> Answers {
    let open = (1..).zip(&group.answers).filter(|(_, a)| group.is_open(a));
    std::iter::once(0).chain(open.map(|(place, _)| place)).collect()
}

fn within(group: &Group, answer: u16) -> Answers {
    let Some(heading) = usize::from(answer)
        .checked_sub(1)
        .map(|place| &group.answers[place])
    else {
        return vec![0];
    };
    let is_within = |place: &u16| {
        let answer = usize::from(*place)
            .checked_sub(1)
            .map(|place| &group.answers[place]);
        answer.is_some_and(|a| a == heading || group.above(a).any(|above| above == heading))
    };
    givable(group).into_iter().filter(is_within).collect()
}

/// The respondents of a line.
pub(crate) fn people_of<'p>(people: &'p [Person], group: usize, answers: &Answers) -> Vec<&'p Person> {
    let is_of = |p: &&Person| answers.contains(&p.groups[group]);
    people.iter().filter(is_of).collect()
}
