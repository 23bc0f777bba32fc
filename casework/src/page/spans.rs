//! What held from when to when, as bars on a line of years: placements, legal status, workers.
//!
//! Drawn on the server, so that it prints and needs no script. The picture is never alone: its title
//! and description say what it shows, and a table beside it holds the same spans in the same order,
//! under the numbers that stand on the bars.
use practice::{
    Date,
    day::{self, days_between},
};
use serde::Serialize;

/// The lanes of one picture share its line of years.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Begins the ids of its parts, so one word.
    pub id: &'static str,
    pub title: String,
    pub from: Date,
    pub to: Date,
    pub lanes: Vec<Lane>,
}
#[derive(Clone, Debug)]
pub struct Lane {
    pub name: String,
    pub spans: Vec<Span>,
}
#[derive(Clone, Debug)]
pub struct Span {
    pub text: String,
    pub from: Date,
    /// The first day on which it no longer held; `None` while it holds.
    pub until: Option<Date>,
}

/// What the part draws, in units of the picture: `{{ loxley.spans(picture=picture) }}`.
#[derive(Clone, Debug, Serialize)]
pub struct Drawing {
    id: &'static str,
    title: String,
    description: String,
    width: i64,
    height: i64,
    left: i64,
    years: Vec<Mark>,
    lanes: Vec<Row>,
    table: Vec<Line>,
}
#[derive(Clone, Debug, Serialize)]
struct Mark {
    x: i64,
    text: String,
}
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: String,
    y: i64,
    bars: Vec<Bar>,
}
#[derive(Clone, Debug, Serialize)]
struct Bar {
    number: usize,
    x: i64,
    width: i64,
    /// Its number, and as much of its name as there is room for.
    label: String,
    text: String,
    /// Neighbours differ in shade.
    odd: bool,
    /// It still holds: its end is left open.
    open: bool,
}
/// One span in the table.
#[derive(Clone, Debug, Serialize)]
struct Line {
    number: usize,
    lane: String,
    text: String,
    from: String,
    until: String,
    lasted: String,
}

const WIDTH: i64 = 900;
const LEFT: i64 = 124;
const LANE: i64 = 52;
// A bar is 34 high: parts/spans.html draws it.
const TOP: i64 = 34;
/// About what a letter takes at the size of the labels.
const LETTER: i64 = 8;

impl Picture {
    pub fn draw(&self) -> Drawing {
        let mut number = 0;
        let mut table = vec![];
        let lanes = self.lanes.iter().enumerate().map(|(at, lane)| {
            let y = TOP + i64::try_from(at).unwrap_or(0) * LANE;
            let bars = lane.spans.iter().enumerate().map(|(nth, span)| {
                number += 1;
                table.push(self.line(number, lane, span));
                self.bar(number, span, nth % 2 == 1)
            });
            Row { name: lane.name.clone(), y, bars: bars.flatten().collect() }
        });
        let lanes: Vec<Row> = lanes.collect();
        Drawing {
            id: self.id,
            title: self.title.clone(),
            description: self.description(),
            width: WIDTH,
            height: TOP + i64::try_from(lanes.len()).unwrap_or(0) * LANE,
            left: LEFT,
            years: self.years(),
            lanes,
            table,
        }
    }
    fn x(&self, day: Date) -> i64 {
        let whole = days_between(self.from, self.to).max(1);
        let here = days_between(self.from, day).clamp(0, whole);
        LEFT + here * (WIDTH - LEFT) / whole
    }
    /// Nothing where the span lies outside the picture; the table still has it.
    fn bar(&self, number: usize, span: &Span, odd: bool) -> Option<Bar> {
        if span.from > self.to || span.until.is_some_and(|until| until <= self.from) {
            return None;
        }
        let x = self.x(span.from);
        // Even a single day is seen.
        let width = (self.x(span.until.unwrap_or(self.to)) - x).max(4);
        let whole = format!("{number}. {}", span.text);
        let room = usize::try_from((width - 10) / LETTER).unwrap_or(0);
        let label = if whole.chars().count() <= room {
            whole
        } else if room >= 8 {
            whole.chars().take(room - 1).chain(['…']).collect()
        } else if number.to_string().len() <= room {
            number.to_string()
        } else {
            String::new()
        };
        Some(Bar { number, x, width, label, text: span.text.clone(), odd, open: span.until.is_none() })
    }
    fn line(&self, number: usize, lane: &Lane, span: &Span) -> Line {
        let days = days_between(span.from, span.until.unwrap_or(self.to)).max(0);
        Line {
            number,
            lane: lane.name.clone(),
            text: span.text.clone(),
            from: day::words(span.from),
            until: span.until.map_or("still so".into(), day::words),
            lasted: super::words::count(days, "day", "days"),
        }
    }
    /// The first of January of each year, or of every second or fifth where there are many.
    fn years(&self) -> Vec<Mark> {
        let (first, last) = (self.from.year(), self.to.year());
        let step = match last - first {
            0..=8 => 1,
            9..=16 => 2,
            _ => 5,
        };
        let januaries = (first + 1..=last).filter(|year| year % step == 0);
        let mark = |year: i16| Some(Mark { x: self.x(Date::new(year, 1, 1).ok()?), text: year.to_string() });
        let marks: Vec<Mark> = januaries.filter_map(mark).collect();
        // The year it begins in, where that does not run into the next.
        let room = marks.first().is_none_or(|next| next.x - LEFT > 8 * LETTER);
        let begin = Mark { x: LEFT, text: if room { first.to_string() } else { String::new() } };
        std::iter::once(begin).chain(marks).collect()
    }
    fn description(&self) -> String {
        let lane = |lane: &Lane| match lane.spans.last() {
            None => format!("{}: nothing is recorded.", lane.name),
            Some(last) => {
                let many = super::words::count(i64::try_from(lane.spans.len()).unwrap_or(0), "span", "spans");
                format!("{}: {many}, the last {} from {}.", lane.name, last.text, day::words(last.from))
            }
        };
        let lanes: Vec<String> = self.lanes.iter().map(lane).collect();
        format!("From {} to {}. {}", day::words(self.from), day::words(self.to), lanes.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn picture(spans: Vec<Span>) -> Drawing {
        let lanes = vec![Lane { name: "Placement".into(), spans }];
        let (from, to) = (date(2024, 1, 1), date(2026, 1, 1));
        Picture { id: "p", title: "Placements".into(), from, to, lanes }.draw()
    }
    fn span(text: &str, from: Date, until: Option<Date>) -> Span {
        Span { text: text.into(), from, until }
    }

    #[test]
    fn a_span_of_half_the_time_is_half_as_long() {
        let drawn = picture(vec![
            span("Foster care", date(2024, 1, 1), Some(date(2025, 1, 1))),
            span("Home", date(2025, 1, 1), None),
        ]);
        let bars = &drawn.lanes[0].bars;
        assert_eq!((bars[0].x, bars[0].width), (LEFT, 388));
        assert_eq!(bars[1].x, bars[0].x + bars[0].width, "what follows begins where the last ended");
        assert!(bars[1].open && !bars[0].open);
    }
    #[test]
    fn even_one_day_is_seen_and_what_lies_outside_stays_in_the_table() {
        let drawn = picture(vec![
            span("Respite", date(2020, 1, 1), Some(date(2020, 2, 1))),
            span("One night", date(2024, 6, 1), Some(date(2024, 6, 2))),
        ]);
        assert_eq!(drawn.lanes[0].bars.len(), 1);
        assert!(drawn.lanes[0].bars[0].width >= 4);
        assert_eq!(drawn.table.len(), 2);
        assert_eq!(drawn.table[1].lasted, "1 day");
        assert_eq!(drawn.lanes[0].bars[0].number, drawn.table[1].number);
    }
    #[test]
    fn a_label_never_outgrows_its_bar() {
        let long = "Placed with a kinship carer in another authority";
        let drawn =
            picture(vec![span(long, date(2024, 1, 1), Some(date(2024, 3, 1))), span(long, date(2024, 3, 1), None)]);
        for bar in &drawn.lanes[0].bars {
            assert!(i64::try_from(bar.label.chars().count()).unwrap() * LETTER <= bar.width, "{bar:?}");
        }
        assert_eq!(drawn.lanes[0].bars[1].label, format!("2. {long}"));
    }
    #[test]
    fn a_lane_without_spans_says_so() {
        assert!(picture(vec![]).description.contains("Placement: nothing is recorded."));
    }
}
