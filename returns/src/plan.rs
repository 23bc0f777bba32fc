//! What taking a delivery in would do to the record: nothing is written here, so it can be shown first.
//!
//! A row is the row that the record holds when authority, return, table, child and key are the same.
//! The same year again: what changed supersedes, what is gone was recorded in error. Another year adds,
//! and what it says otherwise about a known row supersedes: so an open row closes when its key comes
//! back closed. What a later year's return said stands against an earlier one that is loaded after it.
use crate::{
    problem::{Problem, Wrong, cut},
    read::{New, Taken},
    who::Who,
};
use practice::{
    care,
    day::Date,
    fact::{Fact, Id},
    front_door, people,
    reported::Origin,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// A reported fact that stands in the record. Those of another return or authority change nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub fact: Id,
    pub child: Id,
    pub body: Fact,
}
/// A child with a record, as far as telling children apart needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownChild {
    pub child: Id,
    /// The ids that the delivery's authority has for the child, in either return.
    pub ids: Vec<String>,
    pub born: Option<Date>,
    pub upns: Vec<String>,
}
/// What people decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The per cent of a table's rows that may be withdrawn unasked.
    pub withdrawal_share: i64,
    /// Ids that a person says are the record's child, though the birth dates differ.
    pub same_children: BTreeSet<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The delivery; its rows are now below, and its problems hold what the record adds to them.
    pub taken: Taken,
    pub keep: Vec<New>,
    /// The fact that each stands in the place of; it is about the same child's record as that one.
    pub supersede: Vec<(Id, New)>,
    /// Recorded in error: this year's return no longer has them.
    pub withdraw: Vec<Id>,
    pub unchanged: usize,
    pub tables: Vec<TablePlan>,
    pub new_children: Vec<String>,
    /// The record of each delivered child that has one.
    pub known: BTreeMap<String, Id>,
    pub same_upn: Vec<SameUpn>,
    pub queued: Vec<Queued>,
    pub no_longer_returned: Vec<Left>,
    withdrawal_share: i64,
}
/// A table that this delivery has, counted in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TablePlan {
    pub table: &'static str,
    pub kept: usize,
    pub superseded: usize,
    pub unchanged: usize,
    /// How many the record holds from this year's return, and how many of them would go.
    pub held: usize,
    pub withdrawn: usize,
}
/// Children with different ids and one UPN: possibly the same child, for a person to say.
#[derive(Clone, Debug, PartialEq)]
pub struct SameUpn {
    pub upn: String,
    pub delivered: Vec<String>,
    pub others: Vec<Id>,
}
/// One id, two birth dates: not joined, and the child's rows not taken in, until a person says which.
#[derive(Clone, Debug, PartialEq)]
pub struct Queued {
    pub id: String,
    pub child: Id,
    pub record: Date,
    pub delivered: Date,
    pub rows: usize,
}
/// A child whom this year's return leaves out. Nothing is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub id: String,
    pub child: Id,
    /// An episode or a time in need was still open when last returned.
    pub open: bool,
}

impl Plan {
    pub fn is_nothing(&self) -> bool {
        self.keep.is_empty() && self.supersede.is_empty() && self.withdraw.is_empty()
    }
    /// The number of withdrawals that a person has to confirm; `None` when nobody need be asked.
    pub fn to_confirm(&self) -> Option<usize> {
        let share = usize::try_from(self.withdrawal_share).unwrap_or(0);
        self.tables.iter().any(|t| t.withdrawn * 100 > t.held * share).then_some(self.withdraw.len())
    }
}

/// A row without its origin, so that two can be compared by what they say.
pub(crate) struct Line {
    pub(crate) origin: Origin,
    fact: Fact,
}
impl Line {
    fn of(mut fact: Fact) -> Line {
        let origin = fact.origin_mut().map(std::mem::take).unwrap_or_default();
        Line { origin, fact }
    }
    fn key(&self) -> (&str, &str, &str) {
        (&self.origin.table, &self.origin.child, &self.origin.key)
    }
    fn whole(mut self) -> Fact {
        if let Some(place) = self.fact.origin_mut() {
            *place = self.origin;
        }
        self.fact
    }
    pub(crate) fn born(&self) -> Option<Date> {
        match &self.fact {
            Fact::People(people::Fact::HeaderReported(r)) => r.dob.value,
            Fact::People(people::Fact::IdentifiersReported(r)) => r.person_birth_date.value,
            _ => None,
        }
    }
    pub(crate) fn upns(&self) -> Vec<&str> {
        let said = match &self.fact {
            Fact::People(people::Fact::HeaderReported(r)) => vec![r.upn.code()],
            Fact::People(people::Fact::IdentifiersReported(r)) => vec![r.upn.code(), r.former_upn.code()],
            _ => Vec::new(),
        };
        // Codes for "no UPN" are short: UN1 to UN7.
        said.into_iter().filter(|upn| upn.len() == 13).collect()
    }
    pub(crate) fn is_open(&self) -> bool {
        match &self.fact {
            Fact::Care(care::Fact::EpisodeReported(r)) => r.dec.is_blank(),
            Fact::FrontDoor(front_door::Fact::ReferralReported(r)) => r.cin_closure_date.is_blank(),
            _ => false,
        }
    }
    pub(crate) fn problem(&self, taken: &Taken, wrong: Wrong) -> Problem {
        let table = taken.table(&self.origin.table);
        Problem {
            file: table.map_or_else(|| Arc::from(self.origin.file.as_str()), |t| t.file.clone()),
            table: table.map_or("", |t| t.table),
            row: self.origin.row,
            child: cut(&self.origin.child),
            column: Cow::Borrowed(taken.which.child_column()),
            value: cut(&self.origin.child),
            wrong,
        }
    }
}
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fate {
    Keep,
    Supersede(Id),
    Unchanged,
    LaterStands(i16),
    NotTaken,
}

pub fn plan(mut taken: Taken, held: impl IntoIterator<Item = Held>, known: &[KnownChild], choices: &Choices) -> Plan {
    let happened: Vec<Date> = taken.rows.iter().map(|n| n.happened).collect();
    let rows: Vec<Line> = std::mem::take(&mut taken.rows).into_iter().map(|n| Line::of(n.fact)).collect();
    let is_ours = |line: &Line| line.origin.which == Some(taken.which) && line.origin.authority == taken.authority;
    let held = held.into_iter().map(|h| (h.fact, h.child, Line::of(h.body)));
    let held: Vec<(Id, Id, Line)> = held.filter(|(.., line)| is_ours(line)).collect();

    let who = Who::of(&taken, &rows, &held, known, choices);
    let mut problems = Vec::new();
    let mut fates = who.admit(&taken, &rows, &mut problems);
    let gone = compare(&taken, &rows, &held, &mut fates, &who.queued);
    for (line, fate) in rows.iter().zip(&fates) {
        if let Fate::LaterStands(year) = fate {
            problems.push(line.problem(&taken, Wrong::LaterReturnStands(*year)));
        }
    }
    taken.problems.extend(problems);
    taken.sort_problems();

    let mut plan = Plan {
        keep: Vec::new(),
        supersede: Vec::new(),
        withdraw: gone.iter().map(|n| held[*n].0).collect(),
        unchanged: 0,
        tables: counts(&taken, &rows, &fates, &held, &gone),
        new_children: who.new.iter().map(|id| (*id).to_owned()).collect(),
        known: who.known.iter().map(|(id, child)| ((*id).to_owned(), *child)).collect(),
        same_upn: who.same_upn(&rows, known),
        no_longer_returned: who.left(&taken, &held),
        queued: who.queued.into_values().collect(),
        withdrawal_share: choices.withdrawal_share,
        taken,
    };
    for ((line, fate), happened) in rows.into_iter().zip(fates).zip(happened) {
        match fate {
            Fate::Keep => plan.keep.push(New { happened, fact: line.whole() }),
            Fate::Supersede(fact) => plan.supersede.push((fact, New { happened, fact: line.whole() })),
            Fate::Unchanged | Fate::LaterStands(_) => plan.unchanged += 1,
            Fate::NotTaken => {}
        }
    }
    plan
}

/// Pairs the rows of each key with what is held under it; gives the places of what is held and gone.
fn compare(
    taken: &Taken,
    rows: &[Line],
    held: &[(Id, Id, Line)],
    fates: &mut [Fate],
    queued: &BTreeMap<String, Queued>,
) -> Vec<usize> {
    let mut under: HashMap<(&str, &str, &str), Vec<usize>> = HashMap::with_capacity(held.len());
    for (n, (.., line)) in held.iter().enumerate() {
        under.entry(line.key()).or_default().push(n);
    }
    let mut left_over = Vec::new();
    // What is word for word the same first, so that a row taken out of the middle moves no other.
    for (n, line) in rows.iter().enumerate() {
        let Some(held_here) = under.get_mut(&line.key()).filter(|_| fates[n] == Fate::Keep) else { continue };
        match held_here.iter().position(|h| held[*h].2.fact == line.fact) {
            Some(same) => {
                held_here.remove(same);
                fates[n] = Fate::Unchanged;
            }
            None => left_over.push(n),
        }
    }
    for n in left_over {
        let Some(held_here) = under.get_mut(&rows[n].key()) else { continue };
        // This year's own row first, then the latest of an earlier year.
        let year = |h: &usize| held[*h].2.origin.return_year;
        held_here.sort_by_key(|h| (year(h) > taken.year, std::cmp::Reverse(year(h)), held[*h].2.origin.number));
        if held_here.is_empty() {
            continue;
        }
        let before = held_here.remove(0);
        fates[n] = match year(&before) {
            said if said > taken.year => Fate::LaterStands(said),
            _ => Fate::Supersede(held[before].0),
        };
    }
    let mut gone: Vec<usize> = under.into_values().flatten().collect();
    gone.sort_unstable();
    gone.retain(|n| {
        let origin = &held[*n].2.origin;
        origin.return_year == taken.year && taken.table(&origin.table).is_some() && !queued.contains_key(&origin.child)
    });
    gone
}

fn counts(taken: &Taken, rows: &[Line], fates: &[Fate], held: &[(Id, Id, Line)], gone: &[usize]) -> Vec<TablePlan> {
    let mut tables: Vec<TablePlan> =
        taken.tables.iter().map(|t| TablePlan { table: t.table, ..TablePlan::default() }).collect();
    let place: HashMap<&str, usize> = tables.iter().enumerate().map(|(n, t)| (t.table, n)).collect();
    for (line, fate) in rows.iter().zip(fates) {
        let table = &mut tables[place[line.origin.table.as_str()]];
        match fate {
            Fate::Keep => table.kept += 1,
            Fate::Supersede(_) => table.superseded += 1,
            Fate::Unchanged | Fate::LaterStands(_) => table.unchanged += 1,
            Fate::NotTaken => {}
        }
    }
    let at = |line: &Line| place.get(line.origin.table.as_str()).copied();
    for (.., line) in held.iter().filter(|(.., line)| line.origin.return_year == taken.year) {
        at(line).into_iter().for_each(|n| tables[n].held += 1);
    }
    for n in gone {
        at(&held[*n].2).into_iter().for_each(|n| tables[n].withdrawn += 1);
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Delivery, File, read, read::tests::ask};
    use practice::day::date;

    const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    const EPISODES: &str =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    const REVIEWS: &str = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
    const ANN: &str = "1,2,01/02/2010,WBRI,A123456789012,,\n";
    const BEN: &str = "2,1,05/06/2012,WBRI,B123456789012,,\n";
    const OPEN: &str = "1,03/05/2024,S,C2,N1,U4,PR1,,,,,,\n";
    const CLOSED: &str = "1,03/05/2024,S,C2,N1,U4,PR1,09/06/2025,E11,,,,\n";

    /// The delivery of a year: each table's rows under its headings.
    fn taken(year: i16, tables: &[(&str, &str)]) -> Taken {
        let file = |(n, (headings, rows)): (usize, &(&str, &str))| File {
            name: format!("{n}.csv"),
            bytes: format!("{headings}{rows}").into_bytes(),
        };
        let files = tables.iter().enumerate().map(file).collect();
        read(&Delivery::of(files), &crate::Ask { year: Some(year), ..ask() }).unwrap()
    }
    /// A record: what was kept of each plan, and who is who.
    #[derive(Default)]
    struct Record {
        held: Vec<Held>,
        known: Vec<KnownChild>,
        choices: Choices,
        facts: u128,
    }
    impl Record {
        fn plan(&self, taken: Taken) -> Plan {
            let choices = Choices { withdrawal_share: 5, ..self.choices.clone() };
            plan(taken, self.held.clone(), &self.known, &choices)
        }
        fn take(&mut self, taken: Taken) -> Plan {
            let plan = self.plan(taken);
            for id in &plan.new_children {
                let child = Id::from_u128(self.known.len() as u128 + 1);
                self.known.push(KnownChild { child, ids: vec![id.clone()], ..KnownChild::default() });
            }
            let gone: Vec<Id> = plan.withdraw.iter().chain(plan.supersede.iter().map(|(id, _)| id)).copied().collect();
            self.held.retain(|h| !gone.contains(&h.fact));
            for new in plan.keep.iter().chain(plan.supersede.iter().map(|(_, new)| new)) {
                let known = self.known.iter_mut().find(|k| k.ids.iter().any(|id| id == new.child())).unwrap();
                let line = Line::of(new.fact.clone());
                known.born = line.born().or(known.born);
                known.upns.extend(line.upns().into_iter().map(str::to_owned));
                self.facts += 1;
                let fact = Id::from_u128(self.facts);
                self.held.push(Held { fact, child: known.child, body: new.fact.clone() });
            }
            plan
        }
    }
    /// New, superseded, withdrawn, unchanged.
    fn counted(plan: &Plan) -> (usize, usize, usize, usize) {
        (plan.keep.len(), plan.supersede.len(), plan.withdraw.len(), plan.unchanged)
    }

    #[test]
    fn the_same_again_changes_nothing_wherever_its_rows_now_stand() {
        let mut record = Record::default();
        let both = |order: [&str; 2]| taken(2025, &[(HEADER, &order.concat()), (EPISODES, OPEN)]);
        let first = record.take(both([ANN, BEN]));
        assert_eq!((counted(&first), first.new_children.len()), ((3, 0, 0, 0), 2));
        let again = record.take(both([BEN, ANN]));
        assert_eq!(counted(&again), (0, 0, 0, 3));
        assert!(again.is_nothing() && again.new_children.is_empty());
    }
    #[test]
    fn a_changed_row_stands_in_the_place_of_what_it_was() {
        let mut record = Record::default();
        record.take(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN)]));
        let plan = record.plan(taken(2025, &[(HEADER, ANN), (EPISODES, &OPEN.replace("U4", "K1"))]));
        assert_eq!(counted(&plan), (0, 1, 0, 1));
        assert_eq!(plan.supersede[0].0, record.held[1].fact);
    }
    #[test]
    fn absent_rows_go_only_from_tables_that_were_delivered() {
        let mut record = Record::default();
        let review = "1,01/02/2010,03/06/2024,PN1\n";
        record.take(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN), (REVIEWS, review)]));
        let without_reviews = record.plan(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN)]));
        assert_eq!(counted(&without_reviews), (0, 0, 0, 2));
        let none_left = record.plan(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN), (REVIEWS, "")]));
        assert_eq!(counted(&none_left), (0, 0, 1, 2));
        assert_eq!(none_left.to_confirm(), Some(1), "all of a table's rows is more than a twentieth");
    }
    #[test]
    fn many_withdrawals_need_a_person_and_few_do_not() {
        let reviews =
            |n: usize| (1..=n).map(|d| format!("1,01/02/2010,{:02}/{:02}/2024,PN1\n", d % 28 + 1, d / 28 + 4));
        let mut record = Record::default();
        let deliver = |n| taken(2025, &[(HEADER, ANN), (REVIEWS, &reviews(n).collect::<String>())]);
        record.take(deliver(100));
        assert_eq!((record.plan(deliver(95)).withdraw.len(), record.plan(deliver(95)).to_confirm()), (5, None));
        assert_eq!(record.plan(deliver(94)).to_confirm(), Some(6));
        let table = &record.plan(deliver(94)).tables[1];
        assert_eq!((table.table, table.held, table.withdrawn, table.unchanged), ("Reviews", 100, 6, 94));
    }
    #[test]
    fn another_year_adds_and_closes_what_comes_back_closed() {
        let mut record = Record::default();
        let both = [ANN, BEN].concat();
        record.take(taken(2025, &[(HEADER, &both), (EPISODES, &(OPEN.to_owned() + &OPEN.replace("1,", "2,")))]));
        let plan = record.take(taken(2026, &[(HEADER, ANN), (EPISODES, CLOSED)]));
        assert_eq!(counted(&plan), (0, 1, 0, 1));
        let left: Vec<_> = plan.no_longer_returned.iter().map(|l| (l.id.as_str(), l.open)).collect();
        assert_eq!(left, [("2", true)], "listed, and nothing of it closed");
        let earlier =
            record.plan(taken(2025, &[(HEADER, &both), (EPISODES, &(OPEN.to_owned() + &OPEN.replace("1,", "2,")))]));
        assert_eq!(counted(&earlier), (0, 0, 0, 4), "the later return stands when the earlier is loaded again");
        assert!(earlier.taken.problems.iter().any(|p| p.wrong == Wrong::LaterReturnStands(2026)));
    }
    #[test]
    fn what_another_authority_returned_is_left_alone() {
        let mut record = Record::default();
        record.take(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN)]));
        let mut theirs = taken(2025, &[(HEADER, "")]);
        theirs.authority = "330".to_owned();
        assert_eq!(counted(&record.plan(theirs)), (0, 0, 0, 0));
    }
    #[test]
    fn what_is_about_the_year_is_said_anew_each_year() {
        let leaver = ("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n", "1,01/02/2010,YES,F1,B1\n");
        let mut record = Record::default();
        record.take(taken(2025, &[(HEADER, ANN), leaver]));
        assert_eq!(counted(&record.plan(taken(2026, &[(HEADER, ANN), leaver]))), (1, 0, 0, 1));
    }
    #[test]
    fn of_rows_that_share_a_key_the_one_taken_out_goes() {
        let mut record = Record::default();
        let review = |code: &str| format!("1,01/02/2010,03/06/2024,{code}\n");
        let three = [review("PN1"), review("PN2"), review("PN3")].concat();
        record.take(taken(2025, &[(HEADER, ANN), (REVIEWS, &three)]));
        let plan = record.plan(taken(2025, &[(HEADER, ANN), (REVIEWS, &(review("PN1") + &review("PN3")))]));
        assert_eq!(counted(&plan), (0, 0, 1, 3));
        let gone = record.held.iter().find(|h| h.fact == plan.withdraw[0]).unwrap();
        assert!(format!("{:?}", gone.body).contains("PN2"));
    }
    #[test]
    fn a_row_of_nobody_is_a_problem_and_makes_no_child() {
        let review = "9,01/02/2010,03/06/2024,PN1\n";
        let mut record = Record::default();
        let plan = record.take(taken(2025, &[(HEADER, ANN), (REVIEWS, review)]));
        assert_eq!((counted(&plan), plan.new_children.len()), ((1, 0, 0, 0), 1));
        assert_eq!(plan.taken.problems[0].wrong, Wrong::NoSuchChild);
        let reviews_alone = record.plan(taken(2025, &[(REVIEWS, &review.replace('9', "1"))]));
        assert_eq!(counted(&reviews_alone), (1, 0, 0, 0), "a child that an earlier Header named is known");
        assert!(reviews_alone.taken.problems.is_empty());
        let left_out = record.plan(taken(2026, &[(HEADER, BEN), (REVIEWS, &review.replace('9', "1"))]));
        assert_eq!((left_out.keep.len(), &left_out.taken.problems[0].wrong), (2, &Wrong::NotInThisHeader));
    }
    #[test]
    fn one_id_with_two_birth_dates_waits_for_a_person() {
        let mut record = Record::default();
        record.take(taken(2025, &[(HEADER, ANN), (EPISODES, OPEN)]));
        let other = ANN.replace("2010", "2014");
        let corrected = record.plan(taken(2025, &[(HEADER, &other), (EPISODES, OPEN)]));
        assert_eq!(counted(&corrected), (0, 1, 0, 1), "the same year again corrects its own row");
        let deliver = || taken(2026, &[(HEADER, &other), (EPISODES, CLOSED)]);
        let plan = record.plan(deliver());
        assert_eq!(counted(&plan), (0, 0, 0, 0));
        assert_eq!((plan.queued[0].record, plan.queued[0].delivered), (date(2010, 2, 1), date(2014, 2, 1)));
        assert!(plan.taken.problems[0].what().contains("born on 1 February 2010"));
        record.choices.same_children.insert("1".to_owned());
        assert_eq!(counted(&record.plan(deliver())), (0, 2, 0, 0), "a person says it is the same child");
    }
    #[test]
    fn one_upn_under_two_ids_is_shown_and_not_joined() {
        let mut record = Record::default();
        record.take(taken(2025, &[(HEADER, ANN)]));
        let plan = record.take(taken(2026, &[(HEADER, &ANN.replacen('1', "7", 1))]));
        assert_eq!((plan.new_children.as_slice(), plan.same_upn.len()), (&["7".to_owned()][..], 1));
        assert_eq!(plan.same_upn[0].others, [record.known[0].child]);
        let again = record.plan(taken(2026, &[(HEADER, &ANN.replacen('1', "7", 1))]));
        assert!(again.same_upn.is_empty(), "asked once");
    }
}
