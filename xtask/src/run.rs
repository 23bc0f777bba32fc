//! `cargo xtask run`: from a fresh clone to a page in a browser, with one command.
use crate::{Outcome, assets, process, tools};
use clap::Args;
use std::{
    fs::File,
    io::ErrorKind,
    net::{SocketAddr, TcpListener},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

#[derive(Args)]
pub(crate) struct Options {
    /// An SQLite file, or postgres://…; without one there is a file in the folder data.
    #[arg(long)]
    database_url: Option<String>,
    /// The address to serve on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    bind: SocketAddr,
    /// How large a town to make where there is none: small, default or tenfold.
    #[arg(long, default_value = "default")]
    size: String,
}

pub(crate) fn run(root: &Path, options: &Options) -> Outcome {
    // Everything that can be wrong is asked before the minutes of the first build.
    for tool in [tools::CARGO, tools::NODE, tools::NPM] {
        tool.demand()?;
    }
    port_is_free(options.bind)?;
    let loxley = tools::target(root).join("release/loxley");
    disk_has_room(root, loxley.is_file())?;
    let database = match &options.database_url {
        Some(url) => url.clone(),
        None => in_data(root)?.display().to_string(),
    };
    assets::assets(root)?;
    println!("Building Loxley{}", if loxley.is_file() { "" } else { " (the first time takes some minutes)" });
    build(root, &["build", "--quiet", "--release", "--workspace", "--bin", "loxley"])?;
    if lives_on(&loxley, &database)? {
        let made = Command::new(&loxley)
            .args(["town", "--size", &options.size, "--database-url", &database])
            .status()
            .map_err(|e| format!("Could not start {}: {e}", loxley.display()))?;
        if !made.success() {
            return Err(format!("The town in {database} could not be made: what went wrong stands above."));
        }
    }
    print_later(root, &loxley)?;
    // Becomes the server, so that Ctrl-C reaches it and nothing stands between.
    let why =
        Command::new(&loxley).args(["serve", "--database-url", &database, "--bind", &options.bind.to_string()]).exec();
    Err(format!("Could not start {}: {why}", loxley.display()))
}

/// The program that prints letters and plans takes longer to compile than all the rest: it is built behind the
/// server, which says so on the pages until it is there.
fn print_later(root: &Path, loxley: &Path) -> Outcome {
    let log = tools::target(root).join("letters.log");
    let file = File::create(&log).map_err(|e| format!("Could not write {}: {e}", log.display()))?;
    if !loxley.with_file_name("loxley-letters").is_file() {
        println!("Letters and plans print as PDF in about a quarter of an hour: that part is built meanwhile.");
        println!("How it goes stands in {}; until then they are pages.", log.display());
    }
    let words = ["build", "--quiet", "--release", "--workspace", "--bin", "loxley-letters"];
    let errors = file.try_clone().map_err(|e| format!("Could not write {}: {e}", log.display()))?;
    let mut build = tools::cargo(root);
    // The server stays quick: the compiler gives way.
    build.args(words).env("CARGO_BUILD_JOBS", "1").stdin(Stdio::null()).stdout(file).stderr(errors);
    build.spawn().map(drop).map_err(|e| format!("Could not run cargo: {e}"))
}
/// A cargo command whose own words are shown; they say what is wrong better than we could.
pub(crate) fn build(root: &Path, words: &[&str]) -> Outcome {
    let built = tools::cargo(root).args(words).status().map_err(|e| format!("Could not run cargo: {e}"))?;
    match built.success() {
        true => Ok(()),
        false => Err("Loxley could not be built: what the compiler said stands above. \
                      If it says that there is no space left, free some and run this again."
            .to_owned()),
    }
}
fn lives_on(loxley: &Path, database: &str) -> Result<bool, String> {
    let said = process::ask(Command::new(loxley).args(["stats", "--json", "--database-url", database]))?;
    serde_json::from_str(&said)
        .map(|stats| wants_a_town(&stats))
        .map_err(|e| format!("`loxley stats --json` did not answer in JSON: {e}\n{said}"))
}
/// A database without a fact gets a town, and a town lives the days that have passed since; a record
/// that somebody keeps or has imported is left alone.
fn wants_a_town(stats: &serde_json::Value) -> bool {
    stats["town"] == true || stats["facts"] == 0
}
fn port_is_free(bind: SocketAddr) -> Outcome {
    let Err(e) = TcpListener::bind(bind) else { return Ok(()) };
    let another = SocketAddr::new(bind.ip(), bind.port().saturating_add(1));
    Err(match e.kind() {
        ErrorKind::AddrInUse => format!(
            "{bind} is in use: Loxley may be running already. Stop what runs there, or take another port: \
             cargo xtask run --bind {another}"
        ),
        ErrorKind::PermissionDenied => {
            format!("{bind} may not be used by you: ports below 1024 are the administrator's. Take a higher one.")
        }
        _ => format!("{bind} cannot be served on: {e}. Is that an address of this machine?"),
    })
}
/// A first build needs about five gibibytes, two of them to print; after that the town grows by little.
fn disk_has_room(root: &Path, built: bool) -> Outcome {
    let needed = if built { 300 * 1024 } else { 5 * 1024 * 1024 };
    match tools::free_disk(root) {
        Some(free) if free < needed => Err(format!(
            "The disk of {} has {} MB left, and about {} MB are needed. Free some space and run this again.",
            root.display(),
            free / 1024,
            needed / 1024
        )),
        _ => Ok(()),
    }
}
fn in_data(root: &Path) -> Result<PathBuf, String> {
    let folder = root.join("data");
    std::fs::create_dir_all(&folder).map_err(|e| format!("Could not make {}: {e}", folder.display()))?;
    Ok(folder.join("loxley.sqlite"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_named_with_a_way_out() {
        let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = taken.local_addr().expect("its address");
        let why = port_is_free(at).expect_err("it is taken");
        assert!(why.starts_with(&format!("{at} is in use")) && why.contains("--bind 127.0.0.1:"), "{why}");
        drop(taken);
        port_is_free(at).expect("it is free again");
    }
    #[test]
    fn a_record_that_somebody_keeps_gets_no_invented_people() {
        let wants = |json: &str| wants_a_town(&serde_json::from_str(json).expect("JSON"));
        assert!(wants(r#"{"facts": 0, "children": 0, "town": false}"#));
        assert!(wants(r#"{"facts": 9, "children": 3, "town": true}"#));
        assert!(!wants(r#"{"facts": 9, "children": 3, "town": false}"#));
        assert!(!wants(r#"{"facts": 9, "children": 3}"#));
    }
    #[test]
    fn an_address_of_another_machine_is_refused_in_words() {
        let why = port_is_free(SocketAddr::from(([192, 0, 2, 1], 8080))).expect_err("not ours");
        assert!(why.contains("Is that an address of this machine?"), "{why}");
    }
}
