//! A review before the plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8841",
    level: Level::Error,
    wrong: "The child protection plan was reviewed on its first day or before.",
    why: "The first review follows within three months of the conference: the conference itself is no review.",
    todo: "Correct the day of the review or of the plan, or take the review out.",
    reason: Reason::Guidance,
    fields: &[cpp::CPP_START_DATE, reviews::CPP_REVIEW_DATE],
    versions: &[Version::always(
        &[
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
            cpp::CPP_ID,
            cpp::CPP_START_DATE,
            reviews::LA_CHILD_ID,
            reviews::CIN_DETAILS_ID,
            reviews::CPP_ID,
            reviews::CPP_REVIEW_DATE,
        ],
        Check::Child(is_reviewed_too_early),
    )],
    cases: &[Case {
        about: "only reviews of the plan itself",
        given: "
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPID | CPPstartDate
                >                    | 1         | 1            | 1     | 2026-05-01
                                     | 1         | 2            | 1     | 2026-09-01
                                     | 2         | 1            | 1     | 2026-05-01
                                     | 3         | 1            | 1     |
                Reviews | LAchildID | CINdetailsID | CPPID | CPPreviewDate
                >       | 1         | 1            | 1     | 2026-05-01
                        | 1         | 1            | 1     | 2026-06-01
                        | 1         | 2            | 2     | 2026-06-01
                        | 2         | 1            | 1     | 2026-05-02
                        | 2         | 1            | 1     |
                        | 3         | 1            | 1     | 2026-05-01
                ?       | 2         | 1            | 1     | 2026-05-00
            ",
    }],
};
fn is_reviewed_too_early(child: Child, told: &mut Told) {
    for plan in child.rows(CHILD_PROTECTION_PLANS) {
        let of_plan = linked(child.rows(REVIEWS), reviews::CPP_ID, plan, cpp::CPP_ID);
        for review in of_plan.filter(|r| r.is_as(reviews::CIN_DETAILS_ID, plan, cpp::CIN_DETAILS_ID)) {
            told.ask(&[plan, review], || {
                let (began, reviewed) = (plan.day(cpp::CPP_START_DATE)?, review.day(reviews::CPP_REVIEW_DATE)?);
                Ok(before(reviewed, began) || began.is_some() && began == reviewed)
            });
        }
    }
}
