//! Asking questions, as far as leave goes.
use crate::{
    Desk, Error, Value,
    db::Tx,
    narrow::{Sight, arrange, narrow, title},
    record::{facts_of, norms_known_by, norms_of},
};
use practice::{Date, History, Id, Kept, Norms, Subject, Timestamp, access::Reach};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// One snapshot that cannot write. A page asks all its questions of one, so that they agree.
pub struct Reading {
    pub(crate) tx: Tx,
    pub(crate) desk: Desk,
    pub(crate) sight: Sight,
    pub(crate) today: Date,
    pub(crate) given: Vec<(&'static str, Value)>,
}
impl Reading {
    /// The rows that answer a question. Beside what is given, `:me`, `:my_team`, `:today` and `:now`
    /// are known.
    pub async fn ask<T: DeserializeOwned>(
        &mut self,
        question: &'static str,
        given: &[(&'static str, Value)],
    ) -> Result<Vec<T>, Error> {
        let said = |e: Error| -> Error { format!("{}: {e}", title(question)).into() };
        let narrowed = narrow(question, &self.desk.0.house, &self.sight).map_err(|e| said(e.into()))?;
        let given: Vec<_> = given.iter().chain(&self.given).cloned().collect();
        let values = arrange(&narrowed.names, &given).map_err(|e| said(e.into()))?;
        let rows = self.tx.all(&narrowed.sql, values).await.map_err(said)?;
        rows.iter().map(|row| row.read()).collect::<Result<_, _>>().map_err(said)
    }
    /// The one row that answers, where there is one.
    pub async fn ask_one<T: DeserializeOwned>(
        &mut self,
        question: &'static str,
        given: &[(&'static str, Value)],
    ) -> Result<Option<T>, Error> {
        Ok(self.ask(question, given).await?.into_iter().next())
    }
    /// Everything kept about a subject as it was said, corrections and what they corrected included.
    /// `None` where the asker may not read it whole: out of reach, or without names.
    pub async fn facts(&mut self, subject: Subject) -> Result<Option<Vec<Kept>>, Error> {
        let open = match subject {
            _ if self.sight.masked => false,
            Subject::Child(child) => self.reaches(child).await?,
            _ => self.sight.reach == Reach::Whole,
        };
        if !open {
            return Ok(None);
        }
        let facts = facts_of(&mut self.tx, &self.desk.0.house, &[subject]).await?.remove(&subject.id());
        Ok(Some(facts.unwrap_or_default()))
    }
    /// The same of several children at once, whom the asker may read whole; of the others nothing.
    pub async fn facts_of_each(&mut self, children: &[Id]) -> Result<HashMap<Id, Vec<Kept>>, Error> {
        let mut open = vec![];
        for child in children {
            let whole = self.sight.reach == Reach::Whole;
            if !self.sight.masked && (whole || self.reaches(*child).await?) {
                open.push(Subject::Child(*child));
            }
        }
        facts_of(&mut self.tx, &self.desk.0.house, &open).await
    }
    /// What a child's record says today: what explains a clock or a status. `None` as for
    /// [`Reading::facts`], which also serves [`History::known_by`].
    pub async fn history(&mut self, child: Id) -> Result<Option<History>, Error> {
        let facts = self.facts(Subject::Child(child)).await?;
        Ok(facts.map(|facts| History::new(facts, self.today)))
    }
    pub async fn norms(&mut self) -> Result<Norms, Error> {
        norms_of(&mut self.tx, &self.desk.0.house, self.today).await
    }
    /// The norms, the calendar and what sources covered as they were on a day, as far as that had been said
    /// by a moment: what was recorded later did not hold then.
    pub async fn norms_known_by(&mut self, then: Timestamp, on: Date) -> Result<Norms, Error> {
        norms_known_by(&mut self.tx, &self.desk.0.house, then, on).await
    }
    async fn reaches(&mut self, child: Id) -> Result<bool, Error> {
        const QUESTION: &str = "SELECT id FROM child WHERE id = :asked";
        let narrowed = narrow(QUESTION, &self.desk.0.house, &self.sight)?;
        let given: Vec<_> = [("asked", child.into())].into_iter().chain(self.given.iter().cloned()).collect();
        Ok(!self.tx.all(&narrowed.sql, arrange(&narrowed.names, &given)?).await?.is_empty())
    }
}
