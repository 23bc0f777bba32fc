//! A fact in words, for the timeline: its name, and each thing that it says with its label. It is
//! read off the fact as it is kept, so a new fact needs no second list; codes get the label that
//! their code set gives them.
use practice::{
    Date, Fact, Timestamp, codes, day,
    leavers::{self, homeless},
    reported::{Cell, Origin},
};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value as Json;
use std::marker::PhantomData;

#[derive(Debug, PartialEq, serde::Serialize)]
pub struct Words {
    /// `Conference held`.
    pub title: String,
    /// (`Category`, `Neglect`), in the order in which the fact says them.
    pub said: Vec<(String, String)>,
    /// What the child said, if the fact holds it.
    pub childs_words: Option<String>,
    /// What the worker wrote.
    pub written: Option<String>,
    /// It came from a return, not from work recorded here.
    pub reported: bool,
}

pub fn of(fact: &Fact) -> Words {
    let text = serde_json::to_string(fact).expect("facts are plain data");
    let (name, fields) = variant(&text);
    let mut words = Words { said: vec![], childs_words: None, written: None, ..of_name(&name) };
    let said = Said { codes: fact.codes(), reported: words.reported };
    fields.iter().for_each(|(field, value)| said.field(field, value, &mut words));
    if let Fact::Leavers(leavers::Fact::HomelessDecided(decision)) = fact {
        let wanting = homeless::wanting(decision);
        words.said.push(("What the questions come to".into(), homeless::guided(&decision.found).words()));
        let wanting = (!wanting.is_empty()).then(|| ("Wanting".to_string(), wanting.join("; ")));
        words.said.extend(wanting);
    }
    words
}
/// All that is known of a fact whose body the reader may not see: `care.PlacementBegan`.
pub fn of_name(name: &str) -> Words {
    let name = name.rsplit('.').next().unwrap_or_default();
    let reported = name.ends_with("Reported");
    let title = sentence(&split(name.trim_end_matches("Reported")));
    let title = title_of(name).map_or(title, str::to_string);
    Words { title, said: vec![], childs_words: None, written: None, reported }
}
/// `SSDA903 return for the year to 31 March 2026, Episodes, row 12`.
pub fn source(origin: &Origin) -> String {
    let which = origin.which.map_or("return", |w| w.title());
    format!("{which} for the year to {}, {}, row {}", day::words(origin.last_day()), origin.table, origin.row)
}

/// Names of facts that do not say by themselves what happened.
fn title_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "Registered" => "Who the child is was recorded",
        "Identified" => "Known by an identifier",
        "UpnUnknown" => "No unique pupil number",
        "PreProceedingsBegan" => "Pre-proceedings began",
        "PreProceedingsMeetingHeld" => "Meeting in pre-proceedings held",
        "PreProceedingsEnded" => "Pre-proceedings ended",
        "EarlierPermanenceLearned" => "What was permanent before care",
        "DisabilitiesLearned" => "Disabilities",
        "Related" => "Somebody around the child",
        "RelationEnded" => "No longer around the child",
        "Visited" => "Visit",
        "Allocated" => "Allocated to a worker",
        "CaseNoteMade" => "Case note",
        "CategoryDecided" => "Leaving care category decided",
        "SdqDone" => "Strengths and difficulties questionnaire done",
        "SdqNotDone" => "Strengths and difficulties questionnaire not done",
        "EnquiryConcluded" => "Section 47 enquiry concluded",
        "VersionDrafted" => "A version of a plan written",
        "Agreed" => "Somebody agrees with the plan",
        "NotAgreed" => "Somebody does not agree with the plan",
        "CopyGiven" => "Copy of the plan given",
        "NoCopyGiven" => "No copy of the plan given",
        "ChangeHappened" => "Something changed that the plan has to speak to",
        "FoundToStand" => "The plan was found to stand",
        "ActionEnded" => "What became of an action of the plan",
        "ActionGiven" => "An action of the plan given to somebody",
        "Said" => "Said on their own page",
        "Answered" => "Answer to what they said",
        "NotSafe" => "“I do not feel safe”",
        "NotSafeOpened" => "“I do not feel safe” was opened",
        "Shared" => "Shared with the young person",
        "LetterRead" => "A letter read on their own page",
        "MeetingPlanned" => "The next meeting",
        "LooksHeldBack" => "A worker’s looks are not shown to the young person",
        "WayKnown" => "How the young person can be reached",
        "WayEnded" => "No longer a way to reach the young person",
        "LetterSent" => "Letter sent",
        "CopyRefused" => "A copy refused",
        "HeaderReported" => "Who the child is, in a return",
        "IdentifiersReported" => "Who the child is, in a return",
        "Ad1Reported" => "Adoption, in a return",
        "Oc2Reported" => "Health of the year, in a return",
        "CategoryRecorded" => "Leaving care category recorded",
        "NeedOfContactRated" => "How closely to keep in touch",
        "SearchAsked" => "Out of touch: asked where they are",
        "SearchAnswered" => "Out of touch: answered where they are",
        "SteppedAway" => "Chose to step away",
        "ReconnectPlanMade" => "Out of touch: how they are to be found",
        "HousingBid" => "Bid for a home",
        "MoneyGiven" => "Money given",
        "SavingsKnown" => "Savings",
        "ImmigrationDeadlineSet" => "Immigration: to be done by a day",
        "ImmigrationDeadlineMet" => "Immigration: done",
        "OwnChildrenKnown" => "Children of their own",
        "AdultsServices" => "Towards adults’ services",
        "ImmigrationStatusKnown" => "Immigration status",
        "HomelessPresented" => "Presented as homeless",
        "HomelessInterviewed" => "Homeless: interviewed",
        "HomelessAccommodated" => "Homeless: somewhere to be until it is decided",
        "HomelessAssessed" => "Homeless: assessed",
        "HomelessDecided" => "Homeless: decided where they are to live",
        "Oc3Reported" => "Care leaver at a birthday, in a return",
        "UascReported" => "Unaccompanied asylum-seeking child",
        "EpisodeReported" => "Episode of care",
        "MissingReported" => "Time missing",
        "EnquiryReported" => "Section 47 enquiry",
        _ => return None,
    })
}
/// `{"care":{"PlacementBegan":{…}}}` or `{"people":"Died"}`: the name and what is in it.
fn variant(text: &str) -> (String, Vec<(String, Json)>) {
    type Part<T> = InOrder<InOrder<T>>;
    if let Ok(InOrder(part)) = serde_json::from_str::<Part<InOrder<Json>>>(text) {
        let fact = part.into_iter().flat_map(|(_, InOrder(fact))| fact).next();
        return fact.map(|(name, InOrder(fields))| (name, fields)).unwrap_or_default();
    }
    let InOrder(part) = serde_json::from_str::<InOrder<String>>(text).unwrap_or_default();
    (part.into_iter().next().map(|(_, name)| name).unwrap_or_default(), vec![])
}
/// What a JSON object holds in the order in which it was written, which `serde_json` itself forgets.
struct InOrder<T>(Vec<(String, T)>);
impl<T> Default for InOrder<T> {
    fn default() -> InOrder<T> {
        InOrder(vec![])
    }
}
impl<'de, T: Deserialize<'de>> Deserialize<'de> for InOrder<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<InOrder<T>, D::Error> {
        struct Pairs<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = InOrder<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<InOrder<T>, A::Error> {
                let mut pairs = vec![];
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(InOrder(pairs))
            }
        }
        from.deserialize_map(Pairs(PhantomData))
    }
}

/// How the fields of one fact are read.
struct Said<'a> {
    codes: Vec<(&'static str, &'a str)>,
    reported: bool,
}
/// A `no` that says something; of the rest only a `yes` does.
const NO_SAYS: [&str; 17] = [
    "seen",
    "seen_alone",
    "bedroom_seen",
    "independent",
    "suitable",
    "up_to_date",
    "parental_responsibility",
    "lives_with",
    "safe_tonight",
    "taken",
    "known",
    "under_18",
    "in_need",
    "in_area",
    "needs_accommodation",
    "for_a_reason_of_s20",
    "advocate_offered",
];
impl Said<'_> {
    fn field(&self, field: &str, value: &Json, words: &mut Words) {
        let text_of = |v: &Json| v.as_str().map(str::trim).filter(|w| !w.is_empty()).map(str::to_string);
        match field {
            "childs_words" => words.childs_words = text_of(value),
            "notes" | "words" | "about" => words.written = text_of(value),
            "pence" => {
                words.said.extend(value.as_i64().map(|pence| ("Amount".into(), crate::page::words::pounds(pence))))
            }
            // Where somebody can be reached is shown to whoever may write to them, and to nobody else.
            "reaches" => {}
            // The envelope of a return: said once, as where it comes from.
            "origin" => {}
            _ => words.said.extend(self.text(field, value).map(|text| (self.label(field), text))),
        }
    }
    /// `None` for what says nothing to a reader: blanks, ids, what is simply not so.
    fn text(&self, field: &str, value: &Json) -> Option<String> {
        match value {
            Json::Null => None,
            Json::Bool(false) if !NO_SAYS.contains(&field) => None,
            Json::Bool(yes) => Some(if *yes { "Yes" } else { "No" }.into()),
            Json::Number(n) => Some(n.to_string()),
            Json::String(s) if s.is_empty() || practice::Id::parse_str(s).is_ok() => None,
            Json::String(s) if self.reported => Some(cell(field, s)),
            Json::String(s) => Some(self.word(field, s)),
            Json::Array(items) => {
                let items: Vec<String> = items.iter().filter_map(|i| self.text(field, i)).collect();
                (!items.is_empty()).then(|| items.join(", "))
            }
            Json::Object(o) => {
                let adult = o.get("adult").or(o.get("known")).and_then(|adult| adult.get("name"));
                adult.or(o.get("raw")).and_then(Json::as_str).filter(|w| !w.is_empty()).map(str::to_string)
            }
        }
    }
    fn word(&self, field: &str, s: &str) -> String {
        if let Some((set, code)) = self.codes.iter().find(|(_, code)| *code == s) {
            return labelled(set, code);
        }
        if field == "ethnicity" {
            return labelled("ethnicity", s);
        }
        match (s.parse::<Date>(), s.parse::<Timestamp>()) {
            (_, Ok(at)) => day::words_at(at),
            (Ok(on), _) => day::words(on),
            // Our own words are stored in snake case; what people wrote is left alone.
            _ if is_ours(s) => sentence(&s.replace('_', " ")),
            _ => s.to_string(),
        }
    }
    /// `why_not_alone` → `Why not alone`; a column of a return by what it means.
    fn label(&self, field: &str) -> String {
        match COLUMNS.iter().find(|c| self.reported && c.0 == field) {
            Some((_, label, _)) => (*label).into(),
            None if field == "urn" => "Ofsted number".into(),
            None => sentence(&field.replace('_', " ")),
        }
    }
}
/// Columns of returns whose name says little, and the code set that their cells are from.
const COLUMNS: &[(&str, &str, &str)] = &[
    ("decom", "Began", ""),
    ("dec", "Ceased", ""),
    ("rne", "Why it began", "s903.rne"),
    ("ls", "Legal status", "s903.legal_status"),
    ("cin", "Category of need", "s903.category_of_need"),
    ("place", "Placement", "s903.placement_type"),
    ("place_provider", "Provider", "s903.placement_provider"),
    ("rec", "Why it ceased", "s903.reason_episode_ceased"),
    ("reason_place_change", "Why the placement changed", "s903.reason_placement_change"),
    ("home_post", "Home postcode", ""),
    ("pl_post", "Placement postcode", ""),
    ("urn", "Ofsted number of the placement", ""),
    ("review", "Held", ""),
    ("review_code", "How the child took part", "s903.review_participation"),
    ("dob", "Born", ""),
    ("duc", "Status ceased", ""),
    ("ethnic", "Ethnicity", "ethnicity"),
    ("ethnicity", "Ethnicity", "ethnicity"),
    ("upn", "Unique pupil number", ""),
    ("upn_unknown", "Why there is no unique pupil number", "cin.upn_unknown"),
    ("former_upn", "Former unique pupil number", ""),
    ("mc_dob", "Her child was born", ""),
    ("mother", "Is a mother", YES_NO),
    ("uasc", "Unaccompanied asylum-seeking child", YES_NO),
    ("missing", "Missing or away", "s903.missing"),
    ("mis_start", "Went", ""),
    ("mis_end", "Found", ""),
    ("sdq_score", "Strengths and difficulties score", ""),
    ("sdq_reason", "Why there is no score", "s903.sdq_reason"),
    ("convicted", "Convicted", YES_NO),
    ("health_check", "Development check up to date", YES_NO),
    ("immunisations", "Immunisations up to date", YES_NO),
    ("teeth_check", "Seen by a dentist", YES_NO),
    ("health_assessment", "Health assessment in the year", YES_NO),
    ("substance_misuse", "Substance misuse", YES_NO),
    ("intervention_received", "Intervention received", YES_NO),
    ("intervention_offered", "Intervention offered", YES_NO),
    ("in_touch", "In touch", "s903.in_touch"),
    ("activ", "Activity", "s903.activity"),
    ("accom", "Accommodation", "s903.accommodation"),
    ("referral_source", "Source of the referral", "cin.referral_source"),
    ("primary_need_code", "Primary need", "cin.primary_need"),
    ("reason_for_closure", "Reason for closure", "cin.reason_for_closure"),
    ("referral_nfa", "No further action", YES_NO),
    ("icpc_not_required", "No conference required", YES_NO),
    ("initial_category_of_abuse", "Category at first", "cin.category_of_abuse"),
    ("latest_category_of_abuse", "Category at last", "cin.category_of_abuse"),
    ("number_of_previous_cpp", "Earlier plans", ""),
    ("assessment_factors", "Factors", "cin.assessment_factor"),
    ("disabilities", "Disabilities", "cin.disability"),
    ("foster_care", "By former foster carers", YES_NO),
    ("sex_adoptr", "Sex of adopters", "s903.sex_adoptr"),
    ("ls_adoptr", "Legal status of adopters", "s903.ls_adoptr"),
    ("reason_placed_ceased", "Why it ceased", "s903.reason_placed_ceased"),
    ("prev_perm", "Previous permanence", "s903.prev_perm"),
];
const YES_NO: &str = "yes or no";
/// A cell of a return: what it means where we can read it, and else as it was sent.
fn cell(field: &str, raw: &str) -> String {
    let set = COLUMNS.iter().find(|c| c.0 == field).map_or("", |c| c.2);
    if set == YES_NO {
        return match Cell::<bool>::read(raw).value {
            Some(true) => "Yes".into(),
            Some(false) => "No".into(),
            None => raw.into(),
        };
    }
    match Cell::<Date>::read(raw).value {
        Some(on) if set.is_empty() => day::words(on),
        _ => labelled(set, Cell::<String>::read(raw).code()),
    }
}
/// `Neglect (NEG)`; a code that no set holds as it is.
pub fn labelled(set: &str, code: &str) -> String {
    codes::label(set, code).map_or_else(|| code.to_string(), |label| format!("{label} ({code})"))
}
fn is_ours(s: &str) -> bool {
    s.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
fn sentence(words: &str) -> String {
    crate::page::words::capital(words)
}
/// `ConferenceHeld` → `conference held`.
fn split(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{people, protection};

    #[test]
    fn a_conference_reads_as_people_say_it() {
        let words = of(&Fact::Protection(protection::Fact::ConferenceHeld {
            kind: protection::Conference::Initial,
            outcome: protection::ConferenceOutcome::Plan,
            category: Some("NEG".into()),
        }));
        assert_eq!(words.title, "Conference held");
        assert_eq!(words.said[0], ("Kind".into(), "Initial".into()));
        assert_eq!(words.said[2], ("Category".into(), "Neglect (NEG)".into()));
    }
    #[test]
    fn a_row_of_a_return_reads_as_what_its_codes_mean() {
        use practice::{care, reported::Origin};
        let row = care::reported::Episode {
            origin: Origin { return_year: 2026, table: "Episodes".into(), row: 12, ..Origin::default() },
            decom: "01/05/2025".into(),
            ls: "c2".into(),
            place: "XX".into(),
            ..care::reported::Episode::default()
        };
        assert_eq!(source(&row.origin), "return for the year to 31 March 2026, Episodes, row 12");
        let words = of(&Fact::Care(care::Fact::EpisodeReported(Box::new(row))));
        assert_eq!((words.title.as_str(), words.reported), ("Episode of care", true));
        let said: Vec<(&str, &str)> = words.said.iter().map(|(l, t)| (l.as_str(), t.as_str())).collect();
        assert_eq!(said, [("Began", "1 May 2025"), ("Legal status", "Full care order (C2)"), ("Placement", "XX")]);
    }
    #[test]
    fn without_its_body_a_fact_still_has_a_name() {
        assert_eq!(of_name("care.PlacementBegan").title, "Placement began");
        assert!(of_name("care.ReviewReported").reported);
        assert_eq!(of_name("care.ReviewReported").title, "Review");
    }
    #[test]
    fn every_code_set_that_a_column_names_is_there() {
        for (column, _, set) in COLUMNS.iter().filter(|c| !c.2.is_empty() && c.2 != YES_NO) {
            assert!(!codes::set(set).is_empty(), "{column}: {set}");
        }
    }
    #[test]
    fn a_fact_that_says_nothing_more_has_its_name() {
        assert_eq!(of(&Fact::People(people::Fact::Died)).title, "Died");
    }
    #[test]
    fn what_the_returns_ask_reads_in_words() {
        use practice::{court, disability, permanence};
        let told = |fact: Fact| {
            let words = of(&fact);
            let said = words.said.iter().map(|(label, text)| format!("{label}: {text}"));
            std::iter::once(words.title.clone()).chain(said).collect::<Vec<_>>().join("; ")
        };
        let disabilities = vec!["LD".into(), "HEAR".into()];
        let learned = told(disability::Fact::DisabilitiesLearned { disabilities }.into());
        assert_eq!(learned, "Disabilities; Disabilities: Learning (LD), Hearing (HEAR)");
        let (authority, ordered) = (Some("892".into()), Some("ZZ/ZZ/2019".into()));
        let learned = permanence::Fact::EarlierPermanenceLearned { kind: "P1".into(), authority, ordered };
        assert_eq!(
            told(learned.into()),
            "What was permanent before care; Kind: Adoption (P1); Authority: Nottingham (892); Ordered: ZZ/ZZ/2019"
        );
        assert_eq!(told(court::Fact::PreProceedingsBegan.into()), "Pre-proceedings began");
        let none = people::Fact::UpnUnknown { reason: "UN3".into() };
        assert_eq!(told(none.into()), "No unique pupil number; Reason: Child is educated outside England (UN3)");
    }
    #[test]
    fn a_decision_about_a_homeless_child_says_what_is_wanting() {
        let decision = homeless::Decision {
            route: Some(homeless::Route::Housing),
            found: homeless::Found { under_18: Some(true), ..homeless::Found::default() },
            reasons: "A room in a hostel.".into(),
            advocate_offered: true,
            explained_in_writing: true,
            manager: String::new(),
        };
        let words = of(&leavers::Fact::HomelessDecided(Box::new(decision)).into());
        let of = |label: &str| words.said.iter().find(|(l, _)| l == label).map(|(_, text)| text.as_str());
        let asks = "To be asked first, and looked after until then: Are they a child in need?";
        assert_eq!(of("What the questions come to"), Some(asks));
        let wanting = "A question was not answered: until it is, the child is to be looked after; No manager signed it";
        assert_eq!(of("Wanting"), Some(wanting));
    }
    #[test]
    fn what_the_child_said_stands_apart() {
        let visit =
            people::Visit { seen: true, childs_words: "I like my new room.".into(), ..people::Visit::default() };
        let words = of(&Fact::People(people::Fact::Visited(visit)));
        assert_eq!(words.childs_words.as_deref(), Some("I like my new room."));
        assert!(words.said.contains(&("Seen".into(), "Yes".into())));
        assert!(words.said.iter().all(|(label, _)| label != "Together"), "an absent id says nothing");
    }
}
