//! Values on their way into a statement, and the two forms in which PostgreSQL wants days and moments.
use crate::{Error, Kind, Value};
use practice::{
    Date, Id,
    day::{date, days_between, plus_days},
};
use sqlx::{
    Arguments as _, Encode,
    encode::IsNull,
    error::BoxDynError,
    postgres::{PgArgumentBuffer, PgArguments, PgHasArrayType, PgTypeInfo, Postgres},
    sqlite::SqliteArguments,
};

/// PostgreSQL counts days and microseconds from 1 January 2000.
const EPOCH: Date = date(2000, 1, 1);
const EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;

pub(crate) struct PgDay(Date);
pub(crate) struct PgInstant(i64);

impl PgDay {
    pub(crate) fn read(bytes: &[u8]) -> Result<Date, Error> {
        Ok(plus_days(EPOCH, i32::from_be_bytes(bytes.try_into()?).into()))
    }
}
impl PgInstant {
    pub(crate) fn read(bytes: &[u8]) -> Result<i64, Error> {
        Ok(i64::from_be_bytes(bytes.try_into()?) + EPOCH_MICROSECONDS)
    }
}
impl sqlx::Type<Postgres> for PgDay {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("DATE")
    }
}
impl sqlx::Type<Postgres> for PgInstant {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("TIMESTAMPTZ")
    }
}
impl PgHasArrayType for PgDay {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("DATE")
    }
}
impl PgHasArrayType for PgInstant {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("TIMESTAMPTZ")
    }
}
impl Encode<'_, Postgres> for PgDay {
    fn encode_by_ref(&self, into: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        into.extend_from_slice(&i32::try_from(days_between(EPOCH, self.0))?.to_be_bytes());
        Ok(IsNull::No)
    }
}
impl Encode<'_, Postgres> for PgInstant {
    fn encode_by_ref(&self, into: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        into.extend_from_slice(&(self.0 - EPOCH_MICROSECONDS).to_be_bytes());
        Ok(IsNull::No)
    }
}

pub(crate) fn sqlite(values: Vec<Value>) -> Result<SqliteArguments, Error> {
    let mut all = SqliteArguments::default();
    for value in values {
        match value {
            Value::Text(text) => all.add(text),
            Value::Int(number) | Value::Instant(number) => all.add(number),
            Value::Flag(flag) => all.add(flag),
            Value::Day(day) => all.add(day.to_string()),
            Value::Id(id) => all.add(id),
            Value::Bytes(bytes) => all.add(bytes),
            Value::Null(_) => all.add(None::<i64>),
        }?;
    }
    Ok(all)
}
pub(crate) fn postgres(values: Vec<Value>) -> Result<PgArguments, Error> {
    let mut all = PgArguments::default();
    for value in values {
        match value {
            Value::Text(text) => all.add(text),
            Value::Int(number) => all.add(number),
            Value::Flag(flag) => all.add(flag),
            Value::Day(day) => all.add(PgDay(day)),
            Value::Instant(microseconds) => all.add(PgInstant(microseconds)),
            Value::Id(id) => all.add(id),
            Value::Bytes(bytes) => all.add(bytes),
            Value::Null(Kind::Text) => all.add(None::<String>),
            Value::Null(Kind::Int) => all.add(None::<i64>),
            Value::Null(Kind::Flag) => all.add(None::<bool>),
            Value::Null(Kind::Day) => all.add(None::<PgDay>),
            Value::Null(Kind::Instant) => all.add(None::<PgInstant>),
            Value::Null(Kind::Id) => all.add(None::<Id>),
            Value::Null(Kind::Bytes) => all.add(None::<Vec<u8>>),
        }?;
    }
    Ok(all)
}
/// The values of one column, all of one kind, as an array.
pub(crate) fn postgres_column(all: &mut PgArguments, kind: Kind, values: Vec<Value>) -> Result<(), Error> {
    macro_rules! array {
        ($($kind:ident: $hold:expr),*) => {
            match kind {
                $(Kind::$kind => {
                    let hold = |value| match value {
                        Value::$kind(it) => Ok(Some($hold(it))),
                        Value::Null(_) => Ok(None),
                        other => Err(format!("{other:?} among values of kind {kind:?}")),
                    };
                    all.add(values.into_iter().map(hold).collect::<Result<Vec<_>, _>>()?)?
                })*
            }
        };
    }
    array!(Text: String::from, Int: i64::from, Flag: bool::from, Day: PgDay, Instant: PgInstant, Id: Id::from, Bytes: Vec::from);
    Ok(())
}
/// What PostgreSQL calls a kind, for a statement that is prepared before any value is at hand.
pub(crate) fn postgres_type(kind: Kind) -> PgTypeInfo {
    PgTypeInfo::with_name(postgres_type_name(kind))
}
pub(crate) fn postgres_type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Int => "INT8",
        Kind::Flag => "BOOL",
        Kind::Day => "DATE",
        Kind::Instant => "TIMESTAMPTZ",
        Kind::Id => "UUID",
        Kind::Bytes => "BYTEA",
    }
}
