//! Whether the node's ports can be opened, asked before anything else is started.
//!
//! The SDK does not say when they cannot: its network listens with `SO_REUSEPORT`, so that two nodes
//! on one port both start and connections reach the one or the other; its metrics only log the
//! failure; its RPC server notices, but after the database was opened and the network started.

use std::{
	io,
	net::{IpAddr, SocketAddr, TcpListener, UdpSocket},
};

use sc_network::{config::TransportConfig, multiaddr::Protocol, Multiaddr};
use sc_service::Configuration;

use crate::exit::{Listener, NodeError};

/// How a port is opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Transport {
	/// TCP, also under WebSocket.
	Tcp,
	/// UDP, under WebRTC.
	Udp,
}

/// Opens every port that this configuration names, and closes it again.
///
/// # Errors
/// [`NodeError::PortUnavailable`] for the first that cannot be opened.
pub fn check(config: &Configuration) -> Result<(), NodeError> {
	if matches!(config.network.transport, TransportConfig::Normal { .. }) {
		for address in &config.network.listen_addresses {
			if let Some((transport, socket)) = socket_of(address) {
				open(Listener::Network, transport, socket)?;
			}
		}
	}
	for endpoint in config.rpc.addr.iter().flatten() {
		// An optional one may fail (IPv6 where there is none), and one with a random port in reserve
		// cannot.
		if !endpoint.is_optional && !endpoint.retry_random_port {
			open(Listener::Rpc, Transport::Tcp, endpoint.listen_addr)?;
		}
	}
	if let Some(metrics) = &config.prometheus_config {
		open(Listener::Metrics, Transport::Tcp, metrics.port)?;
	}
	Ok(())
}

/// Address and transport of a network address; none for what is no port of this machine, such as a
/// name.
fn socket_of(address: &Multiaddr) -> Option<(Transport, SocketAddr)> {
	let mut parts = address.iter();
	let ip: IpAddr = match parts.next()? {
		Protocol::Ip4(ip) => ip.into(),
		Protocol::Ip6(ip) => ip.into(),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some((Transport::Tcp, SocketAddr::new(ip, port))),
		Protocol::Udp(port) => Some((Transport::Udp, SocketAddr::new(ip, port))),
		_ => None,
	}
}

/// Opens one port and closes it. Port 0 means "any" and cannot be in use.
fn open(listener: Listener, transport: Transport, socket: SocketAddr) -> Result<(), NodeError> {
	if socket.port() == 0 {
		return Ok(());
	}
	// Neither sets SO_REUSEPORT, so a port that somebody listens on is refused.
	let opened = match transport {
		Transport::Tcp => TcpListener::bind(socket).map(drop),
		Transport::Udp => UdpSocket::bind(socket).map(drop),
	};
	match opened {
		Ok(()) => Ok(()),
		// A machine without IPv6 runs on IPv4; the SDK passes over such addresses too.
		Err(error) if socket.is_ipv6() && !is_refusal(&error) => Ok(()),
		Err(error) => Err(NodeError::PortUnavailable {
			listener,
			address: socket.to_string(),
			reason: error.to_string(),
		}),
	}
}

/// Whether the address exists but is not to be had.
fn is_refusal(error: &io::Error) -> bool {
	matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit::Exit;

	#[test]
	fn socket_should_be_found_when_the_address_names_a_port() {
		let cases = [
			("/ip4/0.0.0.0/tcp/30333", Some((Transport::Tcp, "0.0.0.0:30333"))),
			("/ip4/127.0.0.1/tcp/30333/ws", Some((Transport::Tcp, "127.0.0.1:30333"))),
			("/ip6/::/udp/30333/webrtc-direct", Some((Transport::Udp, "[::]:30333"))),
			("/dns4/node.example/tcp/30333", None),
			("/memory/5", None),
			("/ip4/127.0.0.1", None),
		];
		for (address, expected) in cases {
			let expected = expected.map(|(transport, socket)| (transport, socket.parse().unwrap()));
			assert_eq!(socket_of(&address.parse().unwrap()), expected, "{address}");
		}
	}

	#[test]
	fn tcp_port_should_be_refused_when_in_use_and_free_when_not() {
		let holder = TcpListener::bind("127.0.0.1:0").unwrap();
		let socket = holder.local_addr().unwrap();
		let error = open(Listener::Network, Transport::Tcp, socket).unwrap_err();
		assert_eq!(error.exit(), Exit::PortUnavailable);
		assert!(error.to_string().contains(&socket.to_string()), "{error}");
		assert!(error.to_string().contains("--port"), "{error}");

		// The node listens on every interface by default.
		let everywhere = SocketAddr::new([0, 0, 0, 0].into(), socket.port());
		assert!(open(Listener::Network, Transport::Tcp, everywhere).is_err());

		drop(holder);
		assert!(open(Listener::Network, Transport::Tcp, socket).is_ok());
	}

	#[test]
	fn udp_port_should_be_refused_when_in_use_and_free_when_not() {
		let holder = UdpSocket::bind("127.0.0.1:0").unwrap();
		let socket = holder.local_addr().unwrap();
		assert!(open(Listener::Network, Transport::Udp, socket).is_err());
		// The same number of the other transport is another port.
		assert!(open(Listener::Network, Transport::Tcp, socket).is_ok());
		drop(holder);
		assert!(open(Listener::Network, Transport::Udp, socket).is_ok());
	}

	#[test]
	fn port_should_not_be_opened_when_any_will_do() {
		let any = "127.0.0.1:0".parse().unwrap();
		assert!(open(Listener::Rpc, Transport::Tcp, any).is_ok());
	}
}
