//! Ofsted's lists of providers beside the episodes: which home or agency a URN names.
use super::columns::{EPISODES, PROVIDERS, episodes as ep, providers};
use crate::check::{Answer, Column, Row, Told, Whole};
use std::collections::HashMap;

/// What stands for a URN where the provider has none or it is not known.
pub(crate) const NO_URN: &str = "XXXXXXX";

/// The URN names a provider.
pub(crate) fn names_a_provider(e: Row) -> bool {
    e.is_filled(ep::URN) && !e.is(ep::URN, &[NO_URN])
}
/// The rows of Ofsted's lists by URN: a provider that registered again stands there more than once.
pub(crate) fn registrations<'a>(whole: Whole<'a>) -> HashMap<&'a str, Vec<Row<'a>>> {
    let mut by_urn: HashMap<&str, Vec<Row<'a>>> = HashMap::new();
    for row in whole.rows(PROVIDERS).filter(|p| p.is_filled(providers::URN)) {
        by_urn.entry(row.code(providers::URN)).or_default().push(row);
    }
    by_urn
}
/// Asks of each episode together with its provider: the answer is yes where it is so of every registration. A URN that
/// is in no list is another rule's matter.
pub(crate) fn with_its_provider(whole: Whole, told: &mut Told, question: fn(Row, Row) -> Answer) {
    let known = registrations(whole);
    for e in whole.rows(EPISODES).filter(|e| names_a_provider(*e)) {
        let Some(registrations) = known.get(e.code(ep::URN)) else { continue };
        told.ask(&[e], || {
            for one in registrations {
                if !question(e, *one)? {
                    return Ok(false);
                }
            }
            Ok(true)
        });
    }
}
/// The provider's list in this column, divided by commas, holds the code.
pub(crate) fn lists(provider: Row, column: Column, code: &str) -> bool {
    provider.code(column).split(',').any(|listed| listed.trim() == code)
}
