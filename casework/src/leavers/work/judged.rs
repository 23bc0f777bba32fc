//! Whether where they live is suitable (Care Leavers Regulations 2010 Schedule 2), judged anew with the reasons.
use super::{choices::each, home::cannot_suit};
use crate::{
    entry::{About, Entry, Said},
    page::{Form, yes_no},
    people::head::At,
};
use practice::{
    day::age_on,
    leavers::{
        Fact,
        living::{Unsuitable, homes},
    },
};

pub const JUDGED: Entry = Entry {
    name: "suitable",
    title: "Judge whether it is suitable",
    intro: "Of the place where they live now, from that day on: what was so before stays as it was.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let home = homes(about.history).into_iter().rfind(|home| home.ended.is_none());
    let suitable = f.radios("suitable", "Is it suitable?", yes_no()).with("classes", "govuk-radios--inline");
    let suitable = suitable.required("Say whether it is suitable");
    let why = f.checkboxes("why", "If not, why not?", each(Unsuitable::OF_A_HOME, Unsuitable::words)).optional();
    let on = about.on_or_after(f, "From which day?", home.as_ref().map(|home| home.began.on));
    let age = about.history.born().zip(on).and_then(|(born, on)| age_on(born, on));
    if let (Some(true), Some(home)) = (suitable, &home) {
        cannot_suit(home.of.letter(), age).into_iter().for_each(|why| f.wrong("suitable", why));
    }
    match (suitable, &home) {
        (Some(_), None) => f.wrong("", "Nothing says where they live: record that first"),
        (Some(true), _) if !why.is_empty() => f.wrong("why", "If it is suitable, nothing speaks against it"),
        (Some(false), _) if why.is_empty() => f.wrong("why", "Say why it is not suitable"),
        _ => {}
    }
    Said::one(on?, Fact::AccommodationJudged { suitable: suitable?, unsuitable: why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::{case::Story, leavers::living::Accommodation};

    fn lives(code: &str) -> Story {
        let mut s = Story::default();
        let home = Accommodation { accommodation: code.into(), ..Accommodation::default() };
        s.on("2026-11-01", Fact::AccommodationBegan(home));
        s
    }
    #[test]
    fn what_is_not_suitable_has_reasons() {
        let no = [("suitable", "no"), ("why", "overcrowded")];
        let judged = Fact::AccommodationJudged { suitable: false, unsuitable: vec![Unsuitable::Overcrowded] };
        assert_eq!(of(&JUDGED, &lives("U1"), &no), Ok(vec![judged.into()]));
        assert_eq!(of(&JUDGED, &lives("U1"), &no[..1]).unwrap_err(), ["Say why it is not suitable"]);
        assert_eq!(anew(&JUDGED, &no).unwrap_err(), ["Nothing says where they live: record that first"]);
        for never in ["X2", "S2", "W2"] {
            assert_eq!(of(&JUDGED, &lives(never), &[("suitable", "yes")]).unwrap_err().len(), 1, "{never}");
        }
    }
}
