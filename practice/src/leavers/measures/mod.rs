//! What is counted of care leavers: in touch, in education, employment or training, in suitable accommodation; at
//! the birthday, as the 903 counts (OC3), and today. A measure says its answer of one young person, [`Count`] counts
//! any number of them, and [`signal`] says in words what the number means beside the published ones.
mod eet;
mod in_touch;
mod suitable;

pub use eet::EET;
pub use in_touch::IN_TOUCH;
pub use suitable::SUITABLE;

use super::oc3::AtBirthday;
use crate::{
    day::Date,
    norms::{Norm, Norms},
};

pub const MEASURES: [&Measure; 3] = [&SUITABLE, &EET, &IN_TOUCH];

pub struct Measure {
    /// As in the reference of measures.
    pub code: &'static str,
    /// For addresses.
    pub name: &'static str,
    pub title: &'static str,
    /// `in suitable accommodation`, after a number of young people.
    pub are: &'static str,
    /// The item of the 903 that it is read from.
    pub item: Item,
    /// Where its answer stands in a table.
    pub column: &'static str,
    /// Of somebody who is not, and of whom nobody knows: `Home not suitable`.
    pub is_not: &'static str,
    pub is_not_known: &'static str,
    /// Who of them counts, at the birthday and today.
    pub numerator: &'static str,
    pub numerator_today: &'static str,
    pub source: &'static str,
    pub says: fn(&AtBirthday) -> Says,
    pub published: &'static [Published],
    /// What the council enters of its statistical neighbours, for 17 and 18 and for 19 to 21.
    pub neighbours: [&'static Norm; 2],
}
/// What OC3 asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Accommodation,
    Activity,
    InTouch,
}
impl Item {
    /// The set of its codes.
    pub fn set(self) -> &'static str {
        match self {
            Item::Accommodation => "s903.accommodation",
            Item::Activity => "s903.activity",
            Item::InTouch => "s903.in_touch",
        }
    }
    /// Of what is held for each item, what is held for this one.
    pub fn pick<T>(self, accommodation: T, activity: T, in_touch: T) -> T {
        match self {
            Item::Accommodation => accommodation,
            Item::Activity => activity,
            Item::InTouch => in_touch,
        }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Yes,
    No,
    /// Nobody knows or nobody said: it stays in the denominator.
    NotKnown,
    /// Died, or returned home: not of those who are counted.
    LeftOut,
}
impl Says {
    pub const ALL: [Says; 4] = [Says::Yes, Says::No, Says::NotKnown, Says::LeftOut];
    pub fn code(self) -> &'static str {
        match self {
            Says::Yes => "yes",
            Says::No => "no",
            Says::NotKnown => "not_known",
            Says::LeftOut => "left_out",
        }
    }
    pub fn of(code: &str) -> Option<Says> {
        Says::ALL.into_iter().find(|says| says.code() == code)
    }
}
/// Of whom all measures are asked.
pub const DENOMINATOR: &str = "Care leavers of that age. Who died is left out, and who returned home to a parent for \
                               six months or more. Who chose to be left alone stays in, and so does everybody of whom \
                               it is not known";
/// The statistical release says no more than that: whom to leave out is our reading of it.
pub const DENOMINATOR_SOURCE: &str = "A norm of ours after the 903 (OC3)";

/// The ages that are published together. Of 22 to 24 nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    From17To18,
    From19To21,
    From22To24,
}
impl Band {
    pub const ALL: [Band; 3] = [Band::From17To18, Band::From19To21, Band::From22To24];
    pub fn of(age: i64) -> Option<Band> {
        match age {
            17..=18 => Some(Band::From17To18),
            19..=21 => Some(Band::From19To21),
            22..=24 => Some(Band::From22To24),
            _ => None,
        }
    }
    pub fn code(self) -> &'static str {
        match self {
            Band::From17To18 => "17-18",
            Band::From19To21 => "19-21",
            Band::From22To24 => "22-24",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Band::From17To18 => "17 and 18",
            Band::From19To21 => "19 to 21",
            Band::From22To24 => "22 to 24",
        }
    }
    pub fn named(code: &str) -> Option<Band> {
        Band::ALL.into_iter().find(|band| band.code() == code)
    }
}

/// A published figure, in per cent, of the year that ended on 31 March.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    pub band: Band,
    pub year: i16,
    pub per_cent: i64,
    pub source: &'static str,
}
const fn england(band: Band, per_cent: i64) -> Published {
    Published { band, year: 2025, per_cent, source: RELEASE }
}
const RELEASE: &str = "Department for Education, Children looked after in England including adoption";
const fn of_neighbours(code: &'static str, title: &'static str) -> Norm {
    let why =
        "Of the council's ten statistical neighbours, as it reads them in the release of the year: none is held here";
    Norm { code, title, default: 0, unit: "per cent; 0 not entered", why }
}
/// For each measure the two ages that are published.
pub const NEIGHBOURS: [&Norm; 6] = [
    &of_neighbours("leavers_neighbours_suitable_17", "Neighbours: in suitable accommodation, 17 and 18"),
    &of_neighbours("leavers_neighbours_suitable_19", "Neighbours: in suitable accommodation, 19 to 21"),
    &of_neighbours("leavers_neighbours_eet_17", "Neighbours: in education, employment or training, 17 and 18"),
    &of_neighbours("leavers_neighbours_eet_19", "Neighbours: in education, employment or training, 19 to 21"),
    &of_neighbours("leavers_neighbours_in_touch_17", "Neighbours: in touch, 17 and 18"),
    &of_neighbours("leavers_neighbours_in_touch_19", "Neighbours: in touch, 19 to 21"),
];
impl Measure {
    /// England's latest that is held here; nothing where no figure was published, or none that we hold.
    pub fn published(&self, band: Band) -> Option<&'static Published> {
        self.published.iter().filter(|p| p.band == band).max_by_key(|p| p.year)
    }
    /// Of the neighbours, in per cent, with the day from which the council entered it; nothing where it entered none.
    pub fn of_neighbours(&self, band: Band, norms: &Norms, on: Date) -> Option<(Date, i64)> {
        let norm = match band {
            Band::From17To18 => self.neighbours[0],
            Band::From19To21 => self.neighbours[1],
            Band::From22To24 => return None,
        };
        norms.number_since(norm.code, on).filter(|(_, per_cent)| *per_cent > 0)
    }
}

/// How many are so, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub yes: i64,
    pub no: i64,
    pub not_known: i64,
    pub left_out: i64,
}
impl Count {
    pub fn add(&mut self, says: Says, things: i64) {
        match says {
            Says::Yes => self.yes += things,
            Says::No => self.no += things,
            Says::NotKnown => self.not_known += things,
            Says::LeftOut => self.left_out += things,
        }
    }
    pub fn of(&self) -> i64 {
        self.yes + self.no + self.not_known
    }
    /// Whole per cent, half upwards; nothing of nobody.
    pub fn per_cent(&self) -> Option<i64> {
        share(self.yes, self.of())
    }
}
fn share(some: i64, all: i64) -> Option<i64> {
    (all > 0).then(|| (some * 200 + all) / (all * 2))
}

/// Worth a look, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub tone: Tone,
    pub words: String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Well,
    Same,
    Worse,
    /// Too little is known, or nothing is published.
    Unsure,
}
/// What the number means beside what is published. Young people, and not points: of twenty one is five points.
pub fn signal(count: &Count, m: &Measure, published: Option<&Published>) -> Signal {
    let all = count.of();
    let Some(per_cent) = count.per_cent() else {
        return Signal { tone: Tone::Unsure, words: "Nobody to count".into() };
    };
    let Some(p) = published else {
        return Signal {
            tone: Tone::Unsure,
            words: format!("{} of {all} are {}. No published figure", count.yes, m.are),
        };
    };
    let theirs = format!("{}% in England in {}", p.per_cent, p.year);
    // As many of ours as would make their share.
    let wanted = (p.per_cent * all + 99) / 100;
    // What nobody knows could still turn it.
    let could = share(count.yes + count.not_known, all).is_some_and(|most| most >= p.per_cent);
    match count.yes - wanted {
        short @ ..0 if could => Signal {
            tone: Tone::Unsure,
            words: format!(
                "Not enough is known: {} {} not known, and {} more would make it as good as {theirs}",
                count.not_known,
                if count.not_known == 1 { "is" } else { "are" },
                -short
            ),
        },
        short @ ..0 => Signal {
            tone: if p.per_cent - per_cent <= 2 { Tone::Same } else { Tone::Worse },
            words: format!("{} fewer young people than it would take for {theirs}", -short),
        },
        0 => Signal { tone: Tone::Same, words: format!("As many young people as it takes for {theirs}") },
        more => Signal {
            tone: if per_cent - p.per_cent <= 2 { Tone::Same } else { Tone::Well },
            words: format!("{more} more young people than it would take for {theirs}"),
        },
    }
}

/// An answer of the 903 about one item, where the birthday leaves nobody out.
fn said(at: &AtBirthday, yes: impl Fn() -> Option<bool>) -> Says {
    match (at.is_counted(), yes()) {
        (false, _) => Says::LeftOut,
        (true, Some(true)) => Says::Yes,
        (true, Some(false)) => Says::No,
        (true, None) => Says::NotKnown,
    }
}
/// `0` is the return's own code for not known.
fn known(code: Option<&String>) -> Option<&str> {
    code.map(String::as_str).filter(|code| !code.is_empty() && *code != "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn at(in_touch: Option<&'static str>, activity: &str, accommodation: &str) -> AtBirthday {
        AtBirthday { in_touch, activity: Some(activity.into()), accommodation: Some(accommodation.into()) }
    }
    #[test]
    fn each_measure_says_yes_no_not_known_and_whom_it_leaves_out() {
        let says = |at: AtBirthday| MEASURES.map(|m| (m.says)(&at));
        assert_eq!(says(at(Some("YES"), "F2", "U1")), [Says::Yes; 3]);
        assert_eq!(says(at(Some("NO"), "G5", "U2")), [Says::No; 3]);
        assert_eq!(says(at(Some("REFU"), "0", "0")), [Says::NotKnown, Says::NotKnown, Says::No]);
        assert_eq!(says(at(None, "P5", "S2")), [Says::No, Says::Yes, Says::NotKnown]);
        assert_eq!(says(at(Some("DIED"), "0", "0")), [Says::LeftOut; 3]);
        assert_eq!(says(at(Some("RHOM"), "0", "0")), [Says::LeftOut; 3]);
        assert_eq!(says(AtBirthday::default()), [Says::NotKnown; 3], "nobody said anything: it stays in");
        // Codes of earlier years are no activity that is counted.
        assert_eq!((MEASURES[1].says)(&at(Some("YES"), "F3", "U1")), Says::No);
        assert_eq!((MEASURES[0].says)(&at(Some("YES"), "F2", "R1")), Says::Yes, "as it was judged");
    }
    #[test]
    fn who_is_not_known_counts_below_the_line_and_who_is_left_out_does_not() {
        let mut count = Count::default();
        for (says, things) in [(Says::Yes, 12), (Says::No, 5), (Says::NotKnown, 1), (Says::LeftOut, 3)] {
            count.add(says, things);
        }
        assert_eq!((count.of(), count.per_cent()), (18, Some(67)));
        assert_eq!(Count::default().per_cent(), None);
        assert_eq!(Count { yes: 1, no: 7, ..Count::default() }.per_cent(), Some(13), "half upwards");
    }
    #[test]
    fn the_signal_says_how_many_young_people_it_is() {
        let says = |yes, no, not_known| {
            let s = signal(&Count { yes, no, not_known, left_out: 0 }, &EET, EET.published(Band::From17To18));
            (s.tone, s.words)
        };
        let of = |tone, words: &str| (tone, words.to_owned());
        assert_eq!(
            says(8, 12, 0),
            of(Tone::Worse, "5 fewer young people than it would take for 64% in England in 2025")
        );
        assert_eq!(says(63, 37, 0).0, Tone::Same);
        assert_eq!(says(64, 36, 0), of(Tone::Same, "As many young people as it takes for 64% in England in 2025"));
        assert_eq!(says(19, 1, 0), of(Tone::Well, "6 more young people than it would take for 64% in England in 2025"));
        assert_eq!(
            says(10, 5, 5),
            of(
                Tone::Unsure,
                "Not enough is known: 5 are not known, and 3 more would make it as good as 64% in England in 2025"
            )
        );
        assert_eq!(says(0, 0, 0), of(Tone::Unsure, "Nobody to count"));
        let none = signal(&Count { yes: 1, no: 1, ..Count::default() }, &EET, EET.published(Band::From22To24));
        assert_eq!(none.words, "1 of 2 are in education, employment or training. No published figure");
    }
    #[test]
    fn a_published_figure_has_its_source_and_nobody_publishes_22_to_24_or_being_in_touch() {
        let codes: BTreeSet<&str> = MEASURES.iter().flat_map(|m| [m.code, m.name]).collect();
        assert_eq!(codes.len(), MEASURES.len() * 2);
        for m in MEASURES {
            assert!(m.published.iter().all(|p| !p.source.is_empty() && (2020..2100).contains(&p.year)), "{}", m.code);
            assert_eq!(m.published(Band::From22To24), None);
        }
        assert!(IN_TOUCH.published.is_empty());
    }
    #[test]
    fn the_neighbours_figures_are_those_that_the_council_entered_and_none_before() {
        let mut norms = Norms::default();
        let on = crate::day::date(2026, 11, 22);
        let all = |norms: &Norms| Band::ALL.map(|band| SUITABLE.of_neighbours(band, norms, on).map(|n| n.1));
        assert_eq!(all(&norms), [None; 3]);
        let codes: BTreeSet<&str> = MEASURES.iter().flat_map(|m| m.neighbours).map(|n| n.code).collect();
        assert_eq!(codes, NEIGHBOURS.iter().map(|n| n.code).collect(), "each is of one measure");
        norms.set("leavers_neighbours_suitable_19", crate::day::date(2026, 6, 1), 88);
        assert_eq!(all(&norms), [None, Some(88), None]);
        norms.set("leavers_neighbours_suitable_19", crate::day::date(2026, 7, 1), 0);
        assert_eq!(all(&norms), [None; 3], "taken back");
    }
    #[test]
    fn an_age_is_of_one_band() {
        let bands: Vec<&str> = (16..=25).filter_map(Band::of).map(Band::code).collect();
        assert_eq!(bands, ["17-18", "17-18", "19-21", "19-21", "19-21", "22-24", "22-24", "22-24"]);
        assert!(Band::ALL.into_iter().all(|band| Band::named(band.code()) == Some(band)));
    }
}
