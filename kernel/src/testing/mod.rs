//! What tests stand on, here and in casework: databases of both kinds, and a way to be somebody.
use crate::{Db, Error};
use practice::Id;

pub use crate::door::{TEST_HEADER, TEST_TOKEN, YOUNG_TEST_HEADER};

mod plan;
#[cfg(test)]
mod small_house;
#[cfg(test)]
pub(crate) use small_house::*;

/// Runs a story on SQLite, and on PostgreSQL where `TEST_POSTGRES` names a server. Each time the
/// database is new and empty; a file, never `:memory:`, so that readers are readers of their own.
pub async fn on_both<F: Future>(story: impl Fn(Db) -> F) {
    on_each(|db, _| story(db)).await;
}
/// The same, with the place of the database, for a second instance.
pub async fn on_each<F: Future>(story: impl Fn(Db, String) -> F) {
    on_a_file(&story).await;
    let name = format!("t{}", Id::new_v4().simple());
    let Ok(server) = std::env::var("TEST_POSTGRES") else {
        eprintln!("skipped on PostgreSQL: TEST_POSTGRES names no server");
        return;
    };
    let server = server.trim_end_matches('/');
    let first = Db::open(&format!("{server}/postgres")).await.unwrap();
    first.run(&format!("CREATE DATABASE {name}"), vec![]).await.unwrap();
    let place = format!("{server}/{name}");
    let db = Db::open(&place).await.unwrap();
    story(db.clone(), place).await;
    db.close().await;
    first.run(&format!("DROP DATABASE {name} WITH (FORCE)"), vec![]).await.unwrap();
}
/// On SQLite alone, for what does not hang on the database and would take long.
pub async fn on_sqlite<F: Future>(story: impl Fn(Db) -> F) {
    on_a_file(&|db, _| story(db)).await;
}
async fn on_a_file<F: Future>(story: &impl Fn(Db, String) -> F) {
    let folder = std::env::temp_dir().join(format!("t{}", Id::new_v4().simple()));
    std::fs::create_dir(&folder).unwrap();
    let place = folder.join("record.db").to_str().unwrap().to_string();
    let db = Db::open(&place).await.unwrap();
    story(db.clone(), place).await;
    db.close().await;
    std::fs::remove_dir_all(folder).unwrap();
}
/// As somebody would who goes around the program.
pub async fn by_hand(db: &Db, sql: &str) -> Result<(), Error> {
    let mut tx = db.write().await?;
    tx.script(sql.into()).await?;
    tx.commit().await
}
