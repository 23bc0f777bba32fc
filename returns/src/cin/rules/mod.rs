//! Every rule of the children in need census, a file each, in the order of their codes.
mod prelude;
mod r1103;
mod r8500;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[&r1103::RULE, &r8500::RULE];
