//! The toolkit of which every page is made: one mechanism for each kind of thing.
//!
//! | need | mechanism |
//! |---|---|
//! | a page | [`Page`], one `const` beside its template, listed in [`pages`] |
//! | what is around it | [`Chrome`]: title, person, navigation, banner |
//! | a component of the Design System | `{{ govuk.button(text="Save") }}`, `{{ moj.sub_navigation(…) }}` |
//! | a component of our own | `{{ loxley.timeline(…) }}`: one file each in `parts/` |
//! | a form | [`form`]: declared once, kept on error, errors linked |
//! | what is written over several pages and sittings | [`journey`]: kept as people type, both texts shown |
//! | a list to sort, filter, page and take away | [`table`] and [`csv`] |
//! | a task that takes long | [`progress`] |
//! | placements and legal status over time | [`spans`] |
//! | days, counts and tags in words | [`words`] |
//!
//! Our own templates are strict: a name that the page does not give is an error, which the test of
//! [`pages`] finds before a reader does. Nothing here but [`journey`], which keeps drafts by leave, knows of access,
//! storage or sessions.
pub mod assets;
pub mod chrome;
mod components;
pub mod csv;
pub mod form;
mod given;
pub mod journey;
mod nunjucks;
pub mod pages;
pub mod parts;
pub mod patterns;
pub mod press;
pub mod progress;
mod render;
pub mod spans;
pub mod table;
pub mod words;

pub use chrome::{Chrome, Link, Notice, Place, Who};
pub use form::{Answers, Choice, Form, choice, yes_no};
pub(crate) use given::given;
pub use journey::Journey;
pub use render::{Page, Sample};
pub use table::{Asked, Cell, Column, Table};
