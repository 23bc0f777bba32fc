//! The head of every page of a child's record: who it is, each badge with the reason why it is lit,
//! and the pages of the record, always in one order.
use super::heading::heading;
use crate::{
    care::summary::STATUSES,
    frame::chrome,
    leavers::summary::{self, Held},
    page::{
        Chrome,
        parts::{Badge, Identity},
        words::{Colour, count},
    },
};
use kernel::{Error, Leave, Reading};
use practice::{
    Date, Id,
    access::{Act, Record, Worker, grant},
    day,
    leavers::Category,
};
use serde::{Deserialize, Serialize};

pub const CHILD: &str = include_str!("sql/child.sql");

#[derive(Clone, Debug, Deserialize)]
pub struct Child {
    pub id: Id,
    pub name: Option<String>,
    pub preferred_name: Option<String>,
    pub label: Option<String>,
    pub born: Option<Date>,
    pub died: Option<Date>,
    pub expected: Option<Date>,
    pub sex: Option<String>,
    pub postcode: Option<String>,
    pub restricted: bool,
    /// The authority's own id.
    number: Option<String>,
    mine: bool,
    my_teams: bool,
    named: bool,
    opened: bool,
    glass_broken: bool,
}
/// What holds of the child in law on the day, or is not known.
#[derive(Clone, Debug, Deserialize)]
pub struct Status {
    pub status: String,
    /// `yes` or `not_known`: what a child is not has no row.
    pub answer: String,
    pub since: Option<Date>,
    pub words: Option<String>,
    pub rule: Option<String>,
}
pub struct Head {
    pub child: Child,
    pub statuses: Vec<Status>,
    pub leaver: Option<Held>,
}

/// What `{{ loxley.record(record=record) }}` shows.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    pub identity: Identity,
    pub pages: Vec<Tab>,
}
#[derive(Clone, Debug, Serialize)]
pub struct Tab {
    text: &'static str,
    href: String,
    active: bool,
}
/// The pages of a record: their last step of the address, and what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Summary,
    Deadlines,
    Timeline,
    Family,
    Placements,
    Plan,
    /// Of somebody who is, or may be, a care leaver: how they live now, and being in touch.
    Life,
    Touch,
    /// The same: what they are in law.
    Leaving,
    /// Of somebody of 16 or 17 who may have nowhere to live.
    Homeless,
    Looks,
    /// What the young person themself is shown, and how they sign in.
    Theirs,
    /// Reached from where a finding is shown.
    Returns,
}
impl At {
    const ALL: [At; 13] = [
        At::Summary,
        At::Life,
        At::Touch,
        At::Plan,
        At::Deadlines,
        At::Timeline,
        At::Family,
        At::Placements,
        At::Leaving,
        At::Homeless,
        At::Looks,
        At::Theirs,
        At::Returns,
    ];
    pub fn title(self) -> &'static str {
        match self {
            At::Summary => "Summary",
            At::Deadlines => "Deadlines",
            At::Timeline => "Timeline",
            At::Family => "People and family",
            At::Placements => "Placements and legal status",
            At::Plan => "Plan",
            At::Life => "Life now",
            At::Touch => "Keeping in touch",
            At::Leaving => "Leaving care",
            At::Homeless => "Homeless at 16 or 17",
            At::Looks => "Who has looked",
            At::Theirs => "Their own page",
            At::Returns => "Returns",
        }
    }
    pub fn step(self) -> &'static str {
        match self {
            At::Summary => "",
            At::Deadlines => "/deadlines",
            At::Timeline => "/timeline",
            At::Family => "/family",
            At::Placements => "/placements",
            At::Plan => "/plan",
            At::Life => "/life",
            At::Touch => "/touch",
            At::Leaving => "/category",
            At::Homeless => "/homeless",
            At::Looks => "/looks",
            At::Theirs => "/young",
            At::Returns => "/returns",
        }
    }
}

impl Head {
    pub async fn read(reading: &mut Reading, child: Id) -> Result<Head, Error> {
        let row = reading.ask_one(CHILD, &[("child", child.into())]).await?;
        // The door has just found this child: without a row the tables do not say what the facts do.
        let row: Child = row.ok_or("a child who may be seen has no row")?;
        let statuses = reading.ask(STATUSES, &[("child", child.into())]).await?;
        let leaver = summary::held(reading, child).await?;
        Ok(Head { child: row, statuses, leaver })
    }
    /// What the child is called in a title, in a sentence and in a list.
    pub fn heading(&self) -> String {
        let c = &self.child;
        heading(c.name.as_deref().or(c.label.as_deref()), c.preferred_name.as_deref(), c.id)
    }
    /// As they like to be called.
    pub fn called(&self) -> String {
        if self.child.born.is_none() && self.child.expected.is_some() {
            return "the baby".into();
        }
        let first = || self.child.name.as_ref().and_then(|n| n.split_whitespace().next()).map(str::to_string);
        self.child.preferred_name.clone().or_else(first).unwrap_or_else(|| "the child".into())
    }
    pub fn holds(&self, status: &str) -> Option<&Status> {
        self.statuses.iter().find(|s| s.status == status)
    }
    pub fn address(&self, step: &str) -> String {
        format!("/children/{}{step}", self.child.id)
    }
    /// May this worker, who sees the record, do that as well? Says what the door would.
    pub fn reaches(&self, who: &Worker, act: Act, now: practice::Timestamp) -> bool {
        let c = &self.child;
        let colleague = Id::nil();
        let allocated = [c.mine.then_some((who.id, who.team)), c.my_teams.then_some((colleague, who.team))];
        let record = Record {
            child: c.id,
            restricted: c.restricted,
            allocated: allocated.into_iter().flatten().collect(),
            named: if c.named { vec![who.id] } else { vec![] },
            conflicts: vec![],
            openings: if c.opened { vec![(who.id, practice::Timestamp::MAX, c.glass_broken)] } else { vec![] },
        };
        grant(who.role, act).is_some_and(|g| g.reach.holds(who, &record, now))
    }
    pub fn shown(&self, may: &impl Leave, at: At) -> Shown {
        let looks = self.reaches(may.who(), Act::ViewLooks, may.now());
        let theirs = self.reaches(may.who(), Act::InviteYoung, may.now());
        let stands = |tab: At| match tab {
            At::Looks => looks,
            At::Theirs => at == At::Theirs || self.leaver.is_some() && theirs,
            At::Returns => at == At::Returns,
            At::Leaving | At::Touch => at == tab || self.leaver.is_some(),
            At::Life => at == tab || self.leaver.is_some() || self.prepares(may.today()),
            At::Homeless => at == tab || self.may_be_homeless(may.today()),
            _ => true,
        };
        let tab = |tab: At| Tab { text: tab.title(), href: self.address(tab.step()), active: tab == at };
        Shown {
            identity: self.identity(may.today(), at),
            pages: At::ALL.into_iter().filter(|t| stands(*t)).map(tab).collect(),
        }
    }
    /// Looked after and about to be 16: the adviser is introduced from fifteen and a half.
    fn prepares(&self, today: Date) -> bool {
        self.holds("looked_after").is_some() && self.age(today).is_some_and(|age| (15..18).contains(&age))
    }
    /// 16 or 17, and not looked after: whoever is has a home by right.
    fn may_be_homeless(&self, today: Date) -> bool {
        self.holds("looked_after").is_none() && self.age(today).is_some_and(|age| (16..18).contains(&age))
    }
    fn age(&self, today: Date) -> Option<i64> {
        self.child.born.filter(|_| self.child.died.is_none()).and_then(|born| day::age_on(born, today))
    }
    /// The title names the child, so that tabs are told apart.
    pub fn chrome(&self, may: &impl Leave, at: At) -> Chrome {
        Chrome { about: Some(self.heading()), ..chrome(may, at.title(), None) }
    }
    fn identity(&self, today: Date, at: At) -> Identity {
        let c = &self.child;
        let name = heading(c.name.as_deref().or(c.label.as_deref()), None, c.id);
        let number = c.number.clone().filter(|n| !name.ends_with(n.as_str()));
        Identity {
            preferred: c.preferred_name.clone().filter(|p| !name.split_whitespace().any(|w| w == p)),
            name,
            age: age(c, today),
            numbers: number.map(|n| ("Child id".to_string(), n)).into_iter().collect(),
            badges: self.badges(),
            href: (at != At::Summary).then(|| self.address("")),
        }
    }
    /// In need goes without saying of whoever is looked after or on a plan.
    fn badges(&self) -> Vec<Badge> {
        let c = &self.child;
        let day = |on: Option<Date>| on.map(day::words).unwrap_or_default();
        let mut lit = vec![];
        if c.died.is_some() {
            lit.push(Badge::new("Died", Colour::Grey, format!("on {}", day(c.died))));
        }
        if c.restricted {
            lit.push(Badge::new("Restricted", Colour::Red, "only those named or allocated know that it exists"));
        }
        if let (None, Some(_)) = (c.born, c.expected) {
            lit.push(Badge::new("Unborn", Colour::Teal, format!("expected on {}", day(c.expected))));
        }
        let more = self.statuses.iter().any(|s| matches!(s.status.as_str(), "looked_after" | "protection_plan"));
        lit.extend(self.statuses.iter().filter(|s| s.status != "in_need" || !more).filter_map(badge));
        lit.extend(self.leaver.as_ref().filter(|held| held.lit).map(leaver));
        lit
    }
}
fn badge(status: &Status) -> Option<Badge> {
    let (text, colour) = match status.status.as_str() {
        "missing" => ("Missing now", Colour::Orange),
        "looked_after" => ("Looked after", Colour::Blue),
        "protection_plan" => ("Child protection plan", Colour::Magenta),
        "in_need" => ("In need", Colour::Green),
        _ => return None,
    };
    let words = status.words.clone().unwrap_or_default();
    if status.answer != "yes" {
        let text = format!("{}: not known", text.trim_end_matches(" now"));
        return Some(Badge::new(text, Colour::Purple, words));
    }
    let why = match (status.status.as_str(), status.since) {
        ("looked_after", Some(since)) => {
            let since = day::words(since);
            let status = words.trim_end_matches(&format!(" since {since}"));
            format!("since {since}; {status}")
        }
        _ => words.trim_start_matches("On a child protection plan ").trim_start_matches("Missing ").to_string(),
    };
    Some(Badge::new(text, colour, why))
}
fn leaver(held: &Held) -> Badge {
    let waits: Vec<&str> = held.waits.iter().map(|q| q.words()).collect();
    let why =
        if waits.is_empty() { held.why.clone() } else { format!("{}. To be decided: {}", held.why, waits.join("; ")) };
    match (held.known, held.status == Category::None.words()) {
        (_, true) => Badge::new("Care leaver: to be decided", Colour::Yellow, why),
        (false, _) => Badge::new("Care leaver: not known", Colour::Purple, why),
        (true, _) => Badge::new(held.status, Colour::Teal, why),
    }
}
/// `aged 7, born 3 April 2019`, `not yet born`, `age not known`.
pub fn age(c: &Child, today: Date) -> String {
    age_words(c.born, c.expected, c.died, today)
}
pub fn age_words(born: Option<Date>, expected: Option<Date>, died: Option<Date>, today: Date) -> String {
    let until = died.unwrap_or(today).min(today);
    match (born, expected) {
        (Some(born), _) => {
            let years = match day::age_on(born, until) {
                None => "not yet born".into(),
                // Months count for a baby.
                Some(0) => format!("aged {}", count(months(born, until), "month", "months")),
                Some(years) => format!("aged {years}"),
            };
            format!("{years}, born {}", day::words(born))
        }
        (None, Some(expected)) => format!("not yet born, expected {}", day::words(expected)),
        (None, None) => "age not known".into(),
    }
}
fn months(born: Date, on: Date) -> i64 {
    (1..12).take_while(|n| day::plus_months(born, *n) <= on).count() as i64
}

/// A head for the samples of the pages.
pub(crate) fn sample(at: At) -> Shown {
    let tab = |tab: At| Tab { text: tab.title(), href: format!("/children/1{}", tab.step()), active: tab == at };
    let badges = vec![Badge::new("Looked after", Colour::Blue, "since 3 April 2026; full care order")];
    let identity = Identity {
        name: "Amy Fell".into(),
        preferred: Some("Bee".into()),
        age: "aged 7, born 3 April 2019".into(),
        numbers: vec![("Child id".into(), "1042".into())],
        badges,
        href: Some("/children/1".into()),
    };
    Shown { identity, pages: At::ALL.map(tab).to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{Timestamp, access::Role, day::date};

    const TODAY: Date = date(2026, 11, 22);
    fn head(statuses: &[(&str, &str, &str)]) -> Head {
        let child = Child {
            id: Id::from_u128(1),
            name: Some("Maya Halliday".into()),
            preferred_name: None,
            label: None,
            born: Some(date(2017, 3, 21)),
            died: None,
            expected: None,
            sex: None,
            postcode: None,
            restricted: false,
            number: None,
            mine: false,
            my_teams: true,
            named: false,
            opened: false,
            glass_broken: false,
        };
        let status = |(status, answer, words): &(&str, &str, &str)| Status {
            status: status.to_string(),
            answer: answer.to_string(),
            since: Some(date(2026, 4, 3)),
            words: Some(words.to_string()),
            rule: None,
        };
        Head { child, statuses: statuses.iter().map(status).collect(), leaver: None }
    }
    fn lit(head: &Head) -> Vec<(String, String)> {
        head.badges().into_iter().map(|b| (b.tag.text, b.why)).collect()
    }
    #[test]
    fn a_badge_says_why_it_is_lit() {
        let head = head(&[
            ("looked_after", "yes", "Full care order since 3 April 2026"),
            ("protection_plan", "yes", "On a child protection plan for neglect since 3 April 2026"),
            ("in_need", "yes", "Referred"),
            ("missing", "yes", "Missing since 20 November 2026 at 5:30pm"),
        ]);
        let said: Vec<(String, String)> = [
            ("Looked after", "since 3 April 2026; Full care order"),
            ("Child protection plan", "for neglect since 3 April 2026"),
            ("Missing now", "since 20 November 2026 at 5:30pm"),
        ]
        .map(|(text, why)| (text.to_string(), why.to_string()))
        .to_vec();
        assert_eq!(lit(&head), said, "in need goes without saying");
    }
    #[test]
    fn what_is_not_known_is_not_said_to_be_so() {
        let said = lit(&head(&[("looked_after", "not_known", "Looked after on 31 March 2026")]));
        assert_eq!(said[0], ("Looked after: not known".into(), "Looked after on 31 March 2026".into()));
    }
    #[test]
    fn an_unborn_child_has_no_age_and_a_baby_has_months() {
        let age = |born, expected| age_words(born, expected, None, TODAY);
        assert_eq!(age(None, Some(date(2027, 1, 18))), "not yet born, expected 18 January 2027");
        assert_eq!(age(Some(date(2026, 9, 1)), None), "aged 2 months, born 1 September 2026");
        assert_eq!(age(Some(date(2017, 3, 21)), None), "aged 9, born 21 March 2017");
        assert_eq!(age(None, None), "age not known");
        let died = age_words(Some(date(2010, 3, 21)), None, Some(date(2020, 3, 20)), TODAY);
        assert_eq!(died, "aged 9, born 21 March 2010", "nobody grows older who died");
    }
    #[test]
    fn a_colleague_of_the_team_reads_and_does_not_record() {
        let me = Worker { id: Id::from_u128(5), name: String::new(), role: Role::SocialWorker, team: Id::from_u128(9) };
        let mut head = head(&[]);
        let may = |head: &Head, act| head.reaches(&me, act, Timestamp::UNIX_EPOCH);
        assert!(may(&head, Act::ViewChild) && !may(&head, Act::RecordWork) && !may(&head, Act::ViewLooks));
        head.child.mine = true;
        assert!(may(&head, Act::RecordWork) && may(&head, Act::ViewLooks));
        head.child.restricted = true;
        assert!(may(&head, Act::RecordWork), "restricted records are worked on by those allocated");
        head.child.mine = false;
        assert!(!may(&head, Act::ViewChild));
    }
}
