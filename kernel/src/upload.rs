//! Files that a person sends. They stream to the disk and never stand whole in memory; the first
//! part is the form's token, so that nothing is written for a form that is not ours.
use crate::{
    Demand, Desk, Refusal,
    door::{broken, refuse, signed},
    form::{Sent, read, same, sealed},
};
use axum::{
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::request::Parts,
    response::{IntoResponse as _, Response},
};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use tokio::{fs::File, io::AsyncWriteExt as _};

pub struct Upload {
    fields: Vec<(String, String)>,
    pub files: Vec<Uploaded>,
}
/// One file as it was sent. It lies in a folder that only we read, until this is dropped.
#[derive(Debug)]
pub struct Uploaded {
    /// Of the form.
    pub field: String,
    /// What the sender calls it, without folders. Never a name to write to.
    pub name: String,
    pub size: u64,
    path: PathBuf,
}
impl Uploaded {
    pub fn path(&self) -> &Path {
        &self.path
    }
}
impl Drop for Uploaded {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
impl Upload {
    /// The fields beside the files.
    pub fn fields<T: DeserializeOwned>(&self) -> Result<T, String> {
        read(self.fields.clone())
    }
}
impl Sent for Upload {}
impl sealed::Sealed for Upload {}

/// A field that is not a file holds words.
const MOST_WORDS: usize = 64 * 1024;
/// Of fields and files in one upload: more is not a form of ours.
const MOST_PARTS: usize = 1000;

impl FromRequest<Desk> for Upload {
    type Rejection = Response;
    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let Some(signed) = signed(&parts) else { return Err(Demand::SignIn.into_response()) };
        let again = Request::from_parts(parts.clone(), body);
        let malformed = |e: String| refuse(desk, &Refusal::Malformed(e), None, &parts);
        let mut form = Multipart::from_request(again, &()).await.map_err(|e| malformed(e.body_text()))?;
        let mut reading = Reading { desk, parts: &parts, left: desk.0.settings.upload_limit };
        let mut upload = Upload { fields: vec![], files: vec![] };
        let mut count = 0;
        while let Some(field) = form.next_field().await.map_err(|e| malformed(e.body_text()))? {
            let name = field.name().unwrap_or_default().to_string();
            count += 1;
            if count == 1 {
                let token = reading.words(field).await?;
                if name != "token" || !same(&token, &signed.token) {
                    return Err(Demand::FreshForm.into_response());
                }
            } else if count > MOST_PARTS {
                return Err(malformed(format!("more than {MOST_PARTS} files and fields")));
            } else if field.file_name().is_some() {
                upload.files.extend(reading.file(name, field).await?);
            } else {
                upload.fields.push((name, reading.words(field).await?));
            }
        }
        match count {
            0 => Err(Demand::FreshForm.into_response()),
            _ => Ok(upload),
        }
    }
}
struct Reading<'a> {
    desk: &'a Desk,
    parts: &'a Parts,
    /// How many bytes may still come.
    left: u64,
}
impl Reading<'_> {
    fn refused(&self, refusal: Refusal) -> Response {
        refuse(self.desk, &refusal, None, self.parts)
    }
    async fn words(&mut self, mut field: Field<'_>) -> Result<String, Response> {
        let mut bytes = vec![];
        while let Some(chunk) = field.chunk().await.map_err(|e| self.refused(Refusal::Malformed(e.body_text())))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > MOST_WORDS {
                return Err(self.refused(Refusal::TooLarge(MOST_WORDS as u64)));
            }
        }
        String::from_utf8(bytes).map_err(|e| self.refused(Refusal::Malformed(e.to_string())))
    }
    /// `None` where no file was chosen: browsers send an empty one without a name.
    async fn file(&mut self, field: String, mut sent: Field<'_>) -> Result<Option<Uploaded>, Response> {
        let called = sent.file_name().unwrap_or_default();
        let name = called.rsplit(['/', '\\']).next().unwrap_or_default().to_string();
        let path = self.desk.0.settings.upload_folder.join(format!("upload-{}", uuid::Uuid::new_v4()));
        let mut file = make(&path).await.map_err(|e| broken(e.into()))?;
        // From here on dropping it removes the file, whatever goes wrong.
        let mut uploaded = Uploaded { field, name, size: 0, path };
        while let Some(chunk) = sent.chunk().await.map_err(|e| self.refused(Refusal::Malformed(e.body_text())))? {
            let length = chunk.len() as u64;
            match self.left.checked_sub(length) {
                Some(left) => self.left = left,
                None => return Err(self.refused(Refusal::TooLarge(self.desk.0.settings.upload_limit))),
            }
            uploaded.size += length;
            file.write_all(&chunk).await.map_err(|e| broken(e.into()))?;
        }
        file.flush().await.map_err(|e| broken(e.into()))?;
        Ok((uploaded.size > 0 || !uploaded.name.is_empty()).then_some(uploaded))
    }
}
async fn make(path: &Path) -> std::io::Result<File> {
    let mut options = tokio::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path).await
}
