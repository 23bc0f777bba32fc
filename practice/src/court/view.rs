//! Pre-proceedings: from the legal gateway's decision to stepping down or to court.
use super::Fact;
use crate::{
    fact::{Event, Fact as F},
    history::History,
};

/// As the work recorded here tells of one time of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreProceedings {
    pub began: Event,
    pub letter: Option<Event>,
    pub family_meeting_offered: Option<Event>,
    pub family_meeting_held: Option<Event>,
    /// The first is the initial meeting; the others reviewed it.
    pub meetings: Vec<Event>,
    pub ended: Option<Event>,
    /// `cin.pp_outcome`.
    pub outcome: Option<String>,
    pub letter_of_issue: Option<Event>,
    pub application: Option<Event>,
}
impl PreProceedings {
    fn begun(began: Event) -> PreProceedings {
        PreProceedings {
            began,
            letter: None,
            family_meeting_offered: None,
            family_meeting_held: None,
            meetings: vec![],
            ended: None,
            outcome: None,
            letter_of_issue: None,
            application: None,
        }
    }
}

/// Another beginning while one runs says nothing new; what belongs to no time of it is left out. What is done for
/// the court after the decision still belongs to it.
pub fn pre_proceedings(h: &History) -> Vec<PreProceedings> {
    let mut all: Vec<PreProceedings> = vec![];
    for k in h.all() {
        let F::Court(fact) = &k.fact else { continue };
        let event = Event::from(k);
        if *fact == Fact::PreProceedingsBegan {
            if all.last().is_none_or(|p| p.ended.is_some()) {
                all.push(PreProceedings::begun(event));
            }
            continue;
        }
        let Some(p) = all.last_mut() else { continue };
        let running = p.ended.is_none();
        match fact {
            Fact::LetterBeforeProceedingsSent if running => p.letter = p.letter.or(Some(event)),
            Fact::FamilyGroupMeetingOffered if running => {
                p.family_meeting_offered = p.family_meeting_offered.or(Some(event));
            }
            Fact::FamilyGroupMeetingHeld if running => p.family_meeting_held = p.family_meeting_held.or(Some(event)),
            Fact::PreProceedingsMeetingHeld if running => p.meetings.push(event),
            Fact::PreProceedingsEnded { outcome } if running => {
                (p.ended, p.outcome) = (Some(event), Some(outcome.clone()));
            }
            Fact::LetterOfIssueSent => p.letter_of_issue = p.letter_of_issue.or(Some(event)),
            Fact::CourtApplicationMade => p.application = p.application.or(Some(event)),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn a_family_is_warned_met_and_the_court_is_asked() {
        let mut s = Story::default();
        s.on("2026-04-20", Fact::LetterBeforeProceedingsSent)
            .on("2026-05-05", Fact::PreProceedingsBegan)
            .on("2026-05-06", Fact::LetterBeforeProceedingsSent)
            .on("2026-05-07", Fact::FamilyGroupMeetingOffered)
            .on("2026-05-18", Fact::PreProceedingsMeetingHeld)
            .on("2026-07-06", Fact::PreProceedingsMeetingHeld)
            .on("2026-08-03", Fact::PreProceedingsEnded { outcome: "A".into() })
            .on("2026-08-10", Fact::CourtApplicationMade)
            .on("2026-11-02", Fact::PreProceedingsBegan);
        let all = pre_proceedings(&s.history(date(2026, 11, 22)));
        let day = |e: Option<Event>| e.map(|e| e.on);
        let first = &all[0];
        assert_eq!((all.len(), first.meetings.len(), first.family_meeting_held), (2, 2, None));
        assert_eq!(day(first.letter), Some(date(2026, 5, 6)), "an older letter belongs to no time of it");
        assert_eq!(day(first.application), Some(date(2026, 8, 10)));
        assert_eq!((all[1].began.on, all[1].ended), (date(2026, 11, 2), None));
    }
}
