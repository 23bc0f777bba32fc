//! The program `loxley`: the server, and everything that is done from a command line.
fn main() -> std::process::ExitCode {
    casework::cli::main()
}
