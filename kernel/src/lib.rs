//! The things nobody may go around: storage, audit, access, time.
//!
//! Of social work the kernel knows who may do what ([`practice::access`]) and that there are facts
//! about subjects; it matches no variant of a fact. What it must be told it is told at start, as a
//! [`House`].
mod bind;
pub mod chance;
mod db;
pub mod health;
mod house;
pub mod listen;
mod migrate;
mod record;
mod row;
pub mod sign_in;
mod signed;
#[cfg(test)]
mod testing;
pub mod time;
mod value;
pub mod web;

pub use db::{Db, Error};
pub use house::{About, Body, Column, Derived, House, Table, column, personal};
pub use migrate::Migrated;
pub use record::{Said, Verdict};
pub use row::{Row, instant, instant_or_none};
pub use signed::{Demand, Signed};
pub use time::Time;
pub use value::{Kind, Value};
