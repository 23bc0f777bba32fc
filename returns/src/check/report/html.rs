//! One page that needs nothing else: it opens from a folder, prints, and can be sent to a colleague.
use super::Report;
use crate::check::{Level, collection_name};
use std::{fmt, io};

const STYLE: &str = "body{font:16px/1.45 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#0b0c0c}\
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}table{border-collapse:collapse;width:100%}\
caption{text-align:left;font-weight:bold;padding:.3rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;\
border-bottom:1px solid #b1b4b6}td.n,th.n{text-align:right}mark{background:#ffdd00;padding:0 .15rem}\
.wide{overflow-x:auto}details{margin:.6rem 0}summary{cursor:pointer;font-weight:bold}@media print{details{break-inside:avoid}}";

struct Text<'a>(&'a str);
impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '&' => f.write_str("&amp;"),
            '"' => f.write_str("&quot;"),
            c => write!(f, "{c}"),
        })
    }
}

impl Report<'_> {
    pub fn write_html(&self, mut to: impl io::Write) -> io::Result<()> {
        let title = format!("{}, collection {}", self.book.form.which.title(), collection_name(self.book.given.year));
        write!(
            to,
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>{0}</title><style>{STYLE}</style></head><body><main><h1>{0}</h1>",
            Text(&title)
        )?;
        write!(to, "<pre>{}</pre>", Text(&self.to_string()))?;
        self.html_findings(&mut to)?;
        self.html_skipped(&mut to)?;
        self.html_undecided(&mut to)?;
        write!(to, "</main></body></html>")
    }
    fn html_findings(&self, to: &mut impl io::Write) -> io::Result<()> {
        write!(to, "<h2>What is wrong</h2>")?;
        if self.checked.findings.is_empty() {
            return write!(to, "<p>Nothing that was asked.</p>");
        }
        let lines: Vec<_> = self.lines().collect();
        for (rule, n) in self.by_rule() {
            let level = if rule.level == Level::Error { "error" } else { "query" };
            write!(
                to,
                "<details><summary>{} ({level}, {n}): {}</summary><p>{} {}</p><div class=\"wide\"><table><thead><tr>\
                 <th scope=\"col\">Child</th><th scope=\"col\">Table</th><th class=\"n\" scope=\"col\">Row</th>\
                 <th scope=\"col\">Cells</th></tr></thead><tbody>",
                Text(rule.code),
                Text(rule.wrong),
                Text(rule.why),
                Text(rule.todo)
            )?;
            for line in lines.iter().filter(|l| l.rule == rule) {
                let row = if line.row == 0 { String::new() } else { line.row.to_string() };
                write!(to, "<tr><td>{}</td><td>{}</td><td class=\"n\">{row}</td><td>", Text(line.child), line.table)?;
                for (name, said) in &line.cells {
                    let said = if said.is_empty() { "blank" } else { said };
                    write!(to, "{name} <mark>{}</mark> ", Text(said))?;
                }
                write!(to, "</td></tr>")?;
            }
            write!(to, "</tbody></table></div></details>")?;
        }
        Ok(())
    }
    fn html_skipped(&self, to: &mut impl io::Write) -> io::Result<()> {
        write!(to, "<h2>Rules that could not be asked</h2>")?;
        if self.checked.skipped.is_empty() {
            return write!(to, "<p>None: every rule was asked.</p>");
        }
        write!(to, "<table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Why</th></tr></thead><tbody>")?;
        for skipped in &self.checked.skipped {
            let why = self.lacking(&skipped.lacking);
            write!(to, "<tr><td>{}</td><td>{}</td></tr>", Text(skipped.rule.code), Text(&why))?;
        }
        write!(to, "</tbody></table>")
    }
    fn html_undecided(&self, to: &mut impl io::Write) -> io::Result<()> {
        write!(to, "<h2>Rows that could not be decided</h2>")?;
        if self.checked.undecided.is_empty() {
            return write!(to, "<p>None: every row could be judged.</p>");
        }
        write!(
            to,
            "<div class=\"wide\"><table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Child</th>\
             <th scope=\"col\">Which cell prevents an answer</th></tr></thead><tbody>"
        )?;
        for undecided in &self.checked.undecided {
            let (child, ..) = self.undecided_rows(undecided);
            let why = self.unclear(undecided.unclear);
            write!(to, "<tr><td>{}</td><td>{}</td><td>{}</td></tr>", undecided.rule.code, Text(child), Text(&why))?;
        }
        write!(to, "</tbody></table></div>")
    }
}
