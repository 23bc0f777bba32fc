//! The decision table: each row with its status, its source and how sure we are of it.
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Eligible,
    Relevant,
    FormerRelevant,
    Qualifying,
    #[serde(rename = "qualifying_by_special_guardianship")]
    QualifyingBySgo,
    None,
    /// What we hold cannot say.
    NotKnown,
}
impl Category {
    /// From what owes most.
    pub const ALL: [Category; 7] = [Eligible, Relevant, FormerRelevant, Qualifying, QualifyingBySgo, None, NotKnown];
    pub fn of(code: &str) -> std::option::Option<Category> {
        Category::ALL.into_iter().find(|c| c.code() == code)
    }
    /// As cases, exports and the local offer write it.
    pub fn code(self) -> &'static str {
        match self {
            Category::Eligible => "ELIGIBLE",
            Category::Relevant => "RELEVANT",
            Category::FormerRelevant => "FORMER_RELEVANT",
            Category::Qualifying => "QUALIFYING",
            Category::QualifyingBySgo => "QUALIFYING_SGO",
            Category::None => "NONE",
            Category::NotKnown => "NOT_KNOWN",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Category::Eligible => "Eligible child",
            Category::Relevant => "Relevant child",
            Category::FormerRelevant => "Former relevant young person",
            Category::Qualifying => "Qualifying young person",
            Category::QualifyingBySgo => "Qualifying young person (special guardianship)",
            Category::None => "Not a care leaver in law",
            Category::NotKnown => "Not known",
        }
    }
}
impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[derive(Debug, PartialEq)]
pub struct Row {
    /// Its number in the table.
    pub code: &'static str,
    pub category: Category,
    /// Which duties go with it; empty where none do.
    pub band: &'static str,
    pub says: &'static str,
    pub source: &'static str,
    /// How sure we are of the source, as for clocks: `F`, `K-H`, `K-M`.
    pub mark: &'static str,
    /// What other than time would change it.
    pub changes: &'static str,
}
const fn row(
    code: &'static str,
    category: Category,
    band: &'static str,
    says: &'static str,
    source: &'static str,
    mark: &'static str,
    changes: &'static str,
) -> Row {
    Row { code, category, band, says, source, mark, changes }
}
use Category::*;
const STAYS_LEAVER: &str = "Nothing before the next birthday in the table: it was settled at 18.";

pub const DIED: Row = row("1", None, "DECEASED", "The child died", "Children Act 1989 Sch 2 para 19B", "K-H", "");
pub const UNDER_16: Row = row(
    "2",
    None,
    "UNDER_16",
    "Nobody under 16 has a leaving care status",
    "Children Act 1989 Sch 2 para 19B(2)(a)",
    "K-H",
    "Days looked after from the 14th birthday on count already.",
);
pub const SHORT_BREAKS: Row = row(
    "3",
    None,
    "SHORT_BREAKS",
    "Looked after in a series of short breaks only, which never makes a child eligible",
    "Care Planning Regulations 2010 reg 40(2), reg 48",
    "F",
    "Care outside the series, or a series that no longer keeps to reg 48, counts.",
);
pub const ELIGIBLE: Row = row(
    "4",
    Eligible,
    "16_17",
    "Aged 16 or 17, looked after, and for 13 weeks or more since the 14th birthday",
    "Children Act 1989 Sch 2 para 19B(2); Care Planning Regulations 2010 reg 40(1)",
    "F",
    "Ceasing to be looked after makes a relevant child.",
);
pub const NOT_YET: Row = row(
    "5",
    None,
    "LOOKED_AFTER_NOT_YET_ELIGIBLE",
    "Aged 16 or 17 and looked after, for less than 13 weeks since the 14th birthday so far",
    "Children Act 1989 Sch 2 para 19B(2); Care Planning Regulations 2010 reg 40(1)",
    "F",
    "Days looked after elsewhere in England since the 14th birthday would count; ceasing makes a qualifying young person.",
);
pub const RELEVANT: Row = row(
    "6",
    Relevant,
    "16_17",
    "Aged 16 or 17, no longer looked after, an eligible child before that, and not at home for six months",
    "Children Act 1989 s23A(2); Care Leavers Regulations 2010 reg 3(5)",
    "K-H",
    "Six months in a row with a parent or somebody else with parental responsibility would end it; being looked after \
     again makes an eligible child.",
);
pub const AFTER_BREAKDOWN: Row = row(
    "7",
    Relevant,
    "16_17",
    "Aged 16 or 17: six months or more at home had ended it, and the arrangement broke down",
    "Care Leavers Regulations 2010 reg 3(6)",
    "K-H",
    "Another six months in a row at home would end it.",
);
pub const DETAINED: Row = row(
    "8",
    Relevant,
    "16_17",
    "Detained or in hospital on the 16th birthday, and looked after for 13 weeks or more immediately before that",
    "Care Leavers Regulations 2010 reg 3(2)",
    "F",
    "It lasts to 18 whatever happens, unless the child is looked after again.",
);
pub const GUARDIAN: Row = row(
    "9",
    QualifyingBySgo,
    "16_20",
    "A special guardianship order is in force, and the child was looked after immediately before it was made",
    "Children Act 1989 s24(1A)",
    "F",
    "The end of the order before 18 would end it.",
);
pub const QUALIFYING: Row = row(
    "10",
    Qualifying,
    "16_20",
    "Aged 16 or 17, looked after, accommodated or fostered at some time since 16, and no longer",
    "Children Act 1989 s24(1B), s24(2)",
    "F",
    "Days looked after since the 14th birthday that we do not hold could make a relevant child; so could the breakdown \
     of an arrangement at home.",
);
pub const ELIGIBLE_AT_18: Row = row(
    "11",
    FormerRelevant,
    "18_20_FULL",
    "Looked after at 18, and an eligible child immediately before",
    "Children Act 1989 s23C(1)(b)",
    "F",
    STAYS_LEAVER,
);
pub const RELEVANT_AT_18: Row = row(
    "12",
    FormerRelevant,
    "18_20_FULL",
    "A relevant child at 18",
    "Children Act 1989 s23C(1)(a)",
    "F",
    STAYS_LEAVER,
);
pub const GUARDIAN_AT_18: Row = row(
    "12a",
    QualifyingBySgo,
    "16_20",
    "A special guardianship order was in force at 18, and the child was looked after immediately before it was made",
    "Children Act 1989 s24(1A)",
    "F",
    STAYS_LEAVER,
);
pub const QUALIFYING_AT_18: Row = row(
    "12b",
    Qualifying,
    "16_20",
    "Looked after, accommodated or fostered at some time at 16 or 17, and neither eligible nor relevant at 18",
    "Children Act 1989 s24(1B), s24(2)",
    "F",
    "Days looked after since the 14th birthday that we do not hold could make a former relevant young person.",
);
pub const NOTHING: Row = row(
    "12c",
    None,
    "",
    "Nothing that is recorded makes a care leaver: not looked after, accommodated or fostered at 16 or 17",
    "Children Act 1989 ss 23A, 23C, 24",
    "F",
    "Time looked after at 16 or 17 that we do not hold; a child who was homeless at 16 or 17 and should have been looked \
     after is for a person to decide.",
);
pub const LEARNING: Row = row(
    "13",
    FormerRelevant,
    "21_24_ETE",
    "Former relevant, and in education or training or wishing to be",
    "Children Act 1989 s23C(7), s23CA",
    "F",
    "The end of the programme, and of the wish for another.",
);
pub const REQUESTED: Row = row(
    "14",
    FormerRelevant,
    "21_24_REQUESTED",
    "Former relevant, and has asked for support",
    "Children Act 1989 s23CZB",
    "F",
    "The young person says that they no longer want support.",
);
pub const KEEP_IN_TOUCH: Row = row(
    "15",
    FormerRelevant,
    "21_24_KEEP_IN_TOUCH",
    "Former relevant, not in education or training, and has not asked for support: it is offered every year",
    "Children Act 1989 s23CZB(7)",
    "K-H",
    "Asking for support, or wishing to learn.",
);
pub const LEARNING_S24B: Row = row(
    "16",
    Qualifying,
    "21_24_ETE_S24B",
    "Was a qualifying young person by having been looked after, and is or will be in education or training",
    "Children Act 1989 s24B(2)-(3)",
    "K-M",
    "The end of the education or training.",
);
pub const LEARNING_S24B_GUARDIAN: Row = Row { category: QualifyingBySgo, ..LEARNING_S24B };
pub const AGED_OUT_21: Row = row(
    "17",
    None,
    "AGED_OUT_21",
    "Was a qualifying young person up to 21",
    "Children Act 1989 s24(1A), s24(1B)",
    "F",
    "Beginning education or training, for those who had been looked after.",
);
pub const AGED_OUT_25: Row =
    row("18", None, "AGED_OUT_25", "Aged 25 or over", "Children Act 1989 s23CZB, s23CA", "K-H", "");
pub const UNKNOWN: Row = row(
    "not known",
    NotKnown,
    "",
    "What we hold does not cover all the time that counts, and a test failed on what it does cover",
    "What no source tells us of is not known",
    "our own",
    "What is listed to be obtained.",
);
