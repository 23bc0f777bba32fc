//! Two databases, one text. How they differ is known here, in `bind`, `bulk`, `row` and `migrate`, and nowhere else.
use crate::{
    Key, Kind, Row, Value,
    bind::{postgres, postgres_type, sqlite},
    open,
    row::Columns,
};
use sqlx::{
    AssertSqlSafe, Executor as _, SqlSafeStr as _, Transaction,
    postgres::{PgPool, Postgres},
    sqlite::{Sqlite, SqlitePool},
};

pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The database. Opaque outside the kernel: only leave can read it, and only the kernel writes it.
#[derive(Clone)]
pub struct Db(Pool);
#[derive(Clone)]
enum Pool {
    /// One writer, or SQLite answers "busy" under load; the readers are opened read-only.
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres(PgPool),
}
/// A transaction: one snapshot, kept whole or not at all.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// `postgres://user@host/name`, or the path of a file, which is made when there is none.
    pub async fn open(place: &str) -> Result<Db, Error> {
        Db::open_with(place, None).await
    }
    /// With a key the file is encrypted, and nothing of it is read without the same key.
    pub async fn open_with(place: &str, key: Option<&Key>) -> Result<Db, Error> {
        if place.starts_with("postgres:") || place.starts_with("postgresql:") {
            if key.is_some() {
                return Err("A database key encrypts an SQLite file; PostgreSQL's disk is encrypted by whoever runs \
                            it. Leave the key out."
                    .into());
            }
            return Ok(Db(Pool::Postgres(open::postgres(place).await?)));
        }
        let (write, read) = open::sqlite(place.strip_prefix("sqlite:").unwrap_or(place), key).await?;
        Ok(Db(Pool::Sqlite { write, read }))
    }
    /// Waits for what is under way and closes every connection.
    pub async fn close(&self) {
        match &self.0 {
            Pool::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pool::Postgres(pool) => pool.close().await,
        }
    }
    pub fn is_postgres(&self) -> bool {
        matches!(self.0, Pool::Postgres(_))
    }
    pub(crate) async fn write(&self) -> Result<Tx, Error> {
        Ok(match &self.0 {
            Pool::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pool::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }
    /// One snapshot that cannot write, whatever the statement says.
    pub(crate) async fn read(&self) -> Result<Tx, Error> {
        Ok(match &self.0 {
            Pool::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Pool::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }
    /// One writing statement in a transaction of its own.
    pub(crate) async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64, Error> {
        let sql = AssertSqlSafe(sql.to_string());
        Ok(match &self.0 {
            Pool::Sqlite { write, .. } => sqlx::query_with(sql, sqlite(values)?).execute(write).await?.rows_affected(),
            Pool::Postgres(pool) => sqlx::query_with(sql, postgres(values)?).execute(pool).await?.rows_affected(),
        })
    }
    /// One reading statement. What belongs together is read in one [`Db::read`] instead.
    pub(crate) async fn all(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, Error> {
        let sql = AssertSqlSafe(sql.to_string());
        Ok(match &self.0 {
            Pool::Sqlite { read, .. } => {
                rows(sqlx::query_with(sql, sqlite(values)?).fetch_all(read).await?, Columns::Sqlite)
            }
            Pool::Postgres(pool) => {
                rows(sqlx::query_with(sql, postgres(values)?).fetch_all(pool).await?, Columns::Postgres)
            }
        })
    }
    /// After much was written at once PostgreSQL looks at its tables again: until it has, it plans as for empty ones,
    /// which costs three times the work. It would do so by itself a minute later. SQLite plans by the indexes alone.
    pub(crate) async fn take_stock(&self) -> Result<(), Error> {
        if let Pool::Postgres(pool) = &self.0 {
            sqlx::raw_sql("ANALYZE").execute(pool).await?;
        }
        Ok(())
    }
    /// Asks the database whether it understands a statement whose parameters are of these kinds.
    pub(crate) async fn prepares(&self, sql: String, kinds: &[Kind]) -> Result<(), Error> {
        let sql = AssertSqlSafe(sql).into_sql_str();
        match &self.0 {
            Pool::Sqlite { read, .. } => drop(read.prepare(sql).await?),
            Pool::Postgres(pool) => {
                let kinds: Vec<_> = kinds.iter().map(|k| postgres_type(*k)).collect();
                drop(pool.prepare_with(sql, &kinds).await?);
            }
        }
        Ok(())
    }
}

fn rows<R>(found: Vec<R>, columns: impl Fn(R) -> Columns) -> Vec<Row> {
    found.into_iter().map(|row| Row(columns(row))).collect()
}

impl Tx {
    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self, Tx::Postgres(_))
    }
    pub(crate) async fn run(&mut self, sql: &str, values: Vec<Value>) -> Result<u64, Error> {
        let sql = AssertSqlSafe(sql.to_string());
        Ok(match self {
            Tx::Sqlite(tx) => sqlx::query_with(sql, sqlite(values)?).execute(&mut **tx).await?.rows_affected(),
            Tx::Postgres(tx) => sqlx::query_with(sql, postgres(values)?).execute(&mut **tx).await?.rows_affected(),
        })
    }
    pub(crate) async fn all(&mut self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, Error> {
        let sql = AssertSqlSafe(sql.to_string());
        Ok(match self {
            Tx::Sqlite(tx) => rows(sqlx::query_with(sql, sqlite(values)?).fetch_all(&mut **tx).await?, Columns::Sqlite),
            Tx::Postgres(tx) => {
                rows(sqlx::query_with(sql, postgres(values)?).fetch_all(&mut **tx).await?, Columns::Postgres)
            }
        })
    }
    /// A text of several statements, as it stands. Migrations only.
    pub(crate) async fn script(&mut self, sql: String) -> Result<(), Error> {
        let sql = AssertSqlSafe(sql);
        match self {
            Tx::Sqlite(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ())?,
            Tx::Postgres(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ())?,
        }
        Ok(())
    }
    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, Table, Time, column, testing::on_both};
    use practice::{Date, Id, Timestamp, day::date};

    const KINDS: [Kind; 7] = [Kind::Text, Kind::Int, Kind::Flag, Kind::Day, Kind::Instant, Kind::Id, Kind::Bytes];
    const EVERYTHING: Table = Table {
        name: "everything",
        whose: "id",
        about: About::Open,
        columns: &[
            column("words", Kind::Text),
            column("number", Kind::Int),
            column("flag", Kind::Flag),
            column("day", Kind::Day),
            column("moment", Kind::Instant),
            column("worker", Kind::Id),
            column("bytes", Kind::Bytes),
        ],
        indexes: &[],
        counted: &[],
    };
    fn row(n: i64, holds: Vec<Value>) -> Vec<Value> {
        [Value::Id(Id::nil()), n.into()].into_iter().chain(holds).collect()
    }

    #[tokio::test]
    async fn every_kind_comes_back_as_it_was_written() {
        on_both(|db| async move {
            db.migrate(&[EVERYTHING]).await.unwrap();
            let now = Time::Fixed("2026-11-22T09:30:00.123456789Z".parse().unwrap()).now();
            let some = |n: i64| -> Vec<Value> {
                let day = date(1912, 2, 29);
                vec![
                    format!("Zoë {n}\0").into(),
                    (-n).into(),
                    (n % 2 == 0).into(),
                    day.into(),
                    now.into(),
                    Id::from_u128(7).into(),
                    vec![0u8, 255].into(),
                ]
            };
            let none: Vec<Value> = KINDS.map(Value::Null).into();
            let rows: Vec<_> = (0..700).map(|n| row(n, some(n))).chain([row(700, none.clone())]).collect();
            let head = "INSERT INTO all_everything (id, n, words, number, flag, day, moment, worker, bytes)";
            let mut tx = db.write().await.unwrap();
            tx.insert(head, rows, "").await.unwrap();
            tx.commit().await.unwrap();
            let sql = "SELECT words, number, flag, day, moment, worker, bytes FROM all_everything ORDER BY n";
            let back = db.all(sql, vec![]).await.unwrap();
            assert_eq!(back.len(), 701);
            for (n, row) in back.iter().take(700).enumerate() {
                assert_eq!(row.cells(KINDS).unwrap(), some(n as i64));
            }
            assert_eq!(back[700].cells(KINDS).unwrap(), none);
            let names = ["words", "number", "flag", "day", "moment", "worker", "bytes"];
            let columns: Vec<(&str, Kind)> = names.into_iter().zip(KINDS).collect();
            let mut tx = db.read().await.unwrap();
            let mut bulk = tx.bulk(&columns, "FROM all_everything WHERE n >= $1", vec![600i64.into()]).await.unwrap();
            bulk.sort_by_key(|row| match row[1] {
                Value::Int(number) => -number,
                _ => 700,
            });
            assert_eq!(bulk, (600..700).map(some).chain([none.clone()]).collect::<Vec<_>>());
            assert_eq!(
                tx.bulk(&columns, "FROM all_everything WHERE n > $1", vec![900i64.into()]).await.unwrap().len(),
                0
            );
            drop(tx);
            #[derive(serde::Deserialize, PartialEq, Debug)]
            struct Line {
                words: String,
                number: i64,
                flag: bool,
                day: Date,
                #[serde(deserialize_with = "crate::instant")]
                moment: Timestamp,
                worker: Option<Id>,
            }
            let line = back[2].read::<Line>().unwrap();
            assert_eq!((line.words.as_str(), line.number, line.flag), ("Zoë 2\u{fffd}", -2, true));
            assert_eq!((line.day, line.moment, line.worker), (date(1912, 2, 29), now, Some(Id::from_u128(7))));
        })
        .await;
    }
    #[tokio::test]
    async fn a_filter_that_was_not_given_filters_nothing() {
        on_both(|db| async move {
            db.migrate(&[EVERYTHING]).await.unwrap();
            let insert = "INSERT INTO all_everything (id, n, day) VALUES ($1, 0, $2)";
            db.run(insert, vec![Id::nil().into(), date(2026, 4, 1).into()]).await.unwrap();
            let sql = "SELECT n FROM all_everything WHERE ($1 IS NULL OR day = $1) AND ($2 IS NULL OR id = $2)";
            for (day, id, found) in [
                (None, None, 1),
                (Some(date(2026, 4, 1)), None, 1),
                (Some(date(2026, 4, 2)), None, 0),
                (None, Some(Id::max()), 0),
            ] {
                assert_eq!(db.all(sql, vec![day.into(), id.into()]).await.unwrap().len(), found, "{day:?} {id:?}");
            }
            db.prepares(sql.into(), &[Kind::Day, Kind::Id]).await.unwrap();
            assert!(db.prepares("SELECT nothing FROM all_everything".into(), &[]).await.is_err());
        })
        .await;
    }
    /// Were everything above it wrong, a reader could still not write.
    #[tokio::test]
    async fn a_reader_cannot_write() {
        on_both(|db| async move {
            db.migrate(&[EVERYTHING]).await.unwrap();
            for sql in ["DELETE FROM all_everything", "DELETE FROM all_everything RETURNING n"] {
                let mut tx = db.read().await.unwrap();
                let said = tx.all(sql, vec![]).await.map(drop).unwrap_err().to_string();
                assert!(said.contains("read-only") || said.contains("readonly"), "{sql}: {said}");
            }
        })
        .await;
    }
}
