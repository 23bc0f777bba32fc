//! Every letter and every plan, printed: tagged, with the very words of its page.
use casework::{
    letters::sent,
    page::press::{NotPrinted, pdf as print},
};
use practice::{
    Date, Id,
    care::{self, Placement},
    case::Story,
    day::date,
    leavers::{self, Category, basis, holds},
    letters::{Block, Case, Document, KeptFrom, Kind, LETTERS, Way, plan_words},
    people,
    plans::{self, Action, AreaWords, Draft, PATHWAY, Person},
};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

fn care(s: &mut Story, born: &str, from: &str, status: &str, until: Option<&str>) {
    let named = people::Identity {
        first_names: Some("Siân".into()),
        family_name: Some("O’Neill".into()),
        preferred_name: Some("Siân".into()),
        born: Some(practice::case::read(born).0),
        ..people::Identity::default()
    };
    let placed = Placement { legal_status: status.into(), place: "U4".into(), ..Placement::default() };
    s.on(born, people::Fact::Registered(named)).on(from, care::Fact::PlacementBegan(placed));
    if let Some(until) = until {
        s.on(until, care::Fact::CeasedToBeLookedAfter { reason: "E8".into() });
    }
}
fn qualifying() -> Story {
    let mut s = Story::default();
    care(&mut s, "2008-03-10", "2024-04-01", "V2", Some("2024-06-01"));
    s
}
fn decided() -> Story {
    let mut s = qualifying();
    let on = date(2026, 5, 2);
    let rests_on = basis(&s.history(on), &s.norms, on);
    let reason = "Read the file with legal.\n\nNo day of care is missing.".into();
    s.on("2026-05-02", leavers::Fact::CategoryDecided { category: Category::Qualifying, reason, rests_on });
    s
}
fn former_relevant() -> Story {
    let mut s = Story::default();
    care(&mut s, "2004-03-10", "2019-01-01", "C2", None);
    s
}
/// Long enough for several pages, in letters of several languages.
fn planned() -> Story {
    let mut s = former_relevant();
    let words = "Siân needs a flat near college. Łukasz, a friend, lives there. It costs £640 a month – she has that.";
    let areas = PATHWAY.areas.iter().map(|a| AreaWords {
        area: a.code.into(),
        aim: "My own door.\nAnd a cat called Ζωή.".into(),
        need: words.repeat(3),
    });
    let action = |(n, area): (usize, &plans::Area)| Action {
        id: Id::from_u128(100 + n as u128),
        area: area.code.into(),
        what: "Go with Siân to the housing office and take her passport.".into(),
        owner: if n % 2 == 0 { Person::YoungPerson } else { Person::Worker(Id::from_u128(7)) },
        by: date(2026, 12, 1),
        different: "Siân is on the list.".into(),
        known_by: "The letter is on file.".into(),
        despite: None,
    };
    let version = Id::from_u128(1);
    let draft = Draft {
        kind: PATHWAY.code.into(),
        version,
        areas: areas.collect(),
        actions: PATHWAY.areas.iter().enumerate().map(action).collect(),
        contingency: "Ring Grace.\nStay with Ms Bell.".into(),
        begun: None,
    };
    s.on("2023-05-01", plans::Fact::VersionDrafted(Box::new(draft)));
    s.on("2023-05-02", plans::Fact::Agreed { version, by: Person::YoungPerson, words: String::new() });
    s
}
fn home() -> Way {
    Way {
        way: Id::from_u128(9),
        kind: Kind::Post,
        reaches: "4 Mill Row\nNottingham\nNG7 5AB".into(),
        safe: Some(true),
        how: String::new(),
        when: String::new(),
        until: None,
        kept_from: KeptFrom::NoOne,
    }
}
fn named(person: &Person) -> String {
    if *person == Person::YoungPerson { "Siân".into() } else { "Grace Adeyinka".into() }
}
/// What there is to print, each with a name.
fn everything() -> Vec<(String, Document)> {
    let stories: [(Story, Date); 4] = [
        (qualifying(), date(2026, 5, 1)),
        (decided(), date(2026, 5, 3)),
        (former_relevant(), date(2026, 5, 1)),
        (planned(), date(2023, 5, 3)),
    ];
    let mut all = vec![];
    for (s, on) in &stories {
        let h = s.history(*on);
        let case = Case {
            h: &h,
            norms: &s.norms,
            holding: holds(&h, &s.norms, *on),
            on: *on,
            adviser: Some("Grace Adeyinka"),
            named: &named,
        };
        all.extend(case.due().into_iter().map(|(l, _)| (l.code.to_owned(), case.document(l, Some(&home())))));
    }
    let s = planned();
    let h = s.history(date(2023, 5, 3));
    let plan = plans::plan(&h, &PATHWAY);
    let version = plan.coming().expect("a version");
    let blocks = plan_words(&h, &PATHWAY, version, &named);
    let plain = Document { blocks, ..Document::new(practice::letters::Layout::Plan, "Siân: my plan") };
    all.push(("the plan in easy read".into(), plain.clone().easy_read()));
    all.push(("the plan in plain words".into(), plain));
    all.push((
        "the whole plan".into(),
        casework::plans::print::document(&PATHWAY, version, "Siân", "Grace Adeyinka", &named),
    ));
    all.push(("every kind of block".into(), sent::sample()));
    all
}
/// A line may end after a hyphen.
fn words(text: &str) -> Vec<String> {
    text.replace('-', "- ").split_whitespace().map(str::to_owned).collect()
}
/// The words between the tags of the article of a page.
fn on_the_page(document: &Document) -> Vec<String> {
    let page = sent::page(document).expect("its page");
    let (_, article) = page.split_once("<article").expect("an article");
    let (article, _) = article.split_once("</article>").expect("its end");
    let mut text = String::new();
    for part in article.split('<').skip(1) {
        text.push(' ');
        text.push_str(part.split_once('>').expect("a whole tag").1);
    }
    let read = [("&lt;", "<"), ("&gt;", ">"), ("&#x27;", "'"), ("&#39;", "'"), ("&quot;", "\""), ("&#x2f;", "/")];
    let text = read.iter().fold(text, |text, (mark, letter)| text.replace(mark, letter));
    words(&text.replace("&amp;", "&"))
}
/// What poppler reads in it, without the marks of lists and the numbers of pages, which no reader is read out.
fn in_the_pdf(pdf: &Path) -> Vec<String> {
    let text = said_of(pdf, "pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
    let footer = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        matches!(words.as_slice(), ["Page", n, "of", m] if n.parse::<u8>().is_ok() && m.parse::<u8>().is_ok())
    };
    let lines: Vec<&str> = text.split(['\n', '\u{c}']).filter(|line| !footer(line)).collect();
    words(&lines.join("\n")).into_iter().filter(|word| word != "•").collect()
}
fn said_of(pdf: &Path, program: &str, before: &[&str], after: &[&str]) -> String {
    let ran = Command::new(program).args(before).arg(pdf).args(after).output().expect("poppler-utils is installed");
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("UTF-8")
}
/// The program that prints, and poppler. The test command builds the one and installs the other; where somebody runs
/// this test alone and has not got them, it is skipped and says so.
fn press() -> Option<PathBuf> {
    let tests = std::env::current_exe().expect("this program");
    let press = tests.ancestors().nth(2).expect("where cargo builds").join("loxley-letters");
    let here = press.is_file() && Command::new("pdfinfo").arg("-v").output().is_ok();
    assert!(here || std::env::var("CI").is_err(), "loxley-letters or poppler-utils is missing");
    if !here {
        println!("SKIPPED: build it with `cargo build --package letters`, and install poppler-utils");
    }
    here.then_some(press)
}

#[tokio::test]
async fn every_letter_and_plan_is_tagged_and_says_what_its_page_says() {
    let Some(press) = press() else { return };
    let all = everything();
    for letter in LETTERS {
        assert!(all.iter().any(|(name, _)| name == letter.code), "{} is printed", letter.code);
    }
    let folder = std::env::temp_dir().join(format!("loxley-printed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (n, (name, document)) in all.iter().enumerate() {
        let pdf = print(Some(&press), document).await.unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let file = folder.join(format!("{n}.pdf"));
        std::fs::write(&file, pdf).expect("written");
        let info = said_of(&file, "pdfinfo", &[], &[]);
        let tagged = info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes"));
        assert!(tagged, "{name}: {info}");
        assert!(info.contains(&document.title), "{name}: {info}");
        let (pdf, page) = (in_the_pdf(&file), on_the_page(document));
        let same = pdf.iter().zip(&page).take_while(|(a, b)| a == b).count();
        let from = |words: &[String]| words.iter().skip(same.saturating_sub(5)).take(20).cloned().collect::<Vec<_>>();
        assert!(pdf == page, "{name}, from word {same} on: in the PDF {:?}, on the page {:?}", from(&pdf), from(&page));
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}
#[tokio::test]
async fn what_cannot_be_printed_says_why() {
    let Some(press) = press() else { return };
    let untitled = Document::new(practice::letters::Layout::Letter, "");
    let why = print(Some(&press), &untitled).await;
    assert!(matches!(&why, Err(NotPrinted::Failed(why)) if why.contains("no title")), "{why:?}");
    let mut long = Document::new(practice::letters::Layout::Letter, "Long");
    long.blocks = vec![Block::Paragraph("word ".repeat(300_000))];
    let why = print(Some(&press), &long).await;
    assert!(matches!(&why, Err(NotPrinted::Failed(why)) if why.contains("longer than")), "{why:?}");
}
