//! Statutory returns on their way out: each run of the rules, what it found, what was explained, who
//! signed. What a return says of the work itself is in the parts of the work.
mod facts;
mod spells;
pub use facts::{
    Checked, Fact, FileChecked, Found, FoundRow, KeptFile, Level, LookUp, LookUpFile, ReturnOf, RuleCount, Run,
    SkippedRule,
};
pub use spells::{Explanation, Spell, compare, explanation, spells};
