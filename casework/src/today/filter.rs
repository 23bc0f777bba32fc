//! What a list of deadlines is narrowed to: a plain form in the address, the same on every list.
use super::owed::Row;
use crate::page::{Answers, Form, choice, words::Tag};
use kernel::Value;
use practice::clock::{Clock, Standing};

#[derive(Clone, Default)]
pub struct Wanted {
    pub clock: Option<&'static Clock>,
    pub standing: Option<Standing>,
    pub statutory: bool,
}
/// How something that is not yet met can stand.
pub const OPEN: [Standing; 5] =
    [Standing::Overdue, Standing::DueSoon, Standing::Running, Standing::Passed, Standing::NotKnown];

/// The fields, for a form that may have more.
pub fn fields(f: &mut Form, clocks: &[&'static Clock]) -> Wanted {
    let clocks = clocks.iter().map(|c| choice(*c, c.name, c.title));
    let clock = f.select("clock", "Deadline", clocks).optional();
    let standings = OPEN.map(|s| choice(s, s.code(), Tag::from(s).text));
    let standing = f.select("standing", "Standing", standings).optional();
    let only = [choice((), "yes", "Statutory only")];
    let statutory = f.checkboxes("statutory", "Kind", only).with("classes", "govuk-checkboxes--small").optional();
    Wanted { clock, standing, statutory: !statutory.is_empty() }
}
/// A form of these fields alone.
pub fn form(answers: Answers, clocks: &[&'static Clock]) -> (Form, Wanted) {
    let (form, wanted) = Form::asked(answers, |f| Some(fields(f, clocks)));
    (form, wanted.unwrap_or_default())
}
impl Wanted {
    pub fn anything(&self) -> bool {
        self.clock.is_some() || self.standing.is_some() || self.statutory
    }
    pub fn holds(&self, row: &Row) -> bool {
        self.clock.is_none_or(|c| c.code == row.clock)
            && self.standing.is_none_or(|s| s == row.standing)
            && (!self.statutory || row.statutory)
    }
    /// As questions are given it.
    pub fn given(&self) -> [(&'static str, Value); 3] {
        [
            ("clock", self.clock.map(|c| c.code).into()),
            ("standing", self.standing.map(Standing::code).into()),
            ("statutory", self.statutory.then_some(true).into()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::today::owed::sample;

    fn wanted(query: &str) -> Wanted {
        form(Answers::of_query(query), &practice::clocks().collect::<Vec<_>>()).1
    }
    #[test]
    fn a_list_is_narrowed_by_deadline_standing_and_kind() {
        let late = sample(1, "P03", Standing::Overdue, None);
        let local = sample(1, "A02", Standing::Overdue, None);
        assert!(wanted("").holds(&late) && !wanted("").anything());
        assert!(wanted("clock=initial_conference&standing=overdue").holds(&late));
        assert!(!wanted("clock=initial_conference").holds(&local));
        assert!(!wanted("standing=due_soon").holds(&late));
        assert!(wanted("statutory=yes").holds(&late) && !wanted("statutory=yes").holds(&local));
    }
    #[test]
    fn what_was_not_offered_narrows_nothing() {
        assert!(!wanted("standing=late&clock=tea_break").anything());
    }
}
