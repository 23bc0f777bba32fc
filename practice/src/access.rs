//! Who may do what to whose record. One table of grants serves the door ([`Reach::holds`]) and the
//! list ([`Reach::sql`]); tests prove that they agree.
//!
//! Above every grant stand three rules. A worker with a declared conflict sees nothing at all. A
//! restricted record does not exist for anyone but those allocated to it or named: only breaking the
//! glass, reviewing that, and the safeguarding check reach it, and they show next to nothing of it. A
//! record that was opened with a reason is in reach until the opening runs out.
use crate::{
    Date, Norms, Timestamp,
    day::{day_of, local, plus_days},
    fact::Id,
    front_door::DAY_ENDS,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    SocialWorker,
    Assistant,
    PersonalAdviser,
    TeamManager,
    ServiceManager,
    Director,
    /// Conference chair or independent reviewing officer.
    Chair,
    FrontDoor,
    OutOfHours,
    Analyst,
    Auditor,
    Administrator,
    /// The young person whose record it is, with a sign-in of their own. Nobody's post: a worker never holds it.
    YoungPerson,
    /// The service's own jobs, never a person.
    System,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Open a child's record, and lists of children.
    ViewChild,
    /// Record a visit, a note or another piece of work.
    RecordWork,
    /// Say that a fact was wrong, and what stands in its place.
    Correct,
    /// Say that a deadline need not be met.
    Waive,
    /// Say which leaving care category holds, where the record and the law do not agree.
    DecideCategory,
    /// Say who works with a child.
    Allocate,
    /// See a team: its workers, caseloads and unallocated children.
    ViewTeam,
    /// See the service's counts.
    ViewService,
    /// Find a record by name, and open a standard one out of reach with a reason.
    Search,
    /// Ask whether there is any record, restricted ones included, and be told whom to ring.
    CheckSafeguarding,
    BreakGlass,
    ReviewOpening,
    /// Say that I have seen what I was told, also about a record that I may not open.
    SeeNotice,
    /// Restrict a record, lift a restriction, declare a conflict of interest.
    Restrict,
    /// See who has looked at a record.
    ViewLooks,
    Import,
    /// Check a return against the rules, and see what the runs found.
    CheckReturn,
    /// Explain a query of a return.
    ExplainQuery,
    /// Say that a run's files are the return.
    SignReturn,
    /// Fetch the files of a return, which hold every child.
    FetchReturn,
    /// Make the file of a statutory return, which holds every child.
    WriteReturn,
    ManageAccounts,
    /// Give a young person a sign-in of their own, and ask that they may have it back.
    InviteYoung,
    /// As the second worker: let a young person back in, or end their sign-in.
    RecoverYoung,
    /// As the young person: see what is theirs to see of their own record.
    ViewOwn,
    /// As the young person: say what they think, ask for help, say that they are not safe.
    SayOwn,
    /// Enter norms, holidays, the duty rota.
    SetUp,
    /// Come to where accounts, allocations and norms are set.
    ViewSetUp,
    ViewAudit,
    RunService,
}
/// How far a grant goes, before restrictions and conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// My own record and no other: a young person's.
    Own,
    /// Children allocated to me.
    Allocated,
    /// And children allocated to anybody in my team.
    Team,
    /// Every child of the service.
    Service,
    /// Restricted records too, but never against a declared conflict.
    Restricted,
    /// Nobody in particular: the act is not about a child.
    Nobody,
    /// Restricted records too: the service's own jobs, never a person.
    Whole,
}
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    pub role: Role,
    pub act: Act,
    pub reach: Reach,
    /// Names and other personal columns are not shown.
    pub masked: bool,
}
const fn grant_of(role: Role, act: Act, reach: Reach) -> Grant {
    Grant { role, act, reach, masked: matches!(role, Role::Analyst) }
}

/// The one table.
pub const GRANTS: &[Grant] = {
    use Act::*;
    use Reach::*;
    use Role::*;
    &[
        grant_of(SocialWorker, ViewChild, Team),
        grant_of(SocialWorker, RecordWork, Allocated),
        grant_of(SocialWorker, Correct, Allocated),
        grant_of(SocialWorker, ViewTeam, Team),
        grant_of(SocialWorker, Search, Service),
        grant_of(SocialWorker, ViewLooks, Allocated),
        grant_of(SocialWorker, ExplainQuery, Allocated),
        grant_of(SocialWorker, SeeNotice, Restricted),
        grant_of(SocialWorker, InviteYoung, Allocated),
        grant_of(Assistant, ViewChild, Team),
        grant_of(Assistant, RecordWork, Allocated),
        grant_of(Assistant, Search, Service),
        grant_of(Assistant, SeeNotice, Restricted),
        grant_of(PersonalAdviser, ViewChild, Team),
        grant_of(PersonalAdviser, RecordWork, Allocated),
        grant_of(PersonalAdviser, Correct, Allocated),
        grant_of(PersonalAdviser, ViewTeam, Team),
        grant_of(PersonalAdviser, Search, Service),
        grant_of(PersonalAdviser, ViewLooks, Allocated),
        grant_of(PersonalAdviser, ExplainQuery, Allocated),
        grant_of(PersonalAdviser, SeeNotice, Restricted),
        grant_of(PersonalAdviser, InviteYoung, Allocated),
        grant_of(TeamManager, ViewChild, Service),
        grant_of(TeamManager, RecordWork, Team),
        grant_of(TeamManager, Correct, Team),
        grant_of(TeamManager, Waive, Team),
        grant_of(TeamManager, DecideCategory, Team),
        grant_of(TeamManager, Allocate, Service),
        grant_of(TeamManager, ViewTeam, Team),
        grant_of(TeamManager, ViewService, Service),
        grant_of(TeamManager, Search, Service),
        grant_of(TeamManager, BreakGlass, Restricted),
        grant_of(TeamManager, ReviewOpening, Team),
        grant_of(TeamManager, Restrict, Team),
        grant_of(TeamManager, ViewLooks, Team),
        grant_of(TeamManager, ExplainQuery, Team),
        grant_of(TeamManager, ViewSetUp, Nobody),
        grant_of(TeamManager, SeeNotice, Restricted),
        grant_of(TeamManager, InviteYoung, Team),
        grant_of(TeamManager, RecoverYoung, Team),
        grant_of(ServiceManager, ViewChild, Service),
        grant_of(ServiceManager, RecordWork, Service),
        grant_of(ServiceManager, Correct, Service),
        grant_of(ServiceManager, Waive, Service),
        grant_of(ServiceManager, DecideCategory, Service),
        grant_of(ServiceManager, Allocate, Service),
        grant_of(ServiceManager, ViewTeam, Service),
        grant_of(ServiceManager, ViewService, Service),
        grant_of(ServiceManager, Search, Service),
        grant_of(ServiceManager, CheckSafeguarding, Restricted),
        grant_of(ServiceManager, BreakGlass, Restricted),
        grant_of(ServiceManager, ReviewOpening, Restricted),
        grant_of(ServiceManager, Restrict, Service),
        grant_of(ServiceManager, ViewLooks, Service),
        grant_of(ServiceManager, CheckReturn, Service),
        grant_of(ServiceManager, ExplainQuery, Service),
        grant_of(ServiceManager, SignReturn, Service),
        grant_of(ServiceManager, FetchReturn, Nobody),
        grant_of(ServiceManager, WriteReturn, Nobody),
        grant_of(ServiceManager, SetUp, Nobody),
        grant_of(ServiceManager, ViewSetUp, Nobody),
        grant_of(ServiceManager, SeeNotice, Restricted),
        grant_of(ServiceManager, InviteYoung, Service),
        grant_of(ServiceManager, RecoverYoung, Service),
        grant_of(Director, ViewChild, Service),
        grant_of(Director, ViewTeam, Service),
        grant_of(Director, ViewService, Service),
        grant_of(Director, Search, Service),
        grant_of(Director, BreakGlass, Restricted),
        grant_of(Director, ReviewOpening, Restricted),
        grant_of(Director, ViewLooks, Service),
        grant_of(Director, CheckReturn, Service),
        grant_of(Director, SignReturn, Service),
        grant_of(Director, FetchReturn, Nobody),
        grant_of(Director, WriteReturn, Nobody),
        grant_of(Director, ViewAudit, Nobody),
        grant_of(Director, SeeNotice, Restricted),
        grant_of(Chair, ViewChild, Allocated),
        grant_of(Chair, RecordWork, Allocated),
        grant_of(Chair, Correct, Allocated),
        grant_of(Chair, Search, Service),
        grant_of(Chair, CheckSafeguarding, Restricted),
        grant_of(Chair, ViewLooks, Allocated),
        grant_of(Chair, SeeNotice, Restricted),
        grant_of(FrontDoor, ViewChild, Service),
        grant_of(FrontDoor, RecordWork, Service),
        grant_of(FrontDoor, Search, Service),
        grant_of(FrontDoor, CheckSafeguarding, Restricted),
        grant_of(FrontDoor, SeeNotice, Restricted),
        grant_of(OutOfHours, ViewChild, Service),
        grant_of(OutOfHours, RecordWork, Service),
        grant_of(OutOfHours, Search, Service),
        grant_of(OutOfHours, CheckSafeguarding, Restricted),
        grant_of(OutOfHours, BreakGlass, Restricted),
        grant_of(OutOfHours, SeeNotice, Restricted),
        grant_of(Analyst, ViewChild, Service),
        grant_of(Analyst, ViewTeam, Service),
        grant_of(Analyst, ViewService, Service),
        grant_of(Analyst, Import, Nobody),
        grant_of(Analyst, CheckReturn, Service),
        // Made, not fetched: who keeps the return hands it out.
        grant_of(Analyst, WriteReturn, Nobody),
        grant_of(Analyst, ExplainQuery, Service),
        grant_of(Auditor, ViewChild, Service),
        grant_of(Auditor, ViewService, Service),
        grant_of(Auditor, ViewLooks, Service),
        grant_of(Auditor, ViewAudit, Nobody),
        grant_of(Administrator, ManageAccounts, Nobody),
        grant_of(Administrator, SetUp, Nobody),
        grant_of(Administrator, ViewSetUp, Nobody),
        grant_of(Administrator, Import, Nobody),
        grant_of(YoungPerson, ViewOwn, Own),
        grant_of(YoungPerson, SayOwn, Own),
        grant_of(System, ViewChild, Whole),
        grant_of(System, RecordWork, Whole),
        grant_of(System, Import, Whole),
        grant_of(System, CheckReturn, Whole),
        grant_of(System, WriteReturn, Whole),
        grant_of(System, RunService, Whole),
    ]
};
pub fn grant(role: Role, act: Act) -> Option<&'static Grant> {
    GRANTS.iter().find(|g| g.role == role && g.act == act)
}
/// What whoever stands in the rota may do beside that, for as long as their duty runs. A gap in the rota
/// means every team manager, who may at any hour.
pub const ON_DUTY: &[Grant] = {
    use Role::*;
    &[
        grant_of(SocialWorker, Act::BreakGlass, Reach::Restricted),
        grant_of(Assistant, Act::BreakGlass, Reach::Restricted),
        grant_of(PersonalAdviser, Act::BreakGlass, Reach::Restricted),
        grant_of(Chair, Act::BreakGlass, Reach::Restricted),
        grant_of(FrontDoor, Act::BreakGlass, Reach::Restricted),
    ]
};
pub fn grant_on_duty(role: Role, act: Act) -> Option<&'static Grant> {
    ON_DUTY.iter().find(|g| g.role == role && g.act == act)
}
/// The duty of the day begins: our own choice, an hour before most offices open.
const DAY_BEGINS: i8 = 8;
/// Which duty runs at a moment: of which day, and whether by day. A night belongs to the day on which it began.
pub fn duty_at(now: Timestamp, norms: &Norms) -> (Date, bool) {
    let (today, hour) = (day_of(now), local(now).hour());
    match hour {
        h if h < DAY_BEGINS => (plus_days(today, -1), false),
        h if i64::from(h) < norms.get(&DAY_ENDS, today) => (today, true),
        _ => (today, false),
    }
}

/// Somebody who asks, as the door knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Worker {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub team: Id,
}
/// What the door needs to know about a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Whose it is.
    pub child: Id,
    pub restricted: bool,
    /// Current allocations: the worker, and the team that they are in now.
    pub allocated: Vec<(Id, Id)>,
    /// Named in the restriction.
    pub named: Vec<Id>,
    pub conflicts: Vec<Id>,
    /// Opened by a worker until a moment, and whether the glass was broken.
    pub openings: Vec<(Id, Timestamp, bool)>,
}
impl Reach {
    pub const ALL: [Reach; 7] = {
        use Reach::*;
        [Own, Allocated, Team, Service, Restricted, Nobody, Whole]
    };
    /// The door's answer about one record.
    pub fn holds(self, who: &Worker, record: &Record, now: Timestamp) -> bool {
        if self == Reach::Whole {
            return true;
        }
        if self == Reach::Own {
            return record.child == who.id;
        }
        if self == Reach::Nobody || record.conflicts.contains(&who.id) {
            return false;
        }
        let mine = record.allocated.iter().any(|(worker, _)| *worker == who.id);
        let open = |broken_only: bool| {
            record.openings.iter().any(|(w, until, broken)| *w == who.id && now < *until && (*broken || !broken_only))
        };
        if record.restricted {
            return self == Reach::Restricted || mine || record.named.contains(&who.id) || open(true);
        }
        mine || open(false)
            || match self {
                Reach::Team => record.allocated.iter().any(|(_, team)| *team == who.team),
                Reach::Service | Reach::Restricted => true,
                Reach::Allocated | Reach::Nobody | Reach::Own | Reach::Whole => false,
            }
    }
    /// The same as a condition on `child`, over the tables of [`TABLES`]; `:me`, `:my_team` and `:now` are the asker's.
    pub fn sql(self) -> String {
        const OPENED: &str =
            "EXISTS (SELECT 1 FROM all_opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now)";
        // The team that the worker is in now: who moves takes their children along.
        const TEAMS: &str = "EXISTS (SELECT 1 FROM all_allocation a LEFT JOIN all_worker w ON w.id = a.worker WHERE a.child = child.id AND COALESCE(w.team, a.team) = :my_team AND a.ended IS NULL)";
        const NO_CONFLICT: &str =
            "NOT EXISTS (SELECT 1 FROM all_conflict c WHERE c.child = child.id AND c.worker = :me)";
        let standard = match self {
            Reach::Whole => return "TRUE".into(),
            Reach::Nobody => return "FALSE".into(),
            Reach::Own => return "child.id = :me".into(),
            Reach::Restricted => return NO_CONFLICT.into(),
            Reach::Service => format!("(NOT child.restricted OR {MINE} OR {NAMED} OR {BROKEN})"),
            Reach::Team => format!(
                "({MINE} OR (NOT child.restricted AND ({TEAMS} OR {OPENED})) OR (child.restricted AND ({NAMED} OR {BROKEN})))"
            ),
            Reach::Allocated => format!(
                "({MINE} OR (NOT child.restricted AND {OPENED}) OR (child.restricted AND ({NAMED} OR {BROKEN})))"
            ),
        };
        format!("{standard} AND {NO_CONFLICT}")
    }
    /// Where nearly every child is seen: the ids of those who are not. To look each row's child up takes
    /// five times as long as to pass over the rows of a few.
    pub fn hidden_sql(self) -> Option<String> {
        const CONFLICTS: &str = "SELECT c.child FROM all_conflict c WHERE c.worker = :me";
        match self {
            Reach::Restricted => Some(CONFLICTS.into()),
            Reach::Service => Some(format!(
                "SELECT child.id FROM all_child child WHERE child.restricted = TRUE AND NOT ({MINE} OR {NAMED} OR {BROKEN}) \
                 UNION ALL {CONFLICTS}"
            )),
            Reach::Whole | Reach::Nobody | Reach::Own | Reach::Team | Reach::Allocated => None,
        }
    }
}
const MINE: &str =
    "EXISTS (SELECT 1 FROM all_allocation a WHERE a.child = child.id AND a.worker = :me AND a.ended IS NULL)";
const NAMED: &str = "EXISTS (SELECT 1 FROM all_named n WHERE n.child = child.id AND n.worker = :me)";
const BROKEN: &str = "EXISTS (SELECT 1 FROM all_opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now AND o.glass_broken)";
/// What somebody was told is theirs, whoever it is about: the manager who is told of a restricted record
/// cannot see it. Only a conflict that was declared later takes it away. A condition on `it`, a row about a child.
pub const ADDRESSED: &str =
    "it.worker = :me AND NOT EXISTS (SELECT 1 FROM all_conflict c WHERE c.child = it.child AND c.worker = :me)";
/// The query tables that [`Reach::sql`] and the door name; whoever derives rows must fill them.
pub const TABLES: [&str; 7] = ["child", "allocation", "named", "conflict", "opening", "worker", "duty"];

impl Role {
    /// Whoever may hold a post.
    pub const PEOPLE: [Role; 12] = {
        use Role::*;
        [
            SocialWorker,
            Assistant,
            PersonalAdviser,
            TeamManager,
            ServiceManager,
            Director,
            Chair,
            FrontDoor,
            OutOfHours,
            Analyst,
            Auditor,
            Administrator,
        ]
    };
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Role::SocialWorker => "social_worker",
            Role::Assistant => "assistant",
            Role::PersonalAdviser => "personal_adviser",
            Role::TeamManager => "team_manager",
            Role::ServiceManager => "service_manager",
            Role::Director => "director",
            Role::Chair => "chair",
            Role::FrontDoor => "front_door",
            Role::OutOfHours => "out_of_hours",
            Role::Analyst => "analyst",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
            Role::YoungPerson => "young_person",
            Role::System => "system",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Role::SocialWorker => "Social worker",
            Role::Assistant => "Assistant",
            Role::PersonalAdviser => "Personal adviser",
            Role::TeamManager => "Team manager",
            Role::ServiceManager => "Service manager",
            Role::Director => "Director",
            Role::Chair => "Conference chair or reviewing officer",
            Role::FrontDoor => "Front-door screener",
            Role::OutOfHours => "Out-of-hours worker",
            Role::Analyst => "Analyst",
            Role::Auditor => "Auditor",
            Role::Administrator => "Administrator",
            Role::YoungPerson => "Young person",
            Role::System => "The service",
        }
    }
    /// A second factor is required by default of those who see most or change who may see.
    pub fn needs_second_factor(self) -> bool {
        matches!(self, Role::Administrator | Role::Director | Role::Auditor)
    }
}

#[cfg(test)]
mod tests;
