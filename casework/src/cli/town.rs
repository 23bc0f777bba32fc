use super::{
    At, Done,
    rebuild::{bar, tell},
};
use crate::{
    deeds::RunService,
    town::{self, Size},
};
use clap::{Args, ValueEnum};
use kernel::{Said, Told, sign_in};
use practice::{Date, Timestamp};
use serde::Deserialize;
use std::process::ExitCode;

const LAST_TOLD: &str = include_str!("sql/last_told.sql");
pub const QUESTIONS: &[&str] = &[LAST_TOLD];
/// The same town on every machine.
const SEED: u64 = 1160;

#[derive(Args)]
pub struct Town {
    /// How many people: a handful for tests, a city, or ten cities for load
    #[arg(long, value_enum, default_value = "default")]
    size: Asked,
    /// The last day of the story
    #[arg(long)]
    until: Option<Date>,
}
#[derive(Clone, Copy, ValueEnum)]
pub enum Asked {
    Small,
    Default,
    Tenfold,
}
impl Town {
    pub async fn run(self, at: At) -> Done {
        let facts = make(&at, self.size, self.until).await?;
        say!(
            "The town has lived to {}: {facts} facts told.",
            practice::day::words(self.until.unwrap_or(at.time().today()))
        );
        Ok(ExitCode::SUCCESS)
    }
}
/// Makes a town, or lets the one that is there live on; says how many facts were told.
pub async fn make(at: &At, size: Asked, until: Option<Date>) -> Result<usize, kernel::Error> {
    // Marked before anything is kept: real children never stand in a town, nor the other way round.
    let db = at.shaped().await?;
    if !sign_in::is_town(&db).await? {
        sign_in::found_town(&db, at.time().now()).await?;
    }
    let desk = at.desk().await?;
    let job = desk.job::<RunService>("town");
    let last: Option<Last> = job.reading().await?.ask_one(LAST_TOLD, &[]).await?;
    let told = told(size, until.unwrap_or(desk.today()), last.and_then(|l| l.recorded));
    let bar = bar("facts told, then people worked out");
    let facts = told.len();
    job.tell(told, |done, of| tell(&bar, done, of)).await?;
    bar.finish_and_clear();
    Ok(facts)
}
#[derive(Deserialize)]
struct Last {
    #[serde(default, deserialize_with = "kernel::instant_or_none")]
    recorded: Option<Timestamp>,
}
/// The story after a moment; an existing town has lived up to its last fact, and the story before it is the same.
fn told(size: Asked, until: Date, after: Option<Timestamp>) -> Vec<Told> {
    let size = match size {
        Asked::Small => Size::Small,
        Asked::Default => Size::City,
        Asked::Tenfold => Size::Tenfold,
    };
    let mut told = vec![];
    town::live(SEED, size, until, &mut |t| {
        if after.is_none_or(|last| t.recorded > last) {
            let said = Said { at: t.at, source: t.source.into(), ..Said::new(t.subject, t.happened, t.fact) };
            told.push(Told { recorded: t.recorded, who: t.who, said });
        }
    });
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::testing::{by_hand, on_each};

    #[tokio::test]
    async fn a_town_that_lives_on_under_a_new_release_has_every_table_filled_again() {
        on_each(|db, database_url| async move {
            let today = Some(practice::day::date(2026, 11, 22));
            let at = At { database_url, database_key_file: None, today };
            assert!(make(&at, Asked::Small, today).await.unwrap() > 0);
            by_hand(&db, "UPDATE all_shape SET shape = 'of an older release' WHERE name = 'owed'").await.unwrap();
            assert_eq!(make(&at, Asked::Small, today).await.unwrap(), 0, "the story is told already");
            let job = at.desk().await.unwrap().job::<RunService>("a test");
            assert_eq!(job.rebuild_check(|_, _| {}).await.unwrap(), 0);
        })
        .await;
    }
}
