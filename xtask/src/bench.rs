//! `cargo xtask bench`: measures on both databases and prints the table that `BENCHMARKS.md` holds.
//! What is measured, and its goal, is said by `loxley bench`; here it is only run and set out.
use crate::{Outcome, assets, bench_returns, postgres::Cluster, process, run, tools};
use clap::Args;
use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    time::{Instant, SystemTime},
};

#[derive(Args)]
pub(crate) struct Options {
    /// Measure only these, as `loxley bench --help` names them.
    only: Vec<String>,
    /// Write the table into BENCHMARKS.md, between the two marks that stand there.
    #[arg(long)]
    write: bool,
}
const BEGIN: &str = "<!-- measured: written by `cargo xtask bench --write` -->";
const END: &str = "<!-- /measured -->";
const COMPILE: &str = "compile";
const RETURNS: &str = "returns";

/// What was measured, in the order in which it was, for each database, and its goal.
#[derive(Default)]
struct Table(Vec<(String, BTreeMap<&'static str, String>)>);

pub(crate) fn bench(root: &Path, options: &Options) -> Outcome {
    assets::assets(root)?;
    run::build(root, &["build", "--quiet", "--release", "--workspace", "--bin", "loxley"])?;
    let loxley = tools::target(root).join("release/loxley");
    let logs = tools::target(root).join("xtask");
    std::fs::create_dir_all(&logs).map_err(|e| format!("Could not make {}: {e}", logs.display()))?;
    let cluster = Cluster::start(&tools::POSTGRES.demand()?, &logs.join("postgres.log"))?;
    let beside = process::ask(Command::new(&loxley).args(["bench", "--beside"]))?;
    for name in std::iter::once("").chain(beside.lines()) {
        let sql = format!("CREATE DATABASE bench{name}");
        process::ask(Command::new("psql").args(["-qc", &sql, &format!("{}/postgres", cluster.url)]))?;
    }
    let folder = crate::town::fresh_folder(root, "bench")?;
    let file = folder.join("bench.sqlite");
    let made_return = a_return(root, &folder)?;

    let mut table = Table::default();
    let mut names = options.only.clone();
    if names.is_empty() {
        names = process::ask(Command::new(&loxley).args(["bench", "--list"]))?.lines().map(str::to_owned).collect();
        names.extend([RETURNS.to_owned(), COMPILE.to_owned()]);
    }
    for name in names {
        if name == COMPILE {
            table.set("an edit of one page compiled", "either", compile(root)?);
            continue;
        }
        if name == RETURNS {
            for [what, figure, goal] in bench_returns::rows(root, &loxley, &folder)? {
                table.set(&what, "either", figure);
                table.set(&what, "goal", goal);
            }
            continue;
        }
        for (database, url) in
            [("SQLite", file.display().to_string()), ("PostgreSQL", format!("{}/bench", cluster.url))]
        {
            let mut command = Command::new(&loxley);
            command.args(["bench", &name, "--database-url", &url]).current_dir(root);
            if let Some(made) = made_return.as_ref().filter(|_| name == "import") {
                command.args(["--today", "2027-04-01"]).env("LOXLEY_BENCH_RETURN", made);
            }
            let ran = process::stream(command, &logs.join(format!("bench-{name}-{database}.log")))
                .map_err(|e| format!("Could not run `loxley bench {name}`: {e}"))?;
            if !ran.ok {
                return Err(format!("`loxley bench {name}` failed on {database}: what it said stands above."));
            }
            table.read(&ran.said, database);
        }
    }
    let text = table.text();
    println!("\n{text}");
    if options.write { write(&root.join("BENCHMARKS.md"), &text) } else { Ok(()) }
}

/// A return of 10,000 children, made by the generator that stands in the shared folder; `None`, and
/// said, where there is none.
pub(crate) fn a_return(root: &Path, folder: &Path) -> Result<Option<PathBuf>, String> {
    let Some(generator) = tools::shared(root).map(|s| s.join("peers/gen_903.py")).filter(|g| g.is_file()) else {
        println!("skipped: the import of a return, because no shared folder holds peers/gen_903.py");
        return Ok(None);
    };
    let made = folder.join("return");
    process::ask(Command::new("python3").arg(generator).arg("10000").arg(&made))?;
    Ok(Some(made.join("this_year")))
}

impl Table {
    fn set(&mut self, what: &str, column: &'static str, value: String) {
        let place = self.0.iter().position(|row| row.0 == what).unwrap_or_else(|| {
            self.0.push((what.to_owned(), BTreeMap::new()));
            self.0.len() - 1
        });
        self.0[place].1.insert(column, value);
    }
    /// Reads lines such as `| visit kept, p95 | 12.4 ms | 20 ms |`: what, the figure, its goal or nothing.
    fn read(&mut self, said: &str, database: &'static str) {
        for line in said.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            if let ["", what, figure, goal, ""] = cells.as_slice() {
                self.set(what, database, (*figure).to_owned());
                self.set(what, "goal", (*goal).to_owned());
            }
        }
    }
    fn text(&self) -> String {
        let mut text = "| what | SQLite | PostgreSQL | goal |\n|---|---|---|---|\n".to_owned();
        for (what, columns) in &self.0 {
            let cell = |name: &str| columns.get(name).or(columns.get("either")).map_or("", String::as_str);
            let goal = columns.get("goal").map_or("", String::as_str);
            text.push_str(&format!("| {what} | {} | {} | {goal} |\n", cell("SQLite"), cell("PostgreSQL")));
        }
        text
    }
}
fn write(file: &Path, text: &str) -> Outcome {
    let trouble = |e: std::io::Error| format!("{}: {e}", file.display());
    let old = std::fs::read_to_string(file).map_err(trouble)?;
    let marks = old.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let Some((before, after)) = marks else {
        return Err(format!("{} lacks the marks {BEGIN} and {END}", file.display()));
    };
    std::fs::write(file, format!("{before}{BEGIN}\n{text}{END}{after}")).map_err(trouble)
}
/// How long whoever changes one page waits for the debug binary.
fn compile(root: &Path) -> Result<String, String> {
    let build = ["build", "--quiet", "--workspace", "--bin", "loxley"];
    run::build(root, &build)?;
    let page = a_page(&root.join("casework/src")).ok_or("casework has no page yet")?;
    #[expect(clippy::disallowed_methods, reason = "cargo compares files by the hour at which they were changed")]
    let now = SystemTime::now();
    File::options()
        .append(true)
        .open(&page)
        .and_then(|f| f.set_modified(now))
        .map_err(|e| format!("{}: {e}", page.display()))?;
    let begun = Instant::now();
    run::build(root, &build)?;
    Ok(format!("{:.1} s", begun.elapsed().as_secs_f64()))
}
/// A page is a Rust file beside a template of the same name.
fn a_page(folder: &Path) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|e| e.path()).collect();
    entries.sort();
    entries.iter().find_map(|path| match path.is_dir() {
        true => a_page(path),
        false => {
            let page = path.with_extension("rs");
            (path.extension()? == "html" && page.is_file()).then_some(page)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_both_databases_stand_in_one_row_in_the_order_of_measuring() {
        let mut table = Table::default();
        table.read("making the town\n| visit kept, p95 | 12.4 ms | 20 ms |\n", "SQLite");
        table.read("| visit kept, p95 | 15.0 ms | 20 ms |\n| memory | 80 MB | |\n", "PostgreSQL");
        table.set("compiled", "either", "9.0 s".into());
        assert_eq!(
            table.text(),
            "| what | SQLite | PostgreSQL | goal |\n|---|---|---|---|\n| visit kept, p95 | 12.4 ms | 15.0 ms | 20 ms |\n\
             | memory |  | 80 MB |  |\n| compiled | 9.0 s | 9.0 s |  |\n"
        );
    }
    #[test]
    fn the_table_is_written_between_its_marks_and_nowhere_else() {
        let file = std::env::temp_dir().join(format!("loxley-bench-{}.md", std::process::id()));
        std::fs::write(&file, format!("Before\n{BEGIN}\nold\n{END}\nAfter\n")).expect("a file");
        write(&file, "new\n").expect("written");
        assert_eq!(std::fs::read_to_string(&file).expect("read"), format!("Before\n{BEGIN}\nnew\n{END}\nAfter\n"));
        std::fs::write(&file, "no marks").expect("a file");
        assert!(write(&file, "new").is_err_and(|why| why.contains("lacks the marks")));
        std::fs::remove_file(file).expect("cleared up");
    }
}
