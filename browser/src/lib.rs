//! draft
pub fn check(bytes: Vec<u8>) -> usize {
    let delivery = returns::Delivery::of(vec![returns::File { name: "x.csv".into(), bytes }]);
    let loaded = returns::check::load(&delivery, &[], &returns::check::Asked::default());
    loaded.map_or(0, |l| returns::check::check(&l.book).findings.len())
}
