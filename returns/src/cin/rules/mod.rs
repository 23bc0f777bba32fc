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
mod r8600;
mod r8606;
mod r8608;
mod r8610;
mod r8614;
mod r8615;
mod r8620;
mod r8630;
mod r8640;
mod r8650;
mod r8670q;
mod r8675q;
mod r8696;
mod r8715;
mod r8720;
mod r8730;
mod r8736;
mod r8740;
mod r8750;
mod r8770q;
mod r8772;
mod r8775q;
mod r8790;
mod r8794;
mod r8805;
mod r8810;
mod r8815;
mod r8816;
mod r8820;
mod r8825q;
mod r8831;
mod r8832;
mod r8839;
mod r8840;
mod r8841;
mod r8842q;
mod r8863q;
mod r8866;
mod r8867;
mod r8868;
mod r8869;
mod r8870q;
mod r8873q;
mod r8875;
mod r8890;
mod r8896;
mod r8897q;
mod r8898;
mod r8905;
mod r8910;
mod r8915;
mod r8920;
mod r8925;
mod r8930;
mod r8935;
mod r8940;
mod r8945q;
mod r8950q;
mod r_pp01;
mod r_pp02;
mod r_pp03;
mod r_pp04;
mod r_pp05;
mod r_pp06;
mod r_pp07;
mod r_pp08;
mod r_pp09;
mod r_pp10;
mod r_pp11;
mod r_pp12;
mod r_pp13;
mod r_pp14;
mod r_pp15;
mod r_pp16;
mod r_pp17;
mod r_pp18;
mod r_pp19;

use crate::check::Rule;

/// A rule is a file and a line here.
#[rustfmt::skip]
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
    &r8600::RULE,
    &r8606::RULE,
    &r8608::RULE,
    &r8610::RULE,
    &r8614::RULE,
    &r8615::RULE,
    &r8620::RULE,
    &r8630::RULE,
    &r8640::RULE,
    &r8650::RULE,
    &r8670q::RULE,
    &r8675q::RULE,
    &r8696::RULE,
    &r8715::RULE,
    &r8720::RULE,
    &r8730::RULE,
    &r8736::RULE,
    &r8740::RULE,
    &r8750::RULE,
    &r8770q::RULE,
    &r8772::RULE,
    &r8775q::RULE,
    &r8790::RULE,
    &r8794::RULE,
    &r8805::RULE,
    &r8810::RULE,
    &r8815::RULE,
    &r8816::RULE,
    &r8820::RULE,
    &r8825q::RULE,
    &r8831::RULE,
    &r8832::RULE,
    &r8839::RULE,
    &r8840::RULE,
    &r8841::RULE,
    &r8842q::RULE,
    &r8863q::RULE,
    &r8866::RULE,
    &r8867::RULE,
    &r8868::RULE,
    &r8869::RULE,
    &r8870q::RULE,
    &r8873q::RULE,
    &r8875::RULE,
    &r8890::RULE,
    &r8896::RULE,
    &r8897q::RULE,
    &r8898::RULE,
    &r8905::RULE,
    &r8910::RULE,
    &r8915::RULE,
    &r8920::RULE,
    &r8925::RULE,
    &r8930::RULE,
    &r8935::RULE,
    &r8940::RULE,
    &r8945q::RULE,
    &r8950q::RULE,
    &r_pp01::RULE,
    &r_pp02::RULE,
    &r_pp03::RULE,
    &r_pp04::RULE,
    &r_pp05::RULE,
    &r_pp06::RULE,
    &r_pp07::RULE,
    &r_pp08::RULE,
    &r_pp09::RULE,
    &r_pp10::RULE,
    &r_pp11::RULE,
    &r_pp12::RULE,
    &r_pp13::RULE,
    &r_pp14::RULE,
    &r_pp15::RULE,
    &r_pp16::RULE,
    &r_pp17::RULE,
    &r_pp18::RULE,
    &r_pp19::RULE,
];
