import { describe, expect, it } from 'vitest';
import { domainOf, domainOfAddress, isPublicMail } from './mail-domain.ts';

describe('a domain', () => {
  it.each([
    ['Example.COM', 'example.com'],
    [' example.com. ', 'example.com'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['MÜNCHEN.de', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['straße.example', 'xn--strae-oqa.example'],
  ])('%j is %s', (text, domain) => expect(domainOf(text)).toBe(domain));

  it.each(['', 'com', 'localhost', '127.0.0.1', 'a b.com', 'a@b.com', '.com', 'a..com', '-a.com', 'https://a.com', '*.a.com'])(
    '%j is none',
    (text) => expect(domainOf(text)).toBeNull(),
  );

  it('is what stands right of the last sign of an address', () => {
    expect(domainOfAddress('"a@b.example"@C.example')).toBe('c.example');
    expect(domainOfAddress('ada@mail.example.com')).toBe('mail.example.com');
  });

  it('at which anybody gets an address is known', () => {
    expect(isPublicMail('gmail.com')).toBe(true);
    expect(isPublicMail('atlas.example')).toBe(false);
  });
});
