//! casework
pub mod page;
