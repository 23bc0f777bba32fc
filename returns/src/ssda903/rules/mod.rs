//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r1009;
mod r101;
mod r141;
mod r143;
mod r144;
mod r145;
mod r146;
mod r147;
mod r148;
mod r149;
mod r164;
mod r169;
mod r178;
mod r179;
mod r213;
mod r356;
mod r358;
mod r502;
mod r526;
mod r_int31;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r141::RULE,
    &r143::RULE,
    &r144::RULE,
    &r145::RULE,
    &r146::RULE,
    &r147::RULE,
    &r148::RULE,
    &r149::RULE,
    &r164::RULE,
    &r169::RULE,
    &r178::RULE,
    &r179::RULE,
    &r213::RULE,
    &r356::RULE,
    &r358::RULE,
    &r502::RULE,
    &r526::RULE,
    &r1009::RULE,
    &r_int31::RULE,
];
