//! Who the child is, as the Header and the census ask; and who came alone.
use super::{Child, Lines, Told};
use crate::{
    Return,
    cin::CHILD,
    ssda903::{HEADER, UASC},
    write::Line,
};
use practice::{
    care,
    day::{Date, plus_days},
    fact::Fact,
    people::Scheme,
};

impl Child<'_> {
    pub(super) fn header(&self) -> Lines {
        let line = self.line(
            &HEADER,
            [
                ("SEX", self.sex()),
                ("DOB", self.born()),
                ("ETHNIC", self.ethnicity(&self.report(&HEADER))),
                ("UPN", self.upn().or(self.no_upn()).unwrap_or_default()),
                ("UASC", if self.report(&HEADER).is_some() { "" } else { self.came_alone() }.to_owned()),
            ],
        );
        self.settle(&HEADER, vec![Told { line, fact: self.report(&HEADER), stands: None }])
    }
    pub(super) fn identifiers(&self) -> Lines {
        let person = self.h.person();
        let upn = self.upn();
        let unknown = if upn.is_some() { None } else { self.no_upn() };
        let former = person.identifiers.iter().rev().find(|i| i.0 == Scheme::FormerUpn).map(|i| i.2.clone());
        let expected = person.identity.expected.filter(|_| person.born.is_none());
        let line = self.line(
            &CHILD,
            [
                ("UPN", upn.unwrap_or_default()),
                ("FormerUPN", former.unwrap_or_default()),
                ("UPNunknown", unknown.unwrap_or_default()),
                ("PersonBirthDate", self.born()),
                ("ExpectedPersonBirthDate", self.day_ahead(expected)),
                ("Sex", self.sex()),
                ("PersonDeathDate", self.day(person.died.filter(|d| self.in_year(*d)))),
                ("Ethnicity", self.ethnicity(&self.report(&CHILD))),
            ],
        );
        self.settle(&CHILD, vec![Told { line, fact: self.report(&CHILD), stands: None }])
    }
    /// Letters since 2024-25, figures before; both returns have a code for not known but the 903 of the figures.
    fn sex(&self) -> String {
        let said = self.h.person().identity.sex.as_deref().unwrap_or("U");
        let code = match (said, self.year, self.which) {
            ("M", ..=2024, _) => "1",
            ("F", ..=2024, _) => "2",
            (_, ..=2024, Return::Ssda903) => "",
            (_, ..=2024, Return::Cin) if self.h.born().is_none() => "0",
            (_, ..=2024, Return::Cin) => "9",
            (letter, ..) => letter,
        };
        code.to_owned()
    }
    /// `NOBT` is the returns' own word for *not yet obtained*; a return that left it blank is left as it was.
    fn ethnicity(&self, said: &Option<practice::Id>) -> String {
        let known = self.h.person().identity.ethnicity.clone();
        known.unwrap_or_else(|| if said.is_some() { String::new() } else { "NOBT".to_owned() })
    }
    /// The number that stands now: the one that became known last.
    fn upn(&self) -> Option<String> {
        self.h.person().identifiers.iter().rev().find(|i| i.0 == Scheme::Upn).map(|i| i.2.clone())
    }
    /// Why there is none, where the record itself answers it; why a pupil has none, somebody must say.
    fn no_upn(&self) -> Option<String> {
        let not_yet = self.age(self.first).is_none_or(|age| age < 5);
        let last_week = |began: Date| began >= plus_days(self.last, -7);
        let (new, no_action) = match self.which {
            Return::Ssda903 => (self.h.care().periods.iter().all(|p| last_week(p.began().on)), false),
            Return::Cin => {
                let referrals = || self.h.front_door().referrals.iter().filter(|r| r.began.on <= self.last);
                (referrals().all(|r| last_week(r.began.on)), referrals().all(|r| r.of.taken_no_further()))
            }
        };
        let why = match (not_yet, no_action, new) {
            (true, ..) => "UN1",
            (_, true, _) => "UN7",
            (.., true) => "UN4",
            _ => return None,
        };
        Some(why.to_owned())
    }
    /// When the child was unaccompanied and seeking asylum, as it was recorded here.
    fn alone(&self) -> Option<(practice::Id, Date, Option<Date>)> {
        let arrived = self.h.find(|f| matches!(f, Fact::Care(care::Fact::ArrivedUnaccompanied)).then_some(()));
        let (k, ()) = arrived.last()?;
        let ended = self.h.find(|f| matches!(f, Fact::Care(care::Fact::UnaccompaniedStatusEnded)).then_some(()));
        let ended = ended.map(|(k, ())| k.happened).find(|day| *day >= k.happened);
        let adult = self.h.birthday(18).filter(|day| *day <= self.last);
        Some((k.id, k.happened, [ended, adult].into_iter().flatten().min()))
    }
    fn came_alone(&self) -> &'static str {
        let in_year = self.alone().is_some_and(|(_, from, until)| self.touches(from, until));
        if in_year || self.report(&UASC).is_some() { "1" } else { "0" }
    }
    pub(super) fn asylum(&self) -> Lines {
        let said = self.report(&UASC);
        let told: Vec<Told> = match self.alone().filter(|(_, from, until)| self.touches(*from, *until)) {
            Some((id, _, until)) => {
                let line = |duc| self.line(&UASC, [("SEX", self.sex()), ("DOB", self.born()), ("DUC", duc)]);
                vec![Told { line: line(self.day(until)), fact: said.or(Some(id)), stands: None }]
            }
            None => Vec::new(),
        };
        self.settle(&UASC, told)
    }
}
/// The one line of a table with one row for a child, over what was said of it this year.
impl Child<'_> {
    pub(super) fn one(&self, table: &'static crate::table::Table, line: Line) -> Lines {
        let fact = self.reports(table).find(|(_, year, _)| *year == self.year).map(|(k, ..)| k.id);
        self.settle(table, vec![Told { line, fact, stands: None }])
    }
}
