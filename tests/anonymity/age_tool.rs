//! Responses opened with the `age` that a system has, which is another program than the library we seal with.

use crate::coordinator::Coordinator;
use crate::teacher::Teacher;
use std::process::Command;

#[test]
#[ignore = "needs the age command: cargo test --test anonymity -- --ignored"]
fn any_age_tool_opens_a_response_with_the_key() {
    let (coordinator, teacher) = (Coordinator::new(&[]), Teacher::new());
    teacher.keep_a_diary();
    teacher.join(&coordinator.definition());
    for week in ["2026-W45", "2026-W46", "2026-W47"] {
        let shown = teacher.ok(&["survey", "preview", week, "--raw"]);
        let response = teacher.respond(week);
        let done = Command::new("age")
            .arg("--decrypt")
            .arg("--identity")
            .arg(coordinator.key())
            .arg(&response)
            .output()
            .expect("the age command: install it, or leave this test out");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(done.stdout, shown);
    }
    let public = Command::new("age-keygen")
        .arg("-y")
        .arg(coordinator.key())
        .output()
        .unwrap();
    let definition = std::fs::read_to_string(coordinator.definition()).unwrap();
    let public = String::from_utf8(public.stdout).unwrap();
    assert!(definition.contains(&format!("recipient = \"{}\"", public.trim())));
}
