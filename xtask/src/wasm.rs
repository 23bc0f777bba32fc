//! `cargo xtask wasm`: the rules of the returns as one page that works from a folder, `target/check/check.html`.
//!
//! Where the compiler has the browser's target it is used. Elsewhere, on Debian, the compiler that Debian builds its
//! browsers with is brought in beside it and installs nothing; the standard library is compiled too.
use crate::{Outcome, assets, process, tools};
use clap::Args;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[derive(Args)]
pub(crate) struct Options {
    /// Only say whether it can be built here
    #[arg(long)]
    look: bool,
}
const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's compiler for browsers and its library in source; what it is linked with it says itself.
const PACKAGES: [&str; 3] = ["rustc-web", "libstd-rust-web-dev", "rust-web-src"];
/// What the compressed rules may weigh.
const MOST_BYTES: u64 = 400_000;

pub(crate) fn wasm(root: &Path, options: &Options) -> Outcome {
    let how = compiler(root, options.look)?;
    if options.look {
        println!("{}", how.words());
        return Ok(());
    }
    assets::assets(root)?;
    let folder = tools::target(root).join("check");
    let made = how.build(root, &folder)?;
    let style = folder.join("page.css");
    let mut sass = Command::new("node");
    sass.args(["node_modules/sass/sass.js", "--style=compressed", "--no-source-map", "--quiet-deps", "--quiet"]);
    process::ask(sass.args(["--load-path=.", "browser/page/page.scss"]).arg(&style).current_dir(root))?;
    let page = folder.join("check.html");
    let mut build = Command::new("node");
    let said = process::ask(build.arg("browser/page/build.mjs").args([&made, &style, &page]).current_dir(root))?;
    println!("{} … {}", page.display(), said.trim());
    let bytes = said.split_whitespace().find_map(|word| word.parse::<u64>().ok()).unwrap_or(u64::MAX);
    match bytes <= MOST_BYTES {
        true => Ok(()),
        false => Err(format!("the rules weigh {bytes} bytes compressed: more than {MOST_BYTES}")),
    }
}
/// The page, if it can be made here; else why not.
pub(crate) fn page(root: &Path) -> Result<PathBuf, String> {
    wasm(root, &Options { look: false })?;
    Ok(tools::target(root).join("check/check.html"))
}

enum Compiler {
    /// The target is installed.
    Own,
    /// Debian's, unpacked into this folder.
    Debian(PathBuf),
    /// Debian's could be brought in.
    Obtainable,
}
impl Compiler {
    fn words(&self) -> &'static str {
        match self {
            Compiler::Own => "the compiler has the target for browsers",
            Compiler::Debian(_) => "Debian's compiler for browsers is here",
            Compiler::Obtainable => "Debian's compiler for browsers can be brought in",
        }
    }
    fn build(&self, root: &Path, folder: &Path) -> Result<PathBuf, String> {
        let mut cargo = tools::cargo(root);
        cargo.args(["build", "--profile", "browser", "--package", "browser", "--target", TARGET, "--target-dir"]);
        cargo.arg(folder);
        if let Compiler::Debian(at) = self {
            let sysroot = process::ask(Command::new("rustc").args(["--print", "sysroot"]))?;
            let linker = Path::new(sysroot.trim()).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
            cargo.arg("-Zbuild-std=std,panic_abort").env("RUSTC", at.join("usr/bin/rustc")).env("RUSTC_BOOTSTRAP", "1");
            cargo.env("LD_LIBRARY_PATH", at.join("usr/lib/x86_64-linux-gnu"));
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker).env_remove("RUSTUP_TOOLCHAIN");
        }
        let ran = process::stream(cargo, &folder.join("build.log")).map_err(|e| format!("Could not run cargo: {e}"))?;
        if !ran.ok {
            return Err("The rules could not be compiled for browsers: what the compiler said stands above.".to_owned());
        }
        Ok(folder.join(TARGET).join("browser/browser.wasm"))
    }
}
fn compiler(root: &Path, look: bool) -> Result<Compiler, String> {
    let libraries = process::ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_ok_and(|at| Path::new(at.trim()).join(".").is_dir()) {
        return Ok(Compiler::Own);
    }
    let at = tools::target(root).join("check/debian");
    if at.join("usr/bin/rustc").is_file() {
        return Ok(Compiler::Debian(at));
    }
    let mut depends = Command::new("apt-cache");
    depends.args(["depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks"]);
    let Ok(depends) = process::ask(depends.args(["--no-replaces", "--no-enhances", PACKAGES[0]])) else {
        return Err(format!("the compiler lacks {TARGET} (rustup target add {TARGET}), and no Debian offers its own"));
    };
    let is_linked = |name: &&str| name.starts_with("libstd-rust-web-1") || name.starts_with("libllvm");
    let linked: Vec<&str> = depends.lines().filter(is_linked).collect();
    if look {
        return Ok(Compiler::Obtainable);
    }
    let packages = tools::target(root).join("check/packages");
    fs::create_dir_all(&packages).map_err(|e| format!("{}: {e}", packages.display()))?;
    println!("Bringing in Debian's compiler for browsers, about 130 MB; nothing is installed");
    process::ask(Command::new("apt-get").arg("download").args(PACKAGES).args(&linked).current_dir(&packages))?;
    let fresh = at.with_extension("new");
    for package in fs::read_dir(&packages).map_err(|e| e.to_string())?.flatten() {
        process::ask(Command::new("dpkg").arg("-x").arg(package.path()).arg(&fresh))?;
    }
    fs::rename(&fresh, &at).map_err(|e| format!("{}: {e}", at.display()))?;
    Ok(Compiler::Debian(at))
}
