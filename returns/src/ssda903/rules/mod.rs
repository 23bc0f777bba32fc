//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r101;
mod r102;
mod r103;
mod r105;
mod r166;
mod r167;
mod r168;
mod r171;
mod r174;
mod r202;
mod r203;
mod r204;
mod r207;
mod r208;
mod r209;
mod r210;
mod r231;
mod r232;
mod r234;
mod r301;
mod r356;
mod r358;
mod r502;
mod r_int31;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r102::RULE,
    &r103::RULE,
    &r105::RULE,
    &r166::RULE,
    &r167::RULE,
    &r168::RULE,
    &r171::RULE,
    &r174::RULE,
    &r202::RULE,
    &r203::RULE,
    &r204::RULE,
    &r207::RULE,
    &r208::RULE,
    &r209::RULE,
    &r210::RULE,
    &r231::RULE,
    &r232::RULE,
    &r234::RULE,
    &r301::RULE,
    &r356::RULE,
    &r358::RULE,
    &r502::RULE,
    &r_int31::RULE,
];
