//! Each episode of care, and what the child is in law on the day of deriving.
use kernel::{About, Derived, Kind::*, Table, column};
use practice::{
    Date, History, Norms, care, day, protection,
    status::{Answer, Status},
};

pub const TABLES: &[Table] = &[
    Table {
        name: "episode",
        whose: "child",
        about: About::Child,
        columns: &[
            column("began", Day),
            column("ended", Day),
            column("known_until", Day),
            column("place", Text),
            column("provider", Text),
            column("legal_status", Text),
            column("need", Text),
            column("short_break", Flag),
            column("temporary", Flag),
            column("reported", Flag),
        ],
        indexes: &[],
        counted: &[],
    },
    // Only what holds, or is not known: what a child is not has no row.
    Table {
        name: "status",
        whose: "child",
        about: About::Child,
        columns: &[
            column("status", Text),
            column("answer", Text),
            column("since", Day),
            column("words", Text),
            column("rule", Text),
        ],
        indexes: &["status, answer"],
        counted: &[],
    },
];

pub fn rows(h: &History, norms: &Norms, out: &mut Derived) {
    if !h.person().registered {
        return;
    }
    for episode in h.care().periods.iter().flat_map(|p| &p.episodes) {
        let p = &episode.placement;
        out.row(
            "episode",
            vec![
                episode.began.on.into(),
                episode.until.into(),
                episode.known_until.into(),
                p.place.as_str().into(),
                p.provider.clone().into(),
                p.legal_status.as_str().into(),
                p.need.clone().into(),
                episode.short_break().into(),
                episode.temporary().into(),
                episode.reported.into(),
            ],
        );
    }
    let statuses = [
        ("looked_after", care::looked_after(h, norms, h.today).status),
        ("protection_plan", protection::on_protection_plan(h, norms, h.today)),
        ("in_need", protection::in_need(h, norms, h.today)),
    ];
    for (name, status) in statuses {
        // A plan that no source could know of is no news about a child whom nothing speaks of.
        if let Some(answer) = answer(&status) {
            let reason = status.reasons.first();
            out.row(
                "status",
                vec![
                    name.into(),
                    answer.into(),
                    status.since.into(),
                    reason.map(|r| r.words.clone()).into(),
                    reason.map(|r| r.rule).into(),
                ],
            );
        }
    }
    if let Some((answer, since, words)) = missing(h) {
        out.row("status", vec!["missing".into(), answer.into(), since.into(), words.into(), MISSING.into()]);
    }
}
const MISSING: &str = "A child is missing from being reported so until somebody says that they were found \
                       (Statutory guidance on children who run away or go missing from home or care, 2014)";
/// Missing now: gone, and not found since. What a return left open is not known since its last day.
fn missing(h: &History) -> Option<(&'static str, Date, String)> {
    let adult = h.birthday(18).is_some_and(|b| b <= h.today);
    let last = h.times_missing().last().filter(|t| t.found.is_none() && h.person().died.is_none())?;
    let went = last.went?;
    let since = went.at.map_or_else(|| day::words(went.on), day::words_at);
    match (last.reported, adult) {
        (false, _) => Some(("yes", went.on, format!("Missing since {since}"))),
        (true, false) => Some((
            "not_known",
            went.on,
            format!("Missing since {since}; a return left it open, and nobody has said anything since"),
        )),
        (true, true) => None,
    }
}
fn answer(status: &Status) -> Option<&'static str> {
    match status.answer {
        Answer::Yes => Some("yes"),
        Answer::NotKnown if status.since.is_some() => Some("not_known"),
        Answer::NotKnown | Answer::No => None,
    }
}
