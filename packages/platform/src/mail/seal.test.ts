import { describe, expect, it } from 'vitest';
import { addressHash, mailSeal } from './seal.ts';

const secret = 'a secret that is only used in this test';

describe('a seal', () => {
  it('opens what it closed, and closes the same text differently each time', () => {
    const seal = mailSeal(secret);
    const [one, other] = [seal.close('grüße 123456'), seal.close('grüße 123456')];
    expect(seal.open(one)).toBe('grüße 123456');
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('123456');
  });

  it('opens what was closed with a secret of before', () => {
    const sealed = mailSeal(`${secret}!`).close('123456');
    expect(mailSeal(secret, [`${secret}?`, `${secret}!`]).open(sealed)).toBe('123456');
    expect(() => mailSeal(secret, [`${secret}?`]).open(sealed)).toThrow();
  });

  it('does not open what was changed, cut short or closed with another secret', () => {
    const sealed = mailSeal(secret).close('123456');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => mailSeal(secret).open(bytes.toString('base64url'))).toThrow();
    expect(() => mailSeal(secret).open(sealed.slice(0, 20))).toThrow();
    expect(() => mailSeal(`${secret}!`).open(sealed)).toThrow();
  });
});

it('an address is named alike however it is written, and differently under another secret', () => {
  expect(addressHash(secret)(' Ada@Example.com')).toBe(addressHash(secret)('ada@example.com'));
  expect(addressHash(secret)('ada@example.com')).not.toBe(addressHash(`${secret}!`)('ada@example.com'));
});
