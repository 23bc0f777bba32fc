use super::{
    At, Done,
    rebuild::{bar, tell},
};
use crate::{
    deeds,
    imports::{
        found::{Found, kinds},
        summary::of_authority,
        take::{self, Order},
    },
};
use clap::{Args, Subcommand};
use practice::day;
use returns::{Return, Unreadable};
use std::{fmt::Write as _, path::PathBuf, process::ExitCode, sync::Arc};

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
    /// Show each problem, not only the kinds
    #[arg(long)]
    all_problems: bool,
}

impl Import {
    pub async fn run(self, at: At) -> Done {
        let (wanted, o) = match self {
            Import::Ssda903(o) => (Return::Ssda903, o),
            Import::Cin(o) => (Return::Cin, o),
        };
        let delivery = match returns::gather(&o.path) {
            Ok(delivery) => Arc::new(delivery),
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
        let planned = match take::plan(&job, delivery, &order, desk.today()).await? {
            Ok(planned) => planned,
            Err(e) => return refused(&e),
        };
        let read = planned.plan.taken.which;
        if read != wanted {
            let (found, wanted, say) = (read.title(), wanted.title(), read.code());
            eprintln!("loxley: this is the {found}, not the {wanted}: say `loxley import {say}`.");
            return Ok(ExitCode::from(2));
        }
        say!("{}", shown(&Found::of(&planned), o.all_problems)?.trim_end());
        if o.dry_run {
            say!("Nothing was written.");
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(n) = planned.to_confirm() {
            eprintln!(
                "loxley: {n} rows that the record holds from this year's return are not in this delivery. \
                 Nothing was written.\nIf they are to go, say --confirm-withdrawals {n}. \
                 If the export was cut short, export it again."
            );
            return Ok(ExitCode::from(3));
        }
        let bar = bar("facts");
        take::keep(&job, planned, |done, of| tell(&bar, done, of)).await?;
        bar.finish_and_clear();
        say!("Taken in.");
        Ok(ExitCode::SUCCESS)
    }
}
fn refused(e: &Unreadable) -> Done {
    eprintln!("loxley: {e}");
    Ok(ExitCode::from(2))
}
/// What was read, what it would do, and what is wrong with it.
fn shown(found: &Found, all_problems: bool) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let Found { title, authority, year, year_from, .. } = found;
    writeln!(out, "{title} {}, year to 31 March {year} ({year_from})", of_authority(authority))?;
    let heads = ["rows", "new", "changed", "unchanged", "withdrawn"];
    writeln!(out, "{:<20}{}", "table", heads.map(|h| format!("{h:>10}")).concat())?;
    for t in &found.tables {
        let counts = [t.rows, t.new_rows, t.changed, t.unchanged, t.withdrawn].map(|n| format!("{n:>10}"));
        writeln!(out, "{:<20}{}", t.table_name, counts.concat())?;
    }
    writeln!(out, "{} children are new to the record, {} are known", found.new_children, found.known_children)?;
    for q in &found.queued {
        let (id, rows, record, delivered) = (&q.id, q.rows, day::words(q.record), day::words(q.delivered));
        writeln!(
            out,
            "Child {id}: born {record} in the record, {delivered} in this return: {rows} rows not taken in."
        )?;
        writeln!(out, "  If it is one child, say --same-child {id}.")?;
    }
    for same in &found.same_number {
        writeln!(out, "Possibly the same child: {same}")?;
    }
    if found.left > 0 {
        let (left, open) = (found.left, found.left_open);
        writeln!(out, "{left} children are no longer returned, {open} of them open when last returned")?;
    }
    writeln!(out, "{} problems", found.problems.len())?;
    if all_problems {
        for p in &found.problems {
            writeln!(out, "  {} row {} {} {:?}: {} {}", p.file, p.row, p.column, p.value, p.what, p.to_do)?;
        }
    } else {
        for kind in kinds(&found.problems) {
            writeln!(out, "{:>8}  {} {} {}", kind.things, kind.table_name, kind.what, kind.to_do)?;
        }
        if !found.problems.is_empty() {
            writeln!(out, "Each with its row: --all-problems, or the Import page")?;
        }
    }
    Ok(out)
}
