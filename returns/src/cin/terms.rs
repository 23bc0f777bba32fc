//! Words of the census guide that many of its rules use.
use super::columns::{
    CHILD_IDENTIFIERS, CIN_DETAILS, HEADER, assessments, child_identifiers as identifiers, cin_details as details,
    header, pre_proceedings, section_47 as s47,
};
use crate::check::{Answer, Child, Column, Row, Rows, TableNo, Told, Unclear, Whole, before};
use practice::{
    calendar::{Calendar, is_weekend},
    codes,
    day::{Date, plus_days},
};

/// Closed after an assessment: no further action, or early help.
pub(crate) const CLOSED_AFTER_ASSESSMENT: &[&str] = &["RC8", "RC9"];

/// The last day of the census year, as the return's Header says it; none where the Header is blank.
/// Reads Header.ReferenceDate.
pub(crate) fn reference_date(whole: Whole) -> Result<Option<Date>, Unclear> {
    whole.rows(HEADER).next().map_or(Ok(None), |h| h.day(header::REFERENCE_DATE))
}
/// The first and the last day of the census year.
pub(crate) fn census_year(whole: Whole) -> Result<Option<(Date, Date)>, Unclear> {
    Ok(reference_date(whole)?.map(|end| (plus_days(practice::day::plus_months(end, -12), 1), end)))
}
/// `0` or `false`, however written; a blank says nothing.
pub(crate) fn is_no(row: Row, column: Column) -> bool {
    row.is(column, &["0", "FALSE"])
}
/// The answer for any of these columns. One yes is enough, whatever the others say; only without it does a cell that
/// cannot be read prevent an answer.
pub(crate) fn any(columns: &[Column], question: impl Fn(Column) -> Answer) -> Answer {
    let answers: Vec<Answer> = columns.iter().map(|column| question(*column)).collect();
    match answers.contains(&Ok(true)) {
        true => Ok(true),
        false => answers.into_iter().find(Answer::is_err).unwrap_or(Ok(false)),
    }
}
/// The rows among these that hang on the same referral (or plan, or assessment): this column of theirs says what that
/// column of the row says. Blank ids link nothing.
pub(crate) fn linked<'a>(rows: Rows<'a>, theirs: Column, row: Row<'a>, own: Column) -> impl Iterator<Item = Row<'a>> {
    rows.iter().filter(move |other| row.is_filled(own) && row.is_as(own, *other, theirs))
}
/// `1` or `true`, however written; everything else, blank too, is no.
pub(crate) fn is_yes(row: Row, column: Column) -> bool {
    row.is(column, &["1", "TRUE"])
}
/// Filled with something that is no code of that set in this collection. Codes are compared as they were sent.
pub(crate) fn is_no_code(row: Row, column: Column, set: &str) -> bool {
    row.is_filled(column) && !codes::holds(set, row.said(column), row.given().end)
}
pub(crate) fn is_missing_or_no_code(row: Row, column: Column, set: &str) -> Answer {
    Ok(row.is_blank(column) || is_no_code(row, column, set))
}
/// The day is given and lies before or after the census year.
pub(crate) fn is_outside_census_year(row: Row, column: Column) -> Answer {
    let Some(day) = row.day(column)? else { return Ok(false) };
    Ok(census_year(row.whole())?.is_some_and(|(first, last)| !(first..=last).contains(&day)))
}
/// The day is not given, or lies after the census year. What began in earlier years and goes on is returned too.
pub(crate) fn is_missing_or_after_census_year(row: Row, column: Column) -> Answer {
    Ok(row.day(column)?.is_none() || is_after_census_year(row, column)?)
}
pub(crate) fn is_after_census_year(row: Row, column: Column) -> Answer {
    Ok(before(reference_date(row.whole())?, row.day(column)?))
}
pub(crate) fn is_on_a_weekend(row: Row, column: Column) -> Answer {
    Ok(row.day(column)?.is_some_and(is_weekend))
}
/// Asks of each of a child's rows together with the referral that it hangs on.
pub(crate) fn with_its_referral(child: Child, told: &mut Told, own: Column, question: impl Fn(Row, Row) -> Answer) {
    for row in child.rows(own.table) {
        for referral in linked(child.rows(CIN_DETAILS), details::CIN_DETAILS_ID, row, own) {
            told.ask(&[row, referral], || question(row, referral));
        }
    }
}
/// Asks of each of a child's rows in a table together with the child's own.
pub(crate) fn with_the_child(child: Child, told: &mut Told, table: TableNo, question: impl Fn(Row, Row) -> Answer) {
    for own in child.rows(CHILD_IDENTIFIERS) {
        for row in child.rows(table) {
            told.ask(&[own, row], || question(own, row));
        }
    }
}
/// The day of this row is before the day of its referral.
pub(crate) fn before_the_referral(child: Child, told: &mut Told, own: Column, day: Column) {
    with_its_referral(child, told, own, |row, referral| {
        Ok(before(row.day(day)?, referral.day(details::CIN_REFERRAL_DATE)?))
    });
}
/// The day of this row is after the day on which the child died.
pub(crate) fn after_the_death(child: Child, told: &mut Told, day: Column) {
    with_the_child(child, told, day.table, |own, row| {
        Ok(before(own.day(identifiers::PERSON_DEATH_DATE)?, row.day(day)?))
    });
}
/// Rows put together that say the same in this column; those that say nothing are left out.
pub(crate) fn grouped<'a>(rows: impl IntoIterator<Item = Row<'a>>, column: Column) -> Vec<Vec<Row<'a>>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    for row in rows.into_iter().filter(|r| r.is_filled(column)) {
        match groups.iter_mut().find(|g| g.first().is_some_and(|first| first.is_as(column, row, column))) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}
/// Rows of a child put together that hang on the same referral. Where the return does not say which that is, they are
/// one group.
pub(crate) fn by_referral<'a>(child: Child, rows: Vec<Row<'a>>, id: Column) -> Vec<Vec<Row<'a>>> {
    if child.whole().has(id) { grouped(rows, id) } else { vec![rows] }
}
/// Both hang on the same referral; or nobody can say that they do not, since the return does not say on which they
/// hang.
pub(crate) fn may_be_of_one_referral(one: Row, own: Column, other: Row, others: Column) -> bool {
    let says = one.whole().has(own) && one.whole().has(others);
    !says || one.is_filled(own) && one.is_as(own, other, others)
}
/// These rows are open; where there are several they break the rule together.
pub(crate) fn one_may_be_open(told: &mut Told, open: &[Row]) {
    if open.len() > 1 {
        told.breaks(open);
    }
}
/// The last day of a period; far off while it is open.
pub(crate) fn end(row: Row, column: Column) -> Result<Date, Unclear> {
    Ok(row.day(column)?.unwrap_or(Date::MAX))
}
/// The day lies within the plan. Its last day does not: one plan may take the place of another on it. An open plan goes
/// on to the reference date.
pub(crate) fn is_within(day: Option<Date>, plan: Row, from: Column, until: Column) -> Answer {
    let (Some(day), Some(began)) = (day, plan.day(from)?) else { return Ok(false) };
    let is_before_the_end = match plan.day(until)? {
        Some(ended) => day < ended,
        None => reference_date(plan.whole())?.is_none_or(|last| day <= last),
    };
    Ok(began <= day && is_before_the_end)
}
/// Periods that overlap, each with an earlier one that goes on the longest: so every row that overlaps any other is
/// told, and a child of many rows is told of once for each. The rows must be in the order of their first days.
pub(crate) fn overlaps(
    told: &mut Told,
    rows: &[Row],
    from: Column,
    ends: impl Fn(Row) -> Result<Date, Unclear>,
    is_within: fn(&Date, &Date) -> bool,
) {
    let mut longest: Option<(Row, Date)> = None;
    for row in rows {
        if let Some((earlier, end)) = longest {
            told.ask(&[earlier, *row], || Ok(row.day(from)?.is_some_and(|began| is_within(&began, &end))));
        }
        match ends(*row) {
            Ok(end) if longest.is_none_or(|(_, until)| until < end) => longest = Some((*row, end)),
            Ok(_) => {}
            Err(unclear) => told.cannot_tell(&[*row], unclear),
        }
    }
}
/// Asks of each of these rows of a child with each of those, whichever referral they hang on.
pub(crate) fn each_with_each<'a>(told: &mut Told, ones: Rows<'a>, others: Rows<'a>, ask: impl Fn(Row, Row) -> Answer) {
    for one in ones {
        for other in others {
            told.ask(&[one, other], || ask(one, other));
        }
    }
}
/// The n-th last working day up to and with this day. Bank holidays count as far as the calendar knows them; beyond
/// it every weekday is a working day.
pub(crate) fn working_day_back(until: Date, n: usize) -> Date {
    let calendar = Calendar::default();
    let works = |day: &Date| calendar.is_working_day(*day).unwrap_or(!is_weekend(*day));
    let days = (0..).map(|back| plus_days(until, -back));
    // Far enough: a week has working days, but for a few at the end of the year.
    days.take(n * 7 + 30).filter(works).nth(n.saturating_sub(1)).unwrap_or(until)
}
/// The factors of an assessment, each by itself.
pub(crate) fn factors(assessment: Row<'_>) -> impl Iterator<Item = &str> {
    assessment.code(assessments::ASSESSMENT_FACTORS).split(',').map(str::trim).filter(|factor| !factor.is_empty())
}
/// No day of birth, but the day on which it is expected.
pub(crate) fn is_unborn(child: Row) -> bool {
    child.is_blank(identifiers::PERSON_BIRTH_DATE) && child.is_filled(identifiers::EXPECTED_PERSON_BIRTH_DATE)
}
/// The enquiry came to no conference, and nobody said that none is needed.
pub(crate) fn is_open_enquiry(enquiry: Row) -> bool {
    enquiry.is_blank(s47::DATE_OF_INITIAL_CPC) && !is_yes(enquiry, s47::ICPC_NOT_REQUIRED)
}
/// The first census with pre-proceedings and family group decision making, 2026/27: the schema of the census of 2025/26
/// does not have them yet. All rules on them are ours, and hold since then.
pub(crate) const PRE_PROCEEDINGS_SINCE: i16 = 2027;
/// What is done in pre-proceedings after their first day.
pub(crate) const STEPS: &[Column] = &[
    pre_proceedings::LBP_SENT_DATE,
    pre_proceedings::INITIAL_PP_MEETING_DATE,
    pre_proceedings::STEP_DECISION_DATE,
    pre_proceedings::COURT_APP_DATE,
    pre_proceedings::LETTER_INIT_CP_DATE,
];
/// The letters that a unique pupil number may carry, in the order of their value: I, O and S look like figures.
pub(crate) const UPN_LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";
/// The letter that a unique pupil number must begin with: the sum of place times value of characters 2 to 13, divided
/// by 23. None where one of them has no value.
pub(crate) fn check_letter(upn: &str) -> Option<char> {
    let value = |(n, c): (usize, char)| match c.to_digit(10) {
        // Only the last may be a letter: the number is then a temporary one.
        None if n == 11 => UPN_LETTERS.find(c),
        figure => figure.map(|f| f as usize),
    };
    let values: Vec<usize> = upn.chars().skip(1).enumerate().map(value).collect::<Option<_>>()?;
    let sum: usize = values.iter().zip(2..).map(|(value, place)| value * place).sum();
    (values.len() == 12).then(|| UPN_LETTERS.chars().nth(sum % 23)).flatten()
}
