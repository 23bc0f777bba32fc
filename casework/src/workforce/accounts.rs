//! Accounts: who may sign in.
use kernel::{chance, sign_in};

/// To be handed over and changed at the first sign-in.
pub fn first_password() -> String {
    sign_in::pronounceable(chance::random())
}
