//! Who the child is, as the Header and the census ask; and who came alone.
use super::{Child, Lines, Told};
use crate::{
    Return,
    cin::CHILD,
    ssda903::{HEADER, UASC},
    table::Table,
    write::Line,
};
use practice::{
    care,
    day::{Date, plus_days},
    fact::{Fact, Id},
    people::{self, Scheme},
};

impl Child<'_> {
    pub(super) fn header(&self) -> Lines {
        let said = self.report(&HEADER);
        let mother_since = self.h.person().mother_since.filter(|_| self.mother() == "1");
        let line = self.line(
            &HEADER,
            [
                ("SEX", self.sex()),
                ("DOB", self.born()),
                ("ETHNIC", self.ethnicity(said)),
                ("UPN", self.upn().or(self.no_upn()).unwrap_or_default()),
                ("MOTHER", self.mother().to_owned()),
                ("MC_DOB", self.day(mother_since)),
                ("UASC", if self.says(&HEADER) { "" } else { self.came_alone() }.to_owned()),
            ],
        );
        self.settle(&HEADER, vec![Told { line, fact: said, stands: None }])
    }
    pub(super) fn identifiers(&self) -> Lines {
        let (person, said) = (self.h.person(), self.report(&CHILD));
        let upn = self.upn();
        let unknown = if upn.is_some() { None } else { self.no_upn() };
        let former = person.identifiers.iter().rev().find(|i| i.0 == Scheme::FormerUpn).map(|i| i.2.clone());
        let expected = person.identity.expected.filter(|_| person.born.is_none_or(|born| born > self.last));
        let line = self.line(
            &CHILD,
            [
                ("UPN", upn.unwrap_or_default()),
                ("FormerUPN", former.unwrap_or_default()),
                ("UPNunknown", unknown.unwrap_or_default()),
                ("PersonBirthDate", self.born()),
                ("ExpectedPersonBirthDate", self.day_ahead(expected)),
                ("Sex", self.sex()),
                ("PersonDeathDate", self.day(person.died.filter(|d| self.in_year(*d)))),
                ("Ethnicity", self.ethnicity(said)),
            ],
        );
        self.settle(&CHILD, vec![Told { line, fact: said, stands: None }])
    }
    /// Letters since 2024-25, figures before; both returns have a code for not known but the 903 of the figures.
    fn sex(&self) -> String {
        let person = self.h.person();
        let unborn = person.born.is_none_or(|born| born > self.last) && person.identity.expected.is_some();
        let said = person.identity.sex.as_deref().filter(|_| !unborn).unwrap_or("U");
        let code = match (said, self.year, self.which) {
            ("M", ..=2024, _) => "1",
            ("F", ..=2024, _) => "2",
            (_, ..=2024, Return::Ssda903) => "",
            (_, ..=2024, Return::Cin) if person.born.is_none() || unborn => "0",
            (_, ..=2024, Return::Cin) => "9",
            (letter, ..) => letter,
        };
        code.to_owned()
    }
    /// Asked of girls in care, not of those in short breaks alone (rules 393 and 399). Whoever works with a girl in
    /// care records it when she gives birth.
    fn mother(&self) -> &'static str {
        let mut periods = self.h.care().periods.iter().filter(|p| !p.short_breaks);
        let asked = self.h.person().identity.sex.as_deref() == Some("F")
            && !self.says(&HEADER)
            && periods.any(|p| self.touches(p.began().on, p.until()));
        let said = self.report(&HEADER).and_then(|id| self.h.kept(id));
        let said_before = said.is_some_and(|k| match &k.fact {
            Fact::People(people::Fact::HeaderReported(row)) => row.mother.value == Some(true),
            _ => false,
        });
        match (asked, self.h.person().mother_since) {
            (true, Some(_)) => "1",
            (true, None) if !said_before => "0",
            _ => "",
        }
    }
    /// `NOBT` is the returns' own word for *not yet obtained*; a return that left it blank is left as it was.
    fn ethnicity(&self, said: Option<Id>) -> String {
        let known = self.h.person().identity.ethnicity.clone();
        known.unwrap_or_else(|| if said.is_some() { String::new() } else { "NOBT".to_owned() })
    }
    /// The number that stands now: the one that became known last.
    fn upn(&self) -> Option<String> {
        self.h.person().identifiers.iter().rev().find(|i| i.0 == Scheme::Upn).map(|i| i.2.clone())
    }
    /// Why there is none, where the record itself answers it; why a pupil has none, somebody must say.
    fn no_upn(&self) -> Option<String> {
        let table = if self.which == Return::Cin { &CHILD } else { &HEADER };
        if self.says(table) {
            return None; // what this year's return said of it stands
        }
        let told = self.h.person().upn_unknown.clone();
        let is_code = |why: &String| self.which == Return::Cin || !matches!(why.as_str(), "UN6" | "UN7");
        if let Some(why) = told.filter(is_code) {
            return Some(why);
        }
        let not_yet = self.age(self.first).is_none_or(|age| age < 5);
        let last_week = |began: Date| began >= plus_days(self.last, -7);
        let (new, no_action) = match self.which {
            Return::Ssda903 => (self.h.care().periods.iter().map(|p| p.began().on).min().is_some_and(last_week), false),
            Return::Cin => {
                let referrals = &self.h.front_door().referrals;
                let first = referrals.iter().map(|r| r.began.on).min();
                (first.is_some_and(last_week), first.is_some() && referrals.iter().all(|r| r.of.taken_no_further()))
            }
        };
        let why = match (not_yet, no_action, new) {
            (true, ..) => "UN1",
            (_, true, _) => "UN7",
            (.., true) => "UN4",
            _ => return None,
        };
        Some(why.to_owned())
    }
    /// When the child was unaccompanied and seeking asylum, as it was recorded here, else as a return told last.
    fn alone(&self) -> Option<(Id, Date, Option<Date>)> {
        self.alone_here().or_else(|| {
            let k = self.h.kept(self.report(&UASC)?)?;
            let Fact::Care(care::Fact::UascReported(row)) = &k.fact else { return None };
            let ends = [row.duc.value, self.h.birthday(18)].into_iter().flatten().min();
            Some((k.id, k.happened, ends))
        })
    }
    fn alone_here(&self) -> Option<(Id, Date, Option<Date>)> {
        let arrived = self.h.find(|f| matches!(f, Fact::Care(care::Fact::ArrivedUnaccompanied)).then_some(()));
        let (k, ()) = arrived.last()?;
        let ended = self.h.find(|f| matches!(f, Fact::Care(care::Fact::UnaccompaniedStatusEnded)).then_some(()));
        let ended = ended.map(|(k, ())| k.happened).find(|day| *day >= k.happened);
        let adult = self.h.birthday(18).filter(|day| *day <= self.last);
        Some((k.id, k.happened, [ended, adult].into_iter().flatten().min()))
    }
    fn came_alone(&self) -> &'static str {
        if self.alone().is_some_and(|(_, from, until)| self.touches(from, until)) { "1" } else { "0" }
    }
    pub(super) fn asylum(&self) -> Lines {
        let said = self.report(&UASC);
        let told = self.alone().filter(|(_, from, until)| self.touches(*from, *until)).map(|(id, _, until)| {
            // What a return told of the end stands; it may lie ahead.
            let until = until.filter(|_| self.is_work(id));
            let line = self.line(&UASC, [("SEX", self.sex()), ("DOB", self.born()), ("DUC", self.day(until))]);
            Told { line, fact: said, stands: None }
        });
        self.settle(&UASC, told.into_iter().collect())
    }
    /// The one line of a table with one row for a child, over what was said of it this year. Where this
    /// year's return left it out it is added only if work that was recorded here calls for it.
    pub(super) fn one(&self, table: &'static Table, line: Line, recorded: bool) -> Lines {
        let fact = self.sent(table);
        let asked = fact.is_some() || recorded || !self.says(&HEADER);
        self.settle(table, asked.then_some(Told { line, fact, stands: None }).into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{line_of, written};
    use practice::{
        care::{Fact as Care, Placement, reported::Uasc},
        case::Story,
        day::date,
        front_door,
        people::{Fact, Identity, Scheme, reported::Header},
        reported::{Origin, Return},
    };

    fn registered(born: &str, sex: &str) -> Fact {
        let identity = Identity { born: born.parse().ok(), sex: Some(sex.into()), ..Identity::default() };
        Fact::Registered(identity)
    }
    fn placed(s: &mut Story, on: &str) {
        let placement = Placement { legal_status: "V2".into(), place: "U6".into(), ..Placement::default() };
        s.on(on, Care::PlacementBegan(placement));
    }
    const HEADER: &[&str] = &["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "UASC"];

    #[test]
    fn a_child_is_told_by_what_the_record_knows_whenever_it_was_said() {
        let told = |s: &mut Story| {
            placed(s, "2025-05-06");
            s.on("2025-05-06", registered("2012-05-03", "F"));
            // Learned after the year's end: it was so all along.
            s.on("2026-05-06", Fact::Registered(Identity { ethnicity: Some("MWBC".into()), ..Identity::default() }));
            let upn = |value: &str| Fact::Identified { scheme: Scheme::Upn, authority: "".into(), value: value.into() };
            s.on("2025-06-01", upn("A123456789012")).on("2025-07-01", upn("B123456789012"));
            let (scheme, authority) = (Scheme::AuthorityChild, "892".to_owned());
            s.on("2025-06-01", Fact::Identified { scheme, authority, value: "555".into() });
        };
        assert_eq!(line_of(told, "Header", HEADER), "555 F 03/05/2012 MWBC B123456789012 0");
    }
    #[test]
    fn what_is_not_known_has_the_returns_own_word_for_it_or_is_blank() {
        let told = |born: &'static str| {
            move |s: &mut Story| {
                placed(s, "2025-05-06");
                s.on("2025-05-06", registered(born, "U"));
            }
        };
        // The record's own id gives the child one; a pupil without a number is for somebody to explain.
        assert_eq!(line_of(told("2012-05-03"), "Header", HEADER), "0000000007 U 03/05/2012 NOBT - 0");
        assert_eq!(line_of(told("2022-05-03"), "Header", HEADER), "0000000007 U 03/05/2022 NOBT UN1 0");
    }
    #[test]
    fn why_there_is_no_number_is_told_until_there_is_one() {
        let told = |number: bool| {
            move |s: &mut Story| {
                placed(s, "2025-05-06");
                s.on("2025-05-06", registered("2012-05-03", "M"))
                    .on("2025-05-06", Fact::UpnUnknown { reason: "UN2".into() });
                if number {
                    let (scheme, authority) = (Scheme::Upn, String::new());
                    s.on("2025-09-10", Fact::Identified { scheme, authority, value: "A123456789012".into() });
                }
            }
        };
        assert_eq!(line_of(told(false), "Header", &["UPN"]), "UN2");
        assert_eq!(line_of(told(true), "Header", &["UPN"]), "A123456789012");
    }
    #[test]
    fn a_girl_in_care_is_a_mother_or_not_and_of_a_boy_or_in_short_breaks_it_is_not_asked() {
        let of = |sex: &'static str, legal_status: &'static str, mother: bool| {
            let told = move |s: &mut Story| {
                let (legal_status, place) = (legal_status.into(), "U6".into());
                s.on("2025-05-06", Care::PlacementBegan(Placement { legal_status, place, ..Placement::default() }));
                s.on("2025-05-06", registered("2009-05-03", sex));
                if mother {
                    s.on("2026-01-06", Fact::BecameMother);
                }
            };
            line_of(told, "Header", &["MOTHER", "MC_DOB"])
        };
        assert_eq!((of("F", "V2", true), of("F", "V2", false)), ("1 06/01/2026".into(), "0 -".into()));
        assert_eq!((of("M", "V2", false), of("F", "V3", false)), ("- -".into(), "- -".into()));
    }
    #[test]
    fn sex_is_a_figure_before_2025_and_a_letter_since() {
        let mut s = Story::default();
        placed(&mut s, "2023-05-06");
        s.on("2023-05-06", registered("2012-05-03", "F"));
        s.on("2023-05-06", front_door::Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false });
        let of = |year| {
            let header = written(Return::Ssda903, year, &s, "Header", &["SEX"]);
            let census = written(Return::Cin, year, &s, "ChildIdentifiers", &["Sex"]);
            (header[0].clone(), census[0].clone())
        };
        assert_eq!(of(2024), ("2".into(), "2".into()));
        assert_eq!(of(2025), ("F".into(), "F".into()));
    }
    #[test]
    fn an_unborn_child_is_in_the_census_with_the_day_expected() {
        let mut s = Story::default();
        let identity = Identity { expected: Some(date(2026, 6, 9)), ..Identity::default() };
        s.on("2026-02-03", Fact::Registered(identity));
        s.on("2026-02-03", front_door::Fact::ReferralReceived { contact: None, source: "3A".into(), unborn: true });
        let columns = ["PersonBirthDate", "ExpectedPersonBirthDate", "Sex", "UPNunknown"];
        assert_eq!(written(Return::Cin, 2026, &s, "ChildIdentifiers", &columns), ["- 2026-06-09 U UN1"]);
    }
    #[test]
    fn who_came_alone_stands_in_a_table_until_that_status_ends() {
        let told = |ended: bool| {
            move |s: &mut Story| {
                placed(s, "2025-05-06");
                s.on("2025-05-06", registered("2009-05-03", "M")).on("2025-05-06", Care::ArrivedUnaccompanied);
                if ended {
                    s.on("2026-01-06", Care::UnaccompaniedStatusEnded);
                }
            }
        };
        assert_eq!(line_of(told(false), "UASC", &["SEX", "DOB", "DUC"]), "M 03/05/2009 -");
        assert_eq!(line_of(told(true), "UASC", &["DUC"]), "06/01/2026");
        assert_eq!(line_of(told(true), "Header", &["UASC"]), "1");
        let mut s = Story::default();
        told(true)(&mut s);
        assert_eq!(written(Return::Ssda903, 2027, &s, "UASC", &["DUC"]), [""; 0], "it had ended before that year");
    }
    #[test]
    fn what_the_return_sent_stands_word_for_word_and_work_that_says_otherwise_over_it() {
        let header = |year: i16, sex: &str| {
            let origin = Origin {
                authority: "892".into(),
                which: Some(Return::Ssda903),
                return_year: year,
                table: "Header".into(),
                child: "77".into(),
                ..Origin::default()
            };
            let (sex, dob) = (sex.into(), "3/5/2012".into());
            Fact::HeaderReported(Box::new(Header { origin, sex, dob, ethnic: "zz".into(), ..Header::default() }))
        };
        let mut s = Story::default();
        placed(&mut s, "2023-05-06");
        s.on("2025-04-01", header(2026, "2"));
        let rows = |s: &Story, year| written(Return::Ssda903, year, s, "Header", HEADER)[0].clone();
        assert_eq!(rows(&s, 2026), "77 2 3/5/2012 zz - -", "odd forms and codes too");
        assert_eq!(rows(&s, 2027), "77 F 03/05/2012 ZZ - 0", "another year has forms of its own");
        s.on("2026-01-06", registered("2012-05-04", "F"));
        assert_eq!(rows(&s, 2026), "77 2 04/05/2012 zz - -", "the sex is the same, in another code");
    }
    #[test]
    fn what_last_years_return_said_goes_on_in_this_years_but_not_why_there_was_no_number() {
        let origin = |table: &str| Origin {
            authority: "892".into(),
            which: Some(Return::Ssda903),
            return_year: 2025,
            table: table.into(),
            child: "77".into(),
            ..Origin::default()
        };
        let mut s = Story::default();
        placed(&mut s, "2023-05-06");
        let dob: practice::reported::Cell<practice::Date> = "03/05/2009".into();
        s.on(
            "2024-04-01",
            Fact::HeaderReported(Box::new(Header {
                origin: origin("Header"),
                sex: "2".into(),
                dob: dob.clone(),
                upn: "UN1".into(),
                mother: "1".into(),
                mc_dob: "5/6/2024".into(),
                ..Header::default()
            })),
        );
        let row = Uasc { origin: origin("UASC"), sex: "2".into(), dob, duc: "03/05/2027".into() };
        s.on("2024-04-01", Care::UascReported(Box::new(row)));
        let header = written(Return::Ssda903, 2026, &s, "Header", &["SEX", "UPN", "MOTHER", "MC_DOB", "UASC"]);
        assert_eq!(header, ["F - 1 5/6/2024 1"]);
        assert_eq!(written(Return::Ssda903, 2026, &s, "UASC", &["SEX", "DUC"]), ["F 03/05/2027"]);
    }
}
