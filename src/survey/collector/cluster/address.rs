//! Where a cluster is.

use super::ClusterError;
use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

/// The scheduler of a cluster: `df://HOST:PORT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterAddress {
    host: String,
    port: u16,
}

impl ClusterAddress {
    /// The host, as a name or a number; one of IPv6 without its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.host.trim_start_matches('[').trim_end_matches(']')
    }

    /// The host as it stands before a port.
    pub(super) fn url_host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }
}

impl FromStr for ClusterAddress {
    type Err = ClusterError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || ClusterError::Address(text.to_owned());
        let rest = text.strip_prefix("df://").ok_or_else(bad)?;
        let (host, port) = rest.trim_end_matches('/').rsplit_once(':').ok_or_else(bad)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let bracketed = host.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
        let is_host = bracketed.map_or_else(
            || !host.is_empty() && host.chars().all(fits),
            |inside| inside.parse::<Ipv6Addr>().is_ok(),
        );
        let port: u16 = port.parse().map_err(|_| bad())?;
        if !is_host || port == 0 {
            return Err(bad());
        }
        Ok(Self {
            host: host.to_owned(),
            port,
        })
    }
}

impl fmt::Display for ClusterAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "df://{}:{}", self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for (text, host, port) in [
            ("df://127.0.0.1:50050", "127.0.0.1", 50050),
            ("df://scheduler.local:1/", "scheduler.local", 1),
            ("df://[::1]:50050", "::1", 50050),
        ] {
            let address: ClusterAddress = text.parse().unwrap();
            assert_eq!((address.host(), address.port()), (host, port), "{text}");
            assert_eq!(address.to_string(), text.trim_end_matches('/'));
        }
        for text in [
            "",
            "127.0.0.1:50050",
            "http://a:1",
            "df://a",
            "df://:1",
            "df://a:0",
            "df://a:70000",
            "df://a b:1",
            "df://a/b:1",
            "df://u@a:1",
            "df://[a]:1",
            "df://::1:50050",
        ] {
            assert!(text.parse::<ClusterAddress>().is_err(), "{text}");
        }
    }
}
