//! Every rule of the children in need census, a file each, in the order of their codes.
mod prelude;
mod r1103;
mod r8500;

use crate::check::Rule;

/// A rule is a file and a line here.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    &r1103::RULE,
    &r8500::RULE,
];
