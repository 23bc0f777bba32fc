//! Before each page: whose session this is. After it: when the door asked for more, the page that asks.
use super::{
    account,
    carried::{Carried, MOST, Sent},
    pages::Here,
    session::{self, Session, SessionId, Stage},
    shown::Why,
    young,
};
use crate::{Demand, Error, Signed, web::Front};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// A live session, at whatever stage; [`Signed`] stands beside it when it is done.
#[derive(Clone)]
pub(super) struct Known {
    pub id: SessionId,
    pub session: Session,
}
pub(crate) async fn know(State(front): State<Front>, request: Request, next: Next) -> Response {
    through(front, request, next).await.unwrap_or_else(|error| {
        tracing::error!(%error, "sign-in");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    })
}
async fn through(front: Front, mut request: Request, next: Next) -> Result<Response, Error> {
    let cookie = SessionId::of(request.headers(), front.way.is_tls());
    let now = front.time.now();
    if let Some(id) = cookie.clone()
        && let Some(session) = session::find(&front.db, &id, now, front.idle, front.admits_demo()).await?
        && young::still_theirs(&front.db, &session, &id).await?
    {
        if session.stage == Stage::Done {
            let Session { worker, young, second_factor, .. } = session;
            request.extensions_mut().insert(Signed { worker, young, token: id.token(), second_factor });
        }
        request.extensions_mut().insert(Known { id, session });
    }
    let to = request.uri().path_and_query().map_or("/", |to| to.as_str()).to_owned();
    let here = Here::of(request.extensions(), &front);
    let (request, typed) = match copied(request).await {
        Ok(both) => both,
        Err(status) => return Ok(status.into_response()),
    };
    let response = next.run(request).await;
    match response.extensions().get::<Demand>().copied() {
        Some(demand) => ask(&here, demand, cookie.as_ref(), &to, typed).await,
        None => Ok(response),
    }
}
/// What was sent, in case somebody must sign in first.
enum Typed {
    Nothing,
    TooLong,
    Words(Option<HeaderValue>, Bytes),
}
async fn copied(request: Request) -> Result<(Request, Typed), StatusCode> {
    if request.method().is_safe() {
        return Ok((request, Typed::Nothing));
    }
    let length = |headers: &HeaderMap| headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse::<usize>().ok();
    if length(request.headers()).is_none_or(|length| length > MOST) {
        return Ok((request, Typed::TooLong));
    }
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, MOST).await.map_err(|_| StatusCode::BAD_REQUEST)?;
    let kind = parts.headers.get(header::CONTENT_TYPE).cloned();
    Ok((Request::from_parts(parts, Body::from(bytes.clone())), Typed::Words(kind, bytes)))
}

async fn ask(
    here: &Here,
    demand: Demand,
    cookie: Option<&SessionId>,
    to: &str,
    typed: Typed,
) -> Result<Response, Error> {
    let db = &here.front.db;
    let too_long = matches!(typed, Typed::TooLong);
    let (sent, token) = match typed {
        Typed::Words(kind, bytes) => Sent::read(kind.as_ref(), bytes).await.unzip(),
        _ => (None, None),
    };
    // A form says itself in whose session it was made; a page that was only opened says nothing.
    let whose = session::whose(db, token.flatten().as_deref(), cookie).await?;
    // What belongs to nobody would be given back to nobody: it need not stand in the page.
    let carried = Carried::new(to, whose, sent.filter(|_| whose.is_some()));
    match (demand, &here.known) {
        (Demand::FreshForm, Some(known)) if carried.belongs_to(known.session.worker) && carried.sent.is_some() => {
            Ok(here.resume(StatusCode::CONFLICT, known, carried))
        }
        (Demand::FreshForm, _) => Ok(StatusCode::FORBIDDEN.into_response()),
        (Demand::SecondFactor, Some(known)) => {
            let confirmed = account::of(db, known.session.worker).await?.is_some_and(|account| account.confirmed);
            let stage = if confirmed { Stage::Code } else { Stage::Enrol };
            session::put_back(db, &known.id, stage).await?;
            let mut known = known.clone();
            known.session.stage = stage;
            here.step(StatusCode::UNAUTHORIZED, &known, &carried.folded(), None).await
        }
        (Demand::SignIn, Some(known)) => here.step(StatusCode::UNAUTHORIZED, known, &carried.folded(), None).await,
        (_, None) => {
            let why = match (&carried.sent, whose) {
                (Some(_), _) => Why::WordsKept,
                (None, Some(_)) if too_long => Why::WordsTooLong,
                (None, Some(_)) => Why::Away,
                (None, None) => Why::First,
            };
            Ok(here.sign_in(StatusCode::UNAUTHORIZED, why, String::new(), carried.folded(), None))
        }
    }
}
