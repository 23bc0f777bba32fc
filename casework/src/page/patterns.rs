//! Every component with something in it, on one page, to be looked at. Public, and only in a town.
use super::{
    Answers, Asked, Cell, Chrome, Column, Form, Link, Page, Sample, Table, choice, given,
    parts::{Badge, Event, Identity, Row},
    spans::{Lane, Picture, Span},
    words::{Colour, Tag},
    yes_no,
};
use axum::response::Response;
use minijinja::{Error, Value};
use practice::{Date, clock::Standing, day::date};

pub const PAGE: Page = Page { name: "page/patterns.html", source: include_str!("patterns.html"), samples };

pub fn show(chrome: Chrome) -> Response {
    let sample = samples().swap_remove(0);
    PAGE.show(Chrome { title: "Patterns".into(), ..chrome }, sample.context)
}

const TODAY: Date = date(2026, 11, 22);

fn samples() -> Vec<Sample> {
    let blank = Form::blank("token", visit);
    let sent = Answers::of(&[("on-day", "23"), ("on-month", "11"), ("words", "<b>I want to see my brother</b>")]);
    let (wrong, _) = Form::sent("token", sent, visit);
    let filled = context(wrong, table(73).ok());
    let empty = context(blank, table(0).ok());
    vec![Sample { name: "with errors", context: filled }, Sample { name: "empty", context: empty }]
}

fn context(form: Form, table: Option<Table>) -> Value {
    let (filter, _) = Form::asked(Answers::of_query("standing=overdue"), filter);
    given! {
        form, table, filter,
        identity => identity(),
        summary => summary(),
        events => events(),
        picture => picture().draw(),
        standings => Standing::ALL,
        moment => practice::day::moment(date(2026, 4, 3).at(17, 30, 0, 0)),
        no_day => None::<Date>,
    }
}

fn visit(f: &mut Form) -> Option<()> {
    let on = f.day("on", "Date of visit").not_after(TODAY).hint("For example, 27 3 2026").required("Enter the date");
    let seen =
        f.radios("alone", "Was the child seen alone?", yes_no()).required("Say whether the child was seen alone");
    let who = [choice(1, "mother", "Mother"), choice(2, "carer", "Carer").hint("Foster or kinship carer")];
    let _ = f.checkboxes("present", "Who else was there?", who).optional();
    let kinds = [choice(1, "statutory", "Statutory visit"), choice(2, "other", "Other visit")];
    f.select("kind", "Kind of visit", kinds).required("Choose the kind of visit");
    f.text("reference", "Reference").at_most(20).with("classes", "govuk-input--width-10").optional();
    f.heading("Amy, 7");
    f.textarea("words", "What Amy said").hint("In Amy’s own words").optional();
    f.hidden("version", "3");
    on.zip(seen).map(|_| ())
}

fn filter(f: &mut Form) -> Option<()> {
    let standings = Standing::ALL.map(|s| choice(s, format!("{s:?}").to_lowercase(), Tag::from(s).text));
    f.select("standing", "Standing", standings).optional();
    let kinds = [choice(1, "statutory", "Statutory"), choice(2, "local", "Local norm")];
    f.checkboxes("rule", "Kind of deadline", kinds).with("classes", "govuk-checkboxes--small").optional();
    Some(())
}

fn table(total: usize) -> Result<Table, Error> {
    const COLUMNS: &[Column] = &[
        Column::text("child", "Child").sorts(),
        Column::text("clock", "What is owed"),
        Column::text("due", "Due").sorts(),
        Column::text("standing", "Standing"),
        Column::number("late", "Days late").sorts(),
    ];
    let asked = Asked::of(COLUMNS, "due", Answers::of_query("page=1"));
    let row = |n: usize| {
        let standing = Standing::ALL[n % Standing::ALL.len()];
        vec![
            Cell::text(format!("Child {}", 1042 + n)).link(format!("/child/{}", 1042 + n)),
            Cell::text("Initial child protection conference")
                .detail("15 working days after 2 April 2026; Good Friday and Easter Monday do not count"),
            Cell::day((standing != Standing::NotKnown).then_some(date(2026, 4, 3))),
            Cell::standing(standing),
            Cell::number(i64::try_from(n).unwrap_or(0) * 111),
        ]
    };
    let rows: Vec<_> = (0..total.min(9)).map(row).collect();
    Table::new("What is owed", COLUMNS, &asked, &rows, total, ("deadline", "deadlines"))
}

fn identity() -> Identity {
    Identity {
        name: "Amelia Fell".into(),
        preferred: Some("Amy".into()),
        age: "aged 7, born 3 April 2019".into(),
        numbers: vec![("Child".into(), "1042".into()), ("UPN".into(), "A123456789012".into())],
        badges: vec![
            Badge::new("Protection plan", Colour::Red, "Neglect, since 3 April 2026"),
            Badge::new("Missing", Colour::Orange, "Not seen since 20 November 2026 at 5:30pm"),
            Badge::new("Allergy", Colour::Purple, "Peanuts: carries an adrenaline pen"),
        ],
        href: None,
    }
}

fn summary() -> Vec<Row> {
    let plan =
        Row { tag: Some(Standing::Overdue.into()), ..Row::new("Plan", "Review conference was due on 3 October 2026") };
    let lives =
        Row { detail: Some("Since 12 May 2026, with her brother".into()), ..Row::new("Lives", "With foster carers") };
    let seen = Row {
        action: Some(Link::new("/child/1042/visit", "Record a visit")),
        ..Row::new("Last seen", "20 November 2026, alone")
    };
    vec![plan, lives, seen]
}

fn events() -> Vec<Event> {
    let event = |id: &str, title: &str, on, text: &str| Event {
        id: id.into(),
        title: title.into(),
        on,
        by: None,
        tag: None,
        text: text.into(),
        words: None,
        links: vec![],
    };
    vec![
        Event {
            by: Some("Amina Yusuf".into()),
            words: Some("I like my room. I want to see Jack more.".into()),
            links: vec![Link::new("/child/1042/note/1", "Read the whole note")],
            ..event("f3", "Visit", date(2026, 11, 20), "Seen alone at home.\n\nThe bedroom was warm and tidy.")
        },
        Event {
            tag: Some(Tag::new("Significant", Colour::Magenta)),
            ..event("f2", "Placement began", date(2026, 5, 12), "With foster carers, together with her brother.")
        },
        event("f1", "Child protection plan began", date(2026, 4, 3), "Neglect."),
    ]
}

fn picture() -> Picture {
    let span = |text: &str, from, until| Span { text: text.into(), from, until };
    let placements = vec![
        span("Foster care", date(2022, 3, 1), Some(date(2023, 6, 14))),
        span("Children’s home", date(2023, 6, 14), Some(date(2023, 7, 2))),
        span("Foster care with her brother", date(2023, 7, 2), None),
    ];
    let status = vec![
        span("Section 20", date(2022, 3, 1), Some(date(2022, 9, 20))),
        span("Interim care order", date(2022, 9, 20), Some(date(2023, 5, 4))),
        span("Care order", date(2023, 5, 4), None),
    ];
    Picture {
        id: "history",
        title: "Placements and legal status since 1 March 2022".into(),
        from: date(2022, 3, 1),
        to: TODAY,
        lanes: vec![
            Lane { name: "Placement".into(), spans: placements },
            Lane { name: "Legal status".into(), spans: status },
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(sample: usize) -> String {
        let chrome = Chrome { about: Some("Amelia Fell".into()), ..Chrome::public("Patterns", TODAY, "n") };
        PAGE.html(&chrome, samples().swap_remove(sample).context).unwrap()
    }

    #[test]
    fn a_form_with_errors_says_so_in_the_title_at_the_top_and_at_each_field() {
        let html = html(0);
        assert!(html.contains("<title>Error: Patterns – Amelia Fell – Loxley</title>"));
        assert!(html.contains("<a href=\"#on-year\">Date of visit must include a year</a>"), "{html}");
        assert!(html.contains("id=\"on-error\"") && html.contains("aria-describedby=\"on-hint on-error\""));
    }
    #[test]
    fn what_was_typed_is_kept_and_escaped() {
        let html = html(0);
        assert!(html.contains("&lt;b&gt;I want to see my brother&lt;/b&gt;</textarea>"), "{html}");
        assert!(html.contains("name=\"on-day\" type=\"text\" value=\"23\""), "{html}");
    }
    #[test]
    fn a_form_that_is_new_has_no_error() {
        let html = html(1);
        assert!(
            html.contains("<title>Patterns – Amelia Fell – Loxley</title>") && !html.contains("govuk-error-message")
        );
    }
    #[test]
    fn an_empty_table_says_so_in_place_of_an_empty_frame() {
        let html = html(1);
        assert!(html.contains("No deadlines match") && !html.contains("What is owed</caption>"));
    }
}
