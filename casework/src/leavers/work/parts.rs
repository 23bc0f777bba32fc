//! The parts of a life as the page of it shows them: each row says what is known, or that nothing is.
use super::{
    activity, adults, assessment, bid, category, children, disability, documents, health_history, home, immigration,
    introduced, judged, learning,
    life::{Line, Part, lower},
    living_with, money, opportunity, referral, release, savings, staying, support, threatened,
};
use crate::{
    page::{
        parts::Row,
        words::{Colour, ago, count, pounds},
    },
    people::words::labelled,
};
use practice::{
    Date, Fact as F, History, Norms,
    day::words,
    leavers::{
        Fact, holds,
        living::{self, Document, Home},
        money::{self as sums, Money},
        owed::{Level, owed_under},
        papers,
        settling::{self, Bid, HandOver},
    },
};

pub fn home(h: &History, today: Date) -> Part {
    let now = living::homes(h).into_iter().rfind(|home| home.began.on <= today && home.ended.is_none());
    let in_care = h.care().periods.iter().any(|p| p.holds(today) && !p.short_breaks);
    let mut rows = match (&now, in_care) {
        (None, true) => vec![placed()],
        (now, _) => vec![lives(now.as_ref(), today)],
    };
    if let Some(now) = &now {
        rows.push(suitable(now));
        if now.of.is_custody() {
            rows.push(released(now, today));
        }
    }
    rows.extend(at_risk(h, now.as_ref(), today));
    for (close, key, by) in
        [(false, "Staying put", &staying::PUT_REVIEWED), (true, "Staying close", &staying::CLOSE_ENDED)]
    {
        if let Some((began, with)) = settling::staying(h, today, close) {
            rows.push(Line::new(key, format!("{with}, since {}", words(began.on)), by));
        }
    }
    let said = |(on, home, bid): (Date, &str, Bid)| format!("{home}: {} ({})", bid.words().to_lowercase(), words(on));
    let bids: Vec<String> = settling::bids(h, today).into_iter().map(said).collect();
    if !bids.is_empty() {
        rows.push(
            Line::new("Bids for homes", count(bids.len() as i64, "bid", "bids"), &bid::BID).detail(bids.join("; ")),
        );
    }
    let mut more = vec![&home::LEFT, &threatened::THREATENED, &referral::REFERRAL, &bid::BID];
    match settling::staying(h, today, false) {
        Some(_) => more.push(&staying::PUT_ENDED),
        None => more.push(&staying::PUT),
    }
    if settling::staying(h, today, true).is_none() {
        more.push(&staying::CLOSE);
    }
    more.extend([&living_with::WITH, &living_with::ENDED]);
    Part { title: "Where they live", rows, more }
}
/// Who is looked after lives where they were placed.
fn placed() -> Line {
    let row = Row::new("Home", "Looked after: placements and legal status say where");
    Line { row, by: None }
}
fn lives(now: Option<&Home>, today: Date) -> Line {
    let Some(now) = now else { return Line::missing("Home", &home::HOME) };
    let place = labelled("s903.accommodation", &now.of.accommodation);
    let place = place.replace(" - suitable", "").replace(" - unsuitable", "");
    let with = [now.of.with.clone(), now.of.postcode.clone().unwrap_or_default()];
    let with: Vec<String> = with.into_iter().filter(|w| !w.is_empty()).collect();
    let since = format!("Since {} ({})", words(now.began.on), ago(now.began.on, today));
    let line = Line::new("Home", place, &home::HOME);
    let line = line.detail([vec![since], with].concat().join("; "));
    match (now.of.is_custody(), now.of.is_emergency()) {
        (true, _) => line.tag("In custody", Colour::Orange),
        (_, true) => line.tag("Emergency", Colour::Red),
        _ => line,
    }
}
fn suitable(now: &Home) -> Line {
    let why: Vec<&str> = now.of.unsuitable.iter().map(|u| u.words()).collect();
    let line = Line::new("Suitability", "", &judged::JUDGED).detail(why.join("; "));
    match now.of.is_suitable() {
        true => line.tag("Suitable", Colour::Green),
        false => line.tag("Not suitable", Colour::Red),
    }
}
fn released(now: &Home, today: Date) -> Line {
    match now.of.release {
        None => Line::missing("Day of release", &release::RELEASE),
        Some(day) => Line::new("Day of release", format!("{} ({})", words(day), ago(day, today)), &release::RELEASE)
            .detail("A home, money and somebody to meet them are needed by then"),
    }
}
/// They may lose the home that they have now, and whether housing knows.
fn at_risk(h: &History, now: Option<&Home>, today: Date) -> Option<Line> {
    let since = now.map_or(Date::MIN, |home| home.began.on);
    let here = h.all().filter(|k| k.happened >= since && k.happened <= today);
    let (mut threat, mut referred) = (None, None);
    for k in here {
        match &k.fact {
            F::Leavers(Fact::HomelessnessThreatened { within_56_days, agrees_to_referral }) => {
                threat = Some((k.happened, *within_56_days, *agrees_to_referral));
            }
            F::Leavers(Fact::HousingReferralMade { authority }) => referred = Some((k.happened, authority.clone())),
            _ => {}
        }
    }
    let (on, soon, agrees) = threat?;
    let said = match (referred.filter(|(day, _)| *day >= on), agrees) {
        (Some((day, to)), _) => format!("Referred to {to} on {}", words(day)),
        (None, Some(false)) => "They did not want to be referred to housing".into(),
        (None, _) => "Not referred to housing yet".into(),
    };
    let value = if soon { "Likely within 56 days" } else { "Possible, not within 56 days" };
    let line = Line::new("May lose their home", value, &referral::REFERRAL);
    Some(line.tag("At risk", Colour::Red).detail(format!("Known since {}. {said}", words(on))))
}
pub fn doing(h: &History, today: Date) -> Part {
    let now = match living::activity_on(h, today) {
        None => Line::missing("Work or learning", &activity::BEGAN),
        Some(a) => {
            let mut began =
                h.all().filter(|k| matches!(k.fact, F::Leavers(Fact::ActivityBegan(_))) && k.happened <= today);
            let since = began.next_back().map(|k| format!("Since {}", words(k.happened)));
            let until = a.ends.map(|day| format!("until {}", words(day)));
            let with = Some(a.with.clone()).filter(|w| !w.is_empty());
            let detail: Vec<String> = [since, until, with].into_iter().flatten().collect();
            let line = Line::new("Work or learning", labelled("s903.activity", &a.activity), &activity::BEGAN);
            let line = line.detail(detail.join("; "));
            if a.is_neither() { line.tag("Neither work nor learning", Colour::Orange) } else { line }
        }
    };
    let offers = h.all().filter(|k| k.happened <= today).filter_map(|k| match &k.fact {
        F::Leavers(Fact::OpportunityOffered { what, with_the_council, taken }) => {
            let council = if *with_the_council { " with the council" } else { "" };
            let taken = if *taken { "taken" } else { "not taken" };
            Some(format!("{}{council} on {}, {taken}", what.words(), words(k.happened)))
        }
        _ => None,
    });
    let mut offers: Vec<String> = offers.collect();
    offers.reverse();
    let offered = match offers.first() {
        None => Line::new("Offers", "None recorded", &opportunity::OFFERED),
        Some(last) => Line::new("Offers", last.clone(), &opportunity::OFFERED).detail(offers[1..].join("; ")),
    };
    Part { title: "What they do", rows: vec![now, offered], more: vec![&activity::ENDED, &learning::LEARNING] }
}
pub fn money(h: &History, norms: &Norms, today: Date) -> Part {
    let allowance = allowance(h, norms, today);
    let others = Money::ALL.into_iter().filter(|m| *m != Money::SettingUpHome);
    let others = others.map(|m| (m, sums::given(h, m, today))).filter(|(_, pence)| *pence > 0);
    let others = others.map(|(m, pence)| Line::new(m.words(), format!("{} given", pounds(pence)), &money::GIVEN));
    let known = sums::savings(h, today);
    let known =
        known.iter().map(|(kind, day, pence)| format!("{}: {} on {}", kind.words(), pounds(*pence), words(*day)));
    let known: Vec<String> = known.collect();
    let savings = match known.is_empty() {
        true => Line::missing("Savings", &savings::SAVINGS),
        false => Line::new("Savings", known.join("; "), &savings::SAVINGS),
    };
    Part {
        title: "Money",
        rows: allowance.into_iter().chain(others).chain([savings]).collect(),
        more: vec![&money::GIVEN],
    }
}
/// As the status that holds owes it; nothing where it owes none and none was given.
fn allowance(h: &History, norms: &Norms, today: Date) -> Option<Line> {
    let given = sums::given(h, Money::SettingUpHome, today);
    let owed = owed_under(holds(h, norms, today).held, norms, today);
    let level = owed.into_iter().find(|o| o.duty.code == "setting_up_home").map(|o| o.level);
    let left = pounds(sums::left_to_set_up_home(h, norms, today));
    let value = match level {
        Some(Level::Must) => format!("{left} left"),
        Some(Level::Plan) => format!("{left} to be planned for"),
        Some(Level::May | Level::Offer) => format!("Up to {left}, at the council’s discretion"),
        None if given > 0 => format!("{} given", pounds(given)),
        None => return None,
    };
    let detail = format!("{} given; the council sets the allowance", pounds(given));
    Some(Line::new("Setting up home", value, &money::GIVEN).detail(detail))
}
pub fn papers(h: &History, today: Date) -> Part {
    let documents = match papers::documents(h, today) {
        None => Line::missing("Documents", &documents::HELD),
        Some((on, held)) => {
            let missing = Document::ALL.into_iter().filter(|d| !held.contains(d)).map(|d| lower(d.words()));
            let missing = missing.collect::<Vec<_>>().join(", ");
            let line = Line::new("Documents", format!("{} of {}", held.len(), Document::ALL.len()), &documents::HELD);
            match missing.as_str() {
                "" => line.tag("All held", Colour::Green).detail(format!("On {}", words(on))),
                _ => line.tag("Some missing", Colour::Yellow).detail(format!("Missing: {missing}")),
            }
        }
    };
    let mut rows = vec![documents];
    if let Some(i) = papers::immigration(h, today) {
        let status = labelled("local.immigration_status", i.status);
        let line = Line::new("Immigration", status, &immigration::STATUS);
        rows.push(match i.expires {
            None => line.detail(format!("Since {}", words(i.said))),
            Some(day) if day < today => line.tag("Run out", Colour::Red).detail(format!("On {}", words(day))),
            Some(day) => line.detail(format!("Runs out on {} ({})", words(day), ago(day, today))),
        });
    }
    for (by, what) in papers::immigration_deadlines(h, today) {
        let line = Line::new("Immigration deadline", what, &immigration::MET);
        let line = line.detail(format!("By {} ({})", words(by), ago(by, today)));
        rows.push(if by < today { line.tag("Overdue", Colour::Red) } else { line });
    }
    Part { title: "Documents and immigration", rows, more: vec![&immigration::STATUS, &immigration::DEADLINE] }
}
pub fn health(h: &History, today: Date) -> Part {
    let offered = papers::health_history(h, today);
    let history = match offered.last() {
        None => Line::missing("Health history", &health_history::OFFERED),
        Some((on, true)) => {
            Line::new("Health history", format!("Theirs since {}", words(*on)), &health_history::OFFERED)
        }
        Some((on, false)) => {
            let times = count(offered.len() as i64, "time", "times");
            let value = format!("Not wanted on {}", words(*on));
            let line = Line::new("Health history", value, &health_history::OFFERED).tag("Offer again", Colour::Yellow);
            line.detail(format!("Offered {times}"))
        }
    };
    let mut disabled = h.all().filter(|k| k.happened <= today).filter_map(|k| match &k.fact {
        F::Disability(practice::disability::Fact::DisabilitiesLearned { disabilities }) => Some(disabilities),
        _ => None,
    });
    let disabled = disabled.next_back().cloned();
    let line = match &disabled {
        None => Line::missing("Disabilities", &disability::DISABILITIES),
        Some(codes) => {
            let said: Vec<String> = codes.iter().map(|code| labelled("cin.disability", code)).collect();
            Line::new("Disabilities", said.join(", "), &disability::DISABILITIES)
        }
    };
    let mut rows = vec![history, line];
    let step = settling::hand_over(h, today);
    let is_disabled = disabled.is_some_and(|codes| codes.iter().any(|code| code != "NONE"));
    match step {
        Some((on, step)) => {
            let line = Line::new("Adults’ services", step.words(), &adults::STEP).detail(format!("On {}", words(on)));
            let done = matches!(step, HandOver::HandedOver | HandOver::NotEligible | HandOver::Declined);
            rows.push(if done { line } else { line.tag("Under way", Colour::Blue) });
        }
        None if is_disabled => rows.push(Line::missing("Adults’ services", &adults::STEP)),
        None => {}
    }
    Part { title: "Health and disability", rows, more: vec![&adults::STEP] }
}
pub fn family(h: &History, today: Date) -> Part {
    let line = match settling::own_children(h, today) {
        None => Line::missing("Children of their own", &children::CHILDREN),
        Some(own) => {
            let value = if own.children == 0 { "None".into() } else { count(own.children, "child", "children") };
            let live = match own.live_with_them {
                Some(true) => Some("Live with them".to_string()),
                Some(false) => Some("Do not live with them".to_string()),
                None => None,
            };
            let due = own.expected.filter(|day| *day >= today).map(|day| format!("One expected on {}", words(day)));
            let said: Vec<String> =
                [live, due, Some(format!("Said on {}", words(own.said)))].into_iter().flatten().collect();
            Line::new("Children of their own", value, &children::CHILDREN).detail(said.join("; "))
        }
    };
    Part { title: "Family of their own", rows: vec![line], more: vec![] }
}
/// Adviser met, needs assessed, support asked for.
pub fn preparing(h: &History, today: Date) -> Part {
    let last = |is: fn(&Fact) -> bool| {
        let mut said = h.all().filter(|k| k.happened <= today && matches!(&k.fact, F::Leavers(f) if is(f)));
        said.next_back().map(|k| k.happened)
    };
    let met = match last(|f| matches!(f, Fact::AdviserIntroduced)) {
        Some(day) => Line::new("Met their adviser", words(day), &introduced::INTRODUCED),
        None => Line::new("Met their adviser", "Not recorded as an introduction", &introduced::INTRODUCED),
    };
    let began = last(|f| matches!(f, Fact::NeedsAssessmentBegan));
    let done = last(|f| matches!(f, Fact::NeedsAssessmentCompleted));
    let assessed = match (began, done) {
        (Some(began), done) if done.is_none_or(|done| done < began) => {
            let line = Line::new("Assessment of needs", format!("Begun on {}", words(began)), &assessment::COMPLETED);
            line.tag("Under way", Colour::Blue)
        }
        (_, Some(done)) => Line::new("Assessment of needs", format!("Complete on {}", words(done)), &assessment::BEGAN),
        (_, None) => Line::missing("Assessment of needs", &assessment::COMPLETED),
    };
    let asked = last(|f| matches!(f, Fact::SupportRequested));
    let no_longer = last(|f| matches!(f, Fact::SupportNoLongerWanted));
    let support = asked.filter(|day| no_longer.is_none_or(|no| no < *day));
    let support = support.map(|day| Line::new("Asked for support", words(day), &support::NO_LONGER));
    let more = vec![&assessment::BEGAN, &category::RECORDED, &support::ASKED];
    Part { title: "Preparation and support", rows: [met, assessed].into_iter().chain(support).collect(), more }
}
