//! What a statutory return said, as it said it: cells, and where each row comes from.
//!
//! The rows themselves are in `<part>::reported`, one struct a table with every column it has. Each
//! part of the work folds them with its recorded facts into one view; nothing else reads them.
use crate::day::Date;
use crate::fact::Fact;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::marker::PhantomData;

/// One cell of a return: the text as it was sent and what it means. `value` is `None` when the cell
/// is blank or cannot be read; a code that no code set holds is still a code, and has a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<T> {
    pub raw: String,
    pub value: Option<T>,
}
/// What a cell can mean: how its text is read.
pub trait Reading: Sized + PartialEq {
    /// From text without spaces around it, not empty.
    fn read(raw: &str) -> Option<Self>;
}
impl<T: Reading> Cell<T> {
    pub fn read(raw: &str) -> Cell<T> {
        Cell { value: value_of(raw), raw: raw.to_owned() }
    }
}
impl<T> Cell<T> {
    pub fn is_blank(&self) -> bool {
        self.raw.trim().is_empty()
    }
    /// Something was written that cannot be read.
    pub fn is_odd(&self) -> bool {
        self.value.is_none() && !self.is_blank()
    }
}
impl Cell<String> {
    /// The code, upper case; empty when blank.
    pub fn code(&self) -> &str {
        self.value.as_deref().unwrap_or_default()
    }
}
impl<T> Default for Cell<T> {
    fn default() -> Cell<T> {
        Cell { raw: String::new(), value: None }
    }
}
impl<T: Reading> From<&str> for Cell<T> {
    fn from(raw: &str) -> Cell<T> {
        Cell::read(raw)
    }
}
fn value_of<T: Reading>(raw: &str) -> Option<T> {
    Some(raw.trim()).filter(|text| !text.is_empty()).and_then(T::read)
}

/// Codes, identifiers and postcodes. Councils send `E4a` and `E4A` for one code, so upper case.
impl Reading for String {
    fn read(raw: &str) -> Option<String> {
        Some(raw.to_uppercase())
    }
}
/// `31/03/2026` as the 903 writes it, or `2026-03-31` as XML does, with the time zone it allows. A
/// year of two figures is not read: nobody can say which century was meant.
impl Reading for Date {
    fn read(raw: &str) -> Option<Date> {
        let number = |text: &str, longest: usize| {
            (!text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse::<i16>().ok())?
        };
        let short = |text: &str| number(text, 2).and_then(|n| i8::try_from(n).ok());
        let (year, month, day) = match raw.split_once('/') {
            Some((day, rest)) => rest.split_once('/').map(|(month, year)| (year, month, day))?,
            None => {
                let day_ends = raw.find(['T', 'Z', '+', ' ']).unwrap_or(raw.len()).min(10);
                let mut parts = raw.get(..day_ends)?.splitn(3, '-');
                (parts.next()?, parts.next()?, parts.next()?)
            }
        };
        let year = number(year, 4).filter(|y| (1900..2200).contains(y))?;
        Date::new(year, short(month)?, short(day)?).ok()
    }
}
/// `1` and `0` in the 903, which a spreadsheet makes `1.0`; XML also allows `true` and `false`.
impl Reading for bool {
    fn read(raw: &str) -> Option<bool> {
        match raw.to_ascii_lowercase().as_str() {
            "1" | "1.0" | "true" => Some(true),
            "0" | "0.0" | "false" => Some(false),
            _ => None,
        }
    }
}
impl Reading for i64 {
    fn read(raw: &str) -> Option<i64> {
        raw.strip_suffix(".0").unwrap_or(raw).parse().ok()
    }
}
/// 1 and 2 until 2023-24, letters since; 0 was an unborn child's and 9 "not stated" in the CIN census.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
    Unknown,
}
impl Sex {
    /// As [`crate::people::Identity`] holds it.
    pub fn letter(self) -> &'static str {
        match self {
            Sex::Male => "M",
            Sex::Female => "F",
            Sex::Unknown => "U",
        }
    }
}
impl Reading for Sex {
    fn read(raw: &str) -> Option<Sex> {
        match raw.to_ascii_uppercase().as_str() {
            "1" | "M" => Some(Sex::Male),
            "2" | "F" => Some(Sex::Female),
            "0" | "9" | "U" => Some(Sex::Unknown),
            _ => None,
        }
    }
}

/// Stored as the text that was sent, because reading it again gives the value; nothing for a blank.
/// Only a value that its text does not give stands beside it.
impl<T: Reading + Serialize> Serialize for Cell<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if value_of::<T>(&self.raw) != self.value {
            Both { raw: &self.raw, value: &self.value }.serialize(s)
        } else if self.raw.is_empty() {
            s.serialize_none()
        } else {
            s.serialize_str(&self.raw)
        }
    }
}
impl<'de, T: Reading + Deserialize<'de>> Deserialize<'de> for Cell<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Cell<T>, D::Error> {
        d.deserialize_any(Stored(PhantomData))
    }
}
#[derive(Serialize, Deserialize)]
struct Both<R, V> {
    raw: R,
    value: V,
}
/// Reads what is stored by hand: a record has millions of cells, and an untagged enum copies each.
struct Stored<T>(PhantomData<T>);
impl<'de, T: Reading + Deserialize<'de>> Visitor<'de> for Stored<T> {
    type Value = Cell<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("the text of a cell, or its text and value")
    }
    fn visit_unit<E>(self) -> Result<Cell<T>, E> {
        Ok(Cell::default())
    }
    fn visit_str<E>(self, raw: &str) -> Result<Cell<T>, E> {
        Ok(Cell::read(raw))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cell<T>, A::Error> {
        let Both { raw, value } = Both::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Cell { raw, value })
    }
}
impl Serialize for Sex {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.letter())
    }
}
impl<'de> Deserialize<'de> for Sex {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Sex, D::Error> {
        let letter = String::deserialize(d)?;
        Sex::read(&letter).ok_or_else(|| serde::de::Error::custom("sex is M, F or U"))
    }
}

/// The statutory returns that can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Return {
    /// Children looked after.
    #[serde(rename = "903")]
    Ssda903,
    /// The children in need census.
    #[serde(rename = "cin")]
    Cin,
}
impl Return {
    pub fn code(self) -> &'static str {
        match self {
            Return::Ssda903 => "903",
            Return::Cin => "cin",
        }
    }
    pub fn of(code: &str) -> Option<Return> {
        [Return::Ssda903, Return::Cin].into_iter().find(|r| r.code() == code)
    }
    /// The column that holds the authority's own id for a child.
    pub fn child_column(self) -> &'static str {
        match self {
            Return::Ssda903 => "CHILD",
            Return::Cin => "LAchildID",
        }
    }
    pub fn title(self) -> &'static str {
        match self {
            Return::Ssda903 => "SSDA903",
            Return::Cin => "CIN census",
        }
    }
}
/// Where a row comes from, and which row it is: authority, return, table, child, key and, among rows
/// that share all of these, number. The rest says where to look it up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    pub authority: String,
    #[serde(rename = "return")]
    pub which: Option<Return>,
    /// The year in which the return's 31 March falls.
    pub return_year: i16,
    pub table: String,
    /// The authority's own id for the child: CHILD or LAchildID.
    pub child: String,
    /// The other key columns; empty where a child has one row in the table.
    pub key: String,
    /// Among rows that share their key, in the order of the file, from 1.
    pub number: u16,
    pub file: String,
    /// As a spreadsheet counts rows (1 is the headings); in XML the n-th element of its table.
    pub row: u32,
}
impl Origin {
    /// The last day of the return's year: what it leaves open was open on that day.
    pub fn last_day(&self) -> Date {
        crate::day::date(self.return_year.clamp(1900, 2200), 3, 31)
    }
}

/// Every kind of reported fact, said once for reading its origin and once for writing it.
macro_rules! origin {
    ($fact:expr, $($borrow:tt)+) => {{
        use crate::*;
        Some(match $fact {
            Fact::People(people::Fact::HeaderReported(r)) => $($borrow)+ r.origin,
            Fact::People(people::Fact::IdentifiersReported(r)) => $($borrow)+ r.origin,
            Fact::FrontDoor(front_door::Fact::ReferralReported(r)) => $($borrow)+ r.origin,
            Fact::Assessment(assessment::Fact::AssessmentReported(r)) => $($borrow)+ r.origin,
            Fact::Protection(protection::Fact::InNeedPlanReported(r)) => $($borrow)+ r.origin,
            Fact::Protection(protection::Fact::EnquiryReported(r)) => $($borrow)+ r.origin,
            Fact::Protection(protection::Fact::ProtectionPlanReported(r)) => $($borrow)+ r.origin,
            Fact::Court(court::Fact::PreProceedingsReported(r)) => $($borrow)+ r.origin,
            Fact::Care(care::Fact::EpisodeReported(r)) => $($borrow)+ r.origin,
            Fact::Care(care::Fact::ReviewReported(r)) => $($borrow)+ r.origin,
            Fact::Care(care::Fact::UascReported(r)) => $($borrow)+ r.origin,
            Fact::Permanence(permanence::Fact::Ad1Reported(r)) => $($borrow)+ r.origin,
            Fact::Permanence(permanence::Fact::PlacedForAdoptionReported(r)) => $($borrow)+ r.origin,
            Fact::Permanence(permanence::Fact::PreviousPermanenceReported(r)) => $($borrow)+ r.origin,
            Fact::Leavers(leavers::Fact::Oc3Reported(r)) => $($borrow)+ r.origin,
            Fact::Missing(missing::Fact::MissingReported(r)) => $($borrow)+ r.origin,
            Fact::Placements(placements::Fact::DeprivationOfLibertyReported(r)) => $($borrow)+ r.origin,
            Fact::Health(health::Fact::Oc2Reported(r)) => $($borrow)+ r.origin,
            Fact::Disability(disability::Fact::DisabilitiesReported(r)) => $($borrow)+ r.origin,
            Fact::Workforce(workforce::Fact::WorkerEpisodeReported(r)) => $($borrow)+ r.origin,
            _ => return None,
        })
    }};
}
impl Fact {
    /// Where a reported fact comes from; `None` for the facts of the work.
    pub fn origin(&self) -> Option<&Origin> {
        origin!(self, &)
    }
    pub fn origin_mut(&mut self) -> Option<&mut Origin> {
        origin!(self, &mut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::date;

    #[test]
    fn a_cell_holds_what_was_sent_and_what_it_means() {
        let sent = Cell::<Date>::read("31/03/2026");
        assert_eq!((sent.raw.as_str(), sent.value), ("31/03/2026", Some(date(2026, 3, 31))));
        assert_eq!(Cell::<String>::read(" e4a ").code(), "E4A");
        assert!(Cell::<Date>::read("31/02/2015").is_odd(), "there is no such day");
        assert!(!Cell::<Date>::read("  ").is_odd(), "blank is not odd");
    }
    #[test]
    fn a_date_is_read_as_either_return_writes_it_and_never_guessed() {
        let day = Some(date(2026, 4, 3));
        for sent in ["03/04/2026", "3/4/2026", "2026-04-03", "2026-04-03Z", "2026-04-03+01:00", "2026-04-03T00:00:00"] {
            assert_eq!(Cell::<Date>::read(sent).value, day, "{sent}");
        }
        for sent in
            ["03/04/26", "2026/04/03", "ZZ/ZZ/ZZZZ", "03/04/0026", "+3/04/2026", "03/04/2026/1", "2026-0é", "-", "//"]
        {
            assert_eq!(Cell::<Date>::read(sent).value, None, "{sent}");
        }
    }
    #[test]
    fn sex_is_read_by_number_and_by_letter() {
        for (sent, letter) in [("1", "M"), ("2", "F"), ("m", "M"), ("F", "F"), ("0", "U"), ("9", "U")] {
            assert_eq!(Cell::<Sex>::read(sent).value.map(Sex::letter), Some(letter));
        }
        assert!(Cell::<Sex>::read("3").is_odd());
    }
    #[test]
    fn a_cell_is_stored_as_it_was_sent_and_comes_back_as_it_was() {
        fn goes_round<T: Reading + Serialize + for<'a> Deserialize<'a> + std::fmt::Debug>(cell: Cell<T>, stored: &str) {
            let text = serde_json::to_string(&cell).unwrap();
            assert_eq!(text, stored);
            assert_eq!(serde_json::from_str::<Cell<T>>(&text).unwrap(), cell);
        }
        goes_round(Cell::<Date>::read("31/03/2026"), r#""31/03/2026""#);
        goes_round(Cell::<Date>::read("31/02/2026"), r#""31/02/2026""#);
        goes_round(Cell::<Date>::read(""), "null");
        goes_round(Cell::<Sex>::read("1"), r#""1""#);
        let told = Cell { raw: "ZZ/ZZ/2020".to_owned(), value: Some(date(2020, 1, 1)) };
        goes_round(told, r#"{"raw":"ZZ/ZZ/2020","value":"2020-01-01"}"#);
    }
}
