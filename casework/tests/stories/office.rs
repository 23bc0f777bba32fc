//! A small office for stories: two teams and a front door, a few workers and children, and a way to be
//! each of them at the product's own pages.
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use casework::{deeds::RunService, house::house};
use kernel::{
    Db, Desk, Said, Settings, Time,
    testing::{TEST_HEADER, TEST_TOKEN, YOUNG_TEST_HEADER},
};
use practice::{
    Date, Fact, History, Id, Kept, Subject, Timestamp,
    access::Role,
    day::{date, moment},
    people::{self, Identity, Other, Part, Relation},
    protection, service, workforce,
};
use tower::ServiceExt as _;

pub const TODAY: Date = date(2026, 11, 23); // a Monday
pub const NORTH: Id = Id::from_u128(901);
pub const SOUTH: Id = Id::from_u128(902);
pub const DOOR: Id = Id::from_u128(903);

/// Who works here. On duty by day is the manager of the south.
pub const RUTH: Id = Id::from_u128(801); // social worker, north
pub const OWEN: Id = Id::from_u128(802); // social worker, south
pub const NIA: Id = Id::from_u128(803); // team manager, north
pub const SAM: Id = Id::from_u128(804); // team manager, south
pub const DORA: Id = Id::from_u128(805); // front-door screener
pub const IDRIS: Id = Id::from_u128(806); // director
pub const VERA: Id = Id::from_u128(807); // service manager
const WORKERS: [(Id, &str, Role, Id); 7] = [
    (RUTH, "Ruth Bell", Role::SocialWorker, NORTH),
    (OWEN, "Owen Price", Role::SocialWorker, SOUTH),
    (NIA, "Nia Cole", Role::TeamManager, NORTH),
    (SAM, "Sam Hart", Role::TeamManager, SOUTH),
    (DORA, "Dora Finch", Role::FrontDoor, DOOR),
    (IDRIS, "Idris Lowe", Role::Director, NORTH),
    (VERA, "Vera Moss", Role::ServiceManager, NORTH),
];
/// Three sisters and brothers, all with Ruth in the north.
pub const MAYA: Id = Id::from_u128(1);
pub const THEO: Id = Id::from_u128(2);
pub const ELLA: Id = Id::from_u128(3);

pub struct Office {
    app: Router,
    pub desk: Desk,
}
pub struct Page {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}
fn said(subject: Subject, happened: Date, fact: impl Into<Fact>) -> Said {
    Said::new(subject, happened, fact)
}

impl Office {
    pub async fn open(db: &Db) -> Office {
        let house = house();
        db.migrate(house.tables).await.unwrap();
        let noon = moment(TODAY.at(12, 0, 0, 0));
        let desk = Desk::new(db.clone(), house, Settings { time: Time::Fixed(noon), ..Settings::default() });
        let office = Office { app: casework::pages().router(desk.clone()), desk };
        let first = date(2026, 1, 5);
        let matters = practice::clock::Matter::ALL.to_vec();
        // Said when the office opened, so that it was known on any day since.
        let recorded = service::Fact::WorkRecordedHere { matters };
        office.on(first, 8).keep(vec![said(Subject::Service, date(2024, 1, 1), recorded)]).await;
        let mut all = vec![];
        for (team, name) in [(NORTH, "Long-term, North"), (SOUTH, "Long-term, South"), (DOOR, "Front door")] {
            all.push(said(Subject::Team(team), first, workforce::Fact::TeamFormed { name: name.into() }));
        }
        for (worker, name, role, team) in WORKERS {
            let post = workforce::Fact::PostTaken { name: name.into(), role, team };
            all.push(said(Subject::Worker(worker), first, post));
        }
        all.push(said(Subject::Worker(SAM), TODAY, workforce::Fact::OnDuty { day: true }));
        let family =
            [(MAYA, "Maya", date(2018, 3, 4)), (THEO, "Theo", date(2020, 6, 7)), (ELLA, "Ella", date(2022, 8, 9))];
        for (child, name, born) in family {
            let identity = Identity {
                first_names: Some(name.into()),
                family_name: Some("Halliday".into()),
                born: Some(born),
                postcode: Some("NG7 5AB".into()),
                ..Identity::default()
            };
            let about = Subject::Child(child);
            all.push(said(about, first, people::Fact::Registered(identity)));
            all.push(said(
                about,
                first,
                people::Fact::Allocated { worker: RUTH, team: NORTH, part: Part::Worker, why: None },
            ));
            if child != MAYA {
                let relation = Relation {
                    other: Other::Child(MAYA),
                    relation: "sister".into(),
                    parental_responsibility: None,
                    lives_with: Some(true),
                };
                all.push(said(about, first, people::Fact::Related(relation)));
            }
        }
        office.keep(all).await;
        office
    }
    /// The same office at another hour of the day: of two corrections the later stands.
    pub fn at(&self, hour: i8) -> Office {
        self.on(TODAY, hour)
    }
    /// The same office on another day.
    pub fn on(&self, day: Date, hour: i8) -> Office {
        let time = Time::Fixed(moment(day.at(hour, 0, 0, 0)));
        let desk = Desk::new(self.desk.db(), house(), Settings { time, ..Settings::default() });
        Office { app: casework::pages().router(desk.clone()), desk }
    }
    /// As somebody did before the story began.
    pub async fn keep(&self, said: Vec<Said>) -> Vec<Id> {
        self.desk.job::<RunService>("the story so far").keep(said).await.unwrap()
    }
    /// What the service's own facts have changed since is worked out anew, as every night.
    pub async fn bring_up_to_date(&self) {
        self.desk.job::<RunService>("a night").bring_up_to_date(|_, _| {}).await.unwrap();
    }
    pub async fn about(&self, child: Id, happened: Date, fact: impl Into<Fact>) -> Id {
        self.keep(vec![said(Subject::Child(child), happened, fact)]).await.remove(0)
    }
    pub async fn restrict(&self, child: Id, named: &[Id]) {
        let why = "A relative of staff".to_string();
        self.about(child, TODAY, people::Fact::Restricted { why, named: named.to_vec() }).await;
    }
    pub async fn plan(&self, child: Id, began: Date) {
        self.about(child, began, protection::Fact::ProtectionPlanBegan { category: "NEG".into() }).await;
    }
    pub async fn get(&self, who: Id, path: &str) -> Page {
        self.answer(who, Request::get(path).body(Body::empty()).unwrap()).await
    }
    pub async fn post(&self, who: Id, path: &str, answers: &[(&str, &str)]) -> Page {
        self.answer(who, form(path, answers)).await
    }
    /// As the young person whose record it is.
    pub async fn own(&self, child: Id, path: &str) -> Page {
        self.answer_as(YOUNG_TEST_HEADER, child, Request::get(path).body(Body::empty()).unwrap()).await
    }
    pub async fn own_post(&self, child: Id, path: &str, answers: &[(&str, &str)]) -> Page {
        self.answer_as(YOUNG_TEST_HEADER, child, form(path, answers)).await
    }
    async fn answer(&self, who: Id, request: Request<Body>) -> Page {
        self.answer_as(TEST_HEADER, who, request).await
    }
    async fn answer_as(&self, header: &'static str, who: Id, mut request: Request<Body>) -> Page {
        request.headers_mut().insert(header, who.to_string().parse().unwrap());
        let response = self.app.clone().oneshot(request).await.unwrap();
        let to = response.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_string());
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Page { status, to: to.unwrap_or_default(), body: String::from_utf8(body.to_vec()).unwrap() }
    }
    pub async fn facts(&self, child: Id) -> Vec<Kept> {
        let mut reading = self.desk.job::<RunService>("a look").reading().await.unwrap();
        reading.facts(Subject::Child(child)).await.unwrap().unwrap_or_default()
    }
    pub async fn history(&self, child: Id) -> History {
        History::new(self.facts(child).await, TODAY)
    }
    /// What each worker was told of a child, in order.
    pub async fn told(&self, child: Id) -> Vec<(Id, String)> {
        let told = |k: Kept| match k.fact {
            Fact::People(people::Fact::Told { worker, what }) => Some((worker, what)),
            _ => None,
        };
        self.facts(child).await.into_iter().filter_map(told).collect()
    }
    pub fn now(&self) -> Timestamp {
        self.desk.now()
    }
}
fn form(path: &str, answers: &[(&str, &str)]) -> Request<Body> {
    let all: Vec<_> = [("token", TEST_TOKEN)].iter().chain(answers).collect();
    let body = Body::from(serde_urlencoded::to_string(all).unwrap());
    let form = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    Request::post(path).header(form.0, form.1).body(body).unwrap()
}
impl Page {
    pub fn says(&self, words: &str) -> bool {
        // A template writes the slashes of an address so.
        self.body.contains(words) || self.body.replace("&#x2f;", "/").contains(words)
    }
}
