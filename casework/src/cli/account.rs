use super::{At, Done};
use crate::{deeds::ManageAccounts, workforce::accounts::first_password};
use clap::Subcommand;
use kernel::chance;
use practice::{Id, Subject, access::Role, workforce};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Command {
    /// Make a worker with an account: how a new record gets its first administrator
    Add {
        /// As other people read it
        #[arg(long)]
        name: String,
        /// administrator, team_manager, social_worker, …
        #[arg(long, value_parser = role)]
        role: Role,
        /// What they type to sign in
        username: String,
    },
}
fn role(typed: &str) -> Result<Role, String> {
    let known = || Role::PEOPLE.map(Role::code).join(", ");
    Role::PEOPLE.into_iter().find(|r| r.code() == typed).ok_or_else(|| format!("one of {}", known()))
}
impl Command {
    pub async fn run(self, at: At) -> Done {
        let Command::Add { name, role, username } = self;
        let desk = at.desk().await?;
        let job = desk.job::<ManageAccounts>("account add");
        let (worker, word) = (chance::id(), first_password());
        if let Err(why) = job.accounts().make(worker, &name, &username, &word).await? {
            eprintln!("loxley: {why}");
            return Ok(ExitCode::FAILURE);
        }
        let post = workforce::Fact::PostTaken { name: name.clone(), role, team: Id::nil() };
        job.keep(vec![kernel::Said::new(Subject::Worker(worker), desk.today(), post)]).await?;
        say!("{name} is {} and signs in as {username}.", role.words().to_lowercase());
        say!("First password: {word}");
        say!("It is shown once; Loxley asks for another at the first sign-in.");
        Ok(ExitCode::SUCCESS)
    }
}
