//! What the asset step made, embedded in the binary: component templates, and the files that a
//! browser may fetch under names that change with their content.
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use std::{collections::BTreeMap, sync::LazyLock};

#[derive(RustEmbed)]
#[folder = "assets/dist"]
struct Dist;

static MANIFEST: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    Dist::get("manifest.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The source of a component's template, such as `govuk/components/button/template.njk`.
pub(super) fn template(name: &str) -> Option<String> {
    Dist::get(&format!("templates/{name}")).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
}

/// The address of a public file by its plain name: `loxley.css` is at `/assets/loxley-0123….css`.
pub fn address(name: &str) -> Option<String> {
    MANIFEST.get(name).map(|hashed| format!("/assets/{hashed}"))
}

/// `GET /assets/{file}`, public: nothing here is about anybody.
pub async fn serve(Path(file): Path<String>) -> Response {
    let known = MANIFEST.values().any(|hashed| *hashed == file);
    match Dist::get(&format!("public/{file}")) {
        Some(found) if known => {
            let headers = [
                (header::CONTENT_TYPE, media_type(&file)),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, found.data).into_response()
        }
        _ => (StatusCode::NOT_FOUND, "There is no such file.").into_response(),
    }
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_public_file_may_be_kept_for_ever_because_its_name_changes_with_it() {
        let style = address("loxley.css").unwrap();
        let answer = serve(Path(style.trim_start_matches("/assets/").to_owned())).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    }
    #[tokio::test]
    async fn templates_and_other_files_are_not_served() {
        for file in ["../manifest.json", "../templates/govuk/components/button/template.njk", "../../loxley.scss"] {
            assert_eq!(serve(Path(file.to_owned())).await.status(), StatusCode::NOT_FOUND, "{file}");
        }
    }
    #[test]
    fn the_style_holds_no_typeface_or_crown_that_is_licensed_to_others() {
        let style = Dist::get(&address("loxley.css").unwrap().replace("/assets/", "public/")).unwrap();
        let style = String::from_utf8_lossy(&style.data).to_lowercase();
        for theirs in ["gds transport", "crown", "@font-face", "govuk-crest"] {
            assert!(!style.contains(theirs), "{theirs}");
        }
    }
}
