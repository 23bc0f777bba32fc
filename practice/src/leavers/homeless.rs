//! Homeless at 16 or 17: the council's duty to look after a child comes before any housing duty
//! (R (G) v Southwark [2009] UKHL 26). The questions in their order, what they come to, and what a refusal needs.
use super::Fact;
use crate::{
    day::Date,
    fact::{Event, Fact as F},
    history::History,
};
use serde::{Deserialize, Serialize};

/// Where a homeless child is until it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interim {
    FosterCarers,
    SupportedAccommodation,
    ResidentialHome,
    FamilyOrFriends,
    /// Never right, even in an emergency (2018 guidance): it is recorded where it happened, and does not count.
    BedAndBreakfast,
}
impl Interim {
    pub const ALL: [Interim; 5] = [
        Interim::FosterCarers,
        Interim::SupportedAccommodation,
        Interim::ResidentialHome,
        Interim::FamilyOrFriends,
        Interim::BedAndBreakfast,
    ];
    pub fn words(self) -> &'static str {
        match self {
            Interim::FosterCarers => "With foster carers",
            Interim::SupportedAccommodation => "In supported accommodation",
            Interim::ResidentialHome => "In a children’s home",
            Interim::FamilyOrFriends => "With family or friends",
            Interim::BedAndBreakfast => "In bed and breakfast or a hotel",
        }
    }
}
impl Route {
    pub const ALL: [Route; 3] = [Route::LookedAfter, Route::ChildInNeed, Route::Housing];
    pub fn words(self) -> &'static str {
        match self {
            Route::LookedAfter => "Looked after (Children Act 1989 s20)",
            Route::ChildInNeed => "Help as a child in need, with family or friends (s17)",
            Route::Housing => "Housing (Housing Act 1996 Part 7), which they understood and chose",
        }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Looked after (Children Act 1989 s20).
    LookedAfter,
    /// Help as a child in need, living with family or friends (s17).
    ChildInNeed,
    /// Housing Act 1996 Part 7, which the child understood and chose.
    Housing,
}
/// What was found, question by question; what nobody could say is not said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    pub under_18: Option<bool>,
    pub in_need: Option<bool>,
    pub in_area: Option<bool>,
    pub needs_accommodation: Option<bool>,
    /// Nobody has parental responsibility, lost or abandoned, or whoever cared for them is prevented.
    pub for_a_reason_of_s20: Option<bool>,
    pub wishes_known: Option<bool>,
    /// Having heard both ways and what each means for later, does not want to be looked after.
    pub informed_refusal: bool,
    /// Able to decide so: who is not cannot refuse.
    pub competent: Option<bool>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub route: Option<Route>,
    #[serde(flatten)]
    pub found: Found,
    pub reasons: String,
    pub advocate_offered: bool,
    /// Both ways explained in writing, with what they mean for leaving care.
    pub explained_in_writing: bool,
    /// The manager who signed it, by name.
    pub manager: String,
}
/// What the questions come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guided {
    /// The first of the questions that nobody answered.
    Ask(&'static str),
    LookedAfter,
    /// Not owed accommodation under s20, for this reason.
    NotOwed(&'static str),
    /// The child may be helped otherwise, once everything that a refusal needs is there.
    Refused,
}

impl Guided {
    pub fn words(self) -> String {
        match self {
            Guided::Ask(question) => format!("To be asked first, and looked after until then: {question}"),
            Guided::LookedAfter => "To be looked after (s20)".into(),
            Guided::NotOwed(why) => format!("Not owed s20 accommodation: {why}"),
            Guided::Refused => "Owed s20 accommodation, and refused it".into(),
        }
    }
}
/// The questions in their order. Where one is open the answer is to ask it, and until then to look after the child.
pub fn guided(f: &Found) -> Guided {
    let asked = [
        (f.under_18, "Is the young person under 18?", "Not a child"),
        (f.in_need, "Are they a child in need?", "Not a child in need"),
        (f.in_area, "Are they in the council's area?", "Not in the council's area: the council they are in owes it"),
        (f.needs_accommodation, "Do they appear to need accommodation?", "They have somewhere to live"),
        (
            f.for_a_reason_of_s20,
            "Is it because nobody has parental responsibility, they are lost or abandoned, or whoever cared for them \
             cannot give them a home or care that suits them?",
            "A person who is able and willing cares for them",
        ),
    ];
    for (answer, question, why_not) in asked {
        match answer {
            None => return Guided::Ask(question),
            Some(false) => return Guided::NotOwed(why_not),
            Some(true) => {}
        }
    }
    match (f.wishes_known, f.informed_refusal, f.competent) {
        (Some(true), true, Some(true)) => Guided::Refused,
        (Some(true), true, None) => Guided::Ask("Is the young person able to decide this, understanding both ways?"),
        (Some(true), ..) => Guided::LookedAfter,
        _ => Guided::Ask("What does the young person want, having heard what each way means?"),
    }
}
/// What stands against a decision as it was made, each in words; nothing where it stands.
pub fn wanting(d: &Decision) -> Vec<&'static str> {
    let guided = guided(&d.found);
    let other_way = d.route != Some(Route::LookedAfter);
    let checks = [
        (d.route.is_none(), "No way was decided"),
        (d.reasons.trim().is_empty(), "No reasons"),
        (other_way && guided == Guided::LookedAfter, "All five questions say that the child is to be looked after"),
        (
            other_way && matches!(guided, Guided::Ask(_)),
            "A question was not answered: until it is, the child is to be looked after",
        ),
        (!d.advocate_offered && other_way, "No advocate was offered"),
        (!d.explained_in_writing && guided == Guided::Refused, "The two ways were not explained in writing"),
        (d.manager.trim().is_empty() && other_way, "No manager signed it"),
    ];
    checks.into_iter().filter(|c| c.0).map(|c| c.1).collect()
}

/// From presenting as homeless to the decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Presented {
    pub on: Event,
    interviewed: Option<Event>,
    /// Somewhere safe for the night: bed and breakfast never is.
    roof: Option<Event>,
    /// Assessed with housing: without them it is not the assessment that is asked for.
    pub assessed: Option<Event>,
    /// Somewhere to be until it is decided, with friends or in bed and breakfast too.
    pub interim: Option<Event>,
    /// By a decision, or by being looked after.
    pub decided: Option<Event>,
    /// The decision with its reasons: owed too where the child was looked after before it was written.
    pub written: Option<Event>,
}
impl Presented {
    fn new(on: Event) -> Presented {
        let (interviewed, roof, assessed, interim, decided, written) = (None, None, None, None, None, None);
        Presented { on, interviewed, roof, assessed, interim, decided, written }
    }
    /// Interviewed, and somewhere safe for the night.
    pub fn safe(&self) -> Option<Event> {
        later(self.interviewed, self.roof)
    }
    fn told(&mut self, fact: &F, event: Event) {
        let first = |place: &mut Option<Event>| *place = place.or(Some(event));
        match fact {
            // Looked after: what was to be decided is.
            F::Care(crate::care::Fact::PlacementBegan(_)) => {
                first(&mut self.roof);
                first(&mut self.decided);
            }
            F::Leavers(Fact::HomelessInterviewed { safe_tonight }) => {
                first(&mut self.interviewed);
                if *safe_tonight {
                    first(&mut self.roof);
                    first(&mut self.interim);
                }
            }
            F::Leavers(Fact::HomelessAccommodated { place }) => {
                first(&mut self.interim);
                if *place != Interim::BedAndBreakfast {
                    first(&mut self.roof);
                }
            }
            F::Leavers(Fact::HomelessAssessed { with_housing: true }) => first(&mut self.assessed),
            F::Leavers(Fact::HomelessDecided(d)) if d.route.is_some() => {
                first(&mut self.decided);
                first(&mut self.written);
            }
            _ => {}
        }
    }
}
/// Each time; said again on the same day, before there was anywhere to be, it is the same time. What is said before
/// a decision answers every time that is open; what is said before its reasons are written, the last time.
pub fn presented(h: &History) -> Vec<Presented> {
    let mut all: Vec<Presented> = vec![];
    for k in h.all() {
        let event = Event::from(k);
        let last = all.len();
        let open = |(n, p): &(usize, &mut Presented)| p.decided.is_none() || n + 1 == last && p.written.is_none();
        all.iter_mut().enumerate().filter(open).for_each(|(_, p)| p.told(&k.fact, event));
        let same = |p: &Presented| p.on.on == event.on && p.decided.is_none() && p.safe().is_none();
        if matches!(k.fact, F::Leavers(Fact::HomelessPresented)) && !all.last().is_some_and(same) {
            all.push(Presented::new(event));
        }
    }
    all.retain(|p| at_16_or_17(h, p.on.on));
    all
}
/// The one of which something is still to be said: not decided, or the last, whose reasons nobody wrote.
pub fn to_be_written(h: &History) -> Option<Presented> {
    let all = presented(h);
    let undecided = all.iter().rfind(|p| p.decided.is_none()).cloned();
    undecided.or_else(|| all.into_iter().last().filter(|p| p.written.is_none()))
}
fn at_16_or_17(h: &History, on: Date) -> bool {
    h.birthday(16).is_some_and(|b16| b16 <= on) && h.birthday(18).is_some_and(|b18| on < b18)
}
/// Both happened: the later of them.
fn later(a: Option<Event>, b: Option<Event>) -> Option<Event> {
    let (a, b) = (a?, b?);
    Some(if (a.on, a.at) >= (b.on, b.at) { a } else { b })
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};

    const OWED: Found = Found {
        under_18: Some(true),
        in_need: Some(true),
        in_area: Some(true),
        needs_accommodation: Some(true),
        for_a_reason_of_s20: Some(true),
        wishes_known: Some(true),
        informed_refusal: false,
        competent: None,
    };
    fn decided(route: Route, found: Found) -> Decision {
        Decision {
            route: Some(route),
            found,
            reasons: "Father will not have him back.".into(),
            advocate_offered: true,
            explained_in_writing: true,
            manager: "Ruth Ollerton".into(),
        }
    }
    #[test]
    fn five_yeses_and_no_refusal_make_a_looked_after_child() {
        assert_eq!(guided(&OWED), Guided::LookedAfter);
        assert_eq!(wanting(&decided(Route::LookedAfter, OWED)), [""; 0]);
        let housed = wanting(&decided(Route::Housing, OWED));
        assert_eq!(housed, ["All five questions say that the child is to be looked after"]);
    }
    #[test]
    fn each_no_ends_it_and_each_silence_asks() {
        let no = |change: fn(&mut Found)| {
            let mut f = OWED;
            change(&mut f);
            guided(&f)
        };
        assert!(matches!(no(|f| f.under_18 = Some(false)), Guided::NotOwed("Not a child")));
        assert!(matches!(no(|f| f.in_need = Some(false)), Guided::NotOwed(_)));
        assert!(matches!(no(|f| f.in_area = Some(false)), Guided::NotOwed(_)));
        assert!(matches!(no(|f| f.needs_accommodation = Some(false)), Guided::NotOwed(_)));
        assert!(matches!(no(|f| f.for_a_reason_of_s20 = Some(false)), Guided::NotOwed(_)));
        assert!(matches!(no(|f| f.in_area = None), Guided::Ask(_)));
        assert!(matches!(no(|f| f.wishes_known = None), Guided::Ask(_)));
    }
    #[test]
    fn a_refusal_needs_an_advocate_a_letter_and_a_manager() {
        let refuses = Found { informed_refusal: true, competent: Some(true), ..OWED };
        assert_eq!(guided(&refuses), Guided::Refused);
        let asked = guided(&Found { competent: None, ..refuses.clone() });
        assert!(matches!(asked, Guided::Ask(what) if what.contains("able to decide")));
        assert_eq!(guided(&Found { competent: Some(false), ..refuses.clone() }), Guided::LookedAfter);
        assert_eq!(wanting(&decided(Route::Housing, refuses.clone())), [""; 0]);
        let bare = Decision {
            advocate_offered: false,
            explained_in_writing: false,
            manager: " ".into(),
            ..decided(Route::Housing, refuses)
        };
        assert_eq!(
            wanting(&bare),
            ["No advocate was offered", "The two ways were not explained in writing", "No manager signed it"]
        );
    }
    #[test]
    fn a_refusal_before_the_wishes_were_heard_is_none() {
        let unheard = Found { informed_refusal: true, wishes_known: Some(false), ..OWED };
        assert!(matches!(guided(&unheard), Guided::Ask(_)));
        assert_eq!(wanting(&decided(Route::ChildInNeed, unheard)).len(), 1);
    }
    #[test]
    fn whoever_is_looked_after_first_is_interviewed_and_written_about_all_the_same() {
        let told = |lines: &str| {
            let s = story(&format!("2010-03-10 born; 2026-11-10 homeless; 2026-11-10 care V2/K3{lines}"));
            let h = s.history(crate::day::date(2026, 11, 22));
            (presented(&h).remove(0), to_be_written(&h).is_some())
        };
        let (placed, to_write) = told("");
        assert!(placed.decided.is_some() && placed.written.is_none() && placed.safe().is_none() && to_write);
        let (heard, _) = told("; 2026-11-11 interviewed safe; 2026-11-18 homeless-assessed");
        assert!(heard.safe().is_some() && heard.assessed.is_some());
        let (written, to_write) = told("; 2026-11-20 homeless-decided");
        assert_eq!(written.decided.map(|e| e.on), Some(crate::day::date(2026, 11, 10)), "decided by the placement");
        assert!(written.written.is_some() && !to_write);
    }
}
