//! The town's days: when work is done, how often late, and from when everything about it is written down.
use super::chance::Chance;
use practice::{
    Date, Timestamp,
    calendar::{Calendar, is_weekend},
    day::{date, moment, plus_days},
};

pub(super) const OPENED: Date = date(2022, 1, 1);
/// Before this day only what makes a status is recorded here (referrals, plans, placements,
/// reviews); from it on the whole of the work: contacts, visits, core groups, papers, notes. The
/// older visits stayed in the system before this one, and their clocks are *not known*.
pub(super) const WHOLE: Date = date(2025, 6, 1);

pub(super) struct Days(Calendar);

impl Days {
    pub(super) fn new() -> Days {
        Days(Calendar::default())
    }
    /// Beyond the calendar every weekday is taken for a working day: the town goes on living.
    pub(super) fn works(&self, day: Date) -> bool {
        self.0.is_working_day(day).unwrap_or(!is_weekend(day))
    }
    pub(super) fn after(&self, day: Date, working_days: i64) -> Date {
        let (mut day, mut left) = (day, working_days);
        while left > 0 {
            day = plus_days(day, 1);
            left -= i64::from(self.works(day));
        }
        day
    }
    pub(super) fn before(&self, day: Date, working_days: i64) -> Date {
        let (mut day, mut left) = (day, working_days);
        while left > 0 {
            day = plus_days(day, -1);
            left -= i64::from(self.works(day));
        }
        day
    }
    pub(super) fn on_or_after(&self, mut day: Date) -> Date {
        while !self.works(day) {
            day = plus_days(day, 1);
        }
        day
    }
    pub(super) fn on_or_before(&self, mut day: Date) -> Date {
        while !self.works(day) {
            day = plus_days(day, -1);
        }
        day
    }
}

/// How many in a thousand pieces of work are late: judged inadequate in the summer of 2022, then
/// slowly better.
pub(super) fn lateness(day: Date) -> u64 {
    match (day.year(), day.month()) {
        (..=2021, _) => 300,
        (2022, _) => 320,
        (2023, ..=6) => 270,
        (2023, _) => 220,
        (2024, ..=6) => 170,
        (2024, _) => 130,
        (2025, ..=6) => 110,
        (2025, _) => 90,
        _ => 70,
    }
}
/// Some time in office hours.
pub(super) fn at_work(day: Date, chance: &mut Chance) -> Timestamp {
    hour(day, chance.between(9, 16), chance)
}
pub(super) fn hour(day: Date, hour: i64, chance: &mut Chance) -> Timestamp {
    let hour = i8::try_from(hour.clamp(0, 23)).unwrap_or(12);
    moment(day.at(hour, i8::try_from(chance.between(0, 59)).unwrap_or(0), 0, 0))
}

/// What can be done late, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    Decision,
    Triage,
    Feedback,
    ChildSeen,
    /// Seen without anybody else in the room.
    SeenAlone,
    /// Written down in words of its own, not copied from the last.
    OwnWords,
    WriteUp,
    Checkpoint,
    Assessment,
    Enquiry,
    InitialConference,
    ReviewConference,
    CoreGroup,
    Report,
    Outline,
    Minutes,
    InNeedPlan,
    InNeedReview,
    LongPlan,
    Visit,
    CustodyVisit,
    PlacementPlan,
    CarePlan,
    ReviewingOfficer,
    Review,
    ReviewRecord,
    Midway,
    Health,
    Dental,
    Immunisations,
    Questionnaire,
    EducationPlan,
    SchoolPlace,
    ReturnInterview,
    SafeAndWell,
    SeniorManager,
    MissingMeeting,
    Arrangement,
    Incident,
    NeedsAssessment,
    PathwayPlan,
    PathwayReview,
    HealthHistory,
    InTouch,
    MoveVisit,
    YearlyOffer,
    // What the returns ask of a child.
    Disabilities,
    PupilNumber,
    EarlierPermanence,
    /// Under which number a home or an agency is registered.
    Registration,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// So many days after the day by which it should have been done.
    Late(i64),
    Never,
}
/// A planted fault: the first time that this duty falls due on or after a day, this is how it goes.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    pub duty: Duty,
    pub from: Date,
    pub how: How,
}
/// How the work with one child or family goes: by chance, or as its story says.
#[derive(Clone)]
pub(super) struct Pace {
    pub(super) chance: Chance,
    /// The story of a named person: nothing is late but what is planted, and nothing turns by chance.
    pub(super) steered: bool,
    pub(super) slips: Vec<Slip>,
}
impl Pace {
    pub(super) fn new(chance: Chance) -> Pace {
        Pace { chance, steered: false, slips: vec![] }
    }
    /// The fault planted for this duty, if it is due by now; each happens once.
    pub(super) fn slip(&mut self, duty: Duty, due: Date) -> Option<How> {
        let n = self.slips.iter().position(|s| s.duty == duty && s.from <= due)?;
        Some(self.slips.remove(n).how)
    }
    /// The day on which it is done: up to `slack` days before it is due, or late. `None`: never.
    pub(super) fn done(&mut self, duty: Duty, due: Date, slack: i64, days: &Days) -> Option<Date> {
        match self.slip(duty, due) {
            Some(How::Late(by)) => return Some(plus_days(due, by)),
            Some(How::Never) => return None,
            None => {}
        }
        let early = self.chance.between(0, slack);
        if self.steered || !self.chance.happens(lateness(due)) {
            return Some(days.on_or_before(plus_days(due, -early)));
        }
        let by = self.chance.weigh(&[(50, 4), (30, 14), (15, 40), (5, 120)]);
        Some(days.on_or_after(plus_days(due, self.chance.between(1, by))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planted_fault_happens_once_and_the_rest_is_in_time() {
        let mut pace = Pace::new(Chance::of(1));
        pace.steered = true;
        pace.slips.push(Slip { duty: Duty::Visit, from: date(2026, 3, 1), how: How::Late(9) });
        let days = Days::new();
        assert!(pace.done(Duty::Visit, date(2026, 2, 20), 3, &days).unwrap() <= date(2026, 2, 20));
        assert!(pace.done(Duty::Review, date(2026, 3, 6), 3, &days).unwrap() <= date(2026, 3, 6));
        assert_eq!(pace.done(Duty::Visit, date(2026, 3, 6), 3, &days), Some(date(2026, 3, 15)));
        assert!(pace.done(Duty::Visit, date(2026, 3, 20), 3, &days).unwrap() <= date(2026, 3, 20));
    }
    #[test]
    fn work_got_better() {
        let late = |due| {
            let (mut pace, days) = (Pace::new(Chance::of(2)), Days::new());
            (0..1000).filter(|_| pace.done(Duty::Visit, due, 3, &days).unwrap() > due).count()
        };
        assert!(late(date(2022, 5, 4)) > 3 * late(date(2026, 5, 6)));
    }
    #[test]
    fn the_office_shuts_on_bank_holidays() {
        let days = Days::new();
        assert_eq!(days.after(date(2026, 12, 24), 1), date(2026, 12, 29));
        assert_eq!(days.on_or_before(date(2026, 12, 27)), date(2026, 12, 24));
    }
}
