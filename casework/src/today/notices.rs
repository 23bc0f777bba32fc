//! What I was told: that a record was opened, a glass broken, a check matched. It stays on Today until
//! it was seen, and when it was seen is a fact.
use crate::{
    deeds::{RecordWork, ViewChild},
    frame::{Answer, see},
    page::Answers,
    people::heading::heading,
};
use kernel::{Allowed, Error, Form, Leave as _, Reading, Within};
use practice::{
    Id, Timestamp,
    access::{Act, Record, Worker, grant},
    people::Fact,
};
use serde::{Deserialize, Serialize};

const NOTICES: &str = include_str!("sql/notices.sql");
const MY_NOTICE: &str = include_str!("sql/my_notice.sql");
pub const QUESTIONS: &[&str] = &[NOTICES, MY_NOTICE];

#[derive(Deserialize)]
struct Row {
    child: Id,
    fact: Id,
    #[serde(deserialize_with = "kernel::instant")]
    told: Timestamp,
    what: Option<String>,
    name: Option<String>,
    preferred_name: Option<String>,
    restricted: bool,
    mine: bool,
    our_teams: bool,
}
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub child: Id,
    pub heading: String,
    pub what: String,
    pub told: Timestamp,
    /// Where its button posts to; nothing for whose role does not record about this child.
    pub seen: Option<String>,
}

pub async fn mine(may: &Within<ViewChild>, reading: &mut Reading) -> Result<Vec<Notice>, Error> {
    let rows: Vec<Row> = reading.ask(NOTICES, &[]).await?;
    Ok(rows.into_iter().map(|row| row.notice(may.who(), may.now())).collect())
}
impl Row {
    fn notice(self, who: &Worker, now: Timestamp) -> Notice {
        Notice {
            child: self.child,
            heading: heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child),
            seen: self.may_be_marked(who, now).then(|| format!("/notices/{}/{}", self.child, self.fact)),
            what: self.what.unwrap_or_default(),
            told: self.told,
        }
    }
    /// A button that would be refused is not shown.
    fn may_be_marked(&self, who: &Worker, now: Timestamp) -> bool {
        let mine = self.mine.then_some((who.id, who.team));
        let ours = self.our_teams.then_some((Id::nil(), who.team));
        let record = Record {
            restricted: self.restricted,
            allocated: mine.into_iter().chain(ours).collect(),
            ..Record::default()
        };
        grant(who.role, Act::RecordWork).is_some_and(|g| g.reach.holds(who, &record, now))
    }
}

/// `POST /notices/{child}/{fact}`
pub async fn seen(may: Allowed<RecordWork>, Form(_): Form<Answers>) -> Answer {
    let notice: Option<Id> = may.path("fact").and_then(|id| id.parse().ok());
    if let Some(notice) = notice {
        let asked = [("child", may.child().into()), ("fact", notice.into())];
        // Nobody sees for another; and what was seen once is not seen again.
        let mine: Option<Found> = may.reading().await?.ask_one(MY_NOTICE, &asked).await?;
        if let Some(Found { fact }) = mine {
            may.keep(may.today(), Some(may.now()), Fact::NoticeOpened { notice: fact }).await?;
        }
    }
    see("/today")
}
#[derive(Deserialize)]
struct Found {
    fact: Id,
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::access::Role;

    fn row(restricted: bool, mine: bool, our_teams: bool) -> Row {
        Row {
            child: Id::from_u128(1),
            fact: Id::from_u128(2),
            told: Timestamp::UNIX_EPOCH,
            what: Some("Your record was opened".into()),
            name: None,
            preferred_name: None,
            restricted,
            mine,
            our_teams,
        }
    }
    #[test]
    fn only_who_may_record_about_the_child_is_offered_the_button() {
        let who = |role| Worker { id: Id::from_u128(7), name: String::new(), role, team: Id::from_u128(9) };
        let offered = |role, row: Row| row.may_be_marked(&who(role), Timestamp::UNIX_EPOCH);
        assert!(offered(Role::SocialWorker, row(false, true, true)));
        assert!(!offered(Role::SocialWorker, row(false, false, true)), "a colleague's child");
        assert!(offered(Role::TeamManager, row(false, false, true)));
        assert!(!offered(Role::TeamManager, row(true, false, true)), "restricted");
        assert!(!offered(Role::Director, row(false, true, true)), "directors record nothing");
    }
}
