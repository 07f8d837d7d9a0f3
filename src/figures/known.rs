//! The built-in activities that figures know one by one.

use crate::domain::{Activity, Category};

/// A built-in activity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known(Category, &'static str);

impl Known {
    pub(super) const LESSON: Self = Self(Category::Teaching, "lesson");
    pub(super) const STAFF_MEETING: Self = Self(Category::Meetings, "staff-meeting");
    pub(super) const GROUP_MEETING: Self = Self(Category::Meetings, "group-meeting");
    pub(super) const OUTSIDE_MEETING: Self = Self(Category::Meetings, "outside-meeting");
    pub(super) const INSPECTION: Self = Self(Category::Reports, "inspection");
    pub(super) const STREET_DUTY: Self = Self(Category::Duty, "street-duty");
    pub(super) const COMMUNITY: Self = Self(Category::Duty, "community");
    pub(super) const SECONDMENT: Self = Self(Category::Duty, "secondment");

    /// Whether an activity is this one.
    pub(super) fn is(self, activity: &Activity) -> bool {
        activity.is(self.0, self.1)
    }

    /// It as an activity; the codes above are well formed.
    pub(super) fn activity(self) -> Option<Activity> {
        Activity::new(self.0, self.1).ok()
    }
}
