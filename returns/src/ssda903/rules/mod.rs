//! Every rule of the SSDA903, a file each, in the order of their codes.
mod prelude;
mod r1009;
mod r101;
mod r1012;
mod r1015;
mod r141;
mod r142;
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
mod r199;
mod r213;
mod r214;
mod r217;
mod r217t;
mod r218;
mod r222;
mod r225;
mod r226;
mod r227;
mod r228;
mod r230;
mod r233;
mod r241;
mod r242;
mod r243;
mod r336;
mod r353;
mod r354;
mod r355;
mod r356;
mod r357;
mod r358;
mod r361;
mod r362;
mod r363;
mod r364;
mod r365;
mod r366;
mod r367;
mod r377;
mod r378;
mod r380;
mod r381;
mod r382;
mod r383;
mod r384;
mod r385;
mod r388;
mod r390;
mod r392a;
mod r392b;
mod r392c;
mod r392d;
mod r398;
mod r406;
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
mod r445;
mod r446;
mod r451;
mod r452;
mod r453;
mod r454;
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
mod r516;
mod r526;
mod r527;
mod r528;
mod r529;
mod r530;
mod r531;
mod r550;
mod r562;
mod r_int31;
mod r_noe;

use crate::check::Rule;

pub const RULES: &[&Rule] = &[
    &r101::RULE,
    &r141::RULE,
    &r142::RULE,
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
    &r199::RULE,
    &r213::RULE,
    &r214::RULE,
    &r217::RULE,
    &r217t::RULE,
    &r218::RULE,
    &r222::RULE,
    &r225::RULE,
    &r226::RULE,
    &r227::RULE,
    &r228::RULE,
    &r230::RULE,
    &r233::RULE,
    &r241::RULE,
    &r242::RULE,
    &r243::RULE,
    &r336::RULE,
    &r353::RULE,
    &r354::RULE,
    &r355::RULE,
    &r356::RULE,
    &r357::RULE,
    &r358::RULE,
    &r361::RULE,
    &r362::RULE,
    &r363::RULE,
    &r364::RULE,
    &r365::RULE,
    &r366::RULE,
    &r367::RULE,
    &r377::RULE,
    &r378::RULE,
    &r380::RULE,
    &r381::RULE,
    &r382::RULE,
    &r383::RULE,
    &r384::RULE,
    &r385::RULE,
    &r388::RULE,
    &r390::RULE,
    &r392a::RULE,
    &r392b::RULE,
    &r392c::RULE,
    &r392d::RULE,
    &r398::RULE,
    &r406::RULE,
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
    &r445::RULE,
    &r446::RULE,
    &r451::RULE,
    &r452::RULE,
    &r453::RULE,
    &r454::RULE,
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
    &r516::RULE,
    &r526::RULE,
    &r527::RULE,
    &r528::RULE,
    &r529::RULE,
    &r530::RULE,
    &r531::RULE,
    &r550::RULE,
    &r562::RULE,
    &r1009::RULE,
    &r1012::RULE,
    &r1015::RULE,
    &r_noe::RULE,
    &r_int31::RULE,
];
