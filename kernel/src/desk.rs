//! Where everything a request or a job needs lies together: the database, the house, the time.
use crate::{
    Db, Deed, Error, House, Kind, Service, Time,
    narrow::{GIVEN, Narrowed, Sight, arrange, narrow, title},
};
use practice::{
    Date, Id, Timestamp,
    access::{Act, Reach, Role},
};
use sha2::{Digest as _, Sha256};
use std::{path::PathBuf, sync::Arc};

#[derive(Clone, Debug)]
pub struct Settings {
    pub time: Time,
    /// The most bytes that one upload may have, all its files together.
    pub upload_limit: u64,
    /// Whoever holds one of these posts signs in with a code as well.
    pub second_factor: Vec<Role>,
    /// Where uploads wait until they are read.
    pub upload_folder: PathBuf,
    /// The database is a town of invented people: every page says so.
    pub town: bool,
}
impl Default for Settings {
    fn default() -> Settings {
        Settings {
            time: Time::Real,
            upload_limit: 200 * 1024 * 1024,
            second_factor: Role::PEOPLE.into_iter().filter(|role| role.needs_second_factor()).collect(),
            upload_folder: std::env::temp_dir(),
            town: false,
        }
    }
}

/// Cheap to clone. Handlers never hold one: they hold leave.
#[derive(Clone)]
pub struct Desk(pub(crate) Arc<Inner>);
pub(crate) struct Inner {
    pub db: Db,
    pub house: House,
    pub settings: Settings,
}
impl Desk {
    pub fn new(db: Db, house: House, settings: Settings) -> Desk {
        Desk(Arc::new(Inner { db, house, settings }))
    }
    pub fn now(&self) -> Timestamp {
        self.0.settings.time.now()
    }
    pub fn today(&self) -> Date {
        self.0.settings.time.today()
    }
    pub fn is_town(&self) -> bool {
        self.0.settings.town
    }
    /// For what stands before the pages: sessions and health.
    pub fn db(&self) -> Db {
        self.0.db.clone()
    }
    /// Leave for the command line and for jobs, which act as the service and see every record. `name`
    /// says in the log which job it was.
    pub fn job<D: Deed>(&self, name: &'static str) -> Service<D> {
        Service::job(self.clone(), name)
    }
    /// Prepares a question as every kind of asker would put it. For the test that does so with all
    /// questions: `given` says of which kind each parameter is.
    pub async fn prepares(&self, question: &str, given: &[(&str, Kind)]) -> Result<(), Error> {
        let kinds: Vec<(&str, Kind)> = given.iter().chain(&GIVEN).copied().collect();
        for reach in Reach::ALL {
            for (masked, one_child) in [(false, false), (true, false), (false, true)] {
                let sight = Sight { act: Act::ViewChild, reach, masked, one_child };
                let Narrowed { sql, names } =
                    narrow(question, &self.0.house, &sight).map_err(|e| format!("{}: {e}", title(question)))?;
                let kinds = arrange(&names, &kinds)?;
                let said = |e| format!("{}, {reach:?}: {e}\n{sql}", title(question));
                self.0.db.prepares(sql.clone(), &kinds).await.map_err(said)?;
            }
        }
        Ok(())
    }
}
/// The id under which a job stands in the log: always the same for the same name.
pub(crate) fn id_of_job(name: &str) -> Id {
    let digest = Sha256::new_with_prefix("loxley job ").chain_update(name).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
