//! The parts of the work, by which the clocks are listed: the order of the law.
use practice::clock::Clock;

pub struct Work {
    /// In addresses.
    pub name: &'static str,
    pub words: &'static str,
    pub clocks: &'static [&'static Clock],
}
pub const WORK: [Work; 12] = {
    const fn work(n: usize, name: &'static str, words: &'static str) -> Work {
        Work { name, words, clocks: practice::CLOCKS[n] }
    }
    [
        work(0, "front-door", "Contacts and referrals"),
        work(1, "assessment", "Assessment"),
        work(2, "protection", "Child protection and children in need"),
        work(3, "care", "Children in care"),
        work(4, "leavers", "Care leavers"),
        work(5, "missing", "Missing children"),
        work(6, "education", "Education"),
        work(7, "health", "Health"),
        work(8, "private-fostering", "Private fostering"),
        work(9, "people", "The record itself"),
        work(10, "plans", "Plans"),
        work(11, "young", "The young person's own side"),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clock_stands_under_a_part_of_the_work_that_says_its_kind() {
        assert_eq!(WORK.iter().flat_map(|w| w.clocks).count(), practice::clocks().count());
        let of = |name| WORK.iter().find(|w| w.name == name).unwrap().clocks[0].code;
        assert_eq!((of("front-door"), of("protection"), of("missing")), ("C01", "P01", "M01"));
        assert_eq!((of("leavers"), of("health"), of("private-fostering")), ("W01", "H01", "Q01"));
    }
}
