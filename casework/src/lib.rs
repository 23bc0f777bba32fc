//! The pages of the parts of the work, and the program `loxley`.
//!
//! A part of the work is a folder: `tables.rs` says what its facts put into the query tables, `sql/`
//! holds its questions, and each page is a file beside its template. [`house`] tells the kernel what
//! facts come to; [`page`] is the toolkit that every page is made of; [`cli`] is the command line.
//! A page's first argument is leave to act, so that none can be shown without asking.
#![deny(clippy::print_stdout, reason = "`say!` of the command line bears a closed pipe")]
pub mod accessibility;
pub mod care;
pub mod cli;
pub mod deeds;
pub mod entry;
pub mod exports;
pub mod frame;
pub mod homeless;
pub mod house;
pub mod imports;
pub mod leavers;
pub mod letters;
pub mod nightly;
pub mod offer;
pub mod page;
pub mod people;
pub mod plans;
pub mod record;
pub mod refused;
pub mod returns_desk;
pub mod search;
pub mod sign_in;
pub mod today;
pub mod town;
pub mod workforce;
pub mod young;

use kernel::Pages;

/// Every page there is. A line a part.
pub fn pages() -> Pages {
    let p = Pages::default();
    let p = refused::pages(p);
    let p = accessibility::pages(p);
    let p = today::pages(p);
    let p = people::pages(p);
    let p = plans::pages(p);
    let p = record::pages(p);
    let p = entry::pages(p);
    let p = search::pages(p);
    let p = workforce::pages(p);
    let p = young::pages(p);
    let p = imports::pages(p);
    let p = leavers::pages(p);
    let p = homeless::pages(p);
    let p = offer::pages(p);
    let p = letters::pages(p);
    returns_desk::pages(p)
}
/// Every question that a page, a command or a job asks, for the test that prepares them all.
pub fn questions() -> impl Iterator<Item = &'static str> {
    let parts = [
        cli::QUESTIONS,
        care::QUESTIONS,
        exports::QUESTIONS,
        imports::QUESTIONS,
        leavers::QUESTIONS,
        letters::QUESTIONS,
        people::QUESTIONS,
        plans::QUESTIONS,
        record::QUESTIONS,
        returns_desk::QUESTIONS,
        search::QUESTIONS,
        today::QUESTIONS,
        workforce::QUESTIONS,
        young::QUESTIONS,
    ];
    parts.into_iter().flatten().copied().flatten().copied()
}
