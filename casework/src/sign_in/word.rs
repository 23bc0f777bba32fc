//! The word that the invented people of a town share: random, and kept in a file beside the database
//! that only its owner can read.
use kernel::{chance::random, sign_in::SHORTEST};
use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::Path,
};

/// The word in this file, which is made when there is none. Printed by each run.
pub fn shared_word(file: &Path) -> Result<String, String> {
    let trouble = |e: std::io::Error| {
        format!("The word of the demo accounts in {} cannot be read or written: {e}. Check its folder.", file.display())
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(mut new) => {
            let word = pronounceable(random());
            writeln!(new, "{word}").and_then(|()| new.sync_all()).map_err(trouble)?;
            Ok(word)
        }
        Err(e) if e.kind() == ErrorKind::AlreadyExists => read(file, trouble),
        Err(e) => Err(trouble(e)),
    }
}
fn read(file: &Path, trouble: impl Fn(std::io::Error) -> String) -> Result<String, String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if fs::metadata(file).map_err(&trouble)?.permissions().mode() & 0o077 != 0 {
            let name = file.display();
            return Err(format!(
                "Others can read {name}, which holds the word of the demo accounts: chmod 600 {name}."
            ));
        }
    }
    let word = fs::read_to_string(file).map_err(trouble)?.trim().to_owned();
    if word.len() < SHORTEST {
        return Err(format!("{} holds no word. Delete it, and the next run makes a new one.", file.display()));
    }
    Ok(word)
}
/// Seven syllables of six bits each: enough where guessing is throttled, and short enough to type.
/// Also for the first password that an administrator hands over.
pub fn pronounceable(chance: [u8; 7]) -> String {
    const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 4] = b"aeio";
    let syllable = |byte: u8| [CONSONANTS[usize::from(byte >> 4)], VOWELS[usize::from(byte & 3)]];
    chance.into_iter().flat_map(syllable).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::sign_in::judge;
    use practice::Id;

    #[test]
    fn the_word_is_made_once_for_its_owner_alone() {
        let file = std::env::temp_dir().join(format!("t{}.word", Id::new_v4().simple()));
        let word = shared_word(&file).unwrap();
        assert_eq!(word.len(), 14);
        assert_eq!(shared_word(&file).unwrap(), word, "the same at the next run");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
            assert!(shared_word(&file).unwrap_err().contains("chmod 600"));
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        }
        fs::write(&file, "").unwrap();
        assert!(shared_word(&file).unwrap_err().contains("Delete it"));
        fs::remove_file(&file).unwrap();
        assert!(shared_word(&file.join("no/such/folder")).unwrap_err().contains("Check its folder"));
    }
    #[test]
    fn a_word_handed_over_passes_as_a_password() {
        for chance in [[0x05, 0x91, 0xc2, 0x33, 0x74, 0xe5, 0x16], [0xff, 0x20, 0x81, 0x4a, 0xb3, 0x6c, 0xd5]] {
            judge(&pronounceable(chance), &[]).unwrap();
        }
    }
}
