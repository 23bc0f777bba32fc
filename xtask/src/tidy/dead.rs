//! Files that nothing reaches: a Rust file outside every crate, a question nobody asks, a template
//! nobody shows. They look alive, are searched and mended, and do nothing.
use super::{File, Problem, lex};
use std::collections::{BTreeSet, HashMap};

/// Every `.rs` is reached by `mod` from a crate's root.
pub(crate) fn rust(files: &[File]) -> Vec<Problem> {
    let by_path: HashMap<&str, &File> = files.iter().map(|f| (f.path.as_str(), f)).collect();
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&File> = files.iter().filter(|f| is_root(&f.path)).collect();
    while let Some(file) = ahead.pop() {
        if reached.insert(file.path.as_str()) {
            ahead.extend(modules(file).iter().filter_map(|path| by_path.get(path.as_str())));
        }
    }
    let dead = |f: &&File| f.ending() == "rs" && !f.path.contains("/templates/") && !reached.contains(f.path.as_str());
    files
        .iter()
        .filter(dead)
        .map(|f| f.problem(1, "no `mod` leads here: name it in its parent, or delete it"))
        .collect()
}
/// What cargo builds by itself: `<crate>/src/lib.rs`, `main.rs`, `bin/*.rs`, `build.rs`, and each file
/// (or folder with `main.rs`) of tests, examples and benches; and the fuzz targets.
fn is_root(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [_, "src", "lib.rs" | "main.rs"] | [_, "build.rs"] => true,
        [_, "src", "bin", file] | [_, "tests" | "examples" | "benches", file] => file.ends_with(".rs"),
        [_, "tests" | "examples" | "benches", _, "main.rs"] | [_, "src", "bin", _, "main.rs"] => true,
        [.., "fuzz_targets", file] => file.ends_with(".rs"),
        _ => false,
    }
}
/// Where the modules that a file declares may stand: both of Rust's places for each.
fn modules(file: &File) -> Vec<String> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let inside = match file.name() {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        _ if is_root(&file.path) => folder.to_owned(),
        name => format!("{folder}/{}", name.trim_end_matches(".rs")),
    };
    let code = lex::rust(&file.text, true);
    let mut found = vec![];
    let mut named: Option<&str> = None;
    for statement in code.split_inclusive([';', '{', ']']) {
        let statement = statement.trim();
        if let Some(path) = statement.split_once("#[path").and_then(|(_, p)| p.split('"').nth(1)) {
            named = Some(path);
            continue;
        }
        let Some(declared) = statement.strip_suffix(';') else { continue };
        let mut last_two = declared.split_whitespace().rev();
        if let (Some(name), Some("mod")) = (last_two.next(), last_two.next()) {
            match named.take() {
                Some(path) => found.push(normal(&format!("{folder}/{path}"))),
                None => found.extend([format!("{inside}/{name}.rs"), format!("{inside}/{name}/mod.rs")]),
            }
        }
    }
    found
}
/// `a/b/../c.rs` is `a/c.rs`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = vec![];
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What code reads by name.
const NAMED: [&str; 9] = ["sql", "html", "njk", "tsv", "csv", "xml", "xsd", "scss", "mjs"];
/// Every question, template, table and script inside a crate or the browser tests is named, by its
/// file name, in some other file.
pub(crate) fn named(files: &[File]) -> Vec<Problem> {
    const READERS: [&str; 8] = ["rs", "html", "njk", "scss", "mjs", "json", "toml", "js"];
    let readers: Vec<(&str, String)> = files
        .iter()
        .filter(|f| READERS.contains(&f.ending()))
        .map(|f| (f.path.as_str(), if f.ending() == "rs" { lex::rust(&f.text, true) } else { f.text.clone() }))
        .collect();
    let is_named = |f: &File| {
        let names = |text: &String| {
            text.match_indices(f.name()).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                // `child.html` does not name `grandchild.html`'s file, but `people/child.html` names it.
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
            })
        };
        readers.iter().any(|(path, text)| *path != f.path && names(text))
    };
    files
        .iter()
        .filter(|f| NAMED.contains(&f.ending()) && !f.path.contains("/templates/"))
        // What a test writes and compares is named by what it was made from.
        .filter(|f| !f.path.contains("/rendered/"))
        .filter(|f| !is_named(f))
        .map(|f| f.problem(1, "nothing names this file: use it, or delete it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn dead(files: &[File]) -> Vec<String> {
        rust(files).into_iter().map(|p| p.path).collect()
    }

    #[test]
    fn a_module_that_nobody_declares_is_dead_with_all_below_it() {
        let files = [
            file("a/src/lib.rs", "pub mod used;\n// mod unused;\nlet s = \"mod unused;\";"),
            file("a/src/used.rs", "mod below;"),
            file("a/src/used/below.rs", ""),
            file("a/src/unused/mod.rs", "mod child;"),
            file("a/src/unused/child.rs", ""),
        ];
        assert_eq!(dead(&files), ["a/src/unused/mod.rs", "a/src/unused/child.rs"]);
    }
    #[test]
    fn what_cargo_or_a_path_finds_is_alive() {
        let files = [
            file("a/src/lib.rs", "#[cfg(test)]\n#[path = \"../cases/all.rs\"]\nmod all;\nmod b { }\npub(crate) mod c;"),
            file("a/cases/all.rs", ""),
            file("a/src/c/mod.rs", ""),
            file("a/tests/stories/main.rs", "mod one;"),
            file("a/tests/stories/one.rs", ""),
            file("a/tests/alone.rs", ""),
            file("a/templates/page.rs", "not yet a module"),
        ];
        assert_eq!(dead(&files), [""; 0]);
    }
    #[test]
    fn a_question_that_nobody_names_is_dead() {
        let files = [
            file("a/src/lib.rs", "const Q: &str = include_str!(\"sql/who.sql\"); // include_str!(\"sql/old.sql\")"),
            file("a/src/sql/who.sql", ""),
            file("a/src/sql/old.sql", ""),
            file("a/src/sql/ho.sql", ""),
        ];
        let paths: Vec<String> = named(&files).into_iter().map(|p| p.path).collect();
        assert_eq!(paths, ["a/src/sql/old.sql", "a/src/sql/ho.sql"]);
    }
    #[test]
    fn a_template_named_by_another_template_is_alive() {
        let files = [
            file("a/src/lib.rs", "show(\"people/child.html\")"),
            file("a/src/people/child.html", "{% extends \"page/base.html\" %}"),
            file("a/src/page/base.html", ""),
        ];
        assert_eq!(named(&files), []);
    }
}
