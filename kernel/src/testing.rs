//! What the kernel's own tests stand on: databases of both kinds.
use crate::{Db, db::Tx};
use practice::Id;

/// Runs a story on SQLite, and on PostgreSQL where `TEST_POSTGRES` names a server. Each time the
/// database is new and empty; a file, never `:memory:`, so that readers are readers of their own.
pub(crate) async fn on_both<F: Future>(story: impl Fn(Db) -> F) {
    let name = format!("t{}", Id::new_v4().simple());
    let folder = std::env::temp_dir().join(&name);
    std::fs::create_dir(&folder).unwrap();
    let db = Db::open(folder.join("record.db").to_str().unwrap()).await.unwrap();
    story(db.clone()).await;
    db.close().await;
    std::fs::remove_dir_all(folder).unwrap();

    let Ok(server) = std::env::var("TEST_POSTGRES") else {
        eprintln!("skipped on PostgreSQL: TEST_POSTGRES names no server");
        return;
    };
    let server = server.trim_end_matches('/');
    let first = Db::open(&format!("{server}/postgres")).await.unwrap();
    first.run(&format!("CREATE DATABASE {name}"), vec![]).await.unwrap();
    let db = Db::open(&format!("{server}/{name}")).await.unwrap();
    story(db.clone()).await;
    db.close().await;
    first.run(&format!("DROP DATABASE {name} WITH (FORCE)"), vec![]).await.unwrap();
}
/// As somebody would who goes around the program.
pub(crate) async fn by_hand(db: &Db, sql: &str) -> Result<(), crate::Error> {
    let mut tx: Tx = db.write().await?;
    tx.run(sql, vec![]).await?;
    tx.commit().await
}
