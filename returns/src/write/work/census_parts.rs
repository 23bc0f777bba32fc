//! What followed a referral: assessments, plans, enquiries.
use super::{Child, Lines, Told};
use crate::{
    cin::{ASSESSMENT, ENQUIRY, IN_NEED_PLAN, PRE_PROCEEDINGS, PROTECTION_PLAN},
    table::Table,
    write::Line,
};
use practice::{
    assessment::{Assessment, Checkpoint},
    clock::Matter,
    court::pre_proceedings,
    day::Date,
    fact::Event,
    protection::{Enquiry, Plan},
    span::Span,
};

/// The working days from the strategy discussion to the conference (Working Together 2023).
const TO_CONFERENCE: i64 = 15;
const ABOVE: &str = "CINreferralDate";

impl Child<'_> {
    /// The spans of one kind that the census asks for, each as a row.
    fn parts<T>(
        &self,
        table: &'static Table,
        matter: Matter,
        spans: &[Span<T>],
        asked: impl Fn(&Span<T>) -> bool,
        line: impl Fn(&Span<T>) -> Line,
    ) -> Lines {
        let known = |s: &&Span<T>| asked(s) && !(s.end.is_none() && self.silent(s.known_until, matter));
        let told = spans.iter().filter(known).filter_map(|s| {
            let line = line(s);
            // What belongs to no referral that the census asks for has no place in it.
            let year = self.h.kept(s.began.fact).and_then(|k| self.row_of_year(table, k));
            let has_place = year == Some(self.year) || !self.referral_on(s.began.on).is_empty();
            let stands = (!s.reported).then_some((s.began.on, s.end.map(|e| e.event.on)));
            has_place.then_some(Told { line, fact: Some(s.began.fact), stands })
        });
        self.settle(table, told.collect())
    }
    /// An end that was recorded here; of a span that a return tells of, nothing else.
    fn ended<T>(&self, table: &Table, s: &Span<T>) -> Option<Date> {
        let told = self.was_sent(table, s.began.fact);
        s.end.filter(|e| !told || self.is_work(e.event.fact)).map(|e| e.event.on)
    }
    /// Completed in the year, or going on.
    pub(super) fn assessments(&self) -> Lines {
        let asked = |s: &Span<Assessment>| match s.of.authorised {
            Some(done) => self.in_year(done.on),
            None => self.touches(s.began.on, s.end.map(|e| e.event.on)),
        };
        let line = |s: &Span<Assessment>| {
            let told = self.was_sent(&ASSESSMENT, s.began.fact);
            let done = s.of.authorised.filter(|a| !told || self.is_work(a.fact)).map(|a| a.on);
            let review = s.of.reviews.iter().find(|(_, point)| *point == Checkpoint::First && !told);
            // The census counts from the referral for the assessment that follows it.
            let began = s.of.counted_from.on;
            let own = |text: String| if told { String::new() } else { text };
            let dates = [
                (ABOVE, own(self.referral_on(s.began.on))),
                ("AssessmentActualStartDate", own(self.day(began))),
                ("AssessmentInternalReviewDate", self.day(review.map(|(e, _)| e.on))),
                ("AssessmentAuthorisationDate", self.day(done)),
            ];
            let factors = s.of.factors.iter().filter(|_| done.is_some());
            let factors = factors.map(|f| ("AssessmentFactors", f.clone()));
            Line::of(&ASSESSMENT, &self.id, dates.into_iter().chain(factors))
        };
        self.parts(&ASSESSMENT, Matter::Assessments, self.h.assessments(), asked, line)
    }
    pub(super) fn in_need_plans(&self) -> Lines {
        let line = |s: &Span<practice::protection::InNeedPlan>| {
            let own = |text: String| if self.was_sent(&IN_NEED_PLAN, s.began.fact) { String::new() } else { text };
            self.line(
                &IN_NEED_PLAN,
                [
                    (ABOVE, own(self.referral_on(s.began.on))),
                    ("CINPlanStartDate", own(self.day(s.began.on))),
                    ("CINPlanEndDate", self.day(self.ended(&IN_NEED_PLAN, s))),
                ],
            )
        };
        let spans = &self.h.protection().in_need;
        let asked = |s: &Span<_>| self.touches(s.began.on, s.end.map(|e| e.event.on));
        self.parts(&IN_NEED_PLAN, Matter::InNeedPlans, spans, asked, line)
    }
    /// Begun in the year or over in it: by a conference, or because none was needed.
    pub(super) fn enquiries(&self) -> Lines {
        let line = |s: &Span<Enquiry>| {
            let told = self.was_sent(&ENQUIRY, s.began.fact);
            let conference = s.of.conference.filter(|c| !told || self.is_work(c.fact)).map(|c| c.on);
            let needless = s.of.needs_no_conference() && s.of.conference.is_none();
            let target = self.norms.calendar.plus_working_days(s.began.on, TO_CONFERENCE).map(|c| c.day);
            let own = |text: String| if told { String::new() } else { text };
            self.line(
                &ENQUIRY,
                [
                    (ABOVE, own(self.referral_on(s.began.on))),
                    ("S47ActualStartDate", own(self.day(s.began.on))),
                    ("InitialCPCtarget", own(self.day_ahead(target.filter(|_| !needless)))),
                    ("DateOfInitialCPC", self.day(conference)),
                    ("ICPCnotRequired", own(if needless { "1" } else { "0" }.to_owned())),
                ],
            )
        };
        let asked = |s: &Span<Enquiry>| {
            let over = s.of.conference.or(s.of.concluded).or(s.end.map(|e| e.event));
            // A return does not say when it was found that no conference was needed.
            let over = over.map(|e| e.on).or(s.of.no_conference_needed.then_some(s.began.on));
            self.touches(s.began.on, over)
        };
        self.parts(&ENQUIRY, Matter::Enquiries, &self.h.protection().enquiries, asked, line)
    }
    /// With every review since the plan began: our own choice, as its first review is measured from its start.
    pub(super) fn protection_plans(&self) -> Lines {
        let line = |s: &Span<Plan>| {
            let told = self.was_sent(&PROTECTION_PLAN, s.began.fact);
            let own = |text: String| if told { String::new() } else { text };
            let category = |c: &Option<String>| c.clone().unwrap_or_default();
            let said = [
                (ABOVE, own(self.referral_on(s.began.on))),
                ("CPPstartDate", own(self.day(s.began.on))),
                ("CPPendDate", self.day(self.ended(&PROTECTION_PLAN, s))),
                ("InitialCategoryOfAbuse", own(category(&s.of.category))),
                ("LatestCategoryOfAbuse", category(&s.of.latest_category)),
                ("NumberOfPreviousCPP", own(s.of.earlier.to_string())),
            ];
            let recorded = s.of.reviews.iter().any(|e| self.is_work(e.fact));
            let reviews = s.of.reviews.iter().filter(|_| !told || recorded);
            let reviews = reviews.map(|e| ("CPPreviewDate", self.day(e.on)));
            Line::of(&PROTECTION_PLAN, &self.id, said.into_iter().chain(reviews))
        };
        let asked = |s: &Span<_>| self.touches(s.began.on, s.end.map(|e| e.event.on));
        self.parts(&PROTECTION_PLAN, Matter::ProtectionPlans, &self.h.protection().plans, asked, line)
    }
    /// Going on at some time in the year, and what was done for the court after it.
    pub(super) fn pre_proceedings(&self) -> Lines {
        if self.year < super::super::first_year(&PRE_PROCEEDINGS) {
            return self.settle(&PRE_PROCEEDINGS, Vec::new());
        }
        let yes_or_no = |said: Option<Event>| if said.is_some() { "1" } else { "0" }.to_owned();
        let day = |said: Option<Event>| self.day(said.map(|e| e.on));
        let told = pre_proceedings(&self.h).into_iter().filter_map(|p| {
            let referral = self.referral_on(p.began.on);
            let last = [p.ended, p.letter_of_issue, p.application].into_iter().flatten().map(|e| e.on).max();
            let until = p.ended.and(last);
            let said = [
                (ABOVE, referral.clone()),
                ("PPStartDate", self.day(p.began.on)),
                ("LBPSentDate", day(p.letter)),
                ("FGDMMeetingOffer", yes_or_no(p.family_meeting_offered)),
                ("FGDMMeetingFac", yes_or_no(p.family_meeting_held)),
                ("InitialPPMeetingDate", day(p.meetings.first().copied())),
                ("ReviewMeetingsCount", p.meetings.len().saturating_sub(1).to_string()),
                ("StepDecisionDate", day(p.ended)),
                ("PPOutcome", p.outcome.clone().unwrap_or_default()),
                ("CourtAppDate", day(p.application)),
                ("LetterInitCPDate", day(p.letter_of_issue)),
            ];
            let (line, stands) = (self.line(&PRE_PROCEEDINGS, said), Some((p.began.on, until)));
            let asked = self.touches(p.began.on, until) && !referral.is_empty();
            asked.then_some(Told { line, fact: Some(p.began.fact), stands })
        });
        self.settle(&PRE_PROCEEDINGS, told.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use practice::{
        assessment::{self, Checkpoint},
        case::Story,
        front_door,
        protection::{self, Conference, ConferenceOutcome},
        reported::Return,
    };

    /// What a table says of a child who was referred on 6 October 2025.
    fn of_2026(table: &str, columns: &[&str], told: impl Fn(&mut Story)) -> Vec<String> {
        let mut s = Story::default();
        s.born("2012-05-03")
            .on("2025-10-06", front_door::Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false });
        told(&mut s);
        written(Return::Cin, 2026, &s, table, columns)
    }
    fn authorised(factors: &[&str]) -> assessment::Fact {
        let factors = factors.iter().map(|f| (*f).to_owned()).collect();
        assessment::Fact::AssessmentAuthorised { factors, outcome: "CIN".into() }
    }
    fn conference(kind: Conference, outcome: ConferenceOutcome, category: &str) -> protection::Fact {
        protection::Fact::ConferenceHeld { kind, outcome, category: Some(category.into()) }
    }
    const ASSESSED: &[&str] = &[
        "CINreferralDate",
        "AssessmentActualStartDate",
        "AssessmentInternalReviewDate",
        "AssessmentAuthorisationDate",
        "AssessmentFactors",
    ];

    #[test]
    fn the_first_assessment_starts_with_the_referral_and_has_factors_once_it_is_complete() {
        let told = |s: &mut Story| {
            let reviewed =
                assessment::Fact::AssessmentReviewedByManager { checkpoint: Checkpoint::First, words: String::new() };
            s.on("2025-10-08", assessment::Fact::AssessmentBegan)
                .on("2025-10-20", reviewed)
                .on("2025-11-24", authorised(&["3B", "4B"]))
                .on("2026-02-02", assessment::Fact::AssessmentBegan)
                .on("2026-04-15", authorised(&["3B"]));
        };
        assert_eq!(
            of_2026("Assessments", ASSESSED, told),
            ["2025-10-06 2025-10-06 2025-10-20 2025-11-24 3B+4B", "2025-10-06 2026-02-02 - - -"]
        );
    }
    #[test]
    fn an_assessment_completed_before_the_year_is_not_returned_again() {
        let mut s = Story::default();
        s.born("2012-05-03")
            .on("2024-10-07", front_door::Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false })
            .on("2024-10-08", assessment::Fact::AssessmentBegan)
            .on("2025-03-31", authorised(&["3B"]));
        assert_eq!(written(Return::Cin, 2026, &s, "CINdetails", &["CINreferralDate"]), ["2024-10-07"]);
        assert_eq!(written(Return::Cin, 2026, &s, "Assessments", ASSESSED), [""; 0]);
    }
    const ENQUIRY: &[&str] = &["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"];
    fn begins() -> protection::Fact {
        protection::Fact::StrategyDiscussionHeld { enquiry_begins: true, agencies: vec![], see_child_by: None }
    }
    fn concluded(outcome: &str) -> protection::Fact {
        protection::Fact::EnquiryConcluded { outcome: outcome.into() }
    }
    #[test]
    fn an_enquiry_has_a_conference_or_needs_none_or_is_going_on() {
        let told = |s: &mut Story| {
            s.on("2025-10-08", begins())
                .on("2025-10-15", concluded("NSUB"))
                .on("2025-12-15", begins())
                .on("2025-12-30", concluded("ICPC"))
                .on("2026-01-08", conference(Conference::Initial, ConferenceOutcome::Plan, "NEG"))
                .on("2026-03-27", begins());
        };
        assert_eq!(
            of_2026("Section47", ENQUIRY, told),
            [
                "2025-10-08 - - 1",
                // Fifteen working days, stepping over Christmas, Boxing Day and New Year's Day.
                "2025-12-15 2026-01-08 2026-01-08 0",
                "2026-03-27 2026-04-21 - 0",
            ]
        );
    }
    #[test]
    fn a_protection_plan_has_its_categories_and_its_reviews_up_to_the_last_day() {
        let columns = [
            "CPPstartDate",
            "CPPendDate",
            "InitialCategoryOfAbuse",
            "LatestCategoryOfAbuse",
            "NumberOfPreviousCPP",
            "CPPreviewDate",
        ];
        let told = |s: &mut Story| {
            s.on("2025-10-09", protection::Fact::EarlierPlansLearned { number: 1 })
                .on("2025-10-27", conference(Conference::Initial, ConferenceOutcome::Plan, "NEG"))
                .on("2026-01-19", conference(Conference::Review, ConferenceOutcome::Plan, "EMO"))
                .on("2026-03-30", conference(Conference::Review, ConferenceOutcome::Plan, "EMO"))
                .on("2026-06-30", conference(Conference::Review, ConferenceOutcome::NoPlan, "EMO"));
        };
        assert_eq!(of_2026("ChildProtectionPlans", &columns, told), ["2025-10-27 - NEG EMO 1 2026-01-19+2026-03-30"]);
    }
    #[test]
    fn pre_proceedings_are_told_in_the_census_that_asks_for_them() {
        use practice::court::Fact;
        let mut s = Story::default();
        s.born("2012-05-03")
            .on("2025-10-06", front_door::Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false })
            .on("2026-05-05", Fact::PreProceedingsBegan)
            .on("2026-05-06", Fact::LetterBeforeProceedingsSent)
            .on("2026-05-07", Fact::FamilyGroupMeetingOffered)
            .on("2026-05-18", Fact::PreProceedingsMeetingHeld)
            .on("2026-07-06", Fact::PreProceedingsMeetingHeld)
            .on("2026-08-03", Fact::PreProceedingsEnded { outcome: "A".into() });
        let columns = [
            "CINreferralDate",
            "PPStartDate",
            "LBPSentDate",
            "FGDMMeetingOffer",
            "FGDMMeetingFac",
            "InitialPPMeetingDate",
            "ReviewMeetingsCount",
            "StepDecisionDate",
            "PPOutcome",
        ];
        let rows = written(Return::Cin, 2027, &s, "PreProceedingsandFGDM", &columns);
        assert_eq!(rows, ["2025-10-06 2026-05-05 2026-05-06 1 0 2026-05-18 1 2026-08-03 A"]);
    }
    #[test]
    fn a_child_in_need_plan_ends_where_a_protection_plan_begins() {
        let told = |s: &mut Story| {
            s.on("2025-10-20", protection::Fact::InNeedPlanAgreed)
                .on("2025-12-08", conference(Conference::Initial, ConferenceOutcome::Plan, "NEG"));
        };
        let columns = ["CINreferralDate", "CINPlanStartDate", "CINPlanEndDate"];
        assert_eq!(of_2026("CINPlanDates", &columns, told), ["2025-10-06 2025-10-20 2025-12-08"]);
    }
}
