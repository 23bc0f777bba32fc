//! `cargo xtask test`: everything that must hold, in one go and in one profile. CI runs exactly this.
use crate::{
    Outcome, assets,
    postgres::Cluster,
    process, tidy,
    tools::{self, Tool},
    town::{self, Town},
};
use std::{
    io,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

pub(crate) fn test(root: &Path) -> Outcome {
    let logs = tools::target(root).join("xtask");
    let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
    let mut run = Run { root, logs, in_ci, begun: Instant::now(), steps: vec![], held: None };
    run.tools();
    run.call("assets", || assets::assets(root));
    run.call("tidy", || tidy::tidy(root));
    run.stream("format", tools::cargo(root).args(["fmt", "--all", "--check"]));
    run.stream(
        "clippy",
        tools::cargo(root).args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    );
    // The program that prints stands beside the tests that have it print.
    let press = ["build", "--workspace", "--bin", "loxley-letters"];
    if run.stream("build", tools::cargo(root).args(["test", "--workspace", "--no-run"]))
        && run.stream("press", tools::cargo(root).args(press))
    {
        let loxley = run.binary();
        let chromium = run.find(&tools::CHROMIUM);
        let mut beside = run.beside();
        // Tests wait for the disk, and a page for its server: side by side they leave less of two cores idle.
        thread::scope(|both| {
            let browser = loxley.zip(chromium).map(|with| {
                both.spawn(move || {
                    beside.browser(&with.0, &with.1);
                    beside
                })
            });
            run.tests();
            run.encrypted();
            if let Some(browser) = browser {
                run.take_in(browser.join());
            }
        });
    }
    run.finish()
}

struct Run<'a> {
    root: &'a Path,
    logs: PathBuf,
    in_ci: bool,
    begun: Instant,
    steps: Vec<Step>,
    /// What is said beside another run, until that one is over: two that speak at once are not understood.
    held: Option<String>,
}
struct Step {
    name: &'static str,
    took: Duration,
    counts: Counts,
}
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Run<'_> {
    fn tools(&mut self) {
        let wanted = [&tools::POSTGRES, &tools::CHROMIUM, &tools::XMLLINT, &tools::LIBCRYPTO, &tools::POPPLER];
        let logs = self.logs.clone();
        self.call("tools", || {
            tools::install(&wanted, &logs)?;
            for tool in [tools::CARGO, tools::NODE, tools::NPM] {
                tool.demand()?;
            }
            Ok(())
        });
        for tool in wanted {
            self.find(tool);
        }
        match tools::shared(self.root) {
            Some(folder) => println!("Reference material: {}", folder.display()),
            None => {
                println!("No reference material (LOXLEY_SHARED, or ../shared): the tests that read it are skipped.")
            }
        }
    }
    fn beside(&self) -> Self {
        Run { logs: self.logs.clone(), steps: vec![], held: Some(String::new()), ..*self }
    }
    fn take_in(&mut self, beside: thread::Result<Self>) {
        match beside {
            Ok(beside) => {
                self.say(&beside.held.unwrap_or_default());
                self.steps.extend(beside.steps);
            }
            Err(_) => self.call_failed("beside", "What ran beside the tests broke off.".into()),
        }
    }
    fn say(&mut self, words: &str) {
        match &mut self.held {
            Some(held) => held.push_str(words),
            None => print!("{words}"),
        }
    }
    /// A tool that is not there: in CI that fails, elsewhere it is said and what needs it is skipped.
    fn find(&mut self, tool: &Tool) -> Option<PathBuf> {
        let found = tool.find();
        if found.is_none() && !self.steps.iter().any(|s| s.name == tool.name) {
            println!("{}", tool.how_to_get());
            let counts = match self.in_ci {
                true => Counts { failed: 1, ..Counts::default() },
                false => Counts { skipped: 1, ..Counts::default() },
            };
            self.steps.push(Step { name: tool.name, took: Duration::ZERO, counts });
        }
        found
    }
    fn tests(&mut self) {
        let mut tests = tools::cargo(self.root);
        tests.args(["test", "--workspace", "--no-fail-fast"]);
        if let Some(shared) = tools::shared(self.root) {
            tests.env("LOXLEY_SHARED", shared);
        }
        // Held until the tests are over; dropping them stops them. One speaks TLS, so that every test but that of TLS goes
        // the plain way, as the measurements do.
        let (mut plain, mut encrypted) = (None, None);
        let log = |name: &str| self.logs.join(name);
        let (log, log_of_tls) = (log("postgres.log"), log("postgres-tls.log"));
        if let Some(initdb) = self.find(&tools::POSTGRES) {
            self.call("PostgreSQL", || {
                let started = Cluster::start(&initdb, &log)?;
                tests.env("TEST_POSTGRES", &started.url);
                plain = Some(started);
                Ok(())
            });
            if let Some(openssl) = self.find(&tools::OPENSSL) {
                self.call("and TLS", || {
                    let started = Cluster::start_encrypted(&openssl, &initdb, &log_of_tls)?;
                    tests
                        .env("TEST_POSTGRES_TLS", &started.url)
                        .env("TEST_POSTGRES_CERTIFICATE", started.certificate());
                    encrypted = Some(started);
                    Ok(())
                });
            }
        }
        self.stream("tests", &mut tests);
        drop((plain, encrypted));
    }
    /// The tests of what differs with the cipher: another SQLite is built in for them.
    fn encrypted(&mut self) {
        if self.find(&tools::LIBCRYPTO).is_some() {
            let words = ["test", "--package", "kernel", "--lib", "--features", "sqlcipher", "open::"];
            self.stream("encrypted", tools::cargo(self.root).args(words));
        }
    }
    /// As it is served: what the tests link lets them be anybody.
    fn binary(&mut self) -> Option<PathBuf> {
        let binary = ["build", "--workspace", "--bin", "loxley"];
        let built = self.stream("binary", tools::cargo(self.root).args(binary));
        built.then(|| tools::target(self.root).join("debug/loxley"))
    }
    fn browser(&mut self, loxley: &Path, chromium: &Path) {
        let folder = match town::fresh_folder(self.root, "browser") {
            Ok(folder) => folder,
            Err(why) => return self.call_failed("town", why),
        };
        let database = folder.join("town.sqlite").display().to_string();
        if !self.stream("town", &mut town::make(loxley, "small", &database)) {
            return;
        }
        match Town::serve(loxley, &database, &self.logs.join("serve.log")) {
            Ok(town) => {
                let mut script = Command::new("node");
                script.arg("tests/browser/run.mjs").current_dir(self.root).env("LOXLEY_CHROMIUM", chromium);
                town.tell(&mut script);
                self.stream("browser", &mut script);
            }
            Err(why) => self.call_failed("browser", why),
        }
    }

    /// A step of our own, which counts as one check.
    fn call(&mut self, name: &'static str, step: impl FnOnce() -> Outcome) {
        self.say(&format!("\n== {name}\n"));
        let begun = Instant::now();
        let done = step();
        if let Err(why) = &done {
            self.say(&format!("{why}\n"));
        }
        self.steps.push(Step { name, took: begun.elapsed(), counts: Counts::of_one(done.is_ok()) });
    }
    fn call_failed(&mut self, name: &'static str, why: String) {
        self.call(name, || Err(why));
    }
    /// A step that is another program: the tests that it says it ran, or itself as one check.
    fn stream(&mut self, name: &'static str, command: &mut Command) -> bool {
        self.say(&format!("\n== {name}\n"));
        let begun = Instant::now();
        let log = self.logs.join(format!("{name}.log"));
        let command = std::mem::replace(command, Command::new("true"));
        let ran = match &self.held {
            None => process::stream(command, &log),
            Some(_) => process::stream_into(command, &log, &mut io::sink()),
        };
        let (ok, counts) = match ran {
            Ok(ran) => {
                if let Some(held) = &mut self.held {
                    held.push_str(&ran.said);
                }
                (ran.ok, Counts::told(&ran.said, ran.ok))
            }
            Err(e) => {
                self.say(&format!("Could not run it: {e}\n"));
                (false, Counts::of_one(false))
            }
        };
        self.steps.push(Step { name, took: begun.elapsed(), counts });
        ok
    }

    fn finish(self) -> Outcome {
        println!(
            "\nWhere the minutes went\n\n{:<12} {:>8} {:>8} {:>8} {:>8}",
            "", "minutes", "passed", "failed", "skipped"
        );
        for Step { name, took, counts } in &self.steps {
            let Counts { passed, failed, skipped } = counts;
            println!("{name:<12} {:>8.1} {passed:>8} {failed:>8} {skipped:>8}", took.as_secs_f64() / 60.0);
        }
        println!(
            "{:<12} {:>8.1}   (logs in {})\n",
            "together",
            self.begun.elapsed().as_secs_f64() / 60.0,
            self.logs.display()
        );
        let sum = |count: fn(&Counts) -> usize| self.steps.iter().map(|s| count(&s.counts)).sum::<usize>();
        let (passed, failed, skipped) = (sum(|c| c.passed), sum(|c| c.failed), sum(|c| c.skipped));
        let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
        println!("{passed} passed, {failed} failed{skipped}");
        match failed {
            0 => Ok(()),
            _ => {
                let names: Vec<_> = self.steps.iter().filter(|s| s.counts.failed > 0).map(|s| s.name).collect();
                Err(format!("Failed: {}.", names.join(", ")))
            }
        }
    }
}
impl Counts {
    fn of_one(ok: bool) -> Counts {
        Counts { passed: usize::from(ok), failed: usize::from(!ok), skipped: 0 }
    }
    /// What a program said of its tests: `test result: ok. 5 passed; 0 failed; 1 ignored; …` of each
    /// test binary, or `5 passed, 0 failed`. A program that failed without naming a failed test is
    /// itself one failure: it may have crashed.
    fn told(said: &str, ok: bool) -> Counts {
        let mut counts = Counts::default();
        for line in said.lines().filter(|l| l.starts_with("test result: ") || is_closing(l)) {
            let number = |word: &str| -> usize {
                let before = line.split(word).next().unwrap_or_default();
                before.rsplit(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0)
            };
            counts.passed += number(" passed");
            counts.failed += number(" failed");
            counts.skipped += number(" ignored").max(number(" skipped"));
        }
        if counts == Counts::default() || (!ok && counts.failed == 0) {
            counts.failed += usize::from(!ok);
            counts.passed += usize::from(ok);
        }
        counts
    }
}
/// `5 passed, 0 failed`, alone on its line.
fn is_closing(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(" passed, ") && line.contains(" failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_every_binary_are_counted() {
        let said = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                    test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Counts::told(said, false), Counts { passed: 5, failed: 4, skipped: 1 });
        assert_eq!(
            Counts::told("17 passed, 2 failed, 3 skipped\n", false),
            Counts { passed: 17, failed: 2, skipped: 3 }
        );
    }
    #[test]
    fn a_program_without_tests_is_one_check_and_a_crash_is_a_failure() {
        assert_eq!(Counts::told("", true), Counts { passed: 1, failed: 0, skipped: 0 });
        assert_eq!(Counts::told("error: could not compile", false), Counts { passed: 0, failed: 1, skipped: 0 });
        let crashed = "test result: ok. 2 passed; 0 failed; 0 ignored\nerror: test failed: signal 11\n";
        assert_eq!(Counts::told(crashed, false), Counts { passed: 2, failed: 1, skipped: 0 });
    }
}
