//! Homes meant to last: what there was before, the decision that a child should be adopted, and the adoption. And the
//! orders under which a child may be deprived of liberty.
use super::{Child, Lines, Told};
use crate::{
    ssda903::{AD1, DOLO, PLACED_ADOPTION, PREV_PERM},
    write::Line,
};
use practice::{
    care::Episode,
    day::{Date, date},
    fact::Fact,
    permanence::{self, AdoptionDecision, adoption_decisions},
    placements::deprivations,
};

/// Earlier permanence is asked of those who came into care since (rule 634).
const ASKED_SINCE: Date = date(2016, 4, 1);

impl Child<'_> {
    /// Adopted in the year.
    pub(super) fn adopted(&self) -> Lines {
        let mut lasts = self.h.care().periods.iter().map(|p| p.last());
        let ended = |last: &&Episode| {
            let adopted = matches!(last.ceased.as_deref(), Some("E11" | "E12"));
            adopted && last.until.is_some_and(|u| self.in_year(u))
        };
        match lasts.find(ended) {
            Some(last) => self.one(&AD1, self.adoption(last), last.ended.is_some_and(|end| self.is_work(end.fact))),
            None => self.settle(&AD1, Vec::new()),
        }
    }
    fn adoption(&self, last: &Episode) -> Line {
        let by_carers = match last.placement.place.as_str() {
            "A3" | "A5" => "1",
            "A4" | "A6" => "0",
            _ => "",
        };
        let decision = adoption_decisions(&self.h).into_iter().rfind(|d| d.ended.is_none());
        let matched = decision.as_ref().and_then(|d| d.matched.as_ref());
        let of_match = |said: fn(&permanence::Match) -> String| matched.map(said).unwrap_or_default();
        self.line(
            &AD1,
            [
                ("DOB", self.born()),
                ("DATE_INT", self.day(decision.as_ref().map(|d| d.decided.on))),
                ("DATE_MATCH", self.day(matched.map(|m| m.on.on))),
                ("FOSTER_CARE", by_carers.to_owned()),
                ("NB_ADOPTR", of_match(|m| m.number.to_string())),
                ("SEX_ADOPTR", of_match(|m| m.sexes.clone())),
                ("LS_ADOPTR", of_match(|m| m.legal_status.clone())),
            ],
        )
    }
    /// What was so before the child came into care: as it was learned last, else as a return said it last.
    pub(super) fn earlier_permanence(&self) -> Lines {
        let said = self.report(&PREV_PERM);
        let learned = self.h.find(|f| match f {
            Fact::Permanence(permanence::Fact::EarlierPermanenceLearned { kind, authority, ordered }) => {
                Some([Some(kind.clone()), authority.clone(), ordered.clone()].map(Option::unwrap_or_default))
            }
            _ => None,
        });
        let asked = self.h.care().periods.iter().any(|p| p.began().on >= ASKED_SINCE);
        let line = match learned.last().filter(|_| asked) {
            Some((_, [kind, authority, ordered])) => self.line(
                &PREV_PERM,
                [("DOB", self.born()), ("PREV_PERM", kind), ("LA_PERM", authority), ("DATE_PERM", ordered)],
            ),
            None if said.is_some() => self.line(&PREV_PERM, []),
            None => return self.settle(&PREV_PERM, Vec::new()),
        };
        self.settle(&PREV_PERM, vec![Told { line, fact: said, stands: None }])
    }
    /// A decision that an earlier return told of goes on until one says that it was taken back.
    pub(super) fn to_be_adopted(&self) -> Lines {
        let goes_on = |f: &Fact| match f {
            Fact::Permanence(permanence::Fact::PlacedForAdoptionReported(row)) => row.date_placed_ceased.is_blank(),
            _ => false,
        };
        let open = self.reports(&PLACED_ADOPTION).filter(|(k, year)| *year < self.year && goes_on(&k.fact));
        let open = open.map(|(k, ..)| Told { line: self.line(&PLACED_ADOPTION, []), fact: Some(k.id), stands: None });
        let decided = adoption_decisions(&self.h).into_iter().filter(|d| self.is_of_care(d)).map(|d| {
            let ended = d.ended.map(|e| e.on);
            let days = [
                ("DOB", self.born()),
                ("DATE_PLACED", self.day(d.decided.on)),
                ("DATE_PLACED_CEASED", self.day(ended)),
                ("REASON_PLACED_CEASED", d.why_ended.unwrap_or_default()),
            ];
            let stands = Some((d.decided.on, ended));
            Told { line: self.line(&PLACED_ADOPTION, days), fact: Some(d.decided.fact), stands }
        });
        self.settle(&PLACED_ADOPTION, open.chain(decided).collect())
    }
    /// It stood at some time in the year, and in a time in care that lasted into the year.
    fn is_of_care(&self, d: &AdoptionDecision) -> bool {
        let mut periods = self.h.care().periods.iter().filter(|p| self.touches(p.began().on, p.until()));
        self.touches(d.decided.on, d.ended.map(|e| e.on)) && periods.any(|p| p.began().on <= d.decided.on)
    }
    /// Each order of the year; it ends with care at the latest (rule 707), and an end that lies ahead is none yet
    /// (704).
    pub(super) fn deprived_of_liberty(&self) -> Lines {
        if self.year < super::super::first_year(&DOLO) {
            return self.settle(&DOLO, Vec::new());
        }
        let told = deprivations(&self.h).into_iter().filter_map(|d| {
            let period = self.h.care().periods.iter().find(|p| p.holds(d.began.on))?;
            let until = period.until().map_or(d.until, |end| end.min(d.until));
            let days = [("DOB", self.born()), ("DOLO_START", self.day(d.began.on)), ("DOLO_END", self.day(until))];
            let stands = Some((d.began.on, Some(until)));
            let told = Told { line: self.line(&DOLO, days), fact: Some(d.began.fact), stands };
            self.touches(d.began.on, Some(until)).then_some(told)
        });
        self.settle(&DOLO, told.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use practice::{
        care::{Fact as Care, Placement},
        case::Story,
        day::date,
        permanence::Fact,
        placements,
        reported::Return,
    };

    fn of(year: i16, table: &str, columns: &[&str], told: impl Fn(&mut Story)) -> Vec<String> {
        let mut s = Story::default();
        told(s.born("2021-05-03"));
        written(Return::Ssda903, year, &s, table, columns)
    }
    fn placed(place: &str, legal_status: &str) -> Care {
        let (place, legal_status) = (place.into(), legal_status.into());
        Care::PlacementBegan(Placement { place, legal_status, ..Placement::default() })
    }
    fn ceased(reason: &str) -> Care {
        Care::CeasedToBeLookedAfter { reason: reason.into() }
    }
    fn matched() -> Fact {
        Fact::MatchedWithAdopters { number: 2, sexes: "FF".into(), legal_status: "L12".into() }
    }
    #[test]
    fn an_adoption_is_told_by_the_placement_the_decision_and_the_match() {
        let columns = ["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"];
        let adopted = |place: &'static str, reason: &'static str, known: bool| {
            let told = move |s: &mut Story| {
                s.on("2024-05-06", placed("U6", "E1"));
                if known {
                    s.on("2024-09-03", Fact::PlacementForAdoptionDecided).on("2025-05-06", matched());
                }
                s.on("2025-06-03", placed(place, "")).on("2025-12-02", ceased(reason));
            };
            of(2026, "AD1", &columns, told)
        };
        assert_eq!(adopted("A6", "E12", true), ["03/09/2024 06/05/2025 0 2 FF L12"]);
        assert_eq!(adopted("A5", "E12", false), ["- - 1 - - -"], "nobody has said the rest");
        assert_eq!(adopted("A6", "E4A", true), [""; 0]);
    }
    #[test]
    fn a_decision_to_place_for_adoption_stands_in_each_year_until_it_is_taken_back() {
        let told = |s: &mut Story| {
            s.on("2024-05-06", placed("U6", "C2"))
                .on("2024-09-03", Fact::PlacementForAdoptionDecided)
                .on("2025-11-04", Fact::PlanForAdoptionEnded { reason: "RD3".into() });
        };
        let rows =
            |year| of(year, "PlacedAdoption", &["DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"], told);
        assert_eq!(rows(2025), ["03/09/2024 - -"]);
        assert_eq!(rows(2026), ["03/09/2024 04/11/2025 RD3"]);
        assert_eq!(rows(2027), [""; 0]);
    }
    #[test]
    fn what_was_permanent_before_is_asked_of_those_who_came_into_care_since_april_2016() {
        let learned = |came: &'static str| {
            let told = move |s: &mut Story| {
                let (kind, authority, ordered) = ("P2".into(), Some("892".into()), Some("ZZ/ZZ/2015".into()));
                s.on(came, placed("U6", "C2"));
                s.on("2025-05-20", Fact::EarlierPermanenceLearned { kind, authority, ordered });
            };
            of(2026, "PrevPerm", &["PREV_PERM", "LA_PERM", "DATE_PERM"], told)
        };
        assert_eq!(learned("2025-05-06"), ["P2 892 ZZ/ZZ/2015"]);
        assert_eq!(learned("2016-03-01"), [""; 0]);
    }
    #[test]
    fn a_deprivation_of_liberty_ends_with_its_order_or_with_care() {
        let made = |until| placements::Fact::DeprivationOfLibertyAuthorised { until };
        let told = |s: &mut Story| {
            s.on("2025-05-06", placed("K2", "C2"))
                .on("2026-05-05", made(date(2026, 6, 30)))
                .on("2026-09-01", made(date(2026, 12, 31)))
                .on("2026-10-06", ceased("E4A"));
        };
        let rows = |year| of(year, "DoLo", &["DOLO_START", "DOLO_END"], told);
        assert_eq!(rows(2027), ["05/05/2026 30/06/2026", "01/09/2026 06/10/2026"]);
    }
}
