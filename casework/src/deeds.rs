//! What may be done, as types: leave to act is leave for one of these. Only those under `writes`
//! can keep a fact.
use kernel::{Deed, Writes};
use practice::access::Act;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident),* ; writes $($(#[$wdoc:meta])* $wname:ident),* $(,)?) => {
        $( $(#[$doc])* pub struct $name; impl Deed for $name { const ACT: Act = Act::$name; } )*
        $( $(#[$wdoc])* pub struct $wname; impl Deed for $wname { const ACT: Act = Act::$wname; } impl Writes for $wname {} )*
    };
}
deeds! {
    ViewChild, ViewTeam, ViewService, ViewLooks, ViewAudit, ViewSetUp, FetchReturn, InviteYoung, RecoverYoung, ViewOwn;
    writes RecordWork, Correct, Waive, DecideCategory, Allocate, Search, CheckSafeguarding, BreakGlass, ReviewOpening, SeeNotice, Restrict, Import, CheckReturn, ExplainQuery, SignReturn, WriteReturn, ManageAccounts, SayOwn, SetUp, RunService,
}
