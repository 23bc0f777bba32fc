//! What nearly every rule of the census uses.
#![allow(unused_imports, reason = "one list for all rules")]
pub(super) use crate::{
    check::{Answer, Case, Check, Child, FIRST, Level, Reason, Row, Rule, Told, Version, Whole, before, is_aged},
    cin::{
        columns::{
            ASSESSMENT_FACTORS, ASSESSMENTS, CHILD_CHARACTERISTICS, CHILD_IDENTIFIERS, CHILD_PROTECTION_PLANS,
            CIN_DETAILS, CIN_PLAN_DATES, DISABILITIES, HEADER, PRE_PROCEEDINGS, REVIEWS, SECTION_47,
            assessment_factors as factors, assessments, child_characteristics as characteristics,
            child_identifiers as identifiers, child_protection_plans as cpp, cin_details as details,
            cin_plan_dates as cin_plan, disabilities, header, pre_proceedings, reviews, section_47 as s47,
        },
        terms::*,
    },
};
pub(super) use practice::day::{self, Date, age_on, birthday, date, days_between, plus_days, plus_months};
