//! Runs the components of `govuk-frontend` and `@ministryofjustice/frontend` as they come from npm.
//!
//! The packages hold Nunjucks templates; [`rewrite`] turns each into Jinja once, when it is loaded,
//! and this environment gives filters, tests and printing the meaning that they have in JavaScript.
//! So the HTML is the Design System's own, and a new release of it is a new number in `package.json`.
mod lex;
mod rewrite;

use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, context,
    syntax::SyntaxConfig,
    value::{Rest, ValueKind, from_args},
};
use std::{borrow::Cow, sync::LazyLock};

static COMPONENTS: LazyLock<Environment<'static>> = LazyLock::new(environment);

/// The HTML of a component, such as `govuk` `date-input`, for the parameters that its page in the
/// Design System lists.
pub(super) fn component(family: &str, name: &str, params: Value) -> Result<Value, Error> {
    let template = format!("{family}/components/{name}/template.njk");
    let html = COMPONENTS.get_template(&template)?.render(context! { params })?;
    Ok(Value::from_safe_string(html.trim().to_owned()))
}

fn environment() -> Environment<'static> {
    let mut env = Environment::new();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        env.set_syntax(syntax);
    }
    env.set_undefined_behavior(UndefinedBehavior::Chainable);
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.set_formatter(print);
    env.set_path_join_callback(|name, parent| Cow::Owned(beside(parent, name)));
    env.set_loader(|name| Ok(super::assets::template(name).map(|source| rewrite::rewrite(&source))));
    env.set_unknown_method_callback(|_, list, method, arguments| list_method(list, method, arguments));
    env.add_global("null", Value::from(()));
    add_filters(&mut env);
    add_tests(&mut env);
    env
}

fn add_filters(env: &mut Environment) {
    env.add_filter("val", |v: Value| Value::from(text(&v)));
    env.add_filter("each", |v: Value| if is_nothing(&v) { Value::from(Vec::<Value>::new()) } else { v });
    env.add_filter("pairs", pairs);
    env.add_filter("safe", |v: Value| Value::from_safe_string(text(&v)));
    env.add_filter("escape", |v: Value| if v.is_safe() { v } else { Value::from_safe_string(escaped(&text(&v))) });
    env.add_filter("string", |v: Value| as_safe_as(&v, text(&v)));
    env.add_filter("trim", |v: Value| as_safe_as(&v, text(&v).trim().to_owned()));
    env.add_filter("capitalize", |v: Value| as_safe_as(&v, capitalised(&text(&v))));
    env.add_filter("length", |v: Value| v.len().unwrap_or(0));
    env.add_filter("indent", |v: Value, width: Option<usize>, first: Option<bool>| {
        as_safe_as(&v, indented(&text(&v), width.unwrap_or(4), first == Some(true)))
    });
    env.add_filter("default", |v: Value, other: Value, when_false: Option<bool>| {
        let keep = if when_false == Some(true) { is_truthy(&v) } else { !v.is_undefined() };
        if keep { v } else { other }
    });
}

fn add_tests(env: &mut Environment) {
    env.add_test("truthy", |v: Value| is_truthy(&v));
    env.add_test("mapping", |v: Value| v.kind() == ValueKind::Map);
    env.add_test("null", |v: Value| v.is_none());
    env.add_test("one_of", |v: Value, list: Value| contains(&list, &v));
}

/// Print a value as Nunjucks does: nothing for null and undefined, everything else escaped once.
fn print(out: &mut Output, _: &mut State, v: &Value) -> Result<(), Error> {
    let written = if v.is_safe() { out.write_str(&text(v)) } else { out.write_str(&escaped(&text(v))) };
    written.map_err(Error::from)
}

/// `../../macros/x.njk` as seen from `govuk/components/button/template.njk`.
fn beside(parent: &str, name: &str) -> String {
    if !name.starts_with('.') {
        return name.to_owned();
    }
    let mut path: Vec<&str> = parent.split('/').collect();
    path.pop();
    for step in name.split('/') {
        match step {
            "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

fn list_method(list: &Value, method: &str, arguments: &[Value]) -> Result<Value, Error> {
    match method {
        "includes" => {
            let (one,) = from_args::<(Value,)>(arguments)?;
            contains(list, &one).map(Value::from)
        }
        "concat" => {
            let (others,) = from_args::<(Rest<Value>,)>(arguments)?;
            let mut joined: Vec<Value> = list.try_iter()?.collect();
            for other in others.iter() {
                match other.kind() {
                    ValueKind::Seq => joined.extend(other.try_iter()?),
                    _ => joined.push(other.clone()),
                }
            }
            Ok(Value::from(joined))
        }
        "join" => {
            let (between,) = from_args::<(Option<&str>,)>(arguments)?;
            let texts: Vec<String> = list.try_iter()?.map(|v| text(&v)).collect();
            Ok(Value::from(texts.join(between.unwrap_or(","))))
        }
        _ => Err(Error::new(ErrorKind::UnknownMethod, format!("no method named {method}"))),
    }
}

fn pairs(v: Value) -> Result<Value, Error> {
    if is_nothing(&v) {
        return Ok(Value::from(Vec::<Value>::new()));
    }
    if v.kind() != ValueKind::Map {
        return Ok(v);
    }
    let pair = |key: Value| v.get_item(&key).map(|item| Value::from(vec![key, item]));
    v.try_iter()?.map(pair).collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn text(v: &Value) -> String {
    match v.kind() {
        ValueKind::Undefined | ValueKind::None => String::new(),
        ValueKind::Bool => v.is_true().to_string(),
        _ => v.as_str().map_or_else(|| v.to_string(), str::to_owned),
    }
}
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '`' => out.push_str("&#96;"),
            '\\' => out.push_str("&#92;"),
            c => out.push(c),
        }
    }
    out
}
fn capitalised(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
fn indented(text: &str, width: usize, first: bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let between = format!("\n{}", " ".repeat(width));
    let lines = text.replace('\n', &between);
    if first { " ".repeat(width) + &lines } else { lines }
}
fn as_safe_as(v: &Value, text: String) -> Value {
    if v.is_safe() { Value::from_safe_string(text) } else { Value::from(text) }
}
fn is_nothing(v: &Value) -> bool {
    v.is_undefined() || v.is_none()
}
fn is_truthy(v: &Value) -> bool {
    matches!(v.kind(), ValueKind::Seq | ValueKind::Map) || v.is_true()
}
/// Strictly: 0 is not false, and "1" is not 1.
fn contains(list: &Value, one: &Value) -> Result<bool, Error> {
    Ok(list.try_iter()?.any(|v| v.kind() == one.kind() && v == *one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::{fs, path::PathBuf};

    #[derive(Deserialize)]
    struct Fixtures {
        component: String,
        fixtures: Vec<Fixture>,
    }
    #[derive(Deserialize)]
    struct Fixture {
        name: String,
        options: Value,
        html: String,
    }

    /// Where the packages are installed; `None` and a word about it where they are not, except that
    /// continuous integration must have them.
    fn packages() -> Option<PathBuf> {
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules"));
        if folder.is_dir() {
            return Some(folder);
        }
        assert!(std::env::var_os("CI").is_none(), "node_modules is missing: run `cargo xtask assets`");
        eprintln!("skipped: node_modules is missing, so the Design System's fixtures could not be read");
        None
    }

    #[test]
    fn every_fixture_of_govuk_frontend_comes_out_byte_for_byte() {
        let Some(packages) = packages() else { return };
        let folder = packages.join("govuk-frontend/dist/govuk/components");
        let (mut seen, mut wrong) = (0, vec![]);
        for entry in fs::read_dir(folder).unwrap() {
            let Ok(json) = fs::read_to_string(entry.unwrap().path().join("fixtures.json")) else { continue };
            let file: Fixtures = serde_json::from_str(&json).unwrap();
            for Fixture { name, options, html: wanted } in file.fixtures {
                seen += 1;
                match component("govuk", &file.component, options) {
                    Ok(html) if html.as_str() == Some(wanted.trim()) => {}
                    Ok(html) => wrong.push(format!("{}, {name}:\n{html}\nshould be\n{wanted}", file.component)),
                    Err(e) => wrong.push(format!("{}, {name}: {e:#}", file.component)),
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {seen} are wrong:\n{}", wrong.len(), wrong.join("\n\n"));
        assert!(seen > 700, "only {seen} fixtures were found");
    }
    #[test]
    fn a_component_escapes_what_people_typed() {
        let html = component("govuk", "inset-text", context! { text => "<script>'x'</script>" }).unwrap();
        assert!(html.to_string().contains("&lt;script&gt;&#39;x&#39;&lt;/script&gt;"), "{html}");
    }
    #[test]
    fn a_component_of_the_ministry_of_justice_runs_too() {
        let items = [context! { text => "Plan", href => "#", active => true }];
        let html = component("moj", "sub-navigation", context! { label => "Child", items }).unwrap().to_string();
        assert!(html.contains(r#"aria-current="page""#) && html.contains("Plan"), "{html}");
    }
    #[test]
    fn an_unknown_component_is_an_error() {
        assert!(component("govuk", "no-such-thing", context! {}).is_err());
    }
}
