//! Which of a run's three lists is asked for, and what of it.
use super::{listed::form, run::RuleCount};
use crate::page::{Answers, Form, choice};
use kernel::Value;
use practice::Id;

#[derive(Clone, Copy, Default)]
pub struct Wanted {
    pub list: List,
    pub change: Option<&'static str>,
    pub rule: Option<&'static str>,
    pub explained: Option<bool>,
    /// Of one child, or of the children of one worker, or of those of nobody: led here from the lists by child and
    /// by worker.
    pub child: Option<Id>,
    pub worker: Option<Id>,
    pub unallocated: bool,
}
#[derive(Clone, Copy, Default, PartialEq)]
pub enum List {
    #[default]
    Findings,
    Undecided,
    Skipped,
}
impl List {
    fn of(answers: &Answers) -> List {
        match answers.one("list").as_deref() {
            Some("undecided") => List::Undecided,
            Some("skipped") => List::Skipped,
            _ => List::Findings,
        }
    }
    pub fn code(self) -> &'static str {
        match self {
            List::Findings => "findings",
            List::Undecided => "undecided",
            List::Skipped => "skipped",
        }
    }
}
/// In the place of a worker.
pub const NOBODY: &str = "nobody";

impl Wanted {
    /// For `findings.sql`, beside the run and the page.
    pub fn given(&self) -> [(&'static str, Value); 7] {
        [
            ("undecided", (self.list == List::Undecided).into()),
            ("change", self.change.into()),
            ("rule", self.rule.into()),
            ("explained", self.explained.into()),
            ("child", self.child.into()),
            ("worker", self.worker.into()),
            ("unallocated", self.unallocated.into()),
        ]
    }
    /// What a filter must hand on.
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let worker = self.worker.map(|id| id.to_string()).or(self.unallocated.then(|| NOBODY.to_owned()));
        let child = self.child.map(|id| ("child", id.to_string()));
        [("list", self.list.code().to_owned())].into_iter().chain(child).chain(worker.map(|w| ("worker", w))).collect()
    }
}
const CHANGES: [(&str, &str); 3] = [("new", "New"), ("still", "Still there"), ("fixed", "Fixed")];
pub fn narrow(answers: Answers, return_name: &str, rules: &[RuleCount]) -> (Form, Wanted) {
    let id = |name: &str| answers.one(name).and_then(|id| id.parse().ok());
    let led = Wanted {
        list: List::of(&answers),
        child: id("child"),
        worker: id("worker"),
        unallocated: answers.one("worker").as_deref() == Some(NOBODY),
        ..Wanted::default()
    };
    let (form, wanted) = Form::asked(answers, |f| {
        let changes = CHANGES.map(|(code, words)| choice(code, code, words));
        let change = f.select("change", "Since the run before", changes).optional();
        let known = |r: &RuleCount| form(return_name)?.rule(&r.rule).map(|rule| rule.code);
        let rules = rules.iter().filter_map(known).map(|code| choice(code, code, code));
        let rule = f.select("rule", "Rule", rules).optional();
        let explained = [choice(false, "no", "Not explained"), choice(true, "yes", "Explained")];
        let explained = f.select("explained", "Explanation", explained).optional();
        Some(Wanted { change, rule, explained, ..led })
    });
    (form, wanted.unwrap_or(led))
}

#[cfg(test)]
mod tests {
    use super::{super::run::sample_run, *};

    #[test]
    fn a_filter_that_was_not_offered_narrows_nothing() {
        let (_, rules, _) = sample_run();
        let wanted = narrow(Answers::of_query("list=undecided&rule=356&change=new"), "903", &rules).1;
        assert!(wanted.list == List::Undecided);
        assert_eq!((wanted.rule, wanted.change), (Some("356"), Some("new")));
        assert_eq!(narrow(Answers::of_query("rule=tea"), "903", &rules).1.rule, None);
    }
    #[test]
    fn who_was_led_to_one_worker_stays_with_them_when_they_filter() {
        let (_, rules, _) = sample_run();
        let kept = |query: &str| narrow(Answers::of_query(query), "903", &rules).1.kept();
        let worker = Id::from_u128(7);
        assert_eq!(kept(&format!("worker={worker}&rule=356"))[1], ("worker", worker.to_string()));
        assert_eq!(kept("worker=nobody")[1], ("worker", "nobody".to_owned()));
        assert_eq!(kept("worker=tea&child=tea").len(), 1);
    }
}
