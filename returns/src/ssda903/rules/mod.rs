//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r1000;
mod r1001;
mod r1002;
mod r1004;
mod r1005;
mod r1006;
mod r1007;
mod r1008;
mod r101;
mod r1010;
mod r1011;
mod r1014;
mod r1016;
mod r102;
mod r103;
mod r104;
mod r105;
mod r131;
mod r132;
mod r133;
mod r134;
mod r153;
mod r165;
mod r166;
mod r167;
mod r168;
mod r171;
mod r174;
mod r187;
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
mod r215;
mod r219;
mod r221;
mod r224;
mod r229;
mod r231;
mod r232;
mod r234;
mod r3001;
mod r301;
mod r303;
mod r304;
mod r344;
mod r345;
mod r347;
mod r348;
mod r356;
mod r358;
mod r391;
mod r399;
mod r407;
mod r440;
mod r441;
mod r442;
mod r444;
mod r460;
mod r502;
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
mod r580;
mod r581;
mod r586;
mod r607;
mod r611;
mod r612;
mod r620;
mod r621;
mod r624;
mod r625;
mod r626;
mod r628;
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
mod r_int03;
mod r_int04;
mod r_int06;
mod r_int08;
mod r_int09;
mod r_int13;
mod r_int15;
mod r_int17;
mod r_int18;
mod r_int21;
mod r_int31;
mod r_int32;
mod r_int34;
mod r_int36;
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

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r102::RULE,
    &r103::RULE,
    &r104::RULE,
    &r105::RULE,
    &r131::RULE,
    &r132::RULE,
    &r133::RULE,
    &r134::RULE,
    &r153::RULE,
    &r165::RULE,
    &r166::RULE,
    &r167::RULE,
    &r168::RULE,
    &r171::RULE,
    &r174::RULE,
    &r187::RULE,
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
    &r215::RULE,
    &r219::RULE,
    &r221::RULE,
    &r224::RULE,
    &r229::RULE,
    &r231::RULE,
    &r232::RULE,
    &r234::RULE,
    &r301::RULE,
    &r303::RULE,
    &r304::RULE,
    &r344::RULE,
    &r345::RULE,
    &r347::RULE,
    &r348::RULE,
    &r356::RULE,
    &r358::RULE,
    &r391::RULE,
    &r399::RULE,
    &r407::RULE,
    &r440::RULE,
    &r441::RULE,
    &r442::RULE,
    &r444::RULE,
    &r460::RULE,
    &r502::RULE,
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
    &r580::RULE,
    &r581::RULE,
    &r586::RULE,
    &r607::RULE,
    &r611::RULE,
    &r612::RULE,
    &r620::RULE,
    &r621::RULE,
    &r624::RULE,
    &r625::RULE,
    &r626::RULE,
    &r628::RULE,
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
    &r1004::RULE,
    &r1005::RULE,
    &r1006::RULE,
    &r1007::RULE,
    &r1008::RULE,
    &r1010::RULE,
    &r1011::RULE,
    &r1014::RULE,
    &r1016::RULE,
    &r3001::RULE,
    &r_epi::RULE,
    &r_int03::RULE,
    &r_int04::RULE,
    &r_int06::RULE,
    &r_int08::RULE,
    &r_int09::RULE,
    &r_sw01stg1::RULE,
    &r_sw01astg1::RULE,
    &r_sw01bstg1::RULE,
    &r_int13::RULE,
    &r_int15::RULE,
    &r_int17::RULE,
    &r_int18::RULE,
    &r_int21::RULE,
    &r_sw02stg1::RULE,
    &r_int31::RULE,
    &r_sw03stg1::RULE,
    &r_int32::RULE,
    &r_int34::RULE,
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
