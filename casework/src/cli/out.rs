//! What a command says. Whoever reads only the beginning (`loxley clocks | head`) closes the pipe: the rest is said
//! to nobody, the work goes on, and the command ends as it would have.
use std::io::{self, ErrorKind, Write};

/// The standard output, which may be closed.
pub struct Out;
impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        heard(io::stdout().write(bytes), bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        heard(io::stdout().flush(), ())
    }
}
fn heard<T>(written: io::Result<T>, all: T) -> io::Result<T> {
    match written {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(all),
        other => other,
    }
}
/// A line of what a command says.
pub fn line(words: std::fmt::Arguments) {
    if let Err(e) = writeln!(Out, "{words}") {
        eprintln!("loxley: what there was to say could not be written: {e}");
        std::process::exit(1);
    }
}
macro_rules! say {
    ($($words:tt)*) => { $crate::cli::out::line(format_args!($($words)*)) };
}
