//! Who signed in, as the sign-in layer leaves it on a request for the door to find.
use practice::Id;

/// A request extension. Without it nobody has signed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    pub worker: Id,
    /// Of the session: the hidden field of its forms, so that only our own pages can send one.
    pub token: String,
    /// The role demands a second factor and this session has not given it yet.
    pub owes_second_factor: bool,
}
