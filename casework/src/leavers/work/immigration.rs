//! Immigration: the status with the day on which it runs out, and what is to be done by when.
use super::choices::{codes_of, short};
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::{Fact, papers::immigration_deadlines};

pub const STATUS: Entry = Entry {
    name: "immigration",
    title: "Record the immigration status",
    intro: "Who lives here by right of birth or as a citizen has none to record. The plan is to be read again when a \
            decision changes it.",
    from: At::Life,
    declare: status,
};
pub const DEADLINE: Entry = Entry {
    name: "immigration-deadline",
    title: "Set an immigration deadline",
    intro: "An application, an appeal, papers for the solicitor. Enter it again to change its day.",
    from: At::Life,
    declare: deadline,
};
pub const MET: Entry = Entry {
    name: "immigration-deadline-met",
    title: "Record that it was done",
    intro: "",
    from: At::Life,
    declare: met,
};
fn status(f: &mut Form, about: &About) -> Option<Said> {
    let status = f.select("status", "Status", codes_of("local.immigration_status", about.today));
    let status = status.required("Say which status they have");
    let expires = f.day("expires", "On which day does it run out, if it does?").optional();
    let on = about.on(f, "Since which day?");
    if expires.zip(on).is_some_and(|(expires, on)| expires < on) {
        f.wrong("expires", "It must run out after it began");
    }
    Said::one(on?, Fact::ImmigrationStatusKnown { status: status?, expires })
}
fn deadline(f: &mut Form, about: &About) -> Option<Said> {
    let what = short(f, "what", "What is to be done?").hint("For example, apply for further leave");
    let what = what.required("Say what is to be done");
    let by = f.day("by", "By which day?").required("Enter the day by which it is to be done");
    let on = about.on(f, "Since which day is it known?");
    Said::one(on?, Fact::ImmigrationDeadlineSet { what: what?, by: by? })
}
fn met(f: &mut Form, about: &About) -> Option<Said> {
    let open = immigration_deadlines(about.history, about.today);
    let open = open.into_iter().map(|(_, what)| choice(what.to_string(), what, what));
    let what = f.select("what", "What was done?", open).required("Say what was done");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::ImmigrationDeadlineMet { what: what? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::{case::Story, day::date};

    #[test]
    fn a_status_runs_out_after_it_began() {
        let expires =
            |year| [("status", "UASCL"), ("expires-day", "1"), ("expires-month", "6"), ("expires-year", year)];
        assert!(anew(&STATUS, &expires("2027")).is_ok());
        assert_eq!(anew(&STATUS, &expires("2026")).unwrap_err(), ["It must run out after it began"]);
    }
    #[test]
    fn only_what_is_open_was_done() {
        let what = "Appeal".to_string();
        let by = [("what", what.as_str()), ("by-day", "1"), ("by-month", "12"), ("by-year", "2026")];
        let set = Fact::ImmigrationDeadlineSet { what: what.clone(), by: date(2026, 12, 1) };
        assert_eq!(anew(&DEADLINE, &by), Ok(vec![set.clone().into()]));
        assert!(anew(&DEADLINE, &by[..1]).is_err() && anew(&MET, &by[..1]).is_err());
        let mut s = Story::default();
        s.on("2026-11-10", set);
        assert_eq!(of(&MET, &s, &by[..1]), Ok(vec![Fact::ImmigrationDeadlineMet { what }.into()]));
    }
}
