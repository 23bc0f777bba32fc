//! Stories of the whole record, each on SQLite, and on PostgreSQL where TEST_POSTGRES names a server.
mod doors;
mod questions;
mod today;
mod town;
