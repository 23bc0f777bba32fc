//! What is the same on every page of somebody signed in, and what a handler answers.
use crate::page::{Chrome, Place, Who};
use axum::{
    http::{Extensions, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use kernel::{
    Current, Leave, Reader, Signed,
    web::{Nonce, Town},
};
use practice::{
    Date,
    access::{Act, Role, Worker, grant},
};

/// What a handler answers: a page, or a fault of ours that is logged and said plainly.
pub type Answer = Result<Response, Fault>;
pub struct Fault(kernel::Error);
impl<E: Into<kernel::Error>> From<E> for Fault {
    fn from(e: E) -> Fault {
        Fault(e.into())
    }
}
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        // The kernel's messages name questions and columns, never what stands in them.
        tracing::error!(error = %self.0, "a page failed");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
/// After something was done: the page that shows it, so that a reload does not do it again.
pub fn see(address: &str) -> Answer {
    Ok(Redirect::to(address).into_response())
}

/// The frame of a page, for whoever has leave to see it.
pub fn chrome(may: &impl Leave, title: impl Into<String>, at: Option<Place>) -> Chrome {
    let nonce = may.given::<Nonce>().map(|n| n.0.clone()).unwrap_or_default();
    let chrome = Chrome { at, town: may.is_town(), ..Chrome::public(title, may.today(), nonce) };
    signed_in(chrome, may.who(), may.token())
}
fn signed_in(chrome: Chrome, who: &Worker, token: &str) -> Chrome {
    Chrome {
        who: Some(Who { name: who.name.clone(), role: who.role.words().to_lowercase() }),
        places: Place::ALL.into_iter().filter(|p| opens(who.role, *p)).collect(),
        token: token.into(),
        ..chrome
    }
}
/// The frame of a page for anybody: what the layers left on the request says the rest. Who is signed in
/// finds their navigation there as on every other page.
pub fn public(request: &Extensions, title: impl Into<String>, at: Option<Place>) -> Chrome {
    let nonce = request.get::<Nonce>().map(|n| n.0.clone()).unwrap_or_default();
    let today = request.get::<Current>().map_or(Date::MIN, |now| now.today);
    let chrome = Chrome { town: request.get::<Town>().is_some(), ..Chrome::public(title, today, nonce) };
    match request.get::<Reader>() {
        Some(reader) => signed_in(Chrome { at, today: reader.today, ..chrome }, &reader.who, &reader.token),
        None => chrome,
    }
}
/// The frame of a page that says no to somebody signed in, or to nobody.
pub fn refusing(request: &Extensions, title: impl Into<String>, who: Option<&Worker>) -> Chrome {
    let chrome = public(request, title, None);
    match (who, request.get::<Signed>()) {
        (Some(who), Some(signed)) => signed_in(chrome, who, &signed.token),
        _ => chrome,
    }
}
/// A place stands in the navigation of those whose role does what is done there.
pub fn opens(role: Role, place: Place) -> bool {
    let may = |act| grant(role, act).is_some();
    match place {
        Place::Today => may(Act::ViewChild),
        Place::Team => may(Act::ViewTeam),
        // Whoever meets a child at the front door does not work with care leavers.
        Place::Leavers => may(Act::ViewChild) && (may(Act::ViewTeam) || may(Act::ViewService)),
        Place::Service => may(Act::ViewService),
        Place::Search => may(Act::Search),
        Place::Deadlines => true,
        Place::Import => may(Act::Import),
        Place::Returns => may(Act::CheckReturn),
        Place::SetUp => may(Act::ViewSetUp),
    }
}
