//! How a child's time in care is going to go.
use super::{Town, care::SUPPORTED, chance::Chance};
use practice::care::Ahead;

/// How a child's time in care is going to go, drawn when it begins. Named children have theirs written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Going {
    pub(super) legal: &'static str,
    pub(super) place: &'static str,
    pub(super) provider: &'static str,
    pub(super) need: &'static str,
    pub(super) ahead: Option<Ahead>,
    /// Days until an interim order is followed by a full one.
    pub(super) care_order_after: Option<i64>,
    pub(super) long_term_after: Option<i64>,
    /// Days, and why (`s903.reason_episode_ceased`); otherwise until 18.
    pub(super) leaves: Option<(i64, &'static str)>,
    /// Chance in a thousand, each year, of a move that nobody planned.
    pub(super) moves: u64,
    pub(super) runs_away: bool,
}
impl Going {
    /// By agreement with foster carers, until 18: named children start from this.
    pub(super) const PLAIN: Going = Going {
        legal: "V2",
        place: "U6",
        provider: "PR1",
        need: "N1",
        ahead: None,
        care_order_after: None,
        long_term_after: None,
        leaves: None,
        moves: 0,
        runs_away: false,
    };
    pub(super) fn is_adopted(&self) -> bool {
        self.leaves.is_some_and(|(_, reason)| matches!(reason, "E11" | "E12"))
    }
    pub(super) const REMAND: Going = Going { legal: "J1", place: "R5", provider: "PR3", need: "N6", ..Going::PLAIN };
}
pub(super) fn provider_of(place: &str, private: bool) -> &'static str {
    match place {
        "P1" => "PR0",
        "K1" | "K2" | "K3" | "H5" if private => "PR4",
        "R5" => "PR3",
        p if p.starts_with('U') && private => "PR4",
        _ => "PR1",
    }
}
/// Homes and agencies are registered: ours has one number, and there are some of each other kind. Invented ones.
pub(super) fn urn_of(place: &str, provider: &str, chance: &mut Chance) -> Option<String> {
    let numbers = match (place, provider) {
        ("P1" | "R5" | "H5", _) => return None,
        (p, "PR1") if p.starts_with(['U', 'A']) => 1..=1,
        (p, _) if p.starts_with(['U', 'A']) => 11..=30,
        ("K3", _) => 41..=70,
        _ => 71..=99,
    };
    Some(format!("SC{:06}", chance.between(*numbers.start(), *numbers.end())))
}
pub(super) fn is_private(place: &str, chance: &mut Chance) -> bool {
    chance.happens(if place.starts_with('K') || place == "H5" { 800 } else { 350 })
}
/// After how many days at least and at most, and why (`s903.reason_episode_ceased`).
type WayOut = (i64, i64, &'static str);
impl Town {
    /// By age: the little ones mostly under an order, the older ones mostly by agreement.
    pub(super) fn draw_going(&mut self, child: usize) -> Going {
        let (age, today) = (self.children[child].age(self.today), self.today);
        let chance = &mut self.children[child].pace.chance;
        let mut out = |odds: &[(u64, Option<WayOut>)]| {
            chance.weigh(odds).map(|(low, high, reason)| (chance.between(low, high), reason))
        };
        let home = |low, high| Some((low, high, "E4A"));
        let leaves = match age {
            ..=3 => {
                out(&[(28, Some((380, 700, "E12"))), (22, home(20, 300)), (25, Some((200, 420, "E45"))), (25, None)])
            }
            4..=9 => out(&[(28, home(10, 400)), (20, Some((200, 420, "E45"))), (52, None)]),
            10..=15 => out(&[(30, home(5, 300)), (4, Some((200, 400, "E41"))), (58, None)]),
            _ => out(&[(12, home(5, 120)), (88, None)]),
        };
        let adopted = leaves.is_some_and(|(_, reason)| reason == "E12");
        let legal = match age {
            _ if adopted => "C1",
            ..=9 => chance.weigh(&[(62, "C1"), (38, "V2")]),
            10..=15 => chance.weigh(&[(36, "C1"), (64, "V2")]),
            _ => "V2",
        };
        let place = match age {
            _ if adopted => chance.weigh(&[(3, "U5"), (7, "U6")]),
            ..=9 => chance.weigh(&[(68, "U6"), (20, "U3"), (12, "P1")]),
            10..=15 => chance.weigh(&[(62, "U6"), (20, "K2"), (13, "U3"), (5, "P1")]),
            _ if today >= SUPPORTED => chance.weigh(&[(5, "K3"), (4, "U6"), (1, "K2")]),
            _ => chance.weigh(&[(4, "H5"), (5, "U6"), (1, "K2")]),
        };
        // Nobody is placed with a parent by agreement alone: that would be home.
        let place = if place == "P1" && legal == "V2" { "U6" } else { place };
        let ahead = match place {
            "U3" => chance.happens(600).then_some(Ahead::Regulation24),
            "P1" => Some(Ahead::Regulation19),
            _ => None,
        };
        let stays = leaves.is_none();
        Going {
            legal,
            place,
            provider: provider_of(place, is_private(place, chance)),
            need: chance.weigh(&[(70, "N1"), (4, "N2"), (4, "N3"), (8, "N4"), (8, "N5"), (6, "N8")]),
            ahead,
            care_order_after: (legal == "C1" && !adopted).then(|| chance.around(150, 330)),
            long_term_after: (stays && age < 16).then(|| chance.around(250, 700)),
            leaves,
            moves: if adopted { 0 } else { 620 },
            runs_away: age >= 11 && chance.happens(150),
        }
    }
}
