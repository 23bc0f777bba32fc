//! What every answer wears, whatever the page: a request id, one moment, the security headers, a log
//! line without personal data; and the checks that come before any page.
use crate::{
    Db, Time,
    chance::{hex, random},
    listen::Way,
    sign_in::{
        self,
        shown::{Page, Show, Trouble, View},
    },
    time::Stopwatch,
};
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, response},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{Html, IntoResponse, Response},
};
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::Duration,
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, predicate::Predicate},
};

/// What stands before every page.
#[derive(Clone)]
pub struct Front {
    pub db: Db,
    pub time: Time,
    pub way: Way,
    pub show: Show,
    /// The database is a town of invented people.
    pub town: bool,
    /// After so long without a request somebody must sign in again.
    pub idle: Duration,
}
/// For the scripts of this one answer.
#[derive(Clone, Debug)]
pub struct Nonce(pub String);
/// For the log and the page of one request.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);
/// Where the visitor is, as far as it can be believed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Visitor(pub IpAddr);

/// A form's words, not a file: `Upload` streams and has its own limit.
const MOST_WORDS: usize = 1024 * 1024;

impl Front {
    /// Invented people sign in on this machine only, and only where nobody is real.
    pub(crate) fn admits_demo(&self) -> bool {
        self.town && self.way == Way::Loopback
    }
}

/// The pages with all that stands before them. The innermost layer stands first: a panic is dressed
/// like any other trouble.
pub fn open(pages: Router, front: Front) -> Router {
    pages
        .merge(sign_in::routes(front.clone()))
        .layer(from_fn_with_state(front.clone(), sign_in::know))
        .layer(DefaultBodyLimit::max(MOST_WORDS))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(from_fn_with_state(front.clone(), admit))
        .layer(from_fn_with_state(front, around))
        .layer(CompressionLayer::new().compress_when(NoSecrets))
}
/// A panic's message may quote what somebody typed: only its place is logged.
pub fn log_panics_without_words() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

async fn around(State(front): State<Front>, mut request: Request, next: Next) -> Response {
    let started = Stopwatch::start();
    let (nonce, id) = (Nonce(hex(&random::<16>())), RequestId(hex(&random::<8>())));
    let method = request.method().clone();
    // The template: a path itself may hold a child's id, a query anything.
    let path = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let given = request.extensions_mut();
    given.insert(nonce.clone());
    given.insert(id.clone());
    let mut response = next.run(request).await;
    let status = response.status();
    let bare = !response.headers().contains_key(header::CONTENT_TYPE);
    if bare && (status.is_client_error() || status.is_server_error()) {
        let page = Page::Trouble(Trouble::of(status.as_u16()));
        let html = Html((front.show)(&View { nonce: nonce.0.clone(), request: id.0.clone(), town: front.town, page }));
        let (parts, _) = response.into_parts();
        response = undress(parts, html);
    }
    secure(response.headers_mut(), &nonce, &id, &front.way);
    let (ms, status) = (started.elapsed().as_millis() as u64, status.as_u16());
    match status {
        500.. => tracing::error!(%method, path, status, ms, request = id.0, "answered"),
        _ => tracing::info!(%method, path, status, ms, request = id.0, "answered"),
    }
    response
}
/// The page takes the place of a bare answer, which keeps its status and headers.
fn undress(parts: response::Parts, html: Html<String>) -> Response {
    let mut response = html.into_response();
    *response.status_mut() = parts.status;
    let own = parts.headers.into_iter().filter_map(|(name, value)| Some((name?, value)));
    response.headers_mut().extend(own.filter(|(name, _)| *name != header::CONTENT_LENGTH));
    response
}
fn secure(headers: &mut HeaderMap, nonce: &Nonce, id: &RequestId, way: &Way) {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{}'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        nonce.0
    );
    let text = |text: &str| HeaderValue::from_str(text).expect("a plain text");
    headers.insert(header::CONTENT_SECURITY_POLICY, text(&policy));
    headers.insert("x-request-id", text(&id.0));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), microphone=(), geolocation=()"));
    // A page is secret unless it says otherwise, as assets do.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if way.is_tls() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
}
/// The length of a compressed page tells an attacker who can add to it what else is on it (BREACH).
#[derive(Clone, Copy)]
struct NoSecrets;
impl Predicate for NoSecrets {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &axum::http::Response<B>) -> bool {
        let public = |value: &HeaderValue| value.as_bytes().starts_with(b"public");
        response.headers().get(header::CACHE_CONTROL).is_some_and(public)
    }
}

/// From a place that is served, and when it changes something, from one of our own pages.
async fn admit(State(front): State<Front>, mut request: Request, next: Next) -> Response {
    // Without a connection (a test, in the process itself) it is this machine.
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let visitor = match front.way.admit(peer, request.headers()) {
        Ok(visitor) => visitor,
        Err(refused) => return refused.into_response(),
    };
    if !request.method().is_safe() && !from_our_page(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    request.extensions_mut().insert(Visitor(visitor));
    next.run(request).await
}
/// Browsers say where a request comes from, and no page elsewhere can make them say otherwise.
fn from_our_page(headers: &HeaderMap) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match header("sec-fetch-site") {
        Some(site) => site == "same-origin" || site == "none",
        None => header("origin")
            .and_then(|origin| origin.split_once("://"))
            .zip(header("host"))
            .is_some_and(|((_, from), host)| from.eq_ignore_ascii_case(host)),
    }
}
/// A page is answered within half a minute; a file may take ten to arrive.
async fn in_time(request: Request<Body>, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    let limit = if kind.starts_with(b"multipart/") { Duration::from_secs(600) } else { Duration::from_secs(30) };
    let answered = tokio::time::timeout(limit, next.run(request)).await;
    answered.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}
