//! What other parts of the work need of it.

/// The code under which an authority that nobody has named is kept.
pub const OWN: &str = "own";
