//! A summary that fits a screen.
use super::Report;
use crate::check::{Lacking, Level, collection_name};
use std::fmt::{self, Display, Write as _};

const MOST_RULES: usize = 12;
const MOST_NOTES: usize = 5;

impl Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (book, checked) = (self.book, self.checked);
        let year = book.given.year;
        writeln!(f, "{}, collection {}", book.form.which.title(), collection_name(year))?;
        if checked.rules_of != year {
            writeln!(
                f,
                "There are no published rules for that year: those of {} were asked.",
                collection_name(checked.rules_of)
            )?;
        }
        let earlier = book.years().len() - 1;
        let years = if earlier == 1 { "year" } else { "years" };
        let children = if book.children() == 1 { "child" } else { "children" };
        let (n, ran) = (book.children(), checked.ran);
        writeln!(f, "{n} {children}, {earlier} earlier {years} given; {ran} rules asked.")?;
        self.notes_of(f)?;
        let errors = self.errors();
        let queries = checked.findings.len() - errors;
        let (skipped, undecided) = (checked.skipped.len(), checked.undecided.len());
        writeln!(
            f,
            "\nErrors      {errors:>7}\nQueries     {queries:>7}\nUndecided   {undecided:>7}   rows of which a rule cannot tell\nSkipped     {skipped:>7}   rules that could not be asked"
        )?;
        self.rules(f)?;
        self.skips(f)?;
        match self.exit_code() {
            0 => writeln!(f, "\nNothing is wrong, and every rule was asked."),
            1 => Ok(()),
            _ => writeln!(f, "\nNo errors. The queries, skipped rules and undecided rows are for a person to look at."),
        }
    }
}
impl Report<'_> {
    fn notes_of(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let said = self.not_read.iter().map(|n| format!("{} was not read: it {}.", n.file, n.why));
        let all: Vec<String> = self.notes.iter().cloned().chain(said).collect();
        all.iter().take(MOST_NOTES).try_for_each(|note| writeln!(f, "  {note}"))?;
        if all.len() > MOST_NOTES {
            writeln!(f, "  and {} more such notes, in the other formats.", all.len() - MOST_NOTES)?;
        }
        Ok(())
    }
    fn rules(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let rules = self.by_rule();
        if rules.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nMost often:")?;
        for (rule, n) in rules.iter().take(MOST_RULES) {
            let query = if rule.level == Level::Query { " (query)" } else { "" };
            writeln!(f, "{n:>7}  {:<9} {}{query}", rule.code, cut(rule.wrong, 90))?;
        }
        match rules.len().saturating_sub(MOST_RULES) {
            0 => Ok(()),
            more => writeln!(f, "         and {more} more rules; see --format csv, json, xlsx or html."),
        }
    }
    fn skips(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut by_why: Vec<(String, String)> = Vec::new();
        for skipped in &self.checked.skipped {
            let why = self.in_short(&skipped.lacking);
            match by_why.iter_mut().find(|(w, _)| *w == why) {
                Some((_, codes)) => write!(codes, ", {}", skipped.rule.code)?,
                None => by_why.push((why, skipped.rule.code.to_owned())),
            }
        }
        if by_why.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nSkipped:")?;
        by_why.iter().take(MOST_RULES).try_for_each(|(why, codes)| writeln!(f, "  {why}\n    {}", cut(codes, 110)))?;
        match by_why.len().saturating_sub(MOST_RULES) {
            0 => Ok(()),
            more => writeln!(f, "  and for {more} more reasons; the other formats name every rule and column."),
        }
    }
    /// What a person can do about it, else which table or column is not there; every column stands in the other
    /// formats.
    fn in_short(&self, lacking: &Lacking) -> String {
        match (self.remedy(lacking), lacking) {
            ("", Lacking::Columns(columns)) => {
                let absent = columns.iter().find(|c| !self.book.has_table(c.table));
                match absent {
                    Some(column) => format!("The return has no table {}.", self.table(column.table)),
                    None => self.lacking(lacking),
                }
            }
            (remedy, _) => remedy.to_owned(),
        }
    }
}
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
