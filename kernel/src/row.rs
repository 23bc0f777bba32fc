//! A row is a serde deserializer, so that casework derives `Deserialize` and never names sqlx.
use crate::{
    Error, Kind, Value,
    bind::{PgDay, PgInstant},
};
use practice::{Id, Timestamp};
use serde::{
    Deserialize,
    de::{self, IntoDeserializer, Visitor, value},
};
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _, postgres::PgRow, sqlite::SqliteRow};

pub struct Row(pub(crate) Columns);
pub(crate) enum Columns {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// Into a struct whose fields have the names of the question's columns.
    pub fn read<T: de::DeserializeOwned>(&self) -> Result<T, Error> {
        let count = match &self.0 {
            Columns::Sqlite(row) => row.len(),
            Columns::Postgres(row) => row.len(),
        };
        let cells: Result<Vec<_>, Error> = (0..count).map(|i| Ok((self.name(i), Cell(self.value(i)?)))).collect();
        Ok(T::deserialize(value::MapDeserializer::new(cells?.into_iter()))?)
    }
    /// The first columns of a row as the tables say them, so that what is read equals what was written.
    pub(crate) fn cells(&self, kinds: impl IntoIterator<Item = Kind>) -> Result<Vec<Value>, Error> {
        let kinds = kinds.into_iter();
        let mut cells = Vec::with_capacity(kinds.size_hint().0);
        for (i, kind) in kinds.enumerate() {
            cells.push(self.cell(i, kind)?);
        }
        Ok(cells)
    }
    /// The one text of a row that has nothing else.
    pub(crate) fn text(&self) -> Result<&str, Error> {
        Ok(match &self.0 {
            Columns::Sqlite(row) => row.try_get(0)?,
            Columns::Postgres(row) => row.try_get(0)?,
        })
    }
    pub(crate) fn cell(&self, i: usize, kind: Kind) -> Result<Value, Error> {
        let row = match &self.0 {
            Columns::Sqlite(_) => self,
            Columns::Postgres(row) => return postgres_cell(row, i, kind),
        };
        Ok(match (row.value(i)?, kind) {
            (Value::Null(_), kind) => Value::Null(kind),
            (Value::Int(n), Kind::Flag) => Value::Flag(n != 0),
            (Value::Int(n), Kind::Instant) => Value::Instant(n),
            (Value::Text(text), Kind::Day) => Value::Day(text.parse()?),
            (Value::Bytes(bytes), Kind::Id) => Value::Id(Id::from_slice(&bytes)?),
            (value, _) => value,
        })
    }
    fn name(&self, i: usize) -> &str {
        match &self.0 {
            Columns::Sqlite(row) => row.column(i).name(),
            Columns::Postgres(row) => row.column(i).name(),
        }
    }
    /// As the database has it. SQLite has fewer types: days are text, ids bytes, flags and instants numbers.
    fn value(&self, i: usize) -> Result<Value, Error> {
        let unknown = |kind: &str| -> Error {
            format!("column {} is of type {kind}: cast it to one that questions answer in", self.name(i)).into()
        };
        Ok(match &self.0 {
            Columns::Sqlite(row) => {
                let raw = row.try_get_raw(i)?;
                match raw.type_info().name() {
                    _ if raw.is_null() => Value::Null(Kind::Text),
                    "INTEGER" | "BOOLEAN" => Value::Int(row.try_get_unchecked(i)?),
                    "BLOB" => Value::Bytes(row.try_get_unchecked(i)?),
                    "TEXT" => Value::Text(row.try_get_unchecked(i)?),
                    other => return Err(unknown(other)),
                }
            }
            Columns::Postgres(row) => {
                let raw = row.try_get_raw(i)?;
                match raw.type_info().name() {
                    _ if raw.is_null() => Value::Null(Kind::Text),
                    "INT8" => Value::Int(row.try_get(i)?),
                    "INT4" => Value::Int(row.try_get::<i32, _>(i)?.into()),
                    "BOOL" => Value::Flag(row.try_get(i)?),
                    "DATE" => Value::Day(PgDay::read(raw.as_bytes()?)?),
                    "TIMESTAMPTZ" => Value::Instant(PgInstant::read(raw.as_bytes()?)?),
                    "UUID" => Value::Id(row.try_get(i)?),
                    "BYTEA" => Value::Bytes(row.try_get(i)?),
                    "TEXT" | "VARCHAR" => Value::Text(row.try_get(i)?),
                    other => return Err(unknown(other)),
                }
            }
        })
    }
}

/// The kind is known, so the bytes are read without asking of which type they are.
fn postgres_cell(row: &PgRow, i: usize, kind: Kind) -> Result<Value, Error> {
    let raw = row.try_get_raw(i)?;
    if raw.is_null() {
        return Ok(Value::Null(kind));
    }
    let bytes = raw.as_bytes()?;
    Ok(match kind {
        Kind::Text => Value::Text(raw.as_str()?.to_owned()),
        Kind::Int => Value::Int(match bytes.len() {
            4 => i32::from_be_bytes(bytes.try_into()?).into(),
            _ => i64::from_be_bytes(bytes.try_into()?),
        }),
        Kind::Flag => Value::Flag(bytes == [1]),
        Kind::Day => Value::Day(PgDay::read(bytes)?),
        Kind::Instant => Value::Instant(PgInstant::read(bytes)?),
        Kind::Id => Value::Id(Id::from_slice(bytes)?),
        Kind::Bytes => Value::Bytes(bytes.to_vec()),
    })
}

/// For a field that holds a moment: `#[serde(deserialize_with = "kernel::instant")]`.
pub fn instant<'de, D: de::Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    Timestamp::from_microsecond(i64::deserialize(from)?).map_err(de::Error::custom)
}
/// The same for a moment that may be missing.
pub fn instant_or_none<'de, D: de::Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    let at = Option::<i64>::deserialize(from)?;
    at.map(Timestamp::from_microsecond).transpose().map_err(de::Error::custom)
}

/// One value on its way into a field: ids as 16 bytes, days as `2026-11-22`, moments as microseconds.
struct Cell(Value);
impl IntoDeserializer<'_, value::Error> for Cell {
    type Deserializer = Cell;
    fn into_deserializer(self) -> Cell {
        self
    }
}
impl<'de> de::Deserializer<'de> for Cell {
    type Error = value::Error;
    fn is_human_readable(&self) -> bool {
        false
    }
    fn deserialize_any<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        match self.0 {
            Value::Text(text) => v.visit_string(text),
            Value::Int(number) | Value::Instant(number) => v.visit_i64(number),
            Value::Flag(flag) => v.visit_bool(flag),
            Value::Day(day) => v.visit_string(day.to_string()),
            Value::Id(id) => v.visit_bytes(id.as_bytes()),
            Value::Bytes(bytes) => v.visit_byte_buf(bytes),
            Value::Null(_) => v.visit_unit(),
        }
    }
    fn deserialize_bool<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        match self.0 {
            Value::Int(flag @ (0 | 1)) => v.visit_bool(flag == 1),
            _ => self.deserialize_any(v),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        match self.0 {
            Value::Null(_) => v.visit_none(),
            _ => v.visit_some(self),
        }
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        v: V,
    ) -> Result<V::Value, value::Error> {
        match self.0 {
            Value::Text(word) => v.visit_enum(word.into_deserializer()),
            other => Err(de::Error::custom(format!("{other:?} is not a word"))),
        }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, v: V) -> Result<V::Value, value::Error> {
        v.visit_newtype_struct(self)
    }
    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
