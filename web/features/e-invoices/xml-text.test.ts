import { describe, expect, it } from 'vitest';
import { xmlText } from './xml-text.ts';

const said = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><Name>Größe</Name>`;

/** Two bytes a character, the first half first where the order is big. */
const wide = (text: string, big: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((one) => {
      const [high, low] = [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 0xff];
      return big ? [high, low] : [low, high];
    }),
  );
const narrow = (text: string): Uint8Array => Uint8Array.from([...text].map((one) => one.charCodeAt(0)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of an XML document', () => {
  it.each([
    ['UTF-8', utf8(said('UTF-8')), said('UTF-8')],
    ['UTF-8 with a mark', utf8(`\uFEFF${said('UTF-8')}`), said('UTF-8')],
    ['UTF-8 that declares nothing', utf8('<Name>Größe</Name>'), '<Name>Größe</Name>'],
    ['UTF-8 that is called UTF-16', utf8(said('UTF-16')), said('UTF-16')],
    ['UTF-8 that is called something unheard of', utf8(said('klingon')), said('klingon')],
    ['UTF-16, little end first', wide(`\uFEFF${said('UTF-16')}`, false), said('UTF-16')],
    ['UTF-16, big end first', wide(`\uFEFF${said('UTF-16')}`, true), said('UTF-16')],
    ['UTF-16 without a mark', wide(said('UTF-16'), false), said('UTF-16')],
    ['UTF-16 without a mark, big end first', wide(said('UTF-16BE'), true), said('UTF-16BE')],
    ['Latin-1', narrow(said('ISO-8859-1')), said('ISO-8859-1')],
    ['windows-1252', narrow(said('windows-1252')), said('windows-1252')],
  ])('in %s is read', (_what, bytes, text) => {
    expect(xmlText(bytes)).toBe(text);
  });

  it('of nothing is nothing', () => {
    expect(xmlText(new Uint8Array())).toBe('');
  });
});
