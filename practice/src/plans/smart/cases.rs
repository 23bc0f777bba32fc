//! The help, phrase by phrase: what somebody wrote, and the words that it points at.
use super::*;
use crate::day::date;

const TODAY: Date = date(2026, 3, 2);

/// Under “what is done”. Nothing after the bar: it stays silent.
const WHAT: &[(&str, &str)] = &[
    ("Support Kai to engage with education", "Support; engage with"),
    ("Social worker to explore housing options", "Social worker; explore"),
    ("The PA will encourage Kai to attend college", "The PA; encourage"),
    ("Continue to monitor Kai's emotional wellbeing", "Continue to; monitor"),
    ("PA and foster carer to support with budgeting", "PA and foster carer; support"),
    ("Housing to provide a flat", "Housing"),
    ("All professionals to be aware of triggers", "All professionals; be aware"),
    ("CAMHS should offer an appointment", "CAMHS"),
    ("School will keep an eye on attendance", "School; keep an eye on"),
    ("Mum to remind Kai of appointments", "Mum"),
    ("Leaving care team to look into bursaries", "Leaving care team; look into"),
    ("Buy a bed. Social worker to claim it back", "Social worker"),
    ("Referral to be made to the housing panel", "to be made"),
    ("Kai will be supported in his tenancy", "will be supported"),
    ("Options should be considered where appropriate", "should be considered; where appropriate"),
    ("Bank account to be opened asap", "to be opened; asap"),
    ("Promote independence skills", "Promote"),
    ("Develop Kai's cooking skills", "Develop"),
    ("Work towards living alone", "Work towards"),
    ("Try to get up in time", "Try to"),
    ("Ensure Kai is registered with a dentist", "Ensure"),
    ("Make sure that the rent is paid", "Make sure"),
    ("Liaise with the college", "Liaise with"),
    ("Address the arrears", "Address"),
    ("Access mental health services", "Access"),
    ("Discuss contraception", "Discuss"),
    ("Signpost to debt advice", "Signpost"),
    ("Help with job applications", "Help"),
    ("Build confidence in using buses", "Build"),
    ("Consider an apprenticeship", "Consider"),
    ("Keep in touch regularly", "Keep in touch; regularly"),
    ("Ring the landlord as and when", "as and when"),
    ("See Nan where possible", "where possible"),
    ("Apply for a passport in due course", "in due course"),
    ("Prepare for independence", "Prepare for"),
    ("Facilitate contact with siblings", "Facilitate"),
    ("Raise awareness of the local offer", "Raise awareness"),
    ("Maintain the placement", "Maintain"),
    ("", ""),
    (
        "Ring Ms Lane, fill in all nine pages, buy a stamp, find the card, write to the bank, ask Nan, call the GP, go to the \
      dentist, cook a meal, sign up, pay the rent",
        "sign up, pay the rent",
    ),
    // As a thing and not as something done, the same words are no fault.
    ("Ask the support worker at the hostel for a key by Friday", ""),
    ("Claim income support at the jobcentre in Mill Road", ""),
    ("Book a place on the parenting support group of 4 May", ""),
    ("Collect his access card from reception on Monday", ""),
    ("Meet Grace at the bank on 3 May with the passport", ""),
    ("Walk home to collect the passport", ""),
];
/// Under “what will be different”.
const DIFFERENT: &[(&str, &str)] = &[
    ("Improved attendance", "Improved"),
    ("Kai feels more confident", "feels"),
    ("Kai will be better at managing money", "better"),
    ("Increased independence", "Increased"),
    ("Kai is able to manage his tenancy", "able to"),
    ("Emotional wellbeing", "wellbeing"),
    ("Kai is aware of his entitlements", "aware"),
    ("Kai is safe", "safe"),
    ("Reaches his potential", "potential"),
    ("Attendance is better: 9 days in 10", ""),
    ("Kai cooks for himself twice a week", ""),
    ("Kai owes nothing to the landlord", ""),
];
/// Under “how we will know”.
const KNOWN_BY: &[(&str, &str)] = &[
    ("Feedback from professionals", "Feedback"),
    ("Ongoing monitoring", "Ongoing"),
    ("Through visits and discussion", "Through visits"),
    ("Self-report", "Self-report"),
    ("N/A", "N/A"),
    ("PA will know", "will know"),
    ("No concerns raised", "No concerns"),
    ("At the next review", "review"),
    ("Feedback from the college: in on 18 of 20 days", ""),
    ("The tenancy is signed and a copy is on file", ""),
];
/// What, what will be different, how we will know: nothing to say about any of it.
const GOOD: &[(&str, &str, &str)] = &[
    (
        "Take Kai to the housing office with his passport",
        "Kai is on the housing register",
        "The letter with his bidding number is on file",
    ),
    (
        "Open a bank account at the branch in Mill Road",
        "His wages are paid into his own account",
        "The first statement is seen on the visit of 20 April",
    ),
    (
        "Ring the college every Friday at 4pm",
        "Kai is in college on 18 of 20 days",
        "The register that the college sends",
    ),
    (
        "Cook one meal with Kai each Thursday in April",
        "Kai cooks for himself twice a week",
        "He sends a photo of what he cooked",
    ),
    ("Send three applications for apprenticeships", "Kai has an interview", "The invitation is on his phone"),
    ("Register with Dr Khan's surgery", "Kai has a doctor in walking distance", "The surgery's text with his number"),
    ("Have tea with Nan on Sundays", "Kai sees Nan every week", "Nan rings Grace if he did not come"),
    (
        "Pay £10 a week to the landlord by standing order",
        "The arrears are gone by July",
        "The rent account shows nothing owed",
    ),
    (
        "Buy a bed and a cooker with the setting up home allowance",
        "Kai sleeps in his own bed",
        "The receipts are on file",
    ),
    ("Fill in the passport form together at the library", "Kai holds a passport", "Grace sees it and keeps a copy"),
    ("Book the dentist for 12 April and drive Kai there", "His toothache is gone", "The dentist's note"),
    (
        "Write to the Home Office with the solicitor's letter",
        "The application is in before his leave ends",
        "The receipt with its number",
    ),
    ("Visit two colleges with Kai; he picks one", "Kai has a place for September", "The offer letter"),
    (
        "Apply for Universal Credit on 1 April at the jobcentre",
        "Kai has money in the week he turns 18",
        "The first payment, on 8 April",
    ),
    (
        "Show Kai how to read the meter and top up the card",
        "The lights stay on all month",
        "The meter card shows credit on each visit in May",
    ),
    (
        "Go to boxing at the Mill on Tuesdays",
        "Kai is out with others one evening a week",
        "His card is stamped eight times by 1 May",
    ),
    ("Give Kai his health history and read it with him", "Kai holds his health history", "He signs for it"),
    ("Ask Mr Bell for a reference before he retires", "Kai has two references", "Both are in the folder"),
    (
        "Meet the adult services worker, Joan Reid, with Kai",
        "Joan has met Kai before he is 18",
        "The date is in both diaries",
    ),
    ("Set the alarm and catch the 7.40 bus", "Kai starts work at 8.30", "Four weeks of time sheets"),
];
fn pointed(field: Field, text: &str) -> String {
    let by = Some(date(2026, 4, 1));
    let mut w = Words { what: GOOD[0].0, different: GOOD[0].1, known_by: GOOD[0].2, by, today: TODAY };
    match field {
        Field::What => w.what = text,
        Field::Different => w.different = text,
        Field::KnownBy => w.known_by = text,
        Field::By => {}
    }
    let hints = help(&w);
    assert!(hints.iter().all(|h| h.field == field), "{text}: {hints:?}");
    hints.iter().map(|h| &text[h.at.clone()]).collect::<Vec<_>>().join("; ")
}

#[test]
fn each_phrase_is_pointed_at_where_it_is_vague() {
    let all = [(Field::What, WHAT), (Field::Different, DIFFERENT), (Field::KnownBy, KNOWN_BY)];
    let phrases: Vec<_> =
        all.into_iter().flat_map(|(field, list)| list.iter().map(move |said| (field, said))).collect();
    let wrong: Vec<String> = phrases
        .iter()
        .filter(|(field, (text, expected))| pointed(*field, text) != *expected)
        .map(|(field, (text, expected))| {
            format!("“{text}”\n  expected: {expected}\n  came:     {}", pointed(*field, text))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(phrases.len() >= 60);
}
#[test]
fn of_a_good_action_there_is_nothing_to_say() {
    assert!(GOOD.len() >= 20);
    for (what, different, known_by) in GOOD {
        let w = Words { what, different, known_by, by: Some(date(2026, 4, 30)), today: TODAY };
        assert_eq!(help(&w), [], "{what}");
    }
}
#[test]
fn it_has_a_day_that_is_to_come_and_not_too_far_off() {
    let (what, different, known_by) = GOOD[0];
    let why = |by| help(&Words { what, different, known_by, by, today: TODAY }).pop().map(|h| (h.field, h.why));
    assert_eq!(why(None), Some((Field::By, "It has no day.".into())));
    assert_eq!(why(Some(date(2026, 3, 1))), Some((Field::By, "1 March 2026 has gone by.".into())));
    assert_eq!(why(Some(TODAY)), None);
    assert_eq!(why(Some(date(2026, 9, 2))), None);
    assert!(why(Some(date(2026, 9, 3))).is_some(), "after the next review");
}
#[test]
fn what_is_missing_or_said_twice_is_told() {
    let w = Words { what: "", different: "", known_by: "", by: None, today: TODAY };
    assert_eq!(
        help(&w).iter().map(|h| h.field).collect::<Vec<_>>(),
        [Field::What, Field::By, Field::Different, Field::KnownBy]
    );
    let same = Words { known_by: "kai holds a passport", different: "Kai holds a passport", ..w };
    assert!(help(&same).iter().any(|h| h.field == Field::KnownBy && h.why.starts_with("This says again")));
}
