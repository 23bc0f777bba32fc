//! What must hold of whatever the readers answer, whatever the bytes: for the mutations here and for the
//! fuzzer beside the workspace.
use practice::day::date;
use returns::*;

/// Reads and plans, and holds the answer to account; true when it was read.
pub fn answered(delivery: &Delivery) -> bool {
    let ask = Ask { authority: None, installation: "892".to_owned(), year: Some(2026), today: date(2026, 11, 22) };
    let taken = match read(delivery, &ask) {
        Ok(taken) => taken,
        Err(refused) => {
            assert!(!refused.why.is_empty() && !refused.todo.is_empty(), "{refused}");
            return false;
        }
    };
    let bytes: usize = delivery.files.iter().map(|f| f.bytes.len()).sum();
    let rows: usize = taken.tables.iter().map(|t| t.rows).sum();
    let alone = taken.problems.iter().filter(|p| p.is_alone()).count();
    assert_eq!(rows, taken.rows.len() + alone, "every row is a fact or a problem alone");
    assert!(rows <= bytes && taken.problems.len() <= 20 * rows + bytes, "no more comes out than went in");
    assert!(taken.problems.iter().all(|p| !p.what().is_empty() && !p.todo().is_empty()));
    let plan = plan(taken, Vec::new(), &[], &Choices { withdrawal_share: 5, ..Choices::default() });
    assert!(plan.withdraw.is_empty() && plan.supersede.is_empty());
    true
}
