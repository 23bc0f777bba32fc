//! Every night the record is looked at: this year's returns are made of it, every rule is asked, and the desk
//! says what would fail and what changed. A night that fails says so, and the other work of the night is done.
use casework::{
    deeds::{CheckReturn, RunService},
    house::house,
    nightly::night,
    returns_desk::previews::LOOKING,
};
use kernel::{
    Db, Desk, Said, Settings, Time,
    testing::{on_both, on_each},
};
use practice::{
    Date, Id, Subject,
    day::{date, moment, plus_hours},
    front_door,
    returns::{Fact, FileChecked, LookUp, LookUpFile},
};
use serde::Deserialize;
use tokio::sync::Notify;

use crate::{
    returns::{desk, whole},
    returns_desk::{People, list, page_of, people},
    set_up::{RETURN, named, person, take_in_again},
};

const WORKERS: &str = "-- Which workers?\nSELECT id, name FROM worker ORDER BY id";
const SATURDAY: Date = date(2026, 11, 21);
const MONDAY: Date = date(2026, 11, 23);
const TUESDAY: Date = date(2026, 11, 24);

/// A little after midnight.
fn at(desk: &Desk, day: Date) -> Desk {
    let time = Time::Fixed(moment(day.at(0, 5, 0, 0)));
    Desk::new(desk.db(), house(), Settings { time, ..Settings::default() })
}
#[derive(Debug, Deserialize)]
struct Look {
    run: Id,
    return_name: String,
    found: Option<i64>,
    new_ones: Option<i64>,
    fixed: Option<i64>,
}
/// What each look counted of one rule of the 903: the last is the latest.
async fn looks(desk: &Desk) -> Vec<Look> {
    const LOOKS: &str = "-- What did each look count of the rule?\n\
        SELECT r.run, r.return_name, c.found, c.new_ones, c.fixed FROM return_run r \
        LEFT JOIN run_rule c ON c.run = r.run AND c.rule = '356' WHERE r.preview ORDER BY r.return_name, r.number";
    desk.job::<CheckReturn>("a test").reading().await.unwrap().ask(LOOKS, &[]).await.unwrap()
}
/// The return of the year with one child's episode ended before it begins.
fn spoilt() -> Vec<(&'static str, String)> {
    let backwards =
        |text: &str| text.replace("1001,04/05/2026,S,V2,N1,U4,PR1,,", "1001,04/05/2026,S,V2,N1,U4,PR1,01/05/2026,E4A");
    RETURN.iter().map(|(name, text)| (*name, backwards(text))).collect()
}

/// So that there is somebody in the census.
async fn referred(desk: &Desk, child: Id) {
    let referral = front_door::Fact::ReferralReceived { contact: None, source: "1A".into(), unborn: false };
    let job = desk.job::<RunService>("a test");
    job.keep(vec![Said::new(Subject::Child(child), date(2026, 5, 1), referral)]).await.unwrap();
}

#[tokio::test]
async fn a_night_counts_what_would_fail_and_the_next_says_what_changed() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, analyst, child, .. } = people(&desk).await;
        assert!(page_of(&analyst, "/returns").await.contains("Not looked at yet"));
        let admin = person(named(&desk, WORKERS, "Marjorie Teal").await, &desk);
        referred(&desk, child).await;
        let files = spoilt();
        take_in_again(&admin, &files.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>()).await;

        let monday = at(&desk, MONDAY);
        night(&monday).await;
        let first = looks(&monday).await;
        assert_eq!(first.iter().map(|l| l.return_name.as_str()).collect::<Vec<_>>(), ["903", "cin"]);
        assert_eq!((first[0].found, first[0].new_ones, first[0].fixed), (Some(1), Some(1), Some(0)));
        // Looked at once a day, however often the night is worked.
        let facts = whole(&monday).await;
        night(&monday).await;
        assert_eq!((looks(&monday).await.len(), whole(&monday).await), (2, facts));

        let run = format!("/returns/runs/{}", first[0].run);
        let found = list(&analyst, &run, "rule=356").await;
        assert!(found.contains("Child 1001") && found.contains("Episodes: ") && !found.contains("row "), "{found}");
        let desk_page = page_of(&analyst, "/returns").await;
        assert!(
            desk_page.contains(&format!("{run}?list=findings#list")) && desk_page.contains("Rules skipped:"),
            "{desk_page}"
        );
        assert!(!desk_page.contains("Since the look before"));
        // The child's page says so; nobody is pressed by a year that is not over.
        let wrong = "The episode ends before the day on which it begins";
        assert!(page_of(&grace, &format!("/children/{child}/returns")).await.contains(wrong));
        assert!(!page_of(&grace, "/today").await.contains(wrong));

        take_in_again(&person(admin.id, &monday), &RETURN).await;
        let tuesday = at(&desk, TUESDAY);
        night(&tuesday).await;
        let second = looks(&tuesday).await;
        assert_eq!(second.len(), 4);
        assert_eq!((second[1].found, second[1].fixed), (Some(0), Some(1)));
        let run = format!("/returns/runs/{}", second[1].run);
        assert!(list(&analyst, &run, "rule=356&change=fixed").await.contains("Child 1001"));
        let page = page_of(&analyst, "/returns").await;
        assert!(page.contains("Since the look before") && page.contains("The last 2 looks"), "{page}");
        assert!(page.contains("Checked so far</h2>"), "a look is no run of files");
        // A night on which nothing changed says nothing of any child: the two looks, and the sealing of the log.
        let facts = whole(&tuesday).await;
        let wednesday = at(&desk, date(2026, 11, 25));
        night(&wednesday).await;
        assert_eq!(whole(&wednesday).await - facts, 2);
    })
    .await;
}

#[tokio::test]
async fn a_night_that_fails_says_so_at_the_desk_and_the_rest_of_the_night_is_worked() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { analyst, child, .. } = people(&desk).await;
        referred(&desk, child).await;
        // A list that no reader of this release can read; the page would not have taken it.
        let file = FileChecked { name: "homes.xlsx".into(), bytes: 3, digest: String::new() };
        let files = vec![LookUpFile { file, content: "b2xk".into() }];
        let fact = Fact::LookUpsKept { what: LookUp::Providers, files, entries: 1 };
        let saturday = at(&desk, SATURDAY);
        let job = saturday.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Delivery(Id::from_u128(7)), SATURDAY, fact)]).await.unwrap();

        let monday = at(&desk, MONDAY);
        night(&monday).await;
        assert_eq!(monday.job::<RunService>("a test").seal().await.unwrap(), 0, "the log was sealed");
        night(&monday).await;
        // The census was looked at, and neither is tried again before the next night.
        assert_eq!(looks(&monday).await.iter().map(|l| l.return_name.as_str()).collect::<Vec<_>>(), ["cin"]);
        const FAILED: &str =
            "-- How often could a return not be looked at?\nSELECT COUNT(*) AS things FROM not_previewed n";
        #[derive(Deserialize)]
        struct Count {
            things: i64,
        }
        let mut reading = monday.job::<CheckReturn>("a test").reading().await.unwrap();
        assert_eq!(reading.ask_one::<Count>(FAILED, &[]).await.unwrap().unwrap().things, 1);
        drop(reading);
        let page = page_of(&analyst, "/returns").await;
        assert!(
            page.contains("It could not be looked at on 23 November 2026")
                && page.contains("homes.xlsx is not a workbook"),
            "{page}"
        );
        let tuesday = at(&desk, TUESDAY);
        night(&tuesday).await;
        assert!(page_of(&analyst, "/returns").await.contains("24 November 2026"));
        assert_eq!(monday.job::<RunService>("a test").bring_up_to_date(|_, _| {}).await.unwrap(), 0);
        let tuesday = at(&desk, TUESDAY);
        night(&tuesday).await;
        assert!(page_of(&analyst, "/returns").await.contains("24 November 2026"));
        whole(&tuesday).await;
    })
    .await;
}

/// Two servers of one record: each has its own way to the database.
async fn beside(place: &str, desk: &Desk) -> Desk {
    at(&Desk::new(Db::open(place).await.unwrap(), house(), Settings::default()), desk.today())
}
#[tokio::test]
async fn of_two_servers_on_one_record_one_looks_and_the_next_night_whichever_comes_first() {
    on_each(|db, place| async move {
        let desk = desk(db).await;
        let People { child, .. } = people(&desk).await;
        let admin = person(named(&desk, WORKERS, "Marjorie Teal").await, &desk);
        referred(&desk, child).await;
        take_in_again(&admin, &RETURN).await;

        let one = at(&desk, MONDAY);
        let other = beside(&place, &one).await;
        tokio::join!(night(&one), night(&other));
        let looked = looks(&one).await;
        assert_eq!(looked.iter().map(|l| l.return_name.as_str()).collect::<Vec<_>>(), ["903", "cin"]);

        // The next night one begins and dies. The other leaves it be, and takes over when it has said nothing for long.
        let tuesday = at(&other, TUESDAY);
        let begun = Notify::new();
        let begins = async {
            begun.notify_one();
            std::future::pending::<Result<(), kernel::Error>>().await
        };
        let job = at(&one, TUESDAY).job::<CheckReturn>("night");
        tokio::select! {
            _ = job.alone(LOOKING, begins) => unreachable!("it never ends its work"),
            () = begun.notified() => {}
        }
        night(&tuesday).await;
        assert_eq!(looks(&one).await.len(), 2);
        let later = Time::Fixed(plus_hours(tuesday.now(), 1));
        night(&Desk::new(other.db(), house(), Settings { time: later, ..Settings::default() })).await;
        assert_eq!(looks(&one).await.len(), 4);
        other.db().close().await;
    })
    .await;
}
