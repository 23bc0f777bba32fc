//! From facts to episodes: recorded moves and reported rows, told in the order of their days.
use super::{Episode, Fact, Placement, reported};
use crate::{
    day::{Date, date, day_of},
    fact::{Event, Fact as F},
    history::History,
    span::latest,
};

pub(super) fn episodes(h: &History) -> Vec<Episode> {
    let rows = latest_rows(h);
    let mut told = Told::default();
    for k in h.all() {
        let F::Care(fact) = &k.fact else { continue };
        let event = Event::from(k);
        match fact {
            Fact::PlacementBegan(p) => told.placed(event, p),
            Fact::LegalStatusChanged { legal_status } => told.status_changed(event, legal_status),
            Fact::PlacementEnded { reason } => told.placement_ended(event, reason),
            Fact::CeasedToBeLookedAfter { reason } => told.ceased(event, reason),
            Fact::EpisodeReported(row) if rows.contains(&k.id) => told.reported(event, row, h.today),
            _ => {}
        }
    }
    told.0
}
/// An episode comes back in each return until it has ceased: the return of the latest year speaks.
fn latest_rows(h: &History) -> Vec<crate::Id> {
    let row = |f| match f {
        &F::Care(Fact::EpisodeReported(ref r)) => Some(r),
        _ => None,
    };
    let keyed = h.find(row).map(|(k, r)| ((r.decom.value, r.origin.number), r.origin.return_year, k.id));
    latest(keyed)
}

/// The episodes so far, the last of which may be open.
#[derive(Default)]
struct Told(Vec<Episode>);
impl Told {
    /// The episode that the day falls in, or that began on it.
    fn current(&mut self, day: Date) -> Option<&mut Episode> {
        self.0.last_mut().filter(|e| e.holds(day))
    }
    /// Ends the current episode as another begins, and gives back what it was. One that began on the
    /// same day never was: it only said in two steps what is one.
    fn interrupted(&mut self, by: Event) -> Option<Episode> {
        let current = self.current(by.on)?;
        let was = current.clone();
        (current.until, current.ended, current.known_until, current.ceased) = (Some(by.on), Some(by), None, None);
        if was.began.on == by.on {
            self.0.pop();
        }
        Some(was)
    }
    fn placed(&mut self, event: Event, p: &Placement) {
        let was = self.interrupted(event);
        let mut placement = p.clone();
        if let Some(was) = &was {
            inherit(&mut placement, &was.placement);
        }
        self.push(event, placement, true);
    }
    fn status_changed(&mut self, event: Event, legal_status: &str) {
        match self.current(event.on) {
            // Placed and given another legal status on one day is one step.
            Some(current) if current.began.on == event.on && !current.reported => {
                current.placement.legal_status = legal_status.into();
            }
            _ => {
                let was = self.interrupted(event);
                let moved = was.as_ref().is_none_or(|w| w.moved && w.began.on == event.on);
                let mut placement = was.map(|w| w.placement).unwrap_or_default();
                placement.legal_status = legal_status.into();
                self.push(event, placement, moved);
            }
        }
    }
    fn placement_ended(&mut self, event: Event, reason: &str) {
        // Said after the next placement of that day had been said, it speaks of the one before.
        let before = self.0.iter_mut().rev().find(|e| e.began.on < event.on);
        if let Some(e) = before.filter(|e| e.until.is_none_or(|u| u >= event.on)) {
            e.changed = Some(reason.into());
        }
    }
    fn ceased(&mut self, event: Event, reason: &str) {
        let last = self.0.last_mut();
        if let Some(e) = last.filter(|e| e.until.is_none_or(|u| u > event.on) && e.began.on <= event.on) {
            (e.until, e.ended, e.ceased) = (Some(event.on), Some(event), Some(reason.into()));
            e.known_until = None;
        }
    }
    fn push(&mut self, began: Event, placement: Placement, moved: bool) {
        self.0.push(Episode {
            began,
            until: None,
            placement,
            moved,
            ceased: None,
            changed: None,
            ended: None,
            known_until: None,
            reported: false,
        });
    }
    fn reported(&mut self, event: Event, row: &reported::Episode, today: Date) {
        let Some(decom) = row.decom.value else { return };
        let last = self.0.last();
        if last.is_some_and(|e| !e.reported && e.until.is_none_or(|u| u > decom)) {
            return; // what was recorded here is better told
        }
        let began = Event { on: decom, ..event };
        let was = self.interrupted(began);
        let rne = row.rne.code();
        if let Some(before) = self.0.last_mut().filter(|e| e.until == Some(decom) && rne == "S") {
            // Looked after anew: the time before had ended, and nobody said when or why.
            before.ceased = before.ceased.take().or(Some(String::new()));
        }
        let goes_on = self.0.last().is_some_and(|e| e.until == Some(decom));
        let placement = placement(row);
        let moved = match rne {
            _ if !goes_on => true,
            "L" => false,
            "P" | "T" | "B" | "U" | "S" => true,
            _ => was.is_none_or(|w| w.placement.place != placement.place || w.placement.urn != placement.urn),
        };
        self.push(began, placement, moved);
        let Some(e) = self.0.last_mut() else { return };
        e.reported = true;
        e.until = row.dec.value.filter(|dec| *dec >= decom && *dec <= today);
        e.ended = e.until.map(|dec| event.on(dec));
        e.ceased = row.rec.value.clone().filter(|rec| rec != "X1" && e.until.is_some());
        e.changed = row.reason_place_change.value.clone();
        // A return taken in before its 31 March could tell of no later day than that.
        let last_day = date(row.origin.return_year, 3, 31).min(day_of(event.recorded));
        e.known_until = e.until.is_none().then_some(last_day);
    }
}
/// What a move does not say stays as it was.
fn inherit(p: &mut Placement, was: &Placement) {
    if p.legal_status.is_empty() {
        p.legal_status.clone_from(&was.legal_status);
    }
    p.need = p.need.take().or_else(|| was.need.clone());
    p.home_postcode = p.home_postcode.take().or_else(|| was.home_postcode.clone());
}
fn placement(row: &reported::Episode) -> Placement {
    Placement {
        legal_status: row.ls.code().into(),
        place: row.place.code().into(),
        provider: row.place_provider.value.clone(),
        need: row.cin.value.clone(),
        same_carers: matches!(row.rne.code(), "T" | "U"),
        home_postcode: row.home_post.value.clone(),
        placement_postcode: row.pl_post.value.clone(),
        urn: row.urn.value.clone(),
        ..Placement::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        care::clocks::{episode, foster, left_care},
        case::Story,
    };

    /// Each period of care as `from..until: legal status at place, …`, as it stands in December 2026.
    fn periods(told: impl Fn(&mut Story)) -> Vec<String> {
        let mut story = Story::default();
        told(story.born("2014-05-03"));
        let h = story.history(date(2026, 12, 1));
        let day = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
        let said = |e: &Episode| format!("{} {} {}", e.began.on, e.legal_status(), e.placement.place);
        let period = |p: &crate::care::PeriodOfCare| {
            let episodes: Vec<String> = p.episodes.iter().map(said).collect();
            format!("{} to {}", episodes.join(", "), day(p.until()))
        };
        h.care().periods.iter().map(period).collect()
    }
    fn reported(s: &mut Story) {
        s.taken_in("2026-05-01", "2025-06-02", episode("2025-06-02", "S V2 U6", "2025-09-01 X1", 2026));
        s.taken_in("2026-05-01", "2025-09-01", episode("2025-09-01", "P V2 K2", "", 2026));
    }
    #[test]
    fn recorded_work_goes_on_where_a_return_left_off() {
        let moved = |s: &mut Story| {
            reported(s);
            s.on("2026-06-10", Fact::PlacementBegan(foster(""))).on("2026-08-03", left_care());
        };
        assert_eq!(periods(moved), ["2025-06-02 V2 U6, 2025-09-01 V2 K2, 2026-06-10 V2 U6 to 2026-08-03"]);
        let left = |s: &mut Story| {
            reported(s);
            s.on("2026-06-10", left_care());
        };
        assert_eq!(periods(left), ["2025-06-02 V2 U6, 2025-09-01 V2 K2 to 2026-06-10"]);
    }
    #[test]
    fn a_report_of_what_was_recorded_adds_nothing_whichever_came_first() {
        let recorded = |s: &mut Story| {
            s.on("2025-06-02", Fact::PlacementBegan(foster("V2")));
            s.on("2025-09-01", Fact::PlacementBegan(Placement { place: "K1".into(), ..foster("") }));
        };
        let first = |s: &mut Story| {
            recorded(s);
            reported(s);
        };
        let last = |s: &mut Story| {
            reported(s);
            recorded(s);
            // Recorded after the return was taken in.
            let n = s.facts.len();
            s.facts[n - 2..].iter_mut().for_each(|k| k.recorded = crate::day::start_of(date(2026, 6, 1)));
        };
        let expected = ["2025-06-02 V2 U6, 2025-09-01 V2 K1 to "];
        assert_eq!(periods(first), expected);
        assert_eq!(periods(last), expected);
    }
    #[test]
    fn started_again_in_a_return_is_another_period_though_the_first_was_left_open() {
        let told = |s: &mut Story| {
            reported(s);
            s.taken_in("2026-11-01", "2026-09-07", episode("2026-09-07", "S C1 U6", "", 2027));
        };
        let expected = ["2025-06-02 V2 U6, 2025-09-01 V2 K2 to 2026-09-07", "2026-09-07 C1 U6 to "];
        assert_eq!(periods(told), expected);
    }
    #[test]
    fn home_and_back_on_one_day_are_two_periods() {
        let told = |s: &mut Story| {
            s.on("2025-06-02", Fact::PlacementBegan(foster("V2"))).on("2025-09-01", left_care());
            s.on("2025-09-01", Fact::PlacementBegan(foster("C1")));
        };
        assert_eq!(periods(told), ["2025-06-02 V2 U6 to 2025-09-01", "2025-09-01 C1 U6 to "]);
    }
    #[test]
    fn an_order_and_a_move_on_one_day_are_one_step_in_either_order() {
        let order = || Fact::LegalStatusChanged { legal_status: "C2".into() };
        let home = || Fact::PlacementBegan(Placement { place: "P1".into(), ..Placement::default() });
        let one = |s: &mut Story| {
            s.on("2025-06-02", Fact::PlacementBegan(foster("C1"))).on("2025-09-01", order()).on("2025-09-01", home());
        };
        let other = |s: &mut Story| {
            s.on("2025-06-02", Fact::PlacementBegan(foster("C1"))).on("2025-09-01", home()).on("2025-09-01", order());
        };
        let expected = ["2025-06-02 C1 U6, 2025-09-01 C2 P1 to "];
        assert_eq!(periods(one), expected);
        assert_eq!(periods(other), expected);
    }
    #[test]
    fn why_a_placement_ended_belongs_to_the_one_that_ended() {
        let mut story = Story::default();
        story.born("2014-05-03").on("2025-06-02", Fact::PlacementBegan(foster("V2")));
        story
            .on("2025-09-01", Fact::PlacementBegan(foster("")))
            .on("2025-09-01", Fact::PlacementEnded { reason: "CREQB".into() });
        let h = story.history(date(2026, 1, 1));
        let why: Vec<_> = h.care().periods[0].episodes.iter().map(|e| e.changed.as_deref()).collect();
        assert_eq!(why, [Some("CREQB"), None]);
    }
}
