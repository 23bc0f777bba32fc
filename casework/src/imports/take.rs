//! Taking a delivery in: what the record holds is compared with what the return says, and the
//! difference is kept as facts. Nothing is written before the whole plan stands.
use crate::{deeds::Import, house::decode};
use kernel::{Body, Error, Said, Service, chance};
use practice::{
    Date, Id, Subject, norms,
    people::{self, Scheme},
    service::{self, Problem},
};
use returns::{Ask, Choices, Delivery, Held, KnownChild, New, Plan, Return, Unreadable};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    delivery: &Delivery,
    order: &Order,
    today: Date,
) -> Result<Result<Planned, Unreadable>, Error> {
    let mut reading = job.reading().await?;
    let ask = Ask {
        authority: order.authority.clone(),
        installation: installation(&mut reading).await?,
        year: order.year,
        today,
    };
    let taken = match returns::read(delivery, &ask) {
        Ok(taken) => taken,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let held = held(&mut reading, taken.which, &taken.authority).await?;
    let known = known(&mut reading, &taken.authority).await?;
    let choices = Choices {
        withdrawal_share: reading.norms().await?.get(&norms::WITHDRAWAL_SHARE, today),
        same_children: order.same_children.clone(),
    };
    let owner = held.iter().map(|h| (h.fact, h.child)).collect();
    let plan = returns::plan(taken, held, &known, &choices);
    let confirmed = plan.to_confirm().is_some() && plan.to_confirm() == order.confirm_withdrawals;
    Ok(Ok(Planned { plan, owner, confirmed }))
}
/// Keeps what the plan says. Gives the delivery, under which its problem list stands.
pub async fn keep(
    job: &Service<Import>,
    planned: Planned,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Id, Error> {
    if let Some(n) = planned.to_confirm() {
        return Err(format!("{n} rows would be withdrawn, and nobody has confirmed that number.").into());
    }
    let (said, delivery) = said(planned.plan, &planned.owner);
    job.keep_all(said, progress).await?;
    Ok(delivery)
}

/// Every fact that the plan comes to: the delivery and its problems, and each child's rows.
fn said(plan: Plan, owner: &HashMap<Id, Id>) -> (Vec<Said>, Id) {
    let delivery = chance::id();
    let today = plan.taken.today;
    let problems = plan.taken.problems.iter().map(problem).collect();
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
    (said, delivery)
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
async fn installation(reading: &mut kernel::Reading) -> Result<String, Error> {
    #[derive(Deserialize)]
    struct Row {
        authority: String,
    }
    if let Ok(set) = std::env::var("LOXLEY_AUTHORITY") {
        return Ok(set);
    }
    let mut rows: Vec<Row> = reading.ask(AUTHORITIES, &[]).await?;
    Ok(match rows.len() {
        1 => rows.remove(0).authority,
        _ => "own".into(),
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
