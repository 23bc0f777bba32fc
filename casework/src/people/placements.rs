//! Where a child has lived while looked after, and under what legal status, as a picture with its table.
use super::head::{At, Head, Shown};
use crate::{
    care::summary::{PLACED, Placed},
    deeds::ViewChild,
    frame::Answer,
    page::{
        Page, Sample, given,
        spans::{Drawing, Lane, Picture, Span},
        words::count,
    },
};
use kernel::{Allowed, Leave as _};
use minijinja::Value;
use practice::{Date, day};

pub const PAGE: Page = Page { name: "people/placements.html", source: include_str!("placements.html"), samples };

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let mut placed: Vec<Placed> = reading.ask(PLACED, &[("child", may.child().into())]).await?;
    placed.reverse();
    let (shown, today) = (head.shown(&may, At::Placements), may.today());
    Ok(PAGE.show(head.chrome(&may, At::Placements), context(shown, &placed, today)))
}
/// `placed` is in the order in which it was lived.
fn context(record: Shown, placed: &[Placed], today: Date) -> Value {
    let places = joined(placed, |p| match p.provider_words() {
        Some(provider) => format!("{}; {provider}", p.place_words()),
        None => p.place_words(),
    });
    let statuses = joined(placed, Placed::status_words);
    let said = placed.first().map(|first| {
        let n = |spans: &[Span], one: &str, many: &str| count(i64::try_from(spans.len()).unwrap_or(0), one, many);
        let (places, statuses) =
            (n(&places, "placement", "placements"), n(&statuses, "legal status", "legal statuses"));
        format!("{places} under {statuses} since {}.", day::words(first.began))
    });
    let picture = placed.first().map(|first| picture(first.began, today, places, statuses));
    let silence = placed.last().and_then(Placed::silence);
    let reported = placed.iter().any(|p| p.reported);
    given! { record, picture, said, silence, reported }
}
fn picture(from: Date, today: Date, places: Vec<Span>, statuses: Vec<Span>) -> Drawing {
    let lanes =
        vec![Lane { name: "Placement".into(), spans: places }, Lane { name: "Legal status".into(), spans: statuses }];
    let to = today.max(day::plus_days(from, 1));
    Picture { id: "placed", title: "Placements and legal status".into(), from, to, lanes }.draw()
}
/// Episodes that follow one another and say the same are one span: a new episode begins with each
/// change of placement and of legal status.
fn joined(placed: &[Placed], words: impl Fn(&Placed) -> String) -> Vec<Span> {
    let mut spans: Vec<Span> = vec![];
    for p in placed {
        let text = words(p);
        // Nobody knows how it went on.
        let until = p.silence().and(p.known_until).map(|last| day::plus_days(last, 1)).or(p.ended);
        let text = p.silence().map_or(text.clone(), |silence| format!("{text} ({silence})"));
        match spans.last_mut().filter(|s| s.until == Some(p.began) && s.text == text) {
            Some(open) => open.until = until,
            None => spans.push(Span { text, from: p.began, until }),
        }
    }
    spans
}

fn samples() -> Vec<Sample> {
    let record = || super::head::sample(At::Placements);
    let today = day::date(2026, 11, 22);
    let placed = [
        sample(day::date(2022, 3, 1), Some(day::date(2023, 6, 14)), "U4", "V2"),
        sample(day::date(2023, 6, 14), None, "K2", "C2"),
    ];
    vec![
        Sample { name: "never looked after", context: context(record(), &[], today) },
        Sample { name: "full", context: context(record(), &placed, today) },
    ]
}
fn sample(began: Date, ended: Option<Date>, place: &str, legal_status: &str) -> Placed {
    Placed {
        began,
        ended,
        known_until: None,
        place: place.into(),
        provider: Some("PR1".into()),
        legal_status: legal_status.into(),
        need: None,
        short_break: false,
        temporary: false,
        reported: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn a_change_of_legal_status_is_no_move_and_a_gap_is_a_gap() {
        let placed = [
            sample(date(2024, 1, 1), Some(date(2024, 3, 1)), "U4", "V2"),
            sample(date(2024, 3, 1), Some(date(2024, 6, 1)), "U4", "C1"),
            sample(date(2025, 1, 1), None, "U4", "C1"),
        ];
        let spans = joined(&placed, Placed::place_words);
        let days: Vec<_> = spans.iter().map(|s| (s.from, s.until)).collect();
        assert_eq!(days, [(date(2024, 1, 1), Some(date(2024, 6, 1))), (date(2025, 1, 1), None)]);
        assert_eq!(joined(&placed, Placed::status_words).len(), 3);
        assert!(spans[0].text.ends_with("(U4)"), "{}", spans[0].text);
    }
    #[test]
    fn what_a_return_left_open_is_not_drawn_beyond_its_last_day() {
        let open = Placed {
            known_until: Some(date(2026, 3, 31)),
            reported: true,
            ..sample(date(2025, 1, 1), None, "U4", "C2")
        };
        let grown_up = Placed { ended: Some(date(2026, 8, 1)), ..open.clone() };
        assert_eq!(joined(&[grown_up], Placed::place_words)[0].until, Some(date(2026, 4, 1)));
        let spans = joined(&[open], Placed::place_words);
        assert_eq!(spans[0].until, Some(date(2026, 4, 1)));
        assert!(spans[0].text.contains("not known since"), "{}", spans[0].text);
    }
}
