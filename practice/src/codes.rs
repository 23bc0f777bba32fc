//! Code sets: every code that a return may hold, with its label and the days between which it holds.
use crate::day::Date;
use std::{collections::HashMap, sync::LazyLock};

const TABLE: &str = include_str!("data/codesets.tsv");

#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    pub code: &'static str,
    pub label: &'static str,
    pub from: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    pub source: &'static str,
}
static SETS: LazyLock<HashMap<&'static str, Vec<Code>>> = LazyLock::new(|| {
    let mut sets: HashMap<&str, Vec<Code>> = HashMap::new();
    for line in TABLE.lines().skip(1) {
        let mut cells = line.split('\t').chain(std::iter::repeat(""));
        let mut next = || cells.next().unwrap_or_default();
        let (set, code, label, from, until, source) = (next(), next(), next(), next(), next(), next());
        sets.entry(set).or_default().push(Code {
            code,
            label,
            from: from.parse().ok(),
            until: until.parse().ok(),
            source,
        });
    }
    sets
});

/// The codes of a set (`s903.placement_type`), in the order of the table; empty for an unknown set.
pub fn set(name: &str) -> &'static [Code] {
    SETS.get(name).map_or(&[], |s| s.as_slice())
}
/// The label of a code, whenever it held.
pub fn label(set_name: &str, code: &str) -> Option<&'static str> {
    set(set_name).iter().find(|c| c.code == code).map(|c| c.label)
}
/// Whether the code held on that day.
pub fn holds(set_name: &str, code: &str, on: Date) -> bool {
    set(set_name).iter().any(|c| c.code == code && c.from.is_none_or(|f| f <= on) && c.until.is_none_or(|u| on <= u))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::date;

    #[test]
    fn a_code_holds_between_its_days() {
        assert_eq!(label("s903.legal_status", "C2"), Some("Full care order"));
        assert!(holds("s903.placement_type", "U1", date(2026, 5, 1)));
        assert!(!holds("s903.placement_type", "K9", date(2026, 5, 1)));
        assert!(set("no such set").is_empty());
    }
    #[test]
    fn every_date_in_the_table_was_read() {
        for line in TABLE.lines().skip(1) {
            let cells: Vec<_> = line.split('\t').collect();
            for cell in &cells[3..5] {
                assert!(cell.is_empty() || cell.parse::<Date>().is_ok(), "{line}");
            }
        }
    }
}
