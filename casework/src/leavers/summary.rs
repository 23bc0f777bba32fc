//! What other parts of the work may ask of this one: the status of one young person, and how many hold which.
use super::words::{by_words, lower};
use kernel::{Error, Reading};
use practice::{
    Id,
    leavers::{Category, Queue},
};
use serde::{Deserialize, Serialize};

const HELD: &str = include_str!("sql/held.sql");
const COUNTS: &str = include_str!("sql/counts.sql");
pub const QUESTIONS: &[&str] = &[HELD, COUNTS];

/// The status that holds for a young person, as a badge and a line say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// `Former relevant young person`.
    pub status: &'static str,
    pub known: bool,
    pub why: String,
    /// What waits to be decided.
    pub waits: Vec<Queue>,
    /// Worth a badge: something is owed, or somebody should look.
    pub lit: bool,
}
#[derive(Deserialize)]
struct Row {
    computed: String,
    says: String,
    held: String,
    held_by: String,
    differs: bool,
    not_recorded: bool,
    not_known: bool,
}
impl Held {
    pub fn said(&self) -> String {
        match self.known || self.status == Category::NotKnown.words() {
            true => self.status.to_string(),
            false => format!("Not known, at least {}", lower(self.status)),
        }
    }
    pub fn line(&self) -> String {
        format!("{}. {}", self.said(), self.why)
    }
}
/// Nothing for whoever is not of 16 to 24 or was never looked after.
pub async fn held(reading: &mut Reading, child: Id) -> Result<Option<Held>, Error> {
    let row: Option<Row> = reading.ask_one(HELD, &[("child", child.into())]).await?;
    Ok(row.and_then(Row::held))
}
impl Row {
    fn held(self) -> Option<Held> {
        let (held, computed) = (Category::of(&self.held)?, Category::of(&self.computed)?);
        let waits = [self.differs, self.not_recorded, self.not_known];
        let waits: Vec<Queue> = Queue::ALL.into_iter().zip(waits).filter(|q| q.1).map(|q| q.0).collect();
        let why = match self.held_by.as_str() {
            "computed" => self.says,
            by => format!("{}. Computed: {}", by_words(by), lower(computed.words())),
        };
        let known = self.held_by != "computed" || computed != Category::NotKnown;
        let lit = held != Category::None || !waits.is_empty();
        Some(Held { status: held.words(), known, why, waits, lit })
    }
}

/// How many young people hold which status, and wait in which queue.
#[derive(Clone, Debug, Deserialize)]
struct Count {
    held: String,
    differs: bool,
    not_recorded: bool,
    not_known: bool,
    asks: bool,
    things: i64,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Counts {
    /// (its code, its words, how many), of those that anybody holds.
    pub held: Vec<(&'static str, &'static str, i64)>,
    /// (its code, its words, how many wait).
    pub queues: Vec<(&'static str, &'static str, i64)>,
    /// A flag stands where a person must decide.
    pub asks: i64,
    /// Of whom something waits in any queue, each once.
    pub waiting: i64,
}
pub async fn counts(reading: &mut Reading) -> Result<Counts, Error> {
    Ok(counted(&reading.ask::<Count>(COUNTS, &[]).await?))
}
fn counted(rows: &[Count]) -> Counts {
    let sum = |of: &dyn Fn(&Count) -> bool| rows.iter().filter(|c| of(c)).map(|c| c.things).sum::<i64>();
    let held = Category::ALL.map(|c| (c.code(), c.words(), sum(&|row| row.held == c.code())));
    let waits = |q: Queue, row: &Count| match q {
        Queue::Differs => row.differs,
        Queue::NotRecorded => row.not_recorded,
        Queue::NotKnown => row.not_known,
    };
    Counts {
        held: held.into_iter().filter(|h| h.2 > 0).collect(),
        queues: Queue::ALL.iter().map(|q| (q.code(), q.words(), sum(&|row| waits(*q, row)))).collect(),
        asks: sum(&|row| row.asks),
        waiting: sum(&|row| row.differs || row.not_recorded || row.not_known),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(computed: &str, held: &str, by: &str) -> Row {
        Row {
            computed: computed.into(),
            says: "A relevant child at 18".into(),
            held: held.into(),
            held_by: by.into(),
            differs: false,
            not_recorded: false,
            not_known: false,
        }
    }
    #[test]
    fn whoever_is_no_care_leaver_is_said_to_be_none_only_where_something_waits() {
        assert!(!row("NONE", "NONE", "computed").held().unwrap().lit);
        let waits = Row { not_recorded: true, ..row("NONE", "NONE", "computed") };
        assert_eq!(waits.held().map(|h| (h.lit, h.waits)), Some((true, vec![Queue::NotRecorded])));
        let recorded = row("QUALIFYING", "FORMER_RELEVANT", "recorded").held().unwrap();
        assert!(recorded.known && recorded.why.ends_with("Computed: qualifying young person"), "{}", recorded.why);
    }
    #[test]
    fn who_waits_in_two_queues_is_one_person() {
        let count = |held: &str, not_recorded, not_known, things| Count {
            held: held.into(),
            differs: false,
            not_recorded,
            not_known,
            asks: false,
            things,
        };
        let counts = counted(&[count("QUALIFYING", true, true, 2), count("ELIGIBLE", true, false, 3)]);
        assert_eq!(counts.queues.iter().map(|q| q.2).collect::<Vec<_>>(), [0, 5, 2]);
        assert_eq!(counts.waiting, 5);
        assert_eq!(counts.held.iter().map(|h| (h.0, h.2)).collect::<Vec<_>>(), [("ELIGIBLE", 3), ("QUALIFYING", 2)]);
    }
}
