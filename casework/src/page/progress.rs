//! A task that takes long: how far it is, in words and as a bar, until it has ended.
//!
//! Without JavaScript the page reads itself again every few seconds; with it, `loxley.js` puts the
//! new state in place without moving the reader.
use super::{
    chrome::{Chrome, Link},
    given,
    render::{Page, Sample},
    words::thousands,
};
use axum::response::Response;
use practice::Id;
use serde::Serialize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub const PAGE: Page = Page { name: "page/progress.html", source: include_str!("progress.html"), samples };

#[derive(Clone, Debug, Serialize)]
pub struct Progress {
    pub heading: String,
    pub state: State,
    /// What it is doing, or how it ended: `Reading Episodes`.
    pub said: String,
    /// How many of how many; the whole may not be known yet.
    pub done: u64,
    pub of: Option<u64>,
    /// What is counted: `rows`.
    pub things: String,
    /// Where to go from here.
    pub next: Option<Link>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Working,
    Finished,
    Failed,
}

impl Progress {
    /// Rounded down: nothing is whole before it is whole.
    pub fn percent(&self) -> Option<u64> {
        match self.state {
            State::Finished => Some(100),
            _ => self.of.filter(|of| *of > 0).map(|of| (self.done.min(of) * 100 / of).min(99)),
        }
    }
    fn counted(&self) -> String {
        let number = |n: u64| thousands(i64::try_from(n).unwrap_or(i64::MAX));
        match self.of {
            Some(of) => format!("{} of {} {}", number(self.done), number(of), self.things),
            None => format!("{} {}", number(self.done), self.things),
        }
    }
    fn context(&self) -> minijinja::Value {
        given! { progress => self, percent => self.percent(), counted => self.counted() }
    }
}

/// The latest tasks, the oldest first. The pages that begin them and ask for them hold one list between them;
/// after a restart, or at another instance, nobody knows of them.
#[derive(Clone, Default)]
pub struct Tasks(Arc<Mutex<Vec<(Id, Progress)>>>);
const AT_MOST: usize = 50;
impl Tasks {
    fn open(&self) -> MutexGuard<'_, Vec<(Id, Progress)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// How far a task is.
    pub fn told(&self, task: Id) -> Option<Progress> {
        self.open().iter().find(|(id, _)| *id == task).map(|(_, progress)| progress.clone())
    }
    pub fn tell(&self, task: Id, progress: Progress) {
        let mut all = self.open();
        match all.iter_mut().find(|(id, _)| *id == task) {
            Some((_, told)) => *told = progress,
            None => all.push((task, progress)),
        }
        let too_many = all.len().saturating_sub(AT_MOST);
        all.drain(..too_many);
    }
}
/// Answer with how far the task is.
pub fn show(chrome: Chrome, progress: &Progress) -> Response {
    let title = match (progress.state, progress.percent()) {
        (State::Working, Some(percent)) => format!("{percent}% – {}", progress.heading),
        (State::Working, None) => progress.heading.clone(),
        (State::Finished, _) => format!("Finished – {}", progress.heading),
        (State::Failed, _) => format!("Stopped – {}", progress.heading),
    };
    PAGE.show(Chrome { title, ..chrome }, progress.context())
}

fn samples() -> Vec<Sample> {
    let task = Progress {
        heading: "Reading your return".into(),
        state: State::Working,
        said: "Reading Episodes.csv".into(),
        done: 2_104,
        of: Some(5_050),
        things: "rows".into(),
        next: None,
    };
    let counting = Progress { of: None, said: "Opening the file".into(), ..task.clone() };
    let finished = Progress {
        state: State::Finished,
        said: "Everything was read. 12 rows need your attention.".into(),
        next: Some(Link::new("/import/1/problems", "See the problems")),
        ..task.clone()
    };
    let failed = Progress {
        state: State::Failed,
        said:
            "Line 3 of Episodes.csv ends in the middle. Nothing was changed. Export the file again and upload it anew."
                .into(),
        next: Some(Link::new("/import", "Upload another file")),
        ..task.clone()
    };
    let named = [("working", task), ("counting", counting), ("finished", finished), ("failed", failed)];
    named.into_iter().map(|(name, progress)| Sample { name, context: progress.context() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn task(done: u64, of: Option<u64>, state: State) -> Progress {
        let text = String::new;
        Progress { heading: text(), state, said: text(), done, of, things: "rows".into(), next: None }
    }
    fn page(sample: usize) -> String {
        let sample = samples().swap_remove(sample);
        PAGE.html(&Chrome::public("Import", date(2026, 11, 22), "n"), sample.context).unwrap()
    }

    #[test]
    fn nothing_is_whole_before_it_has_ended() {
        assert_eq!(task(5_049, Some(5_050), State::Working).percent(), Some(99));
        assert_eq!(task(5_050, Some(5_050), State::Working).percent(), Some(99));
        assert_eq!(task(9, Some(0), State::Working).percent(), None);
        assert_eq!(task(5_050, Some(5_050), State::Finished).percent(), Some(100));
        assert_eq!(task(5, Some(10), State::Failed).percent(), Some(50));
    }
    #[test]
    fn a_page_reads_itself_again_only_while_the_task_runs() {
        assert!(page(0).contains("http-equiv=\"refresh\"") && page(0).contains("41%"));
        assert!(!page(2).contains("http-equiv=\"refresh\"") && page(2).contains("See the problems"));
        assert!(!page(3).contains("http-equiv=\"refresh\"") && page(3).contains("Nothing was changed"));
    }
}
