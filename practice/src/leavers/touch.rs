//! Being in touch: who tried, how, and what came of it. Only a contact to which the young person answered is one;
//! an attempt is kept and never counts as more.
use super::{Fact, clocks::IN_TOUCH};
use crate::{
    clock::{Limit, Unit},
    day::{Date, plus_weeks, words},
    fact::{Event, Fact as F},
    history::History,
    norms::{Norm, Norms},
    people,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub how: How,
    pub came_of_it: CameOfIt,
    /// Who reached out first.
    pub by: By,
    /// What the young person said, in their own words.
    #[serde(default)]
    pub childs_words: String,
    #[serde(default)]
    pub notes: String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Where they live.
    AtHome,
    /// Face to face, anywhere else.
    Met,
    VideoCall,
    Call,
    Message,
    Letter,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameOfIt {
    /// Both spoke or wrote.
    TwoWay,
    NoAnswer,
    /// A message or a card left, not answered.
    MessageLeft,
    /// Somebody else said how they are.
    HeardOf,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Adviser,
    YoungPerson,
    /// Duty, a carer, a support worker, another service.
    SomebodyElse,
}
/// How closely to keep in touch: the lengths are norms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    High,
    Medium,
    Low,
}
/// Who may know where somebody is whom we have lost touch with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Housing,
    /// The Department for Work and Pensions.
    Benefits,
    /// Prison and probation.
    Custody,
    Health,
    Family,
}
impl Source {
    pub const ALL: [Source; 5] = [Source::Housing, Source::Benefits, Source::Custody, Source::Health, Source::Family];
    pub fn words(self) -> &'static str {
        match self {
            Source::Housing => "the housing department",
            Source::Benefits => "the Department for Work and Pensions",
            Source::Custody => "prison and probation",
            Source::Health => "hospital and doctor",
            Source::Family => "family and friends",
        }
    }
    pub fn title(self) -> &'static str {
        match self {
            Source::Housing => "Housing department",
            Source::Benefits => "Department for Work and Pensions",
            Source::Custody => "Prison and probation",
            Source::Health => "Hospital and doctor",
            Source::Family => "Family and friends",
        }
    }
}
impl How {
    pub const ALL: [How; 6] = [How::AtHome, How::Met, How::VideoCall, How::Call, How::Message, How::Letter];
    pub fn words(self) -> &'static str {
        match self {
            How::AtHome => "Visit where they live",
            How::Met => "Meeting",
            How::VideoCall => "Video call",
            How::Call => "Call",
            How::Message => "Message",
            How::Letter => "Letter",
        }
    }
}
impl CameOfIt {
    pub const ALL: [CameOfIt; 4] = [CameOfIt::TwoWay, CameOfIt::NoAnswer, CameOfIt::MessageLeft, CameOfIt::HeardOf];
    pub fn words(self) -> &'static str {
        match self {
            CameOfIt::TwoWay => "spoken with",
            CameOfIt::NoAnswer => "no answer",
            CameOfIt::MessageLeft => "word left",
            CameOfIt::HeardOf => "heard of, not spoken with",
        }
    }
}
impl By {
    pub const ALL: [By; 3] = [By::Adviser, By::YoungPerson, By::SomebodyElse];
}
impl Need {
    pub const ALL: [Need; 3] = [Need::High, Need::Medium, Need::Low];
    pub fn words(self) -> &'static str {
        match self {
            Need::High => "High",
            Need::Medium => "Medium, as most",
            Need::Low => "Low",
        }
    }
}

/// Every attempt and every contact, oldest first.
pub fn contacts(h: &History) -> impl Iterator<Item = (Event, &Contact)> {
    h.all().filter_map(|k| match &k.fact {
        F::Leavers(Fact::Contacted(c)) => Some((Event::from(k), c)),
        _ => None,
    })
}
/// Both spoke or wrote. A visit at which the young person was seen is one too, whoever made it.
pub fn is_two_way(f: &F) -> bool {
    match f {
        F::Leavers(Fact::Contacted(c)) => c.came_of_it == CameOfIt::TwoWay,
        F::People(people::Fact::Visited(v)) => v.seen,
        _ => false,
    }
}
/// When the young person was spoken with, oldest first.
pub fn two_way(h: &History) -> Vec<Event> {
    h.events(is_two_way)
}
/// When somebody saw the young person where they live, oldest first.
pub fn seen_at_home(h: &History) -> Vec<Event> {
    h.events(|f| is_two_way(f) && !matches!(f, F::Leavers(Fact::Contacted(c)) if c.how != How::AtHome))
}
/// How closely to keep in touch, each time that it was rated, oldest first.
pub fn ratings(h: &History) -> impl Iterator<Item = (Date, Need)> {
    let rated = h.find(|f| match f {
        F::Leavers(Fact::NeedOfContactRated { need }) => Some(*need),
        _ => None,
    });
    rated.map(|(k, need)| (k.happened, need))
}
/// How closely, as it was rated last; nobody rated it: as most are.
pub fn need(h: &History, on: Date) -> Need {
    ratings(h).filter(|(day, _)| *day <= on).last().map_or(Need::Medium, |(_, need)| need)
}
const fn by_need(code: &'static str, title: &'static str, default: i64) -> Norm {
    Norm { code, title, default, unit: "weeks", why: "Our own choice: the law says keep in touch, and no number" }
}
pub const HIGH_NEED: Norm = by_need("leavers_contact_high_need", "Contact with a young person whose need is high", 4);
pub const LOW_NEED: Norm = by_need("leavers_contact_low_need", "Contact with a young person whose need is low", 12);

/// The weeks within which to be in touch with somebody of that need: where it is as most have it, those of the clock.
pub fn weeks(norms: &Norms, need: Need, on: Date) -> i64 {
    match need {
        Need::High => norms.get(&HIGH_NEED, on),
        Need::Medium => norms.number(IN_TOUCH.code, on).unwrap_or(IN_TOUCH.limit.0),
        Need::Low => norms.get(&LOW_NEED, on),
    }
}
/// By when, where the need was rated anew before they next spoke, and that is sooner than the rating before said.
pub(super) fn sooner(h: &History, norms: &Norms, spoken: &[Event], from: Date) -> Option<(Date, String)> {
    let next = spoken.iter().map(|e| e.on).find(|day| *day > from);
    let usual = plus_weeks(from, weeks(norms, need(h, from), from));
    let rated = ratings(h).filter(|(day, _)| *day > from && next.is_none_or(|next| *day < next));
    let due = rated.map(|(day, need)| {
        let limit = Limit(weeks(norms, need, day), Unit::Weeks);
        (plus_weeks(day, limit.0), format!("{limit} after the need was rated on {}", words(day)))
    });
    due.min_by_key(|(due, _)| *due).filter(|(due, _)| *due < usual)
}
/// The last day on which somebody is in touch with whom nobody has spoken since that one.
pub fn lapses(h: &History, norms: &Norms, since: Date) -> Date {
    let usual = plus_weeks(since, weeks(norms, need(h, since), since));
    sooner(h, norms, &two_way(h), since).map_or(usual, |(due, _)| due)
}
/// The days on which the young person chose to step away, each until they were in touch again.
pub fn stepped_away(h: &History) -> Vec<Event> {
    h.events(|f| matches!(f, F::Leavers(Fact::SteppedAway { .. })))
}
/// Stepped away by that day, and not in touch since.
pub fn is_away(h: &History, on: Date) -> Option<Event> {
    let last = stepped_away(h).into_iter().rfind(|e| e.on <= on)?;
    let back = two_way(h).into_iter().any(|e| e.on <= on && (e.on > last.on || e.on == last.on && e.at > last.at));
    (!back).then_some(last)
}

/// Who was asked where a young person is, and what they said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    pub of: Source,
    pub asked: Event,
    /// When they answered, and whether they knew.
    pub answered: Option<(Event, bool)>,
}
/// The search that is on, or was on: each is answered by the next word from the one who was asked.
pub fn searches(h: &History) -> Vec<Search> {
    let mut all: Vec<Search> = vec![];
    for k in h.all() {
        match &k.fact {
            F::Leavers(Fact::SearchAsked { who }) => {
                all.push(Search { of: *who, asked: Event::from(k), answered: None })
            }
            F::Leavers(Fact::SearchAnswered { who, known, .. }) => {
                if let Some(open) = all.iter_mut().find(|s| s.of == *who && s.answered.is_none()) {
                    open.answered = Some((Event::from(k), *known));
                }
            }
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    #[test]
    fn an_attempt_is_kept_and_is_no_contact() {
        let h = story("2005-03-10 born; 2026-03-01 rang; 2026-03-05 no-answer; 2026-03-09 heard-of")
            .history(date(2026, 4, 1));
        assert_eq!(contacts(&h).count(), 3);
        assert_eq!(two_way(&h).iter().map(|e| e.on).collect::<Vec<_>>(), [date(2026, 3, 1)]);
    }
    #[test]
    fn being_in_touch_lasts_as_many_weeks_as_the_need_asks_for() {
        let s = story(
            "2005-03-10 born; 2026-03-02 rated high; 2026-03-20 rated low; 2026-04-01 rang; 2026-04-20 rated high",
        );
        let h = s.history(date(2026, 6, 1));
        let until = |month, day| lapses(&h, &s.norms, date(2026, month, day));
        assert_eq!(until(1, 5), date(2026, 3, 2), "nobody had rated it: eight weeks");
        assert_eq!(until(3, 2), date(2026, 3, 30), "high: four");
        assert_eq!(until(3, 20), date(2026, 6, 12), "low: twelve");
        assert_eq!(until(4, 1), date(2026, 5, 18), "rated high again meanwhile: four weeks from then");
    }
    #[test]
    fn stepping_away_lasts_until_they_are_in_touch_again() {
        let h = story("2005-03-10 born; 2026-03-01 stepped-away; 2026-03-05 no-answer; 2026-03-20 rang")
            .history(date(2026, 4, 1));
        let away = |day| is_away(&h, date(2026, 3, day)).map(|e| e.on);
        assert_eq!((away(1), away(19), away(20)), (Some(date(2026, 3, 1)), Some(date(2026, 3, 1)), None));
    }
    #[test]
    fn each_check_is_answered_by_the_one_who_was_asked() {
        let h = story("2005-03-10 born; 2026-03-01 ask housing; 2026-03-01 ask health; 2026-03-04 told health")
            .history(date(2026, 4, 1));
        let answered: Vec<(Source, Option<bool>)> =
            searches(&h).iter().map(|s| (s.of, s.answered.map(|(_, known)| known))).collect();
        assert_eq!(answered, [(Source::Housing, None), (Source::Health, Some(true))]);
    }
}
