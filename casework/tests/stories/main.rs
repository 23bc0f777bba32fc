//! Stories of the whole record, each on SQLite, and on PostgreSQL where TEST_POSTGRES names a server.
mod access;
mod allocate;
mod child;
mod doors;
mod exports;
mod office;
mod questions;
mod reach;
mod record;
mod released;
mod returns;
mod set_up;
mod shared;
mod today;
mod todays;
mod town;
