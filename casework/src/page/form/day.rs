//! A date in three boxes, and what to say when they do not make one.
use practice::{Date, day};

/// The three boxes as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed {
    pub day: String,
    pub month: String,
    pub year: String,
}
#[derive(Debug, PartialEq)]
pub(super) enum Read {
    Blank,
    Day(Date),
    /// What is wrong, said of the label, and which boxes: day, month, year.
    Wrong(String, [bool; 3]),
}

impl From<Date> for Typed {
    fn from(on: Date) -> Typed {
        Typed { day: on.day().to_string(), month: on.month().to_string(), year: on.year().to_string() }
    }
}

pub(super) fn read(typed: &Typed, label: &str) -> Read {
    let boxes = [("day", &typed.day), ("month", &typed.month), ("year", &typed.year)];
    let blank = boxes.map(|(_, text)| text.is_empty());
    if blank == [true; 3] {
        return Read::Blank;
    }
    let missing: Vec<&str> = boxes.iter().filter(|(_, text)| text.is_empty()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        return Read::Wrong(format!("{label} must include a {}", missing.join(" and ")), blank);
    }
    let day: Option<i8> = typed.day.parse().ok().filter(|n| (1..=31).contains(n));
    let month = month(&typed.month);
    let year: Option<i16> = Some(&typed.year).filter(|y| y.len() == 4).and_then(|y| y.parse().ok());
    let (Some(d), Some(m), Some(y)) = (day, month, year) else {
        let wrong = [day.is_none(), month.is_none(), year.is_none()];
        return match wrong {
            [false, false, true] => Read::Wrong(format!("{label} must have a year of 4 numbers, like 2026"), wrong),
            _ => Read::Wrong(format!("{label} must be a real date, like 27 3 2026"), wrong),
        };
    };
    match Date::new(y, m, d) {
        Ok(on) => Read::Day(on),
        Err(_) => Read::Wrong(format!("{label} must be a real date: there is no {d} {}", month_of(m, y)), [true; 3]),
    }
}

/// By number, or as people write it: `nov`, `November`.
fn month(text: &str) -> Option<i8> {
    let lower = text.to_lowercase();
    let named = day::MONTHS.iter().position(|name| lower.len() >= 3 && name.to_lowercase().starts_with(&lower));
    let number = named.and_then(|at| i8::try_from(at + 1).ok()).or_else(|| text.parse().ok());
    number.filter(|n| (1..=12).contains(n))
}
fn month_of(month: i8, year: i16) -> String {
    format!("{} {year}", day::MONTHS[usize::from(month.unsigned_abs()) - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn typed(day: &str, month: &str, year: &str) -> Read {
        let typed = Typed { day: day.into(), month: month.into(), year: year.into() };
        read(&typed, "Date of visit")
    }
    fn wrong(read: Read) -> (String, [bool; 3]) {
        if let Read::Wrong(text, boxes) = read { (text, boxes) } else { panic!("{read:?} is not wrong") }
    }

    #[test]
    fn months_are_read_by_number_and_by_name() {
        for month in ["4", "04", "apr", "April", "APRIL"] {
            assert_eq!(typed("3", month, "2026"), Read::Day(date(2026, 4, 3)), "{month}");
        }
        assert_eq!(typed("", "", ""), Read::Blank);
        // "ma" could be March or May, so it is neither.
        assert_eq!(wrong(typed("3", "ma", "2026")).1, [false, true, false]);
    }
    #[test]
    fn the_message_says_which_box_to_put_right() {
        assert_eq!(wrong(typed("3", "4", "")), ("Date of visit must include a year".into(), [false, false, true]));
        assert_eq!(
            wrong(typed("", "", "2026")),
            ("Date of visit must include a day and month".into(), [true, true, false])
        );
        assert_eq!(
            wrong(typed("3", "4", "26")),
            ("Date of visit must have a year of 4 numbers, like 2026".into(), [false, false, true])
        );
        assert_eq!(
            wrong(typed("30", "2", "2026")).0,
            "Date of visit must be a real date: there is no 30 February 2026"
        );
        assert_eq!(wrong(typed("x", "13", "2026")).1, [true, true, false]);
    }
}
