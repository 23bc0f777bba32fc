//! The one source of randomness: the operating system's.

pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Without randomness every secret would be guessable: better no service than that one.
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
/// An id for a new subject, which nobody can guess.
pub fn id() -> practice::Id {
    uuid::Builder::from_random_bytes(random()).into_uuid()
}
