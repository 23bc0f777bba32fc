//! The local authority within a UPN.
//!
//! Which authorities are recognised is not published with the rule: all that gave UPNs to children of today.
use super::prelude::*;
use practice::codes;

pub const RULE: Rule = Rule {
    code: "1530",
    level: Level::Error,
    wrong: "Characters 2 to 4 of the UPN are not the number of a local authority.",
    why: "The number of the authority that gave it is part of a UPN: with an unknown one it was never given to anybody.",
    todo: "Copy the UPN again from the school's record.",
    reason: Reason::Data,
    fields: &[identifiers::UPN],
    versions: &[
        Version::always(&[identifiers::UPN], Check::Row(CHILD_IDENTIFIERS, |c| is_of_nobody(c, SINCE_2023)))
            .until(2023),
        Version::since(2024, &[identifiers::UPN], Check::Row(CHILD_IDENTIFIERS, |c| is_of_nobody(c, &[]))),
    ],
    cases: &[
        Case {
            about: "England, Wales and authorities that are no more; a UPN too short to say one is not judged",
            given: "
                ChildIdentifiers | LAchildID | UPN
                                 | 1         | H892200001001
                                 | 2         | H001200001001
                                 | 3         | H670200001001
                                 | 4         | H928200001001
                                 | 5         | H943200001001
                >                | 6         | H999200001001
                >                | 7         | H8A2200001001
                                 | 8         | H89
                                 | 9         |
            ",
        },
        Case {
            about: "the authorities of April 2023 had not given any before",
            given: "
                2022/23
                ChildIdentifiers | LAchildID | UPN
                >                | 1         | H943200001001
                                 | 2         | H909200001001
            ",
        },
    ],
};
/// Cumberland, and Westmorland and Furness: since 1 April 2023 (Cumbria (Structural Changes) Order 2022).
const SINCE_2023: &[&str] = &["942", "943"];

fn is_of_nobody(child: Row, too_new: &[&str]) -> Answer {
    let Some(code) = child.said(identifiers::UPN).get(1..4) else { return Ok(false) };
    Ok(too_new.contains(&code) || !has_given_upns(code))
}
/// A UPN is kept for life, so authorities that are no more still stand in many: 901 to 938 were those of the counties
/// before they were divided. 660 to 681 are in Wales, 701 to 708 with service schools and abroad, 001 to 005 central.
fn has_given_upns(code: &str) -> bool {
    let is_figures = code.bytes().all(|b| b.is_ascii_digit());
    let former = matches!(code.parse(), Ok(1..=5 | 660..=681 | 701..=708 | 820 | 835..=837 | 875 | 901..=938));
    is_figures && former || codes::label("local_authority", code).is_some()
}
