//! How each young person stands today, for whoever works with them; and how they stood at the birthdays of the 903.
use super::tables::{adviser, held};
use kernel::{About, Derived, Kind::*, Table, Value, column};
use practice::{
    History, Norms,
    day::{age_on, collection},
    leavers::{
        Category, Holding,
        measures::{Band, EET, IN_TOUCH, SUITABLE, Says},
        oc3::{self, AtBirthday},
        plan_now, protocol, targets, touch,
    },
};

pub const NOW: Table = Table {
    name: "leaver_now",
    whose: "child",
    about: About::Child,
    columns: &[
        // Who is told of them: their adviser, or before there is one their social worker.
        column("adviser", Id),
        column("band", Text),
        // Of those who are counted today: what holds says relevant or former relevant, and they are 17 or over.
        column("counted", Flag),
        column("in_touch", Text),
        column("activity", Text),
        column("accommodation", Text),
        // What each measure says of it.
        column(SUITABLE.column, Text),
        column(EET.column, Text),
        column(IN_TOUCH.column, Text),
        column("spoken_on", Day),
        column("plan", Text),
        column("plan_since", Day),
        column("holds_copy", Flag),
        // The same of their home and of what they do, of who is at home with a parent too: OC3 leaves them out, and the
        // work with them does not.
        column("home", Text),
        column("does", Text),
        // What is tried next to keep in touch, and from when.
        column("next_try", Text),
        column("next_try_from", Day),
    ],
    indexes: &["adviser", "band, counted"],
    counted: &["band", "counted", SUITABLE.column, EET.column, IN_TOUCH.column],
};
/// A row for each birthday that the 903 asks about, whatever they are by now.
pub const BIRTHDAY: Table = Table {
    name: "leaver_birthday",
    whose: "child",
    about: About::Child,
    columns: &[
        column("birthday", Day),
        column("turned", Int),
        // The collection, by the year in which it ends.
        column("year", Int),
        column("band", Text),
        column("in_touch", Text),
        column("activity", Text),
        column("accommodation", Text),
        // What each measure says of it.
        column(SUITABLE.column, Text),
        column(EET.column, Text),
        column(IN_TOUCH.column, Text),
    ],
    indexes: &["year, band"],
    counted: &["year", "band", SUITABLE.column, EET.column, IN_TOUCH.column],
};

/// A row for each job or apprenticeship with the council that was offered, whatever they are by now.
pub const COUNCIL_JOB: Table = Table {
    name: "council_job",
    whose: "child",
    about: About::Child,
    columns: &[
        column("offered", Day),
        // The year that ends on 31 March.
        column("year", Int),
        column("what", Text),
        column("taken", Flag),
    ],
    indexes: &["year"],
    counted: &["year", "what", "taken"],
};
pub fn council_jobs(h: &History, out: &mut Derived) {
    for job in targets::council_jobs(h) {
        let year = i64::from(collection(job.on));
        out.row("council_job", vec![job.on.into(), year.into(), job.what.words().into(), job.taken.into()]);
    }
}

pub fn rows(h: &History, norms: &Norms, holding: &Holding, out: &mut Derived) {
    // Whoever is nothing in law is nobody's to keep in touch with.
    if holding.concerns && held(holding) != Category::None {
        out.row("leaver_now", now(h, norms, holding));
    }
    for asked in oc3::asked(h, norms) {
        let band = Band::of(asked.age).map(Band::code).into();
        let mut row = vec![asked.on.into(), asked.age.into(), i64::from(asked.year).into(), band];
        row.extend(said(asked.at));
        out.row("leaver_birthday", row);
    }
}
fn said(at: AtBirthday) -> Vec<Value> {
    let says = [&SUITABLE, &EET, &IN_TOUCH].map(|m| (m.says)(&at).code().into());
    [at.in_touch.into(), at.activity.into(), at.accommodation.into()].into_iter().chain(says).collect()
}
fn now(h: &History, norms: &Norms, holding: &Holding) -> Vec<Value> {
    let band = h.born().and_then(|born| age_on(born, h.today)).and_then(Band::of);
    let left_care = matches!(holding.held.category, Category::Relevant | Category::FormerRelevant);
    let plan = plan_now(h);
    let next = protocol::next_step(h, norms, h.today);
    // Where a child in care lives and learns is on the record of their care: nobody asks for it here.
    let in_care = holding.held.category == Category::Eligible;
    let mut row = vec![adviser(h).into(), band.map(Band::code).into(), (left_care && band.is_some()).into()];
    let today = oc3::today(h, norms);
    let at_work = AtBirthday { in_touch: today.in_touch.filter(|code| *code != "RHOM"), ..today.clone() };
    let [home, does] = [&SUITABLE, &EET].map(|m| Value::from((m.says)(&at_work).code()));
    let mut says = said(today);
    says.extend([home, does]);
    if in_care {
        let unasked = |said: &Value| *said == Says::NotKnown.code().into();
        says.iter_mut().filter(|said| unasked(said)).for_each(|said| *said = Says::LeftOut.code().into());
    }
    let of_the_work = says.split_off(says.len() - 2);
    row.extend(says);
    row.extend([
        touch::two_way(h).last().map(|e| e.on).into(),
        plan.state.code().into(),
        plan.since.into(),
        plan.copy.into(),
    ]);
    row.extend(of_the_work);
    row.extend([next.as_ref().map(|n| n.step.what.words()).into(), next.map(|n| n.from).into()]);
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        Id,
        care::{self, Placement},
        case::Story,
        day::date,
        leavers::{
            Fact, holds,
            living::{Accommodation, Activity},
            touch::{By, CameOfIt, Contact, How},
        },
        people::{self, Identity, Part},
    };

    fn story() -> Story {
        let mut s = Story::default();
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        let identity = Identity { born: Some(date(2007, 3, 10)), ..Identity::default() };
        s.born("2007-03-10").on("2020-01-01", people::Fact::Registered(identity));
        s.on("2022-01-01", care::Fact::PlacementBegan(placed));
        s.on("2024-06-01", care::Fact::CeasedToBeLookedAfter { reason: "E8".into() });
        s.on(
            "2024-06-01",
            Fact::AccommodationBegan(Accommodation { accommodation: "U1".into(), ..Accommodation::default() }),
        );
        s.on("2024-09-01", Fact::ActivityBegan(Activity { activity: "F2".into(), ..Activity::default() }));
        let (how, came_of_it, by) = (How::Call, CameOfIt::TwoWay, By::Adviser);
        s.on(
            "2026-03-12",
            Fact::Contacted(Contact { how, came_of_it, by, childs_words: String::new(), notes: String::new() }),
        );
        s.on(
            "2024-06-01",
            people::Fact::Allocated {
                worker: Id::from_u128(7),
                team: Id::from_u128(9),
                part: Part::Adviser,
                why: None,
            },
        );
        s
    }
    fn derived(s: &Story, on: practice::Date) -> Derived {
        let (h, mut out) = (s.history(on), Derived::default());
        rows(&h, &s.norms, &holds(&h, &s.norms, on), &mut out);
        out
    }
    #[test]
    fn a_row_of_today_and_one_for_each_birthday_since_care() {
        let out = derived(&story(), date(2026, 4, 1));
        let [(_, today), birthdays @ ..] = &out.rows[..] else { panic!("{out:?}") };
        assert_eq!(today.len(), NOW.columns.len());
        assert_eq!(
            today[..6],
            [Id::from_u128(7).into(), "19-21".into(), true.into(), "YES".into(), "F2".into(), "U1".into()]
        );
        assert_eq!(today[6..9], ["yes".into(), "yes".into(), "yes".into()]);
        assert_eq!((&today[10], &today[15]), (&"none".into(), &"Message".into()));
        let asked: Vec<_> = birthdays.iter().map(|(_, row)| (row[1].clone(), row[2].clone())).collect();
        assert_eq!(asked, [(18.into(), 2025.into()), (19.into(), 2026.into())]);
        assert!(birthdays.iter().all(|(_, row)| row.len() == BIRTHDAY.columns.len()));
    }
    #[test]
    fn of_a_child_in_care_nobody_asks_where_they_live() {
        let out = derived(&story(), date(2024, 5, 1));
        let [(_, today)] = &out.rows[..] else { panic!("{out:?}") };
        let not_asked = "left_out".into();
        assert_eq!((&today[2], &today[6], &today[7]), (&false.into(), &not_asked, &not_asked));
    }
    #[test]
    fn who_died_is_in_no_list_of_today_and_stays_at_the_birthday() {
        let mut s = story();
        s.on("2026-03-20", people::Fact::Died);
        let names: Vec<_> = derived(&s, date(2026, 4, 1)).rows.iter().map(|r| r.0).collect();
        assert_eq!(names, ["leaver_birthday", "leaver_birthday"]);
    }
}
