//! Beside the episodes: reviews, times missing, and who worked with the child.
use super::{Child, Lines, Told};
use crate::ssda903::{MISSING, REVIEWS, SW_EPISODES};
use practice::{
    care::{self, PeriodOfCare},
    day::{Date, plus_months},
    fact::Fact,
    people::{self, Part},
    workforce,
};

impl Child<'_> {
    /// Looked after on that day, the last one included.
    pub(super) fn in_care(&self, day: Date) -> bool {
        self.h.care().periods.iter().any(|p| holds(p, day))
    }
    pub(super) fn reviews(&self) -> Lines {
        // Reviews of short breaks are not asked for (rule 399).
        let asked = |day| self.h.care().periods.iter().any(|p| !p.short_breaks && holds(p, day));
        let held = self.h.reviews().iter().filter(|e| self.in_year(e.on) && asked(e.on));
        let told = held.filter_map(|e| {
            let line = match &self.h.kept(e.fact)?.fact {
                Fact::Care(care::Fact::ReviewHeld { participation, .. }) => self.line(
                    &REVIEWS,
                    [("DOB", self.born()), ("REVIEW", self.day(e.on)), ("REVIEW_CODE", participation.clone())],
                ),
                _ if self.was_sent(&REVIEWS, e.fact) => self.line(&REVIEWS, []),
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
            // A time missing from care ends with care, wherever the child is (rules 575 and 577).
            let period = self.h.care().periods.iter().find(|p| holds(p, went.on));
            let ceased = period.and_then(PeriodOfCare::until);
            let back = t.found.map(|f| f.on).into_iter().chain(ceased).min();
            if !self.touches(went.on, back) {
                return None;
            }
            let recorded = t.found.is_some_and(|f| self.is_work(f.fact));
            let line = match self.was_sent(&MISSING, went.fact) {
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
    /// For the whole year, of children looked after on its last day; since 2024-25 also of those who were on one of
    /// the two days before it on which a year ended (SW12STG2).
    pub(super) fn workers(&self) -> Lines {
        let year_ends = if self.year < 2025 { 0 } else { 2 };
        let mut year_ends = (0..=year_ends).map(|back| plus_months(self.last, -12 * back));
        let mut periods = self.h.care().periods.iter().filter(|p| !p.short_breaks);
        let asked = self.year >= super::super::first_year(&SW_EPISODES)
            && year_ends.any(|day| periods.clone().any(|p| p.holds(day)))
            && periods.any(|p| self.touches(p.began().on, p.until()));
        let all = self.h.person().allocations(&self.h);
        // Who was named and followed by another on one day never worked with the child (SW09STG2).
        let lasted = |a: &&people::Allocation| a.ended != Some(a.started);
        let workers = all.iter().filter(|a| asked && a.part == Part::Worker).filter(lasted);
        let worked = workers.filter(|a| self.touches(a.started, a.ended));
        let told = worked.map(|a| {
            let said = [
                ("DOB", self.born()),
                ("SW_ID", self.workers.get(&a.worker).cloned().unwrap_or_default()),
                ("SW_DECOM", self.day(a.started)),
                ("SW_DEC", self.day(a.ended)),
                ("SW_REASON", a.why.clone().unwrap_or_default()),
            ];
            let stands = Some((a.started, a.ended));
            Told { line: self.line(&SW_EPISODES, said), fact: None, stands }
        });
        // A row that this year's return said in the words of an earlier one.
        let goes_on = |f: &Fact| match f {
            Fact::Workforce(workforce::Fact::WorkerEpisodeReported(row)) => {
                row.sw_decom.value.is_some_and(|from| self.touches(from, row.sw_dec.value))
            }
            _ => false,
        };
        let earlier = self
            .reports(&SW_EPISODES)
            .filter(|(k, year)| asked && *year < self.year && self.of_this_return(*year) && goes_on(&k.fact));
        let again = earlier.map(|(k, _)| Told { line: self.line(&SW_EPISODES, []), fact: Some(k.id), stands: None });
        self.settle(&SW_EPISODES, told.chain(again).collect())
    }
}
/// Looked after on that day, the last one included.
fn holds(period: &PeriodOfCare, day: Date) -> bool {
    period.began().on <= day && period.until().is_none_or(|u| day <= u)
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use practice::{
        Id,
        care::{Fact as Care, Placement, reported::Review},
        case::Story,
        missing::Fact as Missing,
        people::{Fact as People, Part},
        reported::{Origin, Return},
    };

    fn of_2026(table: &str, columns: &[&str], told: impl Fn(&mut Story)) -> Vec<String> {
        let mut s = Story::default();
        let placement = Placement { legal_status: "C2".into(), place: "U6".into(), ..Placement::default() };
        s.born("2012-05-03").on("2025-05-06", Care::PlacementBegan(placement));
        told(&mut s);
        written(Return::Ssda903, 2026, &s, table, columns)
    }
    fn held(participation: &str, adjourned: bool) -> Care {
        Care::ReviewHeld { participation: participation.into(), adjourned }
    }
    fn reported(day: &str, code: &str) -> Care {
        let origin = Origin {
            authority: "892".into(),
            which: Some(Return::Ssda903),
            return_year: 2026,
            table: "Reviews".into(),
            child: "77".into(),
            ..Origin::default()
        };
        let dob = "03/05/2012".into();
        Care::ReviewReported(Box::new(Review { origin, dob, review: day.into(), review_code: code.into() }))
    }

    #[test]
    fn completed_reviews_of_the_year_while_in_care() {
        let told = |s: &mut Story| {
            s.on("2025-06-03", held("PN1", true))
                .on("2025-06-10", held("PN1", false))
                .on("2025-12-02", held("PN6", false))
                .on("2026-02-03", Care::CeasedToBeLookedAfter { reason: "E4A".into() })
                .on("2026-02-10", held("PN1", false));
        };
        assert_eq!(of_2026("Reviews", &["REVIEW", "REVIEW_CODE"], told), ["10/06/2025 PN1", "02/12/2025 PN6"]);
    }
    #[test]
    fn a_recorded_review_stands_for_the_returns_and_two_rows_of_one_day_both_stand() {
        let told = |s: &mut Story| {
            s.on("2025-06-10", held("PN1", false))
                .on("2025-06-10", reported("10/06/2025", "PN7"))
                .on("2025-12-02", reported("2/12/2025", "PN3"))
                .on("2025-12-02", reported("2/12/2025", "PN4"))
                .on("2025-04-01", reported("31/02/2026", "PN4"));
        };
        assert_eq!(
            of_2026("Reviews", &["REVIEW", "REVIEW_CODE"], told),
            ["31/02/2026 PN4", "10/06/2025 PN1", "2/12/2025 PN3", "2/12/2025 PN4"],
            "a row that no work tells of is never dropped"
        );
    }
    #[test]
    fn times_missing_from_care_that_touch_the_year() {
        let went = |kind: &str| Missing::WentMissing { kind: kind.into() };
        let told = |s: &mut Story| {
            s.on("2025-04-20T10:00", went("M")).on("2025-04-21T10:00", Missing::Found); // not in care yet
            s.on("2025-06-03T22:00", went("M")).on("2025-06-05T03:00", Missing::Found);
            s.on("2026-03-30T22:00", went("A")).on("2026-04-02T03:00", Missing::Found);
        };
        assert_eq!(
            of_2026("Missing", &["MISSING", "MIS_START", "MIS_END"], told),
            ["M 03/06/2025 05/06/2025", "A 30/03/2026 -"]
        );
    }
    #[test]
    fn who_grows_up_or_goes_home_while_missing_is_no_longer_missing_from_care() {
        let told = |s: &mut Story| {
            s.on("2025-06-03T22:00", Missing::WentMissing { kind: "M".into() })
                .on("2025-06-10", Care::CeasedToBeLookedAfter { reason: "E4B".into() })
                .on("2025-06-20T10:00", Missing::Found);
        };
        assert_eq!(of_2026("Missing", &["MIS_START", "MIS_END"], told), ["03/06/2025 10/06/2025"]);
    }
    #[test]
    fn a_social_worker_is_told_by_their_number_and_why_they_came() {
        let mut s = Story::default();
        let (ann, team) = (Id::from_u128(1), Id::from_u128(9));
        let placement = Placement { legal_status: "C2".into(), place: "U6".into(), ..Placement::default() };
        s.born("2012-05-03").on("2024-05-06", Care::PlacementBegan(placement));
        let why = Some("LEFTRL".to_owned());
        s.on("2024-06-03", People::Allocated { worker: ann, team, part: Part::Worker, why });
        s.on("2025-06-03", Care::CeasedToBeLookedAfter { reason: "E4A".into() });
        let rows = |workers: &[(Id, &str)], year| {
            let today = practice::day::date(2026, 11, 22);
            let mut draft = super::super::Draft::new(Return::Ssda903, "892", year, &s.norms, false, today);
            draft.workers = workers.iter().map(|(id, number)| (*id, (*number).to_owned())).collect();
            draft.child(Id::from_u128(7), s.facts.clone());
            let sheet = draft.rows().sheet("SWEpisodes").unwrap().clone();
            let cell = |line: &crate::write::Line, c| line.said(sheet.table, c).to_owned();
            sheet.lines.iter().map(|l| ["SW_ID", "SW_DECOM", "SW_REASON"].map(|c| cell(l, c))).collect::<Vec<_>>()
        };
        assert_eq!(rows(&[(ann, "SW000001")], 2025), [["SW000001", "03/06/2024", "LEFTRL"]]);
        assert_eq!(
            rows(&[], 2026),
            [["", "03/06/2024", "LEFTRL"]],
            "asked a year on, of whom was in care in March 2025"
        );
        assert_eq!(rows(&[], 2027), [[""; 3]; 0]);
    }
    #[test]
    fn the_social_workers_of_the_year_of_a_child_in_care_on_its_last_day() {
        let (ann, ben, team) = (Id::from_u128(1), Id::from_u128(2), Id::from_u128(9));
        let workers = |s: &mut Story| {
            s.on("2024-01-05", People::Allocated { worker: ann, team, part: Part::Worker, why: None })
                .on("2025-09-01", People::Allocated { worker: ben, team, part: Part::Worker, why: None })
                .on("2025-09-01", People::Allocated { worker: ann, team, part: Part::ReviewingOfficer, why: None });
        };
        let rows = ["05/01/2024 01/09/2025", "01/09/2025 -"];
        assert_eq!(of_2026("SWEpisodes", &["SW_DECOM", "SW_DEC"], workers), rows);
        let left = |s: &mut Story| {
            workers(s);
            s.on("2026-02-03", Care::CeasedToBeLookedAfter { reason: "E4A".into() });
        };
        assert_eq!(of_2026("SWEpisodes", &["SW_DECOM", "SW_DEC"], left), [""; 0]);
    }
}
