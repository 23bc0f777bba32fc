//! The XML form of the 903. It says of each child what the CSV form says in twelve tables; an element
//! is recognised by what it holds, as a CSV file is by its headings.
use crate::{
    delivery::Unreadable,
    problem::{Problem, Wrong},
    read::Reader,
    ssda903::{HEADER, TABLES, UASC, column_name},
    table::{Row, Table},
    xml::{self, Node},
};
use std::{borrow::Cow, sync::Arc};

/// Columns that many tables have, and so tell nothing.
pub(crate) const COMMON: &[&str] = &["CHILD", "SEX", "DOB"];

/// Where the rows go: to the facts of an import, or to the book that is checked.
pub(crate) trait Sink {
    /// How many rows the table has so far; from then on the delivery has it.
    fn rows(&mut self, table: &'static Table, file: &Arc<str>) -> usize;
    fn take(&mut self, row: &Row) -> Result<(), Unreadable>;
    fn problem(&mut self, problem: Problem);
}
impl Sink for Reader<'_> {
    fn rows(&mut self, table: &'static Table, file: &Arc<str>) -> usize {
        self.has(table, file).rows
    }
    fn take(&mut self, row: &Row) -> Result<(), Unreadable> {
        Reader::take(self, row)
    }
    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

pub(crate) fn read(file: &Arc<str>, text: &str, reader: &mut impl Sink) -> Result<(), Unreadable> {
    xml::each(file, text, &[&["EXPSSDA903", "CHILD"]], |node| child(file, &node, reader))
}

type Cells<'a> = Vec<(usize, Cow<'a, str>)>;

fn child(file: &Arc<str>, child: &Node, reader: &mut impl Sink) -> Result<(), Unreadable> {
    let none = Node::default();
    let header = child.node("HEADER").unwrap_or(&none);
    let (leaves, groups): (Vec<&Node>, Vec<&Node>) = header.nodes.iter().partition(|n| n.is_leaf());
    let text = |name: &str| leaves.iter().find(|n| column_name(&n.name) == name).map_or("", |n| n.text.as_str());
    let common: Vec<(&str, &str)> = COMMON.iter().map(|name| (*name, text(name))).collect();

    take(file, &HEADER, cells(&HEADER, &[], &leaves), reader)?;
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
    let stray = leaves.into_iter().filter(|n| !is_known(n)).chain(child.with_stray_text()).collect::<Vec<_>>();
    unknown(file, &HEADER, &stray, &common, reader);
    Ok(())
}
fn table_with(column: &str) -> Option<&'static Table> {
    TABLES.iter().find(|t| !COMMON.contains(&column) && t.column(column).is_some()).copied()
}
fn is_known(leaf: &Node) -> bool {
    let name = column_name(&leaf.name);
    COMMON.contains(&&*name) || table_with(&name).is_some()
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
fn take(file: &Arc<str>, table: &'static Table, cells: Cells, reader: &mut impl Sink) -> Result<(), Unreadable> {
    let number = u32::try_from(reader.rows(table, file) + 1).unwrap_or(u32::MAX);
    reader.take(&Row { table, file, number, cells, lacking: &[] })
}
fn unknown(file: &Arc<str>, table: &'static Table, nodes: &[&Node], common: &[(&str, &str)], reader: &mut impl Sink) {
    let number = u32::try_from(reader.rows(table, file)).unwrap_or(u32::MAX);
    let id = common.iter().filter(|(n, _)| *n == table.id()).map(|(_, id)| (0, Cow::Borrowed(*id)));
    let row = Row { table, file, number, cells: id.collect(), lacking: &[] };
    for node in nodes {
        let name = column_name(&node.name);
        if !COMMON.contains(&&*name) && (!node.is_leaf() || table.column(&name).is_none()) {
            let mut problem = row.problem("", &node.text, Wrong::OutOfPlace);
            problem.column = Cow::Owned(crate::problem::cut(&node.name));
            reader.problem(problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Delivery, File, Taken, Wrong, read, read::tests::ask};

    fn taken(text: &str) -> Taken {
        let file = File { name: "903.xml".to_owned(), bytes: text.as_bytes().to_vec() };
        read(&Delivery::of(vec![file]), &ask()).unwrap_or_else(|refused| panic!("{refused}"))
    }
    const HEADER: &str =
        "<CHILDID>1</CHILDID><UPN>A123456789012</UPN><SEX>2</SEX><DOB>01/02/2010</DOB><ETHNIC>WBRI</ETHNIC>";
    const EPISODE: &str =
        "<EPISODE><DECOM>03/05/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC/></EPISODE>";

    #[test]
    fn the_xml_says_the_same_as_the_tables() {
        let taken = taken(&format!(
            "<EXPSSDA903><CHILD><HEADER>{HEADER}<UASC>0</UASC><MOTHER/><MC_DOB/>\
             <AREVIEW><REVIEW>03/06/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>\
             <PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE></HEADER>{EPISODE}</CHILD></EXPSSDA903>"
        ));
        let tables: Vec<_> = taken.tables.iter().map(|t| (t.table, t.facts)).collect();
        assert_eq!(tables, [("Header", 1), ("Reviews", 1), ("PrevPerm", 1), ("Episodes", 1)]);
        assert!(taken.problems.is_empty(), "{:?}", taken.problems);
        assert!(taken.rows.iter().all(|r| r.child() == "1"));
        let said = format!("{:?}", taken.rows[1].fact);
        assert!(said.contains("01/02/2010"), "the child's birth date stands for each of its rows: {said}");
    }
    #[test]
    fn an_adoption_a_leaver_and_an_asylum_seeker_are_told_by_what_header_holds() {
        let taken = taken(&format!(
            "<EXPSSDA903><CHILD><HEADER>{HEADER}<UASC>1</UASC><DUC>01/02/2028</DUC>\
             <DATE_INT>01/05/2025</DATE_INT><DATE_MATCH>01/05/2025</DATE_MATCH><FOSTER_CARE>1</FOSTER_CARE>\
             <NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MF</SEX_ADOPTR><LS_ADOPTR>L0</LS_ADOPTR>\
             <IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM></HEADER>{EPISODE}</CHILD></EXPSSDA903>"
        ));
        let tables: Vec<_> = taken.tables.iter().map(|t| t.table).collect();
        assert_eq!(tables, ["Header", "UASC", "OC3", "AD1", "Episodes"]);
        assert!(taken.problems.is_empty(), "{:?}", taken.problems);
    }
    #[test]
    fn what_is_not_of_the_return_is_named() {
        let taken = taken(&format!(
            "<EXPSSDA903><CHILD><HEADER>{HEADER}<SHOE>4</SHOE><AHAT><SIZE>7</SIZE></AHAT><DOB/><DOB>01/01/2011</DOB>stray</HEADER>{EPISODE}</CHILD></EXPSSDA903>"
        ));
        let strange: Vec<_> = taken.problems.iter().map(|p| (p.column.as_ref(), p.wrong.clone())).collect();
        let expected = [
            ("DOB", Wrong::SaidTwice),
            ("AHAT", Wrong::OutOfPlace),
            ("SHOE", Wrong::OutOfPlace),
            ("HEADER", Wrong::OutOfPlace),
        ];
        assert_eq!(strange, expected);
    }
}
