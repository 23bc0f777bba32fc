//! The young person's own side: what they see of their record, and what they say.
//!
//! The default is held back. [`Mine`] is all that their pages are given: the words of the plan itself, what they said
//! and what was answered, what a worker marked to share ([`Fact::Shared`]), and, of the rest, only kinds and days that
//! hold nobody's words; and the letters that were sent to them. Nothing else of a record can reach one of their pages, whatever is written in it.
//!
//! What they say is answered by a promised day, and that they do not feel safe is opened within minutes: both are
//! [`clocks`](CLOCKS).
mod clocks;
mod facts;
mod mine;
mod my_letters;
mod my_plan;
mod rights;
mod safe;
mod said;
mod whereabouts;
pub use clocks::{CLOCKS, NOT_SAFE_OPENED, answer_by, minutes_to_open};
pub use facts::Fact;
pub use mine::{HeldBack, LOOKS_AFTER, Meeting, Mine, NAMES_IN_LOOKS, Shared, Staff, mine};
pub use my_letters::{MyLetter, read_on};
pub use my_plan::{Difference, MyPlan, Part, Step, Whose};
pub use rights::{Had, Right};
pub use safe::{Alarm, Tells, alarms, whom_to_tell};
pub use said::{Saying, sayings};
pub(crate) use whereabouts::same_number;
pub use whereabouts::tells_where;
