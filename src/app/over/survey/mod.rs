//! What lies over the survey screen: joining, an answer, a response about to be written, what was written.

mod done;
mod group;
mod join;
mod respond;
mod sent;

pub use done::SurveyDone;
pub use group::{AnswerLine, SurveyGroup};
pub use join::JoinSurvey;
pub use respond::SurveyRespond;
pub use sent::SentView;
