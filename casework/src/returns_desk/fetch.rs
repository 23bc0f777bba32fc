//! The files of a run, byte for byte as they were checked. They hold every child: fetching one is a grant of
//! its own, and logged.
use crate::{deeds::FetchReturn, frame::Answer};
use axum::{
    http::{StatusCode, header},
    response::IntoResponse as _,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kernel::{Leave as _, Service};
use practice::{Fact, Id, Subject, returns};

pub async fn file(may: Service<FetchReturn>) -> Answer {
    let unknown = || Ok(StatusCode::NOT_FOUND.into_response());
    let run = may.path("run").and_then(|id| id.parse::<Id>().ok());
    let n = may.path("n").and_then(|n| n.parse::<usize>().ok());
    let Some((run, n)) = run.zip(n) else { return unknown() };
    let facts = may.reading().await?.facts(Subject::Delivery(run)).await?.unwrap_or_default();
    let files = facts.into_iter().find_map(|k| match k.fact {
        Fact::Returns(returns::Fact::FilesKept { files }) => Some(files),
        _ => None,
    });
    let Some(file) = files.and_then(|files| files.into_iter().nth(n)) else { return unknown() };
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", safe(&file.name))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, BASE64_STANDARD.decode(file.content)?).into_response())
}
/// What its sender called it, without anything that a header or a disk could misread.
fn safe(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    name.chars().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_cannot_break_out_of_its_header() {
        assert_eq!(safe("Episodes 2026.csv"), "Episodes_2026.csv");
        assert_eq!(safe("a\"; x=\r\n../é"), "a___x___.._é".replace('é', "_"));
    }
}
