//! How SQLite goes about a question. It plans by the indexes alone, without having looked at what the tables hold, so that
//! an empty database tells how a full one is asked.
use crate::{
    Desk, Error, Kind, Value,
    narrow::{GIVEN, Narrowed, Sight, arrange, narrow},
};
use practice::access::{Act, Reach};

impl Desk {
    /// The tables of which it reads every row, as whoever reaches what they are allocated would put the question: a line
    /// of the plan each. Such a question takes as long as the authority is large.
    pub async fn goes_through(&self, question: &str, given: &[(&str, Kind)]) -> Result<Vec<String>, Error> {
        let sight = Sight { act: Act::ViewChild, reach: Reach::Allocated, masked: false, one_child: false };
        let Narrowed { sql, names } = narrow(question, &self.0.house, &sight)?;
        let nothing: Vec<_> = given.iter().chain(&GIVEN).map(|(name, kind)| (*name, Value::Null(*kind))).collect();
        let plan = self.0.db.all(&format!("EXPLAIN QUERY PLAN {sql}"), arrange(&names, &nothing)?).await?;
        let mut whole = vec![];
        for row in plan {
            // A narrowed table is called `it`, or `child`; what else is gone through, the question made itself.
            match row.cell(3, Kind::Text)? {
                Value::Text(line) if ["SCAN it", "SCAN child"].iter().any(|s| line.starts_with(s)) => whole.push(line),
                _ => {}
            }
        }
        Ok(whole)
    }
}
