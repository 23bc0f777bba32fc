//! Who left care: the rows that the return asks for, with what the record knows of them.
use super::{Child, Lines};
use crate::ssda903::OC3;
use practice::leavers::oc3;

impl Child<'_> {
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
        assert_eq!(tried, ["03/11/2007 NO 0 0"], "what was known in July nobody confirmed about the birthday");
    }
    #[test]
    fn a_care_leaver_who_died_has_the_returns_code_for_it() {
        let died = |s: &mut Story| {
            s.on("2025-09-03", people::Fact::Died);
        };
        assert_eq!(leaver("2022-05-06", "2025-06-03", "C2", died), ["03/11/2007 DIED 0 0"]);
    }
}
