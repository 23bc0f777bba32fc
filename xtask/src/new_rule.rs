//! `cargo xtask new rule`: a file for a rule of a return, in force from the last collection that the rules know, its
//! line among the modules of its return and its line in the list.
use crate::{Outcome, process, tools};
use clap::ValueEnum;
use std::{fs, path::Path};

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Return {
    #[value(name = "903")]
    Ssda903,
    Cin,
}
impl Return {
    fn folder(self) -> &'static str {
        match self {
            Return::Ssda903 => "returns/src/ssda903/rules",
            Return::Cin => "returns/src/cin/rules",
        }
    }
    fn template(self) -> &'static str {
        match self {
            Return::Ssda903 => include_str!("../templates/rule/903.rs"),
            Return::Cin => include_str!("../templates/rule/cin.rs"),
        }
    }
}

pub(crate) fn new_rule(root: &Path, of: Return, code: &str) -> Outcome {
    if code.is_empty() || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("`{code}` is no code of a rule: write it as the department does, as in 8825Q."));
    }
    let read = |path: &str| fs::read_to_string(root.join(path)).map_err(|e| format!("{path}: {e}"));
    let module = module(code);
    let path = format!("{}/{module}.rs", of.folder());
    if root.join(&path).exists() {
        return Err(format!("{path} is there already: give that rule another version."));
    }
    let engine = "returns/src/check/rule.rs";
    let year = last_year(&read(engine)?).ok_or_else(|| format!("{engine} has no `pub const LAST: i16 = `."))?;
    let (modules, list) = (format!("{}/mod.rs", of.folder()), format!("{}/list.rs", of.folder()));
    let code_of = |other: &str| code_in(&read(&format!("{}/{other}.rs", of.folder())).ok()?);
    let named = with_module(&read(&modules)?, &module)
        .ok_or_else(|| format!("{modules} has no `mod prelude;`: add {module} by hand."))?;
    let listed = listed(&read(&list)?, code, code_of)
        .ok_or_else(|| format!("{list} has no list `RULES`: add {module} by hand."))?;
    for (path, text) in [(&path, filled(of.template(), code, &year)), (&modules, named), (&list, listed)] {
        fs::write(root.join(path), text).map_err(|e| format!("{path}: {e}"))?;
        println!("{path}");
    }
    process::ask(tools::cargo(root).args(["fmt", "--package", "returns"]))?;
    println!("\nNow write its cases, then what it asks; `cargo test -p returns --lib check` runs them.");
    Ok(())
}
fn filled(template: &str, code: &str, year: &str) -> String {
    let level = if code.ends_with('Q') { "Query" } else { "Error" };
    template.replace("{code}", code).replace("{level}", level).replace("{year}", year)
}
/// 8825Q stands in r8825q, INT31 in r_int31.
fn module(code: &str) -> String {
    let between = if code.starts_with(|c: char| c.is_ascii_alphabetic()) { "_" } else { "" };
    format!("r{between}{}", code.to_ascii_lowercase())
}
fn last_year(engine: &str) -> Option<String> {
    let (_, rest) = engine.split_once("pub const LAST: i16 = ")?;
    rest.split_once(';').map(|(year, _)| year.to_owned())
}
/// The code in a rule's file, as the department writes it.
fn code_in(rule: &str) -> Option<String> {
    Some(rule.split_once("code: \"")?.1.split_once('"')?.0.to_owned())
}
/// The module that a line of the list names.
fn named(line: &str) -> Option<&str> {
    line.trim().strip_prefix('&')?.strip_suffix("::RULE,")
}
/// The modules with this one among them. Where its line goes is left to `cargo fmt`.
fn with_module(old: &str, module: &str) -> Option<String> {
    old.contains("mod prelude;\n").then(|| old.replacen("mod prelude;\n", &format!("mod prelude;\nmod {module};\n"), 1))
}
/// The list with the rule in its place.
fn listed(old: &str, code: &str, code_of: impl Fn(&str) -> Option<String>) -> Option<String> {
    let (before, rules) = old.split_once("pub const RULES")?;
    let comes_later = |line: &&str| match named(line) {
        Some(other) => code_of(other).is_some_and(|other| place(&other) > place(code)),
        None => *line == "];",
    };
    let next = rules.lines().find(comes_later)?;
    let rules = rules.replacen(next, &format!("    &{}::RULE,\n{next}", module(code)), 1);
    Some(format!("{before}pub const RULES{rules}"))
}
/// Codes that begin with a figure come first, by their number, then those that begin with a letter.
fn place(code: &str) -> (bool, u32, &str) {
    let figures: String = code.chars().filter(char::is_ascii_digit).collect();
    (code.starts_with(|c: char| c.is_ascii_alphabetic()), figures.parse().unwrap_or(0), code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [Return; 2] = [Return::Ssda903, Return::Cin];

    fn list(of: Return) -> String {
        fs::read_to_string(crate::root().join(of.folder()).join("list.rs")).expect("the list of a return")
    }
    fn code_of(of: Return, module: &str) -> Option<String> {
        code_in(&fs::read_to_string(crate::root().join(of.folder()).join(format!("{module}.rs"))).ok()?)
    }
    #[test]
    fn both_lists_are_in_the_order_in_which_a_rule_is_put() {
        for of in LISTS {
            let codes: Vec<String> =
                list(of).lines().filter_map(named).map(|m| code_of(of, m).expect("a code")).collect();
            assert!(codes.len() > 100 && codes.is_sorted_by(|a, b| place(a) < place(b)), "{}", of.folder());
        }
    }
    #[test]
    fn a_rule_finds_its_place_in_both_lists() {
        for (of, code, after, before) in [
            (Return::Ssda903, "105B", "r105", "r112"),
            (Return::Ssda903, "2999", "r1016", "r3001"),
            (Return::Cin, "8816Q", "r8816", "r8820"),
            (Return::Cin, "99", "", "r100"),
            (Return::Cin, "PP99", "r_pp19", ""),
        ] {
            let (module, old) = (module(code), list(of));
            let new = listed(&old, code, |other| code_of(of, other)).expect("a list");
            assert_eq!(new.len(), old.len() + format!("    &{module}::RULE,\n").len());
            let line = |name: &str| format!("    &{name}::RULE,\n");
            let after = if after.is_empty() { "&[\n".to_owned() } else { line(after) };
            let before = if before.is_empty() { "];\n".to_owned() } else { line(before) };
            assert!(new.contains(&format!("{after}{}{before}", line(&module))), "{code}");
            let modules = fs::read_to_string(crate::root().join(of.folder()).join("mod.rs")).expect("the modules");
            assert!(with_module(&modules, &module).is_some_and(|new| new.contains(&format!("mod {module};\n"))));
        }
        assert_eq!(listed("no list", "1", |_| None), None);
        assert_eq!(with_module("no modules", "r1"), None);
    }
    #[test]
    fn a_rule_is_a_query_where_its_code_says_so_and_is_in_force_from_the_last_year() {
        let engine = fs::read_to_string(crate::root().join("returns/src/check/rule.rs")).expect("the engine");
        let year = last_year(&engine).expect("a year");
        assert!(year.parse::<i16>().is_ok_and(|year| year >= 2027));
        let text = filled(Return::Cin.template(), "8825Q", &year);
        assert!(text.contains("Level::Query") && text.contains(&format!("Version::since({year}")));
        assert!(filled(Return::Cin.template(), "8826", &year).contains("Level::Error"));
        assert!(LISTS.iter().all(|of| !filled(of.template(), "1", &year).contains("{code}")));
    }
}
