//! `cargo xtask wasm`: the rules of the returns as one page that works from a folder, `target/check/check.html`.
//!
//! Where the compiler has the browser's target it is used. Elsewhere, on Debian, the compiler that Debian builds its
//! browsers with is brought in beside it and installs nothing; the standard library is compiled too.
use crate::{Outcome, assets, bench, process, run, tools};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's compiler for browsers and its library in source; what it is linked with it says itself.
const PACKAGES: [&str; 3] = ["rustc-web", "libstd-rust-web-dev", "rust-web-src"];
/// What the compressed rules may weigh.
const MOST_BYTES: u64 = 400_000;

pub(crate) fn wasm(root: &Path) -> Outcome {
    let compiler = match compiler(root) {
        Ok(compiler) => compiler,
        Err(why) => {
            println!("skipped: the page that checks a return in a browser, because {why}");
            return Ok(());
        }
    };
    assets::assets(root)?;
    let folder = tools::target(root).join("check");
    let module = compiler.build(root, &folder)?;
    let style = folder.join("page.css");
    let mut sass = Command::new("node");
    sass.args(["node_modules/sass/sass.js", "--style=compressed", "--no-source-map", "--quiet-deps", "--quiet"]);
    process::ask(sass.args(["--load-path=.", "browser/page/page.scss"]).arg(&style).current_dir(root))?;
    let page = folder.join("check.html");
    let mut build = Command::new("node");
    let said = process::ask(build.arg("browser/page/build.mjs").args([&module, &style, &page]).current_dir(root))?;
    println!("{} … {}", page.display(), said.trim());
    let bytes = said.split_whitespace().find_map(|word| word.parse::<u64>().ok()).unwrap_or(u64::MAX);
    if bytes > MOST_BYTES {
        return Err(format!("the rules weigh {bytes} bytes compressed: more than {MOST_BYTES}"));
    }
    test(root, &folder, &page)
}
/// Opens the page as a person would, and compares it with the command line where there is a return to compare with.
fn test(root: &Path, folder: &Path, page: &Path) -> Outcome {
    let Some(chromium) = tools::CHROMIUM.find() else {
        println!("skipped: the page in a browser. {}", tools::CHROMIUM.how_to_get());
        return Ok(());
    };
    let mut script = Command::new("node");
    script.arg("tests/browser/check_page.mjs").current_dir(root);
    script.env("LOXLEY_CHROMIUM", chromium).env("LOXLEY_CHECK_PAGE", page);
    if let Some(shared) = tools::shared(root) {
        run::build(root, &["build", "--workspace", "--bin", "loxley"])?;
        script.env("LOXLEY_SHARED", shared).env("LOXLEY", tools::target(root).join("debug/loxley"));
        if let Some(year) = bench::a_return(root, folder)? {
            script.env("LOXLEY_LARGE_RETURN", year.parent().expect("it stands beside the year before"));
        }
    }
    let ran = process::stream(script, &folder.join("test.log")).map_err(|e| format!("Could not run node: {e}"))?;
    if ran.ok { Ok(()) } else { Err("The page is not as it should be: what is wrong stands above.".to_owned()) }
}

enum Compiler {
    /// The target is installed.
    Own,
    /// Debian's, unpacked into this folder.
    Debian(PathBuf),
}
impl Compiler {
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
/// The error says why there is none to be had here.
fn compiler(root: &Path) -> Result<Compiler, String> {
    let libraries = process::ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_ok_and(|at| Path::new(at.trim()).is_dir()) {
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
    if !cfg!(target_arch = "x86_64") {
        return Err(format!("the compiler lacks {TARGET}, and Debian's own is known to work on x86-64 alone"));
    }
    let is_linked = |name: &&str| name.starts_with("libstd-rust-web-1") || name.starts_with("libllvm");
    let linked: Vec<&str> = depends.lines().filter(is_linked).collect();
    let packages = tools::target(root).join("check/packages");
    let told = |e: std::io::Error| format!("{}: {e}", packages.display());
    fs::create_dir_all(&packages).map_err(told)?;
    println!("Bringing in Debian's compiler for browsers, about 130 MB; nothing is installed");
    process::ask(Command::new("apt-get").arg("download").args(PACKAGES).args(&linked).current_dir(&packages))?;
    let fresh = at.with_extension("new");
    for package in fs::read_dir(&packages).map_err(told)?.flatten() {
        process::ask(Command::new("dpkg").arg("-x").arg(package.path()).arg(&fresh))?;
    }
    fs::remove_dir_all(&packages).map_err(told)?;
    fs::rename(&fresh, &at).map_err(told)?;
    Ok(Compiler::Debian(at))
}
