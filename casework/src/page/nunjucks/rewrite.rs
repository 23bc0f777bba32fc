//! Turns the Nunjucks dialect, whose expressions are JavaScript, into the Jinja that `minijinja` reads.
//!
//! Only what the packages' own templates use is known here; their fixtures, run in the test of this
//! module's parent, say whether that is enough. What is rewritten, and why:
//!
//! | Nunjucks | becomes | because |
//! |---|---|---|
//! | `===`, `!==`, `elseif` | `==`, `!=`, `elif` | spelling |
//! | `{ key: v }` | `{ "key": v }` | Jinja reads a bare key as a variable |
//! | `x.length`, `x.val` | `x\|length`, `x\|val` | strings and lists have no properties |
//! | `x in [0]` | `x is one_of [0]` | JavaScript compares strictly: 0 is not false |
//! | `a + "b"` | `a\|val ~ "b"\|val` | Jinja adds no numbers to strings, and escapes what it joins to safe ones |
//! | `{% if list %}` | `{% if list is truthy %}` | an empty list is true in JavaScript |
//! | `for a, b in map` | `for a, b in map\|pairs` | Jinja walks the keys alone |
//! | `for a in x` | `for a in x\|each` | nothing at all may be walked |
//! | `set` in a loop | `set kept.name` | Nunjucks assigns the variable outside the loop |
//! | `{# … #}` | `{{ "" }}` | Nunjucks does not trim the line of a comment |
//! | `{% set x -%}` | `{% set x %}` | Nunjucks ignores that dash |
use super::lex::{Part, Tag, Token, parts};

/// The namespace of variables that loops assign.
const KEPT: &str = "kept";

pub(super) fn rewrite(source: &str) -> String {
    let parts = parts(source);
    let mut scopes = scopes(&parts).into_iter();
    let template = scopes.next().unwrap_or_default();
    let mut out = String::with_capacity(source.len() + 256);
    open_scope(&mut out, &template);
    let mut scope = template.clone();
    for part in &parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Comment { before, after } => {
                out.push_str(if *before { "{{-" } else { "{{" });
                out.push_str(" \"\" ");
                out.push_str(if *after { "-}}" } else { "}}" });
            }
            Part::Tag(tag) => {
                tag_into(&mut out, tag, &scope);
                match tag.keyword() {
                    Some("macro") => {
                        scope = scopes.next().unwrap_or_default();
                        open_scope(&mut out, &scope);
                    }
                    Some("endmacro") => scope = template.clone(),
                    _ => {}
                }
            }
        }
    }
    out
}

/// The names that a loop assigns and the scope around it assigns too.
type Scope<'a> = Vec<&'a str>;

/// One for the template itself, then one for each macro in order.
fn scopes<'a>(parts: &[Part<'a>]) -> Vec<Scope<'a>> {
    #[derive(Default)]
    struct Seen<'a> {
        outside: Vec<&'a str>,
        inside: Vec<&'a str>,
    }
    let mut seen = vec![Seen::default()];
    let (mut current, mut loops) = (0, 0);
    for part in parts {
        let Part::Tag(tag) = part else { continue };
        match (tag.keyword(), tag.words().nth(1)) {
            (Some("for"), _) => loops += 1,
            (Some("endfor"), _) => loops -= 1,
            (Some("macro"), _) => {
                seen.push(Seen::default());
                current = seen.len() - 1;
            }
            (Some("endmacro"), _) => current = 0,
            (Some("set"), Some(Token::Name(name))) if loops > 0 => seen[current].inside.push(name),
            (Some("set"), Some(Token::Name(name))) => seen[current].outside.push(name),
            _ => {}
        }
    }
    seen.into_iter().map(|s| s.inside.into_iter().filter(|name| s.outside.contains(name)).collect()).collect()
}

fn open_scope(out: &mut String, scope: &Scope) {
    if !scope.is_empty() {
        out.push_str("{%- set kept = namespace() -%}");
    }
}

fn tag_into(out: &mut String, tag: &Tag, scope: &Scope) {
    out.push_str(tag.open);
    match tag.keyword() {
        Some("macro") => tag.tokens.iter().for_each(|t| out.push_str(t.source())),
        Some("for") => loop_into(out, &tag.tokens, scope),
        Some("if" | "elif" | "elseif") if is_path(tag) => {
            expression_into(out, &tag.tokens, scope);
            out.push_str("is truthy ");
        }
        _ => expression_into(out, &tag.tokens, scope),
    }
    let captures = tag.keyword() == Some("set") && !tag.words().any(|t| t == Token::Sign("="));
    out.push_str(if captures { "%}" } else { tag.close });
}

/// `if a.b.c`: a condition that is one value and nothing else.
fn is_path(tag: &Tag) -> bool {
    tag.words().count() > 1
        && tag.words().skip(1).all(|t| match t {
            Token::Name(name) => !["and", "or", "not", "is", "in", "if", "else"].contains(&name),
            other => other == Token::Sign("."),
        })
}

fn loop_into(out: &mut String, tokens: &[Token], scope: &Scope) {
    let Some(at) = tokens.iter().position(|t| *t == Token::Name("in")) else { return };
    let (targets, walked) = (&tokens[..at], &tokens[at + 1..]);
    targets.iter().for_each(|t| out.push_str(t.source()));
    out.push_str("in (");
    expression_into(out, walked, scope);
    out.push_str(if targets.contains(&Token::Sign(",")) { ")|pairs " } else { ")|each " });
}

/// How deep in brackets an expression stands.
struct Level<'a> {
    bracket: &'a str,
    /// A `+` has become a `~` here, and its right side has not ended yet.
    joining: bool,
}

fn expression_into(out: &mut String, tokens: &[Token], scope: &Scope) {
    let mut levels = vec![Level { bracket: "", joining: false }];
    for (at, token) in tokens.iter().enumerate() {
        let before = tokens[..at].iter().rev().find(|t| !matches!(t, Token::Space(_)));
        let mut following = tokens[at + 1..].iter().filter(|t| !matches!(t, Token::Space(_)));
        let after = following.next();
        let is_text = |t: Option<&Token>| matches!(t, Some(Token::Text(_)));
        if ends_operand(*token) {
            end_join(out, levels.last_mut());
        }
        match *token {
            Token::Sign("===") => out.push_str("=="),
            Token::Sign("!==") => out.push_str("!="),
            Token::Sign("+") if is_text(before) || is_text(after) => {
                out.push_str("|val ~");
                levels.last_mut().into_iter().for_each(|level| level.joining = true);
            }
            Token::Sign(".") if matches!(after, Some(Token::Name("length" | "val"))) => out.push('|'),
            Token::Sign(bracket @ ("{" | "[" | "(")) => {
                levels.push(Level { bracket, joining: false });
                out.push_str(bracket);
            }
            Token::Sign(bracket @ ("}" | "]" | ")")) => {
                levels.pop();
                out.push_str(bracket);
            }
            Token::Name(key)
                if after == Some(&Token::Sign(":")) && levels.last().is_some_and(|level| level.bracket == "{") =>
            {
                out.push_str(&format!("\"{key}\""));
            }
            Token::Name("elseif") => out.push_str("elif"),
            // `not in` is `is not one_of`, and the `not` has been written already when we meet the `in`.
            Token::Name("not") if after == Some(&Token::Name("in")) && following.next() == Some(&Token::Sign("[")) => {
                out.push_str("is not");
            }
            Token::Name("in") if after == Some(&Token::Sign("[")) => {
                out.push_str(if before == Some(&Token::Name("not")) { "one_of" } else { "is one_of" });
            }
            Token::Name(name) if scope.contains(&name) && before != Some(&Token::Sign(".")) => {
                out.push_str(KEPT);
                out.push('.');
                out.push_str(name);
            }
            other => out.push_str(other.source()),
        }
    }
    end_join(out, levels.last_mut());
}

fn ends_operand(token: Token) -> bool {
    match token {
        Token::Name(name) => ["and", "or", "if", "else", "is", "in", "not"].contains(&name),
        Token::Sign(sign) => !["+", ".", "|", "(", "[", "{"].contains(&sign),
        _ => false,
    }
}
fn end_join(out: &mut String, level: Option<&mut Level>) {
    if let Some(level) = level
        && std::mem::take(&mut level.joining)
    {
        out.push_str("|val ");
    }
}

#[cfg(test)]
mod tests {
    use super::rewrite;

    #[test]
    fn javascript_becomes_jinja() {
        let cases = [
            ("{{ a === 1 }}", "{{ a == 1 }}"),
            ("{{ f({ name: n, 'x-y': { z: 1 } }) }}", "{{ f({ \"name\": n, 'x-y': { \"z\": 1 } }) }}"),
            ("{{ a.items.length > 1 }}", "{{ a.items|length > 1 }}"),
            ("{{ a not in [0, null] }}", "{{ a is not one_of [0, null] }}"),
            ("{{ a in [b.c] }}", "{{ a is one_of [b.c] }}"),
            ("{{ a + '-' + b }}", "{{ a |val ~ '-' |val ~ b |val }}"),
            ("{{ f(a + 'b', c) if d }}", "{{ f(a |val ~ 'b'|val , c) if d }}"),
            ("{{ loop.index + 1 }}", "{{ loop.index + 1 }}"),
            ("{% if a.b %}", "{% if a.b is truthy %}"),
            ("{% elseif a.b and c %}", "{% elif a.b and c %}"),
            ("{% for k, v in m %}{% endfor %}", "{% for k, v in ( m )|pairs %}{% endfor %}"),
            ("{#- said -#}", "{{- \"\" -}}"),
            ("{% set x -%}", "{% set x %}"),
            ("{% set x = 1 -%}", "{% set x = 1 -%}"),
        ];
        for (nunjucks, jinja) in cases {
            assert_eq!(rewrite(nunjucks), jinja);
        }
    }
    #[test]
    fn a_loop_assigns_the_variable_around_it_and_only_that() {
        let source = "{% set all = '' %}{% for x in xs %}{% set one = x.all %}{% set all = all + '.' %}{% endfor %}";
        assert_eq!(
            rewrite(source),
            "{%- set kept = namespace() -%}{% set kept.all = '' %}{% for x in ( xs )|each %}{% set one = x.all %}\
             {% set kept.all = kept.all |val ~ '.' |val %}{% endfor %}"
        );
    }
}
