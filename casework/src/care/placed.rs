//! Where a child lives or has lived, as pages say it.
use practice::{
    Date, codes,
    day::{self, plus_days},
};
use serde::Deserialize;

/// A row of `placed.sql`: one placement under one legal status.
#[derive(Clone, Debug, Deserialize)]
pub struct Placed {
    pub began: Date,
    /// The first day that is not of it.
    pub ended: Option<Date>,
    /// A return said that it was open on this day, and nobody has said anything since; an eighteenth
    /// birthday may have ended it.
    pub known_until: Option<Date>,
    pub place: String,
    pub provider: Option<String>,
    pub legal_status: String,
    pub need: Option<String>,
    pub short_break: bool,
    pub temporary: bool,
    pub reported: bool,
}
impl Placed {
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
    pub fn place_words(&self) -> String {
        let place = label("s903.placement_type", &self.place, "Placement not said");
        if self.short_break { format!("{place}, short break") } else { place }
    }
    pub fn provider_words(&self) -> Option<String> {
        self.provider.as_deref().map(|code| label("s903.placement_provider", code, "")).filter(|p| !p.is_empty())
    }
    pub fn status_words(&self) -> String {
        label("s903.legal_status", &self.legal_status, "Legal status not said")
    }
    /// Only so far does anybody know; nothing where the end, or that there is none, is known.
    pub fn silence(&self) -> Option<String> {
        let last = self.known_until.filter(|last| self.ended.is_none_or(|end| end > plus_days(*last, 1)))?;
        Some(format!("so a return said on {}; not known since", day::words(last)))
    }
}
/// `Foster placement with relative(s) or friend(s) – long term fostering (U1)`.
fn label(set: &str, code: &str, without: &str) -> String {
    match codes::label(set, code) {
        Some(label) => format!("{label} ({code})"),
        None if code.is_empty() => without.into(),
        None => code.into(),
    }
}
