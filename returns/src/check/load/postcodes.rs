//! Where a placement is: which authority, how far from home. Worked out from the two postcodes with the ONS Postcode
//! Directory, which a person gives as a CSV file; of its millions of lines only those that are needed are kept.
use crate::{
    check::Draft,
    delivery::Unreadable,
    ssda903::columns::{EPISODES, episodes as ep},
};
use std::{
    collections::{HashMap, HashSet},
    io,
    path::Path,
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
    pub(super) fn read(path: &Path, wanted: &HashSet<String>) -> Result<Places, Unreadable> {
        let trouble =
            |why: String| Unreadable::new(&path.display().to_string(), why, "Give the ONS Postcode Directory as CSV.");
        let file = std::fs::File::open(path).map_err(|e| trouble(format!("cannot be read: {e}")))?;
        let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(io::BufReader::with_capacity(1 << 20, file));
        let headings = csv.headers().map_err(|e| trouble(format!("cannot be read: {e}")))?.clone();
        let find = |names: &[&str]| headings.iter().position(|h| names.iter().any(|n| is_heading(h, n)));
        let (Some(postcode), Some(east), Some(north), Some(district)) = (
            find(&["pcds", "pcd", "pcd7", "pcd8", "postcode"]),
            find(&["oseast1m", "east1m", "easting", "eastings"]),
            find(&["osnrth1m", "north1m", "northing", "northings"]),
            find(&["oslaua", "laua", "lad##cd"]),
        ) else {
            return Err(trouble(
                "lacks a column for the postcode, the easting, the northing or the district".to_owned(),
            ));
        };
        let county = find(&["oscty", "cty##cd"]);
        let (mut places, mut record) = (Places::default(), csv::StringRecord::new());
        while csv.read_record(&mut record).map_err(|e| trouble(format!("cannot be read: {e}")))? {
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            let name = key(cell(postcode));
            if wanted.contains(&name)
                && let (Ok(east), Ok(north)) = (cell(east).parse(), cell(north).parse())
            {
                let code = county.and_then(|c| code_of_gss(cell(c))).or_else(|| code_of_gss(cell(district)));
                places.0.insert(name, Place { code, east, north });
            }
        }
        Ok(places)
    }
    fn place(&self, postcode: &str) -> Option<Place> {
        self.0.get(&key(postcode)).copied()
    }
    pub(super) fn code(&self, postcode: &str) -> Option<&'static str> {
        self.place(postcode)?.code
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
    #[test]
    fn the_directory_is_read_under_the_headings_of_any_year() {
        let path = std::env::temp_dir().join(format!("loxley-postcodes-{}.csv", std::process::id()));
        let text = "pcd7,pcds,east1m,north1m,lad25cd,cty25cd\nNG1 1AA,NG1 1AA,457500,340100,E06000018,E99999999\n\
                    NG2 2BB,NG2 2BB,457500,348146,E07000173,E10000024\nZZ9 9ZZ,ZZ9 9ZZ,1,1,E06000018,\n";
        std::fs::write(&path, text).unwrap();
        let wanted = ["NG11AA", "NG22BB"].map(str::to_owned).into();
        let places = Places::read(&path, &wanted).unwrap();
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let refused = Places::read(&path, &wanted).err().unwrap().to_string();
        std::fs::remove_file(&path).unwrap();
        assert!(refused.contains("lacks a column"), "{refused}");
        assert_eq!(places.0.len(), 2);
        let (home, placed) = (places.place("ng1 1aa").unwrap(), places.place("NG22BB").unwrap());
        assert_eq!((home.code, placed.code), (Some("892"), Some("891")), "a district is of its county");
        assert_eq!(format!("{:.1}", miles(home, placed)), "5.0");
    }
}
