//! For whoever keeps the service running: is it alive, and can it answer? No more than yes or no, to anyone who asks.
use crate::Db;
use axum::{Router, http::StatusCode, routing::get};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Whether the service was asked to stop: it then finishes what it began, and asks for no more.
#[derive(Clone, Debug, Default)]
pub struct Stopping(Arc<AtomicBool>);
impl Stopping {
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
pub(crate) fn routes(db: Db, stopping: Stopping) -> Router {
    let ready = move || {
        let (db, stopping) = (db.clone(), stopping.clone());
        async move {
            if stopping.0.load(Ordering::Relaxed) {
                return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
            }
            match db.all("SELECT version FROM all_migration", vec![]).await {
                Ok(_) => (StatusCode::OK, "ready\n"),
                Err(error) => {
                    tracing::error!(%error, "the database does not answer");
                    (StatusCode::SERVICE_UNAVAILABLE, "no database\n")
                }
            }
        }
    };
    Router::new().route("/health/live", get(async || "alive\n")).route("/health/ready", get(ready))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both;
    use axum::{body::Body, http::Request};
    use tower::ServiceExt;

    #[tokio::test]
    async fn it_is_ready_while_the_database_answers_and_nobody_asked_it_to_stop() {
        on_both(async |db: Db| {
            let stopping = Stopping::default();
            let ask = async |path: &str| {
                let request = Request::get(path).body(Body::empty()).unwrap();
                routes(db.clone(), stopping.clone()).oneshot(request).await.unwrap().status()
            };
            assert_eq!(ask("/health/ready").await, StatusCode::SERVICE_UNAVAILABLE, "an empty database");
            db.migrate(&[]).await.unwrap();
            assert_eq!(ask("/health/ready").await, StatusCode::OK);
            stopping.begin();
            assert_eq!(ask("/health/ready").await, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(ask("/health/live").await, StatusCode::OK);
        })
        .await;
    }
}
