//! Who is out of touch, for the lists: since when, what was tried, whom somebody asked.
use crate::people::words;
use kernel::{About, Derived, Kind::*, Table, Value, column, personal};
use practice::{
    Fact as F, History, Kept, Norms,
    day::words as day_words,
    leavers::{
        Fact,
        lost::{Touch, touch},
        touch::Search,
    },
};

/// A row for everybody with whom an adviser must keep in touch.
pub const TABLES: &[Table] = &[Table {
    name: "in_touch",
    whose: "child",
    about: About::Child,
    columns: &[
        column("spoken", Day),
        // The day from which weeks are counted: the last contact, or the beginning of the duty.
        column("since", Day),
        // The last day on which they are in touch, by the need that was rated.
        column("lapses", Day),
        column("away", Day),
        column("attempts", Int),
        column("asked", Int),
        // The last who answered where they are did not know.
        column("in_vain", Flag),
        column("not_known", Flag),
        column("next", Text),
        column("next_from", Day),
        // A line for each attempt and each who was asked.
        personal("tried", Text),
    ],
    indexes: &["since"],
    counted: &[],
}];

pub fn rows(h: &History, norms: &Norms, out: &mut Derived) {
    if let Some(touch) = touch(h, norms, h.today) {
        out.row("in_touch", row(h, &touch));
    }
}
fn row(h: &History, t: &Touch) -> Vec<Value> {
    let attempts = t.tried.iter().map(|k| (k.happened, tried(k)));
    let asked = t.asked.iter().map(|s| (s.asked.on, searched(h, s)));
    let mut lines: Vec<_> = attempts.chain(asked).collect();
    lines.sort_by_key(|(on, _)| *on);
    let lines: Vec<String> = lines.into_iter().map(|(on, what)| format!("{}: {what}", day_words(on))).collect();
    vec![
        t.spoken.into(),
        Some(t.since).into(),
        Some(t.lapses).into(),
        t.away.into(),
        (t.tried.len() as i64).into(),
        (t.asked.len() as i64).into(),
        t.looked_for_in_vain().into(),
        t.not_known.into(),
        t.next.as_ref().map(|n| n.step.what.words()).into(),
        t.next.as_ref().map(|n| n.from).into(),
        lines.join("\n").into(),
    ]
}
fn tried(k: &Kept) -> String {
    match &k.fact {
        F::Leavers(Fact::Contacted(c)) => format!("{}, {}", c.how.words(), c.came_of_it.words()),
        F::People(_) => "Visit, not seen".into(),
        F::Leavers(Fact::ReconnectPlanMade { words }) => format!("How they are to be found: {}", plain(words)),
        other => words::of(other).title,
    }
}
/// One of several in a line.
fn plain(words: &str) -> String {
    words.trim().trim_end_matches('.').replace('\n', " ")
}
fn searched(h: &History, s: &Search) -> String {
    let said = |fact| match h.kept(fact).map(|k| &k.fact) {
        Some(F::Leavers(Fact::SearchAnswered { words, .. })) if !words.is_empty() => format!(": {}", plain(words)),
        _ => String::new(),
    };
    let answer = match s.answered {
        None => "no answer yet".into(),
        Some((e, true)) => format!("they knew{}", said(e.fact)),
        Some((e, false)) => format!("they did not know{}", said(e.fact)),
    };
    format!("Asked {}, {answer}", s.of.words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        care::{self, Placement},
        case::Story,
        day::date,
        leavers::touch::{By, CameOfIt, Contact, How, Source},
    };

    #[test]
    fn what_was_tried_stands_in_the_order_of_its_days() {
        let mut s = Story::default();
        s.born("2006-03-10");
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        let (childs_words, notes) = (String::new(), String::new());
        let rang = Contact { how: How::Call, came_of_it: CameOfIt::NoAnswer, by: By::Adviser, childs_words, notes };
        s.on("2019-06-01", care::Fact::PlacementBegan(placed))
            .on("2026-09-22", Fact::SearchAsked { who: Source::Housing })
            .on("2026-08-17", Fact::Contacted(rang))
            .on("2026-09-30", Fact::SearchAnswered { who: Source::Housing, known: false, words: "Not here.".into() });
        let h = s.history(date(2026, 11, 22));
        let row = row(&h, &touch(&h, &s.norms, h.today).unwrap());
        assert_eq!(row.len(), TABLES[0].columns.len());
        let said = "17 August 2026: Call, no answer\n\
                    22 September 2026: Asked the housing department, they did not know: Not here";
        assert_eq!(row.last(), Some(&Value::from(said)));
        assert_eq!((&row[0], &row[6]), (&Value::from(None::<practice::Date>), &Value::from(true)));
    }
}
