//! What every answer wears, whatever the page: a request id, one moment, the security headers, a log
//! line without personal data; and the checks that come before any page.
use crate::{
    Db, Time,
    chance::{hex, random},
    health::{self, Stopping},
    listen::Way,
    sign_in::{
        self,
        shown::{Page, Show, Trouble, View, YOUNG_NOT_SAFE},
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
    pub stopping: Stopping,
    /// After so long without a request somebody must sign in again.
    pub idle: Duration,
}
/// For the scripts of this one answer.
#[derive(Clone, Debug)]
pub struct Nonce(pub String);
/// On every request where the database holds a town: pages without leave say so as well.
#[derive(Clone, Copy, Debug)]
pub struct Town;
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
    // Whoever asks for it asks from the machine's own network, without a proxy and without a browser.
    let health = health::routes(front.db.clone(), front.stopping.clone());
    pages
        .merge(sign_in::routes(front.clone()))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(from_fn_with_state(front.clone(), sign_in::know))
        .layer(DefaultBodyLimit::max(MOST_WORDS))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(from_fn_with_state(front.clone(), admit))
        .layer(from_fn_with_state(front, around))
        .layer(CompressionLayer::new().compress_when(NoSecrets))
        .merge(health)
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
    let address = request.uri().path();
    let (theirs, not_sent) = (sign_in::is_theirs(address), address == YOUNG_NOT_SAFE);
    let given = request.extensions_mut();
    if front.town {
        given.insert(Town);
    }
    given.insert(nonce.clone());
    given.insert(id.clone());
    let mut response = next.run(request).await;
    let status = response.status();
    let bare = !response.headers().contains_key(header::CONTENT_TYPE);
    if bare && (status.is_client_error() || status.is_server_error()) {
        let page = match theirs {
            true => Page::YoungTrouble { not_sent },
            false => Page::Trouble(Trouble::of(status.as_u16())),
        };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both;
    use axum::{
        body::{Body, to_bytes},
        http::{Method, Request},
        routing,
    };
    use std::sync::{Arc, Mutex};
    use tower::ServiceExt;

    fn front(db: &Db) -> Front {
        let show: Show = |view| format!("<html>{} {:?}", view.nonce, view.page);
        let (time, way, stopping) = (Time::Real, Way::Loopback, Stopping::default());
        Front { db: db.clone(), time, way, show, town: false, stopping, idle: Duration::from_secs(900) }
    }
    fn pages() -> Router {
        async fn breaks() -> StatusCode {
            panic!("the words of a child")
        }
        Router::new()
            .route("/children/{child}", routing::get(async || "A page").post(async || "Kept"))
            .route(
                "/styles.css",
                routing::get(async || ([(header::CACHE_CONTROL, "public, max-age=9")], "p{}".repeat(99))),
            )
            .route("/breaks", routing::get(breaks))
            .route(YOUNG_NOT_SAFE, routing::get(breaks))
            .route("/hangs", routing::get(std::future::pending::<StatusCode>))
            .route("/words", routing::post(async |words: String| words))
    }
    async fn ask(front: &Front, request: axum::http::request::Builder, body: impl Into<Body>) -> Response {
        open(pages(), front.clone()).oneshot(request.body(body.into()).unwrap()).await.unwrap()
    }
    async fn text(response: Response) -> String {
        String::from_utf8_lossy(&to_bytes(response.into_body(), 1 << 20).await.unwrap()).into_owned()
    }
    #[tokio::test]
    async fn what_breaks_on_a_young_persons_page_is_told_in_their_words_and_never_as_sent() {
        on_both(|db| async move {
            let front = front(&db);
            let broken = ask(&front, Request::get(YOUNG_NOT_SAFE), "").await;
            assert_eq!(broken.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert!(text(broken).await.contains("YoungTrouble { not_sent: true }"));
            let wrong = ask(&front, Request::get("/my/no-such-page"), "").await;
            assert!(text(wrong).await.contains("YoungTrouble { not_sent: false }"));
            let worker = ask(&front, Request::get("/myself"), "").await;
            assert!(text(worker).await.contains("Trouble(Trouble { status: 404"));
        })
        .await;
    }
    fn header_of<'r>(response: &'r Response, name: &str) -> &'r str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[tokio::test]
    async fn every_answer_is_dressed_and_no_two_have_the_same_nonce() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            let mut front = front(&db);
            let page = ask(&front, Request::get("/children/7"), "").await;
            let policy = header_of(&page, "content-security-policy").to_owned();
            let (_, nonce) = policy.split_once("'nonce-").expect("a nonce");
            assert_eq!(nonce.find('\'').unwrap(), 32, "128 bits");
            for rule in ["default-src 'none';", "style-src 'self';", "frame-ancestors 'none';", "base-uri 'none'"] {
                assert!(policy.contains(rule), "{rule} in {policy}");
            }
            assert_eq!(header_of(&page, "cache-control"), "no-store");
            assert_eq!(header_of(&page, "referrer-policy"), "no-referrer");
            assert_eq!(header_of(&page, "x-content-type-options"), "nosniff");
            assert_eq!(header_of(&page, "strict-transport-security"), "");
            let missing = ask(&front, Request::get("/nowhere"), "").await;
            assert_eq!(missing.status(), StatusCode::NOT_FOUND);
            assert_ne!(header_of(&missing, "content-security-policy"), policy);
            let said = text(missing).await;
            assert!(said.starts_with("<html>") && said.contains("There is no such page"), "{said}");
            front.way = Way::Proxies(vec![[127, 0, 0, 1].into()]);
            let tls = ask(&front, Request::get("/children/7").header("x-forwarded-proto", "https"), "").await;
            assert!(header_of(&tls, "strict-transport-security").starts_with("max-age="));
            let around = ask(&front, Request::get("/children/7"), "").await;
            assert_eq!(around.status(), StatusCode::FORBIDDEN);
            assert_eq!(ask(&front, Request::get("/health/live"), "").await.status(), StatusCode::OK);
        })
        .await;
    }
    #[tokio::test]
    async fn what_changes_something_comes_from_our_own_page_or_not_at_all() {
        on_both(async |db: Db| {
            let front = front(&db);
            let post = async |headers: &[(&str, &str)]| {
                let mut request = Request::post("/children/7").header("host", "localhost:8080");
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                ask(&front, request, "").await.status()
            };
            assert_eq!(post(&[("sec-fetch-site", "same-origin")]).await, StatusCode::OK);
            assert_eq!(post(&[("origin", "http://localhost:8080")]).await, StatusCode::OK, "an older browser");
            for foreign in [
                &[][..],
                &[("sec-fetch-site", "cross-site")],
                &[("sec-fetch-site", "same-site")],
                &[("origin", "http://localhost:9090")],
                &[("origin", "null")],
                &[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:8080")],
            ] {
                assert_eq!(post(foreign).await, StatusCode::FORBIDDEN, "{foreign:?}");
            }
            let elsewhere = Request::get("/children/7").header("host", "evil.example");
            assert_eq!(ask(&front, elsewhere, "").await.status(), StatusCode::MISDIRECTED_REQUEST);
            let read = Request::get("/children/7").header("sec-fetch-site", "cross-site");
            assert_eq!(ask(&front, read, "").await.status(), StatusCode::OK, "a link in an e-mail");
        })
        .await;
    }
    #[tokio::test]
    async fn a_panic_is_a_plain_page_without_its_words() {
        on_both(async |db: Db| {
            let broken = ask(&front(&db), Request::get("/breaks"), "").await;
            assert_eq!(broken.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(header_of(&broken, "x-request-id").len(), 16);
            let said = text(broken).await;
            assert!(said.contains("Something went wrong") && !said.contains("words of a child"), "{said}");
        })
        .await;
    }
    #[tokio::test]
    async fn secrets_are_not_compressed_and_assets_are() {
        on_both(async |db: Db| {
            let get =
                async |path: &str| ask(&front(&db), Request::get(path).header("accept-encoding", "gzip"), "").await;
            assert_eq!(header_of(&get("/styles.css").await, "content-encoding"), "gzip");
            let page = get("/children/7").await;
            assert_eq!(header_of(&page, "content-encoding"), "");
            assert_eq!(text(page).await, "A page");
        })
        .await;
    }
    #[tokio::test]
    async fn too_many_words_are_refused() {
        on_both(async |db: Db| {
            let send = async |length: usize| {
                let request = Request::post("/words").header("sec-fetch-site", "same-origin");
                ask(&front(&db), request.header(header::CONTENT_LENGTH, length), "x".repeat(length)).await.status()
            };
            assert_eq!(send(MOST_WORDS).await, StatusCode::OK);
            assert_eq!(send(MOST_WORDS + 1).await, StatusCode::PAYLOAD_TOO_LARGE);
        })
        .await;
    }
    #[tokio::test(start_paused = true)]
    async fn an_answer_that_never_comes_ends_after_half_a_minute() {
        let hanging =
            Router::new().route("/", routing::get(std::future::pending::<StatusCode>)).layer(from_fn(in_time));
        let started = tokio::time::Instant::now();
        let answer = hanging.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(started.elapsed().as_secs(), 30);
    }
    /// Everything that any test logs, a line each.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<String>>>);
    impl tracing::Subscriber for Log {
        fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
            tracing::span::Id::from_u64(1)
        }
        fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
        fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
        fn event(&self, event: &tracing::Event<'_>) {
            let mut line = String::new();
            let mut field = |field: &tracing::field::Field, value: &dyn std::fmt::Debug| {
                line.push_str(&format!("{field}={value:?} "));
            };
            event.record(&mut field);
            self.0.lock().unwrap().push(line);
        }
        fn enter(&self, _: &tracing::span::Id) {}
        fn exit(&self, _: &tracing::span::Id) {}
    }
    #[tokio::test]
    async fn the_log_holds_the_template_of_a_path_and_nothing_of_a_child() {
        let log = Log::default();
        // For every thread: one that asks first would settle for all that nobody listens.
        tracing::subscriber::set_global_default(log.clone()).unwrap();
        on_both(async |db: Db| {
            let request = Request::builder().method(Method::GET).uri("/children/this-child?name=Nia");
            let id = header_of(&ask(&front(&db), request, "").await, "x-request-id").to_owned();
            let log = log.0.lock().unwrap().clone();
            let [line] = log.iter().filter(|line| line.contains(&id)).collect::<Vec<_>>()[..] else {
                panic!("one line a request: {log:?}");
            };
            assert!(line.contains("method=GET path=\"/children/{child}\" status=200 ms="), "{line}");
            assert!(!log.iter().any(|line| line.contains("this-child") || line.contains("Nia")), "{log:?}");
        })
        .await;
    }
}
