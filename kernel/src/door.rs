//! Who asks, and may they? The one place where a request meets [`practice::access`]. Whatever the
//! answer, it is in the access log before any handler runs.
use crate::{
    Demand, Desk, Error, Kind, Signed,
    migrate::null,
    record::{Look, looked, norms_of},
};
use axum::{
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use practice::{
    Date, Id, Norms, Timestamp,
    access::{Act, Grant, Reach, Record, Role, Worker, duty_at, grant, grant_on_duty},
    day::day_of,
};
use serde::Deserialize;
use std::sync::LazyLock;

/// An act as a type.
pub trait Deed: Send + Sync + 'static {
    const ACT: Act;
}
/// A deed that can keep facts. Leave to view is leave for a deed that does not.
pub trait Writes: Deed {}

/// Why not. The house makes the page that says so.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// There is no such thing, or nobody may learn that there is: one answer for both.
    NotFound,
    /// A standard record that may be known to exist. It can be opened with a reason.
    OutOfReach { child: Id },
    /// The role does not do this, whoever it is about.
    Forbidden(Act),
    /// What was sent cannot be read: which part, and why.
    Malformed(String),
    /// More than may be sent at once: the limit in bytes.
    TooLarge(u64),
}

/// Somebody at the door.
pub(crate) struct Asker {
    pub who: Worker,
    pub token: String,
    pub grant: &'static Grant,
    pub now: Timestamp,
}

/// A refusal as the page that says so.
pub(crate) fn refuse(desk: &Desk, refusal: &Refusal, who: Option<&Worker>, parts: &Parts) -> Response {
    (desk.0.house.refused)(refusal, who, parts)
}
pub(crate) fn broken(error: Error) -> Response {
    tracing::error!(%error, "the door");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// A test need not sign in: the header names the worker.
#[cfg(any(test, feature = "testing"))]
pub const TEST_HEADER: &str = "x-test-worker";
#[cfg(any(test, feature = "testing"))]
pub const TEST_TOKEN: &str = "the token of a test";
/// The same for a young person: the header names their record.
#[cfg(any(test, feature = "testing"))]
pub const YOUNG_TEST_HEADER: &str = "x-test-young-person";

pub(crate) fn signed(parts: &Parts) -> Option<Signed> {
    #[cfg(any(test, feature = "testing"))]
    for (header, young) in [(TEST_HEADER, false), (YOUNG_TEST_HEADER, true)] {
        if let Some(worker) = parts.headers.get(header).and_then(|id| id.to_str().ok()?.parse().ok()) {
            return Some(Signed { worker, young, token: TEST_TOKEN.into(), second_factor: true });
        }
    }
    parts.extensions.get().cloned()
}

/// Who reads a public page, where somebody is signed in. It is no leave: nothing can be asked with it.
#[derive(Clone, Debug)]
pub struct Reader {
    pub who: Worker,
    pub token: String,
    pub today: Date,
}
/// Nobody, as long as a second factor is owed.
pub(crate) async fn reader(parts: &Parts, desk: &Desk) -> Result<Option<Reader>, Error> {
    let Some(signed) = signed(parts) else { return Ok(None) };
    let who = asker(desk, &signed).await?;
    let whole = |who: &Worker| signed.second_factor || !desk.0.settings.second_factor.contains(&who.role);
    Ok(who.filter(whole).map(|who| Reader { who, token: signed.token, today: desk.today() }))
}
/// What a public page may know of the service: which day it is, and which norms hold. Nothing of anybody.
#[derive(Clone, Debug)]
pub struct Current {
    pub today: Date,
    pub norms: Norms,
}
pub(crate) async fn current(desk: &Desk) -> Result<Current, Error> {
    let mut tx = desk.0.db.read().await?;
    Ok(Current { today: desk.today(), norms: norms_of(&mut tx, &desk.0.house, desk.today()).await? })
}
/// Who asks for leave to do this act, if their role does such a thing at all.
pub(crate) async fn asks(parts: &Parts, desk: &Desk, act: Act) -> Result<Asker, Response> {
    let Some(signed) = signed(parts) else { return Err(Demand::SignIn.into_response()) };
    let now = desk.now();
    let Some(who) = asker(desk, &signed).await.map_err(broken)? else {
        // A person who signs in but holds no post, or has left it.
        let nobody = Worker { id: signed.worker, name: String::new(), role: Role::System, team: Id::nil() };
        log(desk, &nobody, now, act, &[("refused", None)]).await.map_err(broken)?;
        return Err(refuse(desk, &Refusal::Forbidden(act), None, parts));
    };
    if desk.0.settings.second_factor.contains(&who.role) && !signed.second_factor {
        return Err(Demand::SecondFactor.into_response());
    }
    match granted(desk, &who, act, now).await.map_err(broken)? {
        Some(grant) => Ok(Asker { who, token: signed.token, grant, now }),
        None => {
            log(desk, &who, now, act, &[("refused", None)]).await.map_err(broken)?;
            Err(refuse(desk, &Refusal::Forbidden(act), Some(&who), parts))
        }
    }
}
/// What lets somebody do an act: their role, or that they stand in the rota now.
pub(crate) async fn granted(
    desk: &Desk,
    who: &Worker,
    act: Act,
    now: Timestamp,
) -> Result<Option<&'static Grant>, Error> {
    let by_role = grant(who.role, act);
    let Some(on_duty) = grant_on_duty(who.role, act).filter(|_| by_role.is_none()) else { return Ok(by_role) };
    let mut tx = desk.0.db.read().await?;
    let (on, daytime) = duty_at(now, &norms_of(&mut tx, &desk.0.house, day_of(now)).await?);
    let sql = "SELECT on_day FROM all_duty WHERE worker = $1 AND on_day = $2 AND daytime = $3";
    let rota = tx.all(sql, vec![who.id.into(), on.into(), daytime.into()]).await?;
    Ok((!rota.is_empty()).then_some(on_duty))
}
/// Asks about each child and logs every answer. One refusal refuses all.
pub(crate) async fn may(asker: &Asker, parts: &Parts, desk: &Desk, children: &[Id]) -> Result<(), Response> {
    let (mut refusal, mut answers) = (None, vec![]);
    for child in children {
        let record = record(desk, *child).await.map_err(broken)?;
        let open = record.as_ref().is_some_and(|r| asker.grant.reach.holds(&asker.who, r, asker.now));
        answers.push((if open { "seen" } else { "refused" }, Some(*child)));
        if !open && refusal != Some(Refusal::NotFound) {
            refusal = Some(why_not(asker, *child, record));
        }
    }
    log(desk, &asker.who, asker.now, asker.grant.act, &answers).await.map_err(broken)?;
    match refusal {
        Some(refusal) => Err(refuse(desk, &refusal, Some(&asker.who), parts)),
        None => Ok(()),
    }
}
fn why_not(asker: &Asker, child: Id, record: Option<Record>) -> Refusal {
    let can_be_found = grant(asker.who.role, Act::Search)
        .zip(record)
        .is_some_and(|(search, record)| search.reach.holds(&asker.who, &record, asker.now));
    if can_be_found { Refusal::OutOfReach { child } } else { Refusal::NotFound }
}
/// The door's answer about one child, without a request to refuse.
pub(crate) async fn reached(desk: &Desk, who: &Worker, reach: Reach, child: Id, now: Timestamp) -> Result<bool, Error> {
    Ok(record(desk, child).await?.is_some_and(|record| reach.holds(who, &record, now)))
}
pub(crate) async fn log(
    desk: &Desk,
    who: &Worker,
    at: Timestamp,
    act: Act,
    answers: &[(&'static str, Option<Id>)],
) -> Result<(), Error> {
    let act = word(act);
    let look = |(what, subject): &(&'static str, Option<Id>)| Look {
        at,
        who: who.id,
        what,
        act: act.clone(),
        subject: *subject,
    };
    looked(&desk.0.db, answers.iter().map(look).collect()).await
}
/// An act as it is written in the log and in the list of pages: `view_child`.
pub(crate) fn word(act: Act) -> String {
    serde_json::to_value(act).ok().and_then(|name| name.as_str().map(String::from)).unwrap_or_default()
}

/// A young person is nobody's worker, whatever may be written about a worker of that id: their account says so.
async fn asker(desk: &Desk, signed: &Signed) -> Result<Option<Worker>, Error> {
    match signed.young {
        true => Ok(Some(Worker { id: signed.worker, name: String::new(), role: Role::YoungPerson, team: Id::nil() })),
        false => worker(desk, signed.worker).await,
    }
}
async fn worker(desk: &Desk, id: Id) -> Result<Option<Worker>, Error> {
    #[derive(Deserialize)]
    struct Line {
        name: String,
        role: Role,
        team: Id,
        ended: Option<Date>,
    }
    let sql = "SELECT name, role, team, ended FROM all_worker WHERE id = $1 AND n = 0";
    let rows = desk.0.db.all(sql, vec![id.into()]).await?;
    let Some(line) = rows.first().map(|row| row.read::<Line>()).transpose()? else { return Ok(None) };
    let left = line.ended.is_some_and(|ended| ended <= desk.today()) || line.role == Role::YoungPerson;
    Ok((!left).then_some(Worker { id, name: line.name, role: line.role, team: line.team }))
}

/// All that decides over one record, in one statement.
static RECORD: LazyLock<String> = LazyLock::new(|| {
    let [flag, id, instant] = [Kind::Flag, Kind::Id, Kind::Instant].map(null);
    format!(
        "SELECT 'record' AS part, restricted AS flag, {id} AS worker, {id} AS team, {instant} AS until \
         FROM all_child WHERE id = $1 AND n = 0 \
         UNION ALL SELECT 'allocated', {flag}, a.worker, COALESCE(w.team, a.team), {instant} FROM all_allocation a \
         LEFT JOIN all_worker w ON w.id = a.worker WHERE a.child = $1 AND a.ended IS NULL \
         UNION ALL SELECT 'named', {flag}, worker, {id}, {instant} FROM all_named WHERE child = $1 \
         UNION ALL SELECT 'conflict', {flag}, worker, {id}, {instant} FROM all_conflict WHERE child = $1 \
         UNION ALL SELECT 'opening', glass_broken, worker, {id}, until FROM all_opening WHERE child = $1"
    )
});
#[derive(Deserialize)]
struct Line {
    part: Part,
    flag: Option<bool>,
    worker: Option<Id>,
    team: Option<Id>,
    #[serde(deserialize_with = "crate::instant_or_none")]
    until: Option<Timestamp>,
}
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    Record,
    Allocated,
    Named,
    Conflict,
    Opening,
}
pub(crate) async fn record(desk: &Desk, child: Id) -> Result<Option<Record>, Error> {
    let (mut known, mut record) = (false, Record { child, ..Record::default() });
    for row in desk.0.db.all(&RECORD, vec![child.into()]).await? {
        let Line { part, flag, worker, team, until } = row.read()?;
        match part {
            Part::Record => (known, record.restricted) = (true, flag.unwrap_or(false)),
            Part::Allocated => record.allocated.extend(worker.map(|w| (w, team.unwrap_or_default()))),
            Part::Named => record.named.extend(worker),
            Part::Conflict => record.conflicts.extend(worker),
            Part::Opening => record.openings.extend(worker.zip(until).map(|(w, u)| (w, u, flag.unwrap_or(false)))),
        }
    }
    Ok(known.then_some(record))
}
