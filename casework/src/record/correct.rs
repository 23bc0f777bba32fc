//! Saying that something was wrong. The fact stays as it was said; what should have been said stands in
//! its place from now on, with who said so and why, and every clock is worked out again.
use super::{
    note::{Note, note},
    visit,
    whose::Whose,
};
use crate::{
    deeds::Correct,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, choice, given},
    people::{
        names::Names,
        words::{self, Words},
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _, Reading};
use practice::{
    Date, Fact, History, Id, Kept, RecordFact, Subject, Timestamp,
    day::{words as day_words, words_at},
    people,
};

pub const PAGE: Page = Page { name: "record/correct.html", source: include_str!("correct.html"), samples };
/// What a person says of a fact that is wrong.
#[derive(Debug)]
struct Said {
    why: String,
    rightly: Option<(Date, Option<Timestamp>, Fact)>,
}
/// Why a fact is not put right here, where it is not.
fn elsewhere(fact: &Fact, from_work: bool) -> Option<&'static str> {
    use people::Fact as P;
    match fact {
        // Whoever could take these back would decide over their own reach, or over what others were told.
        Fact::People(
            P::Restricted { .. } | P::RestrictionLifted { .. } | P::ConflictDeclared { .. } | P::ConflictEnded { .. },
        ) => Some("Who may see a record is changed by a manager, on the page of its restrictions."),
        Fact::People(P::Allocated { .. } | P::AllocationEnded { .. }) => {
            Some("Who works with the child is changed by a manager, by allocating anew.")
        }
        Fact::People(P::Opened { .. } | P::OpeningReviewed { .. } | P::Told { .. } | P::NoticeOpened { .. })
        | Fact::Returns(_)
        | Fact::Record(_) => Some("This says what was done in this system. It is not taken back."),
        _ if !from_work => Some(
            "A return says this. Put it right in the return and take it in again, or record what is right: recorded work stands over a return.",
        ),
        _ => None,
    }
}
fn declare(f: &mut Form, kept: &Kept, name: &str, now: Timestamp) -> Option<Said> {
    let again = matches!(&kept.fact, Fact::People(people::Fact::Visited(_) | people::Fact::CaseNoteMade { .. }));
    let error =
        choice(false, "error", "It was recorded in error").hint("It never happened, or it belongs to another child");
    let right = again.then(|| choice(true, "rightly", "Something in it is wrong").hint("Say it rightly below"));
    let first = if again { "rightly" } else { "error" };
    let rightly = f.radios("how", "What is wrong?", right.into_iter().chain([error])).initial(first);
    let rightly = rightly.required("Say what is wrong");
    let why = f
        .textarea("why", "Why are you correcting it?")
        .with("rows", 2)
        .at_most(1000)
        .required("Say why you are correcting it");
    if again {
        f.heading("As it should be said");
    }
    let said = match &kept.fact {
        Fact::People(people::Fact::Visited(v)) => {
            let when = visit::when(f, now, (kept.happened, kept.at));
            let seen = visit::seen(f, "", name, Some(v));
            let notes = visit::notes(f, false, Some(v));
            let visit = seen.map(|seen| people::Fact::Visited(people::Visit { notes, ..seen }));
            when.zip(visit)
        }
        Fact::People(people::Fact::CaseNoteMade { title, words, significant, together }) => {
            let when = visit::when(f, now, (kept.happened, kept.at));
            let first = Note { title: title.clone(), words: words.clone(), significant: *significant };
            let said = note(f, &first);
            let said = said.map(|Note { title, words, significant }| people::Fact::CaseNoteMade {
                title,
                words,
                significant,
                together: *together,
            });
            when.zip(said)
        }
        _ => None,
    };
    let said = said.map(|((on, at), fact)| (on, at, fact.into()));
    let rightly = if rightly? { Some(said?) } else { None };
    Some(Said { why: why?, rightly })
}

/// What stands in the record under that id, and what a correction of it takes the place of.
struct Asked {
    kept: Kept,
    /// The fact as it was first said: a correction stands in its place, not in that of an earlier
    /// correction, or taking the place of that would give the first its life again.
    first: Id,
    /// What stands in its place already.
    gone: bool,
}
impl Asked {
    fn of(facts: Vec<Kept>, id: Id) -> Option<Asked> {
        let kept = facts.iter().find(|k| k.id == id)?.clone();
        let mut first = id;
        while let Some(before) = facts.iter().find(|k| k.id == first).and_then(|k| k.instead_of) {
            first = before;
        }
        let gone = History::new(facts, Date::MAX).kept(id).is_none();
        Some(Asked { kept, first, gone })
    }
    fn closed(&self) -> Option<&'static str> {
        match self.gone {
            true => Some("It has been corrected already: what stands in its place is in the timeline."),
            false => elsewhere(&self.kept.fact, self.kept.source == "work"),
        }
    }
}
async fn asked(may: &Allowed<Correct>, reading: &mut Reading) -> Result<Option<Asked>, kernel::Error> {
    let Some(id) = may.path("fact").and_then(|id| id.parse().ok()) else { return Ok(None) };
    Ok(reading.facts(Subject::Child(may.child())).await?.and_then(|facts| Asked::of(facts, id)))
}
async fn answer(may: &Allowed<Correct>, status: StatusCode, asked: &Asked, whose: &Whose, form: Form) -> Answer {
    let kept = &asked.kept;
    let names = Names::read(&mut may.reading().await?, may.child()).await?;
    let said = format!("Recorded on {} by {}", words_at(kept.recorded), names.of(kept.who));
    let when = kept.at.map_or_else(|| day_words(kept.happened), words_at);
    let chrome = whose.chrome(may, "Correct the record");
    let page = context(form, words::of(&kept.fact), &whose.heading(), &when, &said, asked.closed());
    Ok(PAGE.answer(status, chrome, page))
}
pub async fn show(may: Allowed<Correct>) -> Answer {
    let mut reading = may.reading().await?;
    let Some(asked) = asked(&may, &mut reading).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let whose = Whose::of(&mut reading, may.child()).await?;
    let form = Form::blank(may.token(), |f| declare(f, &asked.kept, &whose.heading(), may.now()));
    answer(&may, StatusCode::OK, &asked, &whose, form).await
}
pub async fn correct(may: Allowed<Correct>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let Some(asked) = asked(&may, &mut reading).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let whose = Whose::of(&mut reading, may.child()).await?;
    drop(reading);
    let (form, said) = Form::sent(may.token(), answers, |f| declare(f, &asked.kept, &whose.heading(), may.now()));
    let Some(Said { why, rightly }) = said.filter(|_| asked.closed().is_none()) else {
        return answer(&may, StatusCode::UNPROCESSABLE_ENTITY, &asked, &whose, form).await;
    };
    let in_error = || (asked.kept.happened, asked.kept.at, Fact::Record(RecordFact::RecordedInError));
    let (on, at, fact) = rightly.unwrap_or_else(in_error);
    let is_visit = matches!(fact, Fact::People(people::Fact::Visited(_)));
    let id = may.correct(asked.first, &why, on, at, fact).await?;
    let child = may.child();
    frame::see(&match is_visit {
        true => format!("/visits/kept?child={child}&fact={id}"),
        false => format!("/children/{child}"),
    })
}
fn context(form: Form, words: Words, name: &str, when: &str, said: &str, closed: Option<&str>) -> minijinja::Value {
    given! { form, words, name, when, said, closed }
}
fn kept(fact: impl Into<Fact>) -> Kept {
    Kept {
        id: Id::nil(),
        happened: practice::day::date(2026, 11, 20),
        at: None,
        recorded: Timestamp::UNIX_EPOCH,
        who: Id::nil(),
        source: "work".into(),
        instead_of: None,
        why: String::new(),
        fact: fact.into(),
    }
}
fn samples() -> Vec<Sample> {
    let now = practice::day::moment(practice::day::date(2026, 11, 22).at(16, 0, 0, 0));
    let words = "I like my room.".to_string();
    let visit = people::Visit { seen: true, childs_words: words, notes: "At home.".into(), ..people::Visit::default() };
    let visit = kept(people::Fact::Visited(visit));
    let (name, when, said) = ("Maya Halliday", "20 November 2026", "Recorded on 20 November 2026 by Ruth Bell");
    let sample = |title, kept: &Kept, form, closed| Sample {
        name: title,
        context: context(form, words::of(&kept.fact), name, when, said, closed),
    };
    let blank = |kept: &Kept| Form::blank("t", |f| declare(f, kept, name, now));
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, &visit, name, now)).0;
    let note = |title: &str| people::Fact::CaseNoteMade {
        title: title.into(),
        words: "Absent twice.".into(),
        significant: true,
        together: None,
    };
    let (note, died) = (kept(note("Call from school")), kept(people::Fact::Died));
    vec![
        sample("a visit", &visit, blank(&visit), None),
        sample("nothing said", &visit, wrong, None),
        sample("a note", &note, blank(&note), None),
        sample("another fact", &died, blank(&died), None),
        sample("closed", &died, blank(&died), elsewhere(&died.fact, false)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(n: u128, instead_of: Option<u128>) -> Kept {
        let fact = people::Fact::CaseNoteMade {
            title: format!("{n}"),
            words: String::new(),
            significant: false,
            together: None,
        };
        let recorded = Timestamp::from_second(n as i64).unwrap();
        Kept { id: Id::from_u128(n), instead_of: instead_of.map(Id::from_u128), recorded, ..kept(fact) }
    }
    #[test]
    fn a_second_correction_stands_in_the_place_of_the_first_fact_so_that_neither_comes_back() {
        let facts = vec![note(1, None), note(2, Some(1))];
        let asked = Asked::of(facts.clone(), Id::from_u128(2)).unwrap();
        assert_eq!((asked.first, asked.gone), (Id::from_u128(1), false));
        let third = Kept { instead_of: Some(asked.first), ..note(3, None) };
        let h = History::new([facts.clone(), vec![third]].concat(), Date::MAX);
        assert_eq!(h.all().map(|k| k.id).collect::<Vec<_>>(), [Id::from_u128(3)]);
        assert!(
            Asked::of(facts, Id::from_u128(1)).unwrap().closed().is_some(),
            "what was corrected is not corrected again"
        );
    }
    #[test]
    fn nobody_takes_back_a_restriction_or_what_a_return_says_here() {
        let conflict = Fact::from(people::Fact::ConflictDeclared { worker: Id::nil(), why: String::new() });
        assert!(elsewhere(&conflict, true).is_some());
        let visit = Fact::from(people::Fact::Visited(people::Visit::default()));
        assert!(elsewhere(&visit, true).is_none() && elsewhere(&visit, false).is_some());
    }
    #[test]
    fn a_correction_says_why() {
        let visit = kept(people::Fact::Visited(people::Visit::default()));
        let sent = |answers: &[(&str, &str)]| {
            Form::sent("t", Answers::of(answers), |f| declare(f, &visit, "Maya", Timestamp::MAX)).1
        };
        let day = [("on-day", "19"), ("on-month", "11"), ("on-year", "2026"), ("seen", "no")];
        assert!(sent(&[&[("how", "error")][..], &day].concat()).is_none());
        assert!(sent(&[&[("how", "error"), ("why", "Wrong child")][..], &day].concat()).unwrap().rightly.is_none());
        let said = sent(&[&[("how", "rightly"), ("why", "It was the 19th")][..], &day].concat()).unwrap();
        assert_eq!(said.rightly.unwrap().0, practice::day::date(2026, 11, 19));
    }
}
