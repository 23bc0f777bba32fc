//! What each page of a young person reads: what is theirs to see, and the names of those who work with them.
use crate::{
    frame,
    page::{Chrome, Link},
    people::names::Names,
};
use kernel::{Deed, Error, Leave, Own};
use practice::{
    Date, Id, Norms, day,
    young::{self, Mine, Whose, answer_by},
};
use serde::Serialize;

pub struct My {
    pub mine: Mine,
    pub norms: Norms,
    names: Names,
}
impl My {
    pub async fn read<D: Deed>(may: &Own<D>) -> Result<My, Error> {
        let mut reading = may.reading().await?;
        let norms = reading.norms().await?;
        let history = reading.history(may.child()).await?.ok_or("a young person reads their own record")?;
        let names = Names::read(&mut reading, may.child()).await?;
        Ok(My { mine: young::mine(&history, &norms, may.now()), norms, names })
    }
    pub fn called(&self) -> String {
        self.mine.called.clone().unwrap_or_else(|| "you".into())
    }
    pub fn name(&self, worker: Id) -> String {
        self.names.of(worker).into()
    }
    pub fn whose(&self, whose: &Whose) -> String {
        match whose {
            Whose::Mine => "Me".into(),
            Whose::Worker(id) => self.name(*id),
            Whose::Named(name) => name.clone(),
        }
    }
}
/// The frame of a page below the first.
pub fn chrome(may: &impl Leave, title: &str) -> Chrome {
    Chrome { back: Some(Link::new("/my", "My page")), ..frame::chrome(may, title, None) }
}
/// What they said, and what was answered.
#[derive(Serialize)]
pub struct Said {
    pub on: String,
    pub words: String,
    /// The day by which an answer is promised.
    pub by: Option<String>,
    /// That day is over, and nobody has answered.
    pub late: bool,
    pub answer: Option<String>,
    pub answered: Option<String>,
}
pub fn said(mine: &Mine, norms: &Norms, today: Date) -> Vec<Said> {
    let one = |(said, words, answer): &(practice::Event, String, Option<(practice::Event, String)>)| Said {
        on: day::words(said.on),
        words: words.clone(),
        by: answer_by(norms, said.on).map(day::words),
        late: answer.is_none() && answer_by(norms, said.on).is_some_and(|by| by < today),
        answer: answer.as_ref().map(|(_, words)| words.clone()),
        answered: answer.as_ref().map(|(event, _)| day::words(event.on)),
    };
    mine.said.iter().rev().map(one).collect()
}
