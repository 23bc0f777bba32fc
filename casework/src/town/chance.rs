//! Chance that can be lived again: the same seed draws the same town on every machine. No float
//! function beyond a comparison, because those differ between machines.
use practice::Id;

#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Chance {
        Chance(seed)
    }
    /// A life of its own for whoever has this id: what happens to others does not move it.
    pub(super) fn of_id(id: Id) -> Chance {
        let (high, low) = id.as_u64_pair();
        Chance(high ^ low.rotate_left(32))
    }
    /// SplitMix64 (Steele, Lea and Flood 2014): a counter, well stirred.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
    fn below(&mut self, n: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(n)) >> 64).unwrap_or(0)
    }
    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low).unwrap_or(0) + 1;
        low + i64::try_from(self.below(width)).unwrap_or(0)
    }
    /// Like [`Chance::between`], but the middle is likelier than the ends.
    pub(super) fn around(&mut self, low: i64, high: i64) -> i64 {
        (self.between(low, high) + self.between(low, high)) / 2
    }
    pub(super) fn happens(&mut self, in_a_thousand: u64) -> bool {
        self.below(1000) < in_a_thousand
    }
    /// How often something happens on a day when it happens `in_a_million` times in a million days.
    pub(super) fn times(&mut self, in_a_million: u64) -> u64 {
        in_a_million / 1_000_000 + u64::from(self.below(1_000_000) < in_a_million % 1_000_000)
    }
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let n = self.below(from.len() as u64);
        &from[usize::try_from(n).unwrap_or(0)]
    }
    /// One of them, the likelier the heavier.
    pub(super) fn weigh<T: Copy>(&mut self, from: &[(u64, T)]) -> T {
        let mut left = self.below(from.iter().map(|(w, _)| w).sum());
        for (weight, one) in from {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return *one,
            }
        }
        from[from.len() - 1].1
    }
    pub(super) fn id(&mut self) -> Id {
        let bytes = (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes();
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_another_draws_otherwise() {
        let draw = |seed| {
            let mut c = Chance::of(seed);
            (c.id(), c.between(1, 1_000_000), c.weigh(&[(1, 'a'), (5, 'b')]))
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
    #[test]
    fn draws_are_spread_as_asked() {
        let mut c = Chance::of(1);
        let heavy = (0..10_000).filter(|_| c.weigh(&[(1, false), (3, true)])).count();
        let often: u64 = (0..10_000).map(|_| c.times(2_500_000)).sum();
        assert!((7_300..7_700).contains(&heavy) && (24_700..25_300).contains(&often), "{heavy} {often}");
        assert!((0..1000).all(|_| (3..=5).contains(&c.between(3, 5))));
    }
}
