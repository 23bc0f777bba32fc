//! How long `loxley check` takes: the whole process, from files to report, medians of five.
use crate::{process, tools};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What is checked, how many children, the goal, and of which other row this one may take eleven times as long.
const RUNS: [(&str, u32, Goal); 5] = [
    ("903", 10_000, Goal::Seconds(0.5)),
    ("903", 100_000, Goal::TimesTheOneBefore(11.0)),
    ("CIN", 5_000, Goal::Seconds(0.25)),
    ("CIN", 20_000, Goal::Seconds(1.0)),
    ("CIN", 200_000, Goal::TimesTheOneBefore(11.0)),
];
enum Goal {
    Seconds(f64),
    TimesTheOneBefore(f64),
}
const TIMES: usize = 5;

/// A row each: what was measured, the figure, its goal. None, and said, without the generators.
pub(crate) fn rows(root: &Path, loxley: &Path, folder: &Path) -> Result<Vec<[String; 3]>, String> {
    let Some(peers) = tools::shared(root).map(|s| s.join("peers")).filter(|p| p.is_dir()) else {
        println!("skipped: checking returns, because no shared folder holds their generators");
        return Ok(Vec::new());
    };
    let (mut rows, mut before) = (Vec::new(), 0.0);
    rows.push(recheck(loxley, &peers, folder)?);
    for (which, children, goal) in RUNS {
        let made = make(&peers, which, children, folder)?;
        let mut taken = Vec::new();
        for _ in 0..TIMES {
            taken.push(once(loxley, &made)?);
        }
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (seconds, memory) = (taken[TIMES / 2].0, taken.iter().map(|t| t.1).max().unwrap_or(0) / 1024);
        let what = format!("a {which} of {children} children checked");
        let row = match goal {
            Goal::Seconds(goal) => [what, format!("{seconds:.2} s, {memory} MB"), format!("{goal} s")],
            Goal::TimesTheOneBefore(goal) => {
                let times = seconds / before;
                [
                    what,
                    format!("{seconds:.2} s ({times:.1} times the one before), {memory} MB"),
                    format!("{goal} times"),
                ]
            }
        };
        println!("| {} |", row.join(" | "));
        rows.push(row);
        before = seconds;
        // Half a gigabyte that nobody needs any more.
        if made.is_dir() { fs::remove_dir_all(&made) } else { fs::remove_file(&made) }.map_err(|e| e.to_string())?;
    }
    Ok(rows)
}
/// One cell corrected in a return of 10,000 children; `loxley bench` times it, because a process would be all start.
fn recheck(loxley: &Path, peers: &Path, folder: &Path) -> Result<[String; 3], String> {
    let made = make(peers, "903", 10_000, folder)?;
    let mut command = Command::new(loxley);
    command.args(["bench", "recheck", "--path"]).arg(made.join("this_year"));
    let said = process::ask(&mut command)?;
    fs::remove_dir_all(&made).map_err(|e| e.to_string())?;
    let cells: Vec<&str> = said.split('|').map(str::trim).collect();
    match cells.as_slice() {
        ["", what, figure, goal, ..] => Ok([*what, *figure, *goal].map(str::to_owned)),
        _ => Err(format!("`loxley bench recheck` said {said:?}")),
    }
}
fn make(peers: &Path, which: &str, children: u32, folder: &Path) -> Result<PathBuf, String> {
    let made = folder.join(format!("{which}-{children}{}", if which == "CIN" { ".xml" } else { "" }));
    let script = peers.join(if which == "CIN" { "gen_cin.py" } else { "gen_903.py" });
    process::ask(Command::new("python3").arg(script).arg(children.to_string()).arg(&made))?;
    Ok(made)
}
/// Seconds, and the most memory in kB.
fn once(loxley: &Path, made: &Path) -> Result<(f64, u64), String> {
    let mut command = Command::new(loxley);
    match made.is_dir() {
        true => command.arg("check").arg(made.join("this_year")).arg("--prior").arg(made.join("prev_year")),
        false => command.arg("check").arg(made),
    };
    command.args(["--format", "csv"]).stdout(Stdio::null()).stderr(Stdio::piped());
    let begun = Instant::now();
    let mut child = command.spawn().map_err(|e| format!("Could not run loxley check: {e}"))?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut memory = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let line = text.lines().find(|l| l.starts_with("VmHWM"));
            memory = line.and_then(|l| l.split_whitespace().nth(1)?.parse().ok()).unwrap_or(memory);
        }
        match child.try_wait().map_err(|e| e.to_string())? {
            // 1: it found errors, as it should.
            Some(ended) if matches!(ended.code(), Some(0 | 1 | 3)) => {
                return Ok((begun.elapsed().as_secs_f64(), memory));
            }
            Some(ended) => return Err(format!("loxley check ended with {ended}")),
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}
