//! The files of one delivery: found, weighed, and turned into text.
use crate::zip;
use std::{borrow::Cow, fs, io, path::Path};

/// The largest return in England is a tenth of this. What is bigger is something else.
pub const MOST_BYTES: u64 = 150_000_000;
pub const MOST_FILES: usize = 200;

#[derive(Clone, Debug, PartialEq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delivery {
    pub files: Vec<File>,
    pub not_read: Vec<NotRead>,
}
/// A file that was left aside, and why; the rest was read.
#[derive(Clone, Debug, PartialEq)]
pub struct NotRead {
    pub file: String,
    pub why: String,
}
/// Nothing of the delivery was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    pub file: String,
    pub why: String,
    pub todo: String,
}
impl Unreadable {
    pub fn new(file: &str, why: impl Into<String>, todo: impl Into<String>) -> Unreadable {
        Unreadable { file: file.to_owned(), why: why.into(), todo: todo.into() }
    }
    fn too_big(file: &str, most: u64) -> Unreadable {
        let why = format!("is larger than {} MB, which no return is", most / 1_000_000);
        Unreadable::new(file, why, "Give the return itself.")
    }
}
impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} {}. {} Nothing was changed.", self.file, self.why, self.todo)
    }
}
impl std::error::Error for Unreadable {}

/// A file, or the CSV files of a folder or of a zip; what else there is is named as not read.
pub fn gather(path: &Path) -> Result<Delivery, Unreadable> {
    gather_up_to(path, MOST_BYTES)
}
/// The same for whoever has room for more: a check keeps no facts.
pub fn gather_up_to(path: &Path, most: u64) -> Result<Delivery, Unreadable> {
    let name = |p: &Path| p.file_name().map_or_else(|| p.display().to_string(), |n| n.to_string_lossy().into_owned());
    let cannot = |e: io::Error| {
        Unreadable::new(
            &path.display().to_string(),
            format!("cannot be read: {e}"),
            "Check the name and who may read it.",
        )
    };
    if !fs::metadata(path).map_err(cannot)?.is_dir() {
        let file = File { name: name(path), bytes: load(path, 0, most)? };
        return open_file(file, most);
    }
    let mut found: Vec<_> = fs::read_dir(path).and_then(|all| all.collect::<Result<_, _>>()).map_err(cannot)?;
    found.sort_by_key(|entry| entry.file_name());
    let ends = |at: &Path, with: &str| at.extension().is_some_and(|e| e.eq_ignore_ascii_case(with)) && at.is_file();
    // A folder with one XML and no table, as a return in XML is written, is that return.
    let xml: Vec<_> = found.iter().map(fs::DirEntry::path).filter(|at| ends(at, "xml")).collect();
    if let ([xml], false) = (xml.as_slice(), found.iter().any(|entry| ends(&entry.path(), "csv"))) {
        return gather_up_to(xml, most);
    }
    let mut delivery = Delivery::default();
    let mut bytes = 0;
    for entry in found {
        let (file, at) = (name(&entry.path()), entry.path());
        if !ends(&at, "csv") {
            delivery.not_read.push(NotRead { file, why: "is not a CSV file".to_owned() });
            continue;
        }
        if delivery.files.len() == MOST_FILES {
            return Err(Unreadable::new(
                &name(path),
                format!("holds more than {MOST_FILES} CSV files"),
                "Give one return.",
            ));
        }
        let file = File { name: file, bytes: load(&at, bytes, most)? };
        bytes += file.bytes.len() as u64;
        delivery.files.push(file);
    }
    Ok(delivery)
}
/// A file that may be a zip of all.
pub fn open_file(file: File, most: u64) -> Result<Delivery, Unreadable> {
    if file.bytes.starts_with(zip::MARK) { unzip(&file, most) } else { Ok(Delivery::of(vec![file])) }
}
/// The CSV or XML files of a zip. What it says of its sizes is not believed: reading stops at the limit.
fn unzip(zip: &File, most: u64) -> Result<Delivery, Unreadable> {
    let broken = |why: zip::Broken| {
        Unreadable::new(&zip.name, format!("is a zip that cannot be opened: {why}"), "Zip the files again.")
    };
    let entries = zip::entries(&zip.bytes).map_err(broken)?;
    if entries.len() > MOST_FILES {
        return Err(Unreadable::new(&zip.name, format!("holds more than {MOST_FILES} files"), "Give one return."));
    }
    if entries.iter().any(|entry| entry.name == "[Content_Types].xml") {
        let todo = "Save its sheets as CSV files, or give the XML.";
        return Err(Unreadable::new(&zip.name, "is a workbook, not a return", todo));
    }
    // Tables of text shrink to a twentieth; what shrinks to less than a hundredth was made to fill a memory.
    let most = most.min((zip.bytes.len() as u64 * 100).max(1_000_000));
    let (mut delivery, mut room) = (Delivery::default(), most);
    for entry in entries.iter().filter(|entry| !entry.is_folder()) {
        let name = entry.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let ends = |with: &str| name.to_lowercase().ends_with(with);
        if !ends(".csv") && !ends(".xml") || name.starts_with('.') {
            delivery.not_read.push(NotRead { file: name, why: "is neither a CSV nor an XML file".to_owned() });
            continue;
        }
        let bytes = entry.open(room).map_err(broken)?.ok_or_else(|| Unreadable::too_big(&zip.name, most))?;
        room -= bytes.len() as u64;
        delivery.files.push(File { name, bytes });
    }
    delivery.files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(delivery)
}
/// One file as it is, whatever it is.
#[cfg(feature = "workbooks")]
pub fn one_file(path: &Path) -> Result<File, Unreadable> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { name, bytes: load(path, 0, MOST_BYTES)? })
}
/// Weighed before it is read: a file of 200 MB never reaches memory.
fn load(path: &Path, already: u64, most: u64) -> Result<Vec<u8>, Unreadable> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let cannot =
        |e: io::Error| Unreadable::new(&name, format!("cannot be read: {e}"), "Check the name and who may read it.");
    let file = fs::File::open(path).map_err(cannot)?;
    if file.metadata().map_err(cannot)?.len() + already > most {
        return Err(Unreadable::too_big(&name, most));
    }
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, most + 1), &mut bytes).map_err(cannot)?;
    Ok(bytes)
}

impl Delivery {
    /// Files that were uploaded.
    pub fn of(files: Vec<File>) -> Delivery {
        Delivery { files, not_read: Vec::new() }
    }
    pub(crate) fn weigh(&self) -> Result<(), Unreadable> {
        let mut bytes = 0;
        for file in &self.files {
            bytes += file.bytes.len() as u64;
            if bytes > MOST_BYTES {
                return Err(Unreadable::too_big(&file.name, MOST_BYTES));
            }
        }
        Ok(())
    }
}

/// UTF-8 or UTF-16, by its mark or by its look; what is neither is Windows-1252, in which every byte
/// means something. `None` when it is not text at all: no text holds the character zero.
pub(crate) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0, first, ..] if *first != 0 => utf16(bytes, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => bytes.iter().copied().map(windows_1252).collect(),
        },
    };
    (!text.contains('\0')).then_some(text)
}
/// Half a character at the end, and one that is none, become the sign for that.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'static, str> {
    let (pairs, rest) = bytes.as_chunks();
    let told = char::decode_utf16(pairs.iter().copied().map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    told.chain((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER)).collect()
}
/// As browsers read it: Latin-1, but that 0x80 to 0x9F are printed characters; five of them are left as they are.
fn windows_1252(byte: u8) -> char {
    const PRINTED: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => PRINTED[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_encodings_that_councils_send() {
        let says = "CHILD,Zoë\n";
        let utf16 = |swap: fn(u16) -> [u8; 2]| says.encode_utf16().flat_map(swap).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
        for bytes in [
            says.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", says.as_bytes().to_vec()),
            b"CHILD,Zo\xeb\n".to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            marked(b"\xff\xfe", utf16(u16::to_le_bytes)),
            marked(b"\xfe\xff", utf16(u16::to_be_bytes)),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(says), "{bytes:?}");
        }
        assert_eq!(decode(b"CHILD\0\0\0\0"), None, "a picture is not text");
        assert_eq!(decode(b"O\x92Brien \x80 \x9f").as_deref(), Some("O’Brien € Ÿ"), "as Windows wrote it");
        assert_eq!(decode(b"\xff\xfeA\0\xd8").as_deref(), Some("A\u{fffd}"), "it breaks off within a character");
    }
    #[test]
    fn a_folder_gives_its_csv_files_and_names_the_rest() {
        let folder = std::env::temp_dir().join(format!("loxley-gather-{}", std::process::id()));
        fs::create_dir_all(folder.join("older")).unwrap();
        fs::write(folder.join("census.xml"), "<Message/>").unwrap();
        let alone = gather(&folder).unwrap();
        assert_eq!(alone.files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["census.xml"], "a return in XML");
        fs::write(folder.join("b.CSV"), "b").unwrap();
        fs::write(folder.join("a.csv"), "a").unwrap();
        fs::write(folder.join("notes.docx"), "x").unwrap();
        let found = gather(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["a.csv", "b.CSV"]);
        assert_eq!(
            found.not_read.iter().map(|n| n.file.as_str()).collect::<Vec<_>>(),
            ["census.xml", "notes.docx", "older"]
        );
        let gone = gather(&folder).unwrap_err();
        assert!(gone.to_string().contains("cannot be read"), "{gone}");
    }
    fn zip(files: &[(&str, &[u8])]) -> File {
        let bytes = zip::tests::zipped(files, ::zip::CompressionMethod::Deflated);
        File { name: "return.zip".to_owned(), bytes }
    }
    #[test]
    fn a_zip_gives_its_csv_files_from_whatever_folder() {
        let found =
            unzip(&zip(&[("2026/header.csv", b"h"), ("episodes.csv", b"e"), ("notes.txt", b"n")]), 100).unwrap();
        assert_eq!(found.files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["episodes.csv", "header.csv"]);
        assert_eq!(found.not_read[0].file, "notes.txt");
    }
    #[test]
    fn a_zip_that_swells_beyond_the_limit_is_refused_while_it_is_read() {
        let bomb = zip(&[("header.csv", &vec![b'0'; 3_000_000])]);
        assert!(bomb.bytes.len() < 10_000, "it is small while it is closed");
        assert!(unzip(&bomb, u64::MAX).unwrap_err().to_string().contains("larger than 1 MB"));
        let workbook = zip(&[("[Content_Types].xml", b"<Types/>")]);
        assert!(unzip(&workbook, 1000).unwrap_err().to_string().contains("is a workbook"));
        let broken = File { name: "x.zip".to_owned(), bytes: b"PK\x03\x04 and then nothing".to_vec() };
        assert!(unzip(&broken, 1000).unwrap_err().to_string().contains("cannot be opened"));
    }
    #[test]
    fn a_file_too_large_for_a_return_is_never_loaded() {
        let path = std::env::temp_dir().join(format!("loxley-large-{}.csv", std::process::id()));
        fs::File::create(&path).unwrap().set_len(MOST_BYTES + 1).unwrap();
        let refused = gather(&path).unwrap_err();
        fs::remove_file(&path).unwrap();
        assert!(refused.to_string().contains("larger than 150 MB"), "{refused}");
    }
}
