//! The programs that are not Rust's: where they are, and how to get those that are missing.
use crate::{Outcome, process};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// The package that brings it on Debian and Ubuntu; `None` where those of a distribution are too old to rely on.
    pub(crate) package: Option<&'static str>,
    pub(crate) needed_for: &'static str,
    /// Any of these, the first found.
    programs: &'static [&'static str],
}
pub(crate) const CARGO: Tool =
    Tool { name: "cargo", package: None, needed_for: "building Loxley", programs: &["cargo"] };
pub(crate) const NODE: Tool = Tool {
    name: "node",
    package: None,
    needed_for: "compiling style sheets and driving the browser",
    programs: &["node"],
};
pub(crate) const NPM: Tool =
    Tool { name: "npm", package: None, needed_for: "bringing in the front-end packages", programs: &["npm"] };
pub(crate) const POSTGRES: Tool = Tool {
    name: "PostgreSQL",
    package: Some("postgresql"),
    needed_for: "testing on PostgreSQL",
    programs: &["initdb"],
};
pub(crate) const CHROMIUM: Tool = Tool {
    name: "Chromium",
    package: Some("chromium"),
    needed_for: "testing the pages in a browser",
    programs: &["chromium", "chromium-browser", "google-chrome"],
};
pub(crate) const XMLLINT: Tool = Tool {
    name: "xmllint",
    package: Some("libxml2-utils"),
    needed_for: "checking that returns are valid against their schemas",
    programs: &["xmllint"],
};
pub(crate) const LIBCRYPTO: Tool = Tool {
    name: "libcrypto for builds",
    package: Some("libssl-dev"),
    needed_for: "testing that an SQLite file is encrypted",
    // No program, but it stands beside the folders of them.
    programs: &["../include/openssl/crypto.h"],
};
pub(crate) const OPENSSL: Tool = Tool {
    name: "OpenSSL",
    package: Some("openssl"),
    needed_for: "testing the way to a PostgreSQL that speaks TLS",
    programs: &["openssl"],
};
pub(crate) const POPPLER: Tool = Tool {
    name: "poppler",
    package: Some("poppler-utils"),
    needed_for: "checking that letters and plans are tagged PDFs with the words of their pages",
    programs: &["pdftotext"],
};
pub(crate) const CXX: Tool = Tool {
    name: "a C++ compiler",
    package: Some("g++"),
    needed_for: "building the fuzzer that the readers run in",
    programs: &["c++", "g++", "clang++"],
};

impl Tool {
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = env::split_paths(&path).chain(debian_postgres()).collect();
        self.programs.iter().find_map(|p| folders.iter().map(|f| f.join(p)).find(|p| p.is_file()))
    }
    pub(crate) fn demand(&self) -> Result<PathBuf, String> {
        self.find().ok_or_else(|| self.how_to_get())
    }
    pub(crate) fn how_to_get(&self) -> String {
        let what_to_do = match (self.name, self.package) {
            ("cargo", _) => "Install Rust 1.95 or later from https://rustup.rs.".to_owned(),
            (_, Some(package)) => format!("On Debian or Ubuntu: apt-get install {package}."),
            (_, None) => "Install Node.js 20 or later, which brings npm.".to_owned(),
        };
        format!("{} is not on this machine; it is needed for {}. {what_to_do}", self.name, self.needed_for)
    }
}
/// Debian keeps the server's programs out of PATH, one folder a version; the newest first.
fn debian_postgres() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut bins: Vec<(u32, PathBuf)> =
        versions.filter_map(|v| Some((v.file_name().to_str()?.parse().ok()?, v.path().join("bin")))).collect();
    bins.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    bins.into_iter().map(|(_, bin)| bin).collect()
}

pub(crate) fn is_root() -> bool {
    process::ask(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
/// Installs what is missing where that can be done without asking anyone for a password.
pub(crate) fn install(tools: &[&Tool], logs: &Path) -> Outcome {
    let packages: Vec<&str> = tools.iter().filter(|t| t.find().is_none()).filter_map(|t| t.package).collect();
    if packages.is_empty() || !on_path("apt-get") {
        return Ok(());
    }
    let sudo = if is_root() {
        None
    } else if process::ask(Command::new("sudo").args(["-n", "true"])).is_ok() {
        Some("sudo")
    } else {
        return Ok(());
    };
    println!("Installing {}", packages.join(", "));
    let apt = |words: &[&str]| {
        let mut line: Vec<&str> = sudo.into_iter().collect();
        // The run level keeps a database server that is installed from being started as a service.
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "-q", "-y"]);
        line.extend(words);
        let mut command = Command::new(line[0]);
        command.args(&line[1..]);
        command
    };
    let mut install = vec!["install", "--no-install-recommends"];
    install.extend(&packages);
    for words in [&["update"][..], &install] {
        let log = logs.join(format!("apt-{}.log", words[0]));
        let ran = process::stream(apt(words), &log).map_err(|e| format!("Could not run apt-get: {e}"))?;
        if !ran.ok {
            return Err(format!("apt-get {} failed: see {}", words[0], log.display()));
        }
    }
    Ok(())
}
fn on_path(program: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|f| f.join(program).is_file())
}

/// The reference material that lies beside the project, where there is any. Tests that need it say so without it.
pub(crate) fn shared(root: &Path) -> Option<PathBuf> {
    let named = env::var_os("LOXLEY_SHARED").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root.join("../shared"));
    folder.is_dir().then(|| folder.canonicalize().unwrap_or(folder))
}
/// Kibibytes free on the disk that holds a folder; `None` where that cannot be asked.
pub(crate) fn free_disk(folder: &Path) -> Option<u64> {
    let said = process::ask(Command::new("df").arg("-Pk").arg(folder)).ok()?;
    said.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}
/// Where cargo puts what it builds.
pub(crate) fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
pub(crate) fn cargo(root: &Path) -> Command {
    // Under `cargo xtask` this names the very cargo that runs us.
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Tool =
        Tool { name: "Weaver", package: Some("loom"), needed_for: "weaving", programs: &["no-program-of-this-name"] };

    #[test]
    fn a_tool_that_is_there_is_found_and_one_that_is_not_says_what_to_do() {
        assert!(CARGO.find().is_some_and(|p| p.is_file()));
        let why = NONE.demand().expect_err("nobody has it");
        assert_eq!(
            why,
            "Weaver is not on this machine; it is needed for weaving. On Debian or Ubuntu: apt-get install loom."
        );
    }
    #[test]
    fn the_disk_of_this_project_has_a_size() {
        assert!(free_disk(&crate::root()).is_some_and(|k| k > 0));
    }
}
