//! How each database is opened: which settings a file needs, which key, and how far a network is trusted.
use crate::Error;
use sqlx::{
    ConnectOptions as _,
    postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgSslMode},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous},
};
use std::{fs, net::IpAddr, path::Path, time::Duration};

/// Statements kept prepared for each connection: every question, and each query table's few sizes of insert.
const STATEMENTS: usize = 1000;

/// What an SQLite file is encrypted with: 32 random bytes, so nothing is stretched and nothing guessed.
pub struct Key(String);
impl Key {
    /// From a file that holds 64 hexadecimal digits and that nobody else may read.
    pub fn from_file(path: &Path) -> Result<Key, Error> {
        let make = "Make one with: (umask 077; openssl rand -hex 32 > FILE), and keep a copy where the backups are \
                    not: without it the record is lost.";
        let told = |what: String| format!("The key file {} {what}. {make}", path.display());
        let text = fs::read_to_string(path).map_err(|e| told(format!("cannot be read: {e}")))?;
        #[cfg(unix)]
        if std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path)?.permissions()) & 0o077 != 0 {
            return Err(format!("Others may read the key file {0}. Say: chmod 600 {0}", path.display()).into());
        }
        let key = text.trim();
        match key.len() == 64 && key.bytes().all(|b| b.is_ascii_hexdigit()) {
            true => Ok(Key(key.to_owned())),
            false => Err(told("does not hold 64 hexadecimal digits".into()).into()),
        }
    }
}

/// One writer, and readers that cannot write.
pub(crate) async fn sqlite(path: &str, key: Option<&Key>) -> Result<(SqlitePool, SqlitePool), Error> {
    let mut file = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // What was acknowledged is on the disk, whatever happens to the power.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(STATEMENTS)
        // Else INSERT OR REPLACE would delete a row without waking the trigger that refuses it.
        .pragma("recursive_triggers", "ON")
        // Nothing that is sorted or joined spills into a file: an encrypted record would lie there in plain words.
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", "-32768")
        // Else an import writes the same pages of its indexes into the file again and again.
        .pragma("wal_autocheckpoint", "8000")
        .disable_statement_logging();
    if let Some(Key(key)) = key {
        // An SQLite without the cipher passes over this pragma and writes plain words.
        if !cfg!(feature = "sqlcipher") {
            return Err("This program was built without encryption of SQLite files, and will not write one that \
                        only seems to be encrypted. Build it with: cargo build --release --features sqlcipher"
                .into());
        }
        file = file.pragma("key", format!("\"x'{key}'\""));
    }
    let what_to_do = |e: sqlx::Error| {
        let not_ours = e.as_database_error().and_then(|e| e.code()).is_some_and(|code| code == NOT_A_DATABASE);
        let check = match (not_ours, key) {
            (true, Some(_)) => "Either this is not the key that it was written with, or it is not encrypted at all.",
            (true, None) => {
                "Check that it is a database made by this program; if it is encrypted, give its key with \
                 --database-key-file."
            }
            (false, _) => {
                "Check that its folder exists, that this user may write in it, that the disk is not full, and that \
                 the file is a database made by this program."
            }
        };
        format!("The database file {path} cannot be opened: {e}. {check}")
    };
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(file.clone().create_if_missing(true))
        .await
        .map_err(what_to_do)?;
    let read = SqlitePoolOptions::new().max_connections(8).connect_lazy_with(file.read_only(true));
    Ok((write, read))
}
/// SQLITE_NOTADB: what a file that is encrypted, or no database, looks like.
const NOT_A_DATABASE: &str = "26";

pub(crate) async fn postgres(place: &str) -> Result<PgPool, Error> {
    let options: PgConnectOptions = place.parse().map_err(|e| {
        format!("The database address is not readable ({e}). It looks like postgres://user@host:5432/name")
    })?;
    // Never the password: this text may end in a log.
    let told = format!(
        "PostgreSQL database {} at {}:{} as {}",
        options.get_database().unwrap_or("(none named)"),
        options.get_host(),
        options.get_port(),
        options.get_username()
    );
    if !said_how_far_to_trust(&options) {
        return Err(format!(
            "The {told} is on another machine, and its address does not say how the way there is guarded. Add \
             ?sslmode=verify-full&sslrootcert=FILE, with the certificate that signed the server's; or \
             ?sslmode=require, which encrypts and believes whoever answers; or ?sslmode=disable where the network \
             between is yours alone."
        )
        .into());
    }
    let options = options.statement_cache_capacity(STATEMENTS).disable_statement_logging();
    // A pool would try again and again before it says what is wrong.
    options.connect().await.map_err(|e| {
        format!(
            "The {told} cannot be reached: {e}. Check that the server runs, that the database exists \
             (CREATE DATABASE) and that this user may sign in to it."
        )
    })?;
    Ok(PgPoolOptions::new().max_connections(10).connect_lazy_with(options))
}
/// What PostgreSQL's clients do when nobody says, `prefer`, sends every fact in plain words to a server
/// that answers that it has no TLS, as whoever stands between can.
fn said_how_far_to_trust(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let own_machine = options.get_socket().is_some()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    own_machine || !matches!(options.get_ssl_mode(), PgSslMode::Prefer | PgSslMode::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Db, Kind, Value, chance};
    use std::path::PathBuf;

    async fn refused(place: &str, key: Option<&Key>) -> String {
        Db::open_with(place, key).await.err().unwrap().to_string()
    }
    fn scratch(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("{}-{name}", chance::id()))
    }
    fn key(digit: &str) -> Key {
        Key(digit.repeat(64))
    }

    #[tokio::test]
    async fn a_place_that_cannot_be_opened_says_what_to_do() {
        assert!(refused("/nowhere/at/all.db", None).await.contains("Check that its folder exists"));
        let text = refused("postgres://someone:hushhush@127.0.0.1:1/nothing", None).await;
        assert!(text.contains("Check that the server runs") && !text.contains("hushhush"), "{text}");
        assert!(refused("postgres://[", None).await.contains("postgres://user@host:5432/name"));
        assert!(refused("postgres://127.0.0.1/x", Some(&key("a"))).await.contains("Leave the key out"));
        let not_ours = scratch("letter.txt");
        fs::write(&not_ours, "a letter, much longer than the hundred bytes of a header. ".repeat(40)).unwrap();
        let text = refused(not_ours.to_str().unwrap(), None).await;
        assert!(text.contains("made by this program") && text.contains("--database-key-file"), "{text}");
        fs::remove_file(not_ours).unwrap();
    }
    #[tokio::test]
    async fn nothing_goes_to_another_machine_in_plain_words_unless_somebody_said_so() {
        let trusted = |place: &str| said_how_far_to_trust(&place.parse().unwrap());
        for own in ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"] {
            assert!(trusted(&format!("postgres://u@{own}:5432/x")), "{own}");
        }
        assert!(trusted("postgres:///x?host=/var/run/postgresql"));
        for (mode, enough) in [
            ("", false),
            ("?sslmode=prefer", false),
            ("?sslmode=allow", false),
            ("?sslmode=require", true),
            ("?sslmode=verify-ca", true),
            ("?sslmode=verify-full", true),
            ("?sslmode=disable", true),
        ] {
            assert_eq!(trusted(&format!("postgres://u@record.example/x{mode}")), enough, "{mode}");
        }
        let text = refused("postgres://u:hushhush@192.0.2.1/x", None).await;
        assert!(text.contains("sslmode=verify-full") && !text.contains("hushhush"), "{text}");
    }
    #[tokio::test]
    async fn the_way_to_postgresql_is_guarded_as_its_address_says() {
        let given = ["TEST_POSTGRES_TLS", "TEST_POSTGRES_CERTIFICATE"].map(std::env::var);
        let [Ok(server), Ok(certificate)] = given else {
            return eprintln!("skipped: TEST_POSTGRES_TLS names no server, or TEST_POSTGRES_CERTIFICATE no file");
        };
        let known = format!("sslrootcert={certificate}");
        let place = |mode: &str| format!("{server}/postgres?sslmode={mode}");
        for (mode, guarded) in [
            ("disable".to_owned(), false),
            ("require".to_owned(), true),
            (format!("verify-ca&{known}"), true),
            (format!("verify-full&{known}"), true),
        ] {
            let db = Db::open(&place(&mode)).await.unwrap();
            let rows = db.all("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", vec![]).await.unwrap();
            assert_eq!(rows[0].cell(0, Kind::Flag).unwrap(), Value::Flag(guarded), "{mode}");
            db.close().await;
        }
        let stranger = refused(&place("verify-full"), None).await;
        assert!(stranger.contains("cannot be reached"), "nobody signed it whom this machine knows: {stranger}");
        let elsewhere = server.replace("127.0.0.1", "localhost");
        let elsewhere = refused(&format!("{elsewhere}/postgres?sslmode=verify-full&{known}"), None).await;
        assert!(elsewhere.contains("cannot be reached"), "it is for another address: {elsewhere}");
    }
    #[test]
    fn a_key_is_64_digits_in_a_file_of_ones_own() {
        let file = scratch("key");
        let why = |file: &Path| Key::from_file(file).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(why(&file).contains("cannot be read") && why(&file).contains("openssl rand -hex 32"));
        let write = |text: &str, mode: u32| {
            fs::write(&file, text).unwrap();
            #[cfg(unix)]
            fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
        };
        write("correct horse battery staple", 0o600);
        assert!(why(&file).contains("64 hexadecimal digits") && !why(&file).contains("horse"));
        write(&format!("{}\n", "0aF".repeat(22).split_at(64).0), 0o600);
        assert!(Key::from_file(&file).is_ok());
        #[cfg(unix)]
        {
            write(&"b".repeat(64), 0o640);
            assert!(why(&file).contains("chmod 600"));
        }
        fs::remove_file(file).unwrap();
    }
    #[cfg(not(feature = "sqlcipher"))]
    #[tokio::test]
    async fn a_key_without_a_cipher_is_refused_before_anything_is_written() {
        let file = scratch("plain.db");
        assert!(refused(file.to_str().unwrap(), Some(&key("a"))).await.contains("--features sqlcipher"));
        assert!(!file.exists());
    }
    #[cfg(feature = "sqlcipher")]
    #[tokio::test]
    async fn an_encrypted_file_holds_no_plain_words_and_opens_with_its_key_alone() {
        const WORDS: &str = "Siobhan Greenwell of Elm Cottage";
        let folder = scratch("encrypted");
        fs::create_dir(&folder).unwrap();
        let file = folder.join("record.db").to_str().unwrap().to_owned();
        let db = Db::open_with(&file, Some(&key("a"))).await.unwrap();
        db.run("CREATE TABLE kept (words TEXT)", vec![]).await.unwrap();
        for _ in 0..500 {
            db.run("INSERT INTO kept (words) VALUES ($1)", vec![WORDS.into()]).await.unwrap();
        }
        // The file and what stands beside it: the log of what was not yet written back.
        let mut bytes = 0;
        for part in fs::read_dir(&folder).unwrap() {
            let held = fs::read(part.unwrap().path()).unwrap();
            bytes += held.len();
            for words in [WORDS.as_bytes(), b"Greenwell", b"CREATE TABLE", b"SQLite format"] {
                assert!(!held.windows(words.len()).any(|w| w == words), "{}", String::from_utf8_lossy(words));
            }
        }
        assert!(bytes > 20_000, "there is something to look through: {bytes}");
        db.close().await;

        let without = refused(&file, None).await;
        assert!(without.contains("--database-key-file"), "{without}");
        let wrong = refused(&file, Some(&key("b"))).await;
        assert!(wrong.contains("not the key that it was written with") && !wrong.contains("bbbb"), "{wrong}");
        let again = Db::open_with(&file, Some(&key("a"))).await.unwrap();
        assert_eq!(again.all("SELECT words FROM kept", vec![]).await.unwrap().len(), 500);
        again.close().await;
        // And the other way round: a file in plain words is not one to be opened with a key.
        let plain = folder.join("plain.db").to_str().unwrap().to_owned();
        let db = Db::open(&plain).await.unwrap();
        db.run("CREATE TABLE kept (words TEXT)", vec![]).await.unwrap();
        db.close().await;
        assert!(refused(&plain, Some(&key("a"))).await.contains("not encrypted at all"));
        fs::remove_dir_all(folder).unwrap();
    }
}
