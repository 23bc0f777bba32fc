//! What happens without anybody asking: a little after midnight in England, whoever's day has come
//! is worked out again, this year's returns are looked at, drafts that nobody goes on with are thrown away, and the access log is sealed into the chain.
use crate::{deeds::RunService, returns_desk::previews};
use kernel::Desk;
use practice::day::{plus_days, start_of};
use std::time::Duration;

/// For so long a draft that nobody touches waits to be gone on with: a quarter, our own choice. It is no part of the
/// record, and what it says of a child must not outlive the record of that child.
const DRAFTS_WAIT: i64 = 90;

pub async fn nights(desk: Desk) {
    loop {
        let midnight = start_of(plus_days(desk.today(), 1));
        let wait = midnight.duration_since(desk.now()).unsigned_abs();
        // A day fixed on the command line has no tomorrow; an hour is as good as any to look again.
        tokio::time::sleep(wait.clamp(Duration::from_secs(60), Duration::from_secs(3600))).await;
        night(&desk).await;
    }
}
/// One thing that fails keeps nothing else from being done.
pub async fn night(desk: &Desk) {
    let job = desk.job::<RunService>("night");
    if let Err(error) = job.bring_up_to_date(|_, _| {}).await {
        tracing::error!(%error, "the night's work");
    }
    if let Err(error) = previews::night(desk).await {
        tracing::error!(%error, "looking at this year's returns");
    }
    let untouched_since = start_of(plus_days(desk.today(), -DRAFTS_WAIT));
    if let Err(error) = job.forget_drafts(untouched_since).await {
        tracing::error!(%error, "throwing away drafts that nobody goes on with");
    }
    if let Err(error) = job.seal().await {
        tracing::error!(%error, "sealing the access log");
    }
}
