use super::{
    At, Done,
    rebuild::{bar, tell},
    returns_cases::Cases,
};
use crate::{
    deeds::WriteReturn,
    exports::{
        summary,
        write::{self, Form},
    },
};
use clap::{Args, Subcommand, ValueEnum};
use practice::day::date;
use returns::{File, Return};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Subcommand)]
pub enum Command {
    /// Make the files of a return; that they were made is kept in the record
    #[command(subcommand)]
    Write(Which),
    /// Run cases, a line of JSON each; prints each disagreement and, last, how many passed and failed
    Conformance(Cases),
}
#[derive(Subcommand)]
pub enum Which {
    /// The SSDA903 return
    #[command(name = "903")]
    Ssda903 {
        #[command(flatten)]
        options: Options,
        #[arg(long, value_enum, default_value = "csv")]
        format: Format,
    },
    /// The children in need census, as XML
    Cin(Options),
}
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Csv,
    Xml,
}
#[derive(Args)]
pub struct Options {
    /// The year in which the return's 31 March falls
    #[arg(long)]
    year: i16,
    /// The folder for the files, which is made where there is none
    #[arg(long)]
    out: PathBuf,
    /// Whose return it is, where the children have ids of several authorities
    #[arg(long)]
    authority: Option<String>,
}

impl Command {
    pub async fn run(self, at: At) -> Done {
        let which = match self {
            Command::Write(which) => which,
            Command::Conformance(cases) => return cases.run(),
        };
        match which {
            Which::Ssda903 { options, format: Format::Csv } => options.write(at, Return::Ssda903, Form::Csv).await,
            Which::Ssda903 { options, format: Format::Xml } => options.write(at, Return::Ssda903, Form::Xml).await,
            Which::Cin(options) => options.write(at, Return::Cin, Form::Xml).await,
        }
    }
}
impl Options {
    async fn write(self, at: At, which: Return, form: Form) -> Done {
        if !(1990..2200).contains(&self.year) {
            eprintln!("loxley: a return cannot be of {}. Give the year of its 31 March.", self.year);
            return Ok(ExitCode::from(2));
        }
        let desk = at.desk().await?;
        if desk.today() < date(self.year - 1, 4, 1) {
            eprintln!("loxley: the year to 31 March {} has not begun.", self.year);
            return Ok(ExitCode::from(2));
        }
        let job = desk.job::<WriteReturn>("write return");
        let authority = match self.authority {
            Some(said) => Some(said),
            None => summary::authority(&job).await?,
        };
        let Some(authority) = authority else {
            eprintln!("loxley: the children have ids of several authorities: say whose return it is with --authority.");
            return Ok(ExitCode::from(2));
        };
        let bar = bar("children");
        let told = |done, of| tell(&bar, done, of);
        let drafted = write::draft(&job, which, &authority, self.year, desk.today(), told).await?;
        bar.finish_and_clear();
        let files = write::files(&drafted.rows, form, desk.now());
        if let Err(why) = free(&self.out, &files) {
            eprintln!("loxley: {why} Nothing was written.");
            return Ok(ExitCode::from(2));
        }
        // Kept first: a file without its entry must not be.
        write::hand_out(&job, &drafted, &files, desk.today()).await?;
        for file in &files {
            fs::write(self.out.join(&file.name), &file.bytes)?;
        }
        let errors = write::against_schema(&drafted.rows, &files);
        made(&drafted, &files, &errors);
        Ok(if errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
/// The folder is there and none of the files is: a return that was sent is never written over.
fn free(out: &Path, files: &[File]) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|e| format!("{} cannot be made: {e}.", out.display()))?;
    match files.iter().map(|f| out.join(&f.name)).find(|path| path.exists()) {
        Some(there) => Err(format!("{} is there already: choose another folder, or move it.", there.display())),
        None => Ok(()),
    }
}
fn made(drafted: &write::Drafted, files: &[File], errors: &[String]) {
    let rows = &drafted.rows;
    say!("{} of {}, year to 31 March {}", rows.which.title(), rows.authority, rows.year);
    for sheet in &rows.sheets {
        say!("{:<24}{:>8}", sheet.name(), sheet.lines.len());
    }
    if !drafted.given.is_empty() {
        say!("{} children had no id of this authority and were given one", drafted.given.len());
    }
    if !drafted.not_known.is_empty() {
        let n = drafted.not_known.len();
        say!("{n} children were left out: open in an earlier return, and nobody has said anything since");
    }
    for error in errors.iter().take(20) {
        say!("Against the schema: {error}");
    }
    if errors.len() > 20 {
        say!("and {} more", errors.len() - 20);
    }
    say!("{} written", files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", "));
}
