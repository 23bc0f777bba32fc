//! Small things that keep the house in order: long files, leftovers, names of machines, lock files.
use super::{File, Problem};

/// A person reads a file at a sitting.
const LONGEST: usize = 500;

pub(crate) fn long(files: &[File]) -> Vec<Problem> {
    const READ: [&str; 7] = ["rs", "sql", "html", "mjs", "js", "scss", "md"];
    let lines = |f: &File| f.text.lines().count();
    files
        .iter()
        // A record of what was done grows for ever, and is read from its end.
        .filter(|f| READ.contains(&f.ending()) && f.name() != "CHANGELOG.md" && lines(f) > LONGEST)
        .map(|f| {
            f.problem(LONGEST + 1, format!("{} lines, more than {LONGEST}: part it where its story parts", lines(f)))
        })
        .collect()
}

/// Written in two halves, so that this file does not name itself.
const LEFT_OVER: [(&str, &str); 8] = [
    (concat!("TO", "DO"), "a note to oneself: do it, or open an issue"),
    (concat!("FIX", "ME"), "a note to oneself: do it, or open an issue"),
    (concat!("<<<<", "<<< "), "a merge that was not finished"),
    (concat!(">>>>", ">>> "), "a merge that was not finished"),
    (concat!("\"GDS", " Transport\""), "that typeface is licensed for gov.uk alone"),
    (concat!("Lorem", " ipsum"), "words that say nothing: write what would stand there"),
    (concat!("#[", "ignore]"), "a test that nobody runs: say why in `ignore = \"…\"`, or mend it"),
    (concat!("#[allow", "("), "`#[expect(…)]` says when it is needed no more"),
];
/// Folders that only one person's machine has.
const MACHINES: [&str; 5] =
    [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/"), concat!("/tm", "p/")];
pub(crate) fn leftovers(files: &[File]) -> Vec<Problem> {
    let mut problems = vec![];
    for file in files.iter().filter(|f| f.ending() != "lock" && f.name() != "package-lock.json") {
        for (n, line) in file.text.lines().enumerate() {
            for (what, why) in LEFT_OVER {
                if line.contains(what) {
                    problems.push(file.problem(n + 1, format!("`{what}`: {why}")));
                }
            }
            if let Some(folder) = MACHINES.iter().find(|f| begins_a_path(line, f)) {
                problems.push(
                    file.problem(n + 1, format!("a path below `{folder}` is one machine's: ask the system for it")),
                );
            }
        }
    }
    problems
}
/// Whether a path begins with that folder here, and not somewhere within a longer path.
fn begins_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '}' | '{' | '>' | '*');
        let goes_on = line[at + folder.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
        goes_on && !line[..at].chars().next_back().is_some_and(inside)
    })
}

/// A lock file that holds addresses works only where those can be reached; names and digests suffice.
pub(crate) fn locks(files: &[File]) -> Vec<Problem> {
    let locks = files.iter().filter(|f| f.name() == "package-lock.json");
    locks
        .flat_map(|f| {
            let named = f.text.lines().enumerate().filter(|(_, l)| l.contains("\"resolved\": \"http"));
            named.map(|(n, _)| {
                f.problem(n + 1, "an address: install with omit-lockfile-registry-resolved (.npmrc has it)")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn a_file_of_501_lines_is_named_and_one_of_500_is_not() {
        let files =
            [file("a.rs", &"x\n".repeat(501)), file("b.rs", &"x\n".repeat(500)), file("c.tsv", &"x\n".repeat(900))];
        let named = long(&files);
        assert_eq!(named.len(), 1);
        assert!(named[0].path == "a.rs" && named[0].what.starts_with("501 lines"));
    }
    #[test]
    fn what_was_left_over_is_named_with_its_line() {
        for (what, _) in LEFT_OVER {
            let files = [file("a.rs", &format!("fine\n {what}x\n"))];
            assert_eq!(leftovers(&files).iter().map(|p| p.line).collect::<Vec<_>>(), [2], "{what}");
        }
        assert_eq!(leftovers(&[file("a.rs", "#[expect(dead_code)] // TO be DOne\n#[ignore = \"needs an hour\"]")]), []);
    }
    #[test]
    fn a_machines_own_folder_is_named_and_a_url_is_not() {
        for folder in MACHINES {
            assert_eq!(leftovers(&[file("a.md", &format!("see `{folder}someone/x`"))]).len(), 1, "{folder}");
            assert_eq!(leftovers(&[file("a.md", &format!("GET https://x.org{folder}a and /children{folder}b"))]), []);
        }
    }
    #[test]
    fn a_lock_file_with_addresses_is_named() {
        let with = "{\n  \"resolved\": \"https://example.org/a.tgz\"\n}";
        assert_eq!(locks(&[file("package-lock.json", with)]).len(), 1);
        assert_eq!(locks(&[file("package-lock.json", "{\n  \"integrity\": \"sha512-x\"\n}")]), []);
    }
}
