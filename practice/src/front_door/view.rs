//! What came to the front door and what became of it: recorded facts and what returns say, folded once.
use super::{Fact, Rating, reported};
use crate::{
    fact::{Event, Fact as F, Id, Kept},
    history::History,
    span::{self, End, Mark, Span},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    pub contacts: Vec<Contact>,
    pub notifications: Vec<Notification>,
    /// Episodes of need: from a referral to its closing, one at a time.
    pub referrals: Vec<Span<Referral>>,
}
/// Somebody asks us to act: a contact, or a referral that came without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// `None` for a referral that came without a contact.
    pub id: Option<Id>,
    pub received: Event,
    pub source: String,
    pub ratings: Vec<(Event, Rating)>,
    pub decided: Option<Event>,
    pub outcome: String,
    pub told: Option<Event>,
    pub reported: bool,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    pub id: Id,
    pub received: Event,
    pub triaged: Option<Event>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Referral {
    pub source: String,
    pub unborn: bool,
    pub primary_need: Option<String>,
    pub decided: Option<Event>,
    /// `local.referral_outcome`; a return says only whether nothing was done.
    pub outcome: Option<String>,
    /// `cin.reason_for_closure`.
    pub closed_for: Option<String>,
    /// The child moved in on another authority's plan and this was the conference.
    pub transfer_in: Option<crate::Date>,
}
impl Contact {
    /// Nobody can be told when nobody said who they were.
    pub fn anonymous(&self) -> bool {
        self.source == "9"
    }
}
impl Referral {
    /// Nothing further is done by social care; early help is not an episode of need.
    pub fn taken_no_further(&self) -> bool {
        self.outcome.as_deref().is_some_and(taken_no_further)
    }
}
fn taken_no_further(outcome: &str) -> bool {
    matches!(outcome, "NFA" | "ADV" | "EH")
}

pub fn view(h: &History) -> View {
    let mut view = View { referrals: referrals(h), ..View::default() };
    for (k, fact) in facts(h) {
        let event = Event::from(k);
        match fact {
            Fact::ContactReceived { contact, source, .. } => {
                view.contacts.push(Contact::new(Some(*contact), event, source))
            }
            Fact::ReferralReceived { contact: None, source, .. } => {
                view.contacts.push(Contact::new(None, event, source))
            }
            Fact::PoliceNotificationReceived { notification, .. } => {
                view.notifications.push(Notification { id: *notification, received: event, triaged: None })
            }
            _ => {}
        }
    }
    // Only then what followed: a decision without an hour stands before a contact of that day with one.
    facts(h).for_each(|(k, fact)| view.follow(Event::from(k), fact));
    for told in view.referrals.iter().filter(|s| s.reported) {
        view.contacts.push(Contact { reported: true, ..Contact::new(None, told.began, &told.of.source) });
    }
    view.contacts.sort_by_key(|c| (c.received.on, c.received.at, c.received.recorded, c.received.fact));
    view
}
impl Contact {
    fn new(id: Option<Id>, received: Event, source: &str) -> Contact {
        Contact {
            id,
            received,
            source: source.to_string(),
            ratings: vec![],
            decided: None,
            outcome: String::new(),
            told: None,
            reported: false,
        }
    }
}
impl View {
    fn follow(&mut self, event: Event, fact: &Fact) {
        match fact {
            Fact::ContactRated { contact, rating } => {
                self.of(Some(*contact), event).for_each(|c| c.ratings.push((event, *rating)))
            }
            Fact::ContactDecided { contact, outcome, .. } => self.decide(Some(*contact), event, outcome),
            Fact::ReferralDecided { outcome, .. } => self.decide(None, event, outcome),
            Fact::ReferrerTold { contact, .. } => {
                self.of(*contact, event).filter(|c| c.told.is_none()).for_each(|c| c.told = Some(event))
            }
            Fact::PoliceNotificationTriaged { notification, .. } => self
                .notifications
                .iter_mut()
                .filter(|n| n.id == *notification && n.triaged.is_none())
                .for_each(|n| n.triaged = Some(event)),
            _ => {}
        }
    }
    fn of(&mut self, contact: Option<Id>, by: Event) -> impl Iterator<Item = &mut Contact> {
        self.contacts.iter_mut().filter(move |c| c.id == contact && c.received.on <= by.on)
    }
    fn decide(&mut self, contact: Option<Id>, event: Event, outcome: &str) {
        for c in self.of(contact, event).filter(|c| c.decided.is_none()) {
            (c.decided, c.outcome) = (Some(event), outcome.to_string());
        }
    }
}
fn facts(h: &History) -> impl Iterator<Item = (&Kept, &Fact)> {
    h.find(|f| if let F::FrontDoor(f) = f { Some(f) } else { None })
}

fn referrals(h: &History) -> Vec<Span<Referral>> {
    let mut marks = vec![];
    for (k, fact) in facts(h) {
        let event = Event::from(k);
        match fact {
            Fact::ReferralReceived { source, unborn, .. } => marks
                .push(Mark::Begins(event, Referral { source: source.clone(), unborn: *unborn, ..Referral::default() })),
            Fact::ReferralDecided { outcome, .. } if taken_no_further(outcome) => {
                marks.push(Mark::Ends(End { event, why: "The referral was taken no further" }))
            }
            Fact::CaseClosed { .. } => marks.push(Mark::Ends(End { event, why: CLOSED })),
            _ => {}
        }
    }
    let mut all = span::fold(marks, reported(h));
    for (k, fact) in facts(h) {
        let Some(s) = all.iter_mut().rev().find(|s| s.holds(k.happened)) else { continue };
        match fact {
            Fact::ReferralDecided { outcome, .. } if s.of.decided.is_none() => {
                (s.of.decided, s.of.outcome) = (Some(Event::from(k)), Some(outcome.clone()))
            }
            Fact::PrimaryNeedIdentified { need } => s.of.primary_need = Some(need.clone()),
            Fact::CaseClosed { reason } => s.of.closed_for = Some(reason.clone()),
            _ => {}
        }
    }
    all
}
const CLOSED: &str = "The case was closed";

fn reported(h: &History) -> Vec<Span<Referral>> {
    let rows = h.find(|f| match f {
        F::FrontDoor(Fact::ReferralReported(r)) => Some(&**r),
        _ => None,
    });
    let rows = rows.map(|(k, r)| {
        let began = r.cin_referral_date.value.unwrap_or(k.happened);
        (began, r.origin.return_year, one_reported(Event::from(k).on(began), r))
    });
    span::latest(rows)
}
fn one_reported(began: Event, r: &reported::Referral) -> Span<Referral> {
    let nothing_done = r.referral_nfa.value == Some(true);
    let closed = r.cin_closure_date.value;
    // A referral with no further action is over on its day, whether or not the return closes it.
    let end = closed.or(nothing_done.then_some(began.on)).map(|day| End { event: began.on(day), why: CLOSED });
    let of = Referral {
        source: r.referral_source.code().to_string(),
        primary_need: r.primary_need_code.value.clone(),
        outcome: nothing_done.then(|| "NFA".to_string()),
        closed_for: r.reason_for_closure.value.clone(),
        transfer_in: r.date_of_initial_cpc.value,
        ..Referral::default()
    };
    Span::reported(began, end, r.origin.last_day(), of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Story,
        day::{Date, date},
        reported::Origin,
    };

    fn received() -> Fact {
        Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false }
    }
    fn row(year: i16, closed: &str) -> Fact {
        Fact::ReferralReported(Box::new(reported::Referral {
            origin: Origin { return_year: year, ..Origin::default() },
            cin_referral_date: "2025-05-06".into(),
            cin_closure_date: closed.into(),
            ..reported::Referral::default()
        }))
    }
    fn spans(s: &Story) -> Vec<(Date, Option<Date>, Option<Date>)> {
        let h = s.history(date(2027, 1, 1));
        h.front_door().referrals.iter().map(|s| (s.began.on, s.ended().map(|e| e.on), s.known_until)).collect()
    }
    #[test]
    fn an_episode_runs_from_the_referral_to_the_closing_and_a_second_referral_adds_nothing() {
        let mut s = Story::default();
        s.on("2026-03-02", received())
            .on("2026-04-02", received())
            .on("2026-05-05", Fact::CaseClosed { reason: "RC7".into() })
            .on("2026-06-01", received());
        assert_eq!(spans(&s), [(date(2026, 3, 2), Some(date(2026, 5, 5)), None), (date(2026, 6, 1), None, None)]);
    }
    #[test]
    fn a_row_that_comes_back_closed_next_year_is_closed() {
        let mut s = Story::default();
        s.on("2025-05-06", row(2026, ""));
        assert_eq!(spans(&s), [(date(2025, 5, 6), None, Some(date(2026, 3, 31)))]);
        s.on("2025-05-06", row(2027, "2026-08-03"));
        assert_eq!(spans(&s), [(date(2025, 5, 6), Some(date(2026, 8, 3)), None)]);
    }
    #[test]
    fn a_decision_that_takes_it_no_further_ends_it() {
        let mut s = Story::default();
        s.on("2026-03-02", received())
            .on("2026-03-03", Fact::ReferralDecided { outcome: "ADV".into(), why: String::new() });
        assert_eq!(spans(&s), [(date(2026, 3, 2), Some(date(2026, 3, 3)), None)]);
    }
}
