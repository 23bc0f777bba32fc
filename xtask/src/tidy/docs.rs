//! What documents say about files is true: a path in them exists.
use super::{File, Problem};
use std::collections::BTreeSet;

pub(crate) fn paths(files: &[File]) -> Vec<Problem> {
    let there: BTreeSet<&str> = files.iter().flat_map(|f| with_folders(&f.path)).collect();
    let tops: BTreeSet<&str> = files.iter().filter_map(|f| f.path.split('/').next()).collect();
    let mut problems = vec![];
    for file in files.iter().filter(|f| f.ending() == "md") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (line, mention) in mentions(&file.text) {
            let path = mention.trim_start_matches("./").trim_end_matches('/');
            if !is_path(path, &tops) {
                continue;
            }
            let beside = if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
            if !there.contains(path) && !there.contains(beside.as_str()) {
                problems.push(file.problem(line, format!("`{mention}` does not exist")));
            }
        }
    }
    problems
}
/// A file's path and every folder above it.
fn with_folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::once(path).chain(path.match_indices('/').map(|(at, _)| &path[..at]))
}
/// What stands between backticks or is linked to, with its line; blocks of commands are not looked at.
fn mentions(text: &str) -> Vec<(usize, &str)> {
    let (mut fenced, mut found) = (false, vec![]);
    for (n, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            continue;
        }
        let spans = line.split('`').skip(1).step_by(2);
        let links =
            line.split("](").skip(1).filter_map(|l| l.split(')').next()).map(|l| l.split('#').next().unwrap_or(l));
        found.extend(spans.chain(links).map(|mention| (n + 1, mention)));
    }
    found
}
/// Whether a mention means a file of this project: it begins with a folder that is there, or ends as
/// its files do. Placeholders (`<slice>`, `*`) and what is made, not kept, mean none.
fn is_path(mention: &str, tops: &BTreeSet<&str>) -> bool {
    const MADE: [&str; 4] = ["target", "node_modules", "data", ".."];
    const ENDINGS: [&str; 12] = ["rs", "md", "toml", "sql", "html", "mjs", "scss", "tsv", "png", "svg", "njk", "json"];
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    let (first, rest) = mention.split_once('/').unwrap_or(("", mention));
    let ending = mention.rsplit_once('.').map_or("", |(_, ending)| ending);
    let made = MADE.contains(&first) || mention.contains("/dist/");
    let ours = match first {
        // `README.md` is meant to be there; `mod.rs` alone may be any.
        "" => ending == "md" || tops.contains(mention),
        _ => tops.contains(first) || ENDINGS.contains(&ending),
    };
    mention.chars().all(plain) && !made && !rest.is_empty() && !mention.starts_with('/') && ours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn missing(text: &str) -> Vec<String> {
        let files = [file("docs/HOW.md", text), file("kernel/src/lib.rs", ""), file("docs/pictures/a.png", "")];
        paths(&files).into_iter().map(|p| format!("{} {}", p.line, p.what)).collect()
    }

    #[test]
    fn a_path_that_is_not_there_is_named() {
        assert_eq!(missing("\nSee `kernel/src/gone.rs`"), ["2 `kernel/src/gone.rs` does not exist"]);
        assert_eq!(missing("`NONE.md`"), ["1 `NONE.md` does not exist"]);
        assert_eq!(missing("![a page](pictures/b.png)"), ["1 `pictures/b.png` does not exist"]);
    }
    #[test]
    fn what_is_there_or_is_no_path_is_let_through() {
        let fine = "`kernel/src/lib.rs`, `kernel/src/`, [a](pictures/a.png), [b](../elsewhere), `GET /children/{id}`, \
                    `practice/<slice>/clocks.rs`, `and/or`, `data/loxley.sqlite`, https://example.org/a.md\n\
                    ```\nkernel/src/gone.rs\n```\n[page](https://example.org/kernel/a.md) `cargo xtask run`";
        assert_eq!(missing(fine), [""; 0]);
    }
}
