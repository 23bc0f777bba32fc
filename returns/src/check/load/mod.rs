//! From the files of a delivery to a [`Book`]. Nothing here judges: a cell stays what was sent, and what a file lacks
//! is not there, so that the rules that need it are skipped by name.
mod cin_xml;
mod csv;
#[cfg(feature = "workbooks")]
mod postcodes;
#[cfg(feature = "workbooks")]
mod providers;
mod ssda903_xml;

#[cfg(feature = "workbooks")]
pub use {postcodes::Directory, providers::count as providers_listed};

use super::{Book, Draft, Form, Given, spec::TableNo};
use crate::{
    cin,
    delivery::{Delivery, File, NotRead, Unreadable, decode},
    ssda903::{
        self,
        columns::{EPISODES, HEADER, UASC, episodes, header, uasc},
    },
    xml,
};
use practice::{day::Date, reported::Return};
use std::collections::HashSet;

/// What is said beside the files.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The year of the return's 31 March; found in the files when not said.
    pub year: Option<i16>,
    /// The local authority's three-digit code.
    pub authority: Option<String>,
    /// Ofsted's lists of providers.
    #[cfg(feature = "workbooks")]
    pub providers: Vec<File>,
    #[cfg(feature = "workbooks")]
    pub postcodes: Option<Directory>,
    /// Of which years the returns before this one are, in their order, for who knows; else they tell it themselves.
    pub prior_years: Vec<i16>,
}
pub struct Loaded {
    pub book: Book,
    /// What was odd about the files, though it was read; for a person.
    pub notes: Vec<String>,
    pub not_read: Vec<NotRead>,
}

/// Reads a return, and the returns of years before it in any order.
pub fn load(this: &Delivery, prior: &[Delivery], asked: &Asked) -> Result<Loaded, Unreadable> {
    let form = form_of(this)?;
    let mut loading = Loading {
        form,
        draft: Draft::new(form, Given::of(asked.year.unwrap_or_default())),
        notes: Vec::new(),
        not_read: this.not_read.clone(),
        head: Head::default(),
    };
    loading.delivery(this, 0)?;
    let year = match asked.year.or(loading.head.year).or_else(|| loading.latest_year(0)) {
        Some(year) => year,
        None => {
            return Err(Unreadable::new(
                "The return",
                "does not tell of which year it is",
                "Say it (on the command line --year 2026).",
            ));
        }
    };
    let (authority, is_xml) = (asked.authority.clone().or(loading.head.authority.take()), loading.head.is_xml);
    let end = loading.head.reference_date;
    loading.draft.set_year(0, year);
    *loading.draft.given() = Given { authority: authority.unwrap_or_default(), is_xml, ..Given::of(year) };
    if let Some(end) = end {
        loading.draft.given().end = end;
        loading.draft.given().start = practice::day::plus_days(practice::day::plus_months(end, -12), 1);
    }
    for (n, delivery) in prior.iter().enumerate() {
        if !std::ptr::eq(form_of(delivery)?, form) {
            let what = form.which.title();
            return Err(Unreadable::new("An earlier year", format!("is not a {what}"), "Give the same return."));
        }
        let at = loading.draft.another_year();
        loading.head = Head::default();
        loading.delivery(delivery, at)?;
        let ago = i16::try_from(n + 1).unwrap_or(i16::MAX);
        let known = asked.prior_years.get(n).copied().or(loading.head.year);
        let said = known.or_else(|| loading.latest_year(at)).filter(|said| *said < year);
        if said.is_none() {
            let is = super::collection_name(year - ago);
            loading.notes.push(format!("The earlier return number {} does not tell its year: {is} is meant.", n + 1));
        }
        loading.draft.set_year(at, said.unwrap_or(year - ago));
        loading.not_read.extend(delivery.not_read.iter().cloned());
    }
    #[cfg(feature = "workbooks")]
    loading.look_ups(asked)?;
    Ok(Loaded { book: loading.draft.close(), notes: loading.notes, not_read: loading.not_read })
}
/// The rows of a 903's CSV files into a draft that holds other years and what stands beside the files.
pub(crate) fn rows_of_files(draft: &mut Draft, year: u8, files: Vec<File>) -> Result<(), Unreadable> {
    let empty = Draft::new(&ssda903::FORM, draft.given().clone());
    let mut loading = Loading {
        form: &ssda903::FORM,
        draft: std::mem::replace(draft, empty),
        notes: Vec::new(),
        not_read: Vec::new(),
        head: Head::default(),
    };
    let read = csv::read(&Delivery::of(files), year, &mut loading);
    *draft = loading.draft;
    read
}
fn form_of(delivery: &Delivery) -> Result<&'static Form, Unreadable> {
    if let [file] = delivery.files.as_slice()
        && let Some(text) = decode(&file.bytes).filter(|t| xml::is_xml(t))
        && xml::root(&file.name, &text)? == Return::Cin
    {
        return Ok(&cin::FORM);
    }
    Ok(&ssda903::FORM)
}

/// What a file says about itself.
#[derive(Default)]
struct Head {
    year: Option<i16>,
    authority: Option<String>,
    reference_date: Option<Date>,
    is_xml: bool,
}
struct Loading {
    form: &'static Form,
    draft: Draft,
    notes: Vec<String>,
    not_read: Vec<NotRead>,
    head: Head,
}
impl Loading {
    fn delivery(&mut self, delivery: &Delivery, year: u8) -> Result<(), Unreadable> {
        if let [file] = delivery.files.as_slice()
            && let Some(text) = decode(&file.bytes).filter(|t| xml::is_xml(t))
        {
            self.head.is_xml = true;
            return match self.form.which {
                Return::Cin => cin_xml::read(&file.name, &text, year, self),
                Return::Ssda903 => ssda903_xml::read(&file.name, &text, year, self),
            };
        }
        csv::read(delivery, year, self)?;
        self.derive_uasc(year);
        Ok(())
    }
    /// Providers and postcodes, which no return holds.
    #[cfg(feature = "workbooks")]
    fn look_ups(&mut self, asked: &Asked) -> Result<(), Unreadable> {
        if self.form.which != Return::Ssda903 {
            return Ok(());
        }
        let mut listed = Vec::new();
        for file in &asked.providers {
            listed.extend(providers::read(&file.name, &file.bytes)?);
        }
        let years = 0..u8::try_from(self.draft.years()).unwrap_or(u8::MAX);
        let mut wanted = providers::postcodes_of(&listed);
        years.clone().for_each(|year| wanted.extend(postcodes::postcodes_of(&self.draft, year)));
        let places = match &asked.postcodes {
            Some(directory) => postcodes::Places::read(directory, &wanted)?,
            None => postcodes::Places::default(),
        };
        if !listed.is_empty() {
            providers::put(&mut self.draft, &listed, &places);
        }
        let authority = self.draft.given().authority.clone();
        if asked.postcodes.is_some() {
            years.for_each(|year| postcodes::derive(&mut self.draft, year, &places, &authority));
        }
        Ok(())
    }
    /// In the CSV form nothing but the UASC table says who is an unaccompanied asylum-seeking child.
    fn derive_uasc(&mut self, year: u8) {
        let draft = &mut self.draft;
        if !draft.is_there(year, UASC) || draft.has_column(year, header::UASC) {
            return;
        }
        let ids: HashSet<String> =
            (0..draft.rows(year, UASC)).map(|row| draft.said(year, uasc::CHILD, row).to_uppercase()).collect();
        draft.has(year, header::UASC);
        for row in 0..draft.rows(year, HEADER) {
            let is = ids.contains(&draft.said(year, header::CHILD, row).to_uppercase());
            draft.set(year, header::UASC, row, if is { "1" } else { "0" });
        }
    }
    /// The collection year into which the latest episode falls that is not of a year to come.
    fn latest_year(&self, year: u8) -> Option<i16> {
        let day = |row| self.draft.day(year, episodes::DECOM, row);
        let mut years: Vec<i16> =
            (0..self.draft.rows(year, EPISODES)).filter_map(day).map(crate::read::year_of).collect();
        years.sort_unstable();
        // One slip of the pen (2062 for 2026) must not decide: a year that holds a thousandth of the episodes does.
        years.get(years.len().saturating_sub(1 + years.len() / 1000)).copied()
    }
}
fn all_columns(form: &Form, table: TableNo) -> std::ops::Range<usize> {
    0..form.spec(table).columns.len()
}
