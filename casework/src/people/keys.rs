//! What a child is found by: each word of a name as it is written and as it sounds, the postcode
//! and its first half, the day of birth, every identifier. Keys are made here for the table and for
//! the question alike, so both databases find the same children.
use practice::people::{Identity, Person};
use rphonetic::{DoubleMetaphone, Encoder};

/// Names that are one name in different spelling, where sound alone does not tell: ours, to be added to.
const VARIANTS: &[&[&str]] = &[
    &["niamh", "neve", "nieve"],
    &["siobhan", "shivaun", "chevonne"],
    &["sian", "sharn"],
    &["aoife", "eefa"],
    &["caoimhe", "keeva", "kiva"],
    &["mohammed", "muhammad", "mohamed", "mohamad", "md"],
    &["yusuf", "yousef", "joseph"],
    &["katie", "kate", "catherine", "katherine", "kathryn"],
    &["liz", "elizabeth", "beth"],
    &["alex", "alexander", "alexandra"],
];

/// The keys of a person, as (kind, key); no key twice.
pub fn of(person: &Person) -> Vec<(&'static str, String)> {
    let who = &person.identity;
    let names = [&who.first_names, &who.family_name, &who.preferred_name];
    let mut keys: Vec<_> = names.into_iter().flatten().flat_map(|n| of_name(n)).collect();
    keys.extend(who.postcode.iter().flat_map(|p| of_postcode(p)));
    keys.extend(person.born.map(|b| ("born", b.to_string())));
    keys.extend(person.identifiers.iter().map(|(_, _, value)| ("identifier", plain(value))));
    keys.sort();
    keys.dedup();
    keys
}
/// The keys of what somebody typed, in any order: `nguyen 2014-05-03`, `NG7 amina`.
pub fn of_words(typed: &str) -> Vec<(&'static str, String)> {
    let words: Vec<&str> = typed.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let mut keys: Vec<_> = words.iter().flat_map(|w| of_name(w)).collect();
    keys.extend(words.iter().map(|w| ("identifier", plain(w))));
    keys.extend(words.iter().filter_map(|w| born(w)).map(|b| ("born", b)));
    keys.extend(words.iter().filter(|w| w.bytes().any(|b| b.is_ascii_digit())).map(|w| ("postcode", plain(w))));
    keys.extend(
        words
            .windows(2)
            .filter(|w| w[1].starts_with(|c: char| c.is_ascii_digit()))
            .map(|w| ("postcode", plain(&w.concat()))),
    );
    keys.sort();
    keys.dedup();
    keys
}
/// For sorting and for grouping a family: `okafor, ada`.
pub fn sort_name(who: &Identity) -> Option<String> {
    let family = plain_words(who.family_name.as_deref().unwrap_or_default());
    let first = plain_words(who.first_names.as_deref().unwrap_or_default());
    (!family.is_empty() || !first.is_empty()).then(|| format!("{}, {}", family.join(" "), first.join(" ")))
}

fn of_name(name: &str) -> Vec<(&'static str, String)> {
    plain_words(name)
        .into_iter()
        .filter(|w| w.chars().all(char::is_alphabetic))
        .flat_map(|w| {
            let sound = DoubleMetaphone::default().encode(&w);
            let same = VARIANTS.iter().find(|v| v.contains(&w.as_str())).map(|v| ("sound", v[0].to_string()));
            [Some(("name", w)), (!sound.is_empty()).then_some(("sound", sound)), same].into_iter().flatten()
        })
        .collect()
}
fn of_postcode(postcode: &str) -> Vec<(&'static str, String)> {
    let whole = plain(postcode);
    // The inward half is always a digit and two letters.
    let outward = whole.len().checked_sub(3).map(|n| whole[..n].to_string()).filter(|o| !o.is_empty());
    [Some(whole.clone()), outward].into_iter().flatten().filter(|p| !p.is_empty()).map(|p| ("postcode", p)).collect()
}
/// A day of birth as people type it: `3/5/2014`, `2014-05-03`.
fn born(word: &str) -> Option<String> {
    if let Ok(day) = word.parse::<practice::Date>() {
        return Some(day.to_string());
    }
    let parts: Vec<i16> = word.split(['/', '.', '-']).map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let [d, m, y] = parts[..] else { return None };
    practice::Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok().map(|d| d.to_string())
}
/// Lower case without accents, marks or spaces.
fn plain(text: &str) -> String {
    plain_words(text).concat()
}
fn plain_words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|w| w.chars().filter(|c| *c != '\'').map(unaccented).collect::<String>())
        .filter(|w| !w.is_empty())
        .collect()
}
/// The letters that names in England carry marks on.
fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> bool {
        let b = of_words(b);
        of_words(a).iter().any(|k| b.contains(k))
    }
    #[test]
    fn names_are_found_as_they_sound() {
        assert!(shared("Catherine", "Kathryn"));
        assert!(shared("Mohammed", "muhammad"));
        assert!(shared("Niamh", "Neve"), "by the table of variants");
        assert!(shared("Zoë", "zoe"));
        assert!(shared("O'Brien", "obrien"));
        assert!(!shared("Amina", "George"));
    }
    #[test]
    fn a_day_of_birth_is_found_however_it_is_typed() {
        assert!(shared("3/5/2014", "2014-05-03"));
        assert!(!shared("3/5/2014", "2014-05-04"));
    }
    #[test]
    fn a_part_of_a_postcode_is_enough() {
        let who = Identity { postcode: Some("NG7 5AB".into()), ..Identity::default() };
        let keys = of(&Person { identity: who, ..Person::default() });
        for typed in ["ng7", "NG75AB", "ng7 5ab"] {
            assert!(of_words(typed).iter().any(|k| keys.contains(k)), "{typed}");
        }
    }
    #[test]
    fn a_familys_children_sort_together() {
        let who = |first: &str| Identity {
            first_names: Some(first.into()),
            family_name: Some("Okafor".into()),
            ..Identity::default()
        };
        assert_eq!(sort_name(&who("Ada")), Some("okafor, ada".into()));
        assert_eq!(sort_name(&Identity::default()), None);
    }
}
