//! Says in words what `rust-embed` would say in riddles: the front end has to be made first.
fn main() {
    println!("cargo::rerun-if-changed=assets/dist/stamp");
    if !std::path::Path::new("assets/dist/stamp").exists() {
        println!(
            "cargo::error=The front end has not been made: casework/assets/dist is missing. Run `cargo xtask assets` first."
        );
    }
}
