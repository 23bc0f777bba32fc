//! Faults planted by name: what went wrong, with whom and since when, so that every alert has
//! something to show and a test knows the answer.
use super::{
    days::{Duty, How, Slip},
    named::{self, Person},
};
use practice::{Date, Id, day::date, leavers::Category, reported::Return};

pub struct Fault {
    pub code: &'static str,
    /// The clock that shows it, where one does.
    pub clock: Option<&'static str>,
    /// The child.
    pub who: Id,
    /// The return that shows it, of which year, and by which rule, where one does.
    pub in_return: Option<(Return, i16, &'static str)>,
    /// The first day on which it is there to be seen.
    pub on: Date,
    pub what: &'static str,
    /// Which of the duties done by routine go wrong.
    slips: &'static [Slip],
}
const fn late(duty: Duty, from: Date, by: i64) -> Slip {
    Slip { duty, from, how: How::Late(by) }
}
const fn never(duty: Duty, from: Date) -> Slip {
    Slip { duty, from, how: How::Never }
}
const fn d(y: i16, m: i8, day: i8) -> Date {
    date(y, m, day)
}
const fn fault(
    code: &'static str,
    clock: &'static str,
    who: &'static Person,
    on: Date,
    what: &'static str,
    slips: &'static [Slip],
) -> Fault {
    Fault { code, clock: Some(clock), who: who.id, in_return: None, on, what, slips }
}
/// One that no clock measures.
const fn unclocked(fault: Fault) -> Fault {
    Fault { clock: None, ..fault }
}
/// One that no clock measures, and that the return of the year to 31 March 2026 shows.
const fn returned(which: Return, rule: &'static str, fault: Fault) -> Fault {
    Fault { in_return: Some((which, 2026, rule)), ..unclocked(fault) }
}

#[rustfmt::skip]
pub const PLANTED: &[Fault] = &[
    // At the front door and in assessment.
    fault("decided_late", "C03", &named::FINLAY, d(2026, 1, 13), "An amber contact was not decided within a day.", &[late(Duty::Decision, d(2026, 1, 1), 1)]),
    fault("referrer_not_told", "C05", &named::ROSA, d(2026, 3, 11), "Nobody told the school what was decided.", &[never(Duty::Feedback, d(2026, 3, 1))]),
    fault("seen_late", "A05", &named::ISMAIL, d(2026, 6, 10), "Not seen in the first week of the assessment.", &[late(Duty::ChildSeen, d(2026, 6, 1), 4)]),
    fault("assessment_too_long", "A01", &named::LEAP, d(2026, 7, 16), "The assessment took 52 working days.", &[]),
    fault("plan_agreed_late", "N01", &named::ISMAIL, d(2026, 8, 8), "The child in need plan was agreed a week late.", &[late(Duty::InNeedPlan, d(2026, 6, 1), 8)]),
    fault("review_in_need_late", "N03", &named::MARCUS, d(2026, 4, 17), "A review of the child in need plan was three weeks late.", &[late(Duty::InNeedReview, d(2026, 3, 1), 20)]),
    fault("long_plan_unasked", "N05", &named::MARCUS, d(2026, 6, 19), "No manager asked why the plan is still needed.", &[never(Duty::LongPlan, d(2026, 1, 1)), never(Duty::LongPlan, d(2026, 1, 2))]),
    fault("glass_not_reviewed", "B01", &named::JADA, d(2026, 11, 18), "Glass was broken in the night, and no manager reviewed it.", &[]),
    // Protection.
    fault("conference_on_day_16", "P03", &named::MAYA, d(2026, 7, 28), "The initial conference was held on the sixteenth working day.", &[late(Duty::InitialConference, d(2026, 7, 1), 1)]),
    fault("late_visit", "P10", &named::MAYA, d(2026, 9, 9), "A visit under the protection plan was nine days late.", &[late(Duty::Visit, d(2026, 9, 1), 9)]),
    unclocked(fault("not_seen_alone", "", &named::MAYA, d(2026, 10, 1), "The children were seen, but not alone, and nobody says why.", &[never(Duty::SeenAlone, d(2026, 10, 1))])),
    unclocked(fault("copied_note", "", &named::MAYA, d(2026, 10, 20), "Two visits in the same words.", &[never(Duty::OwnWords, d(2026, 10, 20)), never(Duty::OwnWords, d(2026, 10, 20))])),
    unclocked(fault("written_up_late", "", &named::DOMINIK, d(2026, 8, 1), "A visit was written up twelve days after it was made.", &[late(Duty::WriteUp, d(2026, 8, 1), 12)])),
    fault("core_group_missed", "P07", &named::DOMINIK, d(2026, 9, 30), "The core group stopped meeting.", &[never(Duty::CoreGroup, d(2026, 9, 1))]),
    fault("plan_over_two_years", "P12", &named::DOMINIK, d(2026, 6, 4), "On a protection plan for more than two years.", &[]),
    fault("first_review_conference_late", "P08", &named::FINLAY, d(2026, 5, 3), "The first review conference was twelve days late.", &[late(Duty::ReviewConference, d(2026, 4, 1), 12)]),
    fault("minutes_not_sent", "P11", &named::FINLAY, d(2026, 6, 13), "The minutes of the first review conference were never sent round.", &[never(Duty::Minutes, d(2026, 6, 1))]),
    fault("conference_on_day_20", "P04", &named::AYESHA, d(2026, 8, 25), "The transfer-in conference was held on the twentieth working day.", &[late(Duty::InitialConference, d(2026, 8, 1), 8)]),
    fault("police_protection_over_72_hours", "P14", &named::HARVEY, d(2026, 9, 21), "Kept in police protection for eighty hours.", &[]),
    // Looked after.
    fault("no_placement_plan", "L01", &named::KIERAN, d(2026, 9, 22), "No placement plan was made for the last move.", &[never(Duty::PlacementPlan, d(2026, 9, 1))]),
    fault("placement_plan_waived", "L01", &named::CALLUM, d(2026, 3, 10), "No placement plan in time: waived by the team manager, with her reason.", &[never(Duty::PlacementPlan, d(2026, 3, 1))]),
    fault("reviewing_officer_named_late", "L09", &named::ELSIE, d(2026, 10, 6), "The reviewing officer was named nine days late.", &[late(Duty::ReviewingOfficer, d(2026, 9, 28), 9)]),
    fault("review_missed", "L05", &named::AMIR, d(2026, 10, 28), "The last review was not held.", &[never(Duty::Review, d(2026, 6, 1))]),
    fault("weekly_visit_late", "V06", &named::ELSIE, d(2026, 10, 6), "The first weekly visit was two days late.", &[late(Duty::Visit, d(2026, 10, 1), 2)]),
    fault("remand_visit_late", "V10", &named::CONNOR, d(2026, 11, 3), "First visited on remand after ten days.", &[late(Duty::Visit, d(2026, 10, 27), 3)]),
    fault("custody_visit_late", "V09", &named::LEWIS, d(2026, 9, 22), "First visited in custody six days late.", &[late(Duty::CustodyVisit, d(2026, 9, 10), 6)]),
    fault("health_assessment_overdue", "H03", &named::KIERAN, d(2026, 10, 3), "The yearly health assessment is overdue.", &[never(Duty::Health, d(2026, 9, 1))]),
    fault("no_dentist", "H05", &named::KIERAN, d(2026, 9, 9), "No dental check in a year in care.", &[never(Duty::Dental, d(2025, 9, 8))]),
    fault("questionnaire_missing", "H04", &named::CALLUM, d(2026, 7, 22), "No questionnaire on how he feels after a year in care.", &[never(Duty::Questionnaire, d(2026, 7, 1))]),
    fault("education_plan_not_reviewed", "E02", &named::JADA, d(2026, 7, 23), "The education plan was not reviewed in the summer term.", &[never(Duty::EducationPlan, d(2026, 6, 1))]),
    fault("no_school", "E03", &named::KIERAN, d(2026, 10, 13), "Without a school since the last move.", &[never(Duty::SchoolPlace, d(2026, 9, 14))]),
    fault("return_interview_not_held", "M01", &named::JADA, d(2026, 11, 18), "No return interview after the last time away.", &[never(Duty::ReturnInterview, d(2026, 11, 13))]),
    fault("no_meeting_on_repeat_missing", "M04", &named::JADA, d(2026, 11, 21), "Away three times in ninety days, and no meeting.", &[never(Duty::MissingMeeting, d(2026, 11, 1))]),
    fault("plan_stale", "B02", &named::AMIR, d(2026, 10, 18), "He turns eighteen in December, and his pathway plan was not looked at.", &[]),
    fault("not_answered", "B03", &named::KEISHA, d(2026, 11, 18), "What she asked on her own page was not answered by the promised day.", &[]),
    fault("alarm_not_opened", "B04", &named::KEISHA, d(2026, 11, 22), "She said that she does not feel safe, and nobody opened it in a quarter of an hour.", &[]),
    // Private fostering.
    fault("arrangement_visited_late", "Q02", &named::NADIA, d(2025, 8, 29), "First visited three days late.", &[late(Duty::Visit, d(2025, 8, 19), 3)]),
    fault("arrangement_decided_late", "Q06", &named::NADIA, d(2025, 10, 17), "Whether the arrangement is suitable was decided ten days late.", &[late(Duty::Arrangement, d(2025, 8, 19), 10)]),
    // Leaving care.
    fault("called_qualifying", "W04", &named::BETHANY, d(2026, 7, 15), "Wrongly called qualifying at 18, and left without an adviser.", &[]),
    fault("called_qualifying", "W09", &named::BETHANY, d(2026, 6, 10), "Wrongly called qualifying, and nobody kept in touch.", &[]),
    fault("called_qualifying", "W12", &named::BETHANY, d(2026, 7, 8), "Wrongly called qualifying, and nobody looked for her.", &[]),
    fault("called_qualifying", "W05", &named::BETHANY, d(2026, 10, 9), "Wrongly called qualifying, and her plan was not reviewed.", &[]),
    fault("out_of_touch", "W09", &named::RYAN, d(2026, 8, 25), "Out of touch for more than eight weeks.", &[]),
    fault("lost", "W12", &named::RYAN, d(2026, 9, 22), "Not found after twelve weeks.", &[]),
    // In the returns.
    returned(Return::Cin, "8540", fault("disabilities_not_asked", "", &named::MARCUS, d(2026, 3, 31), "Nobody asked whether he is disabled.", &[never(Duty::Disabilities, d(2025, 1, 1))])),
    returned(Return::Cin, "8770Q", fault("no_pupil_number", "", &named::SORAYA, d(2026, 3, 31), "Nobody asked her school for her pupil number.", &[never(Duty::PupilNumber, d(2025, 1, 1))])),
    returned(Return::Ssda903, "630", fault("earlier_permanence_not_asked", "", &named::KIERAN, d(2026, 3, 31), "Nobody asked whether he had been adopted, or had a guardian, before.", &[never(Duty::EarlierPermanence, d(2025, 1, 1))])),
    returned(Return::Ssda903, "218", fault("home_without_a_number", "", &named::LEWIS, d(2026, 3, 31), "Nobody wrote down under which number his carers' agency is registered.", &[never(Duty::Registration, d(2025, 1, 1))])),
    // Nobody works with the child.
    unclocked(fault("unallocated", "", &named::NAMELESS, d(2026, 9, 7), "Referred, and nobody works with the child.", &[])),
    fault("never_assessed", "A01", &named::NAMELESS, d(2026, 11, 10), "Forty-five working days on, no assessment.", &[]),
];
/// Whose category is recorded wrongly: as what, and what they are. The re-check is to find these and nobody else.
pub const WRONG_CATEGORIES: &[(&Person, Category, Category)] = &[
    (&named::BETHANY, Category::Qualifying, Category::FormerRelevant),
    (&named::MASON, Category::Qualifying, Category::Relevant),
];
/// The faults in the routine of one child, or of the family whose eldest it is.
pub(super) fn slips(who: Id) -> Vec<Slip> {
    PLANTED.iter().filter(|f| f.who == who).flat_map(|f| f.slips.iter().copied()).collect()
}
