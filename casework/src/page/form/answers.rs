//! What a browser sent: names and values in order, a name as often as its boxes were ticked.
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    pub fn of(pairs: &[(&str, &str)]) -> Answers {
        Answers(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }
    /// From the query of an address; what cannot be read is left out.
    pub fn of_query(query: &str) -> Answers {
        serde_urlencoded::from_str(query).map(Answers).unwrap_or_default()
    }
    /// Trimmed, with lines ending as they do here and not as HTTP ends them.
    pub fn one(&self, name: &str) -> Option<String> {
        self.all(name).next()
    }
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let named = self.0.iter().filter(move |(n, _)| n == name);
        named.map(|(_, value)| value.trim().replace("\r\n", "\n")).filter(|value| !value.is_empty())
    }
    /// The query with some names given anew; a `None` takes one out. For links that keep what is filtered.
    pub fn query_with(&self, anew: &[(&str, Option<&str>)]) -> String {
        let kept = self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        let kept = kept.filter(|(name, value)| !value.is_empty() && !anew.iter().any(|(n, _)| n == name));
        let pairs: Vec<_> = kept.chain(anew.iter().filter_map(|(n, v)| v.map(|v| (*n, v)))).collect();
        format!("?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }
    /// The pairs of these names give way to those of other answers.
    pub fn replace(&mut self, names: &[String], with: &Answers) {
        let named = |name: &str| names.iter().any(|n| n == name);
        self.0.retain(|(name, _)| !named(name));
        self.0.extend(with.0.iter().filter(|(name, value)| named(name) && !value.is_empty()).cloned());
    }
    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }
    pub fn retain(&mut self, keep: impl Fn(&str, &str) -> bool) {
        self.0.retain(|(name, value)| keep(name, value));
    }
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Answers, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Answers;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("the fields of a form")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
                // The kernel hands over each name once, with all that was sent under it.
                let mut pairs = vec![];
                while let Some((name, values)) = map.next_entry::<String, Vec<String>>()? {
                    pairs.extend(values.into_iter().map(|value| (name.clone(), value)));
                }
                Ok(Answers(pairs))
            }
        }
        from.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_with_every_ticked_box() {
        let sent = Answers::of_query("seen=yes&who=mother&who=brother&note=+a%0D%0Ab+&empty=");
        assert_eq!(sent.one("seen").as_deref(), Some("yes"));
        assert_eq!(sent.all("who").collect::<Vec<_>>(), ["mother", "brother"]);
        assert_eq!(sent.one("note").as_deref(), Some("a\nb"));
        assert_eq!(sent.one("empty"), None);
    }
    #[test]
    fn a_form_keeps_every_ticked_box_on_its_way_through_the_kernel() {
        let named = [("seen", vec!["yes"]), ("who", vec!["mother", "brother"])];
        let from = serde::de::value::MapDeserializer::<_, serde::de::value::Error>::new(named.into_iter());
        assert_eq!(
            Answers::deserialize(from),
            Ok(Answers::of(&[("seen", "yes"), ("who", "mother"), ("who", "brother")]))
        );
    }
    #[test]
    fn a_link_keeps_the_filters_and_changes_one() {
        let asked = Answers::of_query("team=north&page=3&sort=due");
        assert_eq!(asked.query_with(&[("page", None), ("sort", Some("child"))]), "?team=north&sort=child");
    }
}
