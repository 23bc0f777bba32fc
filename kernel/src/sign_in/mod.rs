//! Signing in: accounts, passwords, second factors and sessions, all of it in the database, so that
//! it holds for every instance and outlasts a restart.
//!
//! A right password begins a session at some [`session::Stage`]: it may still owe a code, or a
//! password of the person's own choice. Only a session that owes nothing lets a request carry
//! [`Signed`](crate::Signed), which is all that the door looks for. When the door asks for more
//! ([`Demand`](crate::Demand)), its answer becomes the page that asks, and whatever was typed is
//! carried through that page and given back to the worker who typed it.
mod account;
mod carried;
mod demo;
mod know;
mod pages;
mod password;
mod second_factor;
mod session;
pub mod shown;
#[cfg(test)]
mod stories;
mod throttle;

pub use account::{Account, Accounts, Answer, found_town, is_town};
pub use demo::{pronounceable, shared_word};
pub(crate) use know::know;
pub(crate) use pages::routes;
