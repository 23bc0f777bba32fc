//! Guessing is slowed down, at one name from one address, at one name from anywhere, and from one address at whatever
//! names, in a table that every instance shares. Whoever knows no more than a name must not keep its owner out.
use crate::{Db, Error, Kind, Value, db::Tx};
use practice::Timestamp;
use sha2::{Digest, Sha256};
use std::{net::IpAddr, time::Duration};

const WINDOW: Duration = Duration::from_secs(15 * 60);
/// A person mistypes a few times.
const HERE: i64 = 10;
/// Of one name from all addresses together. Far more than its owner mistypes, so that somebody elsewhere who guesses at it
/// does not shut them out; a password that passed `password::judge` withstands ten thousand guesses a day.
const ANYWHERE: i64 = 100;
/// A whole council may come from one address.
const BY_ADDRESS: i64 = 100;

/// What is guessed at.
#[derive(Clone, Copy)]
pub(crate) enum At {
    Password,
    /// Six digits, for whoever has given the right password already: nobody else can use the guesses up.
    SecondFactor,
}
impl At {
    fn anywhere(self) -> i64 {
        match self {
            At::Password => ANYWHERE,
            At::SecondFactor => HERE,
        }
    }
}

/// Counted before anything is checked, so that many guesses at once gain nothing. Too many: until when to wait.
pub(crate) async fn attempt(
    db: &Db,
    at: At,
    name: &str,
    address: IpAddr,
    now: Timestamp,
) -> Result<Option<Timestamp>, Error> {
    let mut tx = db.write().await?;
    let sources = [
        (of_name(at, name), at.anywhere()),
        (of_name_there(at, name, address), HERE),
        (of_address(address), BY_ADDRESS),
    ];
    if tx.is_postgres() {
        // Guesses at one name stand in line, or each would count before the others were written.
        let (first, _) = sources[0].0.split_at(8);
        let line = i64::from_be_bytes(first.try_into()?);
        tx.run("SELECT pg_advisory_xact_lock($1)", vec![line.into()]).await?;
    }
    tx.run("DELETE FROM all_sign_in_attempt WHERE at <= $1", vec![(now - WINDOW).into()]).await?;
    for (source, most) in &sources {
        if let Some(until) = full(&mut tx, source, *most).await? {
            return Ok(Some(until));
        }
    }
    let rows = sources.map(|(source, _)| vec![source.into(), now.into()]);
    tx.insert("INSERT INTO all_sign_in_attempt (source, at)", rows.into(), "").await?;
    tx.commit().await?;
    Ok(None)
}
async fn full(tx: &mut Tx, source: &[u8], most: i64) -> Result<Option<Timestamp>, Error> {
    let sql = "SELECT COUNT(*), MIN(at) FROM all_sign_in_attempt WHERE source = $1";
    let row = &tx.all(sql, vec![source.to_vec().into()]).await?[0];
    match (row.cell(0, Kind::Int)?, row.cell(1, Kind::Instant)?) {
        (Value::Int(count), Value::Instant(first)) if count >= most => {
            Ok(Some(Timestamp::from_microsecond(first)? + WINDOW))
        }
        _ => Ok(None),
    }
}
/// Whoever got in was not guessing. Not before the last step: a password alone must not buy more guesses at the code.
pub(crate) async fn forgive(db: &Db, name: &str, address: IpAddr, now: Timestamp) -> Result<(), Error> {
    let sql = "DELETE FROM all_sign_in_attempt WHERE source IN ($1, $2, $3, $4) OR (source = $5 AND at = $6)";
    let each = |at| [of_name(at, name).into(), of_name_there(at, name, address).into()];
    let given = [At::Password, At::SecondFactor].into_iter().flat_map(each);
    db.run(sql, given.chain([of_address(address).into(), now.into()]).collect()).await?;
    Ok(())
}
fn of_name(at: At, name: &str) -> Vec<u8> {
    let prefix = match at {
        At::Password => "name ",
        At::SecondFactor => "second factor ",
    };
    Sha256::new_with_prefix(prefix).chain_update(name).finalize().to_vec()
}
fn of_name_there(at: At, name: &str, address: IpAddr) -> Vec<u8> {
    Sha256::new_with_prefix("there ")
        .chain_update(of_name(at, name))
        .chain_update(of_address(address))
        .finalize()
        .to_vec()
}
fn of_address(address: IpAddr) -> Vec<u8> {
    // One household or office holds a /64 of IPv6 addresses, 2^64 chances each.
    let address = match address {
        IpAddr::V4(_) => address.to_string(),
        IpAddr::V6(wide) => format!("{:x?}", &wide.segments()[..4]),
    };
    Sha256::new_with_prefix("address ").chain_update(address).finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both;

    fn ip(n: u8) -> IpAddr {
        [203, 0, 113, n].into()
    }
    fn minute(n: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + n * 60).unwrap()
    }
    /// A guess at a password.
    async fn guess(db: &Db, name: &str, n: u8, at: Timestamp) -> Option<Timestamp> {
        attempt(db, At::Password, name, ip(n), at).await.unwrap()
    }
    #[tokio::test]
    async fn ten_guesses_at_a_name_from_one_place_and_then_a_quarter_of_an_hour_of_rest() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            for n in 0..10 {
                assert_eq!(guess(&db, "miriam", 99, minute(n)).await, None);
            }
            assert_eq!(guess(&db, "miriam", 99, minute(10)).await, Some(minute(15)));
            assert_eq!(guess(&db, "joseph", 99, minute(10)).await, None, "another name");
            assert_eq!(guess(&db, "miriam", 99, minute(15)).await, None, "the first has run out");
            assert_eq!(guess(&db, "miriam", 99, minute(15)).await, Some(minute(16)));
            forgive(&db, "miriam", ip(99), minute(15)).await.unwrap();
            assert_eq!(guess(&db, "miriam", 99, minute(15)).await, None, "she got in");
        })
        .await;
    }
    #[tokio::test]
    async fn whoever_knows_a_name_does_not_keep_its_owner_out_and_a_hundred_guesses_from_everywhere_rest() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            for n in 0..11 {
                assert_eq!(guess(&db, "kei7", 1, minute(0)).await.is_some(), n == 10, "{n}");
            }
            assert_eq!(guess(&db, "kei7", 2, minute(1)).await, None, "she, from another place");
            for n in 0..89 {
                assert_eq!(guess(&db, "kei7", 10 + n % 30, minute(2)).await, None, "{n}");
            }
            assert_eq!(guess(&db, "kei7", 3, minute(3)).await, Some(minute(15)), "but not without end");
        })
        .await;
    }
    #[tokio::test]
    async fn ten_guesses_at_six_digits_from_anywhere() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            let digits = async |n| attempt(&db, At::SecondFactor, "miriam", ip(n), minute(0)).await.unwrap();
            for n in 0..10 {
                assert_eq!(digits(n).await, None, "{n}");
            }
            assert_eq!(digits(99).await, Some(minute(15)));
            assert_eq!(guess(&db, "miriam", 99, minute(0)).await, None, "nobody is kept from the password by them");
        })
        .await;
    }
    #[tokio::test]
    async fn a_hundred_guesses_from_an_address_at_whatever_names() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            for n in 0..100 {
                assert_eq!(guess(&db, &format!("name{n}"), 1, minute(0)).await, None, "{n}");
            }
            assert_eq!(guess(&db, "fresh", 1, minute(1)).await, Some(minute(15)));
            assert_eq!(guess(&db, "fresh", 2, minute(1)).await, None, "another address");
        })
        .await;
    }
    #[tokio::test]
    async fn many_guesses_at_once_gain_nothing() {
        on_both(async |db: Db| {
            db.migrate(&[]).await.unwrap();
            let guesses: Vec<_> = (0..30)
                .map(|_| {
                    let db = db.clone();
                    tokio::spawn(async move { guess(&db, "miriam", 1, minute(0)).await })
                })
                .collect();
            let mut let_in = 0;
            for guess in guesses {
                let_in += i64::from(guess.await.unwrap().is_none());
            }
            assert_eq!(let_in, HERE);
        })
        .await;
    }
    #[test]
    fn an_office_with_a_million_addresses_is_one_place() {
        let of = |text: &str| of_address(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::5"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::5"), of("2001:db8:1:3::5"));
        assert_ne!(of("203.0.113.1"), of("203.0.113.2"));
    }
}
