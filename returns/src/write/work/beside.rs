//! Beside the episodes: reviews, times missing, and who worked with the child.
use super::{Child, Lines, Told};
use crate::ssda903::{MISSING, REVIEWS, SW_EPISODES};
use practice::{care, day::Date, fact::Fact, people::Part};

impl Child<'_> {
    /// Looked after on that day, the last one included.
    pub(super) fn in_care(&self, day: Date) -> bool {
        self.h.care().periods.iter().any(|p| p.began().on <= day && p.until().is_none_or(|u| day <= u))
    }
    pub(super) fn reviews(&self) -> Lines {
        let held = self.h.reviews().iter().filter(|e| self.in_year(e.on) && self.in_care(e.on));
        let told = held.filter_map(|e| {
            let line = match &self.h.kept(e.fact)?.fact {
                Fact::Care(care::Fact::ReviewHeld { participation, .. }) => self.line(
                    &REVIEWS,
                    [("DOB", self.born()), ("REVIEW", self.day(e.on)), ("REVIEW_CODE", participation.clone())],
                ),
                _ if self.is_report(&REVIEWS, e.fact) => self.line(&REVIEWS, []),
                Fact::Care(care::Fact::ReviewReported(row)) => self.line(
                    &REVIEWS,
                    [
                        ("DOB", self.born()),
                        ("REVIEW", self.day(e.on)),
                        ("REVIEW_CODE", row.review_code.code().to_owned()),
                    ],
                ),
                _ => return None,
            };
            let stands = self.is_work(e.fact).then_some((e.on, Some(e.on)));
            Some(Told { line, fact: Some(e.fact), stands })
        });
        self.settle(&REVIEWS, told.collect())
    }
    /// Only while looked after; a child who was found before anybody said that they had gone has no first day.
    pub(super) fn missing(&self) -> Lines {
        let told = self.h.times_missing().iter().filter_map(|t| {
            let went = t.went.filter(|w| self.in_care(w.on))?;
            let back = t.found.map(|f| f.on);
            if !self.touches(went.on, back) {
                return None;
            }
            let recorded = t.found.is_some_and(|f| self.is_work(f.fact));
            let line = match self.is_report(&MISSING, went.fact) {
                true => self.line(&MISSING, [("MIS_END", self.day(back.filter(|_| recorded)))]),
                false => self.line(
                    &MISSING,
                    [
                        ("DOB", self.born()),
                        ("MISSING", t.kind.clone()),
                        ("MIS_START", self.day(went.on)),
                        ("MIS_END", self.day(back)),
                    ],
                ),
            };
            Some(Told { line, fact: Some(went.fact), stands: (!t.reported).then_some((went.on, back)) })
        });
        self.settle(&MISSING, told.collect())
    }
    /// Asked of children looked after on the last day, for the whole year. The record does not hold the
    /// workers' numbers with Social Work England, nor why they changed.
    pub(super) fn workers(&self) -> Lines {
        let asked = self.year >= super::super::first_year(&SW_EPISODES)
            && self.h.care().periods.iter().any(|p| p.holds(self.last));
        let all = self.h.person().allocations(&self.h);
        let worked = all.iter().filter(|a| asked && a.part == Part::Worker && self.touches(a.started, a.ended));
        let told = worked.map(|a| {
            let days = [("DOB", self.born()), ("SW_DECOM", self.day(a.started)), ("SW_DEC", self.day(a.ended))];
            let stands = Some((a.started, a.ended));
            Told { line: self.line(&SW_EPISODES, days), fact: None, stands }
        });
        self.settle(&SW_EPISODES, told.collect())
    }
}
