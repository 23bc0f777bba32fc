//! The border between the parts of the work: a part may take another's `summary`, which is written
//! to be taken, and nothing else of it. Otherwise no part could be changed without reading the rest.
use super::{File, Problem, lex, line_of};
use std::collections::BTreeSet;

/// Folders of `casework/src` that serve every part, or gather them all.
const NOT_PARTS: [&str; 4] = ["page", "town", "cli", "sign_in"];
/// Parts that serve all others: what a child is called, how a fact reads, how something owed is shown.
const SERVING: [&str; 2] = ["people", "today"];

pub(crate) fn slices(files: &[File]) -> Vec<Problem> {
    let parts: BTreeSet<&str> = files.iter().filter_map(|f| part(&f.path)).collect();
    let mut problems = vec![];
    for file in files.iter().filter(|f| f.ending() == "rs") {
        let Some(own) = part(&file.path) else { continue };
        let code = lex::rust(&file.text, false);
        // From a part's first page its neighbours are `super::` too.
        let starts = if file.name() == "mod.rs" { &["crate::", "super::"][..] } else { &["crate::"] };
        for start in starts {
            for (at, _) in code.match_indices(start) {
                let paths = paths(&code[at + start.len()..]);
                let foreign = |p: &&[String; 2]| {
                    let serves = SERVING.contains(&p[0].as_str()) || p[1] == "summary";
                    p[0] != own && parts.contains(p[0].as_str()) && !serves
                };
                problems.extend(paths.iter().filter(foreign).map(|[part, item]| {
                    let item = if item.is_empty() { String::new() } else { format!("::{item}") };
                    file.problem(
                        line_of(&code, at),
                        format!("`{own}` takes `{part}{item}`: take `{part}::summary`, or move what both need to where both may look"),
                    )
                }));
            }
        }
    }
    problems
}
/// The part of the work that a file belongs to.
fn part(path: &str) -> Option<&str> {
    let (folder, _) = path.strip_prefix("casework/src/")?.split_once('/')?;
    (!NOT_PARTS.contains(&folder)).then_some(folder)
}
/// The first two names of each path after `crate::`, also where a `use` gathers several in braces.
fn paths(code: &str) -> Vec<[String; 2]> {
    let mut found = vec![];
    for first in branches(code) {
        let (name, rest) = ident(first);
        match rest.trim_start().strip_prefix("::") {
            Some(below) => {
                found.extend(branches(below).iter().map(|b| [name.to_owned(), ident(b).0.to_owned()]));
            }
            None => found.push([name.to_owned(), String::new()]),
        }
    }
    found
}
/// `{a::b, c}` holds the branches `a::b` and `c`; without braces there is one.
fn branches(code: &str) -> Vec<&str> {
    let code = code.trim_start();
    let Some(inside) = code.strip_prefix('{') else { return vec![code] };
    let (mut depth, mut begun, mut found) = (0, 0, vec![]);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(inside[begun..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(inside[begun..at].trim());
                begun = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|b| !b.is_empty());
    found
}
fn ident(code: &str) -> (&str, &str) {
    let code = code.trim_start();
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    code.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn said(files: &[File]) -> Vec<String> {
        slices(files)
            .into_iter()
            .map(|p| format!("{}:{} {}", p.path, p.line, p.what.split(':').next().unwrap_or("")))
            .collect()
    }

    #[test]
    fn taking_more_than_a_summary_is_named() {
        let files = [
            file("casework/src/care/mod.rs", "use super::health;\n"),
            file(
                "casework/src/care/visits.rs",
                "use crate::{\n  page::Form,\n  health::{summary::Summary, tables},\n};\nfn f() { crate::health::child::show() }",
            ),
            file("casework/src/health/mod.rs", ""),
        ];
        assert_eq!(
            said(&files),
            [
                "casework/src/care/mod.rs:1 `care` takes `health`",
                "casework/src/care/visits.rs:1 `care` takes `health",
                "casework/src/care/visits.rs:5 `care` takes `health"
            ]
        );
    }
    #[test]
    fn a_summary_the_toolkit_and_ones_own_are_free() {
        let files = [
            file(
                "casework/src/care/visits.rs",
                "use crate::{page::{Form, Table}, people::summary, care::tables};\n// crate::people::child\nuse crate::people::summary::{One, Two};",
            ),
            file("casework/src/people/child.rs", "use super::tables;"),
            file("casework/src/record/visit.rs", "use crate::people::heading;"),
            file("casework/src/town/mod.rs", "use crate::people::child;"),
            file("casework/src/lib.rs", "use crate::people::child;"),
        ];
        assert_eq!(said(&files), [""; 0]);
    }
}
