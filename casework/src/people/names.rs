//! The workers whom a record speaks of, by name.
use kernel::{Error, Reading};
use practice::Id;
use serde::Deserialize;
use std::collections::HashMap;

pub const NAMES: &str = include_str!("sql/names.sql");

#[derive(Default)]
pub struct Names(HashMap<Id, String>);
impl Names {
    /// Of everybody who wrote in a child's record or worked with the child.
    pub async fn read(reading: &mut Reading, child: Id) -> Result<Names, Error> {
        #[derive(Deserialize)]
        struct Row {
            id: Id,
            name: String,
        }
        let rows: Vec<Row> = reading.ask(NAMES, &[("child", child.into())]).await?;
        // What somebody says on their own page stands under the id of their record.
        let own = (child, "the young person, on their own page".to_string());
        Ok(Names(rows.into_iter().map(|r| (r.id, r.name)).chain([own]).collect()))
    }
    /// The service's own jobs have no name.
    pub fn of(&self, worker: Id) -> &str {
        self.0.get(&worker).map_or("the service", String::as_str)
    }
}
#[cfg(test)]
impl Names {
    pub fn given(names: &[(Id, &str)]) -> Names {
        Names(names.iter().map(|(id, name)| (*id, name.to_string())).collect())
    }
}
