//! Whom to ring and whom to tell. On duty is who stands in the rota now; a gap in it means every team
//! manager. A record's owner is the manager of its allocated worker's team, else who is on duty. Nobody
//! with a declared conflict is ever among them.
use kernel::{Error, Happened, Reading};
use practice::{
    Date, Id, Timestamp,
    access::{Role, Worker, duty_at},
    people::Fact,
};
use serde::Deserialize;

const COLLEAGUES: &str = include_str!("sql/colleagues.sql");
pub(super) const QUESTIONS: &[&str] = &[COLLEAGUES];

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Colleague {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub team: Option<String>,
    pub on_duty: bool,
    pub works_with: bool,
    pub of_team: bool,
    pub is_named: bool,
    pub is_guardian: bool,
}
pub(super) struct Colleagues(pub Vec<Colleague>);

impl Colleagues {
    pub async fn of(reading: &mut Reading, child: Id, now: Timestamp) -> Result<Colleagues, Error> {
        let (on, daytime) = duty_at(now, &reading.norms().await?);
        let given = [("child", child.into()), ("on", on.into()), ("daytime", daytime.into())];
        Ok(Colleagues(reading.ask(COLLEAGUES, &given).await?))
    }
    fn those(&self, is: impl Fn(&Colleague) -> bool) -> Vec<&Colleague> {
        self.0.iter().filter(|c| is(c)).collect()
    }
    pub fn on_duty(&self) -> Vec<&Colleague> {
        let duty = self.those(|c| c.on_duty);
        if duty.is_empty() { self.those(|c| c.role == Role::TeamManager) } else { duty }
    }
    /// Who answers for the record, but never whoever asks.
    pub fn owner(&self, asker: Id) -> Vec<&Colleague> {
        let others = |all: Vec<_>| all.into_iter().filter(|c: &&Colleague| c.id != asker).collect::<Vec<_>>();
        let managers = others(self.those(|c| c.of_team && c.role == Role::TeamManager));
        if managers.is_empty() { others(self.on_duty()) } else { managers }
    }
    pub fn who_works_with(&self, asker: Id) -> Vec<&Colleague> {
        let workers = self.those(|c| c.works_with && c.id != asker);
        if workers.is_empty() { self.owner(asker) } else { workers }
    }
    /// The Caldicott Guardian; where nobody else is appointed, the directors.
    pub fn guardian(&self, asker: Id) -> Vec<&Colleague> {
        let guardian = self.those(|c| c.is_guardian && c.id != asker);
        if guardian.is_empty() { self.those(|c| c.role == Role::Director && c.id != asker) } else { guardian }
    }
}
/// Each is told once.
pub(super) fn tell(whom: Vec<&Colleague>, what: &str, on: Date, at: Timestamp) -> Vec<Happened> {
    let mut told: Vec<Id> = whom.iter().map(|c| c.id).collect();
    told.sort();
    told.dedup();
    told.into_iter().map(|worker| (on, Some(at), Fact::Told { worker, what: what.into() }.into())).collect()
}
/// `Amina Yusuf, Out of hours`.
pub(super) fn names(those: &[&Colleague]) -> Vec<String> {
    those.iter().map(|c| c.team.as_ref().map_or(c.name.clone(), |team| format!("{}, {team}", c.name))).collect()
}
/// `Amina Yusuf (front-door screener)`.
pub(super) fn signed(who: &Worker) -> String {
    format!("{} ({})", who.name, who.role.words().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colleague(n: u128, role: Role) -> Colleague {
        let name = format!("Worker {n}");
        Colleague {
            id: Id::from_u128(n),
            name,
            role,
            team: None,
            on_duty: false,
            works_with: false,
            of_team: false,
            is_named: false,
            is_guardian: false,
        }
    }
    fn ids(those: Vec<&Colleague>) -> Vec<u128> {
        those.iter().map(|c| c.id.as_u128()).collect()
    }
    #[test]
    fn a_gap_in_the_rota_means_every_team_manager() {
        let all = [colleague(1, Role::TeamManager), colleague(2, Role::SocialWorker), colleague(3, Role::TeamManager)];
        assert_eq!(ids(Colleagues(all.to_vec()).on_duty()), [1, 3]);
        let rota = Colleagues(vec![Colleague { on_duty: true, ..colleague(2, Role::SocialWorker) }, all[0].clone()]);
        assert_eq!(ids(rota.on_duty()), [2]);
    }
    #[test]
    fn the_guardian_is_whoever_is_appointed_and_until_then_the_director() {
        let director = colleague(1, Role::Director);
        let appointed = Colleague { is_guardian: true, ..colleague(2, Role::ServiceManager) };
        assert_eq!(ids(Colleagues(vec![director.clone()]).guardian(Id::nil())), [1]);
        let both = Colleagues(vec![director, appointed]);
        assert_eq!(ids(both.guardian(Id::nil())), [2]);
        assert_eq!(ids(both.guardian(Id::from_u128(2))), [1], "nobody is told what they did themselves");
    }
    #[test]
    fn the_owner_is_the_manager_of_the_allocated_team_and_never_who_asks() {
        let manager = Colleague { of_team: true, ..colleague(1, Role::TeamManager) };
        let duty = Colleague { on_duty: true, ..colleague(2, Role::OutOfHours) };
        let all = Colleagues(vec![manager, duty]);
        assert_eq!(ids(all.owner(Id::from_u128(9))), [1]);
        assert_eq!(ids(all.owner(Id::from_u128(1))), [2]);
    }
}
