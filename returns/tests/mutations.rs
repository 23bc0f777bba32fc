//! Twenty thousand spoilt deliveries: whatever the bytes, the readers answer, lose no row and stay small.
mod answered;

use answered::answered;
use practice::day::date;
use returns::*;

/// A small generator of our own (xorshift64*), so that every run spoils the same bytes.
struct Seeded(u64);
impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % n.max(1)
    }
    fn one_of<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}
/// What readers stumble over.
const SPOILERS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b",",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\xe9",
    b"<",
    b"</",
    b"/>",
    b">",
    b"&",
    b"&x;",
    b"&#0;",
    b"&#x110000;",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE a>",
    b"<?x?>",
    b"31/02/2026",
    b"01/01/0001",
    b"99/99/9999",
    b"2026-13-45",
    b"ZZ/ZZ/ZZZZ",
    b"99999999999999999999",
    b"-1",
    b"1e9",
    b" ",
    b"\xc2\xa0",
    b"CHILD",
    b"<Child>",
    b"<CHILD>",
    b"<HEADER>",
    b"Z9",
];
/// What may stand in one cell without breaking the file: this gets deeper than a broken file does.
const CELLS: &[&[u8]] = &[
    b"",
    b" ",
    b"1",
    b"31/02/2026",
    b"01/01/0001",
    b"01/01/2099",
    b"2025-06-01",
    b"ZZ/ZZ/ZZZZ",
    b"99999999999999999999",
    b"-1",
    b"1.0",
    b"\xe9\xff",
    b"\xc2\xa0",
    b"&amp;",
    b"&x;",
    b"true",
    b"UN9",
    b"z9",
    b"CHILD",
    b"\x07",
];
fn spoil_cell(bytes: &mut Vec<u8>, by: &mut Seeded) {
    let at = by.below(bytes.len());
    let is_edge = |b: &u8| matches!(b, b',' | b'\n' | b'\r' | b'<' | b'>');
    let from = bytes[..at].iter().rposition(is_edge).map_or(0, |n| n + 1);
    let to = bytes[at..].iter().position(is_edge).map_or(bytes.len(), |n| at + n);
    // The names of elements and the headings stay.
    let is_name =
        from > 0 && bytes[from - 1] == b'<' || from == 0 || !bytes[..from].contains(&b'\n') && bytes[0] != b'<';
    if !is_name && from <= to {
        bytes.splice(from..to, by.one_of(CELLS).iter().copied());
    }
}
fn spoil(bytes: &mut Vec<u8>, by: &mut Seeded) {
    if by.below(4) > 0 {
        return spoil_cell(bytes, by);
    }
    let at = by.below(bytes.len());
    let end = (at + 1 + by.below(40)).min(bytes.len());
    match by.below(7) {
        0 if !bytes.is_empty() => bytes[at] = u8::try_from(by.below(256)).unwrap(),
        1 => drop(bytes.drain(at..end)),
        2 => drop(bytes.splice(at..at, by.one_of(SPOILERS).iter().copied())),
        3 => {
            let again = bytes[at..end].repeat(1 + by.below(5));
            bytes.splice(at..at, again);
        }
        4 if by.below(4) == 0 => bytes.truncate(at),
        5 => {
            // A line or element said twice, somewhere else.
            let stop = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'>')).map_or(bytes.len(), |n| at + n + 1);
            let (line, to) = (bytes[at..stop].to_vec(), by.below(bytes.len()));
            bytes.splice(to..to, line);
        }
        _ => {
            let spoiler = by.one_of(SPOILERS);
            bytes.splice(at..end, spoiler.iter().copied());
        }
    }
}
fn wide(bytes: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(bytes).encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The fuzzer begins with the same samples.
const CSV: &[(&str, &str)] = &[
    ("header.csv", include_str!("samples/header.csv")),
    ("episodes.csv", include_str!("samples/episodes.csv")),
    ("reviews.csv", include_str!("samples/reviews.csv")),
    ("missing.csv", include_str!("samples/missing.csv")),
    ("uasc.csv", include_str!("samples/uasc.csv")),
    ("oc2.csv", include_str!("samples/oc2.csv")),
    ("oc3.csv", include_str!("samples/oc3.csv")),
    ("ad1.csv", include_str!("samples/ad1.csv")),
    ("placed_for_adoption.csv", include_str!("samples/placed_for_adoption.csv")),
    ("previous_permanence.csv", include_str!("samples/previous_permanence.csv")),
    ("social_worker.csv", include_str!("samples/social_worker.csv")),
    ("dolo.csv", include_str!("samples/dolo.csv")),
];
const XML903: &str = include_str!("samples/903.xml");
const CIN: &str = include_str!("samples/cin.xml");

fn deliveries() -> Vec<Delivery> {
    let files = |sample: &[(&str, &str)]| {
        let file = |(name, text): &(&str, &str)| File { name: (*name).into(), bytes: text.as_bytes().into() };
        Delivery::of(sample.iter().map(file).collect())
    };
    vec![files(CSV), files(&[("903.xml", XML903)]), files(&[("cin.xml", CIN)])]
}

#[test]
fn twenty_thousand_spoilt_deliveries_are_answered() {
    let sound = deliveries();
    assert!(sound.iter().all(answered), "unspoilt, they are read");
    let mut by = Seeded(0x9032_1989);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let mut delivery = sound[by.below(sound.len())].clone();
        for _ in 0..1 + by.below(4) {
            let n = by.below(delivery.files.len());
            spoil(&mut delivery.files[n].bytes, &mut by);
        }
        if by.below(20) == 0 {
            let n = by.below(delivery.files.len());
            delivery.files[n].bytes = wide(&delivery.files[n].bytes);
        }
        *if answered(&delivery) { &mut read } else { &mut refused } += 1;
    }
    assert!(read > 5_000 && refused > 1_000, "both ways were taken: {read} read, {refused} refused");
    // Linux says the most memory that this process ever had; elsewhere there is nothing to ask.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(most) = status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")) {
        assert!(most.trim().parse::<u32>().unwrap() < 200_000, "{most} kB");
    }
}

#[test]
fn a_delivery_of_nonsense_is_refused_before_it_grows() {
    let alone = |name: &str, bytes: Vec<u8>| Delivery::of(vec![File { name: name.to_owned(), bytes }]);
    let ask = Ask { authority: None, installation: "892".to_owned(), year: Some(2026), today: date(2026, 11, 22) };
    let why = |delivery: &Delivery| read(delivery, &ask).unwrap_err().to_string();
    let mut by = Seeded(7);
    let noise = (0..2_000_000).map(|_| u8::try_from(by.below(256)).unwrap()).collect();
    assert!(why(&alone("a.csv", noise)).contains("a.csv"));
    assert!(why(&alone("a.xml", b"<Message>".repeat(100_000))).contains("deeper"));
    let same = b"1,01/02/2010,03/06/2025,".to_vec();
    let mut reviews = b"CHILD,DOB,REVIEW,REVIEW_CODE\n".to_vec();
    (0..5_000).for_each(|n| reviews.extend([same.clone(), format!("PN{n}\n").into_bytes()].concat()));
    assert!(why(&alone("reviews.csv", reviews)).contains("differing rows of one REVIEW"));
    let large = alone("large.csv", vec![0; usize::try_from(delivery::MOST_BYTES).unwrap() + 1]);
    assert!(why(&large).contains("larger than"));
}
