//! "What may I get?", from a posted form to the whole page, with nothing known and so with every life tried.
use super::{Figure, at, row};
use crate::cli::At;
use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use kernel::{Error, time::Stopwatch};
use tower::ServiceExt as _;

const TIMES: usize = 500;

pub async fn entitlement(at_: &At) -> Result<(), Error> {
    let app = crate::pages().router(at_.desk().await?);
    let known = "rest=asked&age=19&care=left&weeks=yes&home=no&guardian=no&detained=no&elsewhere=no";
    for (what, said) in [("all known", known), ("nothing known, at 22", "rest=asked&age=22")] {
        let mut took = vec![];
        for _ in 0..TIMES {
            let asked = Request::post("/offer/entitled").body(Body::from(said))?;
            let clock = Stopwatch::start();
            let answer = app.clone().oneshot(asked).await?;
            let status = answer.status();
            let page = to_bytes(answer.into_body(), usize::MAX).await?;
            took.push(clock.elapsed());
            if status != StatusCode::OK || page.is_empty() {
                return Err(format!("the page answers {status}").into());
            }
        }
        took.sort();
        row(&format!("“what may I get?”, the whole page, {what}, p95"), Figure::Ms(at(&took, 95)), "5 ms");
    }
    Ok(())
}
