//! Cuts a Nunjucks template into plain text and tags, and a tag into tokens.

/// A piece of a template, in the order of the source.
pub(super) enum Part<'a> {
    Text(&'a str),
    /// `{# … #}`, and whether it eats the white space before and after it.
    Comment {
        before: bool,
        after: bool,
    },
    Tag(Tag<'a>),
}

/// `{{ … }}` or `{% … %}`.
pub(super) struct Tag<'a> {
    /// `{{`, `{{-`, `{%` or `{%-`.
    pub open: &'a str,
    pub tokens: Vec<Token<'a>>,
    pub close: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Space(&'a str),
    /// A string literal with its quotes.
    Text(&'a str),
    Number(&'a str),
    Name(&'a str),
    Sign(&'a str),
}

impl<'a> Token<'a> {
    pub(super) fn source(self) -> &'a str {
        match self {
            Token::Space(s) | Token::Text(s) | Token::Number(s) | Token::Name(s) | Token::Sign(s) => s,
        }
    }
}

impl<'a> Tag<'a> {
    /// The tokens that are not white space.
    pub(super) fn words(&self) -> impl Iterator<Item = Token<'a>> {
        self.tokens.iter().copied().filter(|t| !matches!(t, Token::Space(_)))
    }
    /// `if`, `for`, `set`, …; nothing for an expression.
    pub(super) fn keyword(&self) -> Option<&'a str> {
        match self.words().next() {
            Some(Token::Name(name)) if self.open.starts_with("{%") => Some(name),
            _ => None,
        }
    }
}

pub(super) fn parts(source: &str) -> Vec<Part<'_>> {
    let mut parts = vec![];
    let mut rest = source;
    while let Some(at) = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min() {
        if at > 0 {
            parts.push(Part::Text(&rest[..at]));
        }
        rest = &rest[at..];
        if rest.starts_with("{#") {
            let end = rest.find("#}").map_or(rest.len(), |end| end + 2);
            let (comment, after) = rest.split_at(end);
            parts.push(Part::Comment { before: comment.starts_with("{#-"), after: comment.ends_with("-#}") });
            rest = after;
        } else {
            let (tag, after) = tag(rest);
            parts.push(Part::Tag(tag));
            rest = after;
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// The tag that the source opens with, and what comes after it. A `}}` inside a string or closing
/// two object literals does not end the tag.
fn tag(source: &str) -> (Tag<'_>, &str) {
    let (dashed, plain) = if source.starts_with("{{") { ("-}}", "}}") } else { ("-%}", "%}") };
    let opening = if source[2..].starts_with('-') { 3 } else { 2 };
    let (open, mut rest) = source.split_at(opening);
    let mut tokens = vec![];
    let mut braces = 0;
    while !rest.is_empty() {
        if let Some(close) = [dashed, plain].into_iter().find(|close| braces == 0 && rest.starts_with(close)) {
            let (close, after) = rest.split_at(close.len());
            return (Tag { open, tokens, close }, after);
        }
        let token = token(rest);
        match token.source() {
            "{" => braces += 1,
            "}" => braces -= 1,
            _ => {}
        }
        rest = &rest[token.source().len()..];
        tokens.push(token);
    }
    (Tag { open, tokens, close: plain }, rest)
}

/// The token that a source which is not empty begins with.
fn token(source: &str) -> Token<'_> {
    let whole = |part: fn(char) -> bool| &source[..source.find(|c| !part(c)).unwrap_or(source.len())];
    let first = source.chars().next().unwrap_or(' ');
    match first {
        _ if first.is_whitespace() => Token::Space(whole(char::is_whitespace)),
        '"' | '\'' => Token::Text(literal(source, first)),
        '0'..='9' => Token::Number(whole(|c| c.is_ascii_digit() || c == '.')),
        _ if first.is_alphabetic() || first == '_' => Token::Name(whole(|c| c.is_alphanumeric() || c == '_')),
        _ => {
            let long = ["===", "!==", "==", "!=", "<=", ">=", "//", "**"];
            let length = long.iter().find(|sign| source.starts_with(**sign)).map_or(first.len_utf8(), |s| s.len());
            Token::Sign(&source[..length])
        }
    }
}

fn literal(source: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, c) in source.char_indices().skip(1) {
        if c == quote && !escaped {
            return &source[..at + c.len_utf8()];
        }
        escaped = c == '\\' && !escaped;
    }
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_tag(source: &str) -> Tag<'_> {
        let tag = parts(source).into_iter().find_map(|part| if let Part::Tag(tag) = part { Some(tag) } else { None });
        tag.unwrap_or_else(|| panic!("no tag in {source}"))
    }

    #[test]
    fn braces_and_quotes_inside_a_tag_do_not_end_it() {
        let source = r#"a {{- f({ a: { b: "}}" }}) -}} z"#;
        let tag = first_tag(source);
        assert_eq!((tag.open, tag.close), ("{{-", "-}}"));
        assert!(tag.words().any(|t| t == Token::Text(r#""}}""#)));
        assert!(matches!(parts(source).last(), Some(Part::Text(" z"))));
    }
    #[test]
    fn a_quote_after_a_backslash_does_not_end_a_literal() {
        let words: Vec<_> = first_tag(r#"{{ 'it\'s' + "a\\" }}"#).words().collect();
        assert_eq!(words, [Token::Text(r"'it\'s'"), Token::Sign("+"), Token::Text(r#""a\\""#)]);
    }
    #[test]
    fn only_a_statement_has_a_keyword() {
        assert_eq!(first_tag("{%- for x in y %}").keyword(), Some("for"));
        assert_eq!(first_tag("{{ for }}").keyword(), None);
    }
    #[test]
    fn letters_beyond_ascii_are_cut_whole() {
        let words: Vec<_> = first_tag("{{ é – 3.5 }}").words().collect();
        assert_eq!(words, [Token::Name("é"), Token::Sign("–"), Token::Number("3.5")]);
    }
    #[test]
    fn a_tag_that_never_closes_ends_with_the_source() {
        assert_eq!(first_tag("{{ 'open").words().count(), 1);
    }
}
