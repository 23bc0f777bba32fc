//! Faults planted by name: what went wrong, with whom and when, so that every alert has something to
//! show and a test knows the answer.
use super::{
    days::{Duty, How, Slip},
    named,
};
use practice::{Date, Id, day::date};

pub struct Fault {
    pub code: &'static str,
    /// The clock that shows it, where one does.
    pub clock: Option<&'static str>,
    pub what: &'static str,
    /// The child or worker.
    pub who: Id,
    /// From this day the fault is there to be seen.
    pub on: Date,
    /// Which of the duties done by routine goes wrong, where it is one of them.
    slip: Option<Slip>,
}
const fn slip(duty: Duty, from: Date, how: How) -> Option<Slip> {
    Some(Slip { duty, from, how })
}
pub const PLANTED: &[Fault] = &[
    Fault {
        code: "conference_on_day_16",
        clock: Some("P03"),
        what: "The initial conference of the Hallidays was held on the sixteenth working day.",
        who: named::MAYA.id,
        on: date(2026, 7, 28),
        slip: slip(Duty::InitialConference, date(2026, 7, 1), How::Late(1)),
    },
    Fault {
        code: "late_visit",
        clock: Some("P10"),
        what: "A visit to the Hallidays under the protection plan was nine days late.",
        who: named::MAYA.id,
        on: date(2026, 9, 1),
        slip: slip(Duty::Visit, date(2026, 9, 1), How::Late(9)),
    },
    Fault {
        code: "not_seen_alone",
        clock: None,
        what: "Maya and Theo Halliday were seen, but not alone, and nobody says why.",
        who: named::MAYA.id,
        on: date(2026, 10, 1),
        slip: slip(Duty::SeenAlone, date(2026, 10, 1), How::Never),
    },
];
/// The faults in the routine of one child, or of the family whose eldest it is.
pub(super) fn slips(who: Id) -> Vec<Slip> {
    PLANTED.iter().filter(|f| f.who == who).filter_map(|f| f.slip).collect()
}
