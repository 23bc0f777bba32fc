//! Who left care: the rows that the return asks for, with what the record knows of them.
use super::{Child, Lines};
use crate::ssda903::OC3;
use practice::day::{Date, days_between};

impl Child<'_> {
    /// Care leavers who turned 17 to 21 in the year. How they live the record does not hold yet.
    pub(super) fn left_care(&self) -> Lines {
        let turned = (17..=21).filter_map(|age| self.h.birthday(age)).find(|day| self.in_year(*day));
        let asked = turned.is_some_and(|day| !self.h.care().periods.iter().any(|p| p.holds(day)) && self.left_by(day));
        if !asked {
            return self.settle(&OC3, Vec::new());
        }
        let died = self.h.person().died.is_some_and(|d| turned.is_some_and(|t| d <= t));
        let said = |text: &str| if died { text.to_owned() } else { String::new() };
        let cells = [("DOB", self.born()), ("IN_TOUCH", said("DIED")), ("ACTIV", said("0")), ("ACCOM", said("0"))];
        self.one(&OC3, self.line(&OC3, cells), false)
    }
    /// A relevant or former relevant child: thirteen weeks in care since 14, some of it since 16
    /// (Children Act 1989 Sch 2 para 19B, s23A), short breaks apart.
    fn left_by(&self, day: Date) -> bool {
        let (Some(fourteen), Some(sixteen)) = (self.h.birthday(14), self.h.birthday(16)) else { return false };
        let spans = self.h.care().periods.iter().filter(|p| !p.short_breaks);
        let spans: Vec<(Date, Date)> = spans.map(|p| (p.began().on, p.until().unwrap_or(day).min(day))).collect();
        let days: i64 = spans.iter().map(|(from, to)| days_between((*from).max(fourteen), *to).max(0)).sum();
        days >= 91 && spans.iter().any(|(_, to)| *to > sixteen)
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
        assert_eq!(leaver("2022-05-06", "2025-06-03", "C2", |_| {}), ["03/11/2007 - - -"]);
        assert_eq!(leaver("2025-01-06", "2025-03-03", "C2", |_| {}), [""; 0], "fewer than thirteen weeks");
        assert_eq!(leaver("2022-05-06", "2023-06-03", "C2", |_| {}), [""; 0], "not since 16");
        assert_eq!(leaver("2022-05-06", "2025-06-03", "V3", |_| {}), [""; 0], "short breaks");
        assert_eq!(leaver("2022-05-06", "2026-03-03", "C2", |_| {}), ["03/11/2007 - - -"], "grown up in care");
    }
    #[test]
    fn a_care_leaver_who_died_has_the_returns_code_for_it() {
        let died = |s: &mut Story| {
            s.on("2025-09-03", people::Fact::Died);
        };
        assert_eq!(leaver("2022-05-06", "2025-06-03", "C2", died), ["03/11/2007 DIED 0 0"]);
    }
}
