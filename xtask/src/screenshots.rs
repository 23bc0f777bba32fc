//! `cargo xtask screenshots`: the pictures in `docs/screenshots`, taken from the town on a day that
//! does not move, so that a picture changes only when the page does.
use crate::{
    Outcome, assets, run, tools,
    town::{self, Town},
};
use std::{path::Path, process::Command};

pub(crate) fn screenshots(root: &Path) -> Outcome {
    let chromium = tools::CHROMIUM.demand()?;
    tools::NODE.demand()?;
    assets::assets(root)?;
    run::build(root, &["build", "--quiet", "--release", "--workspace", "--bin", "loxley"])?;
    let loxley = tools::target(root).join("release/loxley");
    let folder = town::fresh_folder(root, "screenshots")?;
    let database = folder.join("town.sqlite").display().to_string();
    ended_well(town::make(&loxley, "default", &database), "The town could not be made")?;
    let town = Town::serve(&loxley, &database, &folder.join("serve.log"))?;
    let mut script = Command::new("node");
    script
        .arg("tests/browser/screenshots.mjs")
        .current_dir(root)
        .env("LOXLEY_CHROMIUM", chromium)
        .env("LOXLEY_PICTURES", root.join("docs/screenshots"));
    town.tell(&mut script);
    ended_well(script, "The pictures could not be taken")
}
fn ended_well(mut command: Command, else_say: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("{else_say}: what went wrong stands above.")),
        Err(e) => Err(format!("{else_say}: {command:?} did not start: {e}")),
    }
}
