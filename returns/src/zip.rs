//! The files of a zip, as its directory at the end lists them. Plain and deflated entries, which is what every program
//! makes of a return; what is encrypted, larger than 4 GB or packed otherwise is refused in words. Written here because
//! a browser needs nothing of a zip but this.
use flate2::{Crc, read::DeflateDecoder};
use std::io::Read;

/// How every zip begins.
pub(crate) const MARK: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";
const LISTED: &[u8] = b"PK\x01\x02";
/// What follows the end's mark, and the longest comment after it.
const END_BYTES: usize = 22;
const LONGEST_COMMENT: usize = 0xffff;

pub(crate) struct Entry<'a> {
    /// With its folders.
    pub(crate) name: String,
    packed: &'a [u8],
    is_deflated: bool,
    checksum: u32,
}
/// Why it cannot be read.
pub(crate) type Broken = &'static str;
const CUT: Broken = "it breaks off";

pub(crate) fn entries(zip: &[u8]) -> Result<Vec<Entry<'_>>, Broken> {
    let tail = zip.len().saturating_sub(END_BYTES + LONGEST_COMMENT);
    let end = zip[tail..].windows(END.len()).rposition(|w| w == END).ok_or("it has no directory")? + tail;
    bytes(zip, end, END_BYTES)?;
    let (count, mut at) = (number(zip, end + 10, 2)?, number(zip, end + 16, 4)?);
    let mut entries = Vec::new();
    for _ in 0..count {
        if bytes(zip, at, LISTED.len())? != LISTED {
            return Err("its directory is damaged");
        }
        let [name, extra, comment] = [28, 30, 32].map(|place| number(zip, at + place, 2));
        let (name, next) = (name?, extra? + comment?);
        entries.push(entry(zip, at, name)?);
        at += 46 + name + next;
    }
    Ok(entries)
}
/// The entry that is listed here, whose own beginning says once more how it is called, perhaps longer.
fn entry(zip: &[u8], at: usize, name: usize) -> Result<Entry<'_>, Broken> {
    let (flags, method) = (number(zip, at + 8, 2)?, number(zip, at + 10, 2)?);
    let (packed, begins) = (number(zip, at + 20, 4)?, number(zip, at + 42, 4)?);
    if flags & 1 != 0 {
        return Err("it is encrypted");
    }
    if packed == 0xffff_ffff || begins == 0xffff_ffff {
        return Err("it is in the form for more than 4 GB");
    }
    if method != 0 && method != 8 {
        return Err("it is packed in a way that few programs know");
    }
    if bytes(zip, begins, MARK.len())? != MARK {
        return Err("its directory is damaged");
    }
    let data = begins + 30 + number(zip, begins + 26, 2)? + number(zip, begins + 28, 2)?;
    Ok(Entry {
        name: String::from_utf8_lossy(bytes(zip, at + 46, name)?).into_owned(),
        packed: bytes(zip, data, packed)?,
        is_deflated: method == 8,
        checksum: u32::try_from(number(zip, at + 16, 4)?).unwrap_or_default(),
    })
}
impl Entry<'_> {
    pub(crate) fn is_folder(&self) -> bool {
        self.name.ends_with(['/', '\\'])
    }
    /// What is larger than a memory is read as it comes; damage is then an error of reading, the checksum is not asked.
    #[cfg(feature = "workbooks")]
    pub(crate) fn stream(&self) -> Box<dyn Read + '_> {
        match self.is_deflated {
            true => Box::new(DeflateDecoder::new(self.packed)),
            false => Box::new(self.packed),
        }
    }
    #[cfg(feature = "workbooks")]
    pub(crate) fn packed_bytes(&self) -> usize {
        self.packed.len()
    }
    /// Its bytes; `None` when there are more than `most`. What it says of its size is not believed.
    pub(crate) fn open(&self, most: u64) -> Result<Option<Vec<u8>>, Broken> {
        let mut open = Vec::new();
        let read = match self.is_deflated {
            true => DeflateDecoder::new(self.packed).take(most.saturating_add(1)).read_to_end(&mut open),
            false => self.packed.take(most.saturating_add(1)).read_to_end(&mut open),
        };
        read.map_err(|_| "a file in it is damaged")?;
        if open.len() as u64 > most {
            return Ok(None);
        }
        let mut sum = Crc::new();
        sum.update(&open);
        if sum.sum() == self.checksum { Ok(Some(open)) } else { Err("a file in it does not match its checksum") }
    }
}
/// A number of so many bytes, the lowest first.
fn number(zip: &[u8], at: usize, length: usize) -> Result<usize, Broken> {
    Ok(bytes(zip, at, length)?.iter().rev().fold(0, |n, byte| n << 8 | usize::from(*byte)))
}
fn bytes(zip: &[u8], at: usize, length: usize) -> Result<&[u8], Broken> {
    at.checked_add(length).and_then(|end| zip.get(at..end)).ok_or(CUT)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    pub(crate) fn zipped(files: &[(&str, &[u8])], how: CompressionMethod) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default().compression_method(how)).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
    const HOW: [CompressionMethod; 2] = [CompressionMethod::Stored, CompressionMethod::Deflated];

    #[test]
    fn what_another_program_packed_comes_out_again() {
        let long = b"CHILD,DOB\n".repeat(5000);
        for how in HOW {
            let zip = zipped(&[("2026/header.csv", &long), ("é.csv", b"")], how);
            let found = entries(&zip).unwrap();
            assert_eq!(found.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["2026/header.csv", "é.csv"]);
            assert_eq!(found[0].open(50_000), Ok(Some(long.clone())));
            assert_eq!(found[0].open(49_999), Ok(None), "one byte more than there is room for");
            assert_eq!(found[1].open(0), Ok(Some(Vec::new())));
        }
    }
    #[test]
    fn a_zip_cut_anywhere_is_refused_and_never_panics() {
        let zip = zipped(&[("header.csv", b"CHILD,DOB\n1,14/06/2015\n")], HOW[1]);
        for end in 0..zip.len() {
            assert!(entries(&zip[..end]).is_err(), "cut at {end} of {}", zip.len());
        }
    }
    #[test]
    fn a_zip_spoilt_in_any_byte_gives_the_same_bytes_or_a_reason() {
        let text = b"CHILD,DOB\n1,14/06/2015\n";
        for how in HOW {
            let zip = zipped(&[("header.csv", text)], how);
            for at in 0..zip.len() {
                for bits in [0x01, 0x80, 0xff] {
                    let mut spoilt = zip.clone();
                    spoilt[at] ^= bits;
                    for entry in entries(&spoilt).unwrap_or_default() {
                        if let Ok(Some(open)) = entry.open(1000) {
                            assert_eq!(open, text, "byte {at} changed by {bits}");
                        }
                    }
                }
            }
        }
    }
    #[test]
    fn what_is_encrypted_or_packed_otherwise_is_refused_in_words() {
        let zip = zipped(&[("header.csv", b"CHILD\n")], HOW[0]);
        let listed = zip.windows(4).position(|w| w == LISTED).unwrap();
        for (place, value, why) in [(8, 1, "encrypted"), (10, 99, "few programs"), (42, 1, "directory is damaged")] {
            let mut other = zip.clone();
            other[listed + place] = value;
            assert!(entries(&other).err().is_some_and(|e| e.contains(why)), "{why}");
        }
    }
}
