//! Private fostering: a child lives for 28 days or more with somebody who is neither a parent nor a
//! close relative. The carer must tell the council, and the council must see the child.
mod clocks;
mod facts;
mod view;
mod visits;
pub use clocks::CLOCKS;
pub use facts::{Fact, Notifier};
pub use view::{Arrangement, arrangements};
