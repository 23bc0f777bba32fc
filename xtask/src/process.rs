//! Other programs: run to their end while their words are shown and kept, or kept running and
//! stopped for certain.
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A program that does not outlive us, whatever ends us: it leads a process group of its own, and a
/// small shell beside it waits for our end of a pipe to close. Closed without a word, because we
/// were interrupted or killed, the shell stops the group and removes the folder it was given.
pub(crate) struct Kept {
    pub(crate) child: Child,
    watch: Child,
    folder: Option<PathBuf>,
}
/// `$1` leads the group; `$2` is a folder to remove, or empty.
const WATCH: &str = r#"read -r _ && exit
kill -s TERM -- "-$1" 2>/dev/null
n=0; while kill -s 0 -- "-$1" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.2; n=$((n+1)); done
kill -s KILL -- "-$1" 2>/dev/null
[ -z "$2" ] || rm -rf -- "$2""#;

impl Kept {
    pub(crate) fn start(mut command: Command, folder: Option<PathBuf>) -> io::Result<Kept> {
        let mut child = command.process_group(0).stdin(Stdio::null()).spawn()?;
        let watch = Command::new("sh")
            .args(["-c", WATCH, "watch", &child.id().to_string()])
            .arg(folder.as_deref().unwrap_or(Path::new("")))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .inspect_err(|_| drop(child.kill()))?;
        Ok(Kept { child, watch, folder })
    }
    pub(crate) fn wait(&mut self) -> io::Result<bool> {
        Ok(self.child.wait()?.success())
    }
    /// Asked to end, and waited for, so that a server closes its database properly; whatever it had
    /// started and left running is ended with it.
    fn stop(&mut self) -> io::Result<()> {
        let group = format!("-{}", self.child.id());
        let signal = |name| Command::new("kill").args(["-s", name, "--", &group]).stderr(Stdio::null()).status();
        if self.child.try_wait()?.is_none() {
            signal("TERM")?;
            until(Duration::from_secs(10), || matches!(self.child.try_wait(), Ok(Some(_))));
        }
        signal("KILL")?;
        self.child.wait()?;
        if let Some(mut pipe) = self.watch.stdin.take() {
            pipe.write_all(b"stopped\n")?;
        }
        self.watch.wait()?;
        match self.folder.take() {
            Some(folder) => fs::remove_dir_all(folder),
            None => Ok(()),
        }
    }
}
impl Drop for Kept {
    fn drop(&mut self) {
        if let Err(e) = self.stop() {
            eprintln!("Could not stop or clear up after process {}: {e}", self.child.id());
        }
    }
}

pub(crate) struct Ran {
    pub(crate) ok: bool,
    pub(crate) said: String,
}
/// Runs to the end. What it says is shown as it says it, so that a step that hangs is seen, and
/// kept in `log`.
pub(crate) fn stream(command: Command, log: &Path) -> io::Result<Ran> {
    stream_into(command, log, &mut io::stdout())
}
/// The same, shown elsewhere.
pub(crate) fn stream_into(mut command: Command, log: &Path, shown: &mut impl Write) -> io::Result<Ran> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut log = File::create(log)?;
    let (mut words, theirs) = io::pipe()?;
    command.stdout(theirs.try_clone()?).stderr(theirs);
    // Takes the command, and with it our copies of their end of the pipe, which would keep it open.
    let mut running = Kept::start(command, None)?;
    let (mut said, mut buffer) = (Vec::new(), [0; 8192]);
    loop {
        let n = words.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        log.write_all(&buffer[..n])?;
        said.extend_from_slice(&buffer[..n]);
        // Nobody may be reading any more: that must not stop the run.
        let _ = shown.write_all(&buffer[..n]).and_then(|()| shown.flush());
    }
    Ok(Ran { ok: running.wait()?, said: String::from_utf8_lossy(&said).into_owned() })
}
/// Runs to the end with nothing shown, for an answer.
pub(crate) fn ask(command: &mut Command) -> Result<String, String> {
    let asked = format!("{command:?}");
    let out = command.stdin(Stdio::null()).output().map_err(|e| format!("Could not run {asked}: {e}"))?;
    match out.status.success() {
        true => Ok(String::from_utf8_lossy(&out.stdout).into_owned()),
        false => Err(format!("{asked} failed:\n{}", String::from_utf8_lossy(&out.stderr).trim())),
    }
}

/// Asks again every so often until it is so, or the time is over.
pub(crate) fn until(limit: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    loop {
        if is_so() {
            return true;
        }
        if begun.elapsed() > limit {
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
/// A port on loopback that nobody holds at this moment.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
/// Whether a server answers 200 to a GET of that path.
pub(crate) fn answers(at: SocketAddr, path: &str) -> bool {
    let get = || -> io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&at, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let mut first = [0; 12];
        stream.read_exact(&mut first)?;
        Ok(&first == b"HTTP/1.1 200")
    };
    get().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }
    fn runs(pid: &str) -> bool {
        Command::new("kill").args(["-0", pid]).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
    }
    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("loxley-process-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder in the temporary folder");
        folder
    }

    #[test]
    fn both_kinds_of_words_are_kept_in_order_and_failure_is_seen() {
        let folder = scratch("stream");
        let log = folder.join("step.log");
        let ran = stream(sh("echo one; echo two >&2; echo three; exit 3"), &log).expect("sh runs");
        assert!(!ran.ok);
        assert_eq!(ran.said, "one\ntwo\nthree\n");
        assert_eq!(fs::read_to_string(log).expect("a log"), ran.said);
        assert!(stream(sh("true"), &folder.join("b.log")).expect("sh runs").ok);
        fs::remove_dir_all(folder).expect("cleared up");
    }
    #[test]
    fn dropping_stops_the_whole_group_and_removes_the_folder() {
        let folder = scratch("drop");
        let grandchild = folder.join("pid");
        let mut command = sh("sleep 600 & echo $! > \"$1\".new; mv \"$1\".new \"$1\"; wait");
        command.arg("sh").arg(&grandchild);
        let kept = Kept::start(command, Some(folder.clone())).expect("sh runs");
        assert!(until(Duration::from_secs(10), || grandchild.exists()));
        let pid = fs::read_to_string(&grandchild).expect("a pid");
        assert!(runs(pid.trim()));
        drop(kept);
        assert!(until(Duration::from_secs(10), || !runs(pid.trim())), "the grandchild goes too");
        assert!(!folder.exists());
    }
    #[test]
    fn when_we_die_without_a_word_the_watch_stops_it() {
        let folder = scratch("watch");
        let mut kept = Kept::start(sh("while :; do sleep 1; done"), Some(folder.clone())).expect("sh");
        // What the system does to our pipes when we are killed.
        drop(kept.watch.stdin.take());
        assert!(until(Duration::from_secs(20), || matches!(kept.child.try_wait(), Ok(Some(_)))));
        kept.watch.wait().expect("the watch ends");
        assert!(!folder.exists());
        kept.folder = None;
    }
    #[test]
    fn a_server_that_says_200_answers_and_others_do_not() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("its address");
        let server = std::thread::spawn(move || {
            for words in ["HTTP/1.1 503 Not yet\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"] {
                let (mut stream, _) = listener.accept().expect("a caller");
                let mut request = [0; 1024];
                let _ = stream.read(&mut request).expect("a request");
                stream.write_all(words.as_bytes()).expect("an answer");
            }
        });
        assert!(!answers(at, "/health/ready"));
        assert!(answers(at, "/health/ready"));
        server.join().expect("the server ends");
        assert!(!answers(at, "/health/ready"), "nobody is there any more");
    }
}
