//! Where they live: moving in, and leaving with nowhere yet. Moving into the next ends the last by itself.
use super::choices::{each, short};
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice, form::Choice, yes_no},
    people::head::At,
};
use practice::{
    Date, codes,
    day::age_on,
    leavers::{
        Fact, With,
        living::{Accommodation, Provided, Unsuitable, homes},
    },
};
use std::collections::BTreeSet;

pub const HOME: Entry = Entry {
    name: "home",
    title: "Record where they live",
    intro: "From the day they moved in. It ends the place before by itself, and living with family too unless you say with \
            whom they live there. A hotel, a hostel or bed and breakfast is marked as an emergency.",
    from: At::Life,
    declare,
};
pub const LEFT: Entry = Entry {
    name: "left-home",
    title: "Record that they left",
    intro: "Only where there is no next place yet that you know of. Where there is, record that.",
    from: At::Life,
    declare: left,
};
const SET: &str = "s903.accommodation";

/// The letters of the codes, once each and without the word on whether it is suitable.
fn places(today: Date) -> Vec<Choice<&'static str>> {
    let hold = codes::set(SET).iter().filter(|c| c.code != "0" && codes::holds(SET, c.code, today));
    let mut known = BTreeSet::new();
    let first = hold.filter_map(|c| Some((c.code.get(..1)?, c.label))).filter(|(letter, _)| known.insert(*letter));
    let plain = |label: &'static str| label.trim_end_matches(" - suitable").trim_end_matches(" - unsuitable");
    first.map(|(letter, label)| choice(letter, letter, plain(label))).collect()
}
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let place = f.select("place", "Where do they live?", places(about.today)).required("Say where they live");
    let postcode =
        short(f, "postcode", "Postcode, if there is one").with("classes", "govuk-input--width-10").optional();
    let none = choice(None, "no", "They do not live with parents or relatives");
    let family = each(With::ALL, With::words).into_iter().map(Choice::some);
    let family = f
        .radios("family", "With parents or relatives: who is it?", [none].into_iter().chain(family))
        .hint("Six months with a parent may change their status at 16 and 17")
        .initial("no");
    let family = family.optional().flatten();
    let with =
        short(f, "with", "With whom, or who provides it").hint("The same person is written the same way each time");
    let with = with.optional();
    let suitable = f.radios("suitable", "Is it suitable?", yes_no()).with("classes", "govuk-radios--inline");
    let suitable = suitable.required("Say whether it is suitable");
    let why = f.checkboxes("why", "If not, why not?", each(Unsuitable::OF_A_HOME, Unsuitable::words)).optional();
    let provided = [
        choice(None, "no", "No"),
        choice(Some(Provided::S23b), "s23b", "Yes, to a relevant child (s23B)"),
        choice(Some(Provided::S24b), "s24b", "Yes, as help with work or learning (s24B)"),
    ];
    let provided = f
        .radios("provided", "Does the council provide it?", provided)
        .hint("If so, the adviser visits within 7 days and the plan is reviewed after 28")
        .initial("no")
        .required("Say whether the council provides it");
    let release = f.day("release", "In custody: the day of release, if it is known").optional();
    let on = about.on(f, "Since which day?");
    let why = judge(f, about, place, suitable, why, on);
    lives_with(f, place, family, with.as_deref());
    if release.is_some() && place.is_some_and(|place| place != "X") {
        f.wrong("release", "A day of release is for custody only");
    }
    if release.zip(on).is_some_and(|(release, on)| release < on) {
        f.wrong("release", "The day of release must be after the day on which they went in");
    }
    let accommodation = format!("{}{}", place?, if suitable? { 1 } else { 2 });
    let with = with.unwrap_or_default();
    let who = with.clone();
    let home = Accommodation { accommodation, unsuitable: why, provided: provided?, with, postcode, release };
    let family = family.map(|with| Fact::LivingWithBegan { with, who });
    Said::each(on?, [Fact::AccommodationBegan(home)].into_iter().chain(family))
}
/// The code says parents or relatives, and what they are in law may hang on who it is.
fn lives_with(f: &mut Form, place: Option<&str>, family: Option<With>, who: Option<&str>) {
    match (place, family) {
        (Some("B"), None) => f.wrong("family", "Say who it is with whom they live"),
        (Some("B"), Some(_)) if who.is_none() => f.wrong("with", "Write the name of whoever they live with"),
        (Some(place), Some(_)) if place != "B" => {
            f.wrong("family", "Say so only if the place is with parents or relatives");
        }
        _ => {}
    }
}
/// Why it is not suitable; what no place of that kind can be is refused.
fn judge(
    f: &mut Form,
    about: &About,
    place: Option<&str>,
    suitable: Option<bool>,
    mut why: Vec<Unsuitable>,
    on: Option<Date>,
) -> Vec<Unsuitable> {
    let age = about.history.born().zip(on).and_then(|(born, on)| age_on(born, on));
    let child = age.is_some_and(|age| age < 18);
    if let (Some(place), Some(true)) = (place, suitable) {
        cannot_suit(place, age).into_iter().for_each(|why| f.wrong("suitable", why));
    }
    match (place, suitable) {
        (Some("Z"), _) if child => f.wrong("place", "Staying put begins at 18"),
        (Some("T"), _) if child => f.wrong("place", "A foyer is coded from 18 on"),
        (Some("S"), _) => why.push(Unsuitable::NoHome),
        (Some("X"), _) => why.push(Unsuitable::Custody),
        (_, Some(true)) if !why.is_empty() => f.wrong("why", "If it is suitable, nothing speaks against it"),
        (_, Some(false)) if why.is_empty() => f.wrong("why", "Say why it is not suitable"),
        _ => {}
    }
    why
}
/// What no place of that kind is for anybody of that age: bed and breakfast is ruled out at 16 and 17 by the guidance on
/// homelessness of 2018, and for former relevant young people, who are under 21, by Children Act 1989 s23C and its guidance.
pub(super) fn cannot_suit(place: &str, age: Option<i64>) -> Option<&'static str> {
    match place {
        "S" | "X" => Some("Nobody is suitably without a home or in custody"),
        "W" if age.is_none_or(|age| age < 21) => Some("Bed and breakfast is never suitable before 21"),
        _ => None,
    }
}
fn left(f: &mut Form, about: &About) -> Option<Said> {
    let home = homes(about.history).into_iter().rfind(|home| home.ended.is_none());
    let on = about.on_or_after(f, "On which day did they leave?", home.as_ref().map(|home| home.began.on));
    if home.is_none() && on.is_some() {
        f.wrong("", "Nothing says where they live, so they cannot have left it");
    }
    Said::one(on?, Fact::AccommodationEnded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    fn lives(s: &Story, answers: &[(&str, &str)]) -> Result<Accommodation, Vec<String>> {
        let said = of(&HOME, s, &[&[("provided", "no")][..], answers].concat())?;
        match &said[0] {
            practice::Fact::Leavers(Fact::AccommodationBegan(home)) => Ok(home.clone()),
            other => panic!("{other:?}"),
        }
    }
    #[test]
    fn with_relatives_it_is_said_with_whom_and_both_facts_are_kept() {
        let s = born("2009-03-10");
        let at = [("provided", "no"), ("place", "B"), ("suitable", "yes")];
        let with = |more: &[(&str, &str)]| of(&HOME, &s, &[&at[..], more].concat());
        assert_eq!(with(&[("with", "His aunt")]).unwrap_err(), ["Say who it is with whom they live"]);
        assert_eq!(with(&[("family", "parent")]).unwrap_err(), ["Write the name of whoever they live with"]);
        let both = with(&[("family", "parent"), ("with", "His mother")]).unwrap();
        let mother = Fact::LivingWithBegan { with: With::Parent, who: "His mother".into() };
        assert!(matches!(&both[..], [practice::Fact::Leavers(Fact::AccommodationBegan(_)), f] if *f == mother.into()));
        let flat = [("provided", "no"), ("place", "U"), ("suitable", "yes"), ("family", "parent"), ("with", "Alone")];
        assert!(of(&HOME, &s, &flat).unwrap_err()[0].contains("only if the place is with parents"));
    }
    fn born(day: &str) -> Story {
        let mut s = Story::default();
        s.born(day);
        s
    }
    #[test]
    fn the_code_says_where_and_whether_it_is_suitable() {
        let s = born("2005-03-10");
        let home = lives(&s, &[("place", "U"), ("suitable", "yes")]).unwrap();
        assert_eq!((home.accommodation.as_str(), home.provided), ("U1", None));
        let poor =
            lives(&s, &[("place", "K"), ("suitable", "no"), ("why", "not_safe"), ("why", "overcrowded")]).unwrap();
        assert_eq!((poor.accommodation.as_str(), poor.unsuitable.len()), ("K2", 2));
        assert_eq!(lives(&s, &[("place", "K"), ("suitable", "no")]).unwrap_err(), ["Say why it is not suitable"]);
        let both = lives(&s, &[("place", "K"), ("suitable", "yes"), ("why", "not_safe")]);
        assert_eq!(both.unwrap_err(), ["If it is suitable, nothing speaks against it"]);
    }
    #[test]
    fn custody_has_its_day_of_release_and_is_never_suitable() {
        let s = born("2005-03-10");
        let release = [("release-day", "21"), ("release-month", "12"), ("release-year", "2026")];
        let cell = lives(&s, &[&[("place", "X"), ("suitable", "no")][..], &release].concat()).unwrap();
        assert_eq!((cell.accommodation.as_str(), cell.unsuitable), ("X2", vec![Unsuitable::Custody]));
        assert_eq!(cell.release, Some(practice::day::date(2026, 12, 21)));
        assert!(lives(&s, &[("place", "X"), ("suitable", "yes")]).is_err());
        let flat = lives(&s, &[&[("place", "U"), ("suitable", "yes")][..], &release].concat());
        assert_eq!(flat.unwrap_err(), ["A day of release is for custody only"]);
    }
    #[test]
    fn before_21_bed_and_breakfast_is_never_suitable_and_at_17_nobody_stays_put() {
        let (child, grown, over) = (born("2009-05-01"), born("2007-05-01"), born("2005-05-01"));
        let bed = [("place", "W"), ("suitable", "yes")];
        assert!(lives(&child, &bed).is_err() && lives(&grown, &bed).is_err() && lives(&over, &bed).is_ok());
        let put = [("place", "Z"), ("suitable", "yes")];
        assert!(lives(&child, &put).is_err() && lives(&grown, &put).is_ok());
        assert!(lives(&over, &bed).unwrap().is_emergency() && !lives(&grown, &put).unwrap().is_emergency());
    }
    #[test]
    fn nobody_leaves_where_they_do_not_live_or_before_they_moved_in() {
        assert!(anew(&LEFT, &[]).unwrap_err()[0].starts_with("Nothing says where they live"));
        let mut s = Story::default();
        s.on("2026-11-21", Fact::AccommodationBegan(Accommodation::default()));
        assert_eq!(of(&LEFT, &s, &[]).unwrap_err().len(), 1, "the day before they moved in");
        let mut s = Story::default();
        s.on("2026-11-01", Fact::AccommodationBegan(Accommodation::default()));
        assert_eq!(of(&LEFT, &s, &[]), Ok(vec![Fact::AccommodationEnded.into()]));
    }
    #[test]
    fn each_place_is_offered_once() {
        let letters: Vec<&str> = places(practice::day::date(2026, 11, 22)).iter().map(|_| "").collect();
        assert_eq!(letters.len(), 16);
    }
}
