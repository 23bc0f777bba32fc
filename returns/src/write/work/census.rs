//! The children in need census: whose need was open in the year, and each referral.
use super::{Child, Lines, Told};
use crate::{
    cin::{CHILD, DISABILITIES, REFERRAL},
    write::Line,
};
use practice::{
    clock::Matter, day::Date, disability, fact::Fact, front_door::Referral, protection::Conference, span::Span,
};

impl Child<'_> {
    /// Everything of a child who was referred in the year, or whose episode of need was open in it.
    pub(super) fn in_need(&self) -> Lines {
        let mut lines = self.referrals();
        lines.extend(self.assessments());
        lines.extend(self.in_need_plans());
        lines.extend(self.enquiries());
        lines.extend(self.protection_plans());
        lines.extend(self.pre_proceedings());
        if lines.is_empty() && self.sent(&CHILD).is_none() || !self.h.person().registered {
            return lines;
        }
        self.identifiers().into_iter().chain(self.disabilities()).chain(lines).collect()
    }
    /// As they were learned last, else as a return said them last.
    fn disabilities(&self) -> Lines {
        let said = self.report(&DISABILITIES);
        let learned = self.h.find(|f| match f {
            Fact::Disability(disability::Fact::DisabilitiesLearned { disabilities }) => Some(disabilities),
            _ => None,
        });
        let learned = learned.last().map(|(_, codes)| codes.as_slice());
        let codes = learned.unwrap_or_default().iter().map(|code| ("Disability", code.clone()));
        let line = Line::of(&DISABILITIES, &self.id, codes);
        let told = (learned.is_some() || said.is_some()).then_some(Told { line, fact: said, stands: None });
        self.settle(&DISABILITIES, told.into_iter().collect())
    }
    fn referrals(&self) -> Lines {
        let told = self.in_census().map(|r| {
            let line = match self.was_sent(&REFERRAL, r.began.fact) {
                true => self.decided_since(r).with(self.closing(r)),
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
            // Made before the year and then found to need nothing: the year before told of it (8569Q).
            let told_before = r.of.taken_no_further() && !r.reported && r.began.on < self.first;
            !told_before
                && self.touches(r.began.on, until)
                && !(r.end.is_none() && self.silent(r.known_until, Matter::Referrals))
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
    /// What was found out and decided here about a referral that this year's return tells of.
    fn decided_since(&self, r: &Span<Referral>) -> Line {
        let no_action = r.of.taken_no_further() && r.of.decided.is_some_and(|d| self.is_work(d.fact));
        let need = r.of.primary_need.clone().filter(|_| !r.of.taken_no_further()).unwrap_or_default();
        let nfa = if no_action { "1" } else { "" }.to_owned();
        self.line(&REFERRAL, [("PrimaryNeedCode", need), ("ReferralNFA", nfa)])
    }
    /// A referral with no further action has no closure (8815, 8816); of one that a return tells of, only
    /// a closure that was recorded since.
    fn closing(&self, r: &Span<Referral>) -> Line {
        let told = self.was_sent(&REFERRAL, r.began.fact);
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

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use practice::{
        case::Story,
        front_door::{Fact, reported::Referral},
        protection,
        reported::{Origin, Return},
    };

    fn received(source: &str) -> Fact {
        Fact::ReferralReceived { contact: None, source: source.into(), unborn: false }
    }
    fn decided(outcome: &str) -> Fact {
        Fact::ReferralDecided { outcome: outcome.into(), why: String::new() }
    }
    fn closed(reason: &str) -> Fact {
        Fact::CaseClosed { reason: reason.into() }
    }
    fn need(code: &str) -> Fact {
        Fact::PrimaryNeedIdentified { need: code.into() }
    }
    const COLUMNS: &[&str] =
        &["CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure", "ReferralNFA"];
    fn of_2026(told: impl Fn(&mut Story)) -> Vec<String> {
        let mut s = Story::default();
        told(s.born("2012-05-03"));
        written(Return::Cin, 2026, &s, "CINdetails", COLUMNS)
    }

    #[test]
    fn disabilities_are_told_as_they_were_learned_last() {
        let mut s = Story::default();
        let learned = |codes: &[&str]| practice::disability::Fact::DisabilitiesLearned {
            disabilities: codes.iter().map(|c| (*c).to_owned()).collect(),
        };
        s.born("2012-05-03").on("2025-09-03", received("2A")).on("2025-09-04", learned(&["NONE"]));
        s.on("2025-11-03", learned(&["AUT", "LD"]));
        assert_eq!(written(Return::Cin, 2026, &s, "Disabilities", &["Disability"]), ["AUT+LD"]);
    }
    #[test]
    fn a_referral_is_returned_until_its_case_is_closed() {
        let told = |s: &mut Story| {
            s.on("2024-09-03", received("2A"))
                .on("2024-09-04", decided("ASS"))
                .on("2024-10-07", need("N4"))
                .on("2025-04-01", closed("RC7"))
                .on("2025-10-06", received("6"))
                .on("2026-05-05", closed("RC8"));
        };
        assert_eq!(
            of_2026(told),
            ["2024-09-03 2A N4 2025-04-01 RC7 0", "2025-10-06 6 - - - 0"],
            "what was closed after the year was open in it"
        );
        let before = |s: &mut Story| {
            s.on("2024-09-03", received("2A")).on("2025-03-31", closed("RC7"));
        };
        assert_eq!(of_2026(before), [""; 0]);
    }
    #[test]
    fn a_referral_without_further_action_has_neither_need_nor_closure() {
        let told = |s: &mut Story| {
            s.on("2025-10-06", received("6")).on("2025-10-07", need("N1")).on("2025-10-07", decided("NFA"));
        };
        assert_eq!(of_2026(told), ["2025-10-06 6 - - - 1"]);
        let undecided = |s: &mut Story| {
            s.on("2026-03-31", received("6")).on("2026-04-01", decided("NFA"));
        };
        assert_eq!(of_2026(undecided), ["2026-03-31 6 - - - 0"], "on the last day nobody had decided");
    }
    #[test]
    fn a_child_who_moved_in_on_a_plan_has_the_conference_at_the_referral() {
        let mut s = Story::default();
        s.born("2012-05-03").on("2025-10-06", received("5C")).on(
            "2025-10-20",
            protection::Fact::ConferenceHeld {
                kind: protection::Conference::TransferIn,
                outcome: protection::ConferenceOutcome::Plan,
                category: Some("NEG".into()),
            },
        );
        assert_eq!(written(Return::Cin, 2026, &s, "CINdetails", &["DateOfInitialCPC"]), ["2025-10-20"]);
        let plan = ["CINreferralDate", "CPPstartDate", "InitialCategoryOfAbuse"];
        assert_eq!(written(Return::Cin, 2026, &s, "ChildProtectionPlans", &plan), ["2025-10-06 2025-10-20 NEG"]);
    }
    fn reported(year: i16, closed: &str) -> Fact {
        let origin = Origin {
            authority: "892".into(),
            which: Some(Return::Cin),
            return_year: year,
            table: "CINdetails".into(),
            child: "77".into(),
            key: "2024-09-03".into(),
            ..Origin::default()
        };
        let (day, source) = ("2024-09-03T00:00:00".into(), "1a".into());
        let (cin_closure_date, referral_nfa) = (closed.into(), "false".into());
        let row = Referral {
            origin,
            cin_referral_date: day,
            referral_source: source,
            cin_closure_date,
            referral_nfa,
            ..Referral::default()
        };
        Fact::ReferralReported(Box::new(row))
    }
    #[test]
    fn a_referral_of_an_earlier_return_goes_on_where_the_work_is_recorded_here() {
        let told = |s: &mut Story| {
            s.taken_in("2025-05-01", "2024-09-03", reported(2025, "")).on("2025-07-01", closed("RC7"));
        };
        assert_eq!(of_2026(told), ["2024-09-03 1A - 2025-07-01 RC7 0"], "in this year's forms");
        let silent = |s: &mut Story| {
            s.taken_in("2025-05-01", "2024-09-03", reported(2025, ""));
            s.uncovered(practice::clock::Matter::Referrals);
        };
        assert_eq!(of_2026(silent), [""; 0], "nobody knows whether it is still open");
    }
    #[test]
    fn this_years_return_stands_word_for_word_but_for_a_closure_recorded_since() {
        let as_sent = |s: &mut Story| {
            s.taken_in("2026-05-01", "2024-09-03", reported(2026, ""));
        };
        assert_eq!(of_2026(as_sent), ["2024-09-03T00:00:00 1a - - - false"]);
        let closed_here = |s: &mut Story| {
            as_sent(s);
            s.on("2026-02-03", closed("RC7"));
        };
        assert_eq!(of_2026(closed_here), ["2024-09-03T00:00:00 1a - 2026-02-03 RC7 false"]);
        let found_here = |s: &mut Story| {
            as_sent(s);
            s.on("2025-10-03", need("N5"));
        };
        assert_eq!(of_2026(found_here), ["2024-09-03T00:00:00 1a N5 - - false"]);
        let decided_here = |s: &mut Story| {
            as_sent(s);
            s.on("2025-10-03", decided("NFA"));
        };
        assert_eq!(of_2026(decided_here), ["2024-09-03T00:00:00 1a - - - 1"]);
    }
}
