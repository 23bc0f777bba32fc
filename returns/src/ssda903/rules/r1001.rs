//! Who is owed help as a care leaver: looked after for 91 days or more since the fourteenth birthday, some of it after
//! the sixteenth, short breaks left out (Children Act 1989 Sch 2 para 19B; Care Leavers (England) Regulations 2010).
//! It can count only the episodes of the returns that are given; of a child who has none it says nothing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1001",
    level: Level::Error,
    wrong: "The episodes show fewer than 91 days in care since the age of 14, or none since 16, yet there is care \
        leaver information.",
    why: "The young person is neither relevant nor former relevant, unless there was care that these returns do not \
        show.",
    todo: "Check the episodes and the date of birth; if there was more care in earlier years, explain it.",
    reason: Reason::Law,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, ep::CHILD, ep::DECOM, ep::DEC], Check::Child(is_owed_nothing))
        .may_read(&[oc3::DOB, header::DOB, ep::LS, oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM])
        .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC])],
    cases: &[
        Case {
            about: "91 days, and some of them after the sixteenth birthday",
            given: "
                OC3           | CHILD | DOB        | IN_TOUCH
                              | 1     | 01/06/2009 | YES
                >             | 2     | 01/06/2009 | YES
                >             | 3     | 01/06/2009 | YES
                              | 4     | 01/06/2009 |
                >             | 5     | 01/06/2009 | YES
                              | 6     | 01/06/2009 | YES
                              | 7     |            | YES
                ?             | 8     | 01/06/2009 | YES
                Episodes      | CHILD | DECOM      | DEC        | LS
                              | 1     | 01/04/2026 | 01/07/2026 | V2
                              | 2     | 01/04/2026 | 30/06/2026 | V2
                              | 3     | 01/01/2025 | 31/05/2025 | V2
                              | 4     | 01/04/2026 | 30/06/2026 | V2
                              | 5     | 01/04/2026 | 01/12/2026 | V4
                              | 7     | 01/04/2026 | 30/06/2026 | V2
                              | 8     | 31/04/2026 | 30/06/2026 | V2
                Episodes_last | CHILD | DECOM      | DEC        | LS
                              | 6     |            |            | V2

            ",
        },
        Case {
            about: "days of both years together, each once",
            given: "
                OC3           | CHILD | DOB        | IN_TOUCH
                              | 1     | 01/06/2010 | YES
                >             | 2     | 01/06/2010 | YES
                Episodes      | CHILD | DECOM      | DEC        | LS
                              | 1     | 01/03/2026 | 02/06/2026 | C2
                              | 2     | 01/04/2026 | 02/06/2026 | C2
                Episodes_last | CHILD | DECOM      | DEC        | LS
                              | 1     | 01/03/2026 |            | C2
                              | 2     | 01/04/2026 |            | C2
                              | 2     | 01/01/2026 | 15/01/2026 | C2

            ",
        },
    ],
};
fn is_owed_nothing(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        told.ask(&[o], || {
            let (Some(born), Some(stays)) = (leaver_born(o)?, stays(child)?) else { return Ok(false) };
            Ok(!is_owed_help(born, stays))
        });
    }
}
/// From the first day up to the last, in order, short breaks left out; nothing where no episode has a day.
fn stays(child: Child) -> Result<Option<Vec<(Date, Date)>>, Unclear> {
    let (mut stays, mut is_known) = (Vec::new(), false);
    let given = child.given();
    for e in child.rows(EPISODES).iter().chain(child.before(EPISODES)) {
        let Some(began) = e.day(ep::DECOM)? else { continue };
        is_known = true;
        // What an earlier return left open went on at least up to this one, which tells the rest.
        let still_there = if e.at.year == 0 { plus_days(given.end, 1) } else { given.start };
        let ended = e.day(ep::DEC)?.unwrap_or(still_there);
        if !is_short_break(e) {
            stays.push((began, ended));
        }
    }
    stays.sort_unstable();
    Ok(is_known.then_some(stays))
}
fn is_owed_help(born: Date, stays: Vec<(Date, Date)>) -> bool {
    let (mut days, mut counted_to, mut last) = (0, birthday(born, 14), Date::MIN);
    for (began, ended) in stays {
        let (from, to) = (began.max(counted_to), ended.min(birthday(born, 18)));
        if from < to {
            days += days_between(from, to);
            (counted_to, last) = (to, to);
        }
    }
    days >= 91 && last > birthday(born, 16)
}
