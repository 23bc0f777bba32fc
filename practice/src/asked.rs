//! How clocks are written: `once`, `every` and `before`, over what started, what stopped and what
//! ended the duty. Norms, waivers, coverage and the arithmetic in words are done here, once.
use crate::{
    clock::{Asked, Due, Kind, Limit, Matter, Met, Owed, Unit, Waiver},
    day::{self, Date, plus_days, plus_months, plus_weeks},
    fact::{Event, Fact, RecordFact},
    span::Span,
};

/// The duty ended, so what had not fallen due by then is owed no more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ended {
    pub on: Date,
    pub why: &'static str,
}

impl Asked<'_> {
    /// The clock's length on a day: the law's, or the norm that the council had set by then.
    pub fn limit(&self, on: Date) -> Limit {
        match self.clock.kind {
            Kind::LocalNorm => {
                Limit(self.norms.number(self.clock.code, on).unwrap_or(self.clock.limit.0), self.clock.limit.1)
            }
            _ => self.clock.limit,
        }
    }
    /// Owed once: by `limit` after `start`, met by the first of `stops` that is not before it.
    pub fn once(&self, start: Event, stops: &[Event], ended: Option<Ended>) -> Owed {
        let stop = stops.iter().find(|s| not_before(s, &start)).copied();
        self.by(start, self.limit(start.on), stop, ended)
    }
    /// Owed again and again: the next is counted from the last that was done, not from the last that was due.
    /// The list ends with the first that has not been met.
    pub fn every(
        &self,
        start: Event,
        first: Limit,
        then: impl Fn(&Event) -> Limit,
        stops: &[Event],
        ended: Option<Ended>,
    ) -> Vec<Owed> {
        let mut owed = vec![];
        let (mut from, mut limit) = (start, first);
        let mut left = stops.iter().filter(|s| not_before(s, &start) && ended.is_none_or(|e| s.on <= e.on)).peekable();
        loop {
            let stop = left.next().copied();
            owed.push(self.by(from, limit, stop, ended));
            owed.extend(self.resumed(owed.last(), |day| then(&from.on(day)), stop, ended));
            let Some(stop) = stop else { break };
            // Two on one day answer once.
            while left.next_if(|s| s.on == stop.on).is_some() {}
            (from, limit) = (stop, then(&stop));
            if ended.is_some_and(|e| e.on <= from.on) {
                break;
            }
        }
        owed
    }
    /// One thing owed, by `limit` after `from`.
    pub fn by(&self, from: Event, limit: Limit, stop: Option<Event>, ended: Option<Ended>) -> Owed {
        let (due, arithmetic) = self.due(&from, limit);
        self.owed(from, due, arithmetic, stop, ended)
    }
    /// Owed by a day that the rule works out itself, with its arithmetic in words.
    pub fn on_day(
        &self,
        from: Event,
        due: Date,
        arithmetic: String,
        stop: Option<Event>,
        ended: Option<Ended>,
    ) -> Owed {
        self.owed(from, Ok(Due::Day(due)), arithmetic, stop, ended)
    }
    /// Owed by `limit` before a day that is already set: a report before its conference.
    pub fn before(&self, start: Event, day: Date, limit: Limit, stop: Option<Event>, ended: Option<Ended>) -> Owed {
        let (due, arithmetic) = self.due(&start.on(day), Limit(-limit.0, limit.1));
        // Set too late to keep: it was owed from the day it was due.
        let start = due.as_ref().map_or(start, |d| if d.day() < start.on { start.on(d.day()) } else { start });
        self.owed(start, due, arithmetic, stop, ended)
    }
    /// Something is owed, but what we hold cannot say by when or whether it was done.
    pub fn not_known(&self, start: Event, missing: impl Into<String>, who_could_say: &'static str) -> Owed {
        Owed {
            clock: self.clock.code,
            row: self.clock.code,
            start,
            due: None,
            warn_from: None,
            met: Met::NotKnown { missing: missing.into(), who_could_say },
            is_mark: !self.clock.kind.is_duty(),
            waived: self.waiver(start.on),
            arithmetic: String::new(),
        }
    }
    /// What only a return says is going on is owed up to its last day, and after it where an end would
    /// have been recorded. What would only have begun after that is nothing.
    pub fn while_known<T>(&self, span: &Span<T>, matter: Matter, mut owed: Owed) -> Option<Owed> {
        let asked = owed.due.map_or(self.h.today, |d| d.day().min(self.h.today));
        let last = span.known_until.filter(|_| owed.met == Met::NotYet);
        let Some(last) = last.filter(|_| span.open_on(asked, matter, self.norms).is_none()) else { return Some(owed) };
        owed.met = Met::NotKnown {
            missing: format!("Open on {}, the last day of the return; not known since", day::words(last)),
            who_could_say: matter.who_could_say(),
        };
        (owed.start.on <= last).then_some(owed)
    }
    fn owed(
        &self,
        start: Event,
        due: Result<Due, NotCounted>,
        arithmetic: String,
        stop: Option<Event>,
        ended: Option<Ended>,
    ) -> Owed {
        let met = match (stop, ended, &due) {
            (Some(stop), ended, due) if before_end(stop, ended) => {
                let due = due.as_ref().map(|d| d.day()).ok();
                // What is not seen to be in time is only known where nothing could have been done unseen.
                match due.is_some_and(|d| stop.on <= d) || self.covered(start.on, due.unwrap_or(stop.on)) {
                    true => Met::By(stop),
                    false => self.not_said(),
                }
            }
            (_, _, Err(why)) => Met::NotKnown { missing: why.missing.into(), who_could_say: why.who_could_say },
            (_, Some(e), Ok(due))
                if e.on <= self.h.today && (e.on <= due.day() || self.covered(start.on, due.day())) =>
            {
                Met::Superseded { on: e.on, why: e.why }
            }
            (_, _, Ok(due)) => self.not_yet(start.on, due.day()),
        };
        let due = due.ok();
        let warn = self.norms.warn_days(start.on);
        Owed {
            clock: self.clock.code,
            row: self.clock.code,
            start,
            warn_from: due.map(|d| plus_days(d.day(), -warn).max(start.on)),
            due,
            met,
            is_mark: !self.clock.kind.is_duty(),
            waived: self.waiver(start.on),
            arithmetic,
        }
    }
    /// Not met is only known where some source would have told us.
    fn not_yet(&self, started: Date, due: Date) -> Met {
        match self.covered(started, due.min(self.h.today)) {
            true => Met::NotYet,
            false => self.not_said(),
        }
    }
    fn not_said(&self) -> Met {
        Met::NotKnown {
            missing: format!("No source that we hold says, for the whole time, {}", self.clock.stopped_by.words()),
            who_could_say: self.clock.stopped_by.who_could_say(),
        }
    }
    fn covered(&self, from: Date, to: Date) -> bool {
        // A limit may run backwards from the day that it is counted from.
        self.norms.covers(self.clock.stopped_by, from.min(to), to)
    }
    /// What recurs was not seen for a time, and then some source began to say: from that day on the
    /// interval runs again, whatever was done before, so that what is owed now is not lost with the past.
    pub fn resumed(
        &self,
        unseen: Option<&Owed>,
        then: impl Fn(Date) -> Limit,
        stop: Option<Event>,
        ended: Option<Ended>,
    ) -> Vec<Owed> {
        let mut owed = vec![];
        let unseen = unseen.filter(|o| matches!(o.met, Met::NotKnown { .. }));
        let Some(unseen) = unseen.filter(|o| o.due.is_some() || !self.covered(o.start.on, o.start.on)) else {
            return owed;
        };
        let last = [Some(self.h.today), stop.map(|s| s.on), ended.map(|e| e.on)].into_iter().flatten().min();
        let mut day = unseen.start.on;
        while let Some(again) = self.norms.covered_again(self.clock.stopped_by, day).filter(|d| last >= Some(*d)) {
            let mut next = self.by(unseen.start.on(again), then(again), stop, ended);
            next.arithmetic += ", the first day on which some source could say";
            day = again;
            if !matches!(next.met, Met::NotKnown { .. }) {
                owed.push(next);
            }
        }
        owed
    }
    fn waiver(&self, started: Date) -> Option<Waiver> {
        let waives = |f: &Fact| match f {
            Fact::Record(RecordFact::ClockWaived { clock, started: s, why })
                if *clock == self.clock.code && *s == started =>
            {
                Some(why.clone())
            }
            _ => None,
        };
        self.h.all().rev().find_map(|k| waives(&k.fact).map(|why| Waiver { fact: k.id, who: k.who, why }))
    }

    fn due(&self, from: &Event, limit: Limit) -> (Result<Due, NotCounted>, String) {
        let Limit(n, unit) = limit;
        let side = if n < 0 { "before" } else { "after" };
        let plain = format!("{limit} {side} {}", day::words(from.on));
        let counted = |counted: Option<crate::calendar::Counted>, why| match counted {
            Some(c) => (Ok(Due::Day(c.day)), plain.clone() + &c.words()),
            None => (Err(why), plain.clone()),
        };
        let calendar = &self.norms.calendar;
        match unit {
            Unit::Days => (Ok(Due::Day(plus_days(from.on, n))), plain),
            Unit::Weeks => (Ok(Due::Day(plus_weeks(from.on, n))), plain),
            Unit::Months => (Ok(Due::Day(plus_months(from.on, n))), plain),
            Unit::WorkingDays => counted(calendar.plus_working_days(from.on, n), NO_CALENDAR),
            Unit::SchoolDays => counted(calendar.plus_school_days(from.on, n), NO_SCHOOL_CALENDAR),
            Unit::Terms => match self.norms.end_of_term_after(from.on, n) {
                Some(last) => (
                    Ok(Due::Day(last)),
                    format!(
                        "by the end of the school term after {}, which is {}",
                        day::words(from.on),
                        day::words(last)
                    ),
                ),
                None => (Err(NO_SCHOOL_CALENDAR), plain),
            },
            Unit::Minutes | Unit::Hours => match from.at {
                Some(at) => (
                    Ok(Due::At(day::plus_minutes(at, if unit == Unit::Hours { 60 * n } else { n }))),
                    format!("{limit} {side} {}", day::words_at(at)),
                ),
                None => (Err(NO_HOUR), plain),
            },
        }
    }
}
fn before_end(stop: Event, ended: Option<Ended>) -> bool {
    ended.is_none_or(|e| stop.on <= e.on)
}
pub fn not_before(stop: &Event, start: &Event) -> bool {
    match (stop.at, start.at) {
        (Some(stop), Some(start)) => stop >= start,
        _ => stop.on >= start.on,
    }
}
struct NotCounted {
    missing: &'static str,
    who_could_say: &'static str,
}
const NO_CALENDAR: NotCounted = NotCounted {
    missing: "The bank holidays of those years are not in the calendar",
    who_could_say: "the administrator, who enters them",
};
const NO_SCHOOL_CALENDAR: NotCounted = NotCounted {
    missing: "No school year that holds those days has been entered",
    who_could_say: "the administrator, who enters them",
};
const NO_HOUR: NotCounted =
    NotCounted { missing: "The hour at which it began was not recorded", who_could_say: "whoever recorded it" };

impl Matter {
    /// `… says whether a visit was made`.
    pub fn words(self) -> &'static str {
        use Matter::*;
        match self {
            Contacts => "what contacts were decided",
            Referrals => "what referrals came to",
            Assessments => "what assessments were authorised",
            AssessmentReviews => "when a manager looked at the assessment",
            ChildSeen => "when the child was seen",
            StrategyDiscussions => "what strategy discussions were held",
            Enquiries => "what enquiries came to",
            Conferences => "what conferences were held",
            CoreGroups => "when core groups met",
            ConferencePapers => "when papers went to the family",
            ProtectionPlans => "what protection plans there were",
            ProtectionOrders => "how emergency orders ended",
            SeriousIncidents => "what the Panel was told",
            InNeedPlans => "what child in need plans were agreed",
            InNeedReviews => "when child in need plans were reviewed",
            Visits => "who was visited and seen",
            Placements => "where children were placed",
            PlacementPlans => "what placement plans were signed",
            CarePlans => "what care plans were prepared",
            Reviews => "what reviews were held",
            ReviewRecords => "when review decisions were sent and checked",
            ReviewingOfficers => "who the reviewing officer was",
            HealthAssessments => "what health assessments were done",
            Sdq => "what strengths and difficulties questionnaires were done",
            DentalChecks => "what dental checks were done",
            Immunisations => "whether immunisations were up to date",
            EducationPlans => "what personal education plans were made",
            SchoolPlaces => "what school places were found",
            Missing => "who was missing",
            ReturnInterviews => "what return home interviews were held",
            MissingResponses => "what was done while a child was missing",
            PrivateFostering => "what was done about private fostering",
            LivingElsewhere => "where and with whom those live who are not looked after",
            Advisers => "who had a personal adviser",
            PathwayPlans => "what needs assessments and pathway plans were made and reviewed",
            InTouch => "who was in touch with care leavers",
            HealthHistories => "who has the history of their health",
            Homelessness => "what was done for young people without a home",
            Openings => "which records were opened",
            OwnPages => "what young people said and were answered",
        }
    }
    pub fn who_could_say(self) -> &'static str {
        use Matter::*;
        match self {
            Contacts | Referrals => "the front door",
            Conferences | CoreGroups | ConferencePapers | ProtectionPlans => "the conference chair",
            Reviews | ReviewRecords | ReviewingOfficers => "the reviewing officer",
            HealthAssessments | DentalChecks | Immunisations => "the looked after children's nurse",
            EducationPlans | SchoolPlaces => "the virtual school",
            Advisers | PathwayPlans | InTouch | HealthHistories => "the personal adviser",
            _ => "the child's social worker",
        }
    }
}
