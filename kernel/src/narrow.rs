//! There is no table called `child`. There is only `child` as far as the asker may see it: tables
//! are stored as `all_child`, …, and each question gets a `WITH` in front that gives the plain names
//! back, narrowed. What a question names is found by reading its words; whatever is not known is refused.
use crate::{
    About, House, Kind, Table, View, column,
    lex::{Spot, Token, lex},
    migrate::null,
    personal,
};
use practice::access::{ADDRESSED, Act, Reach};

/// Words that may stand before a bracket. A function that is not here is refused: PostgreSQL's
/// `query_to_xml('select …')` reads any table out of a string.
#[rustfmt::skip]
const MAY_CALL: &[&str] = &[
    // functions
    "abs", "cast", "coalesce", "count", "dense_rank", "first_value", "lag", "last_value", "lead", "length", "lower",
    "max", "min", "nullif", "rank", "replace", "round", "row_number", "string_agg", "substr", "sum", "trim", "upper",
    // and words of the language
    "all", "and", "as", "between", "by", "case", "distinct", "else", "except", "exists", "filter", "from", "having",
    "in", "intersect", "is", "join", "like", "limit", "materialized", "not", "offset", "on", "or", "over", "partition",
    "select", "then", "union", "using", "values", "when", "where",
];
/// What writes, what names tables in a way of its own, and what looks at a clock.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "insert", "update", "delete", "merge", "into", "table", "copy", "only", "lateral", "pragma", "attach",
    "tablesample", "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp",
];
/// Words that end the list of tables which FROM began.
#[rustfmt::skip]
const ENDS_FROM: &[&str] = &[
    "select", "where", "group", "order", "having", "limit", "offset", "union", "except", "intersect", "window",
    "values", "fetch", "for",
];
/// The kernel's own names and both databases' catalogues.
const CATALOGUES: [&str; 5] = ["all_", "pg_", "sqlite_", "pragma_", "information_schema"];

/// How far a question may see.
#[derive(Clone, Debug)]
pub(crate) struct Sight {
    pub act: Act,
    pub reach: Reach,
    pub masked: bool,
    /// Leave for one child sees that child only, `:the_child`.
    pub one_child: bool,
}
/// What every question is given, beside what its page gives it.
pub(crate) const GIVEN: [(&str, Kind); 5] =
    [("me", Kind::Id), ("my_team", Kind::Id), ("today", Kind::Day), ("now", Kind::Instant), ("the_child", Kind::Id)];

/// A question as it is put to the database: `$n` for each `:name`, and the names in that order.
#[derive(Debug)]
pub(crate) struct Narrowed {
    pub sql: String,
    pub names: Vec<String>,
}
pub(crate) fn narrow(question: &str, house: &House, sight: &Sight) -> Result<Narrowed, String> {
    let spots = lex(question)?;
    if !matches!(spots.first().map(Spot::word), Some("select" | "with")) {
        return Err("a question begins with SELECT or WITH".into());
    }
    let own = OwnNames::of(&spots)?;
    let tables: Vec<&Table> = OWN.iter().chain(house.tables).collect();
    let is_table = |name: &str| tables.iter().any(|t| t.name == name || t.is_counted_as(name));
    let known = |name: &str| is_table(name) || house.views.iter().any(|v| v.name == name);
    if let Some(taken) = own.names.iter().find(|name| known(name)) {
        return Err(format!("`{taken}` is the name of a table"));
    }
    let mut named = named(&spots, &own.names, known)?;
    let views: Vec<&View> = house.views.iter().filter(|v| named.iter().any(|n| n == v.name)).collect();
    for view in &views {
        let spots = lex(view.question)?;
        named.extend(self::named(&spots, &[], is_table).map_err(|e| format!("{}: {e}", view.name))?);
    }
    let mut given: Vec<String> =
        tables.iter().filter(|t| named.iter().any(|n| n == t.name)).map(|table| given_back(table, sight)).collect();
    given.extend(tables.iter().filter(|t| named.iter().any(|n| t.is_counted_as(n))).map(|t| counted(t, sight)));
    // A view stands after the tables that it names, which are narrowed by then.
    given.extend(views.iter().map(|v| format!("{} AS NOT MATERIALIZED ({})", v.name, v.question)));
    let text = match (given.is_empty(), own.first) {
        (true, _) => question.to_string(),
        (false, None) => format!("WITH {}\n{question}", given.join(",\n")),
        (false, Some(at)) => format!("WITH RECURSIVE {},\n{}", given.join(",\n"), &question[at..]),
    };
    number(&text)
}

/// The names that the question's own WITH gives, and where the first of them stands.
struct OwnNames {
    names: Vec<String>,
    first: Option<usize>,
}
impl OwnNames {
    fn of(spots: &[Spot]) -> Result<OwnNames, String> {
        let word = |i: usize| spots.get(i).map_or("", Spot::word);
        let is = |i: usize, mark: char| spots.get(i).is_some_and(|s| s.is(mark));
        let mut own = OwnNames { names: vec![], first: None };
        if word(0) != "with" {
            return Ok(own);
        }
        let mut i = if word(1) == "recursive" { 2 } else { 1 };
        own.first = spots.get(i).map(|spot| spot.at);
        loop {
            own.names.push(word(i).to_string());
            i += 1;
            if is(i, '(') {
                i = after_bracket(spots, i)?;
            }
            let as_is = |i: usize| ["as", "not", "materialized"].contains(&word(i));
            if word(i) != "as" {
                return Err("after a name in WITH stands AS".into());
            }
            while as_is(i) {
                i += 1;
            }
            if !is(i, '(') {
                return Err("after AS stands a question in brackets".into());
            }
            i = after_bracket(spots, i)?;
            if !is(i, ',') {
                return Ok(own);
            }
            i += 1;
        }
    }
}
fn after_bracket(spots: &[Spot], open: usize) -> Result<usize, String> {
    let mut depth = 0;
    for (i, spot) in spots.iter().enumerate().skip(open) {
        depth += i32::from(spot.is('(')) - i32::from(spot.is(')'));
        if depth == 0 {
            return Ok(i + 1);
        }
    }
    Err("brackets do not match".into())
}

/// Where in a bracket we are.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Among the tables of a FROM, where a comma brings another.
    in_from: bool,
    /// The next word must be a table.
    wants_table: bool,
}
/// The tables that a question names, or why it is refused.
fn named(spots: &[Spot], own: &[String], known: impl Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let mut found: Vec<String> = vec![];
    let mut brackets = vec![Place::default()];
    for (i, spot) in spots.iter().enumerate() {
        let next = |mark: char| spots.get(i + 1).is_some_and(|s| s.is(mark));
        let place = brackets.last_mut().ok_or("brackets do not match")?;
        match &spot.token {
            Token::Mark('(') => {
                // `FROM (child JOIN …)`: inside we are among the tables as well.
                let inside = Place { in_from: place.wants_table, wants_table: place.wants_table };
                place.wants_table = false;
                brackets.push(inside);
            }
            Token::Mark(')') => drop(brackets.pop()),
            Token::Mark(',') if place.in_from => place.wants_table = true,
            Token::Word(word) => {
                may_stand(word, i, next('('), own)?;
                if place.wants_table && !matches!(word.as_str(), "select" | "values") {
                    if next('.') {
                        return Err(format!("`{word}.` is refused: tables are named without a schema"));
                    }
                    if known(word) {
                        found.push(word.clone());
                    } else if !own.contains(word) {
                        return Err(format!("`{word}` is not a table that questions may name"));
                    }
                    place.wants_table = false;
                } else if matches!(word.as_str(), "from" | "join") {
                    *place = Place { in_from: true, wants_table: true };
                } else if ENDS_FROM.contains(&word.as_str()) {
                    *place = Place::default();
                }
            }
            _ if place.wants_table => return Err("after FROM, JOIN or a comma between tables stands a name".into()),
            _ => {}
        }
    }
    match brackets[..] {
        [Place { wants_table: false, .. }] => Ok(found),
        _ => Err("brackets do not match, or a table is missing at the end".into()),
    }
}
fn may_stand(word: &str, i: usize, before_bracket: bool, own: &[String]) -> Result<(), String> {
    if NEVER.contains(&word) || CATALOGUES.iter().any(|c| word.starts_with(c)) {
        return Err(format!("`{word}` is refused"));
    }
    if word == "with" && i > 0 {
        return Err("WITH stands at the beginning or nowhere".into());
    }
    if word == "in" && !before_bracket {
        return Err("IN needs brackets: SQLite reads `x IN table`".into());
    }
    if before_bracket && !MAY_CALL.contains(&word) && !own.iter().any(|name| name == word) {
        return Err(format!("`{word}(…)` is refused: not a function that questions may call"));
    }
    Ok(())
}

/// Which rows of a table the asker may see.
enum Seen {
    All,
    /// All but those of the children whom this question names.
    AllBut(String),
    /// Those that are left by what stands after `FROM … AS it`.
    Only(String),
}
fn seen(table: &Table, sight: &Sight) -> Seen {
    let key = table.whose;
    let one = if sight.one_child { "child.id = :the_child AND " } else { "" };
    let whose = format!("{one}{}", sight.reach.sql());
    match table.about {
        About::Open => Seen::All,
        About::Only(act) if sight.act == act || sight.reach == Reach::Whole => Seen::All,
        About::Only(_) => Seen::Only(" WHERE FALSE".into()),
        About::Child | About::Addressed if sight.reach == Reach::Whole && !sight.one_child => Seen::All,
        About::Addressed if sight.one_child => Seen::Only(format!(" WHERE it.{key} = :the_child AND {ADDRESSED}")),
        About::Addressed => Seen::Only(format!(" WHERE {ADDRESSED}")),
        About::Child if table.name == "child" => Seen::Only(format!(" WHERE {whose}")),
        // A row that was derived has its child's beside it; a fact may be about somebody else.
        About::Child if let Some(hidden) = sight.reach.hidden_sql().filter(|_| !is_own(table) && !sight.one_child) => {
            Seen::AllBut(hidden)
        }
        About::Child => {
            Seen::Only(format!(" JOIN all_child AS child ON child.id = it.{key} AND child.n = 0 WHERE {whose}"))
        }
    }
}
/// What a table is called in the question that gives it back: conditions are on `child`.
fn called(table: &Table) -> &'static str {
    if table.name == "child" { "child" } else { "it" }
}
/// The kernel's own tables hold no answers, so their rows have no place in one.
fn is_own(table: &Table) -> bool {
    OWN.iter().any(|own| own.name == table.name)
}
/// A table under its plain name, as far as the asker may see.
fn given_back(table: &Table, sight: &Sight) -> String {
    let (name, key) = (table.name, table.whose);
    let it = called(table);
    let columns: String = table
        .columns
        .iter()
        .map(|c| match c.personal && sight.masked {
            true => format!(", {} AS {}", null(c.kind), c.name),
            false => format!(", {it}.{}", c.name),
        })
        .collect();
    let place = if is_own(table) { String::new() } else { format!(", {it}.n") };
    let which = match seen(table, sight) {
        Seen::All => String::new(),
        Seen::AllBut(hidden) => format!(" WHERE it.{key} NOT IN ({hidden})"),
        Seen::Only(rest) => rest,
    };
    // Without NOT MATERIALIZED PostgreSQL makes the whole list first; with IN instead of the join
    // both databases take seconds over 200,000 children.
    format!("{name} AS NOT MATERIALIZED (SELECT {it}.{key}{place}{columns} FROM all_{name} AS {it}{which})")
}
/// How many of the rows that the asker may see hold what. The stored counts are of every row: those of the
/// few who are hidden are taken off, and whoever sees only some has theirs counted one by one.
fn counted(table: &Table, sight: &Sight) -> String {
    let (name, key, it) = (table.name, table.whose, called(table));
    let each = |things: i8| -> String {
        let columns: String = table.counted.iter().map(|c| format!("{it}.{c}, ")).collect();
        format!("SELECT {columns}{things} AS things FROM all_{name} AS {it}")
    };
    let stored = format!("SELECT {}, things FROM all_count_{name}", table.counted.join(", "));
    let rows = match seen(table, sight) {
        Seen::All => stored,
        Seen::AllBut(hidden) => format!("{stored} UNION ALL {} WHERE {it}.{key} IN ({hidden})", each(-1)),
        Seen::Only(rest) => each(1) + &rest,
    };
    format!("count_{name} AS NOT MATERIALIZED ({rows})")
}
/// The n-th distinct `:name` becomes `$n` on both databases.
fn number(text: &str) -> Result<Narrowed, String> {
    let (mut sql, mut names, mut done) = (String::new(), Vec::<String>::new(), 0);
    for spot in lex(text)? {
        if let Token::Param(name) = spot.token {
            let n = names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name.into());
                names.len() - 1
            });
            sql += &format!("{}${}", &text[done..spot.at], n + 1);
            done = spot.at + 1 + name.len();
        }
    }
    sql += &text[done..];
    Ok(Narrowed { sql, names })
}
/// What was given, in the order in which the question names it.
pub(crate) fn arrange<T: Clone>(names: &[String], given: &[(&str, T)]) -> Result<Vec<T>, String> {
    let find = |name: &String| given.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
    names.iter().map(|name| find(name).ok_or_else(|| format!("`:{name}` was not given"))).collect()
}
/// What a question is called in a message: its first line is a comment that says what it asks.
pub(crate) fn title(question: &str) -> &str {
    question.lines().next().unwrap_or_default().trim_start_matches("--").trim()
}

/// The kernel's own tables that questions may name, narrowed like the rest.
pub(crate) const OWN: &[Table] = &[
    Table {
        name: "fact",
        whose: "subject",
        about: About::Child,
        columns: &[
            column("id", Kind::Id),
            column("name", Kind::Text),
            column("version", Kind::Int),
            column("happened", Kind::Day),
            column("at", Kind::Instant),
            column("recorded", Kind::Instant),
            personal("who", Kind::Id),
            column("source", Kind::Text),
            personal("body", Kind::Text),
            column("instead_of", Kind::Id),
            personal("why", Kind::Text),
        ],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "audit",
        whose: "subject",
        about: About::Child,
        columns: &[
            column("entry", Kind::Int),
            column("at", Kind::Instant),
            personal("who", Kind::Id),
            column("what", Kind::Text),
            column("fact", Kind::Id),
            personal("words", Kind::Text),
        ],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "seen",
        whose: "subject",
        about: About::Child,
        columns: &[
            column("look", Kind::Int),
            column("at", Kind::Instant),
            personal("who", Kind::Id),
            column("what", Kind::Text),
            column("act", Kind::Text),
        ],
        indexes: &[],
        counted: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Desk, Settings, testing::*};

    const TRICKS: &[(&str, &str)] = &[
        ("SELECT * FROM all_child", "`all_child`"),
        ("SELECT * FROM ALL_CHILD", "`all_child`"),
        ("SELECT id FROM child WHERE EXISTS (SELECT 1 FROM All_Fact)", "`all_fact`"),
        ("SELECT * FROM \"all_child\"", "no quoted names"),
        ("SELECT * FROM `all_child`", "no quoted names"),
        ("SELECT * FROM [all_child]", "no quoted names"),
        ("SELECT * FROM public.child", "`public.`"),
        ("SELECT * FROM main . child", "`main.`"),
        ("SELECT * FROM child, head", "`head` is not a table"),
        ("SELECT * FROM child AS c (id), head", "`c(…)`"),
        ("SELECT * FROM (child JOIN head ON TRUE)", "`head` is not a table"),
        ("SELECT * FROM child c JOIN visit v ON v.child = c.id, derived", "`derived` is not a table"),
        ("SELECT * FROM child WHERE EXISTS (SELECT 1 FROM derived)", "`derived` is not a table"),
        ("SELECT id FROM child UNION SELECT hash FROM head", "`head` is not a table"),
        ("SELECT id FROM child WHERE (1, 1, id) IN head", "IN needs brackets"),
        ("SELECT id FROM child UNION TABLE derived", "`table`"),
        ("SELECT query_to_xml('select * from all_child', true, true, '')", "`query_to_xml(…)`"),
        ("SELECT query_to_xml ('x')", "`query_to_xml(…)`"),
        ("SELECT * FROM pg_catalog.pg_class", "`pg_catalog`"),
        ("SELECT * FROM sqlite_master", "`sqlite_master`"),
        ("SELECT * FROM information_schema.tables", "`information_schema`"),
        ("SELECT * FROM count_child", "`count_child` is not a table"),
        ("SELECT * FROM all_count_visit", "`all_count_visit`"),
        ("SELECT * FROM dblink('x')", "`dblink"),
        ("SELECT * FROM child('x')", "`child(…)`"),
        ("SELECT id FROM pragma_table_info('x')", "`pragma_table_info`"),
        ("WITH child AS (SELECT 1) SELECT * FROM child", "name of a table"),
        ("WITH x AS (SELECT 1), child AS (SELECT 1) SELECT * FROM child", "name of a table"),
        ("WITH x (SELECT 1) SELECT * FROM x", "stands AS"),
        ("SELECT * FROM (WITH head AS (SELECT 1) SELECT * FROM head) x, head", "WITH stands"),
        ("SELECT 1; DELETE FROM all_fact", "no second statement"),
        ("DELETE FROM fact", "begins with"),
        ("VALUES (1)", "begins with"),
        ("WITH gone AS (DELETE FROM fact RETURNING id) SELECT * FROM gone", "`delete`"),
        ("SELECT * INTO copy FROM child", "`into`"),
        ("SELECT E'\\' FROM head --'", "plain quotes"),
        ("SELECT '\\' FROM head --'", "refused in strings"),
        ("SELECT 'open FROM child", "not closed"),
        ("SELECT /* */ 1 FROM head", "begin with `--`"),
        ("SELECT $$ $$ FROM head", "`$`"),
        ("SELECT 1::text", "casts"),
        ("SELECT x FROM --\n head", "`head` is not a table"),
        ("SELECT 1 -- one\r FROM head", "refused"),
        ("SELECT id FROM child WHERE born < CURRENT_DATE", "`current_date`"),
        ("SELECT * FROM child, LATERAL (SELECT 1) x", "`lateral`"),
        ("SELECT id FROM child) UNION SELECT id FROM (child", "brackets"),
        ("SELECT id FROM child, ", "missing at the end"),
        ("SELECT id FROM 'all_child'", "stands a name"),
    ];
    fn sight(reach: Reach) -> Sight {
        Sight { act: Act::ViewChild, reach, masked: false, one_child: false }
    }

    #[test]
    fn tricks_are_refused_and_the_reason_is_said() {
        for (trick, why) in TRICKS {
            let said = narrow(trick, &house(), &sight(Reach::Service)).expect_err(trick);
            assert!(said.contains(why), "{trick}: {said}");
        }
    }
    const HONEST: &[&str] = &[
        "-- Who is there?\r\nSELECT id, name FROM child ORDER BY name NULLS LAST, id -- by name: no 'head' here",
        "WITH RECURSIVE up (id, n) AS (SELECT id, 1 FROM child UNION ALL SELECT id, n + 1 FROM up WHERE n < 3) \
         SELECT Up.id, COUNT(*) AS n FROM UP JOIN Visit ON Visit.child = up.id WHERE notes <> 'from \"head\"' GROUP BY up.id",
        "WITH late AS MATERIALIZED (SELECT child, MIN(day) AS day FROM visit GROUP BY child), few AS (SELECT child FROM late) \
         SELECT c.id FROM (child AS c LEFT JOIN late ON late.child = c.id), worker AS w WHERE c.id IN (SELECT child FROM few)",
        "SELECT v.child, w.name, CAST(SUM(CASE WHEN v.seen THEN 1 ELSE 0 END) AS BIGINT) AS seen FROM visit v \
         JOIN allocation a ON a.child = v.child AND a.worker = :me JOIN worker w ON w.id = a.worker \
         WHERE (:from IS NULL OR v.day >= :from) AND v.day <= :today GROUP BY v.child, w.name",
        "SELECT name, happened, at, who, body FROM fact UNION ALL SELECT what, NULL, at, who, words FROM audit \
         UNION ALL SELECT act, NULL, at, who, 'it''s' FROM seen",
        "SELECT c.day, SUM(c.things) AS visits FROM count_visit c JOIN visit v ON v.day = c.day GROUP BY c.day",
        "SELECT child, ROW_NUMBER() OVER (PARTITION BY child ORDER BY day) AS n FROM visit WINDOW w AS (ORDER BY day)",
    ];
    #[tokio::test]
    async fn honest_questions_are_read_by_both_databases_for_every_reach() {
        on_both(|db| async move {
            db.migrate(TABLES).await.unwrap();
            let desk = Desk::new(db, house(), Settings::default());
            for question in HONEST {
                desk.prepares(question, &[("from", Kind::Day)]).await.unwrap();
            }
            let said = desk.prepares("-- What is missing?\nSELECT nothing FROM child", &[]).await.unwrap_err();
            assert!(said.to_string().starts_with("What is missing?"), "{said}");
        })
        .await;
    }
    #[test]
    fn only_named_tables_stand_in_front_and_personal_columns_are_blank_when_masked() {
        let narrowed = |masked| narrow(HONEST[1], &house(), &Sight { masked, ..sight(Reach::Allocated) }).unwrap().sql;
        assert!(narrowed(false).contains("all_visit") && !narrowed(false).contains("all_worker"));
        assert!(narrowed(true).contains("CAST(NULL AS TEXT) AS notes") && !narrowed(true).contains("it.notes"));
        assert!(narrowed(false).contains("it.notes"));
        let given = narrow(HONEST[3], &house(), &sight(Reach::Whole)).unwrap();
        assert_eq!(given.names, ["me", "from", "today"], "each name once, in order");
        assert!(!given.sql.contains(':') && given.sql.matches("$2").count() == 2);
        assert_eq!(arrange(&given.names, &[("me", 1), ("today", 2)]).unwrap_err(), "`:from` was not given");
    }
}
