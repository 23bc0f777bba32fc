//! Signing in, and what a visitor is told when something went wrong. What is on these pages the
//! kernel decides; here is how they look.
pub mod word;

use crate::page::{Chrome, Page, Sample, words::capital};
use kernel::sign_in::shown::{Page as Said, Resume, Step, Trouble, View, Why};
use practice::Date;
use serde_json::{Value as Json, json};

macro_rules! page {
    ($name:ident, $file:literal, $samples:expr) => {
        pub const $name: Page =
            Page { name: concat!("sign_in/", $file), source: include_str!($file), samples: $samples };
    };
}
page!(SIGN_IN, "sign_in.html", || vec![
    Sample::new("first", sign_in("", None, "", Why::First)),
    Sample::new("wrong", sign_in("ada", Some("Check your user name and password"), "kept", Why::WordsKept)),
]);
page!(CODE, "code.html", || vec![Sample::new("asked", step(&a_step()))]);
page!(ENROL, "enrol.html", || vec![Sample::new("asked", enrol(&a_step(), "ABCD EFGH", "otpauth://totp/Loxley"))]);
page!(NEW_PASSWORD, "new_password.html", || vec![
    Sample::new("first", new_password(&a_step(), false)),
    Sample::new("own", new_password(&a_step(), true)),
]);
page!(RESUME, "resume.html", || vec![Sample::new("words", resume(&a_resume()))]);
page!(SIGNED_OUT, "signed_out.html", || vec![Sample::new("out", json!({}))]);
page!(MY_SIGN_IN, "my_sign_in.html", || vec![
    Sample::new("first", sign_in("", None, "", Why::First)),
    Sample::new("wrong", sign_in("kei7", Some("Not right"), "kept", Why::WordsKept)),
]);
page!(MY_CODE, "my_code.html", || vec![
    Sample::new("first", my_code(None)),
    Sample::new("wrong", my_code(Some("This code does not work"))),
]);
page!(MY_WORD, "my_word.html", || vec![
    Sample::new("first", my_word(&a_step(), Some(""), false)),
    Sample::new("own", my_word(&a_step(), None, true)),
]);
page!(MY_OUT, "my_out.html", || vec![Sample::new("out", json!({}))]);
page!(MY_TROUBLE, "my_trouble.html", || vec![
    Sample::new("not sent", json!({ "not_sent": true })),
    Sample::new("another page", json!({ "not_sent": false })),
]);
page!(TROUBLE, "trouble.html", || vec![Sample::new(
    "404",
    trouble(&Trouble { status: 404, title: "There is no such page", words: "Check the address." }, "ab12")
)]);
pub const PAGES: &[&Page] = &[
    &SIGN_IN,
    &CODE,
    &ENROL,
    &NEW_PASSWORD,
    &RESUME,
    &SIGNED_OUT,
    &MY_SIGN_IN,
    &MY_CODE,
    &MY_WORD,
    &MY_OUT,
    &MY_TROUBLE,
    &TROUBLE,
];

/// The kernel's one question of casework before anybody is known.
pub fn show(view: &View) -> String {
    let (page, title, context) = match &view.page {
        Said::SignIn { username, problem, carried, why } => {
            (SIGN_IN, "Sign in", sign_in(username, problem.as_deref(), carried, *why))
        }
        Said::Code { step: s } => (CODE, "Enter your code", step(s)),
        Said::Enrol { step, key, link } => (ENROL, "Set up a second factor", enrol(step, key, link)),
        Said::NewPassword { step: s, asks_present } => {
            (NEW_PASSWORD, "Choose a new password", new_password(s, *asks_present))
        }
        Said::Resume(r) => (RESUME, "Your words are kept", resume(r)),
        Said::SignedOut => (SIGNED_OUT, "Signed out", json!({})),
        Said::YoungSignIn { name, problem, carried, why } => {
            (MY_SIGN_IN, "Sign in", sign_in(name, problem.as_deref(), carried, *why))
        }
        Said::YoungCode { problem } => (MY_CODE, "Type your code", my_code(problem.as_deref())),
        Said::YoungWord { step: s, asks_name, asks_present } => {
            (MY_WORD, "Choose a password", my_word(s, asks_name.as_deref(), *asks_present))
        }
        Said::YoungSignedOut => (MY_OUT, "Signed out", json!({})),
        Said::YoungTrouble { not_sent } => {
            (MY_TROUBLE, if *not_sent { "Not sent" } else { "My page" }, json!({ "not_sent": not_sent }))
        }
        Said::Trouble(t) => (TROUBLE, t.title, trouble(t, &view.request)),
    };
    let chrome = Chrome { town: view.town, ..Chrome::public(title, Date::MIN, view.nonce.clone()) };
    page.html(&chrome, context).unwrap_or_else(|_| title.to_string())
}

fn errors(problem: Option<&str>, field: &str) -> Json {
    json!({ "errors": problem.map(|text| vec![json!({ "text": text, "href": format!("#{field}") })]).unwrap_or_default() })
}
fn sign_in(username: &str, problem: Option<&str>, carried: &str, why: Why) -> Json {
    let why = match why {
        Why::First => None,
        Why::Away => Some("You were away for too long, so you were signed out."),
        Why::WordsKept => Some(
            "You were away for too long, so you were signed out. What you typed is kept: sign in and it comes back.",
        ),
        Why::WordsTooLong => {
            Some("You were away for too long, so you were signed out. What you sent was too long to keep.")
        }
    };
    json!({ "username": username, "carried": carried, "why": why, "problem": problem, "form": errors(problem, "username") })
}
fn step(s: &Step) -> Json {
    json!({ "token": s.token, "carried": s.carried, "problem": s.problem, "form": errors(s.problem.as_deref(), "answer") })
}
fn new_password(s: &Step, asks_present: bool) -> Json {
    let mut context = step(s);
    context["asks_present"] = asks_present.into();
    context
}
fn my_code(problem: Option<&str>) -> Json {
    json!({ "problem": problem, "form": errors(problem, "code") })
}
fn my_word(s: &Step, asks_name: Option<&str>, asks_present: bool) -> Json {
    let mut context = new_password(s, asks_present);
    context["asks_name"] = asks_name.is_some().into();
    context["name"] = asks_name.into();
    context
}
fn enrol(s: &Step, key: &str, link: &str) -> Json {
    let mut context = step(s);
    context["key"] = key.into();
    context["link"] = link.into();
    context
}
fn resume(r: &Resume) -> Json {
    json!({ "to": r.to, "theirs": r.to.starts_with("/my"), "token": r.token, "multipart": r.multipart, "files": r.files,
            "fields": r.fields.iter().map(|(name, words)| json!({ "name": name, "label": capital(&name.replace(['_', '-'], " ")), "words": words })).collect::<Vec<_>>() })
}
fn trouble(t: &Trouble, request: &str) -> Json {
    json!({ "status": t.status, "heading": t.title, "words": t.words, "request": request })
}
fn a_step() -> Step {
    Step { token: "t".into(), carried: String::new(), problem: Some("Enter the 6 numbers".into()) }
}
fn a_resume() -> Resume {
    let fields = vec![("words".to_string(), "I like my new room.".to_string())];
    Resume { to: "/children/1/visits".into(), token: "t".into(), fields, files: vec!["file".into()], multipart: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(not_sent: bool) -> String {
        let page = Said::YoungTrouble { not_sent };
        show(&View { nonce: "n".into(), request: "ab12".into(), town: false, page })
    }
    #[test]
    fn what_was_not_sent_is_never_called_sent_and_shows_whom_to_ring() {
        let not_sent = told(true);
        assert!(not_sent.contains("It was not sent") && not_sent.contains("Nobody here was told"), "{not_sent}");
        let another = told(false);
        assert!(!another.contains("not sent") && another.contains("Try again"), "{another}");
        for page in [not_sent, another] {
            assert!(page.contains("tel:999") && page.contains("/offer/ring") && page.contains("/my/leave"), "{page}");
        }
    }
}
