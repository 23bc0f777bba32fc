//! Who left care: the rows that the return asks for, with what the record knows of them.
use super::{Child, Lines, Told};
use crate::ssda903::{AD1, DOLO, OC3, PLACED_ADOPTION, PREV_PERM};
use practice::day::{Date, days_between};

impl Child<'_> {
    /// Adopted in the year. Only whether by the carers the child lived with follows from the placement.
    pub(super) fn adopted(&self) -> Lines {
        let ended = |p: &practice::care::PeriodOfCare| {
            let last = p.last();
            let adopted = matches!(last.ceased.as_deref(), Some("E11" | "E12"));
            (adopted && last.until.is_some_and(|u| self.in_year(u))).then(|| last.placement.place.clone())
        };
        match self.h.care().periods.iter().find_map(ended) {
            Some(place) => {
                let by_carers = match place.as_str() {
                    "A3" | "A5" => "1",
                    "A4" | "A6" => "0",
                    _ => "",
                };
                self.one(&AD1, self.line(&AD1, [("DOB", self.born()), ("FOSTER_CARE", by_carers.to_owned())]))
            }
            None => self.settle(&AD1, Vec::new()),
        }
    }
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
        self.one(&OC3, self.line(&OC3, cells))
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
    /// What was so before the child came into care: as it was said last.
    pub(super) fn earlier_permanence(&self) -> Lines {
        let again =
            self.report(&PREV_PERM).map(|id| Told { line: self.line(&PREV_PERM, []), fact: Some(id), stands: None });
        self.settle(&PREV_PERM, again.into_iter().collect())
    }
    /// A decision that an earlier return told of goes on until one says that it was taken back.
    pub(super) fn to_be_adopted(&self) -> Lines {
        let open = self.reports(&PLACED_ADOPTION).filter(|(_, year, line)| {
            *year < self.year && line.said(&PLACED_ADOPTION, "DATE_PLACED_CEASED").is_empty()
        });
        let open = open.map(|(k, ..)| Told { line: self.line(&PLACED_ADOPTION, []), fact: Some(k.id), stands: None });
        self.settle(&PLACED_ADOPTION, open.collect())
    }
    /// No fact of the work tells of these orders yet.
    pub(super) fn deprived_of_liberty(&self) -> Lines {
        self.settle(&DOLO, Vec::new())
    }
}
