//! What the record says of each child, as the rows that a return asks for.
//!
//! A row comes from the folded views of the child's history as it stood on the return's last day, so it
//! is the same whether the work was recorded here or a return told of it. What a return told stands word
//! for word, but for what was recorded since. What nobody has said is left blank.
mod beside;
mod census;
mod census_parts;
mod episodes;
mod health;
mod homes;
mod leavers;
mod who;

use super::{Line, Rows, reported::row_of};
use crate::{
    Return,
    ssda903::{AD1, DOLO, HEADER, MISSING, OC2, PLACED_ADOPTION, PREV_PERM, REVIEWS, SW_EPISODES, UASC},
    table::{Kind, Table},
};
use practice::{
    History, Id, Kept, Norms,
    clock::Matter,
    day::{Date, date, plus_days},
    disability,
    fact::Fact,
    people::{self, Scheme},
    permanence,
    reported::{Cell, Reading, Sex},
    service,
};
use std::collections::BTreeMap;

/// A return that is being written, a child at a time.
pub struct Draft<'a> {
    rows: Rows,
    norms: &'a Norms,
    /// The return of this year was taken in. A row of it that is as it was the year before stands in the
    /// record under that year.
    taken: bool,
    today: Date,
    /// The numbers of social workers in the register of Social Work England.
    pub workers: BTreeMap<Id, String>,
    /// Children who had no id of the authority: each gets one, by which a return knows them from now on.
    pub given: Vec<(Id, String)>,
    /// Children left out: open in an earlier return, and nobody has said anything of them since.
    pub not_known: Vec<Id>,
}
impl<'a> Draft<'a> {
    /// `taken`: see [`was_taken`].
    pub fn new(which: Return, authority: &str, year: i16, norms: &'a Norms, taken: bool, today: Date) -> Draft<'a> {
        let rows = Rows::none(which, authority, year);
        Draft { rows, norms, taken, today, workers: BTreeMap::new(), given: Vec::new(), not_known: Vec::new() }
    }
    /// Everything kept about one child, corrections and what they corrected included.
    pub fn child(&mut self, child: Id, facts: Vec<Kept>) {
        let (number, authority) = (self.rows.year, self.rows.authority.clone());
        let last = date(number, 3, 31).min(self.today);
        let h = History::new(facts.into_iter().map(|k| known_by(k, last)).collect(), last);
        let known = known_as(&h, &authority);
        let id = known.clone().unwrap_or_else(|| id_of(child));
        let first = date(number - 1, 4, 1);
        let (norms, which, taken) = (self.norms, self.rows.which, self.taken);
        let (workers, today) = (&self.workers, self.today);
        let c = Child { id, h, norms, workers, which, authority, year: number, taken, first, last, today };
        let lines = match self.rows.which {
            Return::Ssda903 => c.looked_after(),
            Return::Cin => c.in_need(),
        };
        if c.is_lost() {
            self.not_known.push(child);
        }
        if !lines.is_empty() && known.is_none() {
            self.given.push((child, c.id));
        }
        lines.into_iter().for_each(|(table, line)| self.rows.push(table, line));
    }
    pub fn rows(self) -> Rows {
        self.rows.sorted()
    }
}
/// Was this return of this year taken in? The facts of the service say so.
pub fn was_taken(service: &[Kept], which: Return, authority: &str, year: i16) -> bool {
    service.iter().any(|k| match &k.fact {
        Fact::Service(service::Fact::ReturnTaken { which: w, authority: a, year: y, .. }) => {
            (*w, a.as_str(), *y) == (which, authority, year)
        }
        _ => false,
    })
}
/// Who a child is was so all along, whenever somebody said it.
fn known_by(k: Kept, last: Date) -> Kept {
    use people::Fact::{HeaderReported, Identified, IdentifiersReported, Registered, UpnUnknown};
    let so_all_along = matches!(
        &k.fact,
        Fact::People(
            Registered(_) | Identified { .. } | UpnUnknown { .. } | HeaderReported(_) | IdentifiersReported(_)
        ) | Fact::Disability(disability::Fact::DisabilitiesLearned { .. })
            | Fact::Permanence(permanence::Fact::EarlierPermanenceLearned { .. })
    );
    Kept { happened: if so_all_along { k.happened.min(last) } else { k.happened }, ..k }
}
/// The authority's own id for the child: as it was recorded, or as its returns have it.
fn known_as(h: &History, authority: &str) -> Option<String> {
    let ids = h.person().identifiers.iter();
    let id = ids.filter(|(s, a, _)| *s == Scheme::AuthorityChild && a == authority).map(|i| i.2.clone()).next();
    let told = |k: &Kept| k.fact.origin().filter(|o| o.authority == authority).map(|o| o.child.clone());
    id.or_else(|| h.all().chain(h.coming()).find_map(told))
}
/// Ten letters and figures, as many as the 903 has room for, from those of the record's own id that chance made.
fn id_of(child: Id) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let sign = |n: u32| char::from(SIGNS[(child.as_u128() >> (n * 5)) as usize % SIGNS.len()]);
    (0..10).rev().map(sign).collect()
}

/// A row that the record comes to.
struct Told {
    line: Line,
    /// What began it, or says it.
    fact: Option<Id>,
    /// Recorded here from a day to a day: a return's row that begins in it tells of the same thing.
    stands: Option<(Date, Option<Date>)>,
}
type Lines = Vec<(&'static Table, Line)>;
/// What is asked of a child in care beside the episodes.
type Rows903 = fn(&Child) -> Lines;
const OF_CARE: &[(&Table, Rows903)] = &[
    (&UASC, |c| c.asylum()),
    (&REVIEWS, |c| c.reviews()),
    (&MISSING, |c| c.missing()),
    (&SW_EPISODES, |c| c.workers()),
    (&OC2, |c| c.health()),
    (&AD1, |c| c.adopted()),
    (&PREV_PERM, |c| c.earlier_permanence()),
    (&PLACED_ADOPTION, |c| c.to_be_adopted()),
    (&DOLO, |c| c.deprived_of_liberty()),
];

/// One child on the last day of the return, or today before it.
struct Child<'a> {
    id: String,
    h: History,
    norms: &'a Norms,
    workers: &'a BTreeMap<Id, String>,
    which: Return,
    authority: String,
    year: i16,
    taken: bool,
    first: Date,
    last: Date,
    today: Date,
}
impl Child<'_> {
    /// The rows of the 903. Of a child who was not in care in the year only a care leaver's row is asked;
    /// whatever else this year's return said of them stands.
    fn looked_after(&self) -> Lines {
        let mut lines = self.episodes();
        let in_care = !lines.is_empty();
        lines.extend(self.left_care());
        for (table, rows) in OF_CARE {
            lines.extend(if in_care { rows(self) } else { self.settle(table, Vec::new()) });
        }
        // Without anybody to say who the child is there is no Header to write.
        if lines.is_empty() && self.sent(&HEADER).is_none() || !self.h.person().registered {
            return lines;
        }
        self.header().into_iter().chain(lines).collect()
    }
    /// As the return writes days.
    fn day(&self, day: impl Into<Option<Date>>) -> String {
        match (day.into().filter(|d| *d <= self.last), self.which) {
            (None, _) => String::new(),
            (Some(d), Return::Ssda903) => d.strftime("%d/%m/%Y").to_string(),
            (Some(d), Return::Cin) => d.to_string(),
        }
    }
    /// Birth dates that are expected and targets lie ahead.
    fn day_ahead(&self, day: Option<Date>) -> String {
        day.map_or_else(String::new, |d| match self.which {
            Return::Ssda903 => d.strftime("%d/%m/%Y").to_string(),
            Return::Cin => d.to_string(),
        })
    }
    fn line<const N: usize>(&self, table: &Table, said: [(&'static str, String); N]) -> Line {
        Line::of(table, &self.id, said)
    }
    fn born(&self) -> String {
        self.day(self.h.born())
    }
    /// Years of age on a day.
    fn age(&self, on: Date) -> Option<i64> {
        self.h.born().and_then(|born| practice::day::age_on(born, on))
    }
    fn in_year(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
    /// It was going on at some time in the year.
    fn touches(&self, from: Date, until: Option<Date>) -> bool {
        from <= self.last && until.is_none_or(|u| u >= self.first)
    }
    /// Open when a return last spoke of it, before the year, and no source has told of every day since.
    fn silent(&self, known_until: Option<Date>, matter: Matter) -> bool {
        known_until.is_some_and(|k| k < self.first && !self.norms.covers(matter, plus_days(k, 1), self.first))
    }
    fn is_lost(&self) -> bool {
        match self.which {
            Return::Ssda903 => self.h.care().periods.iter().any(|p| self.silent(p.known_until(), Matter::Placements)),
            Return::Cin => {
                let referrals = &self.h.front_door().referrals;
                referrals.iter().any(|r| r.end.is_none() && self.silent(r.known_until, Matter::Referrals))
            }
        }
    }
    /// The year of this return, or of an earlier one of this authority, in which a fact is a row of the table.
    fn row_of_year(&self, table: &Table, k: &Kept) -> Option<i16> {
        let o = k.fact.origin().filter(|o| o.table == table.name && o.which == Some(self.which))?;
        (o.authority == self.authority && o.return_year <= self.year).then_some(o.return_year)
    }
    /// Those rows, those dated ahead too.
    fn reports(&self, table: &Table) -> impl Iterator<Item = (&Kept, i16)> {
        self.h.all().chain(self.h.coming()).filter_map(|k| Some((k, self.row_of_year(table, k)?)))
    }
    /// A row of that year is one of this year's return too, as far as anybody can tell.
    fn of_this_return(&self, year: i16) -> bool {
        year == self.year || self.taken
    }
    /// This year's return says something in the table.
    fn says(&self, table: &Table) -> bool {
        self.reports(table).any(|(_, year)| self.of_this_return(year))
    }
    /// The row of a table with one row for a child: this year's, else the last before it.
    fn report(&self, table: &Table) -> Option<Id> {
        self.reports(table).max_by_key(|(k, year)| (*year, k.recorded, k.id)).map(|(k, _)| k.id)
    }
    /// The row that this year's return has in a table with one row for a child.
    fn sent(&self, table: &Table) -> Option<Id> {
        self.reports(table).find(|(_, year)| *year == self.year).map(|(k, _)| k.id)
    }
    /// This year's return said it: its row stands, but for what was recorded since.
    fn was_sent(&self, table: &Table, fact: Id) -> bool {
        self.h.kept(fact).and_then(|k| self.row_of_year(table, k)).is_some_and(|year| self.of_this_return(year))
    }
    /// Work that was recorded here, and no row of a return.
    fn is_work(&self, fact: Id) -> bool {
        self.h.kept(fact).is_some_and(|k| k.fact.origin().is_none())
    }
    /// What the record tells, over what this return said; and this year's rows that it says nothing of.
    fn settle(&self, table: &'static Table, told: Vec<Told>) -> Lines {
        let reports: Vec<(Id, Option<Date>, i16, Line)> = self
            .reports(table)
            .filter_map(|(k, year)| {
                let (_, line) = row_of(&k.fact)?;
                let day = Cell::<Date>::read(line.said(table, table.key_name())).value;
                Some((k.id, day, year, line))
            })
            .collect();
        let untold = |(id, day, year, _): &&(Id, Option<Date>, i16, Line)| {
            let better_told = |t: &Told| match (t.stands, day) {
                (Some((from, until)), Some(day)) => from <= *day && until.is_none_or(|u| *day <= u),
                _ => false,
            };
            *year == self.year && !told.iter().any(|t| t.fact == Some(*id) || better_told(t))
        };
        let as_sent: Vec<Line> = reports.iter().filter(untold).map(|(.., line)| line.clone()).collect();
        let over = |t: Told| match reports.iter().find(|(id, ..)| Some(*id) == t.fact) {
            Some((.., year, sent)) => over(table, sent, &t.line, self.of_this_return(*year)),
            None => t.line,
        };
        told.into_iter().map(over).chain(as_sent).map(|line| (table, line)).collect()
    }
}
/// What was sent, but where the record says something else. `same_year`: its forms and codes are this return's.
fn over(table: &Table, sent: &Line, told: &Line, same_year: bool) -> Line {
    let cells = (0..table.columns.len()).flat_map(|place| {
        let (was, is): (Vec<&str>, Vec<&str>) = (sent.texts(place).collect(), told.texts(place).collect());
        let same = was.len() == is.len() && was.iter().zip(&is).all(|(a, b)| means(table.columns[place].kind, a, b));
        // That a child was too young for a number, or new, was so in its year only.
        let passed = !same_year && matches!(was[..], ["UN1" | "UN4" | "UN7"]);
        let stands = is.is_empty() && !passed || same_year && same;
        if stands { was } else { is }.into_iter().map(move |text| (place, text.to_owned())).collect::<Vec<_>>()
    });
    Line(cells.collect())
}
fn means(kind: Kind, one: &str, other: &str) -> bool {
    fn same<T: Reading>(one: &str, other: &str) -> bool {
        let (one, other) = (Cell::<T>::read(one).value, Cell::<T>::read(other).value);
        one.is_some() && one == other
    }
    match kind {
        Kind::Day | Kind::DayAhead | Kind::DayInPart | Kind::Above => same::<Date>(one, other),
        Kind::YesNo => same::<bool>(one, other),
        Kind::Number(..) => same::<i64>(one, other),
        Kind::Code("s903.sex" | "cin.sex") => same::<Sex>(one, other),
        Kind::Code(_) | Kind::Text => same::<String>(one, other),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use practice::case::Story;

    pub(super) const CHILD: u128 = 7;
    pub(super) fn rows_of(which: Return, year: i16, story: &Story) -> Rows {
        let mut draft = Draft::new(which, "892", year, &story.norms, false, date(2026, 11, 22));
        draft.child(Id::from_u128(CHILD), story.facts.clone());
        draft.rows()
    }
    /// The cells of some columns in each row of a table, `-` for a blank.
    pub(super) fn written(which: Return, year: i16, story: &Story, table: &str, columns: &[&str]) -> Vec<String> {
        let rows = rows_of(which, year, story);
        let sheet = rows.sheet(table).unwrap();
        let cell = |line: &Line, column: &&str| {
            let texts: Vec<&str> = line.texts(sheet.table.column(column).unwrap()).collect();
            if texts.is_empty() { "-".to_owned() } else { texts.join("+") }
        };
        let row = |line: &Line| columns.iter().map(|c| cell(line, c)).collect::<Vec<_>>().join(" ");
        sheet.lines.iter().map(row).collect()
    }
    #[test]
    fn whom_nobody_has_spoken_of_since_an_earlier_return_is_left_out_and_named() {
        use practice::care::{Fact as Care, reported::Episode};
        let origin = practice::reported::Origin {
            authority: "892".into(),
            which: Some(Return::Ssda903),
            return_year: 2025,
            table: "Episodes".into(),
            child: "77".into(),
            ..Default::default()
        };
        let row =
            Episode { origin, decom: "03/06/2024".into(), rne: "S".into(), ls: "C2".into(), ..Default::default() };
        let mut story = Story::default();
        story.taken_in("2025-05-01", "2024-06-03", Care::EpisodeReported(Box::new(row))).uncovered(Matter::Placements);
        let mut draft = Draft::new(Return::Ssda903, "892", 2026, &story.norms, false, date(2026, 11, 22));
        draft.child(Id::from_u128(CHILD), story.facts.clone());
        assert_eq!(draft.not_known, [Id::from_u128(CHILD)]);
        assert_eq!(draft.rows().count(), 0);
    }
    #[test]
    fn a_row_that_two_returns_say_in_the_same_words_is_one_of_both() {
        use practice::care::{Fact as Care, reported::Episode};
        let origin = practice::reported::Origin {
            authority: "892".into(),
            which: Some(Return::Ssda903),
            return_year: 2025,
            table: "Episodes".into(),
            child: "77".into(),
            ..Default::default()
        };
        let row = Episode { origin, decom: "3/6/2024".into(), rne: "S".into(), ls: "C2".into(), ..Default::default() };
        let mut story = Story::default();
        story.taken_in("2025-05-01", "2024-06-03", Care::EpisodeReported(Box::new(row)));
        story.told_only(Matter::Placements, "2024-04-01", "2026-03-31");
        let mut draft = Draft::new(Return::Ssda903, "892", 2026, &story.norms, true, date(2026, 11, 22));
        draft.child(Id::from_u128(CHILD), story.facts.clone());
        assert!(draft.not_known.is_empty());
        let rows = draft.rows();
        assert_eq!(rows.sheet("Episodes").unwrap().lines[0].text(1), "3/6/2024");
    }
    #[test]
    fn an_id_made_from_the_records_own_is_always_the_same_and_never_longer_than_a_return_takes() {
        let of = |n: u128| id_of(Id::from_u128(n));
        assert_eq!((of(7), of(33), of(u128::MAX)), ("0000000007".into(), "0000000011".into(), "ZZZZZZZZZZ".into()));
    }
    /// The same of the one row of a table in the 903 of 2026.
    pub(super) fn line_of(told: impl Fn(&mut Story), table: &str, columns: &[&str]) -> String {
        let mut story = Story::default();
        told(&mut story);
        let rows = written(Return::Ssda903, 2026, &story, table, columns);
        assert_eq!(rows.len(), 1, "{rows:?}");
        rows[0].clone()
    }
}
