//! More than one open enquiry.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8839",
    level: Level::Error,
    wrong: "Two or more enquiries of one case have neither a conference nor a word that none is needed.",
    why: "One enquiry leads to one conference: of two open ones one was most likely entered twice or forgotten.",
    todo: "Give the day of the conference, or say that none was needed; take out an enquiry that was entered twice.",
    reason: Reason::Data,
    fields: &[s47::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[s47::LA_CHILD_ID, s47::CIN_DETAILS_ID, s47::DATE_OF_INITIAL_CPC, s47::ICPC_NOT_REQUIRED],
        Check::Child(several_open),
    )],
    cases: &[Case {
        about: "open is without a conference and without a word that none is needed",
        given: "
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired
                >         | 1         | 1            |                  | 0
                >         | 1         | 1            |                  |
                          | 1         | 1            | 2026-05-01       | 0
                          | 1         | 1            |                  | true
                          | 1         | 2            |                  | 0
                          | 2         | 1            |                  | 0
                          | 2         | 1            |                  | 1
            ",
    }],
};
fn several_open(child: Child, told: &mut Told) {
    let open = child.rows(SECTION_47).iter().filter(|e| is_open_enquiry(*e));
    for enquiries in grouped(open, s47::CIN_DETAILS_ID) {
        one_may_be_open(told, &enquiries);
    }
}
