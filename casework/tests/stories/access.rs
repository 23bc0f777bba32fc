//! Every page and every role: who comes to it and how far, as a list that a reviewer reads, and as the
//! pages themselves answer. A page or a grant that changes it shows as a difference in `access.txt`.
use crate::office::*;
use axum::http::StatusCode;
use casework::pages;
use kernel::{Said, pages::Listed, testing::on_both};
use practice::{
    Id, Subject,
    access::{Act, Reach, Role, grant},
    people::{self, Part},
    workforce,
};
use std::{fmt::Write as _, fs, path::Path};

const HEAD: &str = "\
Every page, the leave that it asks for, and how far each role comes with it. A test of the stories
(access.rs) makes this list and asks every page as every role. Signing in and the two pages of
health stand before all of these, in the kernel. When a change to it is meant:
UPDATE_SNAPSHOTS=1 cargo test -p casework --test stories access
";
/// From the nearest to the farthest, as a reader thinks of it.
const REACHES: [(Reach, &str); 7] = [
    (Reach::Own, "their own record"),
    (Reach::Allocated, "their own"),
    (Reach::Team, "their team"),
    (Reach::Service, "the service"),
    (Reach::Restricted, "restricted too"),
    (Reach::Nobody, "about no child"),
    (Reach::Whole, "everything"),
];

#[test]
fn who_comes_to_which_page_is_as_reviewed() {
    let pages = pages();
    let mut list = format!("{HEAD}\nOpen to anybody, signed in or not:\n");
    let open = pages.listed().iter().filter(|page| page.leave.is_none());
    open.for_each(|page| writeln!(list, "  {}", page.path).unwrap());
    for page in pages.listed() {
        let Some((kind, act)) = page.leave else { continue };
        writeln!(list, "\n{} {}  {kind}, {act:?}", page.method, page.path).unwrap();
        for (reach, words) in REACHES {
            let of = |masked| {
                let comes = |role: &Role| grant(*role, act).is_some_and(|g| g.reach == reach && g.masked == masked);
                let everybody = Role::PEOPLE.into_iter().chain([Role::YoungPerson]);
                named(&everybody.filter(comes).collect::<Vec<_>>())
            };
            let lines = [(of(false), ""), (of(true), ", names masked")];
            let some = lines.iter().filter(|(roles, _)| !roles.is_empty());
            some.for_each(|(roles, masked)| writeln!(list, "  {words}{masked}: {roles}").unwrap());
        }
        writeln!(list, "  refused: {}", named(&refused(act))).unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/access.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&file, &list).unwrap();
    }
    let reviewed = fs::read_to_string(&file).unwrap_or_default();
    assert!(list == reviewed, "who comes where has changed:\n{}\n{HEAD}", difference(&reviewed, &list));
}
fn refused(act: Act) -> Vec<Role> {
    Role::PEOPLE.into_iter().filter(|role| grant(*role, act).is_none()).collect()
}
fn named(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}
/// The lines that only one of the two has, each below the page that it stands under.
fn difference(old: &str, new: &str) -> String {
    let lines = |text: &str| -> Vec<String> {
        let mut page = "";
        let under = text.lines().map(|line| {
            page = if line.starts_with(' ') { page } else { line };
            if line == page { page.to_owned() } else { format!("{page} |{line}") }
        });
        under.collect()
    };
    let (old, new) = (lines(old), lines(new));
    let only = |mark: &str, these: &[String], others: &[String]| -> String {
        these.iter().filter(|line| !others.contains(line)).map(|line| format!("{mark} {line}\n")).collect()
    };
    only("-", &old, &new) + &only("+", &new, &old)
}

/// Each asks about a child of their own, so that only the role can be why they are refused.
#[tokio::test]
async fn every_page_answers_each_role_as_the_list_says() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let people: Vec<(Role, Id, Id)> = Role::PEOPLE
            .into_iter()
            .zip(700..)
            .map(|(role, n)| (role, Id::from_u128(n), Id::from_u128(n + 50)))
            .collect();
        let mut said = vec![];
        for (role, id, child) in &people {
            let post = workforce::Fact::PostTaken { name: role.words().into(), role: *role, team: NORTH };
            let theirs = people::Fact::Allocated { worker: *id, team: NORTH, part: Part::Worker, why: None };
            said.push(Said::new(Subject::Worker(*id), TODAY, post));
            said.push(Said::new(Subject::Child(*child), TODAY, people::Fact::Registered(Default::default())));
            said.push(Said::new(Subject::Child(*child), TODAY, theirs));
        }
        office.keep(said).await;
        let pages = pages();
        for Listed { method, path, leave } in pages.listed() {
            let Some((_, act)) = leave else {
                let status = office.get(Id::nil(), &filled(path, Id::nil())).await.status;
                assert!([StatusCode::OK, StatusCode::NOT_FOUND].contains(&status), "{path} stands open: {status}");
                continue;
            };
            for (role, id, child) in &people {
                let address = filled(path, *child);
                let page = match *method {
                    "GET" => office.get(*id, &format!("{address}?child={child}")).await,
                    _ => office.post(*id, &address, &[("child", &child.to_string())]).await,
                };
                // Whose work begins elsewhere is led there from the first page.
                let led = path == "/" && page.status.is_redirection() && page.to != "/today";
                let turned_away = page.status == StatusCode::FORBIDDEN && page.says("Your role does not do this");
                let may = grant(*role, *act).is_some();
                assert_eq!(!(led || turned_away), may, "{method} {path} as {role:?} answers {}", page.status);
                assert!(!may || page.status != StatusCode::FORBIDDEN, "{method} {path} as {role:?}");
                assert!(!page.status.is_server_error(), "{method} {path} as {role:?} answers {}", page.status);
            }
            // A young person comes to their own pages; every other address, of whatever record, is none.
            let (_, _, child) = people[0];
            let theirs = grant(Role::YoungPerson, *act).is_some();
            for named in [child, people[1].2, Id::from_u128(404)] {
                let address = filled(path, named);
                let page = match *method {
                    "GET" => office.own(child, &format!("{address}?child={named}")).await,
                    _ => office.own_post(child, &address, &[("child", &named.to_string())]).await,
                };
                let none = if path == "/" { page.to == "/my" } else { page.status == StatusCode::NOT_FOUND };
                // A letter that is none of theirs is none.
                let may = theirs && !path.contains("{letter}");
                assert_eq!(none, !may, "{method} {path} as a young person answers {}", page.status);
                assert!(theirs || path == "/" || page.says("There is nothing here"), "{method} {path}: {}", page.body);
                assert!(!page.status.is_server_error(), "{method} {path} as a young person answers {}", page.status);
            }
        }
    })
    .await;
}
/// A child who is there, and of everything else some id: leave is asked before the page looks.
fn filled(path: &str, child: Id) -> String {
    let part = |part: &str| match part {
        "{child}" => child.to_string(),
        part if part.starts_with('{') => Id::from_u128(404).to_string(),
        part => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn a_difference_names_the_page_and_the_role() {
    let (old, new) = ("GET /a\n  refused: x y\nGET /b\n  refused: x\n", "GET /a\n  refused: x\nGET /b\n  refused: x\n");
    assert_eq!(difference(old, new), "- GET /a |  refused: x y\n+ GET /a |  refused: x\n");
}
