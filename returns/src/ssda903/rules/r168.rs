//! The shape of the unique pupil number. Its check letter is not asked here.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "168",
    level: Level::Error,
    wrong: "The unique pupil number does not have the shape of one.",
    why: "The number joins the child to the school census; a wrong one joins nothing, or another child.",
    todo: "Copy the number from the school, or give the one of UN1 to UN5 that says why it is not known.",
    reason: Reason::Data,
    fields: &[header::UPN],
    versions: &[Version::always(&[header::UPN], Check::Row(HEADER, is_no_upn))],
    cases: &[Case {
        about: "a letter, eleven figures, and a figure or letter; never I, O or S",
        given: "
                Header | CHILD | UPN
                       | 1     | A123456789012
                       | 2     | Z12345678901B
                       | 3     | UN5
                       | 4     |
                >      | 5     | UN6
                >      | 6     | I123456789012
                >      | 7     | A12345678901O
                >      | 8     | A12345678901
                >      | 9     | A1234567890123
                >      | 10    | 1234567890123
                >      | 11    | a123456789012

            ",
    }],
};
fn is_no_upn(h: Row) -> Answer {
    let upn = h.said(header::UPN);
    Ok(h.is_filled(header::UPN) && !codes::holds("s903.upn_unknown", upn, h.given().end) && !has_shape(upn.as_bytes()))
}
fn has_shape(upn: &[u8]) -> bool {
    let is_letter = |b: &u8| b.is_ascii_uppercase() && !b"IOS".contains(b);
    match upn {
        [first, figures @ .., last] => {
            let is_last = last.is_ascii_digit() || is_letter(last);
            figures.len() == 11 && is_letter(first) && figures.iter().all(u8::is_ascii_digit) && is_last
        }
        _ => false,
    }
}
