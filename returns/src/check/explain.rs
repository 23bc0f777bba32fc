//! A rule told to a person: what it asks, why, since when, what it reads, and its cases.
use super::{Check, Form, Level, Needs, Reason, Rule, collection_name};
use std::fmt::{self, Display};

pub struct Explained<'a> {
    pub form: &'static Form,
    pub rule: &'a Rule,
}
impl Display for Explained<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Explained { form, rule } = self;
        let level = if rule.level == Level::Error { "error" } else { "query" };
        writeln!(f, "{}/{} ({level}; {})", form.which.code(), rule.code, rule.reason.words())?;
        writeln!(f, "\n{}\nWhy: {}\nWhat to do: {}", rule.wrong, rule.why, rule.todo)?;
        for version in rule.versions {
            let until = version.until.map_or("now".to_owned(), collection_name);
            let reads = version.reads.iter().map(|c| form.full_name(*c)).collect::<Vec<_>>().join(", ");
            let of = match version.check {
                Check::Row(table, _) => format!("each row of {}", form.spec(table).name),
                Check::Child(_) => "each child".to_owned(),
                Check::Return(_) => "the return as a whole".to_owned(),
            };
            writeln!(f, "\nFrom {} to {until}, asked of {of}; reads {reads}.", collection_name(version.since))?;
            match version.needs {
                Needs::Nothing => {}
                Needs::PriorYear => writeln!(f, "Needs a return of an earlier year.")?,
                Needs::Xml => writeln!(f, "Asked of the XML form only.")?,
            }
        }
        for case in rule.cases {
            writeln!(f, "\nCase: {}", case.about)?;
            let lines: Vec<&str> = case.given.lines().filter(|l| !l.trim().is_empty()).collect();
            let indent = lines.iter().map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
            lines.iter().try_for_each(|line| writeln!(f, "  {}", &line[indent..]))?;
        }
        writeln!(f, "\n> marks rows that the rule reports, ? rows of which it cannot tell.")
    }
}
impl Reason {
    pub fn words(self) -> &'static str {
        match self {
            Reason::Law => "from law",
            Reason::Guidance => "from guidance",
            Reason::Data => "for the data",
            Reason::People => "for the child",
            Reason::Privacy => "for privacy",
            Reason::Ours => "our own, not the department's",
        }
    }
}
