import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddresses, networkKeyOf } from './client-ip.ts';

const from = (remoteAddress: string, ...forwarded: string[]) =>
  ({
    socket: { remoteAddress },
    headers: forwarded.length > 0 ? { 'x-forwarded-for': forwarded.join(', ') } : {},
  }) as unknown as IncomingMessage;

const ours = clientAddresses('10.0.0.0/8, 127.0.0.1, fd00::/8');

describe('the address of a client', () => {
  it.each([
    ['is the peer when nobody is trusted', clientAddresses(''), from('203.0.113.9', '1.1.1.1'), '203.0.113.9'],
    ['is the peer when that is no proxy of ours', ours, from('203.0.113.9', '1.1.1.1'), '203.0.113.9'],
    ['is what our proxy says', ours, from('10.1.2.3', '198.51.100.7'), '198.51.100.7'],
    ['is the right-most that is not ours', ours, from('127.0.0.1', '6.6.6.6, 198.51.100.7, 10.9.9.9'), '198.51.100.7'],
    ['is read over several lines of the header', ours, from('10.1.2.3', '6.6.6.6', '198.51.100.7'), '198.51.100.7'],
    ['is our proxy when it says nothing that is an address', ours, from('10.1.2.3', '6.6.6.6, for=x'), '10.1.2.3'],
    ['is the left-most when all are ours', ours, from('10.1.2.3', '10.0.0.1, 10.0.0.2'), '10.0.0.1'],
    ['is IPv4 when it comes inside IPv6', ours, from('::ffff:10.1.2.3', '::ffff:198.51.100.7'), '198.51.100.7'],
    ['has one spelling', ours, from('fd00::1', '2001:0DB8:0:0::1'), '2001:db8::1'],
    ['is no number that only looks like an address', ours, from('10.1.2.3', '2130706433'), '10.1.2.3'],
  ])('%s', (_what, addresses, request, expected) => {
    expect(addresses.clientIpOf(request)).toBe(expected);
  });

  it('is believed from a trusted peer only', () => {
    expect(ours.isTrustedPeer(from('10.255.0.1'))).toBe(true);
    expect(ours.isTrustedPeer(from('11.0.0.1'))).toBe(false);
    expect(clientAddresses('').isTrustedPeer(from('127.0.0.1'))).toBe(false);
  });

  it('cannot be read when the list of proxies is wrong', () => {
    expect(() => clientAddresses('10.0.0.0/8,proxy')).toThrow('TRUSTED_PROXIES: proxy');
  });
});

describe('what limits count by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (ip, key) => {
    expect(networkKeyOf(ip)).toBe(key);
  });
});
