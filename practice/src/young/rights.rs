//! What a young person is owed, and what the record says that they have had of it: days, and nobody's words.
use crate::{
    day::Date,
    fact::Fact as F,
    history::History,
    leavers::{
        self,
        owed::{Level, Owed, owed_under},
        touch,
    },
    norms::Norms,
    people::Part,
    plans::{PATHWAY, in_force},
};

#[derive(Clone, Debug, PartialEq)]
pub struct Right {
    pub owed: Owed,
    pub had: Option<Had>,
}
/// What was done, and since or on which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Had {
    pub words: &'static str,
    pub on: Date,
}
impl Right {
    /// To be had now: what only has to be planned for, or is not in force, is not.
    pub fn is_now(&self) -> bool {
        self.owed.off.is_none() && self.owed.level != Level::Plan
    }
}

/// Under the status that holds, which is the one that owes more.
pub fn rights(h: &History, norms: &Norms) -> Vec<Right> {
    let held = leavers::holds(h, norms, h.today).held;
    owed_under(held, norms, h.today).into_iter().map(|owed| Right { had: had(h, owed.duty.code), owed }).collect()
}
fn had(h: &History, code: &str) -> Option<Had> {
    let last = |words, is: &dyn Fn(&leavers::Fact) -> bool| {
        let events = h.events(|f| matches!(f, F::Leavers(f) if is(f)));
        events.last().map(|e| Had { words, on: e.on })
    };
    use leavers::Fact as L;
    match code {
        "personal_adviser" => {
            let allocated = h.person().allocations(h);
            let now = allocated.iter().rfind(|a| a.part == Part::Adviser && a.ended.is_none())?;
            Some(Had { words: "You have one since", on: now.started })
        }
        "keep_in_touch" => touch::two_way(h).last().map(|e| Had { words: "We last spoke on", on: e.on }),
        "needs_assessment" => last("Done on", &|f| matches!(f, L::NeedsAssessmentCompleted)),
        "pathway_plan" => in_force(h, &PATHWAY).last().map(|e| Had { words: "Your plan holds since", on: e.on }),
        "staying_put" => last("Since", &|f| matches!(f, L::StayingPutBegan { .. })),
        "homelessness" => last("We asked housing to help on", &|f| matches!(f, L::HousingReferralMade { .. })),
        "local_offer" => last("We told you on", &|f| matches!(f, L::SupportOffered { .. })),
        _ => None,
    }
}
