//! What somebody is told who may not. In words where the record may be known to exist, and like an
//! unknown address where it may not.
use crate::{
    frame::{self, opens},
    page::{Page, Place, Sample, assets, given},
    young::home::NOT_FOUND as NOT_THEIRS,
};
use axum::{
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Redirect, Response},
    routing,
};
use kernel::{Pages, Refusal, Signed};
use practice::{
    Id,
    access::{Act, Role, Worker},
};

pub const PAGE: Page = Page { name: "refused.html", source: include_str!("refused.html"), samples };

pub fn pages(p: Pages) -> Pages {
    p.public("/assets/{file}", routing::get(assets::serve))
}

/// The kernel's one question of casework when it says no.
pub fn page(refusal: &Refusal, who: Option<&Worker>, parts: &Parts) -> Response {
    if parts.extensions.get::<Signed>().is_some_and(|signed| signed.young)
        || who.is_some_and(|who| who.role == Role::YoungPerson)
    {
        // Whatever it is that is not theirs, and whether or not there is anything: one answer.
        return match parts.uri.path() {
            "/" => Redirect::to("/my").into_response(),
            _ => {
                NOT_THEIRS.answer(StatusCode::NOT_FOUND, frame::refusing(&parts.extensions, "My page", who), given! {})
            }
        };
    }
    if let (Refusal::Forbidden(_), Some(who), "/") = (refusal, who, parts.uri.path()) {
        return Redirect::to(begins(who.role).address()).into_response();
    }
    let (status, title, words, open) = said(refusal);
    let chrome = frame::refusing(&parts.extensions, title, who);
    PAGE.answer(status, chrome, given! { title, words, open })
}
/// Who works with no children has no Today to begin with: the last place of theirs, which is what they set up.
fn begins(role: Role) -> Place {
    Place::ALL.into_iter().rev().find(|place| opens(role, *place)).unwrap_or(Place::Deadlines)
}
fn said(refusal: &Refusal) -> (StatusCode, &'static str, String, Option<String>) {
    match refusal {
        Refusal::NotFound => (
            StatusCode::NOT_FOUND,
            "There is no such page",
            "Check the address, or search for the child.".into(),
            None,
        ),
        Refusal::OutOfReach { child } => (
            StatusCode::FORBIDDEN,
            "This record is not within your reach",
            "It is a record of another team. If your work needs it, you can open it with a reason. The reason is kept, and the child's team sees it.".into(),
            Some(open(*child)),
        ),
        Refusal::Forbidden(act) => (StatusCode::FORBIDDEN, "Your role does not do this", for_act(*act), None),
        Refusal::Malformed(what) => (StatusCode::BAD_REQUEST, "What was sent could not be read", what.clone(), None),
        Refusal::TooLarge(limit) => (
            StatusCode::PAYLOAD_TOO_LARGE,
            "This is too much to send at once",
            format!("The most is {} MB. Nothing was recorded.", limit / 1024 / 1024),
            None,
        ),
    }
}
fn open(child: Id) -> String {
    format!("/children/{child}/open")
}
fn for_act(act: Act) -> String {
    let who = match act {
        Act::CheckReturn => "An analyst, a service manager or the director checks returns.",
        Act::ExplainQuery => "The child's worker, their manager or an analyst explains a query.",
        Act::SignReturn | Act::FetchReturn => "A service manager or the director signs a return and fetches its files.",
        Act::Import => "An analyst or an administrator takes returns in.",
        Act::WriteReturn => "The service itself makes the files of statutory returns.",
        Act::ViewOwn | Act::SayOwn => "This is the page of a young person who is signed in as themself.",
        Act::InviteYoung => "The young person's worker, their adviser or their manager invites them.",
        Act::RecoverYoung => "A manager is the second worker who lets a young person back in.",
        Act::ManageAccounts => "An administrator manages accounts.",
        Act::Allocate => "A team manager or a service manager allocates children.",
        Act::ViewService => "Managers, the director, analysts and auditors see the service's figures.",
        Act::RecordWork | Act::Correct => "Those who work with children record the work.",
        _ => "Ask your manager who does.",
    };
    format!("{who} If yours should, ask your administrator.")
}
fn samples() -> Vec<Sample> {
    let sample = |name, refusal| {
        let (_, title, words, open) = said(&refusal);
        Sample { name, context: given! { title, words, open } }
    };
    vec![
        sample("not found", Refusal::NotFound),
        sample("out of reach", Refusal::OutOfReach { child: Id::nil() }),
        sample("forbidden", Refusal::Forbidden(Act::Import)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_begins_with_what_they_set_up() {
        assert_eq!(begins(Role::Administrator), Place::SetUp);
    }
    #[test]
    fn a_restricted_record_and_an_unknown_id_read_alike_and_a_standard_one_can_be_opened() {
        let (status, _, words, open) = said(&Refusal::NotFound);
        assert_eq!((status, open), (StatusCode::NOT_FOUND, None));
        assert!(!words.contains("record"));
        assert!(said(&Refusal::OutOfReach { child: Id::nil() }).3.is_some());
    }
}
