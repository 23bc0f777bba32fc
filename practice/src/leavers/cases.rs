//! Files of cases that others wrote by hand from the law: tab separated, columns in any order.
//! [`read`] yields cases and what cannot be read; [`LeaverCase::disagreement`] compares.
use super::{Guardianship, Home, Learning, Lived, OtherStay, Spell, Stay, With, of};
use crate::{
    day::{Date, DateTime, Period, moment},
    norms::Norms,
};
use std::collections::BTreeSet;

pub struct LeaverCase {
    pub id: String,
    pub title: String,
    pub on: Date,
    pub lived: Lived,
    pub status: String,
    pub band: String,
    /// Not checked where empty.
    pub days: Option<i64>,
    pub flags: BTreeSet<String>,
}
impl LeaverCase {
    /// `status: expected ELIGIBLE, came NONE; …`, or nothing where all agrees.
    pub fn disagreement(&self) -> Option<String> {
        let came = of(&self.lived, &Norms::default(), self.on);
        let flags: BTreeSet<String> = came.flags.iter().map(ToString::to_string).collect();
        let joined = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(";");
        let days = self.days.unwrap_or(came.days.count);
        let compared = [
            ("status", self.status.clone(), came.category().to_string()),
            ("band", self.band.clone(), came.band().to_owned()),
            ("days", days.to_string(), came.days.count.to_string()),
            ("flags", joined(&self.flags), joined(&flags)),
        ];
        let differ = compared.into_iter().filter(|(_, expected, came)| expected != came);
        let said: Vec<String> =
            differ.map(|(what, expected, came)| format!("{what}: expected “{expected}”, came “{came}”")).collect();
        (!said.is_empty()).then(|| format!("{} (row {}: {})", said.join("; "), came.row.code, came.row.says))
    }
}

/// Each line that is a case, or why it cannot be read.
pub fn read(text: &str) -> Vec<Result<LeaverCase, String>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    let Some((_, head)) = lines.next() else { return vec![] };
    let columns: Vec<&str> = head.split('\t').map(str::trim).collect();
    lines
        .map(|(n, line)| {
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            let cell = |name: &str| {
                let at = columns.iter().position(|c| *c == name);
                at.and_then(|at| cells.get(at).copied()).unwrap_or_default()
            };
            case(&cell).map_err(|why| format!("line {}: {} {why}", n + 1, cell("id")))
        })
        .collect()
}
fn case<'a>(cell: &impl Fn(&str) -> &'a str) -> Result<LeaverCase, String> {
    let on = day(cell("as_of"))?;
    let mut lived = Lived { born: Some(day(cell("dob"))?), ..Lived::default() };
    if !cell("died").is_empty() {
        lived.died = Some(day(cell("died"))?);
    }
    for (from, until, what) in spans(cell("care_periods"))? {
        lived.care.push(stay(&from, &until, what, false)?);
    }
    for (from, until, what) in spans(cell("short_break_series"))? {
        lived.care.push(stay(&from, &until, what, true)?);
    }
    for (from, until, _) in spans(cell("detained_hospital"))? {
        lived.detained.push(spell(&from, &until)?);
    }
    for (from, until, who) in spans(cell("home_periods"))? {
        let with = match who {
            "parent" => With::Parent,
            "pr_holder" | "PR" => With::ParentalResponsibility,
            "former_RO_or_CAO_holder" => With::FormerOrderHolder,
            _ => With::Other,
        };
        lived.homes.push(Home { with, who: who.into(), spell: spell(&from, &until)? });
    }
    for (from, until, kind) in spans(cell("other_s24"))? {
        lived.others.push((other(kind)?, spell(&from, &until)?));
    }
    lived.guardianships = guardianships(cell("sgo"))?;
    lived.learning = match cell("ete") {
        "Y" => Some((Learning::In, None)),
        "WANTS" => Some((Learning::Wishes, None)),
        "N" | "" => None,
        other => return Err(format!("“{other}” in ete is not Y, N or WANTS")),
    };
    lived.asked_for_support = (cell("request_21plus") == "Y").then_some(on);
    let days = cell("expected_days_since_14");
    Ok(LeaverCase {
        id: cell("id").into(),
        title: cell("title").into(),
        on,
        lived,
        status: cell("expected_status").into(),
        band: cell("expected_band").into(),
        days: if days.is_empty() { None } else { Some(days.parse().map_err(|_| format!("“{days}” is not days"))?) },
        flags: cell("expected_flag").split(';').map(str::trim).filter(|f| !f.is_empty()).map(Into::into).collect(),
    })
}
fn other(kind: &str) -> Result<OtherStay, String> {
    match kind {
        "voluntary_org" => Ok(OtherStay::VoluntaryOrganisation),
        "private_childrens_home" => Ok(OtherStay::PrivateChildrensHome),
        "privately_fostered" => Ok(OtherStay::PrivatelyFostered),
        k if ["hospital", "health", "care_home", "education"].iter().any(|a| k.starts_with(a)) => {
            Ok(OtherStay::HealthOrEducation)
        }
        other => Err(format!("“{other}” is no kind of other accommodation")),
    }
}
/// `start..end:what; start..:what`, an empty end for what goes on.
fn spans(cell: &str) -> Result<Vec<(String, String, &str)>, String> {
    let one = |token: &'_ str| -> Option<(String, String, usize)> {
        let (from, rest) = token.split_once("..")?;
        // An hour has a colon of its own, and what the span is has none after its first letter.
        let at = rest.rfind(':')?;
        Some((from.trim().into(), rest[..at].trim().into(), token.len() - rest.len() + at + 1))
    };
    let tokens = cell.split(';').map(str::trim).filter(|t| !t.is_empty());
    tokens
        .map(|t| one(t).map(|(a, b, at)| (a, b, t[at..].trim())).ok_or_else(|| format!("“{t}” is not start..end:what")))
        .collect()
}
fn stay(from: &str, until: &str, what: &str, short_break: bool) -> Result<Stay, String> {
    let (legal_status, place) = what.split_once('/').unwrap_or((what, ""));
    let hour = |said: &str| said.parse::<DateTime>().ok().filter(|_| said.contains('T')).map(moment);
    Ok(Stay {
        period: spell(from, until)?.period,
        hours: (hour(from), hour(until)),
        legal_status: legal_status.into(),
        place: place.into(),
        short_break: short_break || matches!(legal_status, "V3" | "V4"),
        fact: None,
    })
}
fn spell(from: &str, until: &str) -> Result<Spell, String> {
    let until = if until.is_empty() { None } else { Some(day(until)?) };
    Ok(Spell { period: Period::new(day(from)?, until), fact: None })
}
/// `made=2015-05-01;la_before=Y;ended=2024-09-01`; another `made` begins another order.
fn guardianships(cell: &str) -> Result<Vec<Guardianship>, String> {
    let mut out: Vec<Guardianship> = vec![];
    for part in cell.split(';').map(str::trim).filter(|p| !p.is_empty()) {
        let (key, said) = part.split_once('=').ok_or_else(|| format!("“{part}” is not made=, la_before= or ended="))?;
        match (key, out.last_mut()) {
            ("made", _) => out.push(Guardianship { looked_after_before: false, spell: spell(said, "")? }),
            ("la_before", Some(order)) => order.looked_after_before = said == "Y",
            ("ended", Some(order)) => order.spell.period.until = Some(day(said)?),
            _ => return Err(format!("“{part}” is not made=, la_before= or ended=")),
        }
    }
    Ok(out)
}
fn day(said: &str) -> Result<Date, String> {
    let day = said.split('T').next().unwrap_or_default();
    day.parse().map_err(|_| format!("“{said}” is not a day as 2026-03-02"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "expected_status\texpected_band\texpected_flag\tas_of\tdob\tcare_periods\tsgo\thome_periods\t\
                        expected_days_since_14\tid";
    fn told(line: &str) -> Result<Option<String>, String> {
        let case = read(&format!("{HEAD}\n{line}\n")).pop().unwrap();
        case.map(|c| c.disagreement())
    }
    #[test]
    fn columns_stand_in_any_order_and_an_empty_number_of_days_is_not_checked() {
        let line = |days: &str| {
            format!("RELEVANT\t16_17\t\t2026-09-01\t2010-03-10\t2025-01-01..2026-05-31:V2/U6\t\t\t{days}\tX1")
        };
        assert_eq!(told(&line("515")), Ok(None));
        assert_eq!(told(&line("")), Ok(None));
        let wrong = told(&line("514")).unwrap().unwrap();
        assert!(wrong.starts_with("days: expected “514”, came “515” (row 6"), "{wrong}");
    }
    #[test]
    fn flags_are_a_set_and_each_one_counts() {
        let line = |flags: &str| {
            format!(
                "NONE\tLOOKED_AFTER_NOT_YET_ELIGIBLE\t{flags}\t2026-06-30\t2010-03-10\t2026-04-01..:V2/U6\t\t\t90\tX2"
            )
        };
        assert_eq!(told(&line("BOUNDARY_REVIEW; projected_eligible=2026-07-01")), Ok(None));
        assert_eq!(told(&line("projected_eligible=2026-07-01;BOUNDARY_REVIEW")), Ok(None));
        assert!(told(&line("BOUNDARY_REVIEW")).unwrap().unwrap().starts_with("flags: "));
        assert!(told(&line("projected_eligible=2026-07-02;BOUNDARY_REVIEW")).unwrap().is_some());
    }
    #[test]
    fn care_written_down_after_18_is_cut_there_and_flagged() {
        let line = |care: &str, status: &str, flag: &str| {
            told(&format!("{status}\t{flag}\t2028-09-01\t2010-03-10\t{care}\t\t\t\tX3"))
        };
        let full = "FORMER_RELEVANT\t18_20_FULL";
        assert_eq!(line("2025-01-01..2028-03-10:C2/U4", full, ""), Ok(None));
        assert_eq!(line("2025-01-01..2028-03-11:C2/U4", full, "DATA_AFTER_18"), Ok(None));
        assert_eq!(line("2028-03-10..2028-08-01:V2/U4", "NONE\t", "DATA_AFTER_18"), Ok(None));
    }
    #[test]
    fn orders_and_homes_are_read() {
        let sgo = "made=2018-05-01;la_before=Y;ended=2025-01-01; made=2025-06-01;la_before=Y";
        assert_eq!(told(&format!("QUALIFYING_SGO\t16_20\t\t2026-06-01\t2010-03-10\t\t{sgo}\t\t0\tX4")), Ok(None));
        let home = "2026-05-31..:former_RO_or_CAO_holder";
        let line = |home: &str| {
            format!("QUALIFYING\t16_20\t\t2026-11-30\t2010-03-10\t2025-01-01..2026-05-31:V2/U6\t\t{home}\t\tX5")
        };
        assert_eq!(told(&line(home)), Ok(None));
        assert!(told(&line("2026-05-31..:relative_no_PR")).unwrap().is_some());
    }
    #[test]
    fn what_cannot_be_read_says_so_with_its_line() {
        let why = told("NONE\t\t\t2026-06-01\t2010-03-10\t2025-01-01:V2\t\t\t\tX6").unwrap_err();
        assert_eq!(why, "line 2: X6 “2025-01-01:V2” is not start..end:what");
        assert_eq!(
            told("NONE\t\t\t2026-06-01\tMarch\t\t\t\t\tX7").unwrap_err(),
            "line 2: X7 “March” is not a day as 2026-03-02"
        );
    }
}
