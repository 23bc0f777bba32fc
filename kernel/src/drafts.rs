//! What people are writing and have not kept. Each has a draft of their own: two who write the same form see each
//! other's words and choose, and neither's are lost. A draft is reached by leave to record about the child whom it
//! is about, so it is seen as far as what will come of it.
use crate::{Db, Error};
use practice::{Id, Timestamp};
use serde::Deserialize;

/// One person's, of one form about one child.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Draft {
    pub worker: Id,
    #[serde(deserialize_with = "crate::instant")]
    pub saved: Timestamp,
    pub words: String,
}

/// Whose form it is: which child it is about, and which form.
pub(crate) struct Of<'a> {
    pub child: Id,
    pub form: &'a str,
}
impl Of<'_> {
    /// Of everybody who is writing it, the last saved first.
    pub async fn all(&self, db: &Db) -> Result<Vec<Draft>, Error> {
        let sql =
            "SELECT worker, saved, words FROM all_draft WHERE subject = $1 AND form = $2 ORDER BY saved DESC, worker";
        db.all(sql, vec![self.child.into(), self.form.into()]).await?.iter().map(|row| row.read()).collect()
    }
    /// In the place of the words that were read, `None` where there were none; false where others stand there now,
    /// of another page or sitting of the same person, and nothing is changed.
    pub async fn save(
        &self,
        db: &Db,
        worker: Id,
        read: Option<&str>,
        words: &str,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let mut values = vec![self.child.into(), self.form.into(), worker.into(), now.into(), words.into()];
        let sql = match read {
            None => {
                "INSERT INTO all_draft (subject, form, worker, saved, words) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (subject, form, worker) DO NOTHING"
            }
            Some(read) => {
                values.push(read.into());
                "UPDATE all_draft SET saved = $4, words = $5 \
                 WHERE subject = $1 AND form = $2 AND worker = $3 AND words = $6"
            }
        };
        Ok(db.run(sql, values).await? > 0)
    }
    pub async fn discard(&self, db: &Db, worker: Id) -> Result<(), Error> {
        let sql = "DELETE FROM all_draft WHERE subject = $1 AND form = $2 AND worker = $3";
        db.run(sql, vec![self.child.into(), self.form.into(), worker.into()]).await.map(drop)
    }
}

/// What nobody has touched since then is thrown away; says how many drafts.
pub(crate) async fn forget(db: &Db, before: Timestamp) -> Result<u64, Error> {
    db.run("DELETE FROM all_draft WHERE saved < $1", vec![before.into()]).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use practice::day::plus_hours;

    #[tokio::test]
    async fn two_who_write_one_form_keep_their_own_words() {
        on_both(|db| async move {
            db.migrate(TABLES).await.unwrap();
            let of = Of { child: child(1), form: "plan/pathway" };
            let (early, late) = (noon(TODAY), plus_hours(noon(TODAY), 1));
            assert!(of.save(&db, worker(1), None, "need=mine", early).await.unwrap());
            assert!(of.save(&db, worker(2), None, "need=theirs", early).await.unwrap());
            assert!(of.save(&db, worker(1), Some("need=mine"), "need=mine+again", late).await.unwrap());
            let words = || async {
                let all = of.all(&db).await.unwrap();
                all.into_iter().map(|d| (d.worker, d.words)).collect::<Vec<_>>()
            };
            assert_eq!(words().await, [(worker(1), "need=mine+again".into()), (worker(2), "need=theirs".into())]);
            assert_eq!(Of { form: "another", ..of }.all(&db).await.unwrap(), []);
            assert_eq!(Of { child: child(2), ..of }.all(&db).await.unwrap(), []);
            of.discard(&db, worker(1)).await.unwrap();
            assert_eq!(words().await, [(worker(2), "need=theirs".into())]);
        })
        .await;
    }
    #[tokio::test]
    async fn words_that_were_not_read_are_not_written_over() {
        on_both(|db| async move {
            db.migrate(TABLES).await.unwrap();
            let of = Of { child: child(1), form: "plan/pathway" };
            let now = noon(TODAY);
            of.save(&db, worker(1), None, "need=x", now).await.unwrap();
            assert!(!of.save(&db, worker(1), None, "need=y", now).await.unwrap(), "begun in two windows");
            of.save(&db, worker(1), Some("need=x"), "need=x&aim=z", now).await.unwrap();
            assert!(!of.save(&db, worker(1), Some("need=x"), "need=y", now).await.unwrap());
            assert_eq!(of.all(&db).await.unwrap()[0].words, "need=x&aim=z");
            of.discard(&db, worker(1)).await.unwrap();
            assert!(!of.save(&db, worker(1), Some("need=x&aim=z"), "need=y", now).await.unwrap(), "thrown away");
            assert_eq!(of.all(&db).await.unwrap(), []);
        })
        .await;
    }
    #[tokio::test]
    async fn what_nobody_touched_for_long_is_thrown_away() {
        on_both(|db| async move {
            db.migrate(TABLES).await.unwrap();
            let of = Of { child: child(1), form: "plan/pathway" };
            let (early, late) = (noon(TODAY), plus_hours(noon(TODAY), 1));
            of.save(&db, worker(1), None, "old", early).await.unwrap();
            of.save(&db, worker(2), None, "new", late).await.unwrap();
            assert_eq!(forget(&db, late).await.unwrap(), 1);
            assert_eq!(of.all(&db).await.unwrap()[0].worker, worker(2));
        })
        .await;
    }
}
