//! What a person sent: words of a form, or of the address. A form counts only with the hidden token
//! of the session, which only our own pages hold.
use crate::{
    Demand, Desk, Refusal,
    door::{refuse, signed},
};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
    response::{IntoResponse as _, Response},
};
use serde::de::{self, DeserializeOwned, IntoDeserializer, Visitor, value};

/// The fields of a form whose token was right. A field that stands several times is a `Vec`.
pub struct Form<T>(pub T);
/// The fields of the address: filters and sorts of a list.
pub struct Query<T>(pub T);

/// What a post may bring, and nothing else can.
pub trait Sent: FromRequest<Desk, Rejection = Response> + sealed::Sealed + Send + 'static {}
pub(crate) mod sealed {
    pub trait Sealed {}
}
impl<T: DeserializeOwned + Send + 'static> Sent for Form<T> {}
impl<T> sealed::Sealed for Form<T> {}

/// The bytes of a form, read before leave is asked for: the children that it names are part of the question.
#[derive(Clone)]
pub(crate) struct Posted(pub Bytes);

pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}
pub(crate) fn fields(encoded: &[u8]) -> Vec<(String, String)> {
    serde_urlencoded::from_bytes(encoded).unwrap_or_default()
}
/// As long for a wrong token as for a right one.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

impl<T: DeserializeOwned> FromRequest<Desk> for Form<T> {
    type Rejection = Response;
    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Response> {
        let (parts, _) = request.into_parts();
        let Some(signed) = signed(&parts) else { return Err(Demand::SignIn.into_response()) };
        let sent = parts.extensions.get::<Posted>().map(|Posted(form)| fields(form)).unwrap_or_default();
        match sent.iter().find(|(name, _)| name == "token") {
            Some((_, token)) if same(token, &signed.token) => {}
            _ => return Err(Demand::FreshForm.into_response()),
        }
        read(sent).map(Form).map_err(|e| refuse(desk, &Refusal::Malformed(e), None, &parts))
    }
}
impl<T: DeserializeOwned> FromRequestParts<Desk> for Query<T> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let asked = fields(parts.uri.query().unwrap_or_default().as_bytes());
        read(asked).map(Query).map_err(|e| refuse(desk, &Refusal::Malformed(e), None, parts))
    }
}

/// Fields into a struct, each name once, with all that was sent under it.
pub(crate) fn read<T: DeserializeOwned>(sent: Vec<(String, String)>) -> Result<T, String> {
    let mut named: Vec<(String, Words)> = vec![];
    for (name, word) in sent {
        match named.iter_mut().find(|(n, _)| *n == name) {
            Some((_, words)) => words.0.push(word),
            None => named.push((name, Words(vec![word]))),
        }
    }
    T::deserialize(value::MapDeserializer::new(named.into_iter())).map_err(|e: value::Error| e.to_string())
}

/// What was sent under one name. A field that wants one word gets the last.
struct Words(Vec<String>);
impl Words {
    fn last(self) -> String {
        self.0.into_iter().next_back().unwrap_or_default()
    }
    fn parsed<N: std::str::FromStr<Err: std::fmt::Display>>(self) -> Result<N, value::Error> {
        let word = self.last();
        word.trim().parse().map_err(|e| de::Error::custom(format!("`{word}`: {e}")))
    }
}
impl IntoDeserializer<'_, value::Error> for Words {
    type Deserializer = Words;
    fn into_deserializer(self) -> Words {
        self
    }
}
macro_rules! parsed {
    ($($method:ident $visit:ident),*) => { $(
        fn $method<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
            v.$visit(self.parsed()?)
        }
    )* };
}
impl<'de> de::Deserializer<'de> for Words {
    type Error = value::Error;
    fn deserialize_any<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        v.visit_string(self.last())
    }
    /// A box that was ticked sends `on`; one that was not sends nothing.
    fn deserialize_bool<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        match self.last().as_str() {
            "true" | "on" | "yes" | "1" => v.visit_bool(true),
            "false" | "off" | "no" | "0" | "" => v.visit_bool(false),
            other => Err(de::Error::custom(format!("`{other}` is neither yes nor no"))),
        }
    }
    parsed!(deserialize_i64 visit_i64, deserialize_i32 visit_i32, deserialize_i16 visit_i16, deserialize_i8 visit_i8,
        deserialize_u64 visit_u64, deserialize_u32 visit_u32, deserialize_u16 visit_u16, deserialize_u8 visit_u8,
        deserialize_f64 visit_f64);
    /// A field that was left empty was not given.
    fn deserialize_option<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        match self.0.iter().all(String::is_empty) {
            true => v.visit_none(),
            false => v.visit_some(self),
        }
    }
    fn deserialize_seq<V: Visitor<'de>>(self, v: V) -> Result<V::Value, value::Error> {
        let each = self.0.into_iter().map(|word| Words(vec![word]));
        v.visit_seq(value::SeqDeserializer::new(each))
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        v: V,
    ) -> Result<V::Value, value::Error> {
        v.visit_enum(self.last().into_deserializer())
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, v: V) -> Result<V::Value, value::Error> {
        v.visit_newtype_struct(self)
    }
    serde::forward_to_deserialize_any! {
        i128 u128 f32 char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case")]
    enum How {
        AtHome,
        Elsewhere,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Visit {
        #[serde(default)]
        child: Vec<practice::Id>,
        day: Option<practice::Date>,
        how: How,
        #[serde(default)]
        alone: bool,
        page: u32,
        notes: String,
    }
    #[test]
    fn fields_become_what_the_page_asks_for() {
        let [one, two] = [1, 2].map(practice::Id::from_u128);
        let sent =
            format!("child={one}&child={two}&day=2026-11-22&how=at_home&alone=on&page=3&notes=caf%C3%A9+%26+more");
        let visit: Visit = read(fields(sent.as_bytes())).unwrap();
        assert_eq!((visit.child, visit.how, visit.alone, visit.page), (vec![one, two], How::AtHome, true, 3));
        assert_eq!((visit.day, visit.notes.as_str()), ("2026-11-22".parse().ok(), "café & more"));
        let bare: Visit = read(fields(b"day=&how=elsewhere&page=1&notes=")).unwrap();
        assert_eq!((bare.day, bare.alone, bare.child.len()), (None, false, 0));
    }
    #[test]
    fn what_cannot_be_read_says_why() {
        let said = |sent: &str| read::<Visit>(fields(sent.as_bytes())).unwrap_err();
        assert!(said("how=elsewhere&page=three&notes=").contains("`three`"));
        assert!(said("how=by_post&page=3&notes=").contains("by_post"));
        assert!(said("how=elsewhere&page=3").contains("notes"));
        assert!(said("how=elsewhere&page=3&notes=&alone=perhaps").contains("neither yes nor no"));
    }
    #[test]
    fn tokens_are_the_same_only_when_they_are() {
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab") && !same("", "a"));
    }
}
