//! The tables of the SSDA903, column by column.
mod absences;
mod adoption;
mod ages;
mod care_leavers;
pub mod columns;
mod earlier_orders;
mod health_items;
mod identity;
mod ofsted;
mod rules;
mod stays;
mod terms;
mod workers;

use crate::check::{Form, Rule, carried, listed};
use crate::table::{
    Kind::{Code, Day, DayAhead, DayInPart, Number, Text, YesNo},
    Table, may, must, row,
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
    row: row!(People people::Header as HeaderReported {
        sex: "SEX",
        dob: "DOB",
        ethnic: "ETHNIC",
        upn: "UPN",
        mother: "MOTHER",
        mc_dob: "MC_DOB",
        uasc: "UASC",
    }),
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
    row: row!(Care care::Episode as EpisodeReported {
        decom: "DECOM",
        rne: "RNE",
        ls: "LS",
        cin: "CIN",
        place: "PLACE",
        place_provider: "PLACE_PROVIDER",
        dec: "DEC",
        rec: "REC",
        reason_place_change: "REASON_PLACE_CHANGE",
        home_post: "HOME_POST",
        pl_post: "PL_POST",
        urn: "URN",
    }),
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
    row: row!(Care care::Review as ReviewReported { dob: "DOB", review: "REVIEW", review_code: "REVIEW_CODE" }),
};
pub(crate) const UASC: Table = Table {
    name: "UASC",
    which: Return::Ssda903,
    usual: &["UASC"],
    marks: &["DUC"],
    key: None,
    yearly: false,
    columns: &[must("CHILD", Text), must("SEX", Code("s903.sex")), must("DOB", Day), may("DUC", DayAhead)],
    row: row!(Care care::Uasc as UascReported { sex: "SEX", dob: "DOB", duc: "DUC" }),
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
    row: row!(Health health::Oc2 as Oc2Reported {
        dob: "DOB",
        sdq_score: "SDQ_SCORE",
        sdq_reason: "SDQ_REASON",
        convicted: "CONVICTED",
        health_check: "HEALTH_CHECK",
        immunisations: "IMMUNISATIONS",
        teeth_check: "TEETH_CHECK",
        health_assessment: "HEALTH_ASSESSMENT",
        substance_misuse: "SUBSTANCE_MISUSE",
        intervention_received: "INTERVENTION_RECEIVED",
        intervention_offered: "INTERVENTION_OFFERED",
    }),
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
    row: row!(Leavers leavers::Oc3 as Oc3Reported { dob: "DOB", in_touch: "IN_TOUCH", activ: "ACTIV", accom: "ACCOM" }),
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
    row: row!(Permanence permanence::Ad1 as Ad1Reported {
        dob: "DOB",
        date_int: "DATE_INT",
        date_match: "DATE_MATCH",
        foster_care: "FOSTER_CARE",
        nb_adoptr: "NB_ADOPTR",
        sex_adoptr: "SEX_ADOPTR",
        ls_adoptr: "LS_ADOPTR",
    }),
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
    row: row!(Permanence permanence::PlacedForAdoption as PlacedForAdoptionReported {
        dob: "DOB",
        date_placed: "DATE_PLACED",
        date_placed_ceased: "DATE_PLACED_CEASED",
        reason_placed_ceased: "REASON_PLACED_CEASED",
    }),
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
    row: row!(Permanence permanence::PreviousPermanence as PreviousPermanenceReported {
        dob: "DOB",
        prev_perm: "PREV_PERM",
        la_perm: "LA_PERM",
        date_perm: "DATE_PERM",
    }),
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
    row: row!(Missing missing::Missing as MissingReported {
        dob: "DOB",
        missing: "MISSING",
        mis_start: "MIS_START",
        mis_end: "MIS_END",
    }),
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
    row: row!(Workforce workforce::WorkerEpisode as WorkerEpisodeReported {
        dob: "DOB",
        sw_id: "SW_ID",
        sw_decom: "SW_DECOM",
        sw_dec: "SW_DEC",
        sw_reason: "SW_REASON",
    }),
};
pub(crate) const DOLO: Table = Table {
    name: "DoLo",
    which: Return::Ssda903,
    usual: &["DOLO"],
    marks: &["DOLO_START"],
    key: Some("DOLO_START"),
    yearly: false,
    columns: &[must("CHILD", Text), must("DOB", Day), must("DOLO_START", Day), may("DOLO_END", DayAhead)],
    row: row!(Placements placements::DeprivationOfLiberty as DeprivationOfLibertyReported {
        dob: "DOB",
        dolo_start: "DOLO_START",
        dolo_end: "DOLO_END",
    }),
};
