//! In custody: the day of release, as soon as it is known, for a home has to be found by then.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, living::homes};

pub const RELEASE: Entry = Entry {
    name: "release",
    title: "Record the day of release",
    intro: "Planning for the day of release begins on the first day in custody: where they will live, with what money, \
            who meets them.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let cell = homes(about.history).into_iter().rfind(|home| home.ended.is_none() && home.of.is_custody());
    let release = f.day("release", "When are they to be released?");
    let release = match &cell {
        Some(cell) => release.not_before(cell.began.on).required("Enter the day of release"),
        None => release.required("Enter the day of release"),
    };
    let on = about.on_or_after(f, "Since which day is it known?", cell.as_ref().map(|cell| cell.began.on));
    if cell.is_none() && release.is_some() {
        f.wrong("", "Nothing says that they are in custody: record where they live first");
    }
    Said::one(on?, Fact::ReleaseDateSet { release: release? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::{case::Story, day::date, leavers::living::Accommodation};

    #[test]
    fn only_who_is_in_custody_is_released() {
        let day = |month| [("release-day", "21"), ("release-month", month), ("release-year", "2026")];
        assert!(anew(&RELEASE, &day("12")).unwrap_err()[0].starts_with("Nothing says that they are in custody"));
        let mut s = Story::default();
        let cell = Accommodation { accommodation: "X2".into(), ..Accommodation::default() };
        s.on("2026-11-01", Fact::AccommodationBegan(cell));
        let said = Fact::ReleaseDateSet { release: date(2026, 12, 21) };
        assert_eq!(of(&RELEASE, &s, &day("12")), Ok(vec![said.into()]));
        assert!(of(&RELEASE, &s, &day("10")).is_err(), "before they went in");
    }
}
