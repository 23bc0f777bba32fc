//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r1000;
mod r1001;
mod r1002;
mod r1003;
mod r1004;
mod r1005;
mod r1006;
mod r1007;
mod r1008;
mod r1009;
mod r101;
mod r1010;
mod r1011;
mod r1012;
mod r1014;
mod r1015;
mod r1016;
mod r102;
mod r103;
mod r104;
mod r105;
mod r112;
mod r113;
mod r114;
mod r115;
mod r116;
mod r117;
mod r118;
mod r119;
mod r120;
mod r131;
mod r132;
mod r133;
mod r134;
mod r141;
mod r142;
mod r143;
mod r144;
mod r145;
mod r146;
mod r147;
mod r148;
mod r149;
mod r151;
mod r153;
mod r157;
mod r158;
mod r159;
mod r164;
mod r165;
mod r166;
mod r167;
mod r168;
mod r169;
mod r171;
mod r174;
mod r175;
mod r176;
mod r177;
mod r178;
mod r179;
mod r180;
mod r181;
mod r182;
mod r184;
mod r185;
mod r186;
mod r187;
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
mod r199;
mod r202;
mod r203;
mod r204;
mod r205a;
mod r205b;
mod r205c;
mod r205d;
mod r207;
mod r208;
mod r209;
mod r210;
mod r213;
mod r214;
mod r215;
mod r217;
mod r217t;
mod r218;
mod r219;
mod r221;
mod r222;
mod r224;
mod r225;
mod r226;
mod r227;
mod r228;
mod r229;
mod r230;
mod r231;
mod r232;
mod r233;
mod r234;
mod r241;
mod r242;
mod r243;
mod r3001;
mod r301;
mod r302;
mod r303;
mod r304;
mod r331;
mod r333;
mod r334;
mod r335;
mod r336;
mod r344;
mod r345;
mod r347;
mod r348;
mod r351;
mod r352;
mod r353;
mod r354;
mod r355;
mod r356;
mod r357;
mod r358;
mod r359;
mod r361;
mod r362;
mod r363;
mod r364;
mod r365;
mod r366;
mod r367;
mod r370;
mod r371;
mod r372;
mod r373;
mod r374;
mod r375;
mod r376;
mod r377;
mod r378;
mod r379;
mod r380;
mod r381;
mod r382;
mod r383;
mod r384;
mod r385;
mod r386;
mod r387;
mod r388;
mod r389;
mod r390;
mod r391;
mod r392a;
mod r392b;
mod r392c;
mod r392d;
mod r393;
mod r398;
mod r399;
mod r406;
mod r407;
mod r408;
mod r411;
mod r420;
mod r426;
mod r431;
mod r432;
mod r433;
mod r434;
mod r435;
mod r436;
mod r437;
mod r440;
mod r441;
mod r442;
mod r444;
mod r445;
mod r446;
mod r451;
mod r452;
mod r453;
mod r454;
mod r460;
mod r501;
mod r502;
mod r503a;
mod r503b;
mod r503c;
mod r503d;
mod r503e;
mod r503f;
mod r503g;
mod r503h;
mod r503j;
mod r504;
mod r511;
mod r514;
mod r516;
mod r517;
mod r518;
mod r519;
mod r520;
mod r521;
mod r522;
mod r523;
mod r524;
mod r525;
mod r526;
mod r527;
mod r528;
mod r529;
mod r530;
mod r531;
mod r542;
mod r543;
mod r544;
mod r545;
mod r546;
mod r547;
mod r550;
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
mod r562;
mod r563;
mod r564;
mod r565;
mod r566;
mod r567;
mod r570;
mod r571;
mod r574;
mod r575;
mod r576;
mod r577;
mod r578;
mod r579;
mod r580;
mod r581;
mod r582;
mod r583;
mod r584;
mod r586;
mod r601;
mod r602;
mod r607;
mod r611;
mod r612;
mod r620;
mod r621;
mod r624;
mod r625;
mod r626;
mod r628;
mod r630;
mod r631;
mod r632;
mod r633;
mod r634;
mod r635;
mod r700;
mod r701;
mod r702;
mod r703;
mod r704;
mod r705;
mod r706;
mod r707;
mod r708;
mod r709;
mod r710;
mod r_epi;
mod r_int01;
mod r_int02;
mod r_int03;
mod r_int04;
mod r_int05;
mod r_int06;
mod r_int07;
mod r_int08;
mod r_int09;
mod r_int11;
mod r_int12;
mod r_int13;
mod r_int14;
mod r_int15;
mod r_int16;
mod r_int17;
mod r_int18;
mod r_int21;
mod r_int31;
mod r_int32;
mod r_int33;
mod r_int34;
mod r_int35;
mod r_int36;
mod r_noe;
mod r_sw01astg1;
mod r_sw01bstg1;
mod r_sw01stg1;
mod r_sw02stg1;
mod r_sw03stg1;
mod r_sw04stg1;
mod r_sw05stg1;
mod r_sw06stg2;
mod r_sw07stg2;
mod r_sw08stg2;
mod r_sw09stg2;
mod r_sw10stg2;
mod r_sw11astg2;
mod r_sw11bstg2;
mod r_sw12stg2;
mod r_sw13stg1;
mod r_sw14stg2;
mod r_sw17stg2;

use super::{adoption, ages, earlier_orders, health_items};
use crate::check::Rule;

/// A rule is a file and a line here.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r102::RULE,
    &r103::RULE,
    &r104::RULE,
    &r105::RULE,
    &r112::RULE,
    &r113::RULE,
    &r114::RULE,
    &r115::RULE,
    &r116::RULE,
    &r117::RULE,
    &r118::RULE,
    &r119::RULE,
    &r120::RULE,
    &r131::RULE,
    &r132::RULE,
    &r133::RULE,
    &r134::RULE,
    &r141::RULE,
    &r142::RULE,
    &r143::RULE,
    &r144::RULE,
    &r145::RULE,
    &r146::RULE,
    &r147::RULE,
    &r148::RULE,
    &r149::RULE,
    &r151::RULE,
    &r153::RULE,
    &r157::RULE,
    &r158::RULE,
    &r159::RULE,
    &r164::RULE,
    &r165::RULE,
    &r166::RULE,
    &r167::RULE,
    &r168::RULE,
    &r169::RULE,
    &r171::RULE,
    &r174::RULE,
    &r175::RULE,
    &r176::RULE,
    &r177::RULE,
    &r178::RULE,
    &r179::RULE,
    &r180::RULE,
    &r181::RULE,
    &r182::RULE,
    &r184::RULE,
    &r185::RULE,
    &r186::RULE,
    &r187::RULE,
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
    &r199::RULE,
    &r202::RULE,
    &r203::RULE,
    &r204::RULE,
    &r205a::RULE,
    &r205b::RULE,
    &r205c::RULE,
    &r205d::RULE,
    &r207::RULE,
    &r208::RULE,
    &r209::RULE,
    &r210::RULE,
    &r213::RULE,
    &r214::RULE,
    &r215::RULE,
    &r217::RULE,
    &r217t::RULE,
    &r218::RULE,
    &r219::RULE,
    &r221::RULE,
    &r222::RULE,
    &r224::RULE,
    &r225::RULE,
    &r226::RULE,
    &r227::RULE,
    &r228::RULE,
    &r229::RULE,
    &r230::RULE,
    &r231::RULE,
    &r232::RULE,
    &r233::RULE,
    &r234::RULE,
    &r241::RULE,
    &r242::RULE,
    &r243::RULE,
    &r301::RULE,
    &r302::RULE,
    &r303::RULE,
    &r304::RULE,
    &r331::RULE,
    &r333::RULE,
    &r334::RULE,
    &r335::RULE,
    &r336::RULE,
    &r344::RULE,
    &r345::RULE,
    &r347::RULE,
    &r348::RULE,
    &r351::RULE,
    &r352::RULE,
    &r353::RULE,
    &r354::RULE,
    &r355::RULE,
    &r356::RULE,
    &r357::RULE,
    &r358::RULE,
    &r359::RULE,
    &r361::RULE,
    &r362::RULE,
    &r363::RULE,
    &r364::RULE,
    &r365::RULE,
    &r366::RULE,
    &r367::RULE,
    &r370::RULE,
    &r371::RULE,
    &r372::RULE,
    &r373::RULE,
    &r374::RULE,
    &r375::RULE,
    &r376::RULE,
    &r377::RULE,
    &r378::RULE,
    &r379::RULE,
    &r380::RULE,
    &r381::RULE,
    &r382::RULE,
    &r383::RULE,
    &r384::RULE,
    &r385::RULE,
    &r386::RULE,
    &r387::RULE,
    &r388::RULE,
    &r389::RULE,
    &r390::RULE,
    &r391::RULE,
    &r392a::RULE,
    &r392b::RULE,
    &r392c::RULE,
    &r392d::RULE,
    &r393::RULE,
    &r398::RULE,
    &r399::RULE,
    &r406::RULE,
    &r407::RULE,
    &r408::RULE,
    &r411::RULE,
    &r420::RULE,
    &r426::RULE,
    &r431::RULE,
    &r432::RULE,
    &r433::RULE,
    &r434::RULE,
    &r435::RULE,
    &r436::RULE,
    &r437::RULE,
    &r440::RULE,
    &r441::RULE,
    &r442::RULE,
    &r444::RULE,
    &r445::RULE,
    &r446::RULE,
    &r451::RULE,
    &r452::RULE,
    &r453::RULE,
    &r454::RULE,
    &r460::RULE,
    &r501::RULE,
    &r502::RULE,
    &r503a::RULE,
    &r503b::RULE,
    &r503c::RULE,
    &r503d::RULE,
    &r503e::RULE,
    &r503f::RULE,
    &r503g::RULE,
    &r503h::RULE,
    &r503j::RULE,
    &r504::RULE,
    &r511::RULE,
    &r514::RULE,
    &r516::RULE,
    &r517::RULE,
    &r518::RULE,
    &r519::RULE,
    &r520::RULE,
    &r521::RULE,
    &r522::RULE,
    &r523::RULE,
    &r524::RULE,
    &r525::RULE,
    &r526::RULE,
    &r527::RULE,
    &r528::RULE,
    &r529::RULE,
    &r530::RULE,
    &r531::RULE,
    &r542::RULE,
    &r543::RULE,
    &r544::RULE,
    &r545::RULE,
    &r546::RULE,
    &r547::RULE,
    &r550::RULE,
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
    &r562::RULE,
    &r563::RULE,
    &r564::RULE,
    &r565::RULE,
    &r566::RULE,
    &r567::RULE,
    &r570::RULE,
    &r571::RULE,
    &r574::RULE,
    &r575::RULE,
    &r576::RULE,
    &r577::RULE,
    &r578::RULE,
    &r579::RULE,
    &r580::RULE,
    &r581::RULE,
    &r582::RULE,
    &r583::RULE,
    &r584::RULE,
    &r586::RULE,
    &r601::RULE,
    &r602::RULE,
    &r607::RULE,
    &r611::RULE,
    &r612::RULE,
    &r620::RULE,
    &r621::RULE,
    &r624::RULE,
    &r625::RULE,
    &r626::RULE,
    &r628::RULE,
    &r630::RULE,
    &r631::RULE,
    &r632::RULE,
    &r633::RULE,
    &r634::RULE,
    &r635::RULE,
    &r700::RULE,
    &r701::RULE,
    &r702::RULE,
    &r703::RULE,
    &r704::RULE,
    &r705::RULE,
    &r706::RULE,
    &r707::RULE,
    &r708::RULE,
    &r709::RULE,
    &r710::RULE,
    &r1000::RULE,
    &r1001::RULE,
    &r1002::RULE,
    &r1003::RULE,
    &r1004::RULE,
    &r1005::RULE,
    &r1006::RULE,
    &r1007::RULE,
    &r1008::RULE,
    &r1009::RULE,
    &r1010::RULE,
    &r1011::RULE,
    &r1012::RULE,
    &r1014::RULE,
    &r1015::RULE,
    &r1016::RULE,
    &r3001::RULE,
    &r_epi::RULE,
    &r_noe::RULE,
    &r_int01::RULE,
    &r_int02::RULE,
    &r_int03::RULE,
    &r_int04::RULE,
    &r_int05::RULE,
    &r_int06::RULE,
    &r_int07::RULE,
    &r_int08::RULE,
    &r_int09::RULE,
    &r_int11::RULE,
    &r_sw01stg1::RULE,
    &r_sw01astg1::RULE,
    &r_sw01bstg1::RULE,
    &r_int12::RULE,
    &r_int13::RULE,
    &r_int14::RULE,
    &r_int15::RULE,
    &r_int16::RULE,
    &r_int17::RULE,
    &r_int18::RULE,
    &r_int21::RULE,
    &r_sw02stg1::RULE,
    &r_int31::RULE,
    &r_sw03stg1::RULE,
    &r_int32::RULE,
    &r_int33::RULE,
    &r_int34::RULE,
    &r_int35::RULE,
    &r_int36::RULE,
    &r_sw04stg1::RULE,
    &r_sw05stg1::RULE,
    &r_sw06stg2::RULE,
    &r_sw07stg2::RULE,
    &r_sw08stg2::RULE,
    &r_sw09stg2::RULE,
    &r_sw10stg2::RULE,
    &r_sw11astg2::RULE,
    &r_sw11bstg2::RULE,
    &r_sw12stg2::RULE,
    &r_sw13stg1::RULE,
    &r_sw14stg2::RULE,
    &r_sw17stg2::RULE,
];
