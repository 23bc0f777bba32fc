//! What is owed by status: duties and entitlements, each with its source. Amounts and what the council adds are
//! norms; what Parliament has passed and not yet commenced is off until the council enters the day.
use super::{Category, Footing, Status};
use crate::{
    day::Date,
    norms::{Norm, Norms},
};
use Level::{May, Must, Offer, Plan};

#[derive(Debug, PartialEq)]
pub struct Duty {
    /// For URLs and letters: `personal_adviser`.
    pub code: &'static str,
    pub title: &'static str,
    pub source: &'static str,
    /// How sure we are of the source, as for clocks.
    pub mark: &'static str,
    /// The first day from which it is owed, where it has not always been.
    pub from: From,
    pub amount: Option<&'static Norm>,
    /// For eligible, relevant, former relevant at 18 to 20, and at 21 to 24 learning, asking, kept in touch
    /// with; qualifying.
    owed: [Owes; 7],
    /// Still owed to a qualifying young person of 21 to 24 in education or training (s24B(3)).
    s24b: bool,
}
#[derive(Debug, PartialEq)]
pub enum From {
    Always,
    Day(Date),
    /// Not commenced until the council enters the day, as 20270401.
    Commenced(&'static Norm),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Must,
    May,
    Offer,
    /// To be prepared for in the plan.
    Plan,
}
type Owes = Option<(Level, &'static str)>;
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    pub duty: &'static Duty,
    pub level: Level,
    pub words: &'static str,
    /// Pounds.
    pub amount: Option<i64>,
    /// Why it is not owed yet.
    pub off: Option<String>,
}

const fn pounds(code: &'static str, title: &'static str, default: i64, why: &'static str) -> Norm {
    Norm { code, title, default, unit: "pounds", why }
}
pub const SETTING_UP_HOME: Norm =
    pounds("leavers_setting_up_home", "Setting up home allowance, up to", 3000, "Guidance since 1 April 2023 (K-M)");
pub const HIGHER_EDUCATION: Norm = pounds(
    "leavers_higher_education",
    "Higher education bursary, once",
    2000,
    "Children Act 1989 s23C(5A); Children Act 1989 (Higher Education Bursary) (England) Regulations 2009 (K-H): no council \
     may give less",
);
pub const BURSARY_16_19: Norm =
    pounds("leavers_bursary_16_19", "16 to 19 bursary, up to, a year", 1200, "Department for Education (K-H)");
pub const APPRENTICESHIP: Norm =
    pounds("leavers_apprenticeship", "Apprenticeship bursary, once", 3000, "Funding rules since August 2023 (K-H)");
pub const COUNCIL_TAX: Norm = Norm {
    code: "leavers_council_tax_until",
    title: "Exempt from council tax until",
    default: 25,
    unit: "years of age; 0 no exemption",
    why: "The council's own offer: its age limit is for the council to say",
};
pub const STAYING_CLOSE: Norm = Norm {
    code: "leavers_staying_close_from",
    title: "Staying close commenced on",
    default: 0,
    unit: "day as 20270401; 0 not commenced",
    why: "Children's Wellbeing and Schools Act 2026 s7 is in force from a day that regulations appoint",
};

const fn duty(code: &'static str, title: &'static str, source: &'static str, owed: [Owes; 7]) -> Duty {
    Duty { code, title, source, mark: "F", from: From::Always, amount: None, owed, s24b: false }
}
const AS_ADVISED: Owes = Some((Must, "As part of the adviser's support"));
const NO: Owes = None;
const YES: Owes = Some((Must, "Yes"));

#[rustfmt::skip]
pub const DUTIES: &[Duty] = &[
    duty("keep_in_touch", "Keep in touch, and find again when contact is lost",
        "Children Act 1989 s23B(1), s23C(2), s23C(7), s23CZB, s24(4)",
        [Some((Must, "As a looked after child")), YES, YES, Some((Must, "While the programme runs")), AS_ADVISED,
         Some((Offer, "Support, at least every 12 months")), Some((Must, "As the council thinks appropriate"))]),
    duty("personal_adviser", "A personal adviser", "Children Act 1989 Sch 2 para 19C, s23B(2), s23C(3), s23CA, s23CZB",
        [YES, YES, Some((Must, "Goes on")), YES, YES, Some((Offer, "On asking")), NO]),
    duty("needs_assessment", "Assessment of needs",
        "Care Planning Regulations 2010 reg 42; Care Leavers Regulations 2010 reg 5; s23CA, s23CZB(5)",
        [Some((Must, "Within three months")), Some((Must, "Within three months, if there is none")), NO, YES, YES, NO,
         Some((Must, "Whether advice or help is needed"))]),
    duty("pathway_plan", "Pathway plan, reviewed at least every six months",
        "Children Act 1989 s23B(3), s23C(3), s23CA, s23CZB; Care Leavers Regulations 2010 regs 6-7",
        [YES, YES, YES, Some((Must, "About education or training")), Some((Must, "In proportion")), NO,
         Some((May, "No pathway plan: record a plan of help"))]),
    duty("accommodation", "Accommodation and maintenance", "Children Act 1989 s23B(8), s23C(4), s24A(5)",
        [Some((Must, "As a looked after child")), Some((Must, "Suitable, unless welfare does not require it")),
         Some((Must, "To the extent that welfare requires; never bed and breakfast")),
         Some((Must, "Near the place of study")), Some((May, "Advice")), NO, Some((May, "Exceptionally"))]),
    Duty { s24b: true, ..duty("near_work_or_learning", "Costs of living near work or education",
        "Children Act 1989 s24B(1)-(2)",
        [NO, Some((Plan, "Through the plan")), Some((Must, "To the extent needed")), YES, Some((May, "May")), NO,
         Some((May, "May"))]) },
    Duty { s24b: true, ..duty("vacations", "Somewhere to live in the vacation", "Children Act 1989 s24B(5)",
        [NO, NO, Some((Must, "In full-time higher, or residential further, education")), YES, YES, NO,
         Some((Must, "To 25, in full-time higher, or residential further, education"))]) },
    duty("staying_put", "Staying put with the foster carer of the day care ended", "Children Act 1989 s23CZA",
        [Some((Plan, "For those looked after at 18")), NO,
         Some((Must, "For those looked after at 18: watch over and support it, with money to the carer, to 21")), NO, NO, NO, NO]),
    Duty { from: From::Commenced(&STAYING_CLOSE), ..duty("staying_close", "Staying close",
        "Children Act 1989 s23CZAA (Children's Wellbeing and Schools Act 2026 s7)",
        [NO, NO, Some((Must, "If welfare requires")), Some((Must, "If welfare requires")),
         Some((Must, "If welfare requires")), Some((Must, "If welfare requires")), NO]) },
    Duty { amount: Some(&HIGHER_EDUCATION), ..duty("higher_education", "Higher education bursary, once",
        "Children Act 1989 s23C(5A)",
        [NO, NO, Some((Must, "In higher education under the pathway plan")),
         Some((Must, "In higher education under the pathway plan")), NO, NO, NO]) },
    Duty { mark: "K-M", from: From::Day(crate::day::date(2023, 4, 1)), amount: Some(&SETTING_UP_HOME),
        ..duty("setting_up_home", "Setting up home allowance", "Transition to adulthood guidance",
        [Some((Plan, "Plan for it")), YES, YES, Some((Must, "What is not spent")), Some((Must, "What is not spent")), NO,
         Some((May, "At the council's discretion"))]) },
    Duty { mark: "K-H", amount: Some(&BURSARY_16_19), ..duty("bursary_16_19", "16 to 19 bursary, paid by the college",
        "Department for Education: vulnerable groups", [YES, YES, Some((Must, "On a course begun by 18")), NO, NO, NO, NO]) },
    Duty { mark: "K-H", from: From::Day(crate::day::date(2023, 8, 1)), amount: Some(&APPRENTICESHIP),
        ..duty("apprenticeship", "Apprenticeship bursary, once", "Apprenticeship funding rules",
        [YES, YES, YES, YES, YES, YES, NO]) },
    Duty { mark: "K-M", ..duty("council_tax", "No council tax", "The council's local offer",
        [NO, NO, YES, YES, YES, YES, Some((May, "Ask: the council's policy says"))]) },
    duty("local_offer", "The local offer, given", "Children and Social Work Act 2017 s2",
        [YES, YES, YES, YES, YES, YES, Some((Must, "With a letter"))]),
    duty("advice", "Advice, befriending and help", "Children Act 1989 s24A",
        [NO, NO, NO, NO, NO, NO,
         Some((Must, "Where it is needed, after care or special guardianship; may be given to others"))]),
    duty("corporate_parent", "The council as a good parent", "Children and Social Work Act 2017 s1",
        [YES, YES, YES, YES, YES, YES, NO]),
    duty("complaint", "To complain, with an advocate", "Children Act 1989 s24D, s26A, s26(3)", [YES; 7]),
    Duty { mark: "K-H", ..duty("homelessness", "Priority when homeless", "Housing Act 1996 Part 7",
        [NO, Some((Must, "Accommodation under s20 or s23B comes first")), YES, Some((Must, "If vulnerable")),
         Some((Must, "If vulnerable")), Some((Must, "If vulnerable")),
         Some((Must, "Under 21, if looked after, accommodated or fostered at 16 or 17"))]) },
];

/// What is owed under a status. Where the status is not known, what is known for certain to be owed at least.
pub fn owed(s: &Status, norms: &Norms) -> Vec<Owed> {
    let row = s.as_far_as_known.unwrap_or(s.row);
    owed_under(Footing { category: row.category, band: row.band }, norms, s.on)
}
/// What is owed under the status that holds: see [`super::holds`].
pub fn owed_under(held: Footing, norms: &Norms, on: Date) -> Vec<Owed> {
    let Some(column) = column(held.category, held.band) else { return vec![] };
    let s24b_only = held.band == "21_24_ETE_S24B";
    let owes = |duty: &'static Duty| {
        let (level, words) = duty.owed[column]?;
        let amount = duty.amount.map(|norm| norms.get(norm, on));
        Some(Owed { duty, level, words, amount, off: off(duty, norms, on) })
    };
    DUTIES.iter().filter(|d| d.s24b || !s24b_only).filter_map(owes).collect()
}
fn column(category: Category, band: &str) -> Option<usize> {
    match (category, band) {
        (Category::Eligible, _) => Some(0),
        (Category::Relevant, _) => Some(1),
        (Category::FormerRelevant, "21_24_ETE") => Some(3),
        (Category::FormerRelevant, "21_24_REQUESTED") => Some(4),
        (Category::FormerRelevant, "21_24_KEEP_IN_TOUCH") => Some(5),
        (Category::FormerRelevant, _) => Some(2),
        (Category::Qualifying | Category::QualifyingBySgo, _) => Some(6),
        (Category::None | Category::NotKnown, _) => None,
    }
}
fn off(duty: &Duty, norms: &Norms, on: Date) -> Option<String> {
    let from = match duty.from {
        From::Always if duty.code == "council_tax" && norms.get(&COUNCIL_TAX, on) == 0 => {
            return Some("Not part of the council's offer".into());
        }
        From::Always => return None,
        From::Day(day) => Some(day),
        From::Commenced(norm) => day_of(norms.get(norm, on)),
    };
    match from {
        Some(day) if day <= on => None,
        Some(day) => Some(format!("In force from {}", crate::day::words(day))),
        None => Some("Passed by Parliament and not yet in force".into()),
    }
}
/// 20270401 as a day.
fn day_of(number: i64) -> Option<Date> {
    let part = |n: i64| i8::try_from(n % 100).ok();
    Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{
        super::told::{asked, story},
        *,
    };

    fn owed_to(lines: &str, on: &str, norm: Option<(&Norm, i64)>) -> Vec<Owed> {
        let mut story = story(&format!("2010-03-10 born; {lines}"));
        if let Some((norm, number)) = norm {
            story.norm(norm.code, "2020-01-01", number);
        }
        owed(&asked(&story, on), &story.norms)
    }
    fn of<'a>(owed: &'a [Owed], code: &str) -> Option<&'a Owed> {
        owed.iter().find(|o| o.duty.code == code)
    }
    const CARE: &str = "2025-01-01 care C2/U4";

    #[test]
    fn a_former_relevant_young_person_has_an_adviser_and_an_allowance_and_a_qualifying_one_has_not() {
        let former = owed_to(CARE, "2028-06-01", None);
        assert_eq!(of(&former, "personal_adviser").map(|o| o.level), Some(Must));
        assert_eq!(of(&former, "setting_up_home").and_then(|o| o.amount), Some(3000));
        let qualifying = owed_to("2026-04-01 care V2/U6; 2026-06-01 left", "2028-06-01", None);
        assert_eq!(of(&qualifying, "personal_adviser"), None);
        assert_eq!(of(&qualifying, "setting_up_home").map(|o| o.level), Some(May));
        assert_eq!(of(&qualifying, "advice").map(|o| o.level), Some(Must));
    }
    #[test]
    fn the_council_sets_the_amounts() {
        let more = owed_to(CARE, "2028-06-01", Some((&SETTING_UP_HOME, 3500)));
        assert_eq!(of(&more, "setting_up_home").and_then(|o| o.amount), Some(3500));
        let no_offer = owed_to(CARE, "2028-06-01", Some((&COUNCIL_TAX, 0)));
        assert!(of(&no_offer, "council_tax").unwrap().off.is_some());
        assert_eq!(of(&more, "council_tax").unwrap().off, None);
    }
    #[test]
    fn what_is_not_commenced_is_off_until_its_day() {
        let off = |commenced| of(&owed_to(CARE, "2028-06-01", commenced), "staying_close").unwrap().off.clone();
        assert_eq!(off(None).as_deref(), Some("Passed by Parliament and not yet in force"));
        assert_eq!(off(Some((&STAYING_CLOSE, 20_280_602))).as_deref(), Some("In force from 2 June 2028"));
        assert_eq!(off(Some((&STAYING_CLOSE, 20_280_601))), None);
    }
    #[test]
    fn after_21_a_qualifying_student_has_what_s24b_says_and_nothing_else() {
        let student = owed_to("2026-04-01 care V2/U6; 2026-06-01 left; 2030-09-01 learning in", "2031-06-01", None);
        let codes: Vec<&str> = student.iter().map(|o| o.duty.code).collect();
        assert_eq!(codes, ["near_work_or_learning", "vacations"]);
        assert!(owed_to("2026-04-01 care V2/U6; 2026-06-01 left", "2031-06-01", None).is_empty());
    }
    #[test]
    fn every_duty_says_where_it_comes_from() {
        for duty in DUTIES {
            assert!(![duty.code, duty.title, duty.source, duty.mark].contains(&""), "{duty:?}");
        }
    }
}
