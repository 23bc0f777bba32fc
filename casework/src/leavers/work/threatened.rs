//! They may lose their home: the council must refer them to housing where they agree (Housing Act 1996 s213B).
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice, yes_no},
    people::head::At,
};
use practice::leavers::Fact;

pub const THREATENED: Entry = Entry {
    name: "may-lose-home",
    title: "Record that they may lose their home",
    intro: "If it is likely within 56 days and they do not refuse, they are referred to housing the next working day.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let soon = f.radios("soon", "Is it likely within 56 days?", yes_no()).with("classes", "govuk-radios--inline");
    let within_56_days = soon.required("Say whether it is likely within 56 days");
    let agrees = [
        choice(Some(true), "yes", "Yes"),
        choice(Some(false), "no", "No, they do not want it"),
        choice(None, "unasked", "Nobody has asked them yet"),
    ];
    let agrees = f.radios("agrees", "Do they agree to be referred to housing?", agrees);
    let agrees_to_referral = agrees.required("Say whether they agree");
    let on = about.on(f, "Since which day is it known?");
    let (within_56_days, agrees_to_referral) = (within_56_days?, agrees_to_referral?);
    Said::one(on?, Fact::HomelessnessThreatened { within_56_days, agrees_to_referral })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn not_having_asked_is_not_a_no() {
        let agrees = |answer: &str| anew(&THREATENED, &[("soon", "yes"), ("agrees", answer)]);
        let said = |agrees_to_referral| {
            Ok(vec![Fact::HomelessnessThreatened { within_56_days: true, agrees_to_referral }.into()])
        };
        assert_eq!((agrees("unasked"), agrees("no")), (said(None), said(Some(false))));
        assert_eq!(anew(&THREATENED, &[]).unwrap_err().len(), 2);
    }
}
