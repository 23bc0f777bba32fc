//! Who works here: workers with their post, teams, and who is on duty. Open to everyone signed in.
use kernel::{About, Derived, Kind::*, Table, column};
use practice::{
    Fact as F, History, Norms,
    workforce::{Fact, NamedPost},
};

pub const TABLES: &[Table] = &[
    Table {
        name: "worker",
        whose: "id",
        about: About::Open,
        columns: &[
            column("name", Text),
            column("role", Text),
            column("team", Id),
            column("started", Day),
            column("ended", Day),
            column("registration", Text),
        ],
        indexes: &["team"],
        counted: &[],
    },
    Table {
        name: "team",
        whose: "id",
        about: About::Open,
        columns: &[column("name", Text), column("closed", Day)],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "named_post",
        whose: "worker",
        about: About::Open,
        columns: &[column("post", Text), column("since", Day)],
        indexes: &["post"],
        counted: &[],
    },
    Table {
        name: "duty",
        whose: "worker",
        about: About::Open,
        columns: &[column("on_day", Day), column("daytime", Flag)],
        indexes: &["on_day"],
        counted: &[],
    },
];

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    let mut post = None;
    let mut team = None;
    let mut registration = None;
    let mut duties: Vec<(practice::Date, bool)> = vec![];
    let mut appointed: Vec<(NamedPost, practice::Date)> = vec![];
    for k in h.all() {
        let F::Workforce(fact) = &k.fact else { continue };
        match fact {
            Fact::TeamFormed { name } => team = Some((name, None)),
            Fact::RegistrationNumberLearned { number } => registration = Some(number.as_str()),
            Fact::TeamClosed => team = team.map(|(name, _)| (name, Some(k.happened))),
            // A new post goes on from the first: they started when they first came.
            Fact::PostTaken { name, role, team } => {
                let started = post.as_ref().map_or(k.happened, |(_, _, _, started, _)| *started);
                post = Some((name, *role, *team, started, None));
            }
            Fact::Left => {
                post = post.map(|(n, r, t, s, _)| (n, r, t, s, Some(k.happened)));
                appointed.clear();
            }
            Fact::Appointed { to } if appointed.iter().all(|(held, _)| held != to) => appointed.push((*to, k.happened)),
            Fact::AppointmentEnded { to } => appointed.retain(|(held, _)| held != to),
            _ => {}
        }
    }
    // A rota is made for the days ahead.
    for k in h.all().chain(h.coming()) {
        match &k.fact {
            F::Workforce(Fact::OnDuty { day }) if !duties.contains(&(k.happened, *day)) => {
                duties.push((k.happened, *day))
            }
            F::Workforce(Fact::DutyEnded { day }) => duties.retain(|d| *d != (k.happened, *day)),
            _ => {}
        }
    }
    if let Some((name, closed)) = team {
        out.row("team", vec![name.as_str().into(), closed.into()]);
    }
    if let Some((name, role, team, started, ended)) = post {
        let (name, role) = (name.as_str().into(), role.code().into());
        out.row("worker", vec![name, role, team.into(), started.into(), ended.into(), registration.into()]);
    }
    for (to, since) in appointed {
        out.row("named_post", vec![to.code().into(), since.into()]);
    }
    for (on, daytime) in duties {
        out.row("duty", vec![on.into(), daytime.into()]);
    }
}
