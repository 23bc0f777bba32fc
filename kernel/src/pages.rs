//! The pages of the product. Each signature says the whole rule: nothing without leave, no post
//! without a checked form; what stands open is on a list of its own.
//!
//! ```
//! # use kernel::{Allowed, Deed, Form, Leave as _, Pages, Within, Writes};
//! # use practice::access::Act;
//! struct ViewChild;
//! impl Deed for ViewChild { const ACT: Act = Act::ViewChild; }
//! struct RecordWork;
//! impl Deed for RecordWork { const ACT: Act = Act::RecordWork; }
//! impl Writes for RecordWork {}
//! #[derive(serde::Deserialize)]
//! struct Visit { notes: String }
//!
//! async fn children(may: Within<ViewChild>) -> axum::response::Html<String> { axum::response::Html(may.token().into())
//! } async fn record(may: Allowed<RecordWork>, Form(visit): Form<Visit>) -> String { visit.notes }
//! Pages::default().get("/children", children).post("/children/{child}/visits", record);
//! ```
//! A page without leave does not compile, whatever else it asks for:
//! ```compile_fail
//! async fn children(_who: axum::http::HeaderMap) -> axum::response::Html<String> { axum::response::Html(String::new())
//! } kernel::Pages::default().get("/children", children);
//! ```
//! nor a form whose token nobody checked:
//! ```compile_fail
//! # use kernel::{Deed, Pages, Allowed};
//! # struct RecordWork;
//! # impl Deed for RecordWork { const ACT: practice::access::Act = practice::access::Act::RecordWork; }
//! # #[derive(serde::Deserialize)] struct Visit { notes: String }
//! async fn record(may: Allowed<RecordWork>, visit: axum::Form<Visit>) -> String { visit.0.notes }
//! Pages::default().post("/children/{child}/visits", record);
//! ```
//! With leave to record, a fact can be kept:
//! ```
//! # use kernel::{Allowed, Deed, Leave as _, Writes};
//! # struct RecordWork;
//! # impl Deed for RecordWork { const ACT: practice::access::Act = practice::access::Act::RecordWork; }
//! # impl Writes for RecordWork {}
//! async fn keep(may: Allowed<RecordWork>, fact: practice::Fact) { may.keep(may.today(), None, fact).await.unwrap(); }
//! ```
//! With leave to view, it cannot:
//! ```compile_fail
//! # use kernel::{Allowed, Deed, Leave as _, Writes};
//! # struct ViewChild;
//! # impl Deed for ViewChild { const ACT: practice::access::Act = practice::access::Act::ViewChild; }
//! async fn keep(may: Allowed<ViewChild>, fact: practice::Fact) { may.keep(may.today(), None, fact).await.unwrap(); }
//! ```
//! And leave cannot be made:
//! ```compile_fail
//! # use kernel::{Deed, Allowed};
//! # struct ViewChild;
//! # impl Deed for ViewChild { const ACT: practice::access::Act = practice::access::Act::ViewChild; }
//! fn other(may: Allowed<ViewChild>, child: practice::Id) -> Allowed<ViewChild> { Allowed(may.0, child) }
//! ```
use crate::{
    Desk, Leave, Refusal,
    door::{broken, current, reader, refuse, word},
    form::{Posted, Query, Sent, is_form},
};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request, State},
    response::{IntoResponse, Response},
    routing::{self, MethodRouter},
};
use practice::access::Act;
use serde::de::DeserializeOwned;
use std::fmt;
use tower::ServiceExt as _;

#[derive(Default)]
pub struct Pages {
    router: Router<Desk>,
    listed: Vec<Listed>,
}
/// A page and the leave that it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub method: &'static str,
    pub path: String,
    /// Which leave, for which act; `None` for a public page.
    pub leave: Option<(&'static str, Act)>,
}
impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} {} ", self.method, self.path)?;
        match self.leave {
            Some((kind, act)) => write!(f, "{kind} {}", word(act)),
            None => write!(f, "public"),
        }
    }
}
/// The words of a form are at most this long.
const FORM_LIMIT: usize = 1024 * 1024;

impl Pages {
    pub fn get<L, F, Fut>(self, path: &str, page: F) -> Pages
    where
        L: Leave,
        F: Fn(L) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output: IntoResponse> + Send + 'static,
    {
        self.add::<L>("GET", path, routing::get(move |leave: L| page(leave)))
    }
    /// A page with filters in its address.
    pub fn get_with<L, T, F, Fut>(self, path: &str, page: F) -> Pages
    where
        L: Leave,
        T: DeserializeOwned + Send + 'static,
        F: Fn(L, Query<T>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output: IntoResponse> + Send + 'static,
    {
        self.add::<L>("GET", path, routing::get(move |leave: L, query: Query<T>| page(leave, query)))
    }
    pub fn post<L, S, F, Fut>(self, path: &str, page: F) -> Pages
    where
        L: Leave,
        S: Sent,
        F: Fn(L, S) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output: IntoResponse> + Send + 'static,
    {
        let post = move |State(desk): State<Desk>, request: Request| {
            let page = page.clone();
            async move { posted(&desk, request, page).await.unwrap_or_else(|refused| refused) }
        };
        // A form is cut off at its own limit, and an upload counts its bytes as they come.
        self.add::<L>("POST", path, routing::post(post).layer(DefaultBodyLimit::disable()))
    }
    /// A page for anyone at all. Its handlers have no desk, so they read and keep nothing.
    pub fn public(mut self, path: &str, route: MethodRouter<()>) -> Pages {
        self.listed.push(Listed { method: "ANY", path: path.into(), leave: None });
        Pages { router: self.router.route(path, route.with_state(())), ..self }
    }
    /// The same, told who is signed in ([`Reader`](crate::Reader)), so that it can show them their navigation, and which
    /// day it is and which norms hold ([`Current`](crate::Current)). What is posted to one changes nothing.
    pub fn public_page(self, path: &str, route: MethodRouter<()>) -> Pages {
        let greet = async |desk: Desk, request: Request, route: MethodRouter<()>| {
            let (mut parts, body) = request.into_parts();
            match reader(&parts, &desk).await {
                Ok(Some(reader)) => drop(parts.extensions.insert(reader)),
                Ok(None) => {}
                Err(error) => return broken(error),
            }
            match current(&desk).await {
                Ok(current) => drop(parts.extensions.insert(current)),
                Err(error) => return broken(error),
            }
            route.oneshot(Request::from_parts(parts, body)).await.into_response()
        };
        let page = move |State(desk): State<Desk>, request: Request| greet(desk, request, route.clone());
        let mut listed = self.listed;
        listed.push(Listed { method: "ANY", path: path.into(), leave: None });
        Pages { router: self.router.route(path, routing::any(page)), listed }
    }
    fn add<L: Leave>(mut self, method: &'static str, path: &str, route: MethodRouter<Desk>) -> Pages {
        self.listed.push(Listed { method, path: path.into(), leave: Some((L::KIND, L::ACT)) });
        Pages { router: self.router.route(path, route), ..self }
    }
    /// Every page with its leave, for the snapshot that a reviewer reads and for tests of every page.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }
    pub fn router(self, desk: Desk) -> Router {
        let nothing_here = |State(desk): State<Desk>, request: Request| async move {
            refuse(&desk, &Refusal::NotFound, None, &request.into_parts().0)
        };
        self.router.fallback(nothing_here).with_state(desk)
    }
}
async fn posted<L, S, F, Fut>(desk: &Desk, request: Request, page: F) -> Result<Response, Response>
where
    L: Leave,
    S: Sent,
    F: Fn(L, S) -> Fut,
    Fut: Future<Output: IntoResponse>,
{
    let (mut parts, mut body) = request.into_parts();
    if is_form(&parts.headers) {
        let whole = axum::body::to_bytes(body, FORM_LIMIT).await;
        let too_large = |_| refuse(desk, &Refusal::TooLarge(FORM_LIMIT as u64), None, &parts);
        let whole: Bytes = whole.map_err(too_large)?;
        parts.extensions.insert(Posted(whole));
        body = axum::body::Body::empty();
    }
    let leave = L::from_request_parts(&mut parts, desk).await?;
    let sent = S::from_request(Request::from_parts(parts, body), desk).await?;
    Ok(page(leave, sent).await.into_response())
}
