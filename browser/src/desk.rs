//! What a page asks of the rules, without a browser.
use returns::{
    Delivery, File, NotRead, Unreadable,
    check::{Asked, Checked, Level, Loaded, Report, check, collection_name, load},
    open_file,
};
use serde_json::{Value, json};

/// Room for the returns of a region; the page's own memory is the limit.
const MOST_BYTES: u64 = 600_000_000;
const ROWS_ON_A_PAGE: usize = 100;

#[derive(Default)]
pub struct Desk {
    /// The files of the year that is checked, then those of each earlier year.
    years: Vec<Vec<File>>,
    done: Option<(Loaded, Checked)>,
}
impl Desk {
    /// A file, its name before its bytes.
    pub fn take(&mut self, said: &[u8], name: usize, earlier: usize) {
        let (name, bytes) = said.split_at(name.min(said.len()));
        self.years.resize_with(self.years.len().max(earlier + 1), Vec::new);
        self.years[earlier].push(File { name: String::from_utf8_lossy(name).into_owned(), bytes: bytes.to_vec() });
    }
    pub fn check(&mut self, year: Option<i16>) -> Vec<u8> {
        let said = match self.checked(year) {
            Ok(said) => said,
            Err(refused) => json!({ "refused": format!("{} {}. {}", refused.file, refused.why, refused.todo) }),
        };
        said.to_string().into_bytes()
    }
    fn checked(&mut self, year: Option<i16>) -> Result<Value, Unreadable> {
        let mut deliveries = std::mem::take(&mut self.years).into_iter().map(delivery);
        let this = deliveries.next().unwrap_or_else(|| Ok(Delivery::default()))?;
        let prior =
            deliveries.filter(|d| d.as_ref().map_or(true, |d| !d.files.is_empty())).collect::<Result<Vec<_>, _>>()?;
        let loaded = load(&this, &prior, &Asked { year, ..Asked::default() })?;
        let checked = check(&loaded.book);
        let (loaded, checked) = self.done.insert((loaded, checked));
        let report = report(loaded, checked);
        let rules: Vec<Value> = report
            .by_rule()
            .into_iter()
            .map(|(rule, n)| {
                json!({ "code": rule.code, "n": n, "query": rule.level == Level::Query, "wrong": rule.wrong,
                        "why": rule.why, "todo": rule.todo })
            })
            .collect();
        let not_read = loaded.not_read.iter().map(|n| format!("{} was not read: it {}.", n.file, n.why));
        Ok(json!({
            "title": loaded.book.form.which.title(), "collection": collection_name(loaded.book.given.year),
            "rules_of": collection_name(checked.rules_of), "children": loaded.book.children(), "asked": checked.ran,
            "errors": report.errors(), "queries": checked.findings.len() - report.errors(),
            "skipped": checked.skipped.len(), "undecided": checked.undecided.len(), "rules": rules,
            "notes": loaded.notes.iter().cloned().chain(not_read).collect::<Vec<_>>(),
        }))
    }
    /// A page of one of the three lists.
    pub fn find(&self, asked: &[u8]) -> Vec<u8> {
        let asked: Value = serde_json::from_slice(asked).unwrap_or_default();
        let text = |name: &str| asked[name].as_str().unwrap_or_default().trim().to_owned();
        let (list, rule, child) = (text("list"), text("rule"), text("child"));
        let from = asked["from"].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let Some((loaded, checked)) = &self.done else { return b"{\"rows\":[],\"n\":0}".to_vec() };
        let report = report(loaded, checked);
        let is_meant = |code: &str, of: &str| {
            (rule.is_empty() || code.eq_ignore_ascii_case(&rule))
                && (child.is_empty() || of.eq_ignore_ascii_case(&child))
        };
        let rows: Vec<Value> = match list.as_str() {
            "skipped" => checked
                .skipped
                .iter()
                .filter(|s| is_meant(s.rule.code, &child))
                .map(|s| json!([s.rule.code, report.lacking(&s.lacking)]))
                .collect(),
            "undecided" => {
                let place = |u| (u, report.undecided_rows(u));
                let meant = checked.undecided.iter().map(place).filter(|(u, (of, ..))| is_meant(u.rule.code, of));
                meant
                    .map(|(u, (of, table, row))| json!([u.rule.code, of, table, row, report.unclear(u.unclear)]))
                    .collect()
            }
            _ => {
                let meant = report.lines().filter(|l| is_meant(l.rule.code, l.child));
                meant.map(|l| json!([l.rule.code, l.child, l.table, l.row, l.cells])).collect()
            }
        };
        let n = rows.len();
        let rows: Vec<Value> = rows.into_iter().skip(from).take(ROWS_ON_A_PAGE).collect();
        json!({ "rows": rows, "n": n, "from": from, "most": ROWS_ON_A_PAGE }).to_string().into_bytes()
    }
    pub fn report(&self, form: u32) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some((loaded, checked)) = &self.done {
            let report = report(loaded, checked);
            let written = match form {
                0 => report.write_csv(&mut out),
                1 => report.write_html(&mut out),
                _ => report.write_json(&mut out),
            };
            written.expect("memory takes what is written");
        }
        out
    }
}
fn report<'a>(loaded: &'a Loaded, checked: &'a Checked) -> Report<'a> {
    Report { book: &loaded.book, checked, notes: &loaded.notes, not_read: &loaded.not_read }
}
/// One file may be a zip of all; several are read as a folder is, in the order of their names, however they were
/// chosen.
fn delivery(mut files: Vec<File>) -> Result<Delivery, Unreadable> {
    if files.len() == 1 {
        return open_file(files.remove(0), MOST_BYTES);
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let (files, rest): (Vec<File>, _) = files.into_iter().partition(|f| f.name.to_lowercase().ends_with(".csv"));
    let not_read = |f: File| NotRead { file: f.name, why: "is not a CSV file".to_owned() };
    Ok(Delivery { files, not_read: rest.into_iter().map(not_read).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EPISODES: &str =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC\n1,01/05/2026,S,C2,N1,U4,30/04/2026\n2,01/05/2026,S,C2,N1,U4,\n";

    fn with(files: &[(&str, &str)]) -> Desk {
        let mut desk = Desk::default();
        for (name, text) in files {
            desk.take(format!("{name}{text}").as_bytes(), name.len(), 0);
        }
        desk
    }
    fn json(bytes: &[u8]) -> Value {
        serde_json::from_slice(bytes).unwrap()
    }
    #[test]
    fn a_page_learns_what_is_wrong_and_finds_it_by_rule_and_child() {
        let mut desk = with(&[("episodes.csv", EPISODES)]);
        let said = json(&desk.check(None));
        assert_eq!((&said["collection"], &said["children"]), (&json!("2026/27"), &json!(2)));
        let found = json(&desk.find(br#"{"list":"findings","rule":"356","child":"1","from":0}"#));
        assert_eq!(found["rows"], json!([["356", "1", "Episodes", 2, [["DECOM", "01/05/2026"]]]]));
        assert_eq!(json(&desk.find(br#"{"rule":"356","child":"2"}"#))["n"], 0);
        assert!(json(&desk.find(br#"{"list":"skipped"}"#))["n"].as_u64() > Some(0), "there is no Header");
        assert!(String::from_utf8(desk.report(0)).unwrap().contains("finding,356,error"));
        assert!(String::from_utf8(desk.report(1)).unwrap().starts_with("<!doctype html>"));
    }
    #[test]
    fn files_are_read_as_those_of_a_folder_are() {
        let mut desk = with(&[("notes.txt", "of the return"), ("episodes.csv", EPISODES)]);
        assert_eq!(json(&desk.check(None))["notes"], json!(["notes.txt was not read: it is not a CSV file."]));
        let report = json(&desk.report(2));
        assert_eq!((&report["not_read"][0]["file"], &report["children"]), (&json!("notes.txt"), &json!(2)));
    }
    #[test]
    fn what_cannot_be_read_is_said_and_nothing_breaks() {
        let said = json(&with(&[("a.csv", "hello\n")]).check(None));
        assert!(said["refused"].as_str().unwrap().contains("headings of no table"), "{said}");
        assert!(json(&Desk::default().check(None))["refused"].is_string(), "no file at all");
        assert_eq!(json(&Desk::default().find(b"not json"))["n"], 0);
        assert!(Desk::default().report(0).is_empty());
    }
}
