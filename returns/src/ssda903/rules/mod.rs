//! Every rule of the SSDA903, a file each, in the order of their codes.
mod across;
mod ages;
mod health;
mod prelude;
mod r101;
mod r157;
mod r158;
mod r159;
mod r180;
mod r181;
mod r182;
mod r185;
mod r186;
mod r188;
mod r189;
mod r190;
mod r191;
mod r192;
mod r193;
mod r196;
mod r197a;
mod r197b;
mod r198;
mod r356;
mod r358;
mod r502;
mod r542;
mod r543;
mod r544;
mod r545;
mod r546;
mod r547;
mod r_int05;
mod r_int14;
mod r_int31;
mod r_int33;
mod valid;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r157::RULE,
    &r158::RULE,
    &r159::RULE,
    &r180::RULE,
    &r181::RULE,
    &r182::RULE,
    &r185::RULE,
    &r186::RULE,
    &r188::RULE,
    &r189::RULE,
    &r190::RULE,
    &r191::RULE,
    &r192::RULE,
    &r193::RULE,
    &r196::RULE,
    &r197b::RULE,
    &r197a::RULE,
    &r198::RULE,
    &r356::RULE,
    &r358::RULE,
    &r502::RULE,
    &r542::RULE,
    &r543::RULE,
    &r544::RULE,
    &r545::RULE,
    &r546::RULE,
    &r547::RULE,
    &r_int05::RULE,
    &r_int14::RULE,
    &r_int31::RULE,
    &r_int33::RULE,
];
