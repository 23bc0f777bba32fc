//! The words of a question. What cannot be read here with certainty is refused, because two
//! databases would read it in two ways.

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    /// A bare word, in lower case: a keyword or a name.
    Word(String),
    /// `:name`
    Param(&'a str),
    Mark(char),
    /// A string or a number: whatever cannot name anything.
    Literal,
}
pub(crate) struct Spot<'a> {
    pub token: Token<'a>,
    /// Where it begins in the text.
    pub at: usize,
}
impl Spot<'_> {
    pub(crate) fn word(&self) -> &str {
        match &self.token {
            Token::Word(word) => word,
            _ => "",
        }
    }
    pub(crate) fn is(&self, mark: char) -> bool {
        self.token == Token::Mark(mark)
    }
}

pub(crate) fn lex(text: &str) -> Result<Vec<Spot<'_>>, String> {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at).copied().unwrap_or(b'\n');
    let (mut spots, mut at) = (vec![], 0);
    while at < bytes.len() {
        let (from, first) = (at, bytes[at]);
        let word = |from: usize| from + bytes[from..].iter().take_while(|b| is_of_word(**b)).count();
        let (token, to) = match first {
            b' ' | b'\n' | b'\t' => (None, from + 1),
            // Alone it ends a comment on PostgreSQL and not on SQLite.
            b'\r' if next(from + 1) == b'\n' => (None, from + 1),
            b'-' if next(from + 1) == b'-' => {
                let end = text[from..].find(['\n', '\r']).map_or(bytes.len(), |length| from + length);
                (None, end)
            }
            b'\'' => (Some(Token::Literal), string(text, from)?),
            b':' if next(from + 1).is_ascii_lowercase() => {
                let end = word(from + 1);
                (Some(Token::Param(&text[from + 1..end])), end)
            }
            b'0'..=b'9' => (Some(Token::Literal), word(from)),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                let end = word(from);
                if next(end) == b'\'' {
                    return Err(format!("`{}'…'` is refused: write strings in plain quotes", &text[from..end]));
                }
                (Some(Token::Word(text[from..end].to_ascii_lowercase())), end)
            }
            b'/' if next(from + 1) == b'*' => return Err("`/* */` is refused: comments begin with `--`".into()),
            b'(' | b')' | b',' | b'.' | b'=' | b'<' | b'>' | b'+' | b'-' | b'*' | b'/' | b'|' | b'%' => {
                (Some(Token::Mark(first.into())), from + 1)
            }
            _ => {
                let odd = text[from..].chars().next().unwrap_or_default();
                return Err(format!(
                    "`{}` is refused: no quoted names, no casts with `::`, no second statement",
                    odd.escape_default()
                ));
            }
        };
        spots.extend(token.map(|token| Spot { token, at: from }));
        at = to;
    }
    Ok(spots)
}
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
/// The end of a string. A doubled quote reads as two strings side by side, which is as good here.
fn string(text: &str, from: usize) -> Result<usize, String> {
    let length = text[from + 1..].find('\'').ok_or("a string is not closed")?;
    let end = from + 1 + length;
    match text[from..end].contains('\\') {
        // An old setting of PostgreSQL lets it quote the quote.
        true => Err("`\\` is refused in strings".into()),
        false => Ok(end + 1),
    }
}
