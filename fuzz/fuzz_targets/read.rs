//! Any bytes at all, as the files of one delivery: an answer, and never a panic, a hang or memory
//! without end. Which reader they come to, the bytes decide, as they do for a council.
#![no_main]

#[path = "../../returns/tests/answered/mod.rs"]
mod answered;

use returns::{Delivery, File};

/// What ASCII has for this, and no return holds: one input is several files.
const FILE_SEPARATOR: u8 = 0x1c;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let files = bytes.split(|byte| *byte == FILE_SEPARATOR).enumerate();
    let file = |(n, bytes): (usize, &[u8])| File { name: format!("{n}.csv"), bytes: bytes.into() };
    answered::answered(&Delivery::of(files.map(file).collect()));
});
