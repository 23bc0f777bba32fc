//! Many rows at a time, into the tables and out of them: what an import and a rebuild are made of.
use crate::{
    Error, Kind, Row, Value,
    bind::{postgres_column, postgres_type_name},
    db::Tx,
};
use practice::Id;
use serde::de::{DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use sqlx::{AssertSqlSafe, postgres::PgArguments};

/// Rows in one statement on PostgreSQL: enough that the statement itself costs nothing.
const AT_ONCE: usize = 2048;

impl Tx {
    /// Many rows in few statements: each costs SQLite about 75 µs and PostgreSQL a way there and back.
    /// PostgreSQL is given one array a column, because it plans anew for every list of values.
    pub(crate) async fn insert(&mut self, head: &str, rows: Vec<Vec<Value>>, tail: &str) -> Result<(), Error> {
        match self {
            Tx::Sqlite(_) => self.insert_values(head, rows, tail).await,
            Tx::Postgres(tx) => {
                let mut rows = rows.into_iter();
                while rows.len() > 0 {
                    let (given, types) = columns(rows.by_ref().take(AT_ONCE))?;
                    let lists: Vec<String> = (1..).zip(types).map(|(n, t)| format!("${n}::{t}[]")).collect();
                    let sql = format!("{head} SELECT * FROM UNNEST({}) {tail}", lists.join(", "));
                    sqlx::query_with(AssertSqlSafe(sql), given).execute(&mut **tx).await?;
                }
                Ok(())
            }
        }
    }
    /// The sizes are fixed, so that the prepared statements are few; and SQLite gets a bare `?`, because
    /// it looks each `$n` up in a list, which is quadratic in a statement of thousands.
    async fn insert_values(&mut self, head: &str, rows: Vec<Vec<Value>>, tail: &str) -> Result<(), Error> {
        let width = rows.first().map_or(0, Vec::len);
        let row = format!("({})", vec!["?"; width].join(","));
        let mut rows = rows.into_iter();
        while rows.len() > 0 {
            let fits = |size: &usize| *size <= rows.len() && size * width <= 30_000;
            let size = [256, 64, 16, 4].into_iter().find(fits).unwrap_or(1);
            let sql = format!("{head} VALUES {} {tail}", vec![row.as_str(); size].join(","));
            self.run(&sql, rows.by_ref().take(size).flatten().collect()).await?;
        }
        Ok(())
    }
    /// The columns of every row that `from` finds, each of a known kind, in no order. SQLite gives them
    /// as one text: a row on its own is handed from its thread to ours cell by cell, which takes ten
    /// times as long as finding it.
    pub(crate) async fn bulk(
        &mut self,
        columns: &[(&str, Kind)],
        from: &str,
        given: Vec<Value>,
    ) -> Result<Vec<Vec<Value>>, Error> {
        let kinds: Vec<Kind> = columns.iter().map(|c| c.1).collect();
        if self.is_postgres() {
            let names: Vec<&str> = columns.iter().map(|c| c.0).collect();
            let found = self.all(&format!("SELECT {} {from}", names.join(", ")), given).await?;
            let mut rows = Vec::with_capacity(found.len());
            for row in &found {
                rows.push(row.cells(kinds.iter().copied())?);
            }
            return Ok(rows);
        }
        let cell = |(name, kind): &(&str, Kind)| match kind {
            // JSON has no bytes.
            Kind::Id | Kind::Bytes => format!("quote({name})"),
            _ => (*name).to_string(),
        };
        let cells: Vec<String> = columns.iter().map(cell).collect();
        let sql = format!("SELECT json_group_array(json_array({})) {from}", cells.join(", "));
        match self.all(&sql, given).await?.first().map(Row::text).transpose()? {
            Some(text) => Ok(Lines(&kinds).deserialize(&mut serde_json::Deserializer::from_str(text))?),
            None => Ok(vec![]),
        }
    }
}
/// Rows turned into columns, with the name of each column's type.
fn columns(rows: impl Iterator<Item = Vec<Value>>) -> Result<(PgArguments, Vec<&'static str>), Error> {
    let mut columns: Vec<Vec<Value>> = vec![];
    for row in rows {
        columns.resize_with(row.len(), Vec::new);
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
    }
    let (mut given, mut types) = (PgArguments::default(), vec![]);
    for column in columns {
        let kind = column.first().map_or(Kind::Text, Value::kind);
        types.push(postgres_type_name(kind));
        postgres_column(&mut given, kind, column)?;
    }
    Ok((given, types))
}

/// An array of rows, a row, a cell: what SQLite's JSON says, by the kinds of the columns.
struct Lines<'a>(&'a [Kind]);
struct Line<'a>(&'a [Kind]);
struct Cell(Kind);

impl<'de> DeserializeSeed<'de> for Lines<'_> {
    type Value = Vec<Vec<Value>>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}
impl<'de> Visitor<'de> for Lines<'_> {
    type Value = Vec<Vec<Value>>;
    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("rows")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Self::Value, A::Error> {
        let mut all = vec![];
        while let Some(row) = rows.next_element_seed(Line(self.0))? {
            all.push(row);
        }
        Ok(all)
    }
}
impl<'de> DeserializeSeed<'de> for Line<'_> {
    type Value = Vec<Value>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Vec<Value>, D::Error> {
        from.deserialize_seq(self)
    }
}
impl<'de> Visitor<'de> for Line<'_> {
    type Value = Vec<Value>;
    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a row")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut cells: A) -> Result<Vec<Value>, A::Error> {
        let mut row = Vec::with_capacity(self.0.len());
        for kind in self.0 {
            row.push(cells.next_element_seed(Cell(*kind))?.ok_or_else(|| A::Error::custom("a cell is missing"))?);
        }
        match cells.next_element::<serde::de::IgnoredAny>()? {
            None => Ok(row),
            Some(_) => Err(A::Error::custom("a cell too many")),
        }
    }
}
impl<'de> DeserializeSeed<'de> for Cell {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}
impl Visitor<'_> for Cell {
    type Value = Value;
    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "a cell of kind {:?}", self.0)
    }
    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null(self.0))
    }
    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        match self.0 {
            Kind::Flag => Ok(Value::Flag(number != 0)),
            Kind::Instant => Ok(Value::Instant(number)),
            Kind::Int => Ok(Value::Int(number)),
            _ => Err(E::invalid_type(serde::de::Unexpected::Signed(number), &self)),
        }
    }
    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        self.visit_i64(i64::try_from(number).map_err(E::custom)?)
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        match self.0 {
            Kind::Text => Ok(Value::Text(text.to_owned())),
            Kind::Day => text.parse().map(Value::Day).map_err(E::custom),
            Kind::Id | Kind::Bytes if text == "NULL" => Ok(Value::Null(self.0)),
            Kind::Id => Id::try_parse(quoted(text)).map(Value::Id).map_err(E::custom),
            Kind::Bytes => bytes(quoted(text)).map(Value::Bytes).ok_or_else(|| E::custom("bytes are not readable")),
            _ => Err(E::invalid_type(serde::de::Unexpected::Str(text), &self)),
        }
    }
    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Value, E> {
        match self.0 {
            Kind::Text => Ok(Value::Text(text)),
            _ => self.visit_str(&text),
        }
    }
}
/// What stands in `X'…'`.
fn quoted(text: &str) -> &str {
    text.trim_start_matches("X'").trim_end_matches('\'')
}
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |c: &u8| char::from(*c).to_digit(16);
    let pair = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
        _ => None,
    };
    hex.as_bytes().chunks(2).map(pair).collect()
}
