//! The XML form of the 903. It says of each child what the CSV form says in twelve tables; an element
//! is recognised by what it holds, as a CSV file is by its headings.
use crate::{
    delivery::Unreadable,
    problem::Wrong,
    read::Reader,
    ssda903::{HEADER, TABLES, UASC, column_name},
    table::{Row, Table},
    xml::{self, Node},
};
use std::{borrow::Cow, sync::Arc};

/// Columns that many tables have, and so tell nothing.
const COMMON: &[&str] = &["CHILD", "SEX", "DOB"];

pub(crate) fn read(file: &Arc<str>, text: &str, reader: &mut Reader) -> Result<(), Unreadable> {
    xml::each(file, text, &[&["EXPSSDA903", "CHILD"]], |node| child(file, &node, reader))
}

type Cells<'a> = Vec<(usize, Cow<'a, str>)>;

fn child(file: &Arc<str>, child: &Node, reader: &mut Reader) -> Result<(), Unreadable> {
    let none = Node::default();
    let header = child.node("HEADER").unwrap_or(&none);
    let (leaves, groups): (Vec<&Node>, Vec<&Node>) = header.nodes.iter().partition(|n| n.is_leaf());
    let text = |name: &str| leaves.iter().find(|n| column_name(&n.name) == name).map_or("", |n| n.text.as_str());
    let common: Vec<(&str, &str)> = COMMON.iter().map(|name| (*name, text(name))).collect();

    take(file, &HEADER, cells(&HEADER, &common, &leaves), reader)?;
    let is_asylum_seeker = matches!(text("UASC").trim(), "1" | "true") || !text("DUC").trim().is_empty();
    for table in TABLES.iter().filter(|t| t.name != HEADER.name) {
        // What HEADER holds beside the Header: the asylum status, an adoption, a care leaver's birthday.
        let own = cells(table, &[], &leaves);
        let says = own.iter().any(|(c, text)| !COMMON.contains(&table.columns[*c].name) && !text.trim().is_empty());
        if says || table.name == UASC.name && is_asylum_seeker {
            take(file, table, cells(table, &common, &leaves), reader)?;
        }
    }
    let groups = groups.into_iter().chain(child.nodes.iter().filter(|n| n.name != "HEADER"));
    for group in groups {
        let leaves: Vec<&Node> = group.nodes.iter().collect();
        match leaves.iter().find_map(|leaf| table_with(&column_name(&leaf.name))) {
            Some(table) => {
                unknown(file, table, &leaves, &common, reader);
                take(file, table, cells(table, &common, &leaves), reader)?;
            }
            None if group.is_leaf() && group.text.trim().is_empty() => {}
            None => unknown(file, &HEADER, &[group], &common, reader),
        }
    }
    let stray: Vec<&Node> = leaves.into_iter().filter(|n| !is_known(n)).collect();
    unknown(file, &HEADER, &stray, &common, reader);
    Ok(())
}
fn table_with(column: &str) -> Option<&'static Table> {
    TABLES.iter().find(|t| !COMMON.contains(&column) && t.column(column).is_some()).copied()
}
fn is_known(leaf: &Node) -> bool {
    let name = column_name(&leaf.name);
    COMMON.contains(&name.as_str()) || table_with(&name).is_some()
}
/// The leaves that are columns of the table; what is said of the child holds for all the child's rows.
fn cells<'a>(table: &Table, common: &[(&str, &'a str)], leaves: &[&'a Node]) -> Cells<'a> {
    let said = common.iter().filter_map(|(name, text)| Some((table.column(name)?, Cow::Borrowed(*text))));
    let own = leaves.iter().filter_map(|leaf| {
        let name = column_name(&leaf.name);
        let is_said = common.iter().any(|(common, _)| *common == name);
        (!is_said).then_some(())?;
        Some((table.column(&name)?, Cow::Borrowed(leaf.text.as_str())))
    });
    said.chain(own).collect()
}
fn take(file: &Arc<str>, table: &'static Table, cells: Cells, reader: &mut Reader) -> Result<(), Unreadable> {
    let number = u32::try_from(reader.has(table, file).rows + 1).unwrap_or(u32::MAX);
    reader.take(&Row { table, file, number, cells, lacking: &[] })
}
fn unknown(file: &Arc<str>, table: &'static Table, nodes: &[&Node], common: &[(&str, &str)], reader: &mut Reader) {
    let number = u32::try_from(reader.has(table, file).rows).unwrap_or(u32::MAX);
    let id = common.iter().filter(|(n, _)| *n == table.id()).map(|(_, id)| (0, Cow::Borrowed(*id)));
    let row = Row { table, file, number, cells: id.collect(), lacking: &[] };
    for node in nodes {
        let name = column_name(&node.name);
        if !COMMON.contains(&name.as_str()) && (!node.is_leaf() || table.column(&name).is_none()) {
            let mut problem = row.problem("", &node.text, Wrong::OutOfPlace);
            problem.column = Cow::Owned(crate::problem::cut(&node.name));
            reader.problems.push(problem);
        }
    }
}
