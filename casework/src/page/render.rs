//! A page is a template of ours, beside the code that answers for it, put into the one layout.
use super::{assets, chrome::Chrome, components::Family, given, pages, parts, words};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value, syntax::SyntaxConfig, value::Serde};
use serde::Serialize;
use std::sync::LazyLock;

/// One page: its template, and examples of what it is which a test renders.
pub struct Page {
    /// `today/today.html`, below `casework/src`.
    pub name: &'static str,
    /// `include_str!("today.html")`.
    pub source: &'static str,
    pub samples: fn() -> Vec<Sample>,
}
/// A state that a page can be in: empty, full, with errors.
pub struct Sample {
    pub name: &'static str,
    pub context: Value,
}

impl Sample {
    pub fn new(name: &'static str, context: impl Serialize) -> Sample {
        Sample { name, context: Value::from(Serde(context)) }
    }
}

impl Page {
    /// Answer with this page.
    pub fn show(&self, chrome: Chrome, context: impl Serialize) -> Response {
        self.answer(StatusCode::OK, chrome, context)
    }
    /// Answer with this page and a status of its own: 422 for a form to be put right, 404, 403.
    pub fn answer(&self, status: StatusCode, chrome: Chrome, context: impl Serialize) -> Response {
        match self.html(&chrome, context) {
            Ok(html) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
            Err(e) => {
                // Its kind and place only: the rest may quote the record.
                tracing::error!(template = self.name, line = e.line(), kind = ?e.kind(), "a page could not be shown");
                (StatusCode::INTERNAL_SERVER_ERROR, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], SORRY)
                    .into_response()
            }
        }
    }
    pub fn html(&self, chrome: &Chrome, context: impl Serialize) -> Result<String, Error> {
        ENVIRONMENT.get_template(self.name)?.render(around(chrome, context))
    }
}

fn around(chrome: &Chrome, context: impl Serialize) -> Value {
    let frame = given! { chrome, full_title => chrome.full_title(), navigation => chrome.navigation() };
    minijinja::context! { ..frame, ..Value::from(Serde(context)) }
}

/// Shown when the template of a page fails, so it cannot be a template.
const SORRY: &str = "<!DOCTYPE html><html lang=\"en-GB\"><title>Sorry – Loxley</title>\
    <h1>Sorry, this page could not be shown</h1>\
    <p>The fault is ours and has been noted. Nothing that was saved is lost. \
    Go back and try again; if it happens again, tell your administrator at what time it did.</p></html>";

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = Environment::new();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.add_global("govuk", Value::from_object(Family::Govuk));
    env.add_global("moj", Value::from_object(Family::Moj));
    env.add_global("loxley", Value::from_object(Family::Loxley));
    env.add_function("asset", |name: &str| assets::address(name).ok_or_else(|| missing(name)));
    words::add_to(&mut env);
    let ours = [("page/layout.html", include_str!("layout.html")), ("page/my.html", include_str!("my.html"))];
    let pages = pages::all().map(|page| (page.name, page.source));
    env.set_loader({
        let templates: std::collections::BTreeMap<_, _> =
            ours.into_iter().chain(parts::TEMPLATES.iter().copied()).chain(pages).collect();
        move |name| Ok(templates.get(name).map(|source| source.to_string()))
    });
    env
});

fn missing(asset: &str) -> Error {
    Error::new(minijinja::ErrorKind::InvalidOperation, format!("{asset} is not among the assets"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn shown(source: &str) -> Result<String, Error> {
        let chrome = Chrome::public("Sample", date(2026, 11, 22), "n");
        let context = given! { child => given! { name => "A <b>", age => None::<i64> } };
        ENVIRONMENT.render_named_str("sample.html", source, around(&chrome, context))
    }

    #[test]
    fn a_mistyped_name_is_an_error_and_not_an_empty_space() {
        assert_eq!(shown("{{ child.name }}").unwrap(), "A &lt;b&gt;");
        for mistyped in [
            "{{ chld }}",
            "{{ child.nmae }}",
            "{% if child.nmae %}{% endif %}",
            "{{ govuk.button(text=child.nmae) }}",
            "{{ govuk.summary_list(rows=[{\"key\": {\"text\": child.nmae}}]) }}",
            "{{ govuk.buton(text=child.name) }}",
            "{{ loxley.timeline(evnts=[]) }}",
            "{{ asset('loxly.css') }}",
        ] {
            assert!(shown(mistyped).is_err(), "{mistyped}");
        }
    }
    #[test]
    fn what_stands_in_a_call_becomes_the_component() {
        let html = shown("{% call govuk.inset_text() %}<p>{{ child.name }}</p>{% endcall %}").unwrap();
        assert!(html.contains("govuk-inset-text") && html.contains("<p>A &lt;b&gt;</p>"), "{html}");
    }
    #[tokio::test]
    async fn a_page_that_fails_says_sorry_and_tells_nothing_of_the_record() {
        let page = Page { name: "not/listed.html", source: "", samples: Vec::new };
        let chrome = Chrome::public("Sample", date(2026, 11, 22), "n");
        let answer = page.show(chrome, given! { child => "Amy" });
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
        let body = String::from_utf8_lossy(&body);
        assert!(body.contains("Sorry") && !body.contains("Amy"));
    }
}
