//! The house rules for questions (`sql/*.sql`): each says what it asks, and means the same on SQLite
//! and PostgreSQL.
use super::{File, Problem, lex, line_of};

pub(crate) fn sql(files: &[File]) -> Vec<Problem> {
    files.iter().filter(|f| f.path.contains("/sql/") && f.ending() == "sql").flat_map(question).collect()
}
fn question(file: &File) -> Vec<Problem> {
    let code = lex::sql(&file.text);
    let upper = code.to_ascii_uppercase();
    let mut problems = vec![];
    let first = file.text.lines().next().unwrap_or_default();
    if !first.starts_with("-- ") || !first.contains('?') {
        problems.push(file.problem(1, "the first line is a comment that is the question, with its question mark"));
    }
    for (what, why) in WRITTEN {
        for (at, _) in upper.match_indices(what) {
            problems.push(file.problem(line_of(&code, at), format!("`{what}`: {why}")));
        }
    }
    for (at, word) in lex::words(&upper) {
        // `:now` is what a question is given.
        if upper[..at].ends_with(':') {
            continue;
        }
        if let Some((_, why)) = WORDS.iter().find(|(words, _)| words.contains(&word)) {
            problems.push(file.problem(line_of(&code, at), format!("`{word}`: {why}")));
        }
    }
    problems.extend(
        sums(&upper).into_iter().map(|at| {
            file.problem(line_of(&code, at), "write CAST(SUM(…) AS BIGINT): PostgreSQL answers with a NUMERIC")
        }),
    );
    problems.extend(unplaced_nulls(&code, &never_null(&file.text)).into_iter().map(|(at, term)| {
        let why = "the databases disagree where nulls go: say NULLS FIRST or NULLS LAST";
        file.problem(line_of(&code, at), format!("ORDER BY {term}: {why}, or above `-- Never null: {term}`"))
    }));
    problems
}
const ONE_DIALECT: &str = "only one of the databases knows it";
const NO_ARITHMETIC: &str = "no arithmetic with days in SQL: compute the day in `practice` and pass it";
const WRITTEN: &[(&str, &str)] =
    &[("::", "write CAST(… AS …)"), ("->", ONE_DIALECT), ("#>", ONE_DIALECT), ("@>", ONE_DIALECT)];
const WORDS: &[(&[&str], &str)] = &[
    (
        &[
            "ILIKE",
            "SIMILAR",
            "GLOB",
            "DISTINCT_ON",
            "JSON_EXTRACT",
            "JSON_EACH",
            "JSONB_PATH_QUERY",
            "GROUP_CONCAT",
            "STRING_AGG",
            "IFNULL",
        ],
        ONE_DIALECT,
    ),
    (
        &[
            "STRFTIME",
            "JULIANDAY",
            "UNIXEPOCH",
            "DATE_TRUNC",
            "DATE_PART",
            "EXTRACT",
            "AGE",
            "INTERVAL",
            "NOW",
            "DATETIME",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "TO_CHAR",
            "TO_DATE",
            "MAKE_DATE",
            "TIMEDIFF",
        ],
        NO_ARITHMETIC,
    ),
];

/// Where a `SUM(` stands that is not directly inside a `CAST(`.
fn sums(upper: &str) -> Vec<usize> {
    let bare = |at: &usize| !["CAST(", "CAST(COALESCE("].iter().any(|cast| upper[..*at].trim_end().ends_with(cast));
    lex::words(upper)
        .filter(|(at, word)| *word == "SUM" && upper[at + 3..].trim_start().starts_with('('))
        .map(|(at, _)| at)
        .filter(bare)
        .collect()
}
/// Columns that are never null wherever a table has them, and those that a question
/// says are none: `-- Never null: due, clock`.
fn never_null(text: &str) -> Vec<String> {
    let said = text.lines().filter_map(|l| l.trim().strip_prefix("-- Never null:")).flat_map(|l| l.split(','));
    #[rustfmt::skip]
    let own = [
        "id", "child", "subject", "place", "recorded", "happened", "n", "at", "clock", "standing", "status", "part",
        "started", "began", "told", "opened", "taken", "authority", "role", "scheme",
    ];
    let column = |c: &str| c.trim().trim_end_matches('.').rsplit('.').next().unwrap_or_default().to_owned();
    own.into_iter().chain(said).map(column).collect()
}
/// The terms of every ORDER BY that do not say where nulls go.
fn unplaced_nulls(code: &str, never_null: &[String]) -> Vec<(usize, String)> {
    let upper = code.to_ascii_uppercase();
    let orders = lex::words(&upper).filter(|(at, w)| *w == "ORDER" && upper[at + 5..].trim_start().starts_with("BY"));
    let mut found = vec![];
    for (at, _) in orders {
        let begun = at + upper[at..].find("BY").map_or(0, |n| n + 2);
        for term in terms(&code[begun..]) {
            let said = term.to_ascii_uppercase();
            let placed = said.contains("NULLS FIRST") || said.contains("NULLS LAST");
            let counted =
                ["COUNT", "COALESCE", "CASE", "CAST(COALESCE"].iter().any(|answers| said.starts_with(answers));
            let name = term.split_whitespace().next().unwrap_or(term);
            let column = name.rsplit('.').next().unwrap_or(name);
            if !placed && !counted && !never_null.iter().any(|c| c == column) {
                found.push((at, column.to_owned()));
            }
        }
    }
    found
}
/// What stands between ORDER BY and its end, parted at its own commas.
fn terms(code: &str) -> Vec<&str> {
    let (mut depth, mut begun, mut end, mut found) = (0, 0, code.len(), vec![]);
    for (at, c) in code.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = at;
                break;
            }
            ')' => depth -= 1,
            ';' => {
                end = at;
                break;
            }
            ',' if depth == 0 => {
                found.push(code[begun..at].trim());
                begun = at + 1;
            }
            _ => {}
        }
    }
    let last = &code[begun..end];
    let clauses = ["LIMIT", "OFFSET", "FETCH", "FOR", "ROWS", "RANGE", "UNION"];
    let stop = lex::words(last).find(|(_, w)| clauses.contains(&w.to_ascii_uppercase().as_str())).map(|(at, _)| at);
    found.push(last[..stop.unwrap_or(last.len())].trim());
    found.retain(|t| !t.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn said(text: &str) -> Vec<String> {
        sql(&[file("casework/src/care/sql/q.sql", text)])
            .into_iter()
            .map(|p| format!("{}: {}", p.line, p.what))
            .collect()
    }
    fn fires(text: &str, on: &str) {
        let said = said(text);
        assert!(said.len() == 1 && said[0].contains(on), "{said:?} names {on}");
    }

    #[test]
    fn a_question_in_the_house_style_is_let_through() {
        let text = "-- Who is owed a visit, soonest first?\n-- Never null: due\n\
                    SELECT child, CAST(SUM(n) AS BIGINT) AS n, CAST(due AS TEXT) FROM owed\n\
                    \x20 WHERE due < :today AND words <> 'now() :: ->' -- not now()\n\
                    \x20 ORDER BY owed.due, met NULLS LAST, COUNT(*) DESC, COALESCE(a, b), child.id LIMIT 100\n";
        assert_eq!(said(text), [""; 0]);
    }
    #[test]
    fn a_question_that_asks_nothing_is_named() {
        fires("SELECT id FROM child", "1: the first line is a comment");
        fires("-- Children.\nSELECT id FROM child", "1: the first line is a comment");
    }
    #[test]
    fn one_databases_own_words_are_named() {
        fires("-- Who?\nSELECT id::text FROM child", "2: `::`");
        fires("-- Who?\nSELECT id FROM child WHERE name ilike 'a'", "2: `ILIKE`");
        fires("-- Who?\nSELECT body->>'a' FROM fact", "2: `->`");
    }
    #[test]
    fn arithmetic_with_days_is_named() {
        fires("-- Who?\nSELECT id FROM child WHERE born < current_date", "2: `CURRENT_DATE`");
        fires("-- Who?\nSELECT id FROM child WHERE born < :today - interval '1 day'", "2: `INTERVAL`");
    }
    #[test]
    fn a_sum_without_its_cast_is_named() {
        fires("-- How many?\nSELECT sum(n) FROM t", "2: write CAST(SUM");
    }
    #[test]
    fn an_order_that_leaves_nulls_open_is_named() {
        fires("-- Who?\nSELECT id FROM child\nORDER BY born DESC, id LIMIT 5", "3: ORDER BY born: ");
        fires("-- Who?\nSELECT RANK() OVER (ORDER BY t.due) FROM t", "2: ORDER BY due: ");
    }
}
