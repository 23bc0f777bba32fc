//! What people write: short, plain, and about nobody.
use super::chance::Chance;

pub(super) const NOBODY_IN: &[&str] = &[
    "Nobody answered. Card left; rang mother, no reply.",
    "Neighbour says the family are away until tomorrow. Will come back.",
    "Father at the door; the children were at their grandmother's. New time agreed.",
];
pub(super) const NOT_ALONE: &[&str] = &[
    "Did not want to leave the room where the others were.",
    "Asleep; seen in bed.",
    "Mother would not agree today. To be taken up with her by the manager.",
    "Seen in the garden with friends.",
];
const VISIT: &[&str] = &[
    "Home warm and tidy enough, food in the cupboards. Both parents at home. Talked about bedtimes and getting to school.",
    "Kitchen cluttered, floor sticky; bedrooms clean. Mother tired but open about the last week. Agreed who rings the nursery.",
    "Mother says that he has not been back. No sign of anyone else living there. Went through the safety plan with her.",
    "Children came in from school while I was there, hungry and cheerful. Attendance is up to 91 per cent.",
    "Father present for the first time in a month. He would like to see the plan; went through it with him line by line.",
    "Baby awake, clean and smiling, follows faces. Red book seen: weight on the same line as before. Cot by mother's bed.",
    "Curtains drawn at three in the afternoon, smell of smoke. Mother low; has not rung the doctor. We rang together.",
    "Grandmother was there and does the morning run now. Asked about her own health: she can do it until half term.",
];
const ENQUIRY: &[&str] = &[
    "Seen at school with the police officer. Answered freely, used own words. Medical agreed for this afternoon.",
    "Seen at home within the day. Parents upset but let us speak to the children. They stay with their aunt until we are done.",
    "Seen on the ward. The consultant is not sure of the explanation; skeletal survey tomorrow.",
];
const CARE: &[&str] = &[
    "Settled; room full of own things. Showed me school work. Carer says that sleep is better since the light was left on.",
    "Quiet at first. We walked to the park and talked about seeing brothers more often. Told the reviewing officer.",
    "Carer and I went through the health plan: glasses ordered, dentist next month. Pocket money and savings are right.",
    "Angry about the last contact being cancelled. Explained why, and that the next stands. Would like to be rung, not texted.",
    "Went through what the care plan says and what was decided at the review. Wants to stay here and says so.",
];
const LITTLE: &[&str] = &[
    "Smiled, reached for carer when tired.",
    "Showed me a drawing of the dog.",
    "Sat on mother's lap the whole time.",
    "“Car! Big car!”",
];
const SMALL: &[&str] = &[
    "“I like my new bed. I don't like when they shout.”",
    "“Mummy is sleepy a lot.”",
    "“Can I go swimming with Nana again?”",
    "“I got a star for reading.”",
    "“I want the cat to live here too.”",
    "“My tummy hurts on Mondays.”",
];
const BIG: &[&str] = &[
    "“I'm fine. It's better than before.”",
    "“You lot always change. How long will you be here?”",
    "“I want to see my sister more than once a month.”",
    "“I don't want them talking about it in front of my teacher.”",
    "“It's alright here. I'd stay if I could pick.”",
    "“Nobody told me about the meeting till the day.”",
    "“Mum's trying. I can tell.”",
];
const NOTES: &[(&str, &str)] = &[
    ("Call with school", "Attendance and how the week went. The learning mentor sees them on Mondays. No new worries."),
    ("Call with health visitor", "Weight and immunisations looked at. Next clinic agreed with mother."),
    ("Call from mother", "Rang to say that the boiler is broken. Landlord rung; to be mended on Thursday."),
    (
        "Talk with manager",
        "What has changed for the children since the last plan, and what would make us close. Next look in four weeks.",
    ),
    ("Message from police", "One call to the address last week, music. Nobody hurt, children not present."),
    (
        "Contact with father",
        "Wants more time with the children. Told him what the plan asks of him first, and by when.",
    ),
    ("Family time observed", "Warm greeting, shared a meal. Goodbye was hard; agreed to keep it short."),
    ("E-mail to housing", "Asked what happened to the transfer on overcrowding. Answer promised within ten days."),
];

const LEAVER: &[&str] = &[
    "“College is alright. The bus money runs out by Thursday.”",
    "“The heating's still broke. I've told them three times.”",
    "“Got the job! Start Monday.”",
    "“I don't need anything. It's nice that you ring though.”",
    "“Mum came round. It went better than last time.”",
    "“Can you help me with the council tax letter?”",
];
const LEAVER_TALKED: &[&str] = &[
    "Went through the tenancy and the meter. Next time the budget.",
    "Looked at the plan together: two things done, one carried over. Will bring the passport form.",
    "Talked about work and sleep. Asked about the doctor: registered, no appointment yet.",
    "Walked to the job centre together. The claim is in order.",
];
const LEAVER_TRIED: &[&str] = &[
    "Rang out twice. Left no details.",
    "Card through the door with my number.",
    "Message shows as delivered, not read.",
    "The hostel says that they are well and out.",
];

/// What a care leaver said, and what their adviser wrote of it.
pub(super) fn leaver(answered: bool, chance: &mut Chance) -> (String, String) {
    match answered {
        true => (chance.pick(LEAVER).to_string(), chance.pick(LEAVER_TALKED).to_string()),
        false => (String::new(), chance.pick(LEAVER_TRIED).to_string()),
    }
}
pub(super) fn visit(purpose: &str, chance: &mut Chance) -> String {
    let from = match purpose {
        "enquiry" => ENQUIRY,
        "care" => CARE,
        _ => VISIT,
    };
    chance.pick(from).to_string()
}
pub(super) fn childs(age: i64, chance: &mut Chance) -> String {
    match age {
        ..0 => String::new(),
        0..=3 => chance.pick(LITTLE).to_string(),
        4..=9 => chance.pick(SMALL).to_string(),
        _ => chance.pick(BIG).to_string(),
    }
}
pub(super) fn note(chance: &mut Chance) -> (&'static str, &'static str) {
    *chance.pick(NOTES)
}
