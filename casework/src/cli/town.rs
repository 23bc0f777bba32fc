use super::{
    At, Done,
    rebuild::{bar, tell},
};
use crate::{
    deeds::RunService,
    town::{self, Size},
};
use clap::{Args, ValueEnum};
use kernel::{Db, Said, Told, sign_in};
use practice::Date;
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
enum Asked {
    Small,
    Default,
    Tenfold,
}
impl Town {
    pub async fn run(self, at: At) -> Done {
        // Marked before anything is kept: real children never stand in a town, nor the other way round.
        let db = Db::open(&at.database_url).await?;
        db.migrate(crate::house::house().tables).await?;
        if !sign_in::is_town(&db).await? {
            sign_in::found_town(&db, at.time().now()).await?;
        }
        let desk = at.desk().await?;
        let until = self.until.unwrap_or(desk.today());
        let job = desk.job::<RunService>("town");
        #[derive(Deserialize)]
        struct Last {
            #[serde(default, deserialize_with = "kernel::instant_or_none")]
            recorded: Option<practice::Timestamp>,
        }
        let last: Option<Last> = job.reading().await?.ask_one(LAST_TOLD, &[]).await?;
        let last = last.and_then(|l| l.recorded);
        let size = match self.size {
            Asked::Small => Size::Small,
            Asked::Default => Size::City,
            Asked::Tenfold => Size::Tenfold,
        };
        let mut told = vec![];
        town::live(SEED, size, until, &mut |t| {
            // An existing town has lived up to its last fact; the story before it is the same.
            if last.is_none_or(|l| t.recorded > l) {
                let said = Said { at: t.at, source: t.source.into(), ..Said::new(t.subject, t.happened, t.fact) };
                told.push(Told { recorded: t.recorded, who: t.who, said });
            }
        });
        let bar = bar("facts");
        let facts = told.len();
        job.tell(told, |done, of| tell(&bar, done, of)).await?;
        bar.finish_and_clear();
        println!("The town has lived to {}: {facts} facts told.", practice::day::words(until));
        Ok(ExitCode::SUCCESS)
    }
}
