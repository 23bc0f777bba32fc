//! What nearly every rule of the 903 uses.
pub(super) use crate::{
    check::{
        Answer, Case, Check, Child, Column, Level, Reason, Row, Rule, Told, Unclear, Version, Whole, before, is_aged,
    },
    ssda903::{
        absences::*,
        care_leavers::*,
        columns::{
            AD1, DOLO, EPISODES, HEADER, MISSING, OC2, OC3, PLACED_ADOPTION, PREV_PERM, REVIEWS, SW_EPISODES, UASC,
            ad1, dolo, episodes as ep, header, missing, oc2, oc3, placed_adoption as placed, prev_perm, providers,
            reviews, sw_episodes as sw, uasc,
        },
        identity::*,
        ofsted::*,
        stays::*,
        terms::*,
        workers::*,
    },
};
pub(super) use practice::codes;
pub(super) use practice::day::{Date, birthday, date, days_between, plus_days, plus_months};
