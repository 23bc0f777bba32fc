//! What I was told: that a record was opened, a glass broken, a check matched. It stays on Today until
//! it was seen, and when it was seen is a fact.
use crate::{
    deeds::{SeeNotice, ViewChild},
    frame::{Answer, see},
    page::Answers,
    people::heading::heading,
};
use kernel::{Error, Form, Leave as _, Reading, Within};
use practice::{Id, Timestamp, access::Act, people::Fact};
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
    /// The record, where it is open to whoever was told.
    record: Option<Id>,
    name: Option<String>,
    preferred_name: Option<String>,
}
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub heading: String,
    pub href: Option<String>,
    /// Where the glass of a record that is not open may be broken.
    pub glass: Option<String>,
    pub what: String,
    pub told: Timestamp,
    /// Where its button posts to.
    pub seen: String,
}

pub async fn mine(may: &Within<ViewChild>, reading: &mut Reading) -> Result<Vec<Notice>, Error> {
    let rows: Vec<Row> = reading.ask(NOTICES, &[]).await?;
    let breaks = rows.iter().any(|row| row.record.is_none()) && may.does(Act::BreakGlass).await?;
    Ok(rows.into_iter().map(|row| row.notice(breaks)).collect())
}
impl Row {
    fn notice(self, breaks: bool) -> Notice {
        let (name, preferred) = (self.name.as_deref(), self.preferred_name.as_deref());
        let address = format!("/children/{}", self.child);
        Notice {
            heading: match self.record {
                Some(child) => heading(name, preferred, child),
                None => "A record that is not open to you".into(),
            },
            href: self.record.map(|_| address.clone()),
            glass: (self.record.is_none() && breaks).then(|| format!("{address}/break-glass")),
            what: self.what.unwrap_or_default(),
            told: self.told,
            seen: format!("/notices/{}/{}", self.child, self.fact),
        }
    }
}

/// `POST /notices/{child}/{fact}`
pub async fn seen(may: Within<SeeNotice>, Form(_): Form<Answers>) -> Answer {
    let id = |name| may.path(name).and_then(|id| id.parse::<Id>().ok());
    if let Some((child, notice)) = id("child").zip(id("fact")) {
        let asked = [("child", child.into()), ("fact", notice.into())];
        // Nobody sees for another; and what was seen once is not seen again.
        let mine: Option<Found> = may.reading().await?.ask_one(MY_NOTICE, &asked).await?;
        if let Some(Found { fact }) = mine {
            let seen = Fact::NoticeOpened { notice: fact }.into();
            may.keep_about(vec![(child, (may.today(), Some(may.now()), seen))]).await?;
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

    #[test]
    fn a_notice_about_a_record_that_is_not_open_says_what_was_told_and_not_whose_it_is() {
        let row = |record| Row {
            child: Id::from_u128(1),
            fact: Id::from_u128(2),
            told: Timestamp::UNIX_EPOCH,
            what: Some("A safeguarding check met this restricted record".into()),
            record,
            name: Some("Child 566910".into()),
            preferred_name: None,
        };
        let closed = row(None).notice(true);
        assert_eq!((closed.heading.as_str(), closed.href), ("A record that is not open to you", None));
        assert!(closed.glass.is_some() && row(None).notice(false).glass.is_none());
        let open = row(Some(Id::from_u128(1))).notice(true);
        assert_eq!((open.heading.as_str(), open.glass), ("Child 566910", None));
    }
}
