//! What the council sets itself in its work with care leavers: its own jobs and apprenticeships, and how many young
//! people one adviser has.
use super::{Fact, living::Opportunity};
use crate::{day::Date, fact::Fact as F, history::History, norms::Norm};

pub const COUNCIL_JOBS: Norm = Norm {
    code: "leavers_council_jobs",
    title: "The council's own jobs and apprenticeships taken by care leavers, a year",
    default: 0,
    unit: "in a year from 1 April; 0 no target set",
    why: "Ours to offer as a corporate parent (Children and Social Work Act 2017 s1(1)(f)); the number is the council's",
};
pub const CASELOAD: Norm = Norm {
    code: "leavers_caseload",
    title: "Young people whom one personal adviser has, at most",
    default: 25,
    unit: "young people; 0 no norm",
    why: "Councils commonly plan for 18 to 25 (K-M); no law says a number",
};

/// A job or an apprenticeship with the council itself that was offered to them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CouncilJob {
    pub on: Date,
    pub what: Opportunity,
    pub taken: bool,
}
/// Work experience and courses are no jobs.
pub fn council_jobs(h: &History) -> impl Iterator<Item = CouncilJob> {
    h.all().filter_map(|k| match &k.fact {
        F::Leavers(Fact::OpportunityOffered { what, with_the_council: true, taken })
            if matches!(what, Opportunity::Job | Opportunity::Apprenticeship) =>
        {
            Some(CouncilJob { on: k.happened, what: *what, taken: *taken })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    #[test]
    fn only_jobs_and_apprenticeships_and_only_with_the_council_count() {
        let mut s = story("2005-03-10 born");
        let mut offer = |on, what, with_the_council, taken| {
            s.on(on, Fact::OpportunityOffered { what, with_the_council, taken });
        };
        offer("2026-05-01", Opportunity::Apprenticeship, true, false);
        offer("2026-05-02", Opportunity::Job, false, true);
        offer("2026-05-03", Opportunity::WorkExperience, true, true);
        offer("2026-05-04", Opportunity::Job, true, true);
        let found: Vec<_> = council_jobs(&s.history(date(2026, 6, 1))).map(|j| (j.on, j.what, j.taken)).collect();
        let (apprenticeship, job) = (Opportunity::Apprenticeship, Opportunity::Job);
        assert_eq!(found, [(date(2026, 5, 1), apprenticeship, false), (date(2026, 5, 4), job, true)]);
    }
}
