//! Just enough reading of Rust and SQL to tell code from comments and strings. What is taken out is
//! replaced by blanks, so that every byte keeps its place and its line.

/// Rust without its comments; and without what stands in strings, unless they are kept.
pub(crate) fn rust(text: &str, keep_strings: bool) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (end, keep) = if rest.starts_with(b"//") {
            (at + find(rest, b"\n").unwrap_or(rest.len()), false)
        } else if rest.starts_with(b"/*") {
            (at + nested(rest), false)
        } else if let Some(length) = raw_string(rest, at.checked_sub(1).map(|b| bytes[b])) {
            (at + length, keep_strings)
        } else if rest[0] == b'"' {
            (at + quoted(rest, b'"'), keep_strings)
        } else if rest[0] == b'\'' && is_char(rest) {
            (at + quoted(rest, b'\''), keep_strings)
        } else {
            at += 1;
            continue;
        };
        if !keep {
            blank(&mut out[at..end]);
        }
        at = end;
    }
    String::from_utf8(out).unwrap_or_default()
}
/// SQL without its comments and what stands in its strings.
pub(crate) fn sql(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = if rest.starts_with(b"--") {
            at + find(rest, b"\n").unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            at + find(rest, b"*/").map_or(rest.len(), |n| n + 2)
        } else if rest[0] == b'\'' {
            at + 1 + find(&rest[1..], b"'").map_or(rest.len() - 1, |n| n + 1)
        } else {
            at += 1;
            continue;
        };
        blank(&mut out[at..end]);
        at = end;
    }
    String::from_utf8(out).unwrap_or_default()
}
/// The identifiers of a text from a place on, with where each begins.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.split(move |c| !is_word(c))
        .filter(|w| !w.is_empty())
        .map(|w| (w.as_ptr() as usize - text.as_ptr() as usize, w))
}

fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
}
fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}
/// The length of a block comment; Rust's nest.
fn nested(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    bytes.len()
}
fn quoted(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b if b == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
/// `r"…"` and `r#"…"#`, where the `r` does not end a longer word (but `br` is one too).
fn raw_string(bytes: &[u8], before: Option<u8>) -> Option<usize> {
    let in_word = before.is_some_and(|b| (b.is_ascii_alphanumeric() && b != b'b') || b == b'_');
    if bytes[0] != b'r' || in_word {
        return None;
    }
    let hashes = bytes[1..].iter().take_while(|b| **b == b'#').count();
    if bytes.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let end = [&b"\""[..], &vec![b'#'; hashes]].concat();
    let begun = 2 + hashes;
    Some(find(&bytes[begun..], &end).map_or(bytes.len(), |n| begun + n + end.len()))
}
/// `'a'` and `'\n'`, but not the lifetime `'a`.
fn is_char(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'\\') => true,
        Some(first) => {
            let length = match first {
                0xF0.. => 4,
                0xE0.. => 3,
                0xC0.. => 2,
                _ => 1,
            };
            bytes.get(1 + length) == Some(&b'\'')
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_strings_stay_where_they_are_wanted() {
        let text = "use a; // crate::b\n/* one /* two */ crate::c */ let s = \"crate::d // no\"; end";
        assert_eq!(
            rust(text, true).split_whitespace().collect::<Vec<_>>().join(" "),
            "use a; let s = \"crate::d // no\"; end"
        );
        assert_eq!(rust(text, false).split_whitespace().collect::<Vec<_>>().join(" "), "use a; let s = ; end");
        assert_eq!(rust(text, false).len(), text.len(), "every byte keeps its place");
    }
    #[test]
    fn raw_strings_quotes_and_lifetimes_are_told_apart() {
        assert_eq!(rust("r#\"a \" // b\"# x", false).trim(), "x");
        assert_eq!(rust("let q = '\"'; y", false).split_whitespace().collect::<String>(), "letq=;y");
        assert_eq!(rust("fn f<'a>(x: &'a str) {} // z", false).trim(), "fn f<'a>(x: &'a str) {}");
        assert_eq!(rust("\"\\\"\" w", false).trim(), "w");
        assert_eq!(rust("let four\"\"; v", false).split_whitespace().collect::<Vec<_>>(), ["let", "four", ";", "v"]);
    }
    #[test]
    fn sql_loses_comments_and_strings() {
        let left = sql("-- now()\nSELECT 'ILIKE' /* :: */ FROM t");
        assert_eq!(left.split_whitespace().collect::<Vec<_>>(), ["SELECT", "FROM", "t"]);
    }
    #[test]
    fn words_know_where_they_begin() {
        assert_eq!(words("a_b = c1").collect::<Vec<_>>(), [(0, "a_b"), (6, "c1")]);
    }
}
