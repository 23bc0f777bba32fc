//! OC2: the health of children who had been looked after for a year on 31 March.
use super::{Child, Lines};
use crate::ssda903::OC2;
use practice::{clock::Matter, fact::Fact, health};

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
        let done = |is: fn(&health::Fact) -> bool| self.in_the_year(is).is_some();
        let of = |matter, known: Option<bool>| self.yes_or_no(matter, known);
        let checked = done(|f| matches!(f, health::Fact::DentalCheckDone));
        let assessed = done(|f| matches!(f, health::Fact::HealthAssessmentDone { .. }));
        let grown = done(|f| matches!(f, health::Fact::DevelopmentCheckDone));
        let jabs = self.in_the_year(|f| matches!(f, health::Fact::ImmunisationsChecked { .. }));
        let jabs = jabs.map(|f| matches!(f, health::Fact::ImmunisationsChecked { up_to_date: true }));
        let misuse = self.in_the_year(|f| matches!(f, health::Fact::SubstanceMisuseFound { .. }));
        let (offered, received) = match misuse {
            Some(health::Fact::SubstanceMisuseFound { intervention_offered, intervention_received }) => {
                (code(*intervention_offered), code(*intervention_received))
            }
            _ => (String::new(), String::new()),
        };
        let under_five = self.age(self.last).is_some_and(|age| age < 5);
        let (score, reason) = self.feelings();
        let line = self.line(
            &OC2,
            [
                ("DOB", self.born()),
                ("SDQ_SCORE", score),
                ("SDQ_REASON", reason),
                (
                    "HEALTH_CHECK",
                    if under_five { of(Matter::HealthAssessments, grown.then_some(true)) } else { String::new() },
                ),
                ("IMMUNISATIONS", of(Matter::Immunisations, jabs)),
                ("TEETH_CHECK", of(Matter::DentalChecks, checked.then_some(true))),
                ("HEALTH_ASSESSMENT", of(Matter::HealthAssessments, assessed.then_some(true))),
                ("SUBSTANCE_MISUSE", of(Matter::HealthAssessments, misuse.map(|_| true))),
                ("INTERVENTION_RECEIVED", received),
                ("INTERVENTION_OFFERED", offered),
            ],
        );
        self.one(&OC2, line)
    }
    /// What was not recorded did not happen where that kind of work is recorded here all year; elsewhere nobody knows.
    fn yes_or_no(&self, matter: Matter, known: Option<bool>) -> String {
        let known = known.or_else(|| self.norms.recorded_here(matter, self.first).then_some(false));
        known.map_or_else(String::new, code)
    }
    fn in_the_year(&self, is: impl Fn(&health::Fact) -> bool) -> Option<&health::Fact> {
        let facts = self.h.find(|f| if let Fact::Health(f) = f { Some(f) } else { None });
        facts.filter(|(k, f)| self.in_year(k.happened) && is(f)).last().map(|(_, f)| f)
    }
    /// Asked of children who were 4 to 16 in the year (rules 188 and 189): the last score, else the last reason for none.
    fn feelings(&self) -> (String, String) {
        let asked = self.age(self.last).is_some_and(|age| age >= 4) && self.age(self.first).is_some_and(|age| age < 17);
        let answer = |is: fn(&health::Fact) -> bool| self.in_the_year(is).filter(|_| asked);
        match answer(|f| matches!(f, health::Fact::SdqDone { .. })) {
            Some(health::Fact::SdqDone { score }) => return (score.to_string(), String::new()),
            _ => {}
        }
        match answer(|f| matches!(f, health::Fact::SdqNotDone { .. })) {
            Some(health::Fact::SdqNotDone { reason }) => (String::new(), reason.clone()),
            _ => (String::new(), String::new()),
        }
    }
}
fn code(yes: bool) -> String {
    if yes { "1" } else { "0" }.to_owned()
}
