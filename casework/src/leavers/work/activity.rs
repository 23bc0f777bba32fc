//! What they do: education, work or training by the codes of the 903, or neither, with the reason why.
use super::choices::{codes_of, short};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{
    Fact,
    living::{Activity, activity_on},
};

pub const BEGAN: Entry = Entry {
    name: "activity",
    title: "Record what they do",
    intro: "From the day it began; it ends what they did before. For somebody in neither education, work nor training, \
            choose why.",
    from: At::Life,
    declare: began,
};
pub const ENDED: Entry = Entry {
    name: "activity-ended",
    title: "Record that it ended",
    intro: "Only where nothing is known of what comes next. If it is neither education, work nor training, record that \
            with its reason.",
    from: At::Life,
    declare: ended,
};
fn began(f: &mut Form, about: &About) -> Option<Said> {
    let activity = f.radios("activity", "What do they do?", codes_of("s903.activity", about.today));
    let activity = activity.required("Say what they do");
    let with = short(f, "with", "Where, or with whom").hint("The college, the employer").optional().unwrap_or_default();
    let ends = f.day("ends", "Until which day, if that is known").optional();
    let on = about.on(f, "Since which day?");
    if ends.zip(on).is_some_and(|(ends, on)| ends < on) {
        f.wrong("ends", "It must end after it began");
    }
    Said::one(on?, Fact::ActivityBegan(Activity { activity: activity?, with, ends }))
}
fn ended(f: &mut Form, about: &About) -> Option<Said> {
    let now = activity_on(about.history, about.today);
    let on = about.on(f, "On which day did it end?");
    if on.is_some() && now.is_none() {
        f.wrong("", "Nothing says what they do, so it cannot have ended");
    }
    Said::one(on?, Fact::ActivityEnded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn a_code_that_is_offered_and_an_end_after_its_beginning() {
        let neet = Activity { activity: "G6".into(), ..Activity::default() };
        assert_eq!(anew(&BEGAN, &[("activity", "G6")]), Ok(vec![Fact::ActivityBegan(neet).into()]));
        assert!(anew(&BEGAN, &[("activity", "F3")]).is_err(), "a code of former years");
        let ends = [("activity", "F2"), ("ends-day", "19"), ("ends-month", "11"), ("ends-year", "2026")];
        assert_eq!(anew(&BEGAN, &ends).unwrap_err(), ["It must end after it began"]);
    }
    #[test]
    fn what_nobody_does_does_not_end() {
        assert!(anew(&ENDED, &[]).is_err());
        let mut s = Story::default();
        s.on("2026-11-01", Fact::ActivityBegan(Activity { activity: "F2".into(), ..Activity::default() }));
        assert_eq!(of(&ENDED, &s, &[]), Ok(vec![Fact::ActivityEnded.into()]));
    }
}
