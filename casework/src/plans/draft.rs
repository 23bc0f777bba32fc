//! A version as it is being written: the answers of its journey, page by page, and what they come to.
//!
//! `need-home`, `aim-home`: the words of an area. `action`: the id of each action in order; `a-<id>-…`: its words.
//! `base`: the version that was the last when the writing began.
use super::people::People;
use crate::page::{Answers, Form, Journey};
use practice::{
    Date, Id,
    plans::{
        Action, ActionNow, Area, AreaWords, Draft, Kind, Plan,
        smart::{self, Hint},
    },
};

const LONGEST: usize = 5000;
const LINE: usize = 500;

pub fn area(f: &mut Form, area: &Area) -> Option<(String, String)> {
    let need = f
        .textarea(&format!("need-{}", area.code), "How things are, and what is needed")
        .hint(area.asks)
        .at_most(LONGEST)
        .optional();
    let aim = f
        .textarea(&format!("aim-{}", area.code), "What the young person wants")
        .hint("In their own words")
        .with("rows", 3)
        .at_most(LONGEST)
        .optional();
    Some((need.unwrap_or_default(), aim.unwrap_or_default()))
}
pub fn contingency(f: &mut Form) -> Option<String> {
    let words = f.textarea("contingency", "If the plan does not work, what then?").at_most(LONGEST);
    Some(words.hint("Where they go, who they ring, who pays: by name").optional().unwrap_or_default())
}
/// One action. `despite` is asked only where the help had something to say.
pub fn action(f: &mut Form, id: Id, area: &str, people: &People, despite: bool) -> Option<Action> {
    let named = |what: &str| format!("a-{id}-{what}");
    let what = f.textarea(&named("what"), "What is done").hint("One thing that somebody does and others can see");
    let what = what.with("rows", 2).at_most(LINE).required("Say what is done");
    let owner = people.field(f, &named(""), "Who does it?", "Say who does it");
    let by = f.day(&named("by"), "By when?").required("Enter the day by which it is done");
    let different = f.textarea(&named("different"), "What will be different?");
    let different = different.with("rows", 2).at_most(LINE).optional();
    let known_by = f.textarea(&named("known-by"), "How will we know?").with("rows", 2).at_most(LINE).optional();
    let why = match despite {
        true => f
            .text(&named("despite"), "If you keep the words as they are, why?")
            .hint("The help is only help. Your reason stands with the action")
            .at_most(LINE)
            .optional(),
        false => None,
    };
    Some(Action {
        id,
        area: area.into(),
        what: what?,
        owner: owner?,
        by: by?,
        different: different.unwrap_or_default(),
        known_by: known_by.unwrap_or_default(),
        despite: why,
    })
}
/// The ids of the actions, in order.
pub fn action_ids(words: &Answers) -> Vec<Id> {
    words.all("action").filter_map(|id| id.parse().ok()).collect()
}
pub fn area_of(words: &Answers, action: Id) -> String {
    words.one(&format!("a-{action}-area")).unwrap_or_default()
}
/// What the help says of an action as it stands; nothing while it is blank.
pub fn hints(words: &Answers, id: Id, today: Date) -> Vec<Hint> {
    let said = |what: &str| words.one(&format!("a-{id}-{what}")).unwrap_or_default();
    let (what, different, known_by) = (said("what"), said("different"), said("known-by"));
    if what.is_empty() {
        return vec![];
    }
    let mut by = None;
    Form::resumed("", words.clone(), |f| {
        by = f.day(&format!("a-{id}-by"), "By when?").optional();
        by
    });
    smart::help(&smart::Words { what: &what, different: &different, known_by: &known_by, by, today })
}

/// The help points at something, and nobody said why it stands.
pub fn is_vague(words: &Answers, id: Id, today: Date) -> bool {
    words.one(&format!("a-{id}-despite")).is_none() && !hints(words, id, today).is_empty()
}

/// The words with which a new version begins: those of the version in force, with what is still to do.
pub fn first(plan: &Plan, actions: &[ActionNow], people: &People) -> Answers {
    let mut words = Answers::default();
    let Some(last) = plan.versions.last() else { return words };
    words.push("base", &last.draft.version.to_string());
    // A draft that is not in force yet is written on; else what is in force is revised.
    let from = plan.coming().or(plan.in_force()).unwrap_or(last);
    for area in &from.draft.areas {
        words.push(&format!("need-{}", area.area), &area.need);
        words.push(&format!("aim-{}", area.area), &area.aim);
    }
    words.push("contingency", &from.draft.contingency);
    let now = |id: Id| actions.iter().find(|a| a.action.id == id);
    for action in from.draft.actions.iter().filter(|a| now(a.id).is_none_or(ActionNow::is_open)) {
        let owner = now(action.id).map_or(&action.owner, |a| a.owner);
        push(&mut words, action, owner, people);
    }
    words
}
fn push(words: &mut Answers, action: &Action, owner: &practice::plans::Person, people: &People) {
    let prefix = format!("a-{}-", action.id);
    words.push("action", &action.id.to_string());
    let by = action.by;
    for (what, value) in [
        ("area", action.area.clone()),
        ("what", action.what.clone()),
        ("by-day", by.day().to_string()),
        ("by-month", by.month().to_string()),
        ("by-year", by.year().to_string()),
        ("different", action.different.clone()),
        ("known-by", action.known_by.clone()),
        ("despite", action.despite.clone().unwrap_or_default()),
    ] {
        words.push(&format!("{prefix}{what}"), &value);
    }
    // Who works with them no more cannot be chosen again.
    if !matches!(owner, practice::plans::Person::Worker(id) if !people.works_with(*id)) {
        people.answers(&prefix, owner, words);
    }
}
/// Something that must be put right before the version can be kept: where, and what.
pub struct Wanting {
    pub area: String,
    pub action: Option<Id>,
    pub what: String,
}
/// What was written, as a version; or everything that is wanting.
pub fn read(journey: &Journey, kind: &Kind, people: &People, version: Id) -> Result<Draft, Vec<Wanting>> {
    let words = journey.words();
    let mut wanting = vec![];
    let areas = kind.areas.iter().filter_map(|a| {
        let (form, read) = Form::sent("", words.clone(), |f| area(f, a));
        wanting.extend(form.messages().map(|what| Wanting { area: a.code.into(), action: None, what }));
        read.map(|(need, aim)| AreaWords { area: a.code.into(), need, aim })
    });
    let areas: Vec<AreaWords> = areas.filter(|a| !(a.need.is_empty() && a.aim.is_empty())).collect();
    let mut actions = vec![];
    for id in action_ids(words) {
        let of = area_of(words, id);
        let (form, read) = Form::sent("", words.clone(), |f| action(f, id, &of, people, true));
        wanting.extend(form.messages().map(|what| Wanting { area: of.clone(), action: Some(id), what }));
        actions.extend(read);
    }
    let (form, contingency) = Form::sent("", words.clone(), contingency);
    wanting.extend(form.messages().map(|what| Wanting { area: "contingency".into(), action: None, what }));
    if areas.is_empty() && actions.is_empty() && wanting.is_empty() {
        let area = kind.areas[0].code.into();
        wanting.push(Wanting { area, action: None, what: "Nothing is written yet".into() });
    }
    match wanting.is_empty() {
        true => {
            let (contingency, begun) = (contingency.unwrap_or_default(), journey.begun());
            Ok(Draft { kind: kind.code.into(), version, areas, actions, contingency, begun })
        }
        false => Err(wanting),
    }
}
