//! What is going to become of a family's case, drawn when it opens. Named families have theirs written.
use super::chance::Chance;
use practice::{Date, front_door::Rating};

#[derive(Clone, Copy, Debug)]
pub(super) struct Fate {
    /// `cin.referral_source`.
    pub(super) source: &'static str,
    pub(super) about: &'static str,
    pub(super) rating: Rating,
    /// `local.contact_outcome`.
    pub(super) contact: &'static str,
    /// `local.referral_outcome`.
    pub(super) referral: &'static str,
    /// `cin.primary_need`.
    pub(super) need: &'static str,
    /// Working days.
    pub(super) assessment_takes: i64,
    /// `local.assessment_outcome`.
    pub(super) assessment: &'static str,
    /// Days.
    pub(super) in_need_lasts: i64,
    pub(super) in_need_escalates: bool,
    /// `local.s47_outcome`.
    pub(super) enquiry: &'static str,
    pub(super) conference_makes_plan: bool,
    /// `cin.category_of_abuse`.
    pub(super) category: &'static str,
    /// At which review conference the plan ends.
    pub(super) reviews_on_plan: u32,
    pub(super) plan_leads_to_care: bool,
    /// `cin.reason_for_closure` after a plan.
    pub(super) closes: &'static str,
}

/// What people ring about: who rings (`cin.referral_source`), the need behind it, in their words.
type Worry = (&'static str, &'static str, &'static str);
#[rustfmt::skip]
const WORRIES: &[(u64, Worry)] = &[
    (18, ("6", "N1", "Police attended an argument between the parents at night; the children were upstairs and heard it.")),
    (12, ("2A", "N1", "Came to school hungry and in the same clothes for the third week; says nobody is up in the morning.")),
    (10, ("2A", "N1", "Told a teacher that they are frightened to go home.")),
    (8, ("3E", "N1", "Brought to A&E with a bruise that the explanation does not fit.")),
    (6, ("3B", "N1", "Health visitor worried about the state of the home and missed appointments for the baby.")),
    (6, ("1A", "N5", "Grandmother says the parents are drinking again and the children come to her to be fed.")),
    (5, ("3A", "N3", "GP worried how mother is coping since she stopped her medication.")),
    (5, ("2A", "N4", "Family about to lose their home; the children have missed a lot of school.")),
    (4, ("2B", "N2", "Parents of a disabled child say that they cannot go on without a break.")),
    (4, ("6", "N1", "Found with older young people and two phones; police think that drugs are being sold from the flat.")),
    (4, ("9", "N1", "Caller who would not give a name hears children crying and shouting through the wall.")),
    (3, ("1A", "N6", "Mother says she cannot keep him in at night and is afraid of him.")),
    (3, ("5D", "N5", "Early help worker says that things are no better after six months.")),
    (2, ("7", "N5", "Probation tell us of a partner with convictions for violence.")),
    (2, ("4", "N7", "Housing officer found no food and no heating in the home.")),
];

impl Fate {
    pub(super) fn draw(day: Date, chance: &mut Chance) -> Fate {
        let (source, need, about) = chance.weigh(WORRIES);
        let referral = chance.weigh(&[(7, "NFA"), (5, "EH"), (54, "ASS"), (34, "S47")]);
        let grave = referral == "S47";
        let rating = match chance.between(0, 9) {
            0..=2 if grave => Rating::Amber,
            _ if grave => Rating::Red,
            0..=3 => Rating::Amber,
            _ => Rating::Green,
        };
        let disabled = need == "N2";
        let assessment = match disabled {
            true => "CIN",
            false => chance.weigh(&[(26, "NFA"), (8, "EH"), (37, "CIN"), (24, "S47"), (5, "CLA")]),
        };
        let lateness = super::days::lateness(day);
        let slow = lateness > 150;
        Fate {
            source,
            about,
            rating,
            contact: "REF",
            referral,
            need,
            assessment_takes: if chance.happens(lateness) { chance.between(46, 90) } else { chance.around(14, 44) },
            assessment,
            in_need_lasts: if disabled {
                chance.around(500, 1400)
            } else {
                chance.weigh(&[(22, 160), (30, 340), (32, 620), (16, 950)]) + chance.between(0, 200)
            },
            in_need_escalates: chance.happens(130),
            enquiry: chance.weigh(&[(74, "ICPC"), (10, "SUBNR"), (11, "NSUB"), (5, "NFA")]),
            conference_makes_plan: chance.happens(880),
            category: chance.weigh(&[(50, "NEG"), (35, "EMO"), (10, "PHY"), (5, "SAB")]),
            // Plans drifted when the service was judged inadequate; fewer than one in thirty lasts two years now.
            reviews_on_plan: match slow {
                true => chance.weigh(&[(14, 1), (40, 2), (28, 3), (12, 4), (6, 5)]),
                false => chance.weigh(&[(14, 1), (44, 2), (30, 3), (9, 4), (3, 5)]),
            },
            plan_leads_to_care: chance.happens(200),
            closes: chance.weigh(&[(88, "RC7"), (6, "RC5"), (3, "RC3"), (3, "RC4")]),
        }
    }
    /// A worry that needs no social worker: most of them.
    pub(super) fn enquiry_only(self, chance: &mut Chance) -> Fate {
        let (contact, rating) = (
            chance.weigh(&[(45, "NFA"), (35, "INFO"), (20, "EH")]),
            chance.weigh(&[(1, Rating::Amber), (9, Rating::Green)]),
        );
        Fate { contact, rating, ..self }
    }
    /// The story of a named family starts from this: everything goes its usual way.
    pub(super) const fn plain() -> Fate {
        Fate {
            source: "2A",
            about: "School is worried: often absent, often hungry, and lately withdrawn.",
            rating: Rating::Amber,
            contact: "REF",
            referral: "ASS",
            need: "N1",
            assessment_takes: 38,
            assessment: "CIN",
            in_need_lasts: 5000,
            in_need_escalates: false,
            enquiry: "ICPC",
            conference_makes_plan: true,
            category: "NEG",
            reviews_on_plan: 99,
            plan_leads_to_care: false,
            closes: "RC7",
        }
    }
}
