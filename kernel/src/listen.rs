//! Where the service may be heard. Plain http never leaves the machine: either it is served on
//! loopback only, or every request comes from a named proxy that ended TLS.
use axum::http::{HeaderMap, StatusCode, header::HOST};
use std::net::{IpAddr, SocketAddr};

#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// Plain http, on this machine only.
    Loopback,
    /// These proxies end TLS, and their word on the visitor's address is believed.
    Proxies(Vec<IpAddr>),
}

/// How to serve on this address, or why not and what to do.
pub fn way(bind: SocketAddr, proxies: &[IpAddr]) -> Result<Way, String> {
    match (proxies, bind.ip().to_canonical().is_loopback()) {
        ([], true) => Ok(Way::Loopback),
        ([], false) => Err(format!(
            "{bind} can be reached from other machines, and there names and passwords would travel unencrypted. \
             Serve on 127.0.0.1, or put a proxy that ends TLS before it and name its address with --trusted-proxy."
        )),
        (named, _) => Ok(Way::Proxies(named.iter().map(IpAddr::to_canonical).collect())),
    }
}
impl Way {
    pub fn is_tls(&self) -> bool {
        matches!(self, Way::Proxies(_))
    }
    /// The visitor's address, or why they are not served.
    pub(crate) fn admit(&self, peer: IpAddr, headers: &HeaderMap) -> Result<IpAddr, StatusCode> {
        let peer = peer.to_canonical();
        match self {
            Way::Loopback if !peer.is_loopback() => Err(StatusCode::FORBIDDEN),
            // A page elsewhere can point its own name at 127.0.0.1; the browser then tells us that name.
            Way::Loopback if !headers.get(HOST).is_none_or(|host| names_loopback(host.as_bytes())) => {
                Err(StatusCode::MISDIRECTED_REQUEST)
            }
            Way::Loopback => Ok(peer),
            Way::Proxies(trusted) if !trusted.contains(&peer) => Err(StatusCode::FORBIDDEN),
            Way::Proxies(trusted) => {
                // The last word is the nearest proxy's; words before it may be the visitor's own invention.
                if listed(headers, "x-forwarded-proto").last() != Some(&"https") {
                    return Err(StatusCode::FORBIDDEN);
                }
                let hops = listed(headers, "x-forwarded-for");
                let hops = hops.iter().rev().map_while(|hop| hop.parse::<IpAddr>().ok());
                Ok(hops.map(|hop| hop.to_canonical()).find(|hop| !trusted.contains(hop)).unwrap_or(peer))
            }
        }
    }
}
fn listed<'h>(headers: &'h HeaderMap, name: &str) -> Vec<&'h str> {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).collect()
}
fn names_loopback(host: &[u8]) -> bool {
    let host = String::from_utf8_lossy(host).to_lowercase();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => &host,
    };
    name == "localhost" || name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROXY: &str = "10.0.0.2";
    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }
    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }
    #[test]
    fn plain_http_is_served_on_loopback_only() {
        assert_eq!(way("127.0.0.1:8080".parse().unwrap(), &[]), Ok(Way::Loopback));
        assert_eq!(way("[::1]:8080".parse().unwrap(), &[]), Ok(Way::Loopback));
        for open in ["0.0.0.0:8080", "192.168.1.5:80", "[::]:8080"] {
            let refused = way(open.parse().unwrap(), &[]).unwrap_err();
            assert!(refused.contains("unencrypted") && refused.contains("--trusted-proxy"), "{refused}");
        }
        assert_eq!(way("0.0.0.0:80".parse().unwrap(), &[ip(PROXY)]), Ok(Way::Proxies(vec![ip(PROXY)])));
    }
    #[test]
    fn only_the_named_proxy_is_believed_and_only_about_https() {
        let way = Way::Proxies(vec![ip(PROXY)]);
        let https = [("x-forwarded-proto", "https"), ("x-forwarded-for", "1.1.1.1, 203.0.113.9")];
        assert_eq!(way.admit(ip(PROXY), &headers(&https)), Ok(ip("203.0.113.9")), "the first could be invented");
        assert_eq!(way.admit(ip("::ffff:10.0.0.2"), &headers(&https)), Ok(ip("203.0.113.9")));
        assert_eq!(way.admit(ip("10.0.0.3"), &headers(&https)), Err(StatusCode::FORBIDDEN), "around the proxy");
        assert_eq!(way.admit(ip(PROXY), &headers(&[("x-forwarded-proto", "http")])), Err(StatusCode::FORBIDDEN));
        assert_eq!(way.admit(ip(PROXY), &headers(&[])), Err(StatusCode::FORBIDDEN));
    }
    #[test]
    fn a_foreign_name_for_this_machine_is_refused() {
        let me = ip("127.0.0.1");
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]", "LOCALHOST"] {
            assert_eq!(Way::Loopback.admit(me, &headers(&[("host", host)])), Ok(me), "{host}");
        }
        for host in ["evil.example:8080", "localhost.evil.example", "10.0.0.1"] {
            let refused = Way::Loopback.admit(me, &headers(&[("host", host)]));
            assert_eq!(refused, Err(StatusCode::MISDIRECTED_REQUEST), "{host}");
        }
        assert_eq!(Way::Loopback.admit(ip("10.0.0.1"), &headers(&[])), Err(StatusCode::FORBIDDEN));
    }
}
