//! Signing in: accounts, passwords, second factors and sessions, all of it in the database, so that
//! it holds for every instance and outlasts a restart.
//!
//! A right password begins a session at some [`session::Stage`]: it may still owe a code, or a
//! password of the person's own choice. Only a session that owes nothing lets a request carry
//! [`Signed`](crate::Signed), which is all that the door looks for. When the door asks for more
//! ([`Demand`](crate::Demand)), its answer becomes the page that asks, and whatever was typed is
//! carried through that page and given back to the worker who typed it.
//!
//! Accounts are changed with leave to manage them:
//! ```
//! # use kernel::{Deed, Service};
//! # struct ManageAccounts;
//! # impl Deed for ManageAccounts { const ACT: practice::access::Act = practice::access::Act::ManageAccounts; }
//! async fn end(may: Service<ManageAccounts>, leaver: practice::Id) {
//! may.accounts().end(leaver).await.unwrap().unwrap(); }
//! # let page = end;
//! # let _ = move |may: Service<ManageAccounts>| page(may, practice::Id::nil());
//! ```
//! and with no other leave:
//! ```compile_fail
//! # use kernel::{Deed, Service};
//! # struct Import;
//! # impl Deed for Import { const ACT: practice::access::Act = practice::access::Act::Import; }
//! fn accounts(may: Service<Import>) { may.accounts(); }
//! # let page: fn(Service<Import>) = accounts;
//! # std::hint::black_box(page);
//! ```
mod account;
mod carried;
mod know;
mod pages;
mod password;
mod second_factor;
mod session;
pub mod shown;
#[cfg(test)]
mod stories;
mod throttle;
mod young;

use account::username;
pub use account::{Account, Accounts, Answer, found_town, is_town};
pub use password::{SHORTEST, judge};
pub use young::{OwnSignIn, SecondWorker, YoungAccount, YoungAccounts};

pub(crate) use know::know;
pub(crate) use pages::routes;
pub(crate) use young::{
    forget_young,
    pages::{away, is_theirs},
};
