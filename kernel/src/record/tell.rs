//! A whole story at once: appended in the order in which it was told, so that the chain is the
//! story's own; then everyone in it is derived, once.
use super::{
    Told,
    again::derive_later,
    chain::Head,
    keep::{BATCH, Keeper, Line, append, id_at},
};
use crate::{Error, time::Stopwatch};
use practice::{Subject, day::day_of};
use std::collections::BTreeSet;

/// Facts in one statement of the log: many, because nobody derives in between.
const AT_ONCE: usize = 512;

pub(crate) async fn tell(
    keeper: &Keeper<'_>,
    told: Vec<Told>,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<(), Error> {
    let of = told.len();
    let everyone: BTreeSet<Subject> = told.iter().map(|t| t.said.subject).collect();
    let (mut left, mut done) = (told.into_iter().map(line).peekable(), 0);
    // Marked first: if this breaks off, the next start derives whoever has facts that no table shows.
    derive_later(keeper, &everyone).await?;
    while left.peek().is_some() {
        let mut tx = keeper.db.write().await?;
        let mut head = Head::lock(&mut tx).await?;
        let watch = Stopwatch::start();
        while left.peek().is_some() && watch.elapsed() < BATCH {
            let lines: Vec<Line> = left.by_ref().take(AT_ONCE).collect();
            done += lines.len();
            append(&mut tx, &mut head, keeper.house, lines).await?;
        }
        head.release(&mut tx).await?;
        tx.commit().await?;
        progress(done, of);
    }
    super::bring_up_to_date(keeper.db, keeper.house, day_of(keeper.now), progress).await?;
    Ok(())
}
fn line(Told { recorded, who, said }: Told) -> Line {
    Line { id: id_at(recorded), recorded, who, said }
}
