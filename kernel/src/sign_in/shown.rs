//! What the kernel asks casework to show: the pages of signing in, and a plain page when something
//! went wrong. Casework holds the HTML (one function, [`Show`]); what is on them is decided here.

use serde::Serialize;

pub type Show = fn(&View) -> String;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct View {
    /// For the content security policy: `<script nonce="…">`.
    pub nonce: String,
    /// To be read out to whoever helps.
    pub request: String,
    /// Every page of a town says "Invented people".
    pub town: bool,
    pub page: Page,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum Page {
    /// POST to [`SIGN_IN`]: `username`, `password`, `carried`.
    SignIn {
        username: String,
        problem: Option<String>,
        carried: String,
        why: Why,
    },
    /// POST to [`CODE`]: `token`, `code`, `carried`.
    Code {
        step: Step,
    },
    /// POST to [`ENROL`]: `token`, `code`, `carried`. The key in groups of four, and as a link for apps on this device.
    Enrol {
        step: Step,
        key: String,
        link: String,
    },
    /// POST to [`NEW_PASSWORD`]: `token`, `new_password`, `carried`; and `password`, the present one, when it is asked.
    NewPassword {
        step: Step,
        asks_present: bool,
    },
    /// You are signed in again: your words are below, send them?
    Resume(Resume),
    SignedOut,
    /// POST to [`YOUNG_SIGN_IN`]: `name`, `password`, `carried`.
    YoungSignIn {
        name: String,
        problem: Option<String>,
        carried: String,
        why: Why,
    },
    /// POST to [`YOUNG_CODE`]: `code`.
    YoungCode {
        problem: Option<String>,
    },
    /// POST to [`YOUNG_WORD`]: `token`, `new_password`, `carried`; `name` when it is asked, and `password`, the
    /// present one, when that is.
    YoungWord {
        step: Step,
        asks_name: Option<String>,
        asks_present: bool,
    },
    YoungSignedOut,
    Trouble(Trouble),
    /// Something went wrong on a young person's own pages. It asks no database: that may be what went wrong.
    YoungTrouble {
        /// They were saying that they are not safe: nobody was told.
        not_sent: bool,
    },
}
/// A step between the password and being signed in. `token` and `carried` are hidden fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    pub token: String,
    pub carried: String,
    pub problem: Option<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody is signed in.
    First,
    /// You were away too long.
    Away,
    /// And what you typed comes back when you sign in.
    WordsKept,
    /// And what you sent was too long to carry: send it again.
    WordsTooLong,
}
/// POST to `to` (as multipart when it says so): `token`, then each of `fields` with its words shown,
/// then a file input for each of `files`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Resume {
    pub to: String,
    pub token: String,
    pub fields: Vec<(String, String)>,
    pub files: Vec<String>,
    pub multipart: bool,
}
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trouble {
    pub status: u16,
    pub title: &'static str,
    /// What to do.
    pub words: &'static str,
}
pub const SIGN_IN: &str = "/sign-in";
pub const CODE: &str = "/sign-in/code";
pub const ENROL: &str = "/sign-in/enrol";
pub const NEW_PASSWORD: &str = "/sign-in/password";
pub const SIGN_OUT: &str = "/sign-out";
pub const YOUNG_SIGN_IN: &str = "/my/sign-in";
pub const YOUNG_CODE: &str = "/my/code";
pub const YOUNG_WORD: &str = "/my/word";
pub const YOUNG_NOT_SAFE: &str = "/my/not-safe";
pub const YOUNG_OUT: &str = "/my/out";
/// Signs out and leads away, to a page that anybody may have looked at.
pub const YOUNG_LEAVE: &str = "/my/leave";

impl Trouble {
    pub(crate) fn of(status: u16) -> Trouble {
        let (title, words) = match status {
            403 => ("This cannot be done from here", "Open the page from its link in the service and try again."),
            404 => ("There is no such page", "Check the address, or search for the child."),
            405 => ("This address takes no such request", "Go back and use the page's own buttons."),
            408 | 503 | 504 => ("The service is too busy", "Wait a minute and try again. Nothing was recorded."),
            413 => ("This is too much to send at once", "Send a shorter text or a smaller file."),
            421 => {
                ("This machine is not known by that name", "Use the address that was printed when the service started.")
            }
            400..500 => ("What was sent could not be understood", "Go back, check the form and send it again."),
            _ => (
                "Something went wrong in the service",
                "It has been noted. Try again; if it stays, tell your administrator.",
            ),
        };
        Trouble { status, title, words }
    }
}
