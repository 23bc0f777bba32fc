//! `loxley-letters`: a document as JSON on its input, the same as a tagged PDF on its output.
//!
//! It is a program of its own because Typst takes minutes to compile and tens of megabytes: `loxley` starts it for one
//! document and never links it. It reads nothing but its input, and gives itself so much memory and time and no more.
mod print;

use practice::letters::Document;
use rustix::process::{Resource, Rlimit, setrlimit};
use std::{
    io::{Read as _, Write as _},
    process::ExitCode,
};

/// Ten times a long plan.
const LONGEST: u64 = 1 << 20;
/// Fonts and layout of a long plan take a quarter of it.
const MEMORY: u64 = 1 << 30;
const SECONDS: u64 = 30;

fn main() -> ExitCode {
    match printed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
fn printed() -> Result<(), String> {
    bound(Resource::As, MEMORY)?;
    bound(Resource::Cpu, SECONDS)?;
    let mut json = vec![];
    let read = std::io::stdin().take(LONGEST + 1).read_to_end(&mut json);
    read.map_err(|e| format!("The document could not be read: {e}"))?;
    if json.len() as u64 > LONGEST {
        return Err(format!("The document is longer than {LONGEST} bytes: print it in parts."));
    }
    let document: Document =
        serde_json::from_slice(&json).map_err(|e| format!("This is no document as Loxley writes them: {e}"))?;
    let pdf = print::pdf(&document)?;
    std::io::stdout().write_all(&pdf).map_err(|e| format!("The PDF could not be written: {e}"))
}
fn bound(what: Resource, most: u64) -> Result<(), String> {
    let limit = Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(what, limit).map_err(|e| format!("No bound could be set on what printing takes: {e}"))
}
