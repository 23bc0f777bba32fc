//! A return into an empty record: how long, how long beside merely writing the rows, and what the
//! pages feel of it.
use super::{
    Figure, beside,
    http::{self, Ask},
    row, some_children,
};
use crate::{
    cli::{At, town},
    deeds::Import,
    imports::take::{self, Order},
    town::named::SERVICE_MANAGER_INDEX,
};
use kernel::{Db, Desk, Error, time::Stopwatch};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

struct Taken {
    children: usize,
    facts: usize,
    took: Duration,
    reading: Duration,
    /// The longest that it held the writer.
    longest: Duration,
}

pub async fn import(at: &At, path: Option<PathBuf>) -> Result<(), Error> {
    let Some(path) = path else {
        eprintln!("skipped: LOXLEY_BENCH_RETURN names no folder with a 903 return");
        return Ok(());
    };
    let desk = beside(at, "import").desk().await?;
    let taken = take(&desk, &path).await?;
    let seconds = taken.took.as_secs_f64();
    row(
        &format!("a 903 return of {} children ({} facts) taken in", taken.children, taken.facts),
        Figure::Words(format!("{seconds:.1} s, of which reading {:.1} s", taken.reading.as_secs_f64())),
        "10 s; PostgreSQL 20 s",
    );
    row("longest batch of the import", Figure::Ms(taken.longest.as_secs_f64() * 1000.0), "250 ms");
    row("most memory of the import", Figure::Words(super::memory()), "");
    let bare = Db::open(&beside(at, "bare").database_url).await?;
    let (rows, writing) = kernel::written_bare(&desk.db(), &bare, crate::house::house().tables).await?;
    row(
        &format!("the import, beside writing its {rows} rows without hashing and deriving"),
        Figure::Words(format!("{:.1} times {:.1} s", seconds / writing.as_secs_f64(), writing.as_secs_f64())),
        "4 times",
    );
    while_pages_are_asked_for(&beside(at, "busy"), path).await
}
async fn take(desk: &Desk, path: &Path) -> Result<Taken, Error> {
    let job = desk.job::<Import>("bench");
    let watch = Stopwatch::start();
    let delivery = Arc::new(returns::gather(path).map_err(|e| e.why)?);
    let planned = take::plan(&job, delivery, &Order::default(), desk.today()).await?.map_err(|e| e.why)?;
    let reading = watch.elapsed();
    let (children, facts) = (planned.plan.new_children.len(), planned.plan.keep.len());
    // Told once before the first batch, and after each.
    let (mut last, mut longest) = (None::<Stopwatch>, Duration::ZERO);
    take::keep(&job, planned, |_, _| {
        let held = last.replace(Stopwatch::start()).map_or(Duration::ZERO, |since| since.elapsed());
        longest = longest.max(held);
    })
    .await?;
    Ok(Taken { children, facts, took: watch.elapsed(), reading, longest })
}
/// The same into a small town, where somebody reads the children's records meanwhile.
async fn while_pages_are_asked_for(at: &At, path: PathBuf) -> Result<(), Error> {
    const RATE: u32 = 20;
    town::make(at, town::Asked::Small, None).await?;
    let desk = at.desk().await?;
    let server = http::serve(at, &desk).await?;
    let [cookie] = http::sign_in(&desk, server, [SERVICE_MANAGER_INDEX]).await?;
    let page = |id| Ask { of: "Child", server, path: format!("/children/{id}"), cookie: cookie.clone() };
    let children = http::given(some_children(&desk).await?.into_iter().map(page).collect()).await?;
    if children.is_empty() {
        return Err("The town shows nobody a child.".into());
    }
    let importing = tokio::spawn(async move { take(&desk, &path).await });
    let next = |i: usize| (!importing.is_finished()).then(|| children[i % children.len()].clone());
    let took = http::load(RATE, next).await?;
    importing.await??;
    row("Child, p95, while an import runs", Figure::Ms(took.p95("Child")), "100 ms");
    Ok(())
}
