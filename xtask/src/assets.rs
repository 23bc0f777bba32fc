//! The front end: brings in the npm packages and makes `casework/assets/dist`, which the binary embeds.
//!
//! `dist/public` is what a browser may fetch, under names that hold a digest of their content, so
//! that it may keep them for ever; `dist/templates` are the Nunjucks components that pages are made
//! of; `dist/manifest.json` says which name stands for which file. Both steps are skipped when
//! nothing that they read has changed.
use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    io::ErrorKind,
    path::{Path, PathBuf},
    process::Command,
};

const GOVUK: &str = "node_modules/govuk-frontend/dist/govuk";
const MOJ: &str = "node_modules/@ministryofjustice/frontend/moj";
/// What `dist` is made from, beside the packages that the lock file pins.
const OURS: [&str; 8] = [
    "package-lock.json",
    "casework/assets/loxley.scss",
    "casework/assets/_my.scss",
    "casework/assets/_offer.scss",
    "casework/assets/_plans.scss",
    "casework/assets/_spans.scss",
    "casework/assets/loxley.js",
    "casework/assets/icon.svg",
];

/// Make `casework/assets/dist` anew where it is missing or older than what it is made from.
pub(crate) fn assets(root: &Path) -> Result<(), String> {
    packages(root)?;
    let stamp = OURS.iter().map(|file| read(&root.join(file))).collect::<Result<Vec<_>, _>>()?.concat();
    let stamp = format!("{} {}\n", digest(&stamp), digest(include_bytes!("assets.rs")));
    let dist = root.join("casework/assets/dist");
    if fs::read_to_string(dist.join("stamp")).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    eprintln!("Compiling the front end …");
    // Made beside and moved into place: a step that fails halfway leaves the old one whole.
    let fresh = root.join("casework/assets/dist.new");
    remove(&fresh)?;
    public(root, &fresh)?;
    copy_templates(&root.join(GOVUK), &fresh.join("templates/govuk"))?;
    copy_templates(&root.join(MOJ), &fresh.join("templates/moj"))?;
    write(&fresh.join("stamp"), stamp.as_bytes())?;
    remove(&dist)?;
    fs::rename(&fresh, &dist).map_err(|e| told(&dist, &e))
}

/// `npm ci`, when `node_modules` is not what the lock file says.
fn packages(root: &Path) -> Result<(), String> {
    let lock = digest(&read(&root.join("package-lock.json"))?);
    let stamp = root.join("node_modules/.loxley-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    eprintln!("Bringing in the front-end packages (npm ci) …");
    run(root, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    write(&stamp, lock.as_bytes())
}

fn public(root: &Path, dist: &Path) -> Result<(), String> {
    let style = run(
        root,
        "node",
        &[
            "node_modules/sass/sass.js",
            "--style=compressed",
            "--no-source-map",
            "--quiet-deps",
            "--load-path=.",
            "casework/assets/loxley.scss",
        ],
    )?;
    let govuk = read(&root.join(GOVUK).join("govuk-frontend.min.js"))?;
    let ours = String::from_utf8_lossy(&read(&root.join("casework/assets/loxley.js"))?).into_owned();
    let icon = read(&root.join("casework/assets/icon.svg"))?;

    let mut names = serde_json::Map::new();
    let mut publish = |name: &str, bytes: &[u8]| -> Result<String, String> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let hashed = format!("{stem}-{}.{ending}", digest(bytes));
        write(&dist.join("public").join(&hashed), bytes)?;
        names.insert(name.into(), hashed.clone().into());
        Ok(hashed)
    };
    let govuk = publish("govuk-frontend.js", &govuk)?;
    publish("loxley.js", ours.replace("./govuk-frontend.js", &format!("./{govuk}")).as_bytes())?;
    publish("loxley.css", &style)?;
    publish("icon.svg", &icon)?;
    write(&dist.join("manifest.json"), format!("{:#}\n", serde_json::Value::from(names)).as_bytes())
}

/// Every `.njk` below a folder, in the same places.
fn copy_templates(from: &Path, to: &Path) -> Result<(), String> {
    for entry in fs::read_dir(from).map_err(|e| told(from, &e))? {
        let path = entry.map_err(|e| told(from, &e))?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_templates(&path, &to.join(name))?;
        } else if path.extension().is_some_and(|ending| ending == "njk") {
            write(&to.join(name), &read(&path)?)?;
        }
    }
    Ok(())
}

/// Run a tool in the project's folder and hand back what it printed.
fn run(root: &Path, tool: &str, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let done = Command::new(tool).args(arguments).current_dir(root).output().map_err(|e| match e.kind() {
        ErrorKind::NotFound => format!(
            "`{tool}` was not found. The pages need Node 20 or later with npm. \
             Install them (Debian, Ubuntu: apt-get install nodejs npm; others: nodejs.org) and run this again."
        ),
        _ => format!("`{tool}` could not be started: {e}"),
    })?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let hint = match tool {
        "npm" => "If it could not reach a registry, check the network or npm's `registry` and proxy settings.",
        _ => "If a package seems to be missing or damaged, delete the folder node_modules and run this again.",
    };
    Err(format!(
        "`{tool} {}` failed ({}):\n{}\n{hint}",
        arguments.join(" "),
        done.status,
        String::from_utf8_lossy(&done.stderr).trim_end()
    ))
}

/// Names content, against accident only: the browser's copy is replaced when the content changes.
fn digest(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| told(path, &e))
}
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    fs::create_dir_all(&folder).and_then(|()| fs::write(path, bytes)).map_err(|e| told(path, &e))
}
fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(told(folder, &e)),
        _ => Ok(()),
    }
}
fn told(path: &Path, e: &std::io::Error) -> String {
    match e.kind() {
        ErrorKind::StorageFull => {
            format!("The disk is full: {} could not be written. Free some space.", path.display())
        }
        _ => format!("{}: {e}", path.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_is_named_with_what_to_do() {
        let told = run(Path::new("."), "npm-that-is-not-there", &[]).unwrap_err();
        assert!(told.contains("`npm-that-is-not-there` was not found") && told.contains("Install"), "{told}");
    }
    #[test]
    fn a_tool_that_fails_shows_its_own_words() {
        let told = run(Path::new("."), "sh", &["-c", "echo no such registry >&2; exit 3"]).unwrap_err();
        assert!(told.contains("no such registry") && told.contains('3'), "{told}");
    }
    #[test]
    fn the_name_changes_with_the_content() {
        assert_ne!(digest(b"a"), digest(b"b"));
        assert_eq!(digest(b"a"), digest(b"a"));
    }
}
