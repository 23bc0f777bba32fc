//! A child protection review while the child is in need only.
//!
//! Whether the first day of the plan is within it is not published: a review that ends the one plan and begins the
//! other is good practice, so it is not. Nor is it published whether the plan and the review must hang on the same
//! referral: they must where the return says on which they hang, as in rule 4001.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4003",
    level: Level::Error,
    wrong: "A child protection review was held on a day on which the child had a child in need plan.",
    why: "Only a child on a child protection plan is reviewed so: one of the two plans is wrong about that day.",
    todo: "Correct the day of the review, or the days of the child in need plan.",
    reason: Reason::Guidance,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE, reviews::CPP_REVIEW_DATE],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_PLAN_START_DATE,
            cin_plan::CIN_PLAN_END_DATE,
            reviews::LA_CHILD_ID,
            reviews::CPP_REVIEW_DATE,
        ],
        Check::Child(reviewed_within_the_plan),
    )
    .may_read(&[cin_plan::CIN_DETAILS_ID, reviews::CIN_DETAILS_ID])],
    cases: &[
        Case {
            about: "the review that ends the one plan and begins the other is on the first day",
            given: "
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-01       | 2026-06-01
                             | 2         | 2026-05-01       | 2026-06-01
                >            | 3         | 2026-05-01       |
                             | 4         | 2026-05-01       |
                             | 5         |                  |
                             | 6         | 2026-05-01       | 2026-06-01
                Reviews | LAchildID | CPPreviewDate
                >       | 1         | 2026-05-31
                        | 2         | 2026-06-01
                >       | 3         | 2027-01-01
                        | 4         | 2026-05-01
                        | 5         | 2026-05-01
                        | 6         |
            ",
        },
        Case {
            about: "a plan of another referral is not looked at",
            given: "
                CINplanDates | LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 1            | 2026-05-01       | 2026-06-01
                             | 1         | 2            | 2026-05-01       | 2026-06-01
                             | 2         |              | 2026-05-01       | 2026-06-01
                Reviews | LAchildID | CINdetailsID | CPPreviewDate
                >       | 1         | 1            | 2026-05-31
                        | 1         | 3            | 2026-05-31
                        | 2         |              | 2026-05-31
            ",
        },
    ],
};
fn reviewed_within_the_plan(child: Child, told: &mut Told) {
    each_with_each(told, child.rows(CIN_PLAN_DATES), child.rows(REVIEWS), |plan, review| {
        if !may_be_of_one_referral(plan, cin_plan::CIN_DETAILS_ID, review, reviews::CIN_DETAILS_ID) {
            return Ok(false);
        }
        let reviewed = review.day(reviews::CPP_REVIEW_DATE)?;
        let ended = end(plan, cin_plan::CIN_PLAN_END_DATE)?;
        Ok(before(plan.day(cin_plan::CIN_PLAN_START_DATE)?, reviewed) && before(reviewed, Some(ended)))
    });
}
