//! Who a child is and who is around them: everything that was said, folded into one answer.
use super::{Fact, Identity, Other, Part, Relation, Scheme};
use crate::{
    day::Date,
    fact::{Fact as F, Id},
    history::History,
    reported::{Cell, Sex},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Somebody registered this child, or a return named them; without it there is no record to show.
    pub registered: bool,
    pub identity: Identity,
    pub born: Option<Date>,
    pub died: Option<Date>,
    pub restricted: bool,
    /// Named in the restriction: they may see the record although it is restricted.
    pub named: Vec<Id>,
    pub conflicts: Vec<Id>,
    /// (scheme, authority, value), in the order in which they became known.
    pub identifiers: Vec<(Scheme, String, String)>,
    /// Why there is no pupil number, until there is one.
    pub upn_unknown: Option<String>,
    /// The day on which her first child was born.
    pub mother_since: Option<Date>,
}
/// Somebody works with the child in some part, from a day to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    pub worker: Id,
    pub team: Id,
    pub part: Part,
    pub started: Date,
    pub ended: Option<Date>,
    /// `s903.sw_reason`.
    pub why: Option<String>,
}

pub fn person(h: &History) -> Person {
    let mut p = reported(h);
    for k in h.all() {
        let F::People(fact) = &k.fact else { continue };
        match fact {
            Fact::Registered(said) => {
                p.registered = true;
                p.identity = merge(std::mem::take(&mut p.identity), said);
            }
            Fact::Identified { scheme, authority, value } => p.identify(*scheme, authority, value),
            Fact::UpnUnknown { reason } => p.upn_unknown = Some(reason.clone()),
            Fact::BecameMother => p.mother_since = p.mother_since.or(Some(k.happened)),
            Fact::Died => p.died = Some(k.happened),
            Fact::Restricted { named, .. } => (p.restricted, p.named) = (true, named.clone()),
            Fact::RestrictionLifted { .. } => (p.restricted, p.named) = (false, vec![]),
            Fact::ConflictDeclared { worker, .. } if !p.conflicts.contains(worker) => p.conflicts.push(*worker),
            Fact::ConflictEnded { worker } => p.conflicts.retain(|w| w != worker),
            _ => {}
        }
    }
    p.born = p.identity.born;
    p
}
/// What returns say of a child; what a worker records stands over it. A return holds no name.
fn reported(h: &History) -> Person {
    let mut p = Person::default();
    for k in h.all() {
        let F::People(fact) = &k.fact else { continue };
        let (origin, said, upns) = match fact {
            Fact::HeaderReported(r) => {
                let said = Identity {
                    born: r.dob.value,
                    sex: letter(&r.sex),
                    ethnicity: r.ethnic.value.clone(),
                    ..Identity::default()
                };
                (&r.origin, said, [(Scheme::Upn, &r.upn), (Scheme::FormerUpn, &NO_CELL)])
            }
            Fact::IdentifiersReported(r) => {
                p.died = r.person_death_date.value.or(p.died);
                let said = Identity {
                    born: r.person_birth_date.value,
                    expected: r.expected_person_birth_date.value,
                    sex: letter(&r.sex),
                    ethnicity: r.ethnicity.value.clone(),
                    ..Identity::default()
                };
                (&r.origin, said, [(Scheme::Upn, &r.upn), (Scheme::FormerUpn, &r.former_upn)])
            }
            _ => continue,
        };
        p.registered = true;
        p.identity = merge(std::mem::take(&mut p.identity), &said);
        p.identify(Scheme::AuthorityChild, &origin.authority, &origin.child);
        // `UN1` and the like say why there is no number.
        for (scheme, upn) in upns.iter().filter(|(_, u)| !u.code().is_empty() && !u.code().starts_with("UN")) {
            p.identify(*scheme, "", upn.code());
        }
    }
    p
}
const NO_CELL: Cell<String> = Cell { raw: String::new(), value: None };
fn letter(sex: &Cell<Sex>) -> Option<String> {
    sex.value.map(|s| s.letter().to_string())
}
impl Person {
    fn identify(&mut self, scheme: Scheme, authority: &str, value: &str) {
        let known = (scheme, authority.to_string(), value.to_string());
        if !self.identifiers.contains(&known) {
            self.identifiers.push(known);
        }
        if scheme == Scheme::Upn {
            self.upn_unknown = None;
        }
    }
    /// What a page calls the child, never empty: a name, or the id under which a return knows them.
    pub fn heading(&self) -> String {
        self.name().or_else(|| self.label()).unwrap_or_else(|| "A child without a name".into())
    }
    /// What stands for the name of a child who has none; it tells no more than a return does.
    pub fn label(&self) -> Option<String> {
        let by_id =
            || self.identifiers.iter().find(|i| i.0 == Scheme::AuthorityChild).map(|i| format!("Child {}", i.2));
        let unborn = self.identity.expected.filter(|_| self.born.is_none()).map(|_| "Unborn child".to_string());
        unborn.or_else(by_id).filter(|_| self.name().is_none())
    }
    /// As the record is headed; `None` for a child whom only a return names.
    pub fn name(&self) -> Option<String> {
        let unborn = self.born.is_none() && self.identity.expected.is_some() && self.identity.first_names.is_none();
        let parts: Vec<&str> = [&self.identity.first_names, &self.identity.family_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        // `Unborn Okafor`, as such a record is called everywhere.
        let said = if unborn { format!("Unborn {}", parts.join(" ")) } else { parts.join(" ") };
        (!parts.is_empty()).then_some(said)
    }
    /// Who works with the child. One worker has each part at a time: the next allocation ends the last.
    pub fn allocations(&self, h: &History) -> Vec<Allocation> {
        let mut all: Vec<Allocation> = vec![];
        for k in h.all() {
            let (part, of) = match &k.fact {
                F::People(Fact::Allocated { part, .. }) => (*part, None),
                F::People(Fact::AllocationEnded { worker, part }) => (*part, Some(*worker)),
                _ => continue,
            };
            for open in
                all.iter_mut().filter(|a| a.ended.is_none() && a.part == part && of.is_none_or(|w| w == a.worker))
            {
                open.ended = Some(k.happened);
            }
            if let F::People(Fact::Allocated { worker, team, part, why }) = &k.fact {
                let (started, ended, why) = (k.happened, None, why.clone());
                all.push(Allocation { worker: *worker, team: *team, part: *part, started, ended, why });
            }
        }
        all
    }
    /// Who is related to the child now, and since when we know.
    pub fn relations<'a>(&self, h: &'a History) -> Vec<(Date, &'a Relation)> {
        let mut now: Vec<(Date, &Relation)> = vec![];
        for k in h.all() {
            match &k.fact {
                F::People(Fact::Related(r)) => {
                    now.retain(|(_, old)| !(same(&old.other, &r.other) && old.relation == r.relation));
                    now.push((k.happened, r));
                }
                F::People(Fact::RelationEnded { other, relation }) => {
                    now.retain(|(_, r)| !(same(&r.other, other) && r.relation == *relation))
                }
                _ => {}
            }
        }
        now
    }
}
fn same(a: &Other, b: &Other) -> bool {
    a.id() == b.id()
}
impl Other {
    pub fn id(&self) -> Id {
        match self {
            Other::Child(id) | Other::Adult { id, .. } => *id,
        }
    }
}
impl Part {
    pub const ALL: [Part; 5] =
        [Part::Worker, Part::Adviser, Part::Chair, Part::ReviewingOfficer, Part::SupervisingWorker];
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Part::Worker => "worker",
            Part::Adviser => "adviser",
            Part::Chair => "chair",
            Part::ReviewingOfficer => "reviewing_officer",
            Part::SupervisingWorker => "supervising_worker",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Part::Worker => "Social worker",
            Part::Adviser => "Personal adviser",
            Part::Chair => "Conference chair",
            Part::ReviewingOfficer => "Independent reviewing officer",
            Part::SupervisingWorker => "Supervising social worker",
        }
    }
}
impl Scheme {
    pub fn code(self) -> &'static str {
        match self {
            Scheme::AuthorityChild => "authority_child",
            Scheme::Upn => "upn",
            Scheme::FormerUpn => "former_upn",
            Scheme::Nhs => "nhs",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Scheme::AuthorityChild => "Child id",
            Scheme::Upn => "Unique pupil number",
            Scheme::FormerUpn => "Former unique pupil number",
            Scheme::Nhs => "NHS number",
        }
    }
}
/// What is said later stands; what it leaves out stays as it was known.
fn merge(known: Identity, said: &Identity) -> Identity {
    let later = |said: &Option<String>, known: Option<String>| said.clone().or(known);
    Identity {
        first_names: later(&said.first_names, known.first_names),
        family_name: later(&said.family_name, known.family_name),
        preferred_name: later(&said.preferred_name, known.preferred_name),
        born: said.born.or(known.born),
        expected: said.expected.or(known.expected),
        sex: later(&said.sex, known.sex),
        ethnicity: later(&said.ethnicity, known.ethnicity),
        language: later(&said.language, known.language),
        postcode: later(&said.postcode, known.postcode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn the_next_worker_takes_over_and_the_adviser_stays() {
        let (a, b, team) = (Id::from_u128(1), Id::from_u128(2), Id::from_u128(9));
        let mut s = Story::default();
        s.born("2010-05-03")
            .on("2026-01-05", Fact::Allocated { worker: a, team, part: Part::Worker, why: None })
            .on("2026-01-06", Fact::Allocated { worker: a, team, part: Part::Adviser, why: None })
            .on("2026-03-02", Fact::Allocated { worker: b, team, part: Part::Worker, why: None });
        let h = s.history(date(2026, 4, 1));
        let open: Vec<_> =
            h.person().allocations(&h).into_iter().filter(|x| x.ended.is_none()).map(|x| (x.part, x.worker)).collect();
        assert_eq!(open, [(Part::Adviser, a), (Part::Worker, b)]);
    }
    #[test]
    fn an_imported_child_has_no_name_and_is_headed_by_the_id() {
        use crate::people::reported::Header;
        let header = Header { dob: "03/05/2010".into(), sex: "2".into(), upn: "UN1".into(), ..Header::default() };
        let mut s = Story::default();
        s.on("2025-04-01", Fact::HeaderReported(Box::new(Header { origin: origin("566910"), ..header })));
        let h = s.history(date(2026, 4, 1));
        let p = h.person();
        assert_eq!(
            (p.heading(), h.born(), p.identity.sex.as_deref()),
            ("Child 566910".into(), Some(date(2010, 5, 3)), Some("F"))
        );
        assert_eq!(p.identifiers.len(), 1, "UN1 is a reason, not a number");
    }
    fn origin(child: &str) -> crate::reported::Origin {
        crate::reported::Origin { child: child.into(), authority: "892".into(), ..Default::default() }
    }
    #[test]
    fn what_is_said_later_stands_and_what_it_leaves_out_stays() {
        let mut s = Story::default();
        s.born("2010-05-03")
            .on("2026-01-05", Fact::Registered(Identity { first_names: Some("Ada".into()), ..Identity::default() }));
        let h = s.history(date(2026, 4, 1));
        assert_eq!((h.person().name(), h.born()), (Some("Ada".into()), Some(date(2010, 5, 3))));
    }
}
