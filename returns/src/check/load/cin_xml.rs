//! The XML of the census, laid out as the tables that its rules speak of.
use super::{Loading, all_columns};
use crate::{
    check::TableNo,
    cin::columns::{
        ASSESSMENT_FACTORS, ASSESSMENTS, CHILD_CHARACTERISTICS, CHILD_IDENTIFIERS, CHILD_PROTECTION_PLANS, CIN_DETAILS,
        CIN_PLAN_DATES, DISABILITIES, HEADER, PRE_PROCEEDINGS, REVIEWS, SECTION_47, TABLES,
    },
    delivery::Unreadable,
    xml::{self, Node},
};

pub(super) fn read(file: &str, text: &str, year: u8, loading: &mut Loading) -> Result<(), Unreadable> {
    for table in 0..u8::try_from(TABLES.len()).unwrap_or(u8::MAX) {
        for place in all_columns(loading.form, TableNo(table)) {
            loading.draft.has_place(year, TableNo(table), place);
        }
    }
    let paths: &[&[&str]] = &[&["Message", "Header"], &["Message", "Children", "Child"]];
    let mut children = 0;
    xml::each(file, text, paths, |node| {
        match node.name.as_str() {
            "Header" => header(&node, year, loading),
            _ => {
                children += 1;
                child(&node, year, loading);
            }
        }
        Ok(())
    })?;
    match children {
        0 => Err(Unreadable::new(file, "is not a CIN census: it holds no child", "Give the XML of the census.")),
        _ => Ok(()),
    }
}
fn header(node: &Node, year: u8, loading: &mut Loading) {
    let leaves: Vec<&Node> = node.nodes.iter().flat_map(|group| &group.nodes).collect();
    let said = |name: &str| leaves.iter().find(|n| n.name == name).map(|n| n.text.trim()).filter(|t| !t.is_empty());
    let head = &mut loading.head;
    head.reference_date = said("ReferenceDate").and_then(loading.form.day);
    head.year = said("Year").and_then(|y| y.parse().ok()).or(head.reference_date.map(crate::read::year_of));
    head.authority = said("LEA").map(str::to_owned);
    row(HEADER, year, &[], leaves.iter().copied(), loading);
}

fn child(child: &Node, year: u8, loading: &mut Loading) {
    let id = child.node("ChildIdentifiers").and_then(|i| i.said("LAchildID")).unwrap_or_default();
    let mut ids = Ids { child: id, referrals: 0, assessments: 0, plans: 0 };
    for node in &child.nodes {
        match node.name.as_str() {
            "ChildIdentifiers" => row(CHILD_IDENTIFIERS, year, &[], &node.nodes, loading),
            "ChildCharacteristics" => {
                row(CHILD_CHARACTERISTICS, year, &[(0, id)], &node.nodes, loading);
                for list in node.nodes.iter().filter(|n| n.name == "Disabilities") {
                    for one in &list.nodes {
                        row(DISABILITIES, year, &[(0, id)], [one], loading);
                    }
                }
            }
            "CINdetails" => referral(node, &mut ids, year, loading),
            _ => {}
        }
    }
}
/// Referrals, assessments and plans have no ids of their own: they are counted.
struct Ids<'a> {
    child: &'a str,
    referrals: u32,
    assessments: u32,
    plans: u32,
}
fn referral(node: &Node, ids: &mut Ids, year: u8, loading: &mut Loading) {
    ids.referrals += 1;
    let referral = ids.referrals.to_string();
    let of = [(0, ids.child), (1, referral.as_str())];
    row(CIN_DETAILS, year, &of, &node.nodes, loading);
    for part in &node.nodes {
        match part.name.as_str() {
            "Assessments" => {
                ids.assessments += 1;
                let assessment = ids.assessments.to_string();
                let of = [of[0], of[1], (2, assessment.as_str())];
                let wrapped = part.nodes.iter().filter(|n| !n.is_leaf()).flat_map(|n| &n.nodes);
                let factors: Vec<&Node> = part.nodes.iter().chain(wrapped).filter(|n| is_factor(n)).collect();
                let all = factors.iter().map(|n| n.text.trim()).collect::<Vec<_>>().join(",");
                let of_row = [of[0], of[1], of[2], (6, all.as_str())];
                row(ASSESSMENTS, year, &of_row, part.nodes.iter().filter(|n| !is_factor(n)), loading);
                for factor in factors {
                    let cells = [of[0], of[1], of[2], (3, factor.text.as_str())];
                    row(ASSESSMENT_FACTORS, year, &cells, [], loading);
                }
            }
            "CINPlanDates" => row(CIN_PLAN_DATES, year, &of, &part.nodes, loading),
            "Section47" => row(SECTION_47, year, &of, &part.nodes, loading),
            "ChildProtectionPlans" => {
                ids.plans += 1;
                let plan = ids.plans.to_string();
                let of = [of[0], of[1], (2, plan.as_str())];
                row(CHILD_PROTECTION_PLANS, year, &of, &part.nodes, loading);
                for review in part.nodes.iter().filter(|n| n.name == "Reviews") {
                    for one in &review.nodes {
                        row(REVIEWS, year, &of, [one], loading);
                    }
                }
            }
            "PreProceedingsandFGDM" => row(PRE_PROCEEDINGS, year, &of, &part.nodes, loading),
            _ => {}
        }
    }
}
fn is_factor(node: &Node) -> bool {
    node.name == "AssessmentFactors" && node.is_leaf()
}
/// The leaves that are columns of the table, and what is said of all its rows here; said twice, the first stands.
fn row<'a>(
    table: TableNo,
    year: u8,
    of: &[(usize, &'a str)],
    leaves: impl IntoIterator<Item = &'a Node>,
    loading: &mut Loading,
) {
    let spec = loading.form.spec(table);
    let mut cells: Vec<(usize, &str)> = of.to_vec();
    for leaf in leaves.into_iter().filter(|n| n.is_leaf()) {
        if let Some(place) = spec.place(&leaf.name)
            && !cells.iter().any(|(p, _)| *p == place)
        {
            cells.push((place, leaf.text.as_str()));
        }
    }
    let number = loading.draft.rows(year, table) + 1;
    loading.draft.row(year, table, number, cells);
}
