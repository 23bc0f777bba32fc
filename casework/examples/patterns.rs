//! Every page with its samples, served on this machine alone, to be looked at while it is made:
//! `cargo run -p casework --example patterns`, then open the address that it prints.
use axum::{
    Router,
    extract::Path,
    http::header,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use casework::page::{Chrome, Link, Notice, Place, Who, assets, pages};
use practice::day::date;

/// As strict as the service, so that what it would block is seen here.
const POLICY: &str = "default-src 'none'; script-src 'self' 'nonce-sample'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = Router::new()
        .route("/", get(list))
        .route("/assets/{file}", get(assets::serve))
        .route("/sample/{page}/{sample}", get(sample));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app).await
}

async fn list() -> Html<String> {
    let mut items = String::new();
    for (at, page) in pages::all().enumerate() {
        for (nth, sample) in (page.samples)().iter().enumerate() {
            items += &format!("<li><a href=\"/sample/{at}/{nth}\">{}, {}</a></li>", page.name, sample.name);
        }
    }
    Html(format!("<!DOCTYPE html><html lang=\"en-GB\"><title>Samples</title><h1>Samples</h1><ul>{items}</ul></html>"))
}

async fn sample(Path((page, sample)): Path<(usize, usize)>) -> Response {
    let found = pages::all().nth(page).and_then(|page| Some((page, (page.samples)().into_iter().nth(sample)?)));
    let Some((page, sample)) = found else { return "There is no such sample.".into_response() };
    let chrome = Chrome {
        about: Some("Amelia Fell".into()),
        who: Some(Who { name: "Amina Yusuf".into(), role: "social worker, North".into() }),
        places: Place::ALL.to_vec(),
        at: Some(Place::Today),
        trail: vec![Link::new("/today", "Today"), Link::new("/child/1042", "Amelia Fell")],
        notice: Some(Notice::done("The visit was recorded.")),
        town: true,
        token: "token".into(),
        ..Chrome::public("Patterns", date(2026, 11, 22), "sample")
    };
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], page.show(chrome, sample.context)).into_response()
}
