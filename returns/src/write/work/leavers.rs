//! Who left care: the rows that the return asks for, with what the record knows of them.
use super::{Child, Lines, Told};
use crate::ssda903::{AD1, DOLO, OC3, PLACED_ADOPTION, PREV_PERM};
use practice::{fact::Fact, leavers::oc3, permanence};

impl Child<'_> {
    /// Adopted in the year. Only whether by the carers the child lived with follows from the placement.
    pub(super) fn adopted(&self) -> Lines {
        let mut lasts = self.h.care().periods.iter().map(|p| p.last());
        let ended = |last: &&practice::care::Episode| {
            let adopted = matches!(last.ceased.as_deref(), Some("E11" | "E12"));
            adopted && last.until.is_some_and(|u| self.in_year(u))
        };
        match lasts.find(ended) {
            Some(last) => {
                let by_carers = match last.placement.place.as_str() {
                    "A3" | "A5" => "1",
                    "A4" | "A6" => "0",
                    _ => "",
                };
                let line = self.line(&AD1, [("DOB", self.born()), ("FOSTER_CARE", by_carers.to_owned())]);
                self.one(&AD1, line, last.ended.is_some_and(|end| self.is_work(end.fact)))
            }
            None => self.settle(&AD1, Vec::new()),
        }
    }
    /// Care leavers who turned 17 to 21 in the year, as they were at that birthday.
    pub(super) fn left_care(&self) -> Lines {
        let turned = (17..=21).filter_map(|age| self.h.birthday(age)).find(|day| self.in_year(*day));
        let Some(day) = turned.filter(|day| oc3::is_asked_after(&self.h, *day)) else {
            return self.settle(&OC3, Vec::new());
        };
        let found = oc3::at_birthday(&self.h, self.norms, day, self.today);
        let said = |code: Option<String>| code.unwrap_or_default();
        let cells = [
            ("DOB", self.born()),
            ("IN_TOUCH", found.in_touch.unwrap_or_default().to_owned()),
            ("ACTIV", said(found.activity)),
            ("ACCOM", said(found.accommodation)),
        ];
        self.one(&OC3, self.line(&OC3, cells), found.in_touch.is_some())
    }
    /// What was so before the child came into care: as it was said last.
    pub(super) fn earlier_permanence(&self) -> Lines {
        let again =
            self.report(&PREV_PERM).map(|id| Told { line: self.line(&PREV_PERM, []), fact: Some(id), stands: None });
        self.settle(&PREV_PERM, again.into_iter().collect())
    }
    /// A decision that an earlier return told of goes on until one says that it was taken back.
    pub(super) fn to_be_adopted(&self) -> Lines {
        let goes_on = |f: &Fact| match f {
            Fact::Permanence(permanence::Fact::PlacedForAdoptionReported(row)) => row.date_placed_ceased.is_blank(),
            _ => false,
        };
        let open = self.reports(&PLACED_ADOPTION).filter(|(k, year)| *year < self.year && goes_on(&k.fact));
        let open = open.map(|(k, ..)| Told { line: self.line(&PLACED_ADOPTION, []), fact: Some(k.id), stands: None });
        self.settle(&PLACED_ADOPTION, open.collect())
    }
    /// No fact of the work tells of these orders yet.
    pub(super) fn deprived_of_liberty(&self) -> Lines {
        self.settle(&DOLO, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use practice::{
        care::{Fact as Care, Placement},
        case::Story,
        people,
        reported::Return,
    };

    fn of_2026(table: &str, columns: &[&str], told: impl Fn(&mut Story)) -> Vec<String> {
        let mut s = Story::default();
        told(&mut s);
        written(Return::Ssda903, 2026, &s, table, columns)
    }
    fn placed(place: &str, legal_status: &str) -> Care {
        let (place, legal_status) = (place.into(), legal_status.into());
        Care::PlacementBegan(Placement { place, legal_status, ..Placement::default() })
    }
    fn ceased(reason: &str) -> Care {
        Care::CeasedToBeLookedAfter { reason: reason.into() }
    }
    #[test]
    fn of_an_adoption_only_what_follows_from_the_placement_is_known() {
        let adopted = |place: &'static str, reason: &'static str| {
            let told = move |s: &mut Story| {
                s.born("2021-05-03").on("2024-05-06", placed("U6", "E1")).on("2025-06-03", placed(place, ""));
                s.on("2025-12-02", ceased(reason));
            };
            of_2026("AD1", &["DOB", "FOSTER_CARE", "DATE_INT"], told)
        };
        assert_eq!(adopted("A5", "E12"), ["03/05/2021 1 -"]);
        assert_eq!(adopted("A6", "E12"), ["03/05/2021 0 -"]);
        assert_eq!(adopted("A6", "E4A"), [""; 0]);
    }
    const LEFT: &[&str] = &["DOB", "IN_TOUCH", "ACTIV", "ACCOM"];
    /// In care from a day to a day, then 18 on 3 November 2025.
    fn leaver(from: &str, to: &str, legal_status: &str, more: impl Fn(&mut Story)) -> Vec<String> {
        of_2026("OC3", LEFT, |s| {
            s.born("2007-11-03").on(from, placed("U6", legal_status)).on(to, ceased("E4A"));
            more(s);
        })
    }
    #[test]
    fn a_care_leaver_whose_birthday_falls_in_the_year_is_asked_about() {
        let asked = |s: &mut Story| {
            s.uncovered(practice::clock::Matter::InTouch);
        };
        assert_eq!(leaver("2022-05-06", "2025-06-03", "C2", asked), ["03/11/2007 - - -"], "and nobody knows");
        assert_eq!(leaver("2025-01-06", "2025-03-03", "C2", |_| {}), [""; 0], "fewer than thirteen weeks");
        assert_eq!(leaver("2022-05-06", "2023-06-03", "C2", |_| {}), [""; 0], "not since 16");
        assert_eq!(leaver("2022-05-06", "2025-06-03", "V3", |_| {}), [""; 0], "short breaks");
        assert_eq!(leaver("2022-05-06", "2026-03-03", "C2", |_| {}), [""; 0], "grown up in care: asked after at 19");
    }
    #[test]
    fn a_care_leaver_is_told_of_as_they_were_at_the_birthday() {
        use practice::leavers::{
            Fact as Leaver,
            living::{Accommodation, Activity},
            touch::{By, CameOfIt, Contact, How},
        };
        let lives = |s: &mut Story, came_of_it| {
            let (how, by) = (How::Met, By::Adviser);
            let (childs_words, notes) = (String::new(), String::new());
            let of = Accommodation { accommodation: "U1".into(), ..Accommodation::default() };
            let does = Activity { activity: "F5".into(), ..Activity::default() };
            s.on("2025-07-01", Leaver::AccommodationBegan(of)).on("2025-07-01", Leaver::ActivityBegan(does));
            s.on("2025-10-01", Leaver::Contacted(Contact { how, came_of_it, by, childs_words, notes }));
        };
        let met = leaver("2022-05-06", "2025-06-03", "C2", |s| lives(s, CameOfIt::TwoWay));
        assert_eq!(met, ["03/11/2007 YES F5 U1"]);
        let tried = leaver("2022-05-06", "2025-06-03", "C2", |s| lives(s, CameOfIt::NoAnswer));
        assert_eq!(tried, ["03/11/2007 NO F5 U1"]);
    }
    #[test]
    fn a_care_leaver_who_died_has_the_returns_code_for_it() {
        let died = |s: &mut Story| {
            s.on("2025-09-03", people::Fact::Died);
        };
        assert_eq!(leaver("2022-05-06", "2025-06-03", "C2", died), ["03/11/2007 DIED 0 0"]);
    }
}
