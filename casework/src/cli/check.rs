//! `loxley check`: a return against the rules of its year, without a record and without a database.
use super::{Done, out::Out};
use clap::{Args, ValueEnum};
use returns::{
    Unreadable,
    check::{Asked, Directory, Explained, Form, Report, check_with, load},
    cin,
    delivery::one_file,
    gather_up_to, ssda903,
};
use std::{fs::File, io, path::PathBuf, process::ExitCode};

/// Room for the returns of England in one file.
const MOST_BYTES: u64 = 1_500_000_000;
const UNREADABLE: u8 = 2;

/// Ends with 0 when nothing is wrong and every rule was asked; 1 with errors; 2 when the return cannot be read; 3
/// without errors, but with queries, rules that were skipped or rows that could not be decided.
#[derive(Args)]
pub struct Options {
    /// A folder or zip of 903 CSV files, or the XML of a 903 or a CIN census
    path: PathBuf,
    /// The year in which the return's 31 March falls; else the return tells it
    #[arg(long)]
    year: Option<i16>,
    /// The local authority's three-digit code, where the return does not say it
    #[arg(long)]
    authority: Option<String>,
    /// The same return of an earlier year; may stand several times
    #[arg(long, value_name = "PATH")]
    prior: Vec<PathBuf>,
    /// Ofsted's list of providers (.xlsx); may stand several times
    #[arg(long, value_name = "FILE")]
    providers: Vec<PathBuf>,
    /// The ONS Postcode Directory (.csv, or a .zip with it)
    #[arg(long, value_name = "FILE")]
    postcodes: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Write to this file instead of the screen
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Ask only this rule; may stand several times
    #[arg(long, value_name = "CODE")]
    only: Vec<String>,
    /// Show only this child
    #[arg(long, value_name = "ID")]
    child: Option<String>,
}
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    /// A workbook with the cells in question coloured; needs --out
    Xlsx,
    /// One page that needs nothing else
    Html,
}
impl Options {
    pub fn run(self) -> Done {
        match self.check() {
            Ok(code) => Ok(code?),
            Err(refused) => {
                eprintln!("loxley: {} {}. {}", refused.file, refused.why, refused.todo);
                Ok(ExitCode::from(UNREADABLE))
            }
        }
    }
    fn check(&self) -> Result<io::Result<ExitCode>, Unreadable> {
        let this = gather_up_to(&self.path, MOST_BYTES)?;
        let prior = self.prior.iter().map(|p| gather_up_to(p, MOST_BYTES)).collect::<Result<Vec<_>, _>>()?;
        let asked = Asked {
            year: self.year,
            authority: self.authority.clone(),
            providers: self.providers.iter().map(|path| one_file(path)).collect::<Result<_, _>>()?,
            postcodes: self.postcodes.as_deref().map(Directory::on_disk),
            ..Asked::default()
        };
        let loaded = load(&this, &prior, &asked)?;
        drop((this, prior));
        let form = loaded.book.form;
        let rules = match self.only.as_slice() {
            [] => form.rules.to_vec(),
            only => only.iter().map(|code| rule(form, code)).collect::<Result<_, _>>()?,
        };
        let mut checked = check_with(&loaded.book, &rules);
        if let Some(child) = &self.child {
            checked.keep_child(&loaded.book, child);
        }
        let report = Report { book: &loaded.book, checked: &checked, notes: &loaded.notes, not_read: &loaded.not_read };
        let code = self.write(&report).map(|()| ExitCode::from(report.exit_code()));
        // The process ends: the system takes its memory back at once, piece by piece it takes a tenth of the time.
        std::mem::forget((loaded, checked));
        Ok(code)
    }
    fn write(&self, report: &Report) -> io::Result<()> {
        let out: Box<dyn io::Write> = match &self.out {
            Some(file) => Box::new(File::create(file)?),
            None => Box::new(Out),
        };
        let mut out = io::BufWriter::new(out);
        match self.format {
            Format::Text => io::Write::write_fmt(&mut out, format_args!("{report}"))?,
            Format::Json => report.write_json(&mut out)?,
            Format::Csv => report.write_csv(&mut out)?,
            Format::Xlsx => report.write_xlsx(&mut out)?,
            Format::Html => report.write_html(&mut out)?,
        }
        io::Write::flush(&mut out)
    }
}
fn rule(form: &'static Form, code: &str) -> Result<&'static returns::check::Rule, Unreadable> {
    let no_such = || {
        let todo = "Give a code as the department writes it, 356 or 8925Q.";
        Unreadable::new(form.which.title(), format!("has no rule {code}"), todo)
    };
    form.rule(code).ok_or_else(no_such)
}

/// Prints a rule: what it asks, why, since when, what it reads, its cases.
#[derive(Args)]
pub struct Explain {
    /// The return and the code: 903/356, cin/8500
    rule: String,
}
impl Explain {
    pub fn run(self) -> Done {
        let found = self.rule.split_once('/').and_then(|(which, code)| {
            let form = [&ssda903::FORM, &cin::FORM].into_iter().find(|f| f.which.code().eq_ignore_ascii_case(which))?;
            Some(Explained { form, rule: form.rule(code)? })
        });
        match found {
            Some(explained) => say!("{}", explained.to_string().trim_end()),
            None => {
                eprintln!("loxley: there is no rule {}. Write it as 903/356 or cin/8500.", self.rule);
                return Ok(ExitCode::from(UNREADABLE));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
