//! The same for programs.
use super::Report;
use crate::check::{Level, collection_name};
use serde_json::{Value, json};
use std::io;

impl Report<'_> {
    pub fn write_json(&self, to: impl io::Write) -> io::Result<()> {
        let level = |level| if level == Level::Error { "error" } else { "query" };
        let findings: Vec<Value> = self
            .lines()
            .map(|l| {
                let cells: serde_json::Map<String, Value> =
                    l.cells.iter().map(|(name, said)| ((*name).to_owned(), Value::from(*said))).collect();
                json!({ "finding": l.finding, "rule": l.rule.code, "level": level(l.rule.level), "child": l.child,
                        "table": l.table, "row": l.row, "cells": cells, "wrong": l.rule.wrong, "todo": l.rule.todo })
            })
            .collect();
        let skipped: Vec<Value> = self
            .checked
            .skipped
            .iter()
            .map(|s| json!({ "rule": s.rule.code, "why": self.lacking(&s.lacking) }))
            .collect();
        let undecided: Vec<Value> = self
            .checked
            .undecided
            .iter()
            .map(|u| {
                let (child, table, row) = self.undecided_rows(u);
                json!({ "rule": u.rule.code, "child": child, "table": table, "row": row, "why": self.unclear(u.unclear) })
            })
            .collect();
        let not_read: Vec<Value> = self.not_read.iter().map(|n| json!({ "file": n.file, "why": n.why })).collect();
        let whole = json!({
            "return": self.book.form.which.code(), "collection": collection_name(self.book.given.year),
            "rules_of": collection_name(self.checked.rules_of), "children": self.book.children(),
            "rules_asked": self.checked.ran, "notes": self.notes, "not_read": not_read,
            "findings": findings, "skipped": skipped, "undecided": undecided,
        });
        serde_json::to_writer_pretty(to, &whole).map_err(io::Error::from)
    }
}
