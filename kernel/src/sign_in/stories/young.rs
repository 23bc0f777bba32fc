//! A young person signs in to their own record; and what somebody else tries.
use super::*;
use crate::{
    Own,
    sign_in::{YoungAccounts, session, shown::*},
};
use practice::young;

pub(super) struct ViewOwn;
impl Deed for ViewOwn {
    const ACT: Act = Act::ViewOwn;
}
pub(super) struct SayOwn;
impl Deed for SayOwn {
    const ACT: Act = Act::SayOwn;
}
impl Writes for SayOwn {}
pub(super) async fn mine(may: Own<ViewOwn>) -> String {
    let mut reading = may.reading().await.unwrap();
    #[derive(serde::Deserialize)]
    struct Row {
        id: practice::Id,
    }
    let all: Vec<Row> = reading.ask("-- Whom do I see?\nSELECT id FROM child", &[]).await.unwrap();
    assert_eq!(all.iter().map(|row| row.id).collect::<Vec<_>>(), [may.child()]);
    may.child().to_string()
}
pub(super) async fn say(may: Own<SayOwn>, Form(sent): Form<Visited>) -> String {
    may.keep(young::Fact::Said { childs_words: sent.words }).await.unwrap().to_string()
}

const KEISHA: u128 = 7;
const NAME: &str = "kei7";
const NEW: &str = "copper walrus hinge meadow";
const NUMBER: &str = "07700 900 982";

impl Browser {
    /// Worker `n`, with leave to see to the sign-in of a young person.
    fn worker(&self, n: u128) -> YoungAccounts {
        YoungAccounts::new(self.db.clone(), worker(n), child(KEISHA), self.front.time.now())
    }
    async fn invited(&self) -> String {
        self.worker(1).invite().await.unwrap().unwrap()
    }
    async fn types(&mut self, code: &str) -> Seen {
        self.post(YOUNG_CODE, &[("code", code)]).await
    }
    async fn chooses(&mut self, step: &Seen, name: &str, password: &str) -> Seen {
        let token = step.text("/page/step/token");
        self.post(YOUNG_WORD, &[("token", &token), ("name", name), ("new_password", password)]).await
    }
    /// Invited, with a password of her own.
    async fn keisha(&mut self) {
        let code = self.invited().await;
        let step = self.types(&code).await;
        assert_eq!(self.chooses(&step, NAME, OWN).await.to.as_deref(), Some("/my"));
    }
    async fn signs_in(&mut self, password: &str) -> Seen {
        self.post(YOUNG_SIGN_IN, &[("name", NAME), ("password", password)]).await
    }
    async fn is_at_home(&mut self) -> bool {
        self.get("/my").await.status == StatusCode::OK
    }
    async fn number_is_known(&mut self) {
        let own = crate::sign_in::OwnSignIn::new(self.db.clone(), child(KEISHA), self.front.time.now());
        assert!(own.give_number(NUMBER, "not her password").await.unwrap().is_err());
        own.give_number(NUMBER, OWN).await.unwrap().unwrap();
        let proof = own.account().await.unwrap().unwrap().proof.unwrap();
        let alone = self.worker(1).verify_number(&proof).await.unwrap().unwrap_err();
        assert!(alone.contains("another worker"), "who invited could let themselves in: {alone}");
        assert!(self.worker(2).verify_number("zzzzzz").await.unwrap().is_err());
        self.worker(2).verify_number(&proof.to_uppercase()).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn invited_she_chooses_a_name_and_a_password_and_comes_to_her_own_record_and_no_other() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        kept(&db, vec![born(8, date(2009, 1, 1))]).await;
        let asked = b.get("/my").await;
        assert!(asked.is("young_sign_in") && asked.status == StatusCode::UNAUTHORIZED, "{}", asked.page);
        let code = b.invited().await;
        let step = b.types(&code.to_uppercase().replace('-', " ")).await;
        assert!(step.is("young_word") && step.page.pointer("/page/asks_name") != Some(&Value::Null), "{}", step.page);
        assert!(!b.is_at_home().await, "the code alone opens nothing");
        assert!(b.chooses(&step, "", OWN).await.text("/page/step/problem").contains("name"));
        assert!(b.chooses(&step, NAME, "kei7kei7kei7").await.text("/page/step/problem").contains("guessed"));
        let before = b.cookie.clone();
        let done = b.chooses(&step, NAME, OWN).await;
        assert!(!done.cookie.unwrap().contains("Max-Age"), "nobody is kept signed in");
        assert_ne!(b.cookie, before, "whoever planted the cookie has gained nothing");
        assert_eq!(b.get("/my").await.status, StatusCode::OK);
        // Every address of a worker's, of her own record, of another's and of nobody's, answers alike.
        for n in [KEISHA, 8, 404] {
            let address = format!("/children/{}/visits", child(n));
            assert_eq!(b.get(&address).await.status, StatusCode::FORBIDDEN, "{n}");
        }
        let refused = words_of(
            &db,
            "SELECT DISTINCT what AS word FROM all_seen WHERE who = $1 AND act = 'view_child'",
            vec![child(KEISHA).into()],
        );
        assert_eq!(refused.await, ["refused"]);
        let seen = words_of(
            &db,
            "SELECT act AS word FROM all_seen WHERE who = $1 AND what = 'seen' AND subject = $1",
            vec![child(KEISHA).into()],
        );
        assert!(seen.await.contains(&"view_own".to_string()), "her own looks are logged as hers");
    })
    .await;
}
#[tokio::test]
async fn an_invitation_is_good_once_for_a_week_and_until_the_next_and_never_after_it_was_taken_up() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        let first = b.invited().await;
        let second = b.invited().await;
        assert!(b.types(&first).await.is("young_code"), "a newer one took its place");
        b.at(7 * 24 * 60);
        assert!(b.types(&second).await.is("young_code"), "too old");
        b.at(7 * 24 * 60 - 1);
        let step = b.types(&second).await;
        assert!(step.is("young_word"));
        let mut thief = b.clone();
        thief.cookie.clear();
        assert!(thief.types(&second).await.is("young_code"), "it was used");
        b.chooses(&step, NAME, OWN).await;
        assert!(b.is_at_home().await);
        assert!(b.worker(1).invite().await.unwrap().is_err(), "a worker could sign in as her");
        assert!(b.is_at_home().await, "and nothing happened to her");
    })
    .await;
}
#[tokio::test]
async fn a_form_of_another_session_a_workers_page_and_a_planted_cookie_gain_nothing() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.keisha().await;
        let said = b.post("/my/say", &[("token", "forged"), ("words", "I agree to everything")]).await;
        assert_eq!(said.status, StatusCode::FORBIDDEN);
        let elsewhere =
            Request::post("/my/say").header(header::COOKIE, &b.cookie).header("sec-fetch-site", "cross-site");
        assert_eq!(b.send(elsewhere.body(Body::empty()).unwrap()).await.status, StatusCode::FORBIDDEN);
        let code = b.post(YOUNG_WORD, &[("token", "forged"), ("new_password", NEW)]).await;
        assert!(code.is("young_sign_in"), "{}", code.page);
        // A worker's page of signing in knows no young person, nor theirs a worker.
        b.cookie.clear();
        assert!(b.sign_in(NAME, OWN).await.is("sign_in"));
        let miriam = b.post(YOUNG_SIGN_IN, &[("name", "miriam"), ("password", OWN)]).await;
        assert!(miriam.is("young_sign_in") && miriam.status == StatusCode::UNAUTHORIZED);
        b.sign_in("miriam", OWN).await;
        let worker = b.get("/my").await;
        assert_eq!(worker.status, StatusCode::FORBIDDEN, "a worker has no page of their own");
        // Signing in on a worker's machine ends the worker's session there.
        let planted = b.cookie.clone();
        b.signs_in(OWN).await;
        assert!(b.is_at_home().await);
        b.cookie = planted;
        assert!(!b.is_at_home().await && !b.is_in().await);
    })
    .await;
}
#[tokio::test]
async fn guesses_are_counted_and_a_taken_name_is_not_hers() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        b.cookie.clear();
        for n in 0..10 {
            assert_eq!(b.signs_in(&format!("guess {n}")).await.status, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(b.signs_in(OWN).await.status, StatusCode::TOO_MANY_REQUESTS, "even the right one waits");
        for n in 10..100 {
            b.types(&format!("aaaa-aaaa-{n:04}")).await;
        }
        assert_eq!(b.types("aaaa-aaaa-aaaa").await.status, StatusCode::TOO_MANY_REQUESTS, "codes too, from one place");
        b.at(16);
        assert_eq!(b.signs_in(OWN).await.to.as_deref(), Some("/my"));
        kept(&db, vec![born(8, date(2009, 1, 1))]).await;
        let other = YoungAccounts::new(db.clone(), worker(1), child(8), b.front.time.now());
        let code = other.invite().await.unwrap().unwrap();
        let step = b.types(&code).await;
        assert!(b.chooses(&step, "KEI7", NEW).await.text("/page/step/problem").contains("Somebody else"));
    })
    .await;
}
#[tokio::test]
async fn it_takes_two_workers_and_her_own_number_to_let_her_back_in_and_she_sees_who_did() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        assert!(b.worker(1).ask_back().await.unwrap().is_err(), "no number is known to be hers");
        b.number_is_known().await;
        assert!(b.worker(2).second().let_back().await.unwrap().is_err(), "nobody asked");
        b.worker(1).ask_back().await.unwrap().unwrap();
        assert!(b.worker(1).second().let_back().await.unwrap().is_err(), "not by the same worker");
        b.at(24 * 60 + 1);
        assert!(b.worker(2).second().let_back().await.unwrap().is_err(), "asked too long ago");
        b.worker(1).ask_back().await.unwrap().unwrap();
        let code = b.worker(2).second().let_back().await.unwrap().unwrap();
        assert!(b.worker(2).second().let_back().await.unwrap().is_err(), "asking is good once");
        let mut other = b.clone();
        other.signs_in(OWN).await;
        assert!(other.is_at_home().await, "her old password still holds: nobody is shut out by asking");
        let step = b.types(&code).await;
        assert!(step.is("young_word") && step.page.pointer("/page/asks_name") == Some(&Value::Null));
        assert!(b.chooses(&step, "", OWN).await.text("/page/step/problem").contains("old password"));
        b.chooses(&step, "another", NEW).await;
        assert!(b.is_at_home().await && !other.is_at_home().await, "every other session is dead");
        assert!(other.signs_in(OWN).await.is("young_sign_in"));
        assert_eq!(other.signs_in(NEW).await.to.as_deref(), Some("/my"), "under the name that she chose herself");
        let told = "SELECT what AS word FROM all_audit WHERE subject = $1 AND fact IS NULL ORDER BY entry";
        let told = words_of(&db, told, vec![child(KEISHA).into()]).await;
        assert!(told.iter().any(|t| t.starts_with("asked to let")) && told.iter().any(|t| t.starts_with("code made")));
    })
    .await;
}
#[tokio::test]
async fn signed_out_everywhere_or_ended_every_session_is_dead_and_who_ended_it_does_not_invite() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        let mut phone = b.clone();
        phone.cookie.clear();
        phone.signs_in(OWN).await;
        let token =
            session::SessionId::of(&[(header::COOKIE, phone.cookie.parse().unwrap())].into_iter().collect(), false);
        let token = token.unwrap().token();
        phone.post(YOUNG_OUT, &[("token", &token), ("everywhere", "yes")]).await;
        assert!(!phone.is_at_home().await && !b.is_at_home().await);
        b.signs_in(OWN).await;
        let away = b.get(YOUNG_LEAVE).await;
        assert!(
            away.to.unwrap().starts_with("https://") && !b.is_at_home().await,
            "one press, and the way back is shut"
        );
        b.signs_in(OWN).await;
        b.worker(2).second().end().await.unwrap().unwrap();
        assert!(!b.is_at_home().await);
        assert!(b.signs_in(OWN).await.is("young_sign_in"));
        assert!(b.worker(2).invite().await.unwrap().is_err(), "one manager alone would be signing in as her");
        assert!(b.worker(1).invite().await.unwrap().is_ok());
    })
    .await;
}
/// A database that nobody answers for any more.
async fn gone() -> Db {
    let folder = std::env::temp_dir().join(format!("t{}", practice::Id::new_v4().simple()));
    std::fs::create_dir(&folder).unwrap();
    let db = Db::open(folder.join("record.db").to_str().unwrap()).await.unwrap();
    db.close().await;
    std::fs::remove_dir_all(folder).unwrap();
    db
}
#[tokio::test]
async fn the_way_out_leads_away_though_the_database_is_down() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        let mut down = b.clone();
        down.front.db = gone().await;
        assert!(down.get("/my").await.status.is_server_error(), "it is down");
        let away = down.get(YOUNG_LEAVE).await;
        assert!(away.to.unwrap().starts_with("https://"), "never a page of ours");
        assert!(away.cookie.unwrap().contains("Max-Age=0"), "nobody finds her signed in on this telephone");
        // In better days the session itself ends; a worker who reads the local offer stays signed in.
        let planted = b.cookie.clone();
        b.get(YOUNG_LEAVE).await;
        b.cookie = planted;
        assert!(!b.is_at_home().await);
        b.cookie.clear();
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        let away = b.get(YOUNG_LEAVE).await;
        assert!(away.to.unwrap().starts_with("https://") && away.cookie.is_none() && b.is_in().await);
    })
    .await;
}
#[tokio::test]
async fn whoever_guesses_at_her_name_elsewhere_does_not_keep_her_out() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        b.cookie.clear();
        let mut thief = b.clone();
        for n in 0..11 {
            let seen = thief.post_elsewhere(YOUNG_SIGN_IN, &[("name", NAME), ("password", "a guess")]).await;
            assert_eq!(seen.status == StatusCode::TOO_MANY_REQUESTS, n == 10, "{n}");
        }
        assert_eq!(b.signs_in(OWN).await.to.as_deref(), Some("/my"));
    })
    .await;
}
#[tokio::test]
async fn who_has_died_is_signed_out_and_nobody_signs_in_as_them_and_a_disposal_forgets_them() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        b.number_is_known().await;
        b.worker(1).ask_back().await.unwrap().unwrap();
        let code = b.worker(2).second().let_back().await.unwrap().unwrap();
        let died = kept(&db, vec![about(7, TODAY, people::Fact::Died)]).await;
        assert!(b.get("/my").await.is("young_sign_in"), "the session is dead");
        assert!(b.signs_in(OWN).await.is("young_sign_in"));
        assert!(b.types(&code).await.is("young_code"));
        assert!(b.worker(1).invite().await.unwrap().is_err());
        // It was somebody else who died: nothing is lost.
        let house = house();
        let keeper = crate::record::Keeper { db: &db, house: &house, who: worker(1), now: noon(TODAY) };
        crate::record::dispose(&keeper, &died, "said of the wrong child").await.unwrap();
        assert_eq!(b.signs_in(OWN).await.to.as_deref(), Some("/my"));
        // The schedule ends: what the record said goes, and with it her name, her number and her password.
        #[derive(serde::Deserialize)]
        struct Fact {
            id: practice::Id,
        }
        let sql = "SELECT id FROM all_fact WHERE subject = $1 AND body <> ''";
        let rows = db.all(sql, vec![child(KEISHA).into()]).await.unwrap();
        let facts: Vec<_> = rows.iter().map(|row| row.read::<Fact>().unwrap().id).collect();
        crate::record::dispose(&keeper, &facts, "75 years").await.unwrap();
        assert_eq!(b.worker(1).account().await.unwrap(), None);
        assert!(!b.is_at_home().await && b.signs_in(OWN).await.is("young_sign_in"));
    })
    .await;
}
#[tokio::test]
async fn a_code_to_come_back_is_good_until_its_hour_and_not_at_it() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        b.number_is_known().await;
        for (minute, works) in [(60, false), (59, true)] {
            b.at(0);
            b.worker(1).ask_back().await.unwrap().unwrap();
            let code = b.worker(2).second().let_back().await.unwrap().unwrap();
            b.at(minute);
            assert_eq!(b.types(&code).await.is("young_word"), works, "{minute}");
        }
    })
    .await;
}
#[tokio::test]
async fn the_time_before_this_one_is_kept_to_be_shown() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.keisha().await;
        b.at(60);
        b.signs_in(OWN).await;
        let account = b.worker(1).account().await.unwrap().unwrap();
        assert_eq!((account.before_in, account.last_in), (Some(minute(0)), Some(minute(60))));
    })
    .await;
}
