//! Does the log still say what it said?
use super::{
    chain::{DIGEST, ENTRY, ENTRY_KINDS, ENVELOPE, FACT, FACT_KINDS, digest, link},
    looks::broken_seal,
};
use crate::{Db, Error, Kind, Value, chance::hex, db::Tx};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Every entry follows from the one before and from the fact it names. `head` is the last link:
    /// noted down somewhere else, it proves later that the whole chain was not made anew.
    Whole { entries: i64, facts: i64, head: String },
    /// The first entry that does not, and what is wrong with it.
    Broken { entry: i64, what: String },
}

const AT_ONCE: i64 = 2000;

pub(crate) async fn verify(db: &Db) -> Result<Verdict, Error> {
    let mut tx = db.read().await?;
    let mut chain = Chain::default();
    let list = |of: &str, names: &[&str]| names.iter().map(|n| format!("{of}.{n}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT {}, a.hash, {} FROM all_audit AS a LEFT JOIN all_fact AS f ON f.id = a.fact \
         WHERE a.entry > $1 ORDER BY a.entry LIMIT $2",
        list("a", &ENTRY),
        list("f", &FACT)
    );
    loop {
        let rows = tx.all(&sql, vec![chain.entry.into(), AT_ONCE.into()]).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let kinds = ENTRY_KINDS.into_iter().chain([Kind::Bytes]).chain(FACT_KINDS);
            let cells = row.cells(kinds)?;
            if let Some(what) = chain.follows(&mut tx, &cells).await? {
                return Ok(Verdict::Broken { entry: chain.entry, what });
            }
        }
    }
    chain.ends(&mut tx).await
}

#[derive(Default)]
struct Chain {
    entry: i64,
    hash: Vec<u8>,
    facts: i64,
    sealed: i64,
    /// Facts found blank, with the entry that kept them, until their disposal is met.
    blank: HashMap<Value, i64>,
}
impl Chain {
    /// What is wrong with the next entry, if anything.
    async fn follows(&mut self, tx: &mut Tx, cells: &[Value]) -> Result<Option<String>, Error> {
        let (entry, rest) = cells.split_at(ENTRY.len());
        let (hash, fact) = (&rest[0], &rest[1..]);
        let wrong = |what: &str| Ok(Some(what.to_string()));
        self.entry += 1;
        if entry[0] != Value::Int(self.entry) {
            return wrong("the entry is missing");
        }
        let kept = entry[3] == Value::from("kept");
        let envelope = if kept { &fact[..ENVELOPE] } else { &[] };
        if kept && matches!(fact[0], Value::Null(_)) {
            return wrong("the fact that it kept is gone");
        }
        let follows = link(&self.hash, entry, envelope);
        if *hash != Value::Bytes(follows.clone()) {
            return wrong(match kept {
                true => "the entry, or who, when or about whom its fact speaks, was changed",
                false => "the entry was changed",
            });
        }
        self.hash = follows;
        match &entry[3] {
            Value::Text(what) if what == "disposed" => drop(self.blank.remove(&entry[5])),
            Value::Text(what) if what == "sealed" => {
                let Value::Text(words) = &entry[6] else { return wrong("the seal is not readable") };
                return broken_seal(tx, words, &mut self.sealed).await;
            }
            _ => {}
        }
        if kept {
            self.facts += 1;
            let [body, Value::Bytes(salt), why] = &fact[ENVELOPE..] else { return wrong("the fact is not readable") };
            if salt.is_empty() {
                self.blank.insert(fact[0].clone(), self.entry);
            } else if fact[DIGEST] != Value::Bytes(digest(salt, body, why)) {
                return wrong("what the fact says was changed");
            }
        }
        Ok(None)
    }
    async fn ends(self, tx: &mut Tx) -> Result<Verdict, Error> {
        if let Some(entry) = self.blank.values().min() {
            return Ok(Verdict::Broken { entry: *entry, what: "what the fact said is gone without a disposal".into() });
        }
        let rows = tx.all("SELECT entry, hash, sealed FROM all_head", vec![]).await?;
        let head = rows.first().map(|row| row.cells([Kind::Int, Kind::Bytes, Kind::Int])).transpose()?;
        let expected = [Value::Int(self.entry), Value::Bytes(self.hash.clone()), Value::Int(self.sealed)];
        if head.as_deref() != Some(&expected) {
            let what = "the chain ends here, but its head says otherwise: entries are missing".into();
            return Ok(Verdict::Broken { entry: self.entry + 1, what });
        }
        let facts = tx.all("SELECT COUNT(*) FROM all_fact", vec![]).await?;
        match facts.first().map(|row| row.cell(0, Kind::Int)).transpose()? {
            Some(Value::Int(count)) if count == self.facts => {
                Ok(Verdict::Whole { entries: self.entry, facts: count, head: hex(&self.hash) })
            }
            count => {
                let what = format!("{} facts were kept, but there are {count:?}", self.facts);
                Ok(Verdict::Broken { entry: self.entry + 1, what })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::{Keeper, Look, looked, seal},
        testing::*,
    };
    use practice::day::{date, plus_days};

    async fn ten_entries(db: &Db) {
        db.migrate(TABLES).await.unwrap();
        kept(db, vec![born(1, date(2015, 1, 1))]).await;
        for n in 0..9 {
            kept(db, vec![visited(1, plus_days(TODAY, -n), &format!("visit {n}"))]).await;
        }
    }
    /// What somebody can do who has the database and takes the triggers off first.
    async fn without_triggers(db: &Db, sql: &str) {
        let off = match db.is_postgres() {
            true => {
                "ALTER TABLE all_fact DISABLE TRIGGER ALL; ALTER TABLE all_audit DISABLE TRIGGER ALL; \
                     ALTER TABLE all_seen DISABLE TRIGGER ALL;"
            }
            false => {
                "DROP TRIGGER fact_stays; DROP TRIGGER fact_stands; DROP TRIGGER audit_stays; \
                 DROP TRIGGER audit_stands; DROP TRIGGER seen_stays; DROP TRIGGER seen_stands;"
            }
        };
        by_hand(db, &format!("{off} {sql}")).await.unwrap();
    }
    const FIFTH: &str = "(SELECT fact FROM all_audit WHERE entry = 5)";

    #[tokio::test]
    async fn whatever_is_changed_is_found_and_the_entry_named() {
        let tricks = [
            (format!("UPDATE all_fact SET body = REPLACE(body, 'visit 3', 'visit 4') WHERE id = {FIFTH}"), 5, "says"),
            (format!("UPDATE all_fact SET happened = '2020-01-01' WHERE id = {FIFTH}"), 5, "about whom"),
            (format!("UPDATE all_fact SET why = 'because' WHERE id = {FIFTH}"), 5, "says"),
            (format!("DELETE FROM all_fact WHERE id = {FIFTH}"), 5, "is gone"),
            ("UPDATE all_audit SET who = subject WHERE entry = 7".into(), 7, "was changed"),
            ("DELETE FROM all_audit WHERE entry = 7".into(), 7, "missing"),
            ("DELETE FROM all_audit WHERE entry = 10".into(), 10, "missing"),
            (
                "INSERT INTO all_fact (id, name, version, kind, subject, happened, recorded, who, source, body, salt, digest, why) \
                 SELECT subject, name, version, kind, subject, happened, recorded, who, source, body, salt, digest, why \
                 FROM all_fact WHERE body LIKE '%visit 4%'"
                    .into(),
                11,
                "10 facts were kept",
            ),
        ];
        for (trick, at, says) in &tricks {
            on_both(|db| async move {
                ten_entries(&db).await;
                assert!(matches!(verify(&db).await.unwrap(), Verdict::Whole { entries: 10, facts: 10, .. }));
                assert!(trick.starts_with("INSERT") || by_hand(&db, trick).await.is_err(), "refused first: {trick}");
                without_triggers(&db, trick).await;
                match verify(&db).await.unwrap() {
                    Verdict::Broken { entry, what } => assert!(entry == *at && what.contains(says), "{entry} {what}"),
                    whole => panic!("{trick}: {whole:?}"),
                }
            })
            .await;
        }
    }
    #[tokio::test]
    async fn a_fact_blanked_without_disposal_is_found() {
        on_both(|db| async move {
            ten_entries(&db).await;
            let empty = if db.is_postgres() { "''" } else { "x''" };
            without_triggers(
                &db,
                &format!("UPDATE all_fact SET body = '', salt = {empty}, why = '' WHERE id = {FIFTH}"),
            )
            .await;
            let Verdict::Broken { entry: 5, what } = verify(&db).await.unwrap() else { panic!("not found") };
            assert!(what.contains("without a disposal"), "{what}");
        })
        .await;
    }
    #[tokio::test]
    async fn a_look_taken_out_of_the_sealed_log_is_found() {
        on_both(|db| async move {
            ten_entries(&db).await;
            let house = house();
            let keeper = Keeper { db: &db, house: &house, who: worker(1), now: noon(TODAY) };
            let look = |n| Look {
                at: noon(TODAY),
                who: worker(n),
                what: "seen",
                act: "view_child".into(),
                subject: (n % 2 == 0).then(|| child(1)),
            };
            looked(&db, (0..20).map(look).collect()).await.unwrap();
            assert_eq!(seal(&keeper).await.unwrap(), 20);
            looked(&db, vec![look(3)]).await.unwrap();
            assert_eq!(seal(&keeper).await.unwrap(), 1);
            assert_eq!(seal(&keeper).await.unwrap(), 0);
            assert!(matches!(verify(&db).await.unwrap(), Verdict::Whole { entries: 12, .. }));
            without_triggers(&db, "DELETE FROM all_seen WHERE look = 4").await;
            let Verdict::Broken { entry: 11, what } = verify(&db).await.unwrap() else { panic!("not found") };
            assert!(what.contains("access log"), "{what}");
        })
        .await;
    }
}
