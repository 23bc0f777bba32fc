//! The tables of the SSDA903, column by column.
mod absences;
mod care_leavers;
pub mod columns;
mod identity;
mod ofsted;
mod rules;
mod stays;
mod terms;
mod workers;

use crate::check::{Form, Rule, carried, listed};
use crate::table::{
    Kind::{Code, Day, DayAhead, DayInPart, Number, Text, YesNo},
    Table, may, must,
};
use practice::{
    care, day::Date, health, leavers, missing, people, permanence, placements, reported::Return, workforce,
};
use std::borrow::Cow;

/// The return as its rules see it.
pub const FORM: Form = Form { which: Return::Ssda903, tables: columns::TABLES, rules: RULES, day };
const RULES: &[&Rule] = &listed::<{ rules::RULES.len() }>(&carried(rules::RULES));

/// 31/03/2026, and no other way.
fn day(text: &str) -> Option<Date> {
    let is_form = text.len() == 10
        && text.bytes().enumerate().all(|(n, b)| match n {
            2 | 5 => b == b'/',
            _ => b.is_ascii_digit(),
        });
    if !is_form {
        return None;
    }
    Date::new(text[6..].parse().ok()?, text[3..5].parse().ok()?, text[..2].parse().ok()?).ok()
}

pub(crate) const TABLES: &[&Table] = &[
    &HEADER,
    &EPISODES,
    &REVIEWS,
    &UASC,
    &OC2,
    &OC3,
    &AD1,
    &PLACED_ADOPTION,
    &PREV_PERM,
    &MISSING,
    &SW_EPISODES,
    &DOLO,
];
/// Other names under which a column comes: the XML's, and before 2019 GENDER.
const ALSO: &[(&str, &str)] = &[("CHILDID", "CHILD"), ("CHILD_ID", "CHILD"), ("GENDER", "SEX"), ("PL", "PLACE")];
pub(crate) fn column_name(heading: &str) -> Cow<'_, str> {
    let heading = heading.trim();
    let is_usual = heading.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    let name = match is_usual {
        true => Cow::Borrowed(heading),
        false => Cow::Owned(heading.to_uppercase().replace([' ', '-'], "_")),
    };
    ALSO.iter().find(|(also, _)| *also == name).map_or(name, |(_, usual)| Cow::Borrowed(*usual))
}

pub(crate) const HEADER: Table = Table {
    name: "Header",
    which: Return::Ssda903,
    usual: &["HEADER"],
    marks: &["ETHNIC", "UPN"],
    key: None,
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("SEX", Code("s903.sex")),
        must("DOB", Day),
        must("ETHNIC", Code("ethnicity")),
        must("UPN", Text),
        may("MOTHER", YesNo),
        may("MC_DOB", Day),
        may("UASC", YesNo),
    ],
    fact: |r| {
        let row = people::reported::Header {
            sex: r.cell("SEX"),
            dob: r.cell("DOB"),
            ethnic: r.cell("ETHNIC"),
            upn: r.cell("UPN"),
            mother: r.cell("MOTHER"),
            mc_dob: r.cell("MC_DOB"),
            uasc: r.cell("UASC"),
            ..Default::default()
        };
        people::Fact::HeaderReported(Box::new(row)).into()
    },
};
pub(crate) const EPISODES: Table = Table {
    name: "Episodes",
    which: Return::Ssda903,
    usual: &["EPISODES"],
    marks: &["DECOM", "RNE"],
    key: Some("DECOM"),
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DECOM", Day),
        must("RNE", Code("s903.rne")),
        must("LS", Code("s903.legal_status")),
        must("CIN", Code("s903.category_of_need")),
        must("PLACE", Code("s903.placement_type")),
        may("PLACE_PROVIDER", Code("s903.placement_provider")),
        may("DEC", Day),
        may("REC", Code("s903.reason_episode_ceased")),
        may("REASON_PLACE_CHANGE", Code("s903.reason_placement_change")),
        may("HOME_POST", Text),
        may("PL_POST", Text),
        may("URN", Text),
    ],
    fact: |r| {
        let row = care::reported::Episode {
            decom: r.cell("DECOM"),
            rne: r.cell("RNE"),
            ls: r.cell("LS"),
            cin: r.cell("CIN"),
            place: r.cell("PLACE"),
            place_provider: r.cell("PLACE_PROVIDER"),
            dec: r.cell("DEC"),
            rec: r.cell("REC"),
            reason_place_change: r.cell("REASON_PLACE_CHANGE"),
            home_post: r.cell("HOME_POST"),
            pl_post: r.cell("PL_POST"),
            urn: r.cell("URN"),
            ..Default::default()
        };
        care::Fact::EpisodeReported(Box::new(row)).into()
    },
};
pub(crate) const REVIEWS: Table = Table {
    name: "Reviews",
    which: Return::Ssda903,
    usual: &["REVIEWS"],
    marks: &["REVIEW", "REVIEW_CODE"],
    key: Some("REVIEW"),
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("REVIEW", Day),
        must("REVIEW_CODE", Code("s903.review_participation")),
    ],
    fact: |r| {
        let row = care::reported::Review {
            dob: r.cell("DOB"),
            review: r.cell("REVIEW"),
            review_code: r.cell("REVIEW_CODE"),
            ..Default::default()
        };
        care::Fact::ReviewReported(Box::new(row)).into()
    },
};
pub(crate) const UASC: Table = Table {
    name: "UASC",
    which: Return::Ssda903,
    usual: &["UASC"],
    marks: &["DUC"],
    key: None,
    yearly: false,
    columns: &[must("CHILD", Text), must("SEX", Code("s903.sex")), must("DOB", Day), may("DUC", DayAhead)],
    fact: |r| {
        let row =
            care::reported::Uasc { sex: r.cell("SEX"), dob: r.cell("DOB"), duc: r.cell("DUC"), ..Default::default() };
        care::Fact::UascReported(Box::new(row)).into()
    },
};
pub(crate) const OC2: Table = Table {
    name: "OC2",
    which: Return::Ssda903,
    usual: &["OC2"],
    marks: &["SDQ_SCORE", "HEALTH_ASSESSMENT"],
    key: None,
    yearly: true,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        may("SDQ_SCORE", Number(0, 40)),
        may("SDQ_REASON", Code("s903.sdq_reason")),
        may("CONVICTED", YesNo),
        may("HEALTH_CHECK", YesNo),
        may("IMMUNISATIONS", YesNo),
        may("TEETH_CHECK", YesNo),
        may("HEALTH_ASSESSMENT", YesNo),
        may("SUBSTANCE_MISUSE", YesNo),
        may("INTERVENTION_RECEIVED", YesNo),
        may("INTERVENTION_OFFERED", YesNo),
    ],
    fact: |r| {
        let row = health::reported::Oc2 {
            dob: r.cell("DOB"),
            sdq_score: r.cell("SDQ_SCORE"),
            sdq_reason: r.cell("SDQ_REASON"),
            convicted: r.cell("CONVICTED"),
            health_check: r.cell("HEALTH_CHECK"),
            immunisations: r.cell("IMMUNISATIONS"),
            teeth_check: r.cell("TEETH_CHECK"),
            health_assessment: r.cell("HEALTH_ASSESSMENT"),
            substance_misuse: r.cell("SUBSTANCE_MISUSE"),
            intervention_received: r.cell("INTERVENTION_RECEIVED"),
            intervention_offered: r.cell("INTERVENTION_OFFERED"),
            ..Default::default()
        };
        health::Fact::Oc2Reported(Box::new(row)).into()
    },
};
pub(crate) const OC3: Table = Table {
    name: "OC3",
    which: Return::Ssda903,
    usual: &["OC3"],
    marks: &["IN_TOUCH", "ACCOM"],
    key: None,
    yearly: true,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("IN_TOUCH", Code("s903.in_touch")),
        must("ACTIV", Code("s903.activity")),
        must("ACCOM", Code("s903.accommodation")),
    ],
    fact: |r| {
        let row = leavers::reported::Oc3 {
            dob: r.cell("DOB"),
            in_touch: r.cell("IN_TOUCH"),
            activ: r.cell("ACTIV"),
            accom: r.cell("ACCOM"),
            ..Default::default()
        };
        leavers::Fact::Oc3Reported(Box::new(row)).into()
    },
};
pub(crate) const AD1: Table = Table {
    name: "AD1",
    which: Return::Ssda903,
    usual: &["AD1"],
    marks: &["DATE_INT", "DATE_MATCH"],
    key: None,
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("DATE_INT", Day),
        must("DATE_MATCH", Day),
        must("FOSTER_CARE", YesNo),
        must("NB_ADOPTR", Number(1, 2)),
        must("SEX_ADOPTR", Code("s903.sex_adoptr")),
        must("LS_ADOPTR", Code("s903.ls_adoptr")),
    ],
    fact: |r| {
        let row = permanence::reported::Ad1 {
            dob: r.cell("DOB"),
            date_int: r.cell("DATE_INT"),
            date_match: r.cell("DATE_MATCH"),
            foster_care: r.cell("FOSTER_CARE"),
            nb_adoptr: r.cell("NB_ADOPTR"),
            sex_adoptr: r.cell("SEX_ADOPTR"),
            ls_adoptr: r.cell("LS_ADOPTR"),
            ..Default::default()
        };
        permanence::Fact::Ad1Reported(Box::new(row)).into()
    },
};
pub(crate) const PLACED_ADOPTION: Table = Table {
    name: "PlacedAdoption",
    which: Return::Ssda903,
    usual: &["PLACEDFORADOPTION", "PLACEDADOPTION"],
    marks: &["DATE_PLACED"],
    key: Some("DATE_PLACED"),
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("DATE_PLACED", Day),
        may("DATE_PLACED_CEASED", Day),
        may("REASON_PLACED_CEASED", Code("s903.reason_placed_ceased")),
    ],
    fact: |r| {
        let row = permanence::reported::PlacedForAdoption {
            dob: r.cell("DOB"),
            date_placed: r.cell("DATE_PLACED"),
            date_placed_ceased: r.cell("DATE_PLACED_CEASED"),
            reason_placed_ceased: r.cell("REASON_PLACED_CEASED"),
            ..Default::default()
        };
        permanence::Fact::PlacedForAdoptionReported(Box::new(row)).into()
    },
};
pub(crate) const PREV_PERM: Table = Table {
    name: "PrevPerm",
    which: Return::Ssda903,
    usual: &["PREVIOUSPERMANENCE", "PREVPERM"],
    marks: &["PREV_PERM"],
    key: None,
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("PREV_PERM", Code("s903.prev_perm")),
        may("LA_PERM", Text),
        may("DATE_PERM", DayInPart),
    ],
    fact: |r| {
        let row = permanence::reported::PreviousPermanence {
            dob: r.cell("DOB"),
            prev_perm: r.cell("PREV_PERM"),
            la_perm: r.cell("LA_PERM"),
            date_perm: r.cell("DATE_PERM"),
            ..Default::default()
        };
        permanence::Fact::PreviousPermanenceReported(Box::new(row)).into()
    },
};
pub(crate) const MISSING: Table = Table {
    name: "Missing",
    which: Return::Ssda903,
    usual: &["MISSING"],
    marks: &["MISSING", "MIS_START"],
    key: Some("MIS_START"),
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("MISSING", Code("s903.missing")),
        must("MIS_START", Day),
        may("MIS_END", Day),
    ],
    fact: |r| {
        let row = missing::reported::Missing {
            dob: r.cell("DOB"),
            missing: r.cell("MISSING"),
            mis_start: r.cell("MIS_START"),
            mis_end: r.cell("MIS_END"),
            ..Default::default()
        };
        missing::Fact::MissingReported(Box::new(row)).into()
    },
};
pub(crate) const SW_EPISODES: Table = Table {
    name: "SWEpisodes",
    which: Return::Ssda903,
    usual: &["SWEPISODES", "SOCIALWORKER"],
    marks: &["SW_ID", "SW_DECOM"],
    key: Some("SW_DECOM"),
    yearly: false,
    columns: &[
        must("CHILD", Text),
        must("DOB", Day),
        must("SW_ID", Text),
        must("SW_DECOM", DayInPart),
        may("SW_DEC", DayInPart),
        may("SW_REASON", Code("s903.sw_reason")),
    ],
    fact: |r| {
        let row = workforce::reported::WorkerEpisode {
            dob: r.cell("DOB"),
            sw_id: r.cell("SW_ID"),
            sw_decom: r.cell("SW_DECOM"),
            sw_dec: r.cell("SW_DEC"),
            sw_reason: r.cell("SW_REASON"),
            ..Default::default()
        };
        workforce::Fact::WorkerEpisodeReported(Box::new(row)).into()
    },
};
pub(crate) const DOLO: Table = Table {
    name: "DoLo",
    which: Return::Ssda903,
    usual: &["DOLO"],
    marks: &["DOLO_START"],
    key: Some("DOLO_START"),
    yearly: false,
    columns: &[must("CHILD", Text), must("DOB", Day), must("DOLO_START", Day), may("DOLO_END", DayAhead)],
    fact: |r| {
        let row = placements::reported::DeprivationOfLiberty {
            dob: r.cell("DOB"),
            dolo_start: r.cell("DOLO_START"),
            dolo_end: r.cell("DOLO_END"),
            ..Default::default()
        };
        placements::Fact::DeprivationOfLibertyReported(Box::new(row)).into()
    },
};
