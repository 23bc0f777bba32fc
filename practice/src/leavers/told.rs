//! How the stories of leavers are told: a line a fact, `2026-05-31 left`.
use super::{Category, Fact, Learning, OtherStay, Status, With, basis, status};
use crate::{
    care::{self, Detained, Placement},
    case::{Story, read},
    people, private_fostering,
};

pub(super) fn story(lines: &str) -> Story {
    let mut story = Story::default();
    for line in lines.split(';').map(str::trim).filter(|l| !l.is_empty()) {
        tell(&mut story, line);
    }
    story
}
pub(super) fn tell(s: &mut Story, line: &str) {
    let mut words = line.split_whitespace();
    let (day, what) = (words.next().unwrap(), words.next().unwrap());
    let of = words.next().unwrap_or_default();
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
        "learning" => s.on(day, learning(of, words.next())),
        "asked" => s.on(day, Fact::SupportRequested),
        "no-support" => s.on(day, Fact::SupportNoLongerWanted),
        "recorded" => s.on(day, Fact::CategoryRecorded { category: category(of) }),
        "decided" => {
            let (on, _) = read(day);
            let rests_on = basis(&s.history(on), &s.norms, on);
            s.on(day, Fact::CategoryDecided { category: category(of), reason: "Legal advice".into(), rests_on })
        }
        other => panic!("no story tells “{other}”"),
    };
}
fn category(code: &str) -> Category {
    Category::of(code).unwrap_or_else(|| panic!("no category is called “{code}”"))
}
fn placement(what: &str) -> Placement {
    let (legal_status, place) = what.split_once('/').unwrap();
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

pub(super) fn asked(s: &Story, on: &str) -> Status {
    let (on, _) = read(on);
    status(&s.history(on), &s.norms, on)
}
/// `RELEVANT 16_17 row 6, 91 days, BOUNDARY_REVIEW`.
pub(super) fn said(s: &Status) -> String {
    let mut flags: Vec<String> = s.flags.iter().map(ToString::to_string).collect();
    flags.sort();
    flags.dedup();
    let band = if s.band().is_empty() { String::new() } else { format!(" {}", s.band()) };
    let at_least = if s.days.at_least { "at least " } else { "" };
    let flags: String = flags.iter().map(|f| format!(", {f}")).collect();
    format!("{}{band} row {}, {at_least}{} days{flags}", s.category(), s.row.code, s.days.count)
}
