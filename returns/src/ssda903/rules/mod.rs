//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r101;
mod r356;
mod r358;
mod r502;
mod r_int31;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[&r101::RULE, &r356::RULE, &r358::RULE, &r502::RULE, &r_int31::RULE];
