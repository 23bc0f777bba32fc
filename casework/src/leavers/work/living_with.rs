//! With whom somebody of 16 or 17 lives after care: six months with a parent may change what they are in law
//! (Care Leavers Regulations 2010 reg 3).
use super::choices::{each, short};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::{
    Date,
    leavers::{Fact, Home, With, lived},
};

pub const WITH: Entry = Entry {
    name: "living-with",
    title: "Record that they live with family",
    intro: "Six months in a row with a parent, or with somebody who has parental responsibility, may change their leaving \
            care status: the law counts them from the day you enter.",
    from: At::Life,
    declare: with,
};
pub const ENDED: Entry = Entry {
    name: "living-with-ended",
    title: "Record that they left their family",
    intro: "",
    from: At::Life,
    declare: ended,
};
fn with(f: &mut Form, about: &About) -> Option<Said> {
    let with = f.radios("with", "With whom do they live?", each(With::ALL, With::words)).required("Say with whom");
    let who =
        short(f, "who", "Their name").hint("Write the same person the same way each time").required("Say who it is");
    let on = about.on(f, "Since which day?");
    Said::one(on?, Fact::LivingWithBegan { with: with?, who: who? })
}
fn ended(f: &mut Form, about: &About) -> Option<Said> {
    let lived = lived(about.history, about.norms, about.today);
    // Cut short by a move of which nobody said with whom, it is still theirs to end.
    let unsaid = |until: Option<Date>| {
        lived.unsaid.iter().map(|u| u.spell.period).any(|p| Some(p.from) == until && p.until.is_none())
    };
    let open = |home: &&Home| home.spell.period.until.is_none() || unsaid(home.spell.period.until);
    let open = lived.homes.iter().rfind(open);
    let on = about.on_or_after(f, "On which day did they leave?", open.map(|home| home.spell.period.from));
    if on.is_some() && open.is_none() {
        f.wrong("", "Nothing says that they live with family");
    }
    Said::one(on?, Fact::LivingWithEnded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::{case::Story, leavers::living::Accommodation};

    #[test]
    fn it_is_somebody_with_a_name() {
        let parent = [("with", "parent"), ("who", "His mother")];
        let said = Fact::LivingWithBegan { with: With::Parent, who: "His mother".into() };
        assert_eq!(anew(&WITH, &parent), Ok(vec![said.into()]));
        assert_eq!(anew(&WITH, &parent[..1]).unwrap_err(), ["Say who it is"]);
    }
    #[test]
    fn who_does_not_live_there_does_not_leave() {
        assert_eq!(anew(&ENDED, &[]).unwrap_err(), ["Nothing says that they live with family"]);
        let mut s = Story::default();
        s.on("2026-11-01", Fact::LivingWithBegan { with: With::Parent, who: "His mother".into() });
        assert_eq!(of(&ENDED, &s, &[]), Ok(vec![Fact::LivingWithEnded.into()]));
        let moves = |s: &mut Story, on, code: &str| {
            let accommodation = code.into();
            s.on(on, Fact::AccommodationBegan(Accommodation { accommodation, ..Accommodation::default() }));
        };
        moves(&mut s, "2026-11-10", "B1");
        assert_eq!(of(&ENDED, &s, &[]), Ok(vec![Fact::LivingWithEnded.into()]), "nobody said with whom since");
        moves(&mut s, "2026-11-12", "U1");
        assert_eq!(of(&ENDED, &s, &[]).unwrap_err(), ["Nothing says that they live with family"]);
    }
}
