//! Readers of the statutory returns, and what an import of one does to the record.
//!
//! [`delivery::gather`] finds the files, [`read()`] says what they say, and [`plan()`] compares that with
//! what the record holds from the same return. Nothing here writes and nothing asks the clock: whoever
//! imports keeps what the plan says. A council can run this alone, on a laptop, without a database.
//!
//! Reading never fails for a bad cell: a row with an odd cell is a row and a [`Problem`]. Only a row
//! that cannot be told apart from others (no child, no date of its own) is a problem alone. A file that
//! is not what it seems to be makes the whole delivery [`Unreadable`], and changes nothing.
pub mod check;
pub mod cin;
mod cin_xml;
mod coverage;
mod csv_files;
pub mod delivery;
mod plan;
mod problem;
mod read;
pub mod ssda903;
mod ssda903_xml;
mod table;
mod who;
pub mod write;
mod xml;
mod zip;

pub use coverage::{covers, return_taken};
pub use delivery::{Delivery, File, NotRead, Unreadable, gather, gather_up_to, open_file};
pub use plan::{Choices, Held, KnownChild, Left, Plan, Queued, SameUpn, TablePlan, plan};
pub use practice::reported::Return;
pub use problem::{Problem, Wrong};
pub use read::{Ask, New, Read, Taken, YearFrom, read};
