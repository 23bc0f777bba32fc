//! A young person does not feel safe: who is told, from when on, and who opened it.
use super::Fact;
use crate::{
    access::{Act, Role, grant},
    day::{Timestamp, plus_minutes},
    fact::{Event, Fact as F, Id},
    history::History,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Alarm<'a> {
    pub id: Id,
    pub raised: Event,
    pub words: &'a str,
    pub reach: &'a str,
    pub told: &'a [(Id, Timestamp)],
    /// When one of those who were told opened it first, and who.
    pub opened: Option<(Event, Id)>,
}
/// Oldest first.
pub fn alarms(h: &History) -> Vec<Alarm<'_>> {
    let raised = h.all().filter_map(|k| match &k.fact {
        F::Young(Fact::NotSafe { childs_words, reach, told }) => {
            Some(Alarm { id: k.id, raised: k.into(), words: childs_words, reach, told, opened: opened(h, k.id, k.who) })
        }
        _ => None,
    });
    raised.collect()
}
fn opened(h: &History, alarm: Id, by: Id) -> Option<(Event, Id)> {
    let opens = |f: &F| matches!(f, F::Young(Fact::NotSafeOpened { alarm: of }) if *of == alarm);
    h.all().find(|k| opens(&k.fact) && k.who != by).map(|k| (k.into(), k.who))
}

/// Somebody who may be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Tells {
    pub id: Id,
    pub role: Role,
    pub on_duty: bool,
    /// Of the team of the young person's worker or adviser.
    pub of_team: bool,
}
type Is<'a> = &'a dyn Fn(&Tells) -> bool;
/// Whoever is on duty at once (a gap in the rota is every team manager), then the managers among them or of the
/// team, then the directors. Each once, from the first moment that is theirs; a rank in which there is nobody else makes
/// nobody wait. Whose role cannot open it is never counted as told, whatever the rota says.
pub fn whom_to_tell(all: &[Tells], now: Timestamp, minutes: i64) -> Vec<(Id, Timestamp)> {
    let manages = |t: &Tells| matches!(t.role, Role::TeamManager | Role::ServiceManager);
    let every = |t: &Tells| t.role == Role::TeamManager;
    let director = |t: &Tells| t.role == Role::Director;
    let ranks: [&[Is]; 3] = [
        &[&|t| t.on_duty, &every, &director],
        &[&|t| t.on_duty && manages(t), &|t| t.of_team && manages(t), &every],
        &[&director],
    ];
    let mut told: Vec<(Id, Timestamp)> = vec![];
    let mut from = now;
    for rank in ranks {
        let others = |is: &Is| -> Vec<Id> {
            let may_open = |t: &&Tells| grant(t.role, Act::SeeNotice).is_some();
            let is_new = |id: &Id| told.iter().all(|(known, _)| known != id);
            all.iter().filter(|t| is(t)).filter(may_open).map(|t| t.id).filter(is_new).collect()
        };
        let Some(new) = rank.iter().map(others).find(|ids| !ids.is_empty()) else { continue };
        told.extend(new.into_iter().map(|id| (id, from)));
        from = plus_minutes(from, minutes);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{date, moment};

    fn somebody(n: u128, role: Role) -> Tells {
        Tells { id: Id::from_u128(n), role, on_duty: false, of_team: false }
    }
    fn told(all: &[Tells]) -> Vec<(u128, i64)> {
        let now = moment(date(2026, 11, 22).at(22, 0, 0, 0));
        let minutes = |at: Timestamp| at.duration_since(now).as_mins();
        whom_to_tell(all, now, 15).into_iter().map(|(id, at)| (id.as_u128(), minutes(at))).collect()
    }
    #[test]
    fn whoever_is_on_duty_at_once_then_the_manager_then_the_director() {
        let duty = Tells { on_duty: true, ..somebody(1, Role::OutOfHours) };
        let manager = Tells { of_team: true, ..somebody(2, Role::TeamManager) };
        let all = [duty, manager, somebody(3, Role::TeamManager), somebody(4, Role::Director)];
        assert_eq!(told(&all), [(1, 0), (2, 15), (4, 30)]);
    }
    #[test]
    fn nobody_in_the_rota_is_every_team_manager_at_once() {
        let all = [somebody(2, Role::TeamManager), somebody(3, Role::TeamManager), somebody(4, Role::Director)];
        assert_eq!(told(&all), [(2, 0), (3, 0), (4, 15)]);
        assert_eq!(told(&[somebody(4, Role::Director)]), [(4, 0)], "and without one, the director");
        let service = Tells { of_team: true, ..somebody(6, Role::ServiceManager) };
        assert_eq!(told(&[service]), [(6, 0)], "nobody waits for a quarter of an hour because the rota is empty");
        assert_eq!(told(&[somebody(5, Role::SocialWorker)]), [], "nobody: the page says that it could not be sent");
    }
    #[test]
    fn the_manager_in_the_rota_is_told_once() {
        let duty = Tells { on_duty: true, ..somebody(1, Role::TeamManager) };
        let of_team = Tells { of_team: true, ..somebody(2, Role::TeamManager) };
        assert_eq!(told(&[duty.clone(), somebody(4, Role::Director)]), [(1, 0), (4, 15)]);
        assert_eq!(told(&[duty, of_team, somebody(4, Role::Director)]), [(1, 0), (2, 15), (4, 30)]);
    }
    #[test]
    fn whoever_cannot_open_it_is_a_gap_in_the_rota() {
        let auditor = Tells { on_duty: true, ..somebody(1, Role::Auditor) };
        assert_eq!(told(&[auditor, somebody(2, Role::TeamManager)]), [(2, 0)]);
    }
}
