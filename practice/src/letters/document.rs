//! What stands on paper and on a page alike: one small document, made once, shown as HTML and printed as PDF. It is
//! plain data, so that whoever prints it needs to know nothing else.
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub layout: Layout,
    pub title: String,
    /// As in `en-GB`: a screen reader speaks by it.
    pub language: String,
    /// Who sends it and where an answer goes, a line each. Nothing here says what service it is.
    pub from: Vec<String>,
    /// Whom it is sent to and where, a line each.
    pub to: Vec<String>,
    /// In words.
    pub date: String,
    pub blocks: Vec<Block>,
    /// Who signs, a line each.
    pub signed: Vec<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// The address stands where the window of an envelope is.
    Letter,
    Plan,
    /// Larger, and each sentence on a line of its own.
    EasyRead,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "says", rename_all = "snake_case")]
pub enum Block {
    /// A part; the title of the document stands above all of them.
    Heading(String),
    Subheading(String),
    Paragraph(String),
    /// Somebody's own words.
    Said(String),
    List(Vec<String>),
    /// A name and what it is.
    Fields(Vec<(String, String)>),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

impl Document {
    pub fn new(layout: Layout, title: impl Into<String>) -> Document {
        Document {
            layout,
            title: title.into(),
            language: "en-GB".into(),
            from: vec![],
            to: vec![],
            date: String::new(),
            blocks: vec![],
            signed: vec![],
        }
    }
    /// The same in large print, one idea a line.
    pub fn easy_read(self) -> Document {
        let blocks = self.blocks.into_iter().flat_map(|block| match block {
            Block::Paragraph(text) => sentences(&text).into_iter().map(Block::Paragraph).collect(),
            other => vec![other],
        });
        Document { layout: Layout::EasyRead, blocks: blocks.collect(), ..self }
    }
    /// Why it cannot be printed: a document of which a reader could not be told the name, the language or the table.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = vec![];
        if self.title.trim().is_empty() {
            problems.push("It has no title: give it one, as it is the first thing that is read out.".into());
        }
        if !self.language.split('-').next().is_some_and(|l| matches!(l.len(), 2 | 3) && l.is_ascii()) {
            problems.push(format!("“{}” is no language: write it as in en-GB.", self.language));
        }
        let mut heading = false;
        for (n, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Heading(_) => heading = true,
                Block::Subheading(text) if !heading => {
                    problems.push(format!("Block {}: “{text}” stands below no heading.", n + 1));
                }
                Block::Table { head, rows } if head.is_empty() || rows.iter().any(|row| row.len() != head.len()) => {
                    problems.push(format!("Block {}: not every row of the table has a cell for each column.", n + 1));
                }
                _ => {}
            }
        }
        problems
    }
    /// Everything that is read, in its order, a line each.
    pub fn text(&self) -> String {
        let mut lines: Vec<&str> = self.from.iter().chain(&self.to).map(String::as_str).collect();
        lines.extend([self.date.as_str(), &self.title]);
        lines.extend(self.blocks.iter().flat_map(Block::lines));
        lines.extend(self.signed.iter().map(String::as_str));
        lines.retain(|line| !line.trim().is_empty());
        lines.join("\n")
    }
    /// What the writer of the words answers for: no address and no name.
    pub fn body(&self) -> String {
        self.blocks.iter().flat_map(Block::lines).collect::<Vec<_>>().join("\n")
    }
}
impl Block {
    fn lines(&self) -> Vec<&str> {
        match self {
            Block::Heading(text) | Block::Subheading(text) | Block::Paragraph(text) | Block::Said(text) => vec![text],
            Block::List(items) => items.iter().map(String::as_str).collect(),
            Block::Fields(fields) => fields.iter().flat_map(|(name, value)| [name.as_str(), value]).collect(),
            Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).map(String::as_str).collect(),
        }
    }
}
/// A sentence ends where a full stop, a question mark or an exclamation mark is followed by a space and a capital.
fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let words: Vec<&str> = text.split_whitespace().collect();
    for (n, word) in words.iter().enumerate() {
        let last = all.len() - 1;
        if !all[last].is_empty() {
            all[last].push(' ');
        }
        all[last].push_str(word);
        let ends = word.ends_with(['.', '?', '!']) && word.chars().filter(|c| c.is_alphanumeric()).count() > 1;
        let next = words.get(n + 1).and_then(|w| w.chars().next());
        if ends && next.is_some_and(|c| c.is_uppercase() || c.is_numeric()) {
            all.push(String::new());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_easy_read_each_sentence_is_a_line_of_its_own() {
        let mut plan = Document::new(Layout::Plan, "My plan");
        plan.blocks = vec![Block::Paragraph("See Dr. B. Lee at 3.30. Bring a card! Is it far? no.".into())];
        let easy = plan.clone().easy_read();
        assert_eq!(easy.layout, Layout::EasyRead);
        let lines: Vec<_> = easy.body().lines().map(str::to_owned).collect();
        assert_eq!(lines, ["See Dr.", "B. Lee at 3.30.", "Bring a card!", "Is it far? no."]);
        let words = |d: &Document| d.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&easy), words(&plan), "nothing is added and nothing lost");
    }
    #[test]
    fn what_could_not_be_read_out_is_not_printed() {
        let mut d = Document::new(Layout::Letter, " ");
        d.language = "english".into();
        d.blocks = vec![
            Block::Subheading("Money".into()),
            Block::Table { head: vec!["A".into(), "B".into()], rows: vec![vec!["1".into()]] },
        ];
        assert_eq!(d.problems().len(), 4, "{:?}", d.problems());
        let right = Document::new(Layout::Letter, "Your rights");
        assert!(right.problems().is_empty(), "{:?}", right.problems());
    }
}
