//! Sessions: 256 random bits in a cookie, of which the database holds only the digest. They live in a
//! table, so that they outlast a restart and hold for every instance.
use crate::{
    Db, Error, Value,
    chance::{hex, random},
    db::Tx,
    instant,
};
use axum::http::{HeaderMap, HeaderValue, header::COOKIE};
use practice::{Id, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// However busy somebody is: a working day.
const LONGEST: Duration = Duration::from_secs(12 * 3600);
/// An ended session is remembered so long, to know whose words an old form holds.
const REMEMBERED: Duration = Duration::from_secs(7 * 24 * 3600);
/// Looking at pages is written down at most so often: each writing waits for the disk.
const TOUCH: Duration = Duration::from_secs(60);

/// What the cookie holds.
#[derive(Clone)]
pub(crate) struct SessionId([u8; 32]);

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// The password was right; the code is awaited.
    Code,
    /// This person must have a second factor and has none.
    Enrol,
    /// The password was somebody else's choice.
    NewPassword,
    Done,
}
impl Stage {
    fn word(self) -> &'static str {
        match self {
            Stage::Code => "code",
            Stage::Enrol => "enrol",
            Stage::NewPassword => "new_password",
            Stage::Done => "done",
        }
    }
}
/// A live session.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Session {
    /// Whose: a worker, or a young person under the id of their own record.
    pub worker: Id,
    /// It rests on the account of a young person, and on none of a worker.
    pub young: bool,
    pub stage: Stage,
    /// Given in this session.
    pub second_factor: bool,
    #[serde(deserialize_with = "instant")]
    seen: Timestamp,
}

impl Session {
    pub(crate) fn new(worker: Id, young: bool, stage: Stage, second_factor: bool, now: Timestamp) -> Session {
        Session { worker, young, stage, second_factor, seen: now }
    }
}
impl SessionId {
    pub(crate) fn fresh() -> SessionId {
        SessionId(random())
    }
    pub(crate) fn of(headers: &HeaderMap, tls: bool) -> Option<SessionId> {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut cookies = cookies.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
        let (_, text) = cookies.find(|(name, _)| *name == cookie_name(tls))?;
        let byte = |i: usize| text.get(2 * i..2 * i + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        let bytes: Vec<u8> = (0..32).map_while(byte).collect();
        (text.len() == 64).then_some(SessionId(bytes.try_into().ok()?))
    }
    /// No script can read it, no other site's form sends it, and it goes when the browser is closed.
    pub(crate) fn cookie(&self, tls: bool) -> HeaderValue {
        cookie(tls, &hex(&self.0), "")
    }
    /// For the hidden field of this session's forms. It tells nothing about the cookie.
    pub(crate) fn token(&self) -> String {
        hex(&Sha256::new_with_prefix("form ").chain_update(self.0).finalize())
    }
    fn digest(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }
}
pub(crate) fn no_cookie(tls: bool) -> HeaderValue {
    cookie(tls, "", "; Max-Age=0")
}
fn cookie(tls: bool, value: &str, more: &str) -> HeaderValue {
    let secure = if tls { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", cookie_name(tls));
    HeaderValue::from_str(&text).expect("a plain text")
}
/// Browsers keep the first name only from an encrypted answer of this very host.
fn cookie_name(tls: bool) -> &'static str {
    if tls { "__Host-loxley" } else { "loxley" }
}

/// The session of this cookie if it is alive, which it no longer is from the moment the account ended.
pub(crate) async fn find(
    db: &Db,
    id: &SessionId,
    now: Timestamp,
    idle: Duration,
    demo: bool,
) -> Result<Option<Session>, Error> {
    // Invented people have no telephones: their one word, on this machine, is all that is asked of them.
    let sql = "SELECT s.worker, a.worker IS NULL AS young, s.stage, \
        s.second_factor OR COALESCE(a.demo, y.demo) AS second_factor, s.seen FROM all_session s \
        LEFT JOIN all_account a ON a.worker = s.worker AND a.ended IS NULL AND (NOT a.demo OR $5) \
        LEFT JOIN all_young_account y ON y.child = s.worker AND y.ended IS NULL AND (NOT y.demo OR $5) \
        WHERE (a.worker IS NOT NULL OR y.child IS NOT NULL) AND s.id = $1 AND s.stage <> $2 AND s.seen > $3 AND s.began > $4";
    let given = vec![id.digest().into(), ENDED.into(), (now - idle).into(), (now - LONGEST).into(), demo.into()];
    let Some(row) = db.all(sql, given).await?.pop() else { return Ok(None) };
    let session: Session = row.read()?;
    if now.duration_since(session.seen).unsigned_abs() > TOUCH.min(idle / 2) {
        db.run("UPDATE all_session SET seen = $1 WHERE id = $2", vec![now.into(), id.digest().into()]).await?;
    }
    Ok(Some(session))
}
const ENDED: &str = "ended";

/// A new session in place of the old, whose cookie is worth nothing from now on: whoever planted or
/// learned that one has gained nothing.
pub(crate) async fn begin(
    db: &Db,
    old: Option<&SessionId>,
    worker: Id,
    stage: Stage,
    second_factor: bool,
    now: Timestamp,
) -> Result<SessionId, Error> {
    let id = SessionId::fresh();
    let mut tx = db.write().await?;
    let forgotten = vec![(now - REMEMBERED).into()];
    tx.run("DELETE FROM all_session WHERE seen < $1", forgotten).await?;
    if let Some(old) = old {
        let sql = "UPDATE all_session SET stage = $1 WHERE id = $2";
        tx.run(sql, vec![ENDED.into(), old.digest().into()]).await?;
    }
    let sql = "INSERT INTO all_session (id, form, worker, stage, second_factor, began, seen) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let form = Sha256::digest(id.token()).to_vec();
    let row: Vec<Value> = vec![
        id.digest().into(),
        form.into(),
        worker.into(),
        stage.word().into(),
        second_factor.into(),
        now.into(),
        now.into(),
    ];
    tx.run(sql, row).await?;
    tx.commit().await?;
    Ok(id)
}
/// The door asks for more than this session gave.
pub(crate) async fn put_back(db: &Db, id: &SessionId, stage: Stage) -> Result<(), Error> {
    let sql = "UPDATE all_session SET stage = $1 WHERE id = $2 AND stage <> $3";
    db.run(sql, vec![stage.word().into(), id.digest().into(), ENDED.into()]).await?;
    Ok(())
}
pub(crate) async fn end(db: &Db, id: &SessionId) -> Result<(), Error> {
    db.run("UPDATE all_session SET stage = $1 WHERE id = $2", vec![ENDED.into(), id.digest().into()]).await?;
    Ok(())
}
/// If it is a young person's; says how many ended.
pub(crate) async fn end_young(db: &Db, id: &SessionId) -> Result<u64, Error> {
    let sql = "UPDATE all_session SET stage = $1 WHERE id = $2 AND worker IN (SELECT child FROM all_young_account)";
    db.run(sql, vec![ENDED.into(), id.digest().into()]).await
}
pub(crate) async fn end_all(tx: &mut Tx, worker: Id) -> Result<(), Error> {
    tx.run("UPDATE all_session SET stage = $1 WHERE worker = $2", vec![ENDED.into(), worker.into()]).await?;
    Ok(())
}
/// In whose session a form was made, by its token, or whose cookie came with it. The session may have ended.
pub(crate) async fn whose(db: &Db, token: Option<&str>, id: Option<&SessionId>) -> Result<Option<Id>, Error> {
    #[derive(Deserialize)]
    struct Whose {
        worker: Id,
    }
    let (column, digest) = match (token, id) {
        (Some(token), _) => ("form", Sha256::digest(token).to_vec()),
        (None, Some(id)) => ("id", id.digest()),
        (None, None) => return Ok(None),
    };
    let rows = db.all(&format!("SELECT worker FROM all_session WHERE {column} = $1"), vec![digest.into()]).await?;
    rows.first().map(|row| Ok(row.read::<Whose>()?.worker)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both;

    const IDLE: Duration = Duration::from_secs(15 * 60);
    fn minute(n: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + n * 60).unwrap()
    }
    async fn with_account(db: &Db, worker: Id) {
        db.migrate(&[]).await.unwrap();
        let sql = "INSERT INTO all_account (worker, username, password, change_password, demo, made) VALUES ($1, 'm', '', $2, $2, $3)";
        db.run(sql, vec![worker.into(), false.into(), minute(0).into()]).await.unwrap();
    }
    fn with_cookie(line: &str) -> HeaderMap {
        [(COOKIE, line.parse().unwrap())].into_iter().collect()
    }

    #[tokio::test]
    async fn a_session_dies_of_quarter_of_an_hour_of_quiet_or_after_twelve_hours() {
        on_both(async |db: Db| {
            let worker = Id::from_u128(1);
            with_account(&db, worker).await;
            let id = begin(&db, None, worker, Stage::Done, false, minute(0)).await.unwrap();
            let alive = async |m| find(&db, &id, minute(m), IDLE, false).await.unwrap().is_some();
            let mut m = 0;
            while m < 12 * 60 - 10 {
                m += 10;
                assert!(alive(m).await, "at work for {m} minutes");
            }
            assert!(!alive(12 * 60).await, "twelve hours");
            let id = begin(&db, None, worker, Stage::Done, false, minute(0)).await.unwrap();
            assert!(find(&db, &id, minute(14), IDLE, false).await.unwrap().is_some());
            assert!(find(&db, &id, minute(29), IDLE, false).await.unwrap().is_none(), "quiet since minute 14");
        })
        .await;
    }
    #[tokio::test]
    async fn a_new_session_ends_the_old_and_only_digests_are_kept() {
        on_both(async |db: Db| {
            let worker = Id::from_u128(1);
            with_account(&db, worker).await;
            let old = begin(&db, None, worker, Stage::Code, false, minute(0)).await.unwrap();
            let new = begin(&db, Some(&old), worker, Stage::Done, true, minute(1)).await.unwrap();
            assert!(find(&db, &old, minute(1), IDLE, false).await.unwrap().is_none());
            let session = find(&db, &new, minute(1), IDLE, false).await.unwrap().unwrap();
            assert_eq!((session.worker, session.stage, session.second_factor), (worker, Stage::Done, true));
            assert_ne!(new.digest(), new.0, "not the cookie itself");
            // Whose words an old form holds stays known.
            assert_eq!(whose(&db, Some(&old.token()), None).await.unwrap(), Some(worker));
            assert_eq!(whose(&db, None, Some(&old)).await.unwrap(), Some(worker));
            assert_eq!(whose(&db, Some("another"), Some(&old)).await.unwrap(), None, "the form's word goes first");
        })
        .await;
    }
    #[test]
    fn the_cookie_has_every_flag() {
        let id = SessionId([7; 32]);
        let (plain, tls) = (id.cookie(false), id.cookie(true));
        let value = "07".repeat(32);
        assert_eq!(plain, format!("loxley={value}; Path=/; HttpOnly; SameSite=Lax"));
        assert_eq!(tls, format!("__Host-loxley={value}; Path=/; HttpOnly; SameSite=Lax; Secure"));
        let back = SessionId::of(&with_cookie(&format!("other=1; loxley={value}")), false).unwrap();
        assert_eq!(back.0, id.0);
        assert!(SessionId::of(&with_cookie(&format!("loxley={value}")), true).is_none(), "not the encrypted one");
        for odd in ["", "07", &format!("{value}00"), &"é7".repeat(22), &"zz".repeat(32)] {
            let line = HeaderValue::from_bytes(format!("loxley={odd}").as_bytes()).unwrap();
            let headers = [(COOKIE, line)].into_iter().collect();
            assert!(SessionId::of(&headers, false).is_none(), "{odd:?}");
        }
    }
    #[tokio::test]
    async fn a_session_outlasts_a_restart() {
        let folder = std::env::temp_dir().join(format!("t{}", Id::new_v4().simple()));
        std::fs::create_dir(&folder).unwrap();
        let place = folder.join("record.db");
        let worker = Id::from_u128(1);
        let db = Db::open(place.to_str().unwrap()).await.unwrap();
        with_account(&db, worker).await;
        let id = begin(&db, None, worker, Stage::Done, false, minute(0)).await.unwrap();
        db.close().await;
        let db = Db::open(place.to_str().unwrap()).await.unwrap();
        assert_eq!(find(&db, &id, minute(1), IDLE, false).await.unwrap().unwrap().worker, worker);
        db.close().await;
        std::fs::remove_dir_all(folder).unwrap();
    }
}
