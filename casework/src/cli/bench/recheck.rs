//! One cell of a return corrected, and its rules asked again.
use super::{Figure, at, row};
use kernel::time::Stopwatch;
use returns::{
    check::{Asked, At, check_again, load},
    gather, ssda903,
};
use std::path::PathBuf;

const TIMES: u32 = 200;

pub fn recheck(path: Option<PathBuf>) -> Result<(), kernel::Error> {
    let Some(path) = path else {
        eprintln!("skipped: LOXLEY_BENCH_RETURN names no folder with a 903 return");
        return Ok(());
    };
    let mut loaded = load(&gather(&path)?, &[], &Asked::default())?;
    let column = ssda903::columns::episodes::REC;
    let rows = u32::try_from(loaded.book.rows(column.table)).unwrap_or(u32::MAX);
    let mut taken = Vec::new();
    for n in 0..TIMES.min(rows) {
        let at = At { year: 0, table: column.table, row: n * (rows / TIMES).max(1) };
        let Some(child) = loaded.book.child(at) else { continue };
        let clock = Stopwatch::start();
        loaded.book.correct(at, column, "E3");
        std::hint::black_box(check_again(&loaded.book, loaded.book.form.rules, child));
        taken.push(clock.elapsed());
    }
    taken.sort();
    row("a cell corrected and its return asked again, p95", Figure::Ms(at(&taken, 95)), "5 ms");
    Ok(())
}
