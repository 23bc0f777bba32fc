//! What each page of a young person reads: what is theirs to see, and the names of those who work with them.
use crate::{
    frame,
    page::{Chrome, Link},
    people::names::Names,
};
use kernel::{Deed, Error, Leave, Own};
use practice::{
    Id, day,
    young::{self, Mine, Whose},
};
use serde::Serialize;

const TEAMS: &str = include_str!("sql/staff.sql");
pub const QUESTIONS: &[&str] = &[TEAMS];

pub struct My {
    pub mine: Mine,
    names: Names,
}
impl My {
    pub async fn read<D: Deed>(may: &Own<D>) -> Result<My, Error> {
        let mut reading = may.reading().await?;
        let norms = reading.norms().await?;
        let history = reading.history(may.child()).await?.ok_or("a young person reads their own record")?;
        let names = Names::read(&mut reading, may.child()).await?;
        Ok(My { mine: young::mine(&history, &norms, may.now()), names })
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
/// What they said, and what was answered; by when an answer is promised is for whoever asks to add.
#[derive(Serialize)]
pub struct Said {
    pub on: String,
    pub words: String,
    pub answer: Option<String>,
    pub answered: Option<String>,
}
pub fn said(mine: &Mine) -> Vec<Said> {
    let one = |(said, words, answer): &(practice::Event, String, Option<(practice::Event, String)>)| Said {
        on: day::words(said.on),
        words: words.clone(),
        answer: answer.as_ref().map(|(_, words)| words.clone()),
        answered: answer.as_ref().map(|(event, _)| day::words(event.on)),
    };
    mine.said.iter().rev().map(one).collect()
}
