//! The rules against cases that others wrote, and against the published list of codes. Both stand outside the project;
//! without them this says so and tests nothing.
use returns::check::conformance::{KNOWN, OthersCase, Outcome};
use std::{collections::BTreeMap, fs, path::PathBuf};

fn shared(file: &str) -> Option<String> {
    let folder = std::env::var_os("LOXLEY_SHARED").map_or_else(|| PathBuf::from("../../shared"), PathBuf::from);
    let found = fs::read_to_string(folder.join("returns").join(file)).ok();
    if found.is_none() {
        println!("skipped: {} holds no returns/{file}", folder.display());
    }
    found
}

#[test]
fn other_peoples_cases_are_answered_as_they_expect() {
    let only = std::env::var("ONLY_RULES").unwrap_or_default();
    let only: Vec<&str> = only.split(',').filter(|c| !c.is_empty()).collect();
    let (mut passed, mut failed) = (0, BTreeMap::new());
    for file in ["cases_903.jsonl", "cases_cin.jsonl"] {
        let Some(text) = shared(file) else { continue };
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let case = OthersCase::read(line).unwrap_or_else(|e| panic!("{file} line {}: {e}", n + 1));
            if !only.is_empty() && !only.contains(&case.rule.as_str()) {
                continue;
            }
            match case.run(&[&returns::ssda903::FORM, &returns::cin::FORM]) {
                Outcome::Failed(_) if KNOWN.iter().any(|(code, _)| *code == case.rule) => {}
                Outcome::Failed(why) => {
                    failed.insert((file, n + 1), format!("{} ({file} line {}): {why}", case.rule, n + 1));
                }
                _ => passed += 1,
            }
        }
    }
    println!("{passed} passed, {} failed", failed.len());
    assert!(failed.is_empty(), "{}", failed.into_values().collect::<Vec<_>>().join("\n"));
}
#[test]
fn every_published_rule_is_here_in_every_year_in_which_it_is_in_force() {
    let mut missing = Vec::new();
    for (file, form) in [("rules_903.tsv", &returns::ssda903::FORM), ("rules_cin.tsv", &returns::cin::FORM)] {
        let Some(text) = shared(file) else { continue };
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let year = |text: &str| returns::check::collection(text);
            let (code, since, until) = (cells[0], year(cells[2]).expect("a year"), year(cells[3]));
            let last = returns::check::LAST;
            let in_force = |y: i16| form.rule(code).is_some_and(|rule| rule.version(y).is_some());
            if !in_force(since) || !in_force(until.unwrap_or(last)) {
                missing.push(format!("{file}: {code} from {} to {}", cells[2], cells[3]));
            }
        }
    }
    println!("{} versions are not here", missing.len());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The cases once more, written out as the files that a council would send and read back by the readers that it uses.
#[test]
fn the_cases_come_out_the_same_through_real_files() {
    let (mut passed, mut failed) = (0, Vec::new());
    let Some(text) = shared("cases_903.jsonl") else { return };
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let case = OthersCase::read(line).unwrap_or_else(|e| panic!("line {}: {e}", n + 1));
        if KNOWN.iter().any(|(code, _)| *code == case.rule) {
            continue;
        }
        match case.run_through_files(&returns::ssda903::FORM) {
            Outcome::Failed(why) => failed.push(format!("{} (line {}): {why}", case.rule, n + 1)),
            _ => passed += 1,
        }
    }
    println!("{passed} passed, {} failed", failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
/// Rules of the census of which some case stands in a form that no XML has: its tables are asked as they are.
/// `CONFORMANCE.md` says the same.
const NOT_IN_XML: &[(&str, &str)] = &[
    ("8720", "a plan without an id: the reader counts the plans of a child, so that each has one"),
    ("8869", "one assessment in two rows with a factor each: in XML they are two assessments"),
    ("8873Q", "a census that has no element for the end of an assessment: in XML a blank one is not done"),
];

/// The cases of the census once more, written as the XML that a council would send and read back.
#[test]
fn the_cases_of_the_census_come_out_the_same_through_real_xml() {
    let (mut passed, mut failed, mut apart) = (0, Vec::new(), Vec::new());
    let Some(text) = shared("cases_cin.jsonl") else { return };
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let case = OthersCase::read(line).unwrap_or_else(|e| panic!("line {}: {e}", n + 1));
        match case.run_through_xml(&returns::cin::FORM) {
            Some(Outcome::Failed(_)) | None if NOT_IN_XML.iter().any(|(code, _)| *code == case.rule) => {
                apart.push(case.rule);
            }
            None => failed.push(format!("{} (line {}): holds no child", case.rule, n + 1)),
            Some(Outcome::Failed(why)) => failed.push(format!("{} (line {}): {why}", case.rule, n + 1)),
            Some(_) => passed += 1,
        }
    }
    println!("{passed} passed, {} failed; not to be said in XML: {apart:?}", failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let stale = NOT_IN_XML.iter().filter(|(code, _)| !apart.iter().any(|rule| rule == code));
    assert_eq!(stale.collect::<Vec<_>>(), [&("", ""); 0], "they can be said after all");
}
/// What stands in `CONFORMANCE.md` is what the command excuses.
#[test]
fn where_we_differ_is_written_down_with_its_reason() {
    const BEGIN: &str = "<!-- known: written by `UPDATE_SNAPSHOTS=1 cargo test -p returns --test conformance` -->\n";
    const END: &str = "<!-- /known -->";
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("CONFORMANCE.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (head, rest) = page.split_once(BEGIN).expect("where the list begins");
    let (list, tail) = rest.split_once(END).expect("where it ends");
    let rows: String = KNOWN.iter().map(|(code, why)| format!("| {code} | {why} |\n")).collect();
    let known = format!("| rule of the 903 | why |\n|---|---|\n{rows}");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, format!("{head}{BEGIN}{known}{END}{tail}")).expect("the page is written");
    } else {
        assert_eq!(list, known, "write it anew with UPDATE_SNAPSHOTS=1");
    }
    for (code, why) in NOT_IN_XML {
        assert!(page.contains(&format!("| {code} | {why} |")), "{code} does not stand in the page");
    }
    for (code, _) in KNOWN {
        assert!(returns::ssda903::FORM.rule(code).is_some(), "there is no rule {code}");
    }
}
