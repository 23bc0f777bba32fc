//! Statuses of care leavers in words.
use crate::page::words::{Colour, Tag};
use practice::leavers::{
    By, Category, News, PlanState, Queue, Status,
    measures::{Measure, Says},
    owed::Level,
};

/// What the row says that decided.
pub fn says(s: &Status) -> String {
    match s.as_far_as_known {
        Some(row) => format!("As far as we hold: {}. More may be true", lower(row.says)),
        None => s.row.says.to_string(),
    }
}
/// The row, and the days.
pub fn because(s: &Status) -> String {
    match s.days.count == 0 && s.days.spells.is_empty() {
        true => says(s),
        false => format!("{}. {}", says(s), capital(&s.days.words())),
    }
}
pub fn by(by: By) -> &'static str {
    match by {
        By::Computed => "computed",
        By::Recorded => "recorded",
        By::Decided => "decided",
    }
}
/// Why that status holds and no other.
pub fn by_words(by: &str) -> &'static str {
    match by {
        "recorded" => "As somebody recorded it: it owes more than what is computed",
        "decided" => "As a manager decided",
        _ => "By the law, as computed",
    }
}
pub fn category_tag(category: Category) -> Tag {
    let colour = match category {
        Category::Eligible | Category::Relevant | Category::FormerRelevant => Colour::Blue,
        Category::Qualifying | Category::QualifyingBySgo => Colour::Teal,
        Category::NotKnown => Colour::Purple,
        Category::None => Colour::Grey,
    };
    Tag::new(category.words(), colour)
}
pub fn queue_tag(queue: Queue) -> Tag {
    match queue {
        Queue::Differs => Tag::new("Record and law differ", Colour::Red),
        Queue::NotRecorded => Tag::new("No category recorded", Colour::Yellow),
        Queue::NotKnown => Tag::new("Not known", Colour::Purple),
    }
}
pub fn band_words(band: &str) -> &'static str {
    match band {
        "16_17" => "at 16 and 17",
        "16_20" => "from 16 to 20",
        "18_20_FULL" => "from 18 to 20",
        "21_24_ETE" => "from 21 to 24, in education or training or wishing to be",
        "21_24_REQUESTED" => "from 21 to 24, having asked for support",
        "21_24_KEEP_IN_TOUCH" => "from 21 to 24: support is offered every year",
        "21_24_ETE_S24B" => "from 21 to 24, help with education and training only",
        "UNDER_16" => "under 16",
        "DECEASED" => "died",
        "SHORT_BREAKS" => "in short breaks only",
        "LOOKED_AFTER_NOT_YET_ELIGIBLE" => "looked after, not yet for thirteen weeks",
        "AGED_OUT_21" => "qualified up to 21",
        "AGED_OUT_25" => "25 or over",
        _ => "",
    }
}
pub fn level_words(level: Level) -> &'static str {
    match level {
        Level::Must => "Must",
        Level::May => "May",
        Level::Offer => "Offer",
        Level::Plan => "Plan for it",
    }
}
/// How sure we are of a source; nothing where its wording was read.
pub fn unsure(mark: &str) -> Option<&'static str> {
    match mark {
        "F" => None,
        "K-H" => Some("known well from practice; its wording was not checked"),
        _ => Some("from practice; check it before you rely on it"),
    }
}
/// What a measure says of somebody, where it is not well; `in_touch` says why nobody is asked.
pub fn said_tag(m: &Measure, says: Says, in_touch: Option<&str>) -> Option<Tag> {
    match says {
        Says::Yes => None,
        Says::No => Some(Tag::new(m.is_not, Colour::Red)),
        Says::NotKnown => Some(Tag::new(m.is_not_known, Colour::Purple)),
        Says::LeftOut => match in_touch? {
            "RHOM" => Some(Tag::new("At home with a parent", Colour::Grey)),
            "REFU" => Some(Tag::new("Chose to be left alone", Colour::Grey)),
            _ => None,
        },
    }
}
/// `wanted`: the law asks for one.
pub fn plan_tag(state: PlanState, wanted: bool) -> Option<Tag> {
    match state {
        PlanState::Stale => Some(Tag::new("Plan stale", Colour::Red)),
        PlanState::None if wanted => Some(Tag::new("No plan", Colour::Red)),
        PlanState::Coming => Some(Tag::new("Plan not yet in force", Colour::Yellow)),
        PlanState::None | PlanState::OnPaper | PlanState::InForce => None,
    }
}
/// A code's label without its examples: `Independent living`.
pub fn short(label: &str) -> String {
    let ends = [" (", ", e.g.", " - ", "; "].into_iter().filter_map(|mark| label.find(mark)).min();
    label[..ends.unwrap_or(label.len())].to_owned()
}
/// What the adviser is told when a fact changed a status.
pub fn changed(news: &News) -> String {
    let (was, is) = (news.was, news.is);
    if was == is && news.decided {
        let held = is.held.words();
        return format!("A manager decided the leaving care status: {held}. Leaving care on the record says why.");
    }
    if was.held != is.held {
        let differs = match is.computed == is.held {
            true => String::new(),
            false => format!(" By computation alone it would be: {}.", is.computed.words()),
        };
        return format!(
            "The leaving care status is now: {}. It was: {}.{differs} Leaving care on the record says why.",
            is.held.words(),
            was.held.words()
        );
    }
    format!(
        "What was recorded makes another leaving care status: {}, and before it {}. Until a manager decides, this \
         holds: {}.",
        is.computed.words(),
        lower(was.computed.words()),
        is.held.words()
    )
}
pub fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
fn capital(text: &str) -> String {
    crate::page::words::capital(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        Id, Timestamp,
        leavers::{Stand, owed::DUTIES},
    };

    #[test]
    fn a_change_says_what_was_and_what_holds_now() {
        let turn = |was: (Category, Category), is: (Category, Category)| {
            let stand = |(computed, held)| Stand { computed, held };
            let (fact, recorded, decided) = (Id::nil(), Timestamp::UNIX_EPOCH, was == is);
            changed(&News { fact, recorded, was: stand(was), is: stand(is), decided })
        };
        use Category::{Qualifying, Relevant};
        let up = turn((Qualifying, Qualifying), (Relevant, Relevant));
        assert!(up.starts_with("The leaving care status is now: Relevant child. It was: Qualifying young person. "));
        let down = turn((Relevant, Relevant), (Qualifying, Relevant));
        let stays = turn((Relevant, Relevant), (Relevant, Relevant));
        assert!(stays.starts_with("A manager decided the leaving care status: Relevant child."), "{stays}");
        assert!(down.ends_with("Until a manager decides, this holds: Relevant child."), "{down}");
    }
    #[test]
    fn every_source_that_was_not_read_says_so() {
        assert!(unsure("F").is_none());
        assert!(DUTIES.iter().filter(|d| d.mark != "F").all(|d| unsure(d.mark).is_some()));
    }
}
