//! The columns of the SSDA903 as its rules name them.
use crate::check::{Column, Spec, TableNo};

const fn spec(name: &'static str, columns: &'static [&'static str], in_order_of: Option<u8>) -> Spec {
    Spec { name, columns, of_a_child: true, in_order_of }
}
pub const HEADER: TableNo = TableNo(0);
pub const EPISODES: TableNo = TableNo(1);
pub const REVIEWS: TableNo = TableNo(2);
pub const UASC: TableNo = TableNo(3);
pub const OC2: TableNo = TableNo(4);
pub const OC3: TableNo = TableNo(5);
pub const AD1: TableNo = TableNo(6);
pub const PLACED_ADOPTION: TableNo = TableNo(7);
pub const PREV_PERM: TableNo = TableNo(8);
pub const MISSING: TableNo = TableNo(9);
pub const SW_EPISODES: TableNo = TableNo(10);
pub const DOLO: TableNo = TableNo(11);
/// Ofsted's lists of providers: not of the return, given beside it.
pub const PROVIDERS: TableNo = TableNo(12);

/// Columns of Episodes that no file holds: they are worked out from the two postcodes.
pub const DERIVED: &[&str] = &["PL_LA", "PL_LOCATION", "PL_DISTANCE"];

pub const TABLES: &[Spec] = &[
    spec("Header", &["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB", "UASC"], None),
    spec(
        "Episodes",
        &[
            "CHILD",
            "DECOM",
            "RNE",
            "LS",
            "CIN",
            "PLACE",
            "PLACE_PROVIDER",
            "DEC",
            "REC",
            "REASON_PLACE_CHANGE",
            "HOME_POST",
            "PL_POST",
            "URN",
            // Derived from the two postcodes, where a postcode file is given.
            "PL_LA",
            "PL_LOCATION",
            "PL_DISTANCE",
        ],
        Some(1),
    ),
    spec("Reviews", &["CHILD", "DOB", "REVIEW", "REVIEW_CODE"], Some(2)),
    spec("UASC", &["CHILD", "SEX", "DOB", "DUC"], None),
    spec(
        "OC2",
        &[
            "CHILD",
            "DOB",
            "SDQ_SCORE",
            "SDQ_REASON",
            "CONVICTED",
            "HEALTH_CHECK",
            "IMMUNISATIONS",
            "TEETH_CHECK",
            "HEALTH_ASSESSMENT",
            "SUBSTANCE_MISUSE",
            "INTERVENTION_RECEIVED",
            "INTERVENTION_OFFERED",
        ],
        None,
    ),
    spec("OC3", &["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"], None),
    spec(
        "AD1",
        &["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"],
        None,
    ),
    spec("PlacedAdoption", &["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"], Some(2)),
    spec("PrevPerm", &["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"], None),
    spec("Missing", &["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"], Some(3)),
    spec("SWEpisodes", &["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"], Some(3)),
    spec("DoLo", &["CHILD", "DOB", "DOLO_START", "DOLO_END"], Some(2)),
    Spec {
        name: "Providers",
        columns: &["URN", "LA_CODE_INFERRED", "PLACE_CODES", "PROVIDER_CODES", "REG_END", "POSTCODE"],
        of_a_child: false,
        in_order_of: None,
    },
];

const fn column(table: TableNo, name: &str) -> Column {
    Column::of(TABLES, table, name)
}
pub mod header {
    use super::{Column, column};
    pub const CHILD: Column = column(super::HEADER, "CHILD");
    pub const SEX: Column = column(super::HEADER, "SEX");
    pub const DOB: Column = column(super::HEADER, "DOB");
    pub const ETHNIC: Column = column(super::HEADER, "ETHNIC");
    pub const UPN: Column = column(super::HEADER, "UPN");
    pub const MOTHER: Column = column(super::HEADER, "MOTHER");
    pub const MC_DOB: Column = column(super::HEADER, "MC_DOB");
    pub const UASC: Column = column(super::HEADER, "UASC");
}
pub mod episodes {
    use super::{Column, column};
    pub const CHILD: Column = column(super::EPISODES, "CHILD");
    pub const DECOM: Column = column(super::EPISODES, "DECOM");
    pub const RNE: Column = column(super::EPISODES, "RNE");
    pub const LS: Column = column(super::EPISODES, "LS");
    pub const CIN: Column = column(super::EPISODES, "CIN");
    pub const PLACE: Column = column(super::EPISODES, "PLACE");
    pub const PLACE_PROVIDER: Column = column(super::EPISODES, "PLACE_PROVIDER");
    pub const DEC: Column = column(super::EPISODES, "DEC");
    pub const REC: Column = column(super::EPISODES, "REC");
    pub const REASON_PLACE_CHANGE: Column = column(super::EPISODES, "REASON_PLACE_CHANGE");
    pub const HOME_POST: Column = column(super::EPISODES, "HOME_POST");
    pub const PL_POST: Column = column(super::EPISODES, "PL_POST");
    pub const URN: Column = column(super::EPISODES, "URN");
    pub const PL_LA: Column = column(super::EPISODES, "PL_LA");
    pub const PL_LOCATION: Column = column(super::EPISODES, "PL_LOCATION");
    pub const PL_DISTANCE: Column = column(super::EPISODES, "PL_DISTANCE");
}
pub mod reviews {
    use super::{Column, column};
    pub const CHILD: Column = column(super::REVIEWS, "CHILD");
    pub const DOB: Column = column(super::REVIEWS, "DOB");
    pub const REVIEW: Column = column(super::REVIEWS, "REVIEW");
    pub const REVIEW_CODE: Column = column(super::REVIEWS, "REVIEW_CODE");
}
pub mod uasc {
    use super::{Column, column};
    pub const CHILD: Column = column(super::UASC, "CHILD");
    pub const SEX: Column = column(super::UASC, "SEX");
    pub const DOB: Column = column(super::UASC, "DOB");
    pub const DUC: Column = column(super::UASC, "DUC");
}
pub mod oc2 {
    use super::{Column, column};
    pub const CHILD: Column = column(super::OC2, "CHILD");
    pub const DOB: Column = column(super::OC2, "DOB");
    pub const SDQ_SCORE: Column = column(super::OC2, "SDQ_SCORE");
    pub const SDQ_REASON: Column = column(super::OC2, "SDQ_REASON");
    pub const CONVICTED: Column = column(super::OC2, "CONVICTED");
    pub const HEALTH_CHECK: Column = column(super::OC2, "HEALTH_CHECK");
    pub const IMMUNISATIONS: Column = column(super::OC2, "IMMUNISATIONS");
    pub const TEETH_CHECK: Column = column(super::OC2, "TEETH_CHECK");
    pub const HEALTH_ASSESSMENT: Column = column(super::OC2, "HEALTH_ASSESSMENT");
    pub const SUBSTANCE_MISUSE: Column = column(super::OC2, "SUBSTANCE_MISUSE");
    pub const INTERVENTION_RECEIVED: Column = column(super::OC2, "INTERVENTION_RECEIVED");
    pub const INTERVENTION_OFFERED: Column = column(super::OC2, "INTERVENTION_OFFERED");
}
pub mod oc3 {
    use super::{Column, column};
    pub const CHILD: Column = column(super::OC3, "CHILD");
    pub const DOB: Column = column(super::OC3, "DOB");
    pub const IN_TOUCH: Column = column(super::OC3, "IN_TOUCH");
    pub const ACTIV: Column = column(super::OC3, "ACTIV");
    pub const ACCOM: Column = column(super::OC3, "ACCOM");
}
pub mod ad1 {
    use super::{Column, column};
    pub const CHILD: Column = column(super::AD1, "CHILD");
    pub const DOB: Column = column(super::AD1, "DOB");
    pub const DATE_INT: Column = column(super::AD1, "DATE_INT");
    pub const DATE_MATCH: Column = column(super::AD1, "DATE_MATCH");
    pub const FOSTER_CARE: Column = column(super::AD1, "FOSTER_CARE");
    pub const NB_ADOPTR: Column = column(super::AD1, "NB_ADOPTR");
    pub const SEX_ADOPTR: Column = column(super::AD1, "SEX_ADOPTR");
    pub const LS_ADOPTR: Column = column(super::AD1, "LS_ADOPTR");
}
pub mod placed_adoption {
    use super::{Column, column};
    pub const CHILD: Column = column(super::PLACED_ADOPTION, "CHILD");
    pub const DOB: Column = column(super::PLACED_ADOPTION, "DOB");
    pub const DATE_PLACED: Column = column(super::PLACED_ADOPTION, "DATE_PLACED");
    pub const DATE_PLACED_CEASED: Column = column(super::PLACED_ADOPTION, "DATE_PLACED_CEASED");
    pub const REASON_PLACED_CEASED: Column = column(super::PLACED_ADOPTION, "REASON_PLACED_CEASED");
}
pub mod prev_perm {
    use super::{Column, column};
    pub const CHILD: Column = column(super::PREV_PERM, "CHILD");
    pub const DOB: Column = column(super::PREV_PERM, "DOB");
    pub const PREV_PERM: Column = column(super::PREV_PERM, "PREV_PERM");
    pub const LA_PERM: Column = column(super::PREV_PERM, "LA_PERM");
    pub const DATE_PERM: Column = column(super::PREV_PERM, "DATE_PERM");
}
pub mod missing {
    use super::{Column, column};
    pub const CHILD: Column = column(super::MISSING, "CHILD");
    pub const DOB: Column = column(super::MISSING, "DOB");
    pub const MISSING: Column = column(super::MISSING, "MISSING");
    pub const MIS_START: Column = column(super::MISSING, "MIS_START");
    pub const MIS_END: Column = column(super::MISSING, "MIS_END");
}
pub mod sw_episodes {
    use super::{Column, column};
    pub const CHILD: Column = column(super::SW_EPISODES, "CHILD");
    pub const DOB: Column = column(super::SW_EPISODES, "DOB");
    pub const SW_ID: Column = column(super::SW_EPISODES, "SW_ID");
    pub const SW_DECOM: Column = column(super::SW_EPISODES, "SW_DECOM");
    pub const SW_DEC: Column = column(super::SW_EPISODES, "SW_DEC");
    pub const SW_REASON: Column = column(super::SW_EPISODES, "SW_REASON");
}
pub mod dolo {
    use super::{Column, column};
    pub const CHILD: Column = column(super::DOLO, "CHILD");
    pub const DOB: Column = column(super::DOLO, "DOB");
    pub const DOLO_START: Column = column(super::DOLO, "DOLO_START");
    pub const DOLO_END: Column = column(super::DOLO, "DOLO_END");
}
pub mod providers {
    use super::{Column, column};
    pub const URN: Column = column(super::PROVIDERS, "URN");
    pub const LA_CODE_INFERRED: Column = column(super::PROVIDERS, "LA_CODE_INFERRED");
    pub const PLACE_CODES: Column = column(super::PROVIDERS, "PLACE_CODES");
    pub const PROVIDER_CODES: Column = column(super::PROVIDERS, "PROVIDER_CODES");
    pub const REG_END: Column = column(super::PROVIDERS, "REG_END");
    pub const POSTCODE: Column = column(super::PROVIDERS, "POSTCODE");
}
