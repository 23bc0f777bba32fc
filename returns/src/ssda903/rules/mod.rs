//! Every rule of the SSDA903, a file each, in the order of their codes.
mod across;
mod adoption;
mod ages;
mod health;
mod prelude;
mod r101;
mod r112;
mod r113;
mod r114;
mod r115;
mod r116;
mod r117;
mod r118;
mod r119;
mod r120;
mod r151;
mod r157;
mod r158;
mod r159;
mod r175;
mod r176;
mod r177;
mod r180;
mod r181;
mod r182;
mod r184;
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
mod r331;
mod r333;
mod r334;
mod r335;
mod r356;
mod r358;
mod r502;
mod r511;
mod r514;
mod r517;
mod r518;
mod r519;
mod r520;
mod r521;
mod r522;
mod r523;
mod r524;
mod r525;
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
    &r112::RULE,
    &r113::RULE,
    &r114::RULE,
    &r115::RULE,
    &r116::RULE,
    &r117::RULE,
    &r118::RULE,
    &r119::RULE,
    &r120::RULE,
    &r151::RULE,
    &r157::RULE,
    &r158::RULE,
    &r159::RULE,
    &r175::RULE,
    &r176::RULE,
    &r177::RULE,
    &r180::RULE,
    &r181::RULE,
    &r182::RULE,
    &r184::RULE,
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
    &r331::RULE,
    &r333::RULE,
    &r334::RULE,
    &r335::RULE,
    &r356::RULE,
    &r358::RULE,
    &r502::RULE,
    &r511::RULE,
    &r514::RULE,
    &r517::RULE,
    &r518::RULE,
    &r519::RULE,
    &r520::RULE,
    &r521::RULE,
    &r522::RULE,
    &r523::RULE,
    &r524::RULE,
    &r525::RULE,
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
