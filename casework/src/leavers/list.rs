//! Care leavers: everyone of 16 to 24 in reach who is one, may be one or was called one.
use super::{
    row::{self, Adviser, Row, Wanted, sample},
    summary::{self, Counts},
    words::{by_words, queue_tag},
};
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome, see},
    page::{Answers, Asked, Cell, Column, Form, Page, Place, Sample, Table, choice, given, table},
};
use kernel::{Leave as _, Query, Within};
use practice::{
    Date, Id,
    access::{Act, grant},
    day::date,
    leavers::{Category, Flag},
};

pub const PAGE: Page = Page { name: "leavers/list.html", source: include_str!("list.html"), samples };
const COLUMNS: &[Column] = &[
    Column::text("who", "Young person"),
    Column::text("holds", "Status that holds"),
    Column::text("waits", "Re-check"),
    Column::text("flags", "Flags"),
];

pub async fn show(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let counts = summary::counts(&mut reading).await?;
    let advisers = row::advisers(&mut reading).await?;
    let asked = Asked::of(COLUMNS, "who", answers.clone());
    let (form, wanted) = narrow(answers.clone(), &advisers);
    let part = if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    let rows = row::read(&mut reading, wanted, part).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| cells(row, may.today())).collect();
        return Ok(table::download("care-leavers", may.today(), COLUMNS, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/leavers{}", answers.query_with(&[("page", None)])));
    }
    let chrome = chrome(&may, "Care leavers", Some(Place::Leavers));
    let opens = |act| grant(may.who().role, act).is_some();
    let ways = (opens(Act::ViewTeam), opens(Act::ViewService), opens(Act::RecordWork));
    Ok(PAGE.show(chrome, context(&rows, &asked, form, &counts, ways, may.today())?))
}
/// The flags by which the list may be narrowed, as the table of statuses says them.
fn flags() -> [(&'static str, String); 7] {
    let said = |flag: Flag| flag.words();
    [
        ("BOUNDARY_REVIEW", "Within three days of a line of the law".into()),
        ("REVIEW", "The law leaves it open: a person decides".into()),
        ("SPELLS_REVIEW", "Six months at home only with two people together, or nobody said with whom".into()),
        ("HOME_NOT_KNOWN", "No source says where they lived after care".into()),
        ("DATA_AFTER_18", "Recorded as looked after on or after 18".into()),
        ("SHORT_BREAKS_EXCLUDED", said(Flag::ShortBreaksExcluded)),
        ("will_not_reach_91_before_18", said(Flag::WillNotReach)),
    ]
}
fn narrow(answers: Answers, advisers: &[Adviser]) -> (Form, Wanted) {
    let (form, wanted) = Form::asked(answers, |f| {
        let held = f.select("category", "Status", Category::ALL.map(|c| choice(c, c.code(), c.words()))).optional();
        let workers = advisers.iter().map(|a| choice(a.id, a.id.to_string(), &a.name));
        let worker = f.select("adviser", "Adviser", workers).optional();
        let flag = f.select("flag", "Flag", flags().map(|(code, words)| choice(code, code, words))).optional();
        Some(Wanted { held, worker, flag, ..Wanted::default() })
    });
    (form, wanted.unwrap_or_default())
}
fn cells(row: &Row, today: Date) -> Vec<Cell> {
    let queues: Vec<String> = row.queues().into_iter().map(|q| queue_tag(q).text).collect();
    let waits = match queues.is_empty() {
        true => Cell::text(if row.decided.is_some() { "Decided" } else { "Agrees" }),
        false => Cell::text(queues.join("; ")).link(row.category_page()),
    };
    let known = flags();
    let said = |code: &str| known.iter().find(|f| f.0 == code).map(|f| f.1.clone());
    let flags: Vec<String> = row.flags.split(',').filter_map(said).collect();
    let who = Cell::text(row.heading()).link(row.category_page()).detail(row.about(today));
    let holds = Cell::tag(row.held_tag()).detail(by_words(&row.held_by));
    vec![who, holds, waits, Cell::text(if flags.is_empty() { "None".into() } else { flags.join("; ") })]
}
fn context(
    rows: &[Row],
    asked: &Asked,
    form: Form,
    counts: &Counts,
    (advisers, indicators, letters): (bool, bool, bool),
    today: Date,
) -> Result<minijinja::Value, minijinja::Error> {
    let cells: Vec<_> = rows.iter().map(|row| cells(row, today)).collect();
    let things = ("young person", "young people");
    let table = Table::new("Care leavers", COLUMNS, asked, &cells, Row::total(rows), things)?;
    Ok(given! { table, filter => form, counts, advisers, indicators, letters })
}

fn samples() -> Vec<Sample> {
    let sample = |name, query: &str, rows: &[Row]| {
        let asked = Asked::of(COLUMNS, "who", Answers::of_query(query));
        let adviser = Adviser { id: Id::from_u128(1), name: "Grace Adeyinka".into() };
        let form = narrow(Answers::of_query(query), &[adviser]).0;
        let counts = Counts {
            held: vec![("FORMER_RELEVANT", Category::FormerRelevant.words(), 2)],
            queues: vec![("differs", "The record says another category than the law", 1)],
            asks: 1,
            waiting: 1,
        };
        let counts = if rows.is_empty() { Counts::default() } else { counts };
        Sample {
            name,
            context: context(rows, &asked, form, &counts, (true, true, true), date(2026, 11, 22)).unwrap_or_default(),
        }
    };
    let masked = Row { name: None, differs: false, flags: String::new(), worker: None, ..self::sample(2) };
    vec![sample("some", "flag=REVIEW", &[self::sample(1), masked]), sample("none", "", &[])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_narrowed_to_a_status_an_adviser_and_a_flag() {
        let advisers = [Adviser { id: Id::from_u128(1), name: "Grace Adeyinka".into() }];
        let query = format!("category=QUALIFYING&adviser={}&flag=REVIEW", advisers[0].id);
        let wanted = narrow(Answers::of_query(&query), &advisers).1;
        assert_eq!(
            (wanted.held, wanted.worker, wanted.flag),
            (Some(Category::Qualifying), Some(advisers[0].id), Some("REVIEW"))
        );
        assert_eq!(narrow(Answers::of_query("category=LOST&flag=DROP"), &advisers).1, Wanted::default());
    }
    #[test]
    fn a_row_says_what_waits_and_its_flags_in_words() {
        let said: Vec<String> = cells(&sample(1), date(2026, 11, 22)).into_iter().map(|c| format!("{c:?}")).collect();
        assert!(said[2].contains("Record and law differ") && said[3].contains("Within three days"), "{said:?}");
    }
}
