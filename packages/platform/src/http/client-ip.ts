import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { RequestHandler } from 'express';
import ipaddr from 'ipaddr.js';

/** The header in which Better Auth reads who asks. It is overwritten on every request, so that no client can send it. */
export const clientIpHeader = 'x-atlas-client-ip';

type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** One address in one spelling: IPv4 inside IPv6 is IPv4. Null when it is none. */
export function addressOf(text: string | undefined): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const plain = text?.split('%')[0] ?? '';
  return isIP(plain) === 0 ? null : ipaddr.process(plain);
}

/** @throws Error when it is neither an address nor a network */
function networkOf(text: string): Network {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (error) {
    throw new Error(`TRUSTED_PROXIES: ${text} is neither an address nor a network`, { cause: error });
  }
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Network): boolean {
  if (address instanceof ipaddr.IPv4) return network instanceof ipaddr.IPv4 && address.match(network, bits);
  return network instanceof ipaddr.IPv6 && address.match(network, bits);
}

/** The other end of a connection: it stays who it is, whatever is asked there. */
type Peer = { readonly address: ipaddr.IPv4 | ipaddr.IPv6 | null; readonly ip: string; readonly isTrusted: boolean };

export type ClientAddresses = {
  /** Where a request comes from: the connection's other end, or what trusted proxies say of it. */
  clientIpOf(request: IncomingMessage): string;
  /** Whether the connection's other end is a proxy of ours. */
  isTrustedPeer(request: IncomingMessage): boolean;
};

/**
 * Reads addresses of clients. X-Forwarded-For is believed from trusted proxies only and read from its right end, where
 * they write: the first address that is none of theirs is the client. What stands left of it, anyone may have written.
 *
 * @throws Error when the list of proxies (CIDR, separated by commas) names something else
 */
export function clientAddresses(trustedProxies: string): ClientAddresses {
  const entries = trustedProxies.split(',').map((entry) => entry.trim());
  const networks = entries.filter((entry) => entry !== '').map(networkOf);
  const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => networks.some((network) => isWithin(address, network));
  const peers = new WeakMap<Socket, Peer>();
  const peerOf = ({ socket }: IncomingMessage): Peer => {
    let peer = peers.get(socket);
    if (!peer) {
      const address = addressOf(socket.remoteAddress);
      peer = { address, ip: address?.toString() ?? 'unknown', isTrusted: address !== null && isTrusted(address) };
      peers.set(socket, peer);
    }
    return peer;
  };
  const isTrustedPeer = (request: IncomingMessage): boolean => peerOf(request).isTrusted;
  const clientIpOf = (request: IncomingMessage): string => {
    const peer = peerOf(request);
    if (!peer.isTrusted) return peer.ip;
    let client = peer.address;
    // Of several such headers Node makes one, in their order.
    const hops = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .reverse();
    for (const hop of hops) {
      if (client === null || !isTrusted(client)) break;
      const next = addressOf(hop.trim());
      // A proxy that says something else than an address is the last that is known.
      if (next === null) break;
      client = next;
    }
    return client?.toString() ?? 'unknown';
  };
  return { clientIpOf, isTrustedPeer };
}

/** What limits count by: an IPv4 address, or the /64 network of an IPv6 address, which one customer has all of. */
export function networkKeyOf(ip: string): string {
  const address = addressOf(ip);
  if (!(address instanceof ipaddr.IPv6)) return ip;
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

/** Writes the address of its client on every request, and tells it Better Auth. */
export function knowClient({ clientIpOf }: ClientAddresses): RequestHandler {
  return (request, _response, next) => {
    const ip = clientIpOf(request);
    Object.assign(request, { clientIp: ip });
    request.headers[clientIpHeader] = ip;
    next();
  };
}
