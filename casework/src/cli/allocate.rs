use super::{At, Done};
use crate::{deeds, page::words::count, workforce::allocation_list};
use clap::Args;
use kernel::Said;
use practice::{Subject, people::Fact};
use std::{path::PathBuf, process::ExitCode};

#[derive(Args)]
pub struct Allocate {
    /// A CSV file with the columns child, worker and, where it is not the social worker, part
    file: PathBuf,
}
impl Allocate {
    pub async fn run(self, at: At) -> Done {
        let bytes = match tokio::fs::read(&self.file).await {
            Ok(bytes) => bytes,
            Err(e) => {
                eprintln!("loxley: {} cannot be read: {e}. Check the name and who may read it.", self.file.display());
                return Ok(ExitCode::from(2));
            }
        };
        let desk = at.desk().await?;
        let job = desk.job::<deeds::Allocate>("allocate");
        let mut reading = job.reading().await?;
        let lines = match allocation_list::understand(&mut reading, &bytes).await? {
            Ok(lines) => lines,
            Err(problems) => {
                for p in &problems {
                    eprintln!("loxley: row {}: {:?}: {}", p.row, p.value, p.what);
                }
                eprintln!("Nothing was written.");
                return Ok(ExitCode::from(2));
            }
        };
        let listed = lines.len();
        let lines = allocation_list::new_only(&mut reading, lines).await?;
        drop(reading);
        let said = |l: &allocation_list::Line| Said::new(Subject::Child(l.child), desk.today(), Fact::from(l));
        // As one, however long the list: half of it would be worse than none.
        job.keep(lines.iter().map(said).collect()).await?;
        let words = |n: usize| count(n as i64, "child", "children");
        say!("Allocated: {}. So already: {}.", words(lines.len()), words(listed - lines.len()));
        Ok(ExitCode::SUCCESS)
    }
}
