//! What somebody was doing when their session had ended: carried through the sign-in pages in one
//! hidden field, so that nothing typed is lost, and given back to the same worker only.
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request},
    http::{HeaderValue, header::CONTENT_TYPE},
};
use practice::fact::Id;
use serde::{Deserialize, Serialize};

/// The most that is carried: forty pages of typing. A longer body is a file.
pub(crate) const MOST: usize = 256 * 1024;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Carried {
    /// The path that was asked for.
    to: String,
    /// Whose session it was, when that is still known.
    whose: Option<Id>,
    /// What was sent there; nothing for a page that was only opened.
    pub sent: Option<Sent>,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sent {
    pub fields: Vec<(String, String)>,
    /// The fields of files, which must be chosen again.
    pub files: Vec<String>,
    /// The form holds files, so it must be sent as such.
    pub multipart: bool,
}
impl Carried {
    pub(crate) fn new(to: &str, whose: Option<Id>, sent: Option<Sent>) -> Carried {
        Carried { to: to.into(), whose, sent }
    }
    /// As the hidden field holds it.
    pub(crate) fn folded(&self) -> String {
        serde_json::to_string(self).expect("text folds")
    }
    /// The field comes back from a browser: anything that is not ours is nothing.
    pub(crate) fn unfolded(text: &str) -> Option<Carried> {
        serde_json::from_str(text).ok()
    }
    /// Where to go after signing in: nowhere outside, and not back to the sign-in pages.
    pub(crate) fn to(&self) -> &str {
        let inside = self.to.starts_with('/') && !self.to[1..].starts_with(['/', '\\']);
        let plain = self.to.chars().all(|c| c.is_ascii_graphic());
        if inside && plain && !self.to.starts_with("/sign-") { &self.to } else { "/" }
    }
    /// The same for whoever signed in: nobody is led where another was.
    pub(crate) fn to_for(&self, worker: Id) -> &str {
        if self.whose.is_none_or(|whose| whose == worker) { self.to() } else { "/" }
    }
    /// Words go back to the worker who typed them and to nobody else, not even when it is not known whose they are.
    pub(crate) fn belongs_to(&self, worker: Id) -> bool {
        self.whose == Some(worker)
    }
}
impl Sent {
    /// What a form held, without its token, its files and its passwords.
    pub(crate) async fn read(content_type: Option<&HeaderValue>, body: Bytes) -> Option<(Sent, Option<String>)> {
        let content_type = content_type?;
        let kind = content_type.to_str().ok()?;
        let mut sent = Sent::default();
        if kind.starts_with("application/x-www-form-urlencoded") {
            sent.fields = serde_urlencoded::from_bytes(&body).ok()?;
        } else if kind.starts_with("multipart/form-data") {
            sent.multipart = true;
            let mut request = Request::new(Body::from(body));
            request.headers_mut().insert(CONTENT_TYPE, content_type.clone());
            let mut parts = Multipart::from_request(request, &()).await.ok()?;
            while let Ok(Some(part)) = parts.next_field().await {
                let name = part.name()?.to_owned();
                match part.file_name() {
                    Some(_) => sent.files.push(name),
                    None => sent.fields.push((name, part.text().await.ok()?)),
                }
            }
        } else {
            return None;
        }
        let token = sent.fields.iter().find(|(name, _)| name == "token").map(|(_, token)| token.clone());
        sent.fields.retain(|(name, _)| name != "token" && name != "code" && !name.contains("password"));
        Some((sent, token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(kind: &str, body: &str) -> Option<(Sent, Option<String>)> {
        Sent::read(Some(&kind.parse().unwrap()), body.to_owned().into()).await
    }
    #[tokio::test]
    async fn the_words_are_carried_but_no_token_password_or_file() {
        let body = "token=abc&words=He+said+%22hello%22%0D%0Aand+left&sibling=1&sibling=2&new_password=x&code=123456";
        let (sent, token) = read("application/x-www-form-urlencoded", body).await.unwrap();
        let fields = [("words", "He said \"hello\"\r\nand left"), ("sibling", "1"), ("sibling", "2")];
        assert_eq!(sent.fields, fields.map(|(n, v)| (n.to_string(), v.to_string())));
        assert_eq!(token.as_deref(), Some("abc"));

        let part = |name: &str, rest: &str, value: &str| {
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{value}\r\n")
        };
        let body = part("token", "", "abc")
            + &part("year", "", "2026")
            + &part("file", "; filename=\"903.csv\"", "CHILD,DOB")
            + &part("note", "", "second try")
            + "--b--\r\n";
        let (sent, token) = read("multipart/form-data; boundary=b", &body).await.unwrap();
        assert_eq!(sent.fields, [("year", "2026"), ("note", "second try")].map(|(n, v)| (n.into(), v.into())));
        assert_eq!((sent.files, sent.multipart, token.as_deref()), (vec!["file".into()], true, Some("abc")));
        assert_eq!(read("application/json", "{}").await, None);
    }
    #[test]
    fn words_go_back_to_the_worker_who_typed_them_only() {
        let (mine, others) = (Id::from_u128(1), Id::from_u128(2));
        let carried = Carried::new("/children/7/visits", Some(mine), Some(Sent::default()));
        let back = Carried::unfolded(&carried.folded()).unwrap();
        assert_eq!(back, carried);
        assert!(back.belongs_to(mine) && !back.belongs_to(others));
        assert!(!Carried::new("/", None, None).belongs_to(mine), "nobody knows whose");
    }
    #[test]
    fn nobody_is_led_outside() {
        let to = |path: &str| Carried::new(path, None, None).to().to_owned();
        assert_eq!(to("/children/7?from=2026"), "/children/7?from=2026");
        for path in ["https://evil.example", "//evil.example", "/\\evil.example", "", "/sign-in", "/sign-out", "/a\nb"]
        {
            assert_eq!(to(path), "/", "{path:?}");
        }
        assert_eq!(Carried::unfolded("not ours"), None);
    }
}
