//! The second factor: a code of six digits that an authenticator app shows for thirty seconds
//! (TOTP, RFC 6238; SHA-1, because several apps quietly use it whatever they are told).
use practice::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// 160 bits, as RFC 4226 section 4 recommends.
pub(crate) type Key = [u8; 20];

fn totp(key: Key) -> Totp {
    // One step of skew each way: phones' clocks differ.
    Builder::new().with_secret(Secret::new_stack(key)).with_skew(1).build().expect("six digits of a 160-bit key")
}
/// The step whose code this is, when it is later than the last one that was used: a code that was
/// seen over a shoulder is worth nothing (RFC 6238 section 5.2).
pub(crate) fn check(key: Key, code: &str, now: Timestamp, last_step: Option<i64>) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp(key).check(&digits, now.as_second().try_into().ok()?)?;
    let step = i64::try_from(step).ok()?;
    last_step.is_none_or(|last| step > last).then_some(step)
}
/// The key as people type it into an app: base 32 (RFC 4648), in groups of four.
pub(crate) fn shown(key: Key) -> String {
    let text = base32(&key);
    text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four)).collect::<Vec<_>>().join(" ")
}
/// The key as apps take it from a link. Usernames need no escaping: see `account::username`.
pub(crate) fn link(key: Key, username: &str) -> String {
    format!("otpauth://totp/Loxley:{username}?secret={}&issuer=Loxley", base32(&key))
}
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |i| byte >> i & 1)).collect();
    let letter = |five: &[u8]| {
        let value = (0..5).fold(0, |n, i| n << 1 | five.get(i).copied().unwrap_or(0));
        char::from(LETTERS[usize::from(value)])
    };
    bits.chunks(5).map(letter).collect()
}

#[cfg(test)]
pub(crate) fn code_of(key: Key, now: Timestamp) -> String {
    totp(key).generate(now.as_second().unsigned_abs()).to_string()
}
#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = *b"12345678901234567890";
    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(check(KEY, code, at(second), None), Some(second / 30), "{second}");
        }
    }
    #[test]
    fn a_code_works_once_and_for_about_a_minute() {
        let code = code_of(KEY, at(3000));
        let step = check(KEY, &code, at(3000), None).expect("a fresh code");
        assert_eq!(check(KEY, &code, at(3001), Some(step)), None, "the same code again");
        assert_eq!(
            check(KEY, &format!("{} {}", &code[..3], &code[3..]), at(3031), None),
            Some(step),
            "typed with a gap"
        );
        assert_eq!(check(KEY, &code, at(3061), None), None, "too late");
        assert_eq!(check(KEY, "", at(3000), None), None);
        let next = code_of(KEY, at(3030));
        assert_eq!(check(KEY, &next, at(3030), Some(step)), Some(step + 1));
    }
    #[test]
    fn the_key_is_shown_as_apps_read_it() {
        assert_eq!(base32(b"foobar"), "MZXW6YTBOI", "RFC 4648 section 10, without its padding");
        assert_eq!(shown(KEY), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            link(KEY, "miriam.okafor"),
            "otpauth://totp/Loxley:miriam.okafor?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Loxley"
        );
    }
}
