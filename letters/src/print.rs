//! A document as a PDF that a screen reader can read (PDF/UA-1, ISO 14289-1): Typst refuses to write one without
//! title, language and order.
use practice::letters::Document;
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("document.typ");
/// Made for readers with low sight: its letters are not taken for one another (SIL Open Font Licence, beside them).
const OURS: [&[u8]; 2] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
];

/// All that the template may see: itself, the document and the fonts.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    document: FileId,
    json: Bytes,
}
impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.template.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.document { Ok(self.json.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    /// The day of a letter is in the letter.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

pub fn pdf(document: &Document) -> Result<Vec<u8>, String> {
    let problems = document.problems();
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    set(TEMPLATE, document)
}
fn set(template: &str, document: &Document) -> Result<Vec<u8>, String> {
    let file = |name: &str| {
        let path = VirtualPath::new(name).map_err(|e| format!("{name} is no path: {e:?}"))?;
        Ok::<_, String>(RootedPath::new(VirtualRoot::Project, path).intern())
    };
    // Those of Typst stand in for a letter that ours lack.
    let fonts: Vec<Font> =
        OURS.into_iter().chain(typst_assets::fonts()).flat_map(|f| Font::iter(Bytes::new(f))).collect();
    let json = serde_json::to_vec(document).map_err(|e| e.to_string())?;
    let desk = Desk {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file("document.typ")?, template.into()),
        document: file("document.json")?,
        json: Bytes::new(json),
    };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|e| words(&e))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| format!("{e:?}"))?;
    // Without a timestamp, the same document is the same file on any day.
    let options = PdfOptions { ident: Smart::Auto, standards, tagged: true, timestamp: None, ..PdfOptions::default() };
    typst_pdf::pdf(&set, &options).map_err(|e| words(&e))
}
fn words(errors: &[SourceDiagnostic]) -> String {
    let one = |e: &SourceDiagnostic| {
        let hints: String = e.hints.iter().map(|h| format!(" ({})", h.v)).collect();
        format!("It could not be printed: {}{hints}", e.message)
    };
    errors.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::letters::Layout;

    #[test]
    fn a_template_reads_the_document_and_nothing_else() {
        let document = Document::new(Layout::Letter, "Your rights");
        for path in ["/etc/passwd", "fonts/OFL.txt", "Cargo.toml"] {
            let why = set(&format!("#read({path:?})"), &document).expect_err("it read a file");
            assert!(why.contains("access denied"), "{path}: {why}");
        }
        let why = set("#import \"@preview/letter:1.0.0\": letter", &document).expect_err("it read a package");
        assert!(why.contains("access denied"), "{why}");
    }
    #[test]
    fn a_document_is_the_same_file_whenever_it_is_printed() {
        let document = Document::new(Layout::Plan, "My plan");
        assert_eq!(pdf(&document), pdf(&document));
    }
    #[test]
    fn what_is_wrong_is_said() {
        let why = pdf(&Document::new(Layout::Letter, "")).expect_err("without a title");
        assert!(why.contains("no title"), "{why}");
    }
}
