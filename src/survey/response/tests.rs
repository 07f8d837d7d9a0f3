use super::*;
use crate::diary::{Profile, SurveySecret};
use crate::survey::Plaintext;
use crate::survey::definition::tests::sample;

fn message() -> (Message, Joined) {
    let joined = Joined::new(sample().0);
    let week: WeekId = "2026-W47".parse().unwrap();
    let heading = Heading {
        version: Heading::VERSION,
        definition: joined.hash(),
        week,
        respondent: Respondent::of(&SurveySecret::new([1; 32]), &joined.definition, week),
        revision: 1,
    };
    let reading = WeekReading::of(week, &[], &Profile::default(), None);
    let response = Response::of(&joined, heading, &reading);
    (Message::Response(response), joined)
}

#[test]
fn what_is_sealed_is_read_again() {
    let (message, joined) = message();
    let plaintext = Plaintext::of(&message);
    assert_eq!(plaintext.bytes().len(), Plaintext::SIZE);
    assert_eq!(Message::read(plaintext.bytes(), &joined.definition), Ok(message));
}
