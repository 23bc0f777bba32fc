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
    day::Date,
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
            let has_place = self.is_report(table, s.began.fact) || !line.said(table, ABOVE).is_empty();
            let stands = (!s.reported).then_some((s.began.on, s.end.map(|e| e.event.on)));
            has_place.then_some(Told { line, fact: Some(s.began.fact), stands })
        });
        self.settle(table, told.collect())
    }
    /// An end that was recorded here; of a span that a return tells of, nothing else.
    fn ended<T>(&self, table: &Table, s: &Span<T>) -> Option<Date> {
        let told = self.is_report(table, s.began.fact);
        s.end.filter(|e| !told || self.is_work(e.event.fact)).map(|e| e.event.on)
    }
    /// Completed in the year, or going on.
    pub(super) fn assessments(&self) -> Lines {
        let asked = |s: &Span<Assessment>| match s.of.authorised {
            Some(done) => self.in_year(done.on),
            None => self.touches(s.began.on, s.end.map(|e| e.event.on)),
        };
        let line = |s: &Span<Assessment>| {
            let told = self.is_report(&ASSESSMENT, s.began.fact);
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
            let own = |text: String| if self.is_report(&IN_NEED_PLAN, s.began.fact) { String::new() } else { text };
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
            let told = self.is_report(&ENQUIRY, s.began.fact);
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
            let told = self.is_report(&PROTECTION_PLAN, s.began.fact);
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
    /// No fact of the work tells of pre-proceedings yet.
    pub(super) fn pre_proceedings(&self) -> Lines {
        self.settle(&PRE_PROCEEDINGS, Vec::new())
    }
}
