//! The things nobody may go around: storage, audit, access, time.
//!
//! Of social work the kernel knows who may do what ([`practice::access`]) and that there are facts
//! about subjects; it matches no variant of a fact. What it must be told it is told at start, as a
//! [`House`].
//!
//! A request comes to a page of [`Pages`], whose first argument is leave to act. Leave asks the door,
//! which asks [`practice::access`] and writes the answer to the access log. With leave a page reads
//! through a [`Reading`], which narrows each question to what the asker may see, and keeps facts
//! through the record, which derives every query table from them.
#[cfg(test)]
mod agreement;
mod bind;
mod bulk;
pub mod chance;
mod claim;
mod db;
mod desk;
mod door;
mod drafts;
mod form;
pub mod health;
mod house;
mod leave;
mod lex;
pub mod listen;
mod measured;
mod migrate;
mod narrow;
mod open;
pub mod pages;
mod reading;
mod record;
mod row;
pub mod sign_in;
mod signed;
#[cfg(test)]
mod stories;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod time;
mod upload;
mod value;
pub mod web;

pub use db::{Db, Error};
pub use desk::{Desk, Settings};
pub use door::{Current, Deed, Reader, Refusal, Writes};
pub use drafts::Draft;
pub use form::{Form, Query, Sent};
pub use house::{About, Body, Column, Derived, House, Table, View, column, personal};
pub use leave::{Allowed, AllowedAll, Anew, Happened, Leave, Own, Service, Within};
pub use measured::written_bare;
pub use migrate::Migrated;
pub use open::Key;
pub use pages::Pages;
pub use reading::Reading;
pub use record::{Said, Told, Verdict};
pub use row::{Row, instant, instant_or_none};
pub use signed::{Demand, Signed};
pub use time::Time;
pub use upload::{Upload, Uploaded};
pub use value::{Kind, Value};
