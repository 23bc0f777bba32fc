//! The product served on loopback in this process, and a load that asks on time whether or not it was
//! answered: what had to wait counts from the moment at which it should have been asked.
use crate::{
    cli::{At, listen},
    deeds::ManageAccounts,
    sign_in::word::pronounceable,
    town::named::{COLLEAGUES, Colleague},
};
use axum::{Router, response::Html, routing::get};
use kernel::{
    Desk, Error,
    health::Stopping,
    listen::Way,
    web::{self, Front},
};
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
    time::{MissedTickBehavior, interval, timeout_at},
};

/// Longer than any measurement: nobody is sent to sign in again.
const IDLE: Duration = Duration::from_secs(3600);

/// Serves the pages of a town until this process ends.
pub async fn serve(at: &At, desk: &Desk) -> Result<SocketAddr, Error> {
    let front = Front {
        db: desk.db(),
        time: at.time(),
        way: Way::Loopback,
        show: crate::sign_in::show,
        town: desk.is_town(),
        stopping: Stopping::default(),
        idle: IDLE,
    };
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = socket.local_addr()?;
    let app = web::open(crate::pages().router(desk.clone()), front);
    tokio::spawn(listen::serve(socket, app, Stopping::default(), std::future::pending()));
    Ok(address)
}
/// A page that does nothing, served in the same way.
pub async fn serve_bare() -> Result<SocketAddr, Error> {
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = socket.local_addr()?;
    let app = Router::new().route("/", get(|| async { Html("<!doctype html><title>Bare</title><p>Bare") }));
    tokio::spawn(axum::serve(socket, app).into_future());
    Ok(address)
}
/// The cookies of some of the town's people, who sign in as anybody does.
pub async fn sign_in<const N: usize>(
    desk: &Desk,
    server: SocketAddr,
    people: [usize; N],
) -> Result<[String; N], Error> {
    let word = pronounceable(kernel::chance::random());
    let people: [&Colleague; N] = people.map(|index| &COLLEAGUES[index]);
    let accounts: Vec<_> = people.iter().map(|c| (c.id, c.role.code().replace('_', "-"))).collect();
    desk.job::<ManageAccounts>("bench").accounts().demo(&accounts, &[], &word).await?;
    let mut cookies = vec![];
    for (_, account) in accounts {
        let form = format!("username={account}&password={word}");
        let ask = format!(
            "POST /sign-in HTTP/1.1\r\nhost: {server}\r\norigin: http://{server}\r\ncontent-length: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\n\r\n{form}",
            form.len()
        );
        let answer = Line::open(server).await?.ask(&ask).await?;
        let cookie = answer.header("set-cookie").and_then(|set| set.split(';').next());
        cookies.push(cookie.ok_or_else(|| format!("{account} could not sign in: {}", answer.status))?.to_owned());
    }
    cookies.try_into().map_err(|_| "a cookie is missing".into())
}

/// One connection, which is kept between requests.
struct Line(BufReader<TcpStream>);
pub struct Heard {
    pub status: u16,
    head: Vec<String>,
}
impl Heard {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}
impl Line {
    async fn open(server: SocketAddr) -> Result<Line, Error> {
        let stream = TcpStream::connect(server).await?;
        stream.set_nodelay(true)?;
        Ok(Line(BufReader::new(stream)))
    }
    /// Sends a request and reads its whole answer.
    async fn ask(&mut self, request: &str) -> Result<Heard, Error> {
        self.0.get_mut().write_all(request.as_bytes()).await?;
        let mut head = vec![];
        loop {
            let line = self.line().await?;
            if line.is_empty() {
                break;
            }
            head.push(line);
        }
        let status = head.first().and_then(|first| first.split(' ').nth(1)?.parse().ok());
        let heard = Heard { status: status.ok_or("the answer has no status")?, head };
        if heard.header("transfer-encoding").is_some() {
            while let size @ 1.. = usize::from_str_radix(&self.line().await?, 16)? {
                self.skip(size + 2).await?;
            }
            self.line().await?;
        } else if let Some(length) = heard.header("content-length") {
            self.skip(length.parse()?).await?;
        }
        Ok(heard)
    }
    async fn line(&mut self) -> Result<String, Error> {
        let mut line = String::new();
        match self.0.read_line(&mut line).await? {
            0 => Err("the connection was closed".into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
    async fn skip(&mut self, bytes: usize) -> Result<(), Error> {
        let mut body = vec![0; bytes];
        self.0.read_exact(&mut body).await?;
        Ok(())
    }
}

/// What is asked for, by whom, and as what it counts.
#[derive(Clone)]
pub struct Ask {
    pub of: &'static str,
    pub server: SocketAddr,
    pub path: String,
    pub cookie: String,
}
/// How long each answer took from the moment at which it should have been asked.
#[derive(Default)]
pub struct Took(Vec<(&'static str, Duration)>);
impl Took {
    /// In milliseconds.
    pub fn p95(&self, of: &str) -> f64 {
        let mut took: Vec<Duration> = self.0.iter().filter(|t| t.0 == of).map(|t| t.1).collect();
        took.sort();
        super::at(&took, 95)
    }
}
/// As many connections as this are open at once, or under overload they would outnumber the files that a
/// process may open. Who waits for one waits like anybody: from the moment at which they should have asked.
const AT_ONCE: usize = 200;
/// How long anybody waits for a page: as long as the server works on one.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks so often a second until `next` has nothing more. Everything must be answered with a page; or,
/// after the half minute that anybody waits, with none: that is what overload looks like.
pub async fn load(rate: u32, mut next: impl FnMut(usize) -> Option<Ask>) -> Result<Took, Error> {
    let idle: Arc<Mutex<Vec<(SocketAddr, Line)>>> = Arc::default();
    let mut clock = interval(Duration::from_secs(1) / rate);
    clock.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (mut under_way, mut took) = (JoinSet::new(), Took::default());
    let free = Arc::new(Semaphore::new(AT_ONCE));
    for i in 0.. {
        let due = clock.tick().await;
        let Some(ask) = next(i) else { break };
        let (idle, free) = (idle.clone(), free.clone());
        under_way.spawn(async move {
            let answer = timeout_at(due + PATIENCE, async {
                let _open = free.acquire().await?;
                answered(&ask, &idle).await.map_err(|e| Error::from(format!("{}: {e}", ask.path)))
            });
            // Nobody waits longer, and how long they waited is counted.
            if let Ok(answer) = answer.await {
                answer?;
            }
            Ok::<_, Error>((ask.of, due.elapsed()))
        });
        while let Some(done) = under_way.try_join_next() {
            took.0.push(done??);
        }
    }
    while let Some(done) = under_way.join_next().await {
        took.0.push(done??);
    }
    Ok(took)
}
/// Those of some pages that this person is given.
pub async fn given(asks: Vec<Ask>) -> Result<Vec<Ask>, Error> {
    let (mut given, idle) = (vec![], Mutex::default());
    for ask in asks {
        if asked(&ask, &idle).await? == 200 {
            given.push(ask);
        }
    }
    Ok(given)
}
async fn answered(ask: &Ask, idle: &Mutex<Vec<(SocketAddr, Line)>>) -> Result<(), Error> {
    match asked(ask, idle).await? {
        200 | 503 => Ok(()),
        status => Err(format!("answered with {status}").into()),
    }
}
async fn asked(ask: &Ask, idle: &Mutex<Vec<(SocketAddr, Line)>>) -> Result<u16, Error> {
    let free = || {
        let mut idle = idle.lock().unwrap_or_else(PoisonError::into_inner);
        let place = idle.iter().position(|line| line.0 == ask.server)?;
        Some(idle.swap_remove(place).1)
    };
    let mut line = match free() {
        Some(line) => line,
        None => Line::open(ask.server).await?,
    };
    let Ask { path, server, cookie, .. } = ask;
    let heard = line.ask(&format!("GET {path} HTTP/1.1\r\nhost: {server}\r\ncookie: {cookie}\r\n\r\n")).await?;
    idle.lock().unwrap_or_else(PoisonError::into_inner).push((ask.server, line));
    Ok(heard.status)
}
