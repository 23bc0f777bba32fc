//! `cargo xtask fuzz`: libFuzzer looks for bytes on which a reader of the returns panics, hangs or
//! takes memory without end. It sees which code each input reaches, and so goes deeper than the seeded
//! mutations of the test command. The corpus grows below `target` from one run to the next.
use crate::{
    Outcome, process,
    tools::{self, CXX},
};
use clap::{Args, ValueEnum};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[derive(Args)]
pub(crate) struct Options {
    /// The reader to begin at; all of them, one after the other, when none is named.
    reader: Option<Reader>,
    /// How long, for each reader.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
}
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Reader {
    /// A 903 in CSV files.
    Csv903,
    /// A 903 in one XML file.
    Xml903,
    /// A CIN census.
    Cin,
    /// No seed: whatever is uploaded.
    Anything,
}
impl Reader {
    fn name(self) -> &'static str {
        match self {
            Reader::Csv903 => "csv903",
            Reader::Xml903 => "xml903",
            Reader::Cin => "cin",
            Reader::Anything => "anything",
        }
    }
    fn reads(self, sample: &Path) -> bool {
        match (self, sample.file_name().and_then(|name| name.to_str()).unwrap_or_default()) {
            (Reader::Csv903, name) => name.ends_with(".csv"),
            (Reader::Xml903, name) => name == "903.xml",
            (Reader::Cin, name) => name == "cin.xml",
            (Reader::Anything, _) => false,
        }
    }
}
/// The samples of the readers' own tests.
const SAMPLES: &str = "returns/tests/samples";
/// As `fuzz/fuzz_targets/read.rs` parts an input into files.
const FILE_SEPARATOR: u8 = 0x1c;
/// What one input may be, in bytes: every rule of the readers fits, and thousands run in a second.
const LONGEST: usize = 64 * 1024;
/// Megabytes. All inputs of a corpus of such lengths fit; a reader that takes a thousandfold does not.
const MOST_MEMORY: usize = 256;
/// The counters by which libFuzzer sees what an input reaches. All of it is in the stable compiler; the
/// readers hold no unsafe code, so there is nothing for an address sanitiser, which is not.
const RUSTFLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Coverflow-checks -Ccodegen-units=1";

pub(crate) fn fuzz(root: &Path, options: &Options) -> Outcome {
    let folder = tools::target(root).join("fuzz");
    let target = build(root, &folder)?;
    let readers = options.reader.map_or_else(|| Reader::value_variants().to_vec(), |reader| vec![reader]);
    for reader in readers {
        println!("\n== {}, {} minutes", reader.name(), options.minutes);
        run(root, &folder, &target, reader, options.minutes)?;
    }
    Ok(())
}
fn build(root: &Path, folder: &Path) -> Result<PathBuf, String> {
    CXX.demand()?;
    let told = process::ask(Command::new("rustc").arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say its host")?;
    // With a target named, the counters go into what is fuzzed, and not into what builds it.
    let mut cargo = tools::cargo(root);
    cargo.args(["build", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", host, "--target-dir"]);
    cargo.arg(folder).env("RUSTFLAGS", RUSTFLAGS);
    let ran = process::stream(cargo, &folder.join("build.log")).map_err(|e| format!("Could not run cargo: {e}"))?;
    match ran.ok {
        true => Ok(folder.join(host).join("release/read")),
        false => Err("The fuzz target was not built. Where the compiler refused `-Cpasses=sancov-module`, it was \
                      built without LLVM's coverage: take a release from https://rustup.rs."
            .into()),
    }
}
fn run(root: &Path, folder: &Path, target: &Path, reader: Reader, minutes: u64) -> Outcome {
    let (corpus, found) = (folder.join("corpus").join(reader.name()), folder.join("found"));
    let unwritable = |e| format!("Could not write below {}: {e}", folder.display());
    fs::create_dir_all(&corpus).and_then(|()| fs::create_dir_all(&found)).map_err(unwritable)?;
    let samples = samples(root).map_err(|e| format!("{SAMPLES}: {e}"))?;
    for (name, seed) in seeds(reader, &samples) {
        fs::write(corpus.join(name), seed).map_err(unwritable)?;
    }
    let words = folder.join("words.dict");
    fs::write(&words, dictionary(&samples)).map_err(unwritable)?;
    let mut fuzzer = Command::new(target);
    fuzzer.arg(&corpus).arg(format!("-dict={}", words.display()));
    fuzzer.arg(format!("-artifact_prefix={}/{}-", found.display(), reader.name()));
    fuzzer.args([format!("-max_len={LONGEST}"), format!("-rss_limit_mb={MOST_MEMORY}")]);
    fuzzer.args([
        format!("-max_total_time={}", minutes * 60),
        "-timeout=10".into(),
        "-verbosity=0".into(),
        "-print_final_stats=1".into(),
    ]);
    let log = folder.join(format!("{}.log", reader.name()));
    let ran = process::stream(fuzzer, &log).map_err(|e| format!("Could not run the fuzz target: {e}"))?;
    let kept = ran.said.lines().find_map(|line| line.split("Test unit written to ").nth(1));
    match (ran.ok, kept) {
        (true, _) => Ok(()),
        (false, Some(input)) => Err(format!(
            "An input was found that a reader does not answer: {input}\nSee it again with: {} {input}\n\
             Then make it small, put it into a test of returns, and mend the reader.",
            target.display()
        )),
        (false, None) => Err(format!("The fuzz target ended without an input to show: see {}", log.display())),
    }
}
fn samples(root: &Path) -> std::io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join(SAMPLES))?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    paths.into_iter().map(|path| fs::read(&path).map(|bytes| (path, bytes))).collect()
}
/// Each sample alone, and those of one return as the files of one delivery.
fn seeds(reader: Reader, samples: &[(PathBuf, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let own: Vec<_> = samples.iter().filter(|(path, _)| reader.reads(path)).collect();
    let whole = own.iter().map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>().join(&FILE_SEPARATOR);
    let alone = own.iter().enumerate().map(|(n, (_, bytes))| (format!("seed-{n}"), bytes.clone()));
    alone.chain((own.len() > 1).then(|| ("seed-whole".to_owned(), whole.clone()))).collect()
}
/// The words that a reader looks for, which chance alone would never spell.
fn dictionary(samples: &[(PathBuf, Vec<u8>)]) -> String {
    let of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '-');
    let mut words = BTreeSet::new();
    for (_, bytes) in samples {
        let text = String::from_utf8_lossy(bytes);
        words.extend(text.split(|c| !of_word(c)).filter(|w| w.len() > 2).map(str::to_owned));
    }
    words.iter().map(|word| format!("\"{word}\"\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_begins_with_the_samples_of_its_own_kind() {
        let samples = samples(&crate::root()).expect("samples");
        let of = |reader| seeds(reader, &samples);
        let files = samples.iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "csv")).count();
        assert_eq!(of(Reader::Csv903).len(), files + 1, "each file, and all as one delivery");
        assert!(of(Reader::Csv903).iter().all(|(_, seed)| seed.len() < LONGEST));
        assert!(of(Reader::Xml903)[0].1.windows(11).any(|w| w == b"<EXPSSDA903"));
        assert!(of(Reader::Cin)[0].1.starts_with(b"<Message>"));
        assert!(of(Reader::Anything).is_empty());
        assert!(samples.iter().all(|(path, _)| Reader::value_variants().iter().any(|r| r.reads(path))));
    }
    #[test]
    fn the_words_of_the_readers_are_told_to_the_fuzzer() {
        let words = dictionary(&[("a.csv".into(), b"CHILD,DATE_INT\n1,02/02/2026\n".to_vec())]);
        assert_eq!(words, "\"02/02/2026\"\n\"CHILD\"\n\"DATE_INT\"\n");
    }
}
