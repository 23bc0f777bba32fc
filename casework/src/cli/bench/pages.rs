//! Pages under load, in a town of ten cities.
use super::{
    Figure, beside,
    http::{self, Ask, Took},
    row, some_children,
};
use crate::{
    cli::{At, town::Asked},
    deeds::RunService,
    town::named::{SERVICE_MANAGER_INDEX, SOCIAL_WORKER_INDEX, TEAM_MANAGER_INDEX},
};
use clap::ValueEnum as _;
use kernel::{Error, sign_in::is_town};
use std::net::SocketAddr;

/// Requests a second, together.
const RATE: u32 = 100;
const SECONDS: usize = 60;

/// A town of `size` beside the database, made where there is none in a process of its own, whose memory is not ours.
pub async fn town(at: &At, size: Asked) -> Result<At, Error> {
    let at = beside(at, "tenfold");
    let db = at.shaped().await?;
    let made = is_town(&db).await?;
    db.close().await;
    if !made {
        let size = size.to_possible_value().ok_or("a size without a name")?;
        let mut made = std::process::Command::new(std::env::current_exe()?);
        made.args(["town", "--size", size.get_name(), "--database-url", &at.database_url]);
        made.args(at.today.iter().flat_map(|day| ["--today".into(), day.to_string()]));
        let made = tokio::task::spawn_blocking(move || made.status()).await??;
        if !made.success() {
            return Err("The town could not be made.".into());
        }
    }
    Ok(at)
}
pub async fn pages(at: &At, size: Asked) -> Result<(), Error> {
    let at = town(at, size).await?;
    let desk = at.desk().await?;
    desk.job::<RunService>("bench").bring_up_to_date(|_, _| {}).await?;
    let facts = crate::cli::stats::count(&desk).await?.facts;
    let server = http::serve(&at, &desk).await?;
    let people = [SERVICE_MANAGER_INDEX, TEAM_MANAGER_INDEX, SOCIAL_WORKER_INDEX];
    let [service, team, worker] = http::sign_in(&desk, server, people).await?;
    let page = |of, path: &str, cookie: &String| Ask { of, server, path: path.into(), cookie: cookie.clone() };
    let children = some_children(&desk).await?;
    let children = children.iter().map(|id| page("Child", &format!("/children/{id}"), &service)).collect();
    // Once each, before anything is measured; a restricted record is not among them.
    let children = http::given(children).await?;
    let lists = [page("Today", "/today", &worker), page("Team", "/team", &team), page("Service", "/service", &service)];
    let shown = http::given(lists.to_vec()).await?.len();
    if children.is_empty() || shown < lists.len() {
        return Err(format!("The town shows {} children and {shown} of three lists.", children.len()).into());
    }
    let took = measure(&children, &lists, http::serve_bare().await?).await?;
    let bare = took.p95("Bare");
    row(&format!("a bare page, p95, while {RATE} pages a second are asked for ({facts} facts)"), Figure::Ms(bare), "");
    for (of, goal) in [("Child", 25.0), ("Today", 50.0), ("Team", 50.0), ("Service", 300.0)] {
        let p95 = took.p95(of);
        let figure = Figure::Words(format!("{p95:.1} ms, {:.0} bare pages", p95 / bare));
        row(&format!("{of}, p95, {RATE} pages a second"), figure, &format!("{goal:.0} ms"));
    }
    row("most memory of the server", Figure::Words(super::memory()), "");
    Ok(())
}
/// Of two hundred pages one is Service, 32 are Team, 52 Today and the rest children's; and a bare page
/// beside each fifth of them.
async fn measure(children: &[Ask], lists: &[Ask; 3], bare: SocketAddr) -> Result<Took, Error> {
    let bare = Ask { of: "Bare", server: bare, path: "/".into(), cookie: String::new() };
    let [today, team, service] = lists;
    let turns = RATE as usize * SECONDS;
    http::load(RATE + RATE / 5, |i| {
        // Each sixth is a bare one; the others are spread evenly over the two hundred.
        let (turn, is_bare) = (i - i / 6, i % 6 == 5);
        let ask = match turn * 7 % 200 {
            _ if is_bare => &bare,
            0 => service,
            1..=32 => team,
            33..=84 => today,
            _ => &children[turn % children.len()],
        };
        (turn < turns).then(|| ask.clone())
    })
    .await
}
