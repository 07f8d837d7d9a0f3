//! The lines of the settings.

use crate::diary::Profile;
use crate::figures::GoalSubject;
use crate::settings::Key;

/// What the settings are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsGroup {
    /// How the program looks.
    Looks,
    /// What the figures are made with.
    Work,
    /// Where things are kept.
    Data,
}

/// A line of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsRow {
    /// The language.
    Language,
    /// The theme.
    Theme,
    /// How lines are drawn.
    Borders,
    /// Whether the mouse is listened to.
    Mouse,
    /// The goal on all non-teaching time.
    MainGoal,
    /// A goal on something else.
    Goal(GoalSubject),
    /// Sets one more goal.
    NewGoal,
    /// What the weeks are compared with.
    Baseline,
    /// The weekdays with school.
    SchoolDays,
    /// When parents can expect a reply.
    ReplyWindow,
    /// The rules of the burden list.
    Rules,
    /// Whether a meeting's worth is asked.
    AskWorth,
    /// The lessons' times.
    Bells,
    /// What words in files mean.
    Words,
    /// Where the data lie.
    DataDir,
    /// The backups.
    Backups,
    /// The configuration file.
    File,
}

impl SettingsRow {
    /// The lines of a profile, in the order of the screen.
    #[must_use]
    pub fn all(profile: &Profile) -> Vec<Self> {
        let mut rows = vec![
            Self::Language,
            Self::Theme,
            Self::Borders,
            Self::Mouse,
            Self::MainGoal,
        ];
        rows.extend(profile.side_goals().map(|g| Self::Goal(g.subject.clone())));
        rows.extend([
            Self::NewGoal,
            Self::Baseline,
            Self::SchoolDays,
            Self::ReplyWindow,
            Self::Rules,
            Self::AskWorth,
            Self::Bells,
            Self::Words,
            Self::DataDir,
            Self::Backups,
            Self::File,
        ]);
        rows
    }

    /// What it stands under.
    #[must_use]
    pub const fn group(&self) -> SettingsGroup {
        match self {
            Self::Language | Self::Theme | Self::Borders | Self::Mouse => SettingsGroup::Looks,
            Self::DataDir | Self::Backups | Self::File => SettingsGroup::Data,
            _ => SettingsGroup::Work,
        }
    }

    /// The key of the configuration file it is kept under; none for what is kept in the diary, and for what is no value.
    #[must_use]
    pub const fn key(&self) -> Option<Key> {
        match self {
            Self::Language => Some(Key::Language),
            Self::Theme => Some(Key::Theme),
            Self::Borders => Some(Key::Borders),
            Self::Mouse => Some(Key::Mouse),
            Self::DataDir => Some(Key::DataDir),
            _ => None,
        }
    }

    /// Whether left and right change it at once.
    #[must_use]
    pub const fn has_steps(&self) -> bool {
        matches!(
            self,
            Self::Language
                | Self::Theme
                | Self::Borders
                | Self::Mouse
                | Self::MainGoal
                | Self::Goal(_)
                | Self::AskWorth
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;
    use crate::figures::Percent;

    #[test]
    fn each_goal_has_a_line_and_groups_stay_together() {
        let mut profile = Profile::default();
        let reports = GoalSubject::Category(Category::Reports);
        profile.set_goal(reports.clone(), Some(Percent::REPORTS));
        let rows = SettingsRow::all(&profile);
        assert!(rows.contains(&SettingsRow::Goal(reports)));
        assert_eq!(rows.iter().filter(|r| **r == SettingsRow::MainGoal).count(), 1);
        let mut groups: Vec<_> = rows.iter().map(SettingsRow::group).collect();
        groups.dedup();
        assert_eq!(
            groups,
            [SettingsGroup::Looks, SettingsGroup::Work, SettingsGroup::Data]
        );
    }
}
