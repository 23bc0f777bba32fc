//! What lies between two pages: an upload until it is confirmed, and how far a delivery is while it is
//! taken in. Both live in this process alone. After a restart, or at another instance, an upload is
//! chosen again, and one that was broken off is taken in again: what the record holds is not doubled.
use super::{
    found::{Found, of_authority},
    take::{self, Order},
};
use crate::{
    deeds::Import,
    page::{
        Link,
        progress::{Progress, State},
        words::count,
    },
};
use kernel::{Error, Leave as _, Service, Uploaded};
use practice::{Id, Timestamp};
use returns::{Delivery, File, NotRead, Unreadable};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// An upload that waits for its sender's yes. The files go with the last who holds them.
#[derive(Clone)]
pub struct Waiting {
    /// Under which it will stand as a delivery. Nobody can guess it.
    pub id: Id,
    pub order: Order,
    pub found: Arc<Found>,
    files: Arc<Vec<Uploaded>>,
    since: Timestamp,
}
/// What lies there. The pages that put it there and ask for it hold one between them.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<Held>>);
#[derive(Default)]
struct Held {
    /// One each: a new upload takes the place of the last.
    waiting: BTreeMap<Id, Waiting>,
    /// The latest deliveries, the oldest first.
    running: Vec<(Id, Progress)>,
}
const FOR: Duration = Duration::from_secs(3600);
const AT_MOST: usize = 50;

impl Shelf {
    fn open(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// What this person uploaded and has not decided about.
    pub fn of(&self, worker: Id, now: Timestamp) -> Option<Waiting> {
        let mut held = self.open();
        held.waiting.retain(|_, w| now.duration_since(w.since).unsigned_abs() < FOR);
        held.waiting.get(&worker).cloned()
    }
    pub fn forget(&self, worker: Id) {
        self.open().waiting.remove(&worker);
    }
    pub fn running(&self, delivery: Id) -> Option<Progress> {
        self.open().running.iter().find(|(id, _)| *id == delivery).map(|(_, progress)| progress.clone())
    }
    fn tell(&self, delivery: Id, progress: Progress) {
        let all = &mut self.open().running;
        match all.iter_mut().find(|(id, _)| *id == delivery) {
            Some((_, told)) => *told = progress,
            None => all.push((delivery, progress)),
        }
        let too_many = all.len().saturating_sub(AT_MOST);
        all.drain(..too_many);
    }
    /// Reads an upload and works out what it would do; it waits from then on, unless it cannot be read.
    pub async fn look(
        &self,
        job: &Service<Import>,
        id: Id,
        files: Arc<Vec<Uploaded>>,
        order: Order,
    ) -> Result<Result<(), Unreadable>, Error> {
        let planned = match take::plan(job, Arc::new(delivery(&files).await?), &order, job.today()).await? {
            Ok(planned) => planned,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let found = Arc::new(Found::of(&planned));
        let waiting = Waiting { id, order, found, files, since: job.now() };
        self.open().waiting.insert(job.who().id, waiting);
        Ok(Ok(()))
    }
}
impl Waiting {
    /// The same files, otherwise understood.
    pub async fn look_again(
        self,
        shelf: &Shelf,
        job: &Service<Import>,
        order: Order,
    ) -> Result<Result<(), Unreadable>, Error> {
        shelf.look(job, self.id, self.files, order).await
    }
    /// Takes it in; whoever asks is told how far it is. Goes on though nobody looks.
    pub async fn take_in(self, shelf: Shelf, job: Service<Import>) {
        let mut progress = Progress {
            heading: format!(
                "Taking in the {} {}, {}",
                self.found.title,
                of_authority(&self.found.authority),
                self.found.year
            ),
            state: State::Working,
            said: "Reading the files again and comparing them with the record".into(),
            done: 0,
            of: None,
            things: "facts".into(),
            next: None,
        };
        shelf.tell(self.id, progress.clone());
        let ended = self.run(&shelf, &job, &mut progress).await;
        let failed = |said: String| (State::Failed, said, Link::new("/import", "Upload the files again"));
        let (state, said, next) = match ended {
            Ok(Ok(problems)) => {
                let said = format!("Everything was taken in, with {}.", count(problems, "problem", "problems"));
                (
                    State::Finished,
                    said,
                    Link::new(format!("/import/{}", self.id), "See what was read, and the problems"),
                )
            }
            Ok(Err(why)) => failed(why),
            Err(error) => {
                tracing::error!(%error, "taking in a return");
                failed(
                    "A fault of ours, which was noted. What was kept stays; taking the files in again adds the rest."
                        .into(),
                )
            }
        };
        (progress.state, progress.said, progress.next) = (state, said, Some(next));
        shelf.tell(self.id, progress);
    }
    /// The number of its problems, or why it was not taken in.
    async fn run(
        &self,
        shelf: &Shelf,
        job: &Service<Import>,
        progress: &mut Progress,
    ) -> Result<Result<i64, String>, Error> {
        let order = Order { confirm_withdrawals: self.found.to_confirm, ..self.order.clone() };
        let files = Arc::new(delivery(&self.files).await?);
        // Planned anew: others may have changed the record since it was shown.
        let mut planned = match take::plan(job, files, &order, job.today()).await? {
            Ok(planned) => planned,
            Err(unreadable) => return Ok(Err(unreadable.to_string())),
        };
        if let Some(n) = planned.to_confirm() {
            let n = count(n as i64, "row", "rows");
            return Ok(Err(format!("The record has changed since: {n} would be withdrawn now. Nothing was written.")));
        }
        planned.delivery = self.id;
        let problems = take::problems(&planned.plan).len();
        progress.said = "Keeping what is new, and working out what follows from it".into();
        take::keep(job, planned, |done, of| {
            (progress.done, progress.of) = (done as u64, Some(of as u64));
            shelf.tell(self.id, progress.clone());
        })
        .await?;
        Ok(Ok(problems as i64))
    }
}
/// One file is the return. Of several the CSV files are, and the rest is named as not read.
async fn delivery(uploads: &[Uploaded]) -> Result<Delivery, Error> {
    let mut delivery = Delivery::default();
    for upload in uploads {
        let is_csv = upload.name.to_lowercase().ends_with(".csv");
        if uploads.len() > 1 && !is_csv {
            let why = "is not a CSV file".into();
            delivery.not_read.push(NotRead { file: upload.name.clone(), why });
            continue;
        }
        let bytes = tokio::fs::read(upload.path()).await?;
        delivery.files.push(File { name: upload.name.clone(), bytes });
    }
    Ok(delivery)
}
