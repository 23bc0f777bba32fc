use super::*;
use crate::{
    case::Story,
    day::date,
    leavers::{self, holds, told::told, touch::How},
    people,
    plans::{self, Action, AreaWords, Draft, Person, plain::grade},
};

const QUALIFYING: &str = "2008-03-10 born; 2024-04-01 care V2/U6; 2024-06-01 left";
const FORMER_RELEVANT: &str = "2004-03-10 born; 2019-01-01 care C2/U4";

fn story(lines: &str) -> Story {
    let mut s = Story::default();
    told(&mut s, lines);
    s
}
fn asked<T>(s: &Story, on: Date, ask: impl FnOnce(&Case) -> T) -> T {
    let h = s.history(on);
    let named = |p: &Person| if *p == Person::YoungPerson { "Kai".to_owned() } else { "Grace Adeyinka".to_owned() };
    let holding = holds(&h, &s.norms, on);
    ask(&Case { h: &h, norms: &s.norms, holding, on, adviser: Some("Grace Adeyinka"), named: &named })
}
fn due(s: &Story, on: Date) -> Vec<&'static str> {
    asked(s, on, |c| c.due().into_iter().map(|(letter, _)| letter.code).collect())
}
fn send(s: &mut Story, when: &str, code: &str, on: Date) {
    let sent = asked(s, on, |c| {
        let letter = letter(code).unwrap();
        let (_, due) = c.due().into_iter().find(|(l, _)| l.code == code).unwrap();
        let document = c.document(letter, None);
        Sent { letter: code.into(), way: None, by: By::Hand, about: due.about, document }
    });
    s.on(when, Fact::LetterSent(Box::new(sent)));
}
fn draft(version: u128) -> plans::Fact {
    let area = |area: &str, aim: &str, need: &str| AreaWords { area: area.into(), aim: aim.into(), need: need.into() };
    plans::Fact::VersionDrafted(Box::new(Draft {
        kind: "pathway".into(),
        version: Id::from_u128(version),
        areas: vec![area("home", "My own door.", "You need a flat near college.")],
        actions: vec![Action {
            id: Id::from_u128(5),
            area: "home".into(),
            what: "Go with Kai to the housing office.".into(),
            owner: Person::Worker(Id::from_u128(7)),
            by: date(2026, 12, 1),
            different: "Kai is on the list.".into(),
            known_by: "The letter".into(),
            despite: None,
        }],
        contingency: "Ring Grace.".into(),
        begun: None,
    }))
}

#[test]
fn a_qualifying_young_person_is_told_once_what_they_may_ask_for() {
    let mut s = story(QUALIFYING);
    let on = date(2026, 5, 1);
    assert_eq!(due(&s, on), ["rights"]);
    send(&mut s, "2026-05-01", "rights", on);
    assert_eq!(due(&s, date(2026, 5, 2)), [""; 0]);
    assert_eq!(due(&story(FORMER_RELEVANT), date(2023, 5, 1)), [""; 0], "a former relevant one has an adviser");
}
#[test]
fn nobody_who_has_died_is_written_to() {
    let mut s = story(QUALIFYING);
    s.on("2026-04-30", people::Fact::Died);
    assert_eq!(due(&s, date(2026, 5, 1)), [""; 0]);
}
#[test]
fn a_lower_status_is_told_after_somebody_decided_and_not_because_it_was_computed() {
    // Recorded as former relevant; the law computes less; what owes more holds, and no letter takes it away.
    let mut s = story(QUALIFYING);
    s.on("2026-03-10", leavers::Fact::CategoryRecorded { category: leavers::Category::FormerRelevant });
    let on = date(2026, 5, 1);
    assert_eq!(due(&s, on), [""; 0]);
    told(&mut s, "2026-05-02 decided QUALIFYING");
    let on = date(2026, 5, 3);
    assert!(due(&s, on).contains(&"decision"), "{:?}", due(&s, on));
    let text = asked(&s, on, |c| c.document(letter("decision").unwrap(), None).text());
    assert!(text.contains("Legal advice") && text.contains("You can have an advocate"), "{text}");
    send(&mut s, "2026-05-03", "decision", on);
    assert!(!due(&s, date(2026, 5, 4)).contains(&"decision"));
    told(&mut s, "2026-06-01 decided FORMER_RELEVANT");
    assert_eq!(due(&s, date(2026, 6, 1)), ["decision"], "another decision, another letter");
}
#[test]
fn each_year_from_21_support_is_offered_again() {
    let mut s = story(FORMER_RELEVANT);
    assert_eq!(due(&s, date(2025, 3, 9)), [""; 0], "not at 20");
    assert_eq!(due(&s, date(2025, 3, 10)), ["reminder"]);
    s.on("2025-04-01", leavers::Fact::SupportOffered { how: How::Letter });
    assert_eq!(due(&s, date(2026, 2, 28)), [""; 0]);
    assert_eq!(due(&s, date(2026, 3, 1)), ["reminder"], "a month before the year is over");
    assert_eq!(due(&s, date(2029, 3, 10)), [""; 0], "25");
}
#[test]
fn a_plan_that_was_spoken_to_waits_for_its_copy() {
    let version = Id::from_u128(1);
    let mut s = story(FORMER_RELEVANT);
    s.on("2023-05-01", draft(1));
    let on = date(2023, 5, 3);
    assert_eq!(due(&s, on), [""; 0], "nobody has said what they think of it");
    s.on("2023-05-02", plans::Fact::Agreed { version, by: Person::YoungPerson, words: String::new() });
    assert_eq!(due(&s, on), ["your_plan"]);
    let text = asked(&s, on, |c| c.document(letter("your_plan").unwrap(), None).text());
    for words in
        ["My own door.", "Grace Adeyinka\nGo with Kai to the housing office.\nBy 1 December 2026", "Ring Grace."]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let how = plans::How::Post;
    let to = Person::YoungPerson;
    s.on("2023-05-03", plans::Fact::CopyGiven { version, to, how, explained: false, response: String::new() });
    assert_eq!(due(&s, on), [""; 0]);
}
/// All that our letters say in our own words, for every footing that there is.
#[test]
fn every_letter_is_read_with_ease_at_eleven() {
    let mut decided = story(QUALIFYING);
    told(&mut decided, "2026-05-02 decided QUALIFYING");
    let mut planned = story(FORMER_RELEVANT);
    planned.on("2023-05-01", draft(1));
    for (code, s, on) in [
        ("rights", story(QUALIFYING), date(2026, 5, 1)),
        ("decision", decided, date(2026, 5, 3)),
        ("reminder", story(FORMER_RELEVANT), date(2026, 5, 1)),
        ("your_plan", planned, date(2023, 5, 3)),
    ] {
        let document = asked(&s, on, |c| c.document(letter(code).unwrap(), None));
        assert!(document.problems().is_empty(), "{code}: {:?}", document.problems());
        let ours = document.blocks.iter().filter(|b| !matches!(b, Block::Said(_))).cloned().collect();
        let body = Document { blocks: ours, ..document }.body();
        let grade = grade(&body).unwrap();
        assert!(grade <= 5.0, "{code}: {grade:.1}\n{body}");
        assert!(body.len() > 300, "{code} says something");
    }
}
#[test]
fn an_envelope_and_a_head_say_nothing_of_care() {
    for letter in LETTERS {
        let subject = letter.subject.to_lowercase();
        for word in ["care", "leaver", "social", "child", "council", "status", "refuge"] {
            assert!(!subject.contains(word), "{}: {word}", letter.code);
        }
    }
}
