use super::{
    At, Done,
    rebuild::{bar, tell},
};
use crate::{
    deeds,
    imports::take::{self, Order, Planned},
};
use clap::{Args, Subcommand};
use returns::{Return, Unreadable, YearFrom};
use std::{path::PathBuf, process::ExitCode};

#[derive(Subcommand)]
pub enum Import {
    /// The SSDA903 return: a folder of CSV files, or one XML file
    #[command(name = "903")]
    Ssda903(Options),
    /// The children in need census: one XML file
    Cin(Options),
}
#[derive(Args)]
pub struct Options {
    path: PathBuf,
    /// Whose return it is; a file that names another is refused
    #[arg(long)]
    authority: Option<String>,
    /// The year in which the return's 31 March falls
    #[arg(long)]
    year: Option<i16>,
    /// Write nothing: show what would be kept, changed and withdrawn
    #[arg(long)]
    dry_run: bool,
    /// So many rows would be withdrawn, as shown: withdraw them
    #[arg(long, value_name = "N")]
    confirm_withdrawals: Option<usize>,
    /// This id is the record's child, though the birth dates differ; may stand several times
    #[arg(long, value_name = "ID")]
    same_child: Vec<String>,
    /// Show every problem, not the first twenty
    #[arg(long)]
    all_problems: bool,
}
const FIRST: usize = 20;

impl Import {
    pub async fn run(self, at: At) -> Done {
        let (wanted, o) = match self {
            Import::Ssda903(o) => (Return::Ssda903, o),
            Import::Cin(o) => (Return::Cin, o),
        };
        let delivery = match returns::gather(&o.path) {
            Ok(delivery) => delivery,
            Err(e) => return refused(&e),
        };
        let desk = at.desk().await?;
        let job = desk.job::<deeds::Import>("import");
        let order = Order {
            authority: o.authority,
            year: o.year,
            confirm_withdrawals: o.confirm_withdrawals,
            same_children: o.same_child.into_iter().collect(),
        };
        let planned = match take::plan(&job, &delivery, &order, desk.today()).await? {
            Ok(planned) => planned,
            Err(e) => return refused(&e),
        };
        let found = planned.plan.taken.which;
        if found != wanted {
            eprintln!(
                "loxley: this is the {}, not the {}: say `loxley import {}`.",
                found.title(),
                wanted.title(),
                found.code()
            );
            return Ok(ExitCode::from(2));
        }
        show(&planned, if o.all_problems { usize::MAX } else { FIRST });
        if o.dry_run {
            println!("Nothing was written.");
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(n) = planned.to_confirm() {
            println!(
                "{n} rows that the record holds from this year's return are not in this delivery. Nothing was written."
            );
            println!("If they are to go, say --confirm-withdrawals {n}. If the export was cut short, export it again.");
            return Ok(ExitCode::from(3));
        }
        let bar = bar("facts");
        take::keep(&job, planned, |done, of| tell(&bar, done, of)).await?;
        bar.finish_and_clear();
        println!("Taken in.");
        Ok(ExitCode::SUCCESS)
    }
}
fn refused(e: &Unreadable) -> Done {
    eprintln!("loxley: {}: {} {}", e.file, e.why, e.todo);
    eprintln!("Nothing was written.");
    Ok(ExitCode::from(2))
}
/// What was read, what it would do, and what is wrong with it.
fn show(planned: &Planned, problems: usize) {
    let plan = &planned.plan;
    let taken = &plan.taken;
    let from = match taken.year_from {
        YearFrom::Asked => "as you said".into(),
        YearFrom::File => "as the file says".into(),
        YearFrom::LatestEpisode(day) => {
            format!("the year of the latest episode, which began on {}", practice::day::words(day))
        }
    };
    println!("{} of authority {}, year to 31 March {} ({from})", taken.which.title(), taken.authority, taken.year);
    println!("{:<22} {:>8} {:>8} {:>8} {:>10} {:>10}", "table", "rows", "new", "changed", "unchanged", "withdrawn");
    for t in &plan.tables {
        let rows = taken.table(t.table).map_or(0, |r| r.rows);
        println!("{:<22} {rows:>8} {:>8} {:>8} {:>10} {:>10}", t.table, t.kept, t.superseded, t.unchanged, t.withdrawn);
    }
    println!("{} children are new to the record, {} are known", plan.new_children.len(), plan.known.len());
    for file in &taken.not_read {
        println!("Not read: {}: {}", file.file, file.why);
    }
    for q in &plan.queued {
        println!(
            "Child {}: born {} in the record, {} in this return. {} rows wait: say --same-child {} if it is one child.",
            q.id, q.record, q.delivered, q.rows, q.id
        );
    }
    for same in &plan.same_upn {
        println!("Possibly the same child: {} share the unique pupil number {}", same.delivered.join(", "), same.upn);
    }
    if !plan.no_longer_returned.is_empty() {
        let open = plan.no_longer_returned.iter().filter(|l| l.open).count();
        println!(
            "{} children are no longer returned, {open} of them open when last returned",
            plan.no_longer_returned.len()
        );
    }
    println!("{} problems", taken.problems.len());
    for p in taken.problems.iter().take(problems) {
        println!("  {} row {} {} {:?}: {} {}", p.file, p.row, p.column, p.value, p.what(), p.todo());
    }
    if taken.problems.len() > problems {
        println!(
            "  and {} more: --all-problems shows them, and so does the Import page",
            taken.problems.len() - problems
        );
    }
}
