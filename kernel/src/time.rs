//! The only place that looks at a clock. Everything else is told what time it is.
use practice::{Date, Timestamp, day::day_of};
use std::time::{Duration, Instant};

/// Where the time comes from: the machine, or one fixed moment (tests, screenshots, a town's story).
#[derive(Clone, Copy, Debug)]
pub enum Time {
    Real,
    Fixed(Timestamp),
}
impl Time {
    /// In whole microseconds, which is what both databases keep.
    pub fn now(self) -> Timestamp {
        let at = match self {
            #[expect(clippy::disallowed_methods, reason = "the one place")]
            Time::Real => Timestamp::now(),
            Time::Fixed(at) => at,
        };
        Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
    }
    /// The day in England.
    pub fn today(self) -> Date {
        day_of(self.now())
    }
}

/// Measures how long something takes; says nothing about what time it is.
pub struct Stopwatch(Instant);
impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_cut_to_whole_microseconds_and_falls_on_the_day_in_england() {
        let at: Timestamp = "2026-06-30T23:30:00.123456789Z".parse().unwrap();
        assert_eq!(Time::Fixed(at).now().to_string(), "2026-06-30T23:30:00.123456Z");
        assert_eq!(Time::Fixed(at).today().to_string(), "2026-07-01");
        assert!(Time::Real.now() > at.min(Timestamp::UNIX_EPOCH));
    }
}
