//! Deriving again: everyone, or whoever time or another release has changed.
use super::{
    SUBJECTS_AT_ONCE,
    chain::Head,
    count::{recount, wrong},
    derive::{Differences, Trust, basis, read},
    facts::norms_of,
    keep::{BATCH, Keeper},
};
use crate::{Db, Error, House, Kind, Row, Table, Value, time::Stopwatch};
use practice::{Date, Subject};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

/// Nobody waits for a check, so it reads more at once than a batch that holds the writer.
const CHECKED_AT_ONCE: usize = 128;
/// The subjects are read off an index; going through every fact for its kind takes far longer.
const EVERYONE: &str = "SELECT (SELECT f.kind FROM all_fact AS f WHERE f.subject = s.subject LIMIT 1) AS kind, s.subject \
                        FROM (SELECT DISTINCT subject FROM all_fact) AS s ORDER BY s.subject";

/// Derives everyone again, believing nothing that was derived before.
pub(crate) async fn rebuild(
    db: &Db,
    house: &House,
    today: Date,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<u64, Error> {
    let everyone = subjects(db.all(EVERYONE, vec![]).await?)?;
    let mut written = again(db, house, today, everyone, Trust::Nothing, progress).await?;
    for table in house.tables {
        let mut tx = db.write().await?;
        let head = Head::lock(&mut tx).await?;
        written += tx.run(&format!("DELETE FROM all_{}{}", table.name, of_nobody(table)), vec![]).await?;
        let miscounted = wrong(&mut tx, table).await?;
        if miscounted > 0 {
            recount(&mut tx, table).await?;
            written += miscounted;
        }
        head.release(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(written)
}
/// How many rows a rebuild would write.
pub(crate) async fn rebuild_check(
    db: &Db,
    house: &House,
    today: Date,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<u64, Error> {
    let derived = async {
        let everyone = subjects(db.all(EVERYONE, vec![]).await?)?;
        let (mut differ, mut done) = (0, 0);
        let mut work = Work::new(db, house, today, Trust::Nothing);
        let mut chunks = everyone.chunks(CHECKED_AT_ONCE);
        while let Some((subjects, differs)) = work.next(&mut chunks).await? {
            differ += differs.rows();
            done += subjects;
            progress(done, everyone.len());
        }
        Ok::<u64, Error>(differ)
    };
    // Beside it, for this goes through whole tables on one core.
    let left_over_or_miscounted = async {
        let mut differ = 0;
        let mut tx = db.read().await?;
        for table in house.tables {
            let rows = tx.all(&format!("SELECT COUNT(*) FROM all_{}{}", table.name, of_nobody(table)), vec![]).await?;
            if let Some(Value::Int(count)) = rows.first().map(|row| row.cell(0, Kind::Int)).transpose()? {
                differ += u64::try_from(count)?;
            }
            differ += wrong(&mut tx, table).await?;
        }
        Ok(differ)
    };
    let (derived, others) = tokio::try_join!(derived, left_over_or_miscounted)?;
    Ok(derived + others)
}
/// Rows that no fact stands behind. Asked once for each subject of the table, not for each row.
fn of_nobody(table: &Table) -> String {
    let (name, whose) = (table.name, table.whose);
    format!(
        " WHERE {whose} IN (SELECT t.{whose} FROM (SELECT DISTINCT {whose} FROM all_{name}) AS t \
         WHERE NOT EXISTS (SELECT 1 FROM all_fact AS f WHERE f.subject = t.{whose}))"
    )
}

/// For every start and every night: whoever's day has come, and whoever rests on another release or
/// on other norms. The oldest day first, so that what is most likely wrong is right soonest.
pub(crate) async fn bring_up_to_date(
    db: &Db,
    house: &House,
    today: Date,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<u64, Error> {
    let mut tx = db.read().await?;
    let norms = norms_of(&mut tx, house, today).await?;
    let sql = "SELECT kind, subject FROM all_derived WHERE changes_on <= $1 OR basis <> $2 \
               ORDER BY changes_on NULLS LAST, subject";
    let due = subjects(tx.all(sql, vec![today.into(), basis(house, &norms).into()]).await?)?;
    drop(tx);
    again(db, house, today, due, Trust::Digests, progress).await
}
/// A day that has come on any day on which this runs.
const LONG_AGO: Date = practice::day::date(1970, 1, 1);
/// Marks subjects, new ones too, as to be derived by the next [`bring_up_to_date`].
pub(super) async fn derive_later(keeper: &Keeper<'_>, subjects: &BTreeSet<Subject>) -> Result<(), Error> {
    let nothing = || Value::Bytes(vec![]);
    let state = |s: &Subject| vec![s.id().into(), s.kind().into(), nothing(), LONG_AGO.into(), nothing()];
    let tail = "ON CONFLICT (subject) DO UPDATE SET changes_on = excluded.changes_on";
    let mut tx = keeper.db.write().await?;
    let head = "INSERT INTO all_derived (subject, kind, basis, changes_on, digests)";
    tx.insert(head, subjects.iter().map(state).collect(), tail).await?;
    tx.commit().await
}
async fn again(
    db: &Db,
    house: &House,
    today: Date,
    subjects: Vec<Subject>,
    trust: Trust,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<u64, Error> {
    let (mut written, mut done) = (0, 0);
    let mut chunks = subjects.chunks(SUBJECTS_AT_ONCE).peekable();
    while chunks.peek().is_some() {
        let mut tx = db.write().await?;
        // Nobody else writes now, so what the readers see stands until this batch is kept.
        let head = Head::lock(&mut tx).await?;
        let watch = Stopwatch::start();
        let mut work = Work::new(db, house, today, trust);
        let mut in_time = std::iter::from_fn(|| if watch.elapsed() < BATCH { chunks.next() } else { None });
        while let Some((subjects, differs)) = work.next(&mut in_time).await? {
            written += differs.rows();
            differs.write(&mut tx, house).await?;
            done += subjects;
        }
        head.release(&mut tx).await?;
        tx.commit().await?;
        progress(done, subjects.len());
    }
    Ok(written)
}
/// Deriving is pure, so every core takes a part: each reads some subjects in a snapshot of its own.
struct Work<'a> {
    db: &'a Db,
    house: &'a House,
    today: Date,
    trust: Trust,
    under_way: JoinSet<Result<(usize, Differences), Error>>,
}
impl<'a> Work<'a> {
    fn new(db: &'a Db, house: &'a House, today: Date, trust: Trust) -> Work<'a> {
        Work { db, house, today, trust, under_way: JoinSet::new() }
    }
    /// Whatever is ready next: of how many subjects, and how their rows differ.
    async fn next<'s>(
        &mut self,
        chunks: &mut (impl Iterator<Item = &'s [Subject]> + Send),
    ) -> Result<Option<(usize, Differences)>, Error> {
        // Half of them wait for the database while the others work.
        let at_once = 2 * std::thread::available_parallelism().map_or(1, usize::from);
        while self.under_way.len() < at_once
            && let Some(chunk) = chunks.next()
        {
            let (db, house, today, trust) = (self.db.clone(), *self.house, self.today, self.trust);
            let subjects = chunk.to_vec();
            self.under_way.spawn(async move {
                let mut tx = db.read().await?;
                let count = subjects.len();
                let answers = read(&mut tx, &house, today, subjects).await?.answers(&house, trust)?;
                Ok((count, answers.compare(&mut tx, &house).await?))
            });
        }
        self.under_way.join_next().await.transpose()?.transpose()
    }
}
fn subjects(rows: Vec<Row>) -> Result<Vec<Subject>, Error> {
    let read = |row: &Row| -> Result<Subject, Error> {
        match &row.cells([Kind::Text, Kind::Id])?[..] {
            [Value::Text(kind), Value::Id(id)] => {
                Subject::new(kind, *id).ok_or_else(|| format!("{kind} is not a subject that this release knows").into())
            }
            _ => Err("a subject is not readable".into()),
        }
    };
    rows.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Derived, testing::*};
    use practice::{
        History, Norms,
        day::{date, plus_days},
    };

    #[tokio::test]
    async fn a_rebuild_writes_nothing_where_nothing_is_wrong_and_mends_what_is() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            for n in 0..70 {
                kept(&db, vec![born(n, date(2012, 1, 1)), visited(n, TODAY, "one"), visited(n, TODAY, "two")]).await;
            }
            let right = dump(&db).await;
            assert_eq!(rebuild_check(&db, &house, TODAY, |_, _| {}).await.unwrap(), 0);
            assert_eq!(rebuild(&db, &house, TODAY, |_, _| {}).await.unwrap(), 0);
            let id = |n: u128| format!("{:032x}", child(n).as_u128());
            let id = |n| if db.is_postgres() { format!("'{}'", id(n)) } else { format!("x'{}'", id(n)) };
            for damage in [
                format!("UPDATE all_visit SET notes = 'tampered' WHERE child = {} AND n = 0", id(3)),
                format!("DELETE FROM all_child WHERE id = {}", id(4)),
                format!("INSERT INTO all_visit (child, n) VALUES ({}, 7)", id(5)),
                format!("INSERT INTO all_visit (child, n) VALUES ({}, 0)", id(9999)),
            ] {
                by_hand(&db, &damage).await.unwrap();
            }
            let mut told = 0;
            assert_eq!(rebuild_check(&db, &house, TODAY, |done, _| told = done).await.unwrap(), 5);
            assert_eq!(told, 70);
            assert_ne!(dump(&db).await, right, "a check changes nothing");
            assert_eq!(rebuild(&db, &house, TODAY, |_, _| {}).await.unwrap(), 5, "and one count of two");
            assert_eq!(dump(&db).await, right);
        })
        .await;
    }
    #[tokio::test]
    async fn counts_that_are_wrong_are_found_and_counted_afresh() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            for n in 0..5 {
                kept(&db, vec![born(n, date(2012, 1, 1)), visited(n, plus_days(TODAY, -1), ""), visited(n, TODAY, "")])
                    .await;
            }
            let right = dump(&db).await;
            assert_eq!(right.iter().filter(|row| row.starts_with("count_visit")).count(), 2, "{right:?}");
            for damage in [
                "UPDATE all_count_visit SET things = things + 1",
                "UPDATE all_count_visit SET warn_days = 999",
                "DELETE FROM all_count_visit",
            ] {
                by_hand(&db, damage).await.unwrap();
                assert_eq!(rebuild_check(&db, &house, TODAY, |_, _| {}).await.unwrap(), 2, "{damage}");
                assert_eq!(rebuild(&db, &house, TODAY, |_, _| {}).await.unwrap(), 2, "{damage}");
                assert_eq!(dump(&db).await, right, "{damage}");
            }
        })
        .await;
    }
    #[tokio::test]
    async fn time_alone_changes_an_answer_on_its_day() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            kept(&db, vec![born(1, date(2010, 11, 24)), born(2, date(2010, 6, 1))]).await;
            for (days, differ) in [(1, 0), (2, 1), (3, 0)] {
                let day = plus_days(TODAY, days);
                assert_eq!(bring_up_to_date(&db, &house, day, |_, _| {}).await.unwrap(), differ, "after {days} days");
                assert_eq!(rebuild_check(&db, &house, day, |_, _| {}).await.unwrap(), 0);
            }
        })
        .await;
    }
    #[tokio::test]
    async fn another_norm_or_release_derives_everyone_anew() {
        on_both(|db| async move {
            let mut house = house();
            db.migrate(house.tables).await.unwrap();
            kept(&db, vec![born(1, date(2015, 1, 1)), visited(1, date(2026, 3, 1), "")]).await;
            kept(&db, vec![warn_days(9, date(2026, 1, 1))]).await;
            assert_eq!(bring_up_to_date(&db, &house, TODAY, |_, _| {}).await.unwrap(), 1, "the visit's warning");
            house.release = "test 2";
            house.derive = |_, _| Derived::default();
            assert_eq!(bring_up_to_date(&db, &house, TODAY, |_, _| {}).await.unwrap(), 2, "child and visit are gone");
            assert_eq!(bring_up_to_date(&db, &house, TODAY, |_, _| {}).await.unwrap(), 0);
        })
        .await;
    }
    #[tokio::test]
    async fn a_table_that_was_made_again_is_filled_again() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            kept(&db, vec![born(1, date(2015, 1, 1)), visited(1, TODAY, "")]).await;
            let right = dump(&db).await;
            by_hand(&db, "UPDATE all_shape SET shape = 'of an older release' WHERE name = 'visit'").await.unwrap();
            assert_eq!(db.migrate(house.tables).await.unwrap().remade, ["visit"]);
            assert_ne!(dump(&db).await, right);
            bring_up_to_date(&db, &house, TODAY, |_, _| {}).await.unwrap();
            assert_eq!(dump(&db).await, right);
        })
        .await;
    }
    #[tokio::test]
    async fn a_row_that_fits_no_table_is_named() {
        on_both(|db| async move {
            let mut house = house();
            db.migrate(house.tables).await.unwrap();
            kept(&db, vec![born(1, date(2015, 1, 1))]).await;
            type Derive = fn(&History, &Norms) -> Derived;
            let wrong: [(Derive, &str); 2] = [
                (
                    |_, _| Derived { rows: vec![("chidl", vec![])], changes_on: None },
                    "`chidl`, which is not among House's tables",
                ),
                (
                    |_, _| Derived { rows: vec![("named", vec![1i64.into()])], changes_on: None },
                    "`named` does not fit its columns",
                ),
            ];
            for (derive, says) in wrong {
                house.derive = derive;
                let said = rebuild(&db, &house, TODAY, |_, _| {}).await.unwrap_err().to_string();
                assert!(said.contains(says), "{said}");
            }
        })
        .await;
    }
}
