//! {title}: say in a line whose question this page answers.
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome},
    page::{Page, Sample, given},
};
use kernel::{{Leave}, Leave as _};

pub const PAGE: Page = Page { name: "{part}/{name}.html", source: include_str!("{name}.html"), samples };

/// `GET {path}`
pub async fn show(may: {Leave}<ViewChild>) -> Answer {
    Ok(PAGE.show(chrome(&may, "{title}", None), given! { today => may.today() }))
}
fn samples() -> Vec<Sample> {
    vec![Sample { name: "a day", context: given! { today => practice::day::date(2026, 11, 22) } }]
}
