//! What a crate may use, where that keeps a promise of the house: one crate names the database, and
//! the law is pure.
use super::{File, Problem};

/// A dependency, the crates that may name it, and why no other.
const ONLY: &[(&str, &[&str], &str)] = &[
    ("sqlx", &["kernel"], "only the kernel names the database: nobody goes around it"),
    ("tokio", &["kernel", "casework"], "law and returns are pure: no async"),
    ("axum", &["kernel", "casework"], "law and returns know no pages"),
    ("kernel", &["casework"], "the kernel is used by casework alone"),
    ("chrono", &[], "days and hours are jiff's"),
];

pub(crate) fn borders(files: &[File]) -> Vec<Problem> {
    let mut problems = vec![];
    for file in files {
        let Some((folder, "Cargo.toml")) = file.path.split_once('/') else { continue };
        let mut section = "";
        for (n, line) in file.text.lines().enumerate() {
            if line.starts_with('[') {
                section = line;
            }
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            let rule = ONLY.iter().find(|(named, ..)| *named == name && section.ends_with("dependencies]"));
            if let Some((_, who, why)) = rule
                && !who.contains(&folder)
            {
                problems.push(file.problem(n + 1, format!("`{name}`: {why}")));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn a_database_outside_the_kernel_is_named() {
        let text = "[package]\nname = \"casework\"\n[dependencies]\nsqlx.workspace = true\n";
        assert_eq!(borders(&[file("casework/Cargo.toml", text)]).iter().map(|p| p.line).collect::<Vec<_>>(), [4]);
        let tests = "[dev-dependencies]\ntokio = { version = \"1\" }\n";
        assert_eq!(borders(&[file("practice/Cargo.toml", tests)]).len(), 1);
    }
    #[test]
    fn the_kernel_and_the_workspaces_own_list_are_free() {
        let text = "[package]\nname = \"kernel\"\n[dependencies]\nsqlx.workspace = true\ntokio = \"1\"\n";
        assert_eq!(
            borders(&[file("kernel/Cargo.toml", text), file("Cargo.toml", "[workspace.dependencies]\nsqlx = \"1\"")]),
            []
        );
    }
}
