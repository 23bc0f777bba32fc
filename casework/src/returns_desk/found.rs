//! What a check of a return came to, parted by child: each child's findings hold that child's rows and no
//! other's, and are known again in the next run.
use practice::returns::{Found, FoundRow, Level};
use returns::check::{At, Book, Checked, Rule, Unclear, Why};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};

/// Worked out from others, or counted by the reader: no answer of the authority, so a change there is none.
const NOT_SAID: &[&str] = &["PL_LA", "PL_LOCATION", "PL_DISTANCE", "CINdetailsID", "AssessmentID", "CPPID"];

/// Everything found and everything undecided, a piece for each child of a finding.
pub fn pieces(book: &Book, checked: &Checked) -> Vec<Found> {
    let mut all = vec![];
    for finding in &checked.findings {
        all.extend(parted(book, finding.rule, &finding.rows, None));
    }
    for undecided in &checked.undecided {
        let rows = match undecided.rows.is_empty() {
            true => vec![undecided.unclear.at],
            false => undecided.rows.to_vec(),
        };
        all.extend(parted(book, undecided.rule, &rows, Some(undecided.unclear)));
    }
    number_twins(&mut all);
    all
}
fn parted(book: &Book, rule: &Rule, rows: &[At], unclear: Option<Unclear>) -> Vec<Found> {
    let mut by_child: BTreeMap<String, Vec<At>> = BTreeMap::new();
    for at in rows {
        by_child.entry(child(book, *at).to_uppercase()).or_default().push(*at);
    }
    // The return as a whole, or rows of no child: one piece.
    if by_child.is_empty() {
        by_child.insert(String::new(), vec![]);
    }
    by_child.into_values().map(|own| piece(book, rule, &own, rows.len() - own.len(), unclear)).collect()
}
fn piece(book: &Book, rule: &Rule, rows: &[At], others: usize, unclear: Option<Unclear>) -> Found {
    let mut digest = Sha256::new();
    for at in rows {
        let spec = book.form.spec(at.table);
        for (place, column) in (0u8..).zip(spec.columns).filter(|(_, column)| !NOT_SAID.contains(column)) {
            digest.update(format!("{}.{column}\u{1f}{}\u{1e}", spec.name, book.said(*at, place)));
        }
    }
    let keys: Vec<String> = rows.iter().map(|at| key(book, *at)).collect();
    Found {
        rule: rule.code.to_owned(),
        level: level(rule),
        unclear: unclear.map(|u| why(book, u)),
        child: rows.first().map_or(String::new(), |at| child(book, *at).to_owned()),
        key: keys.join(" + "),
        digest: format!("{:x}", digest.finalize()),
        rows: rows.iter().map(|at| row(book, rule, *at)).collect(),
        others,
    }
}
/// Two rows of one child that say the same day are told apart by their order.
fn number_twins(all: &mut [Found]) {
    let mut seen: HashMap<(String, bool, String, String), usize> = HashMap::new();
    for found in all {
        let (rule, unclear, child, key) = found.same();
        let n = seen.entry((rule.to_owned(), unclear, child.to_owned(), key.to_owned())).or_default();
        *n += 1;
        if *n > 1 {
            found.key = format!("{} #{n}", found.key);
        }
    }
}
fn child(book: &Book, at: At) -> &str {
    if book.form.spec(at.table).of_a_child { book.said(at, 0) } else { "" }
}
/// What tells a row from the child's others in its table: the day it is in order of. Of most other tables a
/// child has one row.
fn key(book: &Book, at: At) -> String {
    let day = book.form.spec(at.table).in_order_of.map_or("", |place| book.said(at, place));
    format!("{} {day}", table(book, at)).trim_end().to_owned()
}
fn table(book: &Book, at: At) -> String {
    let name = book.form.spec(at.table).name;
    match book.years().get(usize::from(at.year)) {
        Some(year) if at.year > 0 => format!("{name} of {}", year.year),
        _ => name.to_owned(),
    }
}
fn row(book: &Book, rule: &Rule, at: At) -> FoundRow {
    let fields = rule.fields.iter().filter(|c| c.table == at.table);
    let cells = fields.map(|c| (book.form.name(*c).to_owned(), book.said(at, c.place).to_owned())).collect();
    FoundRow { table: table(book, at), row: book.number(at), cells }
}
fn why(book: &Book, unclear: Unclear) -> String {
    let why = match unclear.why {
        Why::NotADay => "is not a day",
        Why::NotANumber => "is not a number",
    };
    let at = unclear.at;
    let said = book.said(at, unclear.column.place);
    format!(
        "{} in {}, row {}, says “{said}”, which {why}",
        book.form.name(unclear.column),
        table(book, at),
        book.number(at)
    )
}
pub fn level(rule: &Rule) -> Level {
    match rule.level {
        returns::check::Level::Error => Level::Error,
        returns::check::Level::Query => Level::Query,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use returns::{
        Delivery, File,
        check::{Asked, check, load},
    };

    const HEADER: &str =
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2014,WBRI,UN1,,\n2,2,01/02/2015,WBRI,UN1,,\n";
    const EPISODES: &str =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    fn found(header: &str, episodes: &str) -> Vec<Found> {
        let file = |name: &str, text: String| File { name: name.into(), bytes: text.into_bytes() };
        let files = vec![file("header.csv", header.into()), file("episodes.csv", format!("{EPISODES}{episodes}"))];
        let asked = Asked { year: Some(2026), ..Asked::default() };
        let loaded = load(&Delivery::of(files), &[], &asked).unwrap();
        pieces(&loaded.book, &check(&loaded.book))
    }
    fn of<'a>(all: &'a [Found], rule: &str) -> Vec<&'a Found> {
        all.iter().filter(|f| f.rule == rule && f.unclear.is_none()).collect()
    }
    const BACKWARDS: &str = "1,03/05/2025,S,C2,N1,U4,PR1,01/05/2025,X1,,,,\n";

    #[test]
    fn a_finding_is_known_again_when_its_row_moves_and_is_another_when_its_row_changes() {
        let first = found(HEADER, BACKWARDS);
        let moved = found(HEADER, &format!("2,03/05/2025,S,C2,N1,U4,PR1,,,,,,\n{BACKWARDS}"));
        let changed = found(HEADER, &BACKWARDS.replace("01/05/2025", "02/05/2025"));
        let [a, b, c] = [&first, &moved, &changed].map(|all| of(all, "356")[0].clone());
        assert_eq!((a.same(), &a.digest), (b.same(), &b.digest));
        assert_ne!(a.rows[0].row, b.rows[0].row);
        assert_eq!(a.same(), c.same());
        assert_ne!(a.digest, c.digest);
    }
    #[test]
    fn two_rows_of_one_day_are_two_findings() {
        let all = found(HEADER, &BACKWARDS.repeat(2));
        let keys: Vec<&str> = of(&all, "356").iter().map(|f| f.key.as_str()).collect();
        assert_eq!(keys, ["Episodes 03/05/2025", "Episodes 03/05/2025 #2"]);
    }
    #[test]
    fn a_cell_that_prevents_an_answer_is_named() {
        let all = found(HEADER, &BACKWARDS.replace("01/05/2025", "31/06/2025"));
        let unclear = all.iter().find(|f| f.rule == "356").and_then(|f| f.unclear.as_deref());
        assert_eq!(unclear, Some("DEC in Episodes, row 2, says “31/06/2025”, which is not a day"));
    }
    #[test]
    fn a_finding_of_two_children_is_parted_and_neither_piece_holds_the_others_row() {
        let file = File { name: "header.csv".into(), bytes: HEADER.as_bytes().to_vec() };
        let asked = Asked { year: Some(2026), ..Asked::default() };
        let book = load(&Delivery::of(vec![file]), &[], &asked).unwrap().book;
        let rows = [0, 1].map(|row| At { year: 0, table: returns::ssda903::columns::HEADER, row });
        let both = parted(&book, book.form.rules[0], &rows, None);
        let told: Vec<_> = both.iter().map(|f| (f.child.as_str(), f.rows.len(), f.others)).collect();
        assert_eq!(told, [("1", 1, 1), ("2", 1, 1)]);
    }
}
