//! The assessment of needs on which the pathway plan rests.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::{Date, leavers::Fact};

pub const BEGAN: Entry = Entry {
    name: "needs-assessment",
    title: "Record that the assessment of needs began",
    intro: "",
    from: At::Life,
    declare: began,
};
pub const COMPLETED: Entry = Entry {
    name: "needs-assessment-completed",
    title: "Record that the assessment of needs is complete",
    intro: "Within three months of becoming an eligible or relevant child. The pathway plan follows as soon as it can.",
    from: At::Life,
    declare: completed,
};
fn began(f: &mut Form, about: &About) -> Option<Said> {
    let on = about.on(f, "On which day did it begin?");
    Said::one(on?, Fact::NeedsAssessmentBegan)
}
fn completed(f: &mut Form, about: &About) -> Option<Said> {
    let on = about.on_or_after(f, "On which day was it complete?", last_begun(about));
    Said::one(on?, Fact::NeedsAssessmentCompleted)
}
/// One that is open; where nobody wrote down when it began, it may have been on any day.
fn last_begun(about: &About) -> Option<Date> {
    let mut open = None;
    for k in about.history.all() {
        match &k.fact {
            practice::Fact::Leavers(Fact::NeedsAssessmentBegan) => open = Some(k.happened),
            practice::Fact::Leavers(Fact::NeedsAssessmentCompleted) => open = None,
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn it_is_never_complete_before_it_began() {
        assert_eq!(anew(&BEGAN, &[]), Ok(vec![Fact::NeedsAssessmentBegan.into()]));
        assert_eq!(anew(&COMPLETED, &[]), Ok(vec![Fact::NeedsAssessmentCompleted.into()]));
        let mut s = Story::default();
        s.on("2026-11-21", Fact::NeedsAssessmentBegan);
        assert!(of(&COMPLETED, &s, &[]).is_err());
    }
}
