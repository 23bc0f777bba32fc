//! Ofsted's lists of providers beside the episodes: which home or agency a URN names.
use super::columns::{EPISODES, PROVIDERS, episodes as ep, providers};
use crate::check::{Answer, Column, Row, Told, Whole};
use std::collections::HashMap;

/// The URN names a provider; `XXXXXXX` says that it is not known here.
pub(crate) fn names_a_provider(e: Row) -> bool {
    e.is_filled(ep::URN) && !e.is(ep::URN, &["XXXXXXX"])
}
/// The providers by their URN; of two with one URN the first.
pub(crate) fn by_urn<'a>(whole: Whole<'a>) -> HashMap<&'a str, Row<'a>> {
    let mut known = HashMap::new();
    for provider in whole.rows(PROVIDERS).filter(|p| p.is_filled(providers::URN)) {
        known.entry(provider.code(providers::URN)).or_insert(provider);
    }
    known
}
/// Asks of each episode together with its provider. A URN that is in no list is another rule's matter.
pub(crate) fn with_its_provider(whole: Whole, told: &mut Told, question: fn(Row, Row) -> Answer) {
    let known = by_urn(whole);
    for e in whole.rows(EPISODES).filter(|e| names_a_provider(*e)) {
        if let Some(provider) = known.get(e.code(ep::URN)) {
            told.ask(&[e], || question(e, *provider));
        }
    }
}
/// The provider's list in this column, divided by commas, holds the code.
pub(crate) fn lists(provider: Row, column: Column, code: &str) -> bool {
    provider.code(column).split(',').any(|listed| listed.trim() == code)
}
