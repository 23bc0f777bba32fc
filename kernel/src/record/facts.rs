//! Reading facts back from the log.
use super::in_list;
use crate::{Body, Error, House, Kind, Value, db::Tx};
use practice::{Date, History, Id, Kept, Norms, Subject, Timestamp};
use std::collections::HashMap;

const KEPT: [(&str, Kind); 12] = {
    use Kind::*;
    [
        ("id", Id),
        ("subject", Id),
        ("happened", Day),
        ("at", Instant),
        ("recorded", Instant),
        ("who", Id),
        ("source", Text),
        ("instead_of", Id),
        ("why", Text),
        ("name", Text),
        ("version", Int),
        ("body", Text),
    ]
};
/// Everything kept about some subjects, as it was said: nothing superseded is left out.
pub(crate) async fn facts_of(
    tx: &mut Tx,
    house: &House,
    subjects: &[Subject],
) -> Result<HashMap<Id, Vec<Kept>>, Error> {
    let (marks, given) = in_list(&subjects.iter().map(|s| s.id()).collect::<Vec<_>>());
    let found = tx.bulk(&KEPT, &format!("FROM all_fact WHERE subject IN ({marks})"), given).await?;
    let mut all: HashMap<Id, Vec<Kept>> = HashMap::new();
    for cells in found {
        if let Some((subject, kept)) = read(cells, house)? {
            all.entry(subject).or_default().push(kept);
        }
    }
    Ok(all)
}
/// `None` for a fact whose body was disposed of: that it was kept is known, what it said is not.
fn read(cells: Vec<Value>, house: &House) -> Result<Option<(Id, Kept)>, Error> {
    let Ok(
        [
            Value::Id(id),
            Value::Id(subject),
            Value::Day(happened),
            at,
            Value::Instant(recorded),
            Value::Id(who),
            Value::Text(source),
            instead_of,
            Value::Text(why),
            Value::Text(name),
            Value::Int(version),
            Value::Text(text),
        ],
    ) = <[Value; 12]>::try_from(cells)
    else {
        return Err("a row of all_fact is not readable".into());
    };
    if text.is_empty() {
        return Ok(None);
    }
    let at = match at {
        Value::Instant(at) => Some(Timestamp::from_microsecond(at)?),
        _ => None,
    };
    let instead_of = match instead_of {
        Value::Id(other) => Some(other),
        _ => None,
    };
    let fact = (house.decode)(&Body { name, version, text }).map_err(|e| format!("Fact {id} cannot be read: {e}"))?;
    let recorded = Timestamp::from_microsecond(recorded)?;
    Ok(Some((subject, Kept { id, happened, at, recorded, who, source, instead_of, why, fact })))
}
/// Read in each transaction, because another instance may just have changed them.
pub(crate) async fn norms_of(tx: &mut Tx, house: &House, today: Date) -> Result<Norms, Error> {
    Ok(Norms::of(&History::new(facts_of_service(tx, house).await?, today)))
}
/// As they were on a day, as far as somebody had said so by a moment.
pub(crate) async fn norms_known_by(tx: &mut Tx, house: &House, then: Timestamp, on: Date) -> Result<Norms, Error> {
    Ok(Norms::of(&History::known_by(&facts_of_service(tx, house).await?, then, on)))
}
async fn facts_of_service(tx: &mut Tx, house: &House) -> Result<Vec<Kept>, Error> {
    let mut facts = facts_of(tx, house, &[Subject::Service]).await?;
    Ok(facts.remove(&Subject::Service.id()).unwrap_or_default())
}
