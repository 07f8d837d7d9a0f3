//! `goal`: what is to fall, and by how much.

use super::CliError;
use super::args::{GoalAction, Preset};
use super::context::Context;
use super::subject::subject;
use crate::diary::{Profile, Setting};
use crate::domain::Category;
use crate::figures::{Goal, GoalSubject, Percent};
use crate::summary::subject_words;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, action: Option<GoalAction>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let mut profile = session.profile()?;
    let before = profile.goals.clone();
    match action.unwrap_or(GoalAction::Show) {
        GoalAction::Show => {}
        GoalAction::Set { what, percent } => {
            let what = subject(&what, &profile.taxonomy(), &cx.i18n)?;
            let bad = |_| CliError::Usage(tr!(cx.i18n, "cli-bad-percent", text = percent.as_str()));
            let percent: Percent = percent.parse().map_err(bad)?;
            profile.set_goal(what, Some(percent));
        }
        GoalAction::Off { what } => {
            // A goal can be on an activity that is no more.
            let set = profile
                .goals
                .iter()
                .map(|g| &g.subject)
                .find(|s| s.to_string() == what);
            let what = match set {
                Some(subject) => subject.clone(),
                None => subject(&what, &profile.taxonomy(), &cx.i18n)?,
            };
            if what == GoalSubject::NonTeaching {
                return Err(CliError::Refused(tr!(cx.i18n, "cli-main-goal-stays")));
            }
            if !profile.goals.iter().any(|g| g.subject == what) {
                return Err(CliError::Refused(tr!(
                    cx.i18n,
                    "cli-no-goal",
                    what = what.to_string()
                )));
            }
            profile.set_goal(what, None);
        }
        GoalAction::Preset { name } => preset(&mut profile, name),
    }
    if profile.goals != before {
        session.set(Setting::Goals(profile.goals.clone()))?;
    }
    let taxonomy = profile.taxonomy();
    let line = |goal: &Goal| {
        format!(
            "{} −{} %\n",
            subject_words(&goal.subject, &taxonomy, &cx.i18n),
            goal.reduction
        )
    };
    let text = line(&profile.main_goal()) + &profile.side_goals().map(line).collect::<String>();
    cx.print(&text)
}

/// The policy's goals beside the 15 %.
fn preset(profile: &mut Profile, name: Preset) {
    for Goal { subject, reduction } in Goal::policy_beside() {
        let category = match &subject {
            GoalSubject::NonTeaching => None,
            GoalSubject::Category(category) => Some(*category),
            GoalSubject::Activity(a) | GoalSubject::Count(a) | GoalSubject::MeanMinutes(a) => {
                Some(a.category)
            }
        };
        let asked = match name {
            Preset::All => true,
            Preset::Reports => subject == GoalSubject::Category(Category::Reports),
            Preset::Parents => category == Some(Category::ParentMessages),
            Preset::Meetings => category == Some(Category::Meetings),
            Preset::Inspections => category == Some(Category::Reports) && !subject.is_time(),
        };
        if asked {
            profile.set_goal(subject, Some(reduction));
        }
    }
}
