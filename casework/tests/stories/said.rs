//! What a command says on the standard output may be read to the end or not: `loxley clocks | head` ends as it would
//! have, and says nothing of it.
use std::{
    io::pipe,
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::set_up::RETURN;

fn ran(folder: &Path, words: &[&str], heard: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loxley"));
    command.args(words).current_dir(folder).env("LOXLEY_DATABASE_URL", "said.sqlite").stderr(Stdio::piped());
    if heard {
        command.stdout(Stdio::piped());
    } else {
        let (nobody, pipe) = pipe().unwrap();
        drop(nobody);
        command.stdout(pipe);
    }
    command.spawn().unwrap().wait_with_output().unwrap()
}
#[test]
fn a_command_that_nobody_hears_to_the_end_ends_as_it_would_have() {
    let folder = std::env::temp_dir().join(format!("said-{}", kernel::chance::id()));
    std::fs::create_dir_all(folder.join("return")).unwrap();
    for (name, text) in RETURN {
        std::fs::write(folder.join("return").join(name), text).unwrap();
    }
    for words in [
        "pages",
        "explain 903/356",
        "check return",
        "check return --format csv",
        "import 903 return --dry-run",
        "stats",
        "clocks",
        "clocks --json",
        "audit verify",
        "rebuild --check",
        "bench --list",
        "bench rebuild",
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let (heard, unheard) = (ran(&folder, &words, true), ran(&folder, &words, false));
        assert!(!heard.stdout.is_empty(), "{words:?} says something");
        assert_eq!(heard.status.code(), unheard.status.code(), "{words:?}");
        assert_eq!(String::from_utf8_lossy(&heard.stderr), String::from_utf8_lossy(&unheard.stderr), "{words:?}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
