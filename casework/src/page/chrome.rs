//! What stands around the content of every page.
use practice::Date;
use serde::Serialize;

/// The frame of one page. Whoever answers a request makes one with what is the same on every page
/// (who, where they may go, the token), and each page adds its own with `Chrome { title, ..chrome }`.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// What this page is, as in its heading: `Timeline`.
    pub title: String,
    /// Whose record it is, so that tabs are told apart: `Amy Fell`, or `Child 1042` where no name is known.
    pub about: Option<String>,
    pub who: Option<Who>,
    /// The places that this person may go to, in the order of [`Place::ALL`].
    pub places: Vec<Place>,
    pub at: Option<Place>,
    /// The way down to this page, for breadcrumbs; or, where a page is a step of something, `back`.
    pub trail: Vec<Link>,
    pub back: Option<Link>,
    /// What has just been done, said once.
    pub notice: Option<Notice>,
    /// A page for young people: the way out of it stands on it, and what is around it is theirs.
    pub young: bool,
    /// The database holds a town of invented people: every page says so.
    pub town: bool,
    pub today: Date,
    /// Lets the browser run our script and no other.
    pub nonce: String,
    /// Proves that a form came from this session.
    pub token: String,
}

/// Who is signed in, and as what.
#[derive(Clone, Debug, Serialize)]
pub struct Who {
    pub name: String,
    pub role: String,
}
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    pub href: String,
    pub text: String,
}
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
    pub link: Option<Link>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Something was done as asked.
    Done,
    /// Something to know.
    Important,
}

/// The parts of the service that have a place in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Today,
    Team,
    Leavers,
    Service,
    Search,
    Deadlines,
    Import,
    Returns,
    SetUp,
}

impl Place {
    pub const ALL: [Place; 9] = {
        use Place::*;
        [Today, Team, Leavers, Service, Search, Deadlines, Import, Returns, SetUp]
    };
    pub fn words(self) -> &'static str {
        match self {
            Place::Today => "Today",
            Place::Team => "Team",
            Place::Leavers => "Care leavers",
            Place::Service => "Service",
            Place::Search => "Search",
            Place::Deadlines => "Deadlines",
            Place::Import => "Import",
            Place::Returns => "Returns",
            Place::SetUp => "Set up",
        }
    }
    pub fn address(self) -> &'static str {
        match self {
            Place::Today => "/today",
            Place::Team => "/team",
            Place::Leavers => "/leavers",
            Place::Service => "/service",
            Place::Search => "/search",
            Place::Deadlines => "/deadlines",
            Place::Import => "/import",
            Place::Returns => "/returns",
            Place::SetUp => "/set-up",
        }
    }
}

impl Link {
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Link {
        Link { href: href.into(), text: text.into() }
    }
}
impl Notice {
    pub fn done(text: impl Into<String>) -> Notice {
        Notice { kind: NoticeKind::Done, text: text.into(), link: None }
    }
}

impl Chrome {
    /// A page for anybody: nobody is signed in, and there is nowhere to go but here.
    pub fn public(title: impl Into<String>, today: Date, nonce: impl Into<String>) -> Chrome {
        Chrome {
            title: title.into(),
            about: None,
            who: None,
            places: vec![],
            at: None,
            trail: vec![],
            back: None,
            notice: None,
            young: false,
            town: false,
            today,
            nonce: nonce.into(),
            token: String::new(),
        }
    }
    /// `Timeline – Amy Fell – Loxley`.
    pub(super) fn full_title(&self) -> String {
        match &self.about {
            Some(about) => format!("{} – {about} – Loxley", self.title),
            None => format!("{} – Loxley", self.title),
        }
    }
    /// The items of the navigation, as the Design System's component asks for them.
    pub(super) fn navigation(&self) -> Vec<serde_json::Value> {
        let item = |place: &Place| serde_json::json!({ "text": place.words(), "href": place.address(), "active": self.at == Some(*place) });
        Place::ALL.iter().filter(|place| self.places.contains(place)).map(item).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn the_title_tells_tabs_apart_by_the_person() {
        let page = Chrome::public("Timeline", date(2026, 11, 22), "n");
        assert_eq!(page.full_title(), "Timeline – Loxley");
        let page = Chrome { about: Some("Child 1042".into()), ..page };
        assert_eq!(page.full_title(), "Timeline – Child 1042 – Loxley");
    }
    #[test]
    fn the_navigation_shows_only_where_one_may_go_always_in_one_order() {
        let page = Chrome {
            places: vec![Place::Search, Place::Today],
            at: Some(Place::Search),
            ..Chrome::public("Search", date(2026, 11, 22), "n")
        };
        let items = page.navigation();
        assert_eq!((&items[0]["text"], &items[0]["active"]), (&"Today".into(), &false.into()));
        assert_eq!((&items[1]["text"], &items[1]["active"]), (&"Search".into(), &true.into()));
        assert_eq!(items.len(), 2);
    }
}
