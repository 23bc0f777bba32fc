//! What is owed, in words for the young person: short, warm, and no more than the duty says. The law itself stands
//! beside it in [`super::owed`].
use super::{
    Category, Footing,
    owed::{COUNCIL_TAX, Owed},
};
use crate::{day::Date, norms::Norms};

/// What the law calls somebody, and what that means for them.
pub fn footing(f: Footing) -> (&'static str, &'static str) {
    match (f.category, f.band) {
        (Category::Eligible, _) => {
            ("an eligible child", "You are in care. The council looks after you now, and must plan for the time after.")
        }
        (Category::Relevant, _) => {
            ("a relevant child", "You have left care and you are 16 or 17. The council must still look out for you.")
        }
        (Category::FormerRelevant, "21_24_ETE") => (
            "a former relevant young person",
            "You are 21 or more and you learn or train, or you want to. You get help with that.",
        ),
        (Category::FormerRelevant, "21_24_REQUESTED") => {
            ("a former relevant young person", "You are 21 or more and you have asked for help. So help goes on.")
        }
        (Category::FormerRelevant, "21_24_KEEP_IN_TOUCH") => (
            "a former relevant young person",
            "You are 21 or more. You can come back and ask for help at any time till you turn 25.",
        ),
        (Category::FormerRelevant, _) => {
            ("a former relevant young person", "You were in care as a child. Full help goes on till you turn 21.")
        }
        (Category::Qualifying | Category::QualifyingBySgo, "21_24_ETE_S24B") => {
            ("a qualifying young person", "You learn or train. So some help goes on till you turn 25.")
        }
        (Category::Qualifying | Category::QualifyingBySgo, _) => {
            ("a qualifying young person", "You can get advice and help till you turn 21.")
        }
        (Category::None | Category::NotKnown, band) => ("", nothing(band)),
    }
}
fn nothing(band: &str) -> &'static str {
    match band {
        "UNDER_16" => {
            "You are not 16 yet. This part of the law starts when you turn 16. \
             If you are in care now, your days count. Your social worker is there for you."
        }
        "SHORT_BREAKS" => {
            "You have short breaks and you live at home. This part of the law does not cover short breaks. \
             You can still ask us for help."
        }
        "LOOKED_AFTER_NOT_YET_ELIGIBLE" => {
            "You are in care now, for less than 13 weeks since you turned 14. Each day counts. \
             At 13 weeks you get more help. If you leave before that, you can still get some."
        }
        "AGED_OUT_21" => {
            "You are 21 or more. From what you say, this part of the law ends at 21 for you. \
             It may start again if you learn or train."
        }
        "AGED_OUT_25" => {
            "You are 25 or more. This part of the law ends at 25. Is a course still going on that we agreed before? \
             Then ask us: help for it may go on."
        }
        _ => "From what you say, this part of the law may not cover you. That is not the last word. Ask us.",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Plain {
    pub title: &'static str,
    pub says: String,
    /// Why it cannot be had yet.
    pub not_yet: Option<String>,
}
/// One thing that is owed, with its amount.
pub fn plain(o: &Owed, norms: &Norms, on: Date) -> Plain {
    let amount = o.amount.map(pounds).unwrap_or_default();
    let until = norms.get(&COUNCIL_TAX, on).to_string();
    let says = says(o.duty.code, o.words).replace("{amount}", &amount).replace("{until}", &until);
    let not_yet = o.off.as_ref().map(|why| match why.strip_prefix("In force from ") {
        Some(day) => format!("This starts on {day}."),
        None if o.duty.code == "council_tax" => "Our council does not do this. Ask us what else may help.".into(),
        None => "This is new. It has not begun yet.".into(),
    });
    Plain { title: title(o.duty.code), says, not_yet }
}
/// `£3,000`.
pub fn pounds(amount: i64) -> String {
    match amount {
        ..1000 => format!("£{amount}"),
        _ => format!("£{},{:03}", amount / 1000, amount % 1000),
    }
}

fn title(code: &str) -> &'static str {
    match code {
        "keep_in_touch" => "We stay in touch",
        "personal_adviser" => "Your own adviser",
        "needs_assessment" => "A look at what you need",
        "pathway_plan" => "A plan of your own",
        "accommodation" => "A place to live",
        "near_work_or_learning" => "Living near work or college",
        "vacations" => "A place in the holidays",
        "staying_put" => "Staying with your foster carer",
        "staying_close" => "Staying close",
        "higher_education" => "Money for uni",
        "setting_up_home" => "Money to set up home",
        "bursary_16_19" => "Money from your college",
        "apprenticeship" => "Money as an apprentice",
        "council_tax" => "Council tax",
        "local_offer" => "This offer",
        "advice" => "Advice and help",
        "corporate_parent" => "Care, as a good parent would",
        "complaint" => "If we get it wrong",
        "homelessness" => "If you have no home",
        _ => "",
    }
}
/// By the duty and what it says in law for this status: see [`super::owed::DUTIES`].
#[rustfmt::skip]
fn says(code: &str, words: &str) -> &'static str {
    match (code, words) {
        ("keep_in_touch", "As a looked after child") => "Your social worker must come to see you and stay in touch.",
        ("keep_in_touch", "While the programme runs") => "The council must stay in touch for as long as your course runs.",
        ("keep_in_touch", "As part of the adviser's support") => "Your adviser stays in touch with you.",
        ("keep_in_touch", "Support, at least every 12 months") => "At least once a year the council must ask if you want help.",
        ("keep_in_touch", "As the council thinks appropriate") => "The council must stay in touch, in the way it thinks right.",
        ("keep_in_touch", _) => "The council must stay in touch with you. If it loses you, it must look for you.",
        ("personal_adviser", "Goes on") => "You keep your adviser. You do not have to ask.",
        ("personal_adviser", "On asking") => "Ask, and you get an adviser. You can ask at any time till you turn 25.",
        ("personal_adviser", _) => "You must have an adviser. That is a person who helps you plan and stands by you.",
        ("needs_assessment", "Within three months") => "The council must ask what you need, within three months.",
        ("needs_assessment", "Within three months, if there is none") => "The council must ask what you need, within three months. This is so if no one did it before.",
        ("needs_assessment", "Whether advice or help is needed") => "The council must look at what advice or help you need.",
        ("needs_assessment", _) => "The council must ask what you need.",
        ("pathway_plan", "About education or training") => "You must have a plan for your course. It is looked at with you every six months, or sooner.",
        ("pathway_plan", "In proportion") => "You must have a plan for the help you ask for. It can be short.",
        ("pathway_plan", "No pathway plan: record a plan of help") => "You do not get a pathway plan. You can ask us to write down how we will help.",
        ("pathway_plan", _) => "You must have a pathway plan. It says who does what, and when. It is looked at with you every six months, or sooner.",
        ("accommodation", "As a looked after child") => "You are in care. So the council must give you a home and pay for it.",
        ("accommodation", "Suitable, unless welfare does not require it") => "The council must find you a place that is right for you, and help you with the cost to live. It can leave this out only if you do well without it.",
        ("accommodation", "Near the place of study") => "The council must help you live near the place where you learn.",
        ("accommodation", "Advice") => "The council can give you advice on where to live.",
        ("accommodation", "Exceptionally") => "In rare cases the council can help with a home or with cash. Ask us.",
        ("accommodation", _) => "If you need help with a home to be well, the council must give it. A bed and breakfast is not a home.",
        ("near_work_or_learning", "Through the plan") => "Your plan says how you get help to live near work or college.",
        ("near_work_or_learning", "To the extent needed") => "Do you work or learn, or look for work? The council must help with the cost to live near, as far as you need it.",
        ("near_work_or_learning", "Yes") => "The council must help with the cost to live near the place where you learn.",
        ("near_work_or_learning", _) => "The council can help with the cost to live near work or college. Ask us.",
        ("vacations", "In full-time higher, or residential further, education") => "Are you at uni full time, or do you live in at college? Is your place shut in the holidays? Then you must get one for that time, or the money for one.",
        ("vacations", "To 25, in full-time higher, or residential further, education") => "Are you at uni full time, or do you live in at college? Is your place shut in the holidays? Then you must get one for that time, or the money for one, till you turn 25.",
        ("vacations", _) => "Do you live away to learn, full time? Is your place shut in the holidays? Then you must get one for that time, or the money for one.",
        ("staying_put", "For those looked after at 18") => "Are you in foster care? If you both want it and it is good for you, you can stay on when you turn 18. Plan for it now.",
        ("staying_put", _) => "Were you in foster care at 18? If you both want it and it is good for you, you can stay till you turn 21. The council must help, with money for your carer too.",
        ("staying_close", _) => "If you need it to be well, the council must help you find a home, keep it and get the right support.",
        ("higher_education", _) => "Is uni in your plan? Then you must get {amount}, once.",
        ("setting_up_home", "Plan for it") => "You can get up to {amount} to set up your first home. Put it in your plan.",
        ("setting_up_home", "What is not spent") => "It is up to {amount} in all. If some is left, you can still use it.",
        ("setting_up_home", "At the council's discretion") => "The council can help with the cost to set up home. Ask us.",
        ("setting_up_home", _) => "You can get up to {amount} to set up your home.",
        ("bursary_16_19", "On a course begun by 18") => "Did you start a course by 18? Your college can pay you up to {amount} a year. Ask at the college.",
        ("bursary_16_19", _) => "On a course for 16 to 19? Your college can pay you up to {amount} a year. Ask at the college.",
        ("apprenticeship", _) => "Start as an apprentice, and you can get {amount}, once.",
        ("council_tax", "Ask: the council's policy says") => "Ask us if you must pay council tax. Each council has its own rule.",
        ("council_tax", _) => "Our council asks no council tax of you till you turn {until}. Ask us how.",
        ("local_offer", "With a letter") => "The council must tell you what it can do for you. You get a letter too.",
        ("local_offer", _) => "The council must tell you what it can do for you. These pages do that.",
        ("advice", _) => "Were you in care, or with a special guardian? If you need advice and help, the council must give it. If not, it can.",
        ("corporate_parent", _) => "The council must think of what is best for you. It must ask you, and listen.",
        ("complaint", _) => "You can complain, and it is free. An advocate can help you. They are on your side.",
        ("homelessness", "Accommodation under s20 or s23B comes first") => "If you have no home, the council's care team must find you one.",
        ("homelessness", "If vulnerable") => "If you have no home and things are hard for you, you may come first. Ask us.",
        ("homelessness", "Under 21, if looked after, accommodated or fostered at 16 or 17") => "If you have no home and you are not yet 21, you may come first. It helps if you were in care at 16 or 17.",
        ("homelessness", _) => "If you have no home, the council must treat you as in priority need. That helps you get a home. Ask for help at once.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::owed::{APPRENTICESHIP, HIGHER_EDUCATION, owed_under},
        *,
    };
    use crate::{day::date, leavers::Row, leavers::rows, plans::plain::grade};

    const ROWS: [&Row; 12] = [
        &rows::UNDER_16,
        &rows::SHORT_BREAKS,
        &rows::NOT_YET,
        &rows::ELIGIBLE,
        &rows::RELEVANT,
        &rows::QUALIFYING,
        &rows::ELIGIBLE_AT_18,
        &rows::LEARNING,
        &rows::REQUESTED,
        &rows::KEEP_IN_TOUCH,
        &rows::LEARNING_S24B,
        &rows::AGED_OUT_21,
    ];
    fn each() -> impl Iterator<Item = (Footing, Vec<(Owed, Plain)>)> {
        let on = date(2026, 11, 22);
        let norms = Norms::default();
        ROWS.into_iter().map(move |row| {
            let f = Footing { category: row.category, band: row.band };
            let owed = owed_under(f, &norms, on);
            (f, owed.into_iter().map(|o| (o.clone(), plain(&o, &norms, on))).collect())
        })
    }

    #[test]
    fn everything_that_is_owed_is_said_plainly() {
        let mut said = 0;
        for (f, owed) in each() {
            assert!(!footing(f).1.is_empty(), "{f:?}");
            for (o, p) in owed {
                assert!(!p.title.is_empty() && !p.says.is_empty(), "{} for {f:?}: “{}”", o.duty.code, o.words);
                assert!(!p.says.contains('{'), "{}", p.says);
                said += 1;
            }
        }
        assert!(said > 60, "{said}");
    }
    #[test]
    fn a_child_of_nine_can_read_what_each_status_means() {
        for (f, owed) in each() {
            let mut text = format!("{}\n", footing(f).1);
            owed.iter().for_each(|(_, p)| text.push_str(&format!("{}\n", p.says)));
            let grade = grade(&text).unwrap();
            assert!(grade <= 5.0, "{grade:.1} for {f:?}:\n{text}");
        }
        assert!(grade(footing(Footing { category: Category::None, band: "AGED_OUT_25" }).1).unwrap() <= 5.0);
    }
    #[test]
    fn amounts_are_the_councils_and_what_is_off_says_so() {
        let (_, owed) = each().find(|(f, _)| f.band == "18_20_FULL").unwrap();
        let of = |code: &str| owed.iter().find(|(o, _)| o.duty.code == code).unwrap().1.clone();
        assert_eq!(of("apprenticeship").says, "Start as an apprentice, and you can get £3,000, once.");
        assert_eq!(pounds(APPRENTICESHIP.default), "£3,000");
        assert_eq!(pounds(950), "£950");
        assert_eq!(of("higher_education").says, "Is uni in your plan? Then you must get £2,000, once.");
        let mut norms = Norms::default();
        let on = date(2026, 11, 22);
        norms.set(HIGHER_EDUCATION.code, on, 2500);
        let said = |o: &Owed| plain(o, &norms, on).says;
        let more = owed_under(Footing { category: Category::FormerRelevant, band: "18_20_FULL" }, &norms, on);
        assert!(more.iter().map(said).any(|s| s.contains("get £2,500, once")));
        assert!(of("council_tax").says.contains("till you turn 25"));
        assert_eq!(of("staying_close").not_yet.as_deref(), Some("This is new. It has not begun yet."));
        assert_eq!(of("personal_adviser").not_yet, None);
    }
}
