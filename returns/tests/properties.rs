//! What must hold of every rule, whatever it asks. Each rule's own cases are the corpus: they are drawn again with
//! their rows in another order, with a blameless child more, and with a cell spoilt.
use returns::check::{Case, Check, Form, Report, Rule, case, check_again, check_with};
use std::collections::BTreeSet;

const FORMS: [&Form; 2] = [&returns::ssda903::FORM, &returns::cin::FORM];

/// A case's text, cut into settings and tables; of a table its headings and rows, each row its mark and cells.
#[derive(Clone)]
struct Text {
    settings: Vec<String>,
    tables: Vec<(Vec<String>, Vec<Vec<String>>)>,
}
impl Text {
    fn of(case: &Case) -> Text {
        let mut text = Text { settings: Vec::new(), tables: Vec::new() };
        for line in case.given.lines().filter(|l| !l.trim().is_empty()) {
            if !line.contains('|') {
                text.settings.push(line.trim().to_owned());
                continue;
            }
            let cells: Vec<String> = line.split('|').map(|c| c.trim().to_owned()).collect();
            match (cells[0].as_str(), text.tables.last_mut()) {
                ("" | ">" | "?", Some((_, rows))) => rows.push(cells),
                _ => text.tables.push((cells, Vec::new())),
            }
        }
        text
    }
    fn case(&self, about: &'static str) -> Case {
        let tables = self.tables.iter().flat_map(|(head, rows)| std::iter::once(head).chain(rows));
        let lines: Vec<String> = self.settings.iter().cloned().chain(tables.map(|cells| cells.join(" | "))).collect();
        Case { about, given: lines.join("\n").leak() }
    }
    /// Whether the table's first column names a child.
    fn names_children(&self, table: usize) -> bool {
        self.tables[table].0.get(1).is_some_and(|h| h == "CHILD" || h == "LAchildID")
    }
    fn children(&self) -> BTreeSet<String> {
        let tables = (0..self.tables.len()).filter(|t| self.names_children(*t));
        let ids = tables.flat_map(|t| &self.tables[t].1).filter_map(|cells| cells.get(1));
        ids.filter(|id| !id.is_empty()).cloned().collect()
    }
}
fn all() -> impl Iterator<Item = (&'static Form, &'static Rule, &'static Case)> {
    FORMS
        .into_iter()
        .flat_map(|form| form.rules.iter().flat_map(move |rule| rule.cases.iter().map(move |case| (form, *rule, case))))
}
fn is_of_the_whole(rule: &Rule) -> bool {
    rule.versions.iter().any(|v| matches!(v.check, Check::Return(_)))
}
/// The same numbers each time; a test that fails fails again.
fn shuffled<T: Clone>(rows: &[T], seed: u64) -> Vec<T> {
    let (mut rows, mut state) = (rows.to_vec(), seed | 1);
    for n in (1..rows.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(n, usize::try_from(state >> 33).unwrap_or(0) % (n + 1));
    }
    rows
}
fn fail_on(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Rules that take the first of several rows on the same day by their place in the file.
#[test]
fn the_order_of_rows_and_children_changes_nothing() {
    let mut wrong = Vec::new();
    for (form, rule, case) in all() {
        for seed in 1..6 {
            let mut text = Text::of(case);
            for (_, rows) in &mut text.tables {
                *rows = shuffled(rows, seed);
            }
            if let Err(why) = case::run(form, rule, &text.case(case.about)) {
                wrong.push(format!("{} ({}), shuffled {seed}: {why}", rule.code, case.about));
                break;
            }
        }
    }
    fail_on(wrong);
}
#[test]
fn a_blameless_child_more_adds_nothing() {
    let mut wrong = Vec::new();
    for (form, rule, case) in all().filter(|(_, rule, _)| !is_of_the_whole(rule)) {
        let text = Text::of(case);
        for child in text.children() {
            let is_childs = |cells: &&Vec<String>| cells.get(1) == Some(&child);
            let rows = text.tables.iter().flat_map(|(_, rows)| rows);
            if rows.filter(is_childs).any(|cells| !cells[0].is_empty()) {
                continue;
            }
            let mut more = text.clone();
            for table in 0..more.tables.len() {
                if more.names_children(table) {
                    let copies: Vec<Vec<String>> = more.tables[table].1.iter().filter(is_childs).cloned().collect();
                    more.tables[table].1.extend(copies.into_iter().map(|mut cells| {
                        // As long as it was: some rules look at the id itself.
                        cells[1].replace_range(..1, "Q");
                        cells
                    }));
                }
            }
            if let Err(why) = case::run(form, rule, &more.case(case.about)) {
                wrong.push(format!("{} ({}), {child} twice: {why}", rule.code, case.about));
            }
        }
    }
    fail_on(wrong);
}
#[test]
fn a_spoilt_cell_changes_the_answers_of_its_own_child_alone() {
    let mut wrong = Vec::new();
    for (form, rule, case) in all().filter(|(_, rule, _)| !is_of_the_whole(rule)) {
        let text = Text::of(case);
        let before = reported(form, rule, &text.case(case.about));
        for table in (0..text.tables.len()).filter(|t| text.names_children(*t)) {
            for row in 0..text.tables[table].1.len() {
                for cell in 2..text.tables[table].1[row].len() {
                    let child = text.tables[table].1[row][1].clone();
                    let mut spoilt = text.clone();
                    spoilt.tables[table].1[row][cell] = "~spoilt~".to_owned();
                    let after = reported(form, rule, &spoilt.case(case.about));
                    let others = |rows: &BTreeSet<(String, String)>| -> BTreeSet<(String, String)> {
                        rows.iter().filter(|(of, _)| *of != child).cloned().collect()
                    };
                    if others(&before) != others(&after) {
                        wrong.push(format!("{} ({}): a cell of {child} is spoilt", rule.code, case.about));
                    }
                }
            }
        }
    }
    wrong.dedup();
    fail_on(wrong);
}
/// The child and place of every row that the rule reports, or cannot decide.
fn reported(form: &'static Form, rule: &'static Rule, case: &Case) -> BTreeSet<(String, String)> {
    let drawn = case.draw(form, rule).expect("a case is readable");
    let checked = check_with(&drawn.book, &[rule]);
    let rows = checked.findings.iter().flat_map(|f| &f.rows).chain(checked.undecided.iter().flat_map(|u| &u.rows));
    rows.map(|at| (drawn.book.said(*at, 0).to_owned(), format!("{at:?}"))).collect()
}
#[test]
fn a_rule_is_skipped_by_name_when_a_column_that_it_reads_is_not_there() {
    for (form, rule, case) in all() {
        let text = Text::of(case);
        let drawn = case.draw(form, rule).expect("a case is readable");
        let version = rule.version(drawn.book.given.year).expect("in force");
        for column in version.reads {
            let spec = form.spec(column.table);
            let name = spec.columns[usize::from(column.place)];
            let mut without = text.clone();
            for (head, rows) in without.tables.iter_mut().filter(|(head, _)| head[0].eq_ignore_ascii_case(spec.name)) {
                let Some(at) = head.iter().position(|h| h == name) else { continue };
                if head.len() == 2 {
                    // The table's only column: a table with another stands for it.
                    let other = spec.columns.iter().find(|c| **c != name).expect("no table has one column");
                    head[1] = (*other).to_owned();
                    rows.iter_mut().for_each(|cells| *cells = vec![cells[0].clone(), String::new()]);
                    continue;
                }
                head.remove(at);
                rows.iter_mut().filter(|cells| cells.len() > at).for_each(|cells| drop(cells.remove(at)));
            }
            let drawn = without.case(case.about).draw(form, rule).expect("a case is readable");
            let checked = check_with(&drawn.book, &[rule]);
            assert_eq!((checked.ran, checked.skipped.len()), (0, 1), "{} without {name}", rule.code);
            assert!(checked.findings.is_empty(), "{} without {name}", rule.code);
        }
    }
}
#[test]
fn what_is_asked_again_after_a_correction_is_what_a_new_check_says() {
    for (form, rule, case) in all().filter(|(_, rule, _)| !is_of_the_whole(rule)) {
        let mut drawn = case.draw(form, rule).expect("a case is readable");
        // A row of no child (the census's Header) is judged with the return as a whole.
        let reported = check_with(&drawn.book, &[rule]);
        let mut rows = reported.findings.iter().flat_map(|f| &f.rows).copied();
        let Some(at) = rows.find(|at| drawn.book.child(*at).is_some()) else { continue };
        for column in rule.fields.iter().filter(|c| c.table == at.table && c.place != 0) {
            drawn.book.correct(at, *column, "");
            let child = drawn.book.child(at).expect("a row of a child");
            let again = check_again(&drawn.book, &[rule], child);
            let anew = check_with(&drawn.book, &[rule]);
            let of_child = anew.findings.iter().filter(|f| f.rows.iter().any(|r| drawn.book.child(*r) == Some(child)));
            assert_eq!(again.findings.iter().collect::<Vec<_>>(), of_child.collect::<Vec<_>>(), "{}", rule.code);
        }
    }
}
/// More children than a core looks at in one go: where one part ends and the next begins nobody is left out or
/// asked twice, and findings stand in the order of the rows.
#[test]
fn a_return_of_many_parts_is_asked_whole_and_answered_in_order() {
    const CHILDREN: usize = 2_500;
    let form = &returns::ssda903::FORM;
    let found = |code: &str, given: String| -> Vec<u32> {
        let rule = form.rules.iter().find(|r| r.code == code).expect("a rule of the 903");
        let drawn = Case { about: "many", given: given.leak() }.draw(form, rule).expect("a case is readable");
        let checked = check_with(&drawn.book, &[rule]);
        checked.findings.iter().flat_map(|f| &f.rows).map(|at| at.row).collect()
    };
    let table = |head: &str, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..CHILDREN).map(|n| format!("| {}", row(n))).collect();
        format!("{head}\n{}", rows.join("\n"))
    };
    let all: Vec<u32> = (0..CHILDREN as u32).collect();
    // A rule of a row, one of a child whose two rows lie apart, and one of the whole return.
    assert_eq!(found("101", table("Header | CHILD | SEX", &|n| format!("{n} | X"))), all);
    let twice = table("AD1 | CHILD", &|n| format!("{}", n % (CHILDREN / 2)));
    let mut copies = found("INT31", twice);
    copies.sort_unstable();
    assert_eq!(copies, all);
    let shared = table("Header | CHILD | UPN", &|n| format!("{n} | H{:012}", n % (CHILDREN / 2)));
    assert_eq!(found("444", shared), all);
}
/// More findings than the cores set out in one go, and some that are left over.
#[test]
fn a_report_of_many_findings_has_each_once_and_in_order() {
    const CHILDREN: usize = 33_333;
    let rule = returns::ssda903::FORM.rules.iter().find(|r| r.code == "101").expect("a rule of the 903");
    let rows: Vec<String> = (0..CHILDREN).map(|n| format!("| {n} | X")).collect();
    let given = format!("Header | CHILD | SEX\n{}", rows.join("\n"));
    let drawn = Case { about: "many", given: given.leak() }.draw(&returns::ssda903::FORM, rule).expect("readable");
    let checked = check_with(&drawn.book, &[rule]);
    let mut text = Vec::new();
    let report = Report { book: &drawn.book, checked: &checked, notes: &[], not_read: &[] };
    report.write_csv(&mut text).expect("memory takes it");
    let read = csv::Reader::from_reader(text.as_slice()).into_records().map(|r| r.expect("it is CSV"));
    let told: Vec<(String, String)> = read.map(|r| (r[3].to_string(), r[4].to_string())).collect();
    let expected: Vec<(String, String)> = (0..CHILDREN).map(|n| ((n + 1).to_string(), n.to_string())).collect();
    assert!(told == expected, "{} of {CHILDREN} lines", told.len());
}
