//! `cargo xtask new`: the beginning of a clock, a page or a part of the work, from `xtask/templates`,
//! with its line in each list that must name it. What it writes compiles and passes its tests; what
//! it says of the world is yours to write.
use crate::{
    Outcome,
    new_rule::{Return, new_rule},
    process, tools,
};
use clap::{Args, Subcommand};
use std::{fs, path::Path};

#[derive(Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}
#[derive(Subcommand)]
enum What {
    /// A clock: something starts it, something stops it, and a day by which.
    Clock {
        /// Its name in URLs and queries: second_review.
        name: String,
        /// The part of the work it belongs to: protection.
        #[arg(long)]
        part: String,
        /// Its code in the reference of clocks: P19.
        #[arg(long)]
        code: String,
    },
    /// A rule of a return, in its place in the list.
    Rule {
        /// The return that it is of.
        of: Return,
        /// Its code as the department writes it: 8825Q.
        code: String,
    },
    /// A page: its Rust beside its template, in the lists of its part of the work.
    Page {
        /// Its name as a file: health_history.
        name: String,
        /// The part of the work it belongs to: people.
        #[arg(long)]
        part: String,
        /// Its address. With {child} in it, leave is asked for that child; else for everyone in reach.
        #[arg(long)]
        path: String,
    },
    /// A part of the work, with its own facts.
    Slice {
        /// Its name in law, tables and URLs: early_help.
        name: String,
    },
}
/// A file that is written anew.
struct Fresh {
    path: String,
    text: &'static str,
}
/// A line that joins a list: it is put behind the first `after` that follows the first `within`.
struct Line {
    path: String,
    within: &'static str,
    after: &'static str,
    text: &'static str,
}

pub(crate) fn new(root: &Path, options: &Options) -> Outcome {
    let (name, words, files, lines) = match &options.what {
        What::Clock { name, part, code } => {
            let (files, lines) = clock(root, name, part)?;
            (name, vec![("{part}", part.clone()), ("{code}", code.clone())], files, lines)
        }
        What::Page { name, part, path } => {
            let (files, lines) = page(root, name, part, path)?;
            let leave = if path.contains("{child}") { "Allowed" } else { "Within" };
            let words = [("{part}", part.as_str()), ("{path}", path), ("{Leave}", leave)];
            (name, words.map(|(mark, word)| (mark, word.to_owned())).to_vec(), files, lines)
        }
        What::Slice { name } => (name, vec![], slice(name).0, slice(name).1),
        What::Rule { of, code } => return new_rule(root, *of, code),
    };
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        return Err(format!("`{name}` is no name: use lower case with underscores, as in second_review."));
    }
    let filled = |text: &str| words.iter().fold(fill(text, name), |text, (mark, word)| text.replace(mark, word));
    if let Some(there) = files.iter().find(|f| root.join(&f.path).exists()) {
        return Err(format!("{} is there already: take another name, or change that file.", there.path));
    }
    // Every list is changed before anything is written: a project half changed would help nobody.
    let mut changed: Vec<(String, String)> = vec![];
    for Line { path, within, after, text } in &lines {
        let at = changed.iter().position(|(p, _)| p == path);
        let old = match at {
            Some(at) => changed.swap_remove(at).1,
            None => fs::read_to_string(root.join(path)).map_err(|e| format!("{path}: {e}"))?,
        };
        let new = insert(&old, within, after, &filled(text)).ok_or_else(|| {
            format!("{path} has no `{within}` followed by `{after}`: add `{}` by hand.", filled(text))
        })?;
        changed.push((path.clone(), new));
    }
    changed.extend(files.iter().map(|f| (f.path.clone(), filled(f.text))));
    for (path, text) in &changed {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap_or(root))
            .and_then(|()| fs::write(&file, text))
            .map_err(|e| format!("{path}: {e}"))?;
        println!("{path}");
    }
    process::ask(tools::cargo(root).args(["fmt", "--all"]))?;
    let of = if matches!(options.what, What::Page { .. }) { "casework" } else { "practice" };
    println!("\nNow read what was written and say what is true; `cargo test -p {of}` tells what is missing.");
    Ok(())
}

fn clock(root: &Path, name: &str, part: &str) -> Result<(Vec<Fresh>, Vec<Line>), String> {
    let list = [format!("practice/src/{part}/clocks/mod.rs"), format!("practice/src/{part}/clocks.rs")]
        .into_iter()
        .find(|path| root.join(path).is_file())
        .ok_or_else(|| {
            format!("practice/src/{part} has no clocks yet: give it a clocks.rs with its list CLOCKS, as missing has.")
        })?;
    let path = format!("practice/src/{part}/clocks/{name}.rs");
    let file = Fresh { path, text: include_str!("../templates/clock/clock.rs") };
    let module = Line { path: list.clone(), within: "//!", after: "\n", text: "mod {name};\n" };
    let listed = Line { path: list, within: "pub const CLOCKS: &[&Clock] =", after: "&[", text: "&{name}::{NAME}, " };
    Ok((vec![file], vec![listed, module]))
}
fn page(root: &Path, name: &str, part: &str, path: &str) -> Result<(Vec<Fresh>, Vec<Line>), String> {
    let list = format!("casework/src/{part}/mod.rs");
    if !root.join(&list).is_file() {
        return Err(format!("casework/src/{part} is no part with pages: name one that is, as people."));
    }
    if !path.starts_with('/') {
        return Err(format!("`{path}` is no address: begin it with a slash, as /children/{{child}}/health-history."));
    }
    let files = vec![
        Fresh { path: format!("casework/src/{part}/{name}.rs"), text: include_str!("../templates/page/page.rs") },
        Fresh { path: format!("casework/src/{part}/{name}.html"), text: include_str!("../templates/page/page.html") },
    ];
    let line = |within, after, text| Line { path: list.clone(), within, after, text };
    let lines = vec![
        line("pub fn pages(p: Pages) -> Pages {", "p", ".get(\"{path}\", {name}::show)"),
        line("pub const PAGES: &[&Page] =", "&[", "&{name}::PAGE, "),
        line("//!", "\n", "mod {name};\n"),
    ];
    Ok((files, lines))
}
fn slice(name: &str) -> (Vec<Fresh>, Vec<Line>) {
    let files = vec![
        Fresh { path: format!("practice/src/{name}/mod.rs"), text: include_str!("../templates/slice/mod.rs") },
        Fresh { path: format!("practice/src/{name}/facts.rs"), text: include_str!("../templates/slice/facts.rs") },
    ];
    let lines = vec![
        Line {
            path: "practice/src/lib.rs".into(),
            within: "pub mod workforce;",
            after: "\n",
            text: "pub mod {name};\n",
        },
        Line {
            path: "practice/src/fact.rs".into(),
            within: "pub enum Fact {",
            after: "Workforce(crate::workforce::Fact),\n",
            text: "    {Name}(crate::{name}::Fact),\n",
        },
    ];
    (files, lines)
}

/// `{name}` second_review, `{NAME}` SECOND_REVIEW, `{Name}` SecondReview, `{title}` Second review.
fn fill(text: &str, name: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let camel: String = name.split('_').filter(|w| !w.is_empty()).map(capital).collect();
    let title = if name.is_empty() { String::new() } else { capital(&name.replace('_', " ")) };
    text.replace("{NAME}", &name.to_ascii_uppercase())
        .replace("{Name}", &camel)
        .replace("{title}", &title)
        .replace("{name}", name)
}
/// A text's head of `//!` lines counts as one when that is where to look.
fn insert(old: &str, within: &str, after: &str, text: &str) -> Option<String> {
    let from = match within {
        "//!" => {
            old.lines().take_while(|l| l.starts_with(within)).map(|l| l.len() + 1).sum::<usize>().checked_sub(1)?
        }
        _ => old.find(within)? + within.len(),
    };
    let at = from + old[from..].find(after)? + after.len();
    Some(format!("{}{text}{}", &old[..at], &old[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_each_place_writes_names() {
        assert_eq!(
            fill("{name} {NAME} {Name} {title}", "second_review"),
            "second_review SECOND_REVIEW SecondReview Second review"
        );
    }
    #[test]
    fn a_line_joins_its_list_and_a_list_that_is_gone_is_said() {
        let old = "//! One.\n//! Two.\nmod a;\npub const CLOCKS: &[&Clock] =\n    &[&a::A];\n";
        assert_eq!(
            insert(old, "//!", "\n", "mod b;\n").as_deref(),
            Some(old.replace("mod a", "mod b;\nmod a")).as_deref()
        );
        let listed = insert(old, "pub const CLOCKS: &[&Clock] =", "&[", "&b::B, ");
        assert!(listed.is_some_and(|new| new.contains("    &[&b::B, &a::A];")));
        assert_eq!(insert("mod a;\n", "pub const CLOCKS: &[&Clock] =", "&[", "&b::B, "), None);
    }
    #[test]
    fn every_part_that_has_pages_takes_one_more() {
        let root = crate::root();
        let parts = fs::read_dir(root.join("casework/src")).expect("the parts of the work").flatten();
        let mut taken = 0;
        for part in parts.map(|entry| entry.file_name().into_string().expect("a name")) {
            let list = format!("casework/src/{part}/mod.rs");
            if !fs::read_to_string(root.join(&list)).is_ok_and(|text| text.contains("fn pages(p: Pages) -> Pages {")) {
                continue;
            }
            let (files, lines) = page(&root, "second_look", &part, "/second-look").expect("a part with pages");
            let mut text = fs::read_to_string(root.join(&list)).expect("its list");
            for Line { path, within, after, text: line } in &lines {
                assert_eq!(path, &list);
                text = insert(&text, within, after, &fill(line, "second_look")).expect(within);
            }
            for line in ["mod second_look;", "&second_look::PAGE", "second_look::show)"] {
                assert_eq!(text.matches(line).count(), 1, "{part}: {line}");
            }
            assert!(files.iter().all(|f| !root.join(&f.path).exists()));
            taken += 1;
        }
        assert!(taken >= 6, "{taken} parts have pages");
        assert!(page(&root, "a", "nowhere", "/a").err().is_some_and(|why| why.contains("no part with pages")));
        assert!(page(&root, "a", "people", "a").err().is_some_and(|why| why.contains("begin it with a slash")));
    }
    /// That it compiles, only writing one for true can show; that it is Rust, rustfmt says.
    #[test]
    fn what_is_written_is_rust() {
        let root = crate::root();
        let (mut files, _) = page(&root, "second_look", "people", "/children/{child}/second-look").expect("a page");
        files.extend(clock(&root, "second_look", "protection").expect("a clock").0);
        files.extend(slice("second_look").0.into_iter().filter(|f| f.path.ends_with("facts.rs")));
        let words = [("{part}", "people"), ("{path}", "/children/{child}"), ("{Leave}", "Allowed"), ("{code}", "P99")];
        let folder = std::env::temp_dir().join(format!("loxley-new-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for file in files.iter().filter(|f| f.path.ends_with(".rs")) {
            let text = words.iter().fold(fill(file.text, "second_look"), |text, (mark, word)| text.replace(mark, word));
            assert!(!text.contains("{n") && !text.contains("{N"), "{}: a mark is left", file.path);
            let path = folder.join("written.rs");
            fs::write(&path, text).expect("written");
            let asked = process::ask(std::process::Command::new("rustfmt").args(["--edition", "2024"]).arg(&path));
            asked.unwrap_or_else(|why| panic!("{}: {why}", file.path));
        }
        fs::remove_dir_all(folder).expect("cleared up");
    }
}
