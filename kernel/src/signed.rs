//! What the sign-in layer and the door tell each other.
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use practice::Id;

/// Who signed in: a request extension, which the door finds. Without it nobody has.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    pub worker: Id,
    /// Not a worker: a young person, whose id is that of their own record.
    pub young: bool,
    /// Of the session: the hidden field `token` of its forms, so that only our own pages can send one.
    pub token: String,
    /// Whether this session has given one. The door knows the role, and so whether it must.
    pub second_factor: bool,
}
/// What the door asks for before it opens. As an answer it becomes the page that asks, and what was
/// typed is carried through it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Demand {
    SignIn,
    SecondFactor,
    /// The form was made in another session: its token is not this one's.
    FreshForm,
}
impl IntoResponse for Demand {
    fn into_response(self) -> Response {
        let status = match self {
            Demand::SignIn | Demand::SecondFactor => StatusCode::UNAUTHORIZED,
            Demand::FreshForm => StatusCode::FORBIDDEN,
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
