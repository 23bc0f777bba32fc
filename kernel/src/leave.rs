//! Leave to act. It is the first argument of every page that is not public, and the only thing that
//! can read or keep. It cannot be made: its fields are private, and only its extractor, which asks
//! the door, fills them.
use crate::{
    Deed, Desk, Draft, Error, Reading, Refusal, Said, Told, Verdict, Writes,
    claim::Claim,
    desk::id_of_job,
    door::{Asker, asks, broken, granted, log, may, reached, refuse},
    drafts::{self, Of},
    form::{Posted, fields},
    narrow::Sight,
    record::{self, Cut, Keeper},
    sign_in::{Accounts, OwnSignIn, SecondWorker, YoungAccounts},
};
use axum::{
    extract::{FromRequestParts, Path},
    http::{Extensions, Uri, request::Parts},
    response::Response,
};
use practice::{
    Date, Fact, Id, Subject, Timestamp,
    access::{Act, Reach, Role, Worker},
    day::day_of,
};
use std::{
    collections::{BTreeSet, HashMap},
    marker::PhantomData,
};

/// What every leave holds.
struct Leaf<D> {
    who: Worker,
    token: String,
    reach: Reach,
    masked: bool,
    now: Timestamp,
    desk: Desk,
    request: Asked,
    deed: PhantomData<fn() -> D>,
}
/// Of the request, what a page may want to know: handlers get leave and nothing else.
#[derive(Clone, Default)]
struct Asked {
    uri: Uri,
    path: HashMap<String, String>,
    extensions: Extensions,
}

/// Leave to do one kind of thing to one child: `{child}` in the path.
pub struct Allowed<D: Deed>(Leaf<D>, Id);
/// Leave to do it to several children, `child=…` repeated in the query or in the form: all or none.
pub struct AllowedAll<D: Deed>(Leaf<D>, Vec<Id>);
/// Leave to do it for everyone in reach: lists and counts.
pub struct Within<D: Deed>(Leaf<D>);
/// Leave to begin a record of somebody or something new.
pub struct Anew<D: Deed>(Leaf<D>);
/// Leave of a young person to do it to their own record, which no address and no form can name otherwise.
pub struct Own<D: Deed>(Leaf<D>);
/// Leave to act for the service, which sees every record: norms, imports, accounts, jobs. A page that
/// asks for it shows only what its reader may see; the list of pages names each of them.
pub struct Service<D: Deed>(Leaf<D>);

/// Only the six above are leave: the supertrait has no name outside.
pub trait Leave: FromRequestParts<Desk, Rejection = Response> + sealed::Sealed + Send + 'static {
    const KIND: &'static str;
    const ACT: Act;
    fn who(&self) -> &Worker;
    /// For the hidden field `token` of this person's forms.
    fn token(&self) -> &str;
    /// One moment for the whole request.
    fn now(&self) -> Timestamp;
    fn today(&self) -> Date {
        day_of(self.now())
    }
    fn uri(&self) -> &Uri;
    /// A `{name}` of the path.
    fn path(&self, name: &str) -> Option<&str>;
    /// What a layer left on the request.
    fn given<T: Clone + Send + Sync + 'static>(&self) -> Option<&T>;
    /// Everybody in this database is invented.
    fn is_town(&self) -> bool;
}
mod sealed {
    pub trait Sealed {}
}
macro_rules! leave {
    ($($kind:ident),*) => { $(
        impl<D: Deed> sealed::Sealed for $kind<D> {}
        impl<D: Deed> Leave for $kind<D> {
            const KIND: &'static str = stringify!($kind);
            const ACT: Act = D::ACT;
            fn who(&self) -> &Worker {
                &self.0.who
            }
            fn token(&self) -> &str {
                &self.0.token
            }
            fn now(&self) -> Timestamp {
                self.0.now
            }
            fn uri(&self) -> &Uri {
                &self.0.request.uri
            }
            fn path(&self, name: &str) -> Option<&str> {
                self.0.request.path.get(name).map(String::as_str)
            }
            fn given<T: Clone + Send + Sync + 'static>(&self) -> Option<&T> {
                self.0.request.extensions.get()
            }
            fn is_town(&self) -> bool {
                self.0.desk.is_town()
            }
        }
    )* };
}
leave!(Allowed, AllowedAll, Within, Anew, Own, Service);

impl<D: Deed> Leaf<D> {
    async fn asked_for(parts: &mut Parts, desk: &Desk) -> Result<(Leaf<D>, Asker), Response> {
        let asker = asks(parts, desk, D::ACT).await?;
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, desk).await;
        let request = Asked {
            uri: parts.uri.clone(),
            path: path.map(|Path(path)| path).unwrap_or_default(),
            extensions: parts.extensions.clone(),
        };
        let leaf = Leaf {
            who: asker.who.clone(),
            token: asker.token.clone(),
            reach: asker.grant.reach,
            masked: asker.grant.masked,
            now: asker.now,
            desk: desk.clone(),
            request,
            deed: PhantomData,
        };
        Ok((leaf, asker))
    }
    /// Leave that is about nobody in particular: logged as such.
    async fn about_nobody(parts: &mut Parts, desk: &Desk) -> Result<Leaf<D>, Response> {
        let (leaf, asker) = Leaf::asked_for(parts, desk).await?;
        log(desk, &asker.who, asker.now, D::ACT, &[("seen", None)]).await.map_err(broken)?;
        Ok(leaf)
    }
    async fn reading(&self, only: Option<Id>) -> Result<Reading, Error> {
        let today = day_of(self.now);
        let sight = Sight { act: D::ACT, reach: self.reach, masked: self.masked, one_child: only.is_some() };
        let mut given = vec![
            ("me", self.who.id.into()),
            ("my_team", self.who.team.into()),
            ("today", today.into()),
            ("now", self.now.into()),
        ];
        given.extend(only.map(|child| ("the_child", child.into())));
        Ok(Reading { tx: self.desk.0.db.read().await?, desk: self.desk.clone(), sight, today, given })
    }
    async fn also<E: Deed>(&self) -> Result<Option<Within<E>>, Error> {
        let Leaf { who, token, now, desk, request, .. } = self;
        let Some(grant) = granted(desk, who, E::ACT, *now).await? else { return Ok(None) };
        log(desk, who, *now, E::ACT, &[("seen", None)]).await?;
        Ok(Some(Within(Leaf {
            who: who.clone(),
            token: token.clone(),
            reach: grant.reach,
            masked: grant.masked,
            now: *now,
            desk: desk.clone(),
            request: request.clone(),
            deed: PhantomData,
        })))
    }
    fn keeper(&self) -> Keeper<'_> {
        Keeper { db: &self.desk.0.db, house: &self.desk.0.house, who: self.who.id, now: self.now }
    }
    async fn keep(&self, said: Vec<Said>) -> Result<Vec<Id>, Error> {
        record::keep(&self.keeper(), said, Cut::Whole, |_, _| {}).await
    }
}
/// When it happened, at what moment if that is known, and what.
pub type Happened = (Date, Option<Timestamp>, Fact);
fn said(subject: Subject, (happened, at, fact): Happened) -> Said {
    Said { at, ..Said::new(subject, happened, fact) }
}

impl<D: Deed> FromRequestParts<Desk> for Allowed<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let (leaf, asker) = Leaf::asked_for(parts, desk).await?;
        let Some(child) = leaf.request.path.get("child").and_then(|id| id.parse().ok()) else {
            return Err(refuse(desk, &Refusal::NotFound, Some(&asker.who), parts));
        };
        may(&asker, parts, desk, &[child]).await?;
        Ok(Allowed(leaf, child))
    }
}
impl<D: Deed> Allowed<D> {
    pub fn child(&self) -> Id {
        self.1
    }
    /// Of this child alone.
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(Some(self.1)).await
    }
    /// Of everyone whom the same act reaches: brothers and sisters beside the child.
    pub async fn reading_in_reach(&self) -> Result<Reading, Error> {
        self.0.reading(None).await
    }
    /// Leave for another act of the same person, where the door gives it: a page may hold what another grant
    /// reaches. It is asked about and logged as if it were a page of its own.
    pub async fn also<E: Deed>(&self) -> Result<Option<Within<E>>, Error> {
        self.0.also().await
    }
}
impl<D: Deed> Allowed<D> {
    /// The sign-in of the young person whose record it is: with leave to invite them, and no other.
    pub fn young(&self) -> YoungAccounts {
        const { assert!(matches!(D::ACT, Act::InviteYoung), "only leave to invite reaches a young person's sign-in") };
        YoungAccounts::new(self.0.desk.0.db.clone(), self.0.who.id, self.1, self.0.now)
    }
    /// The same as the second worker: with leave to let them back in, and no other.
    pub fn young_back(&self) -> SecondWorker {
        const { assert!(matches!(D::ACT, Act::RecoverYoung), "only leave to let back in makes a second worker") };
        YoungAccounts::new(self.0.desk.0.db.clone(), self.0.who.id, self.1, self.0.now).second()
    }
}
impl<D: Writes> Allowed<D> {
    /// About this child: there is no subject to get wrong.
    pub async fn keep(&self, happened: Date, at: Option<Timestamp>, fact: impl Into<Fact>) -> Result<Id, Error> {
        self.keep_all(vec![(happened, at, fact.into())]).await?.pop().ok_or_else(|| "nothing was kept".into())
    }
    /// Several facts about this child, as one.
    pub async fn keep_all(&self, facts: Vec<Happened>) -> Result<Vec<Id>, Error> {
        self.0.keep(facts.into_iter().map(|fact| said(Subject::Child(self.1), fact)).collect()).await
    }
    /// The fact as it should have been said, in the place of one that was.
    pub async fn correct(
        &self,
        wrong: Id,
        why: &str,
        happened: Date,
        at: Option<Timestamp>,
        fact: impl Into<Fact>,
    ) -> Result<Id, Error> {
        let mut said = said(Subject::Child(self.1), (happened, at, fact.into()));
        said.instead_of = Some((wrong, why.into()));
        self.0.keep(vec![said]).await?.pop().ok_or_else(|| "nothing was kept".into())
    }
}

/// What is being written about this child and not kept yet.
impl<D: Writes> Allowed<D> {
    /// Of everybody who is writing this form: mine and others'.
    pub async fn drafts(&self, form: &str) -> Result<Vec<Draft>, Error> {
        Of { child: self.1, form }.all(&self.0.desk.0.db).await
    }
    /// Mine, in the place of the words that I read; false, and nothing changed, where others of mine stand there now.
    pub async fn save_draft(&self, form: &str, read: Option<&str>, words: &str) -> Result<bool, Error> {
        Of { child: self.1, form }.save(&self.0.desk.0.db, self.0.who.id, read, words, self.0.now).await
    }
    pub async fn discard_draft(&self, form: &str) -> Result<(), Error> {
        Of { child: self.1, form }.discard(&self.0.desk.0.db, self.0.who.id).await
    }
}

impl<D: Deed> FromRequestParts<Desk> for AllowedAll<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let (leaf, asker) = Leaf::asked_for(parts, desk).await?;
        let mut named = fields(parts.uri.query().unwrap_or_default().as_bytes());
        if let Some(Posted(form)) = parts.extensions.get() {
            named.extend(fields(form));
        }
        let mut children: Vec<Id> = vec![];
        for (_, id) in named.iter().filter(|(name, _)| name == "child") {
            match id.parse() {
                Ok(child) if !children.contains(&child) => children.push(child),
                Ok(_) => {}
                Err(_) => return Err(refuse(desk, &Refusal::NotFound, Some(&asker.who), parts)),
            }
        }
        may(&asker, parts, desk, &children).await?;
        Ok(AllowedAll(leaf, children))
    }
}
impl<D: Deed> AllowedAll<D> {
    pub fn children(&self) -> &[Id] {
        &self.1
    }
    /// Of everyone in reach: the children are among them.
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(None).await
    }
}
impl<D: Writes> AllowedAll<D> {
    /// A fact of its own for each child, so that correcting one never touches another. All or none.
    pub async fn keep_each(
        &self,
        happened: Date,
        at: Option<Timestamp>,
        fact: impl Fn(Id) -> Fact,
    ) -> Result<Vec<Id>, Error> {
        let each = |child: &Id| said(Subject::Child(*child), (happened, at, fact(*child)));
        self.0.keep(self.1.iter().map(each).collect()).await
    }
}

impl<D: Deed> FromRequestParts<Desk> for Within<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        Leaf::about_nobody(parts, desk).await.map(Within)
    }
}
impl<D: Deed> Within<D> {
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(None).await
    }
    /// Would the door give this person leave for that act at this moment? For a link that leads there.
    pub async fn does(&self, act: Act) -> Result<bool, Error> {
        Ok(granted(&self.0.desk, &self.0.who, act, self.0.now).await?.is_some())
    }
    /// Leave for another act of the same person, where the door gives it: a page may hold what another grant
    /// reaches. It is asked about and logged as if it were a page of its own.
    pub async fn also<E: Deed>(&self) -> Result<Option<Within<E>>, Error> {
        self.0.also().await
    }
}

impl<D: Writes> Within<D> {
    /// About children whom only the answer to a question named: each is asked about and logged as if it
    /// had been in the path, and one that is not in reach refuses all.
    pub async fn keep_about(&self, facts: Vec<(Id, Happened)>) -> Result<Vec<Id>, Error> {
        let Leaf { who, reach, now, desk, .. } = &self.0;
        let children: BTreeSet<Id> = facts.iter().map(|(child, _)| *child).collect();
        let mut answers = vec![];
        for child in children {
            let open = reached(desk, who, *reach, child, *now).await?;
            answers.push((if open { "seen" } else { "refused" }, Some(child)));
        }
        log(desk, who, *now, D::ACT, &answers).await?;
        if answers.iter().any(|(what, _)| *what == "refused") {
            return Err("a child is out of reach: nothing was kept".into());
        }
        self.0.keep(facts.into_iter().map(|(child, fact)| said(Subject::Child(child), fact)).collect()).await
    }
}

impl<D: Deed> FromRequestParts<Desk> for Anew<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        Leaf::about_nobody(parts, desk).await.map(Anew)
    }
}
impl<D: Deed> Anew<D> {
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(None).await
    }
}
impl<D: Writes> Anew<D> {
    /// The first facts about a subject. Leave to begin a record is not leave to write in one.
    pub async fn keep(&self, subject: Subject, facts: Vec<Happened>) -> Result<Vec<Id>, Error> {
        let said = facts.into_iter().map(|fact| said(subject, fact)).collect();
        record::keep(&self.0.keeper(), said, Cut::NewSubjects, |_, _| {}).await
    }
}

impl<D: Deed> FromRequestParts<Desk> for Own<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let (leaf, asker) = Leaf::asked_for(parts, desk).await?;
        if asker.grant.reach != Reach::Own {
            return Err(refuse(desk, &Refusal::NotFound, Some(&asker.who), parts));
        }
        may(&asker, parts, desk, &[asker.who.id]).await?;
        Ok(Own(leaf))
    }
}
impl<D: Deed> Own<D> {
    /// The record and whoever signed in are one id.
    pub fn child(&self) -> Id {
        self.0.who.id
    }
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(Some(self.0.who.id)).await
    }
    /// The young person's own sign-in.
    pub fn sign_in(&self) -> OwnSignIn {
        OwnSignIn::new(self.0.desk.0.db.clone(), self.0.who.id, self.0.now)
    }
}
impl<D: Writes> Own<D> {
    /// Said by the young person, about themselves.
    pub async fn keep_all(&self, facts: Vec<Happened>) -> Result<Vec<Id>, Error> {
        self.0.keep(facts.into_iter().map(|fact| said(Subject::Child(self.0.who.id), fact)).collect()).await
    }
    pub async fn keep(&self, fact: impl Into<Fact>) -> Result<Id, Error> {
        let now = (self.today(), Some(self.0.now), fact.into());
        self.keep_all(vec![now]).await?.pop().ok_or_else(|| "nothing was kept".into())
    }
}

impl<D: Deed> FromRequestParts<Desk> for Service<D> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let leaf = Leaf::about_nobody(parts, desk).await?;
        Ok(Service(Leaf { reach: Reach::Whole, masked: false, ..leaf }))
    }
}
impl<D: Deed> Service<D> {
    pub(crate) fn job(desk: Desk, name: &'static str) -> Service<D> {
        let who = Worker { id: id_of_job(name), name: name.into(), role: Role::System, team: Id::nil() };
        Service(Leaf {
            who,
            token: String::new(),
            reach: Reach::Whole,
            masked: false,
            now: desk.now(),
            desk,
            request: Asked::default(),
            deed: PhantomData,
        })
    }
    pub async fn reading(&self) -> Result<Reading, Error> {
        self.0.reading(None).await
    }
    /// As [`Within::also`]: what the page lists of what it counts.
    pub async fn also<E: Deed>(&self) -> Result<Option<Within<E>>, Error> {
        self.0.also().await
    }
    /// Derives whoever time, other norms or another release has changed; says how many rows differed.
    pub async fn bring_up_to_date(&self, progress: impl FnMut(usize, usize) + Send) -> Result<u64, Error> {
        let (db, house) = (&self.0.desk.0.db, &self.0.desk.0.house);
        record::bring_up_to_date(db, house, day_of(self.0.now), progress).await
    }
    /// Derives everyone again; says how many rows differed.
    pub async fn rebuild(&self, progress: impl FnMut(usize, usize) + Send) -> Result<u64, Error> {
        record::rebuild(&self.0.desk.0.db, &self.0.desk.0.house, day_of(self.0.now), progress).await
    }
    /// How many rows a rebuild would write.
    pub async fn rebuild_check(&self, progress: impl FnMut(usize, usize) + Send) -> Result<u64, Error> {
        record::rebuild_check(&self.0.desk.0.db, &self.0.desk.0.house, day_of(self.0.now), progress).await
    }
    /// With leave to manage accounts: a page that asks for other leave does not compile.
    pub fn accounts(&self) -> Accounts {
        const { assert!(matches!(D::ACT, Act::ManageAccounts), "only leave to manage accounts reaches them") };
        Accounts::new(self.0.desk.0.db.clone(), self.0.who.id, self.0.now)
    }
    pub async fn verify(&self) -> Result<Verdict, Error> {
        record::verify(&self.0.desk.0.db).await
    }
    /// Does what every server on this record would do, unless another is at it: then `None`.
    pub async fn alone<T>(&self, work: &str, does: impl Future<Output = Result<T, Error>>) -> Result<Option<T>, Error> {
        let (db, now) = (&self.0.desk.0.db, self.0.desk.now());
        let Some(claim) = Claim::take(db, work, now).await? else { return Ok(None) };
        let done = does.await;
        claim.release(db).await?;
        done.map(Some)
    }
    /// Throws away what somebody began to write and nobody has touched since then; says how many drafts.
    pub async fn forget_drafts(&self, before: Timestamp) -> Result<u64, Error> {
        drafts::forget(&self.0.desk.0.db, before).await
    }
    /// Seals the access log into the chain; says how many looks were sealed.
    pub async fn seal(&self) -> Result<u64, Error> {
        record::seal(&self.0.keeper()).await
    }
}
/// So many facts at once change what a database should know of its tables.
const MANY: usize = 10_000;
impl<D: Writes> Service<D> {
    /// As one: all of it or nothing.
    pub async fn keep(&self, said: Vec<Said>) -> Result<Vec<Id>, Error> {
        self.0.keep(said).await
    }
    /// Any number of facts, in batches, so that others may write in between. `progress` is told how
    /// many of how many are kept. Broken off, it leaves whole subjects behind.
    pub async fn keep_all(&self, said: Vec<Said>, progress: impl FnMut(usize, usize) + Send) -> Result<Vec<Id>, Error> {
        let many = said.len() >= MANY;
        let kept = record::keep(&self.0.keeper(), said, Cut::Batches, progress).await?;
        if many {
            self.0.desk.0.db.take_stock().await?;
        }
        Ok(kept)
    }
    /// A story that was lived elsewhere, each fact as somebody said it at its moment. For an invented
    /// town, and so for jobs only: nobody who signed in can say that something was known earlier than it was.
    pub async fn tell(&self, told: Vec<Told>, progress: impl FnMut(usize, usize) + Send) -> Result<(), Error> {
        if self.0.who.role != Role::System {
            return Err("only a job keeps facts as of another moment".into());
        }
        record::tell(&self.0.keeper(), told, progress).await?;
        self.0.desk.0.db.take_stock().await
    }
    /// Blanks what some facts said, for good: the retention schedule, or a court. That they were kept,
    /// and that and why they were disposed of, stays in the chain.
    pub async fn dispose(&self, facts: &[Id], why: &str) -> Result<(), Error> {
        record::dispose(&self.0.keeper(), facts, why).await
    }
}
