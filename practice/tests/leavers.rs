//! The statuses of leavers against cases that others wrote, and what must hold of every life.
use practice::leavers::cases;
use std::{env, fs, path::PathBuf};

/// The file of cases beside the project, or where `LOXLEY_SHARED` says.
fn shared() -> PathBuf {
    let folder = env::var_os("LOXLEY_SHARED").map_or_else(|| PathBuf::from("../../shared"), PathBuf::from);
    folder.join("domain/leaver_cases.tsv")
}
#[test]
fn every_case_that_others_wrote_comes_to_what_it_says() {
    let Ok(text) = fs::read_to_string(shared()) else {
        eprintln!("SKIPPED: {} is not here, so no case of others was run", shared().display());
        return;
    };
    let cases = cases::read(&text);
    assert!(cases.len() >= 45, "only {} cases", cases.len());
    let wrong = cases.into_iter().filter_map(|case| match case {
        Ok(case) => case.disagreement().map(|why| format!("{} {}\n  {why}", case.id, case.title)),
        Err(why) => Some(why),
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
