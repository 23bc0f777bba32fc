//! Where a placement is: which authority, how far from home. Worked out from the two postcodes with the ONS Postcode
//! Directory, which a person gives as a CSV file; of its millions of lines only those that are needed are kept.
use crate::{
    check::Draft,
    delivery::Unreadable,
    ssda903::columns::{EPISODES, episodes as ep},
    zip,
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use std::{
    collections::{HashMap, HashSet},
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

const AUTHORITIES: &str = include_str!("authorities.tsv");

/// Statistical code of an authority (E06000018) to the department's three-digit code. Source: the authorities named in
/// the department's published statistics.
pub(super) fn code_of_gss(gss: &str) -> Option<&'static str> {
    let outside = match gss.as_bytes().first() {
        Some(b'W') => Some("WAL"),
        Some(b'S') => Some("SCO"),
        Some(b'N') => Some("NIR"),
        _ => None,
    };
    let lines = || AUTHORITIES.lines().skip(1).map(|l| l.split('\t').collect::<Vec<_>>());
    outside.or_else(|| lines().find(|l| l.first() == Some(&gss)).and_then(|l| l.get(1).copied()))
}
/// The three-digit code of an authority by its name, however it styles itself.
pub(super) fn code_of_name(name: &str) -> Option<&'static str> {
    let wanted = bare(name);
    let lines = AUTHORITIES.lines().skip(1).map(|l| l.split('\t').collect::<Vec<_>>());
    lines.filter(|l| l.get(2).is_some_and(|n| bare(n) == wanted)).filter_map(|l| l.get(1).copied()).next()
}
fn bare(name: &str) -> String {
    const STYLES: &[&str] =
        &["COUNCIL", "COUNTY", "CITY", "BOROUGH", "METROPOLITAN", "LONDON", "ROYAL", "OF", "THE", "UA", "DISTRICT"];
    let name = name.to_uppercase().replace('&', "AND").replace(['.', ',', '-', '\''], " ");
    name.split_whitespace().filter(|word| !STYLES.contains(word)).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    code: Option<&'static str>,
    east: f64,
    north: f64,
}
/// The places of the postcodes that were asked for.
#[derive(Default)]
pub(super) struct Places(HashMap<String, Place>);

fn key(postcode: &str) -> String {
    postcode.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}
impl Places {
    /// Reads the directory line by line, for these postcodes.
    pub(super) fn read(directory: &Directory, wanted: &HashSet<String>) -> Result<Places, Unreadable> {
        let mut places = Places::default();
        directory.each(&mut |line: &Listed| {
            if wanted.contains(&line.postcode)
                && let (Ok(east), Ok(north)) = (line.east.parse(), line.north.parse())
            {
                let code = code_of_gss(line.county).or_else(|| code_of_gss(line.district));
                places.0.insert(line.postcode.clone(), Place { code, east, north });
            }
            Ok(())
        })?;
        Ok(places)
    }
    fn place(&self, postcode: &str) -> Option<Place> {
        self.0.get(&key(postcode)).copied()
    }
    pub(super) fn code(&self, postcode: &str) -> Option<&'static str> {
        self.place(postcode)?.code
    }
}
/// The directory as somebody gives it: a CSV file, alone or in a zip; or what [`Directory::pack`] made of it.
#[derive(Clone, Debug)]
pub struct Directory {
    name: String,
    from: From,
}
#[derive(Clone, Debug)]
enum From {
    Disk(PathBuf),
    Packed(Arc<[u8]>),
}
/// What a line says that is needed.
struct Listed<'a> {
    postcode: String,
    east: &'a str,
    north: &'a str,
    district: &'a str,
    county: &'a str,
}
type Each<'a> = &'a mut dyn FnMut(&Listed) -> io::Result<()>;
/// The postcodes of the whole kingdom take half of it.
const MOST_PACKED: usize = 60_000_000;

impl Directory {
    pub fn on_disk(path: &Path) -> Directory {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Directory { name, from: From::Disk(path.to_owned()) }
    }
    pub fn packed(name: &str, bytes: Vec<u8>) -> Directory {
        Directory { name: name.to_owned(), from: From::Packed(bytes.into()) }
    }
    /// `name` as people call it, where the file on the disk is called otherwise.
    pub fn called(self, name: &str) -> Directory {
        Directory { name: name.to_owned(), ..self }
    }
    /// Of a gigabyte what is needed, small enough to keep; and how many postcodes there are.
    pub fn pack(&self) -> Result<(Vec<u8>, usize), Unreadable> {
        let mut csv = csv::Writer::from_writer(GzEncoder::new(Vec::new(), Compression::default()));
        let trouble = |e: &dyn std::fmt::Display| self.trouble(format!("cannot be packed: {e}"));
        csv.write_record(["pcds", "oseast1m", "osnrth1m", "oslaua", "oscty"]).map_err(|e| trouble(&e))?;
        let mut count = 0;
        self.each(&mut |line: &Listed| {
            if !line.east.is_empty() && !line.north.is_empty() {
                count += 1;
                csv.write_record([&line.postcode, line.east, line.north, line.district, line.county])?;
            }
            Ok(())
        })?;
        let packed = csv.into_inner().map_err(|e| trouble(&e))?.finish().map_err(|e| trouble(&e))?;
        match packed.len() > MOST_PACKED {
            true => Err(self.trouble(format!("lists {count} postcodes, more than there are"))),
            false if count == 0 => Err(self.trouble("lists no postcode with a place on the map".to_owned())),
            false => Ok((packed, count)),
        }
    }
    fn trouble(&self, why: String) -> Unreadable {
        let todo = "Give the ONS Postcode Directory (ONSPD or NSPL) as a CSV file, or a zip with it.";
        Unreadable::new(&self.name, why, todo)
    }
    fn each(&self, found: Each) -> Result<(), Unreadable> {
        let cannot = |e: io::Error| self.trouble(format!("cannot be read: {e}"));
        let path = match &self.from {
            From::Packed(bytes) => return self.lines(GzDecoder::new(&bytes[..]), found),
            From::Disk(path) => path,
        };
        let mut file = fs::File::open(path).map_err(cannot)?;
        let mut mark = Vec::new();
        file.by_ref().take(zip::MARK.len() as u64).read_to_end(&mut mark).map_err(cannot)?;
        if mark != zip::MARK {
            let whole = io::Cursor::new(mark).chain(file);
            return self.lines(io::BufReader::with_capacity(1 << 20, whole), found);
        }
        let bytes = fs::read(path).map_err(cannot)?;
        let broken = |why| self.trouble(format!("is a zip that cannot be opened: {why}"));
        let entries = zip::entries(&bytes).map_err(broken)?;
        // Beside the directory the zip holds guides and lists of names; it is by far the largest.
        let csv = entries.iter().filter(|e| e.name.to_lowercase().ends_with(".csv"));
        let Some(largest) = csv.max_by_key(|e| e.packed_bytes()) else {
            return Err(broken("it holds no CSV file"));
        };
        self.lines(io::BufReader::with_capacity(1 << 20, largest.stream()), found)
    }
    fn lines(&self, from: impl Read, found: Each) -> Result<(), Unreadable> {
        let cannot = |e: &dyn std::fmt::Display| self.trouble(format!("cannot be read: {e}"));
        let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(from);
        let headings = csv.headers().map_err(|e| cannot(&e))?.clone();
        let find = |names: &[&str]| headings.iter().position(|h| names.iter().any(|n| is_heading(h, n)));
        let (Some(postcode), Some(east), Some(north), Some(district)) = (
            find(&["pcds", "pcd", "pcd7", "pcd8", "postcode"]),
            find(&["oseast1m", "east1m", "easting", "eastings"]),
            find(&["osnrth1m", "north1m", "northing", "northings"]),
            find(&["oslaua", "laua", "lad##cd"]),
        ) else {
            let why = "lacks a column for the postcode, the easting, the northing or the district";
            return Err(self.trouble(why.to_owned()));
        };
        let county = find(&["oscty", "cty##cd"]);
        let mut record = csv::StringRecord::new();
        while csv.read_record(&mut record).map_err(|e| cannot(&e))? {
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            let postcode = key(cell(postcode));
            let [east, north, district] = [east, north, district].map(cell);
            let listed = Listed { postcode, east, north, district, county: county.map_or("", cell) };
            found(&listed).map_err(|e| cannot(&e))?;
        }
        Ok(())
    }
}
/// `lad##cd` stands for lad25cd, whatever the year.
fn is_heading(heading: &str, name: &str) -> bool {
    let heading = heading.trim().trim_start_matches('\u{feff}').to_lowercase();
    heading.len() == name.len()
        && heading.bytes().zip(name.bytes()).all(|(h, n)| if n == b'#' { h.is_ascii_digit() } else { h == n })
}
/// The postcodes that stand in the episodes of a year.
pub(super) fn postcodes_of(draft: &Draft, year: u8) -> HashSet<String> {
    let rows = 0..draft.rows(year, EPISODES);
    rows.flat_map(|row| [ep::HOME_POST, ep::PL_POST].map(|c| key(draft.said(year, c, row)))).collect()
}
/// Fills PL_LA, PL_LOCATION and PL_DISTANCE. Distance is in miles of 1.6093 km as the crow flies, to one decimal place
/// (the department's derivation). What a postcode does not tell stays blank.
pub(super) fn derive(draft: &mut Draft, year: u8, places: &Places, authority: &str) {
    if ![ep::HOME_POST, ep::PL_POST].into_iter().all(|c| draft.has_column(year, c)) {
        return;
    }
    [ep::PL_LA, ep::PL_LOCATION, ep::PL_DISTANCE].into_iter().for_each(|c| draft.has(year, c));
    for row in 0..draft.rows(year, EPISODES) {
        let home = places.place(draft.said(year, ep::HOME_POST, row));
        let Some(placed) = places.place(draft.said(year, ep::PL_POST, row)) else { continue };
        if let Some(code) = placed.code {
            draft.set(year, ep::PL_LA, row, code);
            draft.set(year, ep::PL_LOCATION, row, if code == authority { "IN" } else { "OUT" });
        }
        if let Some(home) = home {
            draft.set(year, ep::PL_DISTANCE, row, &format!("{:.1}", miles(home, placed)));
        }
    }
}
fn miles(one: Place, other: Place) -> f64 {
    (one.east - other.east).hypot(one.north - other.north) / 1000.0 / 1.6093
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_is_known_by_its_statistical_code_and_by_its_name() {
        assert_eq!(code_of_gss("E06000018"), Some("892"));
        assert_eq!(code_of_gss("W06000015"), Some("WAL"));
        assert_eq!(code_of_gss("E99999999"), None, "the directory's word for no county");
        assert_eq!(code_of_name("Nottingham City Council"), Some("892"));
        assert_eq!(code_of_name("East Sussex County Council"), code_of_name("East Sussex"));
        assert_eq!(code_of_name("Arnor borough council"), None);
    }
    const DIRECTORY: &str = "pcd7,pcds,east1m,north1m,lad25cd,cty25cd\nNG1 1AA,NG1 1AA,457500,340100,E06000018,E99999999\n\
        NG2 2BB,NG2 2BB,457500,348146,E07000173,E10000024\nZZ9 9ZZ,ZZ9 9ZZ,1,1,E06000018,\nZZ9 9ZY,ZZ9 9ZY,,,E06000018,\n";
    /// A file that is gone when it is no longer looked at.
    struct OnDisk(PathBuf);
    impl OnDisk {
        fn holds(name: &str, bytes: &[u8]) -> OnDisk {
            let path = std::env::temp_dir().join(format!("loxley-{name}-{}", std::process::id()));
            fs::write(&path, bytes).unwrap();
            OnDisk(path)
        }
        fn directory(&self) -> Directory {
            Directory::on_disk(&self.0)
        }
    }
    impl Drop for OnDisk {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.0);
        }
    }
    fn places(directory: &Directory) -> Result<Places, Unreadable> {
        Places::read(directory, &["NG11AA", "NG22BB"].map(str::to_owned).into())
    }
    #[test]
    fn the_directory_is_read_under_the_headings_of_any_year() {
        let file = OnDisk::holds("postcodes.csv", DIRECTORY.as_bytes());
        let places = places(&file.directory()).unwrap();
        assert_eq!(places.0.len(), 2);
        let (home, placed) = (places.place("ng1 1aa").unwrap(), places.place("NG22BB").unwrap());
        assert_eq!((home.code, placed.code), (Some("892"), Some("891")), "a district is of its county");
        assert_eq!(format!("{:.1}", miles(home, placed)), "5.0");
    }
    #[test]
    fn in_a_zip_and_packed_it_says_the_same() {
        let files = [("Documents/names.csv", &b"a,b\n"[..]), ("Data/ONSPD_AUG_2026_UK.csv", DIRECTORY.as_bytes())];
        let file =
            OnDisk::holds("postcodes.zip", &crate::zip::tests::zipped(&files, ::zip::CompressionMethod::Deflated));
        let (packed, count) = file.directory().pack().unwrap();
        assert_eq!(count, 3, "one has no place on the map");
        let packed = Directory::packed("postcodes.zip", packed);
        let [zipped, packed] = [file.directory(), packed].map(|d| places(&d).unwrap().0);
        assert_eq!((zipped.len(), &zipped), (2, &packed));
    }
    #[test]
    fn what_is_no_directory_is_refused_in_words() {
        let lacks = OnDisk::holds("other.csv", b"a,b\n1,2\n");
        let refused = lacks.directory().called("mine.csv").pack().unwrap_err().to_string();
        assert!(refused.starts_with("mine.csv lacks a column"), "{refused}");
        let none = OnDisk::holds("none.csv", b"pcds,oseast1m,osnrth1m,oslaua\n");
        assert!(none.directory().pack().unwrap_err().to_string().contains("lists no postcode"));
        let cut = OnDisk::holds("cut.zip", b"PK\x03\x04 and no more");
        assert!(cut.directory().pack().unwrap_err().to_string().contains("cannot be opened"));
    }
}
