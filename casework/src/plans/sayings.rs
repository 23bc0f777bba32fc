//! What people say of a plan and of its actions, each as one small form that becomes one fact.
use super::{people::People, sheet};
use crate::page::{Form, choice, yes_no};
use practice::{
    Date, Id,
    plans::{ActionNow, Change, Fact, How, Outcome, Plan, Version},
};

pub struct Saying {
    /// In the address.
    pub name: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub submit: &'static str,
    pub of: Of,
    pub declare: fn(&mut Form, &About) -> Option<(Date, Fact)>,
}
/// Of which version it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The one that is to come into force, else the one that is.
    SpokenTo,
    InForce,
    /// One action of the version in force.
    Action,
}
impl Of {
    pub fn version<'p, 'a>(self, plan: &'p Plan<'a>) -> Option<&'p Version<'a>> {
        match self {
            Of::SpokenTo => sheet::spoken_to(plan),
            Of::InForce | Of::Action => plan.in_force(),
        }
    }
}
/// What it is said of.
pub struct About<'a> {
    pub plan: &'a Plan<'a>,
    /// `None` in a sample only.
    pub version: Option<&'a Version<'a>>,
    pub action: Option<&'a ActionNow<'a>>,
    pub people: &'a People,
    pub today: Date,
}
impl About<'_> {
    fn version(&self) -> Option<Id> {
        self.version.map(|v| v.draft.version)
    }
}
pub const SAYINGS: &[Saying] = &[
    Saying {
        name: "agreed",
        title: "Say who agrees",
        intro: "Each person’s last word counts. A plan that somebody does not agree with keeps their words.",
        submit: "Keep what they said",
        of: Of::SpokenTo,
        declare: agreed,
    },
    Saying {
        name: "copy",
        title: "Give a copy",
        intro: "A version is in force once it has been spoken to and the young person holds a copy.",
        submit: "Keep that it was given",
        of: Of::SpokenTo,
        declare: copy,
    },
    Saying {
        name: "no-copy",
        title: "Say why there is no copy",
        intro: "Only where the young person cannot be given one, or does not want it. The reason stands with the version.",
        submit: "Keep the reason",
        of: Of::SpokenTo,
        declare: no_copy,
    },
    Saying {
        name: "stands",
        title: "Say why the plan stands",
        intro: "This answers everything that has changed so far. If something in the plan is no longer true, write a new \
                version instead.",
        submit: "Keep the reason",
        of: Of::InForce,
        declare: stands,
    },
    Saying {
        name: "changed",
        title: "Say that something changed",
        intro: "Moves while looked after, new advisers and birthdays are known without you. What you say marks the plan \
                as stale until somebody revises it or says why it stands.",
        submit: "Keep the change",
        of: Of::InForce,
        declare: changed,
    },
    Saying {
        name: "outcome",
        title: "Say what became of an action",
        intro: "What matters is what it changed for the young person.",
        submit: "Keep the outcome",
        of: Of::Action,
        declare: outcome,
    },
    Saying {
        name: "owner",
        title: "Give an action to somebody",
        intro: "An action belongs to somebody with a name.",
        submit: "Give it to them",
        of: Of::Action,
        declare: owner,
    },
];
pub fn saying(name: &str, of_action: bool) -> Option<&'static Saying> {
    SAYINGS.iter().find(|s| s.name == name && (s.of == Of::Action) == of_action)
}

fn agreed(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let by = about.people.field(f, "", "Who?", "Say who it is");
    let agrees = f.radios("agrees", "Do they agree?", yes_no()).required("Say whether they agree");
    let words =
        f.textarea("words", "What they said").hint("In their own words").with("rows", 3).at_most(2000).optional();
    let on = on(f, about);
    let words = words.unwrap_or_default();
    if agrees == Some(false) && words.is_empty() {
        f.wrong("words", "Write down what they do not agree with");
    }
    let (version, by) = (about.version()?, by?);
    let fact = match agrees? {
        true => Fact::Agreed { version, by, words },
        false => Fact::NotAgreed { version, by, words },
    };
    Some((on?, fact))
}
fn copy(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let to = about.people.field(f, "", "To whom?", "Say who has the copy");
    let how = f.radios("how", "How?", How::ALL.map(|how| choice(how, how.code(), how.words()))).required("Say how");
    let explained = f.radios("explained", "Did somebody go through it with them?", yes_no());
    let explained = explained.with("classes", "govuk-radios--inline").required("Say whether it was explained");
    let response = f.textarea("response", "What they said").with("rows", 3).at_most(2000).optional();
    let on = on(f, about);
    let (version, response) = (about.version()?, response.unwrap_or_default());
    Some((on?, Fact::CopyGiven { version, to: to?, how: how?, explained: explained?, response }))
}
fn no_copy(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let why = f.textarea("why", "Why has the young person no copy?").with("rows", 3).at_most(2000);
    let why = why.required("Say why");
    let on = on(f, about);
    Some((on?, Fact::NoCopyGiven { version: about.version()?, why: why? }))
}
fn stands(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let why = f.textarea("why", "Why does it stand as it is?").with("rows", 3).at_most(2000).required("Say why");
    let at_review = f
        .radios("review", "Was the whole plan reviewed?", yes_no())
        .hint("A review with the young person, as the regulations ask at least every six months")
        .with("classes", "govuk-radios--inline")
        .required("Say whether it was a review");
    let on = on(f, about);
    let version = about.version()?;
    Some((on?, Fact::FoundToStand { version, why: why?, at_review: at_review? }))
}
fn changed(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let offered = Change::SAID.into_iter().filter(|c| about.plan.kind.stale_by.contains(c));
    let change = f.radios("change", "What changed?", offered.map(|c| choice(c, c.code(), c.words())));
    let change = change.required("Say what changed");
    let words = f.textarea("words", "What happened?").with("rows", 3).at_most(2000).optional();
    let on = f.day("on", "On which day?").initial(about.today).not_after(about.today).required("Enter the day");
    Some((on?, Fact::ChangeHappened { change: change?, words: words.unwrap_or_default() }))
}
fn outcome(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let all = Outcome::ALL.map(|o| choice(o, o.code(), o.words()));
    let outcome = f.radios("outcome", "What became of it?", all).required("Say what became of it");
    let effect = f.textarea("effect", "What did it change for the young person?").with("rows", 3).at_most(2000);
    let effect = effect.hint("If it was not done: what that means for them").required("Say what it changed");
    let on = on(f, about);
    Some((on?, Fact::ActionEnded { action: about.action?.action.id, outcome: outcome?, effect: effect? }))
}
fn owner(f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let to = about.people.field(f, "", "Who does it now?", "Say who does it");
    let why = f.textarea("why", "Why does it pass to them?").with("rows", 2).at_most(1000).optional();
    let on = on(f, about);
    let action = about.action?;
    if to.as_ref() == Some(action.owner) && action.needs_owner.is_none() {
        f.wrong("who", "It belongs to them already");
    }
    Some((on?, Fact::ActionGiven { action: action.action.id, to: to?, why: why.unwrap_or_default() }))
}
/// Nobody can say something of a version before it was written.
fn on(f: &mut Form, about: &About) -> Option<Date> {
    let day = f.day("on", "On which day?").initial(about.today).not_after(about.today);
    let day = match about.version {
        Some(version) => day.not_before(version.drafted.on),
        None => day,
    };
    day.required("Enter the day")
}
