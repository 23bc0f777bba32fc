use super::{
    At, Done,
    listen::{asked_to_stop, listen, serve},
};
use crate::{
    deeds::{ManageAccounts, RunService},
    letters::tell::Teller,
    offer::{Council, Offer},
    sign_in::word::shared_word,
    town::named::{COLLEAGUES, YOUNG, YoungPerson},
};
use axum::Extension;
use clap::Args;
use kernel::{
    health::Stopping,
    listen::way,
    web::{self, Front},
};
use practice::{Id, access::Role};
use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

#[derive(Args)]
pub struct Serve {
    /// Plain http is served on this machine only, unless a proxy that ends TLS stands before it
    #[arg(long, default_value = "127.0.0.1:8080")]
    bind: SocketAddr,
    /// The address of a proxy that ends TLS; may stand several times
    #[arg(long)]
    trusted_proxy: Vec<IpAddr>,
    /// After so many minutes without a page somebody signs in again
    #[arg(long, default_value_t = 15)]
    idle_minutes: u64,
    /// The council's own pages of the local offer (`loxley offer begin` writes ours to begin from); read at start
    #[arg(long, env = "LOXLEY_OFFER", value_name = "FOLDER")]
    offer: Option<PathBuf>,
    /// Uploads wait here until they are read
    #[arg(long)]
    upload_folder: Option<PathBuf>,
    /// Called with `email` or `text` and an address to say that a letter waits; without it letters go by post or hand
    #[arg(long)]
    tell_program: Option<PathBuf>,
}
impl Serve {
    pub async fn run(self, at: At) -> Done {
        tracing_subscriber::fmt()
            .json()
            .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or("info".into()))
            .with_writer(std::io::stderr)
            .init();
        web::log_panics_without_words();
        let way = way(self.bind, &self.trusted_proxy)?;
        let offer = self.offer.as_deref().map(offer).transpose()?;
        let desk = at.desk().await?;
        // Time alone changes what is owed; a night may have passed since the last run.
        desk.job::<RunService>("start").bring_up_to_date(|_, _| {}).await?;
        let socket = listen(self.bind).await?;
        say!("Loxley serves on http://{}", self.bind);
        if desk.is_town() {
            self.introduce(&at, &desk).await?;
        }
        let stopping = Stopping::default();
        let front = Front {
            db: desk.db(),
            time: at.time(),
            way,
            show: crate::sign_in::show,
            town: desk.is_town(),
            stopping: stopping.clone(),
            idle: Duration::from_secs(self.idle_minutes * 60),
        };
        let nights = tokio::spawn(crate::nightly::nights(desk.clone()));
        let pages = match offer {
            Some(council) => crate::pages().router(desk).layer(Extension(council)),
            None => crate::pages().router(desk),
        };
        let pages = match &self.tell_program {
            Some(program) => pages.layer(Extension(Teller(program.as_path().into()))),
            None => pages,
        };
        let served = serve(socket, web::open(pages, front), stopping, asked_to_stop()).await;
        nights.abort();
        served?;
        Ok(ExitCode::SUCCESS)
    }
    /// Prints the sign-ins of a town: one of its named people for each role, and the word that they share.
    async fn introduce(&self, at: &At, desk: &kernel::Desk) -> Result<(), kernel::Error> {
        let mut people: Vec<(Role, Id, String)> = vec![];
        for c in COLLEAGUES {
            if !people.iter().any(|p| p.0 == c.role) {
                people.push((c.role, c.id, c.role.code().replace('_', "-")));
            }
        }
        let young: Vec<(Id, String)> = YOUNG.iter().map(|y| (y.who.id, y.account.to_string())).collect();
        let word = shared_word(&word_file(&at.database_url))?;
        let accounts: Vec<_> = people.iter().map(|(_, id, account)| (*id, account.clone())).collect();
        desk.job::<ManageAccounts>("introduce the town").accounts().demo(&accounts, &young, &word).await?;
        say!("Everybody in it is invented. One of each role:");
        for (role, _, account) in &people {
            say!("  {:<38}  {account}", role.words().to_lowercase());
        }
        // They sign in on a page of their own, /my/sign-in.
        for YoungPerson { who, account } in YOUNG {
            say!("  {:<38}  {account}", format!("young person, {}", who.name));
        }
        say!("The word for all of them: {word}");
        Ok(())
    }
}
/// The council's offer. What would mislead or break stops the start; what should be better is logged.
fn offer(folder: &Path) -> Result<Council, kernel::Error> {
    let (offer, problems) = Offer::read(folder).map_err(|e| format!("{} cannot be read: {e}", folder.display()))?;
    for problem in problems.iter().filter(|p| !p.stops) {
        tracing::warn!(%problem, "the local offer");
    }
    let stops: Vec<String> = problems.iter().filter(|p| p.stops).map(|p| format!("\n  {p}")).collect();
    if !stops.is_empty() {
        return Err(format!("the local offer in {} is not ready:{}", folder.display(), stops.concat()).into());
    }
    Ok(Council(Arc::new(offer)))
}
/// Beside the database file; for PostgreSQL, in the folder of this run.
fn word_file(database_url: &str) -> PathBuf {
    match database_url.split_once("://") {
        Some(_) => PathBuf::from("loxley-town.word"),
        None => PathBuf::from(format!("{database_url}.word")),
    }
}
