//! Every rule of the SSDA903, a file each, in the order of their codes.
mod across;
mod adoption;
mod ages;
mod health;
mod permanence;
mod prelude;
mod r1003;
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
mod r302;
mod r331;
mod r333;
mod r334;
mod r335;
mod r351;
mod r352;
mod r356;
mod r358;
mod r359;
mod r370;
mod r371;
mod r372;
mod r373;
mod r374;
mod r375;
mod r376;
mod r379;
mod r386;
mod r387;
mod r389;
mod r393;
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
mod r551;
mod r552;
mod r553;
mod r554;
mod r555;
mod r556;
mod r557;
mod r558;
mod r559;
mod r560;
mod r561;
mod r563;
mod r579;
mod r582;
mod r583;
mod r584;
mod r601;
mod r602;
mod r630;
mod r631;
mod r632;
mod r633;
mod r634;
mod r635;
mod r_int01;
mod r_int02;
mod r_int05;
mod r_int07;
mod r_int11;
mod r_int12;
mod r_int14;
mod r_int16;
mod r_int31;
mod r_int33;
mod r_int35;
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
    &r302::RULE,
    &r331::RULE,
    &r333::RULE,
    &r334::RULE,
    &r335::RULE,
    &r351::RULE,
    &r352::RULE,
    &r356::RULE,
    &r358::RULE,
    &r359::RULE,
    &r370::RULE,
    &r371::RULE,
    &r372::RULE,
    &r373::RULE,
    &r374::RULE,
    &r375::RULE,
    &r376::RULE,
    &r379::RULE,
    &r386::RULE,
    &r387::RULE,
    &r389::RULE,
    &r393::RULE,
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
    &r551::RULE,
    &r552::RULE,
    &r553::RULE,
    &r554::RULE,
    &r555::RULE,
    &r556::RULE,
    &r557::RULE,
    &r558::RULE,
    &r559::RULE,
    &r560::RULE,
    &r561::RULE,
    &r563::RULE,
    &r579::RULE,
    &r582::RULE,
    &r583::RULE,
    &r584::RULE,
    &r601::RULE,
    &r602::RULE,
    &r630::RULE,
    &r631::RULE,
    &r632::RULE,
    &r633::RULE,
    &r634::RULE,
    &r635::RULE,
    &r1003::RULE,
    &r_int01::RULE,
    &r_int02::RULE,
    &r_int05::RULE,
    &r_int07::RULE,
    &r_int11::RULE,
    &r_int12::RULE,
    &r_int14::RULE,
    &r_int16::RULE,
    &r_int31::RULE,
    &r_int33::RULE,
    &r_int35::RULE,
];
