//! The menus of the settings: a language or a theme, seen at once on the whole screen; one more goal; the school days.

use super::{Over, Prompt, Wanted};
use crate::app::settings::looks::{
    LANGUAGES, configure_language, configure_theme, language_line, line_language,
};
use crate::app::settings::row::SettingsRow;
use crate::app::{App, Effect, Knowledge, List, Looks, Prefs, Toast};
use crate::diary::Setting;
use crate::domain::{SchoolDays, WEEKDAYS};
use crate::figures::{Goal, GoalSubject, Percent};
use crate::i18n::Lang;
use crate::keymap::Action;

/// What a menu of the settings offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// The system's language, then each.
    Language,
    /// The themes of these names.
    Theme(Vec<String>),
    /// Goals that can be set.
    NewGoal(Vec<Offer>),
    /// The weekdays, Monday first, each in or out; these as ticked so far, saved with Enter.
    SchoolDays(SchoolDays),
}

/// Goals that can be set at once, or one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// All that the policy asks for beside the goal on all non-teaching time.
    AllOfPolicy,
    /// One of those.
    Policy(Goal),
    /// Something else that can fall, by a percentage to be typed.
    Other(GoalSubject),
}

/// A menu of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingMenu {
    /// What it offers.
    pub choices: Choices,
    /// The selected line.
    pub list: List,
}

impl SettingMenu {
    pub(in crate::app) fn language(configured: Option<Lang>) -> Self {
        Self {
            choices: Choices::Language,
            list: List::on(language_line(configured)),
        }
    }

    pub(in crate::app) fn theme(prefs: &Prefs) -> Self {
        let at = prefs.themes.iter().position(|t| *t == prefs.theme);
        Self {
            choices: Choices::Theme(prefs.themes.clone()),
            list: List::on(at.unwrap_or(0)),
        }
    }

    pub(in crate::app) fn school_days(days: SchoolDays) -> Self {
        Self {
            choices: Choices::SchoolDays(days),
            list: List::default(),
        }
    }

    pub(in crate::app) fn new_goal(known: &Knowledge) -> Self {
        let taxonomy = known.taxonomy();
        let profile = known.profile();
        let is_set = |subject: &GoalSubject| profile.side_goals().any(|g| g.subject == *subject);
        let policy = Goal::policy_beside();
        let all = policy.iter().any(|goal| !profile.goals.contains(goal));
        let categories = taxonomy
            .categories()
            .iter()
            .map(|c| GoalSubject::Category(c.category));
        let activities = taxonomy
            .activities()
            .iter()
            .map(|a| GoalSubject::Activity(a.activity.clone()));
        let others: Vec<GoalSubject> = categories
            .chain(activities)
            .filter(|subject| !is_set(subject) && policy.iter().all(|g| g.subject != *subject))
            .collect();
        let single = policy.into_iter().filter(|goal| !is_set(&goal.subject));
        let offers = all.then_some(Offer::AllOfPolicy).into_iter();
        let offers = offers.chain(single.map(Offer::Policy));
        let offers = offers.chain(others.into_iter().map(Offer::Other));
        Self {
            choices: Choices::NewGoal(offers.collect()),
            list: List::default(),
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.count();
        (&mut self.list, lines)
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match &self.choices {
            Choices::Language => LANGUAGES,
            Choices::Theme(names) => names.len(),
            Choices::NewGoal(offers) => offers.len(),
            Choices::SchoolDays(_) => 7,
        }
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (list, lines) = self.lines();
        if list.act(action, lines) {
            let looks = self.looks(app);
            app.over = Some(Over::Setting(self));
            return looks.map(Effect::TryOn).into_iter().collect();
        }
        let at = self.list.at(lines);
        match (&self.choices, action) {
            (Choices::SchoolDays(days), Action::Toggle) => {
                let mut days = *days;
                toggle(&mut days, at, app);
                self.choices = Choices::SchoolDays(days);
                app.over = Some(Over::Setting(self));
                Vec::new()
            }
            (Choices::SchoolDays(days), Action::Accept) => app.set(Setting::SchoolDays(*days)),
            (Choices::Language, Action::Accept) => vec![configure_language(line_language(at))],
            (Choices::Theme(names), Action::Accept) => {
                names.get(at).map(|n| configure_theme(n)).into_iter().collect()
            }
            (Choices::NewGoal(offers), Action::Accept) => match offers.get(at).cloned() {
                Some(Offer::AllOfPolicy) => app.set_policy_goals(),
                Some(Offer::Policy(goal)) => app.set_goal(goal.subject, Some(goal.reduction)),
                Some(Offer::Other(subject)) => {
                    let wanted = Wanted::Setting(SettingsRow::Goal(subject));
                    let usual = Percent::POLICY.to_string();
                    let prompt = Prompt::new(wanted, &usual);
                    app.over = Some(Over::Prompt(prompt.back_to(Over::Setting(self))));
                    Vec::new()
                }
                None => Vec::new(),
            },
            _ => {
                app.over = Some(Over::Setting(self));
                Vec::new()
            }
        }
    }

    /// What the selected line would look like; none where it is nothing to look at.
    fn looks(&self, app: &App) -> Option<Looks> {
        let at = self.list.at(self.count());
        match &self.choices {
            Choices::Language => Some(Looks {
                lang: Some(line_language(at).unwrap_or(app.prefs.system)),
                theme: None,
            }),
            Choices::Theme(names) => Some(Looks {
                theme: names.get(at).cloned(),
                lang: None,
            }),
            Choices::NewGoal(_) | Choices::SchoolDays(_) => None,
        }
    }

    /// Puts the old looks back.
    pub(super) fn cancel(&self) -> Vec<Effect> {
        match self.choices {
            Choices::Language | Choices::Theme(_) => vec![Effect::TryOn(Looks::default())],
            Choices::NewGoal(_) | Choices::SchoolDays(_) => Vec::new(),
        }
    }
}

/// Takes a weekday in or out, from 0 for Monday. The last one stays.
pub(super) fn toggle(days: &mut SchoolDays, day: usize, app: &mut App) {
    match toggled(*days, day) {
        Some(other) => *days = other,
        None => app.toast = Some(Toast::LastSchoolDay),
    }
}

/// Whether each weekday has school, Monday first.
#[must_use]
pub fn weekday_flags(days: SchoolDays) -> [bool; 7] {
    WEEKDAYS.map(|w| days.contains(w))
}

/// School days with a weekday taken in or out, from 0 for Monday; none where no day would be left.
fn toggled(days: SchoolDays, day: usize) -> Option<SchoolDays> {
    let mut flags = weekday_flags(days);
    if let Some(flag) = flags.get_mut(day) {
        *flag = !*flag;
    }
    SchoolDays::from_flags(flags)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Profile;
    use crate::domain::Category;

    #[test]
    fn the_last_school_day_stays() {
        let mut days = SchoolDays::USUAL;
        for day in 0..4 {
            days = toggled(days, day).unwrap();
        }
        assert_eq!(days.to_string(), "fri");
        assert_eq!(toggled(days, 4), None);
        assert_eq!(toggled(days, 5).unwrap().to_string(), "fri,sat");
    }

    #[test]
    fn a_goal_that_is_set_is_not_offered_again() {
        let mut profile = Profile::default();
        let reports = GoalSubject::Category(Category::Reports);
        let offers = |profile: &Profile| match SettingMenu::new_goal(&Knowledge::new(profile.clone())).choices
        {
            Choices::NewGoal(offers) => offers,
            other => panic!("{other:?}"),
        };
        let policy = |profile: &Profile| {
            let offers = offers(profile).into_iter();
            let policy = offers.filter_map(|offer| match offer {
                Offer::Policy(goal) => Some(goal),
                _ => None,
            });
            policy.collect::<Vec<_>>()
        };
        assert_eq!(offers(&profile)[0], Offer::AllOfPolicy);
        assert_eq!(policy(&profile), Goal::policy_beside());
        let subject = |offer: &Offer| *offer == Offer::Other(reports.clone());
        assert!(!offers(&profile).iter().any(subject), "offered once");
        profile.set_goal(reports.clone(), Some(Percent::POLICY));
        assert_eq!(policy(&profile).len(), Goal::policy_beside().len() - 1);
        assert!(!offers(&profile).iter().any(subject));
        assert_eq!(
            offers(&profile)[0],
            Offer::AllOfPolicy,
            "it is set to another number"
        );
        for goal in Goal::policy_beside() {
            profile.set_goal(goal.subject, Some(goal.reduction));
        }
        assert!(
            matches!(offers(&profile)[0], Offer::Other(_)),
            "nothing of the policy is left"
        );
    }
}
