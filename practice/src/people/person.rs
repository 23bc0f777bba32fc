//! Who a child is: everything that was said about them, folded into one answer.
use super::{Fact, Identity};
use crate::{day::Date, fact::Fact as F, history::History};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Somebody registered this child; without it there is no record to show.
    pub registered: bool,
    pub identity: Identity,
    pub born: Option<Date>,
    pub died: Option<Date>,
    pub restricted: bool,
}

pub fn person(h: &History) -> Person {
    let mut p = Person::default();
    for k in h.all() {
        let F::People(fact) = &k.fact else { continue };
        match fact {
            Fact::Registered(said) => {
                p.registered = true;
                p.identity = merge(std::mem::take(&mut p.identity), said);
            }
            Fact::Died => p.died = Some(k.happened),
            Fact::Restricted { .. } => p.restricted = true,
            Fact::RestrictionLifted { .. } => p.restricted = false,
            _ => {}
        }
    }
    p.born = p.identity.born;
    p
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
