//! The people everyone knows. They live in every town, whatever its seed and size, with the same
//! ids, names and stories: for demonstrations, screenshots and tests. Nobody real bears these names.
//!
//! Those who work here (one for each role; these are the sign-ins of a demonstration):
//! - **Grace Adeyinka**, social worker of the team Lantern, works with eighteen children;
//! - **Ruth Ollerton** manages Lantern; **Leanne Coddington** is its assistant;
//! - **Tomasz Wilk** and his manager **Shabnam Rauf** are the neighbour team, Millrace;
//! - **Devon Sealy**, personal adviser; **Farida Nazir**, reviewing officer; **Colin Bestwick**, conference chair;
//! - **Joy Amankwah** at the front door with her manager **Kwesi Boadu**; **Bryn Penhale** out of hours;
//! - **Desmond Fairweather**, service manager; **Helena Marchbank**, director; **Li Na Tan**, analyst;
//!   **Isobel Strachan**, auditor; **Marjorie Teal**, administrator.
//!
//! The children (their stories are in `stories`):
//! - **Maya Halliday**, 9, on a child protection plan for neglect with her brothers **Theo** and **Jude**
//!   and a sister or brother not yet born;
//! - **Kieran Ashdown**, 13, looked after, moved twice; no placement plan was made for the last move;
//! - **Jada Pemberton**, 15, looked after, goes missing often; the last return interview was not held;
//! - **Rosa Wilk**, 7, niece of Tomasz Wilk: her record is restricted;
//! - **Ismail Barzani**, 10, in need of help; Tomasz Wilk is a neighbour and has declared it;
//! - **Nadia Osei**, 12, lives with a friend of her mother's: private fostering;
//! - **Callum Thackeray**, 6, at home with his mother under a full care order;
//! - **Leap Fairbrother**, born on 29 February 2012, in need of help as a young carer;
//! - **Amir Kadir**, 17 and turning 18 on 19 December 2026, looked after, came alone;
//! - **Bethany Orchard**, 18, at home under a full care order until then, and wrongly called qualifying;
//! - **Keisha** and **Amir** have a sign-in of their own, at `/my`;
//! - **Ryan Castledine**, 20, out of touch since the summer and looked for; **Keisha Marlowe**, 21, asks again;
//! - **Dylan Frostick**, 17, homeless; **Jordan Pickersgill**, 20, in prison until Christmas; **Mason Ellery**, 17, in
//!   a shared house that the council provides;
//! - a child without a name, known by an id alone, whom nobody has assessed or works with.
use super::{Town, workforce::Kind};
use practice::{Id, access::Role};

pub struct Person {
    pub id: Id,
    pub name: &'static str,
}
pub struct Colleague {
    pub id: Id,
    pub name: &'static str,
    pub role: Role,
    /// Index into [`TEAMS`].
    pub team: usize,
}
pub struct NamedTeam {
    pub id: Id,
    pub name: &'static str,
    /// Index into [`COLLEAGUES`].
    pub manager: usize,
    pub(super) kind: Kind,
}
/// A young person with a sign-in of their own in a demonstration.
pub struct YoungPerson {
    pub who: &'static Person,
    /// What they sign in as, at `/my`.
    pub account: &'static str,
}
pub const YOUNG: &[YoungPerson] =
    &[YoungPerson { who: &KEISHA, account: "keisha" }, YoungPerson { who: &AMIR, account: "amir" }];
const fn id(n: u128) -> Id {
    Id::from_u128(0x70AD_0000_0000_4000_8000_0000_0000_0000 + n)
}

pub const TEAMS: &[NamedTeam] = &[
    team(1, "Children's services leadership", DIRECTOR_INDEX, Kind::Leadership),
    team(2, "Children in need and protection, Lantern", TEAM_MANAGER_INDEX, Kind::LongTerm),
    team(3, "Children in need and protection, Millrace", NEIGHBOUR_MANAGER_INDEX, Kind::LongTerm),
    team(4, "Front door, Gatehouse", FRONT_DOOR_MANAGER_INDEX, Kind::FrontDoor),
    team(5, "Out of hours", SERVICE_MANAGER_INDEX, Kind::OutOfHours),
    team(6, "Leaving care, Compass", ADVISERS_MANAGER_INDEX, Kind::LeavingCare),
    team(7, "Conference chairs and reviewing officers, Plumbline", SERVICE_MANAGER_INDEX, Kind::Reviewing),
];
const fn team(n: u128, name: &'static str, manager: usize, kind: Kind) -> NamedTeam {
    NamedTeam { id: id(0x100 + n), name, manager, kind }
}

pub const ADMINISTRATOR_INDEX: usize = 0;
pub const DIRECTOR_INDEX: usize = 1;
pub const SERVICE_MANAGER_INDEX: usize = 2;
pub const TEAM_MANAGER_INDEX: usize = 3;
pub const SOCIAL_WORKER_INDEX: usize = 4;
pub const ASSISTANT_INDEX: usize = 5;
pub const NEIGHBOUR_MANAGER_INDEX: usize = 6;
pub const NEIGHBOUR_INDEX: usize = 7;
pub const FRONT_DOOR_MANAGER_INDEX: usize = 8;
pub const SCREENER_INDEX: usize = 9;
pub const OUT_OF_HOURS_INDEX: usize = 10;
pub const ADVISERS_MANAGER_INDEX: usize = 11;
pub const PERSONAL_ADVISER_INDEX: usize = 12;
pub const REVIEWING_OFFICER_INDEX: usize = 13;
pub const CHAIR_INDEX: usize = 14;
pub const ANALYST_INDEX: usize = 15;
pub const AUDITOR_INDEX: usize = 16;

pub const SERVICE_MANAGER: &str = "Desmond Fairweather";
pub const COLLEAGUES: &[Colleague] = &[
    works(0, "Marjorie Teal", Role::Administrator, 0),
    works(1, "Helena Marchbank", Role::Director, 0),
    works(2, SERVICE_MANAGER, Role::ServiceManager, 0),
    works(3, "Ruth Ollerton", Role::TeamManager, 1),
    works(4, "Grace Adeyinka", Role::SocialWorker, 1),
    works(5, "Leanne Coddington", Role::Assistant, 1),
    works(6, "Shabnam Rauf", Role::TeamManager, 2),
    works(7, "Tomasz Wilk", Role::SocialWorker, 2),
    works(8, "Kwesi Boadu", Role::TeamManager, 3),
    works(9, "Joy Amankwah", Role::FrontDoor, 3),
    works(10, "Bryn Penhale", Role::OutOfHours, 4),
    works(11, "Lorraine Petty", Role::TeamManager, 5),
    works(12, "Devon Sealy", Role::PersonalAdviser, 5),
    works(13, "Farida Nazir", Role::Chair, 6),
    works(14, "Colin Bestwick", Role::Chair, 6),
    works(15, "Li Na Tan", Role::Analyst, 0),
    works(16, "Isobel Strachan", Role::Auditor, 0),
];
const fn works(n: u128, name: &'static str, role: Role, team: usize) -> Colleague {
    Colleague { id: id(0x200 + n), name, role, team }
}
pub const SOCIAL_WORKER: Id = COLLEAGUES[SOCIAL_WORKER_INDEX].id;
pub const NEIGHBOUR: Id = COLLEAGUES[NEIGHBOUR_INDEX].id;

pub const MAYA: Person = child(1, "Maya Halliday");
pub const THEO: Person = child(2, "Theo Halliday");
pub const JUDE: Person = child(3, "Jude Halliday");
pub const BABY_HALLIDAY: Person = child(4, "Halliday, not yet born");
pub const KIERAN: Person = child(5, "Kieran Ashdown");
pub const JADA: Person = child(6, "Jada Pemberton");
pub const ROSA: Person = child(7, "Rosa Wilk");
pub const ISMAIL: Person = child(8, "Ismail Barzani");
pub const NADIA: Person = child(9, "Nadia Osei");
pub const CALLUM: Person = child(10, "Callum Thackeray");
pub const LEAP: Person = child(11, "Leap Fairbrother");
pub const AMIR: Person = child(12, "Amir Kadir");
pub const NAMELESS: Person = child(13, "");
/// Families whom Grace also works with, and children through whose lives the rarer clocks run.
pub const ELSIE: Person = child(14, "Elsie Winterbourne");
pub const MARCUS: Person = child(15, "Marcus Delacourt");
pub const SORAYA: Person = child(16, "Soraya Delacourt");
pub const DOMINIK: Person = child(17, "Dominik Jasinski");
pub const OLA: Person = child(18, "Ola Jasinski");
pub const BABY_CARNEY: Person = child(19, "Carney, not yet born");
pub const TEGAN: Person = child(20, "Tegan Rowbotham");
pub const HARVEY: Person = child(21, "Harvey Loxdale");
pub const PEARL: Person = child(22, "Pearl Loxdale");
pub const CONNOR: Person = child(23, "Connor Mayhew");
pub const LEWIS: Person = child(24, "Lewis Brandreth");
pub const AYESHA: Person = child(25, "Ayesha Tarafdar");
pub const FINLAY: Person = child(26, "Finlay Garside");
/// Young people who leave or have left care.
pub const BETHANY: Person = child(27, "Bethany Orchard");
pub const RYAN: Person = child(28, "Ryan Castledine");
pub const KEISHA: Person = child(29, "Keisha Marlowe");
pub const DYLAN: Person = child(30, "Dylan Frostick");
pub const JORDAN: Person = child(31, "Jordan Pickersgill");
pub const MASON: Person = child(32, "Mason Ellery");
const fn child(n: u128, name: &'static str) -> Person {
    Person { id: id(0x300 + n), name }
}
pub const CHILDREN: &[&Person] = &[
    &MAYA,
    &THEO,
    &JUDE,
    &BABY_HALLIDAY,
    &KIERAN,
    &JADA,
    &ROSA,
    &ISMAIL,
    &NADIA,
    &CALLUM,
    &LEAP,
    &AMIR,
    &NAMELESS,
    &ELSIE,
    &MARCUS,
    &SORAYA,
    &DOMINIK,
    &OLA,
    &BABY_CARNEY,
    &TEGAN,
    &HARVEY,
    &PEARL,
    &CONNOR,
    &LEWIS,
    &AYESHA,
    &FINLAY,
    &BETHANY,
    &RYAN,
    &KEISHA,
    &DYLAN,
    &JORDAN,
    &MASON,
];

impl Town {
    /// Before anybody else, so that their places in the lists are what the constants say.
    pub(super) fn hire_named(&mut self) {
        for team in TEAMS {
            self.teams.push(super::workforce::Team { id: team.id, manager: team.manager, kind: team.kind });
        }
        for c in COLLEAGUES {
            self.take_post(c.id, c.name, c.role, c.team, false);
        }
        for team in TEAMS {
            self.say_team_formed(team.id, team.name);
        }
    }
}
