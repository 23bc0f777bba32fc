//! What every server on one record would do, one of them does. Whoever claims the work has it until it is done, or
//! until the claim lapses: a server that died says nothing any more, and another takes over.
use crate::{Db, Error, chance};
use practice::{Id, Timestamp, day::plus_hours};

/// Longer than the work of any night takes, and short enough that the night is worked before anybody comes in (our
/// own choice). A server that is slower than that finds its work done twice, and nothing lost.
const HOURS: i64 = 1;

pub(crate) struct Claim {
    work: String,
    holder: Id,
}
impl Claim {
    /// `None` where another has it.
    pub async fn take(db: &Db, work: &str, now: Timestamp) -> Result<Option<Claim>, Error> {
        let claim = Claim { work: work.into(), holder: chance::id() };
        // One statement: of two that ask at the same time the second finds the row of the first.
        let sql = "INSERT INTO all_claim (work, holder, until) VALUES ($1, $2, $3) ON CONFLICT (work) \
                   DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE all_claim.until <= $4";
        let values = vec![work.into(), claim.holder.into(), plus_hours(now, HOURS).into(), now.into()];
        Ok((db.run(sql, values).await? > 0).then_some(claim))
    }
    /// What lapsed and was taken over is another's, and stays.
    pub async fn release(self, db: &Db) -> Result<(), Error> {
        let sql = "DELETE FROM all_claim WHERE work = $1 AND holder = $2";
        db.run(sql, vec![self.work.into(), self.holder.into()]).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[tokio::test]
    async fn of_two_servers_one_has_the_work_until_it_is_done() {
        on_each(|db, place| async move {
            db.migrate(TABLES).await.unwrap();
            let other = Db::open(&place).await.unwrap();
            let now = noon(TODAY);
            let (ours, theirs) = tokio::join!(Claim::take(&db, "count", now), Claim::take(&other, "count", now));
            let (ours, theirs) = (ours.unwrap(), theirs.unwrap());
            assert!(ours.is_some() != theirs.is_some(), "one of them");
            assert!(Claim::take(&other, "another", now).await.unwrap().is_some(), "other work is free");
            ours.or(theirs).unwrap().release(&db).await.unwrap();
            assert!(Claim::take(&other, "count", now).await.unwrap().is_some());
            other.close().await;
        })
        .await;
    }
    #[tokio::test]
    async fn work_of_a_server_that_died_is_taken_over_and_stays_with_whoever_took_it() {
        on_both(|db| async move {
            db.migrate(TABLES).await.unwrap();
            let now = noon(TODAY);
            let of_the_dead = Claim::take(&db, "count", now).await.unwrap().unwrap();
            let before = plus_hours(now, HOURS) - std::time::Duration::from_micros(1);
            assert!(Claim::take(&db, "count", before).await.unwrap().is_none());
            assert!(Claim::take(&db, "count", plus_hours(now, HOURS)).await.unwrap().is_some());
            // It was only slow.
            of_the_dead.release(&db).await.unwrap();
            assert!(Claim::take(&db, "count", plus_hours(now, HOURS)).await.unwrap().is_none());
        })
        .await;
    }
}
