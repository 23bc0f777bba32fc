//! Every question that a page, a command or a job asks is understood by both databases, as every
//! kind of asker would put it.
use casework::{house::house, questions};
use kernel::{
    Desk, Kind, Settings,
    testing::{on_both, on_sqlite},
};

/// Of what kind each parameter is, whatever the question.
const GIVEN: &[(&str, Kind)] = &[
    ("child", Kind::Id),
    ("team", Kind::Id),
    ("worker", Kind::Id),
    ("delivery", Kind::Id),
    ("fact", Kind::Id),
    ("other", Kind::Id),
    ("clock", Kind::Text),
    ("standing", Kind::Text),
    ("statutory", Kind::Flag),
    ("part", Kind::Text),
    ("role", Kind::Text),
    ("status", Kind::Text),
    ("authority", Kind::Text),
    ("return_name", Kind::Text),
    ("table_name", Kind::Text),
    ("column_name", Kind::Text),
    ("to_do", Kind::Text),
    ("since", Kind::Day),
    ("before", Kind::Day),
    ("never", Kind::Day),
    ("on", Kind::Day),
    ("daytime", Kind::Flag),
    ("from", Kind::Day),
    ("until", Kind::Day),
    ("own", Kind::Text),
    ("year", Kind::Int),
    ("run", Kind::Id),
    ("return_of", Kind::Id),
    ("place", Kind::Int),
    ("preview", Kind::Flag),
    ("undecided", Kind::Flag),
    ("unallocated", Kind::Flag),
    ("change", Kind::Text),
    ("manages", Kind::Flag),
    ("rule", Kind::Text),
    ("explained", Kind::Flag),
    ("limit", Kind::Int),
    ("offset", Kind::Int),
    ("held", Kind::Text),
    ("differs", Kind::Flag),
    ("not_recorded", Kind::Flag),
    ("not_known", Kind::Flag),
    ("flag", Kind::Text),
    ("owed_first", Kind::Flag),
    ("band", Kind::Text),
    ("suitable", Kind::Text),
    ("eet", Kind::Text),
    ("touch", Kind::Text),
    ("k0", Kind::Text),
    ("k1", Kind::Text),
    ("k2", Kind::Text),
    ("k3", Kind::Text),
    ("k4", Kind::Text),
    ("k5", Kind::Text),
    ("k6", Kind::Text),
    ("k7", Kind::Text),
    ("k8", Kind::Text),
    ("k9", Kind::Text),
    ("k10", Kind::Text),
    ("k11", Kind::Text),
];

#[tokio::test]
async fn every_question_is_understood_by_both_databases() {
    let asked: Vec<&str> = questions().collect();
    assert!(asked.len() > 10, "the list of questions is not empty");
    on_both(|db| {
        let asked = asked.clone();
        async move {
            let house = house();
            db.migrate(house.tables).await.unwrap();
            let desk = Desk::new(db, house, Settings::default());
            for question in asked {
                desk.prepares(question, GIVEN).await.unwrap_or_else(|e| panic!("{e}"));
            }
        }
    })
    .await;
}

/// What a worker is asked about themselves takes as long as they have children, and not as the authority has.
#[tokio::test]
async fn a_question_about_me_goes_through_nobody_elses_rows() {
    on_sqlite(|db| async move {
        let house = house();
        db.migrate(house.tables).await.unwrap();
        let desk = Desk::new(db, house, Settings::default());
        // Which two children may be one is asked of everybody.
        let of_everybody = |question: &str| question.contains("possibly_same") && !question.contains(":k0");
        let about_me: Vec<&str> = questions().filter(|q| q.contains(":me") && !of_everybody(q)).collect();
        assert!(about_me.len() > 10, "the questions about me are found");
        let mut faults = vec![];
        for question in about_me {
            for whole in desk.goes_through(question, GIVEN).await.unwrap() {
                faults.push(format!("{}: {whole}", question.lines().next().unwrap_or_default()));
            }
        }
        assert_eq!(faults, [""; 0]);
        let everybodys = "-- How are all children called?\nSELECT child.name FROM child";
        assert_eq!(
            desk.goes_through(everybodys, GIVEN).await.unwrap(),
            ["SCAN child"],
            "what goes through all is seen"
        );
    })
    .await;
}
