//! What casework tells the kernel at start: the query tables, how facts are written down and read
//! back, and what a subject's surviving facts come to.
use kernel::{Body, Derived, House, Table};
use practice::{Fact, History, Norms};
use serde_json::Value as Json;

/// Part of each subject's basis: a release that derives differently derives everyone anew.
pub const RELEASE: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");

/// What each part of the work puts into its query tables. A line per part.
const PARTS: &[Part] = &[
    Part { tables: crate::people::tables::TABLES, rows: crate::people::tables::rows },
    Part { tables: crate::today::tables::TABLES, rows: crate::today::tables::rows },
    Part { tables: crate::care::tables::TABLES, rows: crate::care::tables::rows },
    Part { tables: crate::leavers::tables::TABLES, rows: crate::leavers::tables::rows },
    Part { tables: crate::leavers::work::tables::TABLES, rows: crate::leavers::work::tables::rows },
    Part { tables: crate::letters::tables::TABLES, rows: crate::letters::tables::rows },
    Part { tables: crate::plans::tables::TABLES, rows: crate::plans::tables::rows },
    Part { tables: crate::young::tables::TABLES, rows: crate::young::tables::rows },
    Part { tables: crate::workforce::tables::TABLES, rows: crate::workforce::tables::rows },
    Part { tables: crate::imports::tables::TABLES, rows: crate::imports::tables::rows },
    Part { tables: crate::returns_desk::tables::TABLES, rows: crate::returns_desk::tables::rows },
];
pub struct Part {
    pub tables: &'static [Table],
    pub rows: fn(&History, &Norms, &mut Derived),
}

/// The house of the product. It is leaked once at start: it lives as long as the program.
pub fn house() -> House {
    let tables: Vec<Table> = PARTS.iter().flat_map(|p| p.tables).copied().collect();
    House {
        release: RELEASE,
        tables: Vec::leak(tables),
        views: Vec::leak([crate::people::VIEWS, crate::today::VIEWS].concat()),
        encode,
        decode,
        derive,
        refused: crate::refused::page,
    }
}

/// The pure change from one version of a fact to the next. A fact's version is one more than its changes.
type Upcast = (&'static str, i64, fn(&mut Json));
const UPCASTS: &[Upcast] = &[];

pub fn encode(fact: &Fact) -> Body {
    let text = serde_json::to_string(fact).expect("facts are plain data");
    // `{"care":{"Visited":…` or `{"people":"Died"}`: the name is in the body, never in a second list.
    let mut quoted = text.split('"').skip(1).step_by(2);
    let name = format!("{}.{}", quoted.next().unwrap_or_default(), quoted.next().unwrap_or_default());
    let version = version(&name);
    Body { name, version, text }
}
/// The version in which a fact of this name is written down today.
pub fn version(name: &str) -> i64 {
    1 + UPCASTS.iter().filter(|u| u.0 == name).count() as i64
}
/// Errors name the fact and its version, never its content.
pub fn decode(body: &Body) -> Result<Fact, String> {
    let wrong =
        |e: serde_json::Error| format!("{} version {} does not read at column {}", body.name, body.version, e.column());
    let mut changes = UPCASTS.iter().filter(|u| u.0 == body.name && u.1 >= body.version).peekable();
    if changes.peek().is_none() {
        return serde_json::from_str(&body.text).map_err(wrong);
    }
    let mut json = serde_json::from_str(&body.text).map_err(wrong)?;
    changes.for_each(|(_, _, change)| change(&mut json));
    serde_json::from_value(json).map_err(wrong)
}

/// Every row about one subject. Pure: the same facts on the same day give the same rows.
pub fn derive(h: &History, norms: &Norms) -> Derived {
    let mut out = Derived::default();
    for part in PARTS {
        (part.rows)(h, norms, &mut out);
    }
    out.changes_on = practice::changes::changes_on(h, norms);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_a_column_that_names_nobody() {
        let tables = house().tables;
        let counted: Vec<_> = tables.iter().flat_map(|t| t.counted.iter().map(move |name| (t, *name))).collect();
        assert!(!counted.is_empty());
        for (table, name) in counted {
            let column = table.columns.iter().find(|c| c.name == name);
            assert!(column.is_some_and(|c| !c.personal), "{}: {name}", table.name);
        }
    }
}
