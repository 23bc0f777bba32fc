//! What nearly every rule of the census uses.
pub(super) use crate::{
    check::{Answer, Case, Check, Child, Level, Reason, Row, Rule, Told, Version, Whole, before},
    cin::{
        columns::{
            ASSESSMENTS, CHILD_CHARACTERISTICS, CHILD_IDENTIFIERS, CHILD_PROTECTION_PLANS, CIN_DETAILS, CIN_PLAN_DATES,
            DISABILITIES, HEADER, PRE_PROCEEDINGS, REVIEWS, SECTION_47, assessments,
            child_characteristics as characteristics, child_identifiers as identifiers, child_protection_plans as cpp,
            cin_details as details, cin_plan_dates as cin_plan, disabilities, header, pre_proceedings, reviews,
            section_47 as s47,
        },
        terms::*,
    },
};
pub(super) use practice::day::{Date, age_on, birthday, date, plus_days};
