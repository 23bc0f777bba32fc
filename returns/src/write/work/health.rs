//! OC2: the health of children who had been looked after for a year on 31 March.
use super::{Child, Lines};
use crate::ssda903::OC2;
use practice::{clock::Matter, court, fact::Fact, health};

impl Child<'_> {
    /// In care without a break from the first day of the year to its last, short breaks apart.
    pub(super) fn a_year_in_care(&self) -> bool {
        let lasts = |p: &&practice::care::PeriodOfCare| {
            !p.short_breaks && p.began().on <= self.first && p.until().is_none_or(|u| u >= self.last)
        };
        self.h.care().periods.iter().any(|p| lasts(&p) && !self.silent(p.known_until(), Matter::Placements))
    }
    pub(super) fn health(&self) -> Lines {
        if !self.a_year_in_care() {
            return self.settle(&OC2, Vec::new());
        }
        use health::Fact as H;
        let done = |is: fn(&H) -> bool| self.last_in_year(|f| is(f).then_some(true));
        let assessed = done(|f| matches!(f, H::HealthAssessmentDone { .. }));
        let checked = done(|f| matches!(f, H::DentalCheckDone));
        let grown = done(|f| matches!(f, H::DevelopmentCheckDone));
        let jabs = self.last_in_year(|f| match f {
            H::ImmunisationsChecked { up_to_date } => Some(*up_to_date),
            _ => None,
        });
        let misuse = self.last_in_year(|f| match f {
            H::SubstanceMisuseFound { intervention_offered, intervention_received } => {
                Some((*intervention_offered, *intervention_received))
            }
            _ => None,
        });
        // Whoever records where a child in care lives records what became of them in court.
        let convicted = self.h.find(|f| matches!(f, Fact::Court(court::Fact::ConvictedOrCautioned)).then_some(()));
        let convicted = convicted.filter(|(k, ())| self.in_year(k.happened)).last().map(|_| true);
        let of = |matter, known: Option<bool>| self.yes_or_no(matter, known);
        let health = |known| of(Matter::HealthAssessments, known);
        let under_five = self.age(self.last).is_some_and(|age| age < 5);
        let ten = self.age(self.last).is_some_and(|age| age >= 10);
        let (score, reason) = self.feelings();
        let line = self.line(
            &OC2,
            [
                ("DOB", self.born()),
                ("SDQ_SCORE", score),
                ("SDQ_REASON", reason),
                ("CONVICTED", if ten { of(Matter::Placements, convicted) } else { String::new() }),
                ("HEALTH_CHECK", if under_five { health(grown) } else { String::new() }),
                ("IMMUNISATIONS", of(Matter::Immunisations, jabs)),
                ("TEETH_CHECK", of(Matter::DentalChecks, checked)),
                ("HEALTH_ASSESSMENT", health(assessed)),
                ("SUBSTANCE_MISUSE", health(misuse.map(|_| true))),
                ("INTERVENTION_RECEIVED", misuse.map_or_else(String::new, |(_, received)| code(received))),
                // Of help that was taken up it is no question whether it was offered (rule 158).
                (
                    "INTERVENTION_OFFERED",
                    misuse.filter(|(_, received)| !received).map_or_else(String::new, |(offered, _)| code(offered)),
                ),
            ],
        );
        let recorded = [grown, jabs, checked, assessed, convicted].iter().any(Option::is_some) || misuse.is_some();
        self.one(&OC2, line, recorded)
    }
    /// What was not recorded did not happen where that kind of work is recorded here all year; elsewhere nobody knows.
    fn yes_or_no(&self, matter: Matter, known: Option<bool>) -> String {
        let known = known.or_else(|| self.norms.recorded_here(matter, self.first).then_some(false));
        known.map_or_else(String::new, code)
    }
    /// What was said last in the year, of what `pick` finds.
    fn last_in_year<T>(&self, pick: impl Fn(&health::Fact) -> Option<T>) -> Option<T> {
        let found = self.h.find(|f| if let Fact::Health(f) = f { pick(f) } else { None });
        found.filter(|(k, _)| self.in_year(k.happened)).last().map(|(_, found)| found)
    }
    /// Asked of children who were 4 to 16 in the year (rules 188 and 189): the last score, else the last reason for
    /// none.
    fn feelings(&self) -> (String, String) {
        let asked = self.age(self.last).is_some_and(|age| age >= 4) && self.age(self.first).is_some_and(|age| age < 17);
        let score = self.last_in_year(|f| match f {
            health::Fact::SdqDone { score } => Some(score.to_string()),
            _ => None,
        });
        let reason = self.last_in_year(|f| match f {
            health::Fact::SdqNotDone { reason } => Some(reason.clone()),
            _ => None,
        });
        match score.filter(|_| asked) {
            Some(score) => (score, String::new()),
            None => (String::new(), reason.filter(|_| asked).unwrap_or_default()),
        }
    }
}
fn code(yes: bool) -> String {
    if yes { "1" } else { "0" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{line_of, written};
    use practice::{
        care::{Fact as Care, Placement},
        case::Story,
        clock::Matter,
        health::Fact,
        reported::Return,
    };

    const COLUMNS: &[&str] = &[
        "SDQ_SCORE",
        "SDQ_REASON",
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ];
    fn in_care(s: &mut Story, born: &str, since: &str) {
        let placement = Placement {
            legal_status: "C2".into(),
            place: "U6".into(),
            need: Some("N1".into()),
            ..Placement::default()
        };
        s.born(born).on(since, Care::PlacementBegan(placement));
    }
    #[test]
    fn a_year_in_care_tells_what_was_done_and_what_was_not() {
        let told = |s: &mut Story| {
            in_care(s, "2012-05-03", "2024-05-06");
            s.on("2025-05-06", Fact::HealthAssessmentDone { initial: false, report: None })
                .on("2025-06-03", Fact::ImmunisationsChecked { up_to_date: false })
                .on("2025-09-03", Fact::ImmunisationsChecked { up_to_date: true })
                .on("2025-07-03", Fact::SdqNotDone { reason: "SDQ5".into() })
                .on("2026-02-03", Fact::SdqDone { score: 17 })
                .on(
                    "2025-11-11",
                    Fact::SubstanceMisuseFound { intervention_offered: true, intervention_received: false },
                );
        };
        assert_eq!(line_of(told, "OC2", COLUMNS), "17 - 0 - 1 0 1 1 0 1");
    }
    #[test]
    fn who_is_ten_was_convicted_in_the_year_or_not_and_help_taken_up_needs_no_offer() {
        let told = |s: &mut Story| {
            in_care(s, "2012-05-03", "2024-05-06");
            s.on("2025-05-06", practice::court::Fact::ConvictedOrCautioned).on(
                "2025-11-11",
                Fact::SubstanceMisuseFound { intervention_offered: true, intervention_received: true },
            );
        };
        assert_eq!(line_of(told, "OC2", COLUMNS), "- - 1 - 0 0 0 1 1 -");
    }
    #[test]
    fn a_little_one_has_a_development_check_and_no_questionnaire() {
        let told = |s: &mut Story| {
            in_care(s, "2023-05-03", "2024-05-06");
            s.on("2025-05-06", Fact::DevelopmentCheckDone).on("2026-02-03", Fact::SdqDone { score: 17 });
        };
        assert_eq!(line_of(told, "OC2", COLUMNS), "- - - 1 0 0 0 0 - -");
    }
    #[test]
    fn where_the_work_is_not_recorded_all_year_nothing_is_known() {
        let told = |s: &mut Story| {
            in_care(s, "2012-05-03", "2024-05-06");
            s.recorded_since(Matter::DentalChecks, "2025-06-01");
        };
        assert_eq!(line_of(told, "OC2", COLUMNS), "- - 0 - 0 - 0 0 - -");
    }
    #[test]
    fn who_came_during_the_year_or_left_before_its_end_has_no_row() {
        let rows = |since: &str, left: &str| {
            let mut story = Story::default();
            in_care(&mut story, "2012-05-03", since);
            story.on(left, Care::CeasedToBeLookedAfter { reason: "E4A".into() });
            written(Return::Ssda903, 2026, &story, "OC2", COLUMNS).len()
        };
        assert_eq!((rows("2025-04-02", "2026-08-01"), rows("2024-04-01", "2026-03-30")), (0, 0));
        assert_eq!((rows("2025-04-01", "2026-08-01"), rows("2024-04-01", "2026-03-31")), (1, 1));
    }
}
