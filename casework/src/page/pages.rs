//! Every page there is. A page that is not in this list cannot be shown, and a template that is not
//! in it is found by the test below, which also shows every page with its samples.
use super::{patterns, press, progress, render::Page};

/// A line a part of the work, each with its own list.
#[rustfmt::skip]
const PARTS: &[&[&Page]] = &[
    &[&patterns::PAGE, &progress::PAGE, &press::PAGE, &crate::refused::PAGE, &crate::accessibility::PAGE, &crate::entry::PAGE],
    crate::sign_in::PAGES,
    crate::today::PAGES,
    crate::people::PAGES,
    crate::plans::PAGES,
    crate::record::PAGES,
    crate::search::PAGES,
    crate::workforce::PAGES,
    crate::young::PAGES,
    crate::imports::PAGES,
    crate::homeless::PAGES,
    crate::leavers::PAGES,
    crate::offer::PAGES,
    crate::letters::PAGES,
    crate::returns_desk::PAGES,
];
pub fn all() -> impl Iterator<Item = &'static Page> {
    PARTS.iter().flat_map(|part| part.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Chrome, Link, Notice, Place, Who, parts};
    use practice::day::date;
    use std::{collections::BTreeSet, fs, path::Path};

    /// Someone who may go everywhere, at a page in the middle of things.
    fn signed_in() -> Chrome {
        Chrome {
            about: Some("Child 1042".into()),
            who: Some(Who { name: "Amina Yusuf".into(), role: "social worker".into() }),
            places: Place::ALL.to_vec(),
            at: Some(Place::Today),
            trail: vec![Link::new("/today", "Today")],
            notice: Some(Notice::done("The visit was recorded.")),
            town: true,
            token: "t".into(),
            ..Chrome::public("Sample", date(2026, 11, 22), "n0nce")
        }
    }

    #[test]
    fn every_page_shows_each_of_its_samples() {
        for page in all() {
            let samples = (page.samples)();
            assert!(!samples.is_empty(), "{} has no sample", page.name);
            for sample in samples {
                for chrome in [signed_in(), Chrome::public("Sample", date(2026, 11, 22), "n0nce")] {
                    let html = page.html(&chrome, &sample.context).unwrap_or_else(|e| {
                        panic!("{}, {}: {e:#}\n{:?}", page.name, sample.name, e.template_source().map(|_| e.line()))
                    });
                    let faults = faults(&html);
                    assert!(faults.is_empty(), "{}, {}: {faults:?}", page.name, sample.name);
                }
            }
        }
    }
    #[test]
    fn every_template_is_in_a_list() {
        let known: BTreeSet<&str> = all()
            .map(|page| page.name)
            .chain(parts::TEMPLATES.iter().map(|(name, _)| *name))
            .chain(["page/layout.html", "page/my.html"])
            .collect();
        let source = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
        let mut found = BTreeSet::new();
        templates(source, source, &mut found);
        assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
    }
    fn templates(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                templates(root, &path, found);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    /// What no page may have, whatever it shows. The browser tests look deeper.
    fn faults(html: &str) -> Vec<String> {
        let mut faults = vec![];
        let mut ids = BTreeSet::new();
        for id in attribute(html, "id") {
            if !ids.insert(id) {
                faults.push(format!("two elements have the id {id}"));
            }
        }
        for href in attribute(html, "href").filter_map(|href| href.strip_prefix('#')) {
            if !ids.contains(href) {
                faults.push(format!("a link leads to #{href}, which is not there"));
            }
        }
        if html.matches("<h1").count() != 1 {
            faults.push("not exactly one h1".into());
        }
        // The policy of the service lets neither run.
        if html.contains(" style=\"") || html.contains(" onclick=") {
            faults.push("style or script in an attribute".into());
        }
        if html.matches("<script").count() != html.matches("nonce=\"n0nce\"").count() {
            faults.push("a script without the nonce".into());
        }
        // Before anybody is known there is no session whose token a form could hold; and what is posted to the local
        // offer changes nothing: it is posted to stand in no address.
        let before = ["/sign-in", "/my/sign-in", "/my/code", "/offer/search", "/offer/entitled"];
        let open = before.map(|to| html.matches(&format!("action=\"{to}\"")).count());
        let posts = html.matches("method=\"post\"").count() - open.iter().sum::<usize>();
        if posts != html.matches("name=\"token\"").count() {
            faults.push("a form that is posted without a token".into());
        }
        faults
    }
    fn attribute<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
        let begin = format!(" {name}=\"");
        let values: Vec<_> = html.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        values.into_iter()
    }
}
