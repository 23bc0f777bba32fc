use crate::{fact::Id, reported::Return};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// About a return: a run of the rules, what it read and what it counted. Every child is in the counts.
    Checked(Box<Checked>),
    /// What a run found about a child; about the return, what it found of nobody whom the record knows. Empty
    /// where an earlier run found something and this one nothing.
    Found { run: Run, found: Vec<Found> },
    /// A query was explained, of a child or of the return. It holds for as long as the row says the same.
    Explained { of: ReturnOf, rule: String, digest: String, words: String },
    /// About a run: the files themselves, so that what is submitted is what was checked.
    FilesKept { files: Vec<KeptFile> },
    /// About a return: who keeps it says that the files of this run are the return.
    SignedOff {
        run: Id,
        /// Why errors are left; empty where none are.
        acknowledged: String,
    },
    /// About a return as the record has it: a night could not look at it, and why.
    NotPreviewed { of: ReturnOf, why: String },
    /// About a delivery: files of no return which the rules are asked with from now on.
    LookUpsKept { what: LookUp, files: Vec<LookUpFile>, entries: usize },
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Returns(f)
    }
}
/// Whose return of which year: its 31 March.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnOf {
    #[serde(rename = "return")]
    pub which: Return,
    pub authority: String,
    pub year: i16,
    /// As the record has it, looked at every night and handed to nobody: its runs are compared with each other
    /// and with no run of the return.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub preview: bool,
}
impl ReturnOf {
    /// The return itself, whether the record or a file was looked at.
    pub fn same_return(&self, other: &ReturnOf) -> bool {
        (self.which, &self.authority, self.year) == (other.which, &other.authority, other.year)
    }
}
/// What the rules read beside a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookUp {
    /// Ofsted's lists of providers.
    Providers,
    /// The ONS Postcode Directory, packed.
    Postcodes,
}
impl LookUp {
    pub const ALL: [LookUp; 2] = [LookUp::Providers, LookUp::Postcodes];
    pub fn code(self) -> &'static str {
        match self {
            LookUp::Providers => "providers",
            LookUp::Postcodes => "postcodes",
        }
    }
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookUpFile {
    /// As somebody gave it.
    pub file: FileChecked,
    /// In base 64: what of it is needed.
    pub content: String,
}
/// One run of the rules; the runs of one return are numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub id: Id,
    pub number: u32,
    pub of: ReturnOf,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    pub run: Run,
    /// The year whose rules were asked.
    pub rules_of: i16,
    /// How many rules were asked.
    pub asked: usize,
    pub files: Vec<FileChecked>,
    /// The files are kept, so the run can be signed.
    pub kept: bool,
    /// What was odd about the files.
    pub notes: Vec<String>,
    pub rules: Vec<RuleCount>,
    pub skipped: Vec<SkippedRule>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileChecked {
    pub name: String,
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub digest: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptFile {
    pub name: String,
    /// In base 64: byte for byte.
    pub content: String,
}
/// How often a run found one rule broken, and how that differs from the run before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleCount {
    pub rule: String,
    pub level: Level,
    pub found: usize,
    pub new: usize,
    pub still: usize,
    pub fixed: usize,
    /// Rows of which it could not tell.
    pub undecided: usize,
}
/// A rule that could not be asked, and for want of what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SkippedRule {
    pub rule: String,
    pub lacking: String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Error,
    Query,
}
impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Query => "query",
        }
    }
}
/// A rule that rows of one child break; or, with `unclear`, of which it cannot tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub rule: String,
    pub level: Level,
    /// Which cell prevents an answer, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unclear: Option<String>,
    /// The child as the return calls them; empty where it is about the return as a whole.
    pub child: String,
    /// What tells these rows from the child's others: the tables and their days, not where they stand.
    pub key: String,
    /// Of everything that the rows say.
    pub digest: String,
    pub rows: Vec<FoundRow>,
    /// Rows of other children that belong to it; they are not shown here.
    #[serde(default)]
    pub others: usize,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundRow {
    pub table: String,
    /// As a spreadsheet counts.
    pub row: u32,
    /// The columns that the rule speaks of, with what stands there.
    pub cells: Vec<(String, String)>,
}
impl Found {
    /// The same thing in another run, though the row may have changed.
    pub fn same(&self) -> (&str, bool, &str, &str) {
        (&self.rule, self.unclear.is_some(), &self.child, &self.key)
    }
}
