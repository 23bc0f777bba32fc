//! What a column can hold, on both databases alike.
use practice::{Date, Id, Timestamp};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Text,
    Int,
    Flag,
    Day,
    Instant,
    Id,
    Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    Text(String),
    Int(i64),
    Flag(bool),
    Day(Date),
    /// Whole microseconds since 1970: what both databases can hold, sort and give back unchanged.
    Instant(i64),
    Id(Id),
    Bytes(Vec<u8>),
    /// PostgreSQL wants to know of which kind the missing thing is.
    Null(Kind),
}

impl Value {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Value::Text(_) => Kind::Text,
            Value::Int(_) => Kind::Int,
            Value::Flag(_) => Kind::Flag,
            Value::Day(_) => Kind::Day,
            Value::Instant(_) => Kind::Instant,
            Value::Id(_) => Kind::Id,
            Value::Bytes(_) => Kind::Bytes,
            Value::Null(kind) => *kind,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        // PostgreSQL's text cannot hold a NUL, and nothing a person types needs one.
        Value::Text(text.replace('\0', "\u{fffd}"))
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        if text.contains('\0') { Value::from(text.as_str()) } else { Value::Text(text) }
    }
}
impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Value {
        Value::Instant(at.as_microsecond())
    }
}
macro_rules! plain {
    ($($from:ty => $kind:ident),*) => {
        $(impl From<$from> for Value { fn from(it: $from) -> Value { Value::$kind(it) } })*
    };
}
plain!(i64 => Int, bool => Flag, Date => Day, Id => Id, Vec<u8> => Bytes);
macro_rules! perhaps {
    ($($from:ty => $kind:ident),*) => {
        $(impl From<Option<$from>> for Value {
            fn from(it: Option<$from>) -> Value { it.map_or(Value::Null(Kind::$kind), Value::from) }
        })*
    };
}
perhaps!(&str => Text, String => Text, i64 => Int, bool => Flag, Date => Day, Timestamp => Instant, Id => Id, Vec<u8> => Bytes);
