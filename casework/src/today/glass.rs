//! Broken glass that waits for my review, as a line of Today: it is owed by no worker of the child, but by
//! whoever manages.
use crate::deeds::{ReviewOpening, ViewChild};
use kernel::{Error, Within};
use practice::{Date, Timestamp};
use serde::{Deserialize, Serialize};

const BROKEN_GLASS: &str = include_str!("sql/broken_glass.sql");
pub const QUESTIONS: &[&str] = &[BROKEN_GLASS];

#[derive(Clone, Debug, Deserialize)]
struct Row {
    things: i64,
    due: Option<Date>,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    late_from: Option<Timestamp>,
}
#[derive(Clone, Debug, Serialize)]
pub struct ToReview {
    pub things: i64,
    /// The first of them.
    pub due: Option<Date>,
    pub late: bool,
}
impl Row {
    fn waiting(self, now: Timestamp) -> Option<ToReview> {
        let late = self.late_from.is_some_and(|from| from <= now);
        (self.things > 0).then_some(ToReview { things: self.things, due: self.due, late })
    }
}
/// Nothing for whoever reviews none.
pub async fn to_review(may: &Within<ViewChild>, now: Timestamp) -> Result<Option<ToReview>, Error> {
    let Some(reviews) = may.also::<ReviewOpening>().await? else { return Ok(None) };
    let row: Option<Row> = reviews.reading().await?.ask_one(BROKEN_GLASS, &[]).await?;
    Ok(row.and_then(|row| row.waiting(now)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::{date, plus_days, start_of};

    #[test]
    fn nothing_to_review_is_not_mentioned_and_it_is_late_from_the_day_after() {
        let due = date(2026, 11, 24);
        let row = |things| Row { things, due: Some(due), late_from: Some(start_of(plus_days(due, 1))) };
        assert!(row(0).waiting(start_of(due)).is_none());
        let late = |on| row(2).waiting(start_of(on)).map(|r| r.late);
        assert_eq!((late(due), late(plus_days(due, 1))), (Some(false), Some(true)));
    }
}
