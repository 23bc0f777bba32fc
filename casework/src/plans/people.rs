//! Who may own an action, agree to a plan or hold a copy: those around the young person, by name, and anybody else
//! whom somebody names. A role cannot be chosen.
use crate::{
    page::{Answers, Form, choice},
    people::workers::Works,
};
use practice::{
    History, Id,
    access::Worker,
    people::{Other, Part},
    plans::{Name, Person},
};
use std::collections::HashMap;

pub struct People {
    /// As the young person likes to be called.
    pub called: String,
    /// Those who work with them now, and whoever asks: who, and as what.
    workers: Vec<(Id, String)>,
    /// Adults around them: name and relation.
    adults: Vec<(Name, String)>,
    /// Of everybody in the record.
    names: HashMap<Id, String>,
}
impl People {
    pub fn of(called: String, h: &History, works: &[Works], me: &Worker) -> People {
        let part = |code: &str| Part::ALL.into_iter().find(|p| p.code() == code).map_or("Worker", Part::words);
        let named = |w: &Works| Some((w.worker, w.name.clone()?));
        let mut workers: Vec<(Id, String)> = vec![];
        for w in works.iter().filter(|w| w.ended.is_none()) {
            let Some((id, name)) = named(w).filter(|(id, _)| workers.iter().all(|(known, _)| known != id)) else {
                continue;
            };
            workers.push((id, format!("{name}, {}", part(&w.part).to_lowercase())));
        }
        if workers.iter().all(|(id, _)| *id != me.id) {
            workers.push((me.id, format!("{}, {}", me.name, me.role.words().to_lowercase())));
        }
        let adult = |r: &practice::people::Relation| match &r.other {
            Other::Adult { name, .. } => Some((Name::of(name).ok()?, r.relation.clone())),
            Other::Child(_) => None,
        };
        let adults = h.person().relations(h).into_iter().filter_map(|(_, r)| adult(r)).collect();
        let names = works.iter().filter_map(named).chain([(me.id, me.name.clone())]).collect();
        People { called, workers, adults, names }
    }
    /// Names of workers who left the child long ago, or wrote without ever working with them.
    pub fn also_known(&mut self, names: impl IntoIterator<Item = (Id, String)>) {
        self.names.extend(names);
    }
    pub fn name(&self, worker: Id) -> String {
        self.names.get(&worker).cloned().unwrap_or_else(|| "A worker who is not known here".into())
    }
    pub fn words(&self, person: &Person) -> String {
        match person {
            Person::YoungPerson => self.called.clone(),
            Person::Worker(id) => self.name(*id),
            Person::Known { name, relation } if relation.trim().is_empty() => name.as_str().into(),
            Person::Known { name, relation } => format!("{}, {relation}", name.as_str()),
        }
    }
    /// Who it is, out of those around the young person; or somebody else, whom it asks to name.
    pub fn field(&self, f: &mut Form, prefix: &str, label: &str, message: &str) -> Option<Person> {
        let named = |what: &str| format!("{prefix}{what}");
        let mut all = vec![choice(Some(Person::YoungPerson), "young-person", self.called.clone())];
        for (id, words) in &self.workers {
            all.push(choice(Some(Person::Worker(*id)), format!("worker-{id}"), words.clone()));
        }
        for (name, relation) in &self.adults {
            let known = Person::Known { name: name.clone(), relation: relation.clone() };
            all.push(choice(Some(known), adult(name), format!("{}, {relation}", name.as_str())));
        }
        all.push(choice(None, "else", "Somebody else: name them below"));
        let who = f.select(&named("who"), label, all).required(message);
        let name = f
            .text(&named("name"), "Somebody else’s name")
            .hint("Only if you chose somebody else. A name, not a role: Sam Okoro");
        let name = name.with("classes", "govuk-input--width-20").at_most(100).optional();
        let relation = f.text(&named("relation"), "Who they are").hint("For example, housing officer, or aunt");
        let relation = relation.with("classes", "govuk-input--width-20").at_most(100).optional();
        match who? {
            Some(person) => Some(person),
            None => match Name::of(&name.unwrap_or_default()) {
                Ok(name) => Some(Person::Known { name, relation: relation.unwrap_or_default() }),
                Err(why) => {
                    f.wrong(&named("name"), why.words());
                    None
                }
            },
        }
    }
    /// The same person as answers to the field.
    pub fn answers(&self, prefix: &str, person: &Person, into: &mut Answers) {
        let mut say = |what: &str, value: &str| into.push(&format!("{prefix}{what}"), value);
        match person {
            Person::YoungPerson => say("who", "young-person"),
            // Who works with the child no more is not offered: the action needs another owner.
            Person::Worker(id) => say("who", &format!("worker-{id}")),
            Person::Known { name, .. } if self.adults.iter().any(|(known, _)| known == name) => {
                say("who", &adult(name))
            }
            Person::Known { name, relation } => {
                say("who", "else");
                say("name", name.as_str());
                say("relation", relation);
            }
        }
    }
    pub fn works_with(&self, worker: Id) -> bool {
        self.workers.iter().any(|(id, _)| *id == worker)
    }
    pub fn sample() -> People {
        People {
            called: "Kai".into(),
            workers: vec![(Id::from_u128(7), "Grace Adeyinka, personal adviser".into())],
            adults: Name::of("Joy Marsh").into_iter().map(|name| (name, "grandmother".into())).collect(),
            names: HashMap::from([(Id::from_u128(7), "Grace Adeyinka".into())]),
        }
    }
}
fn adult(name: &Name) -> String {
    format!("adult-{}", name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(answers: &[(&str, &str)]) -> Option<Person> {
        let people = People::sample();
        Form::sent("t", Answers::of(answers), |f| people.field(f, "", "Who?", "Say who")).1
    }
    #[test]
    fn it_is_somebody_with_a_name() {
        assert_eq!(read(&[("who", "young-person")]), Some(Person::YoungPerson));
        let grace = format!("worker-{}", Id::from_u128(7));
        assert_eq!(read(&[("who", &grace)]), Some(Person::Worker(Id::from_u128(7))));
        let sam = read(&[("who", "else"), ("name", "Sam Okoro"), ("relation", "housing officer")]);
        assert!(matches!(sam, Some(Person::Known { relation, .. }) if relation == "housing officer"));
        assert_eq!(read(&[("who", "else"), ("name", "Housing officer")]), None, "a role");
        assert_eq!(read(&[("who", "else")]), None);
        assert_eq!(read(&[]), None);
    }
    #[test]
    fn a_person_reads_back_as_it_was_answered() {
        let people = People::sample();
        for person in [
            Person::YoungPerson,
            Person::Worker(Id::from_u128(7)),
            Person::Known { name: Name::of("Joy Marsh").unwrap(), relation: "grandmother".into() },
            Person::Known { name: Name::of("Sam Okoro").unwrap(), relation: "housing officer".into() },
        ] {
            let mut answers = Answers::default();
            people.answers("a-", &person, &mut answers);
            let back = Form::sent("t", answers, |f| people.field(f, "a-", "Who?", "Say who")).1;
            assert_eq!(back, Some(person));
        }
    }
}
