//! casework
pub mod town;
