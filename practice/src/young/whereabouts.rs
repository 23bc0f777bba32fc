//! Where somebody lives never shows on a young person's page by a slip: words that a worker wrote for them are looked at
//! before they are kept, and again whenever they are shown, as an address may come to be kept from somebody later.
use crate::{
    history::History,
    letters::{KeptFrom, Kind, safe::ways},
};

/// Why these words are held back, for the worker who wrote them; `None` where nothing in them says where anybody lives.
pub fn tells_where(h: &History, words: &str) -> Option<String> {
    let tokens: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).collect();
    if let Some(postcode) = postcode(&tokens) {
        return Some(format!("“{postcode}” is a postcode: take it out, as it says where somebody lives"));
    }
    if let Some(street) = house_and_street(&tokens) {
        return Some(format!("“{street}” is an address: take it out, and say the place in other words"));
    }
    let kept = ways(h).into_iter().filter(|k| k.way.kept_from != KeptFrom::NoOne);
    let named = kept.map(|k| k.way).find(|way| holds(&tokens, words, way.kind, &way.reaches))?;
    let what = match named.kind {
        Kind::Post => "an address",
        Kind::Email => "an e-mail address",
        Kind::Phone => "a number",
    };
    Some(format!("They hold {what} of the young person’s that the record keeps from others: take it out"))
}
/// Outward and inward part, in one word or in two: `NG7 5AB`.
fn postcode(tokens: &[&str]) -> Option<String> {
    let whole = tokens.iter().find(|t| t.is_ascii() && t.len() >= 5 && is_postcode(t, t.len() - 3));
    let parted = || tokens.windows(2).find(|two| is_postcode(&two.concat(), two[0].len()));
    whole.map(|t| t.to_string()).or_else(|| parted().map(|two| two.join(" ")))
}
fn is_postcode(text: &str, outward: usize) -> bool {
    let (Some(out), Some(inward)) = (text.get(..outward), text.get(outward..)) else { return false };
    let shape = |part: &str| -> String {
        part.chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    '9'
                } else if c.is_ascii_alphabetic() {
                    'A'
                } else {
                    '?'
                }
            })
            .collect()
    };
    let out = shape(out);
    ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(&out.as_str()) && shape(inward) == "9AA"
}
const STREETS: [&str; 17] = [
    "Road", "Street", "Lane", "Avenue", "Close", "Drive", "Way", "Court", "Crescent", "Terrace", "Gardens", "Place",
    "Row", "Grove", "Walk", "Hill", "Rd",
];
/// `4 Mill Row`, `12a Old Mill Lane`: a number of a house, a name, a street. The café on Ash Road is none.
fn house_and_street(tokens: &[&str]) -> Option<String> {
    let house = |t: &str| t.starts_with(|c: char| c.is_ascii_digit()) && t.len() <= 5;
    let name = |t: &&str| t.starts_with(char::is_uppercase);
    let found = |long: usize| {
        tokens
            .windows(long)
            .find(|w| house(w[0]) && w[1..].iter().all(name) && w.last().is_some_and(|last| STREETS.contains(last)))
    };
    found(3).or_else(|| found(4)).map(|w| w.join(" "))
}
fn plain(token: &&str) -> String {
    token.to_lowercase()
}
fn holds(tokens: &[&str], words: &str, kind: Kind, reaches: &str) -> bool {
    match kind {
        Kind::Email => words.to_lowercase().contains(&reaches.trim().to_lowercase()),
        Kind::Phone => same_number(words, reaches),
        Kind::Post => {
            // A town alone says nothing: the first line does, and any that holds a number.
            let telling = |(n, line): &(usize, &str)| *n == 0 || line.contains(|c: char| c.is_ascii_digit());
            let said: Vec<String> = tokens.iter().map(plain).collect();
            reaches.lines().enumerate().filter(telling).any(|(_, line)| {
                let line: Vec<String> = line
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|t| !t.is_empty())
                    .map(str::to_lowercase)
                    .collect();
                !line.is_empty() && said.windows(line.len()).any(|part| part == line)
            })
        }
    }
}
/// However it is spaced, and with the code of the country or without.
pub(crate) fn same_number(words: &str, number: &str) -> bool {
    const NATIONAL: usize = 9;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = digits(number);
    let Some(last) = number.len().checked_sub(NATIONAL).map(|from| &number[from..]) else { return false };
    digits(words).contains(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Story,
        day::date,
        fact::Id,
        letters::{Fact, Way},
    };

    fn said(s: &Story, words: &str) -> Option<String> {
        tells_where(&s.history(date(2026, 11, 22)), words)
    }
    #[test]
    fn a_postcode_of_any_shape_is_held_back() {
        for postcode in ["M1 1AA", "M60 1NW", "NG7 5AB", "NG10 1AA", "W1A 0AX", "EC1A 1BB", "ng75ab"] {
            assert!(said(&Story::default(), &format!("Come to {postcode} today")).is_some(), "{postcode}");
        }
        for other in ["bus 35", "room B12", "at 10am", "form P45 2"] {
            assert_eq!(said(&Story::default(), other), None, "{other}");
        }
    }
    fn way(s: &mut Story, n: u128, kind: Kind, reaches: &str, kept_from: KeptFrom) {
        let (how, when) = (String::new(), String::new());
        let way = Way {
            way: Id::from_u128(n),
            kind,
            reaches: reaches.into(),
            safe: Some(true),
            how,
            when,
            until: None,
            kept_from,
        };
        s.on("2026-11-02", Fact::WayKnown(Box::new(way)));
    }
    #[test]
    fn a_postcode_and_a_house_in_a_street_are_held_back_whoevers_they_are() {
        let s = Story::default();
        for words in ["Mum is at NG7 5AB now", "at ng75ab.", "It is SW1A 1AA!", "4 Mill Row", "go to 12a Old Mill Lane"]
        {
            assert!(said(&s, words).is_some(), "{words}");
        }
        for words in [
            "Your bus pass came. Devon brings it when you meet.",
            "The café on Ash Road, at 3pm",
            "It is 10 minutes down the road",
            "You are on row 5 of the list",
            "Room B3 on the 4th floor",
            "",
        ] {
            assert_eq!(said(&s, words), None, "{words}");
        }
    }
    #[test]
    fn what_the_record_keeps_from_others_is_held_back_however_it_is_written() {
        let mut s = Story::default();
        way(&mut s, 1, Kind::Post, "Rose House\nPO Box 12\nDerby", KeptFrom::Everyone);
        way(&mut s, 2, Kind::Phone, "07700 900 982", KeptFrom::These(vec!["mother".into()]));
        way(&mut s, 3, Kind::Email, "kai@example.org", KeptFrom::Everyone);
        for words in ["rose house", "write to po box 12", "+44 7700900982", "07700-900-982", "KAI@example.org"] {
            assert!(said(&s, words).is_some_and(|why| why.contains("keeps from others")), "{words}");
        }
        assert_eq!(said(&s, "See you in Derby"), None, "a town alone");
        let mut open = Story::default();
        way(&mut open, 1, Kind::Post, "Rose House\nDerby", KeptFrom::NoOne);
        assert_eq!(said(&open, "rose house"), None, "her own, and kept from nobody");
    }
}
