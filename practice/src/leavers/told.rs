//! How the stories of leavers are told, in tests and in the cases of clocks: a line a fact, `2026-05-31 left`.
use super::{
    Category, Fact, Learning, OtherStay, With, basis,
    homeless::{Decision, Found, Interim, Route},
    living::{Accommodation, Activity, Provided, Unsuitable},
    touch::{By, CameOfIt, Contact, How, Need, Source},
};
#[cfg(test)]
use super::{Status, status};
use crate::{
    care::{self, Detained, Placement},
    case::{Story, read},
    fact::Id,
    people::{self, Part},
    private_fostering,
};

#[cfg(test)]
pub(super) fn story(lines: &str) -> Story {
    let mut story = Story::default();
    told(&mut story, lines);
    story
}
/// # Panics
/// When a line says what nobody told before: a case is source text, and a wrong one must not run.
pub(crate) fn told(story: &mut Story, lines: &str) {
    for line in lines.split(';').map(str::trim).filter(|l| !l.is_empty()) {
        tell(story, line);
    }
}
pub(super) fn tell(s: &mut Story, line: &str) {
    let mut words = line.split_whitespace();
    let mut word = || words.next().unwrap_or_default();
    let (day, what, of) = (word(), word(), word());
    let stay = |kind| Fact::OtherStayBegan { kind };
    match what {
        "born" => s.born(day),
        "died" => s.on(day, people::Fact::Died),
        "care" => s.on(day, care::Fact::PlacementBegan(placement(of))),
        "left" => s.on(day, care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }),
        "home" => s.on(day, Fact::LivingWithBegan { with: with(of), who: of.into() }),
        "away" => s.on(day, Fact::LivingWithEnded),
        "detained" => s.on(day, care::Fact::DetentionBegan { place: Detained::Custody }),
        "hospital" => s.on(day, care::Fact::DetentionBegan { place: Detained::Hospital }),
        "released" => s.on(day, care::Fact::DetentionEnded),
        "guardian" => s.on(day, Fact::SpecialGuardianshipMade { looked_after_before: None }),
        "no-guardian" => s.on(day, Fact::SpecialGuardianshipEnded),
        "voluntary" => s.on(day, stay(OtherStay::VoluntaryOrganisation)),
        "health" => s.on(day, stay(OtherStay::HealthOrEducation)),
        "gone" => s.on(day, Fact::OtherStayEnded),
        "fostered" => s.on(day, fostered()),
        "collected" => s.on(day, private_fostering::Fact::ArrangementEnded { why: "Went home".into() }),
        "learning" => s.on(day, learning(of, Some(word()).filter(|w| !w.is_empty()))),
        "asked" => s.on(day, Fact::SupportRequested),
        "no-support" => s.on(day, Fact::SupportNoLongerWanted),
        "recorded" => s.on(day, Fact::CategoryRecorded { category: category(of) }),
        "decided" => {
            let (on, _) = read(day);
            let rests_on = basis(&s.history(on), &s.norms, on);
            s.on(day, Fact::CategoryDecided { category: category(of), reason: "Legal advice".into(), rests_on })
        }
        _ => tell_of_work(s, day, what, of, word()),
    };
}
fn tell_of_work<'s>(s: &'s mut Story, day: &str, what: &str, of: &str, more: &str) -> &'s mut Story {
    match what {
        "adviser" => {
            s.on(day, people::Fact::Allocated { worker: ADVISER, team: Id::nil(), part: Part::Adviser, why: None })
        }
        "no-adviser" => s.on(day, people::Fact::AllocationEnded { worker: ADVISER, part: Part::Adviser }),
        "visited" => s.on(day, people::Fact::Visited(people::Visit { seen: true, ..people::Visit::default() })),
        _ => s.on(day, work(what, of, more)),
    }
}
const ADVISER: Id = Id::from_u128(0xAD);
fn work(what: &str, of: &str, more: &str) -> Fact {
    match what {
        "assessed" => Fact::NeedsAssessmentCompleted,
        "planned" => Fact::PathwayPlanPrepared,
        "reviewed" => Fact::PathwayPlanReviewed,
        "health-history" => Fact::HealthHistoryOffered { taken: of == "taken" },
        "offered" => Fact::SupportOffered { how: How::Letter },
        "rated" => Fact::NeedOfContactRated { need: need(of) },
        "rang" => contact(How::Call, CameOfIt::TwoWay),
        "at-home" => contact(How::AtHome, CameOfIt::TwoWay),
        "wrote" => contact(How::Letter, CameOfIt::MessageLeft),
        "nobody-in" => contact(How::AtHome, CameOfIt::MessageLeft),
        "no-answer" => contact(How::Call, CameOfIt::NoAnswer),
        "heard-of" => contact(How::Message, CameOfIt::HeardOf),
        "ask" => Fact::SearchAsked { who: source(of) },
        "not-told" => Fact::SearchAnswered { who: source(of), known: false, words: String::new() },
        "told" => Fact::SearchAnswered { who: source(of), known: true, words: String::new() },
        "stepped-away" => Fact::SteppedAway { childs_words: "Leave me be for now.".into() },
        "lives" => Fact::AccommodationBegan(Accommodation {
            accommodation: of.into(),
            provided: match more {
                "s23b" => Some(Provided::S23b),
                "s24b" => Some(Provided::S24b),
                _ => None,
            },
            ..Accommodation::default()
        }),
        "unsuitable" => Fact::AccommodationJudged { suitable: false, unsuitable: vec![Unsuitable::NotSafe] },
        "moved-out" => Fact::AccommodationEnded,
        "does" => Fact::ActivityBegan(Activity { activity: of.into(), ..Activity::default() }),
        "stopped" => Fact::ActivityEnded,
        "staying-put" => Fact::StayingPutBegan { carer: "Mary Fielding".into() },
        "staying-put-reviewed" => Fact::StayingPutReviewed,
        "staying-put-ended" => Fact::StayingPutEnded { why: "A flat of her own".into() },
        "may-lose-home" => Fact::HomelessnessThreatened {
            within_56_days: of != "later",
            agrees_to_referral: (of != "unasked").then_some(of != "refuses"),
        },
        "referred-to-housing" => Fact::HousingReferralMade { authority: "Loxley".into() },
        "homeless" => Fact::HomelessPresented,
        "interviewed" => Fact::HomelessInterviewed { safe_tonight: of == "safe" },
        "interim" => Fact::HomelessAccommodated {
            place: if of == "b&b" { Interim::BedAndBreakfast } else { Interim::SupportedAccommodation },
        },
        "homeless-assessed" => Fact::HomelessAssessed { with_housing: of != "alone" },
        "homeless-decided" => decided(Some(Route::ChildInNeed).filter(|_| of != "nothing")),
        other => panic!("no story tells “{other}”"),
    }
}
fn contact(how: How, came_of_it: CameOfIt) -> Fact {
    let by = By::Adviser;
    Fact::Contacted(Contact { how, came_of_it, by, childs_words: String::new(), notes: String::new() })
}
fn need(of: &str) -> Need {
    match of {
        "high" => Need::High,
        "low" => Need::Low,
        _ => Need::Medium,
    }
}
fn source(of: &str) -> Source {
    match of {
        "benefits" => Source::Benefits,
        "custody" => Source::Custody,
        "health" => Source::Health,
        "family" => Source::Family,
        _ => Source::Housing,
    }
}
fn decided(route: Option<Route>) -> Fact {
    Fact::HomelessDecided(Box::new(Decision {
        route,
        found: Found { needs_accommodation: Some(false), ..Found::default() },
        reasons: "Her aunt takes her in.".into(),
        advocate_offered: true,
        explained_in_writing: true,
        manager: "Ruth Ollerton".into(),
    }))
}
fn category(code: &str) -> Category {
    Category::of(code).unwrap_or_else(|| panic!("no category is called “{code}”"))
}
fn placement(what: &str) -> Placement {
    let (legal_status, place) = what.split_once('/').unwrap_or((what, "U6"));
    Placement { legal_status: legal_status.into(), place: place.into(), ..Placement::default() }
}
fn with(who: &str) -> With {
    match who {
        "mother" | "father" => With::Parent,
        "guardian" => With::ParentalResponsibility,
        "order-holder" => With::FormerOrderHolder,
        _ => With::Other,
    }
}
fn fostered() -> private_fostering::Fact {
    private_fostering::Fact::ArrangementBegan {
        carer: "A neighbour".into(),
        close_relative: false,
        disabled: true,
        days: None,
    }
}
fn learning(what: &str, since: Option<&str>) -> Fact {
    let learning = match what {
        "in" => Learning::In,
        "will-be" => Learning::WillBe,
        "wishes" => Learning::Wishes,
        _ => Learning::Neither,
    };
    Fact::LearningSaid { learning, since: since.map(|day| read(day).0) }
}

#[cfg(test)]
pub(super) fn asked(s: &Story, on: &str) -> Status {
    let (on, _) = read(on);
    status(&s.history(on), &s.norms, on)
}
/// `RELEVANT 16_17 row 6, 91 days, BOUNDARY_REVIEW`.
#[cfg(test)]
pub(super) fn said(s: &Status) -> String {
    let mut flags: Vec<String> = s.flags.iter().map(ToString::to_string).collect();
    flags.sort();
    flags.dedup();
    let band = if s.band().is_empty() { String::new() } else { format!(" {}", s.band()) };
    let at_least = if s.days.at_least { "at least " } else { "" };
    let flags: String = flags.iter().map(|f| format!(", {f}")).collect();
    format!("{}{band} row {}, {at_least}{} days{flags}", s.category(), s.row.code, s.days.count)
}
