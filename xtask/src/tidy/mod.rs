//! `cargo xtask tidy`: the house rules that no compiler checks. Each rule is a pure function of the
//! project's files, with a test in which it fires and one in which it is silent.
mod borders;
mod dead;
mod docs;
mod kept;
mod lex;
mod slices;
mod sql;

use crate::{Outcome, process};
use std::{path::Path, process::Command};

/// A file of the project: its path from the top, with `/`, and its text (empty where it is no text).
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}
#[derive(Debug, PartialEq)]
pub(crate) struct Problem {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) what: String,
}
type Rule = fn(&[File]) -> Vec<Problem>;

/// What each rule keeps, in words, and the rule.
const RULES: &[(&str, Rule)] = &[
    ("every Rust file is part of a crate", dead::rust),
    ("every question, template and table is named somewhere", dead::named),
    ("one crate names the database, and the law is pure", borders::borders),
    ("parts of the work take only each other's summary", slices::slices),
    ("a question says what it asks and runs on both databases", sql::sql),
    ("a file can be read at a sitting", kept::long),
    ("nothing is left over and no machine is named", kept::leftovers),
    ("package locks hold no addresses", kept::locks),
    ("documents name only paths that exist", docs::paths),
];

pub(crate) fn tidy(root: &Path) -> Outcome {
    let files = files(root)?;
    let mut broken = 0;
    for (keeps, rule) in RULES {
        let problems = rule(&files);
        broken += usize::from(!problems.is_empty());
        println!("{} {keeps}", if problems.is_empty() { "ok    " } else { "BROKEN" });
        for Problem { path, line, what } in problems {
            println!("         {path}:{line}: {what}");
        }
    }
    match broken {
        0 => Ok(()),
        n => Err(format!("{n} of {} house rules are broken.", RULES.len())),
    }
}
/// What git holds or would take: nothing that it ignores.
fn files(root: &Path) -> Result<Vec<File>, String> {
    let listed = process::ask(Command::new("git").current_dir(root).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let mut files: Vec<File> = listed
        .split('\0')
        .filter(|path| !path.is_empty() && root.join(path).is_file())
        .map(|path| File {
            path: path.to_owned(),
            text: std::fs::read(root.join(path)).ok().and_then(|b| String::from_utf8(b).ok()).unwrap_or_default(),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Ok(files)
}

impl File {
    /// `html`; empty where the name has none.
    pub(crate) fn ending(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, ending)| ending)
    }
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
    pub(crate) fn problem(&self, line: usize, what: impl Into<String>) -> Problem {
        Problem { path: self.path.clone(), line, what: what.into() }
    }
}
/// The line that holds the byte at `at`, counted from one.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1
}

#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_counted_from_one() {
        assert_eq!(line_of("a\nb\nc", 0), 1);
        assert_eq!(line_of("a\nb\nc", 4), 3);
    }
    #[test]
    fn the_projects_own_files_are_listed_and_what_git_ignores_is_not() {
        let files = files(&crate::root()).expect("a git work tree");
        assert!(files.iter().any(|f| f.path == "xtask/src/tidy/mod.rs" && f.text.contains("fn files")));
        assert!(!files.iter().any(|f| f.path.starts_with("target/")));
    }
}
