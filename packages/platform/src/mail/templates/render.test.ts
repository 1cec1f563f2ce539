import { describe, expect, it } from 'vitest';
import { goodForMs, locales, type Template } from '../mail.ts';
import { fill, plainName, plainText } from './fill.ts';
import { letterOf } from './render.ts';

const values = {
  link: 'https://atlas.example/x?token=a&b=c',
  code: '012345',
  inviter: 'Ada & Söhne <b>',
  workspace: 'Kestrel',
  administrator: 'Grace Hopper',
  person: 'Ada',
  until: '2026-11-24 12:30',
  reason: 'An import fails',
  subject: 'Payment reminder',
  text: 'Dear Ada,\n\nplease pay.',
  items: 'INV-1: 1.234,50 EUR\nTotal: 1.234,50 EUR',
};
const templates = Object.keys(goodForMs) as Template[];

describe.each(locales.flatMap((locale) => templates.map((template) => [template, locale] as const)))(
  '%s in %s',
  (template, locale) => {
    it('is whole in both halves, and loads nothing from anywhere', async () => {
      const { subject, html, text } = await letterOf({ template, locale, values });
      for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\w+\}|undefined/);
      expect(html).toContain(`lang="${locale}"`);
      expect(html).not.toMatch(/<(img|link|script)\b|@import|url\(/i);
      expect(text).not.toMatch(/<(p|td|div|a|mj-)/);
    });

    it('leads where its link leads', async () => {
      const { html, text } = await letterOf({ template, locale, values });
      expect(html.includes('https://atlas.example/x?token=a&amp;b=c')).toBe(text.includes(values.link));
      expect(text.includes(values.link)).toBe(!template.endsWith('-code') && !['reminder', 'invoice'].includes(template));
      expect(text.includes(values.code)).toBe(template.endsWith('-code'));
    });
  },
);

it('names in a mail are text, whatever they are', async () => {
  const { html, text } = await letterOf({ template: 'invitation', locale: 'en', values });
  expect(html).toContain('Ada &amp; Söhne &lt;b&gt;');
  expect(text).toContain('Ada & Söhne <b>');
});

describe('a name', () => {
  it('stays as it is when it is one', () => expect(plainName('Änne  Müller-Ördög, Ltd.')).toBe('Änne Müller-Ördög, Ltd.'));

  it.each(['win at evil.example', 'https://evil.example/a', 'me@evil.example', 'a\r\nBcc: x@evil.example', 'evil.\u200bexample'])(
    'becomes no link and no second line: %j',
    (name) => {
      expect(plainName(name)).not.toMatch(/evil\.example|[\r\n@/:]/);
    },
  );

  it('that is long is cut', () => expect(plainName('x'.repeat(500))).toHaveLength(80));
});

it('a reminder keeps its lines and figures, in both halves', async () => {
  const { html, text } = await letterOf({ template: 'reminder', locale: 'de', values });
  expect(text).toContain(values.items);
  expect(html).toContain('Dear Ada,<br /><br />please pay.');
  expect(html).toContain('INV-1: 1.234,50 EUR<br />Total: 1.234,50 EUR');
});

describe('a text', () => {
  it('stays as it is when it is one', () => {
    const text = 'Guten Tag,\n\nbis 31.03.2026 fehlen 1.234,50 EUR. Bitte: IBAN DE89 3704.';
    expect(plainText(text)).toBe(text);
  });

  it.each([
    'win at evil.example',
    'https://evil.example/a',
    'me@evil.example',
    'evil.\u200bexample',
    '<a href="//evil.example">',
  ])('becomes no link: %j', (text) => expect(plainText(text)).not.toMatch(/evil\.example|:\/\/|\S@\S/));
});

it('a mail that lacks a value is not written', () => {
  expect(() => fill('{link} {code}', { link: 'x' }, (value) => value)).toThrow('code');
});
