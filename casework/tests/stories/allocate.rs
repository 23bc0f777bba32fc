//! `loxley allocate`: a list of children and workers from the command line.
use crate::office::*;
use kernel::testing::on_each;
use practice::{
    Fact, Id,
    people::{self, Part},
};
use std::{path::Path, process::Command};

/// Its exit code, what it said and what it complained of.
fn allocate(place: &str, list: &Path) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loxley"));
    command.arg("allocate").arg(list).args(["--database-url", place, "--today", "2026-11-23"]);
    let out = command.output().unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), words(out.stdout), words(out.stderr))
}
/// Who was ever given this child, in which part, in order.
async fn given(office: &Office, child: Id) -> Vec<(Id, Part)> {
    let of = |k: practice::Kept| match k.fact {
        Fact::People(people::Fact::Allocated { worker, part, .. }) => Some((worker, part)),
        _ => None,
    };
    office.facts(child).await.into_iter().filter_map(of).collect()
}

#[tokio::test]
async fn a_list_from_the_command_line_is_done_whole_or_not_at_all_and_twice_is_once() {
    on_each(|db, place| async move {
        let office = Office::open(&db).await;
        let number = people::Fact::Identified {
            scheme: people::Scheme::AuthorityChild,
            authority: "999".into(),
            value: "4711".into(),
        };
        office.about(ELLA, TODAY, number).await;
        let file = std::env::temp_dir().join(format!("loxley-allocate-{}.csv", Id::new_v4().simple()));
        let list = |text: String| std::fs::write(&file, text).unwrap();
        let began = given(&office, THEO).await;

        // By our own id and by the authority's, with and without a part; a heading in capitals.
        list(format!("Child,Worker,Part\n{THEO},owen price,\n4711,Idris Lowe,reviewing_officer\n"));
        let (code, said, wrong) = allocate(&place, &file);
        assert_eq!((code, said.trim()), (Some(0), "Allocated: 2 children. So already: 0 children."), "{wrong}");
        assert_eq!(given(&office, THEO).await[began.len()..], [(OWEN, Part::Worker)]);
        assert_eq!(given(&office, ELLA).await.last(), Some(&(IDRIS, Part::ReviewingOfficer)));
        assert!(office.get(OWEN, "/today").await.says("Theo Halliday"), "he is on Owen's Today");

        // The same again says nothing that is not so already.
        let (code, said, _) = allocate(&place, &file);
        assert_eq!((code, said.trim()), (Some(0), "Allocated: 0 children. So already: 2 children."));
        assert_eq!(given(&office, THEO).await.len(), began.len() + 1);

        // One bad line is enough: each is named with its row, and nothing of the good ones is kept.
        list(format!(
            "child,worker,part\n{MAYA},Owen Price,\n4712,Owen Price,\n{ELLA},Nobody Here,\n4711,Owen Price,cook\n"
        ));
        let before = given(&office, MAYA).await;
        let (code, said, wrong) = allocate(&place, &file);
        assert_eq!((code, said.as_str()), (Some(2), ""));
        assert!(wrong.contains("row 3: \"4712\": There is no child with this id"), "{wrong}");
        assert!(wrong.contains("row 4: \"Nobody Here\": Nobody of this name works here"), "{wrong}");
        assert!(wrong.contains("row 5: \"cook\": There is no such part") && wrong.contains("Nothing was written."));
        assert_eq!(given(&office, MAYA).await, before);

        list("name,town\nx,y\n".into());
        assert!(allocate(&place, &file).2.contains("must have a column “child” and a column “worker”"));
        std::fs::remove_file(&file).unwrap();
        let (code, _, wrong) = allocate(&place, &file);
        assert_eq!(code, Some(2));
        assert!(wrong.contains("cannot be read") && wrong.contains("Check the name"), "{wrong}");
    })
    .await;
}
