//! Taking a delivery in: what the record holds is compared with what the return says, and the
//! difference is kept as facts. Nothing is written before the whole plan stands.
use super::summary::OWN;
use crate::{deeds::Import, house::decode};
use kernel::{Body, Error, Said, Service, chance};
use practice::{
    Date, Id, Subject, norms,
    people::{self, Scheme},
    service::{self, Problem},
};
use returns::{Ask, Choices, Delivery, Held, KnownChild, New, Plan, Return, Unreadable};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};
use tokio::task::spawn_blocking;

const HELD: &str = include_str!("sql/held.sql");
const KNOWN: &str = include_str!("sql/known.sql");
const AUTHORITIES: &str = include_str!("sql/authorities.sql");
pub const QUESTIONS: &[&str] = &[HELD, KNOWN, AUTHORITIES];

/// What a person says about a delivery.
#[derive(Clone, Debug, Default)]
pub struct Order {
    pub authority: Option<String>,
    pub year: Option<i16>,
    /// The number of withdrawals that was shown and is confirmed.
    pub confirm_withdrawals: Option<usize>,
    /// Ids that a person says are the record's child, though the birth dates differ.
    pub same_children: BTreeSet<String>,
}
/// What a delivery would do, read whole before anything is written.
pub struct Planned {
    pub plan: Plan,
    /// The id under which it stands once it is taken in.
    pub delivery: Id,
    /// The child of each fact that is held: a row that takes its place is about the same one.
    owner: HashMap<Id, Id>,
    confirmed: bool,
}
impl Planned {
    /// The number of withdrawals that a person has yet to confirm.
    pub fn to_confirm(&self) -> Option<usize> {
        self.plan.to_confirm().filter(|_| !self.confirmed)
    }
}

pub async fn plan(
    job: &Service<Import>,
    delivery: Arc<Delivery>,
    order: &Order,
    today: Date,
) -> Result<Result<Planned, Unreadable>, Error> {
    let ask =
        Ask { authority: order.authority.clone(), installation: installation(job).await?, year: order.year, today };
    // Reading and comparing are the processor's work: others' pages must not wait for it.
    let taken = match spawn_blocking(move || returns::read(&delivery, &ask)).await? {
        Ok(taken) => taken,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let mut reading = job.reading().await?;
    let held = held(&mut reading, taken.which, &taken.authority).await?;
    let known = known(&mut reading, &taken.authority).await?;
    let choices = Choices {
        withdrawal_share: reading.norms().await?.get(&norms::WITHDRAWAL_SHARE, today),
        same_children: order.same_children.clone(),
    };
    let owner = held.iter().map(|h| (h.fact, h.child)).collect();
    let plan = spawn_blocking(move || returns::plan(taken, held, &known, &choices)).await?;
    let confirmed = plan.to_confirm().is_some() && plan.to_confirm() == order.confirm_withdrawals;
    Ok(Ok(Planned { plan, delivery: chance::id(), owner, confirmed }))
}
/// Keeps what the plan says, and works out anew whoever rests on what the sources cover.
pub async fn keep(
    job: &Service<Import>,
    planned: Planned,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<(), Error> {
    if let Some(n) = planned.to_confirm() {
        return Err(format!("{n} rows would be withdrawn, and nobody has confirmed that number.").into());
    }
    job.keep_all(said(planned), progress).await?;
    // A child whom this delivery does not name may be *not known* no longer: its year is covered now.
    job.bring_up_to_date(|_, _| {}).await?;
    Ok(())
}

/// Every fact that the plan comes to: the delivery and its problems, and each child's rows.
fn said(planned: Planned) -> Vec<Said> {
    let Planned { plan, delivery, owner, .. } = planned;
    let today = plan.taken.today;
    let problems = problems(&plan);
    let mut said = vec![
        Said::new(Subject::Service, today, returns::return_taken(&plan, delivery)),
        Said::new(Subject::Delivery(delivery), today, service::Fact::ProblemsFound { problems }),
    ];
    let source = format!("{} {}", plan.taken.which.code(), plan.taken.year);
    let mut ids: BTreeMap<String, Id> = plan.known.clone();
    ids.extend(plan.new_children.iter().map(|id| (id.clone(), chance::id())));
    for same in &plan.same_upn {
        let delivered = same.delivered.iter().filter_map(|id| ids.get(id)).copied();
        let all: BTreeSet<Id> = delivered.chain(same.others.iter().copied()).collect();
        let why = format!("Both have the unique pupil number {}", same.upn);
        for child in &all {
            for other in all.iter().filter(|o| *o != child) {
                let fact = people::Fact::PossiblySame { other: *other, why: why.clone() };
                said.push(Said { source: source.clone(), ..Said::new(Subject::Child(*child), today, fact) });
            }
        }
    }
    let row = |new: New, child: Id, instead_of: Option<(Id, String)>| Said {
        source: source.clone(),
        instead_of,
        ..Said::new(Subject::Child(child), new.happened, new.fact)
    };
    for new in plan.keep {
        if let Some(child) = ids.get(new.child()).copied() {
            said.push(row(new, child, None));
        }
    }
    for (before, new) in plan.supersede {
        let why = "A later delivery of the return says it differently".to_string();
        said.push(row(new, owner[&before], Some((before, why))));
    }
    for fact in plan.withdraw {
        let gone = practice::Fact::Record(practice::RecordFact::RecordedInError);
        let why = (fact, "This year's return no longer has the row".to_string());
        said.push(Said {
            source: source.clone(),
            instead_of: Some(why),
            ..Said::new(Subject::Child(owner[&fact]), today, gone)
        });
    }
    said
}
/// What a person should look at: in the rows, in the files, and among the children who are not in them.
pub fn problems(plan: &Plan) -> Vec<Problem> {
    let taken = &plan.taken;
    let files = taken.not_read.iter().map(|n| Problem {
        file: n.file.clone(),
        what: format!("Not read: {}.", n.why),
        to_do: "Nothing, unless it should be part of the return.".into(),
        ..Problem::default()
    });
    let left = plan.no_longer_returned.iter().map(|l| Problem {
        child: l.id.clone(),
        column: taken.which.child_column().into(),
        value: l.id.clone(),
        what: match l.open {
            true => "No longer returned, and still open when last returned. Nothing was closed.".into(),
            false => "No longer returned. Nothing was closed.".into(),
        },
        to_do: match l.open {
            true => "Find out whether the child has left; if not, add the child to the return.".into(),
            false => "Nothing, if the child has left.".into(),
        },
        ..Problem::default()
    });
    taken.problems.iter().map(problem).chain(files).chain(left).collect()
}
fn problem(p: &returns::Problem) -> Problem {
    Problem {
        file: p.file.to_string(),
        table: p.table.to_string(),
        row: p.row,
        child: p.child.clone(),
        column: p.column.to_string(),
        value: p.value.clone(),
        what: p.what(),
        to_do: p.todo().to_string(),
    }
}

/// The authority whose record this is: as it is set, else the one whose returns it has taken in.
async fn installation(job: &Service<Import>) -> Result<String, Error> {
    #[derive(Deserialize)]
    struct Row {
        authority: String,
    }
    if let Ok(set) = std::env::var("LOXLEY_AUTHORITY") {
        return Ok(set);
    }
    let mut rows: Vec<Row> = job.reading().await?.ask(AUTHORITIES, &[]).await?;
    Ok(match rows.len() {
        1 => rows.remove(0).authority,
        _ => OWN.into(),
    })
}
async fn held(reading: &mut kernel::Reading, which: Return, authority: &str) -> Result<Vec<Held>, Error> {
    #[derive(Deserialize)]
    struct Row {
        fact: Id,
        child: Id,
        name: String,
        version: i64,
        body: String,
    }
    let rows: Vec<Row> =
        reading.ask(HELD, &[("authority", authority.into()), ("return_name", which.code().into())]).await?;
    let held = |r: Row| {
        let body = decode(&Body { name: r.name, version: r.version, text: r.body })?;
        Ok(Held { fact: r.fact, child: r.child, body })
    };
    rows.into_iter().map(held).collect::<Result<_, String>>().map_err(Into::into)
}
async fn known(reading: &mut kernel::Reading, authority: &str) -> Result<Vec<KnownChild>, Error> {
    #[derive(Deserialize)]
    struct Row {
        child: Id,
        born: Option<Date>,
        scheme: Scheme,
        authority: String,
        value: String,
    }
    let mut children: BTreeMap<Id, KnownChild> = BTreeMap::new();
    for row in reading.ask::<Row>(KNOWN, &[]).await? {
        let child = children.entry(row.child).or_insert_with(|| KnownChild {
            child: row.child,
            born: row.born,
            ..KnownChild::default()
        });
        match row.scheme {
            Scheme::AuthorityChild if row.authority == authority => child.ids.push(row.value),
            Scheme::Upn | Scheme::FormerUpn => child.upns.push(row.value),
            _ => {}
        }
    }
    Ok(children.into_values().collect())
}
