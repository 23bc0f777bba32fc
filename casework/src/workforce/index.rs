//! Where accounts, teams, the rota, norms and allocations are set: whatever this person's role sets.
use super::guardian;
use crate::{
    deeds::ViewSetUp,
    frame::{Answer, chrome},
    page::{Page, Place, Sample, given},
};
use kernel::{Leave as _, Within};
use practice::access::{Act, Role, grant};
use serde::Serialize;

pub const PAGE: Page = Page { name: "workforce/index.html", source: include_str!("index.html"), samples };

#[derive(Clone, Copy, Serialize)]
struct Part {
    href: &'static str,
    title: &'static str,
    what: &'static str,
    #[serde(skip)]
    act: Act,
}
const PARTS: &[Part] = &[
    Part {
        href: "/set-up/allocate",
        title: "Allocate",
        what: "Give children to workers: many at once, or from a file.",
        act: Act::Allocate,
    },
    Part {
        href: "/set-up/accounts",
        title: "Accounts",
        what: "Who works here and may sign in: make, change and end accounts.",
        act: Act::ManageAccounts,
    },
    Part { href: "/set-up/teams", title: "Teams", what: "Form a team, or close one.", act: Act::SetUp },
    Part {
        href: "/set-up/rota",
        title: "Duty rota",
        what: "Who is on duty by day and by night in the next four weeks.",
        act: Act::SetUp,
    },
    Part {
        href: "/set-up/guardian",
        title: "Caldicott Guardian",
        what: "Who is told whenever the glass of a record is broken.",
        act: Act::SetUp,
    },
    Part {
        href: "/set-up/norms",
        title: "Local norms",
        what: "The numbers that the law leaves to the council.",
        act: Act::SetUp,
    },
    Part {
        href: "/set-up/calendar",
        title: "Calendar",
        what: "Bank holidays and school years, by which working days and school days are counted.",
        act: Act::SetUp,
    },
    Part {
        href: "/set-up/recorded-here",
        title: "Recorded here",
        what: "Since when which work is recorded here, so that what is not here did not happen.",
        act: Act::SetUp,
    },
];
fn parts(role: Role) -> Vec<Part> {
    PARTS.iter().copied().filter(|part| grant(role, part.act).is_some()).collect()
}

pub async fn show(may: Within<ViewSetUp>) -> Answer {
    let parts = parts(may.who().role);
    let unfilled =
        parts.iter().any(|p| p.act == Act::SetUp) && guardian::now(&mut may.reading().await?).await?.is_empty();
    Ok(PAGE.show(chrome(&may, "Set up", Some(Place::SetUp)), given! { parts, unfilled }))
}
fn samples() -> Vec<Sample> {
    let of = |role, unfilled| given! { parts => parts(role), unfilled };
    vec![
        Sample { name: "administrator", context: of(Role::Administrator, true) },
        Sample { name: "team manager", context: of(Role::TeamManager, false) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_who_comes_here_has_something_to_do_and_nobody_sets_what_is_not_theirs() {
        for role in Role::PEOPLE {
            let parts = parts(role);
            assert_eq!(!parts.is_empty(), grant(role, Act::ViewSetUp).is_some(), "{role:?}");
        }
        assert_eq!(parts(Role::TeamManager).iter().map(|p| p.title).collect::<Vec<_>>(), ["Allocate"]);
        assert!(parts(Role::Administrator).iter().all(|p| p.title != "Allocate"));
    }
}
