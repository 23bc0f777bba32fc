//! The shape of the database. The log has migrations, which are applied once and recorded; query
//! tables are made from what [`House`](crate::House) says of them, and made again when that changes.
use crate::{Db, Error, Kind, Table, Time, Value, db::Tx};

/// In the order in which they are applied: the first is version 1. Once released, a text never changes.
const MIGRATIONS: &[(&str, &str)] = &[
    ("log", include_str!("migrations/log.sql")),
    ("sign_in", include_str!("migrations/sign_in.sql")),
    ("drafts", include_str!("migrations/drafts.sql")),
    ("young", include_str!("migrations/young.sql")),
    ("claims", include_str!("migrations/claims.sql")),
];

/// The words of our one text, and what SQLite and PostgreSQL write in their place. PostgreSQL sorts
/// text by its bytes, as SQLite does, so that a list is in the same order on both.
const WORDS: [(&str, &str, &str); 10] = [
    ("{text}", "TEXT", "TEXT COLLATE \"C\""),
    ("{int}", "INTEGER", "BIGINT"),
    ("{flag}", "INTEGER", "BOOLEAN"),
    ("{day}", "TEXT", "DATE"),
    ("{instant}", "INTEGER", "TIMESTAMPTZ"),
    ("{id}", "BLOB", "UUID"),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{serial}", "INTEGER PRIMARY KEY AUTOINCREMENT", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
    ("{strict}", "STRICT", ""),
    ("{clustered}", "STRICT, WITHOUT ROWID", ""),
];

/// What a start had to do.
#[derive(Debug, Default, PartialEq)]
pub struct Migrated {
    pub applied: Vec<&'static str>,
    /// Query tables that are empty until everyone is derived again (`bring_up_to_date`).
    pub remade: Vec<String>,
}

impl Db {
    /// Brings the database to the shape that this release needs. Safe to call from several instances at once.
    pub async fn migrate(&self, tables: &[Table]) -> Result<Migrated, Error> {
        let mut tx = self.write().await?;
        if tx.is_postgres() {
            tx.run("SELECT pg_advisory_xact_lock(5172309)", vec![]).await?;
        }
        tx.script(render(OF_MIGRATIONS, tx.is_postgres())).await?;
        let applied = apply(&mut tx).await?;
        let remade = remake(&mut tx, tables).await?;
        tx.commit().await?;
        Ok(Migrated { applied, remade })
    }
}
const OF_MIGRATIONS: &str = "
CREATE TABLE IF NOT EXISTS all_migration (version {int} PRIMARY KEY NOT NULL, name {text} NOT NULL, at {instant} NOT NULL) {strict};
CREATE TABLE IF NOT EXISTS all_shape (name {text} PRIMARY KEY NOT NULL, shape {text} NOT NULL) {strict};
";

async fn apply(tx: &mut Tx) -> Result<Vec<&'static str>, Error> {
    let last = &tx.all("SELECT COALESCE(MAX(version), 0) FROM all_migration", vec![]).await?[0];
    let Value::Int(last) = last.cell(0, Kind::Int)? else { return Err("all_migration is not readable".into()) };
    let last = usize::try_from(last)?;
    if last > MIGRATIONS.len() {
        return Err(format!(
            "This database was made by a newer release (its version is {last}, this program knows {}). \
             Run that release, or go back to a backup made by this one.",
            MIGRATIONS.len()
        )
        .into());
    }
    let mut applied = vec![];
    for (version, (name, text)) in (1i64..).zip(MIGRATIONS).skip(last) {
        tx.script(render(text, tx.is_postgres())).await?;
        let row = vec![version.into(), (*name).into(), Time::Real.now().into()];
        tx.run("INSERT INTO all_migration (version, name, at) VALUES ($1, $2, $3)", row).await?;
        applied.push(*name);
    }
    Ok(applied)
}
async fn remake(tx: &mut Tx, tables: &[Table]) -> Result<Vec<String>, Error> {
    let mut known = vec![];
    for row in tx.all("SELECT name, shape FROM all_shape", vec![]).await? {
        known.push(row.read::<Shape>()?);
    }
    let wanted: Vec<Shape> = tables.iter().map(|t| Shape { name: t.name.into(), shape: shape(t) }).collect();
    let gone: Vec<&Shape> = known.iter().filter(|k| !wanted.contains(k)).collect();
    let new: Vec<&Shape> = wanted.iter().filter(|w| !known.contains(w)).collect();
    for Shape { name, .. } in &gone {
        tx.script(format!("DROP TABLE all_{name}; DROP TABLE IF EXISTS all_count_{name};")).await?;
        tx.run("DELETE FROM all_shape WHERE name = $1", vec![name.as_str().into()]).await?;
    }
    for Shape { name, shape } in &new {
        tx.script(render(shape, tx.is_postgres())).await?;
        let row = vec![name.as_str().into(), shape.as_str().into()];
        tx.run("INSERT INTO all_shape (name, shape) VALUES ($1, $2)", row).await?;
    }
    if !gone.is_empty() || !new.is_empty() {
        // Whatever was derived rests on nothing now, so the next `bring_up_to_date` derives everyone.
        let nothing = || Value::Bytes(vec![]);
        tx.run("UPDATE all_derived SET basis = $1, digests = $2", vec![nothing(), nothing()]).await?;
    }
    Ok(new.into_iter().map(|s| s.name.clone()).collect())
}
#[derive(PartialEq, serde::Deserialize)]
struct Shape {
    name: String,
    shape: String,
}
fn shape(table: &Table) -> String {
    let (name, whose) = (table.name, table.whose);
    let columns: String = table.columns.iter().map(|c| format!(",\n  {} {}", c.name, word(c.kind))).collect();
    let mut text = format!(
        "CREATE TABLE all_{name} (\n  {whose} {{id}} NOT NULL,\n  n {{int}} NOT NULL{columns},\n  PRIMARY KEY ({whose}, n)\n) {{clustered}};\n"
    );
    for (i, columns) in table.indexes.iter().enumerate() {
        text += &format!("CREATE INDEX {name}_{i} ON all_{name} ({columns});\n");
    }
    if !table.counted.is_empty() {
        let columns: String =
            table.counted_columns().iter().map(|(_, name, kind)| format!(",\n  {name} {}", word(*kind))).collect();
        text += &format!(
            "CREATE TABLE all_count_{name} (\n  same {{id}} PRIMARY KEY NOT NULL{columns},\n  things {{int}} NOT NULL\n) {{clustered}};\n"
        );
    }
    text
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "{text}",
        Kind::Int => "{int}",
        Kind::Flag => "{flag}",
        Kind::Day => "{day}",
        Kind::Instant => "{instant}",
        Kind::Id => "{id}",
        Kind::Bytes => "{bytes}",
    }
}
/// The nothing of a kind, in words that both databases read: `CAST(NULL AS UUID)` is a type that
/// SQLite need not know.
pub(crate) fn null(kind: Kind) -> String {
    let name = WORDS.iter().find(|w| w.0 == word(kind)).and_then(|w| w.2.split(' ').next()).unwrap_or("TEXT");
    format!("CAST(NULL AS {name})")
}
/// Our text as one database reads it: type words replaced, lines after `--[sqlite]` or `--[postgres]`
/// (until `--[both]`) left to that database.
pub(crate) fn render(text: &str, postgres: bool) -> String {
    let mut out = String::new();
    let mut ours = true;
    for line in text.lines() {
        match line.trim() {
            "--[both]" => ours = true,
            "--[sqlite]" => ours = !postgres,
            "--[postgres]" => ours = postgres,
            _ if ours => {
                out.push_str(line);
                out.push('\n');
            }
            _ => {}
        }
    }
    WORDS.iter().fold(out, |out, (word, lite, pg)| out.replace(word, if postgres { pg } else { lite }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        About, Column, column, personal,
        testing::{by_hand, on_both},
    };

    const COLUMNS: &[Column] = &[
        personal("name", Kind::Text),
        column("born", Kind::Day),
        column("restricted", Kind::Flag),
        column("until", Kind::Instant),
        column("worker", Kind::Id),
        column("age", Kind::Int),
        column("seal", Kind::Bytes),
    ];
    const fn child(columns: &'static [Column]) -> Table {
        Table { name: "child", whose: "id", about: About::Child, columns, indexes: &["born, name"], counted: &[] }
    }

    /// Both renderings lie beside the text, so that a reviewer sees what each database is told.
    /// `UPDATE_SNAPSHOTS=1 cargo test -p kernel` writes them.
    #[test]
    fn both_renderings_are_as_committed() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations/rendered");
        let made = shape(&child(COLUMNS));
        let texts = MIGRATIONS.iter().copied().chain([("a_query_table", made.as_str())]);
        for (name, text) in texts {
            for (postgres, database) in [(false, "sqlite"), (true, "postgres")] {
                let file = folder.join(format!("{name}.{database}.sql"));
                let rendered = render(text, postgres);
                assert!(!rendered.contains("--["), "{name} for {database}: a mark is not known");
                if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
                    std::fs::write(&file, &rendered).unwrap();
                }
                assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), rendered, "{}", file.display());
            }
        }
    }
    #[tokio::test]
    async fn what_was_applied_is_not_applied_again_and_a_table_is_remade_only_when_its_shape_changes() {
        on_both(|db| async move {
            let first = db.migrate(&[child(COLUMNS)]).await.unwrap();
            assert_eq!(first.applied, MIGRATIONS.iter().map(|m| m.0).collect::<Vec<_>>());
            assert_eq!(first.remade, ["child"]);
            assert_eq!(db.migrate(&[child(COLUMNS)]).await.unwrap(), Migrated::default());
            let wider: &[Column] =
                const { &[column("born", Kind::Day), personal("name", Kind::Text), column("height", Kind::Int)] };
            let other = db.migrate(&[child(wider)]).await.unwrap();
            assert_eq!(other, Migrated { applied: vec![], remade: vec!["child".into()] });
            assert!(db.all("SELECT born, height FROM all_child", vec![]).await.is_ok());
            assert!(db.all("SELECT age FROM all_child", vec![]).await.is_err());
            db.migrate(&[]).await.unwrap();
            assert!(db.all("SELECT born FROM all_child", vec![]).await.is_err(), "a table nobody fills is dropped");
        })
        .await;
    }
    #[tokio::test]
    async fn a_database_of_a_newer_release_is_refused_in_words() {
        on_both(|db| async move {
            db.migrate(&[]).await.unwrap();
            let row = vec![900i64.into(), "from the future".into(), Time::Real.now().into()];
            db.run("INSERT INTO all_migration (version, name, at) VALUES ($1, $2, $3)", row).await.unwrap();
            let said = db.migrate(&[]).await.unwrap_err().to_string();
            assert!(said.contains("newer release") && said.contains("Run that release"), "{said}");
        })
        .await;
    }
    #[tokio::test]
    async fn the_log_refuses_to_be_emptied() {
        on_both(|db| async move {
            db.migrate(&[]).await.unwrap();
            let row = vec![0i64.into(), Value::Id(practice::Id::nil()), "".into(), Value::Bytes(vec![])];
            let sql = "INSERT INTO all_audit (entry, at, who, what, words, hash) VALUES ($1, $2, $3, 'kept', $4, $5)";
            let [entry, who, words, hash] = <[Value; 4]>::try_from(row).unwrap();
            db.run(sql, vec![entry, Time::Real.now().into(), who, words, hash]).await.unwrap();
            for trick in ["DELETE FROM all_audit", "UPDATE all_audit SET what = 'nothing'"] {
                let said = by_hand(&db, trick).await.unwrap_err().to_string();
                assert!(said.contains("only grows"), "{trick}: {said}");
            }
            if db.is_postgres() {
                assert!(by_hand(&db, "TRUNCATE all_fact").await.unwrap_err().to_string().contains("only grows"));
            }
        })
        .await;
    }
}
