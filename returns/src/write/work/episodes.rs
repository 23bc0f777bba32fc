//! Episodes: a span of care with one legal status, one placement and one carer. Any change closes it and
//! opens the next on the same day.
use super::{Child, Lines, Told};
use crate::{ssda903::EPISODES, write::Line};
use practice::{
    care::{self, DIED, Episode, PeriodOfCare},
    clock::Matter,
    day::Date,
    fact::{Event, Fact},
};

impl Child<'_> {
    pub(super) fn episodes(&self) -> Lines {
        let known = |p: &&PeriodOfCare| !self.silent(p.known_until(), Matter::Placements);
        let told = self.h.care().periods.iter().filter(known).flat_map(|p| self.of_period(p)).collect();
        self.settle(&EPISODES, told)
    }
    fn of_period(&self, period: &PeriodOfCare) -> Vec<Told> {
        let spans = self.spans(period);
        let next = |n: usize| spans.get(n + 1);
        let all = spans.iter().enumerate().map(|(n, e)| {
            let before = n.checked_sub(1).map(|n| &spans[n]);
            let line = match self.was_sent(&EPISODES, e.began.fact) {
                true => self.end_of(period, e, next(n)),
                false => self.beginning_of(e, before).with(self.end_of(period, e, next(n))),
            };
            let stands = (!e.reported).then_some((e.began.on, e.until));
            (e, Told { line, fact: Some(e.began.fact), stands })
        });
        all.filter(|(e, _)| self.touches(e.began.on, e.until)).map(|(_, told)| told).collect()
    }
    fn beginning_of(&self, e: &Episode, before: Option<&Episode>) -> Line {
        let p = &e.placement;
        // Of short breaks the return asks neither where the child lives nor with whom (rule 214).
        let asked = |text: &Option<String>| text.clone().filter(|_| !e.short_break()).unwrap_or_default();
        let urn = match (&p.urn, e.short_break() || !has_urn(&p.place) || e.reported) {
            (Some(urn), _) if !e.short_break() => urn.clone(),
            // The return's own code for a number that is not known; since 2025-26 adoption agencies alone may lack one
            // (rule 242).
            (None, false) if self.year < 2026 || p.place.starts_with('A') => "XXXXXXX".to_owned(),
            _ => String::new(),
        };
        let provider = p.provider.clone().filter(|_| has_provider(&p.place));
        self.line(
            &EPISODES,
            [
                ("DECOM", self.day(e.began.on)),
                ("RNE", self.reason_new(e, before)),
                ("LS", p.legal_status.clone()),
                ("CIN", p.need.clone().unwrap_or_default()),
                ("PLACE", p.place.clone()),
                ("PLACE_PROVIDER", provider.unwrap_or_default()),
                ("HOME_POST", asked(&p.home_postcode)),
                ("PL_POST", asked(&p.placement_postcode)),
                ("URN", urn),
            ],
        )
    }
    /// What a return told was new about it, or else what the record says.
    fn reason_new(&self, e: &Episode, before: Option<&Episode>) -> String {
        match self.h.kept(e.began.fact).map(|k| &k.fact) {
            Some(Fact::Care(care::Fact::EpisodeReported(row))) => row.rne.code().to_owned(),
            _ => reason_new(e, before).to_owned(),
        }
    }
    /// How it ended; of an episode that a return tells of, only an end that was recorded since.
    fn end_of(&self, period: &PeriodOfCare, e: &Episode, next: Option<&Episode>) -> Line {
        let told = self.was_sent(&EPISODES, e.began.fact);
        let recorded = e.ended.is_some_and(|end| self.is_work(end.fact));
        let until = e.until.filter(|_| !told || recorded).or(by_time(period, e, next));
        let Some(until) = until.filter(|u| *u <= self.last) else { return self.line(&EPISODES, []) };
        let ceased = match (next, &period.ended) {
            (Some(_), _) => "X1".to_owned(),
            (None, Some(end)) if end.why == DIED => "E2".to_owned(),
            (None, _) => e.ceased.clone().unwrap_or_default(),
        };
        // Asked where the placement changes, unless either is a temporary one (rules 225 and 226).
        let moves = next.is_some_and(|n| n.moved && !n.temporary() && !e.temporary());
        let why = e.changed.clone().filter(|_| moves).unwrap_or_default();
        self.line(&EPISODES, [("DEC", self.day(until)), ("REC", ceased), ("REASON_PLACE_CHANGE", why)])
    }
    /// The episodes of a period as the return counts them: another legal status that is none makes no
    /// episode, and a foster home that becomes the child's home until 18 is another kind of placement.
    fn spans(&self, period: &PeriodOfCare) -> Vec<Episode> {
        let mut spans: Vec<Episode> = Vec::new();
        for e in &period.episodes {
            let no_change = |last: &&mut Episode| {
                !e.reported && !e.moved && last.placement.legal_status == e.placement.legal_status
            };
            match spans.last_mut().filter(no_change) {
                Some(last) => (last.until, last.ended, last.ceased) = (e.until, e.ended, e.ceased.clone()),
                None => spans.push(e.clone()),
            }
        }
        let agreed = self.h.find(|f| match f {
            Fact::Care(care::Fact::LongTermAgreed { .. }) => Some(()),
            _ => None,
        });
        for (k, ()) in agreed {
            made_long_term(&mut spans, Event::from(k));
        }
        spans
    }
}
/// Childhood or life ended, and no fact of its own ends the episode.
fn by_time(period: &PeriodOfCare, e: &Episode, next: Option<&Episode>) -> Option<Date> {
    let end = period.ended.as_ref().filter(|end| next.is_none() && end.fact.is_none() && e.ended.is_none())?;
    Some(end.on)
}
/// Long-term fostering has a code of its own: the same carers, and only the kind of placement changed.
fn made_long_term(spans: &mut Vec<Episode>, agreed: Event) {
    let Some(at) = spans.iter().position(|e| e.holds(agreed.on)) else { return };
    let lasting = match spans[at].placement.place.as_str() {
        "U3" => "U1",
        "U6" => "U4",
        _ => return,
    };
    let was = spans[at].placement.place.clone();
    let same_home = |e: &Episode| !e.moved && e.placement.place == was;
    let after = spans[at + 1..].iter().take_while(|e| same_home(e)).count();
    for e in &mut spans[at + 1..=at + after] {
        e.placement.place = lasting.to_owned();
    }
    let mut home = spans[at].clone();
    home.placement.place = lasting.to_owned();
    if home.began.on == agreed.on {
        spans[at] = home;
        return;
    }
    (home.began, home.moved, home.placement.same_carers, home.reported) = (agreed, true, true, false);
    let before = &mut spans[at];
    (before.until, before.ended, before.ceased) = (Some(agreed.on), Some(agreed), None);
    before.changed = Some("PLACE".to_owned());
    spans.insert(at + 1, home);
}
/// `s903.rne`: what is new about the episode.
fn reason_new(e: &Episode, before: Option<&Episode>) -> &'static str {
    let Some(before) = before else { return "S" };
    let status = before.placement.legal_status != e.placement.legal_status;
    match (status, e.moved, e.placement.same_carers) {
        (true, true, true) => "U",
        (true, true, false) => "B",
        (true, false, _) => "L",
        (false, true, true) => "T",
        (false, true, false) => "P",
        // Neither, by the record: in what way it is new nobody has said.
        (false, false, _) => "",
    }
}
/// Temporary placements and those on a schedule of their own have no provider (rule 213).
fn has_provider(place: &str) -> bool {
    !place.starts_with('T') && !place.starts_with('Z')
}
/// Homes that Ofsted registers, or agencies (domain: not with parents, in employment, hospital, custody).
fn has_urn(place: &str) -> bool {
    has_provider(place) && !matches!(place, "P1" | "P2" | "P3" | "R1" | "R2" | "R5")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{line_of, written};
    use practice::{
        care::{Fact, Placement, reported},
        case::Story,
        reported::{Origin, Return},
    };

    fn foster(legal_status: &str) -> Fact {
        Fact::PlacementBegan(Placement {
            legal_status: legal_status.into(),
            place: "U6".into(),
            provider: Some("PR1".into()),
            need: Some("N1".into()),
            home_postcode: Some("NG1 1AA".into()),
            placement_postcode: Some("NG2 2BB".into()),
            ..Placement::default()
        })
    }
    fn moved(place: &str, same_carers: bool) -> Fact {
        let provider = Some("PR4".into());
        Fact::PlacementBegan(Placement { place: place.into(), provider, same_carers, ..Placement::default() })
    }
    fn ceased(reason: &str) -> Fact {
        Fact::CeasedToBeLookedAfter { reason: reason.into() }
    }
    fn order(legal_status: &str) -> Fact {
        Fact::LegalStatusChanged { legal_status: legal_status.into() }
    }
    /// `DECOM RNE LS CIN PLACE DEC REC REASON` of each episode in the return of 2026.
    fn episodes(told: impl Fn(&mut Story)) -> Vec<String> {
        let mut story = Story::default();
        told(story.born("2012-05-03"));
        let columns = ["DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC", "REASON_PLACE_CHANGE"];
        written(Return::Ssda903, 2026, &story, "Episodes", &columns)
    }

    #[test]
    fn a_child_comes_in_moves_gets_an_order_and_goes_home() {
        let told = |s: &mut Story| {
            s.on("2025-05-06", foster("V2"))
                .on("2025-07-01", Fact::PlacementEnded { reason: "CREQB".into() })
                .on("2025-07-01", moved("K2", false))
                .on("2025-09-10", order("C1"))
                .on("2026-01-15", ceased("E4A"));
        };
        assert_eq!(
            episodes(told),
            [
                "06/05/2025 S V2 N1 U6 01/07/2025 X1 CREQB",
                "01/07/2025 P V2 N1 K2 10/09/2025 X1 -",
                "10/09/2025 L C1 N1 K2 15/01/2026 E4A -",
            ]
        );
    }
    #[test]
    fn the_reason_says_what_is_new_status_placement_or_carers() {
        let told = |s: &mut Story| {
            s.on("2025-05-06", foster("V2"))
                .on("2025-06-03", moved("U6", true))
                .on("2025-07-01", order("C1"))
                .on("2025-07-01", moved("K2", false))
                .on("2025-08-05", order("C2"))
                .on("2025-08-05", moved("U6", true));
        };
        let reasons: Vec<String> = episodes(told).iter().map(|e| e.split(' ').nth(1).unwrap().to_owned()).collect();
        assert_eq!(reasons, ["S", "T", "B", "U"]);
    }
    #[test]
    fn only_episodes_of_the_year_stand_and_what_ends_after_it_is_open() {
        let told = |s: &mut Story| {
            s.on("2024-02-06", foster("V2")).on("2025-03-30", order("C1")).on("2026-04-01", ceased("E4A"));
        };
        assert_eq!(episodes(told), ["30/03/2025 L C1 N1 U6 - - -"]);
        let last_day = |s: &mut Story| {
            s.on("2024-02-06", foster("V2")).on("2025-04-01", ceased("E4A"));
        };
        assert_eq!(episodes(last_day), ["06/02/2024 S V2 N1 U6 01/04/2025 E4A -"]);
        let before = |s: &mut Story| {
            s.on("2024-02-06", foster("V2")).on("2025-03-31", ceased("E4A"));
        };
        assert_eq!(episodes(before), [""; 0]);
    }
    #[test]
    fn a_home_until_eighteen_is_another_kind_of_placement_with_the_same_carers() {
        let told = |s: &mut Story| {
            s.on("2025-05-06", foster("C1"))
                .on("2025-09-10", Fact::LongTermAgreed { fewer_visits: false })
                .on("2025-11-04", order("C2"))
                .on("2026-02-03", order("C2"));
        };
        assert_eq!(
            episodes(told),
            [
                "06/05/2025 S C1 N1 U6 10/09/2025 X1 PLACE",
                "10/09/2025 T C1 N1 U4 04/11/2025 X1 -",
                "04/11/2025 L C2 N1 U4 - - -",
            ]
        );
    }
    #[test]
    fn childhood_and_life_end_an_episode_that_nobody_ended() {
        let at_eighteen = |s: &mut Story| {
            s.on("2025-05-06", foster("C2"));
            s.facts[0].fact = practice::people::Fact::Registered(practice::people::Identity {
                born: Some(practice::day::date(2007, 11, 3)),
                ..practice::people::Identity::default()
            })
            .into();
        };
        assert_eq!(episodes(at_eighteen), ["06/05/2025 S C2 N1 U6 03/11/2025 - -"], "why is for a person to say");
        let died = |s: &mut Story| {
            s.on("2025-05-06", foster("C2")).on("2025-12-01", practice::people::Fact::Died);
        };
        assert_eq!(episodes(died), ["06/05/2025 S C2 N1 U6 01/12/2025 E2 -"]);
    }
    #[test]
    fn of_a_short_break_no_address_is_asked() {
        let line = |legal_status: &'static str| {
            let told = move |s: &mut Story| {
                s.born("2012-05-03").on("2025-05-06", foster(legal_status)).on("2025-05-09", ceased("E4A"));
            };
            line_of(told, "Episodes", &["PLACE_PROVIDER", "HOME_POST", "PL_POST", "URN"])
        };
        assert_eq!(line("V3"), "PR1 - - -");
        assert_eq!(line("V2"), "PR1 NG1 1AA NG2 2BB -");
    }
    #[test]
    fn a_number_that_is_not_known_has_its_own_code_since_2025_26_with_adopters_alone() {
        let urn = |year: i16, place: &str, came: &str| {
            let mut s = Story::default();
            s.born("2022-05-03").on(came, foster("E1")).on(came, moved(place, false));
            written(Return::Ssda903, year, &s, "Episodes", &["URN"])
        };
        assert_eq!(
            (urn(2025, "U6", "2024-05-06"), urn(2026, "U6", "2025-05-06")),
            (vec!["XXXXXXX".into()], vec!["-".into()])
        );
        assert_eq!(
            (urn(2026, "A6", "2025-05-06"), urn(2026, "P1", "2025-05-06")),
            (vec!["XXXXXXX".into()], vec!["-".into()])
        );
    }
    #[test]
    fn a_temporary_stay_has_no_provider_and_asks_no_reason() {
        let told = |s: &mut Story| {
            s.on("2025-05-06", foster("V2"))
                .on("2025-07-01", Fact::PlacementEnded { reason: "OTHER".into() })
                .on("2025-07-01", moved("T1", false));
        };
        assert_eq!(episodes(told), ["06/05/2025 S V2 N1 U6 01/07/2025 X1 -", "01/07/2025 P V2 N1 T1 - - -"]);
    }

    /// A row of the return of a year: `DECOM RNE LS PLACE DEC REC`.
    fn reported(year: i16, said: &str) -> Fact {
        let cells: Vec<&str> = said.split(' ').map(|cell| if cell == "-" { "" } else { cell }).collect();
        let [decom, rne, ls, place, dec, rec] = cells[..] else { panic!("{said}") };
        let origin = Origin {
            authority: "892".into(),
            which: Some(Return::Ssda903),
            return_year: year,
            table: "Episodes".into(),
            child: "77".into(),
            ..Origin::default()
        };
        let (decom, rne, ls, place, dec, rec) =
            (decom.into(), rne.into(), ls.into(), place.into(), dec.into(), rec.into());
        let row = reported::Episode { origin, decom, rne, ls, place, dec, rec, cin: "N1".into(), ..Default::default() };
        Fact::EpisodeReported(Box::new(row))
    }
    #[test]
    fn an_episode_of_last_years_return_goes_on_with_the_work_recorded_since() {
        let told = |s: &mut Story| {
            s.taken_in("2025-05-01", "2024-06-03", reported(2025, "3/6/2024 p C2 U6 - -"))
                .on("2025-07-01", moved("K2", false));
        };
        assert_eq!(episodes(told), ["03/06/2024 P C2 N1 U6 01/07/2025 X1 -", "01/07/2025 P C2 N1 K2 - - -"]);
        let silent = |s: &mut Story| {
            s.taken_in("2025-05-01", "2024-06-03", reported(2025, "3/6/2024 P C2 U6 - -"));
            s.uncovered(practice::clock::Matter::Placements);
        };
        assert_eq!(episodes(silent), [""; 0], "nobody knows whether the child is still in care");
    }
    #[test]
    fn this_years_return_stands_word_for_word_but_for_what_was_recorded_since() {
        let sent = |s: &mut Story| {
            s.taken_in("2026-05-01", "2024-06-03", reported(2026, "3/6/2024 X C2 U6 1/7/2025 x1"))
                .taken_in("2026-05-01", "2025-07-01", reported(2026, "01/07/2025 P C2 u6 - -"))
                .taken_in("2026-05-01", "2025-04-01", reported(2026, "31/02/2026 P C2 U6 - -"));
        };
        let untouched =
            ["31/02/2026 P C2 N1 U6 - - -", "3/6/2024 X C2 N1 U6 1/7/2025 x1 -", "01/07/2025 P C2 N1 u6 - - -"];
        assert_eq!(episodes(sent), untouched);
        let left = |s: &mut Story| {
            sent(s);
            s.on("2026-03-02", ceased("E4A"));
        };
        assert_eq!(episodes(left)[2], "01/07/2025 P C2 N1 u6 02/03/2026 E4A -");
    }
    #[test]
    fn an_earlier_year_is_written_from_what_a_later_return_says_of_it() {
        let told = |s: &mut Story| {
            s.taken_in("2027-05-01", "2025-06-03", reported(2027, "03/06/2025 S C2 U6 05/05/2026 E4A"));
        };
        assert_eq!(episodes(told), ["03/06/2025 S C2 N1 U6 - - -"], "on 31 March 2026 it was open");
    }
}
