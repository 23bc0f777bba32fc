//! The program `loxley`: the server, and everything that is done from a command line.

/// Deriving is many small pieces of memory on every core at once, of which the system's own keeps all waiting.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    casework::cli::main()
}
