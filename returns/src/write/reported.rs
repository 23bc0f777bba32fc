//! What a return said, as rows again: each cell as it was sent.
use super::{Line, Rows, tables};
use crate::table::Table;
use practice::{
    fact::Fact,
    reported::{Origin, Return},
};

/// The table that a reported fact is a row of, and that row.
pub(crate) fn row_of(fact: &Fact) -> Option<(&'static Table, Line)> {
    let origin = fact.origin()?;
    let table = *tables(origin.which?).iter().find(|t| t.name == origin.table)?;
    let said = (table.row.said)(fact)?;
    let cells = said.into_iter().flat_map(|(column, texts)| texts.into_iter().map(move |t| (column, t.to_owned())));
    Some((table, Line::of(table, &origin.child, cells)))
}
/// The rows of one return among reported facts, whatever others are among them.
pub fn of_reports<'a>(facts: impl IntoIterator<Item = &'a Fact>, which: Return, authority: &str, year: i16) -> Rows {
    let mut rows = Rows::none(which, authority, year);
    let ours = |o: &Origin| o.which == Some(which) && o.authority == authority && o.return_year == year;
    for fact in facts.into_iter().filter(|f| f.origin().is_some_and(ours)) {
        if let Some((table, line)) = row_of(fact) {
            rows.push(table, line);
        }
    }
    rows.sorted()
}
