//! Twenty thousand spoilt deliveries: whatever the bytes, the readers answer, lose no row and stay small.
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

const CSV: &[(&str, &str)] = &[
    (
        "header.csv",
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,2,01/02/2010,WBRI,A123456789012,1,03/04/2026\n2,M,05/06/2012,MOTH,UN1,,\n",
    ),
    (
        "episodes.csv",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
         1,03/05/2025,S,C2,N1,U4,PR1,04/06/2025,X1,CARPL,NG1 1AA,NG2 2BB,SC012345\n1,04/06/2025,P,C2,N1,K1,PR4,,,,,,\n",
    ),
    ("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,03/06/2025,PN1\n1,01/02/2010,03/06/2025,PN2\n"),
    ("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\r\n1,01/02/2010,M,03/07/2025,\r\n"),
];
const XML903: &str = "<?xml version='1.0'?>\n<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><UPN>UN1</UPN><SEX>2</SEX>\
    <DOB>01/02/2010</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>01/02/2028</DUC><AREVIEW><REVIEW>03/06/2025</REVIEW>\
    <REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><IN_TOUCH>YES</IN_TOUCH><OC2><SDQ_SCORE>7</SDQ_SCORE></OC2></HEADER><EPISODE>\
    <DECOM>03/05/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC/></EPISODE></CHILD></EXPSSDA903>\n";
const CIN: &str = "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails>\
    <Source><LEA>330</LEA></Source></Header><Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>\
    2015-03-27</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities>\
    <Disability>HEAR</Disability></Disabilities></ChildCharacteristics><CINdetails><CINreferralDate>2025-10-06</CINreferralDate>\
    <ReferralSource>1A</ReferralSource><Assessments><AssessmentActualStartDate>2025-10-07</AssessmentActualStartDate>\
    <FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\
    <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-11-17</CPPstartDate><Reviews><CPPreviewDate>2026-02-10\
    </CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child></Children></Message>\n";

fn deliveries() -> Vec<Delivery> {
    let file = |(name, text): (&str, &str)| File { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let alone = |name, text| Delivery::of(vec![file((name, text))]);
    vec![Delivery::of(CSV.iter().copied().map(file).collect()), alone("903.xml", XML903), alone("cin.xml", CIN)]
}
/// Reads and plans, and holds the answer to account; true when it was read.
fn answered(delivery: &Delivery) -> bool {
    let ask = Ask { authority: None, installation: "892".to_owned(), year: Some(2026), today: date(2026, 11, 22) };
    let taken = match read(delivery, &ask) {
        Ok(taken) => taken,
        Err(refused) => {
            assert!(!refused.why.is_empty() && !refused.todo.is_empty(), "{refused}");
            return false;
        }
    };
    let bytes: usize = delivery.files.iter().map(|f| f.bytes.len()).sum();
    let rows: usize = taken.tables.iter().map(|t| t.rows).sum();
    let alone = taken.problems.iter().filter(|p| p.is_alone()).count();
    assert_eq!(rows, taken.rows.len() + alone, "every row is a fact or a problem alone");
    assert!(rows <= bytes && taken.problems.len() <= 20 * rows + bytes, "no more comes out than went in");
    assert!(taken.problems.iter().all(|p| !p.what().is_empty() && !p.todo().is_empty()));
    let plan = plan(taken, Vec::new(), &[], &Choices { withdrawal_share: 5, ..Choices::default() });
    assert!(plan.withdraw.is_empty() && plan.supersede.is_empty());
    true
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
