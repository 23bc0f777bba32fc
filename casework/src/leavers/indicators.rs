//! Homes, education and work, and being in touch, counted twice: at the birthday, as the return of a year says it
//! (OC3), beside what is published; and today, for those between birthdays and those of 22 and over, of whom nobody
//! publishes anything. Everybody is counted, restricted records too, as in the return; whom a reader may not see is
//! in no list.
use crate::{
    deeds::ViewService,
    frame::{Answer, chrome},
    page::{
        Answers, Cell, Column, Form, Link, Page, Place, Sample, choice, given, table,
        words::{Colour, Tag, count as words_of},
    },
};
use kernel::{Error, Leave as _, Query, Reading, Service};
use practice::{
    Date, Norms,
    day::{collection, date, words},
    leavers::{
        living::Opportunity,
        measures::{self, Band, Count, MEASURES, Measure, Published, Says, Tone},
        targets,
    },
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "leavers/indicators.html", source: include_str!("indicators.html"), samples };
const BIRTHDAYS: &str = include_str!("sql/measured_birthdays.sql");
const TODAY: &str = include_str!("sql/measured_today.sql");
const COUNCIL_JOBS: &str = include_str!("sql/council_jobs.sql");
pub const QUESTIONS: &[&str] = &[BIRTHDAYS, TODAY, COUNCIL_JOBS];
/// Whoever turned 21 in the third year back is not yet 25: of years before it some are in no list any more.
const YEARS: i16 = 3;
const COLUMNS: &[Column] = &[
    Column::text("measure", "Measure"),
    Column::text("age", "Age"),
    Column::text("when", "When"),
    Column::number("yes", "So"),
    Column::number("of", "Of"),
    Column::number("not_known", "Of them not known"),
    Column::number("left_out", "Left out"),
    Column::text("share", "Per cent"),
    Column::text("england", "England"),
    Column::text("neighbours", "Neighbours"),
    Column::text("says", "What it says"),
];

/// A row of `measured_birthdays.sql` or `measured_today.sql`.
#[derive(Clone, Debug, Deserialize)]
pub struct Counted {
    pub band: Option<String>,
    pub suitable: String,
    pub eet: String,
    pub touch: String,
    pub things: i64,
}
impl Counted {
    fn says(&self, m: &Measure) -> Says {
        Says::of(m.item.pick(&self.suitable, &self.eet, &self.touch)).unwrap_or(Says::NotKnown)
    }
}
pub fn count(rows: &[Counted], m: &Measure, band: Band) -> Count {
    let mut count = Count::default();
    for row in rows.iter().filter(|row| row.band.as_deref() == Some(band.code())) {
        count.add(row.says(m), row.things);
    }
    count
}
/// At the birthdays of a year, or today.
pub async fn counted(reading: &mut Reading, year: Option<i16>) -> Result<Vec<Counted>, Error> {
    match year {
        Some(year) => reading.ask(BIRTHDAYS, &[("year", i64::from(year).into())]).await,
        None => reading.ask(TODAY, &[]).await,
    }
}
/// The year that ended last, unless another is asked for.
pub fn narrow(mut answers: Answers, today: Date) -> (Form, i16) {
    let running = collection(today);
    if answers.one("year").is_none() {
        answers.push("year", &(running - 1).to_string());
    }
    let (form, year) = Form::asked(answers, |f| {
        let years = (0..YEARS).map(|back| running - back);
        let years = years.map(|year| choice(year, year.to_string(), year_words(year, today)));
        Some(f.select("year", "Birthdays of the year", years).optional())
    });
    (form, year.flatten().unwrap_or(running - 1))
}
pub fn year_words(year: i16, today: Date) -> String {
    match collection(today) == year {
        true => format!("1 April {} until today", year - 1),
        false => format!("1 April {} to 31 March {year}", year - 1),
    }
}

pub async fn show(may: Service<ViewService>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let csv = answers.one("as").as_deref() == Some("csv");
    let take_away = answers.query_with(&[("as", Some("csv"))]);
    let (form, year) = narrow(answers, may.today());
    let (birthdays, today) = (counted(&mut reading, Some(year)).await?, counted(&mut reading, None).await?);
    let norms = reading.norms().await?;
    let beside = Beside { norms: &norms, on: may.today() };
    let all: Vec<Measured> = MEASURES.iter().map(|m| Measured::of(m, &birthdays, &today, year, &beside)).collect();
    if csv {
        let rows: Vec<_> = all.iter().flat_map(Measured::cells).collect();
        return Ok(table::download("care-leavers-indicators", may.today(), COLUMNS, &rows));
    }
    let offered: Vec<Offered> = reading.ask(COUNCIL_JOBS, &[("year", i64::from(year).into())]).await?;
    let jobs = Jobs::of(&offered, norms.get(&targets::COUNCIL_JOBS, last_day(year, may.today())));
    let mut chrome = chrome(&may, "Indicators of care leavers", Some(Place::Leavers));
    chrome.trail = vec![Link::new("/leavers", "Care leavers")];
    Ok(PAGE.show(chrome, context(&all, &jobs, form, year, take_away, may.today())))
}
/// The target of a year is that of its end, and of the year that runs that of today.
fn last_day(year: i16, today: Date) -> Date {
    today.min(date(year, 3, 31))
}
/// What the council set, on the day on which it is looked at.
struct Beside<'n> {
    norms: &'n Norms,
    on: Date,
}
/// A row of `council_jobs.sql`.
#[derive(Clone, Debug, Deserialize)]
struct Offered {
    what: String,
    taken: bool,
    things: i64,
}
/// The council's own jobs and apprenticeships of a year, against its target.
#[derive(Debug, Default, Serialize)]
struct Jobs {
    offered: i64,
    taken: i64,
    /// `2 apprenticeships, 1 job`: of those taken.
    kinds: String,
    /// Nothing where the council set none.
    target: Option<i64>,
    short: i64,
}
impl Jobs {
    fn of(rows: &[Offered], target: i64) -> Jobs {
        let sum = |is: &dyn Fn(&Offered) -> bool| rows.iter().filter(|r| is(r)).map(|r| r.things).sum::<i64>();
        let taken = sum(&|r| r.taken);
        let kind = |what: &str, one, many| {
            let n = sum(&|r| r.taken && r.what == what);
            (n > 0).then(|| words_of(n, one, many))
        };
        let kinds = [
            kind(Opportunity::Apprenticeship.words(), "apprenticeship", "apprenticeships"),
            kind(Opportunity::Job.words(), "job", "jobs"),
        ];
        let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(" and ");
        let target = Some(target).filter(|t| *t > 0);
        Jobs { offered: sum(&|_| true), taken, kinds, target, short: (target.unwrap_or(0) - taken).max(0) }
    }
}
/// A measure, a line for each age.
#[derive(Serialize)]
struct Measured {
    name: &'static str,
    title: &'static str,
    numerator: &'static str,
    numerator_today: &'static str,
    source: &'static str,
    lines: Vec<Line>,
}
#[derive(Serialize)]
struct Line {
    age: &'static str,
    /// Nothing of those over 21, whom the return does not ask about.
    birthday: Option<Figure>,
    england: String,
    neighbours: String,
    signal: Tag,
    says: String,
    today: Figure,
}
#[derive(Serialize)]
struct Figure {
    share: String,
    /// `12 of 18`.
    said: String,
    /// `1 not known; 2 left out`.
    more: String,
    href: String,
    #[serde(skip)]
    count: Count,
}
impl Figure {
    fn of(count: Count, href: String) -> Figure {
        let parts = [(count.not_known, "not known"), (count.left_out, "left out")];
        let parts = parts.into_iter().filter(|p| p.0 > 0).map(|(n, words)| format!("{n} {words}"));
        Figure {
            share: count.per_cent().map_or("Nobody".into(), |n| format!("{n}%")),
            said: format!("{} of {}", count.yes, count.of()),
            more: parts.collect::<Vec<_>>().join("; "),
            href,
            count,
        }
    }
}
fn published(p: Option<&Published>) -> String {
    p.map_or("No published figure".into(), |p| format!("{}% ({})", p.per_cent, p.year))
}
fn entered(of_neighbours: Option<(Date, i64)>) -> String {
    of_neighbours.map_or("Not entered".into(), |(on, n)| format!("{n}% (entered for {})", words(on)))
}
impl Measured {
    fn of(m: &Measure, birthdays: &[Counted], today: &[Counted], year: i16, beside: &Beside) -> Measured {
        let line = |band: Band| {
            let at = |when: String| format!("/leavers/indicators/{}?band={}&{when}", m.name, band.code());
            let birthday = (band != Band::From22To24)
                .then(|| Figure::of(count(birthdays, m, band), at(format!("at=birthday&year={year}"))));
            let today = Figure::of(count(today, m, band), at("at=today".into()));
            let england = m.published(band);
            let signal = measures::signal(birthday.as_ref().map_or(&today.count, |f| &f.count), m, england);
            Line {
                age: band.words(),
                birthday,
                england: published(england),
                neighbours: match band {
                    Band::From22To24 => published(None),
                    _ => entered(m.of_neighbours(band, beside.norms, beside.on)),
                },
                signal: tone(signal.tone),
                says: signal.words,
                today,
            }
        };
        Measured {
            name: m.name,
            title: m.title,
            numerator: m.numerator,
            numerator_today: m.numerator_today,
            source: m.source,
            lines: Band::ALL.into_iter().map(line).collect(),
        }
    }
    fn cells(&self) -> Vec<Vec<Cell>> {
        let row = |line: &Line, when: &str, figure: &Figure, beside: bool| {
            let beside = |text: &str| Cell::text(if beside { text } else { "" });
            let n = figure.count;
            vec![
                Cell::text(self.title),
                Cell::text(line.age),
                Cell::text(when),
                Cell::number(n.yes),
                Cell::number(n.of()),
                Cell::number(n.not_known),
                Cell::number(n.left_out),
                Cell::text(&figure.share),
                beside(&line.england),
                beside(&line.neighbours),
                beside(&line.says),
            ]
        };
        let both = |line: &Line| {
            let at = line.birthday.as_ref().map(|f| row(line, "At the birthday", f, true));
            let today = row(line, "Today", &line.today, line.birthday.is_none());
            at.into_iter().chain([today]).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(both).collect()
    }
}
fn tone(tone: Tone) -> Tag {
    match tone {
        Tone::Well => Tag::new("Better", Colour::Green),
        Tone::Same => Tag::new("About the same", Colour::Blue),
        Tone::Worse => Tag::new("Worse", Colour::Red),
        Tone::Unsure => Tag::new("Cannot say", Colour::Grey),
    }
}
fn context(all: &[Measured], jobs: &Jobs, form: Form, year: i16, take_away: String, today: Date) -> minijinja::Value {
    let release = MEASURES.iter().flat_map(|m| m.published).map(|p| p.source).next();
    given! {
        all, jobs, filter => form, take_away, year => year_words(year, today), release,
        denominator => measures::DENOMINATOR, norm => measures::DENOMINATOR_SOURCE,
    }
}

fn samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let row = |band: Band, says: Says, things| Counted {
        band: Some(band.code().into()),
        suitable: says.code().into(),
        eet: says.code().into(),
        touch: says.code().into(),
        things,
    };
    let sample = |name, rows: &[Counted], offered: &[Offered], target| {
        let (form, year) = narrow(Answers::default(), today);
        let norms = Norms::default();
        let beside = Beside { norms: &norms, on: today };
        let all: Vec<Measured> = MEASURES.iter().map(|m| Measured::of(m, rows, rows, year, &beside)).collect();
        Sample { name, context: context(&all, &Jobs::of(offered, target), form, year, "?as=csv".into(), today) }
    };
    let some = [
        row(Band::From17To18, Says::Yes, 12),
        row(Band::From17To18, Says::No, 20),
        row(Band::From19To21, Says::Yes, 60),
        row(Band::From19To21, Says::LeftOut, 3),
        row(Band::From22To24, Says::NotKnown, 8),
    ];
    let job = |taken, things| Offered { what: Opportunity::Job.words().into(), taken, things };
    let jobs = [job(true, 2), job(false, 5)];
    vec![sample("some", &some, &jobs, 4), sample("no target", &some, &jobs, 0), sample("none", &[], &[], 0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Counted> {
        let row = |band: &str, eet: &str, suitable: &str, things| Counted {
            band: Some(band.into()),
            suitable: suitable.into(),
            eet: eet.into(),
            touch: "yes".into(),
            things,
        };
        vec![row("17-18", "yes", "yes", 10), row("17-18", "no", "yes", 6), row("19-21", "left_out", "left_out", 2)]
    }
    #[test]
    fn each_measure_counts_its_own_answer_and_each_age_its_own_people() {
        let mut norms = Norms::default();
        norms.set("leavers_neighbours_eet_17", date(2026, 6, 1), 61);
        let beside = Beside { norms: &norms, on: date(2026, 11, 22) };
        let eet = Measured::of(&measures::EET, &rows(), &rows(), 2026, &beside);
        let at = |line: usize| {
            eet.lines[line].birthday.as_ref().map(|f| (f.said.as_str(), f.share.as_str(), f.more.as_str()))
        };
        assert_eq!(at(0), Some(("10 of 16", "63%", "")));
        assert_eq!(at(1), Some(("0 of 0", "Nobody", "2 left out")));
        assert_eq!(at(2), None, "nobody is asked about at 22");
        assert_eq!(eet.lines[2].england, "No published figure");
        let neighbours: Vec<&str> = eet.lines.iter().map(|line| line.neighbours.as_str()).collect();
        assert_eq!(neighbours, ["61% (entered for 1 June 2026)", "Not entered", "No published figure"]);
        let homes = Measured::of(&measures::SUITABLE, &rows(), &rows(), 2026, &beside);
        assert_eq!((homes.lines[0].today.said.as_str(), homes.lines[0].signal.text.as_str()), ("16 of 16", "Better"));
        assert!(homes.lines[0].today.href.ends_with("/suitable?band=17-18&at=today"), "{}", homes.lines[0].today.href);
        assert!(homes.cells().iter().all(|row| row.len() == COLUMNS.len()));
        assert_eq!(homes.cells().len(), 5, "both ages twice, and those over 21 today");
    }
    #[test]
    fn the_councils_own_jobs_are_counted_against_its_target_where_it_set_one() {
        let row = |what: Opportunity, taken, things| Offered { what: what.words().into(), taken, things };
        let rows = [
            row(Opportunity::Apprenticeship, true, 2),
            row(Opportunity::Job, true, 1),
            row(Opportunity::Job, false, 4),
        ];
        let jobs = |target| Jobs::of(&rows, target);
        assert_eq!((jobs(5).offered, jobs(5).taken, jobs(5).target, jobs(5).short), (7, 3, Some(5), 2));
        assert_eq!(jobs(5).kinds, "2 apprenticeships and 1 job");
        assert_eq!((jobs(2).short, jobs(0).target), (0, None));
        assert_eq!(last_day(2026, date(2026, 11, 22)), date(2026, 3, 31));
        assert_eq!(last_day(2027, date(2026, 11, 22)), date(2026, 11, 22), "the year that runs");
    }
    #[test]
    fn the_year_that_ended_last_is_shown_unless_another_is_asked_for() {
        let of = |query: &str| narrow(Answers::of_query(query), date(2026, 11, 22)).1;
        assert_eq!([of(""), of("year=2027"), of("year=2025"), of("year=2019")], [2026, 2027, 2025, 2026]);
        assert_eq!(year_words(2026, date(2026, 11, 22)), "1 April 2025 to 31 March 2026");
        assert_eq!(year_words(2027, date(2026, 11, 22)), "1 April 2026 until today");
    }
}
