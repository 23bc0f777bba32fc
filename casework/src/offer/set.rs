//! The pages of an offer: those that the council keeps in a folder, or ours where it keeps none.
use super::{
    markdown::{self, Section},
    settings::Settings,
};
use practice::plans::plain::{grade, hardest};
use std::{fmt, fs, io, path::Path, sync::LazyLock};

/// The grade above which a page is too hard: it is read with ease at eleven, and by most at nine.
pub const GRADE: f64 = 5.0;
/// The page that the first page begins with, and the one that every page leads to.
pub const HOME: &str = "home";
pub const RING: &str = "ring";
const SETTINGS: &str = "settings.txt";
/// Addresses of ours, which no page of a council's may have.
const OURS: [&str; 3] = ["entitled", "print", "search"];

macro_rules! pages {
    ($($name:literal),*) => { &[$(($name, include_str!(concat!("pages/", $name)))),*] };
}
/// Ours, to begin with.
pub const FILES: &[(&str, &str)] = pages![
    "00-home.md",
    "10-home-to-live.md",
    "20-money.md",
    "30-work.md",
    "40-learning.md",
    "50-health.md",
    "60-people.md",
    "70-rights.md",
    "80-adviser.md",
    "85-complain.md",
    "90-ring.md",
    "settings.txt"
];
pub static OURS_TO_BEGIN_WITH: LazyLock<Offer> = LazyLock::new(|| {
    let files = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Offer::of(files).0
});

#[derive(Debug)]
pub struct Offer {
    /// In the order of their files' names.
    pub pages: Vec<One>,
    pub settings: Settings,
}
#[derive(Debug)]
pub struct One {
    /// `20-money.md`.
    pub file: String,
    /// `money`.
    pub address: String,
    pub title: String,
    pub lead: String,
    pub html: String,
    pub lower: String,
    pub text: String,
    pub sections: Vec<Section>,
}
/// What is wrong, where, and what to do.
#[derive(Debug, PartialEq)]
pub struct Problem {
    pub file: String,
    pub line: Option<usize>,
    pub what: String,
    /// Such a page is not shown to anybody; the others are, and should be better.
    pub stops: bool,
}
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

impl Offer {
    /// The offer in a folder, with what is wrong with it.
    pub fn read(folder: &Path) -> io::Result<(Offer, Vec<Problem>)> {
        let mut files = vec![];
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name == SETTINGS || name.ends_with(".md") {
                files.push((name, fs::read_to_string(&path)?));
            }
        }
        files.sort();
        Ok(Offer::of(files))
    }
    /// Of files with their names, in order.
    pub fn of(files: Vec<(String, String)>) -> (Offer, Vec<Problem>) {
        let mut problems = vec![];
        let text = files.iter().find(|f| f.0 == SETTINGS).map(|f| f.1.as_str()).unwrap_or_default();
        let (settings, wrong) = Settings::read(text);
        problems.extend(wrong.into_iter().map(|line| {
            let what = "write a name, an equals sign and the value, as “duty_phone = 0115 496 0000”".to_owned();
            Problem { file: SETTINGS.into(), line: Some(line), what, stops: true }
        }));
        let mut offer = Offer { pages: vec![], settings };
        let mut links = vec![];
        for (file, markdown) in files.iter().filter(|f| f.0.ends_with(".md")) {
            let stops = |line, what| Problem { file: file.clone(), line, what, stops: true };
            let Some(address) = address(file) else {
                let what = "name it with small letters, numbers and hyphens, as 20-money.md".to_owned();
                problems.push(stops(None, what));
                continue;
            };
            if offer.page(address).is_some() || OURS.contains(&address) {
                problems.push(stops(None, format!("there is already a page called {address}: give it another name")));
                continue;
            }
            let read = markdown::read(address, markdown, &offer.settings);
            problems.extend(read.faults.into_iter().map(|(line, what)| stops(Some(line), what)));
            links.extend(read.links.into_iter().map(|(line, to)| (file.clone(), line, to)));
            let (file, address) = (file.clone(), address.to_owned());
            let markdown::Read { title, lead, html, lower, text, sections, .. } = read;
            offer.pages.push(One { file, address, title, lead, html, lower, text, sections });
        }
        for (file, line, to) in links {
            if !offer.has(&to) {
                let what = format!("a link leads to {to}, which is no page: put it right or write that page");
                problems.push(Problem { file, line: Some(line), what, stops: false });
            }
        }
        for needed in [HOME, RING].into_iter().filter(|needed| offer.page(needed).is_none()) {
            let what = format!("there is no such page, and every other leads to it: write 90-{needed}.md");
            problems.push(Problem { file: format!("{needed}.md"), line: None, what, stops: true });
        }
        problems.extend(offer.pages.iter().filter_map(too_hard));
        (offer, problems)
    }
    pub fn page(&self, address: &str) -> Option<&One> {
        self.pages.iter().find(|p| p.address == address)
    }
    fn has(&self, to: &str) -> bool {
        let to = to.split('#').next().unwrap_or_default();
        to == "/offer" || to.strip_prefix("/offer/").is_some_and(|a| OURS.contains(&a) || self.page(a).is_some())
    }
}
impl One {
    pub fn grade(&self) -> f64 {
        grade(&self.text).unwrap_or(0.0)
    }
}
fn too_hard(page: &One) -> Option<Problem> {
    let grade = page.grade();
    let sentences = hardest(&page.text, 3);
    let sentences: Vec<String> = sentences.iter().map(|(grade, words)| format!("\n    {grade:.1}: {words}")).collect();
    let what = format!(
        "too hard to read: its grade is {grade:.1}, and {GRADE:.0} is the most. Make these shorter, with shorter words:{}",
        sentences.concat()
    );
    (grade > GRADE).then(|| Problem { file: page.file.clone(), line: None, what, stops: false })
}
/// `20-money.md` is at `money`.
pub fn address(file: &str) -> Option<&str> {
    let name = file.strip_suffix(".md")?;
    let name = name.split_once('-').filter(|(n, _)| n.chars().all(|c| c.is_ascii_digit())).map_or(name, |(_, n)| n);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!name.is_empty() && name.chars().all(plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(more: &[(&str, &str)]) -> Vec<(String, String)> {
        let two = [("00-home.md", "# Help\n\nWe help you.\n"), ("90-ring.md", "# Ring\n\nRing 999.\n")];
        two.iter().chain(more).map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).collect()
    }
    fn problems(more: &[(&str, &str)]) -> Vec<Problem> {
        Offer::of(files(more)).1
    }
    #[test]
    fn ours_has_nothing_wrong_and_a_child_of_nine_can_read_each_page() {
        let files = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let (offer, problems) = Offer::of(files);
        assert_eq!(problems, [], "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        assert!(offer.pages.iter().all(|p| p.grade() <= GRADE && !p.text.is_empty()));
        assert_eq!(offer.pages.len(), FILES.len() - 1);
    }
    #[test]
    fn every_file_of_ours_is_in_the_list() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/offer/pages");
        let mut there: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        there.sort();
        assert_eq!(there, FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }
    #[test]
    fn ours_names_no_local_number_that_the_council_has_not_filled_in() {
        let (offer, _) = Offer::of(FILES.iter().map(|(n, t)| ((*n).into(), (*t).into())).collect());
        assert_eq!(offer.settings.empty().count(), Settings::read(FILES[11].1).0.empty().count());
        let ring = &offer.page(RING).unwrap().html;
        assert!(ring.contains("[not filled in yet: duty phone]"), "{ring}");
        let first = |what: &str| ring.find(what).unwrap_or_else(|| panic!("{what} is not on the page"));
        assert!(first("tel:999") < first("duty phone"), "the emergency stands first");
    }
    #[test]
    fn a_page_that_is_too_hard_is_named_with_its_hardest_sentences() {
        let hard = "# Homes\n\nWe help. Applicants must demonstrate eligibility for accommodation under the authority's allocation policy.\n";
        let found = problems(&[("10-homes.md", hard)]);
        assert!(!found[0].stops && found[0].to_string().contains("Applicants must demonstrate"), "{found:?}");
        assert!(problems(&[("10-homes.md", "# Homes\n\nWe help you find a home.\n")]).is_empty());
    }
    #[test]
    fn what_is_wrong_is_told_with_its_file_and_line() {
        let found = problems(&[("10-a.md", "# A\n\n[b](gone.md)\n")]);
        assert_eq!(
            found[0].to_string(),
            "10-a.md, line 3: a link leads to /offer/gone, which is no page: put it right or write that page"
        );
        assert!(problems(&[("10-a.md", "Words.\n")])[0].stops, "no title");
        assert!(problems(&[("10 A.md", "# A\n")])[0].what.contains("small letters"));
        assert!(problems(&[("10-search.md", "# A\n")])[0].what.contains("already"));
        assert!(problems(&[("settings.txt", "duty phone: 1\n")])[0].stops);
        let none = Offer::of(vec![]).1;
        assert_eq!(none.iter().map(|p| p.file.as_str()).collect::<Vec<_>>(), ["home.md", "ring.md"]);
    }
}
