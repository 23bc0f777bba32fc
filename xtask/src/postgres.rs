//! A PostgreSQL of our own for as long as the tests run: a cluster in a temporary folder, on a free
//! port of loopback, run as a user who is not root (PostgreSQL refuses root).
use crate::{
    process::{self, Kept},
    tools,
};
use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

pub(crate) struct Cluster {
    /// `postgres://loxley@127.0.0.1:5433`, to which a test adds the name of its database.
    pub(crate) url: String,
    folder: PathBuf,
    _server: Kept,
}

/// Makes a cluster and becomes its server, so that there is one thing to stop whenever we are.
/// C collation and UTF-8, as the service runs it: sorting must not hang on this machine's language.
/// What is kept is flushed (`fsync`), or the tests that kill a writer would prove nothing.
const SERVE: &str = r#""$1" -A trust -U loxley -E UTF8 --locale=C -D "$3" &&
server="$2" data="$3" port="$4" && shift 4 &&
exec "$server" -D "$data" -h 127.0.0.1 -p "$port" -c unix_socket_directories= -c max_connections=300 -c fsync=on "$@""#;
/// Of a certificate for this machine, which signs itself and nobody else.
const CERTIFICATE: &str = "[req]\ndistinguished_name = name\nx509_extensions = said\nprompt = no\n[name]\nCN = loxley\n\
                           [said]\nsubjectAltName = IP:127.0.0.1\nbasicConstraints = critical, CA:FALSE\n";

impl Cluster {
    pub(crate) fn start(initdb: &Path, log: &Path) -> Result<Cluster, String> {
        Cluster::start_with(None, initdb, log)
    }
    /// One that also speaks TLS. Its certificate stands beside it.
    pub(crate) fn start_encrypted(openssl: &Path, initdb: &Path, log: &Path) -> Result<Cluster, String> {
        Cluster::start_with(Some(openssl), initdb, log)
    }
    pub(crate) fn certificate(&self) -> PathBuf {
        certificate(&self.folder)
    }
    fn start_with(openssl: Option<&Path>, initdb: &Path, log: &Path) -> Result<Cluster, String> {
        // Behind a link stands the folder with PostgreSQL's other programs.
        let initdb = &initdb.canonicalize().unwrap_or_else(|_| initdb.to_owned());
        let folder = folder(openssl.is_some());
        fs::create_dir_all(&folder).map_err(|e| format!("Could not make {}: {e}", folder.display()))?;
        Cluster::start_in(openssl, initdb, &folder, log).inspect_err(|_| {
            let _ = fs::remove_dir_all(&folder);
        })
    }
    fn start_in(openssl: Option<&Path>, initdb: &Path, folder: &Path, log: &Path) -> Result<Cluster, String> {
        let user = server_user()?;
        if let Some(user) = &user {
            process::ask(Command::new("chown").arg(user).arg(folder))?;
        }
        let port = process::free_port().map_err(|e| format!("No free port on loopback: {e}"))?;
        let mut serve = as_user(user.as_deref());
        serve.args(["sh", "-c", SERVE, "sh"]).arg(initdb).arg(initdb.with_file_name("postgres"));
        serve.arg(folder.join("data")).arg(port.to_string()).current_dir(folder);
        if let Some(openssl) = openssl {
            serve.args(certify(openssl, user.as_deref(), folder)?);
        }
        let words = fs::File::create(log).map_err(|e| format!("Could not write {}: {e}", log.display()))?;
        serve.stdout(words.try_clone().map_err(|e| e.to_string())?).stderr(words);
        let mut server = Kept::start(serve, Some(folder.to_owned())).map_err(|e| format!("Could not start it: {e}"))?;
        let mut ended = false;
        let up = process::until(Duration::from_secs(60), || {
            ended = matches!(server.child.try_wait(), Ok(Some(_)));
            ended || accepts(initdb, port)
        });
        match up && !ended {
            true => {
                let url = format!("postgres://loxley@127.0.0.1:{port}");
                Ok(Cluster { url, folder: folder.to_owned(), _server: server })
            }
            false => Err(format!("PostgreSQL did not start: see {}", log.display())),
        }
    }
}
/// Makes a key and its certificate as the server's user, and says with which words the server takes them.
fn certify(openssl: &Path, user: Option<&str>, folder: &Path) -> Result<Vec<String>, String> {
    let [said, key] = ["certificate.conf", "key.pem"].map(|name| folder.join(name));
    let certificate = certificate(folder);
    fs::write(&said, CERTIFICATE).map_err(|e| format!("Could not write {}: {e}", said.display()))?;
    let mut make = as_user(user);
    make.arg(openssl).args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config"]).arg(said);
    process::ask(make.arg("-keyout").arg(&key).arg("-out").arg(&certificate))?;
    let file = |name: &str, path: &Path| ["-c".to_owned(), format!("{name}={}", path.display())];
    let files = [file("ssl_key_file", &key), file("ssl_cert_file", &certificate)];
    Ok(["-c".to_owned(), "ssl=on".to_owned()].into_iter().chain(files.into_iter().flatten()).collect())
}
fn accepts(initdb: &Path, port: u16) -> bool {
    let isready = initdb.with_file_name("pg_isready");
    match isready.is_file() {
        true => {
            let port = port.to_string();
            process::ask(Command::new(isready).args(["-q", "-h", "127.0.0.1", "-U", "loxley", "-p", &port])).is_ok()
        }
        false => TcpStream::connect(("127.0.0.1", port)).is_ok(),
    }
}
/// Who runs the server: ourselves, or when we are root the user that its package made, else nobody.
fn server_user() -> Result<Option<String>, String> {
    if !tools::is_root() {
        return Ok(None);
    }
    ["postgres", "nobody"]
        .into_iter()
        .find(|user| process::ask(Command::new("id").arg(user)).is_ok())
        .map(|user| Some(user.to_owned()))
        .ok_or_else(|| "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.".to_owned())
}
/// To which the program and its words are added. Both `env` and `setpriv` become it: the process that
/// we stop is the server itself.
fn as_user(user: Option<&str>) -> Command {
    let Some(user) = user else { return Command::new("env") };
    let mut command = Command::new("setpriv");
    command.args(["--reuid", user, "--regid", &group_of(user), "--clear-groups"]);
    command
}
fn group_of(user: &str) -> String {
    process::ask(Command::new("id").args(["-gn", user])).map_or_else(|_| user.to_owned(), |g| g.trim().to_owned())
}
fn certificate(folder: &Path) -> PathBuf {
    folder.join("certificate.pem")
}
fn folder(of_tls: bool) -> PathBuf {
    let name = if of_tls { "loxley-postgres-tls" } else { "loxley-postgres" };
    std::env::temp_dir().join(format!("{name}-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_starts_answers_and_leaves_nothing_behind() {
        let Some(initdb) = tools::POSTGRES.find() else {
            return println!("Skipped: {}", tools::POSTGRES.how_to_get());
        };
        let log = std::env::temp_dir().join(format!("loxley-postgres-{}.log", std::process::id()));
        let cluster = Cluster::start(&initdb, &log).expect("a cluster");
        let settings = "select current_setting('server_encoding') || ' ' || current_setting('lc_collate') || ' ' \
                        || current_setting('fsync')";
        let ask = || {
            let database = format!("{}/postgres", cluster.url);
            process::ask(Command::new("psql").args(["-Atc", settings, &database]))
        };
        assert_eq!(ask().expect("an answer").trim(), "UTF8 C on");
        let port: u16 = cluster.url.rsplit(':').next().and_then(|p| p.parse().ok()).expect("a port");
        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "it is stopped");
        assert!(!folder(false).exists(), "its folder is gone");
        fs::remove_file(log).expect("its log");
    }
}
