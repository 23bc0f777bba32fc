//! The children in need census: whose need was open in the year, and each referral.
use super::{Child, Lines, Told};
use crate::{
    cin::{CHILD, DISABILITIES, REFERRAL},
    table::Table,
    write::Line,
};
use practice::{clock::Matter, day::Date, front_door::Referral, protection::Conference, span::Span};

impl Child<'_> {
    /// Everything of a child who was referred in the year, or whose episode of need was open in it.
    pub(super) fn in_need(&self) -> Lines {
        let mut lines = self.referrals();
        lines.extend(self.assessments());
        lines.extend(self.in_need_plans());
        lines.extend(self.enquiries());
        lines.extend(self.protection_plans());
        lines.extend(self.pre_proceedings());
        let said = |table: &Table| self.reports(table).any(|(_, year, _)| year == self.year);
        if lines.is_empty() && !said(&CHILD) {
            return lines;
        }
        // No fact of the work tells of disabilities yet: as they were said last.
        let known = self.report(&DISABILITIES);
        let known = known.map(|id| Told { line: self.line(&DISABILITIES, []), fact: Some(id), stands: None });
        let disabilities = self.settle(&DISABILITIES, known.into_iter().collect());
        self.identifiers().into_iter().chain(disabilities).chain(lines).collect()
    }
    fn referrals(&self) -> Lines {
        let told = self.in_census().map(|r| {
            let line = match self.is_report(&REFERRAL, r.began.fact) {
                true => self.closing(r),
                false => self.opening(r).with(self.closing(r)),
            };
            let stands = (!r.reported).then_some((r.began.on, r.end.map(|e| e.event.on)));
            Told { line, fact: Some(r.began.fact), stands }
        });
        self.settle(&REFERRAL, told.collect())
    }
    /// Open at some time in the year, as far as anybody has said.
    fn in_census(&self) -> impl Iterator<Item = &Span<Referral>> {
        self.h.front_door().referrals.iter().filter(|r| {
            let until = r.end.map(|e| e.event.on);
            self.touches(r.began.on, until) && !(r.end.is_none() && self.silent(r.known_until, Matter::Referrals))
        })
    }
    fn opening(&self, r: &Span<Referral>) -> Line {
        let nothing_done = r.of.taken_no_further();
        self.line(
            &REFERRAL,
            [
                ("CINreferralDate", self.day(r.began.on)),
                ("ReferralSource", r.of.source.clone()),
                ("PrimaryNeedCode", r.of.primary_need.clone().filter(|_| !nothing_done).unwrap_or_default()),
                ("DateOfInitialCPC", self.day(self.moved_in_on_plan(r))),
                ("ReferralNFA", if nothing_done { "1" } else { "0" }.to_owned()),
            ],
        )
    }
    /// A referral with no further action has no closure (8815, 8816); of one that a return tells of, only
    /// a closure that was recorded since.
    fn closing(&self, r: &Span<Referral>) -> Line {
        let told = self.is_report(&REFERRAL, r.began.fact);
        let closed = r.end.filter(|e| !r.of.taken_no_further() && (!told || self.is_work(e.event.fact)));
        let closed = closed.map(|e| e.event.on).filter(|day| *day <= self.last);
        let reason = r.of.closed_for.clone().filter(|_| closed.is_some()).unwrap_or_default();
        self.line(&REFERRAL, [("CINclosureDate", self.day(closed)), ("ReasonForClosure", reason)])
    }
    /// The conference of a child who moved here on another authority's plan: it belongs to no enquiry of ours.
    fn moved_in_on_plan(&self, r: &Span<Referral>) -> Option<Date> {
        let meetings = self.h.protection().meetings.iter().filter(|m| m.kind == Conference::TransferIn);
        let held = meetings.filter_map(|m| m.held).map(|e| e.on).find(|day| r.holds(*day) && self.in_year(*day));
        held.or(r.of.transfer_in)
    }
    /// The referral that something belongs to: the one open on its day, else the last before it.
    pub(super) fn referral_on(&self, day: Date) -> String {
        let all = || self.in_census();
        let before = || all().filter(|r| r.began.on <= day).last();
        self.day(all().find(|r| r.holds(day)).or_else(before).map(|r| r.began.on))
    }
}
