//! Appending to the log.
use super::{
    SUBJECTS_AT_ONCE, Said,
    chain::{FACT, Head, digest},
    derive::{self, Answers, Trust, derive},
    in_list,
};
use crate::{Body, Db, Error, House, Kind, Value, chance::random, db::Tx, sign_in, time::Stopwatch};
use practice::{Id, Subject, Timestamp, day::day_of};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;

/// Who keeps, and when.
pub(crate) struct Keeper<'a> {
    pub db: &'a Db,
    pub house: &'a House,
    pub who: Id,
    pub now: Timestamp,
}
/// Whether what is said is kept as one, or cut into batches so that others may write in between.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Cut {
    Whole,
    /// Between subjects: one subject's facts of one call are never torn apart.
    Batches,
    /// As one, and only about subjects of whom nothing was kept before.
    NewSubjects,
}
/// Whoever holds the writer holds up everyone, so a batch ends soon after this: on SQLite a page that
/// logs who looked waits for it.
pub(super) const BATCH: Duration = Duration::from_millis(40);

/// Keeps what was said and gives the ids of the facts, in the order in which they were said.
pub(crate) async fn keep(
    keeper: &Keeper<'_>,
    said: Vec<Said>,
    cut: Cut,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<Vec<Id>, Error> {
    let of = said.len();
    // Subjects in their order, the service and so its norms first.
    let mut by_subject: BTreeMap<Subject, Vec<(usize, Said)>> = BTreeMap::new();
    for (place, said) in said.into_iter().enumerate() {
        by_subject.entry(said.subject).or_default().push((place, said));
    }
    // In the order in which they are written, so that an index of ids only grows at its end.
    let mut ids_said = vec![Id::nil(); of];
    for (place, _) in by_subject.values().flatten() {
        ids_said[*place] = id_at(keeper.now);
    }
    progress(0, of);
    let (mut left, mut done) = (by_subject.into_iter().peekable(), 0);
    while left.peek().is_some() {
        let mut tx = keeper.db.write().await?;
        let mut head = Head::lock(&mut tx).await?;
        let watch = Stopwatch::start();
        let (house, today, mut deriving) = (*keeper.house, day_of(keeper.now), None);
        while left.peek().is_some() && (cut != Cut::Batches || watch.elapsed() < BATCH) {
            let (subjects, said): (Vec<Subject>, Vec<_>) = left.by_ref().take(SUBJECTS_AT_ONCE).unzip();
            let (recorded, who) = (keeper.now, keeper.who);
            let line = |(place, said): (usize, Said)| Line { id: ids_said[place], recorded, who, said };
            let lines: Vec<_> = said.into_iter().flatten().map(line).collect();
            done += lines.len();
            if cut == Cut::NewSubjects {
                nothing_kept(&mut tx, &subjects).await?;
            }
            append(&mut tx, &mut head, keeper.house, lines).await?;
            let read = derive::read(&mut tx, keeper.house, today, subjects).await?;
            // The next subjects are appended and read while another core works these out.
            let answers = spawn_blocking(move || read.answers(&house, Trust::Digests));
            write_derived(&mut tx, &house, deriving.replace(answers)).await?;
        }
        write_derived(&mut tx, &house, deriving).await?;
        head.release(&mut tx).await?;
        tx.commit().await?;
        progress(done, of);
    }
    Ok(ids_said)
}

async fn write_derived(
    tx: &mut Tx,
    house: &House,
    answers: Option<JoinHandle<Result<Answers, Error>>>,
) -> Result<(), Error> {
    let Some(answers) = answers else { return Ok(()) };
    answers.await??.compare(tx, house).await?.write(tx, house).await
}
async fn nothing_kept(tx: &mut Tx, subjects: &[Subject]) -> Result<(), Error> {
    let (marks, given) = in_list(&subjects.iter().map(|s| s.id()).collect::<Vec<_>>());
    match tx.all(&format!("SELECT id FROM all_fact WHERE subject IN ({marks}) LIMIT 1"), given).await?.is_empty() {
        true => Ok(()),
        false => Err("There is such a record already: this leave is for new ones.".into()),
    }
}
/// An id for a fact. It sorts behind every one that was given before it for the same moment, whoever asked: the
/// later word stands over the earlier one also in one millisecond, and on a day that stands still.
pub(super) fn id_at(recorded: Timestamp) -> Id {
    // Forty-two bits are counted, from somewhere in the lower half; the rest is chance.
    static GIVEN: LazyLock<AtomicU64> = LazyLock::new(|| AtomicU64::new(u64::from_be_bytes(random()) >> 23));
    let count = GIVEN.fetch_add(1, Ordering::Relaxed);
    let mut rest = [0; 10];
    // Four bits of the first byte and two of the third are the version's and the variant's.
    rest[..2].copy_from_slice(&((count >> 30) as u16).to_be_bytes());
    rest[2..6].copy_from_slice(&(count as u32 & 0x3fff_ffff).to_be_bytes());
    rest[6..].copy_from_slice(&random::<4>());
    let milliseconds = u64::try_from(recorded.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &rest).into_uuid()
}

/// A fact about to stand in the log: under which id, recorded when, said by whom.
pub(super) struct Line {
    pub id: Id,
    pub recorded: Timestamp,
    pub who: Id,
    pub said: Said,
}
pub(super) async fn append(tx: &mut Tx, head: &mut Head, house: &House, lines: Vec<Line>) -> Result<(), Error> {
    let mut corrected = vec![];
    let mut facts = Vec::with_capacity(lines.len());
    for Line { id, recorded, who, said } in lines {
        let subject = said.subject.id();
        let (instead_of, why) = said.instead_of.unzip();
        corrected.extend(instead_of.map(|fact| (fact, subject)));
        let (salt, why) = (Uuid::new_v4().as_bytes().to_vec(), Value::from(why.unwrap_or_default()));
        let Body { name, version, text } = (house.encode)(&said.fact);
        let body = Value::from(text);
        let mut fact: Vec<Value> = vec![
            id.into(),
            name.into(),
            version.into(),
            said.subject.kind().into(),
            subject.into(),
            said.happened.into(),
            said.at.into(),
            recorded.into(),
            who.into(),
            said.source.into(),
            digest(&salt, &body, &why).into(),
            instead_of.into(),
        ];
        let entry = [recorded.into(), who.into(), "kept".into(), subject.into(), id.into(), "".into()];
        head.chain(entry, &fact);
        fact.extend([body, salt.into(), why]);
        facts.push(fact);
    }
    tx.insert(&format!("INSERT INTO all_fact ({})", FACT.join(", ")), facts, "").await?;
    same_subjects(tx, &corrected).await
}

/// Else the other subject would not be derived again, and one child's page could end another's fact.
async fn same_subjects(tx: &mut Tx, corrected: &[(Id, Id)]) -> Result<(), Error> {
    for chunk in corrected.chunks(SUBJECTS_AT_ONCE) {
        let (marks, given) = in_list(&chunk.iter().map(|c| c.0).collect::<Vec<_>>());
        let found = subjects_of(tx, &marks, given).await?;
        for (fact, subject) in chunk {
            match found.get(fact) {
                Some(of) if of.id() == *subject => {}
                Some(_) => return Err(format!("Fact {fact} is about another subject: correct it there.").into()),
                None => return Err(format!("There is no fact {fact} to correct.").into()),
            }
        }
    }
    Ok(())
}
async fn subjects_of(tx: &mut Tx, marks: &str, given: Vec<Value>) -> Result<HashMap<Id, Subject>, Error> {
    let mut found = HashMap::new();
    for row in tx.all(&format!("SELECT id, kind, subject FROM all_fact WHERE id IN ({marks})"), given).await? {
        if let [Value::Id(id), Value::Text(kind), Value::Id(subject)] =
            &row.cells([Kind::Id, Kind::Text, Kind::Id])?[..]
        {
            found.insert(*id, Subject::new(kind, *subject).ok_or_else(|| format!("{kind}: no such subject"))?);
        }
    }
    Ok(found)
}

/// What the facts said is blanked for good; that they were kept, and that and why they were disposed
/// of, stays in the chain. For the retention schedule and for a court: there is no other way to take
/// anything out of the log.
pub(crate) async fn dispose(keeper: &Keeper<'_>, facts: &[Id], why: &str) -> Result<(), Error> {
    let mut tx = keeper.db.write().await?;
    let mut head = Head::lock(&mut tx).await?;
    let mut found = HashMap::new();
    for chunk in facts.chunks(SUBJECTS_AT_ONCE) {
        let (marks, given) = in_list(chunk);
        found.extend(subjects_of(&mut tx, &marks, given).await?);
    }
    for fact in facts {
        let subject = found.get(fact).ok_or_else(|| format!("There is no fact {fact} to dispose of."))?.id();
        let (now, who) = (keeper.now.into(), keeper.who.into());
        head.chain([now, who, "disposed".into(), subject.into(), (*fact).into(), why.into()], &[]);
    }
    // The entries come first: the trigger asks for them before it lets go of what a fact said.
    head.release(&mut tx).await?;
    for fact in facts {
        let blank = vec!["".into(), Value::Bytes(vec![]), "".into(), (*fact).into()];
        tx.run("UPDATE all_fact SET body = $1, salt = $2, why = $3 WHERE id = $4", blank).await?;
    }
    let mut subjects: Vec<Subject> = found.into_values().collect();
    subjects.sort();
    subjects.dedup();
    // What somebody is writing about them may say the same again.
    for subject in &subjects {
        tx.run("DELETE FROM all_draft WHERE subject = $1", vec![subject.id().into()]).await?;
        let Subject::Child(child) = *subject else { continue };
        let left = "SELECT id FROM all_fact WHERE subject = $1 AND body <> '' LIMIT 1";
        if tx.all(left, vec![child.into()]).await?.is_empty() {
            sign_in::forget_young(&mut tx, child).await?;
        }
    }
    for chunk in subjects.chunks(SUBJECTS_AT_ONCE) {
        derive(&mut tx, keeper.house, day_of(keeper.now), chunk).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::{Verdict, verify},
        testing::*,
    };
    use practice::{
        Fact, RecordFact,
        day::{date, plus_days},
        people::{Fact::Visited, Visit},
    };

    #[test]
    fn ids_of_one_moment_sort_as_they_were_given_whatever_other_moments_come_between() {
        let at = |ms| Timestamp::from_millisecond(1_790_000_000_000 + ms).unwrap();
        let ids: Vec<Id> = (0..1000_i32)
            .map(|n| {
                id_at(at(i64::from(n % 7) + 1));
                id_at(at(0))
            })
            .collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
        assert!(ids.iter().all(|id| id.get_version_num() == 7 && id_at(at(1)) > *id));
    }
    /// Seeded, so that a failure can be seen again.
    fn shuffle<T>(items: &mut [T], mut seed: u64) {
        for i in (1..items.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            items.swap(i, (seed >> 33) as usize % (i + 1));
        }
    }
    fn a_few_lives() -> Vec<Said> {
        let mut all = vec![warn_days(3, date(2025, 1, 1))];
        for n in 0..40 {
            all.push(born(n, date(2012, 3, 1 + (n % 28) as i8)));
            all.push(allocated(n, n % 5, n % 3));
            let day = |i: i64| plus_days(date(2024, 12, 1), 20 * i + n as i64);
            all.extend((0..6).map(|i| visited(n, day(i), &format!("visit {i}"))));
        }
        all
    }

    #[tokio::test]
    async fn the_order_of_arrival_does_not_matter() {
        let mut answers = vec![];
        for seed in 0..3 {
            for (batches, at_once) in [(Cut::Whole, 400), (Cut::Batches, 7)] {
                let found = std::sync::Mutex::new(vec![]);
                on_both(|db| {
                    let found = &found;
                    async move {
                        let house = house();
                        db.migrate(house.tables).await.unwrap();
                        let mut said = a_few_lives();
                        shuffle(&mut said, seed);
                        let keeper = Keeper { db: &db, house: &house, who: worker(1), now: noon(TODAY) };
                        for part in said.chunks(at_once) {
                            keep(&keeper, part.to_vec(), batches, |_, _| {}).await.unwrap();
                        }
                        // Norms may come last: whoever was derived before rests on another basis.
                        crate::record::bring_up_to_date(&db, &house, TODAY, |_, _| {}).await.unwrap();
                        let rows = dump(&db).await;
                        found.lock().unwrap().push(rows);
                    }
                })
                .await;
                answers.extend(found.into_inner().unwrap());
            }
        }
        assert_eq!(answers[0].len(), 40 * 8 + 140, "the visits fall on 140 days, and each is counted");
        assert!(answers.iter().all(|a| *a == answers[0]), "every order, every cut and both databases say the same");
    }
    #[tokio::test]
    async fn a_correction_stands_in_the_place_of_the_fact_and_can_be_taken_back() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            let ids =
                kept(&db, vec![born(1, date(2015, 5, 5)), visited(1, date(2026, 2, 1), "wrong day"), born(2, TODAY)])
                    .await;
            let visits =
                || async { dump(&db).await.into_iter().filter(|r| r.starts_with("visit")).collect::<Vec<_>>() };
            let before = visits().await;
            let instead = |of: usize, mut said: Said| {
                said.instead_of = Some((ids[of], "typed the wrong day".into()));
                said
            };
            let right = instead(1, visited(1, date(2026, 2, 2), "right day"));
            let right = kept_on(&db, plus_days(TODAY, 1), vec![right]).await[0];
            let after = visits().await;
            assert!(after.len() == 1 && after[0].contains("2026-02-02") && before[0].contains("2026-02-01"));
            let fact = Fact::Record(RecordFact::RecordedInError);
            let mut back = Said::new(Subject::Child(child(1)), TODAY, fact);
            back.instead_of = Some((right, "it was right after all".into()));
            kept_on(&db, plus_days(TODAY, 2), vec![back]).await;
            assert_eq!(visits().await, before, "the first fact lives again");

            let keeper = Keeper { db: &db, house: &house, who: worker(1), now: noon(TODAY) };
            for (wrong, why) in
                [(instead(2, visited(1, TODAY, "")), "another subject"), (visited(1, TODAY, ""), "no fact")]
            {
                let mut wrong = wrong;
                wrong.instead_of.get_or_insert((Id::nil(), String::new()));
                let facts = || async { db.all("SELECT id FROM all_fact", vec![]).await.unwrap().len() };
                let count = facts().await;
                let said = keep(&keeper, vec![born(3, TODAY), wrong], Cut::Whole, |_, _| {}).await.unwrap_err();
                assert!(said.to_string().contains(why), "{said}");
                assert_eq!(facts().await, count, "kept whole or not at all");
            }
        })
        .await;
    }
    #[tokio::test]
    async fn forty_writers_of_two_instances_keep_one_chain() {
        on_each(|db, place| async move {
            db.migrate(TABLES).await.unwrap();
            let other = Db::open(&place).await.unwrap();
            kept(&db, vec![born(1, date(2015, 5, 5))]).await;
            let mut writers = tokio::task::JoinSet::new();
            for n in 0..40i64 {
                let db = if n % 2 == 0 { db.clone() } else { other.clone() };
                writers.spawn(async move { kept(&db, vec![visited(1, plus_days(TODAY, -n), "")]).await });
            }
            assert_eq!(writers.join_all().await.len(), 40);
            let Verdict::Whole { entries, facts, .. } = verify(&db).await.unwrap() else { panic!("broken") };
            assert_eq!((entries, facts), (41, 41));
            let visits = db.all("SELECT n FROM all_visit", vec![]).await.unwrap().len();
            assert_eq!(visits, 40, "nobody derived from half of the facts");
            other.close().await;
        })
        .await;
    }
    #[tokio::test]
    async fn what_was_disposed_of_is_gone_and_the_chain_still_verifies() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            let ids = kept(&db, vec![born(1, date(2015, 5, 5)), visited(1, TODAY, "something private")]).await;
            let blank = format!(
                "UPDATE all_fact SET body = '', salt = {}, why = ''",
                if db.is_postgres() { "''" } else { "x''" }
            );
            let said = by_hand(&db, &blank).await.unwrap_err().to_string();
            assert!(said.contains("only grows"), "not without a disposal: {said}");
            let keeper = Keeper { db: &db, house: &house, who: worker(1), now: noon(TODAY) };
            let about = |n| crate::drafts::Of { child: child(n), form: "plan/pathway" };
            for n in [1, 2] {
                about(n).save(&db, worker(1), None, "something private", noon(TODAY)).await.unwrap();
            }
            dispose(&keeper, &[ids[1]], "retention schedule 4.2").await.unwrap();
            let rows = db.all("SELECT body FROM all_fact WHERE body LIKE '%private%'", vec![]).await.unwrap();
            assert!(rows.is_empty());
            assert_eq!(about(1).all(&db).await.unwrap(), [], "nor what somebody began to write of it");
            assert_eq!(about(2).all(&db).await.unwrap().len(), 1, "another child's");
            assert!(!dump(&db).await.iter().any(|row| row.contains("private")));
            let Verdict::Whole { entries, facts, .. } = verify(&db).await.unwrap() else { panic!("broken") };
            assert_eq!((entries, facts), (3, 2));
            let other = "UPDATE all_fact SET happened = '2020-01-01' WHERE body = ''";
            assert!(by_hand(&db, other).await.is_err(), "nor does a disposal let anything else through");
        })
        .await;
    }
    #[tokio::test]
    async fn a_batch_says_how_far_it_is_and_ids_sort_as_things_were_said() {
        on_both(|db| async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            let keeper = Keeper { db: &db, house: &house, who: worker(1), now: noon(date(2022, 4, 1)) };
            let mut told = vec![];
            let said: Vec<Said> = (0..100).map(|n| born(n, date(2012, 1, 1))).collect();
            let ids = keep(&keeper, said, Cut::Batches, |done, of| told.push((done, of))).await.unwrap();
            assert!(ids.is_sorted() && ids.len() == 100);
            assert!(told.is_sorted() && told.last() == Some(&(100, 100)));
            let recorded = ids[0].get_timestamp().unwrap().to_unix().0;
            assert_eq!(recorded as i64, noon(date(2022, 4, 1)).as_second(), "recorded when the story says");
            let visit = Visited(Visit { seen_alone: true, ..Visit::default() });
            let mut said = about(1, TODAY, visit);
            said.at = Some(noon(TODAY));
            keep(&keeper, vec![said], Cut::Whole, |_, _| {}).await.unwrap();
            let mut tx = db.read().await.unwrap();
            let facts = crate::record::facts_of(&mut tx, &house, &[Subject::Child(child(1))]).await.unwrap();
            assert_eq!(facts[&child(1)].iter().filter(|k| k.at == Some(noon(TODAY))).count(), 1);
        })
        .await;
    }
}
