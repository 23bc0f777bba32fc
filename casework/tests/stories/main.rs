//! Stories of the whole record, each on SQLite, and on PostgreSQL where TEST_POSTGRES names a server.
mod questions;
mod returns;
mod set_up;
mod shared;
mod town;
