//! The socket on which the service is heard, and how it ends: what was begun is finished.
use axum::Router;
use kernel::health::Stopping;
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Notify};

pub async fn listen(bind: SocketAddr) -> Result<TcpListener, String> {
    use std::io::ErrorKind::{AddrInUse, AddrNotAvailable, PermissionDenied};
    TcpListener::bind(bind).await.map_err(|e| match e.kind() {
        AddrInUse => format!("Port {} is in use. Stop what uses it, or choose another with --bind.", bind.port()),
        AddrNotAvailable => format!("This machine has no address {}. Choose another with --bind.", bind.ip()),
        PermissionDenied => format!("Port {} needs an administrator. Choose one above 1023 with --bind.", bind.port()),
        _ => format!("Cannot serve on {bind}: {e}."),
    })
}

/// Serves until it is asked to stop, and then finishes what it began; not for longer than anyone would wait.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    stopping: Stopping,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    const FINISHING: Duration = Duration::from_secs(20);
    let asked = Arc::new(Notify::new());
    let stop = {
        let asked = asked.clone();
        async move {
            stop.await;
            stopping.begin();
            asked.notify_one();
        }
    };
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    tokio::select! {
        done = axum::serve(listener, app).with_graceful_shutdown(stop).into_future() => done,
        () = async { asked.notified().await; tokio::time::sleep(FINISHING).await } => {
            tracing::warn!("stopped with requests unanswered");
            Ok(())
        }
    }
}
/// Until Ctrl-C, or what a service manager sends.
pub async fn asked_to_stop() {
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut term) => drop(term.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = terminated => {} }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn a_port_in_use_says_what_to_do() {
        let first = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let said = listen(first.local_addr().unwrap()).await.unwrap_err();
        assert!(said.contains("in use") && said.contains("--bind"), "{said}");
    }
    #[tokio::test]
    async fn asked_to_stop_it_finishes_what_it_began_and_takes_no_more() {
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let page = {
            let (begun, go_on) = (begun.clone(), go_on.clone());
            async move || {
                begun.notify_one();
                go_on.notified().await;
                "kept"
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, asked) = tokio::sync::oneshot::channel::<()>();
        let app = Router::new().route("/", routing::get(page));
        let served = tokio::spawn(serve(listener, app, Stopping::default(), async { drop(asked.await) }));
        let mut browser = tokio::net::TcpStream::connect(address).await.unwrap();
        browser.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
        begun.notified().await;
        stop.send(()).unwrap();
        go_on.notify_one();
        let mut answer = String::new();
        browser.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("kept"), "{answer}");
        served.await.unwrap().unwrap();
        assert!(tokio::net::TcpStream::connect(address).await.is_err());
    }
}
