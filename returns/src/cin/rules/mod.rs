//! Every rule of the children in need census, a file each, in the order of their codes.
mod prelude;
mod r100;
mod r1103;
mod r1104;
mod r1105;
mod r1510;
mod r1520;
mod r1530;
mod r1540;
mod r1550;
mod r1560q;
mod r1570;
mod r1580;
mod r2883;
mod r2884;
mod r2885;
mod r2886q;
mod r2887q;
mod r2888q;
mod r2889;
mod r2990;
mod r2991q;
mod r4000;
mod r4001;
mod r4003;
mod r4004;
mod r4008;
mod r4009q;
mod r4010;
mod r4011;
mod r4012q;
mod r4013;
mod r4014;
mod r4015;
mod r4016;
mod r4017;
mod r4180;
mod r4220;
mod r8500;
mod r8510;
mod r8520;
mod r8525q;
mod r8530q;
mod r8535q;
mod r8540;
mod r8545q;
mod r8555q;
mod r8565;
mod r8568;
mod r8569q;
mod r8585q;
mod r8590;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r100::RULE,
    &r1103::RULE,
    &r1104::RULE,
    &r1105::RULE,
    &r1510::RULE,
    &r1520::RULE,
    &r1530::RULE,
    &r1540::RULE,
    &r1550::RULE,
    &r1560q::RULE,
    &r1570::RULE,
    &r1580::RULE,
    &r2883::RULE,
    &r2884::RULE,
    &r2885::RULE,
    &r2886q::RULE,
    &r2887q::RULE,
    &r2888q::RULE,
    &r2889::RULE,
    &r2990::RULE,
    &r2991q::RULE,
    &r4000::RULE,
    &r4001::RULE,
    &r4003::RULE,
    &r4004::RULE,
    &r4008::RULE,
    &r4009q::RULE,
    &r4010::RULE,
    &r4011::RULE,
    &r4012q::RULE,
    &r4013::RULE,
    &r4014::RULE,
    &r4015::RULE,
    &r4016::RULE,
    &r4017::RULE,
    &r4180::RULE,
    &r4220::RULE,
    &r8500::RULE,
    &r8510::RULE,
    &r8520::RULE,
    &r8525q::RULE,
    &r8530q::RULE,
    &r8535q::RULE,
    &r8540::RULE,
    &r8545q::RULE,
    &r8555q::RULE,
    &r8565::RULE,
    &r8568::RULE,
    &r8569q::RULE,
    &r8585q::RULE,
    &r8590::RULE,
];
