//! Relationships said the other way round: who records that Jane is Maya's mother has said that Maya
//! is Jane's daughter.

/// What the first is to the second, when the second is `relation` to the first. `sex` is the first's.
/// `None` for a relation that we cannot turn round.
pub fn inverse(relation: &str, sex: Option<&str>) -> Option<String> {
    let relation = relation.trim().to_lowercase().replace('-', " ");
    let relation = relation.strip_prefix("unborn ").unwrap_or(&relation);
    let kinds = ["half ", "step ", "adoptive ", "adopted ", "foster ", "maternal ", "paternal "];
    let kind = kinds.into_iter().find(|k| relation.starts_with(k)).unwrap_or_default();
    let one_word = ["stepmother", "stepfather", "stepsister", "stepbrother", "stepson", "stepdaughter"];
    let (kind, bare) = match one_word.contains(&relation) {
        true => ("step ", &relation[4..]),
        false => (kind, &relation[kind.len()..]),
    };
    let by_sex = |female: &str, male: &str, either: &str| {
        let word = match sex {
            Some("F") => female,
            Some("M") => male,
            _ => either,
        };
        word.to_string()
    };
    let turned = match bare {
        "mother" | "father" | "parent" => by_sex("daughter", "son", "child"),
        "daughter" | "son" | "child" => by_sex("mother", "father", "parent"),
        "sister" | "brother" | "sibling" => by_sex("sister", "brother", "brother or sister"),
        "twin" | "cousin" | "friend" | "partner" => bare.to_string(),
        "grandmother" | "grandfather" | "grandparent" => by_sex("granddaughter", "grandson", "grandchild"),
        "granddaughter" | "grandson" | "grandchild" => by_sex("grandmother", "grandfather", "grandparent"),
        "aunt" | "uncle" => by_sex("niece", "nephew", "niece or nephew"),
        "niece" | "nephew" => by_sex("aunt", "uncle", "aunt or uncle"),
        "carer" => "child in their care".into(),
        _ => return None,
    };
    // On whose side a grandmother stands says nothing of her grandchild.
    let kind = if matches!(kind, "maternal " | "paternal ") || bare == "carer" { "" } else { kind };
    let kind = match (kind, bare) {
        ("adoptive ", _) => "adopted ",
        ("adopted ", "daughter" | "son" | "child") => "adoptive ",
        _ => kind,
    };
    Some(format!("{kind}{turned}"))
}

#[cfg(test)]
mod tests {
    use super::inverse;

    #[test]
    fn a_mother_of_is_a_child_of() {
        let cases = [
            ("mother", Some("F"), "daughter"),
            ("Father", None, "child"),
            ("son", Some("F"), "mother"),
            ("half brother", Some("F"), "half sister"),
            ("step-father", Some("M"), "step son"),
            ("stepmother", None, "step child"),
            ("unborn sibling", Some("M"), "brother"),
            ("sister", Some("U"), "brother or sister"),
            ("maternal grandmother", Some("M"), "grandson"),
            ("uncle", Some("F"), "niece"),
            ("adoptive mother", Some("M"), "adopted son"),
            ("foster carer", Some("M"), "child in their care"),
            ("twin", None, "twin"),
        ];
        for (relation, sex, turned) in cases {
            assert_eq!(inverse(relation, sex).as_deref(), Some(turned), "{relation}");
        }
        assert_eq!(inverse("neighbour's dog walker", None), None, "it is not guessed");
    }
}
